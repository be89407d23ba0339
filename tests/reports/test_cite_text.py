"""Citations as text: a reference or a note for each source, in the style that is asked for."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.escape import terminal
from cityGraph.render.columns import width
from cityGraph.reports.cite_text import cite_text


@pytest.fixture(scope="module")
def citations() -> cg.Citations:
    return cg.cite(cg.open(), "太鋼")


def test_each_source_is_a_reference_in_gbt7714(citations: cg.Citations) -> None:
    text = cite_text(citations, "gbt7714", "zh-Hant", 80)
    for reference in citations.gbt7714():
        assert reference[:12] in text.replace("\n", "")
    assert "太鋼" in text.splitlines()[0]


@pytest.mark.parametrize(("style", "beginning"), [("bibtex", "@"), ("footnote", "")])
def test_other_styles_are_those_of_the_citations(citations: cg.Citations, style: str, beginning: str) -> None:
    text = cite_text(citations, style, "zh-Hant", 80)
    assert text.startswith(beginning)
    assert text.endswith("\n")
    assert text != cite_text(citations, "gbt7714", "zh-Hant", 80)
    if style == "bibtex":
        assert text.count("@misc{") == len(citations)
    else:
        assert len(text.splitlines()) >= len(citations.footnotes())


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_lines_stay_within_the_columns_but_for_addresses(citations: cg.Citations, columns: int) -> None:
    lines = cite_text(citations, "gbt7714", "zh-Hant", columns).splitlines()
    assert all(width(line) <= columns for line in lines if "http" not in line and "%" not in line)
    assert all(terminal(line) == line for line in lines)


def test_without_citations_the_text_says_so(citations: cg.Citations) -> None:
    none = citations.replace(citations=(), reasons=())
    assert "太鋼" in cite_text(none, "gbt7714", "zh-Hant", 80)
    assert cite_text(none, "gbt7714", "zh-Hant", 80) != cite_text(citations, "gbt7714", "zh-Hant", 80)
