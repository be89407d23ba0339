"""The answer of timeline as text."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.render.timeline import timeline_text
from cityGraph.render.words import WORDS
from support.nouns import (
    FIRM,
    ZONE,
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
    assert any("一號廠房投產 到期 2035 · 1.5億噸" in line for line in text_of_timeline(due))
    by_label = due.replace(claim=due.claim.replace(evidence=(passage("到期"),)))
    assert any(line.startswith("本文：") for line in text_of_timeline(by_label))  # the source of the figure
