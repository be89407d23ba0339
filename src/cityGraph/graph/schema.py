"""The verb `schema`: which kinds of things there are, and what may connect them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..escape import sparql_iri
from ..model.claim import STATUSES, Relation
from ..model.schema import Kind, KindRelation, Schema
from ..names.cues import cues_of
from ..names.entities import entities
from ..names.labels import definitions, vocabulary
from ..names.terms import terms_named
from ..namespaces import NAMES, PREFIXES, local
from .edge_arrays import edge_arrays
from .plain_triples import has_claims

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph

# A direction, and what the ontology calls the kinds at the near and at the far end.
_ENDS = (("out", "subjectKind", "objectKind"), ("in", "objectKind", "subjectKind"))
_Declared = dict[str, dict[str, list[str]]]  # by relation, the values of each property


def schema(city: CityGraph, kind: str | None = None) -> Schema:
    """List the kinds of things in a graph, or what may connect a thing of one kind to others.

    What a relation may connect, and with which statuses, is what the ontology says; which words mark it in a text, the
    table of cues. A relation of whole families of kinds is listed only where the graph has it. In a graph with another
    ontology, or none, the answer has what the graph itself connects.

    Args:
        city: An open graph that is not an endpoint.
        kind: A kind, by local name, CURIE, or label in any language. None lists all kinds.

    Returns:
        The kinds with their definitions and the number of their things; or one kind with its relations in both
        directions, each with the number of its claims, those that are inferred included.

    Raises:
        CityGraphError: There is no such kind; the message lists the nearest. Or the graph is an endpoint.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open(language="en")
        >>> firm = cg.schema(city, "firms")
        >>> leads = next(each for each in firm.relations if each.relation.iri.endswith("#chainLeaderOf"))
        >>> leads.direction, [other.label for other in leads.kinds], leads.statuses, leads.cues[0]
        ('out', ['chain'], ('realised',), '{o}“鏈主”企業為{s}')
        >>> [each.name for each in cg.schema(city).kinds if each.count >= 50]
        ['Project']
    """
    city.read_here()
    declared: _Declared = {}
    for relation, role, value in city.select("schema"):
        declared.setdefault(relation.value, {}).setdefault(local(role.value), []).append(value.value)
    general = {row[0].value for row in city.select("of-families")}
    counts = {row[0].value: int(row[1].value) for row in city.select("count-kinds") if row[0].value}
    allowed = {
        each
        for relation, ends in declared.items()
        if relation not in general
        for role in ("subjectKind", "objectKind")
        for each in ends.get(role, ())
    }
    allowed = {each for each in allowed if each.startswith(PREFIXES["cg"])}
    # A graph of other people's kinds is not told ours.
    known = sorted(counts.keys() | (allowed if allowed & counts.keys() or not counts else set()))
    if kind is None:
        kinds = _kinds(city, known, counts)
        return Schema(None, tuple(sorted(kinds.values(), key=lambda each: (-each.count, each.name))), ())
    found = sorted(terms_named(city, kind, known, "Nothing in this graph has the kind", "Kinds in this graph"))
    if len(found) > 1:
        listed = ", ".join(city.shorten(each).strip("<>") for each in found)
        raise CityGraphError(f"{short(kind)!r} is the name of {len(found)} kinds: {listed}. Use one of these.")
    return Schema(
        _kinds(city, found, counts)[found[0]], (), tuple(_relations(city, found[0], declared, general, counts))
    )


def _relations(
    city: CityGraph, kind: str, declared: _Declared, general: set[str], counts: dict[str, int]
) -> list[KindRelation]:
    """List the relations of a kind, those that it is the subject of first, then by the number of their claims."""
    lineage = {kind, *(row[1].value for row in city.select("broader", kind=[sparql_iri(kind)]))}
    used = _used(city, kind)
    iri_of = {local(each): each for each in counts}
    qualified: dict[str, list[str]] = {}
    for predicate, qualifier in city.select("qualifiers"):
        qualified.setdefault(predicate.value, []).append(qualifier.value)
    rows: list[tuple[str, str, list[str], int]] = []
    for relation in sorted(declared.keys() | {relation for relation, _ in used}):
        ends = declared.get(relation, {})
        for direction, near, far in _ENDS:
            seen = used.get((relation, direction), Counter())
            if seen or (relation not in general and lineage & set(ends.get(near, ()))):
                others = ends.get(far) or [iri_of.get(name, name) for name in sorted(seen) if name]
                rows.append((relation, direction, others, sum(seen.values())))
    terms = {term for relation, _, others, _ in rows for term in (relation, *others, *qualified.get(relation, ()))}
    words = vocabulary(city, sorted(terms))
    kinds = _kinds(city, sorted({other for _, _, others, _ in rows for other in others}), counts)
    meanings = definitions(city, sorted({relation for relation, *_ in rows}))
    found = [
        KindRelation(
            Relation(relation, words.relation(relation, direction)),
            direction,
            tuple(kinds[other] for other in sorted(others) if not _is_datatype(other)),
            tuple(local(other) for other in sorted(others) if _is_datatype(other)),
            tuple(
                each for each in STATUSES if PREFIXES["cg"] + each in declared.get(relation, {}).get("allowsStatus", ())
            ),
            cues_of(relation, declared.get(relation, {}).get("cue", ())) if relation in declared else (),
            tuple(Relation(each, words.label(each)) for each in sorted(qualified.get(relation, ()))),
            n,
            meanings.get(relation),
        )
        for relation, direction, others, n in rows
    ]
    return sorted(found, key=lambda each: (each.direction == "in", -each.claims, each.relation.iri))


def _is_datatype(term: str) -> bool:
    return term.startswith((PREFIXES["xsd"], PREFIXES["rdf"]))


def _used(city: CityGraph, kind: str) -> dict[tuple[str, str], Counter[str]]:
    """Count the claims at things of a kind, by relation and direction and by the kind at the other end."""
    edges = edge_arrays(city, inferred=True)
    things = entities(city, edges.nodes)
    name_of = [things[node].kind if node in things else "" for node in edges.nodes]
    name = local(kind)
    used: dict[tuple[str, str], Counter[str]] = {}
    for relation, (start, end) in zip(edges.relations, edges.pairs(), strict=True):
        for direction, near, far in (("out", start, end), ("in", end, start)):
            if name_of[near] == name:
                used.setdefault((edges.predicates[relation], direction), Counter())[name_of[far]] += 1
    claiming = has_claims(city)
    for predicate, subject, n in city.select("count-values" if claiming else "plain-count-values"):
        if subject.value == kind and (claiming or predicate.value not in NAMES):
            used.setdefault((predicate.value, "out"), Counter())[""] += int(n.value)
    return used


def _kinds(city: CityGraph, terms: Iterable[str], counts: dict[str, int]) -> dict[str, Kind]:
    """Return kinds by IRI."""
    wanted = [term for term in terms if not _is_datatype(term)]
    words = vocabulary(city, wanted)
    meanings = definitions(city, wanted)
    return {
        term: Kind(term, local(term), words.label(term), meanings.get(term), counts.get(term, 0)) for term in wanted
    }
