"""Define the commands `validate` and `gaps`."""

from __future__ import annotations

import click

from .inputs import read_texts
from .options import Request, answer_options, complete_names
from .output import silence_rdflib
from .verb import command


@command("gaps", "gaps 太鋼", "gaps --kind 產業鏈 --inferred")
@click.argument("name", required=False, shell_complete=complete_names)
@click.option("--kind", metavar="KIND", help="Keep only entities of this kind, such as Chain, Firm or 產業鏈.")
@click.option("--inferred", is_flag=True, help="Show which inferred claims would fill a gap.")
@answer_options
def gaps(request: Request, name: str | None, kind: str | None, inferred: bool) -> None:
    """List what the sources leave out.

    Examples: a chain without a leader, a segment without a firm, a target without a baseline. A gap means that no
    source mentions it, not that the city lacks it. With a NAME, lists what the sources leave out about that entity.
    """
    from ..render.validation import gaps_text
    from ..validation.gaps import gaps as compute

    request.choose_format()
    answer = compute(request.city, name, kind=kind, inferred=inferred)
    request.write_answer(answer, lambda: gaps_text(answer, request.city.language, request.columns))


@command("validate --source 新華社", "validate --source 新華社 --format json")
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="[SOURCE=]FILE",
    help="Text of a source, to prove its claims. Can be repeated.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 also if a text given does not prove a claim.")
@click.option("--full", is_flag=True, help="List the claims that are cited only, with what their quotes lack.")
@answer_options
def validate(request: Request, texts: tuple[str, ...], strict: bool, full: bool) -> None:
    """Check the graph and prove its claims by texts.

    Checks the rules of the graph. With --text, also checks that the text says what is claimed. A text belongs to the
    source with the same title, or to SOURCE: its short name, its label or the end of its IRI. Prints one line per
    finding, with its severity. The exit status is 1 if there is an error. A missing translation of a name, and a claim
    whose quotes stand in the text but whose words do not prove it, are warnings.
    """
    from ..render.validation import report_text
    from ..validation.validate import validate as compute

    request.choose_format()
    silence_rdflib()
    report = compute(request.city, text=read_texts(texts))
    request.write_answer(report, lambda: report_text(report, request.city.language, request.columns, full=full))
    wrong = (*report.errors, *report.unproved) if strict else report.errors
    if wrong:
        from ..errors import Invalid

        raise Invalid(wrong)
