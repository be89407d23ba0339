"""Proves statements by a text, or says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .statement import Verdict

if TYPE_CHECKING:
    from .reading import Reading
    from .statement import Statement


def prove(statement: Statement, reading: Reading) -> Verdict:
    """Say whether a text says a statement.

    Args:
        statement: What is to be proved.
        reading: The text.

    Returns:
        The verdict.
    """
    return Verdict(proved=False, column="relation", reason="not built yet")
