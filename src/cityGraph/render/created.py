"""Writes the answer of `new` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import terminal
from .columns import pad, width, wrap
from .words import WORDS
from .words_created import CREATED_WORDS

if TYPE_CHECKING:
    from ..model.created import Created


def created_text(answer: Created, language: str, columns: int, command: str = "citygraph") -> str:
    """Return the answer of `new` as text: what was written, and what to type next.

    Args:
        answer: What `new` returned.
        language: ``zh-Hant``, ``zh-Hans`` or ``en``.
        columns: Width of a line, in terminal columns. A command is not wrapped, so that it can be copied.
        command: What to type before a verb.

    Returns:
        The text, with a line end.

    Examples:
        >>> from cityGraph.model.created import Created
        >>> made = Created("b", "City B", "city-b", ("things.csv",), ("build b --check", "about --from b"))
        >>> print(created_text(made, "en", 80), end="")
        City B · id city-b · written into b:
          things.csv
        Next:
          citygraph build b --check   check each cell by the texts
          citygraph about --from b    what the graph holds
    """
    told = CREATED_WORDS[language]
    head = told["written"].format(city=terminal(answer.city), id=answer.id, folder=terminal(answer.folder))
    files = WORDS[language]["comma"].join(map(terminal, answer.files))
    lines = [*wrap(head, columns), *(f"  {line}" for line in wrap(files, columns - 2)), told["next"]]
    typed = [f"{command} {terminal(verb)}" for verb in answer.next]
    meanings = [told["check" if verb.endswith(" --check") else verb.partition(" ")[0]] for verb in answer.next]
    wide = max(map(width, typed), default=0)
    beside = all(wide + width(meaning) + 5 <= columns for meaning in meanings)
    for each, meaning in zip(typed, meanings, strict=True):
        lines += [f"  {pad(each, wide)}   {meaning}"] if beside else [f"  {each}", f"    {meaning}"]
    return "\n".join(lines) + "\n"
