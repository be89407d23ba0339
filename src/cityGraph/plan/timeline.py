"""The verb `timeline`: list what the sources give a date for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, NameNotFound
from ..graph.claims import claims
from ..graph.filters import known_statuses
from ..model.timeline import Timeline
from ..model.verb import verb
from ..names.kinds import known_kinds, of_kind
from ..names.resolve import resolve
from ..names.spelling import fold, with_digits
from .moments import moments
from .referrals import referrals, referred

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..model.referrals import Referral
    from ..model.verb import OfKind
    from ..store.city import CityGraph


@verb("render.timeline.timeline_text")
def timeline(
    city: CityGraph,
    name: str | None = None,
    *,
    from_year: int | None = None,
    to_year: int | None = None,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
    **_also: Unpack[OfKind],
) -> Timeline:
    """List what the sources give a date for: events and stages, foundings, due years, claims with a period.

    Args:
        city: An open graph.
        name: Keep what is about this thing, its parts, and the events, targets and observations connected to them. A
            year (2025, 2025年) that is no name keeps this year. None keeps everything. What the name refers to is
            followed, even over an inferred claim, and told in `followed`.
        from_year: The first year to list; things without a date are then left out. None sets no limit.
        to_year: The last year to list, likewise.
        kinds: Keep events and things of these kinds, by local name or label. Empty keeps all.
        statuses: Keep these statuses: ``realised``, ``planned``, ``targeted``. Empty keeps all.
        inferred: Include inferred claims.

    Returns:
        The moments, earliest first; a year comes before its months. Dates are as precise as the sources give them.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several things have this name.
        CityGraphError: `from_year` is after `to_year`, a status does not exist, or nothing dated has a kind.

    Examples:
        >>> import cityGraph as cg
        >>> [(moment.date, moment.entity.label) for moment in cg.timeline(cg.open(), "太原地鐵1號線")][:1]
        [('2025-02-22', '太原地鐵1號線開通運營')]
    """
    if from_year is not None and to_year is not None and from_year > to_year:
        raise CityGraphError(
            f"The first year ({from_year}) is after the last ({to_year}). Swap --from-year and --to-year."
        )
    year = _year(name)
    try:
        entity = None if name is None else resolve(city, name)
    except NameNotFound:
        if year is None or from_year is not None or to_year is not None:
            raise
        entity, from_year, to_year = None, year, year
    everything = claims(city, inferred=True).claims
    chosen = [claim for claim in everything if inferred or claim.basis != "inferred"]
    others = {} if entity is None else referred(entity, everything)
    asked = None if entity is None else [each.iri for each in (entity, *others)]
    found = moments(city, chosen, asked)
    held = len(moments(city, everything, asked)) - len(found)
    wanted, only, many = known_statuses(city, statuses), list(kinds), len(found)
    found = [moment for moment in found if not wanted or moment.claim.status in wanted]
    if only and found:
        known = {moment.entity.iri: moment.entity for moment in found}
        kept = {thing.iri for kind in known_kinds(city, only) for thing in of_kind(known.values(), kind)}
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
    followed: tuple[Referral, ...] = ()
    if entity is not None and others:
        near = {each: set(moments(city, chosen, [each.iri])) for each in (entity, *others)}
        items = [[each for each in near if moment in near[each]] for moment in (*dated, *undated)]
        followed = referrals(entity, others, items)
    return Timeline(entity, tuple(dated), undated, held, many, followed)


def _year(name: str | None) -> int | None:
    """Return the year that a name is, or None."""
    digits = with_digits(fold(name or "")).removesuffix("年")
    return int(digits) if len(digits) == 4 and digits.isascii() and digits.isdecimal() else None
