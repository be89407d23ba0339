"""The first rows of a new city: what is filled in of its name, and what is not said."""

from __future__ import annotations

import tomllib

import pytest

from cityGraph.authoring.fresh import TABLES
from cityGraph.authoring.fresh_tables import city_toml, fresh_tables, name_in
from cityGraph.authoring.given_text import given_text
from support.process import LANGUAGES

TEXT = given_text("乙市新闻\n\n2021-06-09\n\n甲公司位于乙市。\n".encode())


def city_row(name: str) -> dict[str, str]:
    """The row of a city, without what is empty."""
    heading, row = fresh_tables(name, TEXT, "en")["things"]
    return {column: cell for column, cell in zip(heading, row, strict=True) if cell}


@pytest.mark.parametrize(
    ("name", "filled"),
    [
        ("Detroit", {"id": "detroit", "en": "Detroit"}),
        ("Łódź", {"id": "lodz", "en": "Łódź"}),
        ("沈阳", {"id": "shenyang", "zh-Hant": "瀋陽", "zh-Hans": "沈阳", "pinyin": "Shěnyáng"}),
        ("瀋陽市", {"id": "shenyang-shi", "zh-Hant": "瀋陽市", "zh-Hans": "沈阳市", "pinyin": "Shěnyáng Shì"}),
        ("台北縣", {"id": "taibei-xian", "zh-Hant": "台北縣", "zh-Hans": "台北县", "pinyin": "Táiběi Xiàn"}),
        ("長治", {"id": "changzhi", "zh-Hant": "長治", "zh-Hans": "长治", "pinyin": "Chángzhì"}),
        ("Αθήνα", {"id": "thing-c52df3"}),  # what cannot be filled in stays empty
        ("서울", {"id": "thing-ca6c41"}),
    ],
)
def test_of_the_name_of_a_city_its_id_other_script_and_pinyin_are_filled_in(name: str, filled: dict[str, str]) -> None:
    assert city_row(name) == {"name": name, "kind": "city", **filled}


def test_a_name_in_a_script_stays_as_it_was_written() -> None:
    assert name_in("台東縣", "zh-Hant") == "台東縣"
    assert name_in("范縣", "zh-Hant") == "范縣"  # a program that takes it for 简体 makes 範 of it
    assert name_in("台东县", "zh-Hans") == "台东县"


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_a_text_there_is_the_city_and_the_source_and_nothing_is_claimed(language: str) -> None:
    tables = fresh_tables("乙市", TEXT, language)
    assert {table: len(rows) - 1 for table, rows in tables.items()} == {
        "things": 1, "claims": 0, "sources": 1, "words": 0, "city": 5,
    }  # fmt: skip
    source = dict(zip(*tables["sources"], strict=True))
    assert (source["key"], source["title"], source["date"], source["file"]) == (
        "text",
        "乙市新闻",
        "2021-06-09",
        "text.txt",
    )


@pytest.mark.parametrize(("language", "word"), [("en", "undated"), ("zh-Hans", "未署日期"), ("zh-Hant", "未署日期")])
def test_a_text_without_a_date_is_undated(language: str, word: str) -> None:
    tables = fresh_tables("乙市", TEXT.replace(date=""), language)
    assert dict(zip(*tables["sources"], strict=True))["date"] == word


def test_a_city_with_a_name_of_the_example_has_one_row() -> None:
    names = [row[0] for row in fresh_tables("示例市", None, "zh-Hant")["things"][1:]]
    assert names.count("示例市") == 1
    assert len(names) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_as_long_as_its_heading(language: str) -> None:
    tables = fresh_tables("乙市", None, language)
    for table, columns in TABLES.items():
        assert tuple(tables[table][0]) == columns
        assert {len(row) for row in tables[table]} == {len(columns)}


@pytest.mark.parametrize("name", ["乙市", 'The "B" \\ town', "L'Aquila"])
def test_the_keys_of_a_city_are_toml(name: str) -> None:
    said = tomllib.loads(city_toml(fresh_tables(name, None, "en")["city"], {"id": "An id."}))
    assert said["name"] == name
    assert set(said) == {"name", "id", "languages"}


@pytest.mark.parametrize(
    ("name", "language", "languages"),
    [
        ("Detroit", "en", ["en"]),
        ("Detroit", "zh-Hans", ["zh-Hans", "en"]),
        ("乙市", "zh-Hans", ["zh-Hans", "zh-Hant"]),
        ("乙市", "en", ["en", "zh-Hans", "zh-Hant"]),
    ],
)
def test_the_languages_are_those_of_the_reader_and_of_the_name(name: str, language: str, languages: list[str]) -> None:
    said = tomllib.loads(city_toml(fresh_tables(name, None, language)["city"], {}))
    assert said["languages"] == languages
