"""The answer of query, and the list of questions, as text."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.namespaces import PREFIXES, Prefixes, shorten
from cityGraph.render.query import answer_text, questions_json, questions_text
from cityGraph.render.words import WORDS
from support.nouns import FIRM, STRANGERS, check_text
from support.process import LANGUAGES, controls
from support.strange import ANY, quick, widths

TY = "https://w3id.org/citygraph/id/taiyuan/"
PREFIXED = Prefixes({**PREFIXES, "ty": TY})
WORKS = FIRM.replace(iri=f"{TY}works")


def uri(iri: str) -> cg.Term:
    return cg.Term("uri", iri)


def text(answer: cg.Answer, *known: cg.Entity, columns: int = 80, language: str = "en") -> str:
    return answer_text(
        answer, {thing.iri: thing for thing in known}, lambda iri: shorten(iri, PREFIXED), language, columns
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_is_one_word(language: str) -> None:
    words = WORDS[language]
    assert text(cg.Answer(verdict=True), language=language) == words["yes"] + "\n"
    assert text(cg.Answer(verdict=False), language=language) == words["no"] + "\n"


@quick
@given(ANY)
@example("\x1b[31m\u202e\x9b")
def test_a_graph_is_its_turtle_with_controls_written_as_escapes_of_turtle(label: str) -> None:
    shown = text(cg.Answer(turtle=f'<urn:a> <urn:b> "{label}" .\n'))
    assert controls(shown) <= {"\t"}  # by which Turtle is indented
    assert text(cg.Answer(turtle='<urn:a> <urn:b> "a\x1b" .\n')) == '<urn:a> <urn:b> "a\\U0000001B" .\n'


def test_a_table_has_labels_beside_curies_and_counts_its_rows() -> None:
    rows = ((uri(WORKS.iri), cg.Term("literal", "7")), (uri(f"{TY}other"), None), (cg.Term("bnode", "b1"), None))
    lines = text(cg.Answer(("who", "n"), rows), WORKS).splitlines()
    assert [line.split() for line in lines[:2]] == [["who", "n"], ["---------------", "-"]]
    assert lines[2:] == ["錨鏈廠 ty:works  7", "ty:other", "b1", "3 rows"]


def test_a_label_that_the_curie_is_already_is_not_repeated() -> None:
    assert "works ty:works" not in text(cg.Answer(("a",), ((uri(WORKS.iri),),)), WORKS.replace(label="works"))


def test_a_column_of_labels_beside_its_things_is_left_out() -> None:
    row = (uri(WORKS.iri), cg.Term("literal", "錨鏈廠"))
    assert text(cg.Answer(("who", "whoLabel"), (row,)), WORKS).splitlines()[0] == "who"
    # The label without its thing stays, and so does one before it.
    assert text(cg.Answer(("whoLabel",), ((row[1],),))).splitlines()[0] == "whoLabel"
    assert text(cg.Answer(("whoLabel", "who"), (row[::-1],)), WORKS).splitlines()[0].split() == ["whoLabel", "who"]


def test_a_table_that_is_too_wide_is_a_paragraph_for_each_row() -> None:
    rows = tuple((cg.Term("literal", "m" * 30), cg.Term("literal", str(at))) for at in range(2))
    answer = cg.Answer(("name", "n"), rows)
    wide, narrow = text(answer, columns=33), text(answer, columns=32)
    assert wide.splitlines()[2].split() == ["m" * 30, "0"]
    assert narrow.splitlines() == [
        *("name  " + "m" * 26, " " * 6 + "m" * 4, "n     0", ""),
        *("name  " + "m" * 26, " " * 6 + "m" * 4, "n     1", ""),
        "2 rows",
    ]


def test_an_answer_without_rows_or_variables_is_a_count() -> None:
    assert text(cg.Answer(("a",), ())).splitlines() == ["a", "-", "0 rows"]
    assert text(cg.Answer((), ((),))) == "1 row\n"


QUESTION = cg.Question(7, "who-leads", "Who leads {chain}?", "SELECT ?a {}", "chain", "光伏產業鏈")


def test_a_question_has_its_number_and_the_example_of_its_value() -> None:
    bare = cg.Question(12, "all", "Which chains are there?", "SELECT ?a {}")
    assert questions_text([QUESTION, bare], "en", 80).splitlines() == [
        "  7  Who leads {chain}? [光伏產業鏈]",
        " 12  Which chains are there?",
        "2 questions",
    ]
    first, second = questions_text([QUESTION], "en", 30).splitlines()[:2]
    assert (first, second) == ("  7  Who leads {chain}? [光伏", "     產業鏈]")
    assert questions_text([], "en", 80) == "0 questions\n"


def test_questions_as_json_are_a_list_of_what_each_gives() -> None:
    assert json.loads(questions_json([QUESTION.as_json()])) == [QUESTION.as_json()]
    assert "光伏" in questions_json([QUESTION.as_json()])


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
@example(40, "zh-Hant")
@example(120, "en")
def test_tables_of_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str) -> None:
    rows = tuple((uri(thing.iri), cg.Term("literal", thing.label)) for thing in STRANGERS)
    check_text(text(cg.Answer(("a", "b"), rows), *STRANGERS, columns=columns, language=language), columns)
    for thing, row in zip(STRANGERS, rows, strict=True):
        check_text(text(cg.Answer(("a", "b"), (row,)), thing, columns=columns, language=language), columns)
    asked = [cg.Question(1, "x", thing.label, "") for thing in STRANGERS]
    check_text(questions_text(asked, language, columns), columns)
