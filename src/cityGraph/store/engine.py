"""The `Engine` protocol, the list of engines, and what every engine shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Set

    import rdflib

    from ..errors import BadQuery
    from ..model.query import Answer, Term

# The engines that read files: a name, and the module of this room that is imported when the engine is opened.
ENGINES = {"oxigraph": "engine_oxigraph", "rdflib": "engine_rdflib"}


class Engine(Protocol):
    """Whatever answers SPARQL. An adapter inherits from this class and writes the methods that raise here.

    Attributes:
        name: What the engine is called: a key of `ENGINES`, or the URL of an endpoint.
        whole: Whether the triples are here. An endpoint is asked over HTTP and never read whole.
        batch: How many things one query may ask for; None for any number.
    """

    name: str
    whole: bool = True
    batch: int | None = None

    def answer(self, text: str, prologue: str = "") -> Answer:
        """Answer a query of any form: SELECT, ASK, CONSTRUCT or DESCRIBE.

        Args:
            text: The query.
            prologue: PREFIX lines to put before it. An error counts its lines from the start of `text`.

        Returns:
            The rows in the engine's order, the verdict, or the graph as Turtle with our prefixes. Language tags have
            the case of BCP 47.

        Raises:
            BadQuery: The text is not SPARQL; no other class of error says so.
        """
        raise NotImplementedError

    def iri_rows(self, text: str) -> list[tuple[str, ...]]:
        """List the rows of a SELECT as IRIs; rows with any other cell (a blank node, say) are left out.

        Args:
            text: A SELECT query.

        Returns:
            One tuple of IRIs a row, in the engine's order.
        """
        rows = self.answer(text).rows
        return [
            tuple([term.value for term in row if term])
            for row in rows
            if all(term and term.type == "uri" for term in row)
        ]

    def columns(self, text: str, n: int) -> list[list[str]]:
        """Return the rows of `iri_rows` by column: lists are faster than a million tuples.

        Args:
            text: A SELECT query.
            n: The number of its variables.

        Returns:
            `n` lists of equal length.
        """
        rows = self.iri_rows(text)
        return [[row[at] for row in rows] for at in range(n)]

    def size(self) -> int | None:
        """Return the number of triples; None if nobody has counted them."""
        raise NotImplementedError

    def without(self, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> Engine:
        """Copy the engine, leaving some triples out.

        Args:
            things: IRIs; every triple with one of them as subject or object is left out.
            triples: Further triples to leave out.

        Returns:
            A new engine of the same kind.
        """
        raise NotImplementedError

    def as_rdflib(self) -> rdflib.Graph:
        """Return an rdflib graph over the same triples."""
        raise NotImplementedError

    def close(self) -> None:
        """Free what the engine holds. It cannot be asked afterwards."""
        raise NotImplementedError


def stays(things: Set[str], dropped: Set[tuple[object, ...]], subject: Term, predicate: Term, what: Term) -> bool:
    """Return whether a triple stays in `Engine.without`.

    Args:
        things: The IRIs that go.
        dropped: The `key` of each triple that goes.
        subject: The subject of the triple.
        predicate: Its predicate.
        what: Its object.

    Returns:
        True if neither end goes and the triple itself does not.
    """
    ends = {term.value for term in (subject, what) if term.type == "uri"}
    return not ends & things and key(subject, predicate, what) not in dropped


def key(*terms: Term) -> tuple[object, ...]:
    """Return what makes a triple the same triple in every engine.

    Args:
        *terms: Its three terms.

    Returns:
        A hashable value; a literal's language counts instead of its datatype.
    """
    return tuple((term.type, term.value, term.language or term.datatype) for term in terms)


def tidy(turtle: str) -> str:
    """Keep only the prefixes that a Turtle text uses, sorted: serialisers write all they know, in any order.

    Args:
        turtle: A Turtle text with its prefixes first.

    Returns:
        The text with one newline at its end.
    """
    import re

    lines = turtle.split("\n")
    head = next((at for at, line in enumerate(lines) if not line.startswith("@prefix")), len(lines))
    body = "\n".join(lines[head:]).strip()
    used = [line for line in lines[:head] if re.search(rf"(?<!\w){line.split()[1]}", body)]
    return "\n".join([*sorted(used), "", body]).strip() + "\n"


def bad_query(error: Exception, prologue: str) -> BadQuery:
    """Turn what an engine raises for a query into a `BadQuery`.

    Args:
        error: The engine's own error; rdflib's and Oxigraph's share no base class.
        prologue: The lines that stood before the query, which the error counts and its author does not.

    Returns:
        The error to raise: line, column and reason, as far as the engine tells them.
    """
    import re

    from ..errors import BadQuery

    if isinstance(error, RecursionError):
        return BadQuery("nested too deeply, or too long, for this engine")
    text = " ".join(str(error).split())
    place = re.search(r"(?:at |line:)(\d+)(?::|, col:)(\d+)", text)
    why = re.sub(r"^.*?(?:at \d+:\d+: )", "", text)
    why = re.sub(r"\s*\(at char.*$|, found .*$", "", why)
    where = f"line {max(1, int(place[1]) - prologue.count(chr(10)))}, column {place[2]}: " if place else ""
    return BadQuery(f"{where}{why[:160]}" if why else f"{where}not SPARQL")
