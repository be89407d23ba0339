"""The verb `targets`: list targets with figure, unit, baseline and due year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.claims import claims
from ..graph.filters import known_statuses
from ..model.claim import Claim, Entity, Value
from ..model.edges import figures_of
from ..model.positions import begins, parts
from ..model.targets import Target, Targets
from ..model.verb import verb
from ..names.kinds import known_kinds, of_kind
from ..names.resolve import resolve
from ..namespaces import local
from .referrals import referrals, referred

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Unpack

    from ..model.verb import OfKind
    from ..store.city import CityGraph

_AIMS_FOR = "aimsForValue"
_Index = dict[str, list[Claim]]  # claims by an IRI or by the local name of their relation


@verb("render.targets.targets_text")
def targets(
    city: CityGraph,
    name: str | None = None,
    *,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
    **_also: Unpack[OfKind],
) -> Targets:
    """List targets: who is to reach what, how it is measured, by when, and from which baseline.

    A figure that a claim gives at the thing itself (`cg:aimsForValue`), as a row of a sheet does, is a target, too.

    A baseline is an observation of the same indicator. Values that no source gives are listed in `Target.unknown`; they
    are never filled in.

    Args:
        city: An open graph.
        name: A target, a thing that is to reach targets, or an indicator, by any of its names. None lists all targets.
            What the name refers to is followed, even over an inferred claim, and told in `followed`.
        kinds: Keep targets of subjects of these kinds, by local name or label. Empty keeps all.
        statuses: Keep targets with these statuses: ``realised``, ``planned``, ``targeted``. Empty keeps all.
        inferred: Include inferred claims.

    Returns:
        The targets. Those of the same subjects come together, the subjects with most targets first; otherwise in the
        order of the source.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several things have this name.
        CityGraphError: A status does not exist, or no subject has a kind.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.targets(cg.open(), "惠科")
        >>> [(target.entity.label, target.unknown) for target in found]
        [('百億規模', ('indicator', 'unit', 'baseline'))]
    """
    entity = None if name is None else resolve(city, name, about=("Target",))
    everything = claims(city, inferred=True).claims
    chosen = [claim for claim in everything if inferred or claim.basis != "inferred"]
    others = {} if entity is None else referred(entity, everything)
    asked = {entity, *others}
    found = [target for target in _targets(chosen) if entity is None or asked & _about(target)]
    held = sum(len(target.claims) for target in _targets(everything) if entity is None or asked & _about(target))
    held -= sum(len(target.claims) for target in found)
    wanted, only, many = known_statuses(city, statuses), list(kinds), len(found)
    found = [target for target in found if not wanted or target.main_claim.status in wanted]
    if only and found:
        known = {subject.iri: subject for target in found for subject in target.subjects}
        kept = {thing for kind in known_kinds(city, only) for thing in of_kind(known.values(), kind)}
        found = [target for target in found if kept & set(target.subjects)]
    followed = () if entity is None else referrals(entity, others, [_about(target) for target in found])
    return Targets(entity, tuple(_together(found)), held, many, followed)


def _about(target: Target) -> set[Entity | None]:
    return {target.entity, target.indicator, *target.subjects}


def _together(found: Sequence[Target]) -> list[Target]:
    """Put targets of the same subjects together: most targets first, then in the order of the source."""
    groups: dict[tuple[Entity, ...], list[Target]] = {}
    for target in found:
        groups.setdefault(target.subjects, []).append(target)
    ordered = sorted(groups.items(), key=lambda group: (not group[0], -len(group[1])))
    return [target for _, several in ordered for target in several]


def _targets(chosen: Sequence[Claim]) -> list[Target]:
    """Return the targets that these claims are about, in the order of the source."""
    about: _Index = {}
    things: dict[str, Entity] = {}
    for claim in chosen:
        for end in (claim.subject, claim.object):
            if isinstance(end, Entity) and end.kind in ("Target", "Observation"):
                things[end.iri] = end
                about.setdefault(end.iri, []).append(claim)
    observed: _Index = {}
    for iri, thing in things.items():
        for claim in about[iri] if thing.kind == "Observation" else ():
            if local(claim.relation.iri) == "measuredBy" and isinstance(claim.object, Entity):
                observed.setdefault(claim.object.iri, []).extend(about[iri])
    found = [_target(thing, about[iri], observed) for iri, thing in things.items() if thing.kind == "Target"]
    found += [_direct(claim) for claim in chosen if _is(claim, _AIMS_FOR) and claim.subject.iri not in things]
    place = {claim.iri: at for at, claim in enumerate(chosen)}
    return sorted(found, key=lambda target: place.get(target.main_claim.iri, 0))


def _target(thing: Entity, about: list[Claim], observed: _Index) -> Target:
    by_relation: _Index = {}
    for claim in about:
        by_relation.setdefault(local(claim.relation.iri), []).append(claim)
    listed = sorted(
        by_relation.get("targetFor", ()), key=lambda claim: begins(dict(parts(claim.positions or "")).get("object", ""))
    )
    reaching = [claim.object for claim in listed if isinstance(claim.object, Entity)]
    setters = [claim.subject for claim in by_relation.get("setsTarget", ())]
    measured = [claim.object for claim in by_relation.get("measuredBy", ()) if isinstance(claim.object, Entity)]
    indicator = measured[0] if measured else None
    observations = observed.get(indicator.iri, []) if indicator else []
    years = {c.subject.iri: c.object.value[:4] for c in observations if isinstance(c.object, Value) and _is(c, "year")}
    baselines = figures_of(claim for claim in observations if _is(claim, "value"))
    baselines.sort(key=lambda claim: years.get(claim.subject.iri, ""), reverse=True)
    main = [claim for claim in about if not _is(claim, "underTheme")] or about
    return Target(
        thing,
        tuple(dict.fromkeys(reaching or setters)),
        any(claim.qualifier("openList") == "true" for claim in by_relation.get("targetFor", ())),
        indicator,
        tuple(figures_of(by_relation.get("value", ()))),
        tuple(figures_of(by_relation.get("due", ()))),
        tuple(baselines),
        tuple(years.get(claim.subject.iri) for claim in baselines),
        tuple(main),
    )


def _direct(claim: Claim) -> Target:
    """Return the target of a claim that gives the figure at the thing itself, as a sheet does."""
    counted = next((q.text for q in claim.qualifiers if q.name == "quantity"), "")
    indicator = Entity(claim.relation.iri, counted, "Indicator", "") if counted else None
    return Target(claim.subject, (claim.subject,), False, indicator, (claim,), (), (), (), (claim,))


def _is(claim: Claim, relation: str) -> bool:
    return local(claim.relation.iri) == relation
