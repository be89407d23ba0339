"""Proves that a text gives a number: value, unit, comparator, what it measures and of whom, its period and mood."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.positions import Range
from .amounts_en import (
    behind,
    fronted,
    moved,
    of_plan,
    party,
    stands_already,
    was_before,
    whole,
    will_stand,
    yet_to_build,
)
from .amounts_zh import currency_before, launched_before, of_works, spends, to_be_built, work_before
from .attempt import Failure, Place, Proof, name_of, shown
from .figures import claimed, difference
from .folded import HAN, folded
from .lemmas import stem
from .measures import measure_failure
from .moods import mood_failure
from .patterns import traits
from .scope import moods_at
from .senses import either, members
from .settled import rivals
from .statement import Amount
from .tables import LANGUAGES, table
from .when import is_future, period_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .figures import Figure
    from .reading import Paragraph, Reading
    from .statement import Statement, Thing
    from .topics import Spot

_EDGE = 6  # how far behind a quote, which is cut to a length, its figure may still end
_BEHIND = 120  # characters behind a figure, such as an adjective, after which its holder may begin
_RESULTING = re.compile(rf",\s+{either('bringing', 'en')}\s+(?:up to\s+|some\s+|an estimated\s+)?$")
_MONEY = re.compile("|".join(either("money of works", language) for language in LANGUAGES))


def prove_amount(statement: Statement, reading: Reading, place: Place) -> Iterator[Proof | Failure]:
    """Try to prove a number at one place of a text.

    Args:
        statement: The statement; its object is an amount.
        reading: The text.
        place: Where its quote stands.

    Yields:
        A proof or what was missing, for each figure in the quote.
    """
    amount = statement.object
    if not isinstance(amount, Amount):
        return
    paragraph = reading.paragraph(place.paragraph)
    wanted = claimed(amount.number, amount.unit, amount.comparator, paragraph.language)
    if wanted is None:
        yield Failure(1, "object", f"«{amount.number}» is no number")
        return
    yearly = None
    if paragraph.language == "en" and re.search(
        r"\b(?:a year|per year|annual|annually|yearly)\b", f"{statement.period} {amount.measure}"
    ):
        yearly = claimed(amount.number, f"{amount.unit} per year".strip(), amount.comparator, "en")
    touched = paragraph.figures.touching(place.start, place.end)
    near = [f for f in touched if f.number_end > place.start and f.number_start < place.end]
    inside = [
        (figure, spot)
        for spot in reading.topics.between(paragraph.number, paragraph.sentence(place.start)[0], place.end)
        if not spot.resolved and spot.end > place.start
        for figure in paragraph.figures_in(spot.start, spot.end)
    ]
    if not near and not inside:
        yield Failure(1, "object", "no number stands in the quote")
    for figure in (_shared(paragraph, each) for each in near):
        wrong = difference(figure, wanted, paragraph.words)
        if wrong and yearly and difference(figure, yearly, paragraph.words) is None:
            wrong = None
        if wrong and wrong[0] == "unit" and currency_before(amount, figure):
            wrong = difference(figure, replace(wanted, unit=figure.unit), paragraph.words)
        if wrong and wrong[0] == "unit" and _counted(amount, paragraph, figure):
            wrong = None
            if figure.comparator != wanted.comparator:
                said = paragraph.words[figure.start : figure.end]
                wrong = "comparator", f"the text says {said}, the row says {wanted.said}"
        if wrong:
            stage = {"object": 1, "unit": 2, "comparator": 3}.get(wrong[0], 1)
            yield Failure(stage, wrong[0], wrong[1])
            continue
        yield _prove(statement, amount, reading, paragraph, figure)
    for figure, spot in inside:  # a name that has the number in it, such as 年产20万吨的生产线
        if wrong := difference(figure, wanted, paragraph.words):
            yield Failure(1, wrong[0], wrong[1])
        else:
            own = spot if statement.subject.key in spot.keys else None
            yield _prove(statement, amount, reading, paragraph, figure, own)


def _prove(
    statement: Statement,
    amount: Amount,
    reading: Reading,
    paragraph: Paragraph,
    figure: Figure,
    spot: Spot | None = None,
) -> Proof | Failure:
    wrong = _status_allowed(statement)
    wrong = wrong or measure_failure(amount, statement, paragraph, figure)
    if wrong:
        return wrong
    holder = spot or _holder(statement, reading, paragraph, figure)
    if isinstance(holder, Failure):
        return holder
    money = bool(_MONEY.search(amount.measure.lower())) and _is_work(statement.subject, reading)
    done = any(mark.mood == "done" for mark in moods_at(paragraph.marks, figure.start, figure.end))
    if spot and statement.status == "realised" and _is_work(statement.subject, reading) and not done:
        return Failure(8, "status", "the name gives what is to be built; no word here says that it is done")
    plan = statement.subject.kind in ("Plan", "Programme") or statement.subject.kind.lower() in ("plan", "programme")
    money = money or bool(spot) or plan or to_be_built(statement, amount, reading, paragraph, figure)
    if was_before(statement, paragraph, figure):
        return Failure(8, "object", "the text gives this number as the one before a change")
    if statement.status != "realised" and moved(paragraph, figure):
        return Failure(8, "status", "the text moves or keeps these, which stand already")
    unbuilt = yet_to_build(paragraph, figure)
    if unbuilt and statement.status == "realised":
        return Failure(8, "status", "the number is of what is still to be built")
    wrong = mood_failure(
        statement.status,
        paragraph,
        [
            (figure.number_start, figure.number_end),
            *whole(paragraph, figure),
            *_verb_behind(paragraph, figure, holder),
            *will_stand(paragraph, figure, work=_is_work(statement.subject, reading)),
        ],
        words="planned" if of_plan(paragraph, figure) else "",
        standing=stands_already(paragraph, figure),
        since=figure.number_start,
        plan_needed=not (money or unbuilt),
        begun_counts=bool(_RESULTING.search(paragraph.bare[: figure.start])),
        future=is_future(reading, paragraph, figure.start, figure.end)
        if paragraph.language == "zh"
        else (False, False),
    ) or period_failure(statement, reading, paragraph, figure.start, figure.end)
    if wrong:
        return wrong
    number = paragraph.number
    roles = (
        ("subject", (Range(holder.paragraph, holder.start, holder.end),)),
        ("object", (Range(number, figure.start, figure.end),)),
    )
    same = holder.paragraph == number
    here = same and paragraph.sentence(figure.start) == paragraph.sentence(holder.start)
    return Proof(roles, resolved=not here or holder.resolved)


def _verb_behind(paragraph: Paragraph, figure: Figure, holder: Spot) -> list[tuple[int, int]]:
    """Return the holder behind an English number: the verb before it has the mood (homes will be built in X)."""
    behind = paragraph.language == "en" and holder.paragraph == paragraph.number and holder.start > figure.end + 2
    return [(holder.start, holder.end)] if behind else []


def _shared(paragraph: Paragraph, figure: Figure) -> Figure:
    """Return a figure that stands in brackets behind another with the comparator of that one."""
    before = re.search(r"[(（]\s*$", paragraph.words[: figure.start])
    if figure.comparator or before is None:
        return figure
    twin = next((each for each in paragraph.figures if each.end <= before.start() <= each.end + 1), None)
    return replace(figure, comparator=twin.comparator) if twin and twin.comparator else figure


def _is_work(thing: Thing, reading: Reading) -> bool:
    """Whether a thing is a project, or a set of projects by its name."""
    words = [row["word"] for row in table("standins", "zh") + table("standins", "en") if row["families"] == "project"]
    plain = [word.removeprefix("the ").removeprefix("该") for word in words]
    return reading.family(thing.key) == "project" or any(
        folded(name).rstrip("s").endswith(word) for name in thing.names for word in plain
    )


def _counted(amount: Amount, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the unit of an amount is only the noun that a bare number counts (600 local employees)."""
    words = re.findall(r"[a-z'-]+", amount.unit.lower())
    employed = re.search(r"\bemploy\w*\s[^.;]{0,30}$", paragraph.bare[: figure.start])
    if (
        employed
        and words
        and words[-1] in members("persons employed", "en")
        and figure.unit_words in {"", *members("persons employed", "en")}
    ):
        return True
    if figure.unit or not words or paragraph.language != "en":
        return False
    behind = re.findall(r"[a-z'-]+", paragraph.folded[figure.end : figure.end + 60])[:6]
    known = {stem(word) for word in behind + re.findall(r"[a-z'-]+", amount.measure.lower())}
    return stem(words[-1]) in known or (words[-1] in ("people", "persons") and bool(amount.measure))


def _status_allowed(statement: Statement) -> Failure | None:
    kind = traits(statement.relation)
    if "observed" in kind and statement.status != "realised":
        return Failure(0, "status", f"{statement.relation} is what was observed; a plan is another relation")
    if "aim" in kind and statement.status == "realised":
        return Failure(0, "status", f"{statement.relation} is what is aimed at; what was reached is another relation")
    return None


def _holder(statement: Statement, reading: Reading, paragraph: Paragraph, figure: Figure) -> Spot | Failure:
    """Return where the subject of a figure stands: right behind it (the 30-acre campus), else the topic before it."""
    what = statement.subject
    spots = reading.topics.between(paragraph.number, figure.end, figure.end + _BEHIND)
    works = isinstance(statement.object, Amount) and of_works(statement.object.measure)
    for spot in spots:
        if re.match(r"-|\s(?:based|headquartered|area|wide)\b", paragraph.bare[spot.end : spot.end + 20]):
            continue
        counted = figure.unit.startswith("count") or figure.unit in ("", "year")
        adjective = rf"(?:[{HAN}]{{0,6}}的)?" if counted else "的?"
        chain = "(?:、[^,;。]{1,24}的)?" if works else ""
        if re.fullmatch(rf"(?:{adjective}{chain}|\s*-?\s*)", paragraph.bare[figure.end : spot.start]):
            if what.key in spot.keys:
                return spot
            if any(rivals(reading, key, what.key) for key in spot.keys):
                named = " / ".join(shown(reading, key) for key in spot.keys[:2])
                return Failure(5, "subject", f"the number is of {named}, not of {name_of(what)}")
    amount = statement.object
    inside = set(reading.names_in(amount.measure)) if isinstance(amount, Amount) else set()
    if work := work_before(reading, paragraph, figure, amount.measure if isinstance(amount, Amount) else ""):
        if what.key in work.keys:
            return work
        if any(rivals(reading, key, what.key) for key in work.keys):
            return Failure(5, "subject", f"the number is of {shown(reading, work.keys[0])}, not of {name_of(what)}")
    if launched := launched_before(statement, reading, paragraph, figure):
        return launched
    if paragraph.language == "en" and (taker := party(statement, spots, paragraph, figure)):
        return taker
    if (front := fronted(spots, paragraph, figure)) and what.key in front.keys:
        return front
    measured = amount.measure if isinstance(amount, Amount) else ""
    located = behind(spots, paragraph, figure, reading, measured)
    if (place := next((each for each in located if what.key in each.keys), None)) is not None:
        return place
    if any(key != what.key and reading.family(key) == reading.family(what.key) for s in located for key in s.keys):
        named = paragraph.words[located[0].start : located[0].end]
        return Failure(5, "subject", f"the number is of {named}, not of {name_of(what)}")
    for group in reading.topics.before(paragraph.number, figure.start):
        for spot in group:
            if what.key in spot.keys:
                if spot.paragraph == paragraph.number and _closed(paragraph, group, spot):
                    return Failure(5, "subject", f"the number is of the whole list, not of {name_of(what)}")
                return spot
        keys = [key for spot in group for key in spot.keys]
        if spends(reading, paragraph, group, figure):
            continue
        if all(key in inside for key in keys) and keys:
            continue
        if any(rivals(reading, key, what.key) for key in keys) or not keys:
            named = " / ".join(shown(reading, key) for key in keys[:2])
            named = named or paragraph.words[group[-1].start : group[-1].end]
            return Failure(5, "subject", f"the number is of {named}, not of {name_of(what)}")
    return Failure(4, "subject", f"nothing before the number names {name_of(what)}")


def _closed(paragraph: Paragraph, group: list[Spot], spot: Spot) -> bool:
    """Whether a list ends in a head that it is a list of (甲、乙等7个项目): the figure is that of the head."""
    last = group[-1]
    return spot is not last and bool(re.search(r"等", paragraph.bare[spot.end : last.start]))
