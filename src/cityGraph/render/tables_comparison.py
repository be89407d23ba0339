"""The answer of `compare` as a table."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from ..model.claim import Value
from ..model.comparison import PARTS
from .cells import joined, value_cell
from .comparison_lines import Wording
from .legend import proof_of
from .rows import status_of
from .table import Table, evidence_cells, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.comparison import Beside, Comparison, Said
    from .cells import Row

_SIDES = ("first", "second")
# What each city has a column for.
_OF_EACH = ("said", "value", "unit", "when", "status", "proof", "source", "date", "grade", "paragraph", "quote", "url")


def comparison_table(answer: Comparison, language: str) -> Table:
    """Return the answer of `compare` as a table.

    Args:
        answer: What `compare` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table: the counts, then a row for each thing, leader, zone and figure, with the same columns for each city,
        headed with its name. If one city names several leaders of a thing, there is a row for each.
    """
    wording = Wording(answer, language)
    columns = ("part", "kind", "name", "named", *(f"{side}_{key}" for side in _SIDES for key in _OF_EACH), "notes")
    plain = table("compare", ("part", "kind", "name", "named", *_OF_EACH, "notes"), (), language).heads
    first, last = plain[:4], plain[-1]
    headed = [
        wording.own["headed"].format(city=wording.cities[side], head=head) for side in _SIDES for head in plain[4:-1]
    ]
    title = table("compare", (), (), language).title
    return Table(title, columns, (*first, *headed, last), _rows(answer, wording))


def _rows(answer: Comparison, wording: Wording) -> Iterator[Row]:
    nothing = (None,) * (len(_OF_EACH) - 1)
    for head, one, other in wording.counts(answer):
        yield (wording.own["parts"]["counts"], None, head, None, _count(one), *nothing, _count(other), *nothing, None)
    for part in PARTS:
        for row in answer.part(part):
            yield from _rows_of(row, wording)
    for row in answer.alike:
        yield from _rows_of(row, wording)


def _count(text: str) -> str | int:
    digits = text.replace(",", "")
    return int(digits) if digits.isdecimal() else text


def _rows_of(row: Beside, wording: Wording) -> Iterator[Row]:
    named = wording.own["named"][row.named].format(**wording.cities)
    head = (wording.own["parts"][row.part], row.topic.kind_label or None, wording.topic(row), named)
    remarks = joined((wording.remark(remark) for remark in row.remarks), " · ")
    for at, (one, other) in enumerate(zip_longest(row.first, row.second)):
        cells = [
            *_cells(row, one, wording, "first", empty=not row.first),
            *_cells(row, other, wording, "second", empty=not row.second),
        ]
        yield (*head, *cells, None if at else remarks)


def _cells(row: Beside, said: Said | None, wording: Wording, side: str, *, empty: bool) -> Row:
    """Return what one city says, and where; the words "not said" if it says nothing of the thing."""
    if said is None:
        return (wording.own["unsaid"] if empty else None, *(None,) * (len(_OF_EACH) - 1))
    claim = said.claims[0]
    figure: Row = (None, None)
    if row.part == "figures" and isinstance(claim.object, Value):
        figure = (value_cell(claim.object), next((q.text for q in claim.qualifiers if q.name == "unit"), None))
    return (
        wording.said(row, said, side),
        *figure,
        said.when,
        status_of(said.standing, wording.words) if said.standing else None,
        proof_of(claim.proof, wording.words) if claim.basis else None,
        *evidence_cells(claim.evidence),
    )
