"""Which names of a company are registered ones: those with their legal form at the end."""

from __future__ import annotations

from importlib.resources import files

import pytest

from cityGraph.authoring.registered import registered_names

ROWS = [
    row.split("\t") for row in (files("cityGraph.authoring") / "legal_forms.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("form", "tag", "example", "counter"), ROWS, ids=lambda cell: cell)
def test_each_legal_form_fits_its_example_and_not_its_counter_example(
    form: str, tag: str, example: str, counter: str
) -> None:
    assert form in example.lower()
    assert list(registered_names([(example, tag)]).values()) == [example]
    assert registered_names([(counter, tag)]) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("甲鋼鐵有限公司", "甲钢铁有限公司", True),
        ("甲（乙）有限公司", "甲(乙)有限公司", True),
        ("甲 乙有限公司", "甲乙有限公司", True),
        ("甲(乙)有限公司", "甲乙有限公司", False),
        ("甲有限公司", "甲股份有限公司", False),
        ("JIA CO., LTD.", "Jia Co Ltd", True),
        ("Jia Ltd.", "Jia Inc.", False),
    ],
)
def test_what_is_one_name_in_two_spellings(one: str, other: str, same: bool) -> None:
    first, second = (registered_names([(name, "")]) for name in (one, other))
    assert bool(first.keys() & second.keys()) == same
    assert len(first) == len(second) == 1


@pytest.mark.parametrize(
    "names",
    [
        [("Jia Co., Ltd.", "en"), ("甲", "zh-Hans")],
        [("Jia Co., Ltd.", "en-t-zh")],
        [("Jiǎ Yǒuxiàn Gōngsī Ltd.", "zh-Latn-pinyin")],
        [("有限公司", "zh-Hans")],
        [("", "")],
    ],
)
def test_a_translation_pinyin_and_a_bare_legal_form_are_none(names: list[tuple[str, str]]) -> None:
    assert registered_names(names) == {}
