"""The shell on sources and gaps: `--source` under every verb, `gaps`, a page given to `validate`; real processes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.process import CITY, ENGINES, LANGUAGES, answer, citygraph, columns, data, environment, refusal
from support.samples import CLAIM, FIRMS, SOURCE, STATED, turtle

BECAUSE = 'cg:because "同名"@zh-Hant ; <http://purl.org/dc/terms/source> ex:paper'


@pytest.mark.parametrize(
    "arguments",
    [
        ["neighbors", "太鋼"],
        ["claims", "太鋼"],
        ["gaps"],
        ["about"],
        ["ask", "95"],
        ["validate"],
        ["query", "SELECT DISTINCT ?source { ?passage oa:hasSource ?source }"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_verb_takes_a_source(arguments: list[str]) -> None:
    alone = answer(*arguments, "--source", "article")
    assert alone != answer(*arguments)
    assert not re.search(r"日期未載|中國日報|dtm\.com", alone)


@pytest.mark.parametrize("engine", ENGINES)
def test_sources_may_be_given_again(engine: str) -> None:
    found = data("--engine", engine, "about", "--source", "article", "--source", "新華社")
    assert set(found["sources"]) == {"山西日報 2025-03-27", "新華社 2024-04-11"}


@pytest.mark.parametrize("verb", [["neighbors", "太鋼"], ["query", "ASK {}"], ["gaps"]], ids=lambda verb: verb[0])
def test_an_unknown_source_is_refused_with_the_nearest(verb: list[str]) -> None:
    assert "中宏網" in refusal(citygraph(*verb, "--source", "中宏"))


def test_a_line_of_another_source_names_it_with_its_date_and_its_grade() -> None:
    lines = answer("neighbors", "太鋼").splitlines()
    assert any(line.endswith("dtm.com.cn 2025-12 B") for line in lines)
    assert any(line.endswith("出處未載 日期未載 M") for line in lines)
    assert any(line.endswith("本文 §13") for line in lines)


def test_an_inference_names_what_it_rests_on() -> None:
    assert "(據eeju.com2022-03-10)" in re.sub(r"\s", "", answer("neighbors", "太鋼", "--inferred"))


def test_sources_that_disagree_both_stand_and_it_is_said() -> None:
    text = answer("claims", "機場三期改擴建工程")
    assert re.search(r"150 000 噸\n.*\n.*\n? *.*來源不一,他處作:300 000 噸", text)
    assert text.count("來源不一") == 2
    assert "sources differ; elsewhere: 150 000 t" in answer("--lang", "en", "claims", "機場三期改擴建工程")


def test_evidence_in_json_tells_of_its_source() -> None:
    found = data("claims", "太鋼")
    evidence = [each for claim in found["claims"] for each in claim["evidence"]]
    assert {each["quality"] for each in evidence} == {"A", "B", "M"}
    assert {each["date"] for each in evidence} >= {None, "2025-12", "2025-03-27"}
    assert all(each["url"] is None for each in evidence if each["quality"] == "M")
    inferred = data("claims", "太鋼", "--inferred")["claims"]
    assert all(claim["sources"] for claim in inferred)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wide", ["40", "80", "120"])
def test_gaps_fit_the_terminal_in_every_language(language: str, wide: str) -> None:
    text = answer("--lang", language, "gaps", "--inferred", env=environment(COLUMNS=wide))
    assert max(map(columns, text.splitlines())) <= int(wide)
    assert not re.search(r"https?://|\w+:\w+-\w+", text)


def test_gaps_say_first_what_a_gap_is_and_count() -> None:
    lines = answer("gaps", "--kind", "Chain").splitlines()
    assert lines[0] == "「缺口」= 所收來源沒有說,不等於城市沒有。"
    assert re.fullmatch(r"產業鏈 \d+/\d+ · 鏈主 · 鏈主是誰\?", lines[2])


def test_gaps_in_json() -> None:
    found = data("gaps", "--inferred")
    assert set(found) == {"gaps", "expected"}
    assert set(found["gaps"][0]) == {"iri", "label", "kind", "expects", "question", "filled"}
    assert sum(each["lacking"] for each in found["expected"]) == len(found["gaps"])
    assert any(gap["filled"] for gap in found["gaps"])


def test_gaps_of_any_city(tmp_path: Path) -> None:
    assert data("--from", CITY, "gaps")["gaps"]
    assert "0 " not in answer("--from", turtle(tmp_path, SOURCE), "gaps")


def test_a_kind_of_which_nothing_is_expected_is_refused() -> None:
    assert "Chain" in refusal(citygraph("gaps", "--kind", "人"))


def test_a_page_is_given_to_its_source(tmp_path: Path) -> None:
    graph = turtle(tmp_path, SOURCE + FIRMS + STATED)
    page = tmp_path / "page.txt"
    page.write_text("新聞\n\n甲位於乙。\n", "utf-8")
    told = answer("--from", graph, "validate", "--text", f"paper={page}")
    assert told.startswith("1 claims: 1 proved by the text given, 0 of sources")
    assert "give the page as --text SOURCE=FILE" in answer("--from", graph, "validate")
    page.write_text("新聞\n\n甲離開乙。\n", "utf-8")
    done = citygraph("--from", graph, "validate", "--text", f"paper={page}")
    assert (done.status, done.out.count("the text has nowhere «甲位於乙»")) == (1, 1)
    assert "Paper" in refusal(citygraph("--from", graph, "validate", "--text", f"papyrus={page}"))


INFERRED = SOURCE + FIRMS + CLAIM + "cg:basis cg:inferred ; "
COPY = SOURCE.replace('cg:quality "B"', 'cg:quality "M" ; <https://schema.org/url> <https://example.com/>')
FAULTS = {
    "no grade": (SOURCE.replace(' ; cg:quality "B"', "") + FIRMS + STATED, "a source is graded A, B or M"),
    "no such grade": (SOURCE.replace('"B"', '"C"') + FIRMS + STATED, "a source is graded A, B or M"),
    "unknown source": (FIRMS + STATED, "a passage is of one source that the graph describes"),
    "plain triple": (f"{INFERRED}{BECAUSE} . ex:one cg:sitedIn ex:two .", "plain-triple"),
    "no reason": (INFERRED + "<http://purl.org/dc/terms/source> ex:paper .", "must say why"),
    "no premise": (INFERRED + 'cg:because "同名"@zh-Hant .', "names the sources that it rests on"),
    "no name": (SOURCE + FIRMS + STATED.replace("甲位於乙", "某處"), "no phrase names the subject"),
    "address": (COPY + FIRMS + STATED, "the address of a copy (M) is not given"),
    "no date": (SOURCE.replace("<http://purl.org/dc/terms/date> , ", "") + FIRMS + STATED, "its date is unknown"),
}


@pytest.mark.parametrize(("body", "told"), FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_fault_is_found_in_one_line(tmp_path: Path, engine: str, body: str, told: str) -> None:
    done = citygraph("--engine", engine, "--from", turtle(tmp_path, body), "validate")
    findings = [line for line in done.out.splitlines() if line.startswith(str(tmp_path))]
    assert (done.status, len(findings)) == (1, 1), done
    assert told in findings[0]


def test_what_is_asked_of_a_source_is_what_is_asked_of_the_whole(tmp_path: Path) -> None:
    graph = turtle(tmp_path, SOURCE + FIRMS + STATED)
    asked = [data("--from", graph, "claims", "甲", *more) for more in ([], ["--source", "報"])]
    assert asked[0] == asked[1]
