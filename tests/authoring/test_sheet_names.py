"""The titles of sheets that are tables."""

from __future__ import annotations

import pytest

from cityGraph.authoring.columns import TABLES
from cityGraph.authoring.sheet_names import CITY_SHEET, table_named


@pytest.mark.parametrize(
    ("titles", "table"),
    [
        (("things", "THINGS", "Things ", "事物"), "things"),
        (("claims", "主張", "主张", "claims.csv", "Claims.CSV"), "claims"),
        (("sources", "來源", "来源"), "sources"),
        (("words", "詞語"), "words"),
        (("city", "城市", "city.toml"), CITY_SHEET),
        (("README", "說明"), ""),
        (("Sheet1", "entities", "relations", "工作表1", ""), None),
    ],
)
def test_a_title_in_any_case_and_script_is_a_table(titles: tuple[str, ...], table: str | None) -> None:
    assert {table_named(each) for each in titles} == {table}


def test_each_table_has_a_name_of_its_own() -> None:
    assert [table_named(each) for each in (*TABLES, CITY_SHEET)] == [*TABLES, CITY_SHEET]
