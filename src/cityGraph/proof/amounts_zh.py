"""What only Chinese words say of a number: whose work it measures, what was launched, and that it is to be built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .folded import folded
from .scope import moods_at
from .senses import either
from .tables import table
from .verbs import phase_words

if TYPE_CHECKING:
    from .figures import Figure
    from .reading import Paragraph, Reading
    from .statement import Amount, Statement
    from .topics import Spot

_LAUNCH = re.compile(either("launch", "zh"))
_SPENT = re.compile(rf"(?<!总){either('spend', 'zh')}(?:了|约|近|超过|超|逾|达)?$")
_SET_UP = re.compile(either("set up", "zh"))


def of_works(measure: str) -> bool:
    """Say whether a measure is an attribute of works, such as their cost or area.

    Args:
        measure: What is counted.

    Returns:
        Whether it has such a word.

    Examples:
        >>> of_works("總投資"), of_works("利润")
        (True, False)
    """
    return any(row["word"] in folded(measure) for row in table("works", "zh"))


def currency_before(amount: Amount, figure: Figure) -> bool:
    """Whether 億元 is written as in Taiwan and Hong Kong, and the text names its currency before the number.

    Args:
        amount: What it counts.
        figure: The figure.

    Returns:
        Whether both are so.
    """
    return figure.unit in ("TWD", "HKD") and bool(re.fullmatch("[百千]?[億萬兆][元圓]", amount.unit))


def work_before(reading: Reading, paragraph: Paragraph, figure: Figure, measure: str) -> Spot | None:
    """Return the work that the clause before names as what is built, if the figure is an attribute of works.

    In 甲拟建设基地，总投资100亿元 the money is that of 基地.

    Args:
        reading: The text.
        paragraph: Where the figure stands.
        figure: The figure.
        measure: What is counted.

    Returns:
        Where the work is named; None if the figure is no attribute of one.
    """
    if paragraph.language != "zh" or not of_works(measure):
        return None
    clause = paragraph.clause(figure.start)
    here = reading.topics.between(paragraph.number, paragraph.sentence(figure.start)[0], figure.start)
    spots = [spot for spot in here if spot.end <= figure.start and not spot.hidden]
    if any(clause[0] <= spot.start and spot.topic for spot in spots) or not clause[0]:
        return None
    before = paragraph.clause(clause[0] - 1)
    if paragraph.sentence(before[0]) != paragraph.sentence(figure.start):
        return None
    last = [spot for spot in spots if before[0] <= spot.start < before[1] and not spot.governed]
    built = bool(last) and _SET_UP.search(paragraph.bare, before[0], last[-1].start)
    if built and not last[-1].topic and any(reading.family(key) in ("project", "zone") for key in last[-1].keys):
        return last[-1]
    return None


def to_be_built(statement: Statement, amount: Amount, reading: Reading, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure is an attribute of a work (its area, its cost) whose own sentence says that it is to be built.

    Args:
        statement: The statement.
        amount: What it counts.
        reading: The text.
        paragraph: Where the figure stands.
        figure: The figure.

    Returns:
        Whether it says so.
    """
    if paragraph.language != "zh" or reading.family(statement.subject.key) not in ("project", "zone"):
        return False
    if not of_works(amount.measure):
        return False
    first, last = paragraph.sentence(figure.start)
    phases = [match.span() for match in phase_words().finditer(paragraph.blanked, first, last)]
    moods = [mark for start, end in phases for mark in moods_at(paragraph.marks, start, end)]
    begun = any(mark.mood == "begun" for mark in paragraph.marks.between(first, last))
    return begun or any(mark.mood in ("planned", "targeted") for mark in moods)


def launched_before(statement: Statement, reading: Reading, paragraph: Paragraph, figure: Figure) -> Spot | None:
    """Return the project that the sentence names as what is launched, where a plan goes on with what it will bring.

    In 市里启动甲计划,预计投入5亿元 the number is of 甲计划.

    Args:
        statement: The statement.
        reading: The text.
        paragraph: Where the figure stands.
        figure: The figure.

    Returns:
        Where the project is named; None if nothing of the kind is launched before the figure.
    """
    if paragraph.language != "zh" or statement.status == "realised":
        return None
    family = reading.family(statement.subject.key)
    first, clause = paragraph.sentence(figure.start)[0], paragraph.clause(figure.start)[0]
    spots = [each for each in reading.topics.between(paragraph.number, first, figure.start) if each.end <= figure.start]
    works = [spot for spot in spots if any(reading.family(key) == "project" for key in spot.keys) and not spot.hidden]
    if family != "project" or not works or statement.subject.key not in works[-1].keys or works[-1].topic:
        return None
    work = works[-1]
    if any(spot.topic and spot.start > work.start for spot in spots) or work.start >= clause:
        return None
    start = paragraph.clause(work.start)[0]
    return work if _LAUNCH.search(paragraph.bare, start, work.start) else None


def spends(reading: Reading, paragraph: Paragraph, group: list[Spot], figure: Figure) -> bool:
    """Say whether a sum is spent, and a work of an earlier clause cannot be who spends it: 甲公司旧厂停产,也投入5亿元.

    Args:
        reading: The text.
        paragraph: Where the figure stands.
        group: The topic that may spend it.
        figure: The figure.

    Returns:
        Whether both are so.
    """
    start = paragraph.clause(figure.start)[0]
    if paragraph.language != "zh" or any(spot.paragraph != paragraph.number or spot.end > start for spot in group):
        return False
    works = all(reading.family(key) == "project" for spot in group for key in spot.keys)
    return works and bool(_SPENT.search(paragraph.bare, start, figure.start))
