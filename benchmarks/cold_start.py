"""What one question costs from a cold start: whole processes, in turn, CPU seconds, the median of the ratios.

`python benchmarks/cold_start.py [RUNS]`. The measure is `python -c "import click"`, the least that any command of this
kind can cost. The peers are `straightforward.py` on rdflib, and `straightforward_oxigraph.py` on the store that
citygraph uses; their answers are compared with ours before anything is timed. They take a name only as it is spelled
in 繁體, and print bare lines.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
DATA = HERE.parent / "data" / "triples.ttl"
COMMAND = str(Path(sys.executable).with_name("citygraph"))
QUESTION = ["neighbors", "太鋼"]
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def cpu(command: list[str]) -> float:
    """The CPU seconds, user and system, of one whole process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def repeated(times: float) -> str:
    """The city as it is, and `times` more under other IRIs and names; of the last copy only a part, if need be."""
    head, body = DATA.read_text("utf-8").split("\n\n", 1)
    parts = [head, body]
    blocks = body.split("\n\n")
    for copy in range(1, int(times) + 2):
        share = min(1.0, times - copy + 1)
        renamed = "\n\n".join(blocks[: round(len(blocks) * share)])
        renamed = re.sub(r'(skos:(?:pref|alt)Label [^;.]*?|, )"([^"\n]+)"@', rf'\1"{copy}·\2"@', renamed)
        parts.append(re.sub(r"(?m)^(ty|claim|passage):|(?<= )(ty|claim|passage):", rf"\1\2:c{copy}-", renamed))
    return "\n\n".join(parts)


def triples(file: Path) -> int:
    """How many triples the city in `file` has, the ontology with it."""
    import cityGraph as cg

    return cg.open(file).size() or 0


def main() -> None:
    """Print the table of docs/performance.md."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    peers = {
        "a script on pyoxigraph and click": [sys.executable, str(HERE / "straightforward_oxigraph.py"), "太鋼"],
        "a script on rdflib and click": [sys.executable, str(HERE / "straightforward.py"), "太鋼"],
    }
    ours = subprocess.run([COMMAND, *QUESTION, "--format", "json"], capture_output=True, check=True).stdout
    answer = sorted(
        (n["label"], n["relation"]["label"], n["status"], e["phrase"], str(e["paragraph"]))
        for n in json.loads(ours)["neighbors"]
        for e in n["evidence"]
    )
    for name, peer in peers.items():
        said = subprocess.run(peer, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
        if sorted(tuple(line.split("\t")) for line in said) != answer:
            raise SystemExit(f"{name} answers otherwise: {said}")
    with tempfile.TemporaryDirectory() as folder:
        large, empty = Path(folder, "large.ttl"), Path(folder, "empty.ttl")
        empty.write_text("", "utf-8")
        own = triples(DATA) - triples(empty)
        large.write_text(repeated((25_000 - triples(DATA)) / own), "utf-8")
        commands = {
            f"`citygraph neighbors 太鋼`, {triples(DATA):,} triples": [COMMAND, *QUESTION],
            f"the same, {triples(large):,} triples": [COMMAND, "--from", str(large), *QUESTION],
            **peers,
        }
        measure = [sys.executable, "-c", "import click"]
        taken: dict[str, list[float]] = {name: [] for name in commands}
        ratios: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                one, other = cpu(command), cpu(measure)
                if turn:  # the first turn warms the file cache and writes the bytecode
                    taken[name].append(one)
                    ratios[name].append(one / other)
    print('| process, cold | CPU ms, median | × `python -c "import click"` |\n|---|---|---|')
    for name in commands:
        print(f"| {name} | {median(taken[name]) * 1000:.0f} | {median(ratios[name]):.2f} |")


if __name__ == "__main__":
    main()
