"""Writes the sheets of a city as a workbook to fill in: headings that explain themselves, and lists to choose from."""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..render.columns import width
from ..render.words import WORDS
from ..store.city import LANGUAGES
from .columns import columns_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .choices import Choices

LAST = 20_000  # the last row in which lists are offered
_LISTS = "lists"  # the sheet of the lists, which is no table
_TEXT = 49  # the number of Excel's format for text: what is typed stays as it is, also 2025-06 and 1-2
_WIDEST, _NARROWEST = 44, 12
_LIST = 24  # the widest that a list makes a column
_WIDE = {"name": 22, "subject": 22, "object": 22, "url": 30}
_PROSE = {"quote": 40, "note": 30, "because": 30, "title": 44}
_NOTE_WIDTH = 240  # pixels of a comment
_NOTE_LINE, _NOTE_COLUMNS = 18, 34  # pixels of a line in it, and how wide a line is
# The list that each column offers. A name with an exclamation mark is a column of another sheet.
_OFFERED = {
    ("things", "kind"): "kinds",
    ("claims", "subject"): "things!",
    ("claims", "relation"): "relations",
    ("claims", "object"): "things!",
    ("claims", "status"): "statuses",
    ("claims", "source"): "sources!",
    ("claims", "comparator"): "comparators",
    ("sources", "language"): "languages",
    ("sources", "grade"): "grades",
    ("words", "means"): "meanings",
    ("words", "language"): "languages_of_words",
}


def fresh_book(
    tables: Mapping[str, Sequence[Sequence[str]]],
    comments: Mapping[str, Mapping[str, str]],
    offered: Choices,
) -> bytes:
    """Write a workbook of sheets.

    Args:
        tables: The rows of each table, the heading first. A table of keys, such as ``city``, has no heading that is a
            column.
        comments: By table and column, or key, what it takes.
        offered: What may be chosen.

    Returns:
        The workbook: a sheet for each table, and a last one with the lists. The same tables give the same bytes.

    Examples:
        >>> from cityGraph.authoring.choices import choices
        >>> fresh_book({"words": [["word", "means"]]}, {"words": {"word": "A word."}}, choices("en"))[:2]
        b'PK'
    """
    from datetime import datetime

    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": datetime(2000, 1, 1)})
    forms = {
        "text": book.add_format({"num_format": _TEXT, "valign": "top"}),
        "prose": book.add_format({"num_format": _TEXT, "valign": "top", "text_wrap": True}),
        "needed": book.add_format({"bold": True, "bg_color": "#9cc8f5", "bottom": 1}),
        "head": book.add_format({"bold": True, "bg_color": "#e3effb", "bottom": 1}),
    }
    lists = _lists(offered)
    for table, rows in tables.items():
        _sheet(book, table, rows, comments.get(table, {}), forms, lists)
    _write_lists(book, lists, forms)
    book.close()
    return file.getvalue()


def _sheet(
    book: Any,
    table: str,
    rows: Sequence[Sequence[str]],
    comments: Mapping[str, str],
    forms: Mapping[str, Any],
    lists: Mapping[str, Sequence[str]],
) -> None:
    sheet = book.add_worksheet(table)
    heading = rows[0]
    is_table = table in {of for of, _ in _OFFERED}
    needed = columns_of(table).needed if is_table else ()
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(heading):
        name = _OFFERED.get((table, column), "")
        cells = max(width(row[at]) for row in rows if at < len(row)) + 3
        choices = min(_LIST, max(map(width, lists.get(name, ())), default=0) + 3)
        wide = _PROSE.get(column, min(_WIDEST, max(_WIDE.get(column, _NARROWEST), cells, choices)))
        sheet.set_column(at, at, wide, forms["prose" if column in _PROSE else "text"])
        sheet.write_string(0, at, column, forms["needed" if column in needed else "head"])
        if is_table and column in comments:
            _comment(sheet, 0, at, comments[column])
        if name:
            _offer(sheet, at, name)
    for line, row in enumerate(rows[1:], 1):
        for at, cell in enumerate(row):
            # An empty cell is left out: a sheet counts those that hold something.
            if cell:
                sheet.write_string(line, at, cell, forms["prose" if heading[at] in _PROSE else "text"])
        if not is_table and row[0] in comments:
            _comment(sheet, line, 0, comments[row[0]])
    # Numbers are text here on purpose: Excel must not mark them as errors.
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{LAST}"})


def _comment(sheet: Any, line: int, at: int, words: str) -> None:
    lines = math.ceil(width(words) / _NOTE_COLUMNS) + 1
    sheet.write_comment(line, at, words, {"width": _NOTE_WIDTH, "height": lines * _NOTE_LINE, "font_size": 10})


def _offer(sheet: Any, at: int, name: str) -> None:
    """Offer a list in a column. Another word may still be typed: an alias, an id, another language."""
    if name.endswith("!"):
        of = f"{name}$A"
        source = f"=OFFSET({of}$2,0,0,MAX(1,COUNTA({of}$2:$A${LAST})),1)"
    else:
        source = f"={name}"
    sheet.data_validation(
        1, at, LAST - 1, at, {"validate": "list", "source": source, "show_error": False, "ignore_blank": True}
    )


def _lists(offered: Choices) -> dict[str, Sequence[str]]:
    return {
        "kinds": offered.kinds,
        "relations": (*offered.relations, *offered.others),
        "statuses": offered.statuses,
        "comparators": offered.comparators,
        "meanings": (*offered.relations, *offered.statuses, *offered.moods),
        "languages": LANGUAGES,
        "languages_of_words": ("zh", "en"),
        "grades": tuple(WORDS["en"]["legend"]["grades"]),
    }


def _write_lists(book: Any, lists: Mapping[str, Sequence[str]], forms: Mapping[str, Any]) -> None:
    """Write the lists on a sheet of their own, each with a name: a list in a cell holds 255 characters at most."""
    sheet = book.add_worksheet(_LISTS)
    sheet.freeze_panes(1, 0)
    for at, (name, words) in enumerate(lists.items()):
        sheet.set_column(at, at, max(map(width, (name, *words))) + 3)
        sheet.write_string(0, at, name, forms["head"])
        for line, word in enumerate(words, 1):
            sheet.write_string(line, at, word)
        column = chr(ord("A") + at)
        book.define_name(name, f"={_LISTS}!${column}$2:${column}${len(words) + 1}")
