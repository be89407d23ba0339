"""Proposes positions for new claims: where the text of their source has their quotes and words.

`python -m cityGraph.authoring.layout FILE --text TEXT` adds them to a file. What is set by hand is never changed. If no
positions prove a claim, none are added, and the claim is named with what is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..graph.reader import read
from ..model.noun import Noun
from ..model.positions import number
from ..namespaces import CG, PREFIXES
from ..proof.mentions import Mentions
from ..proof.prover import Prover, works_in_use
from ..proof.search import with_offsets, with_positions
from ..proof.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Claim, Passage
    from ..proof.text import Text
    from ..store.city import CityGraph


Triple = tuple[Any, Any, Any]


class Completed(Noun):
    """A file's triples with the positions and offsets that were missing, and what could not be found.

    Attributes:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.
        positions: The number of claims that got positions.
        offsets: The number of passages that got offsets.
        not_found: The quotes without offsets that their texts do not have once.
        unproved: What is wrong with each claim that got no positions, as "claim: rule: message".
    """

    triples: tuple[Triple, ...]
    positions: int
    offsets: int
    not_found: tuple[str, ...]
    unproved: tuple[str, ...]


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
    words = wording(city)
    prover = Prover(words, texts, works_in_use(claims, words))
    proposals = {}
    for claim in claims:
        source = claim.evidence[0].source if claim.evidence else None
        if source not in texts or claim.basis == "inferred":
            continue
        text = texts[source]
        placed = (with_offsets(_with_paragraph(passage, text), text) for passage in claim.evidence)
        proposal = claim.replace(evidence=tuple(placed))
        if proposal.positions is None:
            proposal = with_positions(proposal, prover, Mentions(words, text))
        if proposal != claim:
            proposals[claim.iri] = proposal, [f"{rule}: {message}" for rule, message in prover.check(proposal)]
    return proposals


def complete(city: CityGraph, triples: Iterable[Triple], texts: dict[str, Text]) -> Completed:
    """Add the positions and offsets that are missing.

    Args:
        city: The open graph of the triples and the ontology.
        triples: Subject, predicate and object of each triple of a file, as pyoxigraph terms.
        texts: The texts of sources, by the IRI of the source, in which positions are counted.

    Returns:
        The triples with what was found, and what was not.
    """
    from pyoxigraph import Literal, NamedNode

    given = list(triples)
    evidence: dict[str, list[Any]] = {}
    for s, p, o in given:
        if p.value == CG + "evidence":
            evidence.setdefault(s.value, []).append(o)
    quotes = {s: o.value for s, p, o in given if p.value == CG + "phrase"}
    paragraphs = {s: number(o.value) for s, p, o in given if p.value == CG + "paragraph"}
    with_start = {s for s, p, _ in given if p.value == PREFIXES["oa"] + "start"}
    by_hand = {s.value for s, p, _ in given if p.value == CG + "positions"}
    integer = NamedNode(PREFIXES["xsd"] + "integer")
    added: dict[Triple, None] = {}
    placed, unproved = set(), []
    for iri, (claim, findings) in propose(city, texts).items():
        if claim.positions and not findings and iri not in by_hand:
            added[NamedNode(iri), NamedNode(CG + "positions"), Literal(claim.positions)] = None
        for node in evidence[iri]:
            if node in with_start:
                continue
            paragraph = paragraphs.get(node)
            found = [
                each for each in claim.evidence if each.phrase == quotes[node] and paragraph in (None, each.paragraph)
            ]
            if not found or found[0].start is None:
                continue
            placed.add(node)
            numbers = {PREFIXES["oa"] + "start": found[0].start, PREFIXES["oa"] + "end": found[0].end}
            if paragraph is None:
                numbers[CG + "paragraph"] = found[0].paragraph
            for name, value in numbers.items():
                added[node, NamedNode(name), Literal(str(value), datatype=integer)] = None
        if findings and iri not in by_hand:
            unproved += [f"{iri.rsplit('/', 1)[-1]}: {finding}" for finding in findings]
    sources = {s: o.value for s, p, o in given if p.value == PREFIXES["oa"] + "hasSource"}
    missing = [q for node, q in quotes.items() if sources.get(node) in texts and node not in with_start | placed]
    positions = sum(predicate.value == CG + "positions" for _, predicate, _ in added)
    return Completed((*given, *added), positions, len(placed), tuple(missing), tuple(unproved))


def _with_paragraph(passage: Passage, text: Text) -> Passage:
    """Return a passage with the one paragraph that has its quote, if it has none."""
    if passage.paragraph is not None:
        return passage
    numbers = [number for number, paragraph in text.paragraphs.items() if passage.phrase in paragraph]
    return passage.replace(paragraph=numbers[0]) if len(numbers) == 1 else passage
