"""The answer of `projects`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .figures import figure_json, passages_json
from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Claim, Entity
    from .referrals import Referral
    from .timeline import Moment


class Work(Noun):
    """A project, or a route or facility that is being built.

    Attributes:
        entity: The work itself.
        history: The moments when it or one of its parts reached a stage, earliest first, undated ones last.
        driven: The claims that say who intends to build it, and how firmly.
        owners: The claims that name its owners or, if there are none, those of the whole that it is a part of.
        sites: The claims that say where it is or, if there are none, where the whole is.
        investments: The claims that give its total investment.
        figures: The claims that give its other figures.
        stage: The local name of the most advanced stage that it reached, such as ``inProduction``, or None.
        stage_label: The stage in the language of the open graph, or None.
        wholes: What it is a part of.
        developers: The claims that say who builds it or has it built.
        chains: The claims that say which chain, segment or industry it belongs to.
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
    wholes: tuple[Entity, ...] = ()
    developers: tuple[Claim, ...] = ()
    chains: tuple[Claim, ...] = ()

    @property
    def status(self) -> str | None:
        """The status of its first stage or, if it reached none, of the first claim about it; None without claims."""
        reached = [moment.claim.status for moment in self.history] if self.stage else []
        statuses = [*reached, *(claim.status for claim in (*self.driven, *self.claims))]
        return statuses[0] if statuses else None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims about it, each once."""
        dated = (claim for moment in self.history for claim in (*moment.stages, moment.claim))
        named = (*self.driven, *self.developers, *self.owners, *self.sites, *self.chains)
        said = (*named, *self.investments, *self.figures)
        return tuple(dict.fromkeys((*dated, *said)))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Which of ``stage``, ``owner``, ``site`` and ``investment`` no source gives."""
        known = {"stage": self.stage, "owner": self.owners, "site": self.sites, "investment": self.investments}
        return tuple(name for name, value in known.items() if not value)

    def as_json(self) -> dict[str, Any]:
        """Return the work as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "stage", "status", "history", "driven", "developers", "owners",
            "sites", "chains", "investments", "figures", "unknown", "wholes"}``. An owner or a site has ``of``: the
            work or, for a part, the whole.
        """

        def others(claims: tuple[Claim, ...], end: str) -> list[dict[str, Any]]:
            of = "subject" if end == "object" else "object"
            return [
                getattr(claim, end).as_json()
                | {"of": getattr(claim, of).as_json()}
                | {"relation": claim.relation.as_json(), "status": claim.status, "basis": claim.basis}
                | {"claim": claim.iri, "because": claim.because, "evidence": passages_json([claim])}
                for claim in claims
            ]

        return {
            **self.entity.as_json(),
            "stage": self.stage,
            "status": self.status,
            "history": [moment.as_json() for moment in self.history],
            "driven": [
                each | {"verb": claim.qualifier("verb"), "purpose": claim.qualifier("purpose")}
                for each, claim in zip(others(self.driven, "subject"), self.driven, strict=True)
            ],
            "developers": others(self.developers, "subject"),
            "owners": others(self.owners, "subject"),
            "sites": others(self.sites, "object"),
            "chains": others(self.chains, "object"),
            "investments": [figure_json(claim) for claim in self.investments],
            "figures": [figure_json(claim) | {"relation": claim.relation.as_json()} for claim in self.figures],
            "unknown": list(self.unknown),
            "wholes": [whole.as_json() for whole in self.wholes],
        }


class Projects(Listing[Work]):
    """The answer of `projects`: a sequence of `Work`.

    Attributes:
        entity: The thing asked about, or None for the whole graph.
        projects: The works, by stage.
        held_back: How many inferred claims were left out.
        total: How many works there are with any kind and status.
        followed: Other things that the name refers to and that listed items belong to, such as the company of a brand.
    """

    _listed = "projects"
    entity: Entity | None
    projects: tuple[Work, ...]
    held_back: int = 0
    total: int = 0
    followed: tuple[Referral, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"entity", "projects", "held_back", "of", "followed"}``.
        """
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "projects": [work.as_json() for work in self.projects],
            "held_back": self.held_back,
            "of": self.total,
            "followed": [each.as_json() for each in self.followed],
        }
