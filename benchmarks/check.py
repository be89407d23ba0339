"""How many planted statements about the fixture city `check` judges rightly, and how long a text takes.

`python benchmarks/check.py`
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter
from pathlib import Path

import cityGraph as cg
from cityGraph.model.check import VERDICTS

FIXTURE = Path(__file__).parent.parent / "tests" / "fixtures" / "city"
LENGTHS = (1, 50, 200, 400)  # sentences of the texts that are timed


def main() -> None:
    """Print a table of verdicts, expected against given, each wrong one, and the time by the length of a text."""
    with (FIXTURE.parent / "statements.tsv").open(encoding="utf-8", newline="") as file:
        rows = [(row["verdict"], row["sentence"]) for row in csv.DictReader(file, delimiter="\t")]
    city = cg.open(FIXTURE / "city.ttl")
    given = [cg.check(city, sentence)[0].verdict for _, sentence in rows]
    counts = Counter(zip((verdict for verdict, _ in rows), given, strict=True))
    print("expected".ljust(16) + "".join(verdict.rjust(16) for verdict in VERDICTS))
    for expected in VERDICTS:
        print(expected.ljust(16) + "".join(str(counts[expected, verdict]).rjust(16) for verdict in VERDICTS))
    false = sum(n for (expected, verdict), n in counts.items() if verdict == "supported" != expected)
    print(f"\nfalsely supported: {false}")
    for (expected, sentence), verdict in zip(rows, given, strict=True):
        if verdict != expected:
            print(f"{verdict} instead of {expected}: {sentence}")
    print("\nsentences   seconds, with reading the graph")
    for length in LENGTHS:
        text = "\n".join(rows[at % len(rows)][1] for at in range(length))
        start = time.perf_counter()
        cg.check(cg.open(FIXTURE / "city.ttl"), text)
        print(f"{length:9}   {time.perf_counter() - start:.2f}")
    sys.exit(1 if false else 0)


if __name__ == "__main__":
    main()
