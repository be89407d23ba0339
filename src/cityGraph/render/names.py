"""Write the answer of `find` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import short
from .columns import pad, width, wrap
from .display import display
from .figures import own_words
from .words import WORDS

if TYPE_CHECKING:
    from ..model.names import Found, Match


def found_text(answer: Found, language: str, columns: int) -> str:
    """Return the answer of `find` as text.

    The first line counts the matches. Then comes one line per match: label, kind, and how it matches, with the name
    that matches if that is not the label.

    Args:
        answer: What `find` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns. If the columns of the table are wider, they are not aligned.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    lines = wrap(
        words["found_first" if answer.more else "found"].format(n=len(answer), name=display(short(answer.asked))),
        columns,
    )
    table = [[display(m.label), display(m.entity.kind_label or m.entity.kind), display(_how(m, words))] for m in answer]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    for cells in table:
        if sum(widths) + 6 <= columns:
            lines.append("  " + "  ".join(map(pad, cells, widths)).rstrip())
        else:
            first, *more = wrap(" · ".join(filter(None, cells)), columns - 4)
            lines += ["  " + first, *("    " + line for line in more)]
    return "\n".join(lines) + "\n"


def _how(match: Match, words: dict[str, Any]) -> str:
    """Return how a name matches, and the name if it is not the label."""
    how = str(words["how"][match.how])
    name = own_words(match.name, None, words)
    return how if match.name == match.label else words["matched"].format(how=how, name=name)
