"""Turn entities and claims into the nodes and edges of a graph file.

Rows come one at a time, so that a file of any size can be written without holding it. A claim whose object is a value
makes no edge: it is in the tables and in the RDF formats, not in the graph formats.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from ..escape_formats import cell_text
from ..model.claim import Entity
from ..render.cells import BATCH, joined, passage_cells, qualifiers_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Passage
    from ..render.cells import Row

# Gephi needs the capitalised column names; the others are attributes of nodes and edges in graph files.
NODES = ("Id", "Label", "kind", "kind_label")
EDGE_DETAILS = (
    *("relation", "status", "basis", "source_title", "date", "quality", "paragraph", "phrase", "url"),
    *("other_evidence", "qualifiers", "because"),
)
EDGES = ("Source", "Target", "Type", "Id", "Label", *EDGE_DETAILS)
# Attributes of a node and of an edge. The label of an edge is its relation; its identifier is the IRI of its claim.
NODE_FIELDS = ("label", "kind", "kind_label")
EDGE_FIELDS = ("label", *EDGE_DETAILS)
_NUMERIC = {"paragraph"}


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
            *passage_cells(first, "source_title", "date", "quality", "paragraph", "phrase", "url"),
            joined(map(_cited, claim.evidence[1:])),
            qualifiers_cell(claim),
            claim.because,
        )


def _cited(passage: Passage) -> str:
    place = "" if passage.paragraph is None else f" §{passage.paragraph}"
    return f"{passage.source_title}{place}" + (f": {passage.phrase}" if passage.phrase else "")


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
