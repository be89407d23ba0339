"""Workbooks of our own making, and ways to break them."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import xlsxwriter

from support.sheets import CITIES

Change = Callable[[Any, dict[str, Any]], None]


def book(file: Path, change: Change | None = None, /, **tables: str) -> Path:
    """Write the city of `CITIES` in 简体 as a workbook; a table that is named is the CSV given instead.

    The function gets the open workbook and its sheets by title before they are saved.
    """
    city = CITIES["zh-Hans"]
    texts = {name.removesuffix(".csv"): text for name, text in city.items() if name.endswith(".csv")} | tables
    written = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False, "strings_to_numbers": False})
    sheets: dict[str, Any] = {}
    for title, text in texts.items():
        sheets[title] = written.add_worksheet(title)
        for number, record in enumerate(csv.reader(StringIO(text))):
            sheets[title].write_row(number, 0, record)
    if change:
        change(written, sheets)
    written.close()
    (file.parent / "texts").mkdir(exist_ok=True)
    (file.parent / "texts" / "news.txt").write_text(city["texts/news.txt"], "utf-8")
    return file


def parts_of(file: Path) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Some parts as an archive."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def replaced(file: Path, part: str, old: bytes, new: bytes) -> None:
    """Change the bytes of one part of a workbook."""
    parts = parts_of(file)
    assert old in parts[part], parts[part]
    file.write_bytes(packed(parts | {part: parts[part].replace(old, new)}))
