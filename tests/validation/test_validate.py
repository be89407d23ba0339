"""The verb validate: shapes, hygiene and proof as one report, a line for each finding."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.paths import article
from support.samples import changed


def test_the_city_that_ships_keeps_its_rules(city: cg.CityGraph) -> None:
    report = cg.validate(city)
    assert report.findings == ()
    assert report.claims == report.unread + report.inferred


def test_the_fixture_city_is_proved_whole(fixture_city: cg.CityGraph, fixture_text: str) -> None:
    report = cg.validate(fixture_city, text=fixture_text)
    assert report.findings == ()
    assert (report.proved, report.unread) == (report.claims - report.inferred, 0)


def test_the_city_that_ships_is_proved_by_the_article_where_that_is_at_hand(city: cg.CityGraph) -> None:
    real = article()
    if real is None:
        return  # the text is not ours to ship; the fixture city carries this test everywhere
    report = cg.validate(city, text=real.read_text("utf-8"))
    assert report.findings == ()
    assert report.proved == report.claims - report.inferred - report.unread


@pytest.mark.parametrize(
    ("pattern", "new", "rule"),
    [
        (r"\n<[^>]+> cg:spearheads <[^>]+> \.", "", "claim-without-plain-triple"),
        (r"cg:status cg:realised ; ", "", "shape:claim"),
        (r"cg:basis cg:stated ;", "cg:basis cg:stated , cg:resolved ;", "shape:claim"),
        (r'cg:anchor "[^"]*"', 'cg:anchor "somewhere"', "anchor"),
        (r'cg:textHash "[0-9a-f]', 'cg:textHash "z', "shape:source"),
        (r'cg:quality "A"', 'cg:quality "C"', "shape:source"),
        (r" ;\n\s+cg:unit cg:percent", "", "unit-out-of-step"),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, fixture_text: str, pattern: str, new: str, rule: str) -> None:
    file, _ = changed(tmp_path, pattern, new)
    assert rule in {finding.rule for finding in cg.validate(cg.open(file), text=fixture_text).findings}


def test_a_text_of_another_source_is_refused(fixture_city: cg.CityGraph) -> None:
    with pytest.raises(cg.BadText, match="No source found for this text"):
        cg.validate(fixture_city, text="別的文章\n\n正文")
