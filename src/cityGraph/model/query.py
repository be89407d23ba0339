"""`Term`, `Answer`, `Question`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterator


class Term(NamedTuple):
    """One cell of a query's answer; `type` is ``uri``, ``literal`` or ``bnode``.

    A tuple rather than a `Noun`: queries answer in thousands of them.
    """

    type: str
    value: str
    datatype: str | None = None
    language: str | None = None

    def as_json(self) -> dict[str, str]:
        """The term as SPARQL 1.1 Query Results JSON has it."""
        found = {"type": self.type, "value": self.value}
        if self.language:
            found["xml:lang"] = self.language
        elif self.datatype and self.datatype != "http://www.w3.org/2001/XMLSchema#string":
            found["datatype"] = self.datatype
        return found


class Answer(Noun):
    """The answer of `query`: rows of a SELECT, the verdict of an ASK, or the Turtle of a CONSTRUCT."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    verdict: bool | None = None
    turtle: str | None = None

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def as_json(self) -> dict[str, Any]:
        """SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/)."""
        if self.verdict is not None:
            return {"head": {}, "boolean": self.verdict}
        bindings = [
            {name: term.as_json() for name, term in zip(self.variables, row, strict=True) if term} for row in self.rows
        ]
        return {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}


class Question(Noun):
    """A question of the catalogue: its text in the reader's language, its query, its parameter with an example."""

    number: int
    name: str
    text: str
    query: str
    parameter: str | None = None
    example: str | None = None

    def as_json(self) -> dict[str, Any]:
        """``{"number", "name", "text", "parameter", "example"}``."""
        return {field: getattr(self, field) for field in self.fields if field != "query"}


UNBOUND = Term("unbound", "")
