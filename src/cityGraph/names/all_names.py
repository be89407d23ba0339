"""All names of a small graph, for fuzzy matching."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..namespaces import local
from .spelling import fold

if TYPE_CHECKING:
    from ..store.city import CityGraph

MOST_NAMES = 50_000  # read and folded in half a second; with more, spellings alone are asked for
LEFT_OUT = f"of more than {MOST_NAMES // 1000} 000 names only spellings were looked for: no pinyin, no near names"
REMOTE = "an endpoint is asked for names as they are spelled: no beginnings, no pinyin, no near names"


class Name(NamedTuple):
    """A name as the graph has it: who carries it, how it is spelled, its language and role, and both as compared."""

    who: str
    spelled: str
    language: str
    role: str
    key: str


def few(city: CityGraph) -> bool:
    """Whether the graph has so few names that all are read: counted up to the limit and no further."""
    if city.remote:
        return False
    counted: int = city.once("counted", lambda: int(city.select("count-names")[0][0].value))
    return counted <= MOST_NAMES


def left_out(city: CityGraph) -> str:
    """What is not looked for in a graph of too many names; empty in any other."""
    return "" if few(city) else REMOTE if city.remote else LEFT_OUT


def all_names(city: CityGraph) -> list[Name]:
    """List every name in the graph; read once per handle."""
    city.read_here()

    def read() -> list[Name]:
        found = city.select("all-names")
        roles = {term: local(term) for term in {of.value for _, of, _ in found}}
        return [Name(who.value, n.value, n.language or "", roles[of.value], fold(n.value)) for who, of, n in found]

    names: list[Name] = city.once("names", read)
    return names
