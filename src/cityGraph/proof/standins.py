"""The words of a paragraph that stand for a thing: 公司, 该园区, its, the project."""

from __future__ import annotations

import re
from functools import cache

from .name_index import Mention
from .reading import BLANK
from .senses import either
from .tables import table

# Han characters that may stand right before a word such as 公司 that stands for a thing; behind others it is a part
# of a longer word (子公司, 多个项目).
_BEFORE = frozenset("由在对与和及为向后时前年日月现而使让给按据则且中将把是的因从被等以")
_NO_THIS = frozenset("应活本合")  # 应该, 活该, 本该, 合该
_OFFICES = ("政府", "市政府")
_NO_OFFICE = re.compile(rf"{either('no office behind', 'zh')}|投资\d")  # 政府投资 beside 社会投资 is a kind of it
_SIZED = re.compile(
    r"\bthe\s+(?:(?:new|proposed|planned|entire|whole|completed)\s+|(?=[£$€]?\d))"
    r"(?:[£$€]?\d[\d.,]*(?:\s?(?:million|billion|m|bn)\b)?(?:[\s-](?:square|sq\.?|acre|hectare|foot|ft|feet|metre|meter|"
    r"mile|seat|bed|storey|story|room|berth|gate|mw|megawatt|home|unit))*[\s-]+)?([a-z]+(?:\s(?:park|estate))?)\b"
)
_COMPOUND = re.compile(rf"\s{either('of the thing', 'en')}")
_RELATIVE = ("that", "who", "which")


def standins(words: str, language: str) -> list[Mention]:
    """Find the words that stand for a thing, not yet resolved.

    Args:
        words: The folded paragraph, names blanked and brackets hidden.
        language: "zh" or "en".

    Returns:
        Mentions in the order of the text.

    Examples:
        >>> [(each.start, each.role) for each in standins("去年该公司投产,其产品销往海外,子公司停工。", "zh")]
        [(2, 'standin'), (8, 'possessive')]
    """
    found = []
    for match in _pattern(language).finditer(words):
        before = words[match.start() - 1] if match.start() else ""
        if language == "zh" and (before == BLANK or (_is_han(before) and not _may_follow(match[0], before))):
            continue
        if match[0] in _RELATIVE and not re.search(f"{BLANK}['s]*[,(]?\\s*$", words[: match.start()]):
            continue  # no name stands before it: it stands for something else
        if match[0] == "其" and words[match.end() : match.end() + 1] in ("他", "它", "中", "余", "次", "实"):
            continue
        if match[0] in _OFFICES and _NO_OFFICE.match(words, match.end()):
            continue
        if language == "en" and _COMPOUND.match(words, match.end()):
            continue  # the council leader is no council
        families, possessive = _rows(language)[match[0]]
        owner = language == "en" and not possessive and words[match.end() : match.end() + 2] == "'s"
        role = "possessive" if possessive or owner else "standin"
        found.append(Mention(match.start(), match.end() + 2 * owner, (), role, families))
    return found + (_sized(words) if language == "en" else [])


def _sized(words: str) -> list[Mention]:
    """List the stand-ins that a size or a word such as "new" parts from their article: the 55-acre site."""
    rows = _rows("en")
    return [
        Mention(match.start(1), match.end(1), (), "standin", rows[f"the {match[1]}"][0])
        for match in _SIZED.finditer(words)
        if f"the {match[1]}" in rows
    ]


def _may_follow(word: str, before: str) -> bool:
    """Whether a word may stand behind a Han character: 支持该园区, but not 子公司 or 应该."""
    return before not in _NO_THIS if word.startswith("该") else before in _BEFORE


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


@cache
def _rows(language: str) -> dict[str, tuple[tuple[str, ...], bool]]:
    return {
        row["word"]: (tuple(row["families"].split("|")), bool(row["possessive"])) for row in table("standins", language)
    }


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = sorted(_rows(language), key=len, reverse=True)
    pattern = "|".join(map(re.escape, words)) or r"(?!)"
    return re.compile(rf"\b(?:{pattern})\b" if language == "en" else f"(?:{pattern})")
