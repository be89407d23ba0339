"""Lays out the Turtle of a city (`python -m cityGraph.authoring.layout FILE [--text TEXT]`).

Write a claim at the end of the file, with its passages in brackets, and run the command. It names the claim and the
passages, tags the quotes with their language, finds their positions in the text if there is one, says of each other
claim whether its quotes prove it, writes plain triples, lets the data set name its sources, lays out the file, and
checks it. A file with something that cannot be laid out stays as it is.

A stated or resolved claim has a plain triple if it is realised, if its relation expresses an intention
(`cg:expressesIntention`), or if it says what a plan or a target is (`cg:ownStatus` of its kind). All other claims stand
alone, so that a plain triple always says what is so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..exports.turtle_terms import RDF, TYPE
from ..graph.intentions import Intentions
from ..graph.plain_triples import has_claims
from ..graph.reader import read as read_claims
from ..namespaces import CG, PREFIXES, local
from ..proof.claim_proof import ClaimProof
from ..proof.degree import Degrees
from ..proof.wording import wording
from ..store.files import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph

Triple = tuple[Any, Any, Any]
PROOF = CG + "proof"


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
        subject, relation, target = (part.get(RDF + name) for name in ("subject", "predicate", "object"))
        status, basis = (local(part[CG + name].value) if CG + name in part else "" for name in ("status", "basis"))
        if subject is None or relation is None or target is None:
            continue
        if intentions.plain(relation.value, status, basis, kinds.get(subject, "")):
            carried[subject, relation, target] = None
    kept = [triple for triple in given if triple[1].value not in relations or triple in carried]
    have = set(kept)
    return [*kept, *(triple for triple in carried if triple not in have)]


def with_sources(triples: Iterable[Triple]) -> list[Triple]:
    """Let the data set name every source of the graph as the source that it is made from.

    Of several data sets, as `merge` leaves them, each keeps the sources that it names; one that none names is named by
    all.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Returns:
        The triples without the sources that the data sets named, then one for each source of each data set.
    """
    given = list(triples)
    sets, sources = (
        dict.fromkeys(s for s, p, o in given if p.value == TYPE and o.value == kind)
        for kind in (PREFIXES["void"] + "Dataset", CG + "Source")
    )
    made_from = PREFIXES["dcterms"] + "source"
    kept = [(s, p, o) for s, p, o in given if not (s in sets and p.value == made_from)]
    named = [(s, p, o) for s, p, o in given if s in sets and p.value == made_from]
    known = {(whole, source) for whole, _, source in named}
    elsewhere = {source for _, source in known} if len(sets) > 1 else set()
    return [
        *kept,
        *(
            (whole, p, source)
            for _, p, _ in named[:1]
            for whole in sets
            for source in sources
            if (whole, source) in known or source not in elsewhere
        ),
    ]


def with_proofs(city: CityGraph, triples: Iterable[Triple]) -> list[Triple]:
    """Say of each claim that has quotes and no positions whether its quotes prove it (`cg:proof`).

    Args:
        city: The open graph of the file and the ontology.
        triples: Subject, predicate and object of each triple of the file, as pyoxigraph terms.

    Returns:
        The triples in the order given, with `cg:proof` as it is computed and nowhere else.
    """
    from pyoxigraph import NamedNode

    given = [triple for triple in triples if triple[1].value != PROOF]
    placed = {s.value for s, p, _ in given if p.value == CG + "positions"}
    claims = [claim for claim in read_claims(city, None) if claim.status] if has_claims(city) else []
    words = wording(city)
    degrees = Degrees(words, claims, ClaimProof(city, words, claims, {}).by_quotes)
    found = {claim.iri: degrees.degree(claim).proof for claim in claims if claim.evidence and claim.iri not in placed}
    subjects = {s.value: s for s, _, _ in given}
    return [*given, *((subjects[iri], NamedNode(PROOF), NamedNode(CG + proof)) for iri, proof in found.items())]


def main(arguments: list[str]) -> int:
    """Complete, check and lay out a Turtle file.

    Args:
        arguments: The path of the file; with ``--text``, texts of sources as ``[SOURCE=]FILE``; with ``-o``, another
            file to write; ``--dry-run`` to write none.

    Returns:
        1 if the file was refused, or breaks a rule now; else 0.
    """
    import argparse
    import os
    import sys
    from tempfile import TemporaryDirectory

    from .rewrite import rewrite

    parser = argparse.ArgumentParser(prog="python -m cityGraph.authoring.layout", allow_abbrev=False)
    parser.add_argument("file", help="Turtle file to complete, check and lay out; overwritten, unless -o is given")
    parser.add_argument("--text", action="append", default=[], metavar="[SOURCE=]FILE", help="text of a source")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", metavar="FILE", help="file to write instead")
    where.add_argument("--dry-run", action="store_true", help="write nothing; lines are those of the new layout")
    given = parser.parse_args(arguments)
    split = [each.partition("=") if "=" in each and not os.path.exists(each) else ("", "", each) for each in given.text]
    try:
        texts = [(source, read(file).decode()) for source, _, file in split]
        with TemporaryDirectory() as folder:
            output = os.path.join(folder, os.path.basename(given.file)) if given.dry_run else given.output
            done = rewrite(
                given.file,
                texts,
                lambda city, triples: with_proofs(city, with_sources(with_plain_triples(city, triples))),
                output,
            )
    except (CityGraphError, OSError) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    findings = done.report.findings
    if given.dry_run:
        done = done.replace(file=f"{given.file} (not written)")
        findings = tuple(each.replace(file=given.file) if each.file else each for each in findings)
    for line in (*(done.completed.unproved if done.completed else ()), *map(str, findings)):
        print(line)
    print(done)
    return 1 if done.report.errors else 0


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
