"""The verb `validate`: shapes, hygiene and proof as one report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..graph.edge_arrays import edge_arrays
from ..graph.plain_triples import has_claims
from ..graph.reader import read
from ..model.claim import Entity
from ..model.validation import Finding, Moved, Report
from ..names.entities import entities, names_of
from ..names.labels import vocabulary
from ..proof.claim_proof import ClaimProof
from ..proof.prover import Prover, conflicts, works_in_use
from ..proof.realign import Realigned
from ..proof.search import Search
from ..proof.text import differs, texts_of
from ..proof.wording import wording
from .hygiene import hygiene_findings
from .places import Found, Places
from .proofs import proofs
from .quotes import quote_findings
from .shapes import shape_findings
from .values import value_findings

# Rules that ask the quotes of a claim alone. Where its text is at hand, the text is asked instead.
_OF_QUOTES = frozenset({"subject", "object", "value", "stage", "share"})
# Rules for graphs with claims: beside none, a triple without a claim is as it should be.
_OF_CLAIMS = ("idle-thing", "plain-triple-without-claim")
_UNPROVED = "the text has its quotes, but its words do not prove it"
_LAYOUT = "python -m cityGraph.authoring.layout FILE"
# What to do about a finding, by its rule.
_NEXT = {
    "claim-without-plain-triple": f"run {_LAYOUT}",
    "positions": f"run {_LAYOUT} --text TEXT",
    "proof": f"run {_LAYOUT}",
    "cited": "a longer or a second quote may prove it, if the page has it",
    "unsaid": "correct its relation, its number, its status or its quotes, or withdraw the claim",
    "unproved": "correct its relation, its quotes or its status, or point to its words with cg:positions",
}

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph


def validate(city: CityGraph, *, text: str | Iterable[str | tuple[str, str]] = ()) -> Report:
    """Check a graph: its shapes, its hygiene rules and, against the texts given, the proof of its claims.

    Args:
        city: An open graph.
        text: The text of a source, or several texts. A pair is (source, text), with the source by IRI, short name or
            label; any other text belongs to the source whose title it has. A text may differ from the one in which
            positions are counted, such as a copy from a browser: then the claims are proved at the places where their
            words stand now. Empty: claims are checked as far as that is possible without the texts.

    Returns:
        The findings, sorted by rule, with counts of the claims: proved, found but not proved, without a text, and
        inferred. `moved` lists the quotes that stand elsewhere in a text that differs. A claim that is found but not
        proved is a finding: ``unsaid``, an error, if the proof knows how a text says its relation; else ``unproved``, a
        warning. A graph that does not use our ontology has no findings, since none
        of our rules is for it.

    Raises:
        BadText: A text without a source has no title of one.
        NameNotFound: No source has the given name.
        AmbiguousName: Several sources have the given name.

    Examples:
        >>> import cityGraph as cg
        >>> report = cg.validate(cg.open())
        >>> len(report.findings), report.proved
        (0, 0)
    """
    city.read_here()
    if not city.ontology:
        return Report((), len(edge_arrays(city)), 0, 0, 0, 0, claiming=False, ours=False)
    words = wording(city)
    texts = texts_of(city, words, text)
    claiming = has_claims(city)
    claims = [claim for claim in read(city, None) if claim.status] if claiming else []
    shapes = shape_findings(city)
    found = [
        *shapes,
        *(each for each in hygiene_findings(city) if claiming or each[0] not in _OF_CLAIMS),
        *value_findings(city),
        *(("anchor", "the anchor is not a position", thing) for thing in words.bad_anchors),
        *quote_findings(claims, words),
    ]
    already_wrong = {about for _, _, about in found}
    unproved_claims: list[Found] = []
    proved = unproved = 0
    in_use = works_in_use(claims, words)
    other_texts = {source: given for source, given in texts.items() if differs(words, source, given)}
    realigned = {source: Realigned(words, source, given, claims, in_use) for source, given in other_texts.items()}
    claim_proof = cache(lambda: ClaimProof(city, words, claims, texts))
    own_texts = {source: given for source, given in texts.items() if source not in other_texts}
    prover = Prover(words, own_texts, in_use, lambda claim: claim_proof().at_positions(claim))
    searches = {source: Search(words, source, given, in_use) for source, given in texts.items()}
    moved: dict[Moved, None] = {}
    for claim in claims:
        wrong = prover.check(claim)
        source = claim.evidence[0].source if claim.evidence else None
        # A claim that was written without the text of its source has no positions: they are searched for.
        search = searches.get(source or "") if claim.positions is None and claim.basis != "inferred" else None
        if search:  # the text says more than the quotes
            wrong = [each for each in wrong if each[0] not in _OF_QUOTES]
        if source in realigned and claim.positions:
            wrong += _realigned_findings(realigned[source], claim)
            places = realigned[source].moved(claim)
            moved |= {Moved(source, phrase, str(old), str(new)): None for phrase, old, new in places}
        if search:
            wrong += [("phrase", f"the given text does not contain «{phrase}»") for phrase in search.missing(claim)]
        found += [(rule, message, claim.iri) for rule, message in wrong]
        if source in texts and not wrong and claim.iri not in already_wrong:
            why = "" if search is None or search.proves(claim) else _unproved(claim_proof(), claim)
            proved += not why
            unproved += bool(why)
            rule = "unsaid" if why and claim_proof().knows(claim) else "unproved"
            unproved_claims += [(rule, f"{_UNPROVED}: {why}", claim.iri)] if why else []
    found += [(rule, message, claim.iri) for claim, (rule, message) in conflicts(claims)]
    cited, wrong_proofs, degrees = proofs(city, words, claims)
    found += wrong_proofs
    known = entities(city, other_texts)
    return Report(
        findings=tuple(_findings(city, [*found, *unproved_claims], claims, shapes)),
        claims=len(claims) if claiming else len(edge_arrays(city)),
        proved=proved,
        found=unproved,
        unread=sum(bool(claim.evidence) and claim.evidence[0].source not in texts for claim in claims),
        inferred=sum(claim.basis == "inferred" for claim in claims),
        differs=tuple(known[source] for source in other_texts if source in known),
        moved=tuple(moved),
        claiming=claiming,
        degrees=degrees,
        cited=tuple(_findings(city, cited, claims, {})),
    )


def _unproved(proof: ClaimProof, claim: Claim) -> str:
    """Say why a text does not prove a claim without positions; empty if it does."""
    verdict = proof.check(claim)
    return "" if verdict.proved else f"{verdict.column}: {' '.join(verdict.reason.split())}"


def _realigned_findings(realigned: Realigned, claim: Claim) -> list[tuple[str, str]]:
    """List the quotes of a claim that are gone from a text that differs or, if none is, why it is no longer proved."""
    if gone := realigned.gone(claim):
        return [("gone", f"the given text does not contain «{phrase}»") for phrase in gone]
    return [
        ("moved", f"quotes found, but they no longer prove the claim: {rule}: {message}")
        for rule, message in realigned.check(claim)
    ]


def _findings(
    city: CityGraph, found: Iterable[Found], claims: list[Claim], shapes: dict[Found, tuple[str, str]]
) -> Iterator[Finding]:
    """Yield the findings sorted by rule, with the label, the file and the line of what each is about."""
    found = sorted(dict.fromkeys(found))
    things = {about for _, _, about in found if not about.startswith("_:")}
    known, named = entities(city, things), names_of(city, things)
    claims_by_iri = {claim.iri: claim for claim in claims}
    places = Places(city.sources)
    words = vocabulary(city, [about for _, _, about in found])
    for rule, message, about in found:
        if claim := claims_by_iri.get(about):
            what = claim.object.label if isinstance(claim.object, Entity) else claim.object.value
            label = f"{claim.subject.label} {claim.relation.to(what)}"
        else:
            thing = known.get(about)
            label = words.label(about) if thing is None else thing.label if about in named else thing.kind_label
        warning = "warning" if rule in ("unproved", "cited") else "error"
        severity, hint = shapes.get((rule, message, about), (warning, _NEXT.get(rule, "")))
        yield Finding(rule, message, about, label, *places.find(about), severity, hint)
