"""Files, folders, gzip and standard input as bytes with a media type.

Nothing is fetched here: what a file refers to (an entity of XML, a context of JSON-LD) is not looked up.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ..errors import BadData
from ..formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, by_suffix
from ..model.noun import Noun
from .sniff import check_xml, guess_encoding, known_suffixes, sniffed, without_contexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO


def is_url(source: str) -> bool:
    """Whether a source is the URL of a server, and no file.

    >>> is_url("https://query.wikidata.org/sparql"), is_url("city.ttl")
    (True, False)
    """
    return source.lower().startswith(("http://", "https://"))


LARGEST = 1 << 30  # bytes that are read from one file, unpacked
_RDF = by_suffix("rdf")
# Oxigraph's parsers read these bytewise: only if one fails, the file is checked for UTF-8.
_READ_AS_BYTES = (TURTLE.media_type, N_TRIPLES.media_type)
_AMBIGUOUS = (".json", ".xml")  # many other files end in these, so in a folder their content is looked at


class RdfFile(Noun):
    """The bytes of one file, UTF-8 without a byte order mark, with its media type and the IRI that it is read from."""

    file: str
    content: bytes
    kind: str
    base: str


def media_type(file: str) -> str | None:
    """The media type that the suffix of `file` stands for, one of an archive set aside; None where it says nothing.

    >>> media_type("city.ttl"), media_type("city.NQ.gz"), media_type("city")
    ('text/turtle', 'application/n-quads', None)
    """
    name = file.lower().removesuffix(".gz")
    known = _RDF.get(os.path.splitext(name)[1])
    return known.media_type if known else None


def read_rdf_file(file: str) -> RdfFile:
    """The bytes and the format of `file`, ``-`` being standard input; raises `BadData` for what is not RDF to read.

    The format is that of the suffix or, where that says nothing, of the content.
    """
    from pathlib import Path

    content = _content(file)
    kind = media_type(file) or sniffed(content)
    if kind not in _READ_AS_BYTES:
        utf8(file, content)
    if kind is None:
        raise BadData(file, f"no RDF format that is known: neither its suffix nor its content is of {known_suffixes()}")
    if kind == RDF_XML.media_type:
        check_xml(file, content)
    elif kind == JSON_LD.media_type:
        content = without_contexts(file, content)
    return RdfFile(file, content, kind, "urn:stdin" if file == "-" else Path(file).absolute().as_uri())


def files_of(sources: Iterable[str]) -> tuple[list[str], list[str]]:
    """The files that `sources` name, a folder's in their order, and those of folders that are no RDF.

    Folders within are looked through, links to folders are not followed. Raises `BadData` for a folder without RDF.
    """
    files: list[str] = []
    skipped: list[str] = []
    for source in sources:
        if not os.path.isdir(source):
            files.append(source)
            continue
        kept: list[str] = []
        for file in _below(source):
            (kept if _is_rdf(file) else skipped).append(file)
        if not kept:
            raise BadData(source, f"a folder without a file of {known_suffixes()}")
        files += kept
    return files, skipped


def _below(folder: str) -> Iterator[str]:
    for where, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        yield from (os.path.join(where, name) for name in sorted(names) if not name.startswith("."))


def _is_rdf(file: str) -> bool:
    if media_type(file) is None or not os.path.isfile(file):
        return False
    if not file.lower().removesuffix(".gz").endswith(_AMBIGUOUS):
        return True
    return sniffed(read(file)) is not None


def read(file: str) -> bytes:
    """The bytes of `file` as UTF-8 without a byte order mark; raises `BadData` where it is missing or is not text.

    ``-`` is standard input; what is packed by gzip is unpacked.
    """
    return utf8(file, _content(file))


def _content(file: str) -> bytes:
    import codecs

    try:
        content = _bytes(file)
    except EOFError:
        raise BadData(file, "packed by gzip, and cut off") from None
    except OSError as error:
        raise BadData(file, error.strerror or str(error)) from None
    return content.removeprefix(codecs.BOM_UTF8)


def utf8(file: str, content: bytes) -> bytes:
    """`content`; raises `BadData` where it is not UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadData(file, f"not UTF-8 ({guess_encoding(content)}); save it as UTF-8", line) from None
    return content


def _bytes(file: str) -> bytes:
    if file == "-":
        import sys

        return _whole(file, sys.stdin.buffer)
    with open(file, "rb", opener=_unblocked) as stream:
        return _whole(file, stream)


def _unblocked(file: str, flags: int) -> int:
    """Open without waiting for a writer, and only what ends: a file, or a pipe that the shell has made."""
    kind = os.stat(file).st_mode
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(21, "Is a directory")
    if not stat.S_ISREG(kind) and not os.path.realpath(file).startswith(("/proc/", "/dev/fd/")):
        raise BadData(file, "neither a file nor a folder: a pipe is read as `-`")
    return os.open(file, flags)


def _whole(file: str, stream: BinaryIO) -> bytes:
    """All of a stream, unpacked; refused as soon as it is too large or, at its start, plainly no text."""
    first = stream.read(1 << 16)
    if first[:2] == b"\x1f\x8b":
        import gzip
        import zlib

        try:
            return _whole(file, gzip.GzipFile(fileobj=_Rejoined(first, stream), mode="rb"))  # type: ignore[call-overload]
        except zlib.error as error:
            raise BadData(file, f"packed by gzip, and damaged: {error}") from None
    if b"\0" in first:
        raise BadData(
            file, f"not UTF-8 ({guess_encoding(first)}); save it as UTF-8", first.count(b"\n", 0, first.find(0)) + 1
        )
    parts, size = [first], len(first)
    while part := stream.read(1 << 24):
        size += len(part)
        if size > LARGEST:
            raise BadData(file, f"more than {LARGEST >> 20} MiB; load it into a server, and give the server's URL")
        parts.append(part)
    return b"".join(parts)


class _Rejoined:
    """A stream with what was read of it put back before it."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self.first, self.rest = first, rest

    def read(self, size: int = -1) -> bytes:
        if not self.first:
            return self.rest.read(size)
        part = self.first if size < 0 else self.first[:size]
        self.first = self.first[len(part) :]
        return part + self.rest.read() if size < 0 else part
