"""The columns of the tables, and what a heading may call them."""

from __future__ import annotations

import pytest

from cityGraph.authoring.columns import TABLES, columns_of


@pytest.mark.parametrize(
    ("table", "heading", "column"),
    [
        ("claims", "subject", "subject"),
        ("claims", "SUBJECT", "subject"),
        ("claims", "Subject Words", "subject-words"),
        ("claims", "subject_words", "subject-words"),
        ("claims", "ＳＵＢＪＥＣＴ", "subject"),
        ("claims", "主語", "subject"),
        ("claims", "主语", "subject"),
        ("claims", "賓語", "object"),
        ("things", "zh_hant", "zh-Hant"),
        ("things", "別名", "aliases"),
        ("sources", "文件", "file"),
        ("words", "詞", "word"),
        ("claims", "file", None),
        ("things", "subject", None),
    ],
)
def test_a_heading_means_a_column(table: str, heading: str, column: str | None) -> None:
    assert columns_of(table).named(heading) == column


@pytest.mark.parametrize("table", TABLES)
def test_a_column_is_called_by_its_own_name_and_no_word_means_two(table: str) -> None:
    columns = columns_of(table)
    assert all(columns.named(column) == column for column in columns.names)
    assert set(columns.needed) <= set(columns.names)


def test_only_the_parts_of_a_claim_and_its_source_are_needed() -> None:
    assert {table: columns_of(table).needed for table in TABLES} == {
        "things": ("name", "kind"),
        "claims": ("subject", "relation", "object", "source"),
        "sources": ("key", "title"),
        "words": ("word", "means"),
    }
