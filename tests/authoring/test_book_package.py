"""Workbooks that are none, are locked, are broken, or would fill the memory: each is one line."""

from __future__ import annotations

import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from cityGraph.authoring.book_package import UNPACKED, read_package
from cityGraph.errors import BadData
from support.books import book, packed, parts_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>'
)
LEAK = b'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>'


def refusal(file: Path) -> str:
    with pytest.raises(BadData) as caught:
        read_package(str(file), file.name)
    said = str(caught.value)
    assert said.startswith(f"{file.name}: ")
    assert "\n" not in said
    return said.removeprefix(f"{file.name}: ")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is empty"),
        (b"name,kind\n", "it is no workbook"),
        (b"%PDF-1.7", "it is no workbook"),
        (OLE + b"\0" * 600, "it is no .xlsx, but .xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "it has a password"),
        (b"PK\x03\x04", "it is damaged or cut off"),
        (packed({"a.txt": b"x"}), "it is an archive and no workbook"),
        (packed({"content.xml": b"<a/>", "mimetype": b"x"}), "it is no .xlsx, but .ods"),
        (packed({"[Content_Types].xml": b"<a/>", "xl/workbook.bin": b"x"}), "it is no .xlsx, but .xlsb"),
    ],
)
def test_what_is_no_workbook_is_one_line(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(content)
    assert refusal(file).startswith(says)


def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx") == "No such file or directory"
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert refusal(tmp_path / "pipe.xlsx") == "it is no file"


@pytest.mark.parametrize("kept", [10, 1_000, -400, -1])
def test_a_workbook_that_is_cut_off_is_one_line(tmp_path: Path, kept: int) -> None:
    file = book(tmp_path / "a.xlsx")
    file.write_bytes(file.read_bytes()[:kept])
    assert refusal(file) == "it is damaged or cut off. Save it again"


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("content", [LAUGHS, LEAK], ids=["laughs", "leak"])
def test_no_part_may_declare_an_entity(tmp_path: Path, part: str, content: bytes) -> None:
    file = book(tmp_path / "a.xlsx")
    file.write_bytes(packed(parts_of(file) | {part: content}))
    assert refusal(file) == f"its part {part} declares entities, as no workbook does. Save it as .xlsx"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "cp037", "utf-7"])
def test_no_encoding_hides_an_entity(tmp_path: Path, codec: str) -> None:
    file = book(tmp_path / "a.xlsx")
    told = LAUGHS.decode().replace('version="1.0"', f'version="1.0" encoding="{codec}"')
    file.write_bytes(packed(parts_of(file) | {"xl/sharedStrings.xml": told.encode(codec)}))
    assert refusal(file) == "its part xl/sharedStrings.xml is no XML in UTF-8. Save it as .xlsx"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx")
    content = packed(parts_of(file) | {"xl/worksheets/sheet9.xml": b"x"})
    at = content.rindex(b"PK\x01\x02")
    file.write_bytes(content[: at + 24] + struct.pack("<I", UNPACKED + 1) + content[at + 28 :])
    assert refusal(file) == "unpacked it is larger than 256 MiB"


@pytest.mark.parametrize(("says", "reason"), [(10, "a part of it is larger than it says"), (1 << 20, "it is damaged")])
def test_a_part_of_another_size_than_it_says_is_refused(tmp_path: Path, says: int, reason: str) -> None:
    file = book(tmp_path / "a.xlsx")
    content = packed(parts_of(file) | {"xl/big.xml": b" " * 100_000})
    at = content.rindex(b"PK\x01\x02")
    file.write_bytes(content[: at + 24] + struct.pack("<I", says) + content[at + 28 :])
    assert refusal(file).startswith(reason)


def test_a_part_is_checked_by_its_sum(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx")
    content = packed(parts_of(file) | {"xl/big.xml": b"<a/>"})
    at = content.rindex(b"PK\x01\x02")
    file.write_bytes(content[: at + 16] + b"\0\0\0\0" + content[at + 20 :])
    assert refusal(file).startswith("it is damaged")


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx")
    file.write_bytes(packed(parts_of(file) | {"XL/Workbook.xml": b"<a/>"}))
    assert refusal(file).startswith("two of its parts have one name")


def test_macros_and_other_workbooks_are_left_out_and_said(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsm")
    more = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": LEAK, "xl/embeddings/a.xlsx": b"x"}
    file.write_bytes(packed(parts_of(file) | more))
    package = read_package(str(file), file.name)
    assert (package.macros, package.elsewhere) == (True, True)
    assert not more.keys() & package.parts.keys()
    plain = read_package(str(book(tmp_path / "b.xlsx")), "b.xlsx")
    assert (plain.macros, plain.elsewhere) == (False, False)


def test_the_file_that_is_read_further_holds_what_was_checked(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx")
    package = read_package(str(file), file.name)
    with zipfile.ZipFile(BytesIO(package.file().read())) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == package.parts == parts_of(file)


def test_what_no_workbook_holds_beside_its_tables_may_be_broken(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx")
    more = {"xl/media/a.png": b"<a\0", "../../a.bin": b"<!DOCTYPE"}
    file.write_bytes(packed(parts_of(file) | more))
    assert more.items() <= read_package(str(file), file.name).parts.items()
