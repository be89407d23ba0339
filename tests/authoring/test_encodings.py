"""In which encoding a file was saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.encodings import decoded, read_bytes
from cityGraph.errors import BadData

HANS = "乙市支持甲公司，甲公司在开发区投资建设工厂，去年产值达到一百二十亿元。"
HANT = "丁市支持戊公司，戊公司在開發區投資興建工廠，去年產值達到一百二十億元。"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (HANS, "utf-8", ""),
        (HANS, "utf-8-sig", ""),
        (HANS, "utf-16", "UTF-16"),
        (HANS, "utf-32", "UTF-32"),
        (HANS, "gbk", "GBK"),
        (HANS + "𠮷", "gb18030", "GBK"),
        (HANT, "gbk", "GBK"),
        (HANT, "cp950", "Big5"),
        ("名稱,類別\n丁市,城市\n", "big5", "Big5"),
        ("名称,类别\n乙市,城市\n", "gbk", "GBK"),
        ("only ASCII", "ascii", ""),
    ],
)
def test_an_encoding_is_recognised_and_named(text: str, codec: str, name: str) -> None:
    assert decoded(text.encode(codec), "a.csv") == (text, name)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"PK\x03\x04\x14\x00\xff\xfe\x9d\x00",
        b"\x89PNG\r\n\x1a\n\x00\xff",
        b"\xef\xbb\xbf\xff",
        "name,kind".encode("utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(BadData, match=r"^a\.csv: .*Save it as UTF-8"):
        decoded(content, "a.csv")


def test_a_file_is_read_whole_or_refused_by_the_name_that_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x\r\n")
    assert read_bytes(str(tmp_path / "a"), "a") == b"x\r\n"
    for wrong in (tmp_path, tmp_path / "b", tmp_path / "a\0"):
        with pytest.raises(BadData, match=r"^called: "):
            read_bytes(str(wrong), "called")
