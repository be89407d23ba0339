"""What changed, as text: signs, both quotes, notes, groups; safe, within its columns, in three languages."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.model.diff import GROUPS
from cityGraph.render.columns import width
from cityGraph.render.diff import claim_text, diff_text, graph_names
from support.nouns import CITY, FIRM, STRANGERS, SUPPORTS, ZONE, passage
from support.process import LANGUAGES, controls

PLAN = cg.Claim("urn:1", CITY, SUPPORTS, FIRM, "planned", "stated", (passage("支持"),), proof="quotes")
FACT = PLAN.replace(status="realised", evidence=(passage("已支持", 9),))
BECAME = cg.Change("became-fact", CITY, PLAN, FACT, (cg.Aspect("status", "planned", "realised"),))


def text(*changes: cg.Change, language: str = "en", columns: int = 80, **more: object) -> str:
    answer = cg.Changes(("a.ttl",), ("b.ttl",), changes, len(changes), len(changes), **more)  # type: ignore[arg-type]
    return diff_text(answer, language, columns)


def test_before_and_now_have_a_sign_a_quote_and_a_place() -> None:
    lines = text(BECAME).splitlines()
    assert lines[:2] == ["1 change · became fact 1", "- a.ttl · + b.ttl"]
    assert lines[3] == "— became fact · 1 —"
    assert lines[4].startswith("- plan      雲泊 支持 錨鏈廠")
    assert lines[4].endswith("港報 §3 B")
    assert lines[5].startswith("+ fact      雲泊 支持 錨鏈廠")
    assert "“已支持”" in lines[5]


def test_what_only_one_graph_has_is_one_row() -> None:
    assert "\n+ fact      雲泊" in text(cg.Change("added", CITY, None, FACT))
    assert "\n- fact      雲泊" in text(cg.Change("removed", CITY, FACT, None))
    assert "\n+ 錨鏈廠 (企業)\n" in text(cg.Change("added", FIRM, None, FIRM))


def test_what_changed_in_the_evidence_stands_below_the_row() -> None:
    aspects = (
        cg.Aspect("new-source", None, "灣報"),
        cg.Aspect("quote", "舊", "新"),
        cg.Aspect("proof", "citation", "quotes"),
    )
    shown = text(cg.Change("evidence", CITY, PLAN, PLAN, aspects))
    assert "  plan      雲泊 支持 錨鏈廠" in shown
    for note in ("new source: 灣報", "quote: “舊” → “新”", "proof: cited only → proved by its quotes"):
        assert note in shown


def test_a_quote_that_came_or_went_alone_is_said_so() -> None:
    for aspect, words in (
        (cg.Aspect("quote", None, "新"), "new quote: “新”"),
        (cg.Aspect("quote", "舊", None), "quote gone: “舊”"),
    ):
        assert words in text(cg.Change("evidence", CITY, PLAN, PLAN, (aspect,)))


def test_a_thing_tells_its_new_name_and_what_it_became_part_of() -> None:
    aspects = (cg.Aspect("merged", "錨鏈廠", "北港園區"), cg.Aspect("label", "錨鏈廠", "錨廠", language="zh-Hant"))
    shown = text(cg.Change("changed", ZONE, FIRM, ZONE, aspects), language="zh-Hant")
    assert "  錨鏈廠（企業）\n" in shown
    assert "併入：北港園區 · 改名：錨鏈廠 → 錨廠" in shown


def test_a_property_goes_by_its_label_and_a_missing_side_by_a_word() -> None:
    aspect = cg.Aspect("purpose", None, "擴區", "purpose")
    assert "purpose: none → 擴區" in text(cg.Change("changed", CITY, PLAN, PLAN, (aspect,)))


def test_nothing_changed_is_one_line() -> None:
    assert text() == "Nothing changed.\n"
    assert text(language="zh-Hant") == "沒有變化。\n"
    other = (cg.Unread("urn:p", "cg:positions", 1, 2),)
    shown = text(unread=other)
    assert shown.startswith("What they say did not change.\n")
    assert "cg:positions -1 +2" in shown
    assert "(3)" in shown


def test_filters_that_leave_nothing_and_a_limit_are_said() -> None:
    answer = cg.Changes(("a.ttl",), ("b.ttl",), (), 0, 7)
    assert diff_text(answer, "en", 80) == "Nothing passes these filters. Without them there are 7.\n"
    first = diff_text(cg.Changes(("a.ttl",), ("b.ttl",), (BECAME,), 5, 5), "en", 80)
    assert first.startswith("5 changes · the first 1 (for more: --top)")


def test_namesakes_are_one_line() -> None:
    shown = text(BECAME, namesakes=((FIRM, FIRM.replace(iri="urn:other")),))
    assert shown.endswith("Same name but another IRI in each graph, so not compared as one (1): 錨鏈廠\n")


def test_graphs_go_by_their_files_as_short_as_tells_them_apart() -> None:
    assert graph_names(cg.Changes(("x/a.ttl@HEAD~3",), ("x/a.ttl",), ())) == ("a.ttl@HEAD~3", "a.ttl")
    assert graph_names(cg.Changes(("1/a.ttl", "1/b.ttl"), ("2/a.ttl",), ())) == ("1/a.ttl, …", "2/a.ttl")
    assert graph_names(cg.Changes((), (), ())) == ("", "")


def test_a_claim_is_a_sentence() -> None:
    assert claim_text(PLAN, "en") == "雲泊 支持 錨鏈廠"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_has_a_heading_in_every_language(language: str) -> None:
    changes = [BECAME.replace(group=group) for group in GROUPS]
    shown = text(*changes, language=language)
    headings = [line for line in shown.splitlines() if line.startswith("— ")]
    assert len({*headings}) == len(GROUPS)
    if language != "en":
        assert all(not heading.isascii() and "fact" not in heading for heading in headings)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_whatever_the_labels_hold_lines_fit_and_nothing_acts(columns: int) -> None:
    changes = []
    for thing in STRANGERS:
        said = PLAN.replace(subject=thing, evidence=(passage(thing.label),))
        aspects = (
            cg.Aspect("label", thing.label, thing.label + "x"),
            cg.Aspect("purpose", thing.label, None, thing.label),
        )
        changes += [cg.Change("changed", thing, thing, thing, aspects), cg.Change("added", thing, None, said)]
        changes.append(cg.Change("evidence", thing, said, said, (cg.Aspect("quote", thing.label, "x"),)))
    shown = text(*changes, columns=columns, namesakes=tuple((thing, thing) for thing in STRANGERS))
    assert not controls(shown)
    assert max(map(width, shown.splitlines())) <= columns
