"""Make the tables of `docs/sheets.md`: the columns from the package, what each says from `sheet_columns.tsv`."""

from __future__ import annotations

import csv
from pathlib import Path

from cityGraph.authoring.columns import columns_of

AUTHORING = Path(__file__).parents[1] / "src" / "cityGraph" / "authoring"
TABLES = ("things", "claims", "sources", "words", "same", "city")
HOLDS = {
    "": "text",
    "words": "words of a language",
    "word": "a word",
    "date": "a year, month, day or span",
    "boolean": "yes or no",
    "integer": "a whole number",
    "decimal": "a number",
    "url": "an address",
    "term": "a term or a thing, by name",
    "source": "a key of sources",
    "property": "a column or property",
    "old": "ids",
    "pinyin": "pinyin",
    # Of city.toml.
    "text": "text",
    "list": "a list",
    "items": "a list",
    "table": "a table",
}


def said() -> dict[tuple[str, str], tuple[str, str]]:
    """Return what each column says, and an example, by table and column."""
    text = (Path(__file__).parent / "sheet_columns.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {(row["table"], row["column"]): (row["says"], row["example"]) for row in rows}


def known(table: str) -> list[tuple[str, str, bool]]:
    """Return the columns that the package knows of a table: name, what it takes, whether it is needed."""
    if table == "city":
        lines = (AUTHORING / "city_keys.tsv").read_text("utf-8").splitlines()[1:]
        cells = [line.split("\t") for line in lines]
        return [(key, HOLDS[holds], bool(needed)) for key, holds, needed, *_ in cells]
    found = []
    for column in columns_of(table).all.values():
        several = "; several with `|`" if column.several else ""
        found.append((column.name, HOLDS[column.type] + several, column.needed))
    return found


def columns(table: str) -> str:
    """Return the table of the columns of a sheet, or of the keys of city.toml."""
    told = said()
    lines = [f"| {'key' if table == 'city' else 'column'} | what it says | takes | example |", "|---|---|---|---|"]
    for name, takes, needed in known(table):
        says, example = told[table, name]
        shown = f"`{example}`".replace("|", "\\|") if example else ""
        takes = takes.replace("|", "\\|")
        lines.append(f"| {f'**{name}**' if needed else name} | {says} | {takes} | {shown} |")
    return "\n".join(lines) + "\n"
