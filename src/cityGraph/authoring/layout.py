"""Lays out the Turtle of a city, with the plain triples that its claims carry (`python -m cityGraph.authoring.layout`).

Write a claim and its passage. Then

    python -m cityGraph.authoring.layout data/triples.ttl

writes the plain triple of the claim if it has one, lets the data set name its source, and writes the file in its one
layout. `cityGraph.graph.intentions` says which claims have a plain triple.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exports.canonical import write
from ..exports.turtle_terms import RDF, TYPE
from ..graph.intentions import Intentions
from ..namespaces import CG, PREFIXES, local
from ..store.files import read
from ..store.open import open as open_city

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph

Triple = tuple[Any, Any, Any]


def with_plain_triples(city: CityGraph, triples: Iterable[Triple]) -> list[Triple]:
    """Give each claim the plain triple that it should have, and remove those that no claim carries.

    Args:
        city: The open graph of the file and the ontology.
        triples: Subject, predicate and object of each triple of the file, as pyoxigraph terms.

    Returns:
        The triples in the order given, without the plain triples that no claim carries, then those that were missing.
    """
    given = list(triples)
    relations = {row[0].value for row in city.select("declared")}
    intentions = Intentions(city)
    claims = {s for s, p, o in given if p.value == TYPE and o.value == CG + "Claim"}
    parts: dict[Any, dict[str, Any]] = {claim: {} for claim in claims}
    kinds: dict[Any, str] = {}
    for subject, predicate, term in given:
        if subject in parts:
            parts[subject][predicate.value] = term
        elif predicate.value == TYPE:
            kinds[subject] = local(term.value)
    carried: dict[Triple, None] = {}
    for part in parts.values():
        triple = tuple(part.get(RDF + name) for name in ("subject", "predicate", "object"))
        status, basis = (local(part[CG + name].value) if CG + name in part else "" for name in ("status", "basis"))
        if None not in triple and intentions.plain(triple[1].value, status, basis, kinds.get(triple[0], "")):
            carried[triple] = None
    kept = [triple for triple in given if triple[1].value not in relations or triple in carried]
    have = set(kept)
    return [*kept, *(triple for triple in carried if triple not in have)]


def with_sources(triples: Iterable[Triple]) -> list[Triple]:
    """Let each data set name every source of the graph as the source that it is made from.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Returns:
        The triples without the sources that the data sets named, then one for each data set and each source. A data
        set that named none stays as it is.
    """
    given = list(triples)
    made_from = PREFIXES["dcterms"] + "source"
    whole = {s for s, p, o in given if p.value == TYPE and o.value == PREFIXES["void"] + "Dataset"}
    named = {s: p for s, p, _ in given if s in whole and p.value == made_from}
    sources = dict.fromkeys(s for s, p, o in given if p.value == TYPE and o.value == CG + "Source")
    kept = [(s, p, o) for s, p, o in given if not (s in named and p.value == made_from)]
    return [*kept, *((s, p, source) for s, p in named.items() for source in sources)]


def main(file: str) -> None:
    """Rewrite a file in the one layout, with the plain triples of its claims.

    Args:
        file: The path of a Turtle file.
    """
    from pyoxigraph import RdfFormat, parse

    triples = [(q.subject, q.predicate, q.object) for q in parse(read(file), format=RdfFormat.TURTLE)]
    content = write(with_sources(with_plain_triples(open_city(file), triples)))
    with open(file, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(content)


if __name__ == "__main__":
    import sys

    main(sys.argv[1])
