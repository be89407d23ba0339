"""Write Turtle in the one layout that the shipped files have.

The file has one section for each source. A section lists the things that the source names, by kind, then its claims, by
paragraph. Each claim comes as its plain triple, the claim itself, and the passages that it is the first to cite. The
headings and the line above each claim are generated. `python -m cityGraph.authoring.layout FILE` writes a file so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..model.positions import number
from ..namespaces import CG, LOCAL_NAME, PREFIXES, local
from .turtle_terms import PLAIN_NUMBER, RANK, RDF, TYPE, tag_rank, turtle_iri, turtle_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Triple = tuple[Any, Any, Any]
# Properties that share a line.
_LINES = {
    (RDF + "subject", RDF + "predicate", RDF + "object"),
    (CG + "status", CG + "basis", CG + "proof"),
    (PREFIXES["oa"] + "hasSource", CG + "paragraph", PREFIXES["oa"] + "start", PREFIXES["oa"] + "end"),
}


def lay_out(content: bytes) -> str:
    r"""Rewrite Turtle in the canonical layout.

    Args:
        content: A Turtle file (https://www.w3.org/TR/turtle/), in UTF-8.

    Returns:
        The same triples as Turtle. The same graph always gives the same text. Prefixes of `content` for namespaces
        that have no prefix of ours are kept where they are used.

    Raises:
        SyntaxError: `content` is not Turtle.

    Examples:
        >>> print(lay_out(b'<urn:b> <urn:p> "x"@EN . <urn:a> <urn:p> 1 .').split("\n\n", 1)[1].strip())
        <urn:a>
            <urn:p> 1 .
        <BLANKLINE>
        <urn:b>
            <urn:p> "x"@en .
    """
    from pyoxigraph import RdfFormat, parse

    quads = parse(content, format=RdfFormat.TURTLE)
    triples = [(quad.subject, quad.predicate, quad.object) for quad in quads]
    return write(triples, quads.prefixes)


def write(triples: Iterable[Triple], prefixes: Mapping[str, str] | None = None) -> str:
    """Write triples in the canonical layout.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms, in any order.
        prefixes: Namespaces by prefix, to use beside ours. One that shares a name or a namespace with ours is ignored.

    Returns:
        The triples as Turtle.
    """
    ours = {name: space for name, space in (prefixes or {}).items() if name and name not in PREFIXES}
    return "\n".join(_Layout(triples, {n: s for n, s in ours.items() if s not in PREFIXES.values()}).lines()) + "\n"


class _Layout:
    """The triples by subject and predicate, and which subjects have been written."""

    def __init__(self, triples: Iterable[Triple], prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self.about: dict[str, dict[str, list[Any]]] = {}
        for subject, predicate, term in triples:
            terms = self.about.setdefault(_key(subject), {}).setdefault(predicate.value, [])
            if term not in terms:
                terms.append(term)
        self.written: set[str] = set()

    def values(self, thing: str, predicate: str) -> list[str]:
        return sorted(_key(term) for term in self.about.get(thing, {}).get(predicate, ()))

    def one(self, thing: str, predicate: str) -> str:
        """Return the first value, or an empty string."""
        return next(iter(self.values(thing, predicate)), "")

    def of_kind(self, kind: str) -> list[str]:
        return sorted(thing for thing in self.about if CG + kind in self.values(thing, TYPE))

    def lines(self) -> Iterator[str]:
        spaces = {**PREFIXES, **self.prefixes}
        terms = {
            term
            for thing, described in self.about.items()
            for term in (thing, *described, *(i for terms in described.values() for t in terms for i in _iris(t)))
        }
        used = {short.partition(":")[0] for term in terms if not (short := self.iri(term)).startswith(("<", "_:"))}
        yield from (f"@prefix {name}: <{spaces[name]}> ." for name in sorted(used))
        for thing in sorted(t for t in self.about if PREFIXES["void"] + "Dataset" in self.values(t, TYPE)):
            self.written.add(thing)
            yield from ("", *self.block(thing))
        claims = self.of_kind("Claim")
        source_of = {claim: self.source(claim) for claim in claims}
        for claim in claims:
            self.take_plain(claim)
        # A source that a passage names and nothing describes has a section, too: `validate` reports it.
        named = {source for source in source_of.values() if source}
        for source in [*sorted({*self.of_kind("Source"), *named}), ""]:
            own = sorted((claim for claim in claims if source_of[claim] == source), key=self.place)
            yield from self.section(source, own)
        rest = sorted(set(self.about) - self.written)
        if rest:
            yield from ("", "# Other")
            for thing in rest:
                yield from ("", *self.block(thing))

    def source(self, claim: str) -> str:
        """Return the source of the first passage of a claim; empty if it has none."""
        passages = self.values(claim, CG + "evidence")
        return self.one(passages[0], PREFIXES["oa"] + "hasSource") if passages else ""

    def place(self, claim: str) -> tuple[int, int, str]:
        """Return where a claim is in its source, as a key to sort by."""
        passages = self.values(claim, CG + "evidence")
        numbers = [
            [number(self.one(p, name)) for name in (CG + "paragraph", PREFIXES["oa"] + "start")] for p in passages
        ]
        places = [(10**6 if paragraph is None else paragraph, start or 0) for paragraph, start in numbers]
        return (*min(places, default=(10**6, 0)), claim)

    def take_plain(self, claim: str) -> None:
        """Move the plain triple of a claim from its subject to the claim, to be written there."""
        subject, predicate, object_ = (self.one(claim, RDF + name) for name in ("subject", "predicate", "object"))
        described = self.about.get(subject, {})
        kept = [term for term in described.get(predicate, ()) if _key(term) != object_]
        if len(kept) < len(described.get(predicate, ())):
            self.about[claim].setdefault("plain", []).append(self.about[claim][RDF + "object"][0])
            described[predicate] = kept
            if not kept:
                del described[predicate]
                if not described:
                    del self.about[subject]

    def section(self, source: str, claims: list[str]) -> Iterator[str]:
        if not source and not claims:
            return
        title = self.name(source) if source else "Inferred"
        yield from ("", f"# {'=' * 118}", f"# {title}", f"# {'=' * 118}")
        if source in self.about:
            self.written.add(source)
            yield from ("", *self.block(source))
        ends = {self.one(claim, RDF + end) for claim in claims for end in ("subject", "object")}
        things = sorted((end for end in ends if end in self.about and end not in self.written), key=self.kind_order)
        kind = None
        for thing in things:
            if (now := local(self.one(thing, TYPE))) != kind:
                kind = now
                yield from ("", f"# --- {kind} " + "-" * (113 - len(kind)))
            self.written.add(thing)
            yield from ("", *self.block(thing))
        heading = None
        for claim in claims:
            paragraph = self.place(claim)[0]
            now = "§" + str(paragraph) if paragraph < 10**6 else "claims"
            if now != heading:
                heading = now
                yield from ("", f"# --- {heading} " + "-" * (113 - len(heading)))
            yield from ("", *self.claim(claim))

    def kind_order(self, thing: str) -> tuple[str, str]:
        return local(self.one(thing, TYPE)), thing

    def claim(self, claim: str) -> Iterator[str]:
        self.written.add(claim)
        subject, predicate, object_ = (self.one(claim, RDF + name) for name in ("subject", "predicate", "object"))
        status = local(self.one(claim, CG + "status"))
        shown = self.name(object_) if object_ in self.about else object_
        yield f"# {self.name(subject)} · {local(predicate)} · {shown} ({status})".replace("\n", " ")
        for term in self.about[claim].pop("plain", ()):
            yield f"{self.iri(subject)} {self.iri(predicate)} {self.term(term)} ."
        yield from self.block(claim)
        for passage in self.values(claim, CG + "evidence"):
            if passage in self.about and passage not in self.written:
                self.written.add(passage)
                yield from self.block(passage)

    def iri(self, iri: str) -> str:
        """Write an IRI with a prefix of ours or of the file, if one fits."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        own = next((name for name, space in sorted(self.prefixes.items()) if space == iri[:cut]), None)
        return f"{own}:{iri[cut:]}" if own and re.fullmatch(LOCAL_NAME, iri[cut:]) else turtle_iri(iri)

    def name(self, thing: str) -> str:
        terms = self.about.get(thing, {}).get(PREFIXES["skos"] + "prefLabel", [])
        ranked = sorted(terms, key=lambda term: (tag_rank(term), term.value))
        return str(ranked[0].value) if ranked else local(thing)

    def block(self, thing: str) -> Iterator[str]:
        """Yield the lines that describe one subject."""
        described = dict(self.about[thing])
        kinds = described.pop(TYPE, [])
        head = self.iri(thing) + (" a " + " , ".join(sorted(map(self.term, kinds))) if kinds else "")
        groups: list[list[str]] = []
        for predicate in sorted(described, key=lambda p: (RANK.get(p, len(RANK)), p)):
            terms = sorted(described[predicate], key=lambda term: (tag_rank(term), _key(term)))
            text = f"{self.iri(predicate)} {' , '.join(map(self.term, terms))}"
            if groups and any(predicate in line and groups[-1][0] in line for line in _LINES):
                groups[-1].append(text)
            else:
                groups.append([predicate, text])
        lines = ["    " + " ; ".join(group[1:]) for group in groups]
        if not lines:
            yield head + " ."
            return
        yield head + (" ;" if kinds else "")
        yield from (line + (" ;" if at < len(lines) - 1 else " .") for at, line in enumerate(lines))

    def term(self, term: Any) -> str:
        if not hasattr(term, "datatype"):
            return self.iri(_key(term))
        return turtle_literal(term.value, term.datatype.value, term.language)


def _key(term: Any) -> str:
    """Return the IRI, the text of a literal, or the label of a blank node."""
    return f"_:{term.value}" if type(term).__name__ == "BlankNode" else str(term.value)


def _iris(term: Any) -> list[str]:
    """List the IRIs that a term writes: its own, or that of its datatype if it is written."""
    if hasattr(term, "datatype"):
        return [] if term.language else [term.datatype.value] if _typed(term) else []
    return [_key(term)]


def _typed(term: Any) -> bool:
    datatype = term.datatype.value
    bare = datatype == PREFIXES["xsd"] + "integer" and PLAIN_NUMBER.fullmatch(term.value)
    return not bare and datatype not in (PREFIXES["xsd"] + "string", PREFIXES["xsd"] + "boolean")
