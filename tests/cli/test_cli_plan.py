"""The commands targets, timeline and projects."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from support.process import CITY, ENGINES, LANGUAGES, answer, citygraph, columns, data, environment, refusal
from support.samples import HEAD, turtle, two_figures

VERBS = [
    ["targets"],
    ["targets", "惠科"],
    ["timeline"],
    ["timeline", "太原", "--from-year", "2025"],
    ["projects"],
    ["projects", "中來16GW高效電池項目", "--inferred"],
    ["targets", "太鋼"],
    ["timeline", "碳化硅單晶襯底"],
    ["projects", "太鋼"],
]


@pytest.mark.parametrize("arguments", VERBS, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_fit_the_terminal_and_show_no_bare_iri(arguments: list[str], language: str) -> None:
    for wide in ("40", "80"):
        text = answer("--lang", language, *arguments, env=environment(COLUMNS=wide))
        # Addresses are for copying: they stand unbroken, on lines of their own.
        body = [line for line in text.splitlines() if not re.fullmatch(r" +https?://\S+", line)]
        assert max(map(columns, body)) <= int(wide)
        assert "w3id.org" not in "".join(body)
        assert not re.search(r"\{\w*\}", text)


@pytest.mark.parametrize("arguments", [verb for verb in VERBS if "太鋼" in verb or "太原" in verb], ids=" ".join)
def test_both_engines_give_the_same_json(arguments: list[str]) -> None:
    one, other = (data("--engine", engine, *arguments) for engine in ENGINES)
    assert one == other


@pytest.mark.parametrize("verb", ["targets", "timeline", "projects"])
def test_every_row_says_its_status_and_where_it_says_so(verb: str) -> None:
    text = answer(verb)
    rows = re.findall(r"^  (?:事實|規劃|目標)  .*(?:\n {8,}.*)*", text, re.MULTILINE)
    assert len(rows) > 8
    for row in rows:
        assert re.search(r"「.+」\s+(本文 §\d+|\S.* [ABM])", re.sub(r"\n {6,}", " ", row)), row
    assert "〔補全〕一部分（如年份）取自同一來源的其他地方" in " ".join(text.split())


def test_targets_say_what_is_not_known_of_them() -> None:
    text = answer("targets")
    assert text.startswith("9 項目標 · 都沒有同口徑基期 · 另有推斷 1 條（--inferred）\n")
    assert "百億規模 100億" in text
    assert "未說明指標、單位、基期" in text
    assert "厚生、百信、錦波 等 · 1 項" in text
    assert "年限 2025〔補全〕 「今年,太原市將」 本文 §12 · 未說明基期" in text
    assert "at least 100 billion yuan" in " ".join(answer("--lang", "en", "targets").split())


def test_targets_in_json_keep_the_shape() -> None:
    found = data("targets")
    assert set(found) == {"entity", "targets", "held_back", "of", "followed"}
    shape = {"iri", "label", "kind", "subject", "indicator", "comparator", "value", "unit", "due", "status", "evidence"}
    assert all(shape <= set(target) for target in found["targets"])
    first = found["targets"][0]
    assert (first["comparator"], first["value"], first["unit"], first["due"]) == ("atLeast", "60", "percent", "2025")
    assert (first["status"], first["subject"]["label"]) == ("targeted", "太原")


def test_a_timeline_keeps_precision_and_puts_what_has_no_date_last() -> None:
    text = answer("timeline")
    assert re.search(r"^1950\n  事實  太重 成立於 1950", text, re.MULTILINE)
    assert "  規劃  2021-05 中來年產16GW高效單晶電池智能工廠項目 總投資 約56億元" in text
    assert "  事實  2021-07-01 厚生隔膜項目開工 → 厚生鋰電池隔膜項目 在建" in text
    assert text.index("\n2035\n") < text.index("\n日期不明\n") < text.index("厚生隔膜投產")
    found = data("timeline")
    assert {"date", "precision", "iri", "label", "kind", "status", "evidence"} <= set(found["events"][0])
    assert all(event["date"] is None for event in found["undated"])


def test_projects_say_stage_owner_site_and_investment_or_that_none_is_said() -> None:
    text = answer("projects", "厚生鋰電池隔膜項目")
    assert "— 投產 · 1 項工程 —" in text
    assert "主體 山西厚生新材料科技有限公司" in text
    assert "位於 陽曲工業園區" in text
    assert "未說明投資" in text
    inferred = answer("projects", "中來16GW高效電池項目", "--inferred")
    assert re.search(r"^  推斷  主體 山西中來光能電池科技有限公司", inferred, re.MULTILINE)


def test_nothing_there_is_a_sentence(tmp_path: Path) -> None:
    assert answer("targets", "太鋼") == "太鋼：圖譜的來源沒有提到目標。\n"
    none = "Shanxi Electric Motor: The sources in this graph mention no project.\n"
    assert answer("--lang", "en", "projects", "山西電機") == none
    file = tmp_path / "people.ttl"
    file.write_text('<urn:a> <http://xmlns.com/foaf/0.1/name> "甲" .', "utf-8")
    for verb in ("targets", "timeline", "projects"):
        assert answer("--from", str(file), verb).endswith("。\n")
        assert data("--from", str(file), verb)[{"timeline": "events"}.get(verb, verb)] == []
    assert answer("--from", str(file), "cite", "甲") == "甲：圖譜的來源都沒有提到它。\n"


def test_nothing_that_meets_the_conditions_is_another_sentence() -> None:
    total = len(data("projects")["projects"])
    assert answer("projects", "--status", "targeted") == f"沒有符合條件的結果（不設條件有 {total} 個）。\n"
    assert answer("timeline", "太鋼", "--from-year", "2030").startswith("太鋼：沒有符合條件的結果")
    nothing: dict[str, object] = {"entity": None, "projects": [], "held_back": 0, "of": total, "followed": []}
    assert data("projects", "--status", "targeted") == nothing


def test_sources_that_disagree_on_a_figure_are_told(tmp_path: Path) -> None:
    text = answer("--from", turtle(tmp_path, HEAD + two_figures()), "projects", "錨鏈廠")
    assert re.search(r"總投資 1.5億元.*\n.*來源說法不一，其他來源為：3億元", text)
    assert text.count("來源說法不一") == 2


def test_the_freight_of_one_stage_and_of_the_whole_do_not_contradict_each_other() -> None:
    text = answer("projects", "機場三期改擴建工程")
    assert "設計貨郵吞吐量 15萬噸" in text
    assert "設計貨郵吞吐量 30萬噸" in text
    assert "來源說法不一" not in text


ODD = """
ex:t a cg:Target ; skos:prefLabel "甲\\u001b[31m目標" .
ex:c1 a cg:Claim ; rdf:subject ex:t ; rdf:predicate cg:value ; rdf:object "NaN"^^xsd:decimal ;
    cg:status cg:targeted ; cg:basis cg:stated .
ex:c2 a cg:Claim ; rdf:subject ex:t ; rdf:predicate cg:due ; rdf:object "soon"^^xsd:gYear ;
    cg:status cg:wild ; cg:basis cg:odd .
ex:c3 a cg:Claim ; rdf:subject ex:t ; rdf:predicate cg:measuredBy ; rdf:object "text" ;
    cg:status cg:targeted ; cg:basis cg:stated .
ex:p a cg:Project .
ex:c4 a cg:Claim ; rdf:subject ex:e ; rdf:predicate cg:advances ; rdf:object ex:p ; cg:stage ex:odd ;
    cg:status cg:realised ; cg:basis cg:stated .
ex:c5 a cg:Claim ; rdf:subject ex:p ; rdf:predicate cg:totalInvestment ; rdf:object "1e400"^^xsd:decimal ;
    cg:status cg:realised ; cg:basis cg:stated ; cg:period "2022-99" .
ex:e a cg:Event .
ex:c6 a cg:Claim ; rdf:subject ex:e ; rdf:predicate cg:heldWith ; rdf:object ex:e ;
    cg:status cg:realised ; cg:basis cg:stated .
"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("verb", ["targets", "timeline", "projects"])
def test_odd_data_is_shown_as_it_stands(tmp_path: Path, engine: str, verb: str) -> None:
    prefix = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    graph = turtle(tmp_path, prefix + ODD)
    done = citygraph("--engine", engine, "--from", graph, verb)
    assert (done.status, done.err.count("\n")) == (0, 1)
    assert "Such values are shown as they are." in done.err
    text = done.out
    assert "\x1b" not in text
    shown = {"targets": "甲·[31m目標 NaN", "timeline": "e → p odd", "projects": "— odd · 1 項工程 —"}[verb]
    assert shown in text
    assert "0,000" not in text
    assert json.loads(citygraph("--engine", engine, "--from", graph, verb, "--format", "json").out)["of"] == 1


def test_any_city_has_a_plan() -> None:
    assert len(data("--from", CITY, "targets")["targets"]) == 9
    assert data("--from", CITY, "timeline", "--from-year", "2031")["events"]
    assert data("--from", CITY, "projects")["projects"]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["targets", "沒有這個"], 1, "Nothing in this graph is called"),
        (["timeline", "沒有這個"], 1, "Nothing in this graph is called"),
        (["projects", "沒有這個"], 1, "Nothing in this graph is called"),
        (["projects", "--kind", "龍"], 1, "Kinds in this graph: "),
        (
            ["timeline", "--from-year", "2026", "--to-year", "2025"],
            1,
            "The first year (2026) is after the last (2025). Swap --from-year and --to-year.",
        ),
        (["timeline", "--from-year", "soon"], 2, "'soon' is not a valid integer"),
        (["targets", "--status", "done"], 1, "No status is called 'done'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_answered_is_refused_in_one_line(arguments: list[str], status: int, told: str) -> None:
    assert told in refusal(citygraph(*arguments), status)


def test_a_table_says_on_stderr_whose_projects_it_lists() -> None:
    done = citygraph("projects", "晶科", "--format", "csv")
    assert done.status == 0
    assert "晶科56GW垂直一體化大基地" in done.out
    assert done.err == "Note: 「晶科」名下沒有；以下 2 項屬於晶科能源股份有限公司〔推斷〕\n"
    assert citygraph("projects", "晶科56GW垂直一體化大基地", "--format", "csv").err == ""
