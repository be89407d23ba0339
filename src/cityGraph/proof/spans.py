"""Finds, among what a paragraph has in the order of its text, what begins in a stretch or touches it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


class Spans(list[T], Generic[T]):
    """A list of things with a ``start`` and an ``end``, in the order of the text.

    Attributes:
        reach: From where to where one of them reaches; from its start to its end if nothing else is said.
    """

    reach: Callable[[Any], tuple[int, int]]

    def __init__(self, found: Iterable[T], reach: Callable[[Any], tuple[int, int]] | None = None) -> None:
        super().__init__(found)
        self.reach = reach or _whole

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self]  # type: ignore[attr-defined]

    @cached_property
    def _reached(self) -> tuple[list[int], list[int], list[int]]:
        """The places in the list by where each reaches from, these offsets, and how far all so far reach."""
        order = sorted(range(len(self)), key=lambda at: self.reach(self[at]))
        return (
            order,
            [self.reach(self[at])[0] for at in order],
            list(accumulate((self.reach(self[at])[1] for at in order), max)),
        )

    def between(self, start: int, end: int) -> list[T]:
        """List what begins in a stretch.

        Args:
            start: Where the stretch begins.
            end: Where it ends.

        Returns:
            Those that begin in it, in the order of the text.

        Examples:
            >>> Spans([range(1, 3), range(4, 9)], lambda each: (each.start, each.stop)).between(2, 5)
            [range(4, 9)]
        """
        return self[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def touching(self, start: int, end: int) -> list[T]:
        """List what reaches into a stretch.

        Args:
            start: Where the stretch begins.
            end: Where it ends.

        Returns:
            Those of which a character lies in it, in the order of the list.

        Examples:
            >>> Spans([range(1, 3), range(4, 9)], lambda each: (each.start, each.stop)).touching(2, 4)
            [range(1, 3)]
        """
        order, begins, farthest = self._reached
        found = []
        for at in range(bisect_left(begins, end) - 1, -1, -1):
            if farthest[at] <= start:
                break
            if self.reach(self[order[at]])[1] > start:
                found.append(order[at])
        return [self[at] for at in sorted(found)]


def _whole(one: Any) -> tuple[int, int]:
    return one.start, one.end
