"""Proposes positions for new claims (`python -m cityGraph.authoring.propose`).

Write a claim with its status, its basis and a passage that has only a paragraph and a quote. Then

    python -m cityGraph.authoring.propose data/triples.ttl --text article.txt

adds the offsets of the quote and the positions of the words, and lays out the file. It never changes what you have set
yourself. If it finds no positions that prove a claim, it adds none and prints what is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..graph.reader import read
from ..namespaces import CG, PREFIXES
from ..proof.lexicon import lexicon
from ..proof.mentions import Mentions
from ..proof.prover import Prover, works_in_use
from ..proof.search import with_offsets, with_positions

if TYPE_CHECKING:
    from ..model.claim import Claim
    from ..proof.text import Text
    from ..store.city import CityGraph


def propose(city: CityGraph, texts: dict[str, Text]) -> dict[str, tuple[Claim, list[str]]]:
    """Find positions and offsets for the claims that have none.

    Args:
        city: An open graph.
        texts: The texts of sources, by the IRI of the source. Claims of other sources are left out.

    Returns:
        By the IRI of each claim for which something was found: the claim with positions and offsets, and what the proof
        still finds wrong with it, each as "rule: message"; empty if it is proved.
    """
    claims = read(city, None)
    words = lexicon(city)
    prover = Prover(words, texts, works_in_use(claims, words))
    proposals = {}
    for claim in claims:
        source = claim.evidence[0].source if claim.evidence else None
        if source not in texts or claim.basis == "inferred":
            continue
        proposal = claim.replace(evidence=tuple(with_offsets(passage, texts[source]) for passage in claim.evidence))
        if proposal.positions is None:
            proposal = with_positions(proposal, prover, Mentions(words, texts[source]))
        if proposal != claim:
            proposals[claim.iri] = proposal, [f"{rule}: {message}" for rule, message in prover.check(proposal)]
    return proposals


def main(arguments: list[str]) -> int:
    """Add the positions and offsets that are missing in a Turtle file.

    Args:
        arguments: The path of the file, and "--text" with the path of the text of its source.

    Returns:
        The number of claims that are still not proved.
    """
    import argparse

    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    from ..exports.canonical import write
    from ..proof.text import read_text
    from ..store.files import read as read_file
    from ..store.open import open as open_city

    parser = argparse.ArgumentParser(prog="python -m cityGraph.authoring.propose")
    parser.add_argument("file", help="Turtle file to complete; it is overwritten")
    parser.add_argument("--text", required=True, help="file with the text of the source")
    given = parser.parse_args(arguments)
    city = open_city(given.file)
    titles = {source: declared.title for source, declared in lexicon(city).sources.items()}
    source, text = read_text(read_file(given.text).decode(), titles)
    proposals = propose(city, {source: text})
    content = read_file(given.file)
    triples: list[Any] = [(q.subject, q.predicate, q.object) for q in parse(content, format=RdfFormat.TURTLE)]
    evidence = [(s.value, o) for s, p, o in triples if p.value == CG + "evidence"]
    phrases = {s.value: o.value for s, p, o in triples if p.value == CG + "phrase"}
    paragraphs = {s.value: int(o.value) for s, p, o in triples if p.value == CG + "paragraph"}
    with_start = {s.value for s, p, _ in triples if p.value == PREFIXES["oa"] + "start"}
    with_own_positions = {s.value for s, p, _ in triples if p.value == CG + "positions"}
    integer = NamedNode(PREFIXES["xsd"] + "integer")
    unproved = 0
    for iri, (claim, findings) in proposals.items():
        if claim.positions and not findings and iri not in with_own_positions:
            triples.append((NamedNode(iri), NamedNode(CG + "positions"), Literal(claim.positions)))
        for node in [o for s, o in evidence if s == iri and o.value not in with_start]:
            quote = (phrases[node.value], paragraphs.get(node.value))
            passage = next(p for p in claim.evidence if (p.phrase, p.paragraph) == quote)
            for name, number in (("start", passage.start), ("end", passage.end)):
                if number is not None:
                    triples.append((node, NamedNode(PREFIXES["oa"] + name), Literal(str(number), datatype=integer)))
        for finding in findings:
            print(f"{iri.rsplit('/', 1)[-1]}: {finding} [{claim.positions or 'no positions found'}]")
        unproved += bool(findings)
    laid_out = write(triples)
    with open(given.file, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(laid_out)
    return unproved


if __name__ == "__main__":
    import sys

    sys.exit(min(main(sys.argv[1:]), 1))
