"""Read the stored queries of `store/queries/`, fill in their parameters, and add prefixes."""

from __future__ import annotations

from functools import lru_cache
from os import path
from typing import TYPE_CHECKING

from ..namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# IRIs, strings and comments. Compiled at first use: only a query that a user writes needs it.
_TO_BLANK = (
    r"""<[^<>"{}|^`\\\s]*>|'''(?:\\.|[^\\])*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\"|\\."""
    r"""|'(?:\\.|[^'\\\n])*+'?|"(?:\\.|[^"\\\n])*+"?|\#[^\n]*"""
)


def prologue(prefixes: Iterable[str] = PREFIXES, known: Mapping[str, str] = PREFIXES) -> str:
    r"""Return PREFIX lines.

    Args:
        prefixes: Names of prefixes; all of ours by default.
        known: The namespace of each prefix.

    Returns:
        One line for each prefix, in the order given.

    Examples:
        >>> prologue(["cg"])
        'PREFIX cg: <https://w3id.org/citygraph/ontology#>\n'
    """
    return "".join(f"PREFIX {name}: <{known[name]}>\n" for name in prefixes)


@lru_cache
def stored(name: str) -> str:
    """Read a stored query.

    Args:
        name: The name of a file in `store/queries/`, without ``.rq``.

    Returns:
        The query with the PREFIX lines that it needs.
    """
    with open(path.join(path.dirname(__file__), "queries", f"{name}.rq"), encoding="utf-8") as stream:
        return prefixed(stream.read())


def prefixed(text: str) -> str:
    """Put the PREFIX lines that a query needs before it.

    Args:
        text: A query that declares none of our prefixes itself.

    Returns:
        The query with a line for each of our prefixes that stands in it.

    Examples:
        >>> print(prefixed("ASK { ?zone a cg:Zone }"))
        PREFIX cg: <https://w3id.org/citygraph/ontology#>
        ASK { ?zone a cg:Zone }
    """
    return prologue(name for name in PREFIXES if f"{name}:" in text) + text


def bind(text: str, **values: Iterable[str] | None) -> str:
    """Fill in the parameters of a stored query.

    Args:
        text: A query with a ``VALUES ?name { … }`` line for each parameter.
        **values: The terms, in SPARQL, that each line holds instead; None removes the line.

    Returns:
        The query to run.

    Raises:
        KeyError: The query has no such parameter.

    Examples:
        >>> bind("VALUES ?entity { <urn:a> } ?entity ?p ?o", entity=["<urn:b>"])
        'VALUES ?entity { <urn:b> } ?entity ?p ?o'
        >>> bind("VALUES ?entity { <urn:a> } ?entity ?p ?o", entity=None).strip()
        '?entity ?p ?o'
    """
    places = sorted((text.find(f"VALUES ?{name} {{"), name) for name in values)
    parts, at = [], 0
    for start, name in places:
        if start < 0:
            raise KeyError(name)
        terms = values[name]
        parts += [text[at:start], "" if terms is None else f"VALUES ?{name} {{ {' '.join(terms)} }}"]
        at = text.index("}", start) + 1
    return "".join([*parts, text[at:]])


def without_strings(text: str) -> str:
    """Blank out the IRIs, strings and comments of a query, so that what is left can be searched.

    Args:
        text: A SPARQL query.

    Returns:
        A text of the same length with the same line ends.

    Examples:
        >>> without_strings('ASK { ?a ?b "DROP" }')
        'ASK { ?a ?b        }'
    """
    import re

    return re.sub(_TO_BLANK, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL)
