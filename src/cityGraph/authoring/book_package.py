"""Unpacks a workbook in memory, with a limit, and refuses what is no workbook or only claims to be a small one."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from ..errors import BadData
from ..model.noun import Noun
from .encodings import read_bytes

UNPACKED = 1 << 28  # bytes of a workbook without its compression
_MOST_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the first bytes of old workbooks, and of those with a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = re.compile(r"vbaProject|macrosheets/|/activeX/", re.IGNORECASE)
_ELSEWHERE = re.compile(r"externalLinks/", re.IGNORECASE)
_LEFT = re.compile(r"embeddings/|customXml/|printerSettings", re.IGNORECASE)  # neither read nor kept in a copy
_ENCODING = re.compile(rb"""^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']""")
_SAVE = "Save it as .xlsx"
_LOCKED = "it has a password. Save it without one"
_DAMAGED = "it is damaged or cut off. Save it again"


class Package(Noun):
    """The parts of a workbook.

    Attributes:
        name: What errors call the workbook.
        parts: The content of each part by its path, such as ``xl/workbook.xml``. Macros and what leads to other
            workbooks are left out.
        macros: Whether it has macros.
        elsewhere: Whether it refers to other workbooks.
    """

    name: str
    parts: dict[str, bytes]
    macros: bool
    elsewhere: bool

    def file(self) -> BytesIO:
        """Return the workbook as a file that holds what was checked, and nothing else.

        Returns:
            A ZIP archive in memory. No reader of it can find a part that was not checked.
        """
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        stream.seek(0)
        return stream


def read_package(file: str, called: str, only: re.Pattern[str] | None = None) -> Package:
    """Unpack a workbook.

    Args:
        file: The path of the file.
        called: What an error calls it.
        only: What the path of a part must have to be unpacked; None unpacks all.

    Returns:
        Its parts. No part has an entity, which could grow without limit or name a file.

    Raises:
        BadData: It cannot be read, is no workbook of the kind .xlsx, has a password, is damaged, or is too large.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import mkdtemp
        >>> book = Path(mkdtemp()) / "a.xlsx"
        >>> _ = book.write_text("name,kind")
        >>> read_package(str(book), "a.xlsx")
        Traceback (most recent call last):
        cityGraph.errors.BadData: a.xlsx: it is no workbook. Save it as .xlsx
    """
    content = read_bytes(file, called)
    if content.startswith(_OLE):
        locked = _ENCRYPTED in content
        raise BadData(called, _LOCKED if locked else f"it is no .xlsx, but .xls. {_SAVE}")
    if not content.startswith(b"PK"):
        raise BadData(called, f"it is {'no workbook' if content else 'empty'}. {_SAVE}")
    try:
        infos = zipfile.ZipFile(BytesIO(content)).infolist()
    except Exception:  # what a damaged archive raises is not documented
        raise BadData(called, _DAMAGED) from None
    names = [each.filename for each in infos]
    _check_is_workbook(names, called)
    if len(set(map(str.lower, names))) < len(names):
        raise BadData(called, f"two of its parts have one name. {_SAVE}")
    kept = [each for each in infos if not any(p.search(each.filename) for p in (_MACROS, _ELSEWHERE, _LEFT))]
    kept = [each for each in kept if only is None or only.search(each.filename)]
    if len(infos) > _MOST_PARTS or sum(each.file_size for each in kept) > UNPACKED:
        raise BadData(called, f"unpacked it is larger than {UNPACKED >> 20} MiB")
    parts = {each.filename: _unpacked(content, each, called) for each in kept if not each.is_dir()}
    for name, part in parts.items():
        if name.lower().endswith((".xml", ".rels", ".vml")):
            _check_xml(part, name, called)
    return Package(called, parts, any(map(_MACROS.search, names)), any(map(_ELSEWHERE.search, names)))


def _check_is_workbook(names: list[str], called: str) -> None:
    if "[Content_Types].xml" in names and any(name.lower().endswith("workbook.xml") for name in names):
        return
    if any(name.lower().endswith("workbook.bin") for name in names):
        raise BadData(called, f"it is no .xlsx, but .xlsb. {_SAVE}")
    if "content.xml" in names:
        raise BadData(called, f"it is no .xlsx, but .ods. {_SAVE}")
    raise BadData(called, f"it is an archive and no workbook. {_SAVE}")


def _unpacked(content: bytes, info: zipfile.ZipInfo, called: str) -> bytes:
    """Return a part. It may not be larger than the archive says it is."""
    if info.flag_bits & 1:
        raise BadData(called, _LOCKED)
    # The head of a part repeats its name, and may have more of its own.
    head = content[info.header_offset : info.header_offset + 30]
    start = info.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    packed = content[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        part, whole = packed, True
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            part = unpacking.decompress(packed, info.file_size + 1)
        except zlib.error:
            raise BadData(called, _DAMAGED) from None
        whole = unpacking.eof
    else:
        raise BadData(called, f"it is compressed in a way that no workbook is. {_SAVE}")
    if len(part) > info.file_size:
        raise BadData(called, f"a part of it is larger than it says. {_SAVE}")
    if not whole or len(part) < info.file_size or zlib.crc32(part) != info.CRC:
        raise BadData(called, _DAMAGED)
    return part


def _check_xml(part: bytes, name: str, called: str) -> None:
    """Refuse a part that declares entities, or hides behind its encoding that it does."""
    start = part.removeprefix(b"\xef\xbb\xbf").lstrip()
    encoding = _ENCODING.match(start[:200])
    told = encoding[1].decode("latin-1").lower() if encoding else "utf-8"
    if start and (start[:1] != b"<" or told not in ("utf-8", "utf8", "us-ascii", "ascii") or b"\0" in part):
        raise BadData(called, f"its part {name} is no XML in UTF-8. {_SAVE}")
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise BadData(called, f"its part {name} declares entities, as no workbook does. {_SAVE}")
