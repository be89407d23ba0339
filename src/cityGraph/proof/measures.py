"""Does a figure count what a statement measures? Each name, number and direction of the measure stands at it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .attempt import Failure
from .folded import HAN, folded
from .lemmas import root, stem
from .reading import BLANK
from .senses import either, members
from .tables import table

if TYPE_CHECKING:
    from .figures import Figure
    from .reading import Paragraph
    from .statement import Amount, Statement

_STAGE = 6
_REACHING = re.compile(
    rf"{either('change to', 'zh')}[到至为]|可?将?{either('reaching', 'zh')}|{either('leading to a number', 'zh')}"
)
_MEAN = re.compile(f"({either('mean', 'zh')})")
_YEARLY = re.compile(either("each year", "zh"))
_TURN = re.compile(
    r"\b(?:and|while|but)\s+(?:its|their|the|his|her)\s+(?:[\w'-]+\s+){1,3}"
    r"(?:rose|fell|grew|dropped|increased|declined|jumped|climbed)\b"
)
_WORKS = re.compile(rf"[\w\s.-]{{0,16}}{either('works', 'en')}")
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*|\d[\d,.]*")


def measure_failure(amount: Amount, statement: Statement, paragraph: Paragraph, figure: Figure) -> Failure | None:
    """Say what of a measure is missing at a figure.

    Args:
        amount: What the statement counts.
        statement: The statement.
        paragraph: Where the figure stands.
        figure: The figure.

    Returns:
        What is missing; None if the words at the figure say all of the measure.
    """
    measure = folded(statement.measure_words or amount.measure).strip()
    if not measure:
        return None
    missing = (_zh_missing if paragraph.language == "zh" else _en_missing)(measure, paragraph, figure)
    if not missing:
        return None
    around = paragraph.words[slice(*_stretch(paragraph, figure))].strip()
    return Failure(_STAGE, "measure", f"«{missing}» is not said of this number; the text has «{around[:60]}»")


def _stretch(paragraph: Paragraph, figure: Figure, *, counted: bool = False) -> tuple[int, int]:
    """Return the words that belong to one figure: between the figures beside it, in its clause and what leads to it."""
    sentence, clause = paragraph.sentence(figure.start), paragraph.clause(figure.start)
    amounts = [each for each in paragraph.figures.between(*sentence) if not each.ordinal]
    before = [each.end for each in amounts if each.end <= figure.start]
    behind = [each.start for each in amounts if each.start >= figure.end]
    left = max([clause[0], *before])
    right = clause[1] if counted else min([clause[1], *behind])
    if re.search(r"[、和及与]\s*$", paragraph.folded[figure.end : right]):
        right = min([clause[1], *behind[1:]])  # 7个国家级和3个省级开发区: what both count stands behind the second
    if paragraph.language == "zh" and right < clause[1] and not counted and _noun(paragraph, left, figure.start):
        # 开工项目16只、竣工项目15只: each noun stands before its number.
        mark = re.search(f"[、和](?=[^、和]*[{HAN}][^、和]*$)", paragraph.folded[figure.end : right])
        right = figure.end + mark.start() if mark else right
    return left, right


def _zh_missing(measure: str, paragraph: Paragraph, figure: Figure) -> str:
    left, right = _stretch(paragraph, figure, counted=any(map(str.isdigit, measure)))
    first = paragraph.sentence(figure.start)[0]
    while left > first and not _noun(paragraph, left, figure.start):
        left = max(paragraph.clause(left - 1)[0], first)  # …增速高于全市,达2000亿元
    near = paragraph.folded[left : figure.start] + "|" + paragraph.folded[figure.end : right] + "|" + figure.unit_words
    near += "|" + paragraph.folded[figure.start : figure.end]
    for row in table("measures", "zh"):
        if row["word"] in measure and any(verb and verb in near for verb in row["said_by"].split("|")):
            near += "|" + row["word"]
    if (mean := _MEAN.search(paragraph.folded[left : figure.start])) and mean[1] not in measure:
        return mean[1]  # 亩均税收 is no 税收
    if measure.startswith("年") and _YEARLY.search(near):
        measure = measure[1:]
    if not figure.change and measure not in near and _at_another(paragraph, figure, left, measure):
        return measure
    rest = _uncovered(measure, near)
    if not rest:
        return ""
    # A list shares its head: 年产甲20台、乙50台.
    sentence = paragraph.sentence(figure.start)
    head = paragraph.folded[sentence[0] : left]
    joined = re.search(r"[、,和及]\s*$", paragraph.folded[:left]) or paragraph.folded[left - 1 : left] in ",、"
    generic = _generic("zh")
    kept = []
    for piece in rest:
        if piece in generic or all(character in generic for character in piece):
            continue
        shared = len(piece) <= 2 and joined and piece in head
        told = len(piece) >= 2 and piece in head and not _own_noun(measure, rest)
        if (shared or told) and (len(piece) < 2 or not _of_another(paragraph, figure, left, measure, piece)):
            continue
        kept.append(piece)
    return "".join(kept)


def _noun(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether more than numbers and words that lead to a number (达, 增至) stands in some words."""
    words = list(paragraph.folded[start:end])
    for each in paragraph.figures.between(start, end):
        if each.end <= end:
            words[each.start - start : each.end - start] = " " * (each.end - each.start)
    return bool(re.search(f"[{HAN}]", _REACHING.sub("", "".join(words))))


def _at_another(paragraph: Paragraph, figure: Figure, left: int, measure: str) -> bool:
    """Whether a whole measure stands right before another figure of the sentence: 开工16只、竣工15只.

    Its last words alone may still go on with it: 水表产能8万只,产能明年达16万只.
    """
    own = paragraph.folded[left : figure.start]
    for size in range(len(measure) - 1, 1, -1):
        if (at := own.find(measure[-size:])) >= 0:
            if not at or not re.match(f"[{HAN}]", own[at - 1]):
                return False
            break
    start, end = paragraph.sentence(figure.start)
    others = [each for each in paragraph.figures.between(start, end) if each is not figure]
    words = [_REACHING.sub("", paragraph.folded[_stretch(paragraph, each)[0] : each.start]) for each in others]
    return len(measure) > 2 and any(each.endswith(measure) for each in words)


def _of_another(paragraph: Paragraph, figure: Figure, left: int, measure: str, piece: str) -> bool:
    """Whether a piece of a measure that stands before a figure belongs to another figure there.

    In 政府投资5亿元;社会投资8亿元 the word 政府 stands with the first, and 社会 takes its place at the second.
    A change is that of the figure before it: 总产值25亿元;固定资产投资28亿元,增长9%.
    """
    first = paragraph.sentence(figure.start)[0]
    at = paragraph.folded.rfind(piece, first, left)
    others = [
        each for each in paragraph.figures.between(at, figure.start) if not each.ordinal and each.end <= figure.start
    ]
    levels = [each for each in others if not each.change]
    if not levels:
        return False
    if figure.change:
        start = _stretch(paragraph, levels[-1])[0]
        return at < start and _noun(paragraph, start, levels[-1].start)
    own = _REACHING.sub(" ", paragraph.folded[left : figure.start])
    led = re.search(f"[{HAN}]", _REACHING.sub("", paragraph.folded[at + len(piece) : levels[0].start])) is None
    said = re.search(f"[{HAN}]{{2}}$", own)
    if led and said and said[0] not in measure:
        return True  # 已销售12块,剩余2块
    place = measure.find(piece)
    before, after = measure[:place], measure[place + len(piece) :]
    tails = [own.find(after[:size]) for size in range(len(after), 1, -1) if after[:size] in own]
    heads = [own.find(before[-size:]) + size for size in range(len(before), 1, -1) if before[-size:] in own]
    replaced = [own[end - 1] for end in tails[:1] if end > 0] + [own[end] for end in heads[:1] if end < len(own)]
    return any(re.match(f"[{HAN}]", each) for each in replaced)


def _own_noun(measure: str, rest: list[str]) -> bool:
    """Whether nothing of a measure stands at the figure itself: then words before it do not count."""
    return sum(map(len, rest)) >= len(measure)


def _uncovered(measure: str, near: str) -> list[str]:
    """Return the pieces of a measure that do not stand in some words, after taking the longest ones that do."""
    rest: list[str] = []
    at = 0
    while at < len(measure):
        size = next((n for n in range(len(measure) - at, 0, -1) if measure[at : at + n] in near), 0)
        long_enough = size >= 2 or (size == 1 and measure[at] in near and len(measure) <= 2)
        if size and (long_enough or not re.match(f"[{HAN}0-9a-z]", measure[at])):
            at += size
            continue
        if rest and at and measure[at - 1 : at] == rest[-1][-1]:
            rest[-1] += measure[at]
        else:
            rest.append(measure[at])
        at += 1
    return [bare for piece in rest if (bare := piece.strip("的之 ")) and bare not in "与和及了"]


def _right_end(paragraph: Paragraph, figure: Figure) -> int:
    """Return where the words end that may name what an English figure counts: before the next figure of its sentence.

    Figures that only a few words part share what follows: 40 and 60 plants, 12 of 30 firms.
    """
    end = paragraph.sentence(figure.start)[1]
    at = figure.end
    for other in paragraph.figures.between(figure.end, end):
        if (
            BLANK in paragraph.bare[at : other.start]
            or len(re.findall(r"[a-z]{2,}", paragraph.bare[at : other.start])) > 2
        ):
            return other.start
        at = other.end
    return end


def _ahead(paragraph: Paragraph, figure: Figure, right: int) -> str:
    """Return the words before a figure that may name what it counts.

    Not those of the figure before, where each has a name of its own (300 in X and 200 in Y), nor those before another
    subject with a change of its own (profit fell and its costs rose 12 percent).
    """
    start = paragraph.sentence(figure.start)[0]
    ahead = paragraph.folded[start : figure.start]
    other = [each for each in paragraph.figures.between(start, figure.start) if each.end <= figure.start]
    gap = paragraph.bare[other[-1].end : figure.start] if other else ""
    elliptic = BLANK in gap and len(re.findall(r"[a-z]+", gap)) <= 3 and not gap.rstrip().endswith("including")
    if elliptic and BLANK in paragraph.bare[figure.end : right]:
        ahead = ahead[: other[-1].end - start]
    turns = list(_TURN.finditer(ahead))
    return ahead[turns[-1].start() :] if turns else ahead


def _en_missing(measure: str, paragraph: Paragraph, figure: Figure) -> str:
    right = _right_end(paragraph, figure)
    words = _ahead(paragraph, figure, right) + paragraph.folded[figure.start : right]
    if re.match(r"\s+of\s+(?:them|these|those|which|whom)\b", paragraph.folded[figure.end :]):
        words = paragraph.folded[figure.end : _right_end(paragraph, figure)]  # a part of what the words before count
    known = {stem(piece) for word in _WORD.findall(words) for piece in (word, *word.split("-"))}
    known |= {root(word) for word in _WORD.findall(words)}
    generic = {stem(word) for word in _generic("en")}
    said = {piece for word in _WORD.findall(words) for piece in (word, *word.split("-"))}
    for row in table("measures", "en"):
        if said & set(row["said_by"].split("|")):
            known.add(stem(row["word"]))
    if figure.unit.isupper() and re.match(rf"\s{BLANK}", paragraph.bare[figure.end :]):
        known |= {stem("investment"), stem("cost")}  # the $1 billion North Mill
    if figure.unit.isupper() and _WORKS.match(paragraph.folded, figure.end):
        known |= {stem("investment"), stem("cost")}  # a $1 billion plant
    if figure.unit == "%":
        known |= {stem(word) for word in members("share", "en")}
    missing = [
        word
        for word in _WORD.findall(measure)
        if not {stem(word), root(word)} & known and stem(word) not in generic and len(word) > 1
    ]
    return " ".join(missing)


@cache
def _generic(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("measures", language) if row["generic"])
