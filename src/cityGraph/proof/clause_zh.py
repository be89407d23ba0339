"""The part of a mention in a Chinese clause: what the clause speaks of, and what a preposition or a verb governs."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from .folded import HAN
from .patterns import plain_verbs
from .reading import BLANK, HIDDEN
from .senses import either
from .tables import table
from .verbs import has_verb, prepositions

if TYPE_CHECKING:
    from .name_index import Mention
    from .reading import Paragraph
    from .topics import Spot

_WHEN = re.compile(rf"^.*?{either('time before a subject', 'zh')}(?![{HAN}]{{0,2}}的)")
_ITEM = rf"[{HAN}\w{BLANK}{HIDDEN}\"+·\- ]"
LIST = re.compile(
    rf"等|[{HIDDEN}\"]*(?:\s*[、和与及暨]|以及|还有|,以及|,和)[\"]*(?:{_ITEM}{{1,24}}?(?:[、和与及暨]|以及)[\"]*)*"
)
_LINKS = "[的由在与和及对向为从被把将以于是有不也都]"  # particles: words with one of them are a clause, no title
_CAUSED = re.compile(rf"{either('cause', 'zh')}$")
_MOVED = re.compile(rf"{either('make act', 'zh')}$")
_ACTS = re.compile(either("act of what is moved", "zh"))
_NO_PREPOSITION = re.compile(rf"{either('ends like a preposition', 'zh')}$")
_COUNTED = re.compile(rf"的[一二两三四五六七八九十百\d多余]+{either('measure word', 'zh')}$")  # 已落成的一座公寓
_HANS = re.compile(f"[{HAN}]+")


def part(paragraph: Paragraph, mention: Mention, spots: list[Spot]) -> tuple[bool, bool]:
    """Say whether a clause speaks of a mention, and whether a preposition governs it.

    Args:
        paragraph: Where the mention stands.
        mention: The mention.
        spots: The mentions before it in the paragraph.

    Returns:
        Whether it is the topic of its clause, and whether it is governed.
    """
    start, _ = paragraph.clause(mention.start)
    prefix = paragraph.bare[start : mention.start].rstrip('" ')
    if prefix.endswith("以") or "以" in prefix[-14:]:
        example = re.match(r"[\"]?为例", paragraph.bare[mention.end :])
        if example:
            return True, False
    if _CAUSED.search(prefix) or (_MOVED.search(prefix) and _ACTS.match(paragraph.bare, mention.end)):
        return True, False
    prefix = _NO_PREPOSITION.sub("", prefix)
    governed = bool(prepositions("zh").search(prefix) or prepositions("zh").search(_titles().sub("", prefix)))
    rest = _COUNTED.sub("的", _WHEN.sub("", prefix))
    here = takewhile(lambda spot: spot.start >= start, reversed(spots))
    earlier = any(spot.topic for spot in here)
    verb = has_verb(_titles().sub("", rest), "zh")
    if earlier and _acted_on(paragraph, mention, spots[-1]):
        return not governed, governed
    if verb and not (rest.endswith("的") and not earlier):
        return False, governed
    leads = rest.endswith("的") or leads_in(rest) or _titles().search(rest)
    return bool(leads) and not governed, governed


def _acted_on(paragraph: Paragraph, mention: Mention, last: Spot) -> bool:
    """Whether a clause only says of a mention who acts on it, and goes on behind it: 园区建设的一期工程,将…."""
    gap = _COUNTED.sub("的", paragraph.bare[last.end : mention.start])
    verb = any(re.fullmatch(f"[{HAN}]{{0,6}}{word}的", gap) for word in plain_verbs("zh").findall(gap))
    return last.topic and verb and paragraph.bare[mention.end : mention.end + 1] in (",", "将", "已", "正")


def describes(paragraph: Paragraph, one: Spot, other: Spot) -> bool:
    """Say whether a name only describes the next one: 甲公司董事长乙.

    Args:
        paragraph: Where they stand.
        one: A mention.
        other: The next mention.

    Returns:
        Whether only a noun stands between them.
    """
    gap = paragraph.bare[one.end : other.start]
    titles = _titles().sub("", gap.split("、")[-1]) != gap.split("、")[-1]
    return (
        bool(re.fullmatch(f"[{HAN}{'、' if titles else ''}]{{0,12}}", gap))
        and not re.search(_LINKS, gap)
        and not has_verb(gap, "zh")
    )


def speaks(paragraph: Paragraph, person: Spot) -> bool:
    """Say whether a verb of speech follows a mention: 甲公司董事长乙表示.

    Args:
        paragraph: Where it stands.
        person: The mention.

    Returns:
        Whether one follows.
    """
    return bool(_speech().match(paragraph.bare, person.end))


def leads_in(prefix: str) -> bool:
    """Say whether words before a name only lead to it: 此外, 同时, 今年, a number with its unit, another name.

    Args:
        prefix: The words of the clause before the name.

    Returns:
        Whether they do.
    """
    left = _leadins().sub("", re.sub(rf"[{BLANK}{HIDDEN}\d,.%\" ]+", " ", prefix))
    return not _HANS.search(left)


@cache
def _titles() -> re.Pattern[str]:
    """What a name in apposition may stand behind: 供应商, 市长."""
    words = sorted((row["word"] for row in table("titles", "zh")), key=len, reverse=True)
    return re.compile(f"(?:副|原|前)?(?:{'|'.join(map(re.escape, words))})$")


@cache
def _speech() -> re.Pattern[str]:
    words = sorted((row["word"] for row in table("speech", "zh")), key=len, reverse=True)
    return re.compile(f"[{HAN}]{{0,8}}?(?:{'|'.join(map(re.escape, words))})")


@cache
def _leadins() -> re.Pattern[str]:
    words = sorted((row["word"] for row in table("leadins", "zh")), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")
