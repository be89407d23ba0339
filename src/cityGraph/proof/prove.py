"""Proves statements by a text, or says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .amounts import prove_amount
from .attempt import Failure, anchors, verdict
from .statement import Amount
from .ties import prove_tie

if TYPE_CHECKING:
    from .attempt import Proof
    from .reading import Reading
    from .statement import Statement, Verdict


def prove(statement: Statement, reading: Reading) -> Verdict:
    """Say whether a text says a statement.

    Args:
        statement: What is to be proved.
        reading: The text.

    Returns:
        The verdict. If the words are denied at one of the places of the quote, the statement is refused.
    """
    proofs: list[Proof] = []
    failures: list[Failure] = []
    places = anchors(statement, reading)
    if not places:
        return verdict([], [Failure(0, "quote", f"the text does not have «{statement.quote}»")])
    for place in places:
        how = prove_amount if isinstance(statement.object, Amount) else prove_tie
        for result in how(statement, reading, place):
            if isinstance(result, Failure):
                failures.append(result)
            else:
                proofs.append(result)
    return verdict(proofs, failures)
