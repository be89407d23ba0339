"""The answers of targets, timeline and projects as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.plan import projects_text, targets_text, timeline_text
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
from support.strange import quick

WIDE = 200
ZH = WORDS["zh-Hant"]
GOAL = cg.Entity("urn:goal", "吞吐量目標", "Target", "目標")
CARGO = cg.Entity("urn:cargo", "貨物吞吐量", "Indicator", "指標")
START = cg.Entity("urn:start", "一號廠房投產", "Event", "事件")
PLANT = cg.Entity("urn:plant", "錨鏈項目", "Project", "項目")
VALUE, DUE, DATE = (
    cg.Relation(f"urn:{name}", label) for name, label in (("value", "值"), ("due", "年限"), ("date", ""))
)


def value(amount: str, *said: cg.Passage, source: str = "urn:paper", **more: object) -> cg.Claim:
    unit = (qualifier("unit", "單位", "噸"),)
    return claim(
        GOAL,
        VALUE,
        number(amount),
        *(each.replace(source=source) for each in said),
        status="targeted",
        iri=f"urn:value-{amount}-{source}",
        qualifiers=unit,
    ).replace(**more)


def target(*values: cg.Claim, **more: object) -> cg.Target:
    return cg.Target(GOAL, (CITY,), False, CARGO, values, (), (), (), values or (claim(CITY, VALUE, GOAL),)).replace(
        **more
    )


def text_of_targets(*targets: cg.Target, language: str = "zh-Hant") -> list[str]:
    return targets_text(cg.Targets(None, targets), language, WIDE).splitlines()


# Targets.


def test_targets_stand_by_those_who_are_to_reach_them_under_what_is_measured() -> None:
    other = target(value("7", article("七噸")), subjects=(CITY, FIRM), open_list=True)
    nobody = target(value("8", article("八噸")), subjects=())
    lines = text_of_targets(target(value("900", article("九百噸"))), other, nobody)
    assert lines[0].startswith(ZH["targets"].format(n=3))
    one = ZH["items"].format(n=1)
    groups = [line for line in lines if line.endswith(one)]
    assert groups == [
        f"雲泊 · {one}",
        f"{ZH['and_more'].format(names=ZH['comma'].join(['雲泊', '錨鏈廠']))} · {one}",
        f"{ZH['nobody']} · {one}",
    ]
    (row,) = [line for line in lines if "900" in line]
    assert row.split()[:4] == [ZH["status"][2], "貨物吞吐量", "900", "噸"]
    assert row.endswith("本文 §3")
    assert lines[-1].startswith("本文: ")


def test_figures_on_which_sources_differ_both_stand_and_say_so() -> None:
    one, other = value("900", article("九百"), source="urn:a"), value("950", passage("九百五"), source="urn:b")
    text = "\n".join(text_of_targets(target(one, other)))
    assert ZH["differ"].format(others="950 噸") in text
    assert ZH["differ"].format(others="900 噸") in text
    # The same source, another period, the same figure: no difference.
    for unlike in (
        value("950", passage("九百五"), source="urn:a"),
        other.replace(qualifiers=(*other.qualifiers, qualifier("period", "年", "2031"))),
        value("900", passage("九百"), source="urn:b"),
    ):
        assert ZH["differ"].format(others="") not in "\n".join(text_of_targets(target(one, unlike)))


def test_a_target_has_its_baselines_due_years_and_what_is_not_said() -> None:
    before, earlier = value("700", article("七百")), value("500", article("五百"))
    due = claim(GOAL, DUE, cg.Value("2035", "urn:year"), article("到二〇三五年"), basis="resolved")
    full = target(value("900", article("九百")), dues=(due,), baselines=(before, earlier), years=("2029", None))
    text = "\n".join(text_of_targets(full))
    assert ZH["baselines"].format(n=1) in text
    assert ZH["baseline"].format(year="2029", figure="700 噸") in text
    no_year = ZH["lacking"].format(what=ZH["facets"]["year"])
    assert ZH["baseline"].format(year=no_year, figure="500 噸") in text
    resolved = ZH["noted"].format(note=ZH["basis"][1])
    quote = ZH["quoted"].format(words="到二〇三五年")
    assert f"{ZH['due'].format(year='2035')}{resolved} {quote} 本文 §3" in text
    bare = "\n".join(text_of_targets(target(value("900", article("九百"), qualifiers=()))))
    assert ZH["no_baselines"] in bare
    assert ZH["lacking"].format(what=ZH["comma"].join(ZH["facets"][f] for f in ("unit", "baseline", "due"))) in bare


def test_a_target_without_a_figure_is_shown_by_a_claim_about_it_and_lacks_no_figure() -> None:
    lines = text_of_targets(target(indicator=None))
    assert any(line.split()[1:2] == ["吞吐量目標"] for line in lines)
    assert ZH["facets"]["value"] not in lines[-1]
    assert ZH["facets"]["indicator"] in lines[-1]


# Timeline.


def moment(date: str | None, text: str, *stages: cg.Claim, **more: object) -> cg.Moment:
    said = claim(START, DATE, cg.Value(date or "", "urn:date"), article("投產"), status="realised")
    return cg.Moment(date, START, text, said, stages).replace(**more)


def stage(what: cg.Entity, name: str = "投產", *said: cg.Passage, **more: object) -> cg.Claim:
    reached = claim(START, cg.Relation("urn:advances", "推進"), what, *said, status="realised", iri=f"urn:{what.iri}")
    return reached.replace(qualifiers=(qualifier("stage", "階段", name),)).replace(**more)


def text_of_timeline(*moments: cg.Moment, undated: tuple[cg.Moment, ...] = ()) -> list[str]:
    return timeline_text(cg.Timeline(None, moments, undated), "zh-Hant", WIDE).splitlines()


def test_a_timeline_goes_by_year_with_dates_as_precise_as_they_are() -> None:
    lines = text_of_timeline(moment("2030", "年內"), moment("2031-05", "月內"), moment("2031-05-09", "當日"))
    assert lines[0].startswith(ZH["moments"].format(n=3))
    assert [line for line in lines if line[:1].isdecimal()][1:] == ["2030", "2031"]
    told = [" ".join(line.split()[1:4]) for line in lines if line.startswith("  ")]
    assert told[0].startswith("一號廠房投產 年內")
    assert told[1:] == ["2031-05 一號廠房投產 月內", "2031-05-09 一號廠房投產 當日"]


def test_what_has_no_date_stands_last_and_is_counted() -> None:
    lines = text_of_timeline(moment("2030", "年內"), undated=(moment(None, "某時"),))
    assert f"{ZH['undated']} 1" in lines[0]
    assert lines.index("2030") < lines.index(ZH["undated"])
    assert "某時" in lines[lines.index(ZH["undated"]) + 1]


def test_an_event_names_the_works_that_it_brought_to_each_stage_and_their_quotes() -> None:
    event = moment(
        "2031-05-09", "", stage(PLANT, "投產", passage("項目投產")), stage(FIRM, "投產"), stage(ZONE, "開工")
    )
    (row, *_) = [line for line in text_of_timeline(event) if line.startswith("  ")]
    assert f"一號廠房投產 → 錨鏈項目{ZH['comma']}錨鏈廠 投產{ZH['comma']}北港園區 開工" in row
    assert any("項目投產" in line for line in text_of_timeline(event))


def test_a_quote_within_another_of_the_same_paragraph_is_not_repeated() -> None:
    event = moment("2031", "", stage(PLANT, "投產", article("於是投產")))
    lines = "\n".join(text_of_timeline(event))
    assert lines.count(ZH["quoted"].format(words="於是投產")) == 1
    assert ZH["quoted"].format(words="投產") not in lines
    apart = moment("2031", "", stage(PLANT, "投產", article("於是投產", 4)))
    assert ZH["quoted"].format(words="投產") in "\n".join(text_of_timeline(apart))


def test_a_row_is_no_surer_than_the_least_sure_of_its_claims() -> None:
    mark = ZH["noted"].format(note=ZH["basis"][1])
    sure, unsure = (moment("2031", "", stage(PLANT, basis=basis)) for basis in ("stated", "resolved"))
    assert mark not in "\n".join(text_of_timeline(sure)[2:])
    assert mark in "\n".join(text_of_timeline(unsure)[2:])


def test_a_figure_is_printed_as_a_newspaper_would_beside_what_is_dated() -> None:
    due = moment("2035", "到期 2035", figure=value("150000000", article("一億五千萬噸")))
    assert any("一號廠房投產 到期 2035 · 1.5 億噸" in line for line in text_of_timeline(due))
    by_label = due.replace(claim=due.claim.replace(evidence=(passage("到期"),)))
    assert text_of_timeline(by_label)[-1].startswith("本文: ")  # the source of the figure
    founded = claim(FIRM, cg.Relation("urn:r", "投資"), number("20000"), article("兩萬"), status="realised")
    dated = cg.Moment("2031", FIRM, "投資 20 000", founded)
    assert any("錨鏈廠 投資 2 萬" in line for line in text_of_timeline(dated))


# Projects.


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
    assert "動詞:力推" in text
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


# All of them.


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_is_one_sentence(language: str) -> None:
    words = WORDS[language]
    assert targets_text(cg.Targets(None, ()), language, WIDE) == words["no_targets"] + "\n"
    assert timeline_text(cg.Timeline(None, ()), language, WIDE) == words["no_moments"] + "\n"
    assert projects_text(cg.Projects(None, ()), language, WIDE) == words["no_works"] + "\n"


@quick
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
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
