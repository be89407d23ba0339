"""Guess a format from the content of a file; reject XML and JSON-LD that could do harm."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from ..errors import BadData
from ..formats import by_suffix

DEEPEST = 200  # levels of JSON: at about ten thousand the parser runs out of stack and ends the process
DEEPEST_XML = 10_000  # levels of XML: each level makes the next one slower
_TAG = rb"<(/?)[A-Za-z_:](?:[^<>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+(/?)>"
# The context of schema.org, which most web pages name. It is not fetched; this stands in for it.
_SCHEMA = r"https?://(?:www\.)?schema\.org/?(?:docs/jsonldcontext\.json(?:ld)?)?#?"
# The terms of schema.org whose values are addresses.
_LINKS = ("url", "sameAs", "image", "logo", "mainEntityOfPage", "contentUrl", "additionalType", "hasMap", "license")
# A declaration in Turtle, SPARQL or XML; the IRI has only characters that need no escape.
_PREFIX = (
    rb"(?i:@?\bprefix)\s+([A-Za-z][\w.-]*):\s*<([A-Za-z][\w+.-]*:[!#-;=?-\[\]_a-z~]*)>"
    rb"|\sxmlns:([A-Za-z][\w.-]*)\s*=\s*[\"']([A-Za-z][\w+.-]*:[!#-%(-;=?-\[\]_a-z~]*)[\"']"
)
# A statement of N-Triples, without the dot.
_STATEMENT = rb'\s*(?:<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s+(?:<[^<>\s]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@\S+|\^\^<[^<>\s]*>)?)'


def guess_encoding(content: bytes) -> str:
    """Guess what bytes are that are not UTF-8.

    Args:
        content: The bytes.

    Returns:
        A part of a sentence, for an error.

    Examples:
        >>> guess_encoding("太鋼".encode("gb18030"))
        'it may be GBK'
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "it looks like UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "it looks binary or truncated"
    return "it looks binary or truncated" if b"\0" in content else "it may be GBK"


def is_text(first: bytes) -> bool:
    r"""Tell whether the first bytes of a file can be text: a NUL is a character, but many are not text in UTF-8.

    Args:
        first: The bytes.

    Returns:
        Whether they can.

    Examples:
        >>> is_text(b"a b c"), is_text(b"a\0b\0c\0")
        (True, False)
    """
    import codecs

    if b"\0" not in first:
        return True
    try:
        codecs.getincrementaldecoder("utf-8")().decode(first)
    except UnicodeDecodeError:
        return False
    return first.count(0) * 20 < len(first)


def known_suffixes() -> str:
    """List the suffixes of the RDF formats that can be read.

    Returns:
        The suffixes with a space between them.
    """
    return " ".join(by_suffix("rdf"))


def sniffed(content: bytes) -> str | None:
    """Guess the media type of a file from its content.

    Args:
        content: The bytes of the file.

    Returns:
        The media type of an RDF format; None for a web page, other JSON or XML, or plain text. N-Triples count as
        N-Quads, and Turtle as TriG, because those contain them.

    Examples:
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


def declared_prefixes(content: bytes) -> dict[str, str]:
    """Read the prefixes that a file in Turtle, TriG or XML declares near its start.

    Args:
        content: The bytes of the file.

    Returns:
        The namespace of each prefix, if the prefix is in ASCII and the namespace is a full IRI.

    Examples:
        >>> declared_prefixes(b"@prefix a: <urn:a:> . PREFIX b: <urn:b:>"), declared_prefixes(b'<r xmlns:c="urn:c#">')
        ({'a': 'urn:a:', 'b': 'urn:b:'}, {'c': 'urn:c#'})
    """
    found = re.findall(_PREFIX, content[: 1 << 16])
    return {(one or other).decode(): (iri or name).decode() for one, iri, other, name in found}


def check_xml(file: str, content: bytes) -> None:
    """Check the entities that a file in XML declares, and how deeply it nests.

    Entities that stand for an IRI, as ontologies use them, are allowed.

    Args:
        file: The name of the file, for the error.
        content: Its bytes.

    Raises:
        BadData: An entity lies in another file, is made of other entities, or would make the text very large; or
            elements nest too deeply.
    """
    if content.count(b"</") > DEEPEST_XML:
        steps = (-1 if end else 0 if empty else 1 for end, empty in re.findall(_TAG, content))
        if max(accumulate(steps)) > DEEPEST_XML:
            raise BadData(file, f"the XML nests deeper than {DEEPEST_XML:,} levels")
    declared = re.findall(rb"<!ENTITY\s+(%?\s*[^\s%]+)\s+([^>]*)>", content)
    sizes = {}
    for name, value in declared:
        shown = name.decode("utf-8", "replace")
        if name.startswith(b"%") or value[:1] not in (b'"', b"'"):
            raise BadData(
                file, f"the XML entity {shown[:40]!r} refers to another file, which is not read. Put its text here."
            )
        if re.search(rb"&(?!#)", value):
            raise BadData(
                file, f"the XML entity {shown[:40]!r} contains other entities, which is not allowed. Write it out."
            )
        sizes[name] = len(value)
    expanded = sum(size * content.count(b"&" + name + b";") for name, size in sizes.items())
    if expanded > 10 * len(content) + 1_000_000:
        raise BadData(file, f"the XML entities would expand the text to {expanded >> 20} MiB. Write them out.")


def without_contexts(file: str, content: bytes) -> bytes:
    """Make JSON-LD independent of contexts that lie elsewhere.

    Args:
        file: The name of the file, for the error.
        content: Its bytes.

    Returns:
        JSON-LD with the terms of schema.org in the place of its context; the same bytes if it names no context.

    Raises:
        BadData: The file is not JSON, nests too deeply, or names another context, which is not fetched.
    """
    import json

    if not content.strip():
        return b"{}"
    if _depth(content) > DEEPEST:
        raise BadData(file, f"the JSON nests deeper than {DEEPEST} levels")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadData(file, f"not valid RDF: {error}", getattr(error, "lineno", None)) from None
    changed = False

    def local(context: Any) -> Any:
        nonlocal changed
        if isinstance(context, list):
            return [local(each) for each in context]
        if isinstance(context, dict) and "@import" in context:
            raise BadData(
                file, f"the context {_shortened(context['@import'])} is not downloaded. Put it into this file."
            )
        if not isinstance(context, str):
            return context
        if not re.fullmatch(_SCHEMA, context):
            raise BadData(file, f"the context {_shortened(context)} is not downloaded. Put it into this file.")
        changed = True
        # The terms of schema.org begin with http even if the context is named with https.
        terms = {term: {"@id": f"http://schema.org/{term}", "@type": "@id"} for term in _LINKS}
        return {"@vocab": "http://schema.org/", "schema": "http://schema.org/", "id": "@id", "type": "@type", **terms}

    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if "@context" in node:
                node["@context"] = local(node["@context"])
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return json.dumps(document).encode() if changed else content


def _shortened(context: object) -> str:
    return str(context)[:100]


def _depth(content: bytes) -> int:
    """Count how deep brackets nest outside of strings; the count stops above `DEEPEST`."""
    deepest = depth = 0
    for mark in re.finditer(rb'"(?:[^"\\]|\\.)*"|[\[{\]}]', content):
        if mark[0][:1] == b'"':
            continue
        depth += 1 if mark[0] in b"[{" else -1
        deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
    return deepest
