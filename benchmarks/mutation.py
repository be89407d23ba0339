"""How many changed claims the proof rejects: 1 000 mutants of the fixture city and, given its text, of the real one.

`python benchmarks/mutation.py [ARTICLE]`; the text may also be named by CITYGRAPH_ARTICLE.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from support.mutants import mutator  # noqa: E402

COUNT, SEED = 1000, 2025
FIXTURE = HERE.parent / "tests" / "fixtures" / "city"


def main() -> None:
    """Print one table a city: mutants made and surviving by kind, then each survivor."""
    cities = [("the fixture city", FIXTURE / "city.ttl", FIXTURE / "article.txt")]
    article = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CITYGRAPH_ARTICLE")
    if article:
        cities.append(("太原", HERE.parent / "data" / "triples.ttl", Path(article)))
    for name, graph, text in cities:
        judge = mutator(graph, text)
        print(f"\n{name}: {len(judge.claims)} claims, {len(judge.false_alarms())} false alarms\n")
        print(judge.judge(COUNT, SEED).table())


if __name__ == "__main__":
    main()
