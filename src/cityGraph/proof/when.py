"""Does the text give the period of a statement at the place where it says it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attempt import Failure

if TYPE_CHECKING:
    from .periods import Period
    from .reading import Paragraph, Reading
    from .statement import Statement

_STAGE = 8


def period_failure(statement: Statement, reading: Reading, paragraph: Paragraph, start: int, end: int) -> Failure | None:
    """Say what is wrong with the period of a statement.

    Args:
        statement: The statement; without a period nothing is wrong.
        reading: The text.
        paragraph: Where it is said.
        start: Where its verb or number begins.
        end: Where it ends.

    Returns:
        What is wrong; None if the nearest period is that of the statement.
    """
    from .periods import same_period  # noqa: PLC0415 — most statements have no period

    if not statement.period:
        return None
    for period in _nearest(paragraph, start, end):
        if same_period(statement.period, period, paragraph.words):
            return None
        return Failure(_STAGE, "period", f"the text says {period.words} here, the row says {statement.period}")
    if any(statement.period in name for name in statement.subject.names):
        return None  # the plan of 2022 speaks of 2022
    return Failure(_STAGE, "period", f"no period stands here; the row says {statement.period}")


def _nearest(paragraph: Paragraph, start: int, end: int) -> list[Period]:
    """List the period that dates a place: of its clause, else before it in the sentence, behind it, or before that."""
    clause, sentence = paragraph.clause(start), paragraph.sentence(start)

    def within(bounds: tuple[int, int]) -> list[Period]:
        return [each for each in paragraph.periods if bounds[0] <= each.start and each.end <= bounds[1]]

    def distance(period: Period) -> int:
        return start - period.end if period.end <= start else period.start - end

    own = sorted(within(clause), key=distance)
    earlier = [each for each in within(sentence) if each.end <= start][::-1]
    later = [each for each in within(sentence) if each.start >= end]
    before = [each for each in paragraph.periods if each.end <= sentence[0]][::-1]
    return (own or earlier or later or before)[:1]
