"""Unites the claims of several graphs: what one source says twice becomes one claim with all its passages.

A claim is one statement of one source. What two sources say alike stays two claims; an edge shows both.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from ..exports.turtle_terms import TYPE
from ..namespaces import CG, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .draft import About

Parts = dict[str, list[Any]]
_EVIDENCE, _BASIS, _PROOF, _POSITIONS = (CG + name for name in ("evidence", "basis", "proof", "positions"))
_RESTS_ON = PREFIXES["dcterms"] + "source"
_SOURCE = PREFIXES["oa"] + "hasSource"
_INFERRED = CG + "inferred"
# What may differ between two claims that say the same.
_FREE = {_EVIDENCE, _BASIS, _PROOF, _POSITIONS, _RESTS_ON}
_FIRMER = {_BASIS: (CG + "stated", CG + "resolved"), _PROOF: (CG + "quotes", CG + "citation")}


class Claims:
    """The claims and passages of the graphs that were added so far.

    Args:
        taken: All IRIs of all graphs: a new one must be none of them.

    Attributes:
        claims: The parts of each claim, by its IRI as a pyoxigraph term.
        passages: The parts of each passage.
        replaced: By the IRI of a claim that became another one, that one.
        united: How many claims became one with a claim that was there.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self.claims: dict[Any, Parts] = {}
        self.passages: dict[Any, Parts] = {}
        self.replaced: dict[Any, Any] = {}
        self.united = 0
        self._taken = set(taken)

    def add(self, about: About) -> dict[Any, Any]:
        """Add the claims and passages of a graph.

        Args:
            about: What the graph says, after the IRIs of its things were replaced.

        Returns:
            The term that now stands for each claim and passage that has another one.
        """
        passages = {node: parts for node, parts in about.items() if _is(parts, "Passage")}
        claims = {node: parts for node, parts in about.items() if _is(parts, "Claim")}
        now = self._passages_now(passages)
        own = {node: _renamed(parts, now) for node, parts in claims.items()}
        before = dict(self.claims)
        for node, twin in self._twins(own, before):
            self.claims[twin] = _united(self.claims[twin], own.pop(node))
            self.united += 1
            if node != twin:
                now[node] = twin
                if node not in before:
                    self.replaced[node] = twin
        for node, parts in own.items():
            now[node] = self._free(node, before)
            self.claims[now[node]] = parts
        return {old: new for old, new in now.items() if old != new}

    def _passages_now(self, passages: dict[Any, Parts]) -> dict[Any, Any]:
        """Add the passages that are new, and return the term that stands for each one now."""
        here, there = _by_content(passages), _by_content(self.passages)
        now: dict[Any, Any] = {}
        added: dict[Any, Parts] = {}
        for content, nodes in here.items():
            twins = there.get(content, [])
            now |= {node: node for node in nodes if node in twins}
            free = [twin for twin in twins if twin not in now]
            for node in (each for each in nodes if each not in now):
                if twins:
                    now[node] = free.pop(0) if free else twins[0]
                else:
                    now[node] = self._free(node, self.passages)
                    added[now[node]] = passages[node]
        self.passages |= added
        return now

    def _free(self, node: Any, known: Iterable[Any]) -> Any:
        """Return the term of a node, or a new one if another node of the graphs before has it."""
        if node not in known:
            return node
        number = 2
        while (iri := f"{node.value}-{number}") in self._taken:
            number += 1
        self._taken.add(iri)
        return type(node)(iri)

    def _twins(self, own: dict[Any, Parts], before: dict[Any, Parts]) -> Iterator[tuple[Any, Any]]:
        """Yield the claims that say what one of before says, each with that one; each is a twin once."""
        groups: dict[Any, list[Any]] = {}
        for node, parts in before.items():
            groups.setdefault(self._said(parts), []).append(node)
        waiting: dict[Any, list[Any]] = {}
        for node, parts in own.items():
            waiting.setdefault(self._said(parts), []).append(node)
        for said, nodes in waiting.items():
            twins = sorted(groups.get(said, []), key=str)
            same = [node for node in nodes if node in twins]
            yield from ((node, node) for node in same)
            free = [twin for twin in twins if twin not in same]
            yield from zip(sorted((node for node in nodes if node not in same), key=str), free, strict=False)

    def _said(self, parts: Parts) -> Any:
        """Return what a claim says and which sources say it, without where and how it is proved."""
        inferred = _INFERRED in _values(parts, _BASIS)
        content = _content({predicate: terms for predicate, terms in parts.items() if predicate not in _FREE})
        return inferred, frozenset(self._sources(parts)), content

    def _sources(self, parts: Parts) -> set[Any]:
        passages = (self.passages.get(node, {}) for node in parts.get(_EVIDENCE, ()))
        return set(chain.from_iterable(each.get(_SOURCE, ()) for each in passages))

    def triples(self) -> Iterator[tuple[Any, str, Any]]:
        """Yield what the claims and passages say.

        Yields:
            Subject, IRI of the predicate, and object of each triple.
        """
        for node, parts in chain(self.claims.items(), self.passages.items()):
            for predicate, terms in parts.items():
                yield from ((node, predicate, term) for term in terms)


def _is(parts: Parts, kind: str) -> bool:
    return any(term.value == CG + kind for term in parts.get(TYPE, ()))


def _values(parts: Parts, predicate: str) -> set[str]:
    return {term.value for term in parts.get(predicate, ())}


def _content(parts: Parts) -> Any:
    return frozenset((predicate, term) for predicate, terms in parts.items() for term in terms)


def _by_content(nodes: dict[Any, Parts]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = {}
    for node in sorted(nodes, key=str):
        found.setdefault(_content(nodes[node]), []).append(node)
    return found


def _renamed(parts: Parts, now: dict[Any, Any]) -> Parts:
    return {predicate: [now.get(term, term) for term in terms] for predicate, terms in parts.items()}


def _united(parts: Parts, other: Parts) -> Parts:
    """Return a claim with the evidence of both, the firmer basis and the higher degree of proof."""
    whole = {predicate: list(terms) for predicate, terms in parts.items()}
    for predicate, terms in other.items():
        have = whole.setdefault(predicate, [])
        if predicate in _FIRMER:
            known = [term for term in (*have, *terms) if term.value in _FIRMER[predicate]]
            have[:] = sorted(known, key=lambda term: _FIRMER[predicate].index(term.value))[:1] or have or terms
        elif predicate != _POSITIONS or not have:
            have += [term for term in terms if term not in have]
    if whole.get(_POSITIONS):
        whole.pop(_PROOF, None)  # it is for claims without positions
    return whole
