"""`--kind`, `--relation`, `--status`, `--direction`: what each keeps, and which one left nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import CityGraphError, short
from ..model.claim import STATUSES
from ..names.kinds import check_kind, is_kind
from ..names.labels import all_labels
from ..names.spelling import fold
from ..namespaces import local
from .edge_arrays import edge_arrays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..model.claim import Entity
    from ..store.city import CityGraph

Item = TypeVar("Item")


def relation_iris(city: CityGraph, names: Iterable[str], *, inferred: bool = True) -> frozenset[str]:
    """The relations of these names: an IRI, its end (``supports``), or a label in any language and direction.

    Raises `CityGraphError`, with the nearest, where a name is that of no tie in the graph.
    """
    asked = list(names)
    return predicates_named(city, asked, edge_arrays(city, inferred=inferred).predicates) if asked else frozenset()


def predicates_named(city: CityGraph, asked: Iterable[str], predicates: Iterable[str]) -> frozenset[str]:
    """Those of `predicates` that `asked` names; raises `CityGraphError`, with the nearest, where a name is of none."""
    predicates = list(predicates)
    known: dict[str, set[str]] = {}
    labels = all_labels(city, predicates)
    for predicate in predicates:
        for spelled in (predicate, local(predicate), *labels.get(predicate, ())):
            known.setdefault(fold(spelled), set()).add(predicate)
    found: set[str] = set()
    for name in asked:
        if fold(name) not in known:
            from difflib import get_close_matches

            near = get_close_matches(fold(name)[:100], known, n=5, cutoff=0.4)
            hint = "; nearest: " + ", ".join(dict.fromkeys(local(min(known[key])) for key in near)) if near else ""
            raise CityGraphError(f"no tie of the graph is called {short(name)!r}{hint}")
        found |= known[fold(name)]
    return frozenset(found)


def narrowed(found: Iterable[Item], filters: dict[str, Callable[[Item], bool]], refusal: str, what: str) -> list[Item]:
    """What the filters keep, one after the other; raises `CityGraphError`, which names the one that leaves nothing.

    >>> narrowed([1, 2], {"--even": lambda number: not number % 2}, "nothing to count", "numbers")
    [2]
    """
    left = list(found)
    for name, keeps in filters.items():
        kept = [each for each in left if keeps(each)]
        if not kept:
            raise CityGraphError(f"{refusal}: {name} leaves none of {len(left)} {what}")
        left = kept
    return left


class Filters:
    """Filters in their order; those that are None ask nothing.

    >>> sieve = Filters(even=lambda n: n % 2 == 0, large=lambda n: n > 9, red=None)
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


def known_statuses(statuses: Iterable[str]) -> set[str]:
    """These statuses; raises `CityGraphError` for one that there is not."""
    wanted = set(statuses)
    for status in sorted(wanted - {*STATUSES}):
        raise CityGraphError(f"no status is called {short(status)!r}; there are: {', '.join(STATUSES)}")
    return wanted


def by_status(statuses: Iterable[str]) -> Callable[[str], bool] | None:
    """Whether a status is one of these, None for no statuses; raises `CityGraphError` for one that there is not."""
    wanted = known_statuses(statuses)
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
    from .edge_arrays import edge_arrays
    from .plain_triples import has_claims

    if has_claims(city):
        known = [row[0].value for row in city.select("relations")]
    else:
        known = list(edge_arrays(city).predicates)
    return predicates_named(city, asked, known).__contains__
