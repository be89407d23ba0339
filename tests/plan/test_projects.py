"""The verb projects: works by stage, owner, site and investment."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.namespaces import local
from support.samples import claim, inferred_claim, port_graph

# From the vaguest intention to the last stage; works of which neither is known stand at the end.
DRIVEN = (
    "plansToBuild", "seeks", "advancesPreparationOf", "pushes", "movesForward", "advancesConstructionOf", "toLaunch",
    "toBuildUp", "implements", "serves",
)  # fmt: skip
STAGES = (
    "signed", "inPreparation", "approved", "groundBroken", "underConstruction", "inProduction", "openToTraffic",
    "fullProduction", "terminated",
)  # fmt: skip
FOUNDRY = (
    claim("plans", "ex:port cg:plansToBuild ex:hall", status="planned")
    + claim("begun", "ex:first cg:advances ex:plant", " cg:stage cg:groundBroken ;", "realised")
    + claim("runs", "ex:second cg:advances ex:plant", " cg:stage cg:inProduction ;", "realised")
    + claim("when", 'ex:first cg:date "2030-07-01"^^xsd:date', status="realised")
    + claim("whose", "ex:owner cg:ownerOf ex:plant", status="realised")
    + claim("where", "ex:plant cg:sitedIn ex:park", status="planned")
    + """ex:first a cg:Event ; skos:prefLabel "動工"@zh-Hant . ex:second a cg:Event ; skos:prefLabel "投產"@zh-Hant .
    ex:owner a cg:LegalEntity ; skos:prefLabel "錨鏈公司"@zh-Hant .
    ex:park a cg:Zone ; skos:prefLabel "灣區"@zh-Hant ."""
)


def test_works_go_from_what_is_meant_to_what_runs(city: cg.CityGraph) -> None:
    found = list(cg.projects(city))
    by_place = [(1, STAGES.index(work.stage)) if work.stage else (0 if work.driven else 2, 0) for work in found]
    assert by_place == sorted(by_place)
    assert {place for place, _ in by_place} == {0, 1, 2}
    meant = [DRIVEN.index(local(work.driven[0].relation.iri)) for work in found if work.driven and not work.stage]
    assert meant == sorted(meant)
    assert len(set(meant)) > 2
    assert all(work.claims for work in found)
    kinds = {claim.subject.label for claim in cg.claims(city) if claim.subject.kind == "Project"}
    assert kinds <= {work.entity.label for work in found}


def test_the_start_of_a_part_is_no_stage_of_the_whole(tmp_path: Path) -> None:
    part = claim("inside", "ex:hall cg:partOf ex:plant", status="realised")
    start = claim("start-of", "ex:start cg:advances ex:hall", " cg:stage cg:inProduction ;", "realised")
    (whole,) = cg.projects(port_graph(tmp_path, part + start), "錨鏈廠")
    assert whole.stage is None
    assert [moment.entity.label for moment in whole.history] == ["廠房投產"]
    assert {"stage", "owner"} <= set(whole.unknown)


def test_a_history_has_its_dates_and_says_where_there_is_none(tmp_path: Path) -> None:
    (work,) = cg.projects(port_graph(tmp_path, FOUNDRY), "錨鏈廠")
    assert [(moment.entity.label, moment.date) for moment in work.history] == [("動工", "2030-07-01"), ("投產", None)]
    assert work.stage == "inProduction"
    assert [claim.subject.label for claim in work.owners] == ["錨鏈公司"]


def test_what_is_inferred_is_held_back_and_counted(tmp_path: Path) -> None:
    guess = inferred_claim("guess", "ex:owner cg:ownerOf ex:plant") + inferred_claim(
        "place", "ex:plant cg:sitedIn ex:park"
    )
    body = FOUNDRY.replace(claim("whose", "ex:owner cg:ownerOf ex:plant", status="realised"), "")
    city = port_graph(
        tmp_path, body.replace(claim("where", "ex:plant cg:sitedIn ex:park", status="planned"), "") + guess
    )
    held = cg.projects(city, "錨鏈廠")
    assert (held[0].owners, held[0].sites, held.held_back) == ((), (), 2)
    shown = cg.projects(city, "錨鏈廠", inferred=True)
    assert shown.held_back == 0
    assert [claim.basis for claim in (*shown[0].owners, *shown[0].sites)] == ["inferred"] * 2


def test_the_status_of_a_work_is_that_of_its_place_in_the_pipeline(city: cg.CityGraph, tmp_path: Path) -> None:
    by_status = {status: cg.projects(city, statuses=[status]) for status in ("realised", "planned", "targeted")}
    assert sum(map(len, by_status.values())) == len(cg.projects(city)) == by_status["targeted"].total
    assert all(work.stage or not work.driven for work in by_status["realised"])
    # What is left out by status is no gap: the site that is planned stays beside the stage that was reached.
    (plant,) = cg.projects(port_graph(tmp_path, FOUNDRY), statuses=["realised"])
    assert (plant.entity.label, plant.stage) == ("錨鏈廠", "inProduction")
    assert [claim.status for claim in plant.sites] == ["planned"]


def test_works_of_an_owner_a_site_and_a_kind(city: cg.CityGraph, tmp_path: Path) -> None:
    port = port_graph(tmp_path, FOUNDRY)
    for name in ("錨鏈公司", "灣區", "錨鏈廠"):
        assert [work.entity.label for work in cg.projects(port, name)] == ["錨鏈廠"]
    assert [work.entity.label for work in cg.projects(port, "雲泊")] == ["一號廠房"]
    assert {work.entity.kind for work in cg.projects(city, kinds=["線路"])} == {"Route"}
    assert {work.entity.label for work in cg.projects(city, kinds=["線路"])} == {
        work.entity.label for work in cg.projects(city) if work.entity.kind == "Route"
    }
    with pytest.raises(cg.CityGraphError, match=r"Nothing in this graph has the kind 'Dragon'"):
        cg.projects(city, kinds=["Dragon"])


def test_a_relation_of_your_own_graph_can_say_who_means_to_build_a_work(tmp_path: Path) -> None:
    wants = claim("wants", "ex:port ex:wants ex:plant", status="planned")
    (without,) = cg.projects(port_graph(tmp_path, wants))
    assert without.driven == ()
    listed = wants + claim("plans", "ex:port cg:plansToBuild ex:hall", status="planned")
    for firmness, order in (("0", ["錨鏈廠", "一號廠房"]), ("99", ["一號廠房", "錨鏈廠"])):
        city = port_graph(tmp_path, listed + f"ex:wants cg:firmness {firmness} .")
        assert [work.entity.label for work in cg.projects(city)] == order
        assert all(work.driven for work in cg.projects(city))
    # What is no number says nothing.
    odd = port_graph(tmp_path, listed + 'ex:wants cg:firmness "very" , -1 , "9"^^xsd:integer .')
    assert [work.entity.label for work in cg.projects(odd)] == ["一號廠房", "錨鏈廠"]


def test_a_work_that_is_a_part_of_itself_ends(tmp_path: Path) -> None:
    body = (
        claim("one", "ex:hall cg:partOf ex:plant", status="realised")
        + claim("two", "ex:plant cg:partOf ex:hall", status="realised")
        + claim("three", "ex:start cg:advances ex:hall", " cg:stage cg:inProduction ;", "realised")
    )
    found = {work.entity.label: work for work in cg.projects(port_graph(tmp_path, body))}
    assert found["一號廠房"].stage == "inProduction"
    assert found["錨鏈廠"].stage is None
    assert len(found["錨鏈廠"].history) == 1


def test_a_work_that_is_given_up_has_the_stage_that_says_so(tmp_path: Path) -> None:
    given_up = claim("ended", "ex:start cg:advances ex:plant", " cg:stage cg:terminated ;", "realised")
    given_up += claim("end", 'ex:start cg:date "2032-04-24"^^xsd:date', status="realised")
    (work,) = cg.projects(port_graph(tmp_path, FOUNDRY + given_up), "錨鏈廠")
    assert work.stage == "terminated"
    assert "2032-04-24" in [moment.date for moment in work.history]


def test_owner_and_site_of_the_whole_are_those_of_a_part(tmp_path: Path) -> None:
    body = (
        claim("one", "ex:hall cg:partOf ex:plant", status="realised")
        + claim("two", "ex:plant cg:sitedIn ex:port", status="realised")
        + claim("three", "ex:firm cg:ownerOf ex:plant", status="realised")
        + claim("four", "ex:start cg:advances ex:hall", " cg:stage cg:inProduction ;", "realised")
        + 'ex:firm a cg:Firm ; skos:prefLabel "瀚棹"@zh-Hant .'
    )
    graph = port_graph(tmp_path, body)
    (hall,) = [work for work in cg.projects(graph) if work.entity.label == "一號廠房"]
    assert [claim.subject.label for claim in hall.owners] == ["瀚棹"]
    assert hall.as_json()["sites"][0]["of"]["label"] == "錨鏈廠"
    assert hall.unknown == ("investment",)
    assert [whole.label for whole in hall.wholes] == ["錨鏈廠"]
    # The whole itself is asked for without its parts; its owner and its site with them.
    assert [work.entity.label for work in cg.projects(graph, "錨鏈廠")] == ["錨鏈廠"]
    assert {work.entity.label for work in cg.projects(graph, "瀚棹")} == {"錨鏈廠", "一號廠房"}
    own = port_graph(
        tmp_path,
        body
        + claim("five", "ex:hall cg:sitedIn ex:zone", status="realised")
        + 'ex:zone a cg:Zone ; skos:prefLabel "港區"@zh-Hant .',
    )
    (hall,) = [work for work in cg.projects(own) if work.entity.label == "一號廠房"]
    assert [claim.object_text for claim in hall.sites] == ["港區"]


def test_the_works_of_a_chain_are_those_on_it_and_on_its_segments(tmp_path: Path) -> None:
    body = (
        FOUNDRY
        + claim("on", "ex:plant cg:worksIn ex:links", status="planned")
        + claim("has", "ex:chain cg:hasSegment ex:links", status="realised")
        + claim("mark", "ex:hall cg:landmarkOf ex:chain", status="realised")
        + """ex:links a cg:Segment ; skos:prefLabel "鏈環"@zh-Hant .
        ex:chain a cg:Chain ; skos:prefLabel "錨鏈產業鏈"@zh-Hant ."""
    )
    city = port_graph(tmp_path, body)
    assert {work.entity.label for work in cg.projects(city, "錨鏈產業鏈")} == {"錨鏈廠", "一號廠房"}
    (plant,) = cg.projects(city, "鏈環")
    assert [(claim.object_text, claim.status) for claim in plant.chains] == [("鏈環", "planned")]
    assert "參與 鏈環" in str(cg.projects(city, "鏈環"))


def test_who_builds_a_work_has_it_and_is_not_called_its_owner(tmp_path: Path) -> None:
    body = FOUNDRY.replace(claim("whose", "ex:owner cg:ownerOf ex:plant", status="realised"), "")
    (plant,) = cg.projects(
        port_graph(tmp_path, body + claim("builds", "ex:owner cg:develops ex:plant", status="realised")), "錨鏈公司"
    )
    assert ([claim.subject.label for claim in plant.developers], plant.owners) == (["錨鏈公司"], ())


def test_works_that_only_an_inference_gives_are_announced(tmp_path: Path) -> None:
    body = FOUNDRY.replace(claim("whose", "ex:owner cg:ownerOf ex:plant", status="realised"), "")
    city = port_graph(tmp_path, body + inferred_claim("guess", "ex:owner cg:ownerOf ex:plant"))
    answer = cg.projects(city, "錨鏈公司")
    assert (len(answer), answer.held_back) == (0, 1)
    assert str(answer).splitlines() == ["錨鏈公司：圖譜的來源沒有提到工程。另有推斷 1 條（--inferred）"]
    assert len(cg.projects(city, "錨鏈公司", inferred=True)) == 1
