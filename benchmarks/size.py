"""What size costs: a nation of cities of the same model, here and as one would write it on rdflib and on networkx.

`python benchmarks/size.py [LARGEST]`: 100 000 and, unless LARGEST says less, 1 000 000 triples. Four ways answer the
same tasks from the same file: the library's SPARQL on Oxigraph, which is citygraph; the same SPARQL on rdflib; rdflib's
triple API without SPARQL (`size_triples.py`); plain networkx (`size_networkx.py`). Their answers are compared before a
time is printed. CPU time, medians, with what each way has opened still in memory; imports are not counted. The last
column compares citygraph with the fastest of the other three. rdflib takes some minutes and 1.5 GB at the larger size.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

import cityGraph as cg
import size_networkx
import size_sparql
import size_triples
from cityGraph.model.query import Term
from cityGraph.namespaces import CG
from tables import head, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
THING = "https://w3id.org/citygraph/id/nation/"
CITY = "甲城1"
FIRM = "甲城1鋼鐵1"
SPARQL, TRIPLES, NETWORKX = "the same SPARQL on rdflib", "rdflib's triple API", "networkx"

# Each task: its name in the table, the function that does it in each way, and what it asks for.
TASKS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    ("a name", "by_name", (FIRM,)),
    ("names and kinds of two things", "labels", ([f"{THING}c1-firm1", f"{THING}c1"],)),
    ("claims on a firm, with evidence", "claims", (f"{THING}c1-firm1",)),
    ("claims on a city, with evidence", "claims", (f"{THING}c1",)),
    ("edges around two things", "around", ([f"{THING}c1-firm1", f"{THING}c1"],)),
    ("all edges", "edges", ()),
    ("things counted by kind", "kinds", ()),
    ("claims counted", "claims_counted", ()),
    ("firms counted by zone", "firms_by_zone", ()),
)


def written(folder: Path, size: int) -> Path:
    """Some `size` triples in N-Triples, the same each time: cities, zones, chains, firms, claims with passages."""
    random = Random(size)
    file = folder / f"{size}.nt"
    count = 0
    with file.open("w", encoding="utf-8") as stream:
        for number in range(1, 10**6):
            for line in _city(number, random):
                stream.write(line)
                count += 1
            if count >= size:
                return file
    raise AssertionError


def _city(number: int, random: Random) -> Iterator[str]:
    """The triples of one city: some 2 300."""
    city, source = f"c{number}", f"c{number}-source"

    def thing(name: str, kind: str, label: str, english: str) -> Iterator[str]:
        yield f"<{THING}{name}> <{RDF}type> <{CG}{kind}> .\n"
        yield f'<{THING}{name}> <{SKOS}prefLabel> "{label}"@zh-Hant .\n'
        yield f'<{THING}{name}> <{SKOS}prefLabel> "{english}"@en .\n'

    def claim(subject: str, relation: str, what: str, paragraph: int, status: str) -> Iterator[str]:
        name, passage = f"claim/{subject}-{relation}-{what}", f"passage/{subject}-{relation}-{what}"
        yield f"<{THING}{subject}> <{CG}{relation}> <{THING}{what}> .\n"
        yield f"<{THING}{name}> <{RDF}type> <{CG}Claim> .\n"
        for end, value in (("subject", THING + subject), ("predicate", CG + relation), ("object", THING + what)):
            yield f"<{THING}{name}> <{RDF}{end}> <{value}> .\n"
        yield f"<{THING}{name}> <{CG}status> <{CG}{status}> .\n"
        yield f"<{THING}{name}> <{CG}basis> <{CG}stated> .\n"
        yield f"<{THING}{name}> <{CG}evidence> <{THING}{passage}> .\n"
        yield f"<{THING}{passage}> <{RDF}type> <{CG}Passage> .\n"
        yield f"<{THING}{passage}> <{OA}hasSource> <{THING}{source}> .\n"
        yield f'<{THING}{passage}> <{CG}paragraph> "{paragraph}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
        yield f'<{THING}{passage}> <{CG}phrase> "重點支持{what}" .\n'

    label = f"甲城{number}"
    yield from thing(city, "City", label, f"City {number}")
    yield from thing(source, "Source", f"{label}日報", f"Daily of City {number}")
    chains = [f"{city}-chain{n}" for n in range(1, 11)]
    zones = [f"{city}-zone{n}" for n in range(1, 9)]
    for n, chain in enumerate(chains, 1):
        yield from thing(chain, "Chain", f"{label}產業鏈{n}", f"Chain {n} of City {number}")
        yield from claim(city, "focusesOn", chain, n, random.choice(("planned", "realised")))
    for n, zone in enumerate(zones, 1):
        yield from thing(zone, "Zone", f"{label}開發區{n}", f"Zone {n} of City {number}")
        yield from claim(zone, "within", city, n, "realised")
    for n in range(1, 61):
        firm = f"{city}-firm{n}"
        yield from thing(firm, "Firm", f"{label}鋼鐵{n}", f"Steel {n} of City {number}")
        yield from claim(firm, "memberOf", random.choice(chains), n, "realised")
        yield from claim(firm, "sitedIn", random.choice(zones), n, "realised")
        if n <= 10:
            yield from claim(city, "supports", firm, n, "planned")
        if number > 1 and n <= 3:
            other = f"c{random.randrange(1, number)}-firm{random.randrange(1, 61)}"
            yield from claim(firm, "suppliesTo", other, n, "planned")


def seconds(call: Callable[[], Any], least: float = 0.5) -> tuple[float, Any]:
    """The median CPU seconds of a call, and what it returns: one slower than `least` is not called again.

    As in `timeit` the garbage collector is off, which favours those who keep all as Python objects, and short calls
    are timed many at once.
    """
    gc.collect()
    gc.disable()
    start = time.process_time()
    result = call()
    took = [time.process_time() - start]
    if took[0] < least:
        batch = max(1, round(0.002 / max(took[0], 1e-7)))
        took = []
        while len(took) < 5 or sum(took) * batch < least:
            start = time.process_time()
            for _ in range(batch):
                call()
            took.append((time.process_time() - start) / batch)
    gc.enable()
    return median(took), result


def measured(way: str, file: str) -> dict[str, Any]:
    """What one process finds: the time to open the file, the memory, and for each way the time of each task."""
    before = _resident()
    opening: list[float] = []
    opened: Any = None
    while len(opening) < 3 and sum(opening) < 10:
        opened = None  # the one before is let go of first
        start = time.process_time()
        opened = size_networkx.opened(file) if way == NETWORKX else size_sparql.opened(file, way)
        opening.append(time.process_time() - start)
        if len(opening) == 1:
            memory = _resident() - before
    ways: dict[str, tuple[Any, Any]] = {way: (size_networkx if way == NETWORKX else size_sparql, opened)}
    if way == "rdflib":
        ways = {SPARQL: ways[way], TRIPLES: (size_triples, opened.as_rdflib())}
    size = None if way == NETWORKX else opened.size()
    found: dict[str, Any] = {"triples": size, "open": median(opening), "memory": memory, "took": {}, "answers": {}}
    for name, (module, graph) in ways.items():
        took, answers = found["took"].setdefault(name, {}), found["answers"].setdefault(name, {})
        for task, function, asked in TASKS:
            took[task], rows = seconds(partial(getattr(module, function), graph, *asked))
            answers[task] = hash_of(rows)
    return found


def hash_of(found: list[Any]) -> str:
    """The same for the same rows in any order, given by row or, as lists, by column."""
    rows = zip(*found, strict=True) if found and isinstance(found[0], list) else found
    lines = sorted("\t".join(map(_cell, row)) for row in rows)
    return f"{len(lines)} rows, {sha256(chr(10).join(lines).encode('utf-8')).hexdigest()}"


def _cell(cell: Any) -> str:
    return "" if cell is None else cell.value if isinstance(cell, Term) else str(cell)


def _resident() -> float:
    """Resident memory in MB."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL("libc.so.6").malloc_trim(0)
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


# What docs/performance.md says of a verb, and the verbs that it says it of; each is asked for the first time.
VERBS: dict[str, dict[str, Callable[[cg.CityGraph], Any]]] = {
    "`neighbors`, `claims` and `show`": {
        "neighbors": lambda city: cg.neighbors(city, FIRM),
        "claims": lambda city: cg.claims(city, FIRM),
        "show": lambda city: cg.show(city, FIRM),
    },
    "`find`, `paths` and `diagram`": {
        "find": lambda city: cg.find(city, FIRM),
        "paths": lambda city: cg.paths(city, FIRM, "甲城3鋼鐵7"),
        "diagram": lambda city: cg.diagram(city, FIRM),
    },
    "`about`": {"about": cg.about},
    "`central`": {"central": cg.central},
    "`targets`, which reads all claims": {"targets": cg.targets},
}


def verbs(file: str) -> dict[str, list[float]]:
    """Seconds of the verbs on a graph that is open."""
    city = cg.open(file)
    took: dict[str, list[float]] = {}
    for name, calls in VERBS.items():
        for call in calls.values():
            start = time.process_time()
            call(city)
            took.setdefault(name, []).append(time.process_time() - start)
    return took


def in_process(*arguments: str) -> Any:
    """What this file prints as JSON with these arguments, in a process of its own."""
    done = subprocess.run([sys.executable, __file__, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def at(size: int, folder: Path) -> None:
    """Print the table of one size."""
    file = str(written(folder, size))
    ours, theirs, plain = (in_process("--measure", way, file) for way in ("oxigraph", "rdflib", NETWORKX))
    took = {name: each for found in (ours, theirs, plain) for name, each in found["took"].items()}
    answers = {name: each for found in (ours, theirs, plain) for name, each in found["answers"].items()}
    for task, *_ in TASKS:
        if len({each[task] for each in answers.values()}) > 1:
            raise SystemExit(f"the answers differ: {task}: { {name: each[task] for name, each in answers.items()} }")
    others = [SPARQL, TRIPLES, NETWORKX]
    head(f"{ours['triples']:,} triples", others, "citygraph (Oxigraph)")
    row("open, s", ours["open"], [theirs["open"], theirs["open"], plain["open"]])
    row("memory, MB", ours["memory"], [theirs["memory"], theirs["memory"], plain["memory"]], "less", "more")
    for task, *_ in TASKS:
        row(f"{task}, ms", took["oxigraph"][task] * 1e3, [took[way][task] * 1e3 for way in others])


def first_answers(size: int, folder: Path) -> None:
    """Print the list of what a first answer takes: medians of three processes."""
    runs = [in_process("--verbs", str(folder / f"{size}.nt")) for _ in range(3)]
    lines = []
    for name in VERBS:
        took = sorted({_rounded(median(each)) for each in zip(*(run[name] for run in runs), strict=True)})
        shown = [f"{each:.1f} s" if each >= 0.5 else f"{each * 1e3:.0f} ms" for each in took]
        lines.append(f"- {' to '.join(dict.fromkeys((shown[0], shown[-1])))} for {name}")
    print("\n" + ";\n".join(lines) + ".")


def _rounded(value: float) -> float:
    return round(value, 1 if value >= 0.5 else 2)


def main() -> None:
    """Print the tables of docs/performance.md."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        sizes = [size for size in (100_000, 1_000_000) if size <= largest]
        for size in sizes:
            at(size, Path(name))
        first_answers(sizes[-1], Path(name))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measured(*sys.argv[2:4])))
    elif sys.argv[1:2] == ["--verbs"]:
        print(json.dumps(verbs(sys.argv[2])))
    else:
        main()
