"""How many changed claims the proof rejects, and how many claims after one change of the text it refuses or accepts.

There are 1 000 mutants of the claims, and up to 150 of the text for each kind of change, of the fixture city and, given
its text, of the real one.

`python benchmarks/mutation.py [ARTICLE]`; the text may also be named by CITYGRAPH_ARTICLE.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from support.mutants import mutator  # noqa: E402
from support.text_mutants import TextMutator  # noqa: E402

COUNT, SEED = 1000, 2025
OF_EACH_KIND = 150
FIXTURE = HERE.parent / "tests" / "fixtures" / "city"


def main() -> None:
    """Print two tables a city: changes of the claims, and of the text, by kind; then each that was judged wrongly."""
    cities = [("the fixture city", FIXTURE / "city.ttl", FIXTURE / "article.txt")]
    article = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CITYGRAPH_ARTICLE")
    if article:
        cities.append(("太原", HERE.parent / "data" / "triples.ttl", Path(article)))
    for name, graph, text in cities:
        judge = mutator(graph, text)
        print(f"\n{name}: {len(judge.claims)} claims, {len(judge.false_alarms())} false alarms\n")
        print(judge.judge(COUNT, SEED).table())
        print(f"\n{name}, its text changed\n")
        print(TextMutator(judge).judge(OF_EACH_KIND, SEED).table())


if __name__ == "__main__":
    main()
