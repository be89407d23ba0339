"""Writes an open graph as sheets: a folder of tables, or one workbook, from which `build` makes the same graph."""

from __future__ import annotations

import csv
import os
from io import StringIO
from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError, short
from ..escape_formats import cell_text
from ..exports.spreadsheet import workbook
from ..model.sheets import Accepted
from ..namespaces import CG, PREFIXES
from ..render.table import Table
from ..store.whole_file import write_file
from .city_file import toml_of
from .city_keys import cell_of
from .csv_table import problem, sheet_of
from .folder import CITY
from .layout import with_plain_triples
from .ontology import ontology
from .read_tables import Tables
from .said_tables import SaidTables
from .sheet_names import CITY_SHEET
from .sheets_of_graph import sheets_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.query import Term
    from ..model.sheets import Refused
    from ..store.city import CityGraph
    from .draft import Triple
    from .sheets_of_graph import GraphSheets

_BOOK = ".xlsx"
_PROOF = CG + "proof"


def export_sheets(city: CityGraph, output: str | os.PathLike[str]) -> list[str]:
    """Write a graph as sheets.

    Args:
        city: An open graph; no endpoint.
        output: A folder, which is made if there is none, or a workbook (``.xlsx``).

    Returns:
        What is to be said of it: the tables that were there and were replaced, and how many triples no table can hold.

    Raises:
        CityGraphError: The graph is an endpoint or has no claims, or a table of the folder is no sheet of a city.
        OSError: A file cannot be written.

    Examples:
        >>> import cityGraph as cg
        >>> from tempfile import mkdtemp
        >>> folder = mkdtemp()
        >>> export_sheets(cg.open(), folder)
        []
        >>> sorted(os.listdir(folder))
        ['city.toml', 'claims.csv', 'sources.csv', 'things.csv']
    """
    city.read_here()
    path = os.fspath(output)
    triples = _triples(city)
    sheets = sheets_of(triples, {name: space for name, space in city.prefixes.items() if name not in PREFIXES})
    if len(sheets.tables["claims"]) < 2:
        raise CityGraphError("This graph has no claims, and only claims can be written as sheets.")
    notes = _lost(sheets, triples, city)
    if path.lower().endswith(_BOOK):
        write_file(path, workbook(_book(sheets)))
        return notes
    replaced = _replaced(path, sheets)
    os.makedirs(path, exist_ok=True)
    for name, rows in sheets.tables.items():
        write_file(os.path.join(path, f"{name}.csv"), [_csv(rows)])
    write_file(os.path.join(path, CITY), [toml_of(sheets.city).encode()])
    return [*([f"Replaced {', '.join(replaced)}."] if replaced else []), *notes]


def _triples(city: CityGraph) -> list[Triple]:
    """Return the triples of a graph without those of the ontology."""
    known = set(ontology().triples)
    found = [(_term(s), _term(p), _term(o)) for s, p, o in city.select("all-triples")]
    return [triple for triple in found if triple not in known]


def _term(term: Term) -> Any:
    from pyoxigraph import BlankNode, Literal, NamedNode

    if term.type == "uri":
        return NamedNode(term.value)
    if term.type == "bnode":
        return BlankNode(term.value)
    if term.language:
        return Literal(term.value, language=term.language)
    return Literal(term.value, datatype=NamedNode(term.datatype)) if term.datatype else Literal(term.value)


def _lost(sheets: GraphSheets, triples: Sequence[Triple], city: CityGraph) -> list[str]:
    """Build the sheets again, and say what is not in them."""
    refused: list[Refused] = []
    tables = {
        name: sheet_of(list(enumerate(rows, 1)), name, f"{name}.csv", refused) for name, rows in sheets.tables.items()
    }
    said = SaidTables(Tables(tables, os.devnull, sheets.city, (), ()), "city")
    graph = said.graph()
    for claim in said.claims:
        graph.claims.add(claim, Accepted("", claim.row.number, "", "citation"))
    made = set(with_plain_triples(city, graph.triples()))
    lost = [triple for triple in triples if triple not in made and triple[1].value != _PROOF]
    if not lost:
        return []
    first = " ".join(short(term.value) for term in lost[0])
    triples_are = "1 triple is" if len(lost) == 1 else f"{len(lost):,} triples are"
    return [f"{triples_are} not in the sheets, which have no place for it: {first}"]


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write a table as CSV in UTF-8 with a byte order mark, so that Excel opens it right."""
    text = StringIO()
    columns = rows[0]
    harmless = ([_harmless(cell, column) for cell, column in zip(row, columns, strict=True)] for row in rows)
    csv.writer(text, lineterminator="\n").writerows(harmless)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str, column: str) -> str:
    """Return a cell that no program computes. What looks like a formula could not be read again anyway."""
    return f"'{cell}" if cell and problem(cell, column) else cell


def _book(sheets: GraphSheets) -> Iterator[Table]:
    for name, (heads, *rows) in sheets.tables.items():
        keys = tuple(f"{name}.{head}" for head in heads)  # so that no cell becomes a date or a link
        yield Table(name, keys, tuple(heads), [tuple(cell or None for cell in row) for row in rows])
    said = [(key, cell_text(cell_of(value))) for key, value in sheets.city.items()]
    yield Table(CITY_SHEET, ("key", "value"), ("key", "value"), said)


def _replaced(folder: str, sheets: GraphSheets) -> list[str]:
    """List the tables that are there and will be replaced; refuse to replace what is no sheet of a city."""
    from .columns import columns_of

    found = []
    for table in sheets.tables:
        name = f"{table}.csv"
        file = os.path.join(folder, name)
        if not os.path.exists(file):
            continue
        with open(file, encoding="utf-8-sig", errors="replace") as stream:
            heading = next(csv.reader([stream.readline()]), [])
        if not set(columns_of(table).needed) <= {columns_of(table).named(word) for word in heading}:
            raise CityGraphError(f"{file} is there and is no table of {table}. Name another folder with -o.")
        found.append(name)
    return found
