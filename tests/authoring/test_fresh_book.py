"""The workbook of a new city: its lists, headings and cells, as another library reads them."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from cityGraph.authoring.choices import choices
from cityGraph.authoring.columns import columns_of
from cityGraph.authoring.fresh import CITY_KEYS, TABLES, fresh
from cityGraph.authoring.fresh_book import fresh_book
from cityGraph.authoring.fresh_tables import fresh_tables
from cityGraph.render.columns import width
from support.process import LANGUAGES

INLINE = 255  # characters of a list that stands in its cell, which is all that Excel takes


def bytes_of(language: str) -> bytes:
    return fresh_book(fresh_tables("乙市", None, language), fresh(language)["comments"], choices(language))


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def book(language: str) -> Workbook:
    # Reading a cell that is empty adds it, so each test has its own.
    return openpyxl.load_workbook(BytesIO(bytes_of(language)))


def offered(book: Workbook) -> dict[tuple[str, str], list[str]]:
    """What each column offers, read through the name of its list."""
    found = {}
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            (cells_of,) = rule.sqref.ranges
            column = str(sheet.cell(1, cells_of.min_col).value)
            assert (rule.type, len(rule.formula1) <= INLINE) == ("list", True)
            of = re.match(r"OFFSET\((\w+)!\$A\$2,", rule.formula1)
            place = f"{of[1]}!$A$2:$A$20000" if of else book.defined_names[rule.formula1].attr_text
            title, _, cells = place.partition("!")
            rows = book[title][cells.replace("$", "")]
            found[sheet.title, column] = [str(cell.value) for (cell,) in rows if cell.value is not None]
    return found


def test_the_tables_come_in_the_order_of_work_and_the_lists_last(book: Workbook) -> None:
    assert book.sheetnames == [*TABLES, "city", "lists"]


def test_each_column_with_a_list_offers_all_of_it(book: Workbook, language: str) -> None:
    known = choices(language)
    lists = offered(book)
    assert lists["things", "kind"] == list(known.kinds)
    assert lists["claims", "relation"] == [*known.relations, *known.others]
    assert lists["claims", "status"] == list(known.statuses)
    assert lists["claims", "comparator"] == list(known.comparators)
    assert lists["words", "means"] == [*known.relations, *known.statuses, *known.moods]
    assert lists["sources", "grade"] == ["A", "B", "M"]
    assert set(lists["sources", "language"]) == set(LANGUAGES)
    assert lists["words", "language"] == ["zh", "en"]
    assert len(lists) == 11


def test_subjects_objects_and_sources_are_offered_from_their_tables(book: Workbook, language: str) -> None:
    lists = offered(book)
    things = [row[0] for row in fresh_tables("乙市", None, language)["things"][1:]]
    assert lists["claims", "subject"] == lists["claims", "object"] == things
    assert lists["claims", "source"] == ["example"]


def test_a_list_reaches_below_the_rows_and_lets_other_words_through(book: Workbook) -> None:
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            (cells_of,) = rule.sqref.ranges
            assert (cells_of.min_row, cells_of.max_row) == (2, 20_000)
            assert not rule.showErrorMessage  # an alias, an id or another language is right, too


def test_each_heading_says_what_its_column_takes(book: Workbook, language: str) -> None:
    comments = fresh(language)["comments"]
    for table, columns in TABLES.items():
        heading = next(book[table].iter_rows(max_row=1))
        assert [cell.value for cell in heading] == list(columns)
        assert [cell.comment.text for cell in heading] == [comments[table][column] for column in columns]
        needed = [cell.value for cell in heading if cell.fill.fgColor.rgb == "FF9CC8F5"]
        assert needed == [column for column in columns if column in columns_of(table).needed]
        assert book[table].freeze_panes == "B2"
    keys = [row[0] for row in book["city"].iter_rows(min_row=2)]
    assert [(cell.value, cell.comment.text) for cell in keys] == [(key, comments["city"][key]) for key in CITY_KEYS]


def test_what_is_typed_stays_text(book: Workbook) -> None:
    # Else Excel makes a date of 2025-06, and of 1-2.
    for table in TABLES:
        sheet = book[table]
        for at in range(1, sheet.max_column + 1):
            dimension = sheet.column_dimensions
            letter = openpyxl.utils.get_column_letter(at)
            grouped = next(each for each in dimension.values() if each.min <= at <= each.max) if letter else None
            assert grouped is not None
            assert grouped.number_format == "@"
        assert {cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row if cell.value} <= {"@"}
        assert {type(cell.value) for row in sheet.iter_rows() for cell in row} <= {str, type(None)}


def test_a_column_is_as_wide_as_its_words(book: Workbook) -> None:
    for table in (*TABLES, "city", "lists"):
        sheet = book[table]
        wide = {at: each.width for each in sheet.column_dimensions.values() for at in range(each.min, each.max + 1)}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value and not cell.alignment.wrap_text:
                    assert width(cell.value) <= wide[cell.column], (table, cell.coordinate)


def test_the_same_tables_give_the_same_bytes() -> None:
    assert bytes_of("en") == bytes_of("en")
    created = openpyxl.load_workbook(BytesIO(bytes_of("en"))).properties.created
    assert created is not None
    assert created.year == 2000  # not the time of writing


def test_nothing_in_the_workbook_is_computed_or_followed() -> None:
    tables = {"words": [["word", "means"], ["=1+1", "https://example.org"]]}
    content = fresh_book(tables, {}, choices("en"))
    sheet = openpyxl.load_workbook(BytesIO(content))["words"]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in sheet[2]] == [
        ("=1+1", "s", None),
        ("https://example.org", "s", None),
    ]
    assert not [name for name in ZipFile(BytesIO(content)).namelist() if "vba" in name.lower()]
