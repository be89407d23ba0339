"""Settles the parts of the mentions of a paragraph that depend on each other: lists, and names that describe others."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from . import clause_zh

if TYPE_CHECKING:
    from collections.abc import Collection

    from .reading import Paragraph, Reading
    from .topics import Spot

# Families that can stand in the place of each other as the subject of a verb.
BEARERS = frozenset({"place", "zone", "firm", "body", "project", ""})


def settled(paragraph: Paragraph, spots: list[Spot], reading: Reading) -> list[Spot]:
    """Give all members of a list the part of its first one; in English names with commas alone are no list.

    Args:
        paragraph: Where they stand.
        spots: The mentions of the paragraph, in the order of the text.
        reading: The text.

    Returns:
        The mentions, each with its part.
    """
    lists: dict[int, list[Spot]] = {}
    for spot in spots:
        lists.setdefault(spot.group, []).append(spot)
    loose = set()
    if paragraph.language == "en":
        for number, members in lists.items():
            gaps = [paragraph.bare[one.end : other.start] for one, other in pairwise(members)]
            if gaps and not any(re.search(r"\band\b|&|\bas well as\b", gap) for gap in gaps):
                loose.add(number)
    settled = []
    for at, spot in enumerate(spots):
        head = lists[spot.group][0]
        if spot.group in loose:
            settled.append(replace(spot, group=-1 - at))
        else:
            settled.append(replace(spot, topic=head.topic and not spot.hidden, governed=head.governed))
    if paragraph.language == "zh":
        for at, (one, other) in enumerate(pairwise(settled)):
            bearer = any(reading.family(key) in BEARERS | {"person"} for key in other.keys)
            both = one.topic and other.topic and one.group != other.group and bearer
            if both and clause_zh.describes(paragraph, one, other):
                # 甲公司董事长乙表示: he speaks for the firm, so that both are topics.
                speaks = clause_zh.speaks(paragraph, other)
                settled[at] = replace(one, group=other.group) if speaks else replace(one, topic=False)
    return settled


def rivals(reading: Reading, key: str, wanted: str) -> bool:
    """Say whether one thing could stand where another is looked for, so that it takes that one's place.

    Args:
        reading: The text.
        key: The key of the thing that stands there.
        wanted: The key of the thing looked for.

    Returns:
        Whether they are of one family, or both may do or have something.
    """
    one, other = reading.family(key), reading.family(wanted)
    return key != wanted and (one == other or (one in BEARERS and other in BEARERS))


def belongs(family: str, families: Collection[str]) -> bool:
    """Say whether a family is one of some families: a firm is also a body.

    Args:
        family: The family of a thing.
        families: Those that may stand at a place.

    Returns:
        Whether it is.

    Examples:
        >>> belongs("firm", {"body"}), belongs("body", {"firm"})
        (True, False)
    """
    return family in families or (family == "firm" and "body" in families)
