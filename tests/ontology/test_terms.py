"""The terms of the ontology: each defined once, labelled in three languages, used and shown by an example."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Literal, URIRef

import cityGraph as cg
from cityGraph.namespaces import CG
from cityGraph.store.shipped import ontology_files
from support.ontology import CLASSES, EDGES, MODULES, ONTOLOGY, PROPERTIES, SHAPES, WHOLE, defined, local, ours, parsed
from support.paths import DATA, FIXTURE, ROOT
from support.process import LANGUAGES
from support.rows import for_each

SOURCE = ROOT / "src" / "cityGraph"
IRI = "https://w3id.org/citygraph/ontology"
QUERIES = sorted([*SOURCE.rglob("queries/*.rq"), *ONTOLOGY.glob("hygiene/*.rq")])
CITIES = [DATA, FIXTURE / "city.ttl"]


def terms_of(graph: rdflib.Graph) -> set[str]:
    """The local names of the terms of the ontology that a graph has anywhere; a shape is no term."""
    shapes = set(graph.subjects(RDF.type, SH.NodeShape))
    return {local(node) for triple in graph for node in triple if ours(node) and node not in shapes}


def terms_used(file: Path) -> set[str]:
    text = file.read_text("utf-8")
    if file.suffix == ".ttl":
        return terms_of(parsed(file))
    if file.suffix in (".rq", ".tsv"):
        return set(re.findall(r"\bcg:(\w+)", text))
    return set(re.findall(r'\bCG \+ "(\w+)"', text))


def iri_of(module: Path) -> URIRef:
    return URIRef(IRI if module.stem == "citygraph" else f"{IRI}/{module.stem}")


INDIVIDUALS = sorted(set(defined(WHOLE)) - set(CLASSES) - set(PROPERTIES))


@for_each(
    "file",
    [*MODULES, *SHAPES, *QUERIES, *CITIES, *sorted(SOURCE.rglob("*.py"))],
    ids=lambda file: str(file.relative_to(ROOT)),
)
def test_every_term_that_is_used_is_defined(file: Path) -> None:
    assert terms_used(file) <= set(map(local, defined(WHOLE)))


def test_every_term_is_defined_in_one_module() -> None:
    homes = Counter(term for module in MODULES for term in defined(parsed(module)))
    assert {term: count for term, count in homes.items() if count != 1} == {}
    for term in homes:
        assert len(set(WHOLE.objects(term, RDFS.isDefinedBy))) == 1, term


@for_each("module", MODULES, ids=lambda module: module.stem)
def test_a_module_says_what_it_defines(module: Path) -> None:
    graph = parsed(module)
    assert list(graph.subjects(RDF.type, OWL.Ontology)) == [iri_of(module)]
    for term in {subject for subject in graph.subjects() if ours(subject)}:
        assert list(graph.objects(term, RDFS.isDefinedBy)) == [iri_of(module)], term


@for_each("module", MODULES, ids=lambda module: module.stem)
def test_a_module_can_be_read_at_a_sitting(module: Path) -> None:
    assert module.read_text("utf-8").count("\n") <= 200


def test_the_modules_are_those_that_every_graph_is_opened_with() -> None:
    assert {path.rsplit("/", 1)[-1] for path in ontology_files()} == {module.name for module in MODULES}


@for_each("term", CLASSES, ids=local)
def test_a_class_is_a_singular_noun_in_camel_case(term: URIRef) -> None:
    assert re.fullmatch(r"(?:[A-Z][a-z]+)+", local(term))
    assert not local(term).endswith("s") or local(term).endswith(("ss", "us", "is"))


@for_each("term", [*PROPERTIES, *INDIVIDUALS], ids=local)
def test_what_is_no_class_begins_in_lower_case(term: URIRef) -> None:
    assert re.fullmatch(r"[a-z]+(?:[A-Z][a-z]+)*", local(term))


def spoken(terms: Iterable[URIRef], *properties: URIRef) -> Iterator[tuple[str, str, URIRef]]:
    """What terms are called: language, label, term."""
    for term in terms:
        for how in properties:
            for label in WHOLE.objects(term, how):
                assert isinstance(label, Literal)
                assert label.language
                yield label.language, str(label), term


def shared(labels: Iterable[tuple[str, str, URIRef]]) -> dict[tuple[str, str], set[str]]:
    bearers: dict[tuple[str, str], set[str]] = {}
    for language, label, term in labels:
        bearers.setdefault((language, label), set()).add(local(term))
    return {label: terms for label, terms in bearers.items() if len(terms) > 1}


@for_each("term", defined(WHOLE), ids=local)
def test_a_term_has_one_label_in_each_of_three_languages(term: URIRef) -> None:
    assert sorted(language for language, _, _ in spoken([term], RDFS.label)) == sorted(LANGUAGES)
    inverse = [language for language, _, _ in spoken([term], URIRef(CG + "inverseLabel"))]
    tie = term in EDGES and (term, RDF.type, OWL.ObjectProperty) in WHOLE
    assert sorted(inverse) == (sorted(LANGUAGES) if tie else [])


# Labels that hold a proper name or the sign of a unit keep its capitals.
PROPER = frozenset({"GW/year"})


@for_each("term", defined(WHOLE), ids=local)
def test_a_label_is_no_sentence(term: URIRef) -> None:
    for language, label, _ in spoken([term], RDFS.label, URIRef(CG + "inverseLabel")):
        assert not re.search(r"[.。]", label)
        assert label == label.strip()
        assert language != "en" or label == label.lower() or label in PROPER


def test_no_two_classes_share_a_label() -> None:
    assert shared(spoken(CLASSES, RDFS.label)) == {}


def test_no_two_relations_share_a_label_read_from_either_end() -> None:
    assert shared(spoken(EDGES, RDFS.label, URIRef(CG + "inverseLabel"))) == {}


@for_each("term", [*CLASSES, *PROPERTIES], ids=local)
def test_a_class_or_property_is_defined_in_two_languages(term: URIRef) -> None:
    assert sorted(language for language, _, _ in spoken([term], SKOS.definition)) == ["en", "zh-Hant"]


DATATYPES = {XSD.decimal, XSD.integer, XSD.boolean, XSD.date, XSD.gYear, XSD.gYearMonth, XSD.string, RDF.langString}


@for_each("term", EDGES, ids=local)
def test_a_relation_ties_things_and_a_measure_gives_values(term: URIRef) -> None:
    subjects, objects = (set(WHOLE.objects(term, URIRef(CG + end))) for end in ("subjectKind", "objectKind"))
    assert subjects
    assert subjects <= set(CLASSES)
    assert objects
    if URIRef(CG + "relation") in WHOLE.objects(term, RDFS.subPropertyOf):
        assert (term, RDF.type, OWL.ObjectProperty) in WHOLE
        assert objects <= set(CLASSES)
    else:
        assert (term, RDF.type, OWL.DatatypeProperty) in WHOLE
        assert objects <= DATATYPES
    statuses = set(WHOLE.objects(term, URIRef(CG + "allowsStatus")))
    assert statuses
    assert statuses <= {URIRef(CG + status) for status in ("realised", "planned", "targeted")}


def test_the_version_is_the_same_wherever_it_is_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (told_of,) = WHOLE.objects(URIRef(IRI), OWL.versionInfo)
    assert str(told_of) == project["version"] == cg.__version__
    assert list(WHOLE.objects(URIRef(IRI), OWL.versionIRI)) == [URIRef(f"{IRI}/{cg.__version__}")]


# The words of these are looked for in every text; a stage only where a claim names it.
READ_IN_EVERY_TEXT = {"Unit", "Comparator"}


def usage() -> rdflib.Graph:
    """What is said of the terms that any city may use, whether or not this one does."""
    return parsed(ONTOLOGY / "usage.ttl")


def test_no_term_is_idle() -> None:
    """A term earns its place by a city, a query, a shape, the library, a sentence, or a term that stands on it."""
    library = [*SOURCE.rglob("*.py"), *SOURCE.rglob("columns.tsv")]
    used = set().union(*map(terms_used, [*CITIES, *QUERIES, *SHAPES, *library]))
    for subject, predicate, what in WHOLE:
        # The kind of a term, the parent of a class, the unit of a measure: whatever a term is described with.
        used |= {local(node) for node in (predicate, what) if ours(node)} - {local(subject)}
        if predicate == RDF.type and local(what) in READ_IN_EVERY_TEXT:
            used |= {local(subject)} if (subject, URIRef(CG + "word"), None) in WHOLE else set()
    used |= {local(node) for node in usage().subjects(SKOS.example)}
    assert set(map(local, defined(WHOLE))) - used == set()


def test_each_class_relation_and_measure_has_an_example_that_stands_in_the_data() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    import examples

    assert (ROOT / "ontology" / "examples.ttl").read_text("utf-8") == examples.module(), "python docs/examples.py"
    kinds = {local(k) for p in ("subjectKind", "objectKind") for k in WHOLE.objects(None, URIRef(CG + p))}
    edges = {local(t) for p in ("relation", "measure") for t in WHOLE.subjects(RDFS.subPropertyOf, URIRef(CG + p))}
    wanted = {
        name for name in kinds | edges if not name.startswith(("decimal", "date", "gYear", "string", "langString"))
    }
    shown = examples.examples().keys() | set(map(local, usage().subjects(SKOS.example)))
    families = set(map(local, WHOLE.subjects(URIRef(CG + "abstract"))))
    assert wanted - shown <= {"Work", *families}, "a kind or a relation that nothing is an example of"
