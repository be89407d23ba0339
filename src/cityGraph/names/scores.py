"""How well a name matches, from 0 to 100: the scale of `reconcile`.

| how | score | what matches |
|---|---|---|
| iri, exact | 100 | an IRI; the main name as it is spelled |
| script | 98 | the main name in the other script |
| alias | 96 | another name of the thing |
| numbers | 92 | a name with its numbers written otherwise: 一號線, 1號線 |
| pinyin | 80 | the whole name in pinyin |
| short | 78 | a name with or without the word for its sort: 有限公司, 市, Co., Ltd. |
| initials | 60 | the initials of its pinyin |
| sound | 60 | a name that sounds the same |
| prefix | 5 to 79 | the beginning of a name, the more of it the better: 50 for six characters of ten; also its pinyin |
| within | 0 to 69 | a part of a name, the more of it the better: 50 for three characters of four |
| fuzzy | 50 to 59 | one slip of the pen in a name of six characters or more |
| fuzzy | 0 to 49 | a name that is only similar |

From 90 on the name is that of the thing. From 60 to 89 it probably is. Below 60 a person should look at it, and below
50 it is no match. Of a score below 90, what comes within 10 points of the best fits as well.
"""

from __future__ import annotations

from difflib import SequenceMatcher

SCALE = {
    "iri": 100,
    "exact": 100,
    "script": 98,
    "alias": 96,
    "numbers": 92,
    "pinyin": 80,
    "short": 78,
    "initials": 60,
    "sound": 60,
    "prefix": 80,
    "within": 70,
    "fuzzy": 59,
}
SURE = 90  # from here on a name is that of a thing, and others are no rivals
LEAST = 50  # the least score of a match
CLEAR = 10  # points by which a match that is not sure must lead
LEAST_SLIP = 6  # characters; in a shorter name, one other character makes another name
_NUMERALS = frozenset("0123456789零〇一二两三四五六七八九十百千甲乙丙丁东西南北上下")


def part(how: str, share: float) -> int:
    """Return the score of a part of a name.

    Args:
        how: ``prefix`` or ``within``.
        share: The share of the name that the part makes up, from 0 to 1.

    Returns:
        The score.

    Examples:
        >>> part("prefix", 0.75), part("within", 0.75), part("prefix", 0.5)
        (61, 51, 42)
    """
    return max(0, round(SCALE[how] - 75 * (1 - share)))


def likeness(key: str, other: str, sounds: dict[str, frozenset[str]]) -> int:
    """Return the score of a name that is similar.

    Args:
        key: A name as `fold` makes it.
        other: Another.
        sounds: The sounds of each character, as `cityGraph.names.sounds` has them.

    Returns:
        At most 59; below 50 unless one of the names is the other with one slip: a character too much or too few, two
        that changed places, or one in place of another that sounds alike. A numeral or a point of the compass is no
        slip, nor is one Chinese character in place of another sound.

    Examples:
        >>> likeness("taigagn", "taigang", {}), likeness("山西晋南钢铁", "山西晋北钢铁", {}) < 50
        (51, True)
    """
    ratio = SequenceMatcher(None, key, other, autojunk=False).ratio()
    score = round(SCALE["fuzzy"] * ratio)
    return max(score, 50) if _is_slip(key, other, sounds) else min(score, 49)


def _is_slip(key: str, other: str, sounds: dict[str, frozenset[str]]) -> bool:
    """Return whether two names differ in one slip of the pen."""
    if min(len(key), len(other)) < LEAST_SLIP or abs(len(key) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(key), len(other)) and key[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(key), len(other)) - start and key[-1 - end] == other[-1 - end]:
        end += 1
    one, two = key[start : len(key) - end], other[start : len(other) - end]
    if not _NUMERALS.isdisjoint(one + two):
        return False
    if len(one) + len(two) == 1:
        return True
    if len(one) == len(two) == 2:
        return one == two[::-1]
    if len(one) == len(two) == 1:
        return (one.isascii() and two.isascii()) or bool(sounds.get(one, frozenset()) & sounds.get(two, frozenset()))
    return False
