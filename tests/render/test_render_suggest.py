"""The text and the table of suggestions."""

from __future__ import annotations

import os

import pytest

from cityGraph.model.suggest import Suggested, SuggestedClaim, SuggestedThing
from cityGraph.render.suggest import suggested_text
from cityGraph.render.tables import table_of
from cityGraph.render.words_suggest import SUGGEST_WORDS
from support.process import LANGUAGES, columns, controls
from support.rows import for_each
from support.strange import STRANGE

PARK = SuggestedThing("东湾园区", "zone", ("园区",), "东湾园区开园。")
TIE = SuggestedClaim("明光集团", "located-in", "东湾园区", "realised", "news", "2", "明光集团位于东湾园区")
NUMBER = SuggestedClaim(
    "明光集团", "has-output", "12", "realised", "news", "2", "投资约12亿元", "投资", "亿元", "约", "2023"
)

AREA = SuggestedClaim(
    "Mill Park",
    "has-output",
    "120",
    "planned",
    "news",
    "3",
    "Mill Park will cover about 120 hectares",
    "area",
    "hectares",
    "about",
)


def test_the_text_shows_the_first_rows_and_how_many_there_are() -> None:
    told = suggested_text(Suggested("b", (PARK,) * 7, (TIE, NUMBER, AREA)), "en", 120)
    assert told.splitlines() == [
        f"7 things in b{os.sep}suggested-things.csv",
        *["  东湾园区 | 园区 (zone)"] * 5,
        "  … 2 more rows",
        f"3 claims in b{os.sep}suggested.csv, each proved by its text",
        "  明光集团 · located-in · 东湾园区 · fact “明光集团位于东湾园区”",
        "  明光集团 · has-output · 投资 约12亿元 · 2023 · fact “投资约12亿元”",
        "  Mill Park · has-output · area about 120 hectares · plan “Mill Park will cover about 120 hectares”",
        "Read each row beside its quote. Move what you accept to things.csv and claims.csv, things first.",
    ]


def test_the_parts_of_an_english_number_are_words() -> None:
    claim = NUMBER.replace(comparator="about", object="420", unit="people", measure="staff", quote="q", period="")
    assert "· staff about 420 people · fact “q”" in suggested_text(Suggested("b", (), (claim,)), "en", 120)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_is_said_in_each_language(language: str) -> None:
    told = suggested_text(Suggested("b", (), ()), language, 80).splitlines()
    assert len(told) == 2
    assert told[0] == SUGGEST_WORDS[language]["no_things"].format(file=os.path.join("b", "suggested-things.csv"))
    assert SUGGEST_WORDS[language].keys() == SUGGEST_WORDS["en"].keys()
    one = suggested_text(Suggested("b", (PARK,), (TIE,)), language, 40)
    assert max(map(columns, one.splitlines())) <= 40


@for_each("label", STRANGE)
def test_a_name_of_a_text_commands_no_terminal(label: str) -> None:
    thing = SuggestedThing(label, "zone", (label,))
    claim = TIE.replace(subject=label, quote=label)
    assert not controls(suggested_text(Suggested(label, (thing,), (claim,)), "en", 80).replace("\n", ""))


def test_a_row_of_the_table_is_a_claim_and_json_has_the_things_too() -> None:
    answer = Suggested("b", (PARK,), (NUMBER,), ("a note",))
    made = table_of(answer, "en")
    assert made.heads[:5] == ("subject", "relation", "object", "measure", "unit")
    assert list(made.rows) == [
        ("明光集团", "has-output", "12", "投资", "亿元", "约", "2023", "realised", "news", "2", "投资约12亿元")
    ]
    assert answer.as_json() == {"things": [PARK.as_json()], "claims": [NUMBER.cells]}
    assert PARK.cells == {"name": "东湾园区", "kind": "zone", "aliases": "园区", "note": "东湾园区开园。"}
