"""The verbs questions and ask: the catalogue of questions and their answers."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg


def test_the_catalogue_speaks_three_languages() -> None:
    hant, hans, en = (cg.questions(language) for language in ("zh-Hant", "zh-Hans", "en"))
    assert len(hant) == len(hans) == len(en) >= 60
    assert [q.number for q in hant] == list(range(1, len(hant) + 1))
    assert hant[0].text.endswith("?")
    assert en[0].text.isascii() or "“" in en[0].text
    assert all(not q.text.startswith("#") for q in (*hant, *hans, *en))


def test_a_language_without_questions_of_its_own_gets_the_english_ones() -> None:
    assert cg.questions("de") == cg.questions("en")


def test_a_question_is_asked_by_its_number_or_its_name(city: cg.CityGraph) -> None:
    first = cg.questions(city=city)[0]
    assert cg.ask(city, 1) == cg.ask(city, "1") == cg.ask(city, first.name) == cg.query(city, first.query)


def test_a_parameter_takes_a_name_or_a_number(city: cg.CityGraph) -> None:
    open_ended = [q for q in cg.questions() if q.example]
    assert len(open_ended) >= 5
    by_name = next(q for q in open_ended if str(q.example).startswith("ty:"))
    assert cg.ask(city, by_name.number, by_name.example) == cg.ask(city, by_name.number)
    assert cg.ask(city, by_name.number, "太原") == cg.ask(city, by_name.number, "ty:taiyuan")
    by_number = next(q for q in open_ended if str(q.example).isdigit())
    assert cg.ask(city, by_number.number, "13") == cg.ask(city, by_number.number, "13")
    assert cg.ask(city, by_number.number, "16") != cg.ask(city, by_number.number, "13")


def test_what_is_no_question_or_takes_no_value_is_refused(city: cg.CityGraph) -> None:
    with pytest.raises(cg.NoSuchQuestion, match="No question has the number or name 999"):
        cg.ask(city, 999)
    closed = next(q for q in cg.questions() if not q.parameter)
    with pytest.raises(cg.NoSuchQuestion, match=f"Question {closed.number} takes no value"):
        cg.ask(city, closed.number, "太鋼")
    with pytest.raises(cg.NameNotFound):
        cg.ask(city, next(q.number for q in cg.questions() if str(q.example).startswith("ty:")), "沒有此名")


def test_questions_are_found_by_words_of_any_language_and_by_number() -> None:
    assert [q.number for q in cg.questions("en", "7")] == [7]
    by_words = {q.number for q in cg.questions("en", "爭取")}
    assert by_words == {q.number for q in cg.questions("zh-Hans", "争取")} != set()
    first = cg.questions("en")[0]
    assert first.number in {q.number for q in cg.questions("zh-Hant", first.text)}
    assert cg.questions("en", "沒有這種問題") == cg.questions("en", "999") == ()


def test_the_name_of_the_city_stands_in_the_questions(city: cg.CityGraph, fixture_city: cg.CityGraph) -> None:
    assert cg.questions("en", "1")[0].text == "What is the city positioned as?"
    assert [cg.questions(language, "1", city=city)[0].text for language in ("zh-Hant", "en")] == [
        "太原的發展定位是什麼?",
        "What is 太原 positioned as?",
    ]
    assert cg.questions(about="1", city=fixture_city)[0].text == "雲泊的發展定位是什麼?"
    assert not [q for q in cg.questions(city=fixture_city) if "{city}" in q.text or "$theCity" in q.query]


def test_each_question_is_about_the_city_of_the_graph_unless_another_is_named(
    city: cg.CityGraph, fixture_city: cg.CityGraph
) -> None:
    assert "five-harbours" in str(cg.ask(fixture_city, 1).rows)
    assert cg.ask(city, 1, "太原") == cg.ask(city, 1)
    assert cg.ask(city, 1, "忻州").rows == ()


def test_questions_about_the_packaged_city_are_for_its_graph_alone(
    city: cg.CityGraph, fixture_city: cg.CityGraph
) -> None:
    assert cg.questions(about="77", city=city)[0].number == 77
    assert cg.questions(about="77", city=cg.according_to(city, "article"))[0].number == 77
    assert cg.questions(about="77", city=fixture_city) == ()
    with pytest.raises(cg.NoSuchQuestion, match="No question has the number or name 77"):
        cg.ask(fixture_city, 77)


def test_a_graph_without_a_city_says_so(tmp_path: Path) -> None:
    file = tmp_path / "people.ttl"
    file.write_text('<urn:a> <http://xmlns.com/foaf/0.1/name> "甲" .', "utf-8")
    people = cg.open(file)
    assert cg.questions("en", "1", city=people)[0].text == "What is the city positioned as?"
    with pytest.raises(cg.CityGraphError, match="This graph has no city"):
        cg.ask(people, 1)
    assert cg.ask(people, 1, "甲").rows == ()
    assert cg.ask(people, 65).rows == ()
