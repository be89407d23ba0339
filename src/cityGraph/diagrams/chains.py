"""The view `chains`: who leads each chain, its segments from upstream to downstream, and the firms in each."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..names.labels import vocabulary
from ..namespaces import local
from ..render.words import WORDS
from ..render.words_pictures import PICTURE_WORDS
from .grouping import beside, by_object, by_subject, drawn, edges_at, entities_of_kind, objects_of, row_of
from .scene import Panel, Row, Scene

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model.claim import Claim, Entity
    from ..store.city import CityGraph
    from .scene import DrawnEdge

# Relations from a firm to the chain that it leads. The first is that of the column and needs no word.
_LEADING = ("chainLeaderOf", "chainCoreOf")
_ROLES = (*_LEADING, "worksIn")
_BESIDE = 4  # chains without segments, in DOT
_LAST = 10**6  # the place of what has none
_QUALIFIED = re.compile(r"(?<=.)\s*[(（][^()（）]*[)）]$")


class Segment(NamedTuple):
    """A segment of a chain.

    Attributes:
        head: Its name without what only tells it from the segments of other chains, with the line of its edge.
        firms: The firms in it.
        step: How many segments come before it. None if no source says what it feeds or is fed by.
        placed: Whether a source says its place among the segments.
        feeds: The edges to the segments that it feeds, by their IRI.
        entry: The edge from the chain to it.
    """

    head: Row
    firms: tuple[Row, ...]
    step: int | None
    placed: bool
    feeds: Mapping[str, DrawnEdge]
    entry: DrawnEdge


class Chain(NamedTuple):
    """A chain as a row of the matrix.

    Attributes:
        head: Its name without the word for its kind.
        level: Its level, such as provincial. None if no source says it.
        leaders: The firms that lead it.
        firms: The other firms in it.
        segments: Its segments, from upstream to downstream.
        listed: The list that gives its place among others. None if it is in no list.
        place: Its place in that list.
    """

    head: Row
    level: Row | None
    leaders: tuple[Row, ...]
    firms: tuple[Row, ...]
    segments: tuple[Segment, ...]
    listed: Row | None
    place: int

    @property
    def bare(self) -> bool:
        """Whether the sources say no more than its name and its level."""
        return not self.segments and all(row.line == "inferred" for row in (*self.leaders, *self.firms))


def chains(city: CityGraph, asked: Sequence[str], claims: Sequence[Claim]) -> tuple[Scene, list[Chain]]:
    """Show the chains: who leads each, its segments from upstream to downstream, and the firms in each segment.

    Args:
        city: An open graph.
        asked: Names of chains, or of entities whose chains to show. Empty shows every chain.
        claims: The claims to draw.

    Returns:
        The scene, with a panel for each chain and each segment, and the rows of the matrix: in the order of the
        largest list, then of the next, chains without a list last.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several entities have this name.
        CityGraphError: No claim connects a named entity with a chain.
    """
    firms, segments, feeds = by_object(claims, *_ROLES), by_subject(claims, "hasSegment"), by_subject(claims, "feeds")
    members = by_subject(claims, "memberOf")
    sizes = Counter(claim.ends[1].iri for listed in members.values() for claim in listed)
    labels = vocabulary(city, {claim.relation.iri for found in firms.values() for claim in found})
    rows: list[Chain] = []
    for chain in entities_of_kind(city, claims, "Chain", asked):
        led = sorted(edges_at(firms, chain.iri), key=lambda edge: _ROLES.index(local(edge.relation.iri)))
        leading: list[Row] = []
        for edge in led:
            role = local(edge.relation.iri)
            prefix = labels.relation(edge.relation.iri, "in") + " " if role == _LEADING[1] else ""
            if role in _LEADING:
                leading.append(row_of(edge.subject, edge, prefix))
        inside = tuple(row_of(edge.subject, edge) for edge in led if local(edge.relation.iri) not in _LEADING)
        listed = max(members.get(chain.iri, ()), key=lambda claim: (sizes[claim.ends[1].iri], claim.iri), default=None)
        rows.append(
            Chain(
                Row(_short(chain), chain),
                _level([*members.get(chain.iri, ()), *firms.get(chain.iri, ())], city.language),
                tuple(leading),
                inside,
                tuple(_segments(chain, segments, feeds, firms)),
                Row(listed.ends[1].label, listed.ends[1], "", listed.evidence) if listed else None,
                _place([listed] if listed else ()),
            )
        )
    largest = {row.listed.thing.iri: sizes[row.listed.thing.iri] for row in rows if row.listed and row.listed.thing}
    rows.sort(key=lambda row: (_list_of(row) == "", -largest.get(_list_of(row), 0), _list_of(row), row.place))
    return _scene(rows, city.language), rows


def _list_of(row: Chain) -> str:
    return row.listed.thing.iri if row.listed and row.listed.thing else ""


def _short(chain: Entity) -> str:
    """Return the name of a chain without the word for its kind, which the column has."""
    short = chain.label.removesuffix(chain.kind_label)
    return chain.label if not short or short.endswith(" ") else short  # of English words, all are needed


def _place(claims: Iterable[Claim]) -> int:
    """Return the first place that some claims give, or a last one."""
    orders = (claim.qualifier("order") or "" for claim in claims)
    return min((int(order) for order in orders if order.isdecimal()), default=_LAST)


def _level(claims: Iterable[Claim], language: str) -> Row | None:
    """Return the levels that some claims give, each once, with the passages of the first claim of each."""
    found: dict[str, Claim] = {}
    for claim in claims:
        for qualifier in claim.qualifiers:
            if qualifier.name == "level":
                found.setdefault(qualifier.text, claim)
    evidence = tuple(passage for claim in found.values() for passage in claim.evidence)
    return Row(str(WORDS[language]["comma"]).join(found), None, "", evidence) if found else None


def _segments(
    chain: Entity, segments: dict[str, list[Claim]], feeds: dict[str, list[Claim]], firms: dict[str, list[Claim]]
) -> list[Segment]:
    """Return the segments of a chain: by what feeds what, then by their places, those without either last."""
    parts = objects_of(edges_at(segments, chain.iri))
    fed = {
        part: {end: edge for end, edge in objects_of(edges_at(feeds, part)).items() if end in parts and end != part}
        for part in parts
    }
    tied = {end for part, ends in fed.items() if ends for end in (part, *ends)}
    steps = dict.fromkeys(parts, 0)
    for _ in parts:  # as many times as the longest way has steps; a ring ends there, too
        for part, ends in fed.items():
            steps |= {end: max(steps[end], min(steps[part] + 1, len(parts))) for end in ends}
    places = {part: _place(c for c in segments[chain.iri] if c.ends[1].iri == part) for part in parts}
    shorter = {part: _QUALIFIED.sub("", edge.object.label) for part, edge in parts.items()}
    common = Counter(shorter.values())
    found = []
    for part, edge in parts.items():
        name = shorter[part] if common[shorter[part]] == 1 else edge.object.label
        key = f"{chain.iri} {part}"
        arrows = {end: drawn(feed, key, f"{chain.iri} {end}") for end, feed in fed[part].items()}
        working = tuple(row_of(at_work.subject, at_work) for at_work in edges_at(firms, part))
        head = row_of(edge.object, edge)._replace(words=name)
        entry = drawn(edge, chain.iri, key)
        found.append(Segment(head, working, steps[part] if part in tied else None, places[part] < _LAST, arrows, entry))
    return sorted(found, key=lambda each: (each.step is None, each.step or 0, places[_iri(each.head)]))


def _iri(row: Row) -> str:
    return row.thing.iri if row.thing else ""


def _scene(rows: Sequence[Chain], language: str) -> Scene:
    words = PICTURE_WORDS[language]
    panels: dict[str, Panel] = {}
    edges: list[DrawnEdge] = []
    for row in rows:
        chain = _iri(row.head)
        level = [row.level] if row.level else []
        note = "" if row.segments else words["pair"].format(one=words["chain_heads"][4], other=words["unsaid"])
        panels[chain] = Panel(row.head, (*level, *row.leaders, *row.firms), note)
        fed = {end for segment in row.segments for end in segment.feeds}
        for segment in row.segments:
            key = f"{chain} {_iri(segment.head)}"
            panels[key] = Panel(segment.head, segment.firms)
            if _iri(segment.head) not in fed:
                edges.append(segment.entry)
            edges += segment.feeds.values()
    bare = [_iri(row.head) for row in rows if not row.segments]
    edges += [beside(left, right) for at, (left, right) in enumerate(pairwise(bare), 1) if at % _BESIDE]
    cut = sum(bool(row.segments) for row in rows)
    led = sum(any(leader.line != "inferred" for leader in row.leaders) for row in rows)
    # Of a single chain, the picture itself says it.
    counts = words["chain_counts"].format(chains=len(rows), cut=cut, led=led) if len(rows) > 1 else ""
    return Scene({}, edges, panels, stacked=True, counts=counts, marks=False)
