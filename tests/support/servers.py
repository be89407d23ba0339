"""Servers of SPARQL: Oxigraph and Virtuoso with files in them, and one that misbehaves."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any
from urllib.parse import parse_qs
from urllib.request import Request, urlopen

JSON = "application/sparql-results+json"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def oxigraph(*files: Path) -> Iterator[str]:
    """The URL of an Oxigraph server that holds these files."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("oxigraph")), "serve", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        kinds = {".ttl": "text/turtle", ".nt": "application/n-triples"}
        for file in files:
            url = f"http://127.0.0.1:{port}/store?default"
            urlopen(Request(url, file.read_bytes(), {"Content-Type": kinds[file.suffix]}, method="POST")).close()
        yield f"http://127.0.0.1:{port}/query"
    finally:
        process.terminate()
        process.wait()


def has_virtuoso() -> bool:
    """Whether Virtuoso is installed, as Debian packs it (apt-get install virtuoso-opensource-7-bin)."""
    return bool(shutil.which("virtuoso-t") and shutil.which("isql-vt"))


@contextmanager
def virtuoso(*files: Path) -> Iterator[str]:
    """The URL of a Virtuoso server that holds these Turtle files in one graph."""
    port, http = free_port(), free_port()
    names = ("DatabaseFile", "ErrorLogFile", "LockFile", "TransactionFile", "xa_persistent_file")
    settings = [
        "[Database]",
        *(f"{name} = of-{name}" for name in names),
        "[TempDatabase]\nDatabaseFile = temporary\nTransactionFile = of-temporary",
        f"[Parameters]\nServerPort = {port}\nDirsAllowed = .\nNumberOfBuffers = 4000",
        f"[HTTPServer]\nServerPort = {http}\n[SPARQL]\nResultSetMaxRows = 10000\n",
    ]
    command = ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]
    with TemporaryDirectory() as folder:
        Path(folder, "virtuoso.ini").write_text("\n".join(settings))
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(port, process)
            wait_for(http, process)
            for file in files:
                shutil.copy(file, Path(folder, file.name))
                load = f"DB.DBA.TTLP(file_to_string_output('{file.name}'), '', 'urn:city', 0);"
                loader = ["isql-vt", str(port), "dba", "dba", f"exec={load}"]
                subprocess.run(loader, cwd=folder, check=True, capture_output=True)
            yield f"http://127.0.0.1:{http}/sparql"
        finally:
            process.terminate()
            process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return as soon as the server listens."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert process.poll() is None
            time.sleep(0.05)


class Handler(BaseHTTPRequestHandler):
    """Answers a query as the function `act` of its server does."""

    def do_POST(self) -> None:
        server: Any = self.server
        length = int(self.headers["Content-Length"])
        server.asked.append((dict(self.headers), parse_qs(self.rfile.read(length).decode())))
        try:
            server.act(self)
        except OSError:
            self.close_connection = True

    def say(self, status: int, content: bytes = b"", kind: str | None = JSON, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": kind} if kind else {}).items():
            self.send_header(name, value)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing: what the server says is the matter of the test."""


@contextmanager
def hostile(act: Callable[[Any], None]) -> Iterator[tuple[str, list[tuple[dict[str, str], dict[str, list[str]]]]]]:
    """The URL of a server that acts so, and what it was asked."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    server.act, server.asked = act, []
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql", server.asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
