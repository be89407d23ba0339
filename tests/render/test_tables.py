"""The answer of every verb as a table: one row for each row that its text prints, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import cityGraph as cg
from cityGraph.render.tables import table_of
from support.process import LANGUAGES
from support.rows import for_each
from support.spelling import CLASSICAL

ANSWERS: dict[str, Callable[[cg.CityGraph], Any]] = {
    "about": cg.about,
    "bridges": cg.bridges,
    "central": cg.central,
    "claims": cg.claims,
    "common": lambda city: cg.common(city, "太鋼", "太重"),
    "communities": cg.communities,
    "find": lambda city: cg.find(city, "tg"),
    "gaps": cg.gaps,
    "neighbors": lambda city: cg.neighbors(city, "太鋼", inferred=True),
    "paths": lambda city: cg.paths(city, "太鋼", "太重"),
    "projects": cg.projects,
    "schema": cg.schema,
    "schema of a kind": lambda city: cg.schema(city, "Firm"),
    "show": lambda city: cg.show(city, "太鋼"),
    "similar": lambda city: cg.similar(city, "太鋼"),
    "targets": cg.targets,
    "timeline": cg.timeline,
}


def rows(answer: Any, language: str = "zh-Hant") -> list[dict[str, Any]]:
    made = table_of(answer, language)
    return [dict(zip(made.columns, row, strict=True)) for row in made.rows]


@for_each("verb", ANSWERS)
def test_each_answer_is_a_table_whose_header_is_in_the_readers_language(city: cg.CityGraph, verb: str) -> None:
    answer = ANSWERS[verb](city)
    made = {language: table_of(answer, language) for language in LANGUAGES}
    assert len(list(made["en"].rows)) > 1
    assert len({each.columns for each in made.values()}) == 1
    for language, each in made.items():
        assert len(each.columns) == len(each.heads) == len({*each.heads})
        assert (" ".join((each.title, *each.heads)).isascii()) == (language == "en")
        assert not CLASSICAL.search(" ".join(each.heads))


def test_a_neighbor_is_one_row_with_all_that_its_text_says(city: cg.CityGraph) -> None:
    answer = cg.neighbors(city, "太鋼", inferred=True)
    found = rows(answer)
    assert [row["name"] for row in found] == [neighbor.label for neighbor in answer]
    (supports,) = [row for row in found if row["relation"] == "受…重點支持"]
    assert supports == {
        "via": "太鋼",
        "relation": "受…重點支持",
        "direction": "←",
        "name": "太原",
        "kind": "城市",
        "hops": 1,
        "status": "規劃",
        "basis": "補全",
        "proof": "原文為證",
        "notes": supports["notes"],
        "source": "山西日報 2025-03-27",
        "date": date(2025, 3, 27),
        "grade": "A",
        "paragraph": 13,
        "quote": "重點支持太鋼",
        "url": supports["url"],
        "iri": "https://w3id.org/citygraph/id/taiyuan/taiyuan",
    }
    assert "目的" in supports["notes"]
    assert supports["url"].startswith("http://sx.people.com.cn/")
    inferred = [row for row in found if row["basis"] == "推斷"]
    assert inferred
    assert all("推斷" in row["notes"] and row["quote"] is None for row in inferred)


def test_claims_have_typed_values_and_one_row_each(city: cg.CityGraph) -> None:
    answer = cg.claims(city, "太原2020年名次")
    found = rows(answer, "en")
    assert len(found) == len(answer)
    (rank,) = [row for row in found if row["object"] == 223]
    assert (rank["unit"], rank["status"], rank["basis"]) == ("名", "fact", "stated")


def test_targets_have_a_row_for_each_figure_with_what_is_missing(city: cg.CityGraph) -> None:
    answer = cg.targets(city)
    found = rows(answer)
    assert len(found) == sum(max(1, len(target.values)) for target in answer)
    (share,) = [row for row in found if row["target"] == "制造業佔比目標"]
    assert (share["whose"], share["value"], share["unit"], share["due"], share["lacking"]) == (
        "太原", 60, "%", "2025", "基期",
    )  # fmt: skip
    assert "60" in share["figure"]


def test_projects_have_the_rows_of_their_text_and_one_for_what_no_source_states(city: cg.CityGraph) -> None:
    answer = cg.projects(city)
    found = rows(answer)
    assert list(dict.fromkeys(row["iri"] for row in found)) == [work.entity.iri for work in answer]
    for work in answer:
        own = [row for row in found if row["iri"] == work.entity.iri]
        assert len([row for row in own if row["item"] == "來源沒有說明"]) == bool(work.unknown)
        assert sum(isinstance(row["value"], int | float) for row in own) == len(work.investments + work.figures)


def test_what_has_no_date_says_so_and_a_day_is_a_day(city: cg.CityGraph) -> None:
    days = [row["day"] for row in rows(cg.timeline(city), "en")]
    assert days[-1] == "undated"
    assert any(isinstance(day, date) for day in days)
    assert "1934" in days


def test_a_graph_without_claims_leaves_what_it_does_not_say_empty(tmp_path: Any) -> None:
    file = tmp_path / "plain.ttl"
    file.write_text(
        '@prefix f: <http://xmlns.com/foaf/0.1/> . <urn:a> f:name "Ada" ; f:knows <urn:b> . <urn:b> f:name "Bo" .'
    )
    (row,) = rows(cg.neighbors(cg.open(file), "Ada"))
    assert {row[key] for key in ("status", "basis", "notes", "source", "date", "grade", "quote", "url")} == {None}


def test_scores_have_rank_and_effect_only_where_they_were_asked_for(city: cg.CityGraph) -> None:
    assert "effect" not in table_of(cg.central(city), "en").columns
    found = rows(cg.central(city, plan_effect=True), "en")
    assert all(row["effect"] == pytest.approx(row["score"] - row["before"], abs=2e-6) for row in found)


def test_show_tells_what_a_term_means_what_a_claim_says_and_what_a_source_is(city: cg.CityGraph) -> None:
    term, claim, source = (
        {row["item"]: row["value"] for row in rows(cg.show(city, name))}
        for name in ("cg:Firm", "claim:taiyuan-supports-taigang", "本文")
    )
    assert term["說明"] == cg.show(city, "cg:Firm").definition
    assert claim["主張"] == "太原 重點支持 太鋼"
    assert source["出版者"] == "山西日報"
    assert int(source["主張"]) > 100
    assert not {"鄰居"} & {*term, *claim, *source}
