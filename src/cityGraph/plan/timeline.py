"""The verb `timeline`: dated events in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.filters import known as known_statuses
from ..graph.reader import claims, merged
from ..model.claim import Claim, Entity, Value
from ..model.plan import Moment, Timeline
from ..names.find import of_kind, resolve
from ..names.labels import local, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..store.open import CityGraph

_DATED = ("date", "dateTime", "gYear", "gYearMonth")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
# What has no life of its own: its time is that of what it is tied to.
_SATELLITES = ("Event", "Target", "Observation")


def timeline(
    city: CityGraph,
    name: str | None = None,
    *,
    from_year: int | None = None,
    to_year: int | None = None,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Timeline:
    """What the sources date, earliest first: events and stages, foundations, what is due, ties of a time.

    With `name` what is dated of that thing, of its parts, and of the events and targets tied to it. A date is as
    precise as its source has it; a year stands before its months. `from_year` and `to_year` are the first and the last
    year, and leave out what has no date; `kinds` (of the things dated) and `statuses` are the only ones kept; inferred
    claims are left out unless `inferred` asks for them.

    Raises `NameNotFound`, `AmbiguousName`, and `CityGraphError` for a kind that nothing dated is of, or for years that
    run backwards.

    >>> import cityGraph as cg
    >>> [(moment.date, moment.entity.label) for moment in cg.timeline(cg.open(), "太原地鐵1號線")][:1]
    [('2025-02-22', '太原地鐵1號線開通運營')]
    """
    if from_year is not None and to_year is not None and from_year > to_year:
        raise CityGraphError(f"the years run backwards: from {from_year} to {to_year}")
    entity = None if name is None else resolve(city, name)
    everything = claims(city, inferred=True).claims
    told = [claim for claim in everything if inferred or claim.basis != "inferred"]
    found = moments(city, told, None if entity is None else [entity.iri])
    held = len(moments(city, everything, None if entity is None else [entity.iri])) - len(found)
    wanted, only, many = known_statuses(statuses), list(kinds), len(found)
    found = [moment for moment in found if not wanted or moment.claim.status in wanted]
    if only and found:
        known = {moment.entity.iri: moment.entity for moment in found}
        kept = {thing.iri for kind in only for thing in of_kind(known.values(), kind)}
        found = [moment for moment in found if moment.entity.iri in kept]
    dated = [
        moment
        for moment in found
        if moment.date
        and (from_year is None or int(moment.date[:4]) >= from_year)
        and (to_year is None or int(moment.date[:4]) <= to_year)
    ]
    bounded = from_year is not None or to_year is not None
    undated = () if bounded else tuple(moment for moment in found if moment.date is None)
    return Timeline(entity, tuple(dated), undated, held, many)


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
        for end in ends(claim):
            if end.kind == "Event":
                events.setdefault(end.iri, []).append(claim)
    near = None if asked is None else _near(told, set(asked))
    dated, undated = [], []
    seen = set()
    for claim in merged(told):
        when = _when(claim)
        if near is not None and not {end.iri for end in ends(claim)} & near:
            continue
        if when:
            of = claim.subject
            seen.add(of.iri)
            steps = tuple(merged(stages.get(of.iri, ()))) if local(claim.relation.iri) == "date" else ()
            figure = values.get(of.iri) if _dates(claim) else None
            dated.append(Moment(when, of, _words(claim), claim, steps, figure))
    for iri, about in events.items():
        if iri not in seen and (near is None or iri in near):
            steps = tuple(merged(stages.get(iri, ())))
            first = (*steps, *about)[0]
            (event,) = {end.iri: end for end in ends(first) if end.iri == iri}.values()
            words = (
                "" if steps else f"{terms.relation(first.relation.iri, 'out' if first.subject.iri == iri else 'in')} "
            )
            other = "" if steps else (first.told if first.subject.iri == iri else first.subject.label)
            undated.append(Moment(None, event, f"{words}{other}", first, steps))
    dated.sort(key=lambda moment: (moment.date or "", moment.entity.iri, moment.claim.iri))
    return dated + sorted(undated, key=lambda moment: moment.entity.iri)


def ends(claim: Claim) -> list[Entity]:
    """The things that a claim is of: its subject, and its object if that is one."""
    return [end for end in (claim.subject, claim.object) if isinstance(end, Entity)]


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
        if {each.iri for each in ends(claim)} & things
        for end in ends(claim)
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
