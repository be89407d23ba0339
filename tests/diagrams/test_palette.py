"""The palette: words can be read on every fill, kinds can be told apart, and a status is never a colour."""

from __future__ import annotations

from itertools import combinations

import pytest

from cityGraph.diagrams.palette import FAINT, HUES, INK, LINES, LOOKS, PAGE, PANEL, PLAIN, QUIET, line_of, look_of
from cityGraph.diagrams.sheet import MARKS
from support.colours import ciede2000, contrast, distance

ALL = [*dict.fromkeys(LOOKS.values()), PLAIN]


def test_the_distance_is_that_of_the_published_pairs() -> None:
    # Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 17 and 25.
    for one, other, expected in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)


def test_words_are_legible_on_every_fill() -> None:
    for fill in {*(look.fill for look in ALL), PAGE, PANEL}:
        assert contrast(INK, fill) >= 7  # WCAG 2.2, AAA
        assert contrast(QUIET, fill) >= 4.5
    # A line that is inferred is grey, and still seen on white (WCAG 2.2, 1.4.11).
    assert all(contrast(line.colour, PAGE) >= 3 for line in LINES.values())
    assert all(contrast(look.rim, PAGE) >= 2 for look in ALL)  # a name is read without the edge of its box
    assert all(contrast(look.hue, PANEL) >= 4.5 for look in ALL)


@pytest.mark.parametrize(("reader", "least"), [("all", 14), ("no red", 12.5), ("no green", 9)])
def test_the_hues_of_kinds_are_apart_for_a_reader_who_sees(reader: str, least: float) -> None:
    assert len(HUES) == 9
    assert min(distance(one, other, reader) for one, other in combinations(HUES.values(), 2)) >= least


def test_a_hue_never_stands_without_a_mark_of_its_own() -> None:
    assert HUES.keys() == MARKS.keys()
    assert len(set(MARKS.values())) == len({look.hue for look in ALL}) == len(ALL)
    assert look_of("Chain").mark == "hexagon"
    assert look_of("Dragon") == look_of("") == PLAIN


def test_a_status_is_a_line_and_not_a_colour() -> None:
    assert list(LINES) == ["realised", "planned", "targeted", "inferred"]
    assert len({line.colour for line in LINES.values()} - {FAINT}) == 1
    assert len({(line.dashes, line.width) for line in LINES.values()}) == len(LINES)
    assert line_of("") not in [LINES["planned"], LINES["targeted"], LINES["inferred"]]
