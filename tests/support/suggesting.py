"""Folders of sheets with one text, from which things and claims are suggested."""

from __future__ import annotations

import csv
import shutil
from functools import cache
from pathlib import Path
from unittest.mock import patch

import cityGraph as cg
from cityGraph.authoring import suggest as module
from cityGraph.authoring.sheet_terms import SheetTerms

Row = dict[str, str]
CITY = {"zh": "云河,city,云河市", "en": "Greenford,city,"}

_terms = cache(SheetTerms)


def suggest(at: Path) -> cg.Suggested:
    """What is suggested from a folder, as its texts prove it; `cg.suggest` also asks `build` about all rows."""
    with patch.object(module, "SheetTerms", _terms), patch.object(module, "accepted", lambda *rows: rows[-1]):
        return cg.suggest(at)


def folder(at: Path, text: str, *, things: str = "", claims: str = "", date: str = "2024-03-01") -> Path:
    """Write a folder with a text; `things` and `claims` are rows without their heading."""
    (at / "texts").mkdir(parents=True, exist_ok=True)
    (at / "texts" / "news.txt").write_text(f"News\n\n{text}\n", "utf-8")
    (at / "sources.csv").write_text(f"key,title,date,file\nnews,News,{date},news.txt\n", "utf-8")
    (at / "things.csv").write_text(f"name,kind,aliases\n{things}\n", "utf-8")
    (at / "claims.csv").write_text(f"subject,relation,object,source\n{claims}\n", "utf-8")
    return at


def said(at: Path, text: str, *, things: str = "", date: str = "2024-03-01") -> list[tuple[str, str, str]]:
    """What is suggested from a text: subject, relation and object; a number with its comparator and unit."""
    answer = suggest(folder(at, text, things=things, date=date))
    return [(c.subject, c.relation, f"{c.comparator}{c.object}{c.unit}") for c in answer.claims]


def named(at: Path, text: str, *, things: str = "") -> dict[str, str]:
    """The things that are found in a text: kinds by names, each alias as a name of its own."""
    answer = suggest(folder(at, text, things=things))
    return {name: each.kind for each in answer.things for name in (each.name, *each.aliases)}


def moved(at: Path, to: Path) -> cg.Checked:
    """What `build` says of a copy of a folder into whose tables all suggestions were moved."""
    shutil.copytree(at, to)
    for file, table in (("suggested-things.csv", "things.csv"), ("suggested.csv", "claims.csv")):
        rows, new = (rows_of(to / name) for name in (table, file))
        columns = dict.fromkeys(column for row in [*rows, *new] for column in row)
        with (to / table).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(columns or ("name", "kind")), restval="")
            writer.writeheader()
            writer.writerows([*rows, *new])
    return cg.build(to, check=True)


def rows_of(file: Path) -> list[Row]:
    """The rows of a table."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
