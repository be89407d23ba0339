"""Holds one fact of a graph against one sentence: does the sentence say it, or something that differs from it?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from .folded import folded, is_chinese
from .lemmas import forms, stem
from .patterns import matches
from .periods import periods
from .quantity_match import compatible, same_value
from .scope import moods_at
from .synonyms import same_words
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .facts import Fact
    from .figure import Figure
    from .known import Known
    from .patterns import Match as Construction
    from .periods import Period
    from .reading import Mention, Paragraph, Reading
    from .scope import Mark
    from .topics import Spot

_LEAST = 0.6  # of the name of what is measured that a sentence must have
_SHORT_GAP = 8  # characters between a value and the thing behind it that it describes (1934年始建的某廠)
_COUNTERS = re.compile(r"(?:总数|目标|数|总)$")
_PAST = re.compile(r"(?:was|were|had|owned|led|held|served|controlled)\b")
_YEAR = re.compile(r"\d{4} ?年?初?")
_EN_STOP = frozenset("the a an of in on at to for from by with and or".split())


@dataclass
class Weighed:
    """A fact beside a sentence.

    Attributes:
        fact: The fact.
        verdict: "supported", "planned", "differs" or "not-said".
        names: The mentions that it accounts for.
        values: The numbers and dates that it accounts for.
        spans: (start, end) of the words that say its relation.
        said: Where they differ: what the sentence says.
        source: Where they differ: what the source says.
        reason: "denied", "doubted" or "as-plan", if it is "not-said" or denied.
        weight: How many characters say its relation.
        planned: Whether the words of the relation plan by themselves.
        strict: Whether nothing may be left over, because the sentence names the object alone.
        past: Whether an English verb tells a state of an earlier time.
        only_plan: Whether the sentence says more than the plan: it tells a stage that the plan would reach.
    """

    fact: Fact
    verdict: str = "supported"
    names: set[Mention] = field(default_factory=set)
    values: set[Figure | Period] = field(default_factory=set)
    spans: set[tuple[int, int]] = field(default_factory=set)
    said: str = ""
    source: str = ""
    reason: str = ""
    weight: int = 0
    planned: bool = False
    strict: bool = False
    only_plan: bool = False
    past: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where the words of its relation stand first."""
        return min(self.spans, default=(0, 0))

    def differ(self, said: str, source: str) -> None:
        """Note a difference; the first one stays."""
        if self.verdict == "supported":
            self.verdict, self.said, self.source = "differs", said, source


class Said:
    """A sentence, with what stands in it.

    Attributes:
        paragraph: The paragraph.
        start: Where the sentence begins.
        end: Where it ends.
        named: By thing, its mentions.
    """

    def __init__(self, known: Known, reading: Reading, paragraph: Paragraph, start: int, end: int) -> None:
        self.known, self.reading, self.paragraph, self.start, self.end = known, reading, paragraph, start, end
        self.language = paragraph.language
        self.text = paragraph.words[start:end]
        self.mentions = [each for each in paragraph.names if start <= each.start and each.end <= end]
        inside = (each for each in paragraph.figures if start <= each.start and each.end <= end)
        self.figures = [each for each in inside if not _article(paragraph.folded[each.start : each.end])]
        self.periods = [each for each in paragraph.periods if start <= each.start and each.end <= end]
        self.marks = [
            each for each in paragraph.marks if start <= each.start and each.end <= end and not self._idle(each)
        ]
        self.spots = [
            each for each in reading.topics.spots(paragraph.number) if start <= each.start and each.end <= end
        ]
        self.named: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            for key in dict.fromkeys(mention.keys):
                for thing in known.alike(key):
                    self.named.setdefault(thing, []).append(mention)
        for spot in self.spots:
            if spot.role != "name":
                for key in spot.keys:
                    for thing in known.alike(key):
                        self.named.setdefault(thing, []).append(_standin(spot))

    def _idle(self, mark: Mark) -> bool:
        """Whether a word of condition only counts: 只有14座."""
        return mark.mood == "condition" and any(f.start in (mark.end, mark.end + 1) for f in self.figures)

    def facts(self) -> Iterator[Fact]:
        """List the facts whose things the sentence names; of what a city does to a thing, the thing is enough."""
        seen: set[int] = set()
        for thing in self.named:
            for fact in self.known.about.get(thing, ()):
                if id(fact) in seen:
                    continue
                seen.add(id(fact))
                if all(any(each in self.named for each in group) for group in fact.needed) or self._passive(fact):
                    yield fact

    def _passive(self, fact: Fact) -> bool:
        return (
            bool(fact.object)
            and fact.object in self.named
            and fact.status == "planned"
            and (
                self.known.family(fact.subject) == "place"
                and self.known.family(fact.object) != "place"
                or len(self.mentions) == 1
            )
        )

    def weigh(self, fact: Fact) -> Weighed | None:
        """Hold a fact against the sentence.

        Args:
            fact: One of `facts`.

        Returns:
            What came of it; None if the sentence says nothing of the kind.
        """
        made = Weighed(fact)
        for thing in {*fact.ends, *fact.more, *fact.beside}:
            made.names.update(self.named.get(thing, ()))
        if not (self._tie(fact, made) if fact.object else self._value(fact, made)):
            return None
        if not self._numbers(fact, made) or not self._dates(fact, made):
            return None
        if not fact.object and not self._held(fact, made):
            return None
        self._mood(fact, made)
        return None if made.only_plan and made.verdict != "planned" else made

    # What is said ----------------------------------------------------------------------------------------------------

    def _find(self, word: str) -> Iterator[tuple[int, int]]:
        if "…" in word:
            first, _, last = word.partition("…")
            pairs = [(one, other) for one in self._find(first) for other in self._find(last) if one[1] <= other[0]]
            yield from (span for pair in pairs[:1] for span in pair)
            return
        words = self.paragraph.blanked
        if self.language == "en":
            either = (
                f"(?:{'|'.join(map(re.escape, forms(x)))})" if x.isalpha() else re.escape(x) for x in word.split()
            )
            expression = r"\b" + r"\s+".join(either) + r"\b"
        else:
            expression = re.escape(word)
        for match in re.finditer(expression, words[self.start : self.end]):
            yield match.start() + self.start, match.end() + self.start

    def _add(self, made: Weighed, words: Iterable[str]) -> int:
        best = 0
        for word in words:
            for span in self._find(word):
                made.spans.add(span)
                best = max(best, span[1] - span[0])
        return best

    def _value(self, fact: Fact, made: Weighed) -> bool:
        if not fact.carried:
            words = set(self.known.value_words(fact.relations[0], self.language))
            words |= {each for word in words for each in same_words(word, self.language)}
            made.weight = self._add(made, words)
            return self._text_value(fact, made) and made.weight > 0
        stage = self._add(made, {w for s in fact.stages for w in self.known.stage_words(s, self.language)})
        if fact.stages and not stage:
            return False
        made.weight = stage
        if fact.ranks and any(figure.unit in ("rank", "count:名", "count:位", "") for figure in self.figures):
            made.weight = self._add(
                made,
                ("名次", *same_words("名次", "zh")) if self.language == "zh" else ("rank", *same_words("rank", "en")),
            )
        own = [
            n for thing in fact.ends for each in self.known.alike(thing) for n in self.known.folded_names.get(each, ())
        ]
        for thing in fact.more:
            for name in self.known.folded_names.get(thing, ()):
                made.weight = max(made.weight, self._topic(name, own, made))
        return made.weight > 0

    def _text_value(self, fact: Fact, made: Weighed) -> bool:
        """Read a value that is a few words or a code."""
        if fact.numbers or fact.dates:
            return True
        words = self.paragraph.folded
        for value in fact.topic:
            at = words.find(value, self.start, self.end)
            if at >= 0:
                made.spans.add((at, at + len(value)))
                made.weight += len(value)
                return True
            shape = re.sub(r"\d", "0", value)
            other = [
                m for m in re.finditer(r"[a-z0-9]+", words[self.start : self.end]) if re.sub(r"\d", "0", m[0]) == shape
            ]
            if other and shape.strip("0") != shape:
                made.spans.add((other[0].start() + self.start, other[0].end() + self.start))
                made.differ(other[0][0], value)
                return True
        return False

    def _topic(self, name: str, own: list[str], made: Weighed) -> int:
        """Return how much of the name of a measure or an event the sentence has."""
        for each in own:
            name = name.replace(each, " ")
        name = _YEAR.sub(" ", _COUNTERS.sub("", name)).strip()
        if is_chinese(name) != (self.language == "zh"):
            return 0
        if self.language == "en":
            wanted = {stem(word) for word in re.findall(r"[a-z]{3,}", name) if word not in _EN_STOP}
            words = re.finditer(r"[a-z]{3,}", self.paragraph.folded[self.start : self.end])
            have = {stem(word[0]): word.span() for word in words}
            for word in list(have):
                for other in same_words(word, "en"):
                    have.setdefault(stem(other), have[word])
            hit = [have[word] for word in wanted if word in have]
            if not wanted or len(hit) / len(wanted) < _LEAST:
                return 0
            made.spans.update((a + self.start, b + self.start) for a, b in hit)
            return sum(b - a for a, b in hit)
        spans, covered, at = set(), 0, 0
        words = self.paragraph.folded[self.start : self.end]
        while at < len(name):
            size = next(
                (n for n in range(len(name) - at, 1, -1) if any(w in words for w in _either(name[at : at + n]))), 0
            )
            if size:
                piece = next(w for w in _either(name[at : at + size]) if w in words)
                place = words.find(piece) + self.start
                spans.add((place, place + len(piece)))
                covered += size
            at += size or 1
        total = sum(not letter.isspace() for letter in name)
        if not total or covered < 2 or covered / total < _LEAST:
            return 0
        made.spans |= spans
        return covered

    def _tie(self, fact: Fact, made: Weighed) -> bool:
        forward = turned = loose = None
        ends = [
            [m for t in self.known.alike(end) for m in self.named.get(t, ())] for end in (fact.subject, fact.object)
        ]
        swap = self.known.swappable(fact)
        for pattern in self.known.ties(fact.relations[0], self.language):
            for found in matches([pattern], self.paragraph.blanked, self.start, self.end):
                size = sum(end - start for start, end in found.words), found
                if self._fits(found, ends[0], ends[1], fact):
                    forward = size if forward is None or size[0] > forward[0] else forward
                elif self._fits(found, ends[1], ends[0], fact):
                    turned = size if turned is None or size[0] > turned[0] else turned
                loose = size if loose is None or size[0] > loose[0] else loose
        chosen = forward if forward and not (swap and turned and turned[0] > forward[0]) else None
        if chosen is None and turned and ends[0] and ends[1]:
            chosen = turned
            made.differ("turned", "direction")
        only = set(self.mentions) <= made.names and not swap
        if chosen is None and ends[0] and only and loose:
            chosen = loose
        passive = not ends[0] and not self._other_actor(fact, ends[1])
        made.strict = passive
        if chosen is None and passive:
            purposes = [q.text for q in fact.claim.qualifiers if q.name == "purpose"]
            made.weight = self._add(made, [w for p in purposes for w in (folded(p),) if len(w) > 1])
            chosen = loose if not made.weight else None
            made.weight = made.weight or (loose[0] if loose else 0)
            if not made.weight:
                made.weight = self._add(made, (row["word"] for row in table("checkstages", self.language)))
                made.only_plan = True
        if chosen is None:
            return made.weight > 0
        made.weight = chosen[0]
        made.spans.update(chosen[1].words)
        made.planned = chosen[1].pattern.mood == "planned"
        words = {self.paragraph.folded[start:end].strip() for start, end in chosen[1].words}
        made.past = fact.relations[0] in _states() and any(_PAST.match(word) for word in words)
        return True

    def _other_actor(self, fact: Fact, objects: list[Mention]) -> bool:
        """Whether a sentence that leaves out who acts names another place or body that may act."""
        actors = {"place", "body", "zone"}
        return any(
            spot.topic
            and spot.start < min(m.start for m in objects)
            and actors & {self.known.family(key) for key in spot.keys}
            for spot in self.spots
        )

    def _fits(self, found: Construction, subjects: list[Mention], objects: list[Mention], fact: Fact) -> bool:
        """Whether the ends stand where a construction has them, with no other thing of their sort nearer."""
        for slot, wanted in (("{s}", subjects), ("{o}", objects)):
            if slot not in found.pattern.tokens:
                return False
            before, _ = found.pattern.slot(slot)
            low = found.words[before - 1][1] if before else self.start
            high = found.words[before][0] if before < len(found.words) else self.end
            good = [m for m in wanted if low <= m.start and m.end <= high]
            if not good:
                return False
            nearest = min(good, key=lambda m: high - m.end if before == 0 else m.start - low)
            between = (nearest.end, high) if before == 0 else (low, nearest.start)
            if self._rival(between, nearest, fact, subject=before == 0):
                return False
        return True

    def _rival(self, between: tuple[int, int], chosen: Mention, fact: Fact, *, subject: bool) -> bool:
        group = next((spot.group for spot in self.spots if spot.start == chosen.start), None)
        families = {self.known.family(key) for key in chosen.keys}
        for spot in self.spots:
            inside = between[0] <= spot.start and spot.end <= between[1]
            if not inside or spot.group == group or spot.hidden or {*spot.keys} & {*fact.ends, *fact.more}:
                continue
            if spot.governed and subject:
                continue
            if not subject and self._modifies(spot, chosen, fact):
                continue
            if families & {self.known.family(key) for key in spot.keys} or not subject:
                return True
        return False

    def _modifies(self, spot: Spot, chosen: Mention, fact: Fact) -> bool:
        """Whether a name only describes the next one: 太原的比亞迪."""
        gap = self.paragraph.blanked[spot.end : chosen.start]
        places = {place for end in fact.ends for place in self.known.placed.get(end, ())}
        if gap in ("", "的", "'s ") and places & set(spot.keys):
            return True
        return gap in ("", "的", "'s ", " ") and any(
            self.known.tied.get(key, set()) & set(chosen.keys) for key in spot.keys
        )

    # Values ----------------------------------------------------------------------------------------------------------

    def _numbers(self, fact: Fact, made: Weighed) -> bool:
        for number in fact.numbers:
            near = self._beside(made, [f for f in self.figures if compatible(f, number.value)], fact)
            same = [f for f in near if same_value(f, number)]
            if same:
                made.values.add(min(same, key=lambda f: abs(f.start - made.place[0])))
                continue
            equal = [f for f in self.figures if f.low == number.value.low and not f.ordinal]
            other = near or equal
            if not other:
                if fact.object:
                    continue
                return False
            figure = min(other, key=lambda f: abs(f.start - made.place[0]))
            made.values.add(figure)
            made.differ(self.paragraph.words[figure.start : figure.end], number.said)
        return True

    def _beside(self, made: Weighed, figures: list[Figure], fact: Fact) -> list[Figure]:
        """Keep the numbers that stand beside the words of the relation, with no other number between."""
        if len(figures) < 2 or (fact.dates and self.periods):  # noqa: PLR2004 — one number needs no choice
            return figures
        kept = []
        for figure in figures:
            for start, end in made.spans:
                low, high = (end, figure.start) if end <= figure.start else (figure.end, start)
                if not any(low <= other.start and other.end <= high for other in figures if other is not figure):
                    kept.append(figure)
                    break
        return kept or figures

    def _dates(self, fact: Fact, made: Weighed) -> bool:
        if not fact.dates:
            return True
        figure = next((each for each in made.values), None)
        at = (figure.start, figure.end) if figure else made.place
        period = self._nearest(*at)
        if period is None:
            # A year that only qualifies a number may be left out; a date that is itself said may not.
            return bool(fact.numbers or fact.stages or fact.carried)
        first, last = self._settled(period, fact)
        fits = first and first == last and any(date.startswith(first) for date in fact.dates)
        if fits and period.relation in ("in", "by", "until"):
            made.values.add(period)
        elif first:
            made.values.add(period)
            made.differ(period.words, fact.dates[0])
        return True

    def _nearest(self, start: int, end: int) -> Period | None:
        clause = self.paragraph.clause(start)

        def distance(period: Period) -> tuple[bool, int]:
            far = start - period.end if period.end <= start else period.start - end
            return not (clause[0] <= period.start and period.end <= clause[1]), far

        return min(self.periods, key=distance, default=None)

    def _settled(self, period: Period, fact: Fact) -> tuple[str, str]:
        if period.first or not fact.bases:
            return period.first, period.last
        again = [p for p in periods(self.paragraph.blanked, fact.bases[0], self.language) if p.start == period.start]
        return (again[0].first, again[0].last) if again else ("", "")

    def _held(self, fact: Fact, made: Weighed) -> bool:
        """Whether the value is said of the subject, not of another thing that stands nearer."""
        value = min(made.values, key=lambda v: v.start, default=None)
        start, end = (value.start, value.end) if value else made.place
        start = min(start, made.place[0])
        mine = {thing for group in fact.needed for each in group for thing in self.known.alike(each)}
        mentions = [m for thing in mine for m in self.named.get(thing, ())]
        for mention in mentions:
            gap = self.paragraph.blanked[end : mention.start]
            if mention.start >= end and len(gap) <= _SHORT_GAP and (not gap or gap.endswith("的")) and "," not in gap:
                return True
        families = {self.known.family(thing) for thing in mine}
        other = False
        for group in self.reading.topics.before(self.paragraph.number, start):
            keys = {thing for spot in group for key in spot.keys for thing in self.known.alike(key)}
            if keys & mine:
                return True
            if families & {self.known.family(key) for key in keys}:
                return False
            other = other or not keys <= fact.more
        if other:
            return False
        others = [m for m in self.mentions if m not in mentions and families & {self.known.family(k) for k in m.keys}]
        return bool(mentions) and not others

    # Mood ------------------------------------------------------------------------------------------------------------

    def _mood(self, fact: Fact, made: Weighed) -> None:
        places = [*made.spans, *((v.start, v.end) for v in made.values)]
        marks = {mark for start, end in places for mark in moods_at(self.marks, start, end)}
        own = {mark for mark in marks if any(a <= mark.start < b for a, b in made.spans)}
        told = {mark.mood for mark in marks}
        planned = made.planned or bool(told & {"planned", "targeted"}) or bool(self.plan_nouns())
        undone = {mark.mood for mark in marks - own}
        if made.past or undone & {"hearsay", "condition", "former"}:
            made.verdict, made.reason = "not-said", "doubted"
        elif "denied" in undone:
            made.verdict, made.reason = "differs", "denied"
            made.said, made.source = "denied", "affirmed"
        elif made.verdict == "supported" and fact.status == "realised" and planned:
            made.verdict, made.reason = "not-said", "as-plan"
        elif made.verdict == "supported" and fact.status in ("planned", "targeted") and not planned:
            made.verdict = "planned"

    def plan_nouns(self) -> list[tuple[int, int]]:
        """List the words that say that the sentence tells a plan: 設想, 計劃."""
        return [span for row in table("plans", self.language) for span in self._find(row["word"])]


@cache
def _states() -> frozenset[str]:
    return frozenset(row["relation"] for row in table("says", "any") if row["state"])


def _article(printed: str) -> bool:
    """Whether a number only stands for "a": 一家."""
    return len(printed) == 2 and printed[0] == "一"  # noqa: PLR2004 — the numeral and one measure word


def _either(piece: str) -> tuple[str, ...]:
    return (piece, *same_words(piece, "zh"))


def _standin(spot: Spot) -> Mention:
    from .reading import Mention  # noqa: PLC0415

    return Mention(spot.start, spot.end, spot.keys, spot.role)
