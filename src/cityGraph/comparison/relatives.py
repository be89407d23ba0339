"""Which relations belong together: a general relation and its special ones."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..escape import sparql_iri
from ..names.labels import ontology_of
from ..namespaces import CG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph


class Relatives:
    """Which of some relations belong together. The ontology is asked when it is first needed.

    Args:
        cities: The graphs whose ontologies are asked.
        relations: The IRIs of the relations.

    Examples:
        >>> import cityGraph as cg
        >>> named = [CG + name for name in ("locatedIn", "liesIn", "supports")]
        >>> relatives = Relatives([cg.open()], named)
        >>> relatives.are(named[0], named[1]), relatives.are(named[1], named[2])
        (True, False)
    """

    def __init__(self, cities: Iterable[CityGraph], relations: Iterable[str]) -> None:
        self._cities = tuple(cities)
        self._relations = tuple(sorted(set(relations)))

    @cached_property
    def _special(self) -> set[tuple[str, str]]:
        """Pairs of a general relation and one of its special ones."""
        ours = any(relation.startswith(CG) for relation in self._relations)
        asked = [ontology_of(city) if ours else city for city in self._cities]
        wanted = list(map(sparql_iri, self._relations))
        return {
            (row[0].value, row[1].value)
            for city in dict.fromkeys(asked)
            for row in city.select("special", relation=wanted)
        }

    def are(self, one: str, other: str) -> bool:
        """Tell whether two relations belong together.

        Args:
            one: The IRI of a relation.
            other: The IRI of another.

        Returns:
            Whether they are the same, or one is a special case of the other.
        """
        return one == other or (one, other) in self._special or (other, one) in self._special
