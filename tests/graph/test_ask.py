"""What is in the graph, and what may be asked of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cityGraph as cg
from support.process import citygraph


def test_about_counts_what_the_graph_holds(city: cg.CityGraph) -> None:
    summary = cg.about(city)
    claims = cg.claims(city, inferred=True)
    assert summary.claims == len(claims)
    assert sum(summary.status.values()) == sum(summary.relations.values()) == len(claims)
    assert summary.basis["inferred"] == sum(claim.basis == "inferred" for claim in claims)
    assert summary.triples == len(city.rdf)
    assert summary.entities == sum(summary.kinds.values())
    assert list(summary.kinds.values()) == sorted(summary.kinds.values(), reverse=True)


def test_about_is_the_same_on_every_engine_and_speaks_the_readers_language(engine: str) -> None:
    assert cg.about(cg.open(engine=engine, language="en")) == cg.about(cg.open(language="en"))
    assert "firm" in cg.about(cg.open(engine=engine, language="en")).kinds
    assert "企業" in cg.about(cg.open(engine=engine)).kinds


def test_about_an_empty_graph_is_nothing_but_the_ontology(tmp_path: object) -> None:
    file = Path(str(tmp_path)) / "empty.ttl"
    file.write_text("", "utf-8")
    summary = cg.about(cg.open(file))
    assert (summary.entities, summary.claims, summary.kinds, summary.status) == (0, 0, {}, {})
    assert summary.triples > 1000


def test_the_catalogue_speaks_three_languages() -> None:
    hant, hans, en = (cg.questions(language) for language in ("zh-Hant", "zh-Hans", "en"))
    assert len(hant) == len(hans) == len(en) >= 60
    assert [q.number for q in hant] == list(range(1, len(hant) + 1))
    assert hant[0].text.endswith("?")
    assert en[0].text.isascii() or "“" in en[0].text
    assert all(not q.text.startswith("#") for q in (*hant, *hans, *en))


def test_a_question_is_asked_by_its_number_or_its_name(city: cg.CityGraph) -> None:
    first = cg.questions()[0]
    assert cg.ask(city, 1) == cg.ask(city, "1") == cg.ask(city, first.name) == cg.query(city, first.query)


def test_a_parameter_takes_a_name_or_a_number(city: cg.CityGraph) -> None:
    open_ended = [q for q in cg.questions() if q.parameter]
    assert len(open_ended) >= 5
    by_name = next(q for q in open_ended if str(q.example).startswith("ty:"))
    assert cg.ask(city, by_name.number, by_name.example) == cg.ask(city, by_name.number)
    assert cg.ask(city, by_name.number, "太原") == cg.ask(city, by_name.number, "ty:taiyuan")
    by_number = next(q for q in open_ended if str(q.example).isdigit())
    assert cg.ask(city, by_number.number, "13") == cg.ask(city, by_number.number, "13")
    assert cg.ask(city, by_number.number, "16") != cg.ask(city, by_number.number, "13")


def test_what_is_no_question_or_takes_no_value_is_refused(city: cg.CityGraph) -> None:
    with pytest.raises(cg.NoSuchQuestion, match="no question 999"):
        cg.ask(city, 999)
    closed = next(q for q in cg.questions() if not q.parameter)
    with pytest.raises(cg.NoSuchQuestion, match="takes no value"):
        cg.ask(city, closed.number, "太鋼")
    with pytest.raises(cg.NameNotFound):
        cg.ask(city, next(q.number for q in cg.questions() if str(q.example).startswith("ty:")), "沒有此名")


def test_claims_of_a_paragraph_are_those_that_a_passage_of_it_says(city: cg.CityGraph) -> None:
    found = cg.claims(city, paragraph=16)
    assert {claim.relation.label for claim in found} == {"為龍頭", "重點支持"}
    assert all(any(p.paragraph == 16 for p in claim.evidence) for claim in found)
    assert len(found) == 12
    assert len(cg.claims(city, "晶科", paragraph=16)) == 1
    assert len(cg.claims(city, "晶科", paragraph=13)) == 0


def test_the_command_counts_and_asks() -> None:
    counted = json.loads(citygraph("about", "--format", "json").out)
    assert counted == cg.about(cg.open()).as_json()
    assert citygraph("about").out.startswith(f"{counted['entities']} 物")
    listed = json.loads(citygraph("ask", "--format", "json").out)
    assert listed == [question.as_json() for question in cg.questions()]
    assert citygraph("ask", "1").out.startswith(listed[0]["text"])
    assert citygraph("--lang", "en", "ask", "1").out.startswith(cg.questions("en")[0].text)
    assert json.loads(citygraph("ask", "1", "--format", "json").out) == cg.ask(cg.open(), 1).as_json()


def test_words_that_several_questions_have_list_them_and_words_of_none_are_refused() -> None:
    several = citygraph("ask", "爭取")
    assert several.status == 0
    assert several.out.count("\n") < len(cg.questions())
    for nothing in ("沒有這種問題", "999"):
        done = citygraph("ask", nothing)
        assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
        assert done.err.startswith("Error: no question")


def test_the_command_shows_a_paragraph() -> None:
    assert citygraph("claims", "--paragraph", "16").out.startswith("12 條主張")


def test_questions_are_found_by_words_of_any_language_and_by_number() -> None:
    assert [q.number for q in cg.questions("en", "7")] == [7]
    by_words = {q.number for q in cg.questions("en", "爭取")}
    assert by_words == {q.number for q in cg.questions("zh-Hans", "争取")} != set()
    first = cg.questions("en")[0]
    assert first.number in {q.number for q in cg.questions("zh-Hant", first.text)}
    assert cg.questions("en", "沒有這種問題") == cg.questions("en", "999") == ()
