"""Reads a text that a person gives for a new city, and what its first and last lines tell of it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ..errors import BadData, short
from ..model.noun import Noun
from ..proof.dates_chinese import chinese_dates
from ..proof.dates_english import english_dates
from ..proof.folded import folded, is_chinese
from .cell_values import iso_date
from .encodings import decoded, read_bytes
from .filling import identifier
from .languages import lead

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 5 << 20  # bytes: some thousand pages. A longer file is no text of one source
_UNNAMED = "text.txt"  # what comes from standard input
_SUFFIXES = (".txt", ".md", ".text")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# Files of text that no person reads as it is.
_MARKUP = re.compile(r"\s*(?:<!doctype\s|<html|<\?xml|\{\\rtf|%PDF-)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]+")
_LONGEST_TITLE = 120  # characters; a longer first line is a paragraph
_LONGEST_LINE = 80  # characters of a line that tells when and where
_TOP, _END = 8, 3  # lines at either end that are looked at
_SAMPLE = 20_000  # characters that tell the language
_ENGLISH = re.compile(r"\bthe\b", re.IGNORECASE)  # every twentieth word of English, and no word of its neighbours
_RARE = 100  # a text with one in fewer words is not English
# The start of a report: DETROIT, March 5, 2024 (Reuters) — Ford …
_DATELINE = re.compile(r"^(.{3,80}?)\s(?:—|–|--?)\s")
_SMALL = re.compile(r"\b[a-z]+\b")
_FEW = 2  # words in small letters, such as "published on"; more of them are a sentence
_BEFORE = re.compile(r"(?:^|[\s:;,|·(/\[])$")
_AFTER = re.compile(r"(?:$|[\s:;,|·)/\].—–-]|\d)")


class GivenText(Noun):
    """A text for a new city.

    Attributes:
        file: The name that it gets in the folder of texts.
        key: The key of its source.
        content: The text.
        title: Its first line.
        date: Its date in ISO 8601; empty if no line gives one.
        url: Its address; empty if no line gives one.
        language: ``zh-Hant``, ``zh-Hans`` or ``en``; empty if nothing tells.
        note: In which encoding it was saved, if not UTF-8; else empty.
    """

    file: str
    key: str
    content: str
    title: str
    date: str
    url: str
    language: str
    note: str


def given_text(text: str | os.PathLike[str] | bytes) -> GivenText:
    r"""Read a text.

    Args:
        text: The path of a file, or the bytes of a text.

    Returns:
        The text, with what its lines tell.

    Raises:
        BadData: There is no such file, it is no plain text, it is empty, or it is too large.

    Examples:
        >>> found = given_text("Mill opens\n\nDETROIT, March 5, 2024 — The mill of the city is open.".encode())
        >>> found.title, found.date, found.language, found.key
        ('Mill opens', '2024-03-05', 'en', 'text')
    """
    called = "standard input" if isinstance(text, bytes) else os.fspath(text)
    raw = text if isinstance(text, bytes) else read_bytes(called, called or "''")
    if len(raw) > LARGEST:
        reason = f"it has {len(raw) / (1 << 20):.0f} MiB, more than {LARGEST >> 20}. Give the text of one source"
        raise BadData(called, reason)
    content, encoding = decoded(raw, called)
    if _MARKUP.match(content):
        raise BadData(called, "it is a page or a document, not plain text. Save its words as plain text")
    if wrong := _NO_TEXT.search(content):
        raise BadData(called, f"it has control characters (U+{ord(wrong.group()):04X}), so it is no plain text")
    lines = [line.strip() for line in content.splitlines() if line.strip()]
    if not any(map(str.isalnum, content)):
        raise BadData(called, "the text is empty")
    file = _UNNAMED if isinstance(text, bytes) else _name(called)
    return GivenText(
        file,
        identifier([file.rpartition(".")[0]]),
        content,
        lines[0] if len(lines[0]) <= _LONGEST_TITLE else f"{lines[0][: _LONGEST_TITLE - 1].rstrip()}…",
        _date(lines),
        next((found.group() for line in _edges(lines) if (found := _URL.fullmatch(line))), ""),
        language_of(content),
        f"{short(os.path.basename(called))}: read as {encoding}, written as UTF-8." if encoding else "",
    )


def _name(path: str) -> str:
    """Return the name that a file gets beside the tables."""
    stem, suffix = os.path.splitext(os.path.basename(path))
    if suffix.lower() not in _SUFFIXES:
        stem, suffix = stem + suffix, ".txt"
    plain = "".join(c for c in stem if c.isprintable() and c not in '<>:"/\\|?*').strip(" .")
    return f"{plain[:60].strip() or 'text'}{suffix.lower()}"


def language_of(content: str) -> str:
    """Tell the language of a text.

    Args:
        content: The text.

    Returns:
        ``zh-Hant``, ``zh-Hans`` or ``en``; empty if its characters and words do not tell.

    Examples:
        >>> language_of("乙市支持甲公司。"), language_of("The mill of the city."), language_of("Le moulin de la ville.")
        ('', 'en', '')
        >>> language_of("乙市的發展"), language_of("乙市的发展")
        ('zh-Hant', 'zh-Hans')
    """
    sample = content[:_SAMPLE]
    if is_chinese(sample):
        leading = lead(sample)
        return "zh-Hant" if leading > 0 else "zh-Hans" if leading < 0 else ""
    return "en" if len(_ENGLISH.findall(sample)) * _RARE >= len(sample.split()) > 0 else ""


def _edges(lines: list[str]) -> list[str]:
    """Return the lines near the top and at the end, where a page says when and where it was published."""
    below = lines[1:]
    return [*below[:_TOP], *below[max(_TOP, len(below) - _END) :]]


def _date(lines: list[str]) -> str:
    """Return the one day that the lines at either end give as a date of their own; empty if none or several do.

    A date in a sentence is that of an event.
    """
    days: set[str] = set()
    for line in _edges(lines):
        opening = _DATELINE.match(line)
        if opening:
            days.update(_days(opening[1]))
        elif len(line) <= _LONGEST_LINE and not re.search(r"[。！？；]|[.!?]\s+\w", line):
            days.update(_days(line))
    return days.pop() if len(days) == 1 else ""


def _days(line: str) -> Iterator[str]:
    """Yield each day of a line that nothing but a mark, a blank or a time stands next to."""
    plain = folded(line)
    english = [] if len(_SMALL.findall(line)) > _FEW else english_dates(plain)
    # 5 to 7 March is no day.
    english = [atom for atom in english if not any(map(str.isdigit, plain[: atom.start]))]
    for atom in (*chinese_dates(plain), *english):
        whole = atom.year and atom.month and atom.day and not (atom.last_day or atom.until or atom.part)
        if whole and _BEFORE.search(plain[: atom.start]) and _AFTER.match(plain[atom.end :]):
            day = iso_date(f"{atom.year:04}-{atom.month:02}-{atom.day:02}")
            if day:
                yield day
