"""What is written into the sheets of a new city: complete in each language, and the same in all."""

from __future__ import annotations

from typing import Any

import opencc
import pytest

from cityGraph.authoring.columns import columns_of
from cityGraph.authoring.fresh import CITY_KEYS, TABLES, fresh
from support.process import LANGUAGES


def shape(value: Any) -> Any:
    """The keys of a table, and of the tables in it."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    return [shape(each) for each in value] if isinstance(value, list) else type(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_column_that_is_written_is_known_and_explained(language: str) -> None:
    comments = fresh(language)["comments"]
    for table, columns in TABLES.items():
        assert set(columns) <= set(columns_of(table).names)
        assert set(columns_of(table).needed) <= set(columns)
        assert list(comments[table]) == list(columns)
    assert list(comments["city"]) == list(CITY_KEYS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_needed_says_so(language: str) -> None:
    needed = {"en": "Needed.", "zh-Hans": "必填。", "zh-Hant": "必填。"}[language]
    for table in TABLES:
        for column, words in fresh(language)["comments"][table].items():
            assert (needed in words) == (column in columns_of(table).needed), (table, column)


def test_all_languages_have_the_same_parts() -> None:
    english = fresh("en")
    things = [{**each, "en": each["name"]} for each in english["example"]["things"]]  # the name is English already
    english = {**english, "example": {**english["example"], "things": things}}
    assert shape(fresh("zh-Hans")) == shape(fresh("zh-Hant")) == shape(english)


def test_both_scripts_say_the_same_but_for_the_words_of_a_place() -> None:
    words = {"程式": "程序", "資料夾": "文件夹", "檔名": "文件名", "產生": "生成", "執行": "运行", "「": "“", "」": "”"}
    hant = str(fresh("zh-Hant"))
    for one, other in words.items():
        hant = hant.replace(one, other)
    assert opencc.OpenCC("t2s").convert(hant) == str(fresh("zh-Hans"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_quotes_little(language: str) -> None:
    quotes = [each.get("quote", "") for each in fresh(language)["example"]["claims"]]
    assert all(quote in fresh(language)["example"]["text"] for quote in quotes)
