"""The answer of `schema`: which kinds there are, and what may connect them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .noun import Noun

if TYPE_CHECKING:
    from .claim import Relation


class Kind(Noun):
    """A kind of things.

    Attributes:
        iri: Its IRI.
        name: Its local name, such as ``Firm``.
        label: Its label in the language of the open graph.
        definition: What it means, or None if nothing says so.
        count: How many named things of this kind the graph has.
    """

    iri: str
    name: str
    label: str
    definition: str | None = None
    count: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the kind as a dictionary for JSON.

        Returns:
            ``{"iri", "name", "label", "definition", "count"}``.
        """
        return {field: getattr(self, field) for field in self.fields}


class KindRelation(Noun):
    """A relation as read from a kind at one of its ends.

    Attributes:
        relation: The relation, labelled as read from this end.
        direction: ``out`` if the kind is that of the subject, ``in`` if it is that of the object.
        kinds: The kinds that the other end may have; in a graph whose ontology does not say, those that it has.
        values: The datatypes that a value at the other end may have, such as ``decimal``.
        statuses: The statuses that its claims may have. Empty if nothing says so.
        cues: The words that mark it in a text, with ``{s}`` for the subject and ``{o}`` for the object.
        qualifiers: The qualifiers that its claims in this graph carry.
        claims: How many claims of this graph have it at a thing of this kind.
        definition: What it means, or None.
    """

    relation: Relation
    direction: str
    kinds: tuple[Kind, ...]
    values: tuple[str, ...]
    statuses: tuple[str, ...]
    cues: tuple[str, ...]
    qualifiers: tuple[Relation, ...]
    claims: int
    definition: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the relation as a dictionary for JSON.

        Returns:
            ``{"relation", "direction", "definition", "kinds", "values", "statuses", "cues", "qualifiers", "claims"}``.
        """
        return {
            "relation": self.relation.as_json(),
            "direction": self.direction,
            "definition": self.definition,
            "kinds": [{"iri": kind.iri, "name": kind.name, "label": kind.label} for kind in self.kinds],
            "values": list(self.values),
            "statuses": list(self.statuses),
            "cues": list(self.cues),
            "qualifiers": [qualifier.as_json() for qualifier in self.qualifiers],
            "claims": self.claims,
        }


class Schema(Noun):
    """The answer of `schema`.

    Attributes:
        kind: The kind asked about, or None for all.
        kinds: All kinds, those with most things first. Empty if one kind was asked about.
        relations: The relations of the kind asked about: first those that it is the subject of, each by the number of
            its claims. Empty without a kind.
    """

    kind: Kind | None
    kinds: tuple[Kind, ...]
    relations: tuple[KindRelation, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"kind", "kinds", "relations"}``.
        """
        return {
            "kind": self.kind.as_json() if self.kind else None,
            "kinds": [kind.as_json() for kind in self.kinds],
            "relations": [relation.as_json() for relation in self.relations],
        }
