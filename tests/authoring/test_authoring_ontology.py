"""What the sheets read of the ontology is what a graph of it says."""

from __future__ import annotations

import pytest
import rdflib

from cityGraph.authoring.ontology import kebab, ontology, takes_things
from cityGraph.namespaces import CG
from cityGraph.store.shipped import ontology_files


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    read = rdflib.Graph()
    for file in ontology_files():
        read.parse(file, format="turtle")
    return read


def local(found: object) -> str:
    return str(found).removeprefix(CG)


def test_every_qualifier_of_the_ontology_is_known(graph: rdflib.Graph) -> None:
    cg = rdflib.Namespace(CG)
    for parent, is_thing in ((cg.qualifier, False), (cg.qualifyingThing, True)):
        declared = {str(each) for each in graph.subjects(rdflib.RDFS.subPropertyOf, parent)}
        assert declared
        assert declared == {iri for iri, thing in ontology().qualifiers.items() if thing is is_thing}


def test_a_relation_takes_what_it_declares(graph: rdflib.Graph) -> None:
    cg = rdflib.Namespace(CG)
    for relation in set(graph.subjects(cg.objectKind, None)):
        kinds = {str(each) for each in graph.objects(relation, cg.objectKind)}
        assert ontology().object_kinds[str(relation)] == kinds
        assert takes_things(local(relation)) is all(kind.startswith(CG) for kind in kinds)
        statuses = {local(each) for each in graph.objects(relation, cg.allowsStatus)}
        assert ontology().statuses.get(str(relation), set()) == statuses
    assert not takes_things("unheardOf")


def test_a_term_has_its_labels_and_its_name_as_words() -> None:
    assert ontology().labels(f"{CG}realised") == ["fact", "事实", "事實"]
    assert {"fact", "事實", "realised"} <= set(ontology().words[f"{CG}realised"])
    assert ontology().labels(f"{CG}unheardOf") == []
    assert kebab("ofProduct") == "of-product"
