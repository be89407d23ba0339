"""What begins in a stretch, and what touches it."""

from __future__ import annotations

from random import Random

from cityGraph.proof.spans import Spans


def ends(one: range) -> tuple[int, int]:
    return one.start, one.stop


def made(random: Random) -> list[range]:
    starts = sorted(random.randrange(100) for _ in range(20))
    return [range(start, start + random.randrange(1, 30)) for start in starts]


def test_both_questions_are_answered_as_by_a_look_at_each() -> None:
    random = Random(5)
    for _ in range(200):
        all_of_them = made(random)
        spans = Spans(all_of_them, ends)
        start = random.randrange(110)
        end = start + random.randrange(1, 20)
        assert spans.touching(start, end) == [each for each in all_of_them if each.start < end and each.stop > start]
        assert spans.between(start, end) == [each for each in all_of_them if start <= each.start < end]


def test_nothing_touches_an_empty_list() -> None:
    assert Spans([], ends).touching(0, 9) == Spans([], ends).between(0, 9) == []
