"""What stands around a picture: what was asked, how much is shown, what its lines mean, its date and its sources."""

from __future__ import annotations

import pytest

from cityGraph.diagrams.heading import by_status, heading, marks_of, source_marks
from cityGraph.diagrams.scene import DrawnEdge, Scene
from cityGraph.model.claim import Entity, Passage
from support.process import LANGUAGES

FIRM = Entity("urn:firm", "企業", "Firm", "企業")
ZONE = Entity("urn:zone", "園區", "Zone", "園區")
OLD = Passage("urn:old", "舊", "舊報 2021", 1, 0, 2, "位於", None, "2021", "B")
NEW = Passage("urn:new", "新", "新報 2024-03", 1, 0, 2, "位於", None, "2024-03", "A")
UNDATED = Passage("urn:none", "無", "某頁 日期不明", 1, 0, 2, "位於", None)


def scene(*evidence: Passage, line: str = "planned") -> Scene:
    edge = DrawnEdge("urn:firm", "urn:zone", "urn:in", "位於", line, evidence, None, line)
    return Scene({FIRM.iri: FIRM, ZONE.iri: ZONE}, [edge], {}, title="企業與誰相連")


def test_the_date_is_that_of_the_latest_source_and_grades_stand_with_their_sources() -> None:
    shown = heading(scene(OLD, NEW, UNDATED), "zh-Hant")
    assert (shown.title, shown.counts) == ("企業與誰相連", "2 個事物 · 規劃 1")
    assert shown.as_of == "截至 2024-03"
    assert shown.sources == "來源：①\xa0舊報 2021 B、②\xa0新報 2024-03 A、③\xa0某頁 日期不明"


def test_without_a_date_none_is_claimed_and_one_source_needs_no_mark() -> None:
    shown = heading(scene(UNDATED), "zh-Hant")
    assert (shown.as_of, shown.sources) == ("", "來源：某頁 日期不明")
    assert heading(scene(), "zh-Hant").sources == ""


def test_the_legend_holds_what_occurs_and_nothing_else() -> None:
    shown = heading(scene(OLD), "zh-Hant")
    assert shown.lines == (("planned", "規劃"),)
    assert shown.kinds == (("Firm", "企業"), ("Zone", "園區"))
    assert heading(scene(OLD, line=""), "zh-Hant").lines == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_are_in_the_language_of_the_reader(language: str) -> None:
    told = " · ".join(by_status(["planned", "realised", "planned", ""], language))
    assert told == {"zh-Hant": "事實 1 · 規劃 2", "zh-Hans": "事实 1 · 规划 2", "en": "fact 1 · plan 2"}[language]


def test_sources_have_numbers_in_drawing_order() -> None:
    marks = source_marks(scene(NEW, OLD, NEW))
    assert marks == {"urn:new": "①", "urn:old": "②"}
    assert marks_of((OLD, NEW, OLD), marks) == "②①"
    many = [NEW.replace(source=f"urn:{at}") for at in range(52)]
    assert [*source_marks(scene(*many)).values()][-3:] == ["㊿", "(51)", "(52)"]
