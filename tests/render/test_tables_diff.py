"""What changed, as a table: one row a change."""

from __future__ import annotations

from typing import Any

import cityGraph as cg
from cityGraph.render.tables import table_of
from support.nouns import CITY, FIRM, SUPPORTS, passage
from support.process import LANGUAGES

PLAN = cg.Claim("urn:1", CITY, SUPPORTS, FIRM, "planned", "stated", (passage("支持"), passage("又")), proof="quotes")
FACT = PLAN.replace(status="realised", evidence=(passage("已支持", 9),))
CHANGES = (
    cg.Change("became-fact", CITY, PLAN, FACT, (cg.Aspect("status", "planned", "realised"),)),
    cg.Change("changed", FIRM, FIRM, FIRM.replace(label="錨廠"), (cg.Aspect("label", "錨鏈廠", "錨廠"),)),
    cg.Change("added", CITY, None, FACT.replace(object=cg.Value("30", "http://www.w3.org/2001/XMLSchema#decimal"))),
)


def rows(language: str) -> list[dict[str, Any]]:
    made = table_of(cg.Changes(("a",), ("b",), CHANGES, 3, 3), language)
    return [dict(zip(made.columns, row, strict=True)) for row in made.rows]


def test_each_change_is_one_row_with_both_sides() -> None:
    became, renamed, added = rows("en")
    assert became == {
        "change": "became fact",
        "detail": "status: plan → fact",
        "name": "雲泊",
        "kind": "城市",
        "relation": "支持",
        "was": "錨鏈廠",
        "was_status": "plan",
        "was_source": "港報",
        "was_quote": "支持 | 又",
        "now": "錨鏈廠",
        "now_status": "fact",
        "now_source": "港報",
        "now_quote": "已支持",
        "iri": "urn:city",
    }
    assert (renamed["was"], renamed["now"], renamed["relation"], renamed["detail"]) == (
        "錨鏈廠",
        "錨廠",
        None,
        "renamed: “錨鏈廠” → “錨廠”",
    )
    assert (added["was"], added["was_status"], added["now"], added["detail"]) == (None, None, "30", None)


def test_the_header_is_in_the_readers_language() -> None:
    heads = {language: table_of(cg.Changes((), (), ()), language).heads for language in LANGUAGES}
    assert len({*heads.values()}) == 3
    assert all(len({*each}) == len(each) for each in heads.values())
    assert " ".join(heads["en"]).isascii()
