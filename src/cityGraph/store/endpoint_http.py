"""One HTTP request to a SPARQL endpoint, with limits on time, size and redirects."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..errors import BadQuery, CityGraphError

if TYPE_CHECKING:
    from http.client import HTTPConnection, HTTPResponse
    from urllib.parse import SplitResult

    from .engine_endpoint import Endpoint

REDIRECTS = 3


class Request:
    """One query that is sent to an endpoint, with the connection it uses.

    Args:
        endpoint: The endpoint, with its limits.
        text: The query.
        accept: The media types to ask for, the preferred one first.
    """

    def __init__(self, endpoint: Endpoint, text: str, accept: tuple[str, ...]) -> None:
        from urllib.parse import urlencode

        self._endpoint, self._stopped = endpoint, False
        self._body = urlencode({"query": text}).encode("ascii")
        self._accept = ", ".join(accept)
        self._connection: HTTPConnection | None = None
        self._response: HTTPResponse | None = None
        self._socket: Any = None

    def stop(self) -> None:
        """End the request, from another thread. `answer` then raises `TimeoutError`."""
        import socket

        self._stopped = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connection."""
        for each in (self._response, self._connection, self._socket):
            if each is not None:
                each.close()

    def answer(self, parts: SplitResult) -> tuple[str, bytes]:
        """Send the query, follow redirects, and read the answer.

        Args:
            parts: The URL to send it to.

        Returns:
            The media type of the answer, without parameters, and its unpacked content.

        Raises:
            BadQuery: The server finds a fault in the query (HTTP status 400).
            NoAnswer: The server fails, redirects too often, or sends too much.
            TimeoutError: The request was stopped.
            OSError: The server cannot be reached.
        """
        from http.client import HTTPException

        first = parts
        try:
            for _ in range(REDIRECTS + 1):
                response = self._send(parts, secret=parts.netloc == first.netloc and parts.scheme == first.scheme)
                if response.status not in (301, 302, 303, 307, 308):
                    content = self._content(response)
                    break
                parts = self._redirect(parts, response)
            else:
                raise self._endpoint.no_answer(f"more than {REDIRECTS} redirects")
        except (HTTPException, ValueError) as error:
            if self._stopped:
                raise TimeoutError from None
            raise self._endpoint.no_answer(
                f"the connection broke off: {_one_line(str(error) or type(error).__name__)}"
            ) from None
        except OSError:
            if self._stopped:
                raise TimeoutError from None
            raise
        if self._stopped:
            raise TimeoutError
        media_type = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
        if response.status == 400:
            message = _one_line(content.decode("utf-8", "replace"))
            raise BadQuery(f"{self._endpoint.url}: the server rejects the query: {message or 'bad request'}")
        if response.status != 200:
            reasons = {
                401: "it needs a user name and a password, as in https://name:password@host/path",
                403: "access denied",
                404: "nothing at this address",
            }
            why = reasons.get(
                response.status, "the server failed" if response.status >= 500 else "the server does not answer"
            )
            raise self._endpoint.no_answer(f"{why} (HTTP {response.status} {_one_line(response.reason)})".rstrip())
        return media_type, content

    def _send(self, parts: SplitResult, *, secret: bool) -> HTTPResponse:
        """Open a connection and send the query; with user name and password only if `secret` is true."""
        from http.client import HTTPConnection, HTTPSConnection
        from importlib.metadata import version
        from urllib.parse import unquote

        self.close()
        make = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = make(parts.hostname or "", parts.port, timeout=self._endpoint.seconds)
        self._connection.connect()
        # Kept here, because the connection drops its socket when an answer begins that ends with the connection.
        self._socket = self._connection.sock
        headers = {
            "Accept": self._accept,
            "Accept-Encoding": "gzip",
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": f"citygraph/{version('citygraph')}",
        }
        if secret and parts.username:
            from base64 import b64encode

            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            headers["Authorization"] = "Basic " + b64encode(pair.encode()).decode()
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._connection.request("POST", path, self._body, headers)
        self._response = self._connection.getresponse()
        return self._response

    def _redirect(self, parts: SplitResult, response: HTTPResponse) -> SplitResult:
        """Return the URL of a redirect; an error if it leads away from the web, or from https to http."""
        from urllib.parse import urljoin

        target = urljoin(parts.geturl(), response.headers.get("Location", ""))
        try:
            following = split_url(target)
        except CityGraphError:
            following = None
        if following is None or (parts.scheme == "https" and following.scheme == "http"):
            raise self._endpoint.no_answer(f"it redirects to {_one_line(target)!r}, which is not allowed")
        return following

    def _content(self, response: HTTPResponse) -> bytes:
        """Read and unpack an answer; an error as soon as it is too large."""
        import zlib

        packed = response.headers.get("Content-Encoding", "").strip().lower()
        unpacker: Any = zlib.decompressobj(47) if packed in ("gzip", "x-gzip", "deflate") else None
        if packed and packed != "identity" and unpacker is None:
            raise self._endpoint.no_answer(f"the answer has an unknown compression: {_one_line(packed)}")
        parts, size = [], 0
        try:
            while piece := response.read1(1 << 16):
                while piece:
                    part = unpacker.decompress(piece, 1 << 20) if unpacker else piece
                    piece = unpacker.unconsumed_tail if unpacker else b""
                    size += len(part)
                    if size > self._endpoint.most:
                        most = self._endpoint.most >> 20
                        raise self._endpoint.no_answer(
                            f"the answer is larger than {most} MiB. Ask for less, for example with LIMIT."
                        )
                    parts.append(part)
        except zlib.error as error:
            raise self._endpoint.no_answer(f"the compressed answer is damaged: {error}") from None
        if response.length and not self._stopped:  # fewer bytes than the server announced
            raise self._endpoint.no_answer("the answer is cut off")
        return b"".join(parts)


def split_url(url: str) -> SplitResult:
    """Split the URL of an endpoint.

    Args:
        url: The URL.

    Returns:
        Its parts, as `urllib.parse.urlsplit` returns them.

    Raises:
        CityGraphError: It is not an http or https URL with a host, in printable ASCII without spaces.
    """
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        valid = False
    if not valid or not url.isascii() or not url.isprintable() or " " in url:
        raise CityGraphError("The URL of an endpoint must be http(s)://host/path, in ASCII and without spaces.")
    return parts


def without_secrets(parts: SplitResult) -> str:
    """Write a URL for messages.

    Args:
        parts: The parts of the URL.

    Returns:
        The URL without user name, password, query and fragment, because they may be secret.

    Examples:
        >>> without_secrets(split_url("https://me:word@example.org/sparql?key=1"))
        'https://example.org/sparql'
    """
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def error_reason(error: OSError) -> str:
    """Say why a server cannot be reached.

    Args:
        error: What the connection raised.

    Returns:
        The reason on one line.

    Examples:
        >>> error_reason(TimeoutError())
        'no answer in time. Wait longer with --timeout SECONDS, or ask for less.'
    """
    import socket
    import ssl

    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {_one_line(getattr(error, 'verify_message', '') or error.reason or str(error))}"
    if isinstance(error, TimeoutError):
        return "no answer in time. Wait longer with --timeout SECONDS, or ask for less."
    if isinstance(error, socket.gaierror):
        return "no such host"
    return _one_line(error.strerror or str(error) or type(error).__name__)


def _one_line(text: str) -> str:
    """Shorten a text from the server for a message."""
    return " ".join(text.split())[:160]
