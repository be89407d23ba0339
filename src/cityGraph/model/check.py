"""The answer of `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Claim, Passage

# From the best to the worst; a sentence with several claims takes the worst. The words are the same in every language.
VERDICTS = ("supported", "planned", "differs", "not-said", "not-understood")


class Difference(Noun):
    """Where a sentence and its source differ.

    Attributes:
        said: What the sentence says.
        source: What the source says instead.
    """

    said: str
    source: str

    def as_json(self) -> dict[str, Any]:
        """Return the difference as a dictionary for JSON.

        Returns:
            ``{"said", "source"}``.
        """
        return {"said": self.said, "source": self.source}


class ComparedClaim(Noun):
    """What a sentence claims, held against one claim of the graph.

    Attributes:
        claim: The claim of the graph that says this, or that comes nearest.
        verdict: One of `VERDICTS`.
        differs: Where the two differ, or None.
    """

    claim: Claim
    verdict: str
    differs: Difference | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the claim as a dictionary for JSON.

        Returns:
            ``{"iri", "subject", "relation", "object", "status", "verdict"}``.
        """
        return {
            "iri": self.claim.iri,
            "subject": self.claim.subject.as_json(),
            "relation": self.claim.relation.as_json(),
            "object": self.claim.object.as_json(),
            "status": self.claim.status,
            "verdict": self.verdict,
        }


class ComparedSentence(Noun):
    """A sentence of a text, with what the sources say to it.

    Attributes:
        text: The sentence as it is printed.
        verdict: One of `VERDICTS`: the worst of its claims.
        claims: What it claims; empty if no claim of the graph comes near.
        marks: (start, end, role) of its words that were understood: "name", "value" or "relation". Offsets are code
            points of `text`, zero-based, end exclusive.
        unknown: Its words that no claim accounts for.
        known: If no source says this, some of what the sources say of the same things.
        reason: Why it is not supported though a source speaks of this: "denied", "doubted" or "as-plan"; "long" if it
            is too long to be read; else empty.
    """

    text: str
    verdict: str
    claims: tuple[ComparedClaim, ...] = ()
    marks: tuple[tuple[int, int, str], ...] = ()
    unknown: tuple[str, ...] = ()
    known: tuple[Claim, ...] = ()
    reason: str = ""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages of its claims, each once."""
        return tuple(dict.fromkeys(passage for each in self.claims for passage in each.claim.evidence))

    @property
    def differs(self) -> Difference | None:
        """The first difference, if the verdict is "differs"."""
        return next((each.differs for each in self.claims if each.differs), None) if self.verdict == "differs" else None

    def as_json(self) -> dict[str, Any]:
        """Return the sentence as a dictionary for JSON.

        Returns:
            ``{"text", "verdict", "claims", "evidence", "differs", "unknown", "known", "marks", "reason"}``.
        """
        return {
            "text": self.text,
            "verdict": self.verdict,
            "claims": [each.as_json() for each in self.claims],
            "evidence": [each.as_json() for each in self.evidence],
            "differs": self.differs.as_json() if self.differs else None,
            "unknown": list(self.unknown),
            "known": [each.as_json() for each in self.known],
            "marks": [{"start": start, "end": end, "role": role} for start, end, role in self.marks],
            "reason": self.reason,
        }


class Compared(Listing[ComparedSentence]):
    """The answer of `check`: a sequence of `ComparedSentence`.

    Attributes:
        sentences: The sentences, in the order of the text.
    """

    _listed = "sentences"
    sentences: tuple[ComparedSentence, ...]

    def of(self, *verdicts: str) -> tuple[ComparedSentence, ...]:
        """Return the sentences with some verdicts.

        Args:
            *verdicts: Some of `VERDICTS`.

        Returns:
            The sentences, in the order of the text.
        """
        return tuple(each for each in self.sentences if each.verdict in verdicts)

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"sentences"}``.
        """
        return {"sentences": [each.as_json() for each in self.sentences]}
