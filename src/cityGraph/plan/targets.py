"""The verb `targets`: goals with figure, unit, baseline and due year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.claims import claims
from ..graph.filters import known_statuses
from ..model.claim import Claim, Entity, Value
from ..model.edges import figures_of
from ..model.positions import begins, parts
from ..model.targets import Target, Targets
from ..names.kinds import of_kind
from ..names.resolve import resolve
from ..namespaces import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..store.city import CityGraph

Index = dict[str, list[Claim]]


def targets(
    city: CityGraph,
    name: str | None = None,
    *,
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Targets:
    """What is to be reached: whose target, by what it is measured, how much, by when, and from what baseline.

    Those of one subject stand together, in the order of the source. With `name` the targets of that thing, the target
    of that name, or those that the indicator of that name measures. A baseline is an observation by the same indicator,
    latest first. What no source says is told by each target's `unknown`, never filled in. `kinds` are those of the
    subjects, `statuses` those of the targets; inferred claims are left out unless `inferred` asks for them.

    Raises `NameNotFound`, `AmbiguousName`, and `CityGraphError` for a kind that no subject is of.

    >>> import cityGraph as cg
    >>> found = cg.targets(cg.open(), "惠科")
    >>> [(target.entity.label, target.unknown) for target in found]
    [('百億規模', ('indicator', 'unit', 'baseline', 'due'))]
    """
    entity = None if name is None else resolve(city, name)
    everything = claims(city, inferred=True).claims
    told = [claim for claim in everything if inferred or claim.basis != "inferred"]
    found = [target for target in _targets(told) if entity is None or entity in _about(target)]
    held = sum(len(target.claims) for target in _targets(everything) if entity is None or entity in _about(target))
    held -= sum(len(target.claims) for target in found)
    wanted, only, many = known_statuses(statuses), list(kinds), len(found)
    found = [target for target in found if not wanted or target.said.status in wanted]
    if only and found:
        known = {subject.iri: subject for target in found for subject in target.subjects}
        kept = {thing for kind in only for thing in of_kind(known.values(), kind)}
        found = [target for target in found if kept & set(target.subjects)]
    return Targets(entity, tuple(_together(found)), held, many)


def _about(target: Target) -> set[Entity | None]:
    return {target.entity, target.indicator, *target.subjects}


def _together(found: Sequence[Target]) -> list[Target]:
    """Those of the same subjects together: first of those whose subjects have most, then by the source."""
    groups: dict[tuple[Entity, ...], list[Target]] = {}
    for target in found:
        groups.setdefault(target.subjects, []).append(target)
    ordered = sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), found.index(group[1][0])))
    return [target for _, several in ordered for target in several]


def _targets(told: Sequence[Claim]) -> list[Target]:
    """The targets that these claims speak of, in the order of the source."""
    about: Index = {}
    things: dict[str, Entity] = {}
    for claim in told:
        for end in (claim.subject, claim.object):
            if isinstance(end, Entity) and end.kind in ("Target", "Observation"):
                things[end.iri] = end
                about.setdefault(end.iri, []).append(claim)
    observed: Index = {}
    for iri, thing in things.items():
        for claim in about[iri] if thing.kind == "Observation" else ():
            if local(claim.relation.iri) == "measuredBy" and isinstance(claim.object, Entity):
                observed.setdefault(claim.object.iri, []).extend(about[iri])
    found = [_target(thing, about[iri], observed) for iri, thing in things.items() if thing.kind == "Target"]
    place = {claim.iri: at for at, claim in enumerate(told)}
    return sorted(found, key=lambda target: place.get(target.said.iri, 0))


def _target(thing: Entity, about: list[Claim], observed: Index) -> Target:
    by: Index = {}
    for claim in about:
        by.setdefault(local(claim.relation.iri), []).append(claim)
    listed = sorted(
        by.get("targetFor", ()), key=lambda claim: begins(dict(parts(claim.positions or "")).get("object", ""))
    )
    firms = [claim.object for claim in listed if isinstance(claim.object, Entity)]
    setters = [claim.subject for claim in by.get("setsTarget", ())]
    measured = [claim.object for claim in by.get("measuredBy", ()) if isinstance(claim.object, Entity)]
    indicator = measured[0] if measured else None
    of = observed.get(indicator.iri, []) if indicator else []
    years = {c.subject.iri: c.object.value[:4] for c in of if isinstance(c.object, Value) and _is(c, "year")}
    baselines = figures_of(claim for claim in of if _is(claim, "value"))
    baselines.sort(key=lambda claim: years.get(claim.subject.iri, ""), reverse=True)
    told = [claim for claim in about if not _is(claim, "underTheme")] or about
    return Target(
        thing,
        tuple(dict.fromkeys(firms or setters)),
        any(claim.qualifier("openList") == "true" for claim in by.get("targetFor", ())),
        indicator,
        tuple(figures_of(by.get("value", ()))),
        tuple(figures_of(by.get("due", ()))),
        tuple(baselines),
        tuple(years.get(claim.subject.iri) for claim in baselines),
        tuple(told),
    )


def _is(claim: Claim, relation: str) -> bool:
    return local(claim.relation.iri) == relation
