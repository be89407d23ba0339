"""Figures side by side: what may be compared, and what must not be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from support.two_cities import PREFIXES, A, B, graphs

Remarks = dict[str, str]


def remarks(found: cg.Comparison, label: str) -> Remarks:
    (row,) = [row for row in found.part("figures") if row.topic.label == label]
    return {each.name: each.value for each in row.remarks}


def changed(tmp_path: Path, pattern: str, new: str) -> cg.Comparison:
    """The two cities compared, with one thing of the second changed."""
    body, many = re.subn(pattern, new, B)
    assert many
    for name, text in (("a", A), ("b", body)):
        (tmp_path / f"{name}.ttl").write_text(PREFIXES + text, "utf-8")
    return cg.compare(cg.open(tmp_path / "a.ttl"), beside=cg.open(tmp_path / "b.ttl"))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> cg.Comparison:
    one, other = graphs(tmp_path_factory.mktemp("two"))
    return cg.compare(one, beside=other)


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("就業人數", {"ratio": "1.5"}),
        ("工業產值", {"comparator": ""}),
        ("出口額", {"units": ""}),
        ("製造業佔比", {"points": "-5"}),
        ("建成面積", {"converted": "600 畝", "dates": "2030 | 2031"}),
        ("銷售額", {"converted": "100,000 萬元", "ratio": "2"}),
    ],
)
def test_a_reader_is_told_what_must_be_known_and_a_ratio_only_where_it_means_something(
    found: cg.Comparison, label: str, told: Remarks
) -> None:
    assert remarks(found, label) == told


def test_an_indicator_of_one_city_stands_alone_without_a_remark(found: cg.Comparison) -> None:
    (row,) = [row for row in found.part("figures") if row.named == "first"]
    assert (row.topic.label, row.second, row.remarks) == ("只有甲有", (), ())
    assert found.part("figures", "second") == ()


def test_a_figure_of_a_firm_is_named_and_stays_apart(found: cg.Comparison) -> None:
    (row,) = [row for row in found.part("figures") if row.topic.label == "就業人數"]
    assert [said.entity.label for said in row.first] == ["甲城", "甲鋼"]
    assert found.single == 1


@pytest.mark.parametrize(
    ("pattern", "new", "label", "told"),
    [
        # Another year: no ratio.
        (r'(b:c103 .*)"2031"', r'\1"2033"', "就業人數", {"dates": "2031 | 2033"}),
        # A limit: no ratio.
        (
            r"(b:c102 .*) cg:unit cg:person",
            r"\1 cg:comparator cg:atLeast ; cg:unit cg:person",
            "就業人數",
            {"comparator": ""},
        ),
        # About: a ratio that is about so much.
        (
            r"(b:c102 .*) cg:unit cg:person",
            r"\1 cg:comparator cg:about ; cg:unit cg:person",
            "就業人數",
            {"ratio": "≈1.5"},
        ),
        # Another unit of another dimension.
        (r"(b:c102 .*) cg:unit cg:person", r"\1 cg:unit cg:tonne", "就業人數", {"units": ""}),
        # Nothing of it: no division by it.
        (r'"60000"', '"0"', "就業人數", {}),
        # Places in an order have no ratio.
        (r"(b:c102 .*) cg:unit cg:person", r"\1 cg:unit cg:rank", "就業人數", {"units": ""}),
    ],
)
def test_what_makes_a_ratio_meaningless_is_told_instead(
    tmp_path: Path, pattern: str, new: str, label: str, told: Remarks
) -> None:
    assert remarks(changed(tmp_path, pattern, new), label) == told


def test_a_target_beside_a_measured_value_is_no_ratio(tmp_path: Path) -> None:
    found = changed(tmp_path, r"(b:c10[0-9] .*)cg:realised", r"\1cg:targeted")
    assert remarks(found, "就業人數") == {"status": ""}


def test_a_figure_without_a_date_is_told(tmp_path: Path) -> None:
    found = changed(tmp_path, r"b:c103 a .*\n.*\n", "")
    assert remarks(found, "就業人數") == {"undated": ""}
    (row,) = [row for row in found.part("figures") if row.topic.label == "就業人數"]
    assert row.second[0].when is None


def test_a_target_without_an_indicator_is_like_no_other(fixture_city: cg.CityGraph) -> None:
    # Both cities have a target that is called 百億規模, of which no source says what is counted.
    found = cg.compare(cg.open(), beside=fixture_city, other="雲泊")
    assert not any("百億" in row.topic.label for row in found.part("figures", "both"))
    assert [row.topic.label for row in found.part("figures", "both")] == ["產值"]
    (row,) = found.part("figures", "both")
    assert {each.name for each in row.remarks} == {"undated", "whose"}


def test_a_figure_that_stands_at_the_city_itself_is_compared_by_what_it_counts(tmp_path: Path) -> None:
    said = (
        'b:c90 a cg:Claim ; rdf:subject b:city ; rdf:predicate cg:hasOutput ; rdf:object "80000"^^xsd:decimal ;'
        ' cg:status cg:realised ; cg:basis cg:stated ; cg:quantity "就业人数"@zh-Hans ; cg:unit cg:person ;'
        ' cg:period "2031" ; cg:evidence b:p1 .\nb:city cg:hasOutput 80000.0 .\n'
    )
    body = re.sub(r"b:c10[0-9] a .*\n.*\n", "", B) + said
    for name, text in (("a", A), ("b", body)):
        (tmp_path / f"{name}.ttl").write_text(PREFIXES + text, "utf-8")
    found = cg.compare(cg.open(tmp_path / "a.ttl"), beside=cg.open(tmp_path / "b.ttl"))
    assert remarks(found, "就業人數") == {"ratio": "2"}
