"""The words around a number: comparators and words of change, as the tables in ``lexicon/`` have them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .figure_units import any_of, units
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def _before(language: str) -> re.Pattern[str]:
    words = [word.replace("{n}", "").strip() for word in units(language) if "{n}" in word]
    heads = any_of(words)
    comparators = any_of(row["word"] for row in table("comparators", language) if row["side"] == "before")
    if language == "zh":
        bare = any_of(row["word"] for row in table("comparators", language) if row["side"] == "bare")
        filler = "(?:达到|达|为|了|至|到|于|可达|的|有|共有|已有|占|需|要)?"
        return re.compile(
            rf"(?:(?P<outer>{comparators}){filler} ?)?(?P<head>(?<![A-Za-z])(?:{heads}) ?)?"
            rf"(?:(?P<inner>{comparators}|(?P<bare>{bare})) ?)?$"
        )
    edge = r"(?<![\w-])"
    return re.compile(
        rf"(?:{edge}(?P<outer>(?i:{comparators})) )?(?:(?<![A-Za-z])(?P<head>{heads}) ?)?"
        rf"(?:(?:{edge}|(?<=[$€£¥]))(?P<inner>(?i:{comparators})) ?)?$"
    )


@dataclass(frozen=True)
class Before:
    """What stands before a number and belongs to it.

    Attributes:
        start: Where it begins.
        comparators: The classes that its words say.
        key: The key of a unit that stands before the number (US$, 人民币); empty if none does.
        words: The words of that unit.
        certain: Whether no word before it takes the comparator back (不, 未).
    """

    start: int
    comparators: tuple[str, ...]
    key: str
    words: str
    certain: bool


@cache
def _classes(language: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        row["word"]: (row["comparator"], tuple(filter(None, row["not_beside"].split("|"))))
        for row in table("comparators", language)
        if row["side"] in ("before", "bare")
    }


_UNDONE = {
    "zh": re.compile(r"(?:不|未|没|没有|未能|尚未|难以|不能|无法|不会|并未|并不|无|非|不是)$"),
    "en": re.compile(r"\b(?:not|never|no|n't|without|hardly|barely) $", re.IGNORECASE),
}


def before(text: str, at: int, language: str, shape: str) -> Before:
    """Read the comparator and the unit that stand before a number.

    Args:
        text: A folded text.
        at: Where the number begins.
        language: "zh" or "en".
        shape: The shape of the number; 上 and 过 are comparators only before a bare one.

    Returns:
        What stands there; it begins at the number if nothing does.

    Examples:
        >>> before("不低于人民币6亿元", 6, "zh", "digits").comparators
        ('at-least',)
    """
    low = max(0, at - 36)
    match = _before(language).search(text, low, at)
    start, said, certain, key, words = at, [], True, "", ""
    if match is None:
        return Before(at, (), "", "", True)
    if match["head"]:
        words = match["head"].strip()
        row = next(row for word, row in units(language).items() if word.replace("{n}", "").strip() == words)
        key, start = row["unit"], match.start("head")
    for name in ("inner", "outer"):
        word = match[name]
        if not word:
            continue
        if name == "inner" and match.groupdict().get("bare") and shape != "bare":
            continue
        kind, barred = _classes(language)[word.lower() if language == "en" else word]
        where = match.start(name)
        if text[:where].rstrip().lower().endswith(barred):
            if language == "zh":  # 签约30家: no comparator
                continue
            kind = "unclear"  # took over 30 firms, or took over 30 days
        said.append(kind)
        start = min(start, where)
        certain = certain and not _UNDONE[language].search(text, max(0, where - 8), where)
    return Before(start, tuple(said), key, words, certain)


@cache
def _after(language: str, side: str) -> re.Pattern[str]:
    rows = [row for row in table("comparators", language) if row["side"] == side]
    if language == "en":
        return re.compile(rf"(?P<word> ?(?:{any_of(row['word'] for row in rows)}))(?!\w)", re.IGNORECASE)
    limits = [row["not_beside"] for row in rows]
    words = [
        re.escape(row["word"]) + (f"(?!{any_of(limit.split('|'))})" if limit else "")
        for row, limit in zip(rows, limits, strict=True)
    ]
    return re.compile(rf" ?(?:[(（]含[^)）]{{0,4}}[)）])?(?P<word>{'|'.join(sorted(words, key=len, reverse=True))})")


def after(text: str, at: int, language: str, side: str = "after") -> tuple[str, int]:
    """Read the comparator that stands behind a number or its unit.

    Args:
        text: A folded text.
        at: Where the number or the unit ends.
        language: "zh" or "en".
        side: "inside" for one between number and unit (70余家), "after" for one behind the unit.

    Returns:
        Its class and its end; an empty class if none stands there.

    Examples:
        >>> after("120亿元左右", 5, "zh")
        ('about', 7)
    """
    if side not in {row["side"] for row in table("comparators", language)}:
        return "", at
    match = _after(language, side).match(text, at)
    if match is None:
        return "", at
    word = match["word"].strip().lower()
    return next(row["comparator"] for row in table("comparators", language) if row["word"] == word), match.end()


def together(classes: Iterable[str], certain: bool = True) -> str:
    """Return what several comparators say together.

    Args:
        classes: Their classes.
        certain: Whether none of them is taken back by the word before it.

    Returns:
        The stricter of two that agree (超过…以上 is "over"); "unclear" for two that do not.

    Examples:
        >>> together(["over", "at-least"]), together(["about", "over"]), together([])
        ('over', 'unclear', '')
    """
    said = set(classes)
    if not said:
        return ""
    if not certain:
        return "unclear"
    for strict, weak in (("over", "at-least"), ("under", "at-most")):
        if said == {strict, weak}:
            return strict
    return said.pop() if len(said) == 1 else "unclear"


@cache
def _changes(language: str, side: str) -> re.Pattern[str]:
    words = any_of(row["word"] for row in table("changes", language) if row["side"] == side)
    if side == "behind":
        return re.compile(rf" ?(?P<word>{words})(?![a-z])", re.IGNORECASE)
    if language == "zh":
        return re.compile(rf"(?P<word>{words})(?:幅度)?[了约达为]?$")
    return re.compile(rf"\b(?P<word>{words})(?: by| of| some)?,? $", re.IGNORECASE)


@cache
def _change_of(language: str, side: str) -> dict[str, str]:
    return {row["word"]: row["change"] for row in table("changes", language) if row["side"] == side}


def change(text: str, start: int, end: int, language: str) -> str:
    """Return whether a figure says by how much something rose or fell.

    Args:
        text: A folded text.
        start: Where the figure begins, with its comparator.
        end: Where it ends.
        language: "zh" or "en".

    Returns:
        "rise", "fall" or "".

    Examples:
        >>> change("同比增长8.1%", 4, 8, "zh"), change("增长到8.1%", 3, 7, "zh"), change("8% growth", 0, 2, "en")
        ('rise', '', 'rise')
    """
    if match := _changes(language, "before").search(text, max(0, start - 24), start):
        return _change_of(language, "before")[match["word"].lower()]
    match = _changes(language, "behind").match(text, end)
    return _change_of(language, "behind")[match["word"].lower()] if match else ""
