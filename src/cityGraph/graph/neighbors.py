"""The verb `neighbors`: list what a thing is connected to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..escape import sparql_iri
from ..model.claim import DIRECTIONS, Entity, Relation, rank
from ..model.edges import Edge, edges_of
from ..model.graph import Neighbor, Neighbors
from ..model.positions import begins, number, parts
from ..model.verb import verb
from ..names.entities import entities, names_of
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..namespaces import local
from .filters import Filters, by_kind, by_relation, by_status
from .reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Unpack

    from ..model.verb import OfEdge
    from ..store.city import CityGraph


@verb("render.graph.neighbors_text")
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
    **_also: Unpack[OfEdge],
) -> Neighbors:
    """List the things that claims connect with one thing.

    Args:
        city: An open graph.
        name: A name in any script, an alias, pinyin, an IRI or a CURIE.
        hops: How many edges away to go, at least 1.
        relations: Follow only these relations, by label or local name. Empty follows all.
        kinds: List only things of these kinds, by label or local name; edges are followed through all. Empty lists all.
        direction: ``out`` follows edges from subject to object, ``in`` from object to subject. None follows both.
        statuses: Follow only edges with these statuses: ``realised``, ``planned``, ``targeted``. Empty follows all.
        inferred: Follow inferred claims, too. Without it they are counted in `held_back`.

    Returns:
        One `Neighbor` for each edge, with the evidence of every source that states it: the nearest first, then by
        relation, then realised before planned before targeted. `emptied` names the first filter that left nothing.

    Raises:
        NameNotFound: Nothing has this name; carries up to five similar names.
        AmbiguousName: Several things have it; carries all of them.
        CityGraphError: A relation, kind, direction or status does not exist.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> cg.neighbors(city, "太鋼")[0].relation.label
        '是…的鏈主'
        >>> far = [n for n in cg.neighbors(city, "陽曲工業園區", hops=2) if n.hops == 2]
        >>> [n.label for n in far if n.relation.label == "項目主體為"]
        ['山西厚生新材料科技有限公司', '泰山玻璃纖維(太原)有限公司']
        >>> [n.label for n in cg.neighbors(city, "太鋼", relations=["supports"], direction="in")]
        ['太原']
    """
    if direction not in (None, *DIRECTIONS):
        raise CityGraphError(f"No direction is called {short(str(direction))!r}. Directions: {', '.join(DIRECTIONS)}.")
    start = resolve(city, name)
    has_kind, has_status, has_relation = by_kind(city, kinds), by_status(city, statuses), by_relation(city, relations)
    followed = Filters(
        relation=has_relation and (lambda neighbor: has_relation(neighbor.relation.iri)),
        direction=(lambda neighbor: neighbor.direction == direction) if direction else None,
        status=has_status and (lambda neighbor: has_status(neighbor.status)),
    )
    listed = Filters(kind=has_kind and (lambda neighbor: has_kind(neighbor.entity)))
    reached = {start.iri}
    frontier = [start.iri]
    neighbors: list[Neighbor] = []
    held_back: set[str] = set()
    for hop in range(1, hops + 1):
        claims = read(city, frontier)
        shown = [claim for claim in claims if inferred or claim.basis != "inferred"]
        fresh = [each for each in _seen_from(city, edges_of(shown), frontier, reached, hop) if followed.keeps(each)]
        for claim in claims if not inferred else ():
            if claim.basis == "inferred" and any(
                followed.passes(each) and listed.passes(each)
                for each in _seen_from(city, edges_of([claim]), frontier, reached, hop)
            ):
                held_back.add(claim.iri)
        neighbors += sorted(fresh, key=_order)
        reached.update(each.iri for each in fresh)
        frontier = list(dict.fromkeys(each.iri for each in fresh))
    names = names_of(city, [start.iri]).get(start.iri, [])
    other_names = dict.fromkeys(name for name, _, _ in names if name != start.label)
    kept = tuple(each for each in _with_mates(city, neighbors) if listed.keeps(each))
    return Neighbors(start, tuple(other_names), kept, len(held_back), followed.emptied or listed.emptied)


def _seen_from(
    city: CityGraph, edges: Iterable[Edge], frontier: list[str], reached: set[str], hop: int
) -> Iterator[Neighbor]:
    """Read each edge from its end in the frontier, unless its other end is reached already."""
    starts = set(frontier)
    for edge in edges:
        for near, far in ((edge.subject, edge.object), (edge.object, edge.subject)):
            if near.iri in starts and far.iri not in reached:
                yield _neighbor(city, edge, near, far, hop)


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
        proof=edge.proof,
    )


def _order(neighbor: Neighbor) -> tuple[object, ...]:
    """Sort by hops, relation, direction and status, then by the place in a list, then by the place in the text."""
    first = neighbor.evidence[0] if neighbor.evidence else None
    place = (first.paragraph or 0, first.start or 0, first.end or 0) if first else (10**9, 0, 0)
    orders = (q.value for q in neighbor.qualifiers if q.name == "order")
    first_order = min((order for order in map(number, orders) if order is not None), default=10**6)
    relation = local(neighbor.relation.iri)
    return neighbor.hops, relation, neighbor.direction, rank(neighbor.status), first_order, place, neighbor.iri


def _with_mates(city: CityGraph, neighbors: list[Neighbor]) -> Iterable[Neighbor]:
    """Give each member of an open list its mates: the objects of claims with the same relation words in the text."""

    def ends(neighbor: Neighbor) -> tuple[str, str]:
        """Return the IRIs of subject and object."""
        near, far = neighbor.via.iri, neighbor.iri
        return (near, far) if neighbor.direction == "out" else (far, near)

    relations = {ends(neighbor): neighbor.relation.iri for neighbor in neighbors if neighbor.open_list}
    if not relations:
        return neighbors
    rows = city.select(
        "list-mates",
        subject=[sparql_iri(iri) for iri in dict.fromkeys(subject for subject, _ in relations)],
        predicate=[sparql_iri(iri) for iri in dict.fromkeys(relations.values())],
    )
    lists: dict[str, list[tuple[tuple[int, ...], str]]] = {}
    list_of: dict[tuple[str, str], str] = {}
    for claim, subject, member, positions in rows:
        places = dict(parts(positions.value))
        key = f"{subject.value} {places.get('relation', claim.value)}"
        lists.setdefault(key, []).append((begins(places.get("object", "")), member.value))
        list_of[subject.value, member.value] = key
    known = entities(city, [iri for members in lists.values() for _, iri in members])
    completed = []
    for neighbor in neighbors:
        members = lists.get(list_of.get(ends(neighbor), ""), []) if neighbor.open_list else []
        mates = tuple(known[iri] for _, iri in sorted(members) if iri != ends(neighbor)[1])
        completed.append(neighbor.replace(mates=mates))
    return completed
