"""Run a command: find its module, print errors on one line, set the exit status, handle interrupts."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..errors import CityGraphError
from ..store.whole_file import delete_unfinished
from .output import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

# The module of this room that contains each command.
VERBS = {
    "about": "graph",
    "ask": "query",
    "bridges": "networks",
    "central": "networks",
    "cite": "reports",
    "claims": "graph",
    "common": "networks",
    "communities": "networks",
    "diagram": "diagrams",
    "export": "exports",
    "find": "names",
    "gaps": "validation",
    "neighbors": "graph",
    "paths": "networks",
    "projects": "plan",
    "query": "query",
    "show": "names",
    "similar": "networks",
    "targets": "plan",
    "timeline": "plan",
    "validate": "validation",
}
_STACK = 64 << 20  # bytes: 8 times a main thread's on Linux; second threads get little elsewhere


class Commands(Mapping[str, click.Command]):
    """All commands by name. A module is imported when its command is looked up, because a run needs only one."""

    def __getitem__(self, name: str) -> click.Command:
        command: click.Command = getattr(import_module(f".{VERBS[name]}", __package__), name)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(VERBS)

    def __len__(self) -> int:
        return len(VERBS)


class OneLineErrors(click.Group):
    """A command group that prints each error as one line on standard error and sets the exit status."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run a command on a second thread and exit with its status.

        A busy engine does not react to Ctrl-C. The main thread only waits, so it does.

        Args:
            args: Passed to `click.Group.main`.
            kwargs: Passed to `click.Group.main`.
        """
        from threading import Thread, stack_size

        done: list[int] = []
        stack_size(_STACK)
        worker = Thread(target=lambda: done.append(self._status(*args, **kwargs)), daemon=True)
        worker.start()
        try:
            while worker.is_alive():
                worker.join(1)
        except KeyboardInterrupt:
            delete_unfinished()
            os._exit(130)
        sys.exit(done[0] if done else 1)

    def _status(self, *args: Any, **kwargs: Any) -> int:
        """Run a command and return its exit status: 0 answered, 1 error, 2 wrong usage."""
        kwargs["standalone_mode"] = False
        # A stream that the caller closed is None: read nothing from it, and drop what is written to it.
        sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
        sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        for stream in (sys.stdout, sys.stderr):
            # A console that cannot show a character shows an escape instead of ending in a traceback.
            if hasattr(stream, "reconfigure") and stream.errors == "strict":
                stream.reconfigure(errors="backslashreplace")
        if "_CITYGRAPH_COMPLETE" in os.environ:
            from .completion import register

            register()
        try:
            status = super().main(*args, **kwargs)
            sys.stdout.flush()
        except click.UsageError as error:
            status = _print_error(error.format_message(), 2)
        except click.ClickException as error:
            status = _print_error(error.format_message(), 1)
        except CityGraphError as error:
            status = _print_error(str(error), 1)
        except (BrokenPipeError, SystemExit):  # click turns a closed pipe into an exit with status 1
            # The reader has seen enough. Without this, flushing the buffer at exit would fail.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = 0
        except OSError as error:
            # Without a file name it is standard output, or a working folder that was deleted.
            gone = isinstance(error, FileNotFoundError)
            what = error.filename or ("The current folder" if gone else "Standard output")
            status = _print_error(f"{what}: {error.strerror}", 1)
        except RecursionError:
            status = _print_error("The input is nested too deeply. Simplify the query or the file.", 1)
        except MemoryError:
            status = _print_error("Not enough memory. Read a smaller graph, or ask for less.", 1)
        except Exception as error:
            status = _print_error(_internal_error(error), 1)
        return status if isinstance(status, int) else 0


def _internal_error(error: Exception) -> str:
    """Return the line for an error in this package, with what a bug report needs."""
    from traceback import extract_tb

    place = extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(place.filename)}, line {place.lineno}"
    return f"Internal error in citygraph: {type(error).__name__}: {error} ({where}). Please report it."


def _print_error(message: str, status: int) -> int:
    """Print an error and return the exit status, unchanged."""
    warn(message, "Error")
    return status
