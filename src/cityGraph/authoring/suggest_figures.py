"""What the numbers of a sentence may say: whose they are, what they count, in which unit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from ..proof.figure_numbers import chinese_numbers
from ..proof.figures import claimed, difference
from ..proof.folded import HAN, folded
from ..proof.reading import BLANK
from ..proof.senses import either
from ..proof.statement import Amount
from ..proof.tables import LANGUAGES, table
from .suggest_names import either as either_of
from .suggest_names import words as words_of
from .suggest_tables import rows
from .suggest_ties import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..proof.figures import Figure
    from ..proof.reading import Paragraph, Reading
    from ..proof.statement import Thing

_LEADS = re.compile(
    rf"(?:{either('change to', 'zh')}[到至为]|可?将?{either('reaching', 'zh')}|{either('leading to a number', 'zh')}"
    r"|[约近超达逾共可将]|预计|估计|实现|形成|完成|\s)+$"
)
_PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?(?: ?[-–~～至] ?\d[\d,]*(?:\.\d+)?)?")
_POWERS = re.compile(r"([万亿]+)$")
_SIZES = {"万": 10**4, "亿": 10**8}
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_MONEY = {"USD": "US dollars", "GBP": "pounds", "TWD": "NT dollars", "JPY": "yen", "EUR": "euros"}
_CURRENCY = re.compile("[A-Z]{3}")
_BEHIND = 3  # characters behind a unit in which a comparator may stand (左右)
_SPANS = ("year", "month", "day", "week", "hour", "minute", "km", "m", "times")
_MOST_HOLDERS = 12
_QUOTED = re.compile(r"[“「『《\"][^”」』》\"]{1,60}[”」』》\"]")
_NOUN = re.compile(
    r"[ -]*((?:(?!(?:and|or|of|in|on|at|to|for|with|by|from|as|the|its|is|are|including|per|which|that|over)\b)"
    r"[a-z][a-z'’-]*\s*){1,3})"
)


def amounts(reading: Reading, number: int, sentence: tuple[int, int]) -> Iterator[Candidate]:
    """List what the numbers of a sentence may say.

    Args:
        reading: The text with its things.
        number: The number of the paragraph.
        sentence: Where the sentence begins and ends.

    Yields:
        For each number and each thing that may have it, the nearest first: what it says of what is, then of a plan.
    """
    paragraph = reading.paragraph(number)
    slogans = [match.span() for match in _QUOTED.finditer(paragraph.words, *sentence)]
    for figure in paragraph.figures.between(*sentence):
        if figure.ordinal or figure.change or figure.comparator == "unclear" or _is_vague(paragraph, figure):
            continue
        if any(a < figure.start < b for a, b in slogans):
            continue
        measure = _zh_measure(paragraph, figure) if paragraph.language == "zh" else _en_measure(paragraph, figure)
        amount = _amount(paragraph, figure, measure) if measure else None
        if amount is None:
            continue
        works = bool(_money().search(measure))
        for holder in _holders(reading, paragraph, figure, sentence):
            planned_first = works and (reading.family(holder.key) == "project" or _for_works(paragraph, figure))
            relations = ("aims-for", "has-output") if planned_first else ("has-output", "aims-for")
            for relation in relations[:1] if works and _for_works(paragraph, figure) else relations:
                yield Candidate(number, figure.start, figure.end, holder, relation, amount)


@cache
def _money() -> re.Pattern[str]:
    return re.compile("|".join(either("money of works", language) for language in LANGUAGES))


def _for_works(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether money is said to be for what is to be built: 投资40亿元,建设…"""
    behind = re.match(r"[,，]?(?:用于)?", paragraph.folded[figure.end :])
    at = figure.end + (behind.end() if behind else 0)
    return paragraph.folded.startswith(tuple(words_of("build")), at)


def _is_vague(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a number is only an article (一家), a duration or a distance, or of what follows (one of five hubs)."""
    counts = not figure.unit or figure.unit.startswith("count:")
    one = counts and figure.low == figure.high == 1
    part = paragraph.language == "en" and paragraph.folded[: figure.start].endswith("one of ")
    return one or part or figure.unit in _SPANS


def _holders(reading: Reading, paragraph: Paragraph, figure: Figure, sentence: tuple[int, int]) -> list[Thing]:
    """Return the things that may have a number, the nearest before it first."""
    number = paragraph.number
    clause = paragraph.clause(figure.start)
    spots = reading.topics.between(number, *sentence)
    keys = dict.fromkeys(key for spot in reversed(spots) if clause[0] <= spot.start < figure.start for key in spot.keys)
    for group, _ in zip(reading.topics.before(number, figure.start), range(4), strict=False):
        keys |= dict.fromkeys(key for spot in reversed(group) for key in spot.keys)
    keys |= dict.fromkeys(key for spot in spots for key in spot.keys)
    held = [reading.things[key] for key in keys if reading.family(key) not in ("person", "good", "designation")]
    return held[:_MOST_HOLDERS]


def _amount(paragraph: Paragraph, figure: Figure, measure: str) -> Amount | None:
    """Write a number as the cells of a row; None if no cells mean the same."""
    language = paragraph.language
    printed = paragraph.words[figure.number_start : figure.number_end]
    digits, power = _digits(folded(printed).strip(), figure)
    if language == "zh" and power:
        power = printed.strip()[-len(power) :]  # in the script of the text
    for comparator in _comparators(paragraph, figure):
        for unit in _units(figure, power, language):
            wanted = claimed(digits, unit, comparator, language)
            if wanted is not None and difference(figure, wanted, paragraph.words) is None:
                return Amount(digits, unit, comparator, measure)
    return None


def _comparators(paragraph: Paragraph, figure: Figure) -> list[str]:
    """Return how the comparator of a number may be written: as printed, else its class."""
    if not figure.comparator:
        return [""]
    said = paragraph.words[figure.start : figure.end + _BEHIND]
    plain = folded(said)
    words = [
        said[(at := plain.find(row["word"])) : at + len(row["word"])]
        for row in table("comparators", paragraph.language)
        if row["comparator"] == figure.comparator and row["word"] in plain
    ]
    before = paragraph.words[figure.start : figure.number_start].strip()
    return list(dict.fromkeys([before, *sorted(words, key=len, reverse=True), figure.comparator]))


def _digits(printed: str, figure: Figure) -> tuple[str, str]:
    """Return the digits of a number, and the word of its magnitude."""
    if plain := _PLAIN.match(printed):
        digits = re.sub(r" ?[–~～至] ?", "-", plain[0]).replace(",", "")
        return digits, printed[plain.end() :].strip()
    if figure.low != figure.high:
        return printed, ""
    power = _POWERS.search(printed)
    scale = Decimal(1)
    for character in power[1] if power else "":
        scale *= _SIZES[character]
    number = chinese_numbers(printed)
    value = (number[0].value if len(number) == 1 else None) or figure.low
    return format((value / scale).normalize(), "f"), power[1] if power else ""


def _units(figure: Figure, power: str, language: str) -> list[str]:
    words = figure.unit_words.strip()
    if language == "zh":
        return [f"{power}{words}", f"{power}{figure.unit.removeprefix('count:')}"]
    named = "people" if figure.unit == "person" else words
    if _CURRENCY.fullmatch(figure.unit):
        named = _MONEY.get(figure.unit, figure.unit)
    counted = figure.unit.removeprefix("count:").replace("person", "people")
    return list(dict.fromkeys(" ".join(filter(None, (power, each))) for each in (named, counted)))


def _zh_measure(paragraph: Paragraph, figure: Figure) -> str:
    """Return what a Chinese number counts, in the words of the text; empty if no known word says it."""
    sentence, clause = paragraph.sentence(figure.start), paragraph.clause(figure.start)
    others = paragraph.figures.between(*sentence)
    left = max([clause[0], *(each.end for each in others if each.end <= figure.start)])
    words = list(folded(paragraph.blanked[left : figure.start]))
    for period in paragraph.periods.between(left, figure.start):  # 去年 is no part of 年产值
        for at in range(period.start, min(period.end, figure.start)):
            words[at - left] = " "
    before = _LEADS.sub("", "".join(words).rstrip(BLANK))
    run = re.match(rf"(的?)([{HAN}]*)", folded(paragraph.blanked[figure.end : clause[1]]))
    right = figure.end + (len(run[1]) if run else 0)
    behind = run[2] if run else ""
    nouns, modifiers, counted = (_words_of(role) for role in ("noun", "modifier", "counted"))
    counts = figure.unit.startswith("count:") and figure.unit_words not in ("度", "倍")

    def printed(at: int, found: re.Match[str]) -> str:
        return paragraph.words[at + found.start() : at + found.end()]

    if (head := re.search(rf"(?:{modifiers})*(?:{nouns})$", before)) and figure.unit:
        return printed(left, head)
    if (head := re.search(rf"(?:{modifiers})*(?:{_words_of('verb')})$", before)) and figure.unit:
        if re.search(f"{either_of(words_of('rival'))}", behind):
            return ""  # 年产20万吨的生产线: the number is of the plant
        goods = re.match(rf"[{HAN}]{{1,8}}?(?=的|[^{HAN}]|$)", behind)
        return printed(left, head) + (printed(right, goods) if goods else "")
    last = "" if paragraph.words.startswith("、", right + len(behind)) else "$|"
    ends = rf"(?=[^{HAN}、]|{last}[总合均参签涵]|{either_of(words_of('boundary'))})"
    if counts and (things := re.match(rf"[^的了在和与及由被从向对为以]{{0,8}}?(?:{counted})+{ends}", behind)):
        return printed(right, things)
    if counts and (head := re.search(rf"(?:{modifiers})*(?:{counted})$", before)):
        return printed(left, head)
    if figure.unit and not counts and (head := re.match(rf"(?:{modifiers})*(?:{nouns})(?![{HAN}])", behind)):
        return printed(right, head)
    return ""


@cache
def _words_of(role: str) -> str:
    words = sorted((row["word"] for row in rows("suggest-measures") if row["role"] == role), key=len, reverse=True)
    return "|".join(words) or "(?!)"


@cache
def _en_nouns() -> dict[str, str]:
    """Return what a word near an English number says that it counts."""
    found: dict[str, str] = {}
    said = {row["word"] for row in rows("suggest-measures") if row["role"] == "english"}
    by_verbs = [row["word"] for row in rows("suggest-measures") if row["role"] == "said by verbs"]
    for row in table("measures", "en"):
        if row["word"] in said:
            found.setdefault(row["word"], row["word"])
    several = [row for word in by_verbs for row in table("measures", "en") if row["word"] == word]
    for row in several:
        for verb in filter(None, row["said_by"].split("|")):
            found.setdefault(verb, row["word"])
    return found


def _en_measure(paragraph: Paragraph, figure: Figure) -> str:
    """Return what an English number counts: the noun behind it, else a known word near it."""
    sentence = paragraph.sentence(figure.start)
    others = paragraph.figures.between(*sentence)
    right = min([sentence[1], *(each.start for each in others if each.start >= figure.end)])
    behind = paragraph.blanked[figure.end : right]
    known = _en_nouns()
    if not figure.unit or figure.unit.startswith("count:"):
        noun = _NOUN.match(behind)
        words = noun[1].split() if noun else []
        ends = [at for at, word in enumerate(words, 1) if word.endswith("s")]
        return " ".join(words[: ends[0]]) if ends else ""
    left = max([sentence[0], *(each.end for each in others if each.end <= figure.start)])
    before = paragraph.blanked[left : figure.start]
    near = [word[0] for word in _WORD.finditer(paragraph.folded[figure.start : figure.end])]
    near += [word[0] for word in _WORD.finditer(behind[:40])][:3]
    near += [word[0] for word in reversed(list(_WORD.finditer(before)))][:8]
    return next((known[word] for word in near if word in known), "")
