"""Define the commands `validate` and `gaps`."""

from __future__ import annotations

import click

from .options import Request, answer_options, read_texts
from .output import silence_rdflib


@click.command()
@click.option("--kind", metavar="KIND", help="Only of things of this kind: Chain, Firm, 產業鏈.")
@click.option("--inferred", is_flag=True, help="Tell which inferred claims would fill a gap.")
@answer_options
def gaps(request: Request, kind: str | None, inferred: bool) -> None:
    """What the sources do not say and a planner would want to know.

    A chain without leader, a segment without firm, a target without baseline. A gap is one of the sources, not of the
    city.
    """
    from ..render.validation import gaps_text
    from ..validation.gaps import gaps as compute

    request.choose_format()
    answer = compute(request.city, kind=kind, inferred=inferred)
    request.write_answer(answer, lambda: gaps_text(answer, request.city.language, request.columns))


@click.command()
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="[SOURCE=]FILE",
    help="A source's text, to hold the claims against; may be given again.",
)
@answer_options
def validate(request: Request, texts: tuple[str, ...]) -> None:
    """Whether the graph keeps its own rules and, given a source's text, whether the text says what is claimed.

    A text belongs to the source whose title it bears, or to the SOURCE that is named: by its short name, its label, or
    the end of its IRI. One line a finding; exit status 1 if there is any.
    """
    from ..render.validation import report_text
    from ..validation.validate import validate as compute

    request.choose_format()
    silence_rdflib()
    report = compute(request.city, text=read_texts(texts))
    request.write_answer(report, lambda: report_text(report))
    if report.findings:
        from ..errors import Invalid

        raise Invalid(report.findings)
