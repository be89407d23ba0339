"""The text that a person gives for a new city: how it is read, and what its lines tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.given_text import LARGEST, given_text, language_of
from cityGraph.errors import BadData

BODY = "\n\n甲公司位于乙市。甲公司支持丙园区的发展。\n"


def text_with(line: str) -> bytes:
    return f"乙市新闻\n\n{line}{BODY}".encode()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2021年6月9日", "2021-06-09"),
        ("来源：乙市日报 2021年06月09日08:12", "2021-06-09"),
        ("发布时间:2021/6/9", "2021-06-09"),
        ("(2021-06-09)", "2021-06-09"),
        ("Published on June 9, 2021", "2021-06-09"),
        (
            "DETROIT, June 9, 2021 (Example News) — The mill of Firm A opened. It has 30 machines, and more.",
            "2021-06-09",
        ),
        ("9 June 2021 | Example News", "2021-06-09"),
        ("2021-06-09 编辑 2021年6月9日", "2021-06-09"),
    ],
)
def test_a_line_of_its_own_dates_a_text(line: str, day: str) -> None:
    assert given_text(text_with(line)).date == day


@pytest.mark.parametrize(
    "line",
    [
        "2021年6月9日甲公司开工",  # an event
        "2021年6月9日，甲公司开工。",
        "甲公司开工于2021年6月9日",
        "2021-06-09 " + "甲公司" * 30,
        "The mill opened on June 9, 2021.",
        "The mill that opened on June 9, 2021 — and closed again",
        "From 7 to 9 June 2021",
        "6月9日",  # of which year?
        "2021年6月",
        "2021-13-45",
        "2021-06-09 更新于 2021-06-10",  # which of the two?
        "电话 20210609",
    ],
)
def test_a_date_that_may_be_that_of_an_event_dates_no_text(line: str) -> None:
    assert given_text(text_with(line)).date == ""


def test_the_title_and_the_middle_date_nothing_and_the_end_does() -> None:
    assert given_text(f"乙市 2021-06-09{BODY}".encode()).date == ""
    long = "甲公司位于乙市。\n\n" * 20
    assert given_text(f"乙市新闻\n\n{long}2021-06-09\n\n{long}".encode()).date == ""
    assert given_text(f"乙市新闻\n\n{long}日期：2021-06-09\n".encode()).date == "2021-06-09"


def test_an_address_on_a_line_of_its_own_is_that_of_the_text() -> None:
    assert given_text(text_with("https://example.org/a?b=1")).url == "https://example.org/a?b=1"
    assert given_text(text_with("见 https://example.org/a")).url == ""


def test_the_title_is_the_first_line_and_a_paragraph_is_cut() -> None:
    assert given_text("\n\n  乙市新闻 \n正文甲公司".encode()).title == "乙市新闻"
    title = given_text(("甲公司" * 100).encode()).title
    assert (len(title), title[-1]) == (120, "…")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("甲公司支援乙廠的發展", "zh-Hant"),
        ("甲公司支援乙厂的发展", "zh-Hans"),
        ("甲公司位在乙市", ""),  # the same in both scripts
        ("Firm A is in the north of the city.", "en"),
        ("L'usine est dans le nord de la ville.", ""),
        ("Das Werk liegt im Norden der Stadt.", ""),
        ("Das Werk liegt im Norden. " * 30 + "The Mill", ""),  # a name in another language
        ("2021 2022", ""),
    ],
)
def test_only_what_the_characters_tell_is_the_language(words: str, language: str) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16"])
def test_another_encoding_is_recognised_and_said(tmp_path: Path, encoding: str) -> None:
    words = "乙市新聞\n\n甲公司位於乙市。" if encoding == "big5" else "乙市新闻\n\n甲公司位于乙市。"
    file = tmp_path / "news.txt"
    file.write_bytes(words.encode(encoding))
    found = given_text(file)
    assert found.content == words
    assert found.note.startswith("news.txt: read as ")
    assert found.note.endswith(", written as UTF-8.")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the text is empty"),
        (b" \n\t\n", "the text is empty"),
        (b"---\n", "the text is empty"),
        (b"\xef\xbb\xbf", "the text is empty"),
        (bytes(range(256)), "not plain text"),
        (b"%PDF-1.7\nA text", "not plain text"),
        (b"<!DOCTYPE html><p>A text", "not plain text"),
        (b"  <html>A text", "not plain text"),
        (b"{\\rtf1 A text}", "not plain text"),
        (b"A\x00text", "not plain text in UTF-8"),
        (b"A\x07text", "control characters (U+0007)"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(content)
    with pytest.raises(BadData) as refused:
        given_text(file)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_text_of_ten_megabytes_is_refused_and_one_of_the_limit_is_read() -> None:
    with pytest.raises(BadData, match="it has 10 MiB, more than 5"):
        given_text(b"a text. " * (10 << 17))
    assert given_text(b"the text".ljust(LARGEST, b"."))


def test_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="No such file"):
        given_text(tmp_path / "none.txt")
    with pytest.raises(BadData, match="it is no file"):
        given_text(tmp_path)


@pytest.mark.parametrize(
    ("name", "file", "key"),
    [
        ("news.txt", "news.txt", "news"),
        ("乙市新闻 2021.TXT", "乙市新闻 2021.txt", "yishi-xinwen-2021"),
        ("article", "article.txt", "article"),
        ("things.csv", "things.csv.txt", "things-csv"),
        ("notes.md", "notes.md", "notes"),
        (".hidden", "hidden.txt", "hidden"),
        ('a:b?"c".txt', "abc.txt", "abc"),
        ("a" * 200 + ".txt", "a" * 60 + ".txt", "a" * 40),
    ],
)
def test_a_text_keeps_its_name_as_far_as_it_can(tmp_path: Path, name: str, file: str, key: str) -> None:
    (tmp_path / name).write_text("The text.", "utf-8")
    found = given_text(tmp_path / name)
    assert (found.file, found.key) == (file, key)
