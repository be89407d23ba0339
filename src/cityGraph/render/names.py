"""Write the answer of `find` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..escape import terminal
from .columns import pad, width, wrap
from .rows import item_lines
from .words import WORDS

if TYPE_CHECKING:
    from ..model.names import Found


def found_text(answer: Found, language: str, columns: int) -> str:
    """Return the answer of `find` as text.

    The first line counts the matches. Then comes one line per match: label, kind, the name that matches, and how it
    matches.

    Args:
        answer: What `find` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns. If the table is wider, a match takes several lines.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    lines = wrap(words["found"].format(n=len(answer), name=terminal(short(answer.asked))), columns)
    table = [
        [terminal(each) for each in (m.label, m.entity.kind_label or m.entity.kind, m.name, words["how"][m.how])]
        for m in answer
    ]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    for label, *more in table:
        row = "  ".join(map(pad, (label, *more), widths)).rstrip()
        if sum(widths) + 8 <= columns:
            lines.append("  " + row)
        else:
            lines += ["  " + line for line in wrap(label, columns - 2)]
            lines += ["    " + line for line in item_lines([each for each in more if each], columns - 4)]
    return "\n".join(lines) + "\n"
