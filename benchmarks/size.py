"""What size costs: a nation of cities of the same model, here and in rdflib's memory store, in one run.

`python benchmarks/size.py [LARGEST]`: 100 000 and, unless LARGEST says less, 1 000 000 triples. Each side runs in a
process of its own, on the same file: seconds to open it, resident memory when it is open, and seconds of the query
behind each verb, whose answers are compared first. rdflib takes some minutes and 1.5 GB at the larger size.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import cityGraph as cg
from cityGraph.escape import sparql_iri, sparql_string
from cityGraph.namespaces import CG
from cityGraph.store.open import load
from cityGraph.store.query_files import bind, prefixed, stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
THING = "https://w3id.org/citygraph/id/nation/"
CITY = "甲城1"
FIRM = "甲城1鋼鐵1"


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


def queries() -> dict[str, str]:
    """The SPARQL behind each verb, as the library asks it."""
    firm, city = sparql_iri(f"{THING}c1-firm1"), sparql_iri(f"{THING}c1")
    claims = [sparql_iri(f"{THING}claim/c1-supports-c1-firm{n}") for n in range(1, 11)]
    return {
        "a name": bind(stored("names"), spelling=[sparql_string(FIRM)]),
        "labels": bind(stored("labels"), entity=[firm, city]),
        "`neighbors`, `claims`": bind(stored("claims-on"), entity=[firm]),
        "their evidence": bind(stored("evidence"), claim=claims),
        "ties around two things": bind(stored("around"), entity=[firm, city]),
        "all ties": stored("edges"),
        "`about`: kinds": stored("count-kinds"),
        "`about`: claims": stored("count-claims"),
        "`query`: firms by zone": prefixed(
            "SELECT ?zone (COUNT(?firm) AS ?n) WHERE { ?firm cg:sitedIn ?zone } GROUP BY ?zone ORDER BY ?zone LIMIT 10"
        ),
    }


def seconds(call: Callable[[], Any], least: float = 0.5, most: int = 200) -> tuple[float, Any]:
    """CPU seconds of a call, the best of as many as fit into `least` seconds."""
    best, result, spent, turns = float("inf"), None, 0.0, 0
    while turns == 0 or (spent < least and turns < most):
        gc.collect()
        start = time.process_time()
        result = call()
        took = time.process_time() - start
        best, spent, turns = min(best, took), spent + took, turns + 1
    return best, result


def measured(engine: str, file: str) -> dict[str, Any]:
    """What one side takes: to open, in memory, for each query."""
    before = _resident()
    opening, opened = seconds(lambda: load(engine, [file]), least=0)
    memory = _resident() - before
    asked = queries()
    took, told = {}, {}
    for name, text in asked.items():
        width = 6 if "tie" in name else 0
        took[name], found = seconds(lambda text=text, width=width: _asked(opened, text, width))  # type: ignore[misc]
        told[name] = hash_of(found)
    return {"triples": opened.size(), "open": opening, "memory": memory, "took": took, "told": told}


def _asked(engine: Any, text: str, width: int) -> list[tuple[Any, ...]]:
    """The rows of a query; of ties, which are many, the columns as the library reads them."""
    return list(map(tuple, engine.columns(text, width))) if width else list(engine.answer(text).rows)


def hash_of(found: list[tuple[Any, ...]]) -> str:
    """The same for the same rows in any order."""
    from hashlib import sha256

    if found and isinstance(found[0], list):
        found = list(zip(*found, strict=True))
    lines = sorted("\t".join(getattr(cell, "value", cell) for cell in row) for row in found)
    return f"{len(lines)} {sha256(chr(10).join(lines).encode('utf-8')).hexdigest()}"


def _resident() -> float:
    """Resident memory in MB."""
    gc.collect()
    if sys.platform == "linux":
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def verbs(file: str) -> dict[str, float]:
    """Seconds of each verb on a graph that is open, the first time that it is asked."""
    city = cg.open(file)
    calls: dict[str, Callable[[], Any]] = {
        "neighbors": lambda: cg.neighbors(city, FIRM),
        "neighbors, 2 hops": lambda: cg.neighbors(city, FIRM, hops=2),
        "claims": lambda: cg.claims(city, FIRM),
        "claims, of a city": lambda: cg.claims(city, CITY),
        "show": lambda: cg.show(city, FIRM),
        "find": lambda: cg.find(city, FIRM),
        "cite": lambda: cg.cite(city, FIRM),
        "paths": lambda: cg.paths(city, FIRM, "甲城3鋼鐵7"),
        "common": lambda: cg.common(city, FIRM, "甲城1鋼鐵2"),
        "query": lambda: cg.query(city, "SELECT ?firm WHERE { ?firm cg:sitedIn ?zone } LIMIT 100"),
        "diagram": lambda: cg.diagram(city, FIRM),
        "export": lambda: cg.export(city, FIRM),
        "about": lambda: cg.about(city),
        "a name in the other script": lambda: cg.resolve(city, "甲城1钢铁1"),
        "a name that is none": lambda: _refused(city, "乙城9鋼鐵9"),
        "central": lambda: cg.central(city),
        "targets, which reads all claims": lambda: cg.targets(city),
    }
    took = {}
    for name, call in calls.items():
        start = time.process_time()
        call()
        took[name] = time.process_time() - start
    return took


def _refused(city: cg.CityGraph, name: str) -> None:
    try:
        cg.resolve(city, name)
    except cg.NameNotFound:
        return
    raise AssertionError(name)


def in_process(*arguments: str) -> Any:
    """What this file prints as JSON with these arguments, in a process of its own."""
    done = subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def at(size: int, folder: Path) -> None:
    """Print the rows of one size."""
    file = str(written(folder, size))
    ours, theirs = (in_process("--measure", engine, file) for engine in ("oxigraph", "rdflib"))
    if ours["told"] != theirs["told"] or ours["triples"] != theirs["triples"]:
        differ = [name for name in ours["told"] if ours["told"][name] != theirs["told"][name]]
        raise SystemExit(f"the answers differ: {differ}")
    print(f"\n**{ours['triples']:,} triples**\n\n| | citygraph | rdflib | ratio |\n|---|---|---|---|")
    print(f"| open, s | {ours['open']:.2f} | {theirs['open']:.2f} | {theirs['open'] / ours['open']:.1f} × |")
    print(f"| memory, MB | {ours['memory']:.0f} | {theirs['memory']:.0f} | {ours['memory'] / theirs['memory']:.2f} |")
    for name, one in ours["took"].items():
        other = theirs["took"][name]
        print(f"| {name}, ms | {one * 1e3:.2f} | {other * 1e3:.1f} | {other / one:.0f} × |")
    print("\n| verb, open graph, asked for the first time | ms |\n|---|---|")
    for name, took in in_process("--verbs", file).items():
        print(f"| {name} | {took * 1e3:.0f} |")
    sys.stdout.flush()


def main() -> None:
    """Print the tables of the README."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        for size in (100_000, 1_000_000):
            if size <= largest:
                at(size, Path(name))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measured(*sys.argv[2:4])))
    elif sys.argv[1:2] == ["--verbs"]:
        print(json.dumps(verbs(sys.argv[2])))
    else:
        main()
