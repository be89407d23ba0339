"""What the network costs at size, beside plain networkx in the same run: results are compared first, then the times.

`python benchmarks/network.py [LARGEST]`: 10 000, 100 000 and, unless LARGEST says less, 1 000 000 ties. CPU seconds of
one process; the peer is what one would write with networkx on the same store.
"""

from __future__ import annotations

import gc
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import networkx as nx

import cityGraph as cg
from cityGraph.graph.edge_arrays import edge_arrays
from cityGraph.networks import measures, partition
from cityGraph.store.open import load

if TYPE_CHECKING:
    from collections.abc import Callable

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def written(folder: Path, ties: int) -> Path:
    """A graph of `ties` ties between a fifth as many named things: communities with hubs, in N-Triples."""
    random = Random(ties)
    n = ties // 5
    groups = max(10, n // 400)
    found: set[tuple[int, int]] = set()
    while len(found) < ties:
        if random.random() < 0.75:
            group = random.randrange(groups)
            one, other = (group + groups * random.randrange(n // groups) for _ in range(2))
        else:
            one, other = random.randrange(n), min(int(random.paretovariate(1.2)), n - 1)
        if one != other:
            found.add((one, other))
    file = folder / f"{ties}.nt"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(f'<urn:n{node}> <{LABEL}> "甲{node}" .\n' for node in range(n))
        stream.writelines(f"<urn:n{one}> <urn:tie{one % 3}> <urn:n{other}> .\n" for one, other in sorted(found))
    return file


def opened(file: str | Path) -> cg.CityGraph:
    """The graph of a file alone, without the ontology, so that both sides see the same triples."""
    return cg.CityGraph(load("oxigraph", [str(file)]), (str(file),))


def cpu(call: Callable[[], Any]) -> tuple[float, Any]:
    """The CPU seconds of a call, and what it gives."""
    gc.collect()
    start = time.process_time()
    result = call()
    return time.process_time() - start, result


def peer_network(city: cg.CityGraph) -> nx.MultiDiGraph:
    """The ties of the store as networkx has them, edge by edge."""
    graph = nx.MultiDiGraph()
    text = f"SELECT ?s ?p ?o WHERE {{ ?s ?p ?o . ?s <{LABEL}> ?a . ?o <{LABEL}> ?b }}"
    for subject, predicate, what in city.engine.iri_rows(text):
        graph.add_edge(subject, what, key=predicate, relation=predicate)
    return graph


def peer_paths(graph: nx.MultiDiGraph, start: str, end: str) -> list[list[str]]:
    """Ten shortest paths, as networkx finds them."""
    return list(islice(nx.shortest_simple_paths(nx.Graph(graph), start, end), 10))


def table(rows: list[tuple[str, float, float]]) -> None:
    """The rows as they stand in the docs."""
    for what, ours, theirs in rows:
        print(f"| {what} | {ours:.3f} | {theirs:.2f} | {theirs / ours:.1f} × |", flush=True)


def close(ours: list[float], theirs: dict[int, float], what: str) -> None:
    """Results are compared before times are."""
    if max(abs(score - theirs[node]) for node, score in enumerate(ours)) > 1e-9:
        raise SystemExit(f"{what}: networkx finds something else")


def at(size: int, folder: Path) -> None:
    """Every task that networkx finishes in minutes at this size."""
    city = opened(written(folder, size))
    rows: list[tuple[str, float, float]] = []
    theirs_build, graph = cpu(lambda: peer_network(city))
    ours_build, found = cpu(lambda: edge_arrays(city))
    if (graph.number_of_edges(), graph.number_of_nodes()) != (len(found), len(found.nodes)):
        raise SystemExit("networkx has another graph")
    rows.append((f"store → network, {size:,} ties", ours_build, theirs_build))
    if size >= 100_000:
        start, end = "urn:n1234", "urn:n4321"
        fresh = opened(folder / f"{size}.nt")
        ours, answer = cpu(lambda: cg.paths(fresh, start, end, top=10, plain=True))
        theirs, wanted = cpu(lambda: peer_paths(graph, start, end))
        if [len(path) + 1 for path in answer] != [len(path) for path in wanted]:
            raise SystemExit(f"networkx finds other paths: {[len(path) for path in wanted]}")
        rows.append((f"ten shortest paths from the store, {size:,}", ours, theirs_build + theirs))
    n, pairs = len(found.nodes), measures.simple(found.starts, found.ends)
    plain = nx.Graph()
    plain.add_nodes_from(range(n))
    plain.add_edges_from((int(one), int(other)) for one, other in pairs)
    for name, ours_of, theirs_of in (
        (
            "PageRank",
            lambda: measures.pagerank(n, pairs)[0],
            lambda: nx.pagerank(plain, tol=1e-10 / n, max_iter=10_000),
        ),
        ("components", lambda: partition.components(n, pairs), lambda: list(nx.connected_components(plain))),
    ):
        ours, mine = cpu(ours_of)
        theirs, their_own = cpu(theirs_of)
        if name == "PageRank":
            close(mine, their_own, name)
        elif len(set(mine)) != len(their_own):
            raise SystemExit("networkx finds other components")
        rows.append((f"{name}, {size:,}", ours, theirs))
    if size == 10_000:
        ours, mine = cpu(lambda: measures.betweenness(n, pairs))
        theirs, their_own = cpu(lambda: nx.betweenness_centrality(plain))
        close(mine, their_own, "betweenness")
        rows.append((f"betweenness, exact, {size:,}", ours, theirs))
    if size == 100_000:
        ours, mine = cpu(lambda: measures.betweenness(n, pairs, pivots=20, seed=1))
        theirs, their_own = cpu(lambda: nx.betweenness_centrality(plain, k=20, seed=1))
        close(mine, their_own, "sampled betweenness")
        rows.append((f"betweenness from 20 pivots, {size:,}", ours, theirs))
        ours, (labels, modularity) = cpu(lambda: partition.communities(n, pairs))
        theirs, groups = cpu(lambda: nx.community.louvain_communities(plain, seed=1))
        del labels
        rows.append((f"communities, {size:,}", ours, theirs))
        print(f"modularity {modularity:.4f} beside {nx.community.modularity(plain, groups):.4f}", file=sys.stderr)
    table(rows)


def memory(size: int, folder: Path) -> None:
    """What the ties take, ours and networkx's, each measured where nothing came before it."""
    import subprocess

    grown = {}
    for what in ("ours", "networkx"):
        command = [sys.executable, __file__, "--memory", what, str(folder / f"{size}.nt")]
        grown[what] = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    share = grown["ours"] / grown["networkx"]
    print(f"| memory, {size:,} ties, MB | {grown['ours']:.0f} | {grown['networkx']:.0f} | {1 / share:.1f} × less |")


def kept(what: str, file: str) -> None:
    """Print by how many MB the process has grown for the ties of a file, and holds on to."""
    import ctypes

    city = opened(file)
    gc.collect()
    before = int(Path("/proc/self/statm").read_text().split()[1])
    held = edge_arrays(city) if what == "ours" else peer_network(city)
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
    print("| task | ours, CPU s | networkx | ratio |\n|---|---|---|---|")
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
