"""What the sheets must know of the ontology: its qualifiers, what relations take as objects, and the words of terms."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ..exports.turtle_terms import TYPE
from ..namespaces import CG, PREFIXES, local
from ..store.files import read
from ..store.shipped import ontology_files
from .draft import About, Triple, described

_LABEL, _SUB_PROPERTY = PREFIXES["rdfs"] + "label", PREFIXES["rdfs"] + "subPropertyOf"
_WORDS = (_LABEL, CG + "alias", CG + "word")
QUALIFIER, QUALIFYING_THING = CG + "qualifier", CG + "qualifyingThing"


class Ontology:
    """The triples of the ontology, ready to be asked.

    Attributes:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.
        qualifiers: By IRI, the properties that qualify a claim; true if the value is a thing.
        object_kinds: By IRI of a relation or a measure, the IRIs of what its object may be.
        statuses: By IRI of a relation or a measure, the local names of the statuses that its claims may have.
        term_kinds: The IRIs of the kinds whose members are terms, such as units: they have labels, not names.
        words: By IRI of a term that is a member of a kind, the words for it in any language.
    """

    def __init__(self, triples: list[Triple]) -> None:
        self.triples = triples
        self._about: About = described(triples)
        by_iri = {node.value: parts for node, parts in self._about.items() if type(node).__name__ == "NamedNode"}
        above = {iri: {o.value for o in parts.get(_SUB_PROPERTY, ())} for iri, parts in by_iri.items()}
        self.qualifiers = {
            iri: QUALIFYING_THING in parents
            for iri, parents in sorted(above.items())
            if {QUALIFIER, QUALIFYING_THING} & parents
        }
        self.object_kinds = {
            iri: {o.value for o in parts[CG + "objectKind"]}
            for iri, parts in by_iri.items()
            if CG + "objectKind" in parts
        }
        self.statuses = {
            iri: {local(o.value) for o in parts[CG + "allowsStatus"]}
            for iri, parts in by_iri.items()
            if CG + "allowsStatus" in parts
        }
        self.term_kinds: set[str] = set()
        self.words: dict[str, list[str]] = {}
        for iri, parts in by_iri.items():
            kinds = {o.value for o in parts.get(TYPE, ()) if o.value.startswith(CG)}
            if kinds and _LABEL in parts:
                self.term_kinds |= kinds
                found = [o.value for predicate in _WORDS for o in parts.get(predicate, ())]
                self.words[iri] = [word.replace("{n}", "").strip() for word in found] + [local(iri), kebab(local(iri))]

    def labels(self, iri: str) -> list[str]:
        """Return the labels of a term.

        Args:
            iri: The IRI of the term.

        Returns:
            Its labels in all languages, sorted.
        """
        parts = next((parts for node, parts in self._about.items() if node.value == iri), {})
        return sorted(o.value for o in parts.get(_LABEL, ()))


@cache
def ontology() -> Ontology:
    """Read the ontology of the package, once.

    Returns:
        The ontology.

    Examples:
        >>> from cityGraph.namespaces import CG
        >>> ontology().qualifiers[CG + "openList"], ontology().qualifiers[CG + "level"]
        (False, True)
    """
    from pyoxigraph import RdfFormat, parse

    triples: list[Any] = []
    for file in ontology_files():
        quads = parse(read(file), format=RdfFormat.TURTLE)
        triples += [(quad.subject, quad.predicate, quad.object) for quad in quads]
    return Ontology(triples)


def takes_things(relation: str) -> bool:
    """Say whether the object of a relation can only be a thing.

    Args:
        relation: The local name of a relation or a measure.

    Returns:
        False also for what the ontology does not declare.

    Examples:
        >>> takes_things("locatedIn"), takes_things("hasOutput")
        (True, False)
    """
    kinds = ontology().object_kinds.get(CG + relation, set())
    return bool(kinds) and all(kind.startswith(CG) for kind in kinds)


def kebab(name: str) -> str:
    """Return the name of a term as sheets write it.

    Args:
        name: A local name, such as ``ofProduct``.

    Returns:
        The name in small letters with hyphens.

    Examples:
        >>> kebab("ofProduct"), kebab("realised")
        ('of-product', 'realised')
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()
