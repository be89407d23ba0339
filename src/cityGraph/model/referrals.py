"""What an answer took from other names of the thing that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .figures import passages_json
from .noun import Noun

if TYPE_CHECKING:
    from .claim import Claim, Entity


class Referral(Noun):
    """A thing that the name asked for refers to, such as the company of a brand, and what an answer lists of it.

    Attributes:
        thing: The other thing.
        claims: The claims that connect the two, beginning at the thing that was asked for.
        count: How many items of the answer belong to the other thing, and not to the one that was asked for.
    """

    thing: Entity
    claims: tuple[Claim, ...]
    count: int

    @property
    def inferred(self) -> bool:
        """Whether one of the claims is inferred."""
        return any(claim.basis == "inferred" for claim in self.claims)

    def as_json(self) -> dict[str, Any]:
        """Return the referral as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "count", "inferred", "claims"}``.
        """
        return self.thing.as_json() | {
            "count": self.count,
            "inferred": self.inferred,
            "claims": [
                {
                    "claim": claim.iri,
                    "subject": claim.subject.as_json(),
                    "relation": claim.relation.as_json(),
                    "object": claim.object.as_json(),
                    "status": claim.status,
                    "basis": claim.basis,
                    "because": claim.because,
                    "evidence": passages_json([claim]),
                }
                for claim in self.claims
            ],
        }
