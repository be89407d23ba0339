"""The verb gaps: every gap is one that a SHACL engine finds, and each missing node is exactly one gap."""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH, SKOS

import cityGraph as cg
from cityGraph.namespaces import CG
from support.paths import FIXTURE, ROOT
from support.samples import turtle

SHAPES = ROOT / "ontology" / "gaps.shapes.ttl"
COMPLETE = ROOT / "tests" / "fixtures" / "gaps" / "complete.ttl"


def told(gaps: cg.Gaps) -> set[tuple[str, str, str]]:
    return {(gap.entity.iri, gap.expects, gap.question) for gap in gaps}


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES, format="turtle")


@pytest.mark.parametrize("graph", ["shipped", "fixture"])
def test_gaps_are_what_a_shacl_engine_finds(graph: str, shapes: rdflib.Graph) -> None:
    city = cg.open(*([FIXTURE / "city.ttl"] if graph == "fixture" else []), engine="rdflib")
    _, results, _ = pyshacl.validate(city.rdf, shacl_graph=shapes, inplace=True)
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        assert results.value(result, SH.resultSeverity) == SH.Info
        focus = str(results.value(result, SH.focusNode))
        [question] = [m for m in results.objects(result, SH.resultMessage) if m.language == "zh-Hant"]
        found.add((focus, str(question)))
    assert {(iri, question) for iri, _, question in told(cg.gaps(city))} == found
    assert len(found) > 20


def test_nothing_is_missing_where_all_is_said() -> None:
    assert told(cg.gaps(cg.open(COMPLETE))) == set()


# What is taken out of the complete chain, and the one question that then stands open.
@pytest.mark.parametrize(
    ("node", "gap"),
    [
        ("leader", ("chain", "鏈主")),
        ("maker", ("segment", "企業")),
        ("segment", ("chain", "環節")),
        ("company", ("maker", "法人")),
        ("zone", ("maker", "所在")),
        ("baseline", ("target", "基期")),
        ("county", ("zone", "區縣")),
        ("explanation", ("set", "所指")),
        ("programme-content", ("programme", "內容")),
        ("owner", ("project", "主體")),
        ("site", ("project", "所在")),
        ("due", ("target", "年限")),
        ("date", ("source", "日期")),
        ("tracked", ("track", "企業")),
    ],
)
def test_a_node_taken_out_is_exactly_one_gap(tmp_path: Path, node: str, gap: tuple[str, str]) -> None:
    text = COMPLETE.read_text("utf-8")
    kept = [line for line in text.splitlines() if not re.search(rf"# .*\b{node}\b", line)]
    assert len(kept) < len(text.splitlines())
    file = tmp_path / "less.ttl"
    file.write_text("\n".join(kept), "utf-8")
    found = {(gap.entity.iri.rsplit("/", 1)[-1], gap.expects) for gap in cg.gaps(cg.open(file))}
    assert found == {gap}


def test_an_inference_would_fill_a_gap_and_does_not_close_it(city: cg.CityGraph) -> None:
    without = [gap for gap in cg.gaps(city, kind="Firm") if gap.expects == "法人"]
    (shuoke,) = [
        gap for gap in cg.gaps(city, kind="Firm", inferred=True) if gap.entity.label == "爍科" and gap.expects == "法人"
    ]
    assert [entity.label for entity in shuoke.filled] == ["山西爍科晶體有限公司"]
    assert "爍科" in [gap.entity.label for gap in without]
    assert all(gap.filled == () for gap in without)


def test_an_inference_is_a_step_among_others(city: cg.CityGraph) -> None:
    (track,) = [gap for gap in cg.gaps(city, kind="Track", inferred=True) if gap.entity.label == "新能源"]
    assert {"晶科", "中來", "美錦氫能"} <= {entity.label for entity in track.filled}


def test_what_is_expected_is_told_with_how_many_lack_it(city: cg.CityGraph) -> None:
    answer = cg.gaps(city)
    assert all(0 <= each.lacking <= each.total for each in answer.expected)
    assert sum(each.lacking for each in answer.expected) == len(answer)
    assert {each.kind for each in answer.expected} >= {"Chain", "Segment", "Track", "Firm", "Target", "Project"}
    (leaders,) = [each for each in answer.expected if (each.kind, each.expects) == ("Chain", "鏈主")]
    assert (leaders.total - leaders.lacking) == len(
        {c.object for c in cg.claims(city) if c.relation.iri == f"{CG}chainLeaderOf"}
    )


@pytest.mark.parametrize(
    ("kind", "language"), [("Chain", "en"), ("chain", "en"), ("產業鏈", "zh-Hant"), ("产业链", "zh-Hans")]
)
def test_a_kind_is_asked_for_by_its_name_or_its_label(kind: str, language: str) -> None:
    assert {gap.entity.kind for gap in cg.gaps(cg.open(language=language), kind=kind)} == {"Chain"}


def test_a_kind_of_which_nothing_is_expected_is_refused(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match=r"Nothing is expected of the kind 'Person'.*Chain.*Zone"):
        cg.gaps(city, kind="Person")


def test_each_language_asks_in_its_own_words() -> None:
    asked = {
        language: cg.gaps(cg.open(language=language), kind="Chain").expected[0]
        for language in ("zh-Hant", "zh-Hans", "en")
    }
    assert [each.question for each in asked.values()] == ["鏈主是誰?", "链主是谁?", "Who is its leader?"]


def test_a_language_without_questions_of_its_own_gets_the_english_ones(city: cg.CityGraph) -> None:
    german, english = (cg.gaps(cg.CityGraph(city.engine, (), tag), kind="Chain").expected for tag in ("de", "en"))
    assert [(one.expects, one.question) for one in german] == [(one.expects, one.question) for one in english]


def test_an_expectation_is_asked_in_two_languages_and_in_order(shapes: rdflib.Graph) -> None:
    asked = [node for shape in shapes.subjects(RDF.type, SH.NodeShape) for node in shapes.objects(shape, SH.property)]
    orders = sorted(int(str(shapes.value(node, SH.order))) for node in asked)
    assert orders == list(range(1, len(asked) + 1))
    for node in asked:
        for said in (SH.name, SH.message):
            assert {text.language for text in shapes.objects(node, said)} == {"en", "zh-Hant"}  # type: ignore[attr-defined]
        assert shapes.value(node, SH.severity) == SH.Info


def test_a_gap_is_no_fault(city: cg.CityGraph) -> None:
    assert len(cg.gaps(city)) > 100
    assert cg.validate(city).findings == ()


def test_a_graph_of_another_model_lacks_nothing(tmp_path: Path) -> None:
    file = tmp_path / "foreign.ttl"
    file.write_text(f'<urn:a> <{SKOS.prefLabel}> "a" .', "utf-8")
    assert len(cg.gaps(cg.open(file))) == 0


def test_gaps_of_one_expectation_come_by_name_and_only_of_the_things_asked_for(tmp_path: Path) -> None:
    papers = "".join(f'ex:p{9 - at} a cg:Source ; skos:prefLabel "{at}號港報"@zh-Hant .' for at in range(1, 9))
    city = cg.open(turtle(tmp_path, papers))
    assert [gap.entity.label for gap in cg.gaps(city)] == [f"{at}號港報" for at in range(1, 9)]
    assert [gap.entity.label for gap in cg.gaps(city, of=["https://example.org/p2"])] == ["7號港報"]
    nothing = cg.gaps(city, of=[])
    assert len(nothing) == 0
    assert {each.lacking for each in nothing.expected} == {0}
