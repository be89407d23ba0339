"""The protocol of an engine, the list of engines, and the functions that all engines share."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    import rdflib

    from ..errors import BadQuery
    from ..model.query import Answer, Term
    from ..namespaces import Prefixes

# The engines that read files: a name, and the module of this room that is imported when the engine is opened.
ENGINES = {"oxigraph": "engine_oxigraph", "rdflib": "engine_rdflib"}


class Engine(Protocol):
    """An engine answers SPARQL. An adapter inherits from this class and implements the methods that raise here.

    Attributes:
        name: A key of `ENGINES`, or the URL of an endpoint.
        whole: Whether the triples are on this machine. An endpoint is queried over HTTP and never read whole.
        batch: The most things that one query may ask for; None for any number.
        ontology: How many triples the ontology added. It is read if one of the files uses a term of it, else 0.
        declared: For each file the prefixes that it declares, or its name if they stand at its head.
    """

    name: str
    whole: bool = True
    batch: int | None = None
    ontology: int = 0
    declared: Sequence[Mapping[str, str] | str] = ()

    @cached_property
    def prefixes(self) -> Prefixes:
        """The prefixes that a query need not declare, each with its namespace. They are found at first use."""
        from .prefixes import prefixes_of

        return prefixes_of(self, self.declared)

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

    def check_syntax(self, text: str, prologue: str = "") -> None:  # noqa: ARG002
        """Check a query before it is answered, if the engine accepts other queries than the rest.

        Args:
            text: The query.
            prologue: PREFIX lines to put before it.

        Raises:
            BadQuery: The text is not SPARQL.
        """
        return

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

    def lines(self, text: str) -> list[str]:
        """List the rows of a SELECT as text, to find those that two graphs share.

        Args:
            text: A SELECT query.

        Returns:
            One line a row, its cells separated by tabs; IRIs are in angle brackets. Of one engine, equal rows are equal
            lines, but for nameless nodes.
        """
        return [
            "\t".join(f"<{term.value}>" if term and term.type == "uri" else repr(term) for term in row)
            for row in self.answer(text).rows
        ]

    def terms(self, namespace: str) -> set[str]:
        """List the IRIs of a namespace that stand anywhere in the graph. The whole graph is searched.

        Args:
            namespace: What the IRIs begin with.

        Returns:
            The IRIs.
        """
        from ..escape import sparql_string

        found = self.iri_rows(
            "SELECT DISTINCT ?term { { ?term ?a ?b } UNION { ?c ?term ?d } UNION { ?e ?f ?term } "
            f"FILTER(ISIRI(?term) && STRSTARTS(STR(?term), {sparql_string(namespace)})) }}"
        )
        return {iri for (iri,) in found}

    def languages(self) -> set[str]:
        """List the language tags of all texts. The whole graph is searched.

        Returns:
            The tags in the case of BCP 47.
        """
        from ..escape import language_tag

        rows = self.answer('SELECT DISTINCT ?tag { ?s ?p ?text BIND(LANG(?text) AS ?tag) FILTER(?tag != "") }').rows
        return {language_tag(tag.value) for (tag,) in rows if tag}

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

    def predicates(self) -> list[tuple[str, ...]]:
        """List the predicates of all triples.

        Returns:
            One tuple with an IRI for each, in the engine's order.
        """
        from .query_files import stored

        return self.iri_rows(stored("predicates"))

    def size(self) -> int | None:
        """Count the triples.

        Returns:
            The number of triples; None if counting them may take too long.

        Raises:
            NotImplementedError: An adapter lacks this method.
        """
        raise NotImplementedError

    def without(self, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> Engine:
        """Copy the engine, leaving some triples out.

        Args:
            things: IRIs; every triple with one of them as subject or object is left out.
            triples: Further triples to leave out, as (subject, predicate, object).

        Returns:
            A new engine of the same kind.

        Raises:
            CityGraphError: The engine is an endpoint, which is never copied.
        """
        raise NotImplementedError

    def as_rdflib(self) -> rdflib.Graph:
        """Return an rdflib graph over the same triples.

        Returns:
            A graph that shares the engine's triples; do not change it.

        Raises:
            CityGraphError: The engine is an endpoint, which is never read whole.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Free the memory of the engine, which cannot answer afterwards.

        Raises:
            NotImplementedError: An adapter lacks this method.
        """
        raise NotImplementedError


def stays(things: Set[str], dropped: Set[tuple[object, ...]], subject: Term, predicate: Term, what: Term) -> bool:
    """Return whether a triple stays in `Engine.without`.

    Args:
        things: The IRIs to leave out.
        dropped: The `key` of each triple to leave out.
        subject: The subject of the triple.
        predicate: The predicate of the triple.
        what: The object of the triple.

    Returns:
        True if neither its ends nor the triple itself are left out.
    """
    ends = {term.value for term in (subject, what) if term.type == "uri"}
    return not ends & things and key(subject, predicate, what) not in dropped


def key(*terms: Term) -> tuple[object, ...]:
    """Return a key that is equal for the same triple in every engine.

    Args:
        *terms: The three terms of the triple.

    Returns:
        A hashable value; a literal's language counts instead of its datatype.
    """
    return tuple((term.type, term.value, term.language or term.datatype) for term in terms)


def tidy(turtle: str) -> str:
    """Keep only the prefixes that a Turtle text uses, sorted.

    Serialisers write every prefix that they know, in any order.

    Args:
        turtle: A text in Turtle that begins with its prefixes.

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
    """Turn an engine's error about a query into a `BadQuery`.

    Args:
        error: The engine's own error. Those of rdflib and Oxigraph have no common base class.
        prologue: The lines that were put before the query. Line numbers in the result do not count them.

    Returns:
        The error to raise, with line, column and reason if the engine gives them.
    """
    import re

    from ..errors import BadQuery

    if isinstance(error, RecursionError):
        return BadQuery("The query is too long or nested too deeply for this engine.")
    text = " ".join(str(error).split())
    place = re.search(r"(?:at |line:)(\d+)(?::|, col:)(\d+)", text)
    why = re.sub(r"^.*?(?:at \d+:\d+: )", "", text)
    # Oxigraph lists its reason, if it has one, among what it expected: in words, not in quotes or capitals.
    if reason := re.search(r"expected (?:one of )?(?:.*, )?([A-Z][^,\"'\[]*[a-z] [^,\"'\[]*)", why):
        why = reason[1].strip()
        why += ". Name it in GROUP BY." if why.endswith("variable that is unbound") else ""
    why = re.sub(r"\s*\(at char.*$|, found .*$", "", why)
    where = f"line {max(1, int(place[1]) - prologue.count(chr(10)))}, column {place[2]}: " if place else ""
    return BadQuery(f"{where}{why[:160]}" if why else f"{where}this is not SPARQL")
