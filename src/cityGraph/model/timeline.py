"""The answer of `timeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .figures import figure_json, passages_json, term_name
from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Claim, Entity
    from .referrals import Referral


class Moment(Noun):
    """Something that happens at a time.

    Attributes:
        date: The date, as precise as the source gives it (``2022``, ``2022-07`` or ``2022-07-27``). None if no source
            gives one.
        entity: The event or thing that is dated.
        text: What happens, in the language of the open graph, to be read after the name of `entity`. It may be empty.
        claim: The claim that gives the date.
        stages: The claims that say which stage of a work the event began.
        figure: The claim with the figure of a target or an observation, or None.
    """

    date: str | None
    entity: Entity
    text: str
    claim: Claim
    stages: tuple[Claim, ...] = ()
    figure: Claim | None = None

    @property
    def precision(self) -> str | None:
        """How precise the date is: ``year``, ``month`` or ``day``. None if there is no date."""
        return {4: "year", 7: "month", 10: "day"}[len(self.date)] if self.date else None

    def as_json(self) -> dict[str, Any]:
        """Return the moment as a dictionary for JSON.

        Returns:
            ``{"date", "precision", "iri", "label", "kind", "claim", "relation", "told", "stages", "figure", "status",
            "basis", "because", "evidence"}``.
        """
        return {
            "date": self.date,
            "precision": self.precision,
            **self.entity.as_json(),
            "claim": self.claim.iri,
            "relation": self.claim.relation.as_json(),
            "told": self.text,
            "stages": [{"stage": term_name(claim, "stage"), "of": claim.object.as_json()} for claim in self.stages],
            "figure": figure_json(self.figure) if self.figure else None,
            "status": self.claim.status,
            "basis": self.claim.basis,
            "because": self.claim.because,
            "evidence": passages_json((self.claim, *self.stages, *([self.figure] if self.figure else []))),
        }


class Timeline(Listing[Moment]):
    """The answer of `timeline`: a sequence of `Moment`.

    Attributes:
        entity: The thing asked about, or None for the whole graph.
        events: The dated moments, earliest first.
        undated: The events for which no source gives a date.
        held_back: How many inferred moments were left out.
        total: How many moments there are with any year, kind and status, dated or not.
        followed: Other things that the name refers to and that listed items belong to, such as the company of a brand.
    """

    _listed = "events"
    entity: Entity | None
    events: tuple[Moment, ...]
    undated: tuple[Moment, ...] = ()
    held_back: int = 0
    total: int = 0
    followed: tuple[Referral, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"entity", "events", "undated", "held_back", "of", "followed"}``.
        """
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "events": [moment.as_json() for moment in self.events],
            "undated": [moment.as_json() for moment in self.undated],
            "held_back": self.held_back,
            "of": self.total,
            "followed": [each.as_json() for each in self.followed],
        }
