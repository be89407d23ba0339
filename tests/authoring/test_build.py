"""The verb build on whole folders: what is proved, by what, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Statement, Verdict
from support.process import LANGUAGES
from support.sheets import CITIES, check, refusals, rows, sheets


@pytest.mark.parametrize("city", CITIES)
def test_a_text_proves_its_claims_in_either_script_and_in_english(tmp_path: Path, city: str) -> None:
    answer = check(sheets(tmp_path, city))
    assert answer.refused == ()
    assert {each.proof for each in answer.proved} == {"text"}
    assert [each.row for each in answer.proved] == list(range(2, answer.claims + 2))
    assert all(each.status == "realised" and each.basis in ("stated", "resolved") for each in answer.proved)
    assert all(each.positions and not each.assisted for each in answer.proved)


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"subject": "丙园区"}, "subject"),
        ({"object": "丙园区"}, ""),
        ({"subject": "甲公司", "object": "乙市"}, ""),
        ({"relation": "owns"}, "relation"),
        ({"relation": "located-in"}, ""),
        ({"status": "planned"}, "status"),
        ({"quote": "乙市扶持甲公司"}, "quote"),
        ({"relation": "has-output", "object": "210", "measure": "销售额", "unit": "亿元", "subject": "甲公司"}, ""),
        ({"relation": "has-output", "object": "120", "measure": "销售额", "unit": "万元", "subject": "甲公司"}, ""),
    ],
)
def test_what_the_text_does_not_say_is_refused(tmp_path: Path, changed: dict[str, str], column: str) -> None:
    answer = check(sheets(tmp_path, claims=rows({}, changed, columns=("subject", "relation", "object", "source"))))
    assert [each.row for each in answer.proved] == [2]
    assert [(each.table, each.row) for each in answer.refused] == [("claims.csv", 3)]
    assert column in ("", answer.refused[0].column)
    assert answer.refused[0].reason


def test_a_row_without_a_status_gets_that_of_the_text(tmp_path: Path) -> None:
    folder = sheets(tmp_path, claims=rows({}, {"subject": "甲公司", "relation": "builds", "object": "丙园区"}))
    (folder / "texts" / "news.txt").write_text("乙市新闻\n\n乙市支持甲公司。\n\n甲公司计划建设丙园区。\n", "utf-8")
    assert [(each.row, each.status) for each in check(folder).proved] == [(2, "realised"), (3, "planned")]


def test_without_its_text_a_claim_is_proved_by_its_quote_or_cited_only(tmp_path: Path) -> None:
    sources = "key,title\nnews,乙市新闻\n"
    park = {"subject": "甲公司", "relation": "located-in", "object": "丙园区"}
    claims = rows({"quote": "乙市支持甲公司"}, {**park, "quote": "甲公司与丙园区"}, {"object": "丙园区", "quote": ""})
    answer = check(sheets(tmp_path, sources=sources, claims=claims))
    assert [each.proof for each in answer.proved] == ["quotes", "citation", "citation"]
    assert answer.refused == ()
    assert [each.positions for each in answer.proved] == ["", "", ""]


def test_a_quote_is_proved_with_short_names_and_against_rivals(tmp_path: Path) -> None:
    things = "name,kind\n乙市,city\n庚辛精密机械有限公司,firm\n丙园区,zone\n壬市,city\n"
    for quote, proof in (("乙市支持庚辛精密机械", "quotes"), ("壬市支持庚辛精密机械", "citation")):
        claims = rows({"object": "庚辛精密机械有限公司", "quote": quote})
        answer = check(sheets(tmp_path, things=things, sources="key,title\nnews,乙市新闻\n", claims=claims))
        assert [each.proof for each in answer.proved] == [proof]


def test_a_claim_with_a_reason_is_inferred_and_needs_no_text(tmp_path: Path) -> None:
    claims = rows({"because": "同一集团", "subject": "丙园区"}, {"basis": "inferred", "because": ""})
    answer = check(sheets(tmp_path, claims=claims))
    assert [(each.proof, each.basis) for each in answer.proved] == [("none", "inferred")]
    assert [str(each) for each in answer.refused] == ["claims.csv:3 because: an inferred row needs its reason here"]


def test_words_of_a_person_go_to_the_proof_and_its_answer_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Statement] = []

    def helped(statement: Statement, reading: Reading) -> Verdict:
        said.append(statement)
        return Verdict(proved=True, basis="stated", assisted=True)

    monkeypatch.setattr("cityGraph.authoring.proving.prove", helped)
    words = {f"{part} words": part for part in ("subject", "relation", "object", "measure")}
    assert check(sheets(tmp_path, claims=rows(words))).proved[0].assisted
    one = said[0]
    assert (one.subject_words, one.relation_words, one.object_words, one.measure_words) == tuple(words.values())


def test_the_words_of_a_folder_say_a_relation(tmp_path: Path) -> None:
    folder = sheets(tmp_path, claims=rows({"subject": "丙园区"}))
    (folder / "texts" / "news.txt").write_text("乙市新闻\n\n丙园区照应甲公司。\n", "utf-8")
    assert len(refusals(folder)) == 1
    (folder / "words.csv").write_text("word,means,language\n照应,supports,zh\n", "utf-8")
    assert refusals(folder) == []


@pytest.mark.parametrize(
    ("means", "reason"),
    [
        ("negation", "the text denies this: 哑火"),
        ("傳聞", "the text reports this as hearsay: 哑火"),
        ("condition", "the text makes this depend on something: 哑火"),
        ("former", "the text says this of an earlier time: 哑火"),
        ("planned", "the text plans this: 哑火"),
        ("目标", "the text plans this: 哑火"),
    ],
)
def test_a_word_of_a_folder_gives_a_mood_that_refuses_a_fact(tmp_path: Path, means: str, reason: str) -> None:
    folder = sheets(tmp_path, claims=rows({"status": "fact"}))
    (folder / "texts" / "news.txt").write_text("乙市新闻\n\n乙市哑火支持甲公司。\n", "utf-8")
    assert refusals(folder) == []
    (folder / "words.csv").write_text(f"word,means\n哑火,{means}\n", "utf-8")
    assert refusals(folder) == [f"claims.csv:2 status: {reason}"]


def test_a_word_of_a_folder_that_plans_proves_a_plan_with_help(tmp_path: Path) -> None:
    folder = sheets(tmp_path, claims=rows({"status": "planned"}))
    (folder / "texts" / "news.txt").write_text("乙市新闻\n\n乙市心向往之支持甲公司。\n", "utf-8")
    assert refusals(folder) == ["claims.csv:2 status: no word here plans this; the text tells it as a fact"]
    (folder / "words.csv").write_text("word,means\n心向往之,规划\n", "utf-8")
    assert [(each.status, each.assisted) for each in check(folder).proved] == [("planned", True)]


def test_a_due_date_is_proved_beside_the_period(tmp_path: Path) -> None:
    text = "乙市新闻\n\n甲公司计划在2027年建成丙园区。\n"
    claim = {"subject": "甲公司", "relation": "builds", "object": "丙园区", "status": "planned"}
    folder = sheets(tmp_path, claims=rows({**claim, "due": "2027"}, {**claim, "due": "2028"}))
    (folder / "texts" / "news.txt").write_text(text, "utf-8")
    answer = check(folder)
    assert [each.row for each in answer.proved] == [2]
    assert [(each.row, each.column) for each in answer.refused] == [(3, "due")]


def test_with_a_period_the_due_date_is_proved_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dated(statement: Statement, reading: Reading) -> Verdict:
        said = statement.period in ("2024", "2027")
        return Verdict(proved=said, column="" if said else "period", basis="stated", reason="" if said else "no")

    monkeypatch.setattr("cityGraph.authoring.proving.prove", dated)
    claims = rows(
        {"period": "2024", "due": "2027"}, {"period": "2024", "due": "2028"}, {"period": "2023", "due": "2027"}
    )
    answer = check(sheets(tmp_path, claims=claims))
    assert [each.row for each in answer.proved] == [2]
    assert [(each.row, each.column) for each in answer.refused] == [(3, "due"), (4, "period")]


def test_a_narrower_relation_is_not_proved_by_the_plain_words_of_another(tmp_path: Path) -> None:
    # cg:supports is priority support; its local name is that of the plain words, which mean another relation.
    answer = check(sheets(tmp_path, claims=rows({"relation": "cg:supports"}, {"relation": "supports"})))
    assert [each.row for each in answer.proved] == [3]
    assert [(each.row, each.column) for each in answer.refused] == [(2, "relation")]


def test_another_paragraph_or_basis_than_that_of_the_proof_is_refused(tmp_path: Path) -> None:
    claims = rows({"paragraph": "2"}, {"paragraph": "3"}, {"basis": "stated"}, {"basis": "resolved"})
    answer = check(sheets(tmp_path, claims=claims))
    assert [each.row for each in answer.proved] == [2, 4]
    assert [(each.row, each.column, each.suggestion) for each in answer.refused] == [
        (3, "paragraph", "2"),
        (5, "basis", "stated"),
    ]


def test_every_refusal_is_listed_a_cause_before_what_it_spoils(tmp_path: Path) -> None:
    folder = sheets(
        tmp_path,
        things="name,kind,aliases\n乙市,city,\n甲公司,frim,\n丙园区,zone,\n",
        claims=rows({}, {"subject": "丙园", "object": "丙园区", "relation": "suports"}, {"source": "nws"}),
        city='name = "乙市"\n',
    )
    assert refusals(folder) == [
        "city.toml:1 id: the key id is missing",
        "things.csv:3 kind: no kind is called 'frim'; did you mean firm?",
        "claims.csv:2 object: row 3 of things.csv is refused",
        "claims.csv:3 subject: no row of things.csv is called '丙园'; did you mean 丙园区?",
        "claims.csv:3 relation: no relation is called 'suports'; did you mean supports?",
        "claims.csv:4 source: no row of sources.csv has the key 'nws'; did you mean news?",
        "claims.csv:4 object: row 3 of things.csv is refused",
    ]


def test_the_answer_has_the_keys_of_its_json(tmp_path: Path) -> None:
    answer = check(sheets(tmp_path, claims=rows({}, {"subject": "丙园区"}))).as_json()
    assert set(answer) == {"proved", "refused", "filled", "written"}
    assert set(answer["filled"][0]) == {"table", "row", "column", "value"}
    assert {"table", "row", "claim", "proof", "basis", "assisted"} <= set(answer["proved"][0])
    assert set(answer["refused"][0]) == {"table", "row", "column", "reason", "suggestion"}
    assert (answer["proved"][0]["table"], answer["proved"][0]["row"]) == ("claims.csv", 2)
    assert answer["proved"][0]["claim"] == "乙市 · supports · 甲公司"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_prints_as_in_the_shell(tmp_path: Path, language: str) -> None:
    printed = str(cg.build(sheets(tmp_path), check=True, language=language))
    assert "3" in printed
    assert ("接受" in printed) == (language != "en")


def test_a_language_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(cg.CityGraphError, match="No language"):
        cg.build(tmp_path, check=True, language="fr")


def test_checking_writes_nothing_and_gives_the_same_answer_twice(tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in sheets(tmp_path).rglob("*") if path.is_file()}
    assert check(tmp_path) == check(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
