"""The named views: chains, positioning, zones, timeline, ontology."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.claim import Entity
from ..names.kinds import of_kind
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..namespaces import local
from ..plan.moments import moments
from ..render.words import WORDS
from .scene import LINES, DrawnEdge, Panel, Row, Scene, line_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..model.claim import Claim
    from ..store.city import CityGraph

_HEADS = ("chainLeaderOf", "chainCoreOf", "worksIn")
_ABREAST = 4  # chains of which no segment is known, in a row


def chains(city: CityGraph, asked: Sequence[str], told: Sequence[Claim]) -> Scene:
    """Each chain with who leads it, its segments from upstream to downstream, and the firms in each."""
    words = WORDS[city.language]
    heads = _by_object(told, *_HEADS)
    segments, feeds = _by_subject(told, "hasSegment"), _by_subject(told, "feeds")
    terms = vocabulary(city, {claim.relation.iri for several in heads.values() for claim in several})
    panels: dict[str, Panel] = {}
    ties: list[DrawnEdge] = []
    listed = _of_kind(city, told, "Chain", asked)
    bare = [chain.iri for chain in listed if chain.iri not in segments]
    for chain in sorted(listed, key=lambda chain: chain.iri in bare):
        led = sorted(_several(heads, chain.iri), key=lambda each: _HEADS.index(local(each[0].relation.iri)))
        rows_of = (_row(of.subject, those, terms.relation(of.relation.iri, "in") + " ") for of, those in led)
        note = words["no_segment"] if chain.iri in bare else ""
        panels[chain.iri] = Panel(Row(chain.label, chain), tuple(rows_of), note)
        parts = _ends(_several(segments, chain.iri))
        fed = {
            (part, end.iri): several
            for part in parts
            for end, several in _ends(_several(feeds, part)).values()
            if end.iri in parts
        }
        for part, (segment, several) in parts.items():
            firms = tuple(_row(of.subject, those) for of, those in _several(heads, part))
            head = _row(segment, several)._replace(line="")
            panels[f"{chain.iri} {part}"] = Panel(head, firms, "" if firms else words["not_said"])
            if not any(end == part for _, end in fed):
                ties.append(_tie(chain.iri, f"{chain.iri} {part}", several))
        ties += [_tie(f"{chain.iri} {one}", f"{chain.iri} {other}", those) for (one, other), those in fed.items()]
    ties += [_beside(one, other) for at, (one, other) in enumerate(pairwise(bare), 1) if at % _ABREAST]
    return Scene({}, ties, panels, stacked=True)


def positioning(city: CityGraph, asked: Sequence[str], told: Sequence[Claim]) -> Scene:
    """What a city is to be, and what serves each of that; where no source names anything, that is said."""
    words = WORDS[city.language]
    wanted = {resolve(city, name).iri for name in asked}
    told = [claim for claim in told if isinstance(claim.object, Entity) and claim.object.kind == "Positioning"]
    aims = [c for c in told if c.subject.kind == "City" and (not wanted or c.subject.iri in wanted)]
    goals = {end.iri: end for claim in aims for end in _things(claim)[1:]}
    serving = [claim for claim in told if claim.subject.kind != "City" and _things(claim)[1].iri in goals]
    terms = vocabulary(city, {claim.relation.iri for claim in serving})
    ties = [_tie(c.subject.iri, _things(c)[1].iri, [c], c.relation.label) for c in aims]
    ties += [_tie(_things(c)[1].iri, c.subject.iri, [c], terms.relation(c.relation.iri, "in")) for c in serving]
    served = {_things(claim)[1].iri for claim in serving}
    bare = {f"{goal} bare": goal for goal in goals if goal not in served}
    ties += [_beside(goal, key) for key, goal in bare.items()]
    nothing = Panel(Row(words["no_server"]), ())
    things = {end.iri: end for claim in (*aims, *serving) for end in _things(claim)}
    return Scene(things, ties, dict.fromkeys(bare, nothing), frozenset(claim.subject.iri for claim in aims))


def zones(city: CityGraph, asked: Sequence[str], told: Sequence[Claim]) -> Scene:
    """Each zone with what stands in it: projects and what belongs to them, firms, its parts, which follow it."""
    inside, said = _by_object(told, "sitedIn", "liesIn", "partOf"), WORDS[city.language]
    wanted = {zone.iri: zone for zone in _of_kind(city, told, "Zone", asked)}
    contents = {zone: tuple(_inside(zone, inside, 0, {zone})) for zone in wanted}
    parts = {row.thing.iri for rows_of in contents.values() for row in rows_of if row.thing}
    order: dict[str, Entity] = {}
    for zone in sorted(wanted, key=lambda zone: (zone in parts, -len(contents[zone]))):
        _after(zone, wanted, contents, order)
    panels = {
        iri: Panel(Row(zone.label, zone), contents[iri], "" if contents[iri] else said["not_said"])
        for iri, zone in order.items()
        if contents[iri] or asked
    }
    bare = tuple(Row(zone.label, zone) for iri, zone in order.items() if iri not in panels and iri not in parts)
    if bare:
        panels["bare"] = Panel(Row(said["no_contents"]), bare)
    return Scene({}, (), panels, columns=tuple(panels))


def _inside(zone: str, inside: dict[str, list[Claim]], depth: int, seen: set[str]) -> Iterable[Row]:
    """What stands in a zone, its parts last, what is no zone followed by what belongs to it; each thing once."""
    listed = sorted(_several(inside, zone), key=lambda each: (each[0].subject.kind == "Zone", each[0].subject.kind))
    new = [(of, several) for of, several in listed if of.subject.iri not in seen]
    seen |= {of.subject.iri for of, _ in new}
    for of, several in new:
        yield _row(of.subject, several)._replace(depth=depth)
        if of.subject.kind != "Zone":
            yield from _inside(of.subject.iri, inside, depth + 1, seen)


def _after(
    zone: str, wanted: dict[str, Entity], contents: dict[str, tuple[Row, ...]], order: dict[str, Entity]
) -> None:
    """Put a zone into the order, and its parts after it; what is a part of itself stands once."""
    if zone in wanted and zone not in order:
        order[zone] = wanted[zone]
        for row in contents[zone]:
            if row.thing:
                _after(row.thing.iri, wanted, contents, order)


def timeline(city: CityGraph, asked: Sequence[str], told: Sequence[Claim]) -> Scene:
    """What is dated, by year: events, foundations, what is due, and ties that a source puts in a time."""
    wanted = [resolve(city, name).iri for name in asked] or None
    years: dict[str, list[Row]] = {}
    for moment in moments(city, told, wanted):
        if moment.date:
            words = " ".join(filter(None, (moment.date[5:], moment.entity.label, moment.told)))
            row = Row(words, moment.entity, line_of(moment.claim), moment.claim.evidence, moment.claim.because)
            years.setdefault(moment.date[:4], []).append(row)
    panels = {year: Panel(Row(year), tuple(listed)) for year, listed in years.items()}
    return Scene({}, (), panels, columns=tuple(panels), spine=True)


def ontology(city: CityGraph, asked: Sequence[str], told: Sequence[Claim]) -> Scene:
    """Each kind of thing with the relations that lead from it, and to what."""
    del told
    found = city.select("kinds-tied")
    words = vocabulary(city, {cell.value for row in found for cell in row})
    leads: dict[str, dict[str, list[str]]] = {}
    for relation, subject, what in found:
        leads.setdefault(subject.value, {}).setdefault(relation.value, []).append(what.value)
    kinds = {kind: Entity(kind, words.label(kind), local(kind), words.label(kind)) for kind in leads}
    if asked:
        kinds = {thing.iri: thing for name in asked for thing in of_kind(kinds.values(), name)}
    panels = {}
    comma, literals = WORDS[city.language]["comma"], WORDS[city.language]["literals"]
    for kind, thing in sorted(kinds.items(), key=lambda each: (-len(leads[each[0]]), each[0])):
        listed = sorted(
            (words.label(relation), sorted({literals.get(local(end), words.label(end)) for end in ends}))
            for relation, ends in leads[kind].items()
        )
        lines = tuple(Row(f"{label} → {comma.join(ends)}") for label, ends in listed)
        panels[kind] = Panel(Row(thing.label, thing), lines)
    return Scene({}, (), panels, columns=tuple(panels))


def _of_kind(city: CityGraph, told: Sequence[Claim], kind: str, asked: Sequence[str]) -> list[Entity]:
    """The things of a kind, in the order in which the sources come to them.

    Of a name that is given: the thing itself or, if it is of another kind, those that it is tied to.
    """
    found: dict[str, Entity] = {}
    for name in asked or (None,):
        thing = resolve(city, name) if name is not None else None
        near = [end for claim in told if thing is None or thing in _things(claim) for end in _things(claim)]
        of_it = {end.iri: end for end in ([thing] if thing and thing.kind == kind else near) if end.kind == kind}
        if thing and not of_it:
            raise CityGraphError(f"nothing to draw: no claim ties {thing.label} to a {kind}")
        found |= of_it
    return list(found.values())


def _things(claim: Claim) -> list[Entity]:
    return [end for end in (claim.subject, claim.object) if isinstance(end, Entity)]


def _ends(several: Iterable[tuple[Claim, list[Claim]]]) -> dict[str, tuple[Entity, list[Claim]]]:
    """The objects of claims, by IRI, with those that claim them."""
    return {_things(of)[1].iri: (_things(of)[1], those) for of, those in several}


def _beside(one: str, other: str) -> DrawnEdge:
    """A tie that is not drawn: it sets one thing beside another."""
    return DrawnEdge(one, other, "", "", "", (), None)


def _by_object(told: Sequence[Claim], *relations: str) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in told:
        if local(claim.relation.iri) in relations and isinstance(claim.object, Entity):
            found.setdefault(claim.object.iri, []).append(claim)
    return found


def _by_subject(told: Sequence[Claim], relation: str) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in told:
        if local(claim.relation.iri) == relation and isinstance(claim.object, Entity):
            found.setdefault(claim.subject.iri, []).append(claim)
    return found


def _several(index: dict[str, list[Claim]], iri: str) -> list[tuple[Claim, list[Claim]]]:
    """The claims at `iri`, those of one triple together: the farthest from plan, and all that are as far."""
    triples: dict[tuple[object, ...], list[Claim]] = {}
    for claim in index.get(iri, ()):
        triples.setdefault((claim.subject, claim.relation.iri, claim.object), []).append(claim)
    found = []
    for claims_of in triples.values():
        best = min(claims_of, key=lambda claim: list(LINES).index(line_of(claim)))
        found.append((best, [claim for claim in claims_of if line_of(claim) == line_of(best)]))
    return found


def _row(thing: Entity, several: Sequence[Claim], badge: str = "") -> Row:
    said = tuple(dict.fromkeys(passage for claim in several for passage in claim.evidence))
    return Row(badge + thing.label, thing, line_of(several[0]), said, several[0].because)


def _tie(start: str, end: str, several: Sequence[Claim], label: str = "") -> DrawnEdge:
    said = tuple(dict.fromkeys(passage for claim in several for passage in claim.evidence))
    return DrawnEdge(start, end, several[0].relation.iri, label, line_of(several[0]), said, several[0].because)


VIEWS: dict[str, Callable[[CityGraph, Sequence[str], Sequence[Claim]], Scene]] = {
    "chains": chains,
    "positioning": positioning,
    "zones": zones,
    "timeline": timeline,
    "ontology": ontology,
}
