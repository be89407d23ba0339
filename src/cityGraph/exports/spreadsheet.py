"""Rows as CSV and Excel.

A cell shows what `safe` shows: what could command a terminal or turn a line's direction is a ``·``. The exact text
is in the RDF formats.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..model.claim import Entity
from ..names.labels import local
from ..render.columns import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ..model.claim import Claim, Passage

if TYPE_CHECKING:
    Cell = str | int | float | date | None
if TYPE_CHECKING:
    Row = tuple[Cell, ...]

CLAIMS = (
    *("subject", "subject_kind", "relation", "object", "object_kind", "unit", "status", "basis", "qualifiers"),
    *("source", "date", "quality", "paragraph", "phrase", "url", "because"),
    *("claim", "subject_iri", "relation_iri", "object_iri", "source_iri"),
)
RELATIONS = (
    *("subject", "subject_kind", "relation", "object", "object_kind", "status", "basis"),
    *("sources", "source", "phrase", "url", "because", "subject_iri", "relation_iri", "object_iri"),
)
TARGETS = (
    *("target", "subject", "indicator", "comparator", "value", "unit", "due", "status"),
    *("source", "date", "paragraph", "phrase", "url", "target_iri"),
)
ENTITIES = ("label", "kind_label", "kind", "iri")
# Gephi's own names of columns, and those that a graph file gives to a node or a tie.
NODES = ("Id", "Label", "kind", "kind_label")
TOLD = (
    *("relation", "status", "basis", "source_title", "date", "quality", "paragraph", "phrase", "url"),
    *("other_evidence", "qualifiers", "because"),
)
TIES = ("Source", "Target", "Type", "Id", "Label", *TOLD)
BATCH = 1_000  # rows, things or ties that are written at once

_WIDE = {"subject": 28, "relation": 14, "object": 28, "qualifiers": 24, "source": 28, "phrase": 40, "label": 32}
_WIDE |= {"target": 28, "indicator": 28, "because": 28}
_WIDTH = 12
_CELL = 32_767  # characters that Excel keeps in a cell
_ROWS = 1_048_575  # rows of a sheet beside its header
_DIGITS = 15  # digits of a number that Excel keeps
_LINK = 2_079  # characters of the longest link that Excel follows
_LINKS = 60_000  # links of a sheet, of the 65 530 that Excel takes
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name for name in ("decimal", "integer", "double", "int", "float")}


def clean(text: str) -> str:
    r"""`text` without what could command a terminal, and without what XML cannot hold.

    >>> clean("太\x1b鋼")
    '太·鋼'
    """
    return safe(text).replace("\ufffe", "·").replace("\uffff", "·")


def claim_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """The claims as rows of `CLAIMS`, a row for each passage; a claim without one has one row."""
    for claim in claims:
        thing = claim.object if isinstance(claim.object, Entity) else None
        for passage in claim.evidence or (None,):
            yield (
                claim.subject.label,
                claim.subject.kind_label,
                claim.relation.label,
                thing.label if thing else _typed(claim.object),
                thing.kind_label if thing else None,
                next((q.text for q in claim.qualifiers if q.name == "unit"), None),
                claim.status,
                claim.basis,
                _qualified(claim, beside="unit"),
                *_said(passage, "source_title", "date", "quality", "paragraph", "phrase", "url"),
                claim.because,
                claim.iri,
                claim.subject.iri,
                claim.relation.iri,
                thing.iri if thing else None,
                passage.source if passage else None,
            )


def relation_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """The ties as rows of `RELATIONS`: what several sources say is one row, with the number and words of them all."""
    several: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.object, Entity):
            key = (claim.subject.iri, claim.relation.iri, claim.object.iri, claim.status)
            several.setdefault(key, []).append(claim)
    for (subject, relation, thing, status), same in several.items():
        first = same[0]
        assert isinstance(first.object, Entity)
        passages = list(dict.fromkeys(passage for claim in same for passage in claim.evidence))
        yield (
            first.subject.label,
            first.subject.kind_label,
            first.relation.label,
            first.object.label,
            first.object.kind_label,
            status,
            _joined((claim.basis for claim in same), " | "),
            len({passage.source for passage in passages}),
            _joined((passage.source_title for passage in passages), " | "),
            _joined((passage.phrase for passage in passages), " | "),
            next((passage.url for passage in passages if passage.url), None),
            _joined((claim.because for claim in same), " | "),
            subject,
            relation,
            thing,
        )


def target_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """The targets and observations as rows of `TARGETS`, a row for each value that is claimed of one."""
    about: dict[str, list[Claim]] = {}
    whose: dict[str, list[str]] = {}
    for claim in claims:
        about.setdefault(claim.subject.iri, []).append(claim)
        if isinstance(claim.object, Entity):
            name, end = local(claim.relation.iri), claim.object
            if name == "setsTarget":
                whose.setdefault(end.iri, []).append(claim.subject.label)
            elif name in ("targetFor", "observationOf"):
                whose.setdefault(claim.subject.iri, []).append(end.label)
    for iri, told in about.items():
        said: dict[str, list[str]] = {}
        for claim in told:
            said.setdefault(local(claim.relation.iri), []).append(claim.told)
        for claim in told:
            if local(claim.relation.iri) != "value" or isinstance(claim.object, Entity):
                continue
            qualified = {q.name: q.text for q in claim.qualifiers}
            passage = claim.evidence[0] if claim.evidence else None
            yield (
                claim.subject.label,
                _joined(whose.get(iri, ()), " | "),
                _joined(said.get("measuredBy") or (), " | "),
                qualified.get("comparator"),
                _typed(claim.object),
                qualified.get("unit"),
                _joined(said.get("due") or said.get("year") or (), " | "),
                claim.status,
                *_said(passage, "source_title", "date", "paragraph", "phrase", "url"),
                iri,
            )


def node_rows(things: Iterable[Entity]) -> Iterator[Row]:
    """The things as rows of `NODES`."""
    return ((thing.iri, thing.label, thing.kind, thing.kind_label) for thing in things)


def tie_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """The claims that tie two things as rows of `TIES`; of several passages the first is in columns of its own."""
    for claim in claims:
        if not isinstance(claim.object, Entity):
            continue
        first = claim.evidence[0] if claim.evidence else None
        yield (
            claim.subject.iri,
            claim.object.iri,
            "Directed",
            claim.iri,
            claim.relation.label,
            claim.relation.iri,
            claim.status,
            claim.basis,
            *_said(first, "source_title", "date", "quality", "paragraph", "phrase", "url"),
            _joined(map(_cited, claim.evidence[1:]), " | "),
            _qualified(claim),
            claim.because,
        )


def _said(passage: Passage | None, *fields: str) -> Row:
    return tuple(getattr(passage, field) if passage else None for field in fields)


def _cited(passage: Passage) -> str:
    place = "" if passage.paragraph is None else f" §{passage.paragraph}"
    return f"{passage.source_title}{place}: {passage.phrase}"


def _qualified(claim: Claim, *, beside: str = "") -> str | None:
    return _joined((f"{q.label}: {q.text}" for q in claim.qualifiers if q.name != beside), "; ")


def _joined(texts: Iterable[str | None], between: str) -> str | None:
    return between.join(dict.fromkeys(filter(None, texts))) or None


def _typed(value: Any) -> Cell:
    """A number where a spreadsheet keeps all of its digits, a day as a day, else its words."""
    text = str(value.value)
    if value.datatype == _XSD + "date":
        return _day(text) or text
    if value.datatype not in _NUMBERS:
        return text
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite() or len(number.as_tuple().digits) > _DIGITS or abs(number.adjusted()) > _DIGITS:
        return text
    return int(number) if number == number.to_integral_value() else float(number)


def _day(text: str) -> date | None:
    """A whole day that Excel has: its calendar begins in 1900."""
    from datetime import date

    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if len(text) == 10 and day.year >= 1900 else None


def csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """Rows as CSV that Excel opens: UTF-8 with a byte order mark, and no cell that it would compute.

    A text that begins as a formula does gets an apostrophe before it (OWASP, "CSV Injection").

    >>> b"".join(csv(["a"], [("=1+1",)])).decode("utf-8-sig").splitlines()
    ['a', "'=1+1"]
    """
    import csv as format_of
    from io import StringIO

    yield b"\xef\xbb\xbf"
    table = chain([columns], (tuple(map(_harmless, row)) for row in rows))
    while batch := list(islice(table, BATCH)):
        text = StringIO()
        format_of.writer(text).writerows(batch)
        yield text.getvalue().encode()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return "'" + clean(cell) if cell.startswith(_FORMULA) else clean(cell)


def workbook(things: Sequence[Entity], claims: Sequence[Claim]) -> Iterator[bytes]:
    """An Excel workbook with the sheets claims, relations, targets and entities: typed cells, frozen headers, filters.

    Raises `CityGraphError` where a sheet cannot hold so many rows.
    """
    from datetime import datetime
    from tempfile import TemporaryDirectory

    import xlsxwriter

    needed = max(len(things), sum(max(1, len(claim.evidence)) for claim in claims))
    if needed > _ROWS:
        raise CityGraphError(f"{needed} rows are more than a sheet of Excel holds; narrow them, or use .csv")
    entities = ((thing.label, thing.kind_label, thing.kind, thing.iri) for thing in things)
    with TemporaryDirectory() as folder:
        file = f"{folder}/book.xlsx"
        # Row by row to the disk: a workbook of a million rows is not held.
        book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "tmpdir": folder})
        # A date of its own would make each file another one.
        book.set_properties({"created": datetime(2000, 1, 1)})
        try:
            for name, columns, rows in (
                ("claims", CLAIMS, claim_rows(claims)),
                ("relations", RELATIONS, relation_rows(claims)),
                ("targets", TARGETS, target_rows(claims)),
                ("entities", ENTITIES, entities),
            ):
                _fill(book, name, columns, rows)
        finally:
            try:
                book.close()
            except xlsxwriter.exceptions.FileCreateError as error:
                raise error.args[0] from None
        with open(file, "rb") as stream:
            while block := stream.read(1 << 20):
                yield block


def _fill(book: Any, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#d7eaff", "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDE.get(column, _WIDTH))
        sheet.write_string(0, at, column, head)
    line = 0
    for line, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            _write(sheet, line, at, cell, columns[at], day)
    sheet.autofilter(0, 0, line, len(columns) - 1)
    # A number that Excel would cut stays text on purpose: no green corner says that it is an error.
    sheet.ignore_errors({"number_stored_as_text": f"A1:{chr(ord('A') + len(columns) - 1)}{line + 1}"})


def _write(sheet: Any, line: int, at: int, cell: Cell, column: str, day: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, (int, float)):
        sheet.write_number(line, at, cell)
        return
    when = _day(str(cell)) if column == "date" or not isinstance(cell, str) else None
    if when:
        sheet.write_datetime(line, at, when, day)
        return
    text = clean(str(cell))
    if column == "url" and text.startswith(("https://", "http://")) and len(text) <= _LINK and line < _LINKS:
        sheet.write_url(line, at, text)
    else:
        sheet.write_string(line, at, text if len(text) <= _CELL else text[: _CELL - 1] + "…")
