"""Puts the triples of several graphs together: each thing with one IRI, one main name a language, and no claim lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..exports.turtle_terms import TYPE
from ..namespaces import CG, PREFIXES
from .draft import described
from .merge_claims import Claims

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Triple = tuple[Any, Any, Any]
_PREF, _ALT = (PREFIXES["skos"] + name for name in ("prefLabel", "altLabel"))
_REPLACED = PREFIXES["dcterms"] + "isReplacedBy"
_UNKNOWN = CG + "unknown"
# What a thing has once, or once a language.
ONCE = frozenset(
    (
        *(_PREF, PREFIXES["dcterms"] + "title", PREFIXES["dcterms"] + "date"),
        *(CG + name for name in ("quality", "textHash", "anchor", "value", "unit", "comparator")),
    )
)


class Lost(NamedTuple):
    """A value that a thing cannot have beside another one.

    Attributes:
        iri: The IRI of the thing.
        predicate: The IRI of the property.
        kept: The value that stays.
        value: The value that is left out.
    """

    iri: str
    predicate: str
    kept: str
    value: str


class Union:
    """The triples of several graphs, put together.

    Args:
        graphs: The triples of each graph, as pyoxigraph terms.
        kept: The IRI that stays by each IRI of a thing that goes.

    Attributes:
        triples: Subject, predicate and object of each triple.
        lost: The values that were left out.
        united: How many claims became one with a claim of a graph before.
        claims: How many claims there are.
    """

    def __init__(self, graphs: Sequence[Sequence[Triple]], kept: Mapping[str, str]) -> None:
        from pyoxigraph import NamedNode

        self._node = NamedNode
        self._kept = {NamedNode(old): NamedNode(now) for old, now in kept.items()}
        self.lost: list[Lost] = []
        # By subject and predicate the objects, in order, and the place of the graph that gave the first.
        self._about: dict[Any, dict[str, dict[Any, None]]] = {}
        self._slots: dict[tuple[Any, str, str], tuple[tuple[int, Any], Any]] = {}
        self._added: dict[tuple[Any, str], set[Any]] = {}
        claims = Claims(term.value for triples in graphs for s, _, o in triples for term in (s, o))
        for at, triples in enumerate(graphs):
            self._add(at, triples, claims)
        for old, now in (*self._kept.items(), *claims.replaced.items()):
            if old not in self._about and old not in claims.claims:
                self._about[old] = {_REPLACED: {now: None}}
        self._tidy()
        self.united, self.claims = claims.united, len(claims.claims)
        self.triples = [
            *((s, NamedNode(p), o) for s, parts in self._about.items() for p, terms in parts.items() for o in terms),
            *((s, NamedNode(p), o) for s, p, o in claims.triples()),
        ]

    def _add(self, at: int, triples: Sequence[Triple], claims: Claims) -> None:
        renamed = [(self._now(s), p, self._now(o), s) for s, p, o in triples if p.value != _REPLACED]
        about = described((s, p, o) for s, p, o, _ in renamed)
        now = claims.add(about)
        known = {*claims.claims, *claims.passages, *now}
        # The names of the IRI that stays go before those of one that goes.
        for subject, predicate, term, was in sorted(renamed, key=lambda each: each[0] != each[3]):
            if subject not in known:
                self._put(subject, predicate.value, now.get(term, term), (at, was))
        for old, predicate, term in triples:
            if predicate.value == _REPLACED and (last := self._now(term)) != old:
                self._about.setdefault(old, {}).setdefault(_REPLACED, {})[last] = None

    def _now(self, term: Any) -> Any:
        return self._kept.get(term, term)

    def _put(self, subject: Any, predicate: str, term: Any, block: tuple[int, Any]) -> None:
        """Add a triple, in place of which a second main name becomes an alias."""
        terms = self._about.setdefault(subject, {}).setdefault(predicate, {})
        if term in terms:
            return
        is_kind = predicate == TYPE and term.value.startswith(CG)
        if predicate in ONCE or is_kind:
            slot = subject, predicate, getattr(term, "language", None) or ""
            first, has = self._slots.setdefault(slot, (block, term))
            if first != block:
                if predicate == _PREF:
                    self._put(subject, _ALT, term, block)
                else:
                    self.lost.append(Lost(subject.value, predicate, has.value, term.value))
                if not terms:
                    del self._about[subject][predicate]
                return
        terms[term] = None
        if block[0] or subject != block[1]:
            self._added.setdefault((subject, predicate), set()).add(term)

    def _tidy(self) -> None:
        """Remove aliases that are main names, and remarks that what is known now were unknown, where graphs met."""
        for (subject, predicate), terms in self._added.items():
            parts = self._about[subject]
            if predicate in (_PREF, _ALT):
                both = parts.get(_PREF, {}).keys() & parts.get(_ALT, {}).keys() & terms
                self._remove(parts, _ALT, both)
            known = {term for term in parts.get(_UNKNOWN, {}) if term.value in parts}
            if predicate == _UNKNOWN or any(term.value == predicate for term in known):
                self._remove(parts, _UNKNOWN, known)

    def _remove(self, parts: dict[str, dict[Any, None]], predicate: str, terms: set[Any]) -> None:
        for term in terms:
            del parts[predicate][term]
        if predicate in parts and not parts[predicate]:
            del parts[predicate]

    def named(self) -> Iterator[str]:
        """Yield the IRIs of what is described, without claims and passages.

        Yields:
            Each IRI once.
        """
        yield from (subject.value for subject in self._about)
