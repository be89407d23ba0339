"""Find the city that a graph is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..names.entities import entities, entity_of

if TYPE_CHECKING:
    from ..model.claim import Entity
    from ..store.city import CityGraph


def the_city(city: CityGraph) -> Entity:
    """Return the city that a graph is about.

    That is the one that its data set names as its subject (``dcterms:subject`` or ``schema:about``). If it names none,
    or several, it is the thing of the kind City that is connected to most others.

    Args:
        city: An open graph.

    Returns:
        The city, with its label in the handle's language.

    Raises:
        CityGraphError: Nothing in the graph is a city.

    Examples:
        >>> import cityGraph as cg
        >>> the_city(cg.open(language="en")).label
        'Taiyuan'
    """
    iri = city.once("the city", lambda: _found(city))
    if iri is None:
        raise CityGraphError(
            "This graph has no city: nothing in it has the kind City (cg:City). Name the city that you ask about."
        )
    return entity_of(entities(city, [iri]), iri)


def _found(city: CityGraph) -> str | None:
    stated = {row[0] for row in city.select_iris("city-stated")}
    if len(stated) == 1:
        return stated.pop()
    connections = Counter(iri for iri, _ in city.select_iris("cities"))
    candidates = stated or set(connections)
    return min(candidates, key=lambda iri: (-connections[iri], iri), default=None)
