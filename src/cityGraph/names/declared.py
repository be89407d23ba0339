"""Find the kind or the relation that a word of a sheet stands for, whether or not the graph has one yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..escape import sparql_iri
from ..namespaces import CG, expand, local
from .labels import aliases, all_labels, ontology_of
from .spelling import fold
from .terms import refusal, terms_named

if TYPE_CHECKING:
    from ..store.city import CityGraph

    _Relations = tuple[dict[str, str], dict[str, set[str]], dict[str, list[str]]]


def declared_kind(city: CityGraph, word: str) -> str:
    """Find the kind that a word stands for.

    Args:
        city: An open graph.
        word: A local name, a label or an alias of a kind, in any language, case and script, or an English plural.

    Returns:
        The IRI of the kind.

    Raises:
        CityGraphError: The ontology has no such kind; the message lists the nearest, in the handle's language.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> [local(declared_kind(city, word)) for word in ("firm", "named set", "universities", "政府", "醫院")]
        ['Firm', 'NamedSet', 'Organisation', 'Government', 'Organisation']
    """
    ontology = ontology_of(city)
    kinds = sorted(row[0].value for row in ontology.select("declared-kinds"))
    return min(terms_named(city, word, kinds, "There is no kind", "Kinds", whole=True))


def declared_relation(city: CityGraph, word: str, *, value: bool = False) -> str:
    """Find the relation that a word stands for, read from its subject.

    A plain word means the general relation: ``supports`` is that of any place, body or firm, not `cg:supports`, which
    is priority support by a city. Some words name two relations, one to a thing and one to a value or a few words:
    `value` says which is meant. A hyphen is a space.

    Args:
        city: An open graph.
        word: An alias, a label or a local name, in any language, case and script; or a CURIE or an IRI.
        value: Whether its object is a value or a few words, not a thing.

    Returns:
        The IRI of the relation: of the wanted sort, else of the other sort if the word names only that.

    Raises:
        CityGraphError: The ontology has no such relation; the message lists the nearest, in the handle's language.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> [local(declared_relation(city, word)) for word in ("supports", "located-in", "位於", "cg:supports")]
        ['aids', 'locatedIn', 'locatedIn', 'supports']
        >>> [local(declared_relation(city, "plans", value=value)) for value in (False, True)]
        ['plans', 'plansTo']
    """
    ontology = ontology_of(city)
    read: _Relations = ontology.once("declared relations", lambda: _relations(ontology))
    relations, spellings, named = read
    iri = expand(word.strip())
    if iri in relations:
        return iri
    found = named.get(fold(word))
    if not found:
        raise refusal(city, word, spellings, "There is no relation", "Relations")
    wanted = CG + ("measure" if value else "relation")
    return next((relation for relation in found if relations[relation] == wanted), found[0])


def _relations(ontology: CityGraph) -> _Relations:
    """Return the relations with their sorts, with their spellings, and by spelling: by alias before label and name."""
    relations = {term.value: sort.value for term, sort in ontology.select("declared-relations")}
    levels = (
        aliases(ontology, relations),
        all_labels(ontology, relations, inverse=False),
        {r: [local(r)] for r in relations},
    )
    spellings: dict[str, set[str]] = {relation: set() for relation in relations}
    named: dict[str, list[str]] = {}
    for level in levels:
        for relation, words in sorted(level.items()):
            folded = set(map(fold, words))
            spellings[relation] |= folded
            for spelling in folded:
                named.setdefault(spelling, []).append(relation)
    return relations, spellings, named


def special_relations(city: CityGraph, word: str) -> frozenset[str]:
    """Find the relations below the general one that a word stands for.

    Args:
        city: An open graph.
        word: A word for a general relation, as `declared_relation` takes it.

    Returns:
        The IRIs of the relations that imply it; empty if the ontology has no such general relation.

    Examples:
        >>> import cityGraph as cg
        >>> sorted(map(local, special_relations(cg.open(), "located in")))
        ['headquarteredIn', 'heldIn', 'liesIn', 'sitedIn']
    """
    try:
        relation = declared_relation(city, word)
    except CityGraphError:
        return frozenset()
    below = ontology_of(city).select("special", relation=[sparql_iri(relation)])
    return frozenset(special.value for _, special in below)
