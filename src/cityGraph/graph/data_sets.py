"""What a graph says of itself as a data set (https://www.w3.org/TR/void/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..names.labels import language_rank
from ..namespaces import local

if TYPE_CHECKING:
    from ..store.city import CityGraph


class DataSet(NamedTuple):
    """A data set that a graph describes.

    Attributes:
        iri: Its IRI.
        title: Its title in the language that serves the reader best, or None.
        licence: The IRI or the name of its licence, or None.
    """

    iri: str
    title: str | None
    licence: str | None


def data_sets(city: CityGraph) -> list[DataSet]:
    """List the data sets that a graph says it consists of.

    Args:
        city: An open graph.

    Returns:
        The data sets, sorted by IRI. Empty if the graph says nothing of itself.

    Examples:
        >>> import cityGraph as cg
        >>> [(each.title, each.licence) for each in data_sets(cg.open(language="en"))]
        [('Taiyuan city graph', 'https://creativecommons.org/licenses/by/4.0/')]
    """
    found: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for data_set, role, value in city.select("dataset-details"):
        rank = language_rank(city.language, value.language or "")
        found.setdefault(data_set.value, {}).setdefault(local(role.value), []).append((rank, value.value))

    def best(values: list[tuple[int, str]] | None) -> str | None:
        return min(values)[1] if values else None

    return [DataSet(iri, best(own.get("title")), best(own.get("license"))) for iri, own in sorted(found.items())]
