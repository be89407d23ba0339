"""The view `positioning`: from a city through its positionings to lists, chains, firms and zones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..namespaces import local
from ..render.words_pictures import PICTURE_WORDS
from .grouping import beside, by_object, by_subject, drawn, edges_at, row_of
from .scene import Panel, Row, Scene

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim
    from ..names.labels import Vocabulary
    from ..store.city import CityGraph
    from .scene import DrawnEdge

_FIELDS = ("Chain", "Industry")  # kinds that firms work in and that zones are laid out for
_ROLES = ("chainLeaderOf", "chainCoreOf", "spearheads", "worksIn")  # of a firm in a field, in the order of a panel
_LAID_OUT = ("cultivates", "gathers", "specialisesIn")  # of a zone for a field


def positioning(city: CityGraph, asked: Sequence[str], claims: Sequence[Claim]) -> Scene:
    """Show the positionings of each city, what serves each, and the chains, firms and zones that they lead to.

    A positioning leads to what it is pursued through: a list leads on to its chains, a zone to the chains that it
    cultivates and that have firms. From those, relations between chains are followed one step. A panel lists the firms
    of a chain or an industry, each with its site, and leads to the zones that are laid out for it.

    Args:
        city: An open graph.
        asked: Names of cities. Empty shows every city.
        claims: The claims to draw.

    Returns:
        The cities, their positionings and what those lead to. A panel beside a positioning says if nothing serves it.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several entities have this name.
    """
    wanted = {resolve(city, name).iri for name in asked}
    claims = [claim for claim in claims if isinstance(claim.object, Entity)]
    labels = vocabulary(city, {claim.relation.iri for claim in claims})
    held = [c for c in claims if c.subject.kind == "City" and (not wanted or c.subject.iri in wanted)]
    aims = [claim for claim in held if claim.ends[1].kind == "Positioning"]
    goals = {claim.ends[1].iri for claim in aims}
    sets = {claim.ends[1].iri for claim in _with(held, "hasPositioning")} - goals
    grouped = [claim for claim in _with(claims, "memberOf") if claim.subject.iri in goals and claim.ends[1].iri in sets]
    named = [claim for claim in held if claim.ends[1].iri in {group.ends[1].iri for group in grouped}]
    serving = [claim for claim in claims if claim.subject.kind != "City" and claim.ends[1].iri in goals]
    means = [claim for claim in _with(claims, "pursuedThrough") if claim.subject.iri in goals]
    near = {claim.ends[1].iri: claim.ends[1] for claim in means}
    fields, between = _fields(claims, near)
    laid = [claim for claim in _with(claims, *_LAID_OUT) if claim.ends[1].iri in fields]
    forward = [*aims, *_with(named, "hasPositioning"), *means, *(claim for claim in laid if claim.subject.iri in near)]
    backward = [*grouped, *serving, *(claim for claim in laid if claim.subject.iri not in near)]
    edges = [*_lines(forward, labels), *_lines([*backward, *between], labels, back=True)]
    bare = {f"{goal} bare": goal for goal in sorted(goals - {end.iri for c in (*serving, *means) for end in c.ends})}
    panels = dict(_panels(fields, claims, labels))
    panels |= dict.fromkeys(bare, Panel(Row(PICTURE_WORDS[city.language]["server"]), ()))
    shown = {end for edge in edges for end in (edge.start, edge.end)} - set(panels)
    things = {end.iri: end for claim in claims for end in claim.ends if end.iri in shown}
    edges += [beside(goal, key) for key, goal in bare.items()]
    return Scene(things, edges, panels, frozenset(claim.subject.iri for claim in aims))


def _with(claims: Iterable[Claim], *relations: str) -> list[Claim]:
    """List the claims with some relations, by local name."""
    return [claim for claim in claims if local(claim.relation.iri) in relations]


def _fields(claims: Sequence[Claim], near: dict[str, Entity]) -> tuple[dict[str, Entity], list[Claim]]:
    """Return the chains and industries that what is near leads to, and the claims that lead from one to the other."""
    members = [c for c in _with(claims, "memberOf") if c.ends[1].iri in near and c.subject.kind in _FIELDS]
    staffed = {claim.ends[1].iri for claim in _with(claims, *_ROLES)}
    grown = [c.ends[1] for c in _with(claims, *_LAID_OUT) if c.subject.iri in near and c.ends[1].iri in staffed]
    start = (*near.values(), *(claim.subject for claim in members), *grown)
    fields = {thing.iri: thing for thing in start if thing.kind in _FIELDS}
    related = [
        claim
        for claim in _with(claims, "relatesTo")
        if all(end.kind in _FIELDS for end in claim.ends) and claim.ends[1].iri in fields
    ]
    return fields | {claim.subject.iri: claim.subject for claim in related}, [*members, *related]


def _lines(claims: Sequence[Claim], labels: Vocabulary, *, back: bool = False) -> Iterator[DrawnEdge]:
    """Yield one edge for each triple, from subject to object or, with `back`, from object to subject."""
    for edge in edges_at({"": list(claims)}, ""):
        start, end = (edge.object, edge.subject) if back else (edge.subject, edge.object)
        yield drawn(edge, start.iri, end.iri, labels.relation(edge.relation.iri, "in" if back else "out"))


def _panels(fields: dict[str, Entity], claims: Sequence[Claim], labels: Vocabulary) -> Iterator[tuple[str, Panel]]:
    """Yield a panel for each chain or industry that has firms: each firm with its role, and its site below it."""
    working, sites = by_object(claims, *_ROLES), by_subject(claims, "sitedIn")
    for iri, field in fields.items():
        rows: dict[str, list[Row]] = {}
        for edge in sorted(edges_at(working, iri), key=lambda edge: _ROLES.index(local(edge.relation.iri))):
            if edge.subject.iri not in rows:
                firm = row_of(edge.subject, edge, labels.relation(edge.relation.iri, "in") + " ")
                stands = edges_at(sites, edge.subject.iri)
                rows[edge.subject.iri] = [firm, *(row_of(site.object, site)._replace(depth=1) for site in stands)]
        if rows:
            yield iri, Panel(Row(field.label, field), tuple(row for listed in rows.values() for row in listed))
