"""The answer of targets as text."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.render.targets import targets_text
from cityGraph.render.words import WORDS
from support.nouns import (
    CITY,
    FIRM,
    article,
    claim,
    number,
    passage,
    qualifier,
)

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
    assert row.split()[:3] == [ZH["status"][2], "貨物吞吐量", "900噸"]
    assert row.endswith("本文 §3")
    assert any(line.startswith("本文：") for line in lines)


def test_figures_on_which_sources_differ_both_stand_and_say_so() -> None:
    one, other = value("900", article("九百"), source="urn:a"), value("950", passage("九百五"), source="urn:b")
    text = "\n".join(text_of_targets(target(one, other)))
    assert ZH["differ"].format(others="950噸") in text
    assert ZH["differ"].format(others="900噸") in text
    # The same source, another period, the same figure: no difference.
    for unlike in (
        value("950", passage("九百五"), source="urn:a"),
        other.replace(qualifiers=(*other.qualifiers, qualifier("period", "年", "2020"))),
        value("900", passage("九百"), source="urn:b"),
    ):
        assert ZH["differ"].format(others="") not in "\n".join(text_of_targets(target(one, unlike)))


def test_a_target_has_its_baselines_due_years_and_what_is_not_said() -> None:
    before, earlier = value("700", article("七百")), value("500", article("五百"))
    due = claim(GOAL, DUE, cg.Value("2035", "urn:year"), article("到二〇三五年"), basis="resolved")
    full = target(value("900", article("九百")), dues=(due,), baselines=(before, earlier), years=("2029", None))
    text = "\n".join(text_of_targets(full))
    assert ZH["baselines"].format(n=1) in text
    assert ZH["baseline"].format(year="2029", figure="700噸") in text
    no_year = ZH["lacking"].format(what=ZH["facets"]["year"])
    assert ZH["baseline"].format(year=no_year, figure="500噸") in text
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
