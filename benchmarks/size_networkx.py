"""The tasks of `size.py` on plain networkx: a MultiDiGraph that is built once and holds all that the tasks ask for.

Oxigraph's parser reads the file, the fastest that Python has. Edges carry their claim, nodes their names.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import networkx as nx
from pyoxigraph import parse

from cityGraph.namespaces import CG, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Row = tuple[Any, ...]

RDF, OA, SKOS, RDFS = (PREFIXES[prefix] for prefix in ("rdf", "oa", "skos", "rdfs"))
TYPE, EVIDENCE = f"{RDF}type", f"{CG}evidence"
NAMES = {f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{RDFS}label", f"{PREFIXES['schema']}name", f"{PREFIXES['foaf']}name"}
HEAD = tuple(f"{RDF}{end}" for end in ("predicate", "subject", "object"))
STATUS, BASIS, POSITIONS = (f"{CG}{name}" for name in ("status", "basis", "positions"))
SOURCE = f"{OA}hasSource"
PLACE = (f"{CG}paragraph", f"{OA}start", f"{OA}end", f"{CG}phrase")
ABOUT = (f"{PREFIXES['schema']}url", f"{PREFIXES['dcterms']}date", f"{CG}quality")
KEPT = {*HEAD, STATUS, BASIS, POSITIONS, SOURCE, *PLACE, *ABOUT}


def opened(file: str) -> nx.MultiDiGraph:
    """The file as a graph, and in `graph.graph["named"]` who carries which name."""
    kind: dict[str, str] = {}
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)
    evidence: dict[str, list[str]] = defaultdict(list)
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in parse(path=file):
        subject, predicate = triple.subject.value, triple.predicate.value
        if predicate == TYPE:
            kind[subject] = sys.intern(triple.object.value)
        elif predicate in NAMES:
            names[subject].append((sys.intern(predicate), triple.object.value))
        elif predicate == EVIDENCE:
            evidence[subject].append(triple.object.value)
        elif predicate in KEPT:
            facts[subject][predicate] = sys.intern(triple.object.value)
    graph = nx.MultiDiGraph()
    named = graph.graph["named"] = defaultdict(list)
    for thing, known in names.items():
        graph.add_node(thing, kind=kind.get(thing), names=known)
        for role, name in known:
            named[name].append((thing, role))
    for claim in (subject for subject, what in kind.items() if what == f"{CG}Claim"):
        known_of = facts[claim]
        relation, start, end = (known_of[key] for key in HEAD)
        graph.add_edge(
            start,
            end,
            key=claim,
            relation=relation,
            status=known_of[STATUS],
            basis=known_of[BASIS],
            positions=known_of.get(POSITIONS),
            evidence=[_passage(passage, facts) for passage in evidence[claim]],
        )
    return graph


def _passage(passage: str, facts: dict[str, dict[str, str]]) -> Row:
    """Where a source says it, in the order of the query."""
    place = facts[passage]
    page, date, quality = map(facts[place[SOURCE]].get, ABOUT)
    return passage, place[SOURCE], page, *map(place.get, PLACE), date, quality


def by_name(graph: nx.MultiDiGraph, spelling: str) -> list[Row]:
    """Who carries this name, and as what."""
    return [(thing, role, spelling) for thing, role in graph.graph["named"].get(spelling, ())]


def labels(graph: nx.MultiDiGraph, things: list[str]) -> list[Row]:
    """The names and the kind of these things."""
    found: list[Row] = []
    for thing in things:
        node = graph.nodes[thing]
        found.append((thing, TYPE, node["kind"]))
        found += [(thing, role, name) for role, name in node["names"]]
    return found


def claims(graph: nx.MultiDiGraph, thing: str) -> list[Row]:
    """The claims on a thing, each with its evidence."""
    return [
        (claim, start, edge["relation"], end, edge["status"], edge["basis"], edge["positions"], *passage)
        for start, end, claim, edge in _on(graph, thing)
        for passage in edge["evidence"]
    ]


def around(graph: nx.MultiDiGraph, things: list[str]) -> list[Row]:
    """The edges around these things."""
    return _listed(edge for thing in things for edge in _on(graph, thing))


def edges(graph: nx.MultiDiGraph) -> list[Row]:
    """All edges."""
    return _listed(graph.edges(keys=True, data=True))


def kinds(graph: nx.MultiDiGraph) -> list[Row]:
    """How many things there are of each kind."""
    of_kind = Counter(kind for _, kind in graph.nodes(data="kind"))
    return [(kind, count) for kind, count in of_kind.items() if kind != f"{CG}Source"]


def claims_counted(graph: nx.MultiDiGraph) -> list[Row]:
    """How many claims there are of each relation, status, basis and source."""
    counted = Counter(
        (edge["relation"], edge["status"], edge["basis"], source)
        for _, _, edge in graph.edges(data=True)
        for source in ({passage[1] for passage in edge["evidence"]} or {None})
    )
    return [(*group, count) for group, count in counted.items()]


def firms_by_zone(graph: nx.MultiDiGraph) -> list[Row]:
    """How many firms are in each zone."""
    sited = f"{CG}sitedIn"
    return list(Counter(end for _, end, relation in graph.edges(data="relation") if relation == sited).items())


def _on(graph: nx.MultiDiGraph, thing: str) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    yield from graph.out_edges(thing, keys=True, data=True)
    yield from graph.in_edges(thing, keys=True, data=True)


def _listed(found: Iterable[tuple[str, str, str, dict[str, Any]]]) -> list[Row]:
    return [(start, end, edge["relation"], edge["status"], edge["basis"], claim) for start, end, claim, edge in found]
