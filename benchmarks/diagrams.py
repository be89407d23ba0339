"""What a picture costs, beside a script that one would write in an afternoon with pydot and a system Graphviz.

`python benchmarks/diagrams.py [RUNS]`: whole processes, in turn, medians. CPU time counts what a process starts, so
the layout is in all of them. The script (`straightforward_diagram.py`) reads with pyoxigraph or with rdflib; the last
column compares with the faster one. The script draws names in boxes; citygraph also draws status, sources, quotes and
links. Needs `dot` on the path, which draws for the script.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from xml.etree import ElementTree

from cold_start import COMMAND, DATA, cpu
from tables import head, row

HERE = Path(__file__).parent
THINGS = 1_000
PREFIXES = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def written(file: Path) -> None:
    """A city of a thousand firms: each is supported by one that was there before, a tenth by one more."""
    random = Random(THINGS)
    edges = [(int(random.random() ** 1.5 * at), at) for at in range(1, THINGS)]
    edges += [(random.randrange(at), at) for at in random.sample(range(1, THINGS), THINGS // 10)]
    with file.open("w", encoding="utf-8") as stream:
        stream.write(PREFIXES)
        stream.writelines(f'<urn:n{at}> a cg:Firm ; skos:prefLabel "企業{at}"@zh-Hant .\n' for at in range(THINGS))
        stream.writelines(
            f"<urn:c{at}> a cg:Claim ; cg:status cg:planned ; cg:basis cg:stated ; rdf:predicate cg:supports ;"
            f" rdf:subject <urn:n{one}> ; rdf:object <urn:n{other}> .\n"
            for at, (one, other) in enumerate(sorted(set(edges)))
        )


def drawn(svg: Path) -> int:
    """How many things a picture shows."""
    groups = ElementTree.parse(svg).iter("{http://www.w3.org/2000/svg}g")
    return sum(group.get("class") == "node" for group in groups)


def main() -> None:
    """Print the rows of the table in docs/performance.md."""
    if not shutil.which("dot"):
        raise SystemExit("no `dot` on the path to compare with: install Graphviz")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    head("cold process, CPU ms", ("script on pyoxigraph", "script on rdflib"))
    with tempfile.TemporaryDirectory() as folder:
        large, picture = Path(folder, "large.ttl"), Path(folder, "picture.svg")
        written(large)
        for what, file, name, hops in (
            ("SVG of 太鋼, two hops", DATA, "太鋼", "2"),
            ("SVG of a thousand firms", large, "企業0", "10"),
        ):
            script = [sys.executable, str(HERE / "straightforward_diagram.py")]
            commands = [[COMMAND, "--from", str(file), "diagram", name, "--hops", hops, "--all", "-o", str(picture)]]
            commands += [
                [*script, reader, name, hops, str(file), str(picture)]
                for reader in ("straightforward_oxigraph", "straightforward")
            ]
            shown = []
            for command in commands:  # warms the file cache, writes the bytecode
                cpu(command)
                shown.append(drawn(picture))
            if len(set(shown)) > 1:
                raise SystemExit(f"things drawn here and there: {shown}")
            took = zip(*[[cpu(command) for command in commands] for _ in range(runs)], strict=True)
            ours, *others = (median(each) * 1e3 for each in took)
            row(what, ours, others)


if __name__ == "__main__":
    main()
