"""What the ontology tells the proof of plain words: the family of each kind, and which words say each relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..names.declared import declared_relation
from ..names.labels import ontology_of
from ..namespaces import local
from .tables import table

if TYPE_CHECKING:
    from ..store.city import CityGraph


def families(city: CityGraph) -> dict[str, str]:
    """Return the family of each kind: in a sentence, only a thing of the same family can be taken for another.

    Args:
        city: An open graph.

    Returns:
        By the local name of a kind: ``place``, ``body``, ``zone``, ``project``, ``person``, ``good``, ``document``,
        ``designation``; any other kind is a family of its own, named like it. A kind that begins a family leaves that
        of the kinds above it: a zone is a place and a body, but it is taken only for another zone.

    Examples:
        >>> import cityGraph as cg
        >>> found = families(cg.open())
        >>> [found[kind] for kind in ("City", "Firm", "Zone", "Event", "Person", "NamedSet")]
        ['place', 'body', 'zone', 'project', 'person', 'namedset']
    """
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


def relation_words(city: CityGraph) -> dict[str, tuple[str, ...]]:
    """Return which relations of the lexicon say each relation of the ontology.

    Args:
        city: An open graph.

    Returns:
        By the local name of a relation, the names that ``lexicon/ends.any.tsv`` has for it. A special relation is not
        said by the words of the general one above it, since it says more.

    Examples:
        >>> import cityGraph as cg
        >>> found = relation_words(cg.open())
        >>> found["locatedIn"], found["plans"], found["plansTo"], found.get("headquarteredIn")
        (('located-in',), ('plans',), ('plans',), None)
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted({row["relation"] for row in table("ends", "any")}):
        for value in (False, True):
            try:
                relation = local(declared_relation(city, word, value=value))
            except CityGraphError:
                continue
            if word not in found.get(relation, ()):
                found[relation] = (*found.get(relation, ()), word)
    return found
