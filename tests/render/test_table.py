"""The cells that many tables share."""

from __future__ import annotations

from datetime import date

from cityGraph.render.table import EVIDENCE, SAID, Table, evidence_cells, said_cells, table
from cityGraph.render.table_words import HEADS, PLACE, ROWS, TITLES
from cityGraph.store.city import LANGUAGES
from support.nouns import article, claim, passage, qualifier
from support.spelling import CLASSICAL


def test_one_passage_has_a_typed_date_and_paragraph() -> None:
    found = dict(zip(EVIDENCE, evidence_cells([article("言")]), strict=True))
    assert (found["source"], found["date"], found["paragraph"]) == ("灣報 2031-05-09", date(2031, 5, 9), 3)
    assert (found["quote"], found["grade"]) == ("言", None)
    assert evidence_cells([]) == (None,) * len(EVIDENCE)


def test_what_several_sources_say_stands_in_the_same_order_in_each_cell() -> None:
    found = dict(zip(EVIDENCE, evidence_cells([article("甲"), passage("乙", None), passage("丙", 7)]), strict=True))
    assert found["source"] == "灣報 2031-05-09 | 港報 | 港報"
    assert found["date"] == "2031-05-09 | — | —"
    assert found["grade"] == "— | B | B"
    assert found["paragraph"] == "3 | — | 7"
    assert found["quote"] == "甲 | 乙 | 丙"
    assert str(found["url"]).startswith("https://example.org/b")


def test_two_quotes_of_one_source_name_it_once() -> None:
    found = dict(zip(EVIDENCE, evidence_cells([article("甲"), article("乙", 9)]), strict=True))
    assert (found["source"], found["date"]) == ("灣報 2031-05-09", date(2031, 5, 9))
    assert (found["paragraph"], found["quote"]) == ("3 | 9", "甲 | 乙")


def test_status_basis_proof_and_notes_are_words_and_what_is_not_said_is_empty() -> None:
    said = claim(qualifiers=(qualifier("purpose", "目的", "擴建"), qualifier("unit", "單位", "元")), proof="quotes")
    assert said_cells(said, "zh-Hant", "附記")[:4] == ("規劃", "明載", "引文為證", "目的：擴建 · 附記")
    assert said_cells(claim(status="", basis=""), "en") == (None,) * len(SAID)


def test_headers_are_complete_and_differ_within_a_language() -> None:
    made = table("claims", tuple(HEADS), [], "en")
    assert isinstance(made, Table)
    for words in (HEADS, TITLES, ROWS):
        for each in words.values():
            assert len(each) == len(LANGUAGES) == len(PLACE)
            assert each[PLACE["en"]].isascii()
            assert not CLASSICAL.search("".join(each[:2]))
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for each in TITLES.values() for title in each)
