"""Write one RDF term as Turtle, and order the properties of a subject."""

from __future__ import annotations

import re
from typing import Any

from ..escape import language_tag
from ..escape import sparql_iri as escaped
from ..escape_formats import turtle_string
from ..namespaces import CG, PREFIXES, Prefixes, curie

RDF = PREFIXES["rdf"]
TYPE = RDF + "type"
PLAIN_NUMBER = re.compile(r"[+-]?\d+")
_ORDER = [
    TYPE,
    *(PREFIXES["dcterms"] + name for name in ("title", "description", "publisher", "creator", "date", "rightsHolder")),
    *(PREFIXES["skos"] + name for name in ("prefLabel", "altLabel", "hiddenLabel")),
    *(RDF + name for name in ("subject", "predicate", "object")),
    *(CG + name for name in ("status", "basis", "proof", "because")),
    PREFIXES["dcterms"] + "source",
    PREFIXES["oa"] + "hasSource",
    CG + "paragraph",
    *(PREFIXES["oa"] + name for name in ("start", "end")),
    CG + "phrase",
    *(
        CG + name
        for name in ("purpose", "verb", "level", "share", "period", "order", "openList", "stage", "unit", "comparator")
    ),
    *(CG + name for name in ("positions", "evidence")),
]
RANK = {predicate: rank for rank, predicate in enumerate(_ORDER)}
_TAGS = ("zh-Hant", "zh-Hans", "zh-Latn-pinyin")


def turtle_iri(iri: str, prefixes: Prefixes = PREFIXES) -> str:
    """Write an IRI or a blank node as Turtle.

    Args:
        iri: An IRI, or the label of a blank node, such as ``_:p1``.
        prefixes: The prefixes that may be used; those of vocabularies by default.

    Returns:
        The IRI with a prefix if one fits, else in angle brackets. The label of a blank node is not changed.

    Examples:
        >>> turtle_iri("https://w3id.org/citygraph/ontology#Firm"), turtle_iri("urn:a b")
        ('cg:Firm', '<urn:a%20b>')
    """
    return curie(iri, prefixes) or (iri if iri.startswith("_:") else escaped(iri))


def turtle_literal(value: str, datatype: str, tag: str | None) -> str:
    """Write a literal as Turtle.

    Args:
        value: The text of the literal.
        datatype: The IRI of its datatype. It is ignored if there is a language tag.
        tag: Its language tag, or None.

    Returns:
        The literal. Integers and booleans in their usual form come without quotes and datatype.

    Examples:
        >>> turtle_literal("太鋼", "", "zh-hant"), turtle_literal("13", PREFIXES["xsd"] + "integer", None)
        ('"太鋼"@zh-Hant', '13')
    """
    if tag:
        return f"{turtle_string(value)}@{language_tag(tag)}"
    if datatype == PREFIXES["xsd"] + "string":
        return turtle_string(value)
    if datatype == PREFIXES["xsd"] + "integer" and PLAIN_NUMBER.fullmatch(value):
        return value
    if datatype == PREFIXES["xsd"] + "boolean" and value in ("true", "false"):
        return value
    return f"{turtle_string(value)}^^{turtle_iri(datatype)}"


def place(predicate: str, tag: str | None, value: str) -> tuple[object, ...]:
    """Return a key that sorts the statements about one subject.

    Args:
        predicate: The IRI of the predicate.
        tag: The language tag of the object, or None.
        value: The object as text.

    Returns:
        A tuple that sorts by predicate, then by language, then by value.
    """
    cased = language_tag(tag) if tag else ""
    return RANK.get(predicate, len(RANK)), predicate, _place_of(cased), cased, value


def _place_of(tag: str) -> int:
    return _TAGS.index(tag) if tag in _TAGS else len(_TAGS)


def tag_rank(term: Any) -> tuple[int, str]:
    """Return a key that sorts terms by language.

    Args:
        term: A pyoxigraph term.

    Returns:
        The rank of its language, and its language tag. The tag is empty if it has none.
    """
    tag = language_tag(term.language) if getattr(term, "language", None) else ""
    return _place_of(tag), tag
