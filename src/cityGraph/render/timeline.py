"""Print the answer of `timeline` as text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from .columns import plain
from .plan_rows import combined_claim, empty_text, followed_lines, heading, moment_text, row, source_lines_of
from .rows import count_of
from .words import WORDS

if TYPE_CHECKING:
    from ..model.timeline import Timeline
    from .columns import Style


def timeline_text(answer: Timeline, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `timeline` as text: by year, each event with its quotes; last, the events without a date.

    Args:
        answer: What `timeline` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if not (answer.events or answer.undated):
        return empty_text("no_moments", answer, words, columns)
    head = [count_of(words, "moments", len(answer))]
    head += [words["undated"] + f" {len(answer.undated)}"] if answer.undated else []
    lines = heading(answer, head, words, columns)
    lines += followed_lines(answer, words, language, columns, style)
    for year, moments in groupby(answer.events, key=lambda moment: (moment.date or "")[:4]):
        lines += ["", year]
        for moment in moments:
            text = moment_text(moment, words)
            text = text if moment.precision == "year" else f"{moment.date} {text}"
            lines += row(text, combined_claim(moment), words, language, columns, style)
    if answer.undated:
        lines += ["", words["undated"]]
        for moment in answer.undated:
            lines += row(moment_text(moment, words), combined_claim(moment), words, language, columns, style)
    shown = ([combined_claim(moment)] for moment in (*answer.events, *answer.undated))
    return "\n".join([*lines, *source_lines_of(shown, words, columns)]) + "\n"
