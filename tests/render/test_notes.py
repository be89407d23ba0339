"""The notes below a row: qualifiers, others of a list, the reason of an inference."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.render.notes import neighbor_notes, note_lines, qualifier_notes, reason_notes
from cityGraph.render.words import WORDS
from support.nouns import CITY, FIRM, SITED, ZONE, claim, qualifier
from support.process import LANGUAGES, columns, controls
from support.rows import for_each
from support.strange import STRANGE

ZH, EN = WORDS["zh-Hant"], WORDS["en"]


def test_qualifiers_are_one_note_without_what_the_row_shows_already() -> None:
    several = [qualifier(name, f"{name}之名", "甲") for name in ("unit", "purpose", "comparator", "level", "openList")]
    assert list(qualifier_notes(several, ZH)) == ["purpose之名：甲 · level之名：甲"]
    assert list(qualifier_notes(several, EN)) == ["purpose之名: 甲 · level之名: 甲"]
    assert list(qualifier_notes(several[:1], ZH)) == []
    assert list(qualifier_notes([], ZH)) == []


def test_only_an_inference_has_a_reason_with_the_sources_that_it_rests_on() -> None:
    assert list(reason_notes(claim(), ZH)) == []
    reasoned = claim(basis="inferred", because="同在一地")
    assert list(reason_notes(reasoned, ZH)) == [f"{ZH['because']}同在一地"]
    (note,) = reason_notes(reasoned.replace(rests_on=(ZONE, CITY)), ZH)
    assert note == f"{ZH['because']}同在一地" + ZH["rests"].format(on=f"北港園區{ZH['comma']}雲泊")


def test_the_notes_of_a_neighbor_are_qualifiers_then_others_of_its_list_then_the_reason() -> None:
    near = cg.Neighbor(
        FIRM,
        SITED,
        "out",
        1,
        "realised",
        "inferred",
        CITY,
        qualifiers=(qualifier("level", "級", "省級"),),
        mates=(ZONE, CITY),
        because="同在一地",
    )
    assert list(neighbor_notes(near, EN)) == ["級: 省級", EN["mates"] + "北港園區, 雲泊", EN["because"] + "同在一地"]
    assert list(neighbor_notes(near.replace(qualifiers=(), mates=(), because=None), EN)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_stand_on_one_line_where_they_fit_and_on_lines_of_their_own_elsewhere(language: str) -> None:
    indent = 2 + max(map(columns, WORDS[language]["status"])) + 4
    assert list(note_lines(["甲", "乙"], language, indent + 7)) == [" " * indent + "甲 · 乙"]
    assert list(note_lines(["甲", "乙"], language, indent + 6)) == [" " * indent + "甲", " " * indent + "乙"]
    assert list(note_lines(["甲乙丙"], language, indent + 4)) == [" " * indent + "甲乙", " " * indent + "丙"]
    assert list(note_lines([], language, 80)) == []


@for_each("text", STRANGE)
def test_no_text_of_the_data_commands_a_terminal_in_a_note(text: str) -> None:
    thing = cg.Entity("urn:a", text, "Firm", text)
    strange = claim(basis="inferred", because=text, qualifiers=(cg.Qualifier("level", text, text, text),))
    notes = [*qualifier_notes(strange.qualifiers, ZH), *reason_notes(strange.replace(rests_on=(thing,)), ZH)]
    assert not controls("".join(notes))
    assert not any("\n" in note for note in notes)
