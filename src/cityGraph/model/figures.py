"""Figures and passages of claims as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..namespaces import local
from .claim import Claim, Value

if TYPE_CHECKING:
    from collections.abc import Iterable


def term_name(claim: Claim, qualifier: str) -> str | None:
    """Return the name of a term that qualifies a claim; the name is the same in every language.

    Args:
        claim: Any claim.
        qualifier: The local name of the qualifier: ``comparator``, ``unit`` or ``stage``.

    Returns:
        The local name of its value, such as ``atLeast`` or ``percent``, or None if the claim has no such qualifier.
    """
    iri = claim.qualifier(qualifier)
    return local(iri) if iri else None


def passages_json(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Return the evidence of several claims for JSON.

    Args:
        claims: Claims in any order.

    Returns:
        The passages of all claims, each once, in order.
    """
    return [passage.as_json() for passage in dict.fromkeys(p for claim in claims for p in claim.evidence)]


def figure_json(claim: Claim) -> dict[str, Any]:
    """Return the figure of a claim as a dictionary for JSON.

    Args:
        claim: A claim whose object is a value.

    Returns:
        ``{"claim", "value", "comparator", "unit", "period", "told", "status", "basis", "evidence"}``. Comparator and
        unit have their names in the ontology (``atLeast``, ``percent``). What no source gives is None.
    """
    return {
        "claim": claim.iri,
        "value": claim.object.value if isinstance(claim.object, Value) else None,
        "comparator": term_name(claim, "comparator"),
        "unit": term_name(claim, "unit"),
        "period": claim.qualifier("period"),
        "told": claim.object_text,
        "status": claim.status,
        "basis": claim.basis,
        "evidence": passages_json([claim]),
    }
