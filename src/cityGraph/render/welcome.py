"""Write what the command prints by itself: what it is, what is in the graph, and what to type next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import argument
from .columns import pad, width, wrap
from .rows import count_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.graph import About


def welcome_text(command: str, answer: About | None, names: Sequence[str], language: str, columns: int) -> str:
    """Return a short welcome.

    Args:
        command: What stands before a verb, such as ``citygraph --lang en``.
        answer: The counts of the graph; None leaves them out.
        names: Names of things in the graph: the first stands in the commands and, where two are asked for, the last
            beside it. With fewer than two, words in capitals stand in their place.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end. A command and what it does stand on two lines if one is too narrow for all of them.

    Examples:
        >>> print(welcome_text("citygraph", None, ["太鋼", "太重"], "en", 100).splitlines()[4])
          citygraph neighbors 太鋼            who is connected to it, in the source's words
    """
    words = WORDS[language]["welcome"]
    counts = [size_of(answer, WORDS[language])] if answer else []
    lines = [line for text in (words["title"], *counts) for line in wrap(text, columns)]
    lines += ["", words["try"], *command_lines(command, words["commands"], names, columns)]
    lines += ["", *(line for text in words["help"] for line in wrap(text.format(command=command), columns))]
    return "\n".join(lines) + "\n"


def size_of(answer: About, words: dict[str, Any]) -> str:
    """Return how large a graph is, such as "2 entities · 1 claim · 23 triples".

    Args:
        answer: What `about` returned.
        words: The words of the reader's language.

    Returns:
        The three counts on one line.

    Examples:
        >>> from cityGraph.model.graph import About
        >>> size_of(About(23, 2, 1, {}, {}, {}, {}, {}, {}), WORDS["en"])
        '2 entities · 1 claim · 23 triples'
    """
    sizes = {"entities": answer.entities, "claims": answer.claims, "triples": answer.triples}
    return " · ".join(count_of(words, what, n) for what, n in sizes.items())


def command_lines(command: str, verbs: Sequence[tuple[str, str]], names: Sequence[str], columns: int) -> list[str]:
    """Return commands to type, each with what it does.

    Args:
        command: What stands before a verb, such as ``citygraph --lang en``.
        verbs: What stands behind it, with ``{name}`` and ``{other}`` for names, and what it does.
        names: Names of things in the graph: the first and, where two are asked for, the last. With fewer than two,
            words in capitals stand in their place.
        columns: Width of a line, in terminal columns.

    Returns:
        The lines, indented. A command and what it does stand on two lines if one is too narrow for all of them.
    """
    name, other = (argument(names[0]), argument(names[-1])) if len(names) > 1 else ("NAME", "NAME2")
    told = [(f"{command} {verb.format(name=name, other=other)}", what) for verb, what in verbs]
    step = max(width(typed) for typed, _ in told) + 2
    if all(2 + step + width(what) <= columns for _, what in told):
        return [f"  {pad(typed, step)}{what}" for typed, what in told]
    lines = []
    for typed, what in told:
        lines += [f"  {typed}", *(f"      {line}" for line in wrap(what, columns - 6))]
    return lines
