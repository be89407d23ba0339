"""`--kind`, `--relation`, `--status`, `--direction`: what each keeps, and which one left nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError, short
from ..names.find import check_kind, is_kind
from ..store.engine import named, prologue, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..model.claim import Entity
    from ..store.open import CityGraph

STATUSES = ("realised", "planned", "targeted")
DIRECTIONS = ("in", "out")


class Sieve:
    """Filters in their order; those that are None ask nothing.

    >>> sieve = Sieve(even=lambda n: n % 2 == 0, large=lambda n: n > 9, red=None)
    >>> [n for n in (1, 2, 4) if sieve.keeps(n)], sieve.emptied
    ([], 'large')
    """

    def __init__(self, **filters: Callable[[Any], bool] | None) -> None:
        self._filters = {name: keep for name, keep in filters.items() if keep}
        self._passed = dict.fromkeys(self._filters, 0)
        self._seen = 0

    def fits(self, what: Any) -> bool:
        """Whether every filter lets `what` through, which is not counted."""
        return all(keep(what) for keep in self._filters.values())

    def keeps(self, what: Any) -> bool:
        """Whether every filter lets `what` through, which is counted."""
        self._seen += 1
        for name, keep in self._filters.items():
            if not keep(what):
                return False
            self._passed[name] += 1
        return True

    @property
    def emptied(self) -> str | None:
        """The name of the filter that left nothing of something, or None."""
        return next((name for name, passed in self._passed.items() if self._seen and not passed), None)


def known(statuses: Iterable[str]) -> set[str]:
    """These statuses; raises `CityGraphError` for one that there is not."""
    wanted = set(statuses)
    for status in sorted(wanted - {*STATUSES}):
        raise CityGraphError(f"no status is called {short(status)!r}; there are: {', '.join(STATUSES)}")
    return wanted


def by_status(statuses: Iterable[str]) -> Callable[[str], bool] | None:
    """Whether a status is one of these, None for no statuses; raises `CityGraphError` for one that there is not."""
    wanted = known(statuses)
    return wanted.__contains__ if wanted else None


def by_kind(city: CityGraph, kinds: Iterable[str]) -> Callable[[Entity], bool] | None:
    """Whether a thing is of one of these kinds, None for no kinds; raises `CityGraphError` for one of nothing."""
    wanted = list(kinds)
    for kind in wanted:
        check_kind(city, kind)
    return (lambda thing: is_kind(thing, wanted)) if wanted else None


def by_relation(city: CityGraph, relations: Iterable[str]) -> Callable[[str], bool] | None:
    """Whether an IRI is one of these relations or measures, None for no relations.

    Raises `CityGraphError`, with the nearest, for one that no claim is made of.
    """
    asked = list(relations)
    if not asked:
        return None
    from .edge_arrays import edges, predicates_named
    from .plain_triples import claiming

    if claiming(city):
        known = [row[0].value for row in rows(city.engine, prologue(["cg", "rdf"]) + named("relations"))]
    else:
        known = list(edges(city).predicates)
    return predicates_named(city, asked, known).__contains__
