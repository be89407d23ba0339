"""Proves statements by a text, or says what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .amounts import prove_amount
from .attempt import Failure, anchors, verdict
from .statement import Amount, Verdict
from .ties import prove_tie

if TYPE_CHECKING:
    from .attempt import Proof
    from .reading import Reading
    from .statement import Statement


def prove(statement: Statement, reading: Reading) -> Verdict:
    """Say whether a text says a statement.

    Args:
        statement: What is to be proved.
        reading: The text.

    Returns:
        The verdict. If the words are denied at one of the places of the quote, the statement is refused. Words that a
        person gave are used only where the text alone does not prove it; the verdict then says that it is assisted.
        Words to which a person gave a mood may refuse what the text alone proves.
    """
    alone = _prove(statement.unaided, reading.unaided)
    if alone.proved and reading.heeded is not reading.unaided:
        alone = _prove(statement.unaided, reading.heeded)
    if alone.proved or (statement == statement.unaided and reading is reading.unaided):
        return alone
    if missing := [words for words in statement.help if not _printed(words, reading)]:
        return Verdict(proved=False, column="quote", reason=f"the text does not have «{missing[0]}»")
    aided = _prove(statement, reading.aided(statement))
    return replace(aided, assisted=True) if aided.proved else aided


def _printed(words: str, reading: Reading) -> bool:
    return bool(reading.find(words))


def _prove(statement: Statement, reading: Reading) -> Verdict:
    proofs: list[Proof] = []
    failures: list[Failure] = []
    places = anchors(statement, reading)
    if not places:
        return verdict([], [Failure(0, "quote", f"the text does not have «{statement.quote}»")])
    how = prove_amount if isinstance(statement.object, Amount) else prove_tie
    for place in places:
        for result in how(statement, reading, place):
            if isinstance(result, Failure):
                failures.append(result)
            else:
                proofs.append(result)
    return verdict(proofs, failures or [Failure(0, "quote", "the text has no words")])
