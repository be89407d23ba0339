"""Positions proposed for new claims (`python -m cityGraph.authoring.propose`).

For maintainers: write a claim with its status, its basis and a passage that has only a paragraph and a phrase, then

    python -m cityGraph.authoring.propose data/triples.ttl --text article.txt

fills in the offsets of the phrase and the positions of the words, and lays the file out. What was set by hand is
never changed; what cannot be settled is left out and named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..graph.reader import read
from ..namespaces import CG, PREFIXES
from ..proof.lexicon import lexicon
from ..proof.mentions import Mentions
from ..proof.prover import Prover, operating
from ..proof.search import best, placed

if TYPE_CHECKING:
    from ..model.claim import Claim
    from ..proof.text import Text
    from ..store.city import CityGraph


def propose(city: CityGraph, texts: dict[str, Text]) -> dict[str, tuple[Claim, list[str]]]:
    """For each claim without positions or offsets: the claim with both, and what the proof still finds wrong with it.

    `texts` are the texts of the sources by IRI; claims of other sources are left alone. Keys are claims' IRIs.
    """
    claims = read(city, None)
    words = lexicon(city)
    prover = Prover(words, texts, operating(claims, words))
    answer = {}
    for claim in claims:
        source = claim.evidence[0].source if claim.evidence else None
        if source not in texts or claim.basis == "inferred":
            continue
        now = claim.replace(evidence=tuple(placed(passage, texts[source]) for passage in claim.evidence))
        if now.positions is None:
            now = best(now, prover, Mentions(words, texts[source]))
        if now != claim:
            answer[claim.iri] = now, [f"{rule}: {why}" for rule, why in prover.check(now)]
    return answer


def main(arguments: list[str]) -> int:
    """Fill in what is missing in a Turtle file; returns the number of claims that remain unproved."""
    import argparse

    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    from ..exports.canonical import write
    from ..proof.text import read_text
    from ..store.files import read as read_file
    from ..store.open import open as open_city

    parser = argparse.ArgumentParser(prog="python -m cityGraph.authoring.propose")
    parser.add_argument("file")
    parser.add_argument("--text", required=True)
    given = parser.parse_args(arguments)
    city = open_city(given.file)
    titles = {source: found.title for source, found in lexicon(city).sources.items()}
    source, text = read_text(read_file(given.text).decode(), titles)
    answer = propose(city, {source: text})
    content = read_file(given.file)
    triples: list[Any] = [(q.subject, q.predicate, q.object) for q in parse(content, format=RdfFormat.TURTLE)]
    evidence = [(s.value, o) for s, p, o in triples if p.value == CG + "evidence"]
    phrases = {s.value: o.value for s, p, o in triples if p.value == CG + "phrase"}
    blocks = {s.value: int(o.value) for s, p, o in triples if p.value == CG + "paragraph"}
    dated = {s.value for s, p, _ in triples if p.value == PREFIXES["oa"] + "start"}
    integer = NamedNode(PREFIXES["xsd"] + "integer")
    unproved = 0
    for iri, (claim, findings) in answer.items():
        if not findings or claim.positions:
            has = any(s.value == iri and p.value == CG + "positions" for s, p, _ in triples)
            if claim.positions and not has and not findings:
                triples.append((NamedNode(iri), NamedNode(CG + "positions"), Literal(claim.positions)))
        for node in [o for s, o in evidence if s == iri and o.value not in dated]:
            said = (phrases[node.value], blocks.get(node.value))
            passage = next(p for p in claim.evidence if (p.phrase, p.paragraph) == said)
            for name, number in (("start", passage.start), ("end", passage.end)):
                if number is not None:
                    triples.append((node, NamedNode(PREFIXES["oa"] + name), Literal(str(number), datatype=integer)))
        for finding in findings:
            print(f"{iri.rsplit('/', 1)[-1]}: {finding} [{claim.positions}]")
        unproved += bool(findings)
    with open(given.file, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(write(triples))
    return unproved


if __name__ == "__main__":
    import sys

    sys.exit(min(main(sys.argv[1:]), 1))
