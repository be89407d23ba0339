"""The verb targets: figure, unit, baseline and due year."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.render.targets import targets_text
from support.samples import claim, port_graph

GOAL = (
    claim("sets", "ex:port cg:setsTarget ex:goal")
    + claim("by", "ex:goal cg:measuredBy ex:cargo")
    + claim("how-much", 'ex:goal cg:value "900"^^xsd:decimal', " cg:unit cg:tonne ; cg:comparator cg:atLeast ;")
    + claim("due", 'ex:goal cg:due "2035"^^xsd:gYear')
)
BASE = "".join(
    claim(f"{name}-by", f"ex:{name} cg:measuredBy ex:cargo", status="realised")
    + claim(f"{name}-is", f'ex:{name} cg:value "{value}"^^xsd:decimal', " cg:unit cg:tonne ;", "realised")
    + claim(f"{name}-in", f'ex:{name} cg:year "{year}"^^xsd:gYear', status="realised")
    for name, value, year in (("before", "500", "2027"), ("then", "700", "2029"))
)


VAGUE = (
    claim("second", "ex:scale cg:targetFor ex:port", " cg:openList true ;")
    + claim("third", "ex:scale cg:targetFor ex:works", " cg:openList true ;")
    + claim("scale-is", 'ex:scale cg:value "100"^^xsd:decimal')
    + """ex:scale a cg:Target ; skos:prefLabel "百億規模"@zh-Hant .
    ex:works a cg:Firm ; skos:prefLabel "錨鏈"@zh-Hant ."""
)
TARGETS = """
SELECT ?target (GROUP_CONCAT(DISTINCT STR(?subject)) AS ?subjects) WHERE {
  ?target a cg:Target .
  { ?claim rdf:subject ?target ; rdf:predicate cg:targetFor ; rdf:object ?subject ; cg:basis ?basis }
  UNION {
    ?claim rdf:subject ?subject ; rdf:predicate cg:setsTarget ; rdf:object ?target ; cg:basis ?basis
    FILTER NOT EXISTS { ?target cg:targetFor ?other }
  }
  FILTER(?basis != cg:inferred)
} GROUP BY ?target"""


def test_the_targets_of_the_city_are_those_that_a_query_finds(city: cg.CityGraph) -> None:
    found = cg.targets(city)
    asked = {row[0].value: set(row[1].value.split(" ")) for row in city.rows(TARGETS)}
    assert {target.entity.iri: {subject.iri for subject in target.subjects} for target in found} == asked
    # Those of the same subjects stand together, the subjects with most targets first.
    groups = [len(list(group)) for _, group in groupby(found, key=lambda target: target.subjects)]
    assert len(groups) == len({target.subjects for target in found})
    assert groups == sorted(groups, reverse=True)


def test_targets_stand_in_the_order_of_the_source(article_city: cg.CityGraph) -> None:
    found = list(cg.targets(article_city))
    first = [target.main_claim for target in found if target.subjects == found[0].subjects]
    places = [(claim.evidence[0].paragraph, claim.evidence[0].start) for claim in first]
    assert places == sorted(places)
    assert len(places) > 2


def test_what_no_source_says_of_a_target_is_told(tmp_path: Path) -> None:
    unknown = {target.entity.label: target.unknown for target in cg.targets(port_graph(tmp_path, GOAL + VAGUE))}
    assert unknown["百億規模"] == ("indicator", "unit", "baseline", "due")
    assert unknown["吞吐量目標"] == ("baseline",)


def test_a_target_of_several_has_them_all_and_says_that_the_list_is_open(tmp_path: Path) -> None:
    (target,) = cg.targets(port_graph(tmp_path, VAGUE))
    assert {subject.label for subject in target.subjects} == {"雲泊", "錨鏈"}
    assert target.open_list


@pytest.mark.parametrize(
    ("name", "many"), [("雲泊", 2), ("錨鏈", 1), ("貨物吞吐量", 1), ("百億規模", 1), ("錨鏈廠", 0)]
)
def test_targets_of_a_thing_an_indicator_or_by_their_name(tmp_path: Path, name: str, many: int) -> None:
    assert len(cg.targets(port_graph(tmp_path, GOAL + VAGUE + claim("of", "ex:port cg:builds ex:plant")), name)) == many


def test_a_baseline_is_an_observation_by_the_same_measure_the_latest_first(tmp_path: Path) -> None:
    (target,) = cg.targets(port_graph(tmp_path, GOAL + BASE))
    assert target.unknown == ()
    assert target.due == "2035"
    assert [(base.object_text, year) for base, year in zip(target.baselines, target.years, strict=True)] == [
        ("700 噸", "2029"),
        ("500 噸", "2027"),
    ]
    said = target.as_json()
    assert (said["comparator"], said["value"], said["unit"]) == ("atLeast", "900", "tonne")
    assert said["baselines"][0]["evidence"][0]["phrase"] == "then-is 之言"


def test_sources_that_differ_on_a_figure_both_stand_and_that_agree_are_one(tmp_path: Path) -> None:
    more = " cg:unit cg:tonne ; cg:comparator cg:atLeast ;"
    same = claim("again", 'ex:goal cg:value "900"^^xsd:decimal', more, source="other")
    unlike = claim("unlike", 'ex:goal cg:value "950"^^xsd:decimal', more, source="other")
    (target,) = cg.targets(port_graph(tmp_path, GOAL + same + unlike))
    assert [(value.object_text, len(value.evidence)) for value in target.values] == [("≥ 900 噸", 2), ("≥ 950 噸", 1)]


def test_targets_by_the_kind_of_their_subject_and_by_status(tmp_path: Path) -> None:
    city = port_graph(tmp_path, GOAL + VAGUE)
    by_kind = {kind: [target.entity.label for target in cg.targets(city, kinds=[kind])] for kind in ("企業", "City")}
    assert by_kind["企業"] == ["百億規模"]
    assert sorted(by_kind["City"]) == ["吞吐量目標", "百億規模"]
    assert len(cg.targets(city, kinds=["City", "Firm"])) == 2
    assert len(cg.targets(city, statuses=["targeted"])) == 2
    assert len(cg.targets(city, statuses=["realised"])) == 0
    with pytest.raises(cg.CityGraphError, match=r"Kinds here: 企業 \(Firm\), 城市 \(City\)\."):
        cg.targets(city, kinds=["Target"])


def test_the_theme_that_a_target_stands_under_does_not_give_it_its_status(tmp_path: Path) -> None:
    theme = claim("a-theme", "ex:goal cg:underTheme ex:hall", status="realised")
    city = port_graph(tmp_path, theme + claim("sets", "ex:port cg:setsTarget ex:goal"))
    (target,) = cg.targets(city, statuses=["targeted"])
    assert target.main_claim.relation.iri.endswith("setsTarget")
    assert len(cg.targets(city, statuses=["realised"])) == 0


def test_a_shortened_name_is_that_of_a_target_before_that_of_anything_else(city: cg.CityGraph) -> None:
    found = cg.targets(city, "制造業")
    assert found.entity
    assert found.entity.kind == "Target"
    assert [target.entity for target in found] == [found.entity]
    for name in ("60", "光伏產業項目"):
        with pytest.raises(cg.NameNotFound):
            cg.targets(city, name)


def test_a_figure_that_is_aimed_for_at_the_thing_itself_is_a_target(tmp_path: Path) -> None:
    counted = ' cg:quantity "jobs"@en ; cg:dueBy "2031" ;'
    jobs = claim("jobs", 'ex:plant cg:aimsForValue "45"^^xsd:decimal', counted, status="planned")
    plain = claim("plain", 'ex:plant cg:aimsForValue "7"^^xsd:decimal', status="planned")
    reached = claim("reached", 'ex:plant cg:hasOutput "9"^^xsd:decimal', counted, status="realised")
    city = port_graph(tmp_path, GOAL + jobs + plain + reached)
    found = {target.values[0].object_text: target for target in cg.targets(city, "錨鏈廠")}
    assert set(found) == {"45", "7"}
    assert found["45"].indicator
    assert (found["45"].indicator.label, found["45"].due, found["45"].unknown) == ("jobs", "2031", ("unit", "baseline"))
    assert (found["7"].indicator, found["7"].due) == (None, None)
    assert len(cg.targets(city)) == 3
    assert "jobs 45" in targets_text(cg.targets(city, "錨鏈廠"), "en", 80)
    assert "due 2031" in targets_text(cg.targets(city, "錨鏈廠"), "en", 80)
