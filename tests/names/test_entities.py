"""The labels and kinds of things, in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.names.entities import names_of
from support.paths import FOREIGN
from support.samples import NAMESAKES


@pytest.mark.parametrize(("language", "label", "kind"), [("zh-Hant", "太鋼", "企業"), ("zh-Hans", "太钢", "企业")])
def test_labels_are_in_the_language_asked_for(language: str, label: str, kind: str) -> None:
    found = cg.resolve(cg.open(language=language), "TISCO")
    assert (found.label, found.kind_label, found.kind) == (label, kind, "Firm")


def test_a_thing_without_a_name_in_the_language_shows_another(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    assert cg.resolve(cg.open(tmp_path / "two.ttl", language="en"), "范兆森").label == "范兆森"


def test_other_names_come_by_language(city: cg.CityGraph) -> None:
    iri = "https://w3id.org/citygraph/id/taiyuan/taigang"
    assert [language for _, language, _ in names_of(city, [iri])[iri]][:3] == ["zh-Hant", "zh-Hans", "zh-Hans"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        # 鋼 has no preferred label in Chinese, but another name; magnesium has German and French alone.
        ("zh-Hant", {"金屬", "鋼", "Magnesium", "Industries"}),
        ("zh-Hans", {"金属", "鋼", "Magnesium", "Industries"}),
        ("en", {"Metals", "Steel", "Magnesium", "Industries"}),
    ],
)
def test_labels_fall_back_to_the_other_script_then_english_then_any(language: str, labels: set[str]) -> None:
    city = cg.open(FOREIGN / "concepts.ttl", language=language)
    assert {cg.resolve(city, name).label for name in ("Metalle", "Stahl", "Magnésium", "産業分類")} == labels
