"""The commands validate and gaps."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from support.paths import FIXTURE, ROOT
from support.process import CITY, LANGUAGES, answer, citygraph, columns, data, environment, refusal
from support.samples import CLAIM, COPIES, FIRMS, SOURCE, STATED, turtle

BECAUSE = 'cg:because "同名"@zh-Hant ; <http://purl.org/dc/terms/source> ex:paper'


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wide", ["40", "80", "120"])
def test_gaps_fit_the_terminal_in_every_language(language: str, wide: str) -> None:
    text = answer("--lang", language, "gaps", "--inferred", env=environment(COLUMNS=wide))
    assert max(map(columns, text.splitlines())) <= int(wide)
    assert not re.search(r"https?://|\w+:\w+-\w+", text)


def test_gaps_say_first_what_a_gap_is_and_count() -> None:
    lines = answer("gaps", "--kind", "Chain").splitlines()
    assert lines[0] == "「缺口」指圖譜的來源沒有說，不代表城市沒有。"
    assert re.fullmatch(r"產業鏈 \d+/\d+ · 鏈主 · 鏈主是誰？", lines[2])


def test_gaps_in_json() -> None:
    found = data("gaps", "--inferred")
    assert set(found) == {"gaps", "expected", "entity"}
    assert set(found["gaps"][0]) == {"iri", "label", "kind", "expects", "question", "filled", "unplaced"}
    assert sum(each["lacking"] for each in found["expected"]) == len(found["gaps"])
    assert any(gap["filled"] for gap in found["gaps"])
    one = data("gaps", "太鋼", "--inferred")
    assert one["entity"]["label"] == "太鋼"
    assert one["gaps"] == [gap for gap in found["gaps"] if gap["iri"] == one["entity"]["iri"]]


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
    assert told == "1 條主張 · 0 個問題\n由所給的文本證實：1 條\n"
    assert "--text SOURCE=FILE" in answer("--from", graph, "validate")
    assert answer("--lang", "en", "--from", graph, "validate").startswith("1 claim · 0 findings\nno text given: 1.")
    page.write_text("新聞\n\n甲離開乙。\n", "utf-8")
    done = citygraph("--from", graph, "validate", "--text", f"paper={page}")
    assert (done.status, done.out.count("the given text does not contain «甲位於乙»")) == (1, 1)
    assert "Paper" in refusal(citygraph("--from", graph, "validate", "--text", f"papyrus={page}"))


INFERRED = SOURCE + FIRMS + CLAIM + "cg:basis cg:inferred ; "
COPY = SOURCE.replace('cg:quality "B"', 'cg:quality "M" ; <https://schema.org/url> <https://example.com/>')
FAULTS = {
    "no grade": (SOURCE.replace(' ; cg:quality "B"', "") + FIRMS + STATED, "has a grade, or says that it is unknown"),
    "no such grade": (SOURCE.replace('"B"', '"C"') + FIRMS + STATED, "a source is graded A, B or M"),
    "unknown source": (FIRMS + STATED, "a passage is of one source that the graph describes"),
    "plain triple": (f"{INFERRED}{BECAUSE} . ex:one cg:sitedIn ex:two .", "plain-triple"),
    "no reason": (INFERRED + "<http://purl.org/dc/terms/source> ex:paper .", "an inferred claim needs a reason"),
    "no premise": (INFERRED + 'cg:because "同名"@zh-Hant .', "names the sources that it rests on"),
    "no name": (SOURCE + FIRMS + STATED.replace("甲位於乙", "某處"), "no quote names the subject"),
    "address": (COPY + FIRMS + STATED, "the address of a copy (M) is not given"),
    "no date": (SOURCE.replace("<http://purl.org/dc/terms/date> , ", "") + FIRMS + STATED, "its date is unknown"),
}


@pytest.mark.parametrize(("engine", "fault"), [*(("oxigraph", each) for each in FAULTS), ("rdflib", "no name")])
def test_a_fault_is_found_in_one_line(tmp_path: Path, engine: str, fault: str) -> None:
    body, told = FAULTS[fault]
    done = citygraph("--engine", engine, "--from", turtle(tmp_path, body), "validate")
    findings = [line for line in done.out.splitlines() if line.startswith(str(tmp_path))]
    assert (done.status, len(findings)) == (1, 1), done
    assert told in findings[0]


def test_validate_as_json_counts_and_lists() -> None:
    found = data("--from", CITY, "validate", "--text", str(FIXTURE / "article.txt"))
    assert found["findings"] == []
    assert found["claims"] == found["proved"] + found["unread"] + found["inferred"]
    assert found["proved"] > 0


def test_an_invalid_graph_is_told_on_stdout_line_by_line_and_exits_with_1() -> None:
    file = str(ROOT / "tests" / "fixtures" / "hygiene" / "idle-passage.ttl")
    done = citygraph("--from", file, "validate")
    assert done.status == 1
    assert re.fullmatch(r"Error: The graph breaks its own rules: \d+ findings?\.\n", done.err)
    assert done.out.startswith(f"{file}:6: ")
    found = json.loads(citygraph("--from", file, "validate", "--format", "json").out)["findings"][0]
    assert found.keys() >= {"rule", "message", "about", "label", "file", "line"}
    assert (found["file"], found["line"]) == (file, 6)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "article.txt: No such file"),
        ("雲泊:向海圖強".encode("gbk"), "article.txt:1: not UTF-8 (it may be GBK)"),
        ("另一篇文章\n\n太鋼。".encode(), "No source found for this text"),
        (b"", "No source found for this text"),
    ],
)
def test_a_text_that_is_of_no_source_is_refused(tmp_path: Path, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / "article.txt").write_bytes(content)
    assert says in refusal(citygraph("--from", CITY, "validate", "--text", "article.txt", cwd=tmp_path))


def test_the_shell_says_what_moved_and_ends_with_one_where_something_is_gone(
    tmp_path: object, fixture_text: str
) -> None:
    file = f"{tmp_path}/copy.txt"
    with open(file, "w", encoding="utf-8") as stream:
        stream.write("首頁\n" + COPIES["lost blank lines"](fixture_text))
    told = answer("--from", CITY, "validate", "--text", file)
    assert told.startswith("雲泊日報 2031-05-08：所給的文本不是計算位置用的那一份")
    assert re.search(r"(?m)^位置變動：\d+:\d+-\d+ → \d+:\d+-\d+ 「.+」$", told)
    with open(file, "w", encoding="utf-8") as stream:
        stream.write(fixture_text.replace("60%", "61%"))
    done = citygraph("--from", CITY, "validate", "--text", file)
    assert (done.status, done.err) == (1, "Error: The graph breaks its own rules: 3 findings.\n")
    assert done.out.count(": gone: the given text does not contain") == 3


# One language, one claim; the relation is the one that its text proves, or another.
OWN = """@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix ex: <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix oa: <http://www.w3.org/ns/oa#> .
ex:daily a cg:Source ; skos:prefLabel "日報"@zh-Hant ; dcterms:publisher "日報"@zh-Hant ; cg:quality "A" ;
  cg:unknown dcterms:date .
ex:bay a cg:City ; skos:prefLabel "雲泊"@zh-Hant ; cg:{relation} ex:firm .
ex:firm a cg:Firm ; skos:prefLabel "錨鏈廠"@zh-Hant .
ex:claim a cg:Claim ; rdf:subject ex:bay ; rdf:predicate cg:{relation} ; rdf:object ex:firm ; cg:status cg:planned ;
  cg:basis cg:stated ; cg:evidence [ a cg:Passage ; oa:hasSource ex:daily ; cg:phrase "雲泊將重點支持錨鏈廠" ] .
"""


@pytest.mark.parametrize(("relation", "statuses"), [("supports", (0, 0)), ("pushes", (0, 1))])
def test_only_strict_refuses_what_the_text_does_not_prove_and_a_missing_translation_is_no_error(
    tmp_path: Path, relation: str, statuses: tuple[int, int]
) -> None:
    (tmp_path / "own.ttl").write_text(OWN.replace("{relation}", relation), "utf-8")
    (tmp_path / "text.txt").write_text("今年,雲泊將重點支持錨鏈廠。\n", "utf-8")
    arguments = ["--from", "own.ttl", "validate", "--text", "daily=text.txt"]
    mild, strict = (citygraph(*arguments, *more, cwd=tmp_path) for more in ([], ["--strict"]))
    assert (mild.status, strict.status) == statuses
    assert mild.out == strict.out
    assert "prefLabel" in mild.out or "English" in mild.out
    assert ("雲泊 推動 錨鏈廠" in strict.out) == (relation == "pushes")
    assert strict.err == ("Error: The text given does not prove 1 claim.\n" if relation == "pushes" else "")
