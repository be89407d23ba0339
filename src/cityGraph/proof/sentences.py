"""Cuts a paragraph into sentences and clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

SENTENCE = {
    "zh": re.compile(r"[。!?\n]"),
    "en": re.compile(
        r"(?<!\binc)(?<!\bco)(?<!\bltd)(?<!\bcorp)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\bno)"
        r"(?<!\b[a-z])[.!?][\"')]*(?=\s|$)|\n"
    ),
}
CLAUSE = {
    "zh": re.compile(r"[,;:](?!\d)|(?<!\d)[,;:]|——|--"),
    "en": re.compile(r";|:(?!\d)| -+ "),
}


def pieces(words: str, cut: re.Pattern[str]) -> list[tuple[int, int]]:
    """Cut words behind each place where an expression matches.

    Args:
        words: Folded words, names blanked.
        cut: What ends a piece.

    Returns:
        (start, end) of each piece; together they are the words.

    Examples:
        >>> pieces("甲扩产。乙停工。", SENTENCE["zh"])
        [(0, 4), (4, 8)]
    """
    ends = [match.end() for match in cut.finditer(words)]
    return [(one, other) for one, other in pairwise([0, *ends, len(words)]) if one < other]


def piece_at(found: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """Find the piece that has an offset.

    Args:
        found: The pieces of a paragraph.
        at: The offset.

    Returns:
        The piece; the first or the last one if the offset lies outside.

    Examples:
        >>> piece_at([(0, 4), (4, 8)], 4)
        (4, 8)
    """
    return found[max(bisect_right(found, (at, 1 << 62)) - 1, 0)]
