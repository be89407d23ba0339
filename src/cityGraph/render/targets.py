"""Print the answer of `targets` as text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ..escape import terminal
from .columns import plain, wrap
from .display import display
from .figures import figure_text, quoted
from .plan_rows import (
    empty_text,
    followed_lines,
    heading,
    missing_note,
    notes_on,
    other_figures,
    resolved_mark,
    row,
    source_lines_of,
)
from .rows import count_of, place_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Claim
    from ..model.targets import Target, Targets
    from .columns import Style
    from .plan_rows import Words


def targets_text(answer: Targets, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `targets` as text: by subject, each with its quotes, baseline, due year and what is missing.

    Args:
        answer: What `targets` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if not len(answer):
        return empty_text("no_targets", answer, words, columns)
    with_baseline = sum(bool(target.baselines) for target in answer)
    baselines = words["baselines"].format(n=with_baseline) if with_baseline else words["no_baselines"]
    lines = heading(answer, [count_of(words, "targets", len(answer)), baselines], words, columns)
    lines += followed_lines(answer, words, language, columns, style)
    for (subjects, open_list), group in groupby(answer, key=lambda target: (target.subjects, target.open_list)):
        targets = list(group)
        names = words["comma"].join(display(subject.label) for subject in subjects) or words["nobody"]
        names = words["and_more"].format(names=names) if open_list else names
        lines += ["", *wrap(f"{names} · {count_of(words, 'items', len(targets))}", columns)]
        for target in targets:
            lines += _target_lines(target, words, language, columns, style)
    return "\n".join([*lines, *source_lines_of((target.claims for target in answer), words, columns)]) + "\n"


def _target_lines(target: Target, words: Words, language: str, columns: int, style: Style) -> Iterator[str]:
    what = target.indicator.label if target.indicator else target.entity.label
    for claim in target.values:
        yield from row(f"{what} {figure_text(claim, words)}", claim, words, language, columns, style)
        yield from notes_on(other_figures(claim, target.values, words), columns)
    if not target.values:
        yield from row(what, target.main_claim, words, language, columns, style)
    for claim, year in zip(target.baselines, target.years, strict=True):
        when = display(year) if year else missing_note(["year"], words)
        text = words["baseline"].format(year=when, figure=figure_text(claim, words))
        yield from row(text, claim, words, language, columns, style)
    notes = [words["due"].format(year=display(claim.object_text)) + citation(claim, words) for claim in target.dues]
    if target.due and not target.dues:  # the claim of the figure says it itself
        notes.append(words["due"].format(year=display(target.due)))
    # A target without a number has a scale in words (百億規模), which its row shows.
    missing = [facet for facet in target.unknown if facet != "value"]
    notes += [missing_note(missing, words)] if missing else []
    yield from notes_on(notes, columns)


def citation(claim: Claim, words: Words) -> str:
    """Return basis, quotes and places of a claim that is shown in a note instead of a row.

    Args:
        claim: The claim.
        words: The words of the reader's language.

    Returns:
        The text, to stand behind what the claim says.
    """
    quotes = dict.fromkeys(f"{quoted(terminal(p.phrase), words)} {place_of(p)}".lstrip() for p in claim.evidence)
    because = f"{words['because']}{display(claim.because)}" if claim.because else ""
    return f"{resolved_mark(claim, words)} {' '.join(filter(None, (*quotes, because)))}".rstrip()
