"""Scores the proof on texts with true and false claims: how many true ones it accepts, how many false ones it refuses.

A folder of texts has a folder for each: `text.txt`, `source.csv`, `things.csv`, `claims.csv` (true) and `false.csv`,
with the columns of `tests/fixtures/README.md`. Where a person helps, its rows say which words stand for what, or
`words.csv` says it for the whole text.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import cityGraph as cg

from .paths import ROOT

TEXTS = ROOT / "tests" / "fixtures" / "texts"
_COLUMNS = ("subject", "relation", "object", "status", "source", "quote", "measure", "unit", "comparator", "period")
_HELP = ("subject-words", "relation-words", "object-words", "measure-words")
_SWAPS = 40

Row = dict[str, str]


@dataclass
class Score:
    """How many rows of each kind a text has, how many are judged rightly, and those that are not."""

    made: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("true", "false", "swap"), 0))
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("true", "false", "swap"), 0))
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        made = {kind: self.made[kind] + other.made[kind] for kind in self.made}
        right = {kind: self.right[kind] + other.right[kind] for kind in self.right}
        return Score(made, right, self.wrong + other.wrong)

    def share(self, kind: str) -> float:
        """The share of the rows of a kind that are judged rightly."""
        return self.right[kind] / (self.made[kind] or 1)

    def as_json(self) -> dict[str, list[int]]:
        """For each kind: how many are judged rightly, of how many."""
        return {kind: [self.right[kind], self.made[kind]] for kind in self.made}


def score(folder: Path, aided: bool = False) -> Score:
    """The score on one text; `aided` with its `words.csv`, and with what its rows say of the words of the text."""
    true, false, things = (_rows(folder / f"{name}.csv") for name in ("claims", "false", "things"))
    (source,) = _rows(folder / "source.csv")
    mixed = [("true", row) for row in true] + [("false", row) for row in false]
    mixed += [("swap", row) for row in _swapped(true, things, Random(folder.name))]
    found = Score()
    with TemporaryDirectory() as temporary:
        sheets = Path(temporary)
        (sheets / "texts").mkdir()
        (sheets / "texts" / "text.txt").write_bytes((folder / "text.txt").read_bytes())
        _write(sheets / "sources.csv", [{**source, "file": "text.txt"}])
        _write(sheets / "things.csv", things)
        columns = (*_COLUMNS, *_HELP) if aided else _COLUMNS
        claims = [{column: row.get(column, "") for column in columns} | {"source": source["key"]} for _, row in mixed]
        _write(sheets / "claims.csv", claims)
        if aided and (folder / "words.csv").exists():
            (sheets / "words.csv").write_bytes((folder / "words.csv").read_bytes())
        answer = cg.build(sheets, check=True)
    why = {each.row: each.reason for each in answer.refused if each.table == "claims.csv"}
    for number, (kind, row) in enumerate(mixed, 2):
        found.made[kind] += 1
        if (number in why) != (kind == "true"):
            found.right[kind] += 1
        else:
            said = " · ".join(row[column] for column in _COLUMNS[:4])
            found.wrong.append(f"{folder.name}: {kind}: {said}: {why.get(number, 'accepted')}")
    return found


def _swapped(true: list[Row], things: list[Row], random: Random) -> list[Row]:
    """Some true rows with another thing of the same kind as subject or object."""
    kinds = {thing["name"]: thing["kind"] for thing in things}
    said = {(row["subject"], row["relation"], row["object"]) for row in true}
    swaps = [
        {**row, end: other}
        for row in true
        for end in ("subject", "object")
        for other, kind in kinds.items()
        if kind == kinds.get(row[end]) and other != row[end]
    ]
    swaps = [
        row
        for row in swaps
        if (row["subject"], row["relation"], row["object"]) not in said and row["subject"] != row["object"]
    ]
    return random.sample(swaps, min(_SWAPS, len(swaps)))


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [dict(row) for row in csv.DictReader(lines)]


def _write(file: Path, rows: list[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        out = csv.DictWriter(lines, list(rows[0]))
        out.writeheader()
        out.writerows(rows)
