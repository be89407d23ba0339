"""The verb `validate`: shapes, hygiene and proof as one report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..graph.plain_triples import has_claims
from ..graph.reader import read
from ..model.validation import Finding, Moved, Report
from ..names.entities import entities
from ..names.labels import vocabulary
from ..namespaces import local
from ..proof.lexicon import lexicon
from ..proof.prover import Prover, operating, together
from ..proof.realign import Realigned
from ..proof.search import Search
from ..proof.text import differs, texts_of
from .hygiene import hygiene_findings
from .places import Found, Places
from .shapes import shape_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph


def validate(city: CityGraph, *, text: str | Iterable[str | tuple[str, str]] = ()) -> Report:
    """What is wrong with a graph: its shapes, its hygiene and, where a source's `text` is given, its proof.

    `text` is the text of a source, or several; each belongs to the source whose title it bears (`BadText` if none), or
    to the one that a pair names with it: by IRI, short name or label (`NameNotFound` where there is none). Claims of
    other sources are checked as far as that can be done without their words, and counted in `unread`. A text that
    differs from the one that positions count in (a copy from a browser) is no fault by itself: what moved is told in
    `moved`, the claims are proved anew at the places found, and only what is gone or proves no more is a finding.

    >>> import cityGraph as cg
    >>> report = cg.validate(cg.open())
    >>> len(report.findings), report.proved
    (0, 0)
    """
    words = lexicon(city)
    texts = texts_of(city, words, text)
    claims = read(city, None) if has_claims(city) else []
    found = [
        *shape_findings(city),
        *hygiene_findings(city),
        *(("anchor", "its anchor is no position", at) for at in words.bad_anchors),
    ]
    faulty = Counter(about for _, _, about in found)
    proved = stand = 0
    running = operating(claims, words)
    others = {source: given for source, given in texts.items() if differs(words, source, given)}
    again = {source: Realigned(words, source, given, claims, running) for source, given in others.items()}
    prover = Prover(words, {source: given for source, given in texts.items() if source not in others}, running)
    anew = {source: Search(words, source, given, running) for source, given in texts.items()}
    moved: dict[Moved, None] = {}
    for claim in claims:
        wrong = prover.check(claim)
        source = claim.evidence[0].source if claim.evidence else None
        late = anew.get(source or "") if claim.positions is None and claim.basis != "inferred" else None
        if source in again and claim.positions:
            wrong += _again(again[source], claim)
            moved |= {Moved(source, said, str(old), str(new)): None for said, old, new in again[source].moved(claim)}
        if late:
            wrong += [("phrase", f"the text has nowhere «{phrase}»") for phrase in late.missing(claim)]
        found += [(rule, message, claim.iri) for rule, message in wrong]
        if source in texts and not wrong and not faulty[claim.iri]:
            sure = late is None or late.proves(claim)
            proved += sure
            stand += not sure
    found += [(rule, message, claim.iri) for claim, (rule, message) in together(claims)]
    inferred = sum(claim.basis == "inferred" for claim in claims)
    unread = sum(bool(claim.evidence) and claim.evidence[0].source not in texts for claim in claims)
    known = entities(city, others)
    unlike = tuple(known[source] for source in others if source in known)
    return Report(
        tuple(_findings(city, found, claims)), len(claims), proved, stand, unread, inferred, unlike, tuple(moved)
    )


def _again(anchored: Realigned, claim: Claim) -> list[tuple[str, str]]:
    """What is gone of a claim in a text that differs or, where all its phrases stand, what proves it no more."""
    if gone := anchored.gone(claim):
        return [("gone", f"the text given has nowhere «{phrase}»") for phrase in gone]
    return [
        ("moved", f"its phrases stand, its words prove it no more: {rule}: {said}")
        for rule, said in anchored.wrong(claim)
    ]


def _findings(city: CityGraph, found: Iterable[Found], claims: list[Claim]) -> Iterator[Finding]:
    """The findings in order of rule and place, with the label and the line of what each is about."""
    found = sorted(dict.fromkeys(found))
    known = entities(city, {about for _, _, about in found if not about.startswith("_:")})
    said = {claim.iri: claim for claim in claims}
    places = Places(city.sources)
    words = vocabulary(city, [about for _, _, about in found])
    for rule, message, about in found:
        if about in said:
            subject, what = said[about].subject, said[about].object
            told = getattr(what, "label", None) or what.value  # type: ignore[union-attr]
            label = f"{subject.label} {said[about].relation.to(told)}"
        else:
            thing = known.get(about)
            nameless = thing is not None and thing.label == local(about)
            label = words.label(about) if thing is None else thing.kind_label if nameless else thing.label
        yield Finding(rule, message, about, label, *places.find(about))
