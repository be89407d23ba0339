"""Does a sentence give the value of a fact: its measure, its number, its date, and all that of the right thing?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .folded import is_chinese
from .lemmas import stem
from .periods import periods
from .quantity_match import compatible, same_value
from .said import ACTORS
from .synonyms import same_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .facts import Fact
    from .figure import Figure
    from .periods import Period
    from .said import Said
    from .topics import Spot
    from .weighing import Weighed

_LEAST = 0.6  # of the name of what is measured that a sentence must have
_GAP = 8  # characters between a value and the thing behind it that it describes (1934年始建的某廠)
_COUNTERS = re.compile(r"(?:总数|目标|数|总)$")
_YEAR = re.compile(r"\d{4} ?年?初?")
_EN_WORD = re.compile(r"[a-z]{3,}")
_EN_STOP = frozenset(["the", "and", "for", "from", "with"])
_RANKED = ("rank", "count:名", "count:位", "")
_IN = ("in", "by", "until")
# What may stand between a measure that opens a clause and whose it is: 名冊上甲市, 名冊將甲市.
_OPENS = re.compile("(?:[中里内上将把]|方面|显示)*")


def says_value(said: Said, made: Weighed) -> bool:
    """Say whether a sentence has the words of a value, of a measure, or of a stage.

    Args:
        said: The sentence.
        made: The fact; gets the place of the words.

    Returns:
        Whether it does.
    """
    fact, words = made.fact, said.known.words
    if fact.happens:
        made.weight = 1  # the name of an event says what happened
    if not fact.carried:
        own = words.of_value(fact.relations[0], said.language)
        _add(said, made, own | {other for word in own for other in same_words(word, said.language)})
        return _says_text(said, made) and made.weight > 0
    _add(said, made, {word for stage in fact.stages for word in words.of_stage(stage, said.language)})
    if fact.stages and not made.weight:
        return False
    if fact.ranks and any(figure.unit in _RANKED for figure in said.figures):
        word = "名次" if said.language == "zh" else "rank"
        _add(said, made, (word, *same_words(word, said.language)))
    own_names = [name for thing in fact.ends for each in said.known.alike(thing) for name in said.known.names[each]]
    for name in (name for thing in fact.more for name in said.known.names.get(thing, ())):
        if is_chinese(name) == (said.language == "zh"):
            (_measure_chinese if said.language == "zh" else _measure_english)(said, made, _bare(name, own_names))
    return made.weight > 0


def _add(said: Said, made: Weighed, words: Iterable[str]) -> None:
    spans = {span for word in words for span in said.find(word)}
    made.spans |= spans
    made.weight = max([made.weight, *(end - start for start, end in spans)])


def _says_text(said: Said, made: Weighed) -> bool:
    """Read a value that is a few words or a code; another code of the same shape differs."""
    if made.fact.numbers or made.fact.dates:
        return True
    words = said.folded(said.start, said.end)
    for value in made.fact.topic:
        at = words.find(value)
        shape = re.sub(r"\d", "0", value)
        found = [m for m in re.finditer(r"[a-z0-9]+", words) if re.sub(r"\d", "0", m[0]) == shape]
        if at < 0 and (not found or shape.strip("0") == shape):
            continue
        start, end = (at, at + len(value)) if at >= 0 else found[0].span()
        made.spans.add((start + said.start, end + said.start))
        if at < 0:
            made.differ(found[0][0], value)
        return True
    return False


def _bare(name: str, own: list[str]) -> str:
    """Return the name of a measure or an event without the thing that it is of, its year and its last word."""
    for each in own:
        name = name.replace(each, " ")
    return _YEAR.sub(" ", _COUNTERS.sub("", name)).strip()


def _measure_english(said: Said, made: Weighed, name: str) -> None:
    wanted = {stem(word) for word in _EN_WORD.findall(name) if word not in _EN_STOP}
    places: dict[str, tuple[int, int]] = {}
    for word in _EN_WORD.finditer(said.folded(said.start, said.end)):
        for each in (word[0], *same_words(word[0], "en")):
            places.setdefault(stem(each), (word.start() + said.start, word.end() + said.start))
    hit = {places[word] for word in wanted & places.keys()}
    if wanted and len(wanted & places.keys()) / len(wanted) >= _LEAST:
        made.spans |= hit
        made.weight = max(made.weight, sum(end - start for start, end in hit))


def _measure_chinese(said: Said, made: Weighed, name: str) -> None:
    words = said.folded(said.start, said.end)
    spans: set[tuple[int, int]] = set()
    covered = at = 0
    while at < len(name):
        for size in range(len(name) - at, 1, -1):
            piece = name[at : at + size]
            there = next((each for each in (piece, *same_words(piece, "zh")) if each in words), "")
            if there:
                place = words.find(there) + said.start
                spans.add((place, place + len(there)))
                covered += size
                at += size - 1
                break
        at += 1
    total = sum(not letter.isspace() for letter in name)
    if total and covered > 1 and covered / total >= _LEAST:
        made.spans |= spans
        made.weight = max(made.weight, covered)


def says_numbers(said: Said, made: Weighed) -> bool:
    """Say whether a sentence has a number where a fact has one; another number, unit or comparator differs.

    Args:
        said: The sentence.
        made: The fact; gets the numbers.

    Returns:
        Whether it does; a number of a tie, such as a share, may be left out.
    """
    fact = made.fact
    for number in fact.numbers:
        near = [figure for figure in said.figures if compatible(figure, number.value)]
        if len(near) > 1 and fact.dates and said.periods:
            near = [figure for figure in near if _dated(said, fact, figure)] or near
        elif len(near) > 1:
            near = said.nearest(near, made.spans)
        same = [figure for figure in near if same_value(figure, number)]
        equal = [figure for figure in said.figures if figure.low == number.value.low and not figure.ordinal]
        other = same or near or equal
        if not other:
            if fact.object:
                continue
            return False
        figure = min(other, key=lambda each: abs(each.start - made.place[0]))
        made.values.add(figure)
        if not same:
            made.differ(said.paragraph.words[figure.start : figure.end], number.said)
    return True


def says_dates(said: Said, made: Weighed) -> bool:
    """Say whether a sentence has the date of a fact; another date differs.

    Args:
        said: The sentence.
        made: The fact; gets the date.

    Returns:
        Whether it does. A year that only qualifies a number, and the day of a stage, may be left out.
    """
    fact = made.fact
    if not fact.dates:
        return True
    value = next(iter(made.values), None)
    period = _nearest(said, *(value.start, value.end) if value else made.place)
    if period is None:
        return fact.carried or bool(fact.numbers)
    first, last = _settled(said, period, fact)
    if first:
        made.values.add(period)
        if first != last or period.relation not in _IN or not any(date.startswith(first) for date in fact.dates):
            made.differ(period.words, fact.dates[0])
    return True


def _dated(said: Said, fact: Fact, figure: Figure) -> bool:
    """Whether the date nearest to a number is that of a fact."""
    period = _nearest(said, figure.start, figure.end)
    first = _settled(said, period, fact)[0] if period else ""
    return bool(first) and any(date.startswith(first) for date in fact.dates)


def _nearest(said: Said, start: int, end: int) -> Period | None:
    clause = said.paragraph.clause(start)

    def distance(period: Period) -> tuple[bool, int]:
        far = start - period.end if period.end <= start else period.start - end
        return not (clause[0] <= period.start and period.end <= clause[1]), far

    return min(said.periods, key=distance, default=None)


def _settled(said: Said, period: Period, fact: Fact) -> tuple[str, str]:
    """Return the first and the last day of a period; 今年 is the year of the source."""
    if period.first or not fact.bases:
        return period.first, period.last
    again = periods(said.paragraph.blanked, fact.bases[0], said.language)
    return next(((each.first, each.last) for each in again if each.start == period.start), ("", ""))


def held(said: Said, made: Weighed) -> bool:
    """Say whether a value is said of the subject of its fact, not of another thing that stands nearer.

    Args:
        said: The sentence.
        made: The fact.

    Returns:
        Whether it is.
    """
    if _is_turned(said, made):
        return False
    value = min(made.values, key=lambda each: each.start, default=None)
    start, end = (value.start, value.end) if value else made.place
    mine = {thing for each in made.fact.ends for thing in said.known.alike(each)}
    mentions = said.mentions_of(made.fact.ends)
    for mention in mentions:
        gap = said.paragraph.blanked[end : mention.start]
        if mention.start >= end and len(gap) <= _GAP and (not gap or gap.endswith("的")) and "," not in gap:
            return True
    families = {said.known.family(thing) for thing in mine}
    stranger = False
    for group in said.reading.topics.before(said.paragraph.number, start):
        keys = {thing for spot in group for key in spot.keys for thing in said.known.alike(key)}
        if keys & mine:
            return True
        if families & {said.known.family(key) for key in keys}:
            return False
        stranger = stranger or not keys <= made.fact.more
    others = [m for m in said.mentions if m not in mentions and families & {said.known.family(k) for k in m.keys}]
    return bool(mentions) and not others and not stranger


def _is_turned(said: Said, made: Weighed) -> bool:
    """Whether a Chinese clause begins with the measure and makes whose it is its object or its place.

    So in 增加值力爭甲市… and in 名冊在2024年的甲市裡…. What may stand between the two is known; other words refuse.
    """
    fact = made.fact
    if said.language != "zh" or not fact.carried or fact.stages:
        return False
    owner = min(said.mentions_of(fact.ends), key=lambda each: each.start, default=None)
    measure = next((spot for spot in said.spots if _is_measure(said, spot, fact)), None)
    if owner is None or measure is None or owner.start >= said.paragraph.clause(measure.start)[1]:
        return False
    begun, words = measure.end, ""
    for period in said.periods:
        if begun <= period.start and period.end <= owner.start:
            words += re.sub("[在到于至]$", "", said.folded(begun, period.start))
            begun = period.end
    return begun <= owner.start and _OPENS.fullmatch(words + said.folded(begun, owner.start)) is None


def _is_measure(said: Said, spot: Spot, fact: Fact) -> bool:
    acts = any(said.known.family(key) in ACTORS for key in spot.keys)
    return bool({*spot.keys} & fact.more) and not spot.governed and not acts
