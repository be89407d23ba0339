"""Writes the answer of `build` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import terminal
from .columns import wrap
from .words import WORDS

if TYPE_CHECKING:
    from ..model.sheets import Checked


def checked_text(answer: Checked, language: str, columns: int) -> str:
    """Return the answer of `build` as text: one line for each refusal, then the totals.

    Args:
        answer: What `build` returned.
        language: Language of the totals: "zh-Hant", "zh-Hans" or "en". What a refusal says is English.
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end. Refusals are not wrapped, so that a program can read one per line.
    """
    words = WORDS[language]
    told = words["build"]
    degrees = [told[degree].format(n=n) for degree, n in answer.counts.items() if n]
    total = told["accepted"].format(n=len(answer.proved), claims=answer.claims)
    helped = sum(each.assisted for each in answer.proved)
    degrees += [told["assisted"].format(n=helped)] if helped else []
    if degrees:
        total += told["degrees"].format(degrees=words["comma"].join(degrees))
    total += told["refused"].format(n=len(answer.refused)) if answer.refused else ""
    lines = [terminal(" ".join(str(each).split())) for each in answer.refused]
    return "\n".join([*lines, *wrap(total, columns)]) + "\n"
