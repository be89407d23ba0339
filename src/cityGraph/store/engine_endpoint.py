"""A SPARQL endpoint as an `Engine`, with limits on the time and size of an answer.

The protocol: https://www.w3.org/TR/sparql11-protocol/. The results: https://www.w3.org/TR/sparql11-results-json/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError, NoAnswer
from ..escape import language_tag
from ..formats import N_TRIPLES, SPARQL_JSON, TURTLE
from ..model.query import Answer, Term
from .endpoint_http import Request, error_reason, split_url, without_secrets
from .engine import Engine, tidy
from .open import SECONDS

if TYPE_CHECKING:
    from collections.abc import Set

    import rdflib

LARGEST = 64 << 20  # bytes of an unpacked answer
# Endpoints answer in the first of these; some use one of the other names for it.
_TABLES = (SPARQL_JSON.media_type, "application/json")
_GRAPHS = (N_TRIPLES.media_type, TURTLE.media_type, "text/plain", "application/x-turtle")
# The comments, prefixes and base that may stand before the form of a query.
_HEAD = r"(?:\s+|#[^\n]*|PREFIX\s+[^\s:]*:\s*<[^<>]*>|BASE\s*<[^<>]*>)*(\w*)"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


class Endpoint(Engine):
    """An endpoint: a server that answers SPARQL over HTTP.

    Attributes:
        whole: False: an endpoint is queried and never read whole.
        batch: The most things that one query may ask for.
        url: The URL of the endpoint, without user name, password and query.
        seconds: How many seconds to wait for a whole answer.
        most: The most bytes of an answer, unpacked.
    """

    whole = False
    batch = 200

    def __init__(self, url: str, seconds: float = SECONDS, most: int = LARGEST) -> None:
        """Check the URL and the limits. Nothing is sent yet.

        Args:
            url: The URL of the endpoint. A user name and a password in it are sent with each query.
            seconds: How many seconds to wait for a whole answer: more than 0, at most 86 400 (one day).
            most: The most bytes of an answer, unpacked.

        Raises:
            CityGraphError: The URL is not an http or https URL in ASCII, or `seconds` is out of range.
        """
        parts = split_url(url)
        if not 0 < seconds <= 86_400:
            raise CityGraphError(f"Timeout must be more than 0 and at most 86400 seconds; got {seconds}.")
        self.seconds, self.most = seconds, most
        self.name = self.url = without_secrets(parts)
        self._parts = parts

    def answer(self, text: str, prologue: str = "") -> Answer:  # noqa: D102
        # On one line, because the server counts lines and its message is shown as it is.
        answer = self._send(prologue.replace("\n", " ") + text)
        if answer.turtle is not None:
            from pyoxigraph import RdfFormat, parse, serialize

            try:
                # N-Triples are Turtle, too.
                triples = [quad.triple for quad in parse(answer.turtle.encode(), format=RdfFormat.TURTLE)]
            except SyntaxError as error:
                raise self.no_answer(f"the answer is not Turtle: {' '.join(str(error).split())[:160]}") from None
            turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes=self.prefixes) or b""
            return Answer(turtle=tidy(turtle.decode()))

        def term(cell: Term | None) -> Term | None:
            return cell._replace(language=language_tag(cell.language)) if cell and cell.language else cell

        return answer.replace(rows=tuple(tuple(map(term, row)) for row in answer.rows))

    def size(self) -> None:  # noqa: D102
        return None

    def without(self, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> Engine:  # noqa: ARG002, D102
        raise CityGraphError(f"{self.name}: an endpoint cannot be copied")

    def as_rdflib(self) -> rdflib.Graph:  # noqa: D102
        raise CityGraphError(f"{self.name}: an endpoint is never read whole")

    def close(self) -> None:
        """Do nothing: each query has its own connection."""

    def no_answer(self, why: str) -> NoAnswer:
        """Return the error for an answer that does not come or cannot be read.

        Args:
            why: The reason, without the URL.

        Returns:
            The error to raise.
        """
        return NoAnswer(self.url, why)

    def _send(self, text: str) -> Answer:
        """Send a query and read the answer; a graph comes as the server writes it, in Turtle or N-Triples.

        Raises `BadQuery` if the server finds a fault in the query, and `NoAnswer` if it cannot be reached, takes too
        long, sends too much, or does not answer in SPARQL.
        """
        from threading import Timer

        head = re.match(_HEAD, text, re.IGNORECASE)
        wants_graph = head is not None and head[1].upper() in ("CONSTRUCT", "DESCRIBE")
        request = Request(self, text, _GRAPHS[:2] if wants_graph else _TABLES[:1])
        # The timeout of a socket counts for each piece of an answer, and there may be many pieces.
        clock = Timer(self.seconds, request.stop)
        clock.daemon = True
        clock.start()
        try:
            media_type, content = request.answer(self._parts)
        except OSError as error:
            raise self.no_answer(error_reason(error)) from None
        finally:
            clock.cancel()
            request.close()
        text_sent = content.decode("utf-8", "replace")
        if wants_graph and media_type in _GRAPHS:
            return Answer(turtle=text_sent)
        if wants_graph or media_type not in _TABLES:
            page = " (a web page)" if "html" in media_type else ""
            raise self.no_answer(
                f"the answer is {media_type or 'of no format'}{page}, not SPARQL results. "
                "Is this the URL of a SPARQL endpoint?"
            )
        table = self._table(text_sent)
        if head is not None and head[1].upper() == "ASK" and table.verdict is None:
            # Virtuoso answers ASK with a table of one cell.
            cells = [cell.value for row in table.rows for cell in row if cell]
            if len(cells) != 1:
                raise self.no_answer("the answer to ASK is neither true nor false")
            return Answer(verdict=cells[0] in ("1", "true"))
        return table

    def _table(self, text: str) -> Answer:
        """Read SPARQL results in JSON."""
        import json

        try:
            results = json.loads(text)
            if "boolean" in results:
                return Answer(verdict=bool(results["boolean"]))
            variables = tuple(map(str, results["head"]["vars"]))
            rows = tuple(
                tuple(_term(row[name]) if name in row else None for name in variables)
                for row in results["results"]["bindings"]
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise self.no_answer("the answer is cut off, or is not SPARQL results in JSON") from None
        return Answer(variables, rows)


def _term(cell: dict[str, Any]) -> Term:
    value = cell["value"]
    if cell["type"] == "uri":
        return Term("uri", str(value))
    if cell["type"] == "bnode":
        return Term("bnode", str(value))
    if "xml:lang" in cell:
        return Term("literal", str(value), _LANG_STRING, str(cell["xml:lang"]))
    datatype = str(cell.get("datatype") or _STRING)
    if datatype.endswith("#boolean"):
        # Virtuoso writes 1 and 0 for true and false.
        value = {"1": "true", "0": "false"}.get(value, value)
    return Term("literal", str(value), datatype)
