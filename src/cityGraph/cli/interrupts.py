"""End the process when it is interrupted, or when an engine aborts for want of memory; imported before all else."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

_ABORTED = 127  # the status with which the C library ends a process that gets no memory for a thread


def end_quietly() -> None:
    """Let Ctrl-C end the process with 130, without a word and without a half-written file.

    If the caller ignores Ctrl-C, as a shell does for a job in the background, it stays ignored.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)


def _interrupted(_signal: int, _frame: FrameType | None) -> None:
    """End the process."""
    if writing := sys.modules.get("cityGraph.store.whole_file"):
        writing.delete_unfinished()
    os._exit(130)


def watch_memory() -> None:
    """Go on in a child process if the memory of this one is limited (``ulimit -v``), and wait for its end.

    An engine that gets no memory aborts the process, and says so in its own words. The parent says it in one line.
    Nothing happens without a limit, on Windows, or if a standard stream is closed.
    """
    try:
        from resource import RLIM_INFINITY, RLIMIT_AS, getrlimit
    except ImportError:
        return
    limit = getrlimit(RLIMIT_AS)[0]
    if limit == RLIM_INFINITY or None in (sys.stdin, sys.stdout, sys.stderr):
        return
    readable, writable = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(writable, 2)
        os.close(readable)
        os.close(writable)
        # What Python knows of the old stream, such as that it is a file with positions, is not true of the pipe.
        old = sys.stderr
        sys.stderr = open(2, "w", 1, encoding=old.encoding, errors=old.errors, closefd=False)  # noqa: SIM115
        return
    os.close(writable)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda number, _: os.kill(child, number))
    said = b"".join(iter(lambda: os.read(readable, 65536), b""))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status in (-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS, _ABORTED):
        said = f"Error: {not_enough_memory()}\n".encode()
        status = 1
    os.write(2, said)
    os._exit(status if status >= 0 else 128 - status)


def not_enough_memory() -> str:
    """Return the message for a process that got no memory.

    Returns:
        What is wrong and what to do; with the limit, if there is one.
    """
    limit = ""
    try:
        from resource import RLIM_INFINITY, RLIMIT_AS, getrlimit

        allowed = getrlimit(RLIMIT_AS)[0]
        limit = f" (limited to {allowed >> 20} MB by ulimit -v)" if allowed != RLIM_INFINITY else ""
    except (ImportError, MemoryError):
        pass
    return f"Not enough memory{limit}. Allow more, read a smaller graph, or ask for less."
