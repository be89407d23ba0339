"""`find` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..escape import terminal
from .columns import pad, width, wrap
from .rows import items
from .words import WORDS

if TYPE_CHECKING:
    from ..model.names import Found


def found_text(answer: Found, language: str, columns: int) -> str:
    """`find` as text: how many fit, then one line each: label, kind, the name that fits, how it does."""
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
            lines += ["    " + line for line in items([each for each in more if each], columns - 4)]
    return "\n".join(lines) + "\n"
