"""A date as far as a text prints it: what is left out stays empty."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import table

PARTS = {
    "初": "start", "年初": "start", "上旬": "start", "early": "start", "beginning": "start", "start": "start",
    "中": "middle", "年中": "middle", "中旬": "middle", "mid": "middle", "middle": "middle",
    "下旬": "late", "late": "late",
    "底": "end", "末": "end", "年底": "end", "年末": "end", "end": "end",
}  # fmt: skip
ORDER = {
    "一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4,
}  # fmt: skip


@dataclass(frozen=True)
class Atom:
    """One date, as far as it is printed.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends; exclusive.
        year: The year; None if none is printed.
        shift: How many years from that of the text (去年 is -1); None if the words say none.
        month: The first month; None if none is printed.
        last: The last month; None if none is printed.
        day: The day; None if none is printed.
        last_day: The last of several days; None for one.
        part: "start", "middle", "late", "end" or "season" if a part is printed that no month settles; "fiscal" for the
            year of an account.
        until: The last year of several, such as of a plan of five years; None for one year.
        months: How many months from that of the text (上月 is -1); None if the words say none.
        days: How many days from that of the text (昨天 is -1); None if the words say none.
        words: Whether the words name a time that no calendar settles (近三年).
        nothing: Whether it only names what is compared with (去年同期).
    """

    start: int
    end: int
    year: int | None = None
    shift: int | None = None
    month: int | None = None
    last: int | None = None
    day: int | None = None
    last_day: int | None = None
    part: str = ""
    until: int | None = None
    months: int | None = None
    days: int | None = None
    words: bool = False
    nothing: bool = False


@cache
def relative(language: str, kind: str) -> dict[str, int]:
    """Return the words for a time that is counted from the date of the text.

    Args:
        language: "zh" or "en".
        kind: "year", "month" or "day".

    Returns:
        How many years, months or days from that date, by word.

    Examples:
        >>> relative("en", "year")["last year"]
        -1
    """
    return {row["word"]: int(row["value"]) for row in table("periods", language) if row["kind"] == kind}


def apart(found: list[Atom]) -> list[Atom]:
    """Keep the longest of those that overlap.

    Args:
        found: Dates in any order.

    Returns:
        Dates in the order of the text, none inside another.

    Examples:
        >>> [atom.end for atom in apart([Atom(0, 5, 2025), Atom(0, 7, 2025, month=9)])]
        [7]
    """
    kept: list[Atom] = []
    taken: set[int] = set()
    for atom in sorted(found, key=lambda atom: (atom.start - atom.end, atom.start)):
        if taken.isdisjoint(range(atom.start, atom.end)):
            kept.append(atom)
            taken.update(range(atom.start, atom.end))
    return sorted(kept, key=lambda atom: atom.start)
