"""Filter things by kind."""

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
    """Return whether a thing has one of some kinds.

    Args:
        thing: The thing.
        kinds: Kinds, each by local name or by label, in any case and either script.

    Returns:
        True if one of them is the kind of the thing.

    Examples:
        >>> is_kind(Entity("urn:a", "太鋼", "Firm", "企業"), ["企业"])
        True
    """
    return bool({fold(thing.kind), fold(thing.kind_label)} & set(map(fold, kinds)))


def of_kind(things: Iterable[Entity], kind: str) -> list[Entity]:
    """Keep the things that have a kind.

    Args:
        things: The things to choose from.
        kind: The kind, by local name or label.

    Returns:
        The things that have it, in their order.

    Raises:
        CityGraphError: None has it; the message lists the kinds of the things.
    """
    all_things = list(things)
    kept = [thing for thing in all_things if is_kind(thing, [kind])]
    if not kept:
        names = ", ".join(sorted({thing.kind for thing in all_things if thing.kind}))
        raise CityGraphError(f"Nothing here has the kind {short(kind)!r}. Kinds here: {names}.")
    return kept


def check_kind(city: CityGraph, kind: str) -> None:
    """Check that some thing of the graph has a kind.

    Args:
        city: An open graph.
        kind: The kind, by local name or label.

    Raises:
        CityGraphError: None has it; the message lists the kinds in the graph.
    """
    terms = [row[0].value for row in city.select("kinds")]
    words = vocabulary(city, terms)
    if not any(is_kind(Entity("", "", local(term), words.label(term)), [kind]) for term in terms):
        names = ", ".join(sorted(map(local, terms)))
        raise CityGraphError(f"Nothing in this graph has the kind {short(kind)!r}. Kinds in this graph: {names}.")
