"""The answer of `targets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .claim import Claim, Entity, Value
from .figures import figure_json, passages_json
from .noun import Listing, Noun

if TYPE_CHECKING:
    from .referrals import Referral


class Target(Noun):
    """A figure or a scale that is to be reached.

    Attributes:
        entity: The target itself, or the thing at which a claim gives the figure.
        subjects: The things that are to reach it, in the order of the source.
        open_list: Whether there are more such things than the source names (等).
        indicator: What is measured, or None if no source says it.
        values: The claims that give the figure: none if no source gives it, several if sources differ.
        dues: The claims that give the year by which it is due, likewise.
        baselines: The claims that give an earlier figure of the same indicator, latest first.
        years: The year of each baseline, or None if no source gives it.
        claims: All claims about the target.
    """

    entity: Entity
    subjects: tuple[Entity, ...]
    open_list: bool
    indicator: Entity | None
    values: tuple[Claim, ...]
    dues: tuple[Claim, ...]
    baselines: tuple[Claim, ...]
    years: tuple[str | None, ...]
    claims: tuple[Claim, ...]

    @property
    def main_claim(self) -> Claim:
        """The main claim about the target: the first with its figure or, if there is none, the first of all."""
        return (*self.values, *self.claims)[0]

    @property
    def due(self) -> str | None:
        """The year by which the target is due according to the first source, or None."""
        if not self.dues:
            return self.main_claim.qualifier("dueBy")
        year = self.dues[0].object
        return year.value if isinstance(year, Value) else None

    @property
    def unknown(self) -> tuple[str, ...]:
        """Which of ``indicator``, ``value``, ``unit``, ``baseline`` and ``due`` no source gives."""
        known = {
            "indicator": self.indicator,
            "value": self.values,
            "unit": not self.values or self.values[0].qualifier("unit"),
            "baseline": self.baselines,
            "due": self.due,
        }
        return tuple(name for name, value in known.items() if not value)

    def as_json(self) -> dict[str, Any]:
        """Return the target as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "subject", "subjects", "open", "indicator", "comparator", "value", "unit",
            "told", "values", "due", "dues", "baselines", "unknown", "status", "basis", "claims", "evidence"}``.
        """
        first = figure_json(self.values[0]) if self.values else {}
        return {
            **self.entity.as_json(),
            "subject": self.subjects[0].as_json() if self.subjects else None,
            "subjects": [subject.as_json() for subject in self.subjects],
            "open": self.open_list,
            "indicator": self.indicator.as_json() if self.indicator else None,
            "comparator": first.get("comparator"),
            "value": first.get("value"),
            "unit": first.get("unit"),
            "told": first.get("told"),
            "values": [figure_json(claim) for claim in self.values],
            "due": self.due,
            "dues": [figure_json(claim) for claim in self.dues],
            "baselines": [figure_json(c) | {"year": y} for c, y in zip(self.baselines, self.years, strict=True)],
            "unknown": list(self.unknown),
            "status": self.main_claim.status,
            "basis": self.main_claim.basis,
            "claims": [claim.iri for claim in self.claims],
            "evidence": passages_json(self.claims),
        }


class Targets(Listing[Target]):
    """The answer of `targets`: a sequence of `Target`.

    Attributes:
        entity: The thing asked about, or None for the whole graph.
        targets: The targets; those of the same subjects come together.
        held_back: How many inferred claims were left out.
        total: How many targets there are with any kind and status.
        followed: Other things that the name refers to and that listed items belong to, such as the company of a brand.
    """

    _listed = "targets"
    entity: Entity | None
    targets: tuple[Target, ...]
    held_back: int = 0
    total: int = 0
    followed: tuple[Referral, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"entity", "targets", "held_back", "of", "followed"}``.
        """
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "targets": [target.as_json() for target in self.targets],
            "held_back": self.held_back,
            "of": self.total,
            "followed": [each.as_json() for each in self.followed],
        }
