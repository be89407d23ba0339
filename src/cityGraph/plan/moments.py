"""What claims date, in order; parts of a thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.claim import Claim, Entity, Value
from ..model.edges import figures_of
from ..model.timeline import Moment
from ..names.labels import vocabulary
from ..namespaces import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..store.city import CityGraph

_DATED = ("date", "dateTime", "gYear", "gYearMonth")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
# What has no life of its own: its time is that of what it is tied to.
_SATELLITES = ("Event", "Target", "Observation")


def moments(city: CityGraph, told: Sequence[Claim], asked: Iterable[str] | None = None) -> list[Moment]:
    """What these claims date, earliest first, then the events that none of them dates.

    With `asked` (IRIs) what is dated of those things alone, of their parts, and of what has its time by them.
    """
    terms = vocabulary(city, {claim.relation.iri for claim in told})
    stages: dict[str, list[Claim]] = {}
    values: dict[str, Claim] = {}
    events: dict[str, list[Claim]] = {}
    for claim in told:
        if claim.qualifier("stage") and claim.subject.kind == "Event":
            stages.setdefault(claim.subject.iri, []).append(claim)
        if local(claim.relation.iri) == "value":
            values.setdefault(claim.subject.iri, claim)
        for end in claim.ends:
            if end.kind == "Event":
                events.setdefault(end.iri, []).append(claim)
    near = None if asked is None else _near(told, set(asked))
    dated, undated = [], []
    seen = set()
    for claim in figures_of(told):
        when = _when(claim)
        if near is not None and not {end.iri for end in claim.ends} & near:
            continue
        if when:
            of = claim.subject
            seen.add(of.iri)
            steps = tuple(figures_of(stages.get(of.iri, ()))) if local(claim.relation.iri) == "date" else ()
            figure = values.get(of.iri) if _dates(claim) else None
            dated.append(Moment(when, of, _words(claim), claim, steps, figure))
    for iri, about in events.items():
        if iri not in seen and (near is None or iri in near):
            steps = tuple(figures_of(stages.get(iri, ())))
            first = (*steps, *about)[0]
            (event,) = {end.iri: end for end in first.ends if end.iri == iri}.values()
            words = (
                "" if steps else f"{terms.relation(first.relation.iri, 'out' if first.subject.iri == iri else 'in')} "
            )
            other = "" if steps else (first.told if first.subject.iri == iri else first.subject.label)
            undated.append(Moment(None, event, f"{words}{other}", first, steps))
    dated.sort(key=lambda moment: (moment.date or "", moment.entity.iri, moment.claim.iri))
    return dated + sorted(undated, key=lambda moment: moment.entity.iri)


def with_parts(told: Iterable[Claim], things: set[str]) -> set[str]:
    """`things` and, however deep, what is a part of them."""
    inside: dict[str, set[str]] = {}
    for claim in told:
        if local(claim.relation.iri) == "partOf" and isinstance(claim.object, Entity):
            inside.setdefault(claim.object.iri, set()).add(claim.subject.iri)
    found, frontier = set(things), set(things)
    while frontier:
        frontier = {part for whole in frontier for part in inside.get(whole, ())} - found
        found |= frontier
    return found


def _near(told: Sequence[Claim], asked: set[str]) -> set[str]:
    """The things asked for, their parts, and the events, targets and observations tied to any of these."""
    things = with_parts(told, asked)
    tied = {
        end.iri
        for claim in told
        if {each.iri for each in claim.ends} & things
        for end in claim.ends
        if end.kind in _SATELLITES
    }
    return things | tied


def _when(claim: Claim) -> str | None:
    """The date that a claim gives, or the time that it is said of; as precise as it stands."""
    what = claim.object
    found = _DATE.match(
        what.value[:10] if isinstance(what, Value) and _dates(claim) else claim.qualifier("period") or ""
    )
    return found[0] if found else None


def _dates(claim: Claim) -> bool:
    """Whether the object of a claim is a date."""
    return isinstance(claim.object, Value) and local(claim.object.datatype) in _DATED


def _words(claim: Claim) -> str:
    """What a dated claim says beside the name of its subject; nothing where it gives the date of it alone."""
    bare = local(claim.relation.iri) == "date" or (claim.subject.kind == "Observation" and _dates(claim))
    return "" if bare else claim.relation.to(claim.told)
