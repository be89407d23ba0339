"""The verb gaps: every gap is one that a SHACL engine finds, and each missing node is exactly one gap.

A plan of a state has no triple. The SHACL engine, which reads triples only, is given one for each claim of a source.
"""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH, SKOS, URIRef

import cityGraph as cg
from cityGraph.namespaces import CG
from support.paths import FIXTURE, ROOT
from support.samples import inferred_claim, turtle

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
    said = rdflib.Graph()
    said += city.rdf
    for claim in said.subjects(RDF.type, URIRef(f"{CG}Claim")):
        if said.value(claim, URIRef(f"{CG}basis")) != URIRef(f"{CG}inferred"):
            said.add(tuple(said.value(claim, part) for part in (RDF.subject, RDF.predicate, RDF.object)))  # type: ignore[arg-type]
    _, results, _ = pyshacl.validate(said, shacl_graph=shapes, inplace=True)
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
        ("company", ("maker", "公司法人")),
        ("zone", ("maker", "所在")),
        ("baseline", ("target", "基期")),
        ("county", ("zone", "區縣")),
        ("explanation", ("set", "成員")),
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
    without = [gap for gap in cg.gaps(city, kind="Firm") if gap.expects == "公司法人"]
    (shuoke,) = [
        gap
        for gap in cg.gaps(city, kind="Firm", inferred=True)
        if gap.entity.label == "爍科" and gap.expects == "公司法人"
        for gap in cg.gaps(city, kind="Firm", inferred=True)
        if gap.entity.label == "爍科" and gap.expects == "公司法人"
    ]
    assert [getattr(filled, "label", "") for filled in shuoke.filled] == ["山西爍科晶體有限公司"]
    assert "爍科" in [gap.entity.label for gap in without]
    assert all(gap.filled == () for gap in without)


def test_an_inference_is_a_step_among_others(city: cg.CityGraph) -> None:
    (track,) = [gap for gap in cg.gaps(city, kind="Track", inferred=True) if gap.entity.label == "新能源"]
    assert {"晶科", "中來", "美錦氫能"} <= {getattr(filled, "label", "") for filled in track.filled}


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
    ("kind", "language"),
    [("Chain", "en"), ("chain", "zh-Hans"), ("產業鏈", "en"), ("产业链", "zh-Hant"), ("CHAIN", "zh-Hant")],
)
def test_a_kind_is_asked_for_by_its_name_or_its_label_in_any_language(kind: str, language: str) -> None:
    assert {gap.entity.kind for gap in cg.gaps(cg.open(language=language), kind=kind)} == {"Chain"}


def test_a_kind_of_which_nothing_is_expected_is_refused(city: cg.CityGraph) -> None:
    with pytest.raises(
        cg.CityGraphError, match=r"Nothing is expected of the kind 'Person'\. Kinds with expectations: 產業鏈 \(Chain\)"
    ):
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
    asked = list(shapes.subjects(SH.order))
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


def test_gaps_of_one_expectation_come_by_name_and_of_one_thing_alone(tmp_path: Path) -> None:
    papers = "".join(f'ex:p{9 - at} a cg:Source ; skos:prefLabel "{at}號港報"@zh-Hant .' for at in range(1, 9))
    city = cg.open(turtle(tmp_path, papers))
    assert [gap.entity.label for gap in cg.gaps(city)] == [f"{at}號港報" for at in range(1, 9)]
    assert [gap.entity.label for gap in cg.gaps(city, "7號港報")] == ["7號港報"]


def test_gaps_of_one_thing_are_those_it_has_among_all(city: cg.CityGraph) -> None:
    for name in ("太鋼", "晶科", "光伏產業鏈", "晶科基地一期"):
        one = cg.gaps(city, name)
        assert one.entity == cg.resolve(city, name)
        assert list(one) == [gap for gap in cg.gaps(city) if gap.entity == one.entity]
        assert {each.total for each in one.expected} == {1}
        assert sum(each.lacking for each in one.expected) == len(one)
    assert len(cg.gaps(city, "太鋼")) > 0
    assert cg.gaps(city, "太原").expected == ()
    assert [gap.expects for gap in cg.gaps(city, "太鋼", kind="企業")] == [gap.expects for gap in cg.gaps(city, "太鋼")]
    assert len(cg.gaps(city, "太鋼", kind="產業鏈")) == 0
    with pytest.raises(cg.NameNotFound):
        cg.gaps(city, "無此企業之名")


def open_questions(tmp_path: Path, body: str, *, inferred: bool = False) -> dict[str, list[tuple[str, ...]]]:
    """By what is missing, the names of what would fill it, for each gap of a small graph."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for gap in cg.gaps(cg.open(turtle(tmp_path, body)), inferred=inferred):
        found.setdefault(f"{gap.entity.label} {gap.expects}", []).append(gap.suggested)
    return found


WORKS = """
    ex:yard a cg:Project ; skos:prefLabel "錨鏈廠"@zh-Hant .
    ex:hall a cg:Project ; skos:prefLabel "一號廠房"@zh-Hant ; cg:partOf ex:yard .
    ex:crane a cg:Project ; skos:prefLabel "行車"@zh-Hant ; cg:partOf ex:hall .
    ex:owner a cg:LegalEntity ; skos:prefLabel "瀚棹海纜"@zh-Hant .
    ex:zone a cg:Zone ; skos:prefLabel "雲泊港區"@zh-Hant .
    ex:county a cg:AdministrativeArea ; skos:prefLabel "雲泊縣"@zh-Hant .
    ex:city a cg:City ; skos:prefLabel "岑泊"@zh-Hant ; cg:hasPositioning ex:port .
    ex:port a cg:Positioning ; skos:prefLabel "樞紐"@zh-Hant .
"""


def test_the_site_and_the_owner_of_the_whole_are_those_of_its_parts(tmp_path: Path) -> None:
    nothing = open_questions(tmp_path, WORKS)
    assert {"錨鏈廠 所在", "一號廠房 主體", "行車 所在", "行車 主體", "雲泊港區 區縣"} <= nothing.keys()
    said = WORKS + "ex:yard cg:sitedIn ex:zone . ex:owner cg:ownerOf ex:yard . ex:zone cg:sitedIn ex:county ."
    assert open_questions(tmp_path, said) == {}
    # What is said of a part is not said of the whole.
    part = open_questions(tmp_path, WORKS + "ex:hall cg:sitedIn ex:zone . ex:owner cg:ownerOf ex:hall .")
    assert {"錨鏈廠 所在", "錨鏈廠 主體"} <= part.keys()
    assert not {"一號廠房 所在", "行車 所在", "一號廠房 主體", "行車 主體"} & part.keys()


def test_a_part_of_itself_ends(tmp_path: Path) -> None:
    assert "行車 所在" in open_questions(tmp_path, WORKS + "ex:yard cg:partOf ex:crane .")


def test_a_zone_is_in_the_district_of_the_zone_around_it_but_a_city_is_no_district(tmp_path: Path) -> None:
    inner = WORKS + 'ex:quay a cg:Zone ; skos:prefLabel "碼頭"@zh-Hant ; cg:partOf ex:zone .'
    assert "碼頭 區縣" in open_questions(tmp_path, inner + "ex:zone cg:overlaps ex:city .")
    assert "碼頭 區縣" not in open_questions(tmp_path, inner + "ex:zone cg:overlaps ex:county .")


def test_a_plan_answers_in_its_claim_alone_and_an_inference_only_suggests(tmp_path: Path) -> None:
    of_source = WORKS + inferred_claim("plan", "ex:yard cg:sitedIn ex:zone", status="planned").replace(
        "cg:inferred", "cg:stated"
    )
    assert "行車 所在" not in open_questions(tmp_path, of_source)
    ours = WORKS + inferred_claim("ours", "ex:yard cg:sitedIn ex:zone")
    assert open_questions(tmp_path, ours)["行車 所在"] == [()]
    assert open_questions(tmp_path, ours, inferred=True)["行車 所在"] == [("雲泊港區",)]


def test_a_text_fills_a_gap_too_in_the_script_of_the_reader(tmp_path: Path) -> None:
    body = 'ex:five a cg:NamedSet ; skos:prefLabel "五港"@zh-Hant .' + "".join(
        f"ex:c{tag} a cg:Claim ; rdf:subject ex:five ; rdf:predicate cg:standsFor ; rdf:object {words} ;"
        " cg:basis cg:inferred ; cg:status cg:realised ."
        for tag, words in (("1", '"五個港區"@zh-Hant'), ("2", '"五个港区"@zh-Hans'))
    )
    [gap] = cg.gaps(cg.open(turtle(tmp_path, body)), inferred=True)
    assert gap.suggested == ("五個港區",)
    assert gap.as_json()["filled"][0]["language"].lower() == "zh-hant"


FIRM = WORKS + 'ex:firm a cg:Firm ; skos:prefLabel "岑汀"@zh-Hant .'


@pytest.mark.parametrize(
    "of_the_city",
    [
        "ex:city cg:supports ex:firm .",
        "ex:city cg:pushes ex:firm .",
        "ex:goal cg:targetFor ex:firm .",
        "ex:firm cg:spearheads ex:trade . ex:city cg:supports ex:trade .",
        "ex:firm cg:sitedIn ex:zone . ex:zone cg:partOf ex:area . ex:area cg:overlaps ex:city .",
        "ex:firm cg:refersTo ex:owner . ex:owner cg:ownerOf ex:yard . ex:yard cg:sitedIn ex:county . "
        "ex:county cg:within ex:city .",
    ],
)
def test_a_firm_is_asked_for_if_it_is_of_the_city(tmp_path: Path, of_the_city: str) -> None:
    assert "岑汀 產業鏈" in open_questions(tmp_path, FIRM + of_the_city)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "",
        "ex:firm cg:headquarteredIn ex:city .",
        "ex:firm cg:spearheads ex:trade .",
        "ex:firm cg:sitedIn ex:other . ex:other a cg:City .",
        "ex:owner cg:controlledBy ex:firm ; cg:sitedIn ex:city .",
        inferred_claim("ours", "ex:firm cg:sitedIn ex:city"),
    ],
)
def test_a_firm_that_no_source_puts_in_the_city_is_not_asked_for(tmp_path: Path, elsewhere: str) -> None:
    answer = cg.gaps(cg.open(turtle(tmp_path, FIRM + elsewhere)), kind="Firm")
    assert len(answer) == 0
    assert {each.total for each in answer.expected} == {0}


TRACK = (
    FIRM
    + """
    ex:track a cg:Track ; skos:prefLabel "海洋裝備"@zh-Hant .
    ex:away a cg:Firm ; skos:prefLabel "遠洋"@zh-Hant .
    ex:city cg:supports ex:firm .
"""
)


def test_a_firm_is_suggested_once_and_apart_if_nothing_puts_it_in_the_city(tmp_path: Path) -> None:
    body = (
        TRACK + inferred_claim("a", "ex:firm cg:worksIn ex:track") + inferred_claim("b", "ex:owner cg:worksIn ex:track")
    )
    body += inferred_claim("c", "ex:away cg:worksIn ex:track")
    (apart,) = cg.gaps(cg.open(turtle(tmp_path, body)), kind="Track", inferred=True)
    assert apart.suggested == ("岑汀", "瀚棹海纜")
    assert [each.label for each in apart.unplaced] == ["遠洋"]
    (once,) = cg.gaps(
        cg.open(turtle(tmp_path, body + inferred_claim("d", "ex:firm cg:refersTo ex:owner"))),
        kind="Track",
        inferred=True,
    )
    assert once.suggested == ("岑汀",)


def test_a_track_and_an_industry_meet_in_their_field(tmp_path: Path) -> None:
    body = TRACK + 'ex:trade a cg:Industry ; skos:prefLabel "船業"@zh-Hant . ex:firm cg:spearheads ex:trade .'
    assert "海洋裝備 企業" in open_questions(tmp_path, body)
    joined = body + "ex:track cg:inField ex:field . ex:trade cg:inField ex:field ."
    assert "海洋裝備 企業" not in open_questions(tmp_path, joined)


# Where the answer to a question may stand: a relation of the whole or of the company, and which way it is read.
ELSEWHERE = {
    "所在": ("sitedIn", "subject"),
    "主體": ("ownerOf", "object"),
    "區縣": ("sitedIn", "subject"),
    "產業鏈": ("worksIn", "subject"),
}


@pytest.mark.parametrize("graph", ["shipped", "fixture"])
def test_no_gap_is_answered_by_the_whole_or_by_the_company(graph: str) -> None:
    city = cg.open(*([FIXTURE / "city.ttl"] if graph == "fixture" else []))
    said = [each for each in cg.claims(city) if each.basis != "inferred"]
    up: dict[str, set[str]] = {}
    for each in said:
        if each.relation.iri in (f"{CG}partOf", f"{CG}refersTo"):
            up.setdefault(each.subject.iri, set()).add(each.object.iri)  # type: ignore[union-attr]
    for gap in cg.gaps(city):
        relation, end = ELSEWHERE.get(gap.expects, ("", ""))
        above = frontier = up.get(gap.entity.iri, set())
        while frontier:
            frontier = {whole for each in frontier for whole in up.get(each, ())} - above
            above = above | frontier
        answered = [
            each.iri
            for each in said
            if each.relation.iri == f"{CG}{relation}"
            and getattr(getattr(each, end), "iri", "") in above
            and (gap.expects != "區縣" or getattr(each.object, "kind", "") == "AdministrativeArea")
        ]
        assert not answered, f"{gap.entity.label}: {gap.question} {answered}"
