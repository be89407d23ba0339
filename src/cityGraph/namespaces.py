"""Prefixes, the properties that carry names, and an IRI as a CURIE and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

CG = "https://w3id.org/citygraph/ontology#"
# The properties that carry names, in our graph and in others. The queries in `store/queries` list the same.
NAMES = frozenset(
    (
        *(f"http://www.w3.org/2004/02/skos/core#{role}" for role in ("prefLabel", "altLabel")),
        "http://www.w3.org/2000/01/rdf-schema#label",
        *(f"{scheme}://schema.org/{role}" for scheme in ("https", "http") for role in ("name", "alternateName")),
        *(f"http://xmlns.com/foaf/0.1/{role}" for role in ("name", "nick")),
    )
)

PREFIXES = {
    "cg": "https://w3id.org/citygraph/ontology#",
    "ty": "https://w3id.org/citygraph/id/taiyuan/",
    "claim": "https://w3id.org/citygraph/id/taiyuan/claim/",
    "passage": "https://w3id.org/citygraph/id/taiyuan/passage/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "time": "http://www.w3.org/2006/time#",
    "oa": "http://www.w3.org/ns/oa#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
}


# A local name that stands behind a prefix as it is, in Turtle and in SPARQL.
LOCAL_NAME = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def curie(iri: str, prefixes: Collection[str] = PREFIXES) -> str | None:
    """Shorten an IRI to a CURIE.

    Args:
        iri: A full IRI.
        prefixes: Names of our prefixes that may be used; all of them by default.

    Returns:
        The CURIE, which Turtle and SPARQL read without escapes; None if no prefix fits.

    Examples:
        >>> curie("https://w3id.org/citygraph/id/taiyuan/taigang"), curie("urn:x")
        ('ty:taigang', None)
    """
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1  # each of our namespaces ends in one of these
    prefix = _PREFIX_OF.get(iri[:cut])
    if prefix in prefixes and re.fullmatch(LOCAL_NAME, iri[cut:]):
        return f"{prefix}:{iri[cut:]}"
    return None


def expand(text: str) -> str:
    """Return the full IRI that a CURIE stands for.

    Args:
        text: A CURIE, an IRI, or any other text.

    Returns:
        The full IRI; `text` itself if it does not begin with one of our prefixes.

    Examples:
        >>> expand("ty:taigang"), expand("urn:x")
        ('https://w3id.org/citygraph/id/taiyuan/taigang', 'urn:x')
    """
    prefix, colon, rest = text.partition(":")
    return PREFIXES[prefix] + rest if colon and prefix in PREFIXES and not rest.startswith("//") else text


def shorten(iri: str) -> str:
    """Return an IRI as answers show it: a CURIE, or the IRI in angle brackets.

    Args:
        iri: A full IRI.

    Returns:
        The CURIE if a prefix fits and the local name does not end in a hyphen.

    Examples:
        >>> shorten("https://w3id.org/citygraph/id/taiyuan/taigang"), shorten("urn:x")
        ('ty:taigang', '<urn:x>')
    """
    short = curie(iri)
    return f"<{iri}>" if short is None or short.endswith("-") else short


# In Wikidata, the relation in a triple, and the entity that has its labels.
DIRECT, PROPERTY = "http://www.wikidata.org/prop/direct/", "http://www.wikidata.org/entity/"


def local(term: str) -> str:
    """Return the local name of an IRI.

    Args:
        term: A full IRI.

    Returns:
        What follows the last ``#`` or ``/``; one at the end does not count.

    Examples:
        >>> local("https://w3id.org/citygraph/ontology#Firm")
        'Firm'
    """
    return term.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]
