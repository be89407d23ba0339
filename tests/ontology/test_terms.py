"""The specification of the ontology: its shapes and its hygiene by example, its terms, its logic, its layout.

A folder of ``fixtures/shapes`` belongs to the shapes file of its name. In it ``valid.<what>.ttl`` is the
smallest valid use and ``invalid.<fault>.ttl`` the same but for one line, beside the message that it earns:
the diff is the explanation. A file of ``fixtures/hygiene`` is the smallest graph that breaks its rule.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Literal, URIRef
from rdflib.compare import isomorphic

import cityGraph as cg
from cityGraph.checks import _shapes, rules
from cityGraph.layout import lay_out
from cityGraph.store import CG, ontology_files
from support.ontology import CLASSES, EDGES, MODULES, ONTOLOGY, PROPERTIES, SHAPES, WHOLE, defined, local, ours, parsed
from support.paths import DATA, FIXTURE, ROOT
from support.process import LANGUAGES

SOURCE = ROOT / "src" / "cityGraph"
IRI = "https://w3id.org/citygraph/ontology"
QUERIES = sorted([*SOURCE.rglob("queries/*.rq"), *ONTOLOGY.glob("hygiene/*.rq")])
CITIES = [DATA, FIXTURE / "city.ttl"]
VALID = sorted(ROOT.glob("tests/fixtures/shapes/*/valid.*.ttl"))
INVALID = sorted(ROOT.glob("tests/fixtures/shapes/*/invalid.*.ttl"))

LOGICAL = (SH["or"], SH["and"], SH["not"], SH.xone)
# What a shape has besides its constraints; a qualified shape is one constraint with its count.
NO_CONSTRAINTS = {RDF.type, SH.path, SH.message, SH.property, SH.qualifiedValueShape}
NO_CONSTRAINTS |= {SH.targetClass, SH.targetSubjectsOf, *LOGICAL}


def named(file: Path) -> str:
    return "-".join(file.relative_to(file.parents[1]).with_suffix("").parts)


# The shapes -------------------------------------------------------------------------------------------------


def breaches(city: cg.CityGraph) -> list[str]:
    return [message for _, message, _ in _shapes(city)]


def folder(shapes: Path) -> Path:
    return ROOT / "tests" / "fixtures" / "shapes" / shapes.name.removesuffix(".shapes.ttl")


def expected(fixture: Path) -> str:
    return fixture.with_suffix(".txt").read_text("utf-8").removesuffix("\n")


def told(shapes: rdflib.Graph) -> list[rdflib.term.Node]:
    """The shapes that can be broken: the properties of node shapes, and the node shapes that are choices."""
    nodes = list(shapes.subjects(RDF.type, SH.NodeShape))
    choices = [node for node in nodes if any(shapes.value(node, how) for how in LOGICAL)]
    return [*(each for node in nodes for each in shapes.objects(node, SH.property)), *choices]


def messages(shapes: rdflib.Graph, shape: rdflib.term.Node) -> dict[str | None, str]:
    found = [message for message in shapes.objects(shape, SH.message) if isinstance(message, Literal)]
    assert len(found) == len({message.language for message in found}), found
    return {message.language: str(message) for message in found}


@pytest.mark.parametrize("fixture", VALID, ids=named)
def test_a_valid_use_breaks_no_shape(fixture: Path, engine: str) -> None:
    assert breaches(cg.open(fixture, engine=engine)) == []


@pytest.mark.parametrize("fixture", INVALID, ids=named)
def test_a_fault_breaks_its_shape_and_no_other(fixture: Path, engine: str) -> None:
    assert breaches(cg.open(fixture, engine=engine)) == [expected(fixture)]


@pytest.mark.parametrize("fixture", INVALID, ids=named)
def test_validate_tells_of_the_fault(fixture: Path) -> None:
    found = cg.validate(cg.open(fixture)).findings
    assert [each.message for each in found if each.rule.startswith("shape:")] == [expected(fixture)]


def test_validate_tells_of_a_fault_in_what_has_no_iri(tmp_path: Path, engine: str) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(f"[] a <{CG}Passage> .", "utf-8")
    found = cg.validate(cg.open(graph, engine=engine)).findings
    assert [each.rule for each in found] == ["idle-passage", "shape:passage", "shape:passage"]


@pytest.mark.parametrize("fixture", INVALID, ids=named)
def test_a_fault_is_one_line(fixture: Path) -> None:
    lines = fixture.read_text("utf-8").splitlines()
    valid = [file.read_text("utf-8").splitlines() for file in fixture.parent.glob("valid.*.ttl")]
    differing = [
        [(right, wrong) for right, wrong in zip(each, lines, strict=True) if right != wrong]
        for each in valid
        if len(each) == len(lines)
    ]
    (right, wrong) = next(pairs[0] for pairs in differing if len(pairs) == 1)
    # What is missing stays, as a comment in its place.
    assert "#" not in right
    assert not wrong.lstrip().startswith("#") or wrong.replace("# ", "") == right


@pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.name)
def test_every_message_is_in_english_and_in_traditional_chinese(file: Path) -> None:
    shapes = parsed(file)
    for shape in told(shapes):
        said = messages(shapes, shape)
        assert set(said) == {"en", "zh-Hant"}, said
        assert re.search(r"[\u4e00-\u9fff]", said["zh-Hant"]), said
        assert re.fullmatch(r"[a-z].*[^.]", said["en"]), said


@pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.name)
def test_every_message_is_earned_by_a_fixture(file: Path) -> None:
    shapes = parsed(file)
    said = Counter(messages(shapes, shape)["en"] for shape in told(shapes))
    assert set(said.values()) == {1}, "two shapes say the same"
    assert {expected(fixture) for fixture in folder(file).glob("invalid.*.ttl")} == set(said)


def constraints(shapes: rdflib.Graph) -> Iterator[list[tuple[rdflib.term.Node, ...]]]:
    """Each constraint of the shapes, as the triples without which it is not made."""
    described = {*shapes.subjects(SH.path, None), *shapes.subjects(RDF.type, SH.NodeShape)}
    for shape, predicate, what in shapes:
        if shape in described and predicate not in NO_CONSTRAINTS:
            qualified = shapes.objects(shape, SH.qualifiedValueShape)
            yield [(shape, predicate, what), *((shape, SH.qualifiedValueShape, each) for each in qualified)]


@pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.name)
def test_no_constraint_can_be_dropped_unnoticed(file: Path) -> None:
    """Each constraint has a fixture of its own: without it, one fault at least would pass."""
    faults = parsed(*MODULES)
    for fixture in folder(file).glob("invalid.*.ttl"):
        apart = f"https://example.org/{fixture.stem}/"
        text = fixture.read_text("utf-8").replace("https://example.org/", apart)
        faults.parse(data=text, format="turtle")

    def found(shapes: rdflib.Graph) -> set[tuple[str, str]]:
        _, results, _ = pyshacl.validate(faults, shacl_graph=shapes, inplace=True)
        return {
            (str(results.value(result, SH.focusNode)), str(results.value(result, SH.sourceShape)))
            for result in results.subjects(RDF.type, SH.ValidationResult)
        }

    shapes = parsed(file)
    whole = found(shapes)
    made = list(constraints(shapes))
    assert made
    for constraint in made:
        for triple in constraint:
            shapes.remove(triple)  # type: ignore[arg-type]
        assert found(shapes) < whole, constraint
        for triple in constraint:
            shapes.add(triple)  # type: ignore[arg-type]


def test_the_shipped_city_breaks_no_shape(engine: str) -> None:
    assert breaches(cg.open(engine=engine)) == []


# Hygiene ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_graph_breaks_the_one_rule_of_its_name(rule: str, engine: str) -> None:
    city = cg.open(ROOT / "tests" / "fixtures" / "hygiene" / f"{rule}.ttl", engine=engine)
    assert [finding.rule for finding in cg.validate(city).findings if finding.rule in rules()] == [rule]


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_rule_says_first_what_holds(rule: str) -> None:
    first, second = (ONTOLOGY / "hygiene" / f"{rule}.rq").read_text("utf-8").splitlines()[:2]
    assert re.fullmatch(r"# [A-Z][^.]+\.", first)
    assert second.startswith("SELECT ")
    assert rules()[rule][0] == first.removeprefix("# ")


def test_every_hygiene_fixture_has_its_rule() -> None:
    assert {file.stem for file in ROOT.glob("tests/fixtures/hygiene/*")} == set(rules())


# The terms --------------------------------------------------------------------------------------------------


def terms_of(graph: rdflib.Graph) -> set[str]:
    """The local names of the terms of the ontology that a graph has anywhere; a shape is no term."""
    shapes = set(graph.subjects(RDF.type, SH.NodeShape))
    return {local(node) for triple in graph for node in triple if ours(node) and node not in shapes}


def terms_used(file: Path) -> set[str]:
    text = file.read_text("utf-8")
    if file.suffix == ".ttl":
        return terms_of(parsed(file))
    if file.suffix == ".rq":
        return set(re.findall(r"\bcg:(\w+)", text))
    return set(re.findall(r'\bCG \+ "(\w+)"', text))


def iri_of(module: Path) -> URIRef:
    return URIRef(IRI if module.stem == "citygraph" else f"{IRI}/{module.stem}")


INDIVIDUALS = sorted(set(defined(WHOLE)) - set(CLASSES) - set(PROPERTIES))


@pytest.mark.parametrize(
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


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_module_says_what_it_defines(module: Path) -> None:
    graph = parsed(module)
    assert list(graph.subjects(RDF.type, OWL.Ontology)) == [iri_of(module)]
    for term in {subject for subject in graph.subjects() if ours(subject)}:
        assert list(graph.objects(term, RDFS.isDefinedBy)) == [iri_of(module)], term


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_module_can_be_read_at_a_sitting(module: Path) -> None:
    assert module.read_text("utf-8").count("\n") <= 200


def test_the_modules_are_those_that_every_graph_is_opened_with() -> None:
    assert {path.rsplit("/", 1)[-1] for path in ontology_files()} == {module.name for module in MODULES}


@pytest.mark.parametrize("term", CLASSES, ids=local)
def test_a_class_is_a_singular_noun_in_camel_case(term: URIRef) -> None:
    assert re.fullmatch(r"(?:[A-Z][a-z]+)+", local(term))
    assert not local(term).endswith("s") or local(term).endswith(("ss", "us", "is"))


@pytest.mark.parametrize("term", [*PROPERTIES, *INDIVIDUALS], ids=local)
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


@pytest.mark.parametrize("term", defined(WHOLE), ids=local)
def test_a_term_has_one_label_in_each_of_three_languages(term: URIRef) -> None:
    assert sorted(language for language, _, _ in spoken([term], RDFS.label)) == sorted(LANGUAGES)
    inverse = [language for language, _, _ in spoken([term], URIRef(CG + "inverseLabel"))]
    tie = term in EDGES and (term, RDF.type, OWL.ObjectProperty) in WHOLE
    assert sorted(inverse) == (sorted(LANGUAGES) if tie else [])


# Labels that hold a proper name or the sign of a unit keep its capitals.
PROPER = frozenset({"GW/year"})


@pytest.mark.parametrize("term", defined(WHOLE), ids=local)
def test_a_label_is_no_sentence(term: URIRef) -> None:
    for language, label, _ in spoken([term], RDFS.label, URIRef(CG + "inverseLabel")):
        assert not re.search(r"[.。]", label)
        assert label == label.strip()
        assert language != "en" or label == label.lower() or label in PROPER


def test_no_two_classes_share_a_label() -> None:
    assert shared(spoken(CLASSES, RDFS.label)) == {}


def test_no_two_relations_share_a_label_read_from_either_end() -> None:
    assert shared(spoken(EDGES, RDFS.label, URIRef(CG + "inverseLabel"))) == {}


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=local)
def test_a_class_or_property_is_defined_in_two_languages(term: URIRef) -> None:
    assert sorted(language for language, _, _ in spoken([term], SKOS.definition)) == ["en", "zh-Hant"]


DATATYPES = {XSD.decimal, XSD.integer, XSD.boolean, XSD.date, XSD.gYear, XSD.gYearMonth, XSD.string}


@pytest.mark.parametrize("term", EDGES, ids=local)
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
READ_IN_EVERY_TEXT = {"ModalWord", "Connector", "Unit", "Comparator"}


def test_no_term_is_idle() -> None:
    """A term earns its place by a city, a query, a shape, the library, or a term that stands on it."""
    used = set().union(*map(terms_used, [*CITIES, *QUERIES, *SHAPES, *SOURCE.rglob("*.py")]))
    for subject, predicate, what in WHOLE:
        # The kind of a term, the parent of a class, the unit of a measure: whatever a term is described with.
        used |= {local(node) for node in (predicate, what) if ours(node)} - {local(subject)}
        if predicate == RDF.type and local(what) in READ_IN_EVERY_TEXT:
            used |= {local(subject)} if (subject, URIRef(CG + "word"), None) in WHOLE else set()
    assert set(map(local, defined(WHOLE))) - used == set()


# The logic --------------------------------------------------------------------------------------------------

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


# The engines ------------------------------------------------------------------------------------------------


def even(graph: rdflib.Graph) -> rdflib.Graph:
    """The graph with one spelling of each literal.

    To RDF a language tag is the same in any case: Oxigraph keeps it in lower case, rdflib as written. And a
    plain string is an xsd:string: Oxigraph says so, rdflib leaves it unsaid. rdflib tells all of these apart.
    """
    evened = rdflib.Graph()
    for subject, predicate, what in graph:
        if isinstance(what, Literal) and what.language:
            evened.add((subject, predicate, Literal(str(what), lang=what.language.lower())))
        elif isinstance(what, Literal) and what.datatype == XSD.string:
            evened.add((subject, predicate, Literal(str(what))))
        else:
            evened.add((subject, predicate, what))
    return evened


def test_the_store_holds_what_the_files_say(engine: str) -> None:
    written = even(parsed(*MODULES, DATA))
    held = even(cg.open(engine=engine).rdf)
    assert len(held) == len(written) > 1000
    assert isomorphic(held, written)


# The layout -------------------------------------------------------------------------------------------------


def triples() -> list[pyoxigraph.Triple]:
    return [quad.triple for quad in pyoxigraph.parse(path=DATA, format=pyoxigraph.RdfFormat.TURTLE)]


def test_the_shipped_city_is_laid_out() -> None:
    content = DATA.read_bytes()
    assert lay_out(content) == content.decode()


@pytest.mark.parametrize("seed", range(3))
def test_the_layout_does_not_depend_on_the_order(seed: int) -> None:
    content = pyoxigraph.serialize(triples(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert content
    lines = content.splitlines(keepends=True)
    Random(seed).shuffle(lines)
    assert lay_out(b"".join(lines)) == DATA.read_text("utf-8")


@pytest.mark.parametrize("prefixes", [{}, {"ontology": CG, "cg": "https://w3id.org/citygraph/id/taiyuan/"}])
def test_the_layout_does_not_depend_on_the_prefixes(prefixes: dict[str, str]) -> None:
    content = pyoxigraph.serialize(triples(), format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes)
    assert content
    assert all(f"@prefix {name}: <{namespace}>".encode() in content for name, namespace in prefixes.items())
    assert lay_out(content) == DATA.read_text("utf-8")


def test_each_class_relation_and_measure_has_an_example_that_stands_in_the_data() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    import examples

    assert (ROOT / "ontology" / "examples.ttl").read_text("utf-8") == examples.module(), "python docs/examples.py"
    kinds = {local(k) for p in ("subjectKind", "objectKind") for k in WHOLE.objects(None, URIRef(CG + p))}
    edges = {local(t) for p in ("relation", "measure") for t in WHOLE.subjects(RDFS.subPropertyOf, URIRef(CG + p))}
    wanted = {name for name in kinds | edges if not name.startswith(("decimal", "date", "gYear", "string"))}
    assert wanted - examples.examples().keys() <= {"Work"}, "a kind or a relation that nothing is an example of"


def test_alignments_stand_apart_and_speak_of_terms_that_are_defined() -> None:
    alignments = rdflib.Graph().parse(ROOT / "ontology" / "alignments.ttl")
    terms = {local(term) for term in alignments.subjects() if ours(term)}
    assert terms <= set(map(local, defined(WHOLE)))
    assert not any("alignments" in file or "examples" in file for file in ontology_files())
    others = {str(what) for what in alignments.objects() if not ours(what)}
    assert {"https://schema.org/City", "http://www.w3.org/ns/org#Post"} <= others
