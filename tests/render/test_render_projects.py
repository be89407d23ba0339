"""The answer of projects as text, and what all answers on the plan share."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.projects import projects_text
from cityGraph.render.targets import targets_text
from cityGraph.render.timeline import timeline_text
from cityGraph.render.words import WORDS
from support.nouns import (
    CITY,
    FIRM,
    STRANGERS,
    ZONE,
    article,
    check_text,
    claim,
    number,
    passage,
    qualifier,
    strange_claims,
)
from support.process import LANGUAGES
from support.strange import widths

WIDE = 200
ZH = WORDS["zh-Hant"]
GOAL = cg.Entity("urn:goal", "吞吐量目標", "Target", "目標")
CARGO = cg.Entity("urn:cargo", "貨物吞吐量", "Indicator", "指標")
START = cg.Entity("urn:start", "一號廠房投產", "Event", "事件")
PLANT = cg.Entity("urn:plant", "錨鏈項目", "Project", "項目")
VALUE, DUE, DATE = (
    cg.Relation(f"urn:{name}", label) for name, label in (("value", "值"), ("due", "年限"), ("date", ""))
)


def moment(date: str | None, text: str, *stages: cg.Claim, **more: object) -> cg.Moment:
    said = claim(START, DATE, cg.Value(date or "", "urn:date"), article("投產"), status="realised")
    return cg.Moment(date, START, text, said, stages).replace(**more)


def stage(what: cg.Entity, name: str = "投產", *said: cg.Passage, **more: object) -> cg.Claim:
    reached = claim(START, cg.Relation("urn:advances", "推進"), what, *said, status="realised", iri=f"urn:{what.iri}")
    return reached.replace(qualifiers=(qualifier("stage", "階段", name),)).replace(**more)


def work(**more: object) -> cg.Work:
    return cg.Work(PLANT, (), (), (), (), ()).replace(**more)


def text_of_projects(*works: cg.Work) -> list[str]:
    return projects_text(cg.Projects(None, works), "zh-Hant", WIDE).splitlines()


def test_projects_stand_by_stage_or_by_how_firmly_somebody_means_to_build_them() -> None:
    driven = work(driven=(claim(CITY, cg.Relation("urn:builds", "推動"), PLANT),))
    lines = text_of_projects(work(stage="inProduction", stage_label="投產"), driven, work())
    one = ZH["works"].format(n=1)
    assert [line for line in lines if line.startswith("—")] == [
        f"— {stage} · {one} —" for stage in ("投產", "推動", ZH["undriven"])
    ]
    assert lines.count("錨鏈項目") == 3
    assert f"{PLANT.label} · 線路" in text_of_projects(work(entity=PLANT.replace(kind="Route", kind_label="線路")))


def test_a_work_has_history_owners_sites_and_figures_and_what_is_not_said() -> None:
    invests = cg.Relation("urn:invests", "總投資")
    sites = [claim(PLANT, cg.Relation("urn:sitedIn", "位於"), where, article(where.label)) for where in (ZONE, CITY)]
    full = work(
        history=(moment("2031-05-09", "", stage(PLANT, "投產")), moment(None, "某時")),
        driven=(
            claim(CITY, cg.Relation("urn:builds", "推動"), PLANT, qualifiers=(qualifier("verb", "動詞", "力推"),)),
        ),
        owners=(claim(FIRM, cg.Relation("urn:owns", "主體為"), PLANT, article("由錨鏈廠")),),
        sites=tuple(sites),
        investments=(
            claim(PLANT, invests, number("1"), article("一").replace(source="urn:a")),
            claim(PLANT, invests, number("2"), passage("二"), iri="urn:2"),
        ),
        stage="inProduction",
        stage_label="投產",
    )
    text = "\n".join(text_of_projects(full))
    # The work itself is not named again under its own name.
    assert "2031-05-09 一號廠房投產 → 投產" in text
    assert f"{ZH['undated']} 一號廠房投產 某時" in text
    assert "雲泊 推動" in text
    assert "動詞：力推" in text
    assert f"{ZH['facets']['owner']} 錨鏈廠" in text
    assert f"位於 北港園區{ZH['comma']}雲泊" in text
    assert (ZH["quoted"].format(words="北港園區") in text, ZH["quoted"].format(words="雲泊") in text) == (True, True)
    assert ZH["differ"].format(others="2") in text
    missing = [ZH["facets"][facet] for facet in ("stage", "owner", "site", "investment")]
    assert not any(ZH["lacking"].format(what=each) in text for each in missing)
    assert ZH["lacking"].format(what="") not in text.split()
    assert text_of_projects(work())[-1].strip() == ZH["lacking"].format(what=ZH["comma"].join(missing))


def test_sites_that_are_less_sure_stand_on_a_row_of_their_own() -> None:
    located = cg.Relation("urn:sitedIn", "位於")
    sites = (claim(PLANT, located, ZONE), claim(PLANT, located, CITY, status="realised"))
    rows = [line for line in text_of_projects(work(sites=sites)) if "位於" in line]
    assert [row.split()[0] for row in rows] == [ZH["status"][1], ZH["status"][0]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_is_one_sentence(language: str) -> None:
    words = WORDS[language]
    assert targets_text(cg.Targets(None, ()), language, WIDE) == words["no_targets"] + "\n"
    assert timeline_text(cg.Timeline(None, ()), language, WIDE) == words["no_moments"] + "\n"
    assert projects_text(cg.Projects(None, ()), language, WIDE) == words["no_works"] + "\n"


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
@example(40, "zh-Hant")
@example(120, "en")
def test_plans_of_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str) -> None:
    claims = strange_claims()
    values = tuple(
        each.replace(object=cg.Value(each.subject.label, "http://www.w3.org/2001/XMLSchema#decimal")) for each in claims
    )
    targets = tuple(
        cg.Target(s, (s,), True, s, (v,), (v,), (v,), (s.label,), (v,)) for s, v in zip(STRANGERS, values, strict=True)
    )
    events = tuple(
        cg.Moment("2031-05-09", s, s.label, c, (stage(s, s.label),), v)
        for s, c, v in zip(STRANGERS, claims, values, strict=True)
    )
    works = tuple(
        cg.Work(s, events[at : at + 1], (c,), (c,), (c,), (v,), (v,), s.label, s.label)
        for at, (s, c, v) in enumerate(zip(STRANGERS, claims, values, strict=True))
    )
    check_text(targets_text(cg.Targets(STRANGERS[2], targets, 3), language, columns), columns)
    check_text(timeline_text(cg.Timeline(STRANGERS[2], events, events, 3), language, columns), columns)
    check_text(projects_text(cg.Projects(STRANGERS[2], works, 3), language, columns), columns)
