"""The ontology has no contradiction that a reasoner finds."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import combinations
from typing import Any

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, URIRef

from cityGraph.namespaces import CG
from support.ontology import CLASSES, EDGES, MODULES, WHOLE, parsed
from support.paths import DATA

ERRORS = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")


def contradictions(graph: rdflib.Graph) -> list[str]:
    """What an OWL RL reasoner finds wrong; the graph gains all that follows from it."""
    owlrl: Any = import_module("owlrl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    nothing = [f"{member} is nothing" for member in graph.subjects(RDF.type, OWL.Nothing)]
    return nothing + [str(why) for why in graph.objects(None, ERRORS.error)]


def kinds_as_axioms() -> Iterator[tuple[URIRef, URIRef, URIRef]]:
    """The kinds as OWL has them: no thing is of two kinds that are not one above the other, and where a
    relation allows one kind only, whatever stands there is of it.
    """
    above = {kind: {*WHOLE.transitive_objects(kind, RDFS.subClassOf)} for kind in CLASSES}
    for one, other in combinations(CLASSES, 2):
        if one not in above[other] and other not in above[one]:
            yield one, OWL.disjointWith, other
    for relation in EDGES:
        for end, axiom in (("subjectKind", RDFS.domain), ("objectKind", RDFS.range)):
            kinds = [kind for kind in WHOLE.objects(relation, URIRef(CG + end)) if isinstance(kind, URIRef)]
            if len(kinds) == 1:
                yield relation, axiom, kinds[0]


def test_a_reasoner_finds_no_contradiction() -> None:
    graph = parsed(*MODULES, DATA)
    for axiom in kinds_as_axioms():
        graph.add(axiom)
    assert contradictions(graph) == []


@pytest.mark.parametrize(
    "nonsense",
    ["ty:taiyuan a cg:Firm .", "ty:taigang cg:supports ty:taiyuan .", "ty:taiyuan cg:seeks ty:taigang ."],
)
def test_a_reasoner_would_find_one(nonsense: str) -> None:
    graph = parsed(*MODULES)
    for axiom in kinds_as_axioms():
        graph.add(axiom)
    kinds = "ty:taiyuan a cg:City . ty:taigang a cg:Firm ."
    prefixes = f"PREFIX cg: <{CG}> PREFIX ty: <https://w3id.org/citygraph/id/taiyuan/>"
    graph.parse(data=f"{prefixes} {kinds} {nonsense}", format="turtle")
    assert contradictions(graph)
