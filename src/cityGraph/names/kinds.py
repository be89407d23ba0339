"""Filter things by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..namespaces import local
from .spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Entity
    from ..store.city import CityGraph

_MOST = 5  # kinds that an error lists


def is_kind(thing: Entity, kinds: Iterable[str]) -> bool:
    """Return whether a thing has one of some kinds.

    Args:
        thing: The thing.
        kinds: Kinds, each by local name or by label, in any case and either script.

    Returns:
        True if one of them is the kind of the thing.

    Examples:
        >>> from cityGraph import Entity
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
        names = sorted({f"{thing.kind_label or thing.kind} ({thing.kind})" for thing in all_things if thing.kind})
        more = f", and {len(names) - _MOST} more" if len(names) > _MOST else ""
        raise CityGraphError(
            f"Nothing here has the kind {short(kind)!r}. Kinds here: {', '.join(names[:_MOST])}{more}."
        )
    return kept


def known_kinds(city: CityGraph, kinds: Iterable[str]) -> list[str]:
    """Find the kinds of some names.

    Args:
        city: An open graph.
        kinds: Names of kinds: a local name (``Chain``), a label in any language (產業鏈), a part of one label, or an
            English plural.

    Returns:
        The kinds by local name, in their order, each once.

    Raises:
        CityGraphError: No thing of the graph has such a kind; the message lists the nearest, in the handle's language.

    Examples:
        >>> import cityGraph as cg
        >>> known_kinds(cg.open(), ["firms", "产业链", "公司法人"])
        ['Firm', 'Chain', 'LegalEntity']
    """
    wanted = list(kinds)
    if not wanted:
        return []
    # Most runs have no such filter and never load it.
    from .terms import terms_named

    terms = [row[0].value for row in city.select("kinds")]
    problem, known = "Nothing in this graph has the kind", "Kinds in this graph"
    found = (term for kind in wanted for term in sorted(terms_named(city, kind, terms, problem, known)))
    return list(dict.fromkeys(map(local, found)))
