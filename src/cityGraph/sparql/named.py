"""Read from the tokens of a query which terms it names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .tokens import Token

# What a relative IRI is read against in a query without BASE. The name can never be registered (RFC 2606).
BASE = "https://base.invalid/"


def declared(found: Sequence[Token]) -> dict[str, str]:
    """Return the prefixes that a query declares.

    Args:
        found: The tokens of the query.

    Returns:
        The namespace of each prefix.

    Examples:
        >>> from cityGraph.sparql.tokens import tokens
        >>> declared(tokens("PREFIX x: <urn:x:> ASK {}"))
        {'x': 'urn:x:'}
    """
    triples = zip(found, found[1:], found[2:], strict=False)
    return {name.text[:-1]: iri.text[1:-1] for word, name, iri in triples if word.text.upper() == "PREFIX"}


def is_relative(token: Token) -> bool:
    """Return whether a token is an IRI that needs a base.

    Args:
        token: A token of a query.

    Returns:
        True for an IRI in angle brackets that begins with no scheme.
    """
    return token.kind == "IRI" and not re.match(r"<[A-Za-z][A-Za-z0-9+.-]*:", token.text)


def needs_base(found: Sequence[Token]) -> bool:
    """Return whether a query has a relative IRI and no BASE.

    Args:
        found: The tokens of the query.

    Returns:
        True if an engine could not tell what the IRI means.
    """
    return any(map(is_relative, found)) and not any(token.text.upper() == "BASE" for token in found)


def terms(found: Sequence[Token], prefixes: Mapping[str, str]) -> dict[str, str]:
    """List the terms that a query looks for.

    The names of functions and datatypes are no such terms, and what CONSTRUCT makes may be new.

    Args:
        found: The tokens of the query.
        prefixes: The prefixes that need no declaration.

    Returns:
        For each IRI the term as the query writes it.

    Examples:
        >>> from cityGraph.sparql.tokens import tokens
        >>> terms(tokens("ASK { ?a x:b <urn:c> FILTER(x:d(?a)) }"), {"x": "urn:x:"})
        {'urn:x:b': 'x:b', 'urn:c': '<urn:c>'}
    """
    spaces = {**prefixes, **declared(found)}
    base = next((iri.text[1:-1] for word, iri in pairwise(found) if word.text.upper() == "BASE"), BASE)
    named: dict[str, str] = {}
    for at in _looked_for(found):
        token = found[at]
        if token.kind == "IRI":
            named.setdefault(urljoin(base, token.text[1:-1]) if is_relative(token) else token.text[1:-1], token.text)
        else:
            prefix, _, local = token.text.partition(":")
            if prefix in spaces:
                named.setdefault(spaces[prefix] + re.sub(r"\\(.)", r"\1", local), token.text)
    return named


def _looked_for(found: Sequence[Token]) -> Iterator[int]:
    depth, template = 0, False
    for at, token in enumerate(found):
        before = found[at - 1].text.upper() if at else ""
        if token.text in ("{", "}"):
            template = template or (before == "CONSTRUCT" and depth == 0)
            depth += 1 if token.text == "{" else -1
            template = template and depth > 0
        is_declared = before in ("BASE", "PREFIX") or (at > 1 and found[at - 2].text.upper() == "PREFIX")
        is_name = before == "^^" or (token.text and found[at + 1].text == "(")  # of a datatype or a function
        if token.kind in ("IRI", "PNAME") and not template and not is_declared and not is_name:
            yield at
