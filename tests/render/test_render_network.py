"""The answers of central, communities, bridges and similar as text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.network import bridges_text, central_text, communities_text, similar_text, title_of
from cityGraph.render.words import WORDS
from support.nouns import CITY, FIRM, STRANGERS, SUPPORTS, ZONE, check_text
from support.process import LANGUAGES
from support.strange import widths

WIDE = 200
SCORES = (cg.Score(CITY, 0.5, 1), cg.Score(FIRM, 0.125, 2), cg.Score(ZONE.replace(kind_label=""), 0.125, 2))


def test_a_thing_is_titled_by_label_and_kind_or_by_its_label_alone() -> None:
    assert title_of(FIRM) == "錨鏈廠 · 企業"
    assert title_of(FIRM.replace(kind_label="")) == "錨鏈廠"
    assert title_of(FIRM.replace(label="錨\x1b[31m")) == "錨·[31m · 企業"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by", ["degree", "pagerank", "betweenness", "harmonic"])
def test_a_ranking_says_what_was_measured_what_that_means_and_each_score(language: str, by: str) -> None:
    words = WORDS[language]
    lines = central_text(cg.Central(by, SCORES, 12, 34), language, WIDE).splitlines()
    assert all(part in lines[0] for part in (by, "12", "34"))
    assert lines[1] == words[f"means_{by}"]
    assert lines[2:] == ["   1  0.5000 雲泊 · 城市", "   2  0.1250 錨鏈廠 · 企業", "   2  0.1250 北港園區"]


def test_a_ranking_notes_hubs_convergence_samples_and_the_effect_of_plans() -> None:
    words = WORDS["en"]
    plain = cg.Central("pagerank", SCORES, 12, 34)
    noted = cg.Central("pagerank", SCORES, 12, 34, (CITY, ZONE), 1e-11, 50)
    extra = central_text(noted, "en", WIDE).splitlines()[2:5]
    assert extra == [
        words["without"].format(name="雲泊, 北港園區"),
        words["settled"].format(reached="1e-11"),
        words["sampled"].format(n=50),
    ]
    assert len(central_text(plain, "en", WIDE).splitlines()) == 5
    assert central_text(plain.replace(pairs=1), "en", WIDE).startswith(
        "pagerank · 12 entities with edges · 1 connected pair\n"
    )
    gained = plain.replace(scores=(cg.Score(CITY, 0.5, 1, 0.25), cg.Score(FIRM, 0.25, 2, 0.5)))
    lines = central_text(gained, "en", WIDE).splitlines()
    assert lines[2:] == [words["effect"], "   1  +0.2500 雲泊 · 城市", "   2  -0.2500 錨鏈廠 · 企業"]


def test_groups_are_numbered_with_their_further_members_and_single_things_left_out() -> None:
    words = WORDS["en"]
    four = cg.Community("雲泊、錨鏈廠、北港園區", (CITY, FIRM, ZONE, FIRM.replace(label="纜廠")))
    three, single = cg.Community("甲", (CITY, FIRM, ZONE)), cg.Community("乙", (FIRM,))
    text = communities_text(cg.Communities((four, three, single), 0.4321, (CITY,)), "en", WIDE)
    size = words["members"].format
    assert text.splitlines() == [
        words["groups"].format(n=2, modularity="0.432"),
        words["without"].format(name="雲泊"),
        "",
        f"1. 雲泊、錨鏈廠、北港園區 · {size(n=4)}",
        "  纜廠",
        "",
        f"2. 甲 · {size(n=3)}",
    ]


def test_a_bridge_says_how_many_it_cuts_off_and_names_at_most_eight_of_each_part() -> None:
    words = WORDS["en"]
    many = tuple(FIRM.replace(label=f"廠{n}") for n in range(9))
    text = bridges_text(cg.Bridges((cg.Bridge(CITY, 11, (many, (ZONE, FIRM))),)), "en", WIDE)
    head, parts = text.splitlines()
    assert head == f"雲泊 · 城市 · {words['cut'].format(n=11)}"
    listed = ", ".join(f"廠{n}" for n in range(8))
    assert parts == f"    {words['pieces']}{listed}… · 北港園區, 錨鏈廠"


def test_similar_things_have_a_score_and_the_edges_that_both_have() -> None:
    words = WORDS["en"]
    twin = cg.Twin(ZONE, 0.666, ((SUPPORTS, CITY), (cg.Relation("urn:r", "與…合作"), FIRM)))
    head, score, shared = similar_text(cg.Similar(FIRM, (twin,)), "en", WIDE).splitlines()
    assert head == f"錨鏈廠 · 企業  {words['alike'].format(n=1)}"
    assert (score, shared) == ("0.67  北港園區 · 開發區", f"      {words['shares']}支持 雲泊, 與錨鏈廠合作")
    long = cg.Twin(
        cg.Entity("urn:long", "Institute of Coal Chemistry", "Firm", "organisation"), 0.5, ((SUPPORTS, CITY),)
    )
    _, _, *broken, _ = similar_text(cg.Similar(FIRM, (long,)), "en", 40).splitlines()
    assert broken == ["      organisation"]


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
@example(40, "zh-Hant")
@example(120, "en")
def test_measures_of_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str) -> None:
    shared = tuple((cg.Relation("urn:r", each.label), each) for each in STRANGERS)
    scores = tuple(cg.Score(each, 1.0, at, 0.5) for at, each in enumerate(STRANGERS, 1))
    texts = [
        central_text(cg.Central("degree", scores, 1, 1, STRANGERS), language, columns),
        communities_text(cg.Communities((cg.Community(STRANGERS[2].label, STRANGERS),), 0.5), language, columns),
        bridges_text(cg.Bridges((cg.Bridge(STRANGERS[4], 2, (STRANGERS,)),)), language, columns),
        similar_text(cg.Similar(STRANGERS[5], tuple(cg.Twin(s, 0.5, shared) for s in STRANGERS)), language, columns),
    ]
    for text in texts:
        check_text(text, columns)
