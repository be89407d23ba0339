"""The verb `projects`: list works with stage, owner, site and investment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.claims import claims
from ..graph.filters import known_statuses
from ..model.claim import Claim, Entity, Value
from ..model.edges import figures_of
from ..model.projects import Projects, Work
from ..model.verb import verb
from ..names.kinds import known_kinds, of_kind
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..namespaces import local
from .moments import moments, with_parts
from .referrals import referrals, referred

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Unpack

    from ..model.timeline import Moment
    from ..model.verb import OfKind
    from ..store.city import CityGraph

_SITES = ("sitedIn", "connects", "ofLine")
_CHAINS = ("worksIn", "landmarkOf")
_WORKS = ("Project", "Route", "Facility")
# The stages in the order in which a work reaches them. Other stages rank below these, and by date among themselves.
STAGES = (
    "signed",
    "inPreparation",
    "approved",
    "groundBroken",
    "underConstruction",
    "inProduction",
    "openToTraffic",
    "fullProduction",
    "terminated",
)


@verb("render.projects.projects_text")
def projects(
    city: CityGraph,
    name: str | None = None,
    *,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
    **_also: Unpack[OfKind],
) -> Projects:
    """List what is being built: by whom, where, for how much, and when it reached which stage.

    Works are projects, and those routes and facilities that somebody intends to build or that have reached a stage.
    Only an event of the work itself gives it a stage: if one line of a plant starts up, this is in the history of the
    plant, but is not its stage. The other way round, owner and site of the whole are those of a part that has none of
    its own.

    Args:
        city: An open graph.
        name: A work, or an owner, site, builder, chain, segment or industry of works, by any of its names. None lists
            all works. A chain stands for its segments, too.
            What the name refers to, such as the company of a brand, is followed, even over an inferred claim, and told
            in `followed`.
        kinds: Keep works of these kinds, by local name or label. Empty keeps all.
        statuses: Keep works with these statuses: ``realised``, ``planned``, ``targeted``. A stage that was reached is
            realised. Empty keeps all.
        inferred: Include inferred claims.

    Returns:
        The works: first those that somebody only intends to build, by how firmly (擬建, 爭取, 推動, …); then those that
        have reached a stage, by stage; then the others.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several things have this name.
        CityGraphError: A status does not exist, or no work has a kind.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.projects(cg.open(), "厚生鋰電池隔膜項目")[0]
        >>> found.stage, [(moment.date, moment.entity.label) for moment in found.history][0], found.unknown
        ('inProduction', ('2021-07-01', '厚生隔膜項目開工'), ('investment',))
    """
    entity = None if name is None else resolve(city, name, about=_WORKS)
    wanted, only = known_statuses(city, statuses), list(kinds)
    everything = claims(city, inferred=True).claims
    chosen = [claim for claim in everything if inferred or claim.basis != "inferred"]
    others = {} if entity is None else referred(entity, everything)
    asked = {entity, *others, *_segments(entity, chosen)}
    firmness = {local(relation.value): int(n.value) for relation, n in city.select("firmness")}
    found = [work for work in _works(city, chosen, firmness) if entity is None or asked & _about(work)]
    many = len(found)
    found = [work for work in found if not wanted or work.status in wanted]
    if only and found:
        kept = {thing for kind in known_kinds(city, only) for thing in of_kind([work.entity for work in found], kind)}
        found = [work for work in found if work.entity in kept]
    shown = {work.entity.iri for work in found}
    held = sum(
        claim.basis == "inferred" and local(claim.relation.iri) in ("ownerOf", "develops", *_SITES, *_CHAINS)
        for claim in everything
        if any(end.iri in shown for end in claim.ends) or (asked & set(claim.ends) and _works_of(claim))
    )
    followed = () if entity is None else referrals(entity, others, [_about(work) for work in found])
    return Projects(entity, tuple(found), 0 if inferred else held, many, followed)


def _segments(entity: Entity | None, chosen: Iterable[Claim]) -> set[Entity]:
    """Return the segments of a chain; none of anything else."""
    has = [claim for claim in chosen if claim.subject == entity and local(claim.relation.iri) == "hasSegment"]
    return {claim.object for claim in has if isinstance(claim.object, Entity)}


def _works_of(claim: Claim) -> bool:
    return any(end.kind in _WORKS for end in claim.ends)


def _about(work: Work) -> set[Entity | None]:
    """Return the work with its owners, sites, builders and chains, but without its parts."""
    named = (
        *(claim.subject for claim in (*work.driven, *work.developers, *work.owners)),
        *(claim.object for claim in (*work.sites, *work.chains)),
    )
    return {work.entity, *(end for end in named if isinstance(end, Entity))}


def _works(city: CityGraph, chosen: Sequence[Claim], firmness: Mapping[str, int]) -> list[Work]:
    """Return the works that these claims are about, by stage, then by how firmly they are intended."""
    by_firmness = sorted(firmness, key=lambda relation: (firmness[relation], relation))
    things: dict[str, Entity] = {}
    about: dict[str, dict[str, list[Claim]]] = {}
    for claim in chosen:
        for end in claim.ends:
            if end.kind in _WORKS:
                things.setdefault(end.iri, end)
                end_of = "in" if end == claim.object else "out"
                about.setdefault(end.iri, {}).setdefault(f"{local(claim.relation.iri)} {end_of}", []).append(claim)
    dated = moments(city, chosen)
    joined = [claim for claim in chosen if local(claim.relation.iri) == "partOf"]
    found = []
    for iri, thing in things.items():
        by_relation = about[iri]

        def select(names: Iterable[str], end: str, own: dict[str, list[Claim]] = by_relation) -> tuple[Claim, ...]:
            return tuple(figures_of(claim for name in names for claim in own.get(f"{name} {end}", ())))

        driven, reached = select(by_firmness, "in"), select(["advances"], "in")
        if thing.kind == "Project" or driven or reached:
            history = tuple(_history(dated, with_parts(joined, {iri})))
            stage = _stage(history, iri)
            label = vocabulary(city, [stage]).label(stage) if stage else None
            investments = select(["totalInvestment"], "out")
            whole = about.get(iri, {}).get("partOf out", ())
            wholes = tuple(dict.fromkeys(c.object for c in whole if isinstance(c.object, Entity)))
            owners = _own_or_of_whole(iri, about, ["ownerOf in"])
            sites = _own_or_of_whole(iri, about, [f"{name} out" for name in _SITES])
            name = local(stage) if stage else None
            measured = [c for several in by_relation.values() for c in several if _is_figure(c)]
            figures = tuple(figures_of(c for c in measured if local(c.relation.iri) != "totalInvestment"))
            work = Work(thing, history, driven, owners, sites, investments, figures, name, label, wholes)
            found.append(work.replace(developers=select(["develops"], "in"), chains=select(_CHAINS, "out")))
    return sorted(found, key=lambda work: _place(work, firmness))


def _own_or_of_whole(iri: str, about: dict[str, dict[str, list[Claim]]], wanted: Sequence[str]) -> tuple[Claim, ...]:
    """Return such claims about a work or, if there are none, about what it is a part of, and so on."""
    seen, level = {iri}, [iri]
    while level:
        found = [claim for each in level for name in wanted for claim in about.get(each, {}).get(name, ())]
        if found:
            return tuple(figures_of(found))
        wholes = [claim.object for each in level for claim in about.get(each, {}).get("partOf out", ())]
        level = list(dict.fromkeys(w.iri for w in wholes if isinstance(w, Entity) and w.iri not in seen))
        seen.update(level)
    return ()


def _is_figure(claim: Claim) -> bool:
    return isinstance(claim.object, Value) and local(claim.object.datatype) == "decimal"


def _history(dated: Iterable[Moment], things: set[str]) -> Iterator[Moment]:
    """Yield the moments when one of these things reached a stage, each only with the stages of these things."""
    for moment in dated:
        own = [claim for claim in moment.stages if isinstance(claim.object, Entity) and claim.object.iri in things]
        if own:
            yield moment.replace(stages=tuple(own))


def _stage(history: tuple[Moment, ...], iri: str) -> str | None:
    """Return the IRI of the most advanced stage that the work itself reached, or None."""
    own = [
        (_rank(local(stage)), moment.date or "", stage)
        for moment in history
        for claim in moment.stages
        if isinstance(claim.object, Entity) and claim.object.iri == iri and (stage := claim.qualifier("stage"))
    ]
    return max(own)[2] if own else None


def _rank(stage: str) -> int:
    return STAGES.index(stage) if stage in STAGES else -1


def _place(work: Work, firmness: Mapping[str, int]) -> tuple[int, int, str]:
    """Return a key that sorts works: intended ones, then by stage, then the others."""
    if work.stage:
        return 1, _rank(work.stage), work.stage
    if work.driven:
        first = local(work.driven[0].relation.iri)
        return 0, firmness[first], work.driven[0].qualifier("purpose") or ""
    return 2, 0, ""
