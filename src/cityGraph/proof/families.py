"""Which kinds may be taken for each other in a sentence, as the ontology says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..names.labels import ontology_of
from ..namespaces import local

if TYPE_CHECKING:
    from ..store.city import CityGraph


def families(city: CityGraph) -> dict[str, str]:
    """Return the family of each kind: in a sentence, only a thing of the same family can be taken for another.

    Args:
        city: An open graph.

    Returns:
        By the local name of a kind: ``place``, ``body``, ``firm``, ``zone``, ``project``, ``person``, ``good``,
        ``document``, ``designation``; any other kind is a family of its own, named like it. A kind that begins a family
        leaves that of the kinds above it: a zone is a place and a body, but it is taken only for another zone.

    Examples:
        >>> import cityGraph as cg
        >>> found = families(cg.open())
        >>> [found[kind] for kind in ("City", "Firm", "Zone", "Event", "Person", "Office")]
        ['place', 'firm', 'zone', 'project', 'person', 'office']
    """
    ontology = city
    if city.remote or not any(local(what.value) == "family" for _, what, _ in city.select("families")):
        ontology = ontology_of(city)
    begins: dict[str, str] = {}
    above: dict[str, list[str]] = {}
    for kind, what, value in ontology.select("families"):
        if local(what.value) == "family":
            begins[kind.value] = value.value
        else:
            above.setdefault(kind.value, []).append(value.value)

    def family(kind: str) -> str:
        if kind in begins:
            return begins[kind]
        return next(filter(None, map(family, sorted(above.get(kind, ())))), "")

    kinds = sorted(row[0].value for row in ontology.select("declared-kinds"))
    return {local(kind): family(kind) or local(kind).lower() for kind in kinds}
