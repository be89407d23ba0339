"""The answers of `query` and `ask`, and the questions of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterator


class Term(NamedTuple):
    """An RDF term: one cell in the answer of a query.

    It is a tuple and not a `Noun` because the answer of a query may hold many thousands of them.

    Attributes:
        type: ``uri``, ``literal``, ``bnode``, or ``unbound`` for an empty cell (`UNBOUND`).
        value: The IRI, the text of the literal, or the label of the blank node.
        datatype: The IRI of the datatype of a literal, or None.
        language: The language tag of a literal, or None.
    """

    type: str
    value: str
    datatype: str | None = None
    language: str | None = None

    def as_json(self) -> dict[str, str]:
        """Return the term as SPARQL 1.1 Query Results JSON writes it.

        Returns:
            ``{"type", "value"}``, for some literals with ``"xml:lang"`` or ``"datatype"``. The format is defined at
            https://www.w3.org/TR/sparql11-results-json/#select-encode-terms.
        """
        term = {"type": self.type, "value": self.value}
        if self.language:
            term["xml:lang"] = self.language
        elif self.datatype and self.datatype != "http://www.w3.org/2001/XMLSchema#string":
            term["datatype"] = self.datatype
        return term


class Answer(Noun):
    """The answer of `query`: rows for a SELECT, a verdict for an ASK, Turtle for a CONSTRUCT or DESCRIBE.

    Attributes:
        variables: The names of the columns, without the question mark.
        rows: The rows, each with one cell for each variable. An empty cell is None.
        verdict: True or False for an ASK, else None.
        turtle: The triples as Turtle for a CONSTRUCT or DESCRIBE, else None.
        notes: What in the query the graph does not have, such as a misspelled term. One sentence each.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    verdict: bool | None = None
    turtle: str | None = None
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def as_json(self) -> dict[str, Any]:
        """Return the rows or the verdict in the format SPARQL 1.1 Query Results JSON.

        Returns:
            ``{"head", "results"}`` or ``{"head", "boolean"}``. The format is defined at
            https://www.w3.org/TR/sparql11-results-json/.
        """
        if self.verdict is not None:
            return {"head": {}, "boolean": self.verdict}
        bindings = [
            {name: term.as_json() for name, term in zip(self.variables, row, strict=True) if term} for row in self.rows
        ]
        return {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}


class Question(Noun):
    """A question of the catalogue.

    Attributes:
        number: Its number, from 1.
        name: Its short name, which commands accept.
        text: The question in the language of the reader.
        query: The SPARQL query that answers it.
        parameter: The name of the value that it takes, such as the city that it is about, or None if it takes none.
        example: An example of the value, or None.
    """

    number: int
    name: str
    text: str
    query: str
    parameter: str | None = None
    example: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the question, without its query, as a dictionary for JSON.

        Returns:
            ``{"number", "name", "text", "parameter", "example"}``.
        """
        return {field: getattr(self, field) for field in self.fields if field != "query"}


# What an engine gives for a cell without a value.
UNBOUND = Term("unbound", "")
