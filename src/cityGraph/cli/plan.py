"""`targets`, `timeline`, `projects`."""

from __future__ import annotations

from typing import Any

import click

from .names import names as names_begun
from .names import narrows
from .output import Asked, answers, given_texts

_inferred = click.option("--inferred", is_flag=True, help="Show inferred claims too, with their reasons.")


@click.command()
@click.argument("name", required=False, shell_complete=names_begun)
@narrows("Only those of subjects of this kind.", relation=False)
@_inferred
@answers
def targets(asked: Asked, name: str | None, **how: Any) -> None:
    """What is to be reached, by whom, how much, by when, and from what baseline.

    With a NAME the targets of that thing, or by that indicator. What no source says of a target is said.
    """
    from ..plan.targets import targets as ask
    from ..render.plan import targets_text

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: targets_text(answer, asked.city.language, asked.columns, asked.style))


@click.command()
@click.argument("name", required=False, shell_complete=names_begun)
@click.option("--from-year", type=click.IntRange(1, 9999), metavar="YEAR", help="Nothing before this year.")
@click.option("--to-year", type=click.IntRange(1, 9999), metavar="YEAR", help="Nothing after this year.")
@narrows("Only things of this kind.", relation=False)
@_inferred
@answers
def timeline(asked: Asked, name: str | None, **how: Any) -> None:
    """What is dated, year by year: events, stages, foundations, what is due, ties of a time.

    With a NAME what is dated of that thing, of its parts, and of the events and targets tied to it. A date is as
    precise as its source has it; what happened at a time that no source gives stands last.
    """
    from ..plan.timeline import timeline as ask
    from ..render.plan import timeline_text

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: timeline_text(answer, asked.city.language, asked.columns, asked.style))


@click.command()
@click.argument("name", required=False, shell_complete=names_begun)
@narrows("Only works of this kind.", relation=False)
@_inferred
@answers
def projects(asked: Asked, name: str | None, **how: Any) -> None:
    """What is being built, by stage: whose it is, where, for how much, when it reached which stage.

    With a NAME that project, or those of that owner, site or city. A stage is one that an event brought the work
    itself to: who only means to build it is said instead, and the start of a part stands in the history of the whole.
    """
    from ..plan.projects import projects as ask
    from ..render.plan import projects_text

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: projects_text(answer, asked.city.language, asked.columns, asked.style))


@click.command()
@click.argument("name", metavar="NAME|CLAIM", shell_complete=names_begun)
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
@answers
def cite(
    asked: Asked, name: str, style: str | None, texts: tuple[str, ...], accessed: str | None, inferred: bool
) -> None:
    """What to write beside a statement: every source that speaks of NAME, or those of one CLAIM.

    GB/T 7714-2015, BibTeX (also by -o FILE.bib), or a footnote for each place, with the words, the paragraph, and the
    link to the words. CLAIM is the IRI or CURIE that `claims --format json` gives. With a text the whole sentences are
    shown, subject, relation and object marked. Nothing is fetched; what is not known of a source is said.
    """
    from ..render.plan import cite_text
    from ..reports.cite import cite as ask

    asked.formats(bib="bibtex")
    if style and asked.form not in ("text", style):
        raise click.UsageError(f"--style {style} is text: let the file end in .txt")
    style = style or ("bibtex" if asked.form == "bibtex" else "gbt7714")
    answer = ask(asked.city, name, inferred=inferred, text=given_texts(texts), accessed=accessed)
    language, columns = asked.city.language, asked.columns
    asked.say(answer, lambda: cite_text(answer, style, language, columns, asked.style))


COMMANDS = (targets, timeline, projects, cite)
