"""Turn claims, edges, targets and things into table rows.

Rows come one at a time, so that a file of any size can be written without holding it. A claim whose object is a value
makes no edge: it is in the tables and in the RDF formats, not in the graph formats. Whoever writes a cell puts a ``·``
for control characters (`cityGraph.escape.cell_text`); the exact text is in the RDF formats.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from ..escape_formats import cell_text
from ..model.claim import Entity
from ..model.edges import edges_of
from ..namespaces import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ..model.claim import Claim, Passage

    Cell = str | int | float | date | None
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
# Gephi needs the capitalised column names; the others are attributes of nodes and edges in graph files.
NODES = ("Id", "Label", "kind", "kind_label")
EDGE_DETAILS = (
    *("relation", "status", "basis", "source_title", "date", "quality", "paragraph", "phrase", "url"),
    *("other_evidence", "qualifiers", "because"),
)
EDGES = ("Source", "Target", "Type", "Id", "Label", *EDGE_DETAILS)
BATCH = 1_000  # rows, things or edges that are written at once
_DIGITS = 15  # digits of a number that Excel keeps
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name for name in ("decimal", "integer", "double", "int", "float")}


def claim_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield the rows of the table of claims.

    Args:
        claims: The claims, in the order of the table.

    Yields:
        The cells of one row, in the order of `CLAIMS`. A claim has one row for each passage, or one row if it has none.
    """
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
    """Yield the rows of the table of relations between two things.

    Args:
        claims: The claims, in the order of the table. Those whose object is a value are left out.

    Yields:
        The cells of one row, in the order of `RELATIONS`. Each edge is one row, with the number of its sources and
        with all their quotes.
    """
    for edge in edges_of(claims):
        passages = list(dict.fromkeys(passage for claim in edge.claims for passage in claim.evidence))
        yield (
            edge.subject.label,
            edge.subject.kind_label,
            edge.relation.label,
            edge.object.label,
            edge.object.kind_label,
            edge.status,
            _joined((claim.basis for claim in edge.claims), " | "),
            len({passage.source for passage in passages}),
            _joined((passage.source_title for passage in passages), " | "),
            _joined((passage.phrase for passage in passages), " | "),
            next((passage.url for passage in passages if passage.url), None),
            _joined((claim.because for claim in edge.claims), " | "),
            edge.subject.iri,
            edge.relation.iri,
            edge.object.iri,
        )


def target_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield the rows of the table of targets and observations.

    Args:
        claims: The claims, in the order of the table.

    Yields:
        The cells of one row, in the order of `TARGETS`: one row for each claim that gives a figure.
    """
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
    """Yield the rows of the table of nodes.

    Args:
        things: The entities, in the order of the table.

    Returns:
        An iterator over the rows, with cells in the order of `NODES`.
    """
    return ((thing.iri, thing.label, thing.kind, thing.kind_label) for thing in things)


def edge_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield the rows of the table of edges.

    Args:
        claims: The claims, in the order of the table. Those whose object is a value are left out.

    Yields:
        The cells of one row, in the order of `EDGES`: one row for each claim. The first passage has columns of its
        own; the others share the column ``other_evidence``.
    """
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
    """Return a number if a spreadsheet keeps all its digits, a date for a day, else the text."""
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
    """Read a day that Excel can hold.

    Args:
        text: A date, such as ``2025-03-27``.

    Returns:
        The day, or None if the text is not a whole day (``2025-03``) or is before 1900, where Excel's calendar starts.
    """
    from datetime import date

    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if len(text) == 10 and day.year >= 1900 else None


# Attributes of a node and of an edge. The label of an edge is its relation; its identifier is the IRI of its claim.
NODE_FIELDS = ("label", "kind", "kind_label")
EDGE_FIELDS = ("label", *EDGE_DETAILS)
_NUMERIC = {"paragraph"}


def batched(texts: Iterator[str]) -> Iterator[bytes]:
    """Join texts into batches, so that a file is written piece by piece.

    Args:
        texts: Parts of the file, in order.

    Yields:
        Up to `BATCH` parts joined, as UTF-8.
    """
    while batch := "".join(islice(texts, BATCH)):
        yield batch.encode()


def field_type(name: str, number: str) -> str:
    """Return the type that a graph file declares for an attribute.

    Args:
        name: The name of the attribute.
        number: What the format calls an integer.

    Returns:
        `number` if the attribute is a number, else ``string``.
    """
    return number if name in _NUMERIC else "string"


def as_cell(cell: Any) -> Any:
    """Return a cell that is safe to print and to write as XML.

    Args:
        cell: Any cell.

    Returns:
        The cell, with a ``·`` for each character of a text that is not allowed there.
    """
    return cell_text(cell) if isinstance(cell, str) else cell


def filled(names: Iterable[str], cells: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Pair names and cells, without the empty ones.

    Args:
        names: The names of the attributes.
        cells: Their cells, in the same order.

    Yields:
        The name and the cell of each attribute that is not empty. The label is always among them.
    """
    for name, cell in zip(names, cells, strict=True):
        if cell not in (None, "") or name == "label":
            yield name, as_cell(cell)
