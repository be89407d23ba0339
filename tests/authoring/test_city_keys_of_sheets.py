"""The keys of the city as cells name them."""

from __future__ import annotations

import pytest

from cityGraph.authoring.city_keys import key_named, value_of


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Name", "name"),
        ("名稱", "name"),
        ("ID", "id"),
        ("語言", "languages"),
        ("許可證", "licence"),
        ("", None),
        ("x", None),
    ],
)
def test_a_key_is_known_in_any_script(word: str, key: str | None) -> None:
    assert key_named(word) == key


def test_only_a_list_is_divided() -> None:
    assert value_of("languages", "zh-Hans, en；fr") == ["zh-Hans", "en", "fr"]
    assert value_of("name", "甲、乙") == "甲、乙"
