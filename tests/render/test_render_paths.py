"""The answers of paths and common as text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.paths import common_text, path_sentences, paths_text
from cityGraph.render.words import WORDS
from support.nouns import CITY, FIRM, SITED, STRANGERS, ZONE, article, check_text, passage, strange_claims
from support.process import LANGUAGES
from support.strange import widths

WIDE = 160
WORKS_WITH = cg.Relation("urn:works", "與…合作")


def hop(
    subject: cg.Entity,
    relation: cg.Relation,
    what: cg.Entity,
    *said: cg.Passage,
    direction: str = "out",
    **more: object,
) -> cg.Hop:
    return cg.Hop(subject, relation, what, direction, "planned", "stated", said).replace(**more)


# From the firm back to the city that supports it, and on to the zone.
BACK = hop(CITY, cg.Relation("urn:supports", "受支持"), FIRM, article("支持錨鏈廠"), direction="in")
ON = hop(CITY, SITED, ZONE, passage("在北港"), status="realised")
PATH = cg.Path((BACK, ON), 2.0)


def answer(*paths: cg.Path, **more: object) -> cg.Paths:
    return cg.Paths(FIRM, ZONE, paths, 6).replace(**more)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_has_a_headline_then_each_hop_as_it_is_gone_with_quote_and_place(language: str) -> None:
    words = WORDS[language]
    lines = paths_text(answer(PATH), language, WIDE).splitlines()
    assert words["origin"].format(start="錨鏈廠", end="北港園區") in lines[0]
    assert lines[2].startswith("1. ")
    assert lines[2].endswith(words["via"].format(name="雲泊"))
    assert (lines[3], lines[5]) == ("錨鏈廠 受支持 ←", "雲泊 位於 →")
    assert lines[4].split()[:2] == [words["status"][1], "雲泊"]
    assert lines[4].endswith("本文 §3")
    assert lines[6].split()[:2] == [words["status"][0], "北港園區"]
    assert lines[7:9] == ["", "本文：灣報 2031-05-09 https://example.org/b"]


def test_further_edges_between_the_same_things_stand_below_a_hop_each_with_its_relation() -> None:
    other = hop(FIRM, WORKS_WITH, CITY, passage("合作"))
    same = BACK.replace(status="realised", evidence=(passage("已支持"),))
    lines = paths_text(answer(cg.Path((BACK.replace(others=(same, other)),), 1.0)), "zh-Hant", WIDE).splitlines()
    assert [line for line in lines if line.endswith(("→", "←"))] == ["錨鏈廠 受支持 ←", "錨鏈廠 與…合作 →"]
    assert sum("雲泊" in line and line.startswith("  ") for line in lines) == 3


def test_the_source_of_a_further_edge_is_listed_too() -> None:
    other = ON.replace(evidence=(article("也在北港"),))
    text = paths_text(answer(cg.Path((ON.replace(others=(other,)),), 1.0)), "zh-Hant", WIDE)
    assert text.splitlines()[-3] == "本文：灣報 2031-05-09 https://example.org/b"


@pytest.mark.parametrize("text_of", [paths_text, path_sentences])
@pytest.mark.parametrize("warning", ["support", "site", "list", "inferred"])
def test_a_path_that_could_mislead_carries_its_warning(text_of: object, warning: str) -> None:
    assert callable(text_of)
    said = WORDS["en"][f"warn_{warning}"]
    assert said in text_of(answer(PATH.replace(warnings=(warning,))), "en", WIDE)
    assert said not in text_of(answer(PATH), "en", WIDE)


def test_a_path_by_one_source_with_a_short_name_says_so() -> None:
    only = WORDS["en"]["only_source"].format(source="")
    by_article = PATH.replace(hops=(BACK, ON.replace(evidence=(article("在北港"),))))
    assert f"{only}本文" in paths_text(answer(by_article), "en", WIDE)
    # Two sources, a hop without one, a source that goes by its label.
    for hops in ((BACK, ON), (BACK, ON.replace(evidence=())), (ON,)):
        assert only not in paths_text(answer(cg.Path(hops, 1.0)), "en", WIDE)


def test_a_path_in_a_sentence_has_a_number_behind_each_hop_and_the_citations_below() -> None:
    words = WORDS["zh-Hant"]
    twice = BACK.replace(evidence=(article("支持錨鏈廠"), article("重點支持"), passage("也支持")))
    inferred = hop(CITY, WORKS_WITH, ZONE, basis="inferred", because="同在一港")
    lines = path_sentences(answer(cg.Path((twice, inferred), 2.0), cg.Path((ON,), 1.0)), "zh-Hant", WIDE).splitlines()
    plan, guess = (words["noted"].format(note=words["status"][at]) for at in (1, 3))
    told = f" 錨鏈廠 受支持 雲泊{plan}[1][2]{words['pause']}雲泊 與北港園區合作{guess}[3]{words['stop']}"
    assert told in lines
    quoted = words["quoted"].format
    first = lines.index(f"[1] 本文 §3 {quoted(words='支持錨鏈廠 … 重點支持')}")
    assert lines[first + 1 : first + 4] == [
        f"[2] 港報 §3 B {quoted(words='也支持')}",
        "[3] 同在一港",
        f"[4] 港報 §3 B {quoted(words='在北港')}",
    ]


def test_a_citation_that_two_hops_share_has_one_number_and_a_hop_without_claims_none() -> None:
    again = hop(CITY, SITED, ZONE, article("支持錨鏈廠"))
    plain = hop(CITY, SITED, ZONE, status="", basis="")
    text = path_sentences(answer(cg.Path((BACK, again), 2.0), cg.Path((BACK, plain), 2.0)), "en", WIDE)
    assert "[2]" not in text
    assert f"雲泊 位於 北港園區 (no source){WORDS['en']['stop']}" in text


@pytest.mark.parametrize("text_of", [paths_text, path_sentences])
def test_without_a_path_it_is_said_whether_fewer_limits_would_help(text_of: object) -> None:
    assert callable(text_of)
    words = WORDS["en"]
    ends = {"start": "錨鏈廠", "end": "北港園區"}
    assert text_of(answer(max_hops=4), "en", WIDE) == words["too_far"].format(n=4, **ends) + "\n"
    gaps = cg.Gaps((cg.Gap(ZONE, "鏈主", "誰是鏈主?", (FIRM,)), cg.Gap(FIRM, "所在", "在哪裡？")), ())
    apart = answer(start_reach=3, end_reach=5)
    told = words["no_path"].format(one=3, other=5, **ends)
    assert text_of(apart, "en", WIDE) == told + "\n"
    assert text_of(apart, "en", WIDE, missing=gaps).splitlines() == [
        told,
        words["would"],
        "  北港園區 · 鏈主 · 誰是鏈主？ ◇ 錨鏈廠",
        "  錨鏈廠 · 所在 · 在哪裡？",
    ]
    # Where another limit would do, no gap is to blame.
    assert words["would"] not in text_of(answer(), "en", WIDE, missing=gaps)


def test_what_things_share_has_an_edge_to_each_of_them() -> None:
    words = WORDS["en"]
    meeting = cg.Meeting(CITY, (1, 1), (BACK, ON.replace(subject=ZONE, object=CITY)), 12)
    lines = common_text(cg.Common((FIRM, ZONE), (meeting,), 1), "en", WIDE).splitlines()
    assert lines[0] == f"錨鏈廠, 北港園區  {words['common'].format(n=1)}"
    assert lines[2] == f"雲泊 · 城市 · {words['ties'].format(n=12)}"
    assert lines[3].split()[1:4] == ["錨鏈廠", "受支持", "←"]
    assert lines[4].split()[1:4] == ["北港園區", "位於", "→"]
    assert any(line.startswith("本文：") for line in lines)


def test_where_nothing_is_shared_the_nearest_meeting_points_have_their_distances() -> None:
    words = WORDS["en"]
    lines = common_text(cg.Common((FIRM, ZONE), (cg.Meeting(CITY, (1, 2), (), 12),), 0), "en", WIDE).splitlines()
    assert lines[1] == words["meet"]
    assert lines[3] == f"雲泊 · 城市 · {words['distance'].format(steps='1+2')} · {words['ties'].format(n=12)}"
    assert common_text(cg.Common((FIRM, ZONE), (), 0), "en", WIDE).count("\n") == 1


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
@example(40, "zh-Hant")
@example(120, "en")
def test_paths_of_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str) -> None:
    hops = tuple(
        hop(c.subject, c.relation, FIRM, *c.evidence, qualifiers=c.qualifiers, because=c.because, rests_on=c.rests_on)
        for c in strange_claims()
    )
    stated = tuple(each.replace(because=None, others=hops[at : at + 2]) for at, each in enumerate(hops))
    found = answer(cg.Path(hops, 1.0, ("support", "site", "list", "inferred")), cg.Path(stated, 1.0))
    gaps = cg.Gaps(tuple(cg.Gap(s, s.label, s.label, (s,)) for s in STRANGERS), ())
    for at, strange in enumerate(STRANGERS):
        alone = answer(start_reach=2, end_reach=3).replace(start=strange, end=STRANGERS[at - 1])
        check_text(paths_text(alone, language, columns, missing=gaps.gaps), columns)
    check_text(paths_text(found, language, columns), columns)
    check_text(path_sentences(found, language, columns), columns)
    meetings = tuple(cg.Meeting(s, (1, 2), hops[at : at + 1], 3) for at, s in enumerate(STRANGERS))
    check_text(common_text(cg.Common(STRANGERS, meetings, 0), language, columns), columns)
