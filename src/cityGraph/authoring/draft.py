"""Makes claims that were just written whole: names their nodes, and says what cannot be laid out.

A new claim may be a blank node, with its passages as blank nodes inside it:

    [] a cg:Claim ;
        rdf:subject ex:steelworks ; rdf:predicate cg:makes ; rdf:object ex:steel ;
        cg:status cg:realised ; cg:basis cg:stated ;
        cg:evidence [ oa:hasSource ex:daily-2020-07-01 ; cg:phrase "…" ] .

`named` gives both an IRI that says what they are; `problems` lists what is missing or mistyped.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from ..exports.turtle_terms import RDF, TYPE, turtle_iri
from ..namespaces import CG, NAMES, PREFIXES, Prefixes, local
from ..proof.context import LONGEST_QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Triple = tuple[Any, Any, Any]
About = dict[Any, dict[str, list[Any]]]
_SOURCE = PREFIXES["oa"] + "hasSource"
_ENDS = {"subject": RDF + "subject", "relation": RDF + "predicate", "object": RDF + "object"}
_CHOICES = {
    "status": (CG + "status", ("realised", "planned", "targeted")),
    "basis": (CG + "basis", ("stated", "resolved", "inferred")),
}
_EDGES = {CG + "relation", CG + "measure"}
_SUB_PROPERTY = PREFIXES["rdfs"] + "subPropertyOf"


class Problem(NamedTuple):
    """What is wrong with a claim or a passage.

    Attributes:
        node: The claim or the passage, as a pyoxigraph term.
        message: What is wrong with it.
        clue: Words of the file that show where; empty if it is where the node is described.
    """

    node: Any
    message: str
    clue: str = ""

    def about(self, prefixes: Prefixes = PREFIXES) -> str:
        """Return the short name of the node.

        Args:
            prefixes: The prefixes that may be used; those of vocabularies by default.

        Returns:
            The name, as it stands in a file with these prefixes.
        """
        return _shown(self.node, prefixes)


def described(triples: Iterable[Triple]) -> About:
    """Group triples by subject and predicate.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Returns:
        The objects by the IRI of their predicate, by their subject.
    """
    about: About = {}
    for subject, predicate, term in triples:
        about.setdefault(subject, {}).setdefault(predicate.value, []).append(term)
    return about


def named(triples: Iterable[Triple]) -> tuple[list[Triple], int]:
    """Give the claims and passages that are blank nodes an IRI each.

    A claim is called after its subject, its relation and, if that is a thing, its object; a passage after the first
    claim that cites it. A number is added to a name that is taken. A passage with the source, paragraph and quote of
    another becomes that one.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Returns:
        The triples with IRIs, and how many claims were named. A named passage is declared to be one.
    """
    from pyoxigraph import NamedNode

    given = list(triples)
    about = described(given)
    taken = {term.value for term in about if not _is_blank(term)}
    names: dict[Any, Any] = {}
    claims = sorted(_of_kind(about, "Claim"), key=lambda claim: _order(claim, about))
    whole = [claim for claim in claims if _is_blank(claim) and _name_of_claim(about[claim])]
    for claim in whole:
        names[claim] = NamedNode(_free(_name_of_claim(about[claim]), taken))
    passages = {_quote(about[node]): node for node in _of_kind(about, "Passage") if not _is_blank(node)}
    for claim in claims:
        iri = names.get(claim, claim)
        blank = [node for node in about[claim].get(CG + "evidence", ()) if _is_blank(node) and node not in names]
        if _is_blank(iri):
            continue
        called = _name_of_claim(about[claim]) if claim in names else iri.value
        name = called.replace("/claim/", "/passage/") if "/claim/" in called else f"{called}-passage"
        for node in sorted(blank, key=lambda node: _quote(about.get(node, {}))):
            quote = _quote(about.get(node, {}))
            names[node] = passages.get(quote) or NamedNode(_free(name, taken))
            passages[quote] = names[node]
            given.append((names[node], NamedNode(TYPE), NamedNode(CG + "Passage")))
    renamed = [(names.get(s, s), p, names.get(o, o)) for s, p, o in given]
    return list(dict.fromkeys(renamed)), len(whole)


def problems(triples: Iterable[Triple], ontology: Iterable[Triple], prefixes: Prefixes = PREFIXES) -> Iterator[Problem]:
    """List what keeps the claims and passages of a city from being laid out.

    Args:
        triples: The triples of a city, after `named`.
        ontology: The triples of the ontology.
        prefixes: The prefixes with which IRIs are shown; those of vocabularies by default.

    Yields:
        What is missing or mistyped: the parts of claims first, then those of passages.
    """
    about, terms = described(triples), described(ontology)
    relations = {term for term in terms if _EDGES & {o.value for o in terms[term].get(_SUB_PROPERTY, ())}}
    known, sources, passages = {*about, *terms}, _of_kind(about, "Source"), _of_kind(about, "Passage")
    claims = sorted(_of_kind(about, "Claim"), key=str)
    cited = {node: claim for claim in claims for node in about[claim].get(CG + "evidence", ())}
    for claim in claims:
        parts = about[claim]
        yield from (Problem(claim, message, clue) for message, clue in _wrong_parts(parts, prefixes))
        for relation in parts.get(_ENDS["relation"], ()):
            if relation not in relations and relation.value not in NAMES:
                yield _unknown(claim, relation, relations, "{} is no relation of the ontology.", prefixes)
        for end in (*parts.get(_ENDS["subject"], ()), *parts.get(_ENDS["object"], ())):
            if _is_iri(end) and end not in known:
                yield _unknown(claim, end, known, "nothing describes {}.", prefixes)
        for source in parts.get(PREFIXES["dcterms"] + "source", ()):
            if source not in sources:
                yield _unknown(claim, source, sources, "nothing describes the source {}.", prefixes)
        for node in parts.get(CG + "evidence", ()):
            if node not in about:
                yield _unknown(claim, node, passages, "nothing describes the passage {}.", prefixes)
    for passage in sorted({*passages, *(cited.keys() & about.keys())}, key=str):
        yield from _wrong_passage(passage, about[passage], sources, prefixes)
    for node in about:
        if _is_blank(node) and node not in cited and node not in claims:
            kind = about[node].get(TYPE, [None])[0]
            clue = f"a {_shown(kind, prefixes)}" if kind else ""
            yield Problem(node, "only claims and their passages are named by the layout. Give it an IRI.", clue)


def _wrong_parts(parts: dict[str, list[Any]], prefixes: Prefixes) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the parts of a claim, and the words in the file that show where."""
    clue = next((f"rdf:{local(p)} {_shown(parts[p][0], prefixes)}" for p in _ENDS.values() if p in parts), "")
    for name, predicate in _ENDS.items():
        yield from ((message, clue) for message in _count("claim", name, predicate, parts))
    for name, (predicate, choices) in _CHOICES.items():
        yield from ((message, clue) for message in _count("claim", name, predicate, parts))
        for value in parts.get(predicate, ()):
            if value.value.removeprefix(CG) not in choices:
                yield (
                    f"{_shown(value, prefixes)} is no {name}. Use {', '.join('cg:' + each for each in choices)}.",
                    _shown(value, prefixes),
                )
    inferred = any(value.value == CG + "inferred" for value in parts.get(CG + "basis", ()))
    if inferred and not (parts.get(CG + "because") and parts.get(PREFIXES["dcterms"] + "source")):
        yield "an inferred claim needs a reason (cg:because) and a source (dcterms:source).", clue
    if not inferred and not parts.get(CG + "evidence"):
        yield "a claim that is not inferred needs a passage (cg:evidence).", clue


def _wrong_passage(
    passage: Any, parts: dict[str, list[Any]], sources: set[Any], prefixes: Prefixes
) -> Iterator[Problem]:
    quotes = parts.get(CG + "phrase", [])
    clue = (
        quotes[0].value if quotes else f"oa:hasSource {_shown(parts[_SOURCE][0], prefixes)}" if _SOURCE in parts else ""
    )
    yield from (Problem(passage, message, clue) for message in _count("passage", "source", _SOURCE, parts))
    for source in parts.get(_SOURCE, ()):
        if source not in sources:
            yield _unknown(passage, source, sources, "nothing describes the source {}.", prefixes)
    if len(quotes) > 1:
        yield from (Problem(passage, message, clue) for message in _count("passage", "quote", CG + "phrase", parts))
    for quote in quotes:
        if len(quote.value) > LONGEST_QUOTE:
            message = f"the quote has {len(quote.value)} characters, more than {LONGEST_QUOTE}"
            yield Problem(passage, f"{message}: «{quote.value[:10]}…»", quote.value)


def _count(whose: str, name: str, predicate: str, parts: dict[str, list[Any]]) -> Iterator[str]:
    number = len(parts.get(predicate, ()))
    if number != 1:
        yield f"the {whose} has {number or 'no'} {name}{'s' if number else ''} ({turtle_iri(predicate)}); it needs one."


def _unknown(node: Any, term: Any, known: Iterable[Any], message: str, prefixes: Prefixes) -> Problem:
    """Return the problem of a term that nothing declares, with the most similar one that is."""
    near = get_close_matches(term.value, [each.value for each in known if _is_iri(each)], 1, 0.8)
    hint = f" Did you mean {turtle_iri(near[0], prefixes)}?" if near else ""
    return Problem(node, message.format(_shown(term, prefixes)) + hint, _shown(term, prefixes))


def _of_kind(about: About, kind: str) -> set[Any]:
    return {node for node, parts in about.items() if any(o.value == CG + kind for o in parts.get(TYPE, ()))}


def _is_iri(term: Any) -> bool:
    return type(term).__name__ == "NamedNode"


def _is_blank(term: Any) -> bool:
    return type(term).__name__ == "BlankNode"


def _shown(term: Any, prefixes: Prefixes) -> str:
    return "a blank node" if _is_blank(term) else turtle_iri(term.value, prefixes)


def _name_of_claim(parts: dict[str, list[Any]]) -> str:
    """Return the IRI that a claim should have; empty if one of its ends is missing or has no IRI."""
    ends = [parts.get(predicate, [None])[0] for predicate in _ENDS.values()]
    if None in ends or _is_blank(ends[0]) or _is_blank(ends[2]):
        return ""
    subject, relation, thing = ends
    words = [local(subject.value), re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", local(relation.value)).lower()]
    if not hasattr(thing, "datatype"):
        words.append(local(thing.value))
    return f"{subject.value[: subject.value.rfind('/') + 1]}claim/{'-'.join(words)}"


def _order(claim: Any, about: About) -> tuple[Any, ...]:
    """Return a key that sorts claims, those with an IRI first, so that equal graphs get equal names."""
    parts = about[claim]
    name = _name_of_claim(parts) if _is_blank(claim) else claim.value
    objects = sorted(str(term) for terms in parts.values() for term in terms if not _is_blank(term))
    return _is_blank(claim), name, objects, sorted(_quote(about.get(o, {})) for o in parts.get(CG + "evidence", ()))


def _free(iri: str, taken: set[str]) -> str:
    """Return an IRI that is not taken, with a number at its end if it has to be, and take it."""
    number, free = 1, iri
    while free in taken:
        number += 1
        free = f"{iri}-{number}"
    taken.add(free)
    return free


def _quote(parts: dict[str, list[Any]]) -> tuple[str, ...]:
    """Return what makes two passages the same: source, paragraph, offsets and quote."""
    predicates = (_SOURCE, CG + "paragraph", PREFIXES["oa"] + "start", CG + "phrase")
    return tuple(parts[predicate][0].value if parts.get(predicate) else "" for predicate in predicates)
