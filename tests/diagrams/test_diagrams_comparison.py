"""The picture of two cities: what is drawn, in which line, with which sources."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

import cityGraph as cg
from cityGraph.diagrams.comparison import comparison_picture
from cityGraph.diagrams.fonts import SVG
from support.process import LANGUAGES
from support.two_cities import PREFIXES, A, B, graphs


def drawn(folder: Path, language: str = "zh-Hant") -> cg.Diagram:
    one, other = graphs(folder, language)
    return comparison_picture(cg.compare(one, beside=other), language)


def texts(picture: cg.Diagram) -> list[str]:
    return [str(each.text) for each in ElementTree.fromstring(picture.svg.encode()).iter(f"{{{SVG}}}text")]


def curves(picture: cg.Diagram) -> list[str]:
    """The dashes of each line from a city to what both name; empty for a solid one."""
    paths = ElementTree.fromstring(picture.svg.encode()).iter(f"{{{SVG}}}path")
    return [
        each.get("stroke-dasharray", "") for each in paths if each.get("fill") == "none" and "C" in each.get("d", "")
    ]


def test_a_plan_is_dashed_and_a_fact_is_solid_on_each_side(tmp_path: Path) -> None:
    # 風電產業, 特鋼產業鏈, 電池, 人工智能, 電機: the first city, then the second.
    picture = drawn(tmp_path)
    assert [bool(each) for each in curves(picture)] == [
        False, False, False, False, False, False, True, True, False, True,
    ]  # fmt: skip
    assert picture.edges == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_compared_is_named_in_the_readers_language(tmp_path: Path, language: str) -> None:
    told = " ".join(texts(drawn(tmp_path, language)))
    for word in {
        "zh-Hant": (
            "甲城",
            "乙城",
            "風電產業",
            "絲綢產業",
            "茶葉",
            "稱作「馬達」",
            "乙城是甲城的 1.5 倍",
            "只有乙城提到",
        ),
        "zh-Hans": (
            "甲城",
            "乙城",
            "风电产业",
            "丝绸产业",
            "茶叶",
            "称作“马达”",
            "乙城是甲城的 1.5 倍",
            "只有乙城提到",
        ),
        "en": (
            "Alpha",
            "Beta",
            "wind power industry",
            "silk industry",
            "tea",
            "Beta is 1.5 times Alpha",
            "Only Beta names",
        ),
    }[language]:
        assert word in told


def test_the_legend_has_the_lines_that_occur(tmp_path: Path) -> None:
    told = texts(drawn(tmp_path, "en"))
    assert {"fact", "plan", "target"} <= set(told)
    assert "inferred" not in told


def test_the_same_cities_give_the_same_bytes(tmp_path: Path) -> None:
    assert drawn(tmp_path) == drawn(tmp_path)


def test_cities_that_share_nothing_are_drawn_without_a_line(fixture_city: cg.CityGraph) -> None:
    picture = comparison_picture(cg.compare(fixture_city, "雲泊", "霽川"), "zh-Hant")
    assert curves(picture) == []
    assert any("兩城沒有提到同一個" in text for text in texts(picture))


def test_a_long_list_is_named_in_full_and_each_kind_gets_a_box() -> None:
    picture = comparison_picture(cg.compare(cg.open(language="en"), beside=cg.open(language="en")), "en")
    assert picture.edges == 48
    told = texts(picture)
    assert any(text.startswith("Both also name ") for text in told)
    shown = " ".join(told).lower()
    for row in cg.compare(cg.open(language="en"), beside=cg.open(language="en")).part("things"):
        assert row.topic.label.split()[0].lower() in shown


def test_it_is_dot_for_other_programs_too(tmp_path: Path) -> None:
    dot = drawn(tmp_path).dot
    assert dot.startswith("digraph")
    assert dot.count('style="dashed"') == 3
    assert "乙城是" not in dot


def test_nothing_that_a_label_holds_acts(tmp_path: Path) -> None:
    strange = "<script>x</script>&"
    for name, body in (("a", A.replace("電機", strange)), ("b", B)):
        (tmp_path / f"{name}.ttl").write_text(PREFIXES + body, "utf-8")
    found = cg.compare(cg.open(tmp_path / "a.ttl"), beside=cg.open(tmp_path / "b.ttl"))
    assert "<script" not in comparison_picture(found, "zh-Hant").svg
