"""Writes the answer of `suggest` as text."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..model.suggest import CLAIMS_FILE, THINGS_FILE
from .columns import wrap
from .figures import quoted
from .rows import status_of
from .words import WORDS
from .words_suggest import SUGGEST_WORDS

if TYPE_CHECKING:
    from ..model.suggest import Suggested, SuggestedClaim, SuggestedThing

_FIRST = 5  # rows of each kind that are shown
_BESIDE_CHINESE = re.compile(r"(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff%])")


def suggested_text(answer: Suggested, language: str, columns: int) -> str:
    """Return the answer of `suggest` as text: how many rows were written, and the first of them.

    Args:
        answer: What `suggest` returned.
        language: ``zh-Hant``, ``zh-Hans`` or ``en``.
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.

    Examples:
        >>> from cityGraph.model.suggest import Suggested, SuggestedThing
        >>> print(suggested_text(Suggested("b", (SuggestedThing("Mill Park", "zone"),), ()), "en", 80), end="")
        1 thing in b/suggested-things.csv
          Mill Park (zone)
        No claims in b/suggested.csv
        Read each row beside its quote. Move what you accept to things.csv and
        claims.csv, things first.
    """
    told = SUGGEST_WORDS[language]
    lines: list[str] = []
    things = [_thing(each) for each in answer.things[:_FIRST]]
    claims = [_claim(each, WORDS[language]) for each in answer.claims[:_FIRST]]
    for n, shown, which, name in (
        (len(answer.things), things, "things", THINGS_FILE),
        (len(answer.claims), claims, "claims", CLAIMS_FILE),
    ):
        count = f"no_{which}" if not n else f"one_{which}" if n == 1 else which
        file = terminal(os.path.join(answer.folder, name))
        lines += wrap(told[count].format(n=n, file=file), columns)
        for row in shown:
            lines += [f"  {line}" for line in wrap(terminal(" ".join(row.split())), columns - 2)]
        if n > _FIRST:
            lines.append(f"  {told['more'].format(n=n - _FIRST)}")
    if answer.things or answer.claims:
        lines += wrap(told["next"], columns)
    return "\n".join(lines) + "\n"


def _thing(each: SuggestedThing) -> str:
    return f"{' | '.join((each.name, *each.aliases))} ({each.kind})"


def _claim(each: SuggestedClaim, words: dict[str, Any]) -> str:
    figure = _BESIDE_CHINESE.sub("", " ".join(filter(None, (each.comparator, each.object, each.unit))))
    what = f"{each.measure} {figure}" if each.measure else each.object
    said = " · ".join(filter(None, (each.subject, each.relation, what, each.period, status_of(each.status, words))))
    return f"{said} {quoted(each.quote, words)}"
