"""Lays out the Turtle of a city, with the plain triples that its claims carry (`python -m cityGraph.authoring.layout`).

Write a claim and its passage. Then

    python -m cityGraph.authoring.layout data/triples.ttl

writes the plain triple of the claim if it has one, lets the data set name its source, and writes the file in its one
layout. A stated or resolved claim has a plain triple if it is realised, if its relation expresses an intention
(`cg:expressesIntention`), or if it says what a plan or a target is (`cg:ownStatus` of its kind). All other claims stand
alone, so that a plain triple always says what is so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exports.canonical import write
from ..exports.turtle_terms import RDF, TYPE
from ..namespaces import CG, PREFIXES
from ..store.files import read
from ..store.shipped import ontology_files

if TYPE_CHECKING:
    from collections.abc import Iterable

Triple = tuple[Any, Any, Any]
_RELATIONS = {CG + "relation", CG + "measure"}
_SUB_PROPERTY = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf"


def with_plain_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Give each claim the plain triple that it should have, and remove the others of the relations of the ontology.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms: a city, without the ontology.

    Returns:
        The triples in the order given, without the plain triples that no claim carries, then those that were missing.
    """
    from pyoxigraph import RdfFormat, parse

    ontology = [q for file in ontology_files() for q in parse(read(file), format=RdfFormat.TURTLE)]
    relations = {q.subject for q in ontology if q.predicate.value == _SUB_PROPERTY and q.object.value in _RELATIONS}
    intentions = {
        q.subject for q in ontology if q.predicate.value == CG + "expressesIntention" and q.object.value == "true"
    }
    own_status = {(q.subject, q.object) for q in ontology if q.predicate.value == CG + "ownStatus"}
    given = list(triples)
    claims = {s for s, p, o in given if p.value == TYPE and o.value == CG + "Claim"}
    parts: dict[Any, dict[str, Any]] = {claim: {} for claim in claims}
    kinds: dict[Any, set[Any]] = {}
    for s, p, o in given:
        if s in parts:
            parts[s][p.value] = o
        elif p.value == TYPE:
            kinds.setdefault(s, set()).add(o)
    carried: dict[Triple, None] = {}
    for claim in sorted(claims, key=str):
        part = parts[claim]
        triple = tuple(part.get(RDF + name) for name in ("subject", "predicate", "object"))
        status, basis = part.get(CG + "status"), part.get(CG + "basis")
        if None in triple or status is None or basis is None or basis.value == CG + "inferred":
            continue
        intended = any((kind, status) in own_status for kind in kinds.get(triple[0], ()))
        if status.value == CG + "realised" or triple[1] in intentions or intended:
            carried[triple] = None
    kept = [triple for triple in given if triple[1] not in relations or triple in carried]
    have = set(kept)
    return [*kept, *(triple for triple in carried if triple not in have)]


def with_sources(triples: Iterable[Triple]) -> list[Triple]:
    """Let each data set name every source of the graph as the source that it is made from.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Returns:
        The triples without the sources that the data sets named, then one for each data set and each source.
    """
    given = list(triples)
    sets, sources = (
        dict.fromkeys(s for s, p, o in given if p.value == TYPE and o.value == kind)
        for kind in (PREFIXES["void"] + "Dataset", CG + "Source")
    )
    made_from = PREFIXES["dcterms"] + "source"
    kept = [(s, p, o) for s, p, o in given if not (s in sets and p.value == made_from)]
    named = [p for s, p, _ in given if s in sets and p.value == made_from][:1]
    return [*kept, *((whole, p, source) for p in named for whole in sets for source in sources)]


def main(file: str) -> None:
    """Rewrite a file in the one layout, with the plain triples of its claims.

    Args:
        file: The path of a Turtle file.
    """
    from pyoxigraph import RdfFormat, parse

    triples = [(q.subject, q.predicate, q.object) for q in parse(read(file), format=RdfFormat.TURTLE)]
    content = write(with_sources(with_plain_triples(triples)))
    with open(file, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(content)


if __name__ == "__main__":
    import sys

    main(sys.argv[1])
