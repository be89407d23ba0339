"""Print the answer of `projects` as text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from .columns import plain, wrap
from .display import display
from .figures import figure_text
from .plan_rows import (
    combined_claim,
    empty_text,
    followed_lines,
    heading,
    missing_note,
    moment_text,
    notes_on,
    other_figures,
    row,
    source_lines_of,
)
from .rows import count_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.claim import Claim, Entity, Value
    from ..model.projects import Projects, Work
    from .columns import Style
    from .plan_rows import Words


def projects_text(answer: Projects, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `projects` as text: by stage, each with its history, owners, sites and investments.

    Args:
        answer: What `projects` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if not len(answer):
        return empty_text("no_works", answer, words, columns)
    counts = [count_of(words, "works", len(answer))]
    listed = {work.entity for work in answer}
    if parts := sum(bool(listed & set(work.wholes)) for work in answer):
        counts.append(words["parts"].format(n=parts))
    lines = heading(answer, counts, words, columns)
    lines += followed_lines(answer, words, language, columns, style)
    for stage, group in groupby(answer, key=lambda work: stage_of(work, words)):
        works = list(group)
        lines += ["", *wrap(f"— {stage} · {count_of(words, 'works', len(works))} —", columns)]
        for work in works:
            kind = f" · {display(work.entity.kind_label)}" if work.entity.kind != "Project" else ""
            lines += ["", *wrap(display(work.entity.label) + kind, columns)]
            lines += _work_lines(work, words, language, columns, style)
    return "\n".join([*lines, *source_lines_of((work.claims for work in answer), words, columns)]) + "\n"


def stage_of(work: Work, words: Words) -> str:
    """Return the stage of a project; without one, the relation by which somebody means to build it.

    Args:
        work: The project.
        words: The words of the reader's language.

    Returns:
        One line, safe for a terminal.
    """
    if work.stage:
        return display(work.stage_label or work.stage)
    return display(work.driven[0].relation.label) if work.driven else str(words["undriven"])


def _work_lines(work: Work, words: Words, language: str, columns: int, style: Style) -> Iterator[str]:
    figures = (*work.investments, *work.figures)
    for item, text, claim, keep in work_rows(work, words):
        if item == "owner":
            text = f"{words['facets']['owner']} {text}"
        if item == "figure":
            text = display(claim.relation.to(text))
        yield from row(text, claim, words, language, columns, style, keep=keep)
        if item == "figure":
            yield from notes_on(other_figures(claim, figures, words), columns)
    if work.unknown:
        yield from notes_on([missing_note(work.unknown, words)], columns)


def work_rows(work: Work, words: Words) -> Iterator[tuple[str, str, Claim, tuple[str, ...]]]:
    """Yield what is said of a project, one row after the other.

    Args:
        work: The project.
        words: The words of the reader's language.

    Yields:
        What the row is about (``history``, ``driven``, ``developer``, ``owner``, ``site``, ``chain`` or ``figure``),
        its text, the claim that it rests on, and the names of the qualifiers to print.
    """
    usual = ("purpose", "level", "share")
    for moment in work.history:
        text = f"{moment.date or words['undated']} {moment_text(moment, words, work.entity.label)}"
        yield "history", text, combined_claim(moment), usual
    for claim in work.driven:
        text = f"{display(claim.subject.label)} {display(claim.relation.label)}"
        yield "driven", text, claim, ("verb", "purpose")
    for claim in work.developers:
        yield "developer", f"{display(claim.subject.label)} {display(claim.relation.label)}", claim, ("verb", "purpose")
    for claim in work.owners:
        yield "owner", display(claim.subject.label) + _of_whole(work, claim.object, words), claim, usual
    for item, several in (("site", work.sites), ("chain", work.chains)):
        for claims in _alike(several):
            names = words["comma"].join(display(claim.object_text) for claim in claims)
            evidence = tuple(dict.fromkeys(passage for claim in claims for passage in claim.evidence))
            text = f"{display(claims[0].relation.to(names))}{_of_whole(work, claims[0].subject, words)}"
            yield item, text, claims[0].replace(evidence=evidence), usual
    for claim in (*work.investments, *work.figures):
        yield "figure", figure_text(claim, words), claim, ("period", "purpose")


def _of_whole(work: Work, about: Entity | Value, words: Words) -> str:
    """Return the name of the whole that a row is about, in brackets; nothing if it is about the work itself."""
    return "" if about == work.entity else words["noted"].format(note=display(getattr(about, "label", "")))


def _alike(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the claims in groups that share relation, status, basis and reason, so that one row can show a group."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.subject, claim.relation, claim.status, claim.basis, claim.because), []).append(claim)
    yield from groups.values()
