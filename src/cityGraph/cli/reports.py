"""Define the command `cite`."""

from __future__ import annotations

import click

from ..formats import by_suffix
from .options import Request, answer_options, complete_names, read_texts


@click.command()
@click.argument("name", metavar="NAME|CLAIM", shell_complete=complete_names)
@click.option(
    "--style",
    type=click.Choice(["gbt7714", "bibtex", "footnote"]),
    default=None,
    help="gbt7714 (the default), bibtex or footnote.",
)
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="[SOURCE=]FILE",
    help="A source's text, to show the whole sentences; may be given again.",
)
@click.option("--accessed", metavar="DAY", help="The day on which you looked at the pages: 2025-11-24.")
@click.option("--inferred", is_flag=True, help="Show inferred claims too, with their reasons.")
@answer_options
def cite(
    request: Request, name: str, style: str | None, texts: tuple[str, ...], accessed: str | None, inferred: bool
) -> None:
    """What to write beside a statement: every source that speaks of NAME, or those of one CLAIM.

    GB/T 7714-2015, BibTeX (also by -o FILE.bib), or a footnote for each place, with the words, the paragraph, and the
    link to the words. CLAIM is the IRI or CURIE that `claims --format json` gives. With a text the whole sentences are
    shown, subject, relation and object marked. Nothing is fetched; what is not known of a source is said.
    """
    from ..reports.cite import cite as compute
    from ..reports.cite_text import cite_text

    request.choose_format(by_suffix("citation"))
    if style and request.form not in ("text", style):
        raise click.UsageError(f"--style {style} is text: let the file end in .txt")
    style = style or ("bibtex" if request.form == "bibtex" else "gbt7714")
    answer = compute(request.city, name, inferred=inferred, text=read_texts(texts), accessed=accessed)
    language, columns = request.city.language, request.columns
    request.write_answer(answer, lambda: cite_text(answer, style, language, columns, request.style))
