"""Keeps the suggestions that `build` accepts once all of them are moved into the tables of their folder."""

from __future__ import annotations

import csv
import os
import shutil
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from .build import build
from .csv_table import read_sheet
from .sheet_sources import TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model.suggest import SuggestedClaim, SuggestedThing

_ROUNDS = 5  # a row may be refused only because of another that is refused, too


def accepted(
    folder: str, files: Mapping[str, str], things: Sequence[SuggestedThing], claims: list[SuggestedClaim]
) -> list[SuggestedClaim]:
    """Return the claims that are accepted beside those that the folder has, in a copy of it.

    Args:
        folder: The path of the folder.
        files: The file of each table, by the name of the table.
        things: Things that are suggested.
        claims: Claims that are suggested, each proved by its text.

    Returns:
        The claims that break no rule of the model, such as one figure of a measure.
    """
    with TemporaryDirectory() as copy:
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                shutil.copy(path, copy)
        if os.path.isdir(os.path.join(folder, TEXTS)):
            shutil.copytree(os.path.join(folder, TEXTS), os.path.join(copy, TEXTS))
        _append(copy, files["things"], "things", [each.cells for each in things])
        table = os.path.join(copy, files["claims"])
        before = os.path.join(copy, "claims of the person")
        shutil.move(table, before)
        for _ in range(_ROUNDS):
            shutil.copy(before, table)
            first = _append(copy, files["claims"], "claims", [each.cells for each in claims])
            try:
                answer = build(copy, check=True)
            except CityGraphError:
                return claims
            wrong = {each.row - first for each in answer.refused if each.table == files["claims"]}
            kept = [each for at, each in enumerate(claims) if at not in wrong]
            if len(kept) == len(claims):
                break
            claims = kept
    return claims


def _append(folder: str, name: str, table: str, lines: list[dict[str, str]]) -> int:
    """Add rows to a table, and return the number of the first, as a spreadsheet counts it."""
    file = os.path.join(folder, name)
    sheet = read_sheet(file, table, name)
    columns = list(dict.fromkeys([*sheet.columns, *(column for line in lines for column in line)]))
    with open(file, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows([*(row.cells for row in sheet.rows), *lines])
    return len(sheet.rows) + 2
