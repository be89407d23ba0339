"""The constructions that follow from those of the table."""

from __future__ import annotations

import pytest

from cityGraph.proof.construction import parse
from cityGraph.proof.derived import derived


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{s}'s investment in {o}", ["{s} investment in {o}"]),
        ("{s}, the … owner of {o}", ["{s}, owner of {o}"]),
        (
            "{s} … <own> … {o}",
            ["{o}, which {s} … <own>", "{o} that {s} … <own>", "{o} which {s} … <own>"],
        ),
        ("{o} <be> owned by {s}", []),
    ],
)
def test_what_follows_from_a_construction(source: str, found: list[str]) -> None:
    assert [each.source for each in derived(parse("owns", source, "", "en"), parse)] == found


def test_only_the_form_with_a_possessive_asks_for_one() -> None:
    assert [each.owner for each in derived(parse("owns", "{s}'s plant {o}", "", "en"), parse)] == [True]
