"""Two cities side by side as Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.render.comparison_page import comparison_page
from support.process import LANGUAGES
from support.two_cities import PREFIXES, A, B, graphs


def page(folder: Path, language: str = "zh-Hant") -> str:
    one, other = graphs(folder, language)
    return comparison_page(cg.compare(one, beside=other), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_a_cell_for_each_city(tmp_path: Path, language: str) -> None:
    rows = [line for line in page(tmp_path, language).splitlines() if line.startswith("|")]
    assert len(rows) > 40
    assert {line.replace(r"\|", "").count("|") for line in rows} == {4}


def test_a_cell_has_status_words_quote_address_and_source(tmp_path: Path) -> None:
    (line,) = [line for line in page(tmp_path).splitlines() if line.startswith("| **絲綢產業**") and "培育" in line][:1]
    assert "| 規劃 · 甲園 培育 絲綢產業<br>[「甲園培育絲綢產業」](https://example.org/" in line
    assert line.endswith("甲報 2031-05-08 A | *未說明* |")


def test_figures_stand_side_by_side_with_what_to_know(tmp_path: Path) -> None:
    (line,) = [line for line in page(tmp_path, "en").splitlines() if line.startswith("| **built area**")]
    assert "Beta converted: 600 mu<br>different dates: 2030 \\| 2031" in line
    assert "fact · 300 mu (2030)" in line
    assert "fact · 40 ha (2031)" in line


def test_nothing_that_a_label_holds_acts(tmp_path: Path) -> None:
    strange = "<script>x</script>|[a](javascript:b)"
    for name, body in (("a", A.replace("絲綢產業", strange)), ("b", B)):
        (tmp_path / f"{name}.ttl").write_text(PREFIXES + body, "utf-8")
    told = comparison_page(cg.compare(cg.open(tmp_path / "a.ttl"), beside=cg.open(tmp_path / "b.ttl")), "zh-Hant")
    assert r"\<script\>" in told
    assert "<script>" not in told
    assert "[a](" not in told.replace(r"\[a\]", "")
