"""What the network costs at size, beside networkx and rustworkx in the same run: results first, then the times.

`python benchmarks/network.py [LARGEST]`: 10 000, 100 000 and, unless LARGEST says less, 1 000 000 edges. CPU time of
one process, medians. The others are what one would write with either library on the same store; the last column
compares citygraph with the faster one. Measures start from each side's own graph, which is built before. citygraph
itself uses scipy for PageRank and components of a large graph, rustworkx for exact betweenness, and graspologic-native
for communities.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

import networkx as nx
import rustworkx as rx
from pyoxigraph import NamedNode

import cityGraph as cg
from cityGraph.graph.edge_arrays import edge_arrays
from cityGraph.networks import measures, partition
from cityGraph.store.open import load
from tables import head, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Scores = Sequence[float] | dict[int, float]

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def written(folder: Path, edges: int) -> Path:
    """A graph of `edges` edges between a fifth as many named things: communities with hubs, in N-Triples."""
    random = Random(edges)
    n = edges // 5
    groups = max(10, n // 400)
    found: set[tuple[int, int]] = set()
    while len(found) < edges:
        if random.random() < 0.75:
            group = random.randrange(groups)
            one, other = (group + groups * random.randrange(n // groups) for _ in range(2))
        else:
            one, other = random.randrange(n), min(int(random.paretovariate(1.2)), n - 1)
        if one != other:
            found.add((one, other))
    file = folder / f"{edges}.nt"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(f'<urn:n{node}> <{LABEL}> "甲{node}" .\n' for node in range(n))
        stream.writelines(f"<urn:n{one}> <urn:relation{one % 3}> <urn:n{other}> .\n" for one, other in sorted(found))
    return file


def opened(file: str | Path) -> cg.CityGraph:
    """The graph of a file alone, without the ontology, so that all sides see the same triples."""
    return cg.CityGraph(load("oxigraph", [str(file)]), (str(file),))


def cpu(call: Callable[[], Any]) -> tuple[float, Any]:
    """The CPU seconds of a call, the median of three unless it is slow, and what it gives."""
    took: list[float] = []
    while len(took) < 3 and sum(took) < 5:
        result = None  # the one before is let go of first
        gc.collect()
        start = time.process_time()
        result = call()
        took.append(time.process_time() - start)
    return median(took), result


def named_edges(city: cg.CityGraph) -> Iterator[tuple[str, str, str]]:
    """The edges of the store: what one triple after the other says of two things that have a label."""
    store: Any = city.engine
    labelled = {quad.subject.value for quad in store.store.quads_for_pattern(None, NamedNode(LABEL), None)}
    for quad in store.store:
        if isinstance(quad.object, NamedNode):
            edge = quad.subject.value, quad.object.value, quad.predicate.value
            if edge[0] in labelled and edge[1] in labelled:
                yield edge


def in_networkx(city: cg.CityGraph) -> nx.MultiDiGraph:
    """The edges of the store as networkx has them, with their relation."""
    graph = nx.MultiDiGraph()
    for start, end, relation in named_edges(city):
        graph.add_edge(start, end, key=relation)
    return graph


def in_rustworkx(city: cg.CityGraph) -> rx.PyDiGraph[str, str]:
    """The edges of the store as rustworkx has them, with their relation and the names of their ends."""
    ids: dict[str, int] = {}
    found = [
        (ids.setdefault(start, len(ids)), ids.setdefault(end, len(ids)), relation)
        for start, end, relation in named_edges(city)
    ]
    graph: rx.PyDiGraph[str, str] = rx.PyDiGraph()
    graph.add_nodes_from(list(ids))
    graph.add_edges_from(found)
    return graph


def in_pairs(city: cg.CityGraph) -> nx.Graph:
    """The edges of the store as networkx needs them for paths: which things are connected at all."""
    return nx.Graph((start, end) for start, end, _ in named_edges(city))


def ten_paths(graph: nx.Graph, start: str, end: str) -> list[list[str]]:
    """Ten shortest paths, as networkx finds them."""
    return list(islice(nx.shortest_simple_paths(graph, start, end), 10))


def close(ours: list[float], others: Sequence[Scores], what: str) -> None:
    """Results are compared before times are."""
    if any(max(abs(score - other[node]) for node, score in enumerate(ours)) > 1e-9 for other in others):
        raise SystemExit(f"{what}: the others find something else")


def at(size: int, folder: Path) -> None:
    """Every task that networkx finishes in minutes at this size."""
    city = opened(written(folder, size))
    # A handle keeps what it has read, so that each run gets a new one.
    ours, found = cpu(lambda: edge_arrays(cg.CityGraph(city.engine)))
    theirs, graph = cpu(lambda: in_networkx(city))
    rust, indexed = cpu(lambda: in_rustworkx(city))
    sizes = {(graph.number_of_edges(), graph.number_of_nodes()), (indexed.num_edges(), indexed.num_nodes())}
    if sizes != {(len(found), len(found.nodes))}:
        raise SystemExit("the others have another graph")
    row(f"store → network, {size:,} edges", ours, [theirs, rust])
    del graph, indexed
    if size >= 100_000:
        paths(size, city)
    n, pairs = len(found.nodes), measures.simple(found.starts, found.ends)
    ends = [(int(one), int(other)) for one, other in pairs]
    plain, both, single = nx.Graph(), rx.PyDiGraph(), rx.PyGraph()
    plain.add_nodes_from(range(n))
    plain.add_edges_from(ends)
    for rusty in (both, single):
        rusty.add_nodes_from(range(n))
        rusty.add_edges_from_no_data(ends)
    both.add_edges_from_no_data([(other, one) for one, other in ends])  # PageRank is for directed graphs only

    ours, mine = cpu(lambda: measures.pagerank(n, pairs)[0])
    # Both multiply their tolerance by the number of things.
    theirs, theirs_found = cpu(lambda: nx.pagerank(plain, tol=1e-10 / n, max_iter=10_000))
    rust, rust_found = cpu(lambda: rx.pagerank(both, tol=1e-10 / n, max_iter=10_000))
    close(mine, [theirs_found, rust_found], "PageRank")
    row(f"PageRank, {size:,}", ours, [theirs, rust])

    ours, mine = cpu(lambda: partition.components(n, pairs))
    theirs, theirs_found = cpu(lambda: list(nx.connected_components(plain)))
    rust, rust_found = cpu(lambda: rx.connected_components(single))
    if not len(set(mine)) == len(theirs_found) == len(rust_found):
        raise SystemExit("the others find other components")
    row(f"components, {size:,}", ours, [theirs, rust])

    if size == 10_000:
        ours, mine = cpu(lambda: measures.betweenness(n, pairs))
        theirs, theirs_found = cpu(lambda: nx.betweenness_centrality(plain))
        rust, rust_found = cpu(lambda: rx.betweenness_centrality(single))
        close(mine, [theirs_found, rust_found], "betweenness")
        row(f"betweenness, exact, {size:,}", ours, [theirs, rust])
    if size == 100_000:
        ours, mine = cpu(lambda: measures.betweenness(n, pairs, pivots=20, seed=1))
        theirs, theirs_found = cpu(lambda: nx.betweenness_centrality(plain, k=20, seed=1))
        close(mine, [theirs_found], "sampled betweenness")
        row(f"betweenness from 20 pivots, {size:,}", ours, [theirs, None])
        ours, (_, modularity) = cpu(lambda: partition.communities(n, pairs))
        theirs, groups = cpu(lambda: nx.community.louvain_communities(plain, seed=1))
        row(f"communities, {size:,}", ours, [theirs, None])
        print(f"modularity {modularity:.4f} beside {nx.community.modularity(plain, groups):.4f}", file=sys.stderr)


def paths(size: int, city: cg.CityGraph) -> None:
    """Ten shortest paths: asked of the store, and once more, where networkx has its graph already."""
    start, end = "urn:n1234", "urn:n4321"
    ours, answer = cpu(lambda: cg.paths(cg.CityGraph(city.engine), start, end, top=10, plain=True))
    building, graph = cpu(lambda: in_pairs(city))
    theirs, wanted = cpu(lambda: ten_paths(graph, start, end))
    if [len(path) + 1 for path in answer] != [len(path) for path in wanted]:
        raise SystemExit(f"networkx finds other paths: {[len(path) for path in wanted]}")
    row(f"ten shortest paths from the store, {size:,}", ours, [building + theirs, None])
    handle = cg.CityGraph(city.engine)
    cg.paths(handle, start, end, top=10, plain=True)
    again, _ = cpu(lambda: cg.paths(handle, start, end, top=10, plain=True))
    row(f"the same, asked again, {size:,}", again, [theirs, None])


def memory(size: int, folder: Path) -> None:
    """What the edges take on each side, measured where nothing came before it."""
    grown = []
    for what in KEPT:
        command = [sys.executable, __file__, "--memory", what, str(folder / f"{size}.nt")]
        grown.append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    row(f"memory, {size:,} edges, MB", grown[0], grown[1:], "less", "more")


KEPT: dict[str, Callable[[cg.CityGraph], Any]] = {
    "citygraph": edge_arrays,
    "networkx": in_networkx,
    "rustworkx": in_rustworkx,
}


def kept(what: str, file: str) -> None:
    """Print by how many MB the process has grown for the edges of a file, and holds on to."""
    import ctypes

    city = opened(file)
    gc.collect()
    before = int(Path("/proc/self/statm").read_text().split()[1])
    held = KEPT[what](city)
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    after = int(Path("/proc/self/statm").read_text().split()[1])
    del held
    print((after - before) * resource.getpagesize() / 1e6)


def main() -> None:
    """Print the table of the docs."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    # What is imported at the first use is start-up, and stands in another table.
    many = [(node, node + 1) for node in range(measures.SMALL + 1)]
    measures.pagerank(len(many) + 1, many)
    partition.components(len(many) + 1, many)
    nx.pagerank(nx.Graph(many[:10]))
    head("CPU s", ["networkx", "rustworkx"])
    with tempfile.TemporaryDirectory() as name:
        for size in (10_000, 100_000, 1_000_000):
            if size <= largest:
                at(size, Path(name))
        memory(min(largest, 1_000_000), Path(name))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        kept(*sys.argv[2:4])
    else:
        main()
