"""The answer of about as text: what is counted, on one screen, and what to ask next."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.names.entities import example_names
from cityGraph.render.about import about_text
from cityGraph.render.columns import width
from cityGraph.render.words import WORDS
from support.nouns import STRANGERS, check_text
from support.process import LANGUAGES, answer
from support.strange import widths

COUNTED = cg.About(
    70, 9, 5, {"Firm": 3}, {}, {"港報": 4}, {"planned": 3, "odd": 2}, {"stated": 5}, {"quotes": 4, "none": 1}
)


def test_each_heading_that_counts_something_has_a_paragraph() -> None:
    words = WORDS["en"]
    lines = about_text(COUNTED, "en", 160, full=True).splitlines()
    assert lines[0] == "9 entities · 5 claims · 70 triples"
    one = about_text(COUNTED.replace(entities=1, claims=1, triples=1), "en", 160)
    assert one.startswith("1 entity · 1 claim · 1 triple\n")
    assert words["claim_is"].startswith(lines[1])
    told = dict(line.split(None, 1) for line in lines[-5:])
    assert told == {
        "status": "plan 3 · odd 2",
        "basis": "stated 5",
        "proof": "proved by its quotes 4 · none (inferred) 1",
        "sources": "港報 4",
        "kinds": "Firm 3",
    }


def test_in_short_only_the_largest_counts_are_listed_and_in_full_all() -> None:
    many = COUNTED.replace(kinds={f"Kind{n}": 90 - n for n in range(60)})
    short, full = (about_text(many, "en", 80, full=each) for each in (False, True))
    assert "60 in all: Kind0 90 · Kind1 89 · Kind2 88 · …" in short
    assert "Kind3" not in short
    assert "Kind59 31" in full
    assert "citygraph" not in full


def test_without_names_the_commands_need_none() -> None:
    text = about_text(COUNTED, "en", 80, command="citygraph --from a.ttl")
    assert "citygraph --from a.ttl central" in text
    assert "NAME" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_city_fits_one_screen(language: str) -> None:
    with cg.open(language=language) as city:
        found = cg.about(city)
        lines = about_text(found, language, 80, command="citygraph --lang en", names=example_names(city)).splitlines()
    assert len(lines) <= 24
    assert max(map(width, lines)) <= 80
    # The counts agree: each claim has one status and one basis, each thing one kind.
    assert sum(found.status.values()) == sum(found.basis.values()) == found.claims
    assert sum(found.kinds.values()) == found.entities


def test_each_command_that_it_shows_is_answered() -> None:
    shown = [line.split("  ")[1] for line in answer("about").splitlines() if line.startswith("  citygraph ")]
    assert len(shown) == 6
    for command in shown:
        assert answer(*command.split()[1:])


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
@example(40, "zh-Hant")
@example(120, "en")
def test_counts_of_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str) -> None:
    counts = {each.label: 2 for each in STRANGERS}
    for full in (False, True):
        strange = cg.About(1, 2, 3, counts, counts, counts, counts, counts, counts)
        check_text(about_text(strange, language, columns, full=full), columns)
