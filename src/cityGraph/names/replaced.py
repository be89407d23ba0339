"""Follow an IRI that was replaced to the one that stands for the thing now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import BadQuery
from ..escape import sparql_iri

if TYPE_CHECKING:
    from ..store.city import CityGraph

_MOST = 20  # a longer row of replacements is a mistake in the data, such as a circle


def in_force(city: CityGraph, iri: str) -> str:
    """Return the IRI that replaces another, and note it on the handle.

    An IRI is never given to another thing. If its name misleads, the thing gets a new one, and the old one keeps one
    statement, `dcterms:isReplacedBy`.

    Args:
        city: An open graph.
        iri: A full IRI.

    Returns:
        The last IRI in the row of replacements; `iri` itself if nothing replaces it, or if it is no valid IRI.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> in_force(city, "https://w3id.org/citygraph/id/taiyuan/jinke-wafer")
        'https://w3id.org/citygraph/id/taiyuan/jinke'
        >>> city.notes
        ('ty:jinke-wafer is now ty:jinke. Use the new IRI.',)
    """
    now = iri
    for _ in range(_MOST):
        try:
            rows = city.select("replaced", thing=[sparql_iri(now)])
        except BadQuery:  # it looks like an IRI and is not a valid one
            return iri
        if not rows:
            break
        now = min(row[0].value for row in rows)
    if now != iri:
        city.note(f"{city.shorten(iri)} is now {city.shorten(now)}. Use the new IRI.")
    return now
