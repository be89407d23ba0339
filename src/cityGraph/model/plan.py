"""Answers of `targets`, `timeline`, `projects`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .claim import Claim, Entity, Value
from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _name(iri: str | None) -> str | None:
    """The local name of a term: the same in every language."""
    return iri.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1] if iri else None


def _passages(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    return [passage.as_json() for passage in dict.fromkeys(p for claim in claims for p in claim.evidence)]


def figure(claim: Claim) -> dict[str, Any]:
    """A figure in JSON: ``{"claim", "value", "comparator", "unit", "period", "told", "status", "basis", "evidence"}``.

    Comparator and unit are named as the ontology names them (``atLeast``, ``percent``); None is what no source says.
    """
    return {
        "claim": claim.iri,
        "value": claim.object.value if isinstance(claim.object, Value) else None,
        "comparator": _name(claim.qualifier("comparator")),
        "unit": _name(claim.qualifier("unit")),
        "period": claim.qualifier("period"),
        "told": claim.told,
        "status": claim.status,
        "basis": claim.basis,
        "evidence": _passages([claim]),
    }


class Target(Noun):
    """A figure or a scale that is to be reached.

    `subjects` are those that are to reach it, in the order of the source, `open_list` says that there are more of them
    than the source names. `values`, `dues` and `baselines` are claims: more than one where sources differ, none where
    none says it. `years` are those of the baselines, None where that is not said. `claims` are all that say it.
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
    def said(self) -> Claim:
        """The claim that says the most of it: its figure or, where it has none, the first."""
        return (*self.values, *self.claims)[0]

    @property
    def due(self) -> str | None:
        """The year by which it is due, as the first source has it."""
        what = self.dues[0].object if self.dues else None
        return what.value if isinstance(what, Value) else None

    @property
    def unknown(self) -> tuple[str, ...]:
        """What no source says of it, of ``indicator``, ``value``, ``unit``, ``baseline`` and ``due``."""
        known = {
            "indicator": self.indicator,
            "value": self.values,
            "unit": not self.values or self.values[0].qualifier("unit"),
            "baseline": self.baselines,
            "due": self.dues,
        }
        return tuple(name for name, said in known.items() if not said)

    def as_json(self) -> dict[str, Any]:
        """One of the targets in ``{"targets", "held_back"}``."""
        first = figure(self.values[0]) if self.values else {}
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
            "values": [figure(claim) for claim in self.values],
            "due": self.due,
            "dues": [figure(claim) for claim in self.dues],
            "baselines": [figure(c) | {"year": y} for c, y in zip(self.baselines, self.years, strict=True)],
            "unknown": list(self.unknown),
            "status": self.said.status,
            "basis": self.said.basis,
            "claims": [claim.iri for claim in self.claims],
            "evidence": _passages(self.claims),
        }


class Targets(Noun):
    """The answer of `targets`: a sequence of `Target`.

    `held_back` counts the inferred claims that were left out, `of` how many there are whatever their kind and status.
    """

    entity: Entity | None
    targets: tuple[Target, ...]
    held_back: int = 0
    of: int = 0

    def __iter__(self) -> Iterator[Target]:
        return iter(self.targets)

    def __getitem__(self, index: int) -> Target:
        return self.targets[index]

    def __len__(self) -> int:
        return len(self.targets)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "targets", "held_back", "of"}``."""
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "targets": [target.as_json() for target in self.targets],
            "held_back": self.held_back,
            "of": self.of,
        }


class Moment(Noun):
    """What a source puts at a time.

    `date` is as precise as the source has it (``2022``, ``2022-07``, ``2022-07-27``), None where no source says when.
    `told` says what it is in the language of the handle, beyond the name of `entity`; `claim` dates it, `stages` are
    the claims that say to what an event brought a work, `figure` is the claim with the number of a target or a rank.
    """

    date: str | None
    entity: Entity
    told: str
    claim: Claim
    stages: tuple[Claim, ...] = ()
    figure: Claim | None = None

    @property
    def precision(self) -> str | None:
        """``year``, ``month`` or ``day``."""
        return {4: "year", 7: "month", 10: "day"}[len(self.date)] if self.date else None

    def as_json(self) -> dict[str, Any]:
        """One of the events in ``{"events", "undated"}``."""
        return {
            "date": self.date,
            "precision": self.precision,
            **self.entity.as_json(),
            "claim": self.claim.iri,
            "relation": self.claim.relation.as_json(),
            "told": self.told,
            "stages": [
                {"stage": _name(claim.qualifier("stage")), "of": claim.object.as_json()} for claim in self.stages
            ],
            "figure": figure(self.figure) if self.figure else None,
            "status": self.claim.status,
            "basis": self.claim.basis,
            "because": self.claim.because,
            "evidence": _passages((self.claim, *self.stages, *([self.figure] if self.figure else []))),
        }


class Timeline(Noun):
    """The answer of `timeline`: a sequence of `Moment`, earliest first.

    `undated` are events of which no source says when, `held_back` counts the inferred ones that were left out, `of` how
    many there are, dated or not, whatever their year, kind and status.
    """

    entity: Entity | None
    events: tuple[Moment, ...]
    undated: tuple[Moment, ...] = ()
    held_back: int = 0
    of: int = 0

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.events)

    def __getitem__(self, index: int) -> Moment:
        return self.events[index]

    def __len__(self) -> int:
        return len(self.events)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "events", "undated", "held_back", "of"}``."""
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "events": [moment.as_json() for moment in self.events],
            "undated": [moment.as_json() for moment in self.undated],
            "held_back": self.held_back,
            "of": self.of,
        }


class Work(Noun):
    """A project, or a route or a facility that is being made.

    `history` are the stages that it has reached, and its parts have, earliest first and undated last; `driven` are the
    claims that say who means to build it, and with what force. `owners`, `sites` and `investments` are claims,
    `figures` those of its other measures.
    """

    entity: Entity
    history: tuple[Moment, ...]
    driven: tuple[Claim, ...]
    owners: tuple[Claim, ...]
    sites: tuple[Claim, ...]
    investments: tuple[Claim, ...]
    figures: tuple[Claim, ...] = ()
    stage: str | None = None
    stage_label: str | None = None

    @property
    def status(self) -> str | None:
        """How far it is fact: of the stage that it reached, else of what is meant, else of the first claim."""
        reached = [moment.claim.status for moment in self.history] if self.stage else []
        said = [*reached, *(claim.status for claim in (*self.driven, *self.claims))]
        return said[0] if said else None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All that say it."""
        dated = (claim for moment in self.history for claim in (*moment.stages, moment.claim))
        return tuple(dict.fromkeys((*dated, *self.driven, *self.owners, *self.sites, *self.investments, *self.figures)))

    @property
    def unknown(self) -> tuple[str, ...]:
        """What no source says of it, of ``stage``, ``owner``, ``site`` and ``investment``."""
        known = {"stage": self.stage, "owner": self.owners, "site": self.sites, "investment": self.investments}
        return tuple(name for name, said in known.items() if not said)

    def as_json(self) -> dict[str, Any]:
        """One of the projects in ``{"projects", "held_back"}``."""

        def ties(claims: tuple[Claim, ...], end: str) -> list[dict[str, Any]]:
            return [
                getattr(claim, end).as_json()
                | {"relation": claim.relation.as_json(), "status": claim.status, "basis": claim.basis}
                | {"claim": claim.iri, "because": claim.because, "evidence": _passages([claim])}
                for claim in claims
            ]

        return {
            **self.entity.as_json(),
            "stage": self.stage,
            "status": self.status,
            "history": [moment.as_json() for moment in self.history],
            "driven": [
                each | {"verb": claim.qualifier("verb"), "purpose": claim.qualifier("purpose")}
                for each, claim in zip(ties(self.driven, "subject"), self.driven, strict=True)
            ],
            "owners": ties(self.owners, "subject"),
            "sites": ties(self.sites, "object"),
            "investments": [figure(claim) for claim in self.investments],
            "figures": [figure(claim) | {"relation": claim.relation.as_json()} for claim in self.figures],
            "unknown": list(self.unknown),
        }


class Projects(Noun):
    """The answer of `projects`: a sequence of `Work`, by stage.

    `held_back` counts the inferred claims that were left out, `of` how many there are whatever their kind and status.
    """

    entity: Entity | None
    projects: tuple[Work, ...]
    held_back: int = 0
    of: int = 0

    def __iter__(self) -> Iterator[Work]:
        return iter(self.projects)

    def __getitem__(self, index: int) -> Work:
        return self.projects[index]

    def __len__(self) -> int:
        return len(self.projects)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "projects", "held_back", "of"}``."""
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "projects": [work.as_json() for work in self.projects],
            "held_back": self.held_back,
            "of": self.of,
        }
