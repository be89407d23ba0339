"""The answer of find as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.names.spelling import WAYS
from cityGraph.render.columns import width
from cityGraph.render.names import found_text
from cityGraph.render.words import WORDS
from support.nouns import FIRM, STRANGERS, ZONE, check_text
from support.process import LANGUAGES
from support.strange import widths


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_match_is_one_line_with_label_kind_name_and_how_it_matches(language: str) -> None:
    how = WORDS[language]["how"]
    answer = cg.Found(
        "錨", (cg.Match(FIRM, "錨鏈廠", "prefix"), cg.Match(ZONE.replace(kind_label=""), "錨地", "fuzzy"))
    )
    head, one, other = found_text(answer, language, 100).splitlines()
    assert head == WORDS[language]["found"].format(n=2, name="錨")
    matched = {way: WORDS[language]["matched"].format(how=how[way], name="{}") for way in ("prefix", "fuzzy")}
    name = "“錨地”" if language != "zh-Hant" else "錨地"
    # The name is the label, so it is not printed twice.
    assert one.split(None, 2) == ["錨鏈廠", "企業", how["prefix"]]
    # Without a label of its kind, the name of the kind.
    assert other.split(None, 2) == ["北港園區", "Zone", matched["fuzzy"].format(name)]
    ways = [(one, how["prefix"]), (other, how["fuzzy"])]
    assert len({width(line[: line.index(way)]) for line, way in ways}) == 1


def test_a_table_that_is_too_wide_is_one_line_a_match_without_columns() -> None:
    long = cg.Match(FIRM.replace(label="錨鏈廠" * 8), "錨鏈", "prefix")
    answer = cg.Found("錨", (long, cg.Match(FIRM, "錨鏈廠", "exact")))
    _, *wide, narrow = found_text(answer, "zh-Hant", 66).splitlines()
    assert "".join(line.strip() for line in wide).startswith(f"{'錨鏈廠' * 8} · 企業")
    assert wide[1].startswith("    ")
    assert narrow == f"  錨鏈廠 · 企業 · {WORDS['zh-Hant']['how']['exact']}"


def test_nothing_found_is_a_count_of_none_and_a_long_question_is_shortened() -> None:
    assert found_text(cg.Found("錨", ()), "en", 80) == WORDS["en"]["found"].format(n=0, name="錨") + "\n"
    assert len(found_text(cg.Found("錨" * 500, ()), "zh-Hant", 200)) < 100


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES), st.sampled_from(WAYS))
def test_matches_of_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str, how: str) -> None:
    matches = tuple(cg.Match(each, each.label, how) for each in STRANGERS)
    for asked in STRANGERS:
        check_text(found_text(cg.Found(asked.label, matches), language, columns), columns)
    for match in matches:
        check_text(found_text(cg.Found("", (match,)), language, columns), columns)
