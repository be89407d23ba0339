"""The verb `neighbors`: what a thing is connected to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..escape import sparql_iri
from ..model.claim import DIRECTIONS, Entity, Relation, rank
from ..model.edges import Edge, edges_of
from ..model.graph import Neighbor, Neighbors
from ..model.positions import begins, parts
from ..names.entities import entities, names_of
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..namespaces import local
from .filters import Filters, by_kind, by_relation, by_status
from .reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..store.city import CityGraph


def neighbors(
    city: CityGraph,
    name: str,
    *,
    hops: int = 1,
    relations: Iterable[str] = (),
    kinds: Iterable[str] = (),
    direction: str | None = None,
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Neighbors:
    """What is tied to `name` by a claim, nearest first; in a hop by relation, realised before planned before targeted.

    A tie that several sources state is one `Neighbor` with the evidence of each. `relations`, `direction` (``out``
    where the nearer thing is the subject, ``in`` where it is the object) and `statuses` say which ties are followed,
    `kinds` which things are told of. Inferred claims are counted in `held_back` unless `inferred` asks for them;
    `emptied` names the filter that left nothing. Raises `NameNotFound` (carries the nearest five), `AmbiguousName`
    (carries the candidates), and `CityGraphError` for a relation, kind, direction or status that there is not.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> cg.neighbors(city, "太鋼")[0].relation.label
    '為鏈主'
    >>> [n.label for n in cg.neighbors(city, "陽曲工業園區", hops=2) if n.hops == 2 and n.relation.label == "主體為"]
    ['山西厚生新材料科技有限公司', '泰山玻璃纖維(太原)有限公司']
    >>> [n.label for n in cg.neighbors(city, "太鋼", relations=["supports"], direction="in")]
    ['太原']
    """
    if direction not in (None, *DIRECTIONS):
        raise CityGraphError(f"no direction is called {short(str(direction))!r}; there are: {', '.join(DIRECTIONS)}")
    start = resolve(city, name)
    is_of, is_as, speaks = by_kind(city, kinds), by_status(statuses), by_relation(city, relations)
    sieve = Filters(
        relation=speaks and (lambda tie: speaks(tie.relation.iri)),
        direction=(lambda tie: tie.direction == direction) if direction else None,
        status=is_as and (lambda tie: is_as(tie.status)),
    )
    listed = Filters(kind=is_of and (lambda tie: is_of(tie.entity)))
    reached: dict[str, Entity] = {start.iri: start}
    frontier = [start.iri]
    found: list[Neighbor] = []
    held_back: set[str] = set()
    for hop in range(1, hops + 1):
        around = read(city, frontier)
        shown = [claim for claim in around if inferred or claim.basis != "inferred"]
        fresh = [each for each in _seen_from(city, edges_of(shown), frontier, reached, hop) if sieve.keeps(each)]
        for claim in around if not inferred else ():
            if claim.basis == "inferred" and any(
                sieve.fits(each) and listed.fits(each)
                for each in _seen_from(city, edges_of([claim]), frontier, reached, hop)
            ):
                held_back.add(claim.iri)
        found += sorted(fresh, key=_order)
        reached.update((each.iri, each.entity) for each in fresh)
        frontier = list(dict.fromkeys(each.iri for each in fresh))
    spelled = names_of(city, [start.iri]).get(start.iri, [])
    others = dict.fromkeys(name for name, _, _ in spelled if name != start.label)
    told = tuple(tie for tie in _with_mates(city, found) if listed.keeps(tie))
    return Neighbors(start, tuple(others), told, len(held_back), sieve.emptied or listed.emptied)


def _seen_from(
    city: CityGraph, edges: Iterable[Edge], frontier: list[str], reached: dict[str, Entity], hop: int
) -> Iterator[Neighbor]:
    """Read each edge from its end in the frontier; an end that is reached already is no neighbour."""
    near = set(frontier)
    for edge in edges:
        for one, far in ((edge.subject, edge.object), (edge.object, edge.subject)):
            if one.iri in near and far.iri not in reached:
                yield _neighbor(city, edge, one, far, hop)


def _neighbor(city: CityGraph, edge: Edge, near: Entity, far: Entity, hop: int) -> Neighbor:
    direction = edge.direction(near.iri)
    label = vocabulary(city, [edge.relation.iri]).relation(edge.relation.iri, direction)
    return Neighbor(
        far,
        Relation(edge.relation.iri, label),
        direction,
        hop,
        edge.status,
        edge.basis,
        near,
        edge.evidence,
        edge.qualifiers,
        open_list=edge.open_list,
        because=edge.because,
        rests_on=edge.rests_on,
    )


def _order(tie: Neighbor) -> tuple[object, ...]:
    first = tie.evidence[0] if tie.evidence else None
    place = (first.paragraph or 0, first.start or 0, first.end or 0) if first else (10**9, 0, 0)
    listed = min((int(q.value) for q in tie.qualifiers if q.name == "order" and q.value.isdecimal()), default=10**6)
    return tie.hops, local(tie.relation.iri), tie.direction, rank(tie.status), listed, place, tie.iri


def _with_mates(city: CityGraph, found: list[Neighbor]) -> Iterable[Neighbor]:
    """`found`, the members of an open list with the names of their mates: those that share the one cue in the text."""
    ends = {
        ((tie.via.iri, tie.iri) if tie.direction == "out" else (tie.iri, tie.via.iri)): tie.relation.iri
        for tie in found
        if tie.open_list
    }
    if not ends:
        return found
    rows = city.select(
        "list-mates",
        subject=[sparql_iri(subject) for subject in dict.fromkeys(subject for subject, _ in ends)],
        predicate=[sparql_iri(predicate) for predicate in dict.fromkeys(ends.values())],
    )
    lists: dict[str, list[tuple[tuple[int, ...], str]]] = {}
    cue_of: dict[tuple[str, str], str] = {}
    for claim, subject, who, positions in rows:
        where = dict(parts(positions.value))
        cue = f"{subject.value} {where.get('relation', claim.value)}"
        lists.setdefault(cue, []).append((begins(where.get("object", "")), who.value))
        cue_of[subject.value, who.value] = cue
    known = entities(city, [who for members in lists.values() for _, who in members])
    answer = []
    for tie in found:
        subject_iri, object_iri = (tie.via.iri, tie.iri) if tie.direction == "out" else (tie.iri, tie.via.iri)
        members = lists.get(cue_of.get((subject_iri, object_iri), ""), []) if tie.open_list else []
        mates = tuple(known[who] for _, who in sorted(members) if who != object_iri)
        answer.append(tie.replace(mates=mates))
    return answer
