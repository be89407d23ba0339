"""What a picture costs, beside what one would write in an afternoon on rdflib, networkx, pydot and a system Graphviz.

`python benchmarks/diagrams.py [RUNS]`: whole processes, in turn, the median of the ratios. CPU seconds count what a
process starts, so that the layout is in both. Needs `dot` on the path: its layout is the peer's.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median
from xml.etree import ElementTree

from cold_start import COMMAND, DATA, ENVIRONMENT, cpu

HERE = Path(__file__).parent
THINGS = 1_000
PREFIXES = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def written(file: Path) -> None:
    """A city of a thousand firms: each is supported by one that was there before, a tenth by one more."""
    random = Random(THINGS)
    ties = [(int(random.random() ** 1.5 * at), at) for at in range(1, THINGS)]
    ties += [(random.randrange(at), at) for at in random.sample(range(1, THINGS), THINGS // 10)]
    with file.open("w", encoding="utf-8") as stream:
        stream.write(PREFIXES)
        stream.writelines(f'<urn:n{at}> a cg:Firm ; skos:prefLabel "企業{at}"@zh-Hant .\n' for at in range(THINGS))
        stream.writelines(
            f"<urn:c{at}> a cg:Claim ; cg:status cg:planned ; cg:basis cg:stated ; rdf:predicate cg:supports ;"
            f" rdf:subject <urn:n{one}> ; rdf:object <urn:n{other}> .\n"
            for at, (one, other) in enumerate(sorted(set(ties)))
        )


def drawn(svg: Path) -> int:
    """How many things a picture shows."""
    groups = ElementTree.parse(svg).iter("{http://www.w3.org/2000/svg}g")
    return sum(group.get("class") == "node" for group in groups)


def wall(command: list[str]) -> float:
    """The seconds that one whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    if not shutil.which("dot"):
        raise SystemExit("no `dot` on the path to compare with: install Graphviz")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print("| picture, cold process | things | CPU ms | script | times | wall ms | script | times |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        large, ours, theirs = Path(folder, "large.ttl"), Path(folder, "ours.svg"), Path(folder, "theirs.svg")
        written(large)
        for what, file, name, hops in (("太鋼, two hops", DATA, "太鋼", 2), ("a thousand firms", large, "企業0", 10)):
            asked = [COMMAND, "--from", str(file), "diagram", name, "--hops", str(hops), "--all", "-o", str(ours)]
            script = str(HERE / "straightforward_diagram.py")
            peer = [sys.executable, script, name, str(hops), str(file), str(theirs)]
            for command in (asked, peer):  # warms the file cache, writes the bytecode
                wall(command)
            if drawn(ours) != drawn(theirs):
                raise SystemExit(f"{drawn(ours)} things here, {drawn(theirs)} there")
            processor = [(cpu(asked), cpu(peer)) for _ in range(runs)]
            clock = [(wall(asked), wall(peer)) for _ in range(runs)]
            cells = [
                f"{median(each) * 1000:.0f}" if at < 2 else f"{median(each):.1f}"
                for pairs in (processor, clock)
                for at, each in enumerate((*zip(*pairs, strict=True), [peer / own for own, peer in pairs]))
            ]
            print(f"| {what} | {drawn(ours)} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
