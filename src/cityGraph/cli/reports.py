"""Define the command `cite`."""

from __future__ import annotations

import click

from ..formats import by_suffix
from .inputs import read_texts
from .options import Request, answer_options, complete_names
from .verb import command


@command("cite 太鋼", "cite 太鋼 --style footnote --accessed 2025-11-24", "cite 太鋼 -o taigang.bib")
@click.argument("name", metavar="NAME|CLAIM", shell_complete=complete_names)
@click.option(
    "--style",
    type=click.Choice(["gbt7714", "bibtex", "footnote"]),
    default=None,
    help="Citation style: gbt7714 (default), bibtex or footnote.",
)
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="[SOURCE=]FILE",
    help="Text of a source, to show full sentences. Can be repeated.",
)
@click.option("--accessed", metavar="DAY", help="Date on which you looked at the pages, such as 2025-11-24 or today.")
@click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")
@answer_options
def cite(
    request: Request, name: str, style: str | None, texts: tuple[str, ...], accessed: str | None, inferred: bool
) -> None:
    """Write the citations for an entity or a claim.

    With a NAME, cites every source that mentions it; with a CLAIM (the IRI or CURIE that `claims --format json`
    prints), the sources of that claim. Styles are GB/T 7714-2015, BibTeX (also with -o FILE.bib), and footnotes with
    quote, paragraph and a link to the quoted words. With --text, shows full sentences with subject, relation and object
    marked. Nothing is downloaded. Details of a source that are unknown are marked as missing.
    """
    from ..reports.cite import cite as compute
    from ..reports.cite_table import cite_table
    from ..reports.cite_text import cite_text

    request.choose_format(by_suffix("citation"))
    if style and request.form not in ("text", style):
        raise click.UsageError(
            f"--style {style} cannot be written as {request.form}. Use --format text, or a file that ends in .txt."
        )
    style = style or ("bibtex" if request.form == "bibtex" else "gbt7714")
    answer = compute(request.city, name, inferred=inferred, text=read_texts(texts), accessed=accessed)
    language, columns = request.city.language, request.columns
    request.write_answer(
        answer,
        lambda: cite_text(answer, style, language, columns, request.style),
        lambda: cite_table(answer, language),
    )
