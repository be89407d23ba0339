"""Each row of the Chinese relations is tried by the proof itself: it proves its example and refuses its counter."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest

from cityGraph.proof.patterns import ends, traits
from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Statement, Thing
from cityGraph.proof.tables import table
from cityGraph.proof.text import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cityGraph.proof.statement import Verdict

FAMILIES = ("firm", "place", "body", "zone", "project", "person", "good", "document", "designation")
MARK = re.compile(r"\[([so]):([^\[\]]+)\]")
RELATIONS = sorted({row["relation"] for row in table("relations", "zh")})


def families(relation: str, end: str) -> list[str]:
    """List what the table of ends allows at an end; "words" for what is no thing."""
    allowed = ends(relation, end)
    found = [each for each in FAMILIES if each in allowed or "*" in allowed]
    return found + (["words"] if end == "object" and allowed & {"words", "date", "*"} else [])


def said(row: Mapping[str, str], column: str, subject: str, what: str) -> Verdict:
    """Try a cell of a row, with ends of two families."""
    names = dict(MARK.findall(row[column]))
    one = Thing("s", subject, (names["s"],))
    other = names["o"] if what == "words" else Thing("o", what, (names["o"],))
    things = [one, *([other] if isinstance(other, Thing) else [])]
    plan = row["mood"] in ("planned", "begun") or row["relation"] in ("plans", "aims-for")
    reading = Reading(text_of(MARK.sub(r"\2", row[column])), things, families={each: each for each in FAMILIES})
    return prove(Statement(one, row["relation"], other, "planned" if plan else "realised"), reading)


@pytest.mark.parametrize("relation", RELATIONS)
def test_each_row_proves_its_example_and_refuses_its_counter(relation: str) -> None:
    pairs = list(product(families(relation, "subject"), families(relation, "object")))
    words = [pair for pair in pairs if pair[1] == "words"]
    first = words if {"office", "dated", "stage"} & traits(relation) or relation == "ranks" else pairs[:1]
    for row in table("relations", "zh"):
        if row["relation"] == relation:
            proving = next((pair for pair in first + words + pairs if said(row, "example", *pair).proved), None)
            assert proving, (row["pattern"], row["example"])
            assert not said(row, "counter", *proving).proved, (row["pattern"], row["counter"])


def test_the_table_of_ends_has_a_row_for_each_relation_with_known_families_and_traits() -> None:
    rows = table("ends", "any")
    assert sorted(row["relation"] for row in rows) == RELATIONS
    known = {*FAMILIES, "words", "date", "*"}
    for row in rows:
        assert set(row["subjects"].split()) <= known, row
        assert set(row["objects"].split()) <= known, row
