"""Claims, edges, targets and things as table rows.

Each format is written as it goes, a batch at a time. A claim whose object is a value is no tie: it is in the tables
and in the RDF formats. Labels show what `tables.clean` leaves of them.

A cell shows what `safe` shows: what could command a terminal or turn a line's direction is a ``·``. The exact text
is in the RDF formats.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from ..escape import cell_text
from ..model.claim import Entity
from ..namespaces import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
EDGE_DETAILS = (
    *("relation", "status", "basis", "source_title", "date", "quality", "paragraph", "phrase", "url"),
    *("other_evidence", "qualifiers", "because"),
)
EDGES = ("Source", "Target", "Type", "Id", "Label", *EDGE_DETAILS)
BATCH = 1_000  # rows, things or ties that are written at once
_DIGITS = 15  # digits of a number that Excel keeps
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name for name in ("decimal", "integer", "double", "int", "float")}


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


def edge_rows(claims: Iterable[Claim]) -> Iterator[Row]:
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
        return day_of(text) or text
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


def day_of(text: str) -> date | None:
    """A whole day that Excel has: its calendar begins in 1900."""
    from datetime import date

    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if len(text) == 10 and day.year >= 1900 else None


# A tie is called by its relation, and is its claim.
NODE_FIELDS = ("label", "kind", "kind_label")
EDGE_FIELDS = ("label", *EDGE_DETAILS)
_NUMERIC = {"paragraph"}


def batched(texts: Iterator[str]) -> Iterator[bytes]:
    """Join texts into batches of bytes, so that a file is written piece by piece."""
    while batch := "".join(islice(texts, BATCH)):
        yield batch.encode()


def field_type(name: str, number: str) -> str:
    """Return the type of a field: `number` for numeric fields, else ``string``."""
    return number if name in _NUMERIC else "string"


def as_cell(cell: Any) -> Any:
    """Return a cell whose text holds nothing that XML or a terminal cannot take."""
    return cell_text(cell) if isinstance(cell, str) else cell


def filled(names: Iterable[str], cells: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """What is known, by name; a label is always."""
    for name, cell in zip(names, cells, strict=True):
        if cell not in (None, "") or name == "label":
            yield name, as_cell(cell)
