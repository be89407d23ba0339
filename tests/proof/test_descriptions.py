"""Names in parts, behind the names of their owners, and in another order."""

from __future__ import annotations

import pytest

from cityGraph.proof.descriptions import Descriptions
from cityGraph.proof.folded import folded
from cityGraph.proof.statement import Thing

THINGS = [
    Thing("firm", "Firm", ("遠山光學", "Hillview Optics")),
    Thing("park", "Zone", ("遠山光學智能鏡頭產業園", "Hillview Optics smart lens park")),
    Thing("one", "Project", ("遠山鏡頭廠一期", "Hillview Optics lens plant, phase 1")),
    Thing("two", "Project", ("遠山鏡頭廠二期", "Hillview Optics lens plant, phase 2")),
    Thing("line", "Route", ("青川地鐵1號線", "1號線")),
    Thing("group", "Organisation", ("青川人才集團",)),
    Thing("city", "City", ("青川", "Greenford")),
]
TIED = {"firm": {"park", "one", "two"}, "city": {"group", "firm"}}
INDEX = Descriptions(THINGS, {}, TIED)


def named(sentence: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(sentence[each.start : each.end], each.keys) for each in INDEX.find(folded(sentence))]


@pytest.mark.parametrize(
    ("sentence", "words", "key"),
    [
        ("遠山光學的鏡頭產業園已建成。", "遠山光學的鏡頭產業園", "park"),
        ("遠山光學在青川的鏡頭產業園。", "遠山光學在青川的鏡頭產業園", "park"),
        ("遠山光學智能的鏡頭產業園。", "遠山光學智能的鏡頭產業園", "park"),
        ("地鐵1號線開通。", "地鐵1號線", "line"),
        (
            "The first phase of the Hillview Optics lens plant opened.",
            "The first phase of the Hillview Optics lens plant",
            "one",
        ),
        ("Phase two of Hillview Optics' lens plant opened.", "Phase two of Hillview Optics' lens plant", "two"),
    ],
)
def test_a_description_means_the_thing(sentence: str, words: str, key: str) -> None:
    assert (words, (key,)) in named(sentence)


def test_what_is_left_of_a_name_counts_where_its_first_part_stands_in_the_sentence() -> None:
    assert ("人才集團", ("group",)) in named("青川準備組建人才集團。")
    assert named("他們準備組建人才集團。") == []


@pytest.mark.parametrize("sentence", ["遠山光學三期開工。", "遠山光學生產鏡頭。", "遠山光學的大樓。"])
def test_other_words_behind_a_name_leave_it_alone(sentence: str) -> None:
    assert named(sentence) == [("遠山光學", ("firm",))]


def test_another_phase_is_another_work() -> None:
    found = named("Phase three of the Hillview Optics lens plant opened.")
    assert not {key for _, keys in found for key in keys} & {"one", "two"}


def test_the_one_work_of_its_sort_is_named_by_its_owner() -> None:
    index = Descriptions([*THINGS, Thing("base", "Project", ("Hillview Optics glass base",))], {}, {"firm": {"base"}})
    found = [each.keys for each in index.find("hillview optics's base opened")]
    assert found == [("base",)]
