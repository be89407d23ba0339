"""The verb `query`: run a user's SPARQL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..namespaces import PREFIXES
from ..store.query_files import prologue, without_strings
from .check import check

if TYPE_CHECKING:
    from ..model.query import Answer
    from ..store.city import CityGraph


def query(city: CityGraph, text: str) -> Answer:
    """Answer a SPARQL query.

    It sees the triples of the graph. Those of our ontology are among them only if the graph uses a term of it.

    Args:
        city: An open graph.
        text: The query: SELECT, ASK, CONSTRUCT or DESCRIBE. The prefixes of `PREFIXES` need no declaration.

    Returns:
        The rows of a SELECT, the verdict of an ASK, or the Turtle of a CONSTRUCT or DESCRIBE.

    Raises:
        BadQuery: The text is not SPARQL, is an update, or would ask another server; with the position if it is known.
        NoAnswer: An endpoint does not answer.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> answer = cg.query(city, "SELECT ?firm WHERE { ?firm cg:spearheads ty:new-energy-industry } ORDER BY ?firm")
        >>> [firm.value.rsplit("/", 1)[1] for (firm,) in answer]
        ['jinko', 'jolywood', 'meijin-hydrogen']
        >>> cg.query(city, "ASK { ty:taiyuan cg:supports ty:taigang }").verdict
        True
    """
    declared = set(re.findall(r"\bPREFIX\s+([\w.-]*):", without_strings(check(text)), re.IGNORECASE))
    return city.engine.answer(text, prologue(name for name in PREFIXES if name not in declared))
