"""What writing a large network costs, beside networkx's own writers in the same run: files are compared first.

`python benchmarks/exports.py [THINGS]`: GraphML of 100 000 things and as many edges, unless THINGS says otherwise. CPU
seconds of the writing step alone, medians (all sides have the network in memory); memory is what that step adds at its
peak, each measured in a process of its own. networkx has two writers: it takes the one on lxml if lxml is installed.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
import time
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

import networkx as nx

import cityGraph as cg
from tables import head, row

if TYPE_CHECKING:
    from collections.abc import Callable


def network(things: int) -> cg.Export:
    """So many named things and edges, each edge with its source, words and link, as those of the city."""
    random = Random(things)
    entities = tuple(cg.Entity(f"https://example.org/id/n{n}", f"甲{n}企業", "Firm", "企業") for n in range(things))
    relations = [cg.Relation(f"https://example.org/r{n}", f"支持{n}") for n in range(20)]
    claims = tuple(
        cg.Claim(
            f"https://example.org/id/claim/{n}",
            random.choice(entities),
            random.choice(relations),
            random.choice(entities),
            random.choice(("realised", "planned", "targeted")),
            "stated",
            (
                cg.Passage(
                    "https://example.org/id/s", "本文", "報 2025-03-27", n % 40, 3, 9, f"重點支持甲{n}",
                    "https://example.org/page#:~:text=%E5%BC%B7%E5%8C%96", "2025-03-27", "A",
                ),
            ),
        )
        for n in range(things)
    )  # fmt: skip
    return cg.Export(entities, claims, cg.open())


def ours(found: cg.Export, file: Path) -> None:
    """The file of `citygraph export -o FILE.graphml`, piece by piece."""
    with file.open("wb") as stream:
        stream.writelines(found.chunks(".graphml"))


WRITERS: dict[str, Callable[[Any, Path], None]] = {
    "networkx on lxml": nx.write_graphml_lxml,
    "networkx without lxml": nx.write_graphml_xml,
}


def cpu(call: Callable[[], Any]) -> float:
    """The CPU seconds of a call, the median of three."""
    took = []
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        call()
        took.append(time.process_time() - start)
    return median(took)


def read(file: Path) -> tuple[Any, Any]:
    """What networkx reads in a file: its things, and its edges in any order."""
    graph = nx.read_graphml(file, force_multigraph=True)
    edges = sorted(
        (one, other, *sorted((name, str(value)) for name, value in data.items() if name != "id"))
        for one, other, data in graph.edges(data=True)
    )
    return dict(graph.nodes(data=True)), edges


def peak(what: str, things: int, folder: Path) -> float:
    """The MB that writing adds, in a process where nothing came before it."""
    command = [sys.executable, __file__, "--memory", what, str(things), str(folder / "memory.graphml")]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def grown(what: str, things: int, file: Path) -> None:
    """Print by how many MB the process grew at its peak while it wrote (Linux tells)."""
    found = network(things)
    graph = found.network() if what != "ours" else None
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak so far is forgotten
    before = _status("VmRSS")
    if graph is None:
        ours(found, file)
    else:
        WRITERS[what](graph, file)
    print((_status("VmHWM") - before) / 1e3)


def _status(name: str) -> int:
    (line,) = [line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(f"{name}:")]
    return int(line.split()[1])


def main(things: int) -> None:
    """Print the rows of the table in docs/performance.md."""
    if not find_spec("lxml"):
        raise SystemExit("networkx writes faster with lxml: pip install lxml")
    found = network(things)
    graph = found.network()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mine = folder / "ours.graphml"
        ours_took = cpu(lambda: ours(found, mine))
        wanted = read(mine)
        print(f"{things:,} things and edges, {mine.stat().st_size / 1e6:.0f} MB of GraphML", file=sys.stderr)
        took = []
        for peer, write in WRITERS.items():
            file = folder / "theirs.graphml"
            took.append(cpu(partial(write, graph, file)))
            if read(file) != wanted:
                raise SystemExit(f"{peer} writes another network")
        memory = [peak(what, things, folder) for what in ("ours", *WRITERS)]
        head(f"GraphML of {things:,} things and edges", list(WRITERS))
        row("CPU s", ours_took, took)
        row("MB while writing", memory[0], memory[1:], "less", "more")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        grown(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
