"""Reads shares, fractions, doublings and ordinals, and finds what only looks like a figure."""

from __future__ import annotations

import re
from decimal import Decimal

from .figure import Figure
from .figure_numbers import numeral
from .figure_numbers_english import english_numbers
from .figure_words import after, before, change, together

_N = r"[〇零一二三四五六七八九十百千万亿两]+|\d+(?:\.\d+)?"
_SHARE = re.compile(rf"(?P<whole>百分之|千分之|万分之)(?P<n>{_N})(?!分之)")
_FRACTION = re.compile(rf"(?P<below>{_N})分之(?P<n>{_N})(?P<strong>强|弱)?")
_TENTHS = re.compile(r"(?P<n>[一二三四五六七八九])成(?P<half>半)(?!品|熟|功)")
_DOUBLED = re.compile(r"翻(?:了)?(?P<n>[一两二三四])?(?:番|倍)(?P<more>多)?")
_TIMES_TO = {"": 2, "一": 2, "两": 4, "二": 4, "三": 8, "四": 16}
_ORDINAL_WORD = re.compile(rf"第(?P<n>{_N})(?!分之)")
_FRONT = re.compile(r"前(?P<n>[一二三四五六七八九]?十|[三四五六七八九])(?=名|强|位|大|[，。；、]|\Z)")
_DIGIT = "(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_BLOCKED = {
    "zh": re.compile(
        r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|(?:上午|下午|凌晨|晚上|中午|晚)\d{1,2}[时点](?:\d{1,2}分|半)?|"
        r"\d{1,2}[时点]\d{1,2}分|\d{1,2}时(?!代)|(?<!\d)0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?![\d万亿元])|"
        r"(?<!\d)400-\d{3,4}-\d{3,4}|成百上千|成千上万|数以[百千万亿]计|\d+(?:\.\d+){2,}|https?://\S+|[\w.]+@[\w.]+"
    ),
    "en": re.compile(
        r"\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b\d{1,2} o'clock|\+\d[\d -]{6,}\d|"
        r"\(?\b\d{3}\)?[- ]\d{3}-\d{4}\b|\d+(?:\.\d+){2,}|https?://\S+|[\w.]+@[\w.]+|\b24/7\b|"
        rf"\b{_DIGIT} plus {_DIGIT}\b|\b(?:\w+ out of|\w+ of every|one in) (?:{_DIGIT}|\d+)\b|"
        r"\bone (?:of|another|day)\b|\b(?:no|any|every|each|this|that|the|which|some|another)[ -]one\b|"
        r"\bone-stop\b|\bone's\b",
        re.IGNORECASE,
    ),
}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_BELOW = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
          "ninth": 9, "tenth": 10}  # fmt: skip
_ABOVE = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_EN_FRACTION = re.compile(
    r"(?<![\w-])(?<!and )(?P<n>a|one|two|three|four|five|six|seven|eight|nine)[ -]"
    r"(?P<below>half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
    r"(?:(?= of\b|[.,;)]|\Z)|(?<=s)(?![\w’'-])|(?<=one-third|one-fifth)|(?<=one-quarter))|"
    r"(?<![\w-])(?P<half>half)(?= of\b)",
    re.IGNORECASE,
)
_EN_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<n>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))(?![\w’'])", re.IGNORECASE
)
_EN_TIMES = re.compile(
    r"\b(?:(?P<two>doubl(?:ed|es|ing)|(?:to|will|would) double)|"
    r"(?P<three>tripl(?:ed|es|ing)|(?:to|will|would) triple)|"
    r"(?P<four>quadrupl(?:ed|es|ing)|(?:to|will|would) quadruple)|"
    rf"(?P<fold>{_DIGIT})-?fold)\b",
    re.IGNORECASE,
)


def special(plain: str, text: str, language: str) -> tuple[list[Figure], list[tuple[int, int]]]:
    """Read the figures of a text that are not a number with a unit, and find what is no figure at all.

    Args:
        plain: The folded text.
        text: The text that was given.
        language: "zh" or "en".

    Returns:
        Figures in no order, and the places of clock times, telephone numbers, addresses and set phrases.

    Examples:
        >>> [figure.low for figure in special("产值翻两番", "產值翻兩番", "zh")[0]]
        [Decimal('4')]
    """
    blocked = [match.span() for match in _BLOCKED[language].finditer(plain)]
    found = _chinese(plain, text) if language == "zh" else _english(plain, text)
    kept: list[Figure] = []
    for figure in found:
        spans = [*blocked, *((other.start, other.end) for other in kept)]
        if not any(a < figure.end and figure.start < b for a, b in spans):
            kept.append(figure)
    return kept, blocked


def _value(words: str) -> Decimal | None:
    return Decimal(words) if words[0].isdigit() else numeral(words)


def _marked(plain: str, text: str, span: tuple[int, int], value: Decimal, unit: str, language: str,
            changed: str = "") -> Figure:  # fmt: skip
    """Make a figure of words that hold number and unit, with what stands before and behind them."""
    start, end = span
    head = before(plain, start, language, "bare" if language == "zh" else "words")
    behind, stop = after(plain, end, language)
    said = [*head.comparators, *([behind] if behind else [])]
    return Figure(
        head.start, stop, start, end, value, value, unit, text[start:end] if unit else "",
        together(said, head.certain), changed or change(plain, head.start, stop, language), False,
    )  # fmt: skip


def _chinese(plain: str, text: str) -> list[Figure]:
    found = []
    for match in _SHARE.finditer(plain):
        value = _value(match["n"])
        if value is not None:
            scale = {"百分之": Decimal(1), "千分之": Decimal("0.1"), "万分之": Decimal("0.01")}[match["whole"]]
            found.append(_marked(plain, text, match.span(), value * scale, "%", "zh"))
    for match in _FRACTION.finditer(plain):
        below, above = _value(match["below"]), _value(match["n"])
        if below and above and match["below"] not in ("百", "千", "万"):
            figure = _marked(plain, text, match.span(), above / below, "", "zh")
            found.append(figure if not match["strong"] else _with(figure, "unclear"))
    for match in _TENTHS.finditer(plain):
        value = (numeral(match["n"]) or Decimal(0)) * 10 + 5
        found.append(_marked(plain, text, match.span(), value, "%", "zh"))
    for match in _DOUBLED.finditer(plain):
        if plain[match.end() - 1] == "倍" or "倍" in match[0]:
            continue  # 翻了两倍 may be two or three times
        figure = _marked(plain, text, match.span(), Decimal(_TIMES_TO[match["n"] or ""]), "times", "zh", "multiple")
        found.append(_with(figure, together([*filter(None, [figure.comparator]), "over"])) if match["more"] else figure)
    for match in _FRONT.finditer(plain):
        value = numeral(match["n"])
        if value is not None:
            found.append(_ordinal(match.span(), match.start("n"), match.end("n"), value, "rank"))
    for match in _ORDINAL_WORD.finditer(plain):
        value = _value(match["n"])
        if value is not None:
            rank = re.match("[名位]", plain[match.end() : match.end() + 1])
            end = match.end() + bool(rank)
            found.append(
                _ordinal((match.start(), end), match.start("n"), match.end("n"), value, "rank" if rank else "")
            )
    return found


def _english(plain: str, text: str) -> list[Figure]:
    found = []
    for match in _EN_FRACTION.finditer(plain):
        if match["half"]:
            value = Decimal("0.5")
        else:
            value = Decimal(_ABOVE[match["n"].lower()]) / _BELOW[match["below"].lower().rstrip("s")]
        found.append(_marked(plain, text, match.span(), value, "", "en"))
    for match in _EN_TIMES.finditer(plain):
        words = {"two": 2, "three": 3, "four": 4}
        times = next((Decimal(n) for name, n in words.items() if match[name]), None)
        times = times or english_numbers(match["fold"])[0].value
        if times is not None:
            found.append(_marked(plain, text, match.span(), times, "times", "en", "multiple"))
    for match in _EN_ORDINAL.finditer(plain):
        value = Decimal(match["n"]) if match["n"] else Decimal(_ORDINALS.index(match["word"].lower()) + 1)
        found.append(_ordinal(match.span(), *match.span(), value, ""))
    return found


def _ordinal(span: tuple[int, int], start: int, end: int, value: Decimal, unit: str) -> Figure:
    return Figure(*span, start, end, value, value, unit, "", "", "", True)


def _with(figure: Figure, comparator: str) -> Figure:
    return Figure(**{**figure.__dict__, "comparator": comparator})
