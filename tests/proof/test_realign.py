"""In a text that differs from the counted one, what moved is found again and what is gone is reported."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import cityGraph as cg
from support.samples import COPIES


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)
def test_a_copy_proves_all_that_the_text_proves(
    fixture_city: cg.CityGraph, fixture_text: str, copied: Callable[[str], str]
) -> None:
    report = cg.validate(fixture_city, text=copied(fixture_text))
    assert [source.label for source in report.differs] == ["雲泊日報 2031-05-08"]
    assert report.findings == ()
    assert report.proved == report.claims - report.inferred


def test_what_moved_is_told_with_both_places(fixture_city: cg.CityGraph, fixture_text: str) -> None:
    told = {each.old: each for each in cg.validate(fixture_city, text=COPIES["lost blank lines"](fixture_text)).moved}
    paragraphs = re.split(r"\n\n+", re.sub(r"\n\s*\n", "\n", fixture_text).strip())
    assert len(told) > 90
    for moved in told.values():
        number, start, end = map(int, re.findall(r"\d+", moved.new))
        assert paragraphs[number - 1][start:end] == moved.phrase


def test_words_in_one_line_are_found_where_their_source_is_named(fixture_city: cg.CityGraph, fixture_text: str) -> None:
    line = " ".join(fixture_text.split())
    with pytest.raises(cg.BadText):
        cg.validate(fixture_city, text=line)
    report = cg.validate(fixture_city, text=[("article", line)])
    assert not [finding for finding in report.findings if finding.rule == "gone"]
    assert report.proved > 100


@pytest.mark.parametrize(
    ("words", "others", "rule"),
    [
        ("60%以上", "61%以上", "gone"),
        ("重點支持瀚棹海纜", "不再支持瀚棹海纜", "gone"),
        ("今年,雲泊市將圍繞", "今年,有人說雲泊市圍繞", "moved"),
    ],
)
def test_what_is_gone_or_proved_no_more_is_a_finding(
    fixture_city: cg.CityGraph, fixture_text: str, words: str, others: str, rule: str
) -> None:
    changed = fixture_text.replace(words, others)
    assert changed != fixture_text
    report = cg.validate(fixture_city, text=COPIES["lost blank lines"](changed))
    assert rule in {finding.rule for finding in report.findings}
    assert report.proved + len({finding.about for finding in report.findings}) == report.claims - report.inferred


def test_half_of_a_text_proves_half_of_the_claims(fixture_city: cg.CityGraph, fixture_text: str) -> None:
    report = cg.validate(fixture_city, text=fixture_text[: len(fixture_text) // 2])
    assert {finding.rule for finding in report.findings} <= {"gone", "moved"}
    assert 30 < report.proved < 80
