"""The verb `timeline`: dated events in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.claims import claims
from ..graph.filters import known_statuses
from ..model.timeline import Timeline
from ..names.kinds import of_kind
from ..names.resolve import resolve
from .moments import moments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph


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
