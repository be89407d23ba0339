"""The figures of the proof for the pages: measured now where the texts ship, else as `make bench` recorded them."""

from __future__ import annotations

import json
import sys
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import cityGraph as cg

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from support.texts import TEXTS, Score, score  # noqa: E402

_KINDS = ("true", "false", "swap")
_NEUTRAL = ("an adverb", "a day", "a comma", "a blank line", "a line more")
_CITIES = {
    "fixture": "the test city, whose article ships with the tests",
    "太原": "太原, checked against the article",
    "rivermouth": "an English city",
    "hekou": "a city in Taiwan",
}


@cache
def recorded() -> dict[str, Any]:
    """Return what `make bench` recorded last."""
    found: dict[str, Any] = json.loads((ROOT / "benchmarks" / "results" / "proof.json").read_text("utf-8"))
    return found


@cache
def _own(aided: bool) -> dict[str, list[int]]:
    return sum((score(folder, aided) for folder in sorted(TEXTS.iterdir()) if folder.is_dir()), Score()).as_json()


@cache
def _degrees() -> dict[str, int]:
    return dict(cg.validate(cg.open()).degrees or {})


def _share(part: int, whole: int) -> str:
    return f"{100 * part / (whole or 1):.1f} %"


def _of(counts: list[int]) -> str:
    return f"{counts[0]} of {counts[1]} ({_share(*counts)})"


def texts() -> str:
    """Return the table of the scores on texts of other cities and on those of our own."""
    lines = ["| texts | true claims accepted | false claims refused | swaps refused |", "|---|---|---|---|"]
    for key, help_ in (("unaided", "without help"), ("aided", "with help")):
        if found := recorded()["texts"].get(key):
            lines.append(f"| six texts of other cities, {help_} | {' | '.join(_of(found[kind]) for kind in _KINDS)} |")
    for aided, help_ in ((False, "without help"), (True, "with help")):
        shares = " | ".join(_of(_own(aided)[kind]) for kind in _KINDS)
        lines.append(f"| two texts of our own, {help_} | {shares} |")
    return "\n".join(lines) + "\n"


def degrees() -> str:
    """Return the table of the degrees of proof of the packaged city."""
    means = {
        "text": "the text of the source says it; the places of its words are recorded",
        "quotes": "its quotes say it by themselves",
        "citation": "a source is named, and its quotes are too short to say all of it",
        "none": "it is inferred: no source says it",
    }
    lines = ["| degree | what it means | claims of the packaged city |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| `{key}` | {said} | {_degrees().get(key, 0)} |" for key, said in means.items()), ""])


def changed_claims() -> str:
    """Return the table of false claims that are rejected."""
    lines = ["| city | claims | false alarms | false claims rejected for the right reason |", "|---|---|---|---|"]
    for name, found in recorded()["changes"].items():
        survived, made = found["changed claims"]
        lines.append(
            f"| {_CITIES[name]} | {found['claims']} | {found['false alarms']} | {made - survived:,} of {made:,} |"
        )
    return "\n".join(lines) + "\n"


def small_cities() -> str:
    """Return the table of changes in two small cities whose claims have no positions: what is judged wrongly."""
    cities = recorded()["small"]
    lines = [
        f"| changed | the proof must | {' | '.join(f'wrong in {_CITIES[name]}' for name in cities)} |",
        "|---|---|" + "---|" * len(cities),
        "| one part of a claim | refuse | "
        + " | ".join(_of(each["changed claims"]) for each in cities.values())
        + " |",
    ]
    for kind in dict.fromkeys(kind for each in cities.values() for kind in each["changed texts"]):
        wrong = (each["changed texts"].get(kind) for each in cities.values())
        counts = " | ".join("{} of {}".format(*pair) if pair else "–" for pair in wrong)
        lines.append(f"| the text: {kind} | {'accept' if kind in _NEUTRAL else 'refuse'} | {counts} |")
    return "\n".join(lines) + "\n"


def changed_texts() -> str:
    """Return the table of changes of a text: what is judged wrongly, by kind and city."""
    cities = recorded()["changes"]
    lines = [
        "| one change of the text | the proof must | " + " | ".join(f"wrong in {name}" for name in cities) + " |",
        "|---|---|" + "---|" * len(cities),
    ]
    for kind in next(iter(cities.values()))["changed texts"]:
        counts = " | ".join("{} of {}".format(*found["changed texts"][kind]) for found in cities.values())
        verdict = "accept" if kind in _NEUTRAL else "refuse"
        lines.append(f"| {kind} | {verdict} | {counts} |")
    return "\n".join(lines) + "\n"


def rare_words() -> str:
    """Return the table of changes with rare words: how many slip through, by kind and city."""
    cities = recorded()["changes"]
    lines = [
        "| a rare word | words | in no table | " + " | ".join(f"slips through in {name}" for name in cities) + " |",
        "|---|---|---|" + "---|" * len(cities),
    ]
    for kind, (_, _, new, words) in next(iter(cities.values()))["rare words"].items():
        counts = " | ".join(_of(found["rare words"][kind][:2]) for found in cities.values())
        lines.append(f"| {kind} | {words} | {new} | {counts} |")
    return "\n".join(lines) + "\n"


def sentence(language: str) -> str:
    """Return the figures as a paragraph of the README."""
    others = {key: [_share(*found[kind]) for kind in _KINDS] for key, found in recorded()["texts"].items()}
    own, helped = ([_share(*_own(aided)[kind]) for kind in _KINDS] for aided in (False, True))
    if language == "en":
        said = (
            "Without help, the proof accepts {} of the true claims about six texts of other cities, and refuses {} of "
        )
        said = (
            said.format(*others["unaided"]) + f"the false ones and {others['unaided'][2]} of those with a name swapped"
        )
        said += f"; with help it accepts {others['aided'][0]}" if "aided" in others else ""
        said += ". Its rules were tuned on these texts. On two texts that came later, it accepts "
        said += f"{own[0]} ({helped[0]} with help), and refuses {own[1]} and {own[2]}."
        return textwrap.fill(said, 120) + "\n"
    said = "沒有人幫助時，對六篇其他城市的文本，程序接受真主張的 {}，拒絕假主張的 {}、換了名稱的主張的 {}"
    said = said.format(*others["unaided"])
    said += f"；有人幫助時接受 {others['aided'][0]}" if "aided" in others else ""
    later = "對後來寫的兩篇文本，接受真主張的 {}（有人幫助時 {}），拒絕假主張的 {}、換了名稱的主張的 {}。"
    return f"{said}。規則按這些文本調整過。\n{later.format(own[0], helped[0], own[1], own[2])}\n"
