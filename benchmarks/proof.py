"""How much of what texts say the proof accepts, how much of what they do not say it refuses, and what slips through.

`python benchmarks/proof.py [--texts FOLDER --tool TOOL [--words FOLDER]]`; CITYGRAPH_ARTICLE names the article.

The texts of `tests/fixtures/texts` are always scored. A folder of other texts is scored by a tool: a program that takes
the command `citygraph` and the folder, and prints three shares. Where a person helps, its words are a folder, too. What
was measured is kept in `results/proof.json`, for the pages; what was not measured this time stays as it was.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import cityGraph as cg

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "tests"))

from mutation import SMALL, changes, cities, small_changes  # noqa: E402
from support.texts import TEXTS, Score, score  # noqa: E402

RESULTS = HERE / "results" / "proof.json"
COMMAND = Path(sys.executable).parent / "citygraph"
GOALS = {"true": 90, "false": 99, "swap": 97}  # per cent judged rightly, without help
QUOTED = 90  # per cent of the claims of other sources that their quotes prove
_SAYS = {"true": "true claims accepted", "false": "false claims refused", "swap": "swaps refused"}
_SHARES = re.compile(r"([\d.]+) % of (\d+) (true accepted|false refused|swaps refused)")


def own_texts(aided: bool) -> Score:
    """Score the texts that come with the tests."""
    return sum((score(folder, aided) for folder in sorted(TEXTS.iterdir()) if folder.is_dir()), Score())


def other_texts(tool: str, texts: str, words: str | None) -> dict[str, list[int]]:
    """Score a folder of texts with a tool; print its lines, and return the last one as numbers."""
    help_ = ["--words", words] if words else []
    done = subprocess.run([tool, str(COMMAND), texts, *help_], stdout=subprocess.PIPE, encoding="utf-8", check=False)
    print(done.stdout)
    found = {
        what.partition(" ")[0].removesuffix("s"): [round(float(share) * int(n) / 100), int(n)]
        for share, n, what in _SHARES.findall(done.stdout)
    }
    if found.keys() != GOALS.keys():
        raise SystemExit(f"{tool} printed no shares (exit {done.returncode})")
    return found


def told(name: str, shares: dict[str, list[int]], goals: bool) -> None:
    """Print three shares, each beside its goal where it has one."""
    for kind, (right, made) in shares.items():
        goal = f" (goal {GOALS[kind]})" if goals else ""
        print(f"{name}: {right} of {made} {_SAYS[kind]}: {100 * right / (made or 1):.1f} %{goal}")


def degrees() -> dict[str, int]:
    """How far the claims of the packaged city are proved, without any text at hand."""
    counts = cg.validate(cg.open()).degrees or {}
    quoted, cited = counts.get("quotes", 0), counts.get("citation", 0)
    share = 100 * quoted / (quoted + cited or 1)
    print(
        f"claims of other sources that their quotes prove: {quoted} of {quoted + cited}: {share:.1f} % (goal {QUOTED})"
    )
    return counts


def main() -> None:
    """Print all figures, and keep them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts")
    parser.add_argument("--tool")
    parser.add_argument("--words")
    given = parser.parse_args()
    kept: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    for aided in (False, True):
        found = own_texts(aided)
        print(*found.wrong, sep="\n")
        told(f"texts of our own, {'with' if aided else 'without'} help", found.as_json(), goals=not aided)
    if given.texts and given.tool:
        for key, words in (("unaided", None), ("aided", given.words)):
            if key == "unaided" or words:
                kept.setdefault("texts", {})[key] = other_texts(given.tool, given.texts, words)
    degrees()
    for name, judge in cities(os.environ.get("CITYGRAPH_ARTICLE")):
        kept.setdefault("changes", {})[name] = changes(name, judge)
    kept["small"] = {name: small_changes(name) for name in SMALL}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if (HERE / "check.py").exists():
        print("\nThe verb check on planted sentences:\n", flush=True)
        subprocess.run([sys.executable, str(HERE / "check.py")], check=False)


if __name__ == "__main__":
    main()
