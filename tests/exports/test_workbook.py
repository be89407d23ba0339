"""The sheets of the workbook, and that they agree with the answers of the commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cityGraph as cg
from cityGraph.exports.workbook import sheets
from cityGraph.render.table import Table
from support.process import LANGUAGES
from support.samples import FIRMS, SOURCE, STATED, turtle

ENGLISH = (
    *("Read me", "Claims", "Relations", "Targets", "Observations"),
    *("Projects", "Timeline", "Gaps", "Sources", "Entities"),
)


def by_title(found: cg.Export) -> dict[str, Table]:
    return {sheet.title: sheet._replace(rows=list(sheet.rows)) for sheet in found.sheets()}


def column(sheet: Table, key: str) -> list[object]:
    return [row[sheet.columns.index(key)] for row in sheet.rows]


@pytest.mark.parametrize(
    ("language", "titles", "statuses"),
    [
        (
            "zh-Hant",
            ["說明", "主張", "關係", "目標", "觀測值", "工程", "大事", "缺口", "來源", "事物"],
            {"事實", "規劃", "目標"},
        ),
        (
            "zh-Hans",
            ["说明", "主张", "关系", "目标", "观测值", "工程", "大事", "缺口", "来源", "事物"],
            {"事实", "规划", "目标"},
        ),
        (
            "en",
            [*ENGLISH],
            {"fact", "plan", "target"},
        ),
    ],
)
def test_the_workbook_speaks_the_language_of_the_graph_and_agrees_with_the_commands(
    language: str, titles: list[str], statuses: set[str]
) -> None:
    city = cg.open(language=language)
    found = by_title(cg.export(city))
    assert list(found) == titles
    _, claims, relations, targets, observations, projects, timeline, gaps, sources, entities = found.values()
    assert set(column(claims, "status")) == set(column(relations, "status")) == statuses
    assert set(column(targets, "iri")) == {target.iri for target in (each.entity for each in cg.targets(city))}
    assert not set(column(observations, "iri")) & set(column(targets, "iri"))
    assert len(list(observations.rows)) > 10
    assert set(column(projects, "iri")) == {work.entity.iri for work in cg.projects(city)}
    dated = cg.timeline(city)
    assert len(list(timeline.rows)) == len(dated.events) + len(dated.undated)
    assert len(list(gaps.rows)) == len(cg.gaps(city))
    assert sum(isinstance(n, int) and n > 0 for n in column(sources, "claims")) == len(cg.about(city).sources)
    assert len(list(entities.rows)) == len(cg.export(city).entities)


def test_the_first_sheet_says_what_is_in_the_others(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼", inferred=True)
    readme, *others = found.sheets()
    said: dict[Any, Any] = {row[0]: row[1] for row in readme.rows}
    counts = cg.claims(city, "太鋼", inferred=True)
    assert said["範圍"] == "只列與太鋼有關的主張"
    assert str(said["數量"]).startswith(f"{len(counts)} 條主張、{len(found.entities)} 個事物、")
    assert f"推斷 {sum(claim.basis == 'inferred' for claim in counts)}" in str(said["依據"])
    assert said["授權"] == "https://creativecommons.org/licenses/by/4.0/"
    assert str(said["數據截至"]).startswith(max(p.date for claim in counts for p in claim.evidence if p.date))
    for sheet in others:
        assert str(said[sheet.title]).endswith(f"共 {len(list(sheet.rows))} 行。"), sheet.title
    assert {"事實", "規劃", "明載", "補全", "推斷", "A 級", "M 級"} <= said.keys()


def test_a_filter_keeps_from_the_plan_what_rests_on_the_claims_left(city: cg.CityGraph) -> None:
    found = by_title(cg.export(city, statuses=["realised"]))
    assert "目標" not in found
    assert set(column(found["主張"], "status")) == {"事實"}
    assert ("範圍", "只列符合條件的主張") in list(found["說明"].rows)
    assert 0 < len(list(found["工程"].rows)) < len(list(by_title(cg.export(city))["工程"].rows))


def test_a_graph_without_claims_gets_no_words_that_it_does_not_need(tmp_path: Path) -> None:
    file = tmp_path / "plain.ttl"
    file.write_text(
        '@prefix f: <http://xmlns.com/foaf/0.1/> . <urn:a> f:name "Ada" ; f:knows <urn:b> . <urn:b> f:name "Bo" .'
    )
    found = by_title(cg.export(cg.open(file, language="en")))
    assert list(found) == ["Read me", "Claims", "Relations", "Entities"]
    assert column(found["Relations"], "status") == [None]
    assert {"fact", "Licence", "As of", "status"} & {row[0] for row in found["Read me"].rows} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_has_a_header_for_each_column(tmp_path: Path, language: str) -> None:
    city = cg.open(turtle(tmp_path, SOURCE + FIRMS + STATED), language=language)
    found = cg.export(city)
    for sheet in sheets(city, found.entities, found.claims, (), narrowed=False):
        assert len(sheet.columns) == len(sheet.heads) == len({*sheet.heads})
        assert all(len(row) == len(sheet.heads) for row in sheet.rows)


def test_columns_that_only_inferred_claims_fill_are_there_with_them_alone(city: cg.CityGraph) -> None:
    without, with_them = by_title(cg.export(city)), by_title(cg.export(city, inferred=True))
    for title, key in (("主張", "because"), ("關係", "because"), ("缺口", "suggested")):
        assert key not in without[title].columns
        assert any(column(with_them[title], key))
    term = ("推斷", "沒有列入。要列入，加 --inferred。")
    assert (term in without["說明"].rows, term in with_them["說明"].rows) == (True, False)
    for sheet in without.values():
        assert {len(row) for row in sheet.rows} == {len(sheet.columns)} == {len(sheet.heads)}
