"""Tells a plan that is an intention, whose triple stands by itself, from a plan of a state, whose triple does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..namespaces import local

if TYPE_CHECKING:
    from ..store.city import CityGraph


class Intentions:
    """Tells which claims of a graph have a plain triple.

    A stated or resolved claim has one if it is realised, if its relation expresses an intention
    (`cg:expressesIntention`), or if its subject is itself a plan or a target (`cg:ownStatus` of its kind).

    Args:
        city: An open graph.

    Examples:
        >>> import cityGraph as cg
        >>> intentions = Intentions(cg.open())
        >>> ontology = "https://w3id.org/citygraph/ontology#"
        >>> intentions.plain(ontology + "sitedIn", "realised", "stated", "Firm")
        True
        >>> intentions.plain(ontology + "sitedIn", "planned", "stated", "Firm")
        False
        >>> intentions.plain(ontology + "supports", "planned", "stated", "City")
        True
    """

    def __init__(self, city: CityGraph) -> None:
        found: list[tuple[str, str]] = city.once(
            "intentions",
            lambda: [(term.value, local(status.value)) for term, status in city.select("intentions")],
        )
        self._relations = {term for term, status in found if not status}
        self._kinds = {(local(term), status) for term, status in found if status}

    def plain(self, relation: str, status: str, basis: str, kind: str) -> bool:
        """Tell whether a claim has a plain triple.

        Args:
            relation: The IRI of its relation.
            status: Its status, such as ``planned``.
            basis: Its basis, such as ``stated``.
            kind: The local name of the kind of its subject.

        Returns:
            Whether the triple of the claim also stands by itself.
        """
        if basis == "inferred":
            return False
        return status not in ("planned", "targeted") or relation in self._relations or (kind, status) in self._kinds
