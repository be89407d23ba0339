"""List what claims give a date for, and the parts of a thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..model.claim import Claim, Entity, Relation, Value
from ..model.edges import figures_of
from ..model.timeline import Moment
from ..names.labels import vocabulary
from ..namespaces import local
from ..render.figures import object_text
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..store.city import CityGraph

_DATED = ("date", "dateTime", "gYear", "gYearMonth")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
# Kinds of things whose time is also that of the things they belong to.
_SATELLITES = ("Event", "Target", "Observation")


def moments(city: CityGraph, claims: Sequence[Claim], things: Iterable[str] | None = None) -> list[Moment]:
    """List what claims give a date for.

    Args:
        city: The open graph, for the labels of relations.
        claims: The claims to look through, in the order of the source.
        things: Keep what is about the things with these IRIs, their parts, and the events, targets and observations
            connected to any of these. None keeps everything.

    Returns:
        The dated moments, earliest first, then one moment without a date for each event that no claim dates.
    """
    terms = vocabulary(city, {claim.relation.iri for claim in claims})
    words = WORDS[city.language]
    stages: dict[str, list[Claim]] = {}
    values: dict[str, Claim] = {}
    events: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.qualifier("stage") and claim.subject.kind == "Event":
            stages.setdefault(claim.subject.iri, []).append(claim)
        if local(claim.relation.iri) == "value":
            values.setdefault(claim.subject.iri, claim)
        for end in claim.ends:
            if end.kind == "Event":
                events.setdefault(end.iri, []).append(claim)
    near = None if things is None else _near(claims, set(things))
    dated, undated = [], []
    seen = set()
    for claim in figures_of(claims):
        date = _date(claim)
        if near is not None and not {end.iri for end in claim.ends} & near:
            continue
        if date:
            subject = claim.subject
            seen.add(subject.iri)
            steps = tuple(figures_of(stages.get(subject.iri, ()))) if local(claim.relation.iri) == "date" else ()
            figure = values.get(subject.iri) if _gives_date(claim) else None
            dated.append(Moment(date, subject, _told(claim, words), claim, steps, figure))
    for iri, about in events.items():
        if iri not in seen and (near is None or iri in near):
            steps = tuple(figures_of(stages.get(iri, ())))
            first = (*steps, *about)[0]
            (event,) = {end.iri: end for end in first.ends if end.iri == iri}.values()
            out = first.subject.iri == iri
            relation = Relation(first.relation.iri, terms.relation(first.relation.iri, "out" if out else "in"))
            said = "" if steps else relation.to(object_text(first, words) if out else first.subject.label)
            undated.append(Moment(None, event, said, first, steps))
    dated.sort(key=lambda moment: (moment.date or "", moment.entity.iri, moment.claim.iri))
    return dated + sorted(undated, key=lambda moment: moment.entity.iri)


def with_parts(claims: Iterable[Claim], things: set[str]) -> set[str]:
    """Return things together with their parts, the parts of these, and so on.

    Args:
        claims: The claims that say what is part of what.
        things: The IRIs of the things.

    Returns:
        The IRIs of the things and of all their parts.
    """
    inside: dict[str, set[str]] = {}
    for claim in claims:
        if local(claim.relation.iri) == "partOf" and isinstance(claim.object, Entity):
            inside.setdefault(claim.object.iri, set()).add(claim.subject.iri)
    found, frontier = set(things), set(things)
    while frontier:
        frontier = {part for whole in frontier for part in inside.get(whole, ())} - found
        found |= frontier
    return found


def _near(claims: Sequence[Claim], asked: set[str]) -> set[str]:
    """Return the things asked for, their parts, and the events, targets and observations connected to any of these."""
    things = with_parts(claims, asked)
    satellites = {
        end.iri
        for claim in claims
        if {each.iri for each in claim.ends} & things
        for end in claim.ends
        if end.kind in _SATELLITES
    }
    return things | satellites


def _date(claim: Claim) -> str | None:
    """Return the date that a claim gives, else its period or when it is due, as precise as it is written, or None."""
    value = claim.object
    said = claim.qualifier("period") or claim.qualifier("dueBy") or ""
    match = _DATE.match(value.value[:10] if isinstance(value, Value) and _gives_date(claim) else said)
    return match[0] if match else None


def _gives_date(claim: Claim) -> bool:
    return isinstance(claim.object, Value) and local(claim.object.datatype) in _DATED


def _told(claim: Claim, words: dict[str, Any]) -> str:
    """Return relation and object of a dated claim as text; empty if the claim only gives the date of its subject."""
    bare = local(claim.relation.iri) == "date" or (claim.subject.kind == "Observation" and _gives_date(claim))
    return "" if bare else claim.relation.to(object_text(claim, words))
