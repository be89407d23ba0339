"""The answer of `merge`: what became one, and what a person has to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .noun import Noun

if TYPE_CHECKING:
    from .claim import Entity
    from .sheets import Refused

# Why two things are one: a person says so, a graph says so, or they share what belongs to one thing only.
GROUNDS = ("row", "replaced", "identifier", "registered", "url", "hash")
# Why two things may be one, and what speaks against it.
DOUBTS = (
    *("name", "alias", "title", "registered", "identifier", "url", "hash"),
    *("several", "kinds", "seats", "years", "names", "identifiers", "texts", "iri"),
)


class Reason(NamedTuple):
    """One reason why two things are one, or may be.

    Attributes:
        key: One of `GROUNDS` or of `DOUBTS`.
        what: What it is about, such as the name that both have. Empty if the key says all.
    """

    key: str
    what: str = ""

    def as_json(self) -> dict[str, str]:
        """Return the reason as a dictionary for JSON.

        Returns:
            ``{"key", "what"}``.
        """
        return self._asdict()


class Pair(Noun):
    """Two things that became one, or that may be one.

    Attributes:
        one: The thing that stays; of a doubtful pair, that of the graph named first.
        other: The thing that was replaced; of a doubtful pair, that of the other graph.
        reasons: Why, the strongest first; of a doubtful pair also what speaks against it.
    """

    one: Entity
    other: Entity
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the pair as a dictionary for JSON.

        Returns:
            ``{"one": entity, "other": entity, "reasons": [{"key", "what"}]}``.
        """
        reasons = [reason.as_json() for reason in self.reasons]
        return {"one": self.one.as_json(), "other": self.other.as_json(), "reasons": reasons}


class LeftOut(Noun):
    """A value that a thing can have only once, and that another value kept out.

    Attributes:
        entity: The thing.
        relation: The local name of the property, such as ``date``.
        kept: The value that stays, that of the graph named first.
        left_out: The value that was left out.
    """

    entity: Entity
    relation: str
    kept: str
    left_out: str

    def as_json(self) -> dict[str, Any]:
        """Return the value as a dictionary for JSON.

        Returns:
            ``{"entity": entity, "relation", "kept", "left_out"}``.
        """
        return {
            "entity": self.entity.as_json(),
            "relation": self.relation,
            "kept": self.kept,
            "left_out": self.left_out,
        }


class Merged(Noun):
    """The answer of `merge`.

    Attributes:
        file: The file that was written; empty if nothing was, because a row was refused or no file was named.
        inputs: The names of the graphs, in order.
        triples: The number of triples of the merged graph.
        entities: The number of its things, without sources.
        claims: The number of its claims.
        sources: The number of its sources.
        united: The things and sources that became one, by IRI.
        claims_united: How many claims are in two graphs, or say the same, and became one.
        doubtful: The pairs that may be one and were left apart, by name.
        left_out: Values that could not stay beside another one.
        refused: The rows of the file of pairs that cannot be followed. If there are any, nothing is written.
        notes: What was recognised while files were read, such as another encoding; one sentence each.
    """

    file: str
    inputs: tuple[str, ...]
    triples: int
    entities: int
    claims: int
    sources: int
    united: tuple[Pair, ...]
    claims_united: int
    doubtful: tuple[Pair, ...]
    left_out: tuple[LeftOut, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"file", "inputs", "triples", "entities", "claims", "sources", "claims_united", "united", "doubtful",
            "left_out", "refused"}``.
        """
        counts = ("file", "triples", "entities", "claims", "sources", "claims_united")
        lists = ("united", "doubtful", "left_out", "refused")
        return {
            **{field: getattr(self, field) for field in counts},
            "inputs": list(self.inputs),
            **{field: [each.as_json() for each in getattr(self, field)] for field in lists},
        }
