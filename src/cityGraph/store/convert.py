"""Convert formats that not every engine reads to N-Triples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import BadData
from ..formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE
from ..namespaces import NAMES

if TYPE_CHECKING:
    from .files import RdfFile

LONGEST_PART = 1 << 24  # bytes of a literal, or of anything else that a parser of Oxigraph must hold at once
_READ_BY_BOTH = (TURTLE.media_type, N_TRIPLES.media_type, RDF_XML.media_type)


def common(source: RdfFile) -> RdfFile:
    """Convert a file to a format that both engines read.

    Args:
        source: A file in any RDF format.

    Returns:
        The same file if both engines read its format, else the triples of all its graphs as N-Triples.

    Raises:
        BadData: The file is not valid HexTuples, or a literal is too long.
        SyntaxError: The file is not valid in any other format.
    """
    if source.media_type in _READ_BY_BOTH:
        return source
    from pyoxigraph import RdfFormat, Triple, parse, serialize

    if source.media_type == "application/x-ndjson":
        import rdflib

        try:
            dataset = rdflib.Dataset(default_union=True).parse(data=source.content, format="hext")
        except Exception as error:  # rdflib raises errors of any class here
            raise BadData(source.file, parse_reason(error), line(error)) from None
        quads_text = dataset.serialize(format="nquads", encoding="utf-8")
        return common(source.replace(content=quads_text, media_type="application/n-quads"))
    form = RdfFormat.from_media_type(source.media_type)
    try:
        quads = list(parse(source.content, format=form, base_iri=source.base, rename_blank_nodes=True))
    except MemoryError:
        raise too_long(source) from None
    # A web page's JSON-LD nests its things, most of them without an IRI. Those with a name get one.
    iris = _iris_for_named(quads) if source.media_type == JSON_LD.media_type else {}
    triples = (Triple(iris.get(q.subject, q.subject), q.predicate, iris.get(q.object, q.object)) for q in quads)
    content = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return source.replace(content=content, media_type=N_TRIPLES.media_type)


def _iris_for_named(quads: list[Any]) -> dict[Any, Any]:
    """Make an IRI for each blank node that has a name, numbered in the order of the names."""
    from pyoxigraph import BlankNode, NamedNode

    names: dict[Any, list[str]] = {}
    for quad in quads:
        if isinstance(quad.subject, BlankNode) and quad.predicate.value in NAMES:
            names.setdefault(quad.subject, []).append(quad.object.value)
    ordered = sorted(names, key=lambda node: sorted(names[node]))
    return {node: NamedNode(f"urn:unnamed:{number}") for number, node in enumerate(ordered, 1)}


def too_long(source: RdfFile) -> BadData:
    """Make the error for a file of which one part is longer than Oxigraph's parsers can hold.

    Args:
        source: The file.

    Returns:
        The error, with the line if the part stands on one line.
    """
    import re

    found = re.search(rb"[^\n]{%d}" % LONGEST_PART, source.content)
    at = source.content.count(b"\n", 0, found.start()) + 1 if found else None
    why = f"a literal is longer than {LONGEST_PART >> 20} MiB, the most that Oxigraph reads"
    return BadData(source.file, f"{why}. Shorten it, or use the engine rdflib.", at)


def line(error: Any) -> int | None:
    """Return the line at which a parser of rdflib stopped.

    Args:
        error: What the parser raised.

    Returns:
        The line, counted from 1; None if the parser does not say.
    """
    if hasattr(error, "lines"):  # Turtle's parser counts from 0
        return int(error.lines) + 1
    return int(error.getLineNumber()) if hasattr(error, "getLineNumber") else None


def parse_reason(error: Exception) -> str:
    r"""Say why a file is not RDF.

    Args:
        error: What a parser raised.

    Returns:
        The reason on one line, shortened.

    Examples:
        >>> parse_reason(ValueError("no\n colon"))
        'not valid RDF: no colon'
    """
    if isinstance(error, RecursionError):
        return "nested too deeply for this engine"
    text = str(getattr(error, "msg", None) or error) or type(error).__name__
    return "not valid RDF: " + " ".join(text.split())[:200]
