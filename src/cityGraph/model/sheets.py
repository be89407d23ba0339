"""The answer of `build`: which rows of a folder of sheets the texts prove, and why the others are refused."""

from __future__ import annotations

from typing import Any

from .noun import Noun

PROOFS = ("text", "quotes", "citation", "none")  # degrees of proof, the firmest first


class Accepted(Noun):
    """A row of claims that is accepted.

    Attributes:
        table: The file, such as ``claims.csv``.
        row: The row as a spreadsheet counts it; the heading is row 1.
        claim: What the row says, in words.
        proof: How far it is proved: ``text``, ``quotes``, ``citation`` (a source is named, and no words prove it) or
            ``none`` (inferred).
        basis: ``stated``, ``resolved`` or ``inferred``; empty for a citation.
        status: ``realised``, ``planned`` or ``targeted``: that of the row, else what the text says.
        assisted: Whether the proof used words that a person gave.
        positions: Where the words stand in the text; empty if no text proves it.
    """

    table: str
    row: int
    claim: str
    proof: str
    basis: str = ""
    status: str = ""
    assisted: bool = False
    positions: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the row as a dictionary for JSON.

        Returns:
            ``{"table", "row", "claim", "proof", "basis", "status", "assisted", "positions"}``.
        """
        return {field: getattr(self, field) for field in self.fields}


class Refused(Noun):
    """A cell that is refused, and why.

    Attributes:
        table: The file, such as ``claims.csv``.
        row: The row as a spreadsheet counts it; the heading is row 1.
        column: The column, such as ``object``; empty if the whole row is meant.
        reason: What is wrong, in one line.
        suggestion: What to write instead; empty if nothing is known.
    """

    table: str
    row: int
    column: str
    reason: str
    suggestion: str = ""

    def __str__(self) -> str:
        hint = f"; did you mean {self.suggestion}?" if self.suggestion else ""
        return f"{self.table}:{self.row}{self.column and ' '}{self.column}: {self.reason}{hint}"

    def as_json(self) -> dict[str, Any]:
        """Return the refusal as a dictionary for JSON.

        Returns:
            ``{"table", "row", "column", "reason", "suggestion"}``.
        """
        return {field: getattr(self, field) for field in self.fields}


class Filled(Noun):
    """What was filled in for an empty cell.

    Attributes:
        table: The file, such as ``things.csv``.
        row: The row as a spreadsheet counts it; the heading is row 1.
        column: The column, such as ``id``.
        value: What the graph has.
    """

    table: str
    row: int
    column: str
    value: str

    def as_json(self) -> dict[str, Any]:
        """Return the cell as a dictionary for JSON.

        Returns:
            ``{"table", "row", "column", "value"}``.
        """
        return {field: getattr(self, field) for field in self.fields}


class Checked(Noun):
    """The answer of `build`.

    Attributes:
        folder: The folder of sheets.
        proved: The rows of claims that are accepted, with their degree of proof.
        refused: What is refused, by table and row.
        claims: The number of rows of claims.
        notes: What was recognised while the files were read, such as another encoding; one sentence each.
        written: The file that was written; empty if none was.
        filled: What was filled in where a cell was empty.
    """

    folder: str
    proved: tuple[Accepted, ...]
    refused: tuple[Refused, ...]
    claims: int
    notes: tuple[str, ...] = ()
    written: str = ""
    filled: tuple[Filled, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are accepted with each degree of `PROOFS`."""
        counts = dict.fromkeys(PROOFS, 0)
        for each in self.proved:
            counts[each.proof] += 1
        return counts

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"proved", "refused", "filled", "written"}``; the last is null if no file was written.
        """
        return {
            "proved": [each.as_json() for each in self.proved],
            "refused": [each.as_json() for each in self.refused],
            "filled": [each.as_json() for each in self.filled],
            "written": self.written or None,
        }
