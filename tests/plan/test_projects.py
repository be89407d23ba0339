"""The verb projects: works by stage, owner, site and investment."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import claim, port_graph


def test_works_go_from_what_is_meant_to_what_runs(city: cg.CityGraph) -> None:
    found = cg.projects(city)
    stages = [work.stage for work in found]
    reached = [stage for stage in stages if stage]
    assert list(dict.fromkeys(reached)) == ["groundBroken", "inProduction", "openToTraffic", "fullProduction"]
    first = [work.driven[0].relation.label for work in found if work.driven and not work.stage]
    assert list(dict.fromkeys(first)) == ["擬建", "爭取", "推動", "推進建設", "實施", "服務保障"]
    assert all(work.claims for work in found)
    kinds = {claim.subject.label for claim in cg.claims(city) if claim.subject.kind == "Project"}
    assert kinds <= {work.entity.label for work in found}


def test_the_start_of_a_part_is_no_stage_of_the_whole(city: cg.CityGraph) -> None:
    (whole,) = cg.projects(city, "太原惠科20萬噸電子銅箔項目")
    assert whole.stage is None
    assert [moment.entity.label for moment in whole.history] == ["惠科銅箔一期投產"]
    assert whole.unknown == ("stage", "owner")


def test_a_history_has_its_dates_and_says_where_there_is_none(city: cg.CityGraph) -> None:
    (work,) = cg.projects(city, "厚生鋰電池隔膜項目")
    assert [moment.date for moment in work.history] == ["2021-07-01", None]
    assert work.stage == "inProduction"
    assert [claim.subject.label for claim in work.owners] == ["山西厚生新材料科技有限公司"]


def test_what_is_inferred_is_held_back_and_counted(city: cg.CityGraph) -> None:
    held = cg.projects(city, "中來16GW高效電池項目")
    assert (held[0].owners, held.held_back) == ((), 2)
    shown = cg.projects(city, "中來16GW高效電池項目", inferred=True)
    assert shown.held_back == 0
    assert [claim.basis for claim in shown[0].owners] == ["inferred"]


def test_the_status_of_a_work_is_that_of_its_place_in_the_pipeline(city: cg.CityGraph) -> None:
    by_status = {status: cg.projects(city, statuses=[status]) for status in ("realised", "planned", "targeted")}
    assert sum(map(len, by_status.values())) == len(cg.projects(city)) == by_status["targeted"].total
    assert all(work.stage or not work.driven for work in by_status["realised"])
    # What is left out by status is no gap: the site that is planned stays beside the stage that was reached.
    road = next(work for work in by_status["realised"] if work.entity.label.startswith("古交—婁煩"))
    assert [claim.status for claim in road.sites] == ["planned"] * 3


def test_works_of_an_owner_a_site_and_a_kind(city: cg.CityGraph) -> None:
    assert {work.entity.label for work in cg.projects(city, "陽曲工業園區")} == {
        "年產60萬噸高性能玻璃纖維智能制造項目",
        "厚生鋰電池隔膜項目",
        "一號生產線",
    }
    jinko = cg.projects(city, "晶科能源股份有限公司")
    assert {work.entity.label for work in jinko} == {"晶科56GW垂直一體化大基地", "晶科基地一期"}
    assert {work.entity.kind for work in cg.projects(city, kinds=["線路"])} == {"Route"}
    with pytest.raises(cg.CityGraphError, match="Kinds here: Facility, Project, Route"):
        cg.projects(city, kinds=["Dragon"])


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
