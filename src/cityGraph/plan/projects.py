"""The verb `projects`: works by stage, owner, site and investment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.claims import claims
from ..graph.filters import known_statuses
from ..model.claim import Claim, Entity, Value
from ..model.edges import figures_of
from ..model.projects import Projects, Work
from ..names.kinds import of_kind
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..namespaces import local
from .moments import moments, with_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.timeline import Moment
    from ..store.city import CityGraph

# Who means to build it and with what force, weakest first; no stage, and never counted as one.
_DRIVEN = ("plansToBuild", "seeks", "pushes", "builds", "carriesOut", "serves")
_SITES = ("sitedIn", "connects", "ofLine")
_WORKS = ("Project", "Route", "Facility")
# The stages in the order of a work's life; one that is not among them stands where its date puts it.
STAGES = ("groundBroken", "underConstruction", "inProduction", "openToTraffic", "fullProduction")


def projects(
    city: CityGraph,
    name: str | None = None,
    *,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Projects:
    """What is being built, by stage: whose it is, where, for how much, and when it reached which stage.

    Projects, and those routes and facilities that somebody means to build or that reached a stage. First what somebody
    only means to build, by the force with which (擬建, 爭取, 推動, …), then by the stage reached, then those of which
    no source says either. A stage is what an event brought the work itself to: the start of a line is none of its
    plant, and stands in the plant's `history` alone. With `name` that work, or those of that owner, site or city.

    `kinds` are those of the works, `statuses` those of what places them there: a stage that was reached is realised.
    Inferred claims are left out unless `inferred` asks for them. Raises `NameNotFound`, `AmbiguousName`, and
    `CityGraphError` for a kind that no work is of.

    >>> import cityGraph as cg
    >>> found = cg.projects(cg.open(), "厚生鋰電池隔膜項目")[0]
    >>> found.stage, [(moment.date, moment.entity.label) for moment in found.history][0], found.unknown
    ('inProduction', ('2021-07-01', '厚生隔膜項目開工'), ('investment',))
    """
    entity = None if name is None else resolve(city, name)
    wanted, only = known_statuses(statuses), list(kinds)
    everything = claims(city, inferred=True).claims
    told = [claim for claim in everything if inferred or claim.basis != "inferred"]
    found = [work for work in _works(city, told) if entity is None or entity in _about(work)]
    many = len(found)
    found = [work for work in found if not wanted or work.status in wanted]
    if only and found:
        kept = {thing for kind in only for thing in of_kind([work.entity for work in found], kind)}
        found = [work for work in found if work.entity in kept]
    shown = {work.entity.iri for work in found}
    held = sum(
        claim.basis == "inferred" and local(claim.relation.iri) in ("ownerOf", *_SITES)
        for claim in everything
        if any(end.iri in shown for end in claim.ends)
    )
    return Projects(entity, tuple(found), 0 if inferred else held, many)


def _about(work: Work) -> set[Entity]:
    """The work and what its owners, sites and builders are: a part that has a history of its own is not it."""
    tied = (*work.driven, *work.owners, *work.sites, *work.investments, *work.figures)
    return {work.entity, *(end for claim in tied for end in claim.ends)}


def _works(city: CityGraph, told: Sequence[Claim]) -> list[Work]:
    things: dict[str, Entity] = {}
    about: dict[str, dict[str, list[Claim]]] = {}
    for claim in told:
        for end in claim.ends:
            if end.kind in _WORKS:
                things.setdefault(end.iri, end)
                end_of = "in" if end == claim.object else "out"
                about.setdefault(end.iri, {}).setdefault(f"{local(claim.relation.iri)} {end_of}", []).append(claim)
    found = []
    for iri, thing in things.items():
        of = about[iri]

        def tied(relations: Iterable[str], end: str, of: dict[str, list[Claim]] = of) -> tuple[Claim, ...]:
            return tuple(figures_of(claim for name in relations for claim in of.get(f"{name} {end}", ())))

        driven, reached = tied(_DRIVEN, "in"), tied(["advances"], "in")
        if thing.kind == "Project" or driven or reached:
            history = tuple(_history(moments(city, told, [iri]), with_parts(told, {iri})))
            stage = _stage(history, iri)
            label = vocabulary(city, [stage]).label(stage) if stage else None
            investments = tied(["totalInvestment"], "out")
            owners, sites = tied(["ownerOf"], "in"), tied(_SITES, "out")
            name = local(stage) if stage else None
            measured = [c for several in of.values() for c in several if _is_figure(c)]
            figures = tuple(figures_of(c for c in measured if local(c.relation.iri) != "totalInvestment"))
            found.append(Work(thing, history, driven, owners, sites, investments, figures, name, label))
    return sorted(found, key=_place)


def _is_figure(claim: Claim) -> bool:
    return isinstance(claim.object, Value) and local(claim.object.datatype) == "decimal"


def _history(dated: Iterable[Moment], things: set[str]) -> Iterator[Moment]:
    """The moments in which an event brought one of these to a stage, with what it did to these alone."""
    for moment in dated:
        own = [claim for claim in moment.stages if isinstance(claim.object, Entity) and claim.object.iri in things]
        if own:
            yield moment.replace(stages=tuple(own))


def _stage(history: tuple[Moment, ...], iri: str) -> str | None:
    """The farthest stage that the work itself reached."""
    own = [
        (_rank(local(stage)), moment.date or "", stage)
        for moment in history
        for claim in moment.stages
        if isinstance(claim.object, Entity) and claim.object.iri == iri and (stage := claim.qualifier("stage"))
    ]
    return max(own)[2] if own else None


def _rank(stage: str) -> int:
    return STAGES.index(stage) if stage in STAGES else -1


def _place(work: Work) -> tuple[int, int, str]:
    """Where a work stands in the pipeline."""
    if work.stage:
        return 1, _rank(work.stage), work.stage
    if work.driven:
        first = local(work.driven[0].relation.iri)
        return 0, _DRIVEN.index(first), work.driven[0].qualifier("purpose") or ""
    return 2, 0, ""
