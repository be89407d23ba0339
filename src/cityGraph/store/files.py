"""Files, folders, gzip and standard input as bytes with a media type.

Nothing is fetched here: what a file refers to (an entity of XML, a context of JSON-LD) is not looked up.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING, Any

from ..errors import BadData
from ..model.claim import Noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

# Suffix to media type: both engines are asked for a format by it.
FORMATS = {
    ".ttl": "text/turtle",
    ".turtle": "text/turtle",
    ".nt": "application/n-triples",
    ".nq": "application/n-quads",
    ".trig": "application/trig",
    ".n3": "text/n3",
    ".rdf": "application/rdf+xml",
    ".owl": "application/rdf+xml",
    ".xml": "application/rdf+xml",
    ".jsonld": "application/ld+json",
    ".json": "application/ld+json",
    ".hext": "application/x-ndjson",
}
# What Oxigraph's parsers look at byte by byte: there it is asked whether a file is UTF-8 where one stumbles.
_READ_AS_BYTES = ("text/turtle", "application/n-triples")
LARGEST = 1 << 30  # bytes that are read from one file, unpacked
DEEPEST = 200  # levels of JSON: at some ten thousand the parser runs out of stack, and ends the process
_OPEN_SUFFIXES = (".json", ".xml")  # what much else ends in, too: in a folder these are looked into
# The context of schema.org, which most pages name and which is not fetched: its terms, and those that hold addresses.
_SCHEMA = r"https?://(?:www\.)?schema\.org/?(?:docs/jsonldcontext\.json(?:ld)?)?#?"
_LINKS = ("url", "sameAs", "image", "logo", "mainEntityOfPage", "contentUrl", "additionalType", "hasMap", "license")
_STATEMENT = rb'\s*(?:<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s+(?:<[^<>\s]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@\S+|\^\^<[^<>\s]*>)?)'


class Source(Noun):
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
    return FORMATS.get(os.path.splitext(name)[1])


def read_source(file: str) -> Source:
    """The bytes and the format of `file`, ``-`` being standard input; raises `BadData` for what is not RDF to read.

    The format is that of the suffix or, where that says nothing, of the content.
    """
    from pathlib import Path

    content = _content(file)
    kind = media_type(file) or sniffed(content)
    if kind not in _READ_AS_BYTES:
        utf8(file, content)
    if kind is None:
        raise BadData(file, f"no RDF format that is known: neither its suffix nor its content is of {_known()}")
    if kind == "application/rdf+xml":
        _check_xml(file, content)
    elif kind == "application/ld+json":
        content = _without_contexts(file, content)
    return Source(file, content, kind, "urn:stdin" if file == "-" else Path(file).absolute().as_uri())


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
            raise BadData(source, f"a folder without a file of {_known()}")
        files += kept
    return files, skipped


def _below(folder: str) -> Iterator[str]:
    for where, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        yield from (os.path.join(where, name) for name in sorted(names) if not name.startswith("."))


def _is_rdf(file: str) -> bool:
    if media_type(file) is None or not os.path.isfile(file):
        return False
    if not file.lower().removesuffix(".gz").endswith(_OPEN_SUFFIXES):
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
        raise BadData(file, f"not UTF-8 ({_guess(content)}); save it as UTF-8", line) from None
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
        raise BadData(file, f"not UTF-8 ({_guess(first)}); save it as UTF-8", first.count(b"\n", 0, first.find(0)) + 1)
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


def _guess(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "it looks like UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "it looks binary or truncated"
    return "it looks binary or truncated" if b"\0" in content else "it may be GBK"


def _known() -> str:
    return " ".join(FORMATS)


def sniffed(content: bytes) -> str | None:
    """The media type that `content` looks like; None where it is a web page, other JSON or XML, or plain words.

    >>> sniffed(b"<urn:a> <urn:b> <urn:c> ."), sniffed(b"@prefix a: <urn:a:> ."), sniffed(b"<!doctype html>")
    ('application/n-quads', 'application/trig', None)
    """
    start = content[: 1 << 16].lstrip()
    if re.match(rb"<\?xml\s|<!--|<!DOCTYPE\s|<[\w:.-]+(?:\s+[\w:.-]+\s*=|/?>(?!\s+<|\s*<\w+:))", start, re.IGNORECASE):
        return "application/rdf+xml" if b"http://www.w3.org/1999/02/22-rdf-syntax-ns#" in start else None
    if start[:1] in (b"{", b"["):
        import json

        try:
            row = json.loads(start.partition(b"\n")[0])
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, list) and len(row) == 6 and all(isinstance(cell, str) for cell in row):
            return "application/x-ndjson"
        if row or re.match(rb'[\[{\s]*(?:"|[\]}]\s*$)', start):
            return "application/ld+json" if re.search(rb'"@(?:context|id|graph|type|value)"', content) else None
    lines = [line for line in start.splitlines() if line.strip() and not line.lstrip().startswith(b"#")]
    if not lines:
        return "text/turtle"
    directive = re.search(rb"(?im)^\s*@?(?:prefix|base)\b", start)
    if not directive and re.match(_STATEMENT + rb"(?:\s+(?:<[^<>\s]*>|_:\S+))?\s*\.\s*(?:#.*)?$", lines[0]):
        return "application/n-quads"
    if directive or re.match(rb"\s*(?:<[^<>\s]*>|_:|\[|\(|[\w-]*:\S|GRAPH\b|\{)", lines[0]):
        return "text/n3" if re.search(rb'(?m)^[^"#]*\s(?:=>|=|<=)\s', start) else "application/trig"
    return None


def _check_xml(file: str, content: bytes) -> None:
    """Refuse entities that lie elsewhere, or grow: those of names, as ontologies use them, stay."""
    declared = re.findall(rb"<!ENTITY\s+(%?\s*[^\s%]+)\s+([^>]*)>", content)
    sizes = {}
    for name, value in declared:
        shown = name.decode("utf-8", "replace")
        if name.startswith(b"%") or value[:1] not in (b'"', b"'"):
            raise BadData(file, f"its XML names an entity {shown[:40]!r} that lies elsewhere: nothing is fetched")
        if re.search(rb"&(?!#)", value):
            raise BadData(file, f"its XML has an entity {shown[:40]!r} made of entities: it would grow without bound")
        sizes[name] = len(value)
    grown = sum(size * content.count(b"&" + name + b";") for name, size in sizes.items())
    if grown > 10 * len(content) + 1_000_000:
        raise BadData(file, f"its XML would grow to {grown >> 20} MiB by its entities")


def _without_contexts(file: str, content: bytes) -> bytes:
    """JSON-LD that names no context elsewhere: that of schema.org is put in, another refused with its address."""
    import json

    if not content.strip():
        return b"{}"
    if _depth(content) > DEEPEST:
        raise BadData(file, f"its JSON nests deeper than {DEEPEST}")
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadData(file, f"not RDF here: {error}", getattr(error, "lineno", None)) from None
    changed = False

    def local(context: Any) -> Any:
        nonlocal changed
        if isinstance(context, list):
            return [local(one) for one in context]
        if isinstance(context, dict) and "@import" in context:
            raise BadData(file, f"its context lies elsewhere ({_told(context['@import'])}): put it into the file")
        if not isinstance(context, str):
            return context
        if not re.fullmatch(_SCHEMA, context):
            raise BadData(
                file, f"its context lies elsewhere ({_told(context)}): nothing is fetched; put it in the file"
            )
        changed = True
        # As schema.org's own context has it, the terms are under http whatever scheme names it.
        terms = {term: {"@id": f"http://schema.org/{term}", "@type": "@id"} for term in _LINKS}
        return {"@vocab": "http://schema.org/", "schema": "http://schema.org/", "id": "@id", "type": "@type", **terms}

    waiting = [found]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if "@context" in node:
                node["@context"] = local(node["@context"])
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return json.dumps(found).encode() if changed else content


def _told(context: object) -> str:
    return str(context)[:100]


def _depth(content: bytes) -> int:
    """How deep brackets nest outside of strings."""
    deepest = depth = 0
    for mark in re.finditer(rb'"(?:[^"\\]|\\.)*"|[\[{\]}]', content):
        if mark[0][:1] == b'"':
            continue
        depth += 1 if mark[0] in b"[{" else -1
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
    return deepest
