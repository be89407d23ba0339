"""Prefixes, the properties that carry names, and an IRI as a CURIE and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class Prefixes(dict[str, str]):
    """Namespaces by prefix; the prefix of a namespace is the first that has it.

    Attributes:
        prefix_of: The prefix of each namespace.

    Examples:
        >>> Prefixes({"a": "urn:x/", "b": "urn:x/"}).prefix_of
        {'urn:x/': 'a'}
    """

    def __init__(self, spaces: Mapping[str, str]) -> None:
        super().__init__(spaces)
        self.prefix_of: dict[str, str] = {}
        for prefix, namespace in spaces.items():
            self.prefix_of.setdefault(namespace, prefix)


# Those of vocabularies. Those of things come from the files: see `store/prefixes.py`.
PREFIXES = Prefixes(
    {
        "cg": "https://w3id.org/citygraph/ontology#",
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
        "vann": "http://purl.org/vocab/vann/",
        "dcat": "http://www.w3.org/ns/dcat#",
    }
)


# A local name that stands behind a prefix as it is, in Turtle and in SPARQL.
LOCAL_NAME = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"


def curie(iri: str, prefixes: Prefixes = PREFIXES) -> str | None:
    """Shorten an IRI to a CURIE.

    Args:
        iri: A full IRI.
        prefixes: The prefixes that may be used; those of vocabularies by default.

    Returns:
        The CURIE, which Turtle and SPARQL read without escapes; None if no prefix fits.

    Examples:
        >>> curie("https://w3id.org/citygraph/ontology#Firm"), curie("urn:x")
        ('cg:Firm', None)
    """
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1  # nearly every namespace ends in one of these
    prefix = prefixes.prefix_of.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and re.fullmatch(LOCAL_NAME, iri[cut:]) else None


def expand(text: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return the full IRI that a CURIE stands for.

    Args:
        text: A CURIE, an IRI, or any other text.
        prefixes: The prefixes that a CURIE may have; those of vocabularies by default.

    Returns:
        The full IRI; `text` itself if it does not begin with one of the prefixes.

    Examples:
        >>> expand("cg:Firm"), expand("urn:x")
        ('https://w3id.org/citygraph/ontology#Firm', 'urn:x')
    """
    prefix, colon, rest = text.partition(":")
    return prefixes[prefix] + rest if colon and prefix in prefixes and not rest.startswith("//") else text


def shorten(iri: str, prefixes: Prefixes = PREFIXES) -> str:
    """Return an IRI as answers show it: a CURIE, or the IRI in angle brackets.

    Args:
        iri: A full IRI.
        prefixes: The prefixes that may be used; those of vocabularies by default.

    Returns:
        The CURIE if a prefix fits and the local name does not end in a hyphen.

    Examples:
        >>> shorten("https://w3id.org/citygraph/ontology#Firm"), shorten("urn:x")
        ('cg:Firm', '<urn:x>')
    """
    short = curie(iri, prefixes)
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
