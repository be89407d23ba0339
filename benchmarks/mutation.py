"""How many changed claims the proof rejects, and how many claims after one change of the text it refuses or accepts.

There are 1 000 mutants of the claims, and up to 150 of the text for each kind of change, of the fixture city and, given
its text, of the real one. Changes with rare words show what the tables of the proof do not have. Of the two small
cities, whose claims have no positions, all changes of the claims are made.

`python benchmarks/mutation.py [ARTICLE]`; the text may also be named by CITYGRAPH_ARTICLE.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rare_words import RARE, unknown

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from support.claim_mutants import ClaimMutator  # noqa: E402
from support.mutants import Mutator, mutator  # noqa: E402
from support.text_mutants import TextMutator  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT, SEED = 1000, 2025
OF_EACH_KIND = 150
SMALL = ("rivermouth", "hekou")
TIMES = 3  # changes of each kind at each claim of a small city
FIXTURE = HERE.parent / "tests" / "fixtures" / "city"


def cities(article: str | None) -> Iterator[tuple[str, Mutator]]:
    """The cities whose text is at hand, each with what changes its claims."""
    yield "fixture", mutator(FIXTURE / "city.ttl", FIXTURE / "article.txt")
    if article:
        yield "太原", mutator(HERE.parent / "data" / "triples.ttl", Path(article))


def changes(name: str, judge: Mutator) -> dict[str, Any]:
    """Print three tables of a city, each with what was judged wrongly, and return their numbers."""
    alarms = len(judge.false_alarms())
    claims, text = judge.judge(COUNT, SEED), TextMutator(judge).judge(OF_EACH_KIND, SEED)
    print(f"\n{name}: {len(judge.claims)} claims, {alarms} false alarms\n\n{claims.table()}")
    print(f"\n{name}, its text changed\n\n{text.table()}")
    print(f"\n{name}, its text changed with rare words\n")
    print("| rare words | of them in no table | changes | slip through |\n|---|---|---|---|")
    rare: dict[str, list[int]] = {}
    for kind in RARE:
        verdicts = TextMutator(judge, RARE).judge(OF_EACH_KIND, SEED, (kind,))
        slipped, made, new = len(verdicts.wrong), verdicts.made[kind], len(unknown(kind))
        rare[kind] = [slipped, made, new, len(RARE[kind])]
        print(f"| {kind}: {len(RARE[kind])} | {new} | {made} | {slipped} |", flush=True)
    wrong = {kind: sum(mutant.kind == kind for mutant, _ in text.wrong) for kind in text.made}
    return {
        "claims": len(judge.claims),
        "false alarms": alarms,
        "changed claims": [len(claims.survivors), sum(claims.made.values())],
        "changed texts": {kind: [wrong[kind], made] for kind, made in text.made.items()},
        "rare words": rare,
    }


def small_changes(name: str) -> dict[str, Any]:
    """Print two tables of a small city, whose claims have no positions, and return their numbers."""
    city = ClaimMutator(FIXTURE.parent / name / "city.ttl", FIXTURE.parent / name / "article.txt")
    claims, text = city.judge_claims(), city.judge_text(TIMES, SEED)
    print(f"\n{name}: {len(city.claims)} claims without positions\n\n{claims.table()}")
    print(f"\n{name}, its text changed\n\n{text.table()}", flush=True)
    wrong = {kind: sum(change.kind == kind for change, _ in text.wrong) for kind in text.made}
    return {
        "claims": len(city.claims),
        "changed claims": [len(claims.wrong), sum(claims.made.values())],
        "changed texts": {kind: [wrong[kind], made] for kind, made in text.made.items()},
    }


def main() -> None:
    """Print the tables of each city."""
    for name, judge in cities(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CITYGRAPH_ARTICLE")):
        changes(name, judge)
    for name in SMALL:
        small_changes(name)


if __name__ == "__main__":
    main()
