"""The ontology, its axioms and its alignments have no contradiction that a reasoner finds, and none with the city.

What the other vocabularies let a reasoner conclude of the terms that the alignments name stands in
``fixtures/ontology/vocabularies.ttl``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations

import owlrl
import pytest
import rdflib
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, QB, RDF, RDFS, SDO, SKOS, URIRef

from cityGraph.namespaces import CG
from support.ontology import CLASSES, EDGES, MODULES, ONTOLOGY, WHOLE, defined, local, ours, parsed
from support.paths import DATA, ROOT
from support.rows import for_each

ERRORS = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
ALIGNMENTS, AXIOMS, LISTS, DOMAINS = (ONTOLOGY / f"{name}.ttl" for name in ("alignments", "axioms", "lists", "domains"))
VOCABULARIES = ROOT / "tests" / "fixtures" / "ontology" / "vocabularies.ttl"
PREFIXES = f"""PREFIX cg: <{CG}> PREFIX ty: <https://w3id.org/citygraph/id/taiyuan/>
PREFIX claim: <https://w3id.org/citygraph/id/taiyuan/claim/> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX prov: <http://www.w3.org/ns/prov#>
"""  # owlrl does not compare the last of a list of different things: the tests below name others


def contradictions(graph: rdflib.Graph) -> list[str]:
    """What an OWL RL reasoner finds wrong; the graph gains all that follows from it."""
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    nothing = [f"{member} is nothing" for member in graph.subjects(RDF.type, OWL.Nothing)]
    return nothing + [str(why) for why in graph.objects(None, ERRORS.error)]


def kinds_as_axioms() -> Iterator[tuple[URIRef, URIRef, URIRef]]:
    """The kinds as a graph of ours has them: no thing is of two kinds that have no kind below both, and where a
    relation allows one kind only, whatever stands there is of it.
    """
    below = {kind: {*WHOLE.transitive_subjects(RDFS.subClassOf, kind)} for kind in CLASSES}
    for one, other in combinations(CLASSES, 2):
        if not below[one] & below[other]:
            yield one, OWL.disjointWith, other
    for relation in EDGES:
        for end, axiom in (("subjectKind", RDFS.domain), ("objectKind", RDFS.range)):
            kinds = [kind for kind in WHOLE.objects(relation, URIRef(CG + end)) if isinstance(kind, URIRef)]
            if len(kinds) == 1:
                yield relation, axiom, kinds[0]


def structure(graph: rdflib.Graph) -> rdflib.Graph:
    """What a reasoner concludes from: all triples but names, definitions and what the proof reads."""
    words = [SKOS.prefLabel, SKOS.altLabel, SKOS.definition, RDFS.label, RDFS.isDefinedBy, RDFS.comment]
    words += [URIRef(CG + name) for name in ("subjectKind", "objectKind", "cue", "inverseLabel", "word", "positions")]
    for word in words:
        graph.remove((None, word, None))
    return graph


def test_a_reasoner_finds_no_contradiction_in_the_city() -> None:
    graph = structure(parsed(*MODULES, ALIGNMENTS, AXIOMS, LISTS, VOCABULARIES, DATA))
    for axiom in kinds_as_axioms():
        graph.add(axiom)
    assert contradictions(graph) == []


def small(nonsense: str) -> rdflib.Graph:
    """The ontology with all that stands apart, and a few triples."""
    graph = structure(parsed(*MODULES, ALIGNMENTS, AXIOMS, VOCABULARIES))
    return graph.parse(data=PREFIXES + nonsense, format="turtle")


@pytest.mark.parametrize(
    "nonsense",
    ["ty:taiyuan a cg:Firm .", "ty:taigang cg:supports ty:taiyuan .", "ty:taiyuan cg:seeks ty:taigang ."],
)
def test_a_reasoner_would_find_a_kind_that_does_not_fit(nonsense: str) -> None:
    graph = structure(parsed(*MODULES))
    for axiom in kinds_as_axioms():
        graph.add(axiom)
    graph.parse(data=f"{PREFIXES} ty:taiyuan a cg:City . ty:taigang a cg:Firm . {nonsense}", format="turtle")
    assert contradictions(graph)


# Each is about a thing of its own. A reasoner reads none of them as sound.
BROKEN = {
    "a": "ty:a a cg:City , cg:Firm .",
    "b": "ty:b a cg:Route , cg:LegalEntity .",
    "c": "ty:c a cg:Route , cg:Project .",
    "d": "ty:d a cg:Zone , cg:Product .",
    "e": "ty:e a cg:Track , cg:Chain .",
    "f": "ty:f a cg:Target , cg:Observation .",
    "g": "ty:g a cg:Person , foaf:Organization .",
    "h": "ty:h a cg:Claim , prov:Activity .",
    "i": "ty:i a cg:Office , cg:Event .",
}
SOUND = """
ty:zone a cg:Zone . ty:city a cg:City , cg:AdministrativeArea . ty:firm a cg:Firm , cg:LegalEntity .
ty:p cg:partOf ty:q . ty:q cg:partOf ty:r . ty:s cg:cooperatesWith ty:t . ty:w cg:within ty:x .
"""


def test_a_reasoner_would_find_each_thing_of_two_kinds_that_exclude_each_other() -> None:
    found = contradictions(small(SOUND + " ".join(BROKEN.values())))
    blamed = {name for name in BROKEN for why in found if f"id/taiyuan/{name} " in f"{why} "}
    assert blamed == set(BROKEN), found


@pytest.mark.parametrize("two", ["cg:status cg:planned , cg:realised", "cg:basis cg:stated , cg:resolved"])
def test_a_reasoner_would_find_two_values_where_one_is_allowed(two: str) -> None:
    assert contradictions(small(f"claim:a {two} ."))


@pytest.mark.parametrize(
    "axiom", ["cg:Person rdfs:subClassOf foaf:Organization .", "cg:Claim rdfs:subClassOf prov:Activity ."]
)
def test_a_reasoner_would_find_an_alignment_that_breaks_the_other_vocabulary(axiom: str) -> None:
    assert contradictions(small(f"{axiom} ty:a a cg:Person . claim:a a cg:Claim ."))


def test_a_reasoner_walks_through_parts_and_reads_relations_from_either_end() -> None:
    graph = small(SOUND)
    assert contradictions(graph) == []
    thing = rdflib.Namespace("https://w3id.org/citygraph/id/taiyuan/")
    assert (thing.p, DCTERMS.isPartOf, thing.r) in graph
    assert (thing.t, URIRef(CG + "cooperatesWith"), thing.s) in graph
    assert (thing.x, SDO.containsPlace, thing.w) in graph


def test_no_axiom_contradicts_the_kinds_of_a_relation() -> None:
    """A symmetric or transitive relation ties things of kinds that may stand at both ends."""
    axioms = parsed(AXIOMS)
    for kind in (OWL.TransitiveProperty, OWL.SymmetricProperty):
        for relation in axioms.subjects(RDF.type, kind):
            ends = [set(WHOLE.objects(relation, URIRef(CG + end))) for end in ("subjectKind", "objectKind")]
            assert set.intersection(*ends), relation


@pytest.mark.parametrize("file", [ALIGNMENTS, AXIOMS, LISTS, DOMAINS], ids=lambda file: file.stem)
def test_what_stands_apart_speaks_of_terms_that_are_defined(file: object) -> None:
    used = {node for triple in parsed(file) for node in triple if ours(node)}  # type: ignore[arg-type]
    assert used <= set(defined(WHOLE))
    assert used


def test_a_list_has_each_member_of_its_class() -> None:
    lists = parsed(LISTS)
    for scheme in lists.subjects(RDF.type, SKOS.ConceptScheme):
        (kind,) = lists.objects(scheme, RDFS.seeAlso)
        assert set(lists.subjects(SKOS.inScheme, scheme)) == set(WHOLE.subjects(RDF.type, kind)), scheme


def test_the_kinds_of_a_relation_are_told_in_the_words_of_schema_org() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    import examples

    assert DOMAINS.read_text("utf-8") == examples.domains(), "python docs/examples.py"
    domains = parsed(DOMAINS)
    for end, told in (("subjectKind", SDO.domainIncludes), ("objectKind", SDO.rangeIncludes)):
        assert set(domains.subject_objects(told)) == set(WHOLE.subject_objects(URIRef(CG + end)))


FOREIGN = sorted(
    {node for triple in parsed(ALIGNMENTS) for node in triple if isinstance(node, URIRef) and not ours(node)}
    - {URIRef("https://w3id.org/citygraph/ontology/alignments")}
)
W3C = tuple(map(str, (RDF, RDFS, OWL)))


@for_each("term", [each for each in FOREIGN if not str(each).startswith(W3C)], ids=local)
def test_each_term_that_an_alignment_names_is_one_of_its_vocabulary(term: URIRef) -> None:
    assert list(parsed(VOCABULARIES).objects(term, RDF.type))
    for known in (DCTERMS, FOAF, ORG, PROV, QB, SDO, SKOS):
        if str(term).startswith(str(known)):
            assert term in known


def test_an_alignment_joins_class_with_class_and_property_with_property() -> None:
    alignments = parsed(ALIGNMENTS)
    graph = parsed(*MODULES, VOCABULARIES) + alignments
    classes = {OWL.Class, RDFS.Class}
    for how, is_class in ((RDFS.subClassOf, True), (RDFS.subPropertyOf, False)):
        for one, other in alignments.subject_objects(how):
            for term in (one, other):
                assert bool(classes & set(graph.objects(term, RDF.type))) is is_class, term
    for one, other in alignments.subject_objects(OWL.sameAs):
        assert (one, RDF.type, URIRef(CG + "Unit")) in graph
        assert "qudt.org/vocab/unit" in str(other)


def test_no_alignment_makes_a_concept_of_a_class_or_a_property() -> None:
    assert not [how for _, how, _ in parsed(ALIGNMENTS) if str(how).endswith("Match")]


def test_every_qualifier_is_under_the_parent_of_its_sort() -> None:
    """OWL 2 DL keeps properties of things, of values and of terms apart."""
    sorts = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    for one, other in WHOLE.subject_objects(RDFS.subPropertyOf):
        if ours(one) and ours(other):
            assert sorts & set(WHOLE.objects(one, RDF.type)) == sorts & set(WHOLE.objects(other, RDF.type)), one


def test_no_term_of_another_vocabulary_is_described_anew() -> None:
    described = {subject for subject, _, _ in WHOLE if isinstance(subject, URIRef) and not ours(subject)}
    assert {term for term in described if not term.startswith("https://w3id.org/citygraph/ontology")} == set()
