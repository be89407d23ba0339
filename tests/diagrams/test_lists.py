"""Panels as lists: in their order, in columns of about one height, each row with what it stands for."""

from __future__ import annotations

from cityGraph.diagrams.fonts import SVG
from cityGraph.diagrams.lists import draw_lists
from cityGraph.diagrams.scene import Panel, Row, Scene
from cityGraph.diagrams.sheet import Sheet
from cityGraph.model.claim import Entity

FIRM = Entity("urn:firm", "企業", "Firm", "企業")


def words(scene: Scene, wide: float = 1600) -> dict[str, tuple[float, float]]:
    """Where each text of a page begins."""
    sheet = Sheet(wide)
    below = draw_lists(sheet, 100, scene)
    found = {
        text.text or "": (float(text.get("x", "0")), float(text.get("y", "0")))
        for text in sheet.root.iter(f"{{{SVG}}}text")
    }
    assert all(100 < y <= below for _, y in found.values())
    assert all(48 <= x < wide - 48 for x, _ in found.values())
    return found


def panels(*sizes: int) -> Scene:
    rows = {f"題{at}": tuple(Row(f"{at}行{n}", FIRM) for n in range(size)) for at, size in enumerate(sizes)}
    return Scene({}, (), {key: Panel(Row(key), listed) for key, listed in rows.items()})


def test_panels_stand_in_their_order_down_a_column_and_then_in_the_next() -> None:
    places = words(panels(30, 10, 10, 30))
    heads = [places[f"題{at}"] for at in range(4)]
    assert heads == sorted(heads)
    assert len({x for x, _ in heads}) == 3
    assert heads[1][0] == heads[2][0]


def test_a_deeper_row_stands_further_in_and_a_note_below_the_rows() -> None:
    panel = Panel(Row("題", FIRM), (Row("項目", FIRM), Row("一期", FIRM, depth=1)), "未說明")
    places = words(Scene({}, (), {"題": panel}))
    assert places["項目"][0] < places["一期"][0]
    assert places["題"][1] < places["項目"][1] < places["一期"][1] < places["未說明"][1]


def test_a_narrow_page_has_one_column() -> None:
    assert len({x for x, _ in words(panels(5, 5, 5), 400).values()}) == 2  # headings, and names behind their marks
