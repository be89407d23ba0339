"""Filter claims and things by relation, kind, status and direction, and name the filter that leaves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import CityGraphError, short
from ..model.claim import STATUSES
from ..names.labels import all_labels, vocabulary
from ..names.spelling import fold
from ..namespaces import PREFIXES, local
from .plain_triples import is_statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..model.claim import Entity
    from ..store.city import CityGraph

Item = TypeVar("Item")


def relation_iris(city: CityGraph, names: Iterable[str], *, inferred: bool = True) -> frozenset[str]:
    """Find the relations of some names among the edges of a graph.

    Args:
        city: An open graph that is not an endpoint.
        names: Names of relations: an IRI, a local name (``supports``), or a label in any language, as read from
            either end, or a part of one (合作).
        inferred: Search the relations of inferred edges, too.

    Returns:
        The IRIs of the relations; empty if there are no names.

    Raises:
        CityGraphError: No edge has a relation of this name; the message lists similar names.
    """
    # Most runs have no such filter and never load it.
    from .edge_arrays import edge_arrays

    wanted = list(names)
    return _relations_named(city, wanted, edge_arrays(city, inferred=inferred).predicates) if wanted else frozenset()


def _relations_named(city: CityGraph, names: Iterable[str], relations: Iterable[str]) -> frozenset[str]:
    """Return the IRIs among `relations` that some names stand for; an error lists the nearest.

    A name of none of them may be that of a general relation: then it stands for the special ones among them.
    """
    # Most runs have no such filter and never load it.
    from ..names.declared import special_relations
    from ..names.terms import terms_named

    known = list(relations)
    problem, listed = "No relation in this graph is called", "Relations in this graph"
    found: set[str] = set()
    for name in names:
        try:
            found |= terms_named(city, name, known, problem, listed)
        except CityGraphError:
            if not (special := special_relations(city, name) & set(known)):
                raise
            found |= special
    return frozenset(found)


def narrowed(items: Iterable[Item], filters: dict[str, Callable[[Item], bool]], error: str, what: str) -> list[Item]:
    """Apply filters one after the other.

    Args:
        items: What to filter.
        filters: By name, whether to keep an item.
        error: The beginning of the error message.
        what: What the items are, in the plural, for the error message.

    Returns:
        The items that every filter keeps, in their order.

    Raises:
        CityGraphError: A filter leaves nothing; the message names the first that does.

    Examples:
        >>> narrowed([1, 2], {"--even": lambda number: not number % 2}, "Nothing to count", "numbers")
        [2]
    """
    left = list(items)
    for name, keep in filters.items():
        kept = [each for each in left if keep(each)]
        if not kept:
            raise CityGraphError(f"{error}: {name} leaves 0 of {len(left)} {what}.")
        left = kept
    return left


class Filters:
    """Named filters in an order, with a count of what each lets through.

    Args:
        **filters: By name, whether to keep an item. A filter that is None is left out.

    Examples:
        >>> filters = Filters(even=lambda n: n % 2 == 0, large=lambda n: n > 9, red=None)
        >>> [n for n in (1, 2, 4) if filters.keeps(n)], filters.emptied
        ([], 'large')
    """

    def __init__(self, **filters: Callable[[Any], bool] | None) -> None:
        self._filters = {name: keep for name, keep in filters.items() if keep}
        self._passed = dict.fromkeys(self._filters, 0)
        self._count = 0

    def passes(self, item: Any) -> bool:
        """Return whether an item passes every filter, without counting it.

        Args:
            item: What to filter.

        Returns:
            True if it passes every filter.
        """
        return all(keep(item) for keep in self._filters.values())

    def keeps(self, item: Any) -> bool:
        """Return whether an item passes every filter, and count it.

        Args:
            item: What to filter.

        Returns:
            True if it passes every filter.
        """
        self._count += 1
        for name, keep in self._filters.items():
            if not keep(item):
                return False
            self._passed[name] += 1
        return True

    @property
    def emptied(self) -> str | None:
        """The first filter that no counted item passed; None if there is none, or nothing was counted."""
        return next((name for name, passed in self._passed.items() if self._count and not passed), None)


def known_statuses(city: CityGraph, statuses: Iterable[str]) -> set[str]:
    """Find the statuses of some names.

    Args:
        city: An open graph.
        statuses: Names of statuses: ``realised``, ``planned``, ``targeted``, or a label in any language, such as 規劃.

    Returns:
        The statuses by local name.

    Raises:
        CityGraphError: There is no such status.

    Examples:
        >>> import cityGraph as cg
        >>> sorted(known_statuses(cg.open(), ["规划", "fact"]))
        ['planned', 'realised']
    """
    wanted = set(statuses)
    if wanted <= {*STATUSES}:
        return wanted
    labels = all_labels(city, [PREFIXES["cg"] + status for status in STATUSES])
    named = {fold(name): local(term) for term, names in labels.items() for name in (*names, local(term))}
    for status in sorted(wanted):
        if fold(status) not in named:
            words = vocabulary(city, labels)
            known = ", ".join(f"{each} ({words.label(PREFIXES['cg'] + each)})" for each in STATUSES)
            raise CityGraphError(f"No status is called {short(status)!r}. Statuses: {known}.")
    return {named[fold(status)] for status in wanted}


def by_status(city: CityGraph, statuses: Iterable[str]) -> Callable[[str], bool] | None:
    """Make a filter for statuses.

    Args:
        city: An open graph.
        statuses: The statuses to keep, by local name or label.

    Returns:
        Whether to keep a status; None if all are kept, because `statuses` is empty.

    Raises:
        CityGraphError: There is no such status.
    """
    wanted = known_statuses(city, statuses)
    return wanted.__contains__ if wanted else None


def by_kind(city: CityGraph, kinds: Iterable[str]) -> Callable[[Entity], bool] | None:
    """Make a filter for kinds of things.

    Args:
        city: An open graph.
        kinds: The kinds to keep, by local name or label.

    Returns:
        Whether to keep a thing; None if all are kept, because `kinds` is empty.

    Raises:
        CityGraphError: No thing of the graph has this kind; the message lists the nearest.
    """
    if not (asked := tuple(kinds)):
        return None
    from ..names.kinds import known_kinds

    wanted = frozenset(known_kinds(city, asked))
    return lambda thing: thing.kind in wanted


def by_relation(city: CityGraph, relations: Iterable[str]) -> Callable[[str], bool] | None:
    """Make a filter for relations and measures.

    Args:
        city: An open graph.
        relations: The relations to keep, by IRI, local name or label.

    Returns:
        Whether to keep the IRI of a relation; None if all are kept, because `relations` is empty.

    Raises:
        CityGraphError: No claim has this relation; the message lists similar names.
    """
    wanted = list(relations)
    if not wanted:
        return None
    known = [row[0].value for row in city.select("relations")]
    if known and not city.remote:
        known += filter(is_statement(city), city.predicates())
    elif not known:
        from .edge_arrays import edge_arrays

        known = list(edge_arrays(city).predicates)
    return _relations_named(city, wanted, dict.fromkeys(known)).__contains__
