"""A SPARQL endpoint as an `Engine`, with limits on time and size.

How it is asked: https://www.w3.org/TR/sparql11-protocol/. How it answers: https://www.w3.org/TR/sparql11-results-json/.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..errors import BadQuery, CityGraphError, NoAnswer
from ..escape import language_tag
from ..formats import N_TRIPLES, SPARQL_JSON, TURTLE
from ..model.query import Answer, Term
from ..namespaces import PREFIXES
from .engine import Engine, tidy
from .open import SECONDS

if TYPE_CHECKING:
    from collections.abc import Set
    from http.client import HTTPConnection, HTTPResponse
    from urllib.parse import SplitResult

    import rdflib

LARGEST = 64 << 20  # bytes that an answer may have, unpacked
REDIRECTS = 3
# Servers answer in the first of these, and some call it by the other names.
_TABLES = (SPARQL_JSON.media_type, "application/json")
_GRAPHS = (N_TRIPLES.media_type, TURTLE.media_type, "text/plain", "application/x-turtle")
# What may stand before the form of a query, or look like one: remarks, prefixes, addresses.
_HEAD = r"(?:\s+|#[^\n]*|PREFIX\s+[^\s:]*:\s*<[^<>]*>|BASE\s*<[^<>]*>)*(\w*)"


class Endpoint(Engine):
    """A server that answers SPARQL: `url` (without what is secret in it), and the seconds and bytes of an answer."""

    whole = False
    batch = 200

    def __init__(self, url: str, seconds: float = SECONDS, most: int = LARGEST) -> None:
        """Raises `CityGraphError` for a URL that is none, or no time to wait; nothing is asked yet."""
        parts = _parts(url)
        if not 0 < seconds <= 86_400:
            raise CityGraphError(f"an endpoint is waited for some seconds, at most a day; not {seconds}")
        self.seconds, self.most = seconds, most
        self.name = self.url = _shown(parts)
        self._parts = parts

    def answer(self, text: str, prologue: str = "") -> Answer:  # noqa: D102
        # A server counts lines, and its words are passed on.
        found = self._ask(prologue.replace("\n", " ") + text)
        if found.turtle is not None:
            from pyoxigraph import RdfFormat, parse, serialize

            try:
                # Turtle holds N-Triples, too.
                triples = [quad.triple for quad in parse(found.turtle.encode(), format=RdfFormat.TURTLE)]
            except SyntaxError as error:
                raise self.fails(f"what it sends is no Turtle: {' '.join(str(error).split())[:160]}") from None
            return Answer(turtle=tidy((serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()))

        def term(cell: Term | None) -> Term | None:
            return cell._replace(language=language_tag(cell.language)) if cell and cell.language else cell

        return found.replace(rows=tuple(tuple(map(term, row)) for row in found.rows))

    def size(self) -> None:  # noqa: D102
        return None

    def without(self, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> Engine:  # noqa: ARG002, D102
        raise CityGraphError(f"{self.name}: an endpoint is not copied")

    def as_rdflib(self) -> rdflib.Graph:  # noqa: D102
        raise CityGraphError(f"{self.name}: an endpoint is not read whole")

    def close(self) -> None:
        """Do nothing: each query has a connection of its own."""

    def _ask(self, text: str) -> Answer:
        """The answer to a query; the graph of a CONSTRUCT or DESCRIBE as the server writes it, Turtle or N-Triples.

        Raises `BadQuery` where the server finds fault with the query, `NoAnswer` where it cannot be reached, takes too
        long, sends too much, or does not answer in SPARQL.
        """
        from threading import Timer

        head = re.match(_HEAD, text, re.IGNORECASE)
        graph = head is not None and head[1].upper() in ("CONSTRUCT", "DESCRIBE")
        asked = _Request(self, text, _GRAPHS[:2] if graph else _TABLES[:1])
        # A socket's own limit is for each piece, and there may be many pieces.
        clock = Timer(self.seconds, asked.stop)
        clock.daemon = True
        clock.start()
        try:
            kind, content = asked.answer(self._parts)
        except OSError as error:
            raise self.fails(_reason(error)) from None
        finally:
            clock.cancel()
            asked.close()
        told = content.decode("utf-8", "replace")
        if graph and kind in _GRAPHS:
            return Answer(turtle=told)
        if graph or kind not in _TABLES:
            page = " (a web page)" if "html" in kind else ""
            raise self.fails(f"it answers in {kind or 'no format'}{page}, not in SPARQL: is it the URL of an endpoint?")
        table = self._table(told)
        if head is not None and head[1].upper() == "ASK" and table.verdict is None:
            # Virtuoso puts a verdict into a table of one cell.
            cells = [cell.value for row in table.rows for cell in row if cell]
            if len(cells) != 1:
                raise self.fails("what it answers to ASK is no verdict")
            return Answer(verdict=cells[0] in ("1", "true"))
        return table

    def fails(self, why: str) -> NoAnswer:
        """The refusal to raise."""
        return NoAnswer(self.url, why)

    def _table(self, told: str) -> Answer:
        import json

        try:
            found = json.loads(told)
            if "boolean" in found:
                return Answer(verdict=bool(found["boolean"]))
            variables = tuple(map(str, found["head"]["vars"]))
            rows = tuple(
                tuple(_term(row[name]) if name in row else None for name in variables)
                for row in found["results"]["bindings"]
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise self.fails("what it sends is cut off, or no SPARQL results in JSON") from None
        return Answer(variables, rows)


class _Request:
    """One query on its way, with the connection that it may have to be stopped at."""

    def __init__(self, endpoint: Endpoint, text: str, accept: tuple[str, ...]) -> None:
        from urllib.parse import urlencode

        self.endpoint, self.late = endpoint, False
        self.body = urlencode({"query": text}).encode("ascii")
        self.accept = ", ".join(accept)
        self.connection: HTTPConnection | None = None
        self.response: HTTPResponse | None = None
        self.sock: Any = None

    def stop(self) -> None:
        """End it, wherever it is."""
        import socket

        self.late = True
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let the connection go."""
        for held in (self.response, self.connection, self.sock):
            if held is not None:
                held.close()

    def answer(self, parts: SplitResult) -> tuple[str, bytes]:
        """Media type and content of the answer, redirects followed."""
        from http.client import HTTPException

        first = parts
        try:
            for _ in range(REDIRECTS + 1):
                response = self._send(parts, secret=parts.netloc == first.netloc and parts.scheme == first.scheme)
                if response.status not in (301, 302, 303, 307, 308):
                    content = self._content(response)
                    break
                parts = self._next(parts, response)
            else:
                raise self.endpoint.fails(f"it redirects more than {REDIRECTS} times")
        except (HTTPException, ValueError) as error:
            if self.late:
                raise TimeoutError from None
            raise self.endpoint.fails(f"it breaks off: {_told(str(error) or type(error).__name__)}") from None
        except OSError:
            if self.late:
                raise TimeoutError from None
            raise
        if self.late:
            raise TimeoutError
        kind = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
        if response.status == 400:
            raise BadQuery(f"{self.endpoint.url} says: {_told(content.decode('utf-8', 'replace')) or 'bad request'}")
        if response.status != 200:
            why = {401: "it wants a name and a password", 403: "it refuses", 404: "there is nothing at this address"}
            said = why.get(response.status, "it fails" if response.status >= 500 else "it does not answer")
            raise self.endpoint.fails(f"{said} (HTTP {response.status} {_told(response.reason)})".rstrip())
        return kind, content

    def _send(self, parts: SplitResult, *, secret: bool) -> HTTPResponse:
        from http.client import HTTPConnection, HTTPSConnection
        from importlib.metadata import version
        from urllib.parse import unquote

        self.close()
        make = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self.connection = make(parts.hostname or "", parts.port, timeout=self.endpoint.seconds)
        self.connection.connect()
        # Of its own: the connection forgets its socket once an answer begins that ends with it.
        self.sock = self.connection.sock
        headers = {
            "Accept": self.accept,
            "Accept-Encoding": "gzip",
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": f"citygraph/{version('citygraph')}",
        }
        if secret and parts.username:
            from base64 import b64encode

            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            headers["Authorization"] = "Basic " + b64encode(pair.encode()).decode()
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self.connection.request("POST", path, self.body, headers)
        self.response = self.connection.getresponse()
        return self.response

    def _next(self, parts: SplitResult, response: HTTPResponse) -> SplitResult:
        """Where a redirect leads: to the web and, from https, not back to http."""
        from urllib.parse import urljoin

        target = urljoin(parts.geturl(), response.headers.get("Location", ""))
        try:
            found = _parts(target)
        except CityGraphError:
            found = None
        if found is None or (parts.scheme == "https" and found.scheme == "http"):
            raise self.endpoint.fails(f"it redirects to {_told(target)!r}, which is not followed")
        return found

    def _content(self, response: HTTPResponse) -> bytes:
        import zlib

        packed = response.headers.get("Content-Encoding", "").strip().lower()
        unpacker: Any = zlib.decompressobj(47) if packed in ("gzip", "x-gzip", "deflate") else None
        if packed and packed != "identity" and unpacker is None:
            raise self.endpoint.fails(f"it packs its answer in a way that was not asked for: {_told(packed)}")
        parts, size = [], 0
        try:
            while piece := response.read1(1 << 16):
                while piece:
                    part = unpacker.decompress(piece, 1 << 20) if unpacker else piece
                    piece = unpacker.unconsumed_tail if unpacker else b""
                    size += len(part)
                    if size > self.endpoint.most:
                        raise self.endpoint.fails(
                            f"its answer is larger than {self.endpoint.most >> 20} MiB; ask for less, as with LIMIT"
                        )
                    parts.append(part)
        except zlib.error as error:
            raise self.endpoint.fails(f"its answer is damaged: {error}") from None
        if response.length and not self.late:  # fewer bytes came than were announced
            raise self.endpoint.fails("its answer is cut off")
        return b"".join(parts)


def _parts(url: str) -> SplitResult:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        fine = False
    if not fine or not url.isascii() or not url.isprintable() or " " in url:
        raise CityGraphError("the URL of an endpoint is http(s)://host/path, in ASCII; this one is not")
    return parts


def _shown(parts: SplitResult) -> str:
    """A URL without name, password and what is asked: those may be secret."""
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


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
        # One value, two spellings: Virtuoso's is the other one.
        value = {"1": "true", "0": "false"}.get(value, value)
    return Term("literal", str(value), datatype)


_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def _reason(error: OSError) -> str:
    import socket
    import ssl

    if isinstance(error, ssl.SSLError):
        return f"no safe connection: {_told(getattr(error, 'verify_message', '') or error.reason or str(error))}"
    if isinstance(error, TimeoutError):
        return "no answer in time; wait longer with --timeout SECONDS, or ask for less"
    if isinstance(error, socket.gaierror):
        return "no such host"
    return _told(error.strerror or str(error) or type(error).__name__)


def _told(text: str) -> str:
    return " ".join(text.split())[:160]
