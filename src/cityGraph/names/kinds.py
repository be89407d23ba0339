"""Whether a thing is of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..model.claim import Entity
from ..namespaces import local
from .labels import vocabulary
from .spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph


def is_kind(thing: Entity, kinds: Iterable[str]) -> bool:
    """Whether `thing` is of one of these kinds: a local name or a label, folded as names are.

    >>> is_kind(Entity("urn:a", "太鋼", "Firm", "企業"), ["企业"])
    True
    """
    return bool({fold(thing.kind), fold(thing.kind_label)} & set(map(fold, kinds)))


def of_kind(things: Iterable[Entity], kind: str) -> list[Entity]:
    """Those of `things` that are of a kind; raises `CityGraphError`, which lists the kinds, where none is."""
    known = list(things)
    found = [thing for thing in known if is_kind(thing, [kind])]
    if not found:
        there = ", ".join(sorted({thing.kind for thing in known if thing.kind}))
        raise CityGraphError(f"nothing in the network is a {short(kind)!r}; kinds are: {there}")
    return found


def check_kind(city: CityGraph, kind: str) -> None:
    """Raise `CityGraphError`, which lists the kinds there are, where no thing of the graph is of this kind."""
    terms = [row[0].value for row in city.select("kinds")]
    words = vocabulary(city, terms)
    if not any(is_kind(Entity("", "", local(term), words.label(term)), [kind]) for term in terms):
        there = ", ".join(sorted(map(local, terms)))
        raise CityGraphError(f"nothing here is a {short(kind)!r}; kinds are: {there}")
