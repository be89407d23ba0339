"""A text and the language that its row gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.text_language import language_of, other_language
from support.sheets import refusals, rows, sheets

HANS = "乙市支持电气设备产业发展，甲公司扩建厂区。" * 3
HANT = "乙市支持電氣設備產業發展，甲公司擴建廠區。" * 3
EN = "Greenford supports Hillview Optics and its new site in Eastlake Park. " * 3


@pytest.mark.parametrize(
    ("told", "text", "other"),
    [
        ("zh-Hans", HANS, ""),
        ("zh-Hans", HANT, "zh-Hant"),
        ("zh-Hant", HANS, "zh-Hans"),
        ("zh-CN", HANT, "zh-Hant"),
        ("zh-TW", HANT, ""),
        ("zh", HANT, ""),
        ("ZH", EN, "en"),
        ("en", HANS, "zh-Hans"),
        ("en-GB", EN, ""),
        ("fr", EN, ""),
        ("fr", HANT, "zh-Hant"),
        ("ja", HANT, ""),
        ("en|zh-Hans", HANS, ""),
        ("", HANS, ""),
        ("en", "甲公司 OK", ""),
        ("zh", HANS + EN, ""),
        ("en", HANS + EN, ""),
    ],
)
def test_only_a_text_that_is_clearly_in_another_language_is_told(told: str, text: str, other: str) -> None:
    assert other_language(told, text) == other


def test_a_text_with_few_letters_or_none_has_no_language() -> None:
    assert {language_of(each) for each in ("", "甲公司", "1,234.5 2024 % — 。", "ok")} == {""}


def test_a_row_that_gives_its_text_another_language_is_refused(tmp_path: Path) -> None:
    sources = "key,title,language,file\nnews,乙市新闻,en,news.txt\n"
    folder = sheets(tmp_path, sources=sources, claims=rows({}))
    (folder / "texts" / "news.txt").write_text(f"乙市新闻\n\n乙市支持甲公司。\n\n{HANS}\n", "utf-8")
    assert refusals(folder) == [
        "sources.csv:2 language: the text of news.txt is in another language; did you mean zh-Hans?",
        "claims.csv:2 source: row 2 of sources.csv is refused",
    ]
