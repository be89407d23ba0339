"""Does a sentence say that two things are related, and which way round?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .folded import folded
from .patterns import matches
from .relation_words import states
from .tables import table

if TYPE_CHECKING:
    from .construction import Match
    from .facts import Fact
    from .name_index import Mention
    from .said import Said
    from .topics import Spot
    from .weighing import Weighed

_PAST = re.compile(r"(?:was|were|had|owned|led|held|served|controlled)\b")
_NEXT_TO = ("", "的", "'s ", " ")


class _Found(NamedTuple):
    """Constructions by how their slots are filled, the longest of each: as in the fact, turned round, or in any way."""

    forward: Match | None
    turned: Match | None
    loose: Match | None


def says_tie(said: Said, made: Weighed) -> bool:
    """Say whether a sentence has the words of a relation, with the ends of a fact where the words want them.

    Args:
        said: The sentence.
        made: The fact; gets the place of the words, and a difference if the ends are swapped.

    Returns:
        Whether it does.
    """
    fact = made.fact
    subjects, objects = said.mentions_of([fact.subject]), said.mentions_of([fact.object])
    found = _constructions(said, fact, subjects, objects)
    chosen = found.forward
    if chosen and found.turned and _size(found.turned) > _size(chosen):
        # Kinds decide between two readings, but not against more words in the same place: a leader of.
        chosen = None if said.known.swappable(fact) or _inside(chosen, found.turned) else chosen
    if chosen is None and found.turned and subjects and objects:
        chosen = found.turned
        made.differ("turned", "direction")
    if chosen is None and not subjects and objects and not said.has_other_actor(made.names):
        return _without_subject(said, made, found.loose)
    if chosen is not None:
        _take(said, made, chosen)
    return chosen is not None


def _without_subject(said: Said, made: Weighed, loose: Match | None) -> bool:
    """Read a plan that is told of its object alone: by its purpose, its own words, or a stage that it would reach."""
    made.strict = True
    purposes = [folded(q.text) for q in made.fact.claim.qualifiers if q.name == "purpose"]
    for words in (purposes, [row["word"] for row in table("stages", said.language)]):
        spans = {span for word in words if len(word) > 1 for span in said.find(word)}
        if spans:
            made.spans |= spans
            made.weight = max(end - start for start, end in spans)
            made.only_plan = words is not purposes
            return True
        if loose is not None:
            _take(said, made, loose)
            return True
    return False


def _take(said: Said, made: Weighed, chosen: Match) -> None:
    made.weight = _size(chosen)
    made.spans.update(chosen.words)
    made.planned = chosen.pattern.mood == "planned"
    words = (said.folded(start, end).strip() for start, end in chosen.words)
    made.past = made.fact.relations[0] in states() and any(_PAST.match(word) for word in words)


def _inside(match: Match, other: Match) -> bool:
    return all(any(low <= start and end <= high for low, high in other.words) for start, end in match.words)


def _size(match: Match) -> int:
    return sum(end - start for start, end in match.words)


def _constructions(said: Said, fact: Fact, subjects: list[Mention], objects: list[Mention]) -> _Found:
    best: dict[str, Match] = {}
    chosen = said.known.words.of_tie(fact.relations[0], said.language)
    for match in matches(chosen, said.paragraph.blanked, said.start, said.end):
        ways = ["loose"]
        if _fits(said, match, subjects, objects, fact):
            ways.append("forward")
        elif _fits(said, match, objects, subjects, fact):
            ways.append("turned")
        for way in ways:
            if way not in best or _size(match) > _size(best[way]):
                best[way] = match
    return _Found(best.get("forward"), best.get("turned"), best.get("loose"))


def _fits(said: Said, match: Match, subjects: list[Mention], objects: list[Mention], fact: Fact) -> bool:
    """Whether the ends stand where a construction has them, with no other thing of their sort nearer."""
    for slot, wanted in (("{s}", subjects), ("{o}", objects)):
        before, _ = match.pattern.slot(slot)
        if before < 0:
            return False
        low = match.words[before - 1][1] if before else said.start
        high = match.words[before][0] if before < len(match.words) else said.end
        inside = [mention for mention in wanted if low <= mention.start and mention.end <= high]
        if not inside:
            return False
        if before:
            nearest = min(inside, key=lambda mention: mention.start)
            between = low, nearest.start
        else:
            nearest = max(inside, key=lambda mention: mention.end)
            between = nearest.end, high
            if slot == "{s}" and _in_a_phrase(said, nearest):
                return False
        if _has_rival(said, between, nearest, fact, first=before == 0):
            return False
    return True


def _in_a_phrase(said: Said, mention: Mention) -> bool:
    """Whether a name only describes the noun of a preposition: 為甲公司的事, 由甲公司的子公司."""
    governed = any(spot.governed for spot in said.spots if spot.start == mention.start)
    return governed and said.paragraph.blanked.startswith("的", mention.end)


def _has_rival(said: Said, between: tuple[int, int], chosen: Mention, fact: Fact, *, first: bool) -> bool:
    group = next((spot.group for spot in said.spots if spot.start == chosen.start), None)
    families = {said.known.family(key) for key in chosen.keys}
    for spot in said.spots:
        if not (between[0] <= spot.start and spot.end <= between[1]) or spot.group == group or spot.hidden:
            continue
        if {*spot.keys} & {*fact.ends, *fact.more} or (spot.governed if first else _modifies(said, spot, chosen, fact)):
            continue
        if not first or families & {said.known.family(key) for key in spot.keys}:
            return True
    return False


def _modifies(said: Said, spot: Spot, chosen: Mention, fact: Fact) -> bool:
    """Whether a name only describes the next one: 太原的比亞迪, or the province in 山西省的省會."""
    gap = said.paragraph.blanked[spot.end : chosen.start]
    if gap not in _NEXT_TO:
        return False
    near = {other for key in spot.keys for other in said.known.tied.get(key, ())}
    return bool(near & set(chosen.keys) or said.known.places_of(fact.ends) & set(spot.keys))
