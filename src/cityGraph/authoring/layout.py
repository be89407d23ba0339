"""Lays out the Turtle of a city (`python -m cityGraph.authoring.layout FILE [--text TEXT]`).

Write a claim at the end of the file, with its passages in brackets, and run the command. It names the claim and the
passages, finds their positions in the text if there is one, writes plain triples, lays out the file, and checks it. A
file with something that cannot be laid out stays as it is.

A stated or resolved claim has a plain triple if it is realised, if its relation expresses an intention
(`cg:expressesIntention`), or if it says what a plan or a target is (`cg:ownStatus` of its kind). All other claims stand
alone, so that a plain triple always says what is so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..exports.turtle_terms import RDF, TYPE
from ..namespaces import CG
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


def main(arguments: list[str]) -> int:
    """Complete, check and lay out a Turtle file.

    Args:
        arguments: The path of the file and, with ``--text``, texts of sources as ``[SOURCE=]FILE``.

    Returns:
        1 if the file was refused, or breaks a rule now; else 0.
    """
    import argparse
    import os
    import sys

    from .rewrite import rewrite

    parser = argparse.ArgumentParser(prog="python -m cityGraph.authoring.layout", allow_abbrev=False)
    parser.add_argument("file", help="Turtle file to complete, check and lay out; it is overwritten")
    parser.add_argument("--text", action="append", default=[], metavar="[SOURCE=]FILE", help="text of a source")
    given = parser.parse_args(arguments)
    split = [each.partition("=") if "=" in each and not os.path.exists(each) else ("", "", each) for each in given.text]
    try:
        texts = [(source, read(file).decode()) for source, _, file in split]
        done = rewrite(given.file, texts, lambda _, triples: with_plain_triples(triples))
    except (CityGraphError, OSError) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    for line in (*(done.completed.unproved if done.completed else ()), *map(str, done.report.findings)):
        print(line)
    print(done)
    return 1 if done.report.findings else 0


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
