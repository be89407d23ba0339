"""Start the command quickly: a process that has imported it already forks for each start.

The forked process gets the arguments, environment, working folder and pipes of the caller, and runs the entry point of
the command to its exit status. The imports are shared, the shipped city as each engine has read it, and the hash seed.

What the interpreter reads when it starts cannot be changed in a fork: ask `can_start` first.
"""

from __future__ import annotations

import atexit
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Lock
from typing import Any

# What the interpreter, the loader or the allocator reads at its start.
_AT_START = ("PYTHON", "LC_", "LANG", "LD_", "MALLOC_", "TZ")
_LENGTH = 8  # bytes before each message that give its length


class Warm:
    """The process that forks, and the pipes to it. It ends with the process that made it."""

    def __init__(self, env: Mapping[str, str]) -> None:
        ours, theirs = socket.socketpair()
        self._start = _at_start(env)
        self._lock = Lock()
        self.forked = 0
        self._socket = ours
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                pass_fds=[theirs.fileno()],
            )
        atexit.register(self._end)
        if _receive(ours) is None:
            said = self._process.communicate()[0]
            raise RuntimeError(f"The command cannot be imported: {said.decode('utf-8', 'replace')}")

    def _end(self) -> None:
        self._socket.close()
        self._process.wait(10)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def can_start(self, env: Mapping[str, str]) -> bool:
        """Whether a fork can stand for a process that starts in this environment, now."""
        return _at_start(env) == self._start and not self._lock.locked()

    def run(
        self, arguments: Sequence[str | bytes], *, stdin: bytes, cwd: str, env: Mapping[str, str], timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the command, `arguments` beginning with its name, as `subprocess.run` with `capture_output` does."""
        argv = [os.fsdecode(each) for each in arguments]
        message = json.dumps({"argv": argv, "cwd": cwd, "env": dict(env)}).encode()
        with self._lock, ExitStack() as opened:
            pipes = [os.pipe() for _ in range(3)]
            theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
            ours = [pipes[0][1], pipes[1][0], pipes[2][0]]
            for end in ours:
                opened.callback(_close, end)
            socket.send_fds(self._socket, [len(message).to_bytes(_LENGTH)], theirs)
            self._socket.sendall(message)
            for end in theirs:
                os.close(end)
            started = _receive(self._socket)
            assert started is not None, "the warm process has ended"
            self.forked += 1
            late = False
            try:
                out, err = _talk(ours, stdin, timeout)
            except TimeoutError:
                # Until it is told to, the warm process does not ask how the command ended, so the number is its own.
                os.kill(started["pid"], signal.SIGKILL)
                late = True
            _send(self._socket, {})
            ended = _receive(self._socket)
            assert ended is not None, "the warm process has ended"
            if late:
                raise subprocess.TimeoutExpired(argv, timeout)
        return subprocess.CompletedProcess(argv, ended["status"], out, err)


def _at_start(env: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if name.startswith(_AT_START)}


def _close(end: int) -> None:
    with suppress(OSError):  # closed when all was written
        os.close(end)


def _talk(ends: list[int], stdin: bytes, timeout: float) -> tuple[bytes, bytes]:
    """Write to the first pipe while reading the two others to their end."""
    to, *read = ends
    said: dict[int, list[bytes]] = {end: [] for end in read}
    until = time.monotonic() + timeout
    with selectors.DefaultSelector() as waiting:
        if stdin:
            os.set_blocking(to, False)
            waiting.register(to, selectors.EVENT_WRITE)
        else:
            os.close(to)
        for end in read:
            waiting.register(end, selectors.EVENT_READ)
        while waiting.get_map():
            ready = waiting.select(until - time.monotonic())
            if not ready and time.monotonic() >= until:
                raise TimeoutError
            for key, _ in ready:
                if key.fd == to:
                    try:
                        stdin = stdin[os.write(to, stdin[:65536]) :]
                    except BrokenPipeError:
                        stdin = b""
                    if not stdin:
                        waiting.unregister(to)
                        os.close(to)
                elif chunk := os.read(key.fd, 65536):
                    said[key.fd].append(chunk)
                else:
                    waiting.unregister(key.fd)
    out, err = (b"".join(said[end]) for end in read)
    return out, err


def _send(to: socket.socket, message: dict[str, Any]) -> None:
    written = json.dumps(message).encode()
    to.sendall(len(written).to_bytes(_LENGTH) + written)


def _receive(of: socket.socket) -> Any:
    """The next message, or None if the other side has ended."""
    head = _exactly(of, _LENGTH)
    return json.loads(_exactly(of, int.from_bytes(head))) if head else None


def _exactly(of: socket.socket, length: int) -> bytes:
    got = b""
    while len(got) < length and (more := of.recv(length - len(got))):
        got += more
    return got


# What follows runs in the process that forks.


def _import_all() -> None:
    """Import the command, and what its verbs import when they run; read the shipped city. No thread is started."""
    import pkgutil
    from importlib import import_module

    import cityGraph

    for module in pkgutil.walk_packages(cityGraph.__path__, "cityGraph."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in (
        "click.shell_completion",
        "graphviz_pure",
        "networkx",
        "oxrdflib",
        "pydot",
        "pyoxigraph",
        "pyshacl",
        "rdflib",
        "rdflib.plugins.parsers.notation3",
        "rdflib.plugins.parsers.ntriples",
        "rdflib.plugins.sparql.processor",
        "xlsxwriter",
    ):
        with suppress(ImportError):
            import_module(name)
    _read_shipped()
    threads = len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1
    if threads > 1:
        raise SystemExit(f"{threads} threads run after the imports; a fork would have one of them")


def _read_shipped() -> None:
    """Read the shipped city once on each engine: a fork that opens it, and nothing else, takes what was read."""
    from importlib import import_module

    from cityGraph.store.engine import ENGINES
    from cityGraph.store.shipped import data_file, ontology_files

    shipped = ((data_file(),), tuple(ontology_files()))
    for name in ENGINES.values():
        module: Any = import_module(f"cityGraph.store.{name}")
        read, ready = module.load, module.load(*shipped)

        def load(files: tuple[str, ...], ontology: tuple[str, ...] = (), read: Any = read, ready: Any = ready) -> Any:
            return ready if (files, ontology) == shipped else read(files, ontology)

        module.load = load


def _serve(connection: socket.socket) -> None:
    """Fork for each request, until the other side ends."""
    import gc

    gc.freeze()
    _send(connection, {})
    while True:
        head, fds, _, _ = socket.recv_fds(connection, _LENGTH, 3)
        if not head:
            return
        request = json.loads(_exactly(connection, int.from_bytes(head)))
        pid = os.fork()
        if pid == 0:
            connection.close()
            _become(request, fds)
        for end in fds:
            os.close(end)
        _send(connection, {"pid": pid})
        if _receive(connection) is None:
            return
        _send(connection, {"status": os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])})


def _become(request: dict[str, Any], fds: list[int]) -> None:
    """Be the command as it is when it starts: its streams, arguments, environment and folder."""
    try:
        for number, end in enumerate(fds):
            os.dup2(end, number)
            if end > 2:
                os.close(end)
        sys.stdin, sys.stdout, sys.stderr = (
            _stream(number, was) for number, was in enumerate((sys.stdin, sys.stdout, sys.stderr))
        )
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]
        sys.argv = request["argv"]
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        from cityGraph.cli.command import run

        run()
    finally:
        os._exit(1)  # `run` never returns


def _stream(number: int, was: Any) -> Any:
    """A text stream on a descriptor, as the interpreter makes it at its start."""
    import io

    buffer: Any = open(number, "wb" if number else "rb", closefd=False)  # noqa: SIM115
    lines = number == 2 or os.isatty(number)
    return io.TextIOWrapper(buffer, encoding=was.encoding, errors=was.errors, newline="\n", line_buffering=lines)


if __name__ == "__main__":
    sys.path[0] = str(Path(sys.executable).parent)  # as for the installed command
    _import_all()
    _serve(socket.socket(fileno=int(sys.argv[1])))
    atexit._run_exitfuncs()
    os._exit(0)
