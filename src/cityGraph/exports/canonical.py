"""The one layout of the city's own Turtle file.

One section a source; in it the things it speaks of by kind, then its claims by paragraph, each as the plain triple,
the claim, and the passages first cited there. Headings and the line above each claim are generated: a serialiser
would drop any comment written by hand. `python -m cityGraph.exports.canonical FILE` rewrites a file so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..names.labels import local
from ..store.engine import PREFIXES, language
from ..store.engine import iri as escaped
from ..store.files import read
from ..store.open import CG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Triple = tuple[Any, Any, Any]

_RDF = PREFIXES["rdf"]
_TYPE = _RDF + "type"
_PLAIN_NUMBER = re.compile(r"[+-]?\d+")
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ORDER = [
    _TYPE,
    *(PREFIXES["dcterms"] + name for name in ("title", "description", "publisher", "creator", "date", "rightsHolder")),
    *(PREFIXES["skos"] + name for name in ("prefLabel", "altLabel", "hiddenLabel")),
    *(_RDF + name for name in ("subject", "predicate", "object")),
    *(CG + name for name in ("status", "basis", "because")),
    PREFIXES["dcterms"] + "source",
    PREFIXES["oa"] + "hasSource",
    CG + "paragraph",
    *(PREFIXES["oa"] + name for name in ("start", "end")),
    CG + "phrase",
    *(
        CG + name
        for name in ("purpose", "verb", "level", "share", "period", "order", "openList", "stage", "unit", "comparator")
    ),
    *(CG + name for name in ("positions", "evidence")),
]
_RANK = {predicate: rank for rank, predicate in enumerate(_ORDER)}
_LONGEST_FIRST = sorted(PREFIXES, key=lambda prefix: -len(PREFIXES[prefix]))
_LINES = {
    (_RDF + "subject", _RDF + "predicate", _RDF + "object"),
    (CG + "status", CG + "basis"),
    (PREFIXES["oa"] + "hasSource", CG + "paragraph", PREFIXES["oa"] + "start", PREFIXES["oa"] + "end"),
}
_TAGS = ("zh-Hant", "zh-Hans", "zh-Latn-pinyin")


def lay_out(content: bytes) -> str:
    r"""The graph that `content` writes in Turtle, in the canonical layout; the same graph always gives the same text.

    Raises `SyntaxError` where `content` is no Turtle.

    >>> print(lay_out(b'<urn:b> <urn:p> "x"@EN . <urn:a> <urn:p> 1 .').split("\n\n", 1)[1].strip())
    <urn:a>
        <urn:p> 1 .
    <BLANKLINE>
    <urn:b>
        <urn:p> "x"@en .
    """
    from pyoxigraph import RdfFormat, parse

    quads = parse(content, format=RdfFormat.TURTLE)
    return write((quad.subject, quad.predicate, quad.object) for quad in quads)


def write(triples: Iterable[Triple]) -> str:
    """The triples (pyoxigraph terms) in the canonical layout."""
    return "\n".join(_Layout(triples).lines()) + "\n"


def short(iri: str) -> str:
    """An IRI as Turtle has it, with a prefix where one fits; the label of a blank node as it is.

    >>> short("https://w3id.org/citygraph/ontology#Firm"), short("urn:a b")
    ('cg:Firm', '<urn:a%20b>')
    """
    for name in _LONGEST_FIRST:
        if iri.startswith(PREFIXES[name]) and _LOCAL_NAME.fullmatch(iri[len(PREFIXES[name]) :]):
            return f"{name}:{iri[len(PREFIXES[name]) :]}"
    return iri if iri.startswith("_:") else escaped(iri)


def quoted(text: str) -> str:
    """`text` as a string in Turtle or N-Triples."""
    return '"' + "".join(_ESCAPES.get(c) or (c if c >= " " else f"\\u{ord(c):04X}") for c in text) + '"'


def literal(value: str, datatype: str, tag: str | None) -> str:
    """A literal as Turtle has it: numbers and truth bare, where their form is the usual one.

    >>> literal("太鋼", "", "zh-hant"), literal("13", PREFIXES["xsd"] + "integer", None)
    ('"太鋼"@zh-Hant', '13')
    """
    if tag:
        return f"{quoted(value)}@{language(tag)}"
    if datatype == PREFIXES["xsd"] + "string":
        return quoted(value)
    if datatype == PREFIXES["xsd"] + "integer" and _PLAIN_NUMBER.fullmatch(value):
        return value
    if datatype == PREFIXES["xsd"] + "boolean" and value in ("true", "false"):
        return value
    return f"{quoted(value)}^^{short(datatype)}"


class _Layout:
    def __init__(self, triples: Iterable[Triple]) -> None:
        self.about: dict[str, dict[str, list[Any]]] = {}
        for subject, predicate, what in triples:
            found = self.about.setdefault(_key(subject), {}).setdefault(predicate.value, [])
            if what not in found:
                found.append(what)
        self.written: set[str] = set()

    def values(self, thing: str, predicate: str) -> list[str]:
        return sorted(_key(what) for what in self.about.get(thing, {}).get(predicate, ()))

    def one(self, thing: str, predicate: str) -> str:
        return next(iter(self.values(thing, predicate)), "")

    def of_kind(self, kind: str) -> list[str]:
        return sorted(thing for thing in self.about if CG + kind in self.values(thing, _TYPE))

    def lines(self) -> Iterator[str]:
        used = {
            name
            for name, namespace in PREFIXES.items()
            for thing, described in self.about.items()
            for term in (thing, *described, *(w for ws in described.values() for o in ws for w in _iris(o)))
            if term.startswith(namespace) and short(term).startswith(f"{name}:")
        }
        yield from (f"@prefix {name}: <{PREFIXES[name]}> ." for name in sorted(used))
        for thing in sorted(t for t in self.about if PREFIXES["void"] + "Dataset" in self.values(t, _TYPE)):
            self.written.add(thing)
            yield from ("", *self.block(thing))
        claims = self.of_kind("Claim")
        source_of = {claim: self.source(claim) for claim in claims}
        for claim in claims:
            self.take_plain(claim)
        for source in [*self.of_kind("Source"), ""]:
            own = sorted((claim for claim in claims if source_of[claim] == source), key=self.place)
            yield from self.section(source, own)
        rest = sorted(set(self.about) - self.written)
        if rest:
            yield from ("", "# Other")
            for thing in rest:
                yield from ("", *self.block(thing))

    def source(self, claim: str) -> str:
        passages = self.values(claim, CG + "evidence")
        return self.one(passages[0], PREFIXES["oa"] + "hasSource") if passages else ""

    def place(self, claim: str) -> tuple[int, int, str]:
        passages = self.values(claim, CG + "evidence")
        spots = [
            (int(self.one(p, CG + "paragraph") or 10**6), int(self.one(p, PREFIXES["oa"] + "start") or 0))
            for p in passages
        ]
        return (*min(spots, default=(10**6, 0)), claim)

    def take_plain(self, claim: str) -> None:
        """The plain triple of a claim is written with the claim, not with its subject."""
        subject, predicate, what = (self.one(claim, _RDF + name) for name in ("subject", "predicate", "object"))
        described = self.about.get(subject, {})
        kept = [term for term in described.get(predicate, ()) if _key(term) != what]
        if len(kept) < len(described.get(predicate, ())):
            self.about[claim].setdefault("plain", []).append(self.about[claim][_RDF + "object"][0])
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
        if source:
            self.written.add(source)
            yield from ("", *self.block(source))
        ends = {self.one(claim, _RDF + end) for claim in claims for end in ("subject", "object")}
        things = sorted((end for end in ends if end in self.about and end not in self.written), key=self.kind_order)
        kind = None
        for thing in things:
            if (now := local(self.one(thing, _TYPE))) != kind:
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
        return local(self.one(thing, _TYPE)), thing

    def claim(self, claim: str) -> Iterator[str]:
        self.written.add(claim)
        subject, predicate, what = (self.one(claim, _RDF + name) for name in ("subject", "predicate", "object"))
        status = local(self.one(claim, CG + "status"))
        shown = self.name(what) if what in self.about else what
        yield f"# {self.name(subject)} · {local(predicate)} · {shown} ({status})".replace("\n", " ")
        for term in self.about[claim].pop("plain", ()):
            yield f"{short(subject)} {short(predicate)} {self.term(term)} ."
        yield from self.block(claim)
        for passage in self.values(claim, CG + "evidence"):
            if passage in self.about and passage not in self.written:
                self.written.add(passage)
                yield from self.block(passage)

    def name(self, thing: str) -> str:
        terms = self.about.get(thing, {}).get(PREFIXES["skos"] + "prefLabel", [])
        ranked = sorted(terms, key=lambda term: (_tag_rank(term), term.value))
        return str(ranked[0].value) if ranked else local(thing)

    def block(self, thing: str) -> Iterator[str]:
        described = dict(self.about[thing])
        kinds = described.pop(_TYPE, [])
        head = short(thing) + (" a " + " , ".join(sorted(map(self.term, kinds))) if kinds else "")
        groups: list[list[str]] = []
        for predicate in sorted(described, key=lambda p: (_RANK.get(p, len(_RANK)), p)):
            terms = sorted(described[predicate], key=lambda term: (_tag_rank(term), _key(term)))
            text = f"{short(predicate)} {' , '.join(map(self.term, terms))}"
            together = groups and any(predicate in line and groups[-1][0] in line for line in _LINES)
            if together:
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
            return short(_key(term))
        return literal(term.value, term.datatype.value, term.language)


def _key(term: Any) -> str:
    return f"_:{term.value}" if type(term).__name__ == "BlankNode" else str(term.value)


def _iris(term: Any) -> list[str]:
    if hasattr(term, "datatype"):
        return [] if term.language else [term.datatype.value] if _typed(term) else []
    return [_key(term)]


def _typed(term: Any) -> bool:
    kind = term.datatype.value
    bare = kind == PREFIXES["xsd"] + "integer" and _PLAIN_NUMBER.fullmatch(term.value)
    return not bare and kind not in (PREFIXES["xsd"] + "string", PREFIXES["xsd"] + "boolean")


def place(predicate: str, tag: str | None, value: str) -> tuple[object, ...]:
    """Where what is said of a thing stands in its block: by predicate, then language, then value."""
    cased = language(tag) if tag else ""
    return _RANK.get(predicate, len(_RANK)), predicate, _place_of(cased), cased, value


def _place_of(tag: str) -> int:
    return _TAGS.index(tag) if tag in _TAGS else len(_TAGS)


def _tag_rank(term: Any) -> tuple[int, str]:
    tag = language(term.language) if getattr(term, "language", None) else ""
    return _place_of(tag), tag


def main(file: str) -> None:
    """Rewrite `file` in the canonical layout."""
    content = lay_out(read(file))
    with open(file, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(content)


if __name__ == "__main__":
    import sys

    main(sys.argv[1])
