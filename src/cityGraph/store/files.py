"""Read files, folders, gzip and standard input as bytes with a media type.

Nothing is fetched: an entity of XML or a context of JSON-LD that lies elsewhere is an error.
"""

from __future__ import annotations

import os
import stat
from typing import IO, TYPE_CHECKING

from ..errors import BadData
from ..formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, by_suffix
from ..model.noun import Noun
from .sniff import check_xml, declared_prefixes, guess_encoding, is_text, known_suffixes, sniffed, without_contexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 1 << 30  # bytes of an unpacked file
# RDF shrinks to a tenth or a thirtieth. A file that is much smaller than its content was made to fill the memory.
MOST_PACKED = 200  # how many times its packed size the content may be, above so many bytes:
PACKED_FREELY = 1 << 25
_FORMATS = by_suffix("rdf")
# Oxigraph's parsers read these as bytes, so only a file that they cannot read is checked for UTF-8.
_READ_AS_BYTES = (TURTLE.media_type, N_TRIPLES.media_type)
_AMBIGUOUS = (".json", ".xml")  # many other files end in these, so in a folder their content decides


class RdfFile(Noun):
    """The content of one RDF file.

    Attributes:
        file: The name of the file, or ``-`` for standard input.
        content: The bytes, unpacked, in UTF-8 without a byte order mark.
        media_type: The media type of the content.
        base: The IRI that relative IRIs in the content refer to.
        prefixes: The prefixes that it declares near its start, each with its namespace.
    """

    file: str
    content: bytes
    media_type: str
    base: str
    prefixes: dict[str, str]


def is_url(source: str) -> bool:
    """Return whether a source is the URL of an endpoint.

    Args:
        source: A source as `open` takes it.

    Returns:
        True for an http or https URL; False for a file, a folder or ``-``.

    Examples:
        >>> is_url("https://query.wikidata.org/sparql"), is_url("city.ttl")
        (True, False)
    """
    return source.lower().startswith(("http://", "https://"))


def media_type(file: str) -> str | None:
    """Return the media type that the name of a file stands for.

    Args:
        file: The name of a file; ``.gz`` at its end does not count.

    Returns:
        The media type; None if the suffix is not one of an RDF format.

    Examples:
        >>> media_type("city.ttl"), media_type("city.NQ.gz"), media_type("city")
        ('text/turtle', 'application/n-quads', None)
    """
    name = file.lower().removesuffix(".gz")
    form = _FORMATS.get(os.path.splitext(name)[1])
    return form.media_type if form else None


def read_rdf_file(file: str) -> RdfFile:
    """Read an RDF file and find its format: that of its suffix, else that of its content.

    Args:
        file: The name of the file, or ``-`` for standard input. ``FILE@REVISION`` is the file as it was in a revision
            of its Git repository.

    Returns:
        The content and its media type.

    Raises:
        BadData: The file is missing or is not RDF, or it refers to something that would have to be fetched.
    """
    from pathlib import Path

    name, content = file, None
    if "@" in file:  # else no run loads what starts Git
        from .revision import in_revision

        name, content = in_revision(file)
    content = content_of(file) if content is None else content
    kind = media_type(name) or sniffed(content)
    if kind not in _READ_AS_BYTES:
        utf8(file, content)
    if kind is None:
        raise BadData(file, f"not RDF by its suffix or its content. Known suffixes: {known_suffixes()}")
    if kind == RDF_XML.media_type:
        check_xml(file, content)
    elif kind == JSON_LD.media_type:
        content = without_contexts(file, content)
    base = "urn:stdin" if file == "-" else Path(name).absolute().as_uri()
    return RdfFile(file, content, kind, base, declared_prefixes(content))


def opened(file: str | RdfFile) -> RdfFile:
    """Return the content of a file, read now unless it was read before.

    Args:
        file: The name of a file, as `read_rdf_file` takes it, or its content.

    Returns:
        The content.

    Raises:
        BadData: The file is missing or is not RDF.
    """
    return file if isinstance(file, RdfFile) else read_rdf_file(file)


def files_of(sources: Iterable[str]) -> tuple[list[str], list[str]]:
    """List the files that some sources name.

    Args:
        sources: Files and folders. Folders inside a folder are searched, links to folders are not followed.

    Returns:
        The files to read, those of a folder sorted by name, and the files of folders that are not RDF. Hidden files
        are in neither list.

    Raises:
        BadData: A folder has no RDF file.
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
            raise BadData(source, f"no RDF file in this folder. Known suffixes: {known_suffixes()}")
        files += kept
    return files, skipped


def _below(folder: str) -> Iterator[str]:
    """List the files in a folder and in the folders inside it, without hidden ones."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(names) if not name.startswith("."))


def _is_rdf(file: str) -> bool:
    if media_type(file) is None or not os.path.isfile(file):
        return False
    return not file.lower().removesuffix(".gz").endswith(_AMBIGUOUS) or sniffed(read(file)) is not None


def read(file: str) -> bytes:
    """Read a text file.

    Args:
        file: The name of the file, or ``-`` for standard input. A file that gzip has packed is unpacked.

    Returns:
        The bytes of the text, in UTF-8 without a byte order mark.

    Raises:
        BadData: The file is missing, too large, or not UTF-8.
    """
    return utf8(file, content_of(file))


def utf8(file: str, content: bytes) -> bytes:
    """Check that the content of a file is UTF-8.

    Args:
        file: The name of the file, for the error.
        content: Its bytes.

    Returns:
        The same bytes.

    Raises:
        BadData: They are not UTF-8; the error has the line and a guess what else they are.
    """
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadData(file, f"not UTF-8 ({guess_encoding(content)}). Save it as UTF-8.", line) from None
    return content


def content_of(file: str, stream: IO[bytes] | None = None) -> bytes:
    """Read a file as it is, text or not.

    Args:
        file: The name of the file, or ``-`` for standard input.
        stream: Where its bytes come from. By default they are those of the file of this name.

    Returns:
        The bytes, unpacked and without a byte order mark.

    Raises:
        BadData: The file is missing, too large, damaged or binary.
    """
    try:
        content = _bytes(file) if stream is None else _unpacked(file, stream)
    except EOFError:
        raise BadData(file, "the gzip file is cut off. Copy or download it again.") from None
    except OSError as error:
        raise BadData(file, error.strerror or str(error)) from None
    return content.removeprefix("\ufeff".encode())


def _bytes(file: str) -> bytes:
    if file == "-":
        import sys

        return _unpacked(file, sys.stdin.buffer)
    with open(file, "rb", opener=_opener) as stream:
        return _unpacked(file, stream)


def _opener(file: str, flags: int) -> int:
    """Open a file, or a pipe that the shell has made; any other pipe might never end."""
    mode = os.stat(file).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(21, "Is a directory")
    if not stat.S_ISREG(mode) and not os.path.realpath(file).startswith(("/proc/", "/dev/fd/")):
        raise BadData(file, "not a file or a folder. To read a pipe, use - for standard input.")
    return os.open(file, flags)


def _unpacked(file: str, stream: IO[bytes], packed: _Rejoined | None = None) -> bytes:
    """Read a whole stream and unpack it; an error as soon as it is too large, or begins like a binary file.

    `packed` is the stream that it is unpacked from.
    """
    first = stream.read(1 << 16)
    if first[:2] == b"\x1f\x8b":
        if packed is not None:
            raise BadData(file, "packed by gzip twice. Unpack it once.")
        import gzip
        import zlib

        try:
            packed = _Rejoined(first, stream)
            unpacked = gzip.GzipFile(fileobj=packed, mode="rb")  # type: ignore[call-overload]
            return _unpacked(file, unpacked, packed)
        except zlib.error as error:
            raise BadData(file, f"the gzip file is damaged: {error}") from None
    if not is_text(first):
        raise BadData(
            file, f"not UTF-8 ({guess_encoding(first)}). Save it as UTF-8.", first.count(b"\n", 0, first.find(0)) + 1
        )
    parts, size = [first], len(first)
    while part := stream.read(1 << 23):
        size += len(part)
        if packed is not None and size > max(PACKED_FREELY, MOST_PACKED * packed.taken):
            raise BadData(
                file,
                f"the content is more than {MOST_PACKED} times larger than the gzip file, as in a file that is made to "
                "fill the memory. If you trust it, unpack it first.",
            )
        if size > LARGEST:
            raise BadData(file, f"larger than {LARGEST >> 20} MiB. Load it into a SPARQL server, and give its URL.")
        parts.append(part)
    return b"".join(parts)


class _Rejoined:
    """A stream whose first bytes have been read already; they come again. `taken` counts all bytes."""

    def __init__(self, first: bytes, rest: IO[bytes]) -> None:
        self.first, self.rest, self.taken = first, rest, len(first)

    def read(self, size: int = -1) -> bytes:
        if self.first:
            part = self.first if size < 0 else self.first[:size]
            self.first = self.first[len(part) :]
            return part + self.read() if size < 0 else part
        part = self.rest.read(size)
        self.taken += len(part)
        return part
