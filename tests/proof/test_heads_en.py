"""What an English noun such as "the council" stands for."""

from __future__ import annotations

import pytest

from cityGraph.proof.heads_en import Heads, stands_for_plans
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Thing
from cityGraph.proof.text import text_of

THINGS = [
    Thing(name, family, (name,))
    for name, family in (
        ("Elmford Council", "body"),
        ("Oakline Company", "body"),
        ("Port of Elmford", "project"),
        ("North Park", "zone"),
        ("South Park", "zone"),
    )
]
FAMILIES = {each: each for each in ("body", "project", "zone")}
TEXT = "Elmford Council met Oakline Company at the Port of Elmford.\n\nNorth Park grew.\n\nSouth Park grew."


def reading(text: str = TEXT) -> Reading:
    return Reading(text_of(text), THINGS, families=FAMILIES)


@pytest.mark.parametrize(
    ("word", "number", "families", "expected"),
    [
        ("the council", 3, {"body"}, ("Elmford Council",)),
        ("the council's", 3, {"body"}, ("Elmford Council",)),
        ("the port", 1, {"project"}, ("Port of Elmford",)),
        ("the council", 1, {"zone"}, ()),  # of no family that the noun may have
        ("the company", 3, {"body"}, ()),  # said of any firm
        ("the university", 3, {"body"}, ()),  # no name has it
        ("the park", 2, {"zone"}, ("North Park",)),  # the other one is named later
        ("the park", 3, {"zone"}, ()),  # two have it
    ],
)
def test_a_noun_stands_for_the_one_name_with_that_head(
    word: str, number: int, families: set[str], expected: tuple[str, ...]
) -> None:
    assert Heads(reading()).by_head(word, number, families) == expected


def test_only_one_thing_of_a_paragraph_is_clear() -> None:
    read = reading()
    heads = Heads(read)
    assert heads.only(read.topics.spots(2), {"zone"}) == ("North Park",)
    assert heads.only(read.topics.spots(1), {"body"}) == ()


def test_a_noun_stands_again_for_what_it_stood_for() -> None:
    read = reading("North Park grew.\n\nThe site was sold.\n\nIt rained.\n\nIt snowed.\n\nThe site was empty.")
    spot = next(spot for spot in read.topics.spots(5))
    assert spot.keys == ("North Park",)


def test_a_bridge_is_no_firm() -> None:
    assert stands_for_plans("the project")
    assert not stands_for_plans("the bridge")
