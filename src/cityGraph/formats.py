"""One table of all formats that files and answers have."""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """One format. What writes it stands in its room, and is found by the name.

    Attributes:
        name: What options and tables of writers call it; no other format of its family has this name.
        suffixes: The ends of file names, in lower case, with the dot. The first is the one for new files.
        media_type: The registered media type (https://www.iana.org/assignments/media-types/), or a more general one.
        family: ``answer``, ``rows`` (of an answer), ``citation``, ``results``, ``table``, ``network``, ``rdf``,
            ``rdf12``, ``annotation``, ``picture`` or ``page``.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    family: str


TURTLE = Format("turtle", (".ttl", ".turtle"), "text/turtle", "rdf")
N_TRIPLES = Format("ntriples", (".nt",), "application/n-triples", "rdf")
RDF_XML = Format("rdfxml", (".rdf", ".owl", ".xml"), "application/rdf+xml", "rdf")
JSON_LD = Format("json-ld", (".jsonld", ".json"), "application/ld+json", "rdf")
SPARQL_JSON = Format("json", (".json", ".srj"), "application/sparql-results+json", "results")
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# Lists of suffixes in errors and help have this order.
FORMATS = (
    Format("text", (".txt",), "text/plain", "answer"),
    Format("json", (".json",), "application/json", "answer"),
    Format("csv", (".csv",), "text/csv", "rows"),
    Format("tsv", (".tsv",), "text/tab-separated-values", "rows"),
    Format("xlsx", (".xlsx",), _WORKBOOK, "rows"),
    Format("md", (".md",), "text/markdown", "rows"),
    Format("bibtex", (".bib",), "application/x-bibtex", "citation"),
    SPARQL_JSON,
    Format("csv", (".csv",), "text/csv", "results"),
    Format("tsv", (".tsv",), "text/tab-separated-values", "results"),
    Format("xml", (".xml", ".srx"), "application/sparql-results+xml", "results"),
    Format("xlsx", (".xlsx",), _WORKBOOK, "table"),
    Format("csv", (".csv",), "text/csv", "table"),
    Format("tsv", (".tsv",), "text/tab-separated-values", "table"),
    Format("nodes", (".nodes.csv",), "text/csv", "table"),
    Format("edges", (".edges.csv",), "text/csv", "table"),
    Format("graphml", (".graphml",), "application/xml", "network"),
    Format("gexf", (".gexf",), "application/xml", "network"),
    Format("node-link", (".json",), "application/json", "network"),
    Format("cypher", (".cypher",), "text/plain", "network"),
    Format("mermaid", (".mmd",), "application/vnd.mermaid", "network"),
    TURTLE,
    Format("annotated", (".rdf12.ttl",), "text/turtle;version=1.2", "rdf12"),
    N_TRIPLES,
    Format("nquads", (".nq",), "application/n-quads", "rdf"),
    Format("trig", (".trig",), "application/trig", "rdf"),
    Format("n3", (".n3",), "text/n3", "rdf"),
    RDF_XML,
    JSON_LD,
    Format("webannotation", (".webannotation.jsonld",), "application/ld+json", "annotation"),
    Format("hext", (".hext",), "application/x-ndjson", "rdf"),
    Format("svg", (".svg",), "image/svg+xml", "picture"),
    Format("png", (".png",), "image/png", "picture"),
    Format("pdf", (".pdf",), "application/pdf", "picture"),
    Format("dot", (".dot",), "text/vnd.graphviz", "picture"),
    Format("markdown", (".md",), "text/markdown", "page"),
    Format("html", (".html",), "text/html", "page"),
)
# The formats of the graph that a CONSTRUCT or DESCRIBE returns.
GRAPHS = (TURTLE, N_TRIPLES, JSON_LD)


def by_suffix(*families: str) -> dict[str, Format]:
    """List the formats of some families by every suffix.

    Args:
        *families: Names of families.

    Returns:
        The formats in the order of the table.

    Examples:
        >>> list(by_suffix("results"))
        ['.json', '.srj', '.csv', '.tsv', '.xml', '.srx']
    """
    return {suffix: each for each in FORMATS if each.family in families for suffix in each.suffixes}


def by_first_suffix(*families: str) -> dict[str, Format]:
    """List the formats of some families by the suffix for new files.

    Args:
        *families: Names of families.

    Returns:
        The formats in the order of the table.

    Examples:
        >>> list(by_first_suffix("results"))
        ['.json', '.csv', '.tsv', '.xml']
    """
    return {each.suffixes[0]: each for each in FORMATS if each.family in families}
