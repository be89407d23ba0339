"""Read all names of a small graph, for pinyin and for names that are nearly right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..namespaces import local
from .spelling import fold

if TYPE_CHECKING:
    from ..store.city import CityGraph

MOST_NAMES = 50_000  # these are read in half a second; in a graph with more, only spellings are looked up
LEFT_OUT = f"This graph has over {MOST_NAMES:,} names, so only exact names are searched: no pinyin, no similar names."
REMOTE = "At an endpoint, only exact names are searched: no beginnings, no pinyin, no similar names."


class Name(NamedTuple):
    """A name in the graph.

    Attributes:
        iri: The IRI of the thing that has the name.
        text: The name as the graph spells it.
        language: Its language tag; empty if it has none.
        role: The local name of its property: ``prefLabel``, ``altLabel``, …
        key: The name as `fold` makes it, for comparing.
    """

    iri: str
    text: str
    language: str
    role: str
    key: str


def has_few_names(city: CityGraph) -> bool:
    """Return whether all names of the graph can be read.

    Args:
        city: An open graph.

    Returns:
        True if there are at most `MOST_NAMES` names; False for an endpoint.
    """
    if city.remote:
        return False
    count: int = city.once("name count", lambda: int(city.select("count-names")[0][0].value))
    return count <= MOST_NAMES


def left_out(city: CityGraph) -> str:
    """Say which ways of matching a name are left out in this graph.

    Args:
        city: An open graph.

    Returns:
        A phrase for the reader; empty if `has_few_names`.
    """
    return "" if has_few_names(city) else REMOTE if city.remote else LEFT_OUT


def all_names(city: CityGraph) -> list[Name]:
    """List every name in the graph. They are read once for each handle.

    Args:
        city: An open graph.

    Returns:
        The names in the engine's order.

    Raises:
        CityGraphError: The graph is an endpoint.
    """
    city.read_here()

    def read() -> list[Name]:
        rows = city.select("all-names")
        roles = {iri: local(iri) for iri in {role.value for _, role, _ in rows}}
        return [
            Name(thing.value, name.value, name.language or "", roles[role.value], fold(name.value))
            for thing, role, name in rows
        ]

    names: list[Name] = city.once("names", read)
    return names
