"""One table of formats: name, suffixes, media type, family (rdf, results, table, graph, picture, page, text)."""

from __future__ import annotations

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
READ_AS_BYTES = ("text/turtle", "application/n-triples")
OPEN_SUFFIXES = (".json", ".xml")  # what much else ends in, too: in a folder these are looked into
