"""Tells in which encoding a file was saved, and gives its text."""

from __future__ import annotations

import codecs
import os
import stat
from itertools import pairwise

from ..errors import BadData

LARGEST = 1 << 28  # bytes of a table or a text
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),  # begins like the next one
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# The encodings of Chinese systems: the codec, its name, and the first and second bytes of its common characters.
_CHINESE = (
    ("gb18030", "GBK", range(0xB0, 0xD8), (range(0xA1, 0xFF),)),
    ("cp950", "Big5", range(0xA4, 0xC7), (range(0x40, 0x7F), range(0xA1, 0xFF))),
)
_NULS = 8  # English in UTF-16 is UTF-8, too, but every other byte of it is 0
_SAMPLE = 1 << 16  # bytes that are counted to tell the two apart


def read_bytes(file: str, called: str) -> bytes:
    """Read a file whole.

    Args:
        file: The path of the file.
        called: What an error calls it.

    Returns:
        Its bytes.

    Raises:
        BadData: It is missing, no regular file, or too large.
    """
    try:
        state = os.stat(file)
        if not stat.S_ISREG(state.st_mode):
            raise BadData(called, "it is no file")
        if state.st_size > LARGEST:
            raise BadData(called, f"it is larger than {LARGEST >> 20} MiB")
        with open(file, "rb") as stream:
            return stream.read()
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise BadData(called, getattr(error, "strerror", None) or "it cannot be read") from None


def decoded(content: bytes, called: str) -> tuple[str, str]:
    """Return the text of a file, in whatever encoding it was saved.

    Args:
        content: The bytes of the file.
        called: What an error calls it.

    Returns:
        The text, and the name of its encoding; an empty name for UTF-8, with or without a byte order mark.

    Raises:
        BadData: It is no text in UTF-8, UTF-16, GBK or Big5.

    Examples:
        >>> decoded("乙市支持甲公司。".encode("gb18030"), "a.txt")
        ('乙市支持甲公司。', 'GBK')
        >>> decoded("乙市支持甲公司。".encode("big5"), "a.txt")
        ('乙市支持甲公司。', 'Big5')
        >>> decoded("乙市".encode(), "a.txt")
        ('乙市', '')
    """
    for mark, codec, name in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(codec), "" if mark == codecs.BOM_UTF8 else name
            except UnicodeDecodeError:
                raise BadData(called, f"it begins as {name}, and goes on otherwise. Save it as UTF-8") from None
    wrong = BadData(called, "it is not plain text in UTF-8, UTF-16, GBK or Big5. Save it as UTF-8")
    if content.count(0) * _NULS > len(content):
        raise wrong
    try:
        return content.decode(), ""
    except UnicodeDecodeError:
        pass
    texts = {}
    for codec, name, *_ in _CHINESE:
        try:
            texts[name] = content.decode(codec)
        except UnicodeDecodeError:
            continue
    if not texts or content.count(0):
        raise wrong
    # Each character of one encoding is a rare one, or two halves, in the other.
    chosen = max(texts, key=lambda name: _common(content[:_SAMPLE], name))
    return texts[chosen], chosen


def _common(content: bytes, name: str) -> float:
    """Return the share of the two-byte characters that are common ones in an encoding."""
    first, second = next((row[2], row[3]) for row in _CHINESE if row[1] == name)
    pairs = common = 0
    skip = False
    for one, other in pairwise(content):
        if skip or one < 0x80:
            skip = False
            continue
        skip = True
        if other < 0x40 or one in range(0xA1, 0xA4):  # punctuation is the same in both
            continue
        pairs += 1
        common += one in first and any(other in each for each in second)
    return common / pairs if pairs else 0.0
