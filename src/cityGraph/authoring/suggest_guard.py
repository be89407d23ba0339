"""Guards against suggestions that a text proves in form and does not mean: what is said far away, or by chance."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..proof.folded import HAN, folded
from ..proof.reading import BLANK, HIDDEN
from ..proof.statement import Amount, Thing
from .suggest_names import either, english, words
from .suggest_tables import rows

if TYPE_CHECKING:
    from ..model.positions import Range
    from ..proof.attempt import Proof
    from ..proof.reading import Paragraph, Reading
    from ..proof.topics import Spot
    from .suggest_ties import Candidate

_FAR = {"zh": 25, "en": 110}  # characters, names left out, between an end of a relation and its words
_CLAUSE = re.compile(r"\b[a-z]+s (?:that|which|who)\b|\b(?:where|when|whose)\b")
_PLANS = ("planned", "targeted", "begun")
_CLOSE = 4  # characters between a thing and the Chinese word that tells where it is
_NOWHERE = ("NamedSet", "Programme", "Plan", "Document", "Target")  # kinds of what has no place
_BUILT = ("Facility", "Route", "Event", "Place")  # kinds that no text calls a project


def is_sound(reading: Reading, one: Candidate, proof: Proof, status: str = "") -> bool:
    """Say whether a proof is firm enough to suggest what it proves.

    Args:
        reading: The text with its things.
        one: What is proved.
        proof: Where its words stand.
        status: The status with which it is proved.

    Returns:
        Whether it is.
    """
    paragraph = reading.paragraph(one.paragraph)
    roles = {role: ranges[0] for role, ranges in proof.roles if ranges}
    subject, what = roles["subject"], roles["object"]
    for end, place in ((one.subject, subject), (one.object, what)):
        if isinstance(end, Thing) and not _is_named(reading, paragraph, one, end, place):
            return False
    if not _is_here(paragraph, subject, roles.get("relation", what)):
        return False
    if isinstance(one.object, Amount):
        return not _taken(paragraph, subject, what) and not _of_others(paragraph, one, subject, what)
    if isinstance(one.object, Thing) and _in_one_list(reading, paragraph, subject, what):
        return False
    if one.relation == "located-in" and one.subject.kind in _NOWHERE:
        return False
    said = roles.get("relation")
    if said is None:
        if status == "planned" and one.subject.kind != "Project":
            return False  # what stands beside a name is no plan
        return not isinstance(one.object, Thing) or _is_beside(reading, paragraph, one, subject, what)
    if _taken(paragraph, subject, said) or _is_of(reading, paragraph, one, said, what):
        return False
    here = [end for end in (subject, what) if end.paragraph == said.paragraph]
    if any(_gap(paragraph, end, said) > _FAR[paragraph.language] for end in here):
        return False
    if one.relation == "located-in" and status == "planned" and reading.family(one.subject.key) != "project":
        start = paragraph.clause(said.start)[0]
        if not any(start <= mark.start < said.end for mark in paragraph.marks if mark.mood in _PLANS):
            return False  # only what follows is planned
    close = paragraph.language == "zh" and one.relation == "located-in" and subject in here
    return not close or _gap(paragraph, subject, said) <= _CLOSE


def _is_of(reading: Reading, paragraph: Paragraph, one: Candidate, said: Range, what: Range) -> bool:
    """Whether the object is only the owner of what is meant (the park's goals), or a body where an event is meant."""
    if not isinstance(one.object, Thing) or what.paragraph != paragraph.number:
        return False
    owner = re.match(r"['’]s?\s", paragraph.words[what.end : what.end + 3]) or re.search(
        r"['’]s$", paragraph.words[what.start : what.end]
    )
    verb = paragraph.folded[said.start : said.end]
    event = any(word in paragraph.folded[said.start : said.end + 24] for word in words("event verb"))
    body = reading.family(one.object.key) in ("firm", "body", "zone") and one.relation == "hosts"
    return bool(owner) or (body and (verb in words("event verb") or event))


def _is_here(paragraph: Paragraph, subject: Range, said: Range) -> bool:
    """Whether the sentence of the words has the subject, or a word that stands for it."""
    start, end = paragraph.sentence(said.start)
    return subject.paragraph == paragraph.number and start <= subject.start < end


def _of_others(paragraph: Paragraph, one: Candidate, subject: Range, figure: Range) -> bool:
    """Whether a number is rather of something between it and the thing, or of what follows it."""
    if subject.start > figure.start:
        return False
    between = paragraph.bare[subject.end : figure.start]
    if paragraph.language == "en":
        return len(between) > _FAR["en"] or bool(_CLAUSE.search(between))
    amount = one.object
    members = one.subject.kind == "NamedSet" and isinstance(amount, Amount) and bool(amount.comparator)
    behind = re.match(rf"的([{HAN}{BLANK}]*)", paragraph.bare[figure.end :])
    money = isinstance(amount, Amount) and amount.measure in words("sum")
    counts = bool((money and _rival_count().search(between)) or _other_set().search(between))
    # Of a set, 超10亿元 is rather said of each member than of all.
    counts = counts or bool(members and not re.search(either(words("in all")), between))
    return bool(counts or (behind and not folded(behind[1]).startswith(tuple(_counted()))))


@cache
def _counted() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("suggest-measures") if row["role"] in ("noun", "modifier", "counted"))


@cache
def _rival_count() -> re.Pattern[str]:
    number = "[\\d一二三四五六七八九十两]+余?"
    nouns = either(words("rival"))
    return re.compile(rf"{nouns}{number}[个家项]|{number}[个家项][{HAN}]{{0,6}}?{nouns}")


@cache
def _other_set() -> re.Pattern[str]:
    """Make what matches a set that is the subject of its own clause: 五个厂全数投产."""
    return re.compile(rf"[\d一二三四五六七八九十两]+[个家]{either(words('rival'))}(?=[{HAN}])")


def _gap(paragraph: Paragraph, one: Range, other: Range) -> int:
    first, second = sorted((one, other), key=lambda each: each.start)
    return len(re.sub(rf"[{BLANK}{HIDDEN}]", "", paragraph.bare[first.end : second.start]))


def _is_named(reading: Reading, paragraph: Paragraph, one: Candidate, end: Thing, place: Range) -> bool:
    """Whether the paragraph names a thing up to the sentence; a word that may stand for it is not enough."""
    spots = reading.topics.spots(paragraph.number)
    here = place.paragraph == one.paragraph
    word = next((each for each in spots if here and each.start == place.start), None)
    if word and word.resolved and end.kind in _BUILT and "project" in paragraph.folded[word.start : word.end]:
        return False
    limit = paragraph.sentence(max(one.end - 1, one.start))[1]
    if word and word.resolved and reading.family(end.key) != "project" and _is_work(paragraph, word):
        return False
    if word and not word.resolved and not _is_whole(paragraph, word):
        return False
    own = [spot for spot in spots if spot.start < limit and end.key in spot.keys]
    return end.kind == "City" or any(not spot.resolved for spot in own) or not own or _prevails(reading, end)


def _is_work(paragraph: Paragraph, spot: Spot) -> bool:
    """Whether a word points to a work: 该项目, the project."""
    said = paragraph.folded[spot.start : spot.end]
    return said in words("this work") | english("this work")


def _is_whole(paragraph: Paragraph, spot: Spot) -> bool:
    """Whether a name is not only a part of a longer one: INVEST Essex, “甲园开园活动”."""
    before, behind = paragraph.folded[: spot.start], paragraph.folded[spot.end :]
    if paragraph.language == "zh":
        if behind.startswith(tuple(words("body of"))):
            return False  # 云河市委 is no city
        opened = before.endswith('"') and before.count('"') % 2 == 1
        return not opened or behind.startswith('"') or '"' not in behind
    word = re.search(r"(?:^|[^\w’'-])([A-Z][\w&-]+)\s$", paragraph.words[: spot.start])
    starts = word is not None and paragraph.sentence(spot.start)[0] == word.start(1)
    known = word is not None and any(each.end == spot.start - 1 for each in paragraph.names)
    starts = starts and word is not None and not word[1].isupper()
    return word is None or starts or known or word[1] in english("title") | english("no name")


def _prevails(reading: Reading, thing: Thing) -> bool:
    """Whether a text speaks of one zone or place all along, so that the park can be no other."""
    family = reading.family(thing.key)
    counts = _name_counts(reading)
    rest = sum(n for key, n in counts.items() if reading.family(key) == family)
    return family in ("zone", "place") and counts[thing.key] > 1 and 2 * counts[thing.key] > rest


@lru_cache(maxsize=1)
def _name_counts(reading: Reading) -> Counter[str]:
    found = [reading.paragraph(number).names for number in reading.text.paragraphs]
    return Counter(key for names in found for each in names for key in each.keys)


def _is_beside(reading: Reading, paragraph: Paragraph, one: Candidate, subject: Range, what: Range) -> bool:
    """Whether two names that no word ties stand right beside each other, as they do where one lies in the other."""
    if paragraph.language == "en":
        spots = {spot.start: spot for spot in reading.topics.spots(paragraph.number)}
        return not any(spots[end.start].resolved for end in (subject, what) if end.start in spots)
    if one.relation == "part-of":
        return isinstance(one.object, Thing) and one.object.kind == "NamedSet"
    first, second = sorted((subject, what), key=lambda each: each.start)
    if first.end > second.start:  # one name has the other in it
        return reading.family(one.subject.key) != "place"
    return not re.search(rf"[、,;{HAN}]", paragraph.bare[first.end : second.start].replace("的", ""))


def _in_one_list(reading: Reading, paragraph: Paragraph, one: Range, other: Range) -> bool:
    """Whether two ends are members of one list, which somebody else does something with."""
    spots: dict[int, Spot] = {spot.start: spot for spot in reading.topics.spots(paragraph.number)}
    a, b = spots.get(one.start), spots.get(other.start)
    return bool(a and b and a.group == b.group and "、" in paragraph.bare[min(a.end, b.end) : max(a.start, b.start)])


def _taken(paragraph: Paragraph, subject: Range, said: Range) -> bool:
    """Whether a noun that names no thing stands before the words of a Chinese clause."""
    here = subject.paragraph == paragraph.number
    if paragraph.language != "zh" or (here and subject.start > said.start):
        return False
    start = paragraph.clause(said.start)[0]
    start = max(start, subject.end) if here else start
    noun = _rival().search(paragraph.bare, start, said.start)
    return bool(noun) and not any(spot.start <= noun.start() < spot.end for spot in paragraph.standins)  # type: ignore[union-attr]


@cache
def _rival() -> re.Pattern[str]:
    return re.compile(either(words("rival")))
