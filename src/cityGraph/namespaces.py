"""Prefixes, our own namespaces, the properties that carry names; IRI ↔ CURIE, the local name of an IRI."""

from __future__ import annotations

import re

CG = "https://w3id.org/citygraph/ontology#"
# By what properties foreign files, too, name things; `queries/*.rq` have the same.
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


def shorten(whole: str) -> str:
    """An IRI as a CURIE where a known prefix fits, else in angle brackets.

    >>> shorten("https://w3id.org/citygraph/id/taiyuan/taigang"), shorten("urn:x")
    ('ty:taigang', '<urn:x>')
    """
    for name in sorted(PREFIXES, key=lambda prefix: -len(PREFIXES[prefix])):
        rest = whole.removeprefix(PREFIXES[name])
        if rest != whole and re.fullmatch(r"\w([\w.-]*\w)?", rest, re.ASCII):
            return f"{name}:{rest}"
    return f"<{whole}>"


DIRECT, PROPERTY = "http://www.wikidata.org/prop/direct/", "http://www.wikidata.org/entity/"


def local(term: str) -> str:
    """What follows the last ``#`` or ``/``.

    >>> local("https://w3id.org/citygraph/ontology#Firm")
    'Firm'
    """
    return term.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]
