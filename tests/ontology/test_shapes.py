"""The shapes of the ontology, by example.

A folder of ``fixtures/shapes`` belongs to the shapes file of its name. In it ``valid.<what>.ttl`` is the
smallest valid use and ``invalid.<fault>.ttl`` the same but for one line, beside the message that it earns:
the diff is the explanation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, SH, Literal

import cityGraph as cg
from cityGraph.namespaces import CG
from cityGraph.validation.shapes import shape_findings
from support.ontology import MODULES, SHAPES, parsed
from support.paths import ROOT
from support.rows import for_each
from support.strange import shipped_city

VALID = sorted(ROOT.glob("tests/fixtures/shapes/*/valid.*.ttl"))
INVALID = sorted(ROOT.glob("tests/fixtures/shapes/*/invalid.*.ttl"))

LOGICAL = (SH["or"], SH["and"], SH["not"], SH.xone)
# What a shape has besides its constraints; a qualified shape is one constraint with its count.
NO_CONSTRAINTS = {RDF.type, SH.path, SH.message, SH.severity, SH.property, SH.qualifiedValueShape}
HIERARCHY = {RDF.type, RDFS.subClassOf, RDFS.subPropertyOf}
NO_CONSTRAINTS |= {SH.targetClass, SH.targetSubjectsOf, *LOGICAL}


def named(file: Path) -> str:
    return "-".join(file.relative_to(file.parents[1]).with_suffix("").parts)


def breaches(city: cg.CityGraph) -> list[str]:
    return [message for _, message, _ in shape_findings(city)]


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


def apart(fixture: Path) -> str:
    """A fixture with its things in a namespace of its own."""
    return fixture.read_text("utf-8").replace("https://example.org/", f"https://example.org/{named(fixture)}/")


def together(fixtures: list[Path], folder: Path, engine: str = "oxigraph") -> dict[str, list[str]]:
    """What breaks a shape, by the name of its fixture: all are read at once, since each brings the whole ontology."""
    for fixture in fixtures:
        (folder / f"{named(fixture)}.ttl").write_text(apart(fixture), "utf-8")
    found: dict[str, list[str]] = {}
    for _, message, about in shape_findings(cg.open(folder, engine=engine)):
        found.setdefault(about.removeprefix("https://example.org/").partition("/")[0], []).append(message)
    return found


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return together(INVALID, tmp_path_factory.mktemp("invalid"))


def test_a_valid_use_breaks_no_shape(engine: str, tmp_path: Path) -> None:
    assert together(VALID, tmp_path, engine) == {}


@pytest.mark.parametrize("fixture", INVALID, ids=named)
def test_a_fault_breaks_its_shape_and_no_other(fixture: Path, broken: dict[str, list[str]]) -> None:
    assert broken.get(named(fixture)) == [expected(fixture)]


def test_nothing_but_the_faults_breaks_a_shape(broken: dict[str, list[str]]) -> None:
    assert broken.keys() == set(map(named, INVALID))


def test_validate_tells_of_a_fault_in_what_has_no_iri(tmp_path: Path, engine: str) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(f"[] a <{CG}Passage> .", "utf-8")
    found = cg.validate(cg.open(graph, engine=engine)).findings
    assert [each.rule for each in found] == ["idle-passage", "shape:passage"]


@for_each("fixture", INVALID, ids=named)
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


def constraints(shapes: rdflib.Graph) -> Iterator[list[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]]:
    """Each constraint of the shapes, as the triples without which it is not made."""
    described = {*shapes.subjects(SH.path, None), *shapes.subjects(RDF.type, SH.NodeShape)}
    for shape, predicate, what in shapes:
        if shape in described and predicate not in NO_CONSTRAINTS:
            qualified = shapes.objects(shape, SH.qualifiedValueShape)
            yield [(shape, predicate, what), *((shape, SH.qualifiedValueShape, each) for each in qualified)]


@pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.name)
def test_no_constraint_can_be_dropped_unnoticed(file: Path) -> None:
    """Each constraint has a fixture of its own: without it, one fault at least would pass."""
    faults = rdflib.Graph()
    for triple in parsed(*MODULES):
        if triple[1] in HIERARCHY:  # all that a shape asks of the ontology, whose own terms are not asked here
            faults.add(triple)
    for fixture in folder(file).glob("invalid.*.ttl"):
        faults.parse(data=apart(fixture), format="turtle")

    def found(shapes: rdflib.Graph) -> set[tuple[str, str]]:
        _, results, _ = pyshacl.validate(faults, shacl_graph=shapes, inplace=True)
        return {
            (str(results.value(result, SH.focusNode)), str(results.value(result, SH.sourceShape)))
            for result in results.subjects(RDF.type, SH.ValidationResult)
            if str(results.value(result, SH.focusNode)).startswith("https://example.org/")
        }

    shapes = parsed(file)
    whole = found(shapes)
    made = list(constraints(shapes))
    assert made
    for constraint in made:
        for triple in constraint:
            shapes.remove(triple)
        assert found(shapes) < whole, constraint
        for triple in constraint:
            shapes.add(triple)


def test_the_shipped_city_breaks_no_shape(engine: str) -> None:
    assert breaches(shipped_city(engine)) == []
