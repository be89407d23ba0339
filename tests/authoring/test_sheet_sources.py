"""The table of sources, and the texts that it may name."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.sheets import check, refusals, rows, sheets

OUTSIDE = "it lies outside the folder. Copy the text into the folder"
TEXT = "乙市新闻\n\n乙市支持甲公司。\n"


def sources(*lines: str) -> str:
    return "\n".join(["key,title,date,language,file", *lines, ""])


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (",乙市新闻,,,", "key: the source has no key"),
        ("b,,,,", "title: the source has no title"),
        ("b,报,昨天,,", "date: '昨天' is no date. Write it as 2021-06-09, 2021-06 or 2021"),
        ("b,报,44356,,", "date: '44356' is no date. Write it as 2021-06-09, 2021-06 or 2021; did you mean 2021-06-09?"),
        ("b,报,2021-02-30,,", "date: '2021-02-30' is no date. Write it as 2021-06-09, 2021-06 or 2021"),
        ("b,报,,Chinese 中文,", "language: 'Chinese 中文' is no language tag; did you mean zh-Hans, zh-Hant or en?"),
        ("b,报,,,new.txt", "file: new.txt: no such file in texts/ or beside the tables. Did you mean news.txt?"),
        ("b,报,,,none", "file: none: no such file in texts/ or beside the tables"),
        ("b,报,,,empty.txt", "file: empty.txt: the text is empty"),
        ("b,报,,,binary.txt", "file: binary.txt: it is not plain text in UTF-8, UTF-16, GBK or Big5. Save it as UTF-8"),
        ("b,报,,,nul.txt", "file: nul.txt: it has control characters, so it is no plain text"),
        ("b,报,,,folder", "file: folder: it is no file"),
        ("b,报,,,../outside.txt", f"file: ../outside.txt: {OUTSIDE}"),
        ("b,报,,,../../../etc/passwd", f"file: ../../../etc/passwd: {OUTSIDE}"),
        ("b,报,,,/etc/passwd", f"file: /etc/passwd: {OUTSIDE}"),
        ("b,报,,,..\\outside.txt", f"file: ..\\outside.txt: {OUTSIDE}"),
        ("b,报,,,link.txt", f"file: link.txt: {OUTSIDE}"),
        ("b,报,,,linked/outside.txt", f"file: linked/outside.txt: {OUTSIDE}"),
        ("NEWS,乙市日报,,,", "title: row 2 with the same key has another title"),
        ("news,乙市新闻,2023,,", "date: row 2 with the same key has another date"),
    ],
)  # fmt: skip
def test_a_source_that_is_none_or_has_no_text_that_can_be_read_is_refused(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "outside.txt").write_text(TEXT, "utf-8")
    folder = tmp_path / "city"
    sheets(folder, sources=sources("news,乙市新闻,2024,,news.txt", line), claims=rows({}))
    texts = folder / "texts"
    (texts / "empty.txt").write_text("\n \n", "utf-8")
    (texts / "binary.txt").write_bytes(b"\x89PNG\r\n\x00\xff")
    (texts / "nul.txt").write_text("乙市\0支持甲公司。", "utf-8")
    (texts / "folder").mkdir()
    (texts / "link.txt").symlink_to(tmp_path / "outside.txt")
    (texts / "linked").symlink_to(tmp_path, target_is_directory=True)
    assert refusals(folder) == [f"sources.csv:3 {says}"]


@pytest.mark.parametrize("place", ["texts/page.txt", "page.txt", "texts/2024/page.txt"])
def test_a_text_lies_in_texts_or_beside_the_tables(tmp_path: Path, place: str) -> None:
    name = place.removeprefix("texts/")
    sheets(tmp_path, sources=sources(f"news,乙市新闻,,,{name}"), claims=rows({}))
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text(TEXT, "utf-8")
    assert [each.proof for each in check(tmp_path).proved] == ["text"]


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    sheets(tmp_path, sources=sources("news,乙市新闻,,,link.txt"), claims=rows({}))
    (tmp_path / "texts" / "link.txt").symlink_to(tmp_path / "texts" / "news.txt")
    assert refusals(tmp_path) == []


@pytest.mark.parametrize("codec", ["gbk", "utf-16"])
def test_a_text_in_another_encoding_is_read_and_said(tmp_path: Path, codec: str) -> None:
    sheets(tmp_path, claims=rows({}))
    (tmp_path / "texts" / "news.txt").write_bytes(TEXT.encode(codec))
    answer = check(tmp_path)
    assert [each.proof for each in answer.proved] == ["text"]
    assert [note.partition(": ")[0] for note in answer.notes] == ["news.txt"]


def test_a_byte_order_mark_of_utf_8_is_not_worth_a_word(tmp_path: Path) -> None:
    sheets(tmp_path, claims=rows({}))
    (tmp_path / "texts" / "news.txt").write_bytes(TEXT.encode("utf-8-sig"))
    answer = check(tmp_path)
    assert ([each.proof for each in answer.proved], answer.notes) == (["text"], ())


@pytest.mark.parametrize("date", ["undated", "Undated", "未署日期", "無日期", ""])
def test_a_source_may_have_no_date(tmp_path: Path, date: str) -> None:
    assert refusals(sheets(tmp_path, sources=sources(f"news,乙市新闻,{date},,news.txt"), claims=rows({}))) == []


def test_a_key_is_matched_in_any_case_and_a_second_row_may_repeat_it(tmp_path: Path) -> None:
    lines = ("news,乙市新闻,2024,,news.txt", "news,乙市新闻,,zh-Hans,")
    assert refusals(sheets(tmp_path, sources=sources(*lines), claims=rows({"source": "NEWS"}))) == []


def test_a_claim_of_a_source_that_is_refused_says_where(tmp_path: Path) -> None:
    sheets(tmp_path, sources=sources("news,乙市新闻,44356,,news.txt"), claims=rows({}))
    assert refusals(tmp_path)[1:] == ["claims.csv:2 source: row 2 of sources.csv is refused"]


def test_years_in_a_text_count_from_the_date_of_its_source(tmp_path: Path) -> None:
    figure = {"subject": "甲公司", "relation": "has-output", "object": "120", "measure": "销售额", "unit": "亿元"}
    for date, proved in (("2024", 1), ("2020", 0)):
        sheets(tmp_path, sources=sources(f"news,乙市新闻,{date},,news.txt"), claims=rows({**figure, "period": "2023"}))
        (tmp_path / "texts" / "news.txt").write_text("乙市新闻\n\n甲公司去年销售额达到120亿元。\n", "utf-8")
        assert len(check(tmp_path).proved) == proved
