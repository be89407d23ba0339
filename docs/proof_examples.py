"""The examples of docs/proof.md: each is proved when the page is made, and its verdict says in which table it is."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import cityGraph as cg

FILE = Path(__file__).parent / "proof_examples.tsv"
DATE = "2024-07-09"  # of the source of each example
_CLAIM = ("subject", "relation", "object", "status", "measure", "unit", "comparator", "period")

Row = dict[str, str]


class Judged(NamedTuple):
    """An example with what the proof says of it.

    Attributes:
        row: The row of the file.
        accepted: Whether the claim is proved.
        assisted: Whether it is proved with words that a person gave.
        reason: Why it is refused; empty if it is accepted.
    """

    row: Row
    accepted: bool
    assisted: bool
    reason: str


@cache
def judged() -> tuple[Judged, ...]:
    """Return all examples, each with its verdict."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(_judge(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _judge(row: Row) -> Judged:
    helped = dict([row["help"].split("=")]) if row["help"] else {}
    things = [dict(zip(("name", "kind"), each.split(":"), strict=True)) for each in row["things"].split("|")]
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "texts").mkdir()
        (folder / "texts" / "text.txt").write_text(f"News\n\n{row['text']}\n", "utf-8")
        _write(folder / "sources.csv", [{"key": "news", "title": "News", "date": DATE, "file": "text.txt"}])
        _write(folder / "things.csv", things)
        claim = {column: row[column] for column in _CLAIM} | {"source": "news", **helped}
        _write(folder / "claims.csv", [claim])
        answer = cg.build(folder, check=True)
    if answer.refused:
        (refused,) = answer.refused
        return Judged(row, False, False, str(refused).partition(" ")[2])
    return Judged(row, True, answer.proved[0].assisted, "")


def _write(file: Path, rows: list[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        out = csv.DictWriter(lines, list(rows[0]))
        out.writeheader()
        out.writerows(rows)


def _claim(row: Row) -> str:
    value = " ".join(filter(None, (row["comparator"], row["object"], row["unit"])))
    said = [row["subject"], row["relation"], value, row["measure"], row["period"], row["status"]]
    return " · ".join(filter(None, said))


def _table(truth: str, accepted: bool, helped: bool, verdict: str) -> str:
    chosen = [
        each
        for each in judged()
        if (each.row["truth"], each.accepted, bool(each.row["help"])) == (truth, accepted, helped)
    ]
    more = [head for head, shown in (("the person says", helped), (verdict, not accepted)) if shown]
    head = ["", "text", "claim", *more]
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for each in chosen:
        cells = [each.row["rule"], each.row["text"], _claim(each.row)]
        cells += [each.row["help"].replace("=", ": ")] if helped else []
        cells += [each.reason] if not accepted else []
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def accepted() -> str:
    """Return the table of true claims that are accepted without help."""
    return _table("true", True, False, "")


def refused() -> str:
    """Return the table of false claims that are refused."""
    return _table("false", False, False, "why it is refused")


def slips() -> str:
    """Return the table of false claims that are accepted."""
    return _table("false", True, False, "")


def misses() -> str:
    """Return the table of true claims that are refused."""
    return _table("true", False, False, "why it is refused")


def aided() -> str:
    """Return the table of true claims that are accepted with help."""
    return _table("true", True, True, "")


def aided_in_vain() -> str:
    """Return the table of false claims that are refused in spite of the help."""
    return _table("false", False, True, "why it is refused")
