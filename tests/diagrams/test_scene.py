"""A scene knows what it shows: each entity once, the lines that occur, the passages that state it."""

from __future__ import annotations

from cityGraph.diagrams.scene import DrawnEdge, Panel, Row, Scene, label_columns, label_width, link, tooltip
from cityGraph.model.claim import Entity, Passage

FIRM = Entity("urn:firm", "企業", "Firm", "企業")
ZONE = Entity("urn:zone", "園區", "Zone", "園區")
SAID = Passage("urn:source", "本文", "港報", 1, 0, 2, "位於", "https://example.org/#:~:text=a")
EDGE = DrawnEdge("urn:firm", "urn:zone", "urn:in", "位於", "planned", (SAID,), None)


def test_what_stands_alone_and_in_a_panel_is_shown_once() -> None:
    panel = Panel(Row("園區", ZONE), (Row("企業", FIRM, "realised"), Row("未說明")))
    scene = Scene({FIRM.iri: FIRM}, [EDGE], {"urn:zone": panel})
    assert scene.shown() == [FIRM, ZONE]
    assert scene.lines() == {"planned", "realised"}
    assert [row.words for row in scene.rows()] == ["園區", "企業", "未說明"]
    assert list(scene.passages()) == [SAID]


def test_a_part_leads_to_its_words_and_never_to_a_script() -> None:
    assert tooltip(EDGE) == "港報 「位於」"
    assert link(EDGE) == SAID.url
    assert link(EDGE._replace(evidence=(SAID.replace(url="javascript:alert(1)"),))) is None
    assert tooltip(Row("企業", because="推斷")) == "推斷"


def test_a_number_in_a_circle_is_as_wide_as_a_chinese_character() -> None:
    assert label_columns("①") == label_columns("太") == 2
    assert label_width("太鋼") < label_width("太鋼①")
