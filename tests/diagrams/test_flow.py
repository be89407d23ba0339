"""Names flow in lines: none is broken off, none leaves the room, and a heading stays with what it is for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cityGraph.diagrams.flow import Piece, draw_flow, flow_height, placed
from cityGraph.diagrams.fonts import SVG
from cityGraph.diagrams.scene import Row
from cityGraph.diagrams.sheet import LEADING, Sheet
from cityGraph.model.claim import Entity

FIRM = Entity("urn:firm", "企業", "Firm", "企業")


def test_pieces_fill_a_line_and_then_the_next() -> None:
    pieces = [Piece("甲" * 4, size=10) for _ in range(5)]
    found = [(left, top) for _, left, top, _ in placed(pieces, 100, 10)]
    assert found == [(0, 0), (50, 0), (0, 14.5), (50, 14.5), (0, 29)]
    assert flow_height(pieces, 100, 10) == 3 * 10 * LEADING
    assert flow_height([], 100) == 0


def test_a_piece_that_is_wider_than_the_room_is_broken_into_lines_of_one_length() -> None:
    ((_, _, _, lines),) = placed([Piece("甲" * 11, size=10)], 100)
    assert [len(line) for line in lines] == [6, 5]
    ((_, _, _, words),) = placed([Piece("Gujiao–Loufan–Fangshan Expressway project", size=15)], 215)
    assert words == ["Gujiao–Loufan–Fangshan", "Expressway project"]


def test_the_word_for_a_relation_stays_on_the_line_of_its_first_name() -> None:
    pieces = [Piece("甲" * 5, size=10), Piece("乙乙", size=10, leads=True), Piece("丙" * 5, size=10)]
    tops = [top for *_, top, _ in placed(pieces, 100, 10)]
    assert tops[0] < tops[1] == tops[2]


def test_marks_and_the_sign_of_an_inference_take_room() -> None:
    plain, marked = Piece("甲", size=10), Piece("甲", size=10, marks="①")
    inferred = Piece("甲", Row("甲", FIRM, "inferred"), size=10, mark=True)
    assert plain.wide(100) < marked.wide(100)
    assert inferred.lines(100) == ["◇ 甲"]
    assert inferred.indent > plain.indent == 0


def test_what_is_planned_is_underlined_with_dashes_and_a_fact_is_not() -> None:
    sheet = Sheet()
    below = draw_flow(
        sheet, [Piece("甲", Row("甲", FIRM, "planned")), Piece("乙", Row("乙", FIRM, "realised"))], 0, 0, 300
    )
    lines = [path for path in sheet.root.iter(f"{{{SVG}}}path") if path.get("stroke-dasharray")]
    assert len(lines) == 1
    assert below > 0
    left = [float(text.get("x", "0")) for text in sheet.root.iter(f"{{{SVG}}}text")]
    assert all(one < other for one, other in pairwise(left))


@pytest.mark.parametrize(
    "words", ["electrolytic aluminium", "photovoltaic industrial chain", "new-type energy storage"]
)
def test_lines_of_about_one_length_break_no_word_of_letters(words: str) -> None:
    for room in range(120, 240, 10):
        assert " ".join(Piece(words, marks="④").lines(room)) == words
