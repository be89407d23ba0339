"""Write the answer of `about` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .columns import pad, width, wrap
from .display import display
from .legend import proof_of
from .rows import basis_of, item_lines, status_of
from .welcome import command_lines, size_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.graph import About

_FIRST = 3  # sources, kinds and relations that the short text lists


def about_text(
    answer: About,
    language: str,
    columns: int,
    *,
    full: bool = False,
    command: str = "citygraph",
    names: Sequence[str] = (),
) -> str:
    """Return the answer of `about` as text: what is counted, then the largest counts, then what to ask next.

    Args:
        answer: What `about` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        full: List every source, kind and relation, and nothing to ask. Otherwise the text fits one screen.
        command: What stands before a verb in the commands, such as ``citygraph --lang en``.
        names: Names of things in the graph, for the commands. With fewer than two, the commands need none.

    Returns:
        The text, with a line end. A heading without counts is left out.
    """
    words = WORDS[language]
    lines = wrap(size_of(answer, words), columns)
    if answer.basis:
        lines += wrap(words["claim_is"], columns)
    lines += _counts(answer, words, columns, full=full)
    if not full:
        verbs = words["next"]["named" if len(names) > 1 else "any"]
        lines += ["", words["next"]["ask"], *command_lines(command, verbs, names, columns)]
        lines += wrap(words["next"]["full"].format(command=command), columns)
    return "\n".join(lines) + "\n"


def _counts(answer: About, words: dict[str, Any], columns: int, *, full: bool) -> Iterator[str]:
    """Yield each heading with its counts, the largest first."""
    status = {status_of(name, words): n for name, n in answer.status.items()}
    basis = {basis_of(name, words): n for name, n in answer.basis.items()}
    proof = {proof_of(name, words): n for name, n in answer.proof.items()}
    groups = (status, basis, proof, answer.sources, answer.kinds, answer.relations)
    step = max(map(width, words["headings"])) + 2
    for at, (heading, counts) in enumerate(zip(words["headings"], groups, strict=True)):
        items = [f"{display(name)} {n}" for name, n in counts.items()]
        if len(items) > _FIRST and at > 2 and not full:
            total = words["in_all"].format(n=len(items))
            items = [total + items[0], *items[1:_FIRST], "…"]
        for line_at, line in enumerate(item_lines(items, columns - step) if items else ()):
            yield pad("" if line_at else heading, step) + line
