"""The answers of gaps and validate as text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.display import display
from cityGraph.render.validation import gaps_text, report_text
from cityGraph.render.words import WORDS
from support.nouns import CITY, FIRM, STRANGERS, ZONE, check_text
from support.process import LANGUAGES, controls
from support.strange import STRANGE, widths

WIDE = 160
LEADER = cg.Expectation("Zone", "開發區", "主體", "主體是誰?", 9, 2)
PLACE = cg.Expectation("Firm", "企業", "所在", "在哪裡?", 4, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_expectation_says_how_many_lack_it_which_and_what_an_inference_would_give(language: str) -> None:
    words = WORDS[language]
    other = ZONE.replace(iri="urn:other", label="南港園區")
    gaps = (
        cg.Gap(ZONE, "主體", "主體是誰?", (FIRM, CITY)),
        cg.Gap(other, "主體", "主體是誰?"),
        cg.Gap(ZONE.replace(label="東港園區"), "主體", "主體是誰?"),
        # What is asked of another kind is not counted with it.
        cg.Gap(FIRM, "主體", "主體是誰?"),
    )
    assert gaps_text(cg.Gaps(gaps, (LEADER, PLACE)), language, WIDE).splitlines() == [
        words["gap"],
        "",
        "開發區 3/9 · 主體 · 主體是誰？",
        "  南港園區 · 東港園區",
        "  " + words["filled"].format(name="北港園區", by=words["suggested"].format(by=f"錨鏈廠{words['comma']}雲泊")),
    ]


def test_what_no_source_puts_in_the_city_stands_apart_from_what_would_fill_a_gap() -> None:
    other = FIRM.replace(label="遠洋")
    gaps = cg.Gap(ZONE, "主體", "主體是誰?", (FIRM,), (other,)), cg.Gap(ZONE, "主體", "主體是誰?", (), (other,))
    both, one = gaps_text(cg.Gaps(gaps, (LEADER,)), "zh-Hant", WIDE).splitlines()[3:]
    assert both == "  北港園區 ◇ 可由推斷補上：錨鏈廠 · 沒有來源說在本市：遠洋"
    assert one == "  北港園區 ◇ 沒有來源說在本市：遠洋"


def test_a_gap_may_be_filled_by_a_text() -> None:
    value = cg.Value("五個港區", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "zh-Hant")
    assert "五個港區" in gaps_text(cg.Gaps((cg.Gap(ZONE, "主體", "主體是誰?", (value,)),), (LEADER,)), "en", WIDE)


def test_without_gaps_it_is_said_whether_anything_is_expected() -> None:
    words = WORDS["en"]
    assert gaps_text(cg.Gaps((), (LEADER,)), "en", WIDE).splitlines() == [words["gap"], words["no_gaps"]]
    assert gaps_text(cg.Gaps((), ()), "en", WIDE) == words["no_expectations"] + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_one_thing_each_line_is_a_question_and_it_is_told_what_sources_say(language: str) -> None:
    words = WORDS[language]
    asked = PLACE.replace(total=1, lacking=1), cg.Expectation("Firm", "企業", "產業鏈", "在哪條鏈上?", 1, 0)
    gap = cg.Gap(FIRM, "所在", "在哪裡?")
    lines = gaps_text(cg.Gaps((gap,), asked, FIRM), language, WIDE).splitlines()
    assert lines == [
        words["gaps_of"].format(name="錨鏈廠", n=1, of=2),
        "  " + display("所在 · 在哪裡?"),
        words["said"].format(what="產業鏈"),
        "",
        words["gap"],
    ]
    suggested = gaps_text(cg.Gaps((gap.replace(filled=(ZONE,)),), asked, FIRM), language, WIDE)
    assert words["suggested"].format(by="北港園區") in suggested
    assert gaps_text(cg.Gaps((), asked, FIRM), language, WIDE) == words["no_gaps_of"].format(name="錨鏈廠", of=2) + "\n"
    none = words["not_asked"].format(name="雲泊", kind=CITY.kind_label)
    assert gaps_text(cg.Gaps((), (), CITY), language, WIDE) == none + "\n"


TOLD = WORDS["en"]["validate"]
FINDING = cg.Finding("idle-thing", "A thing is in a claim", "urn:x/thing", "錨鏈廠", "city.ttl", 12)


def test_a_report_has_a_line_for_each_finding_in_front_of_what_was_checked() -> None:
    report = cg.Report((FINDING, FINDING.replace(file=None, line=None)), 9, 3, 0, 0, 1)
    one, other, *facts = report_text(report, "en", WIDE).splitlines()
    assert one == "city.ttl:12: error: 錨鏈廠: idle-thing: A thing is in a claim [thing]"
    assert other == "error: 錨鏈廠: idle-thing: A thing is in a claim [<urn:x/thing>]"
    assert facts[0] == "9 claims · 2 findings"
    assert facts[1:] == [told.format(n=n) for told, n in ((TOLD["proved"], 3), (TOLD["inferred"], 1))]


def test_a_warning_is_called_one_and_a_finding_ends_with_what_to_do() -> None:
    finding = FINDING.replace(severity="warning", hint="it has no oa:hasSource")
    report = cg.Report((FINDING, finding), 9, 3, 0, 0, 1)
    _, line, counts, *_ = report_text(report, "en", WIDE).splitlines()
    assert line == "city.ttl:12: warning: 錨鏈廠: idle-thing: A thing is in a claim; it has no oa:hasSource [thing]"
    assert counts == "9 claims · 2 findings (1 of them warnings)"
    assert (report.errors, report.warnings) == ((FINDING,), (finding,))


def test_a_report_on_a_graph_without_claims_counts_none_as_proved() -> None:
    foreign = report_text(cg.Report((), 5, 0, 0, 0, 0, claiming=False, ours=False), "en", WIDE).splitlines()
    assert foreign == ["5 edges · 0 findings", TOLD["foreign"]]
    plain = report_text(cg.Report((FINDING,), 5, 0, 0, 0, 0, claiming=False), "en", WIDE).splitlines()
    assert plain[1:] == ["5 edges · 1 finding", TOLD["nothing"]]


def test_a_report_says_what_was_not_read_not_proved_moved_or_of_another_text() -> None:
    bare = report_text(cg.Report((), 1, 0, 0, 0, 0), "en", WIDE).splitlines()
    assert bare == ["1 claim · 0 findings"]
    moved = cg.Moved("urn:article", "支持錨鏈廠", "13:71-83", "14:1-13")
    lines = report_text(cg.Report((), 9, 3, 2, 4, 0, (CITY,), (moved,)), "en", 200).splitlines()
    assert lines[0].startswith("雲泊: ")
    assert "SHA-256" in lines[0]
    assert lines[1] == "moved: 13:71-83 → 14:1-13 “支持錨鏈廠”"
    assert lines[2] == "9 claims · 0 findings"
    assert lines[3:] == [TOLD[name].format(n=n) for name, n in (("proved", 3), ("found", 2), ("unread", 4))]
    assert report_text(cg.Report((), 0, 0, 0, 0, 0), "en", WIDE).splitlines()[1] == TOLD["nothing"]


def test_a_finding_is_one_line_whatever_its_text() -> None:
    findings = tuple(cg.Finding("rule", text, text, text, "a.ttl", 1) for text in STRANGE)
    moved = tuple(cg.Moved("urn:s", text, "1:0-1", "2:0-1") for text in STRANGE)
    text = report_text(cg.Report(findings, 1, 0, 0, 0, 0, STRANGERS, moved), "en", 10_000)
    assert len(text.splitlines()) == 2 * len(STRANGE) + len(STRANGERS) + 1
    assert not controls(text)


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
@example(40, "zh-Hant")
@example(120, "en")
def test_gaps_of_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str) -> None:
    expected = tuple(cg.Expectation("Firm", s.label, s.label, s.label, 9, 1) for s in STRANGERS)
    gaps = tuple(cg.Gap(s, s.label, s.label, filled) for s in STRANGERS for filled in ((), (s,)))
    check_text(gaps_text(cg.Gaps(gaps, expected), language, columns), columns)
