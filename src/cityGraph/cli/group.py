"""The command group: its verbs, one line per error, exit status, interrupts."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..errors import CityGraphError
from .output import abandon, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

# Which module of this room holds a verb.
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
_STACK = 64 << 20  # what Linux gives to a main thread, eight times: elsewhere a second thread has little


class Commands(Mapping[str, click.Command]):
    """All commands by name. A command's module is imported when the command is looked up: a run needs one of them."""

    def __getitem__(self, name: str) -> click.Command:
        command: click.Command = getattr(import_module(f".{VERBS[name]}", __package__), name)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(VERBS)

    def __len__(self) -> int:
        return len(VERBS)


class OneLine(click.Group):
    """A group whose every refusal is one line on stderr, with the exit status that the README promises."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Answer on a second thread: an engine that computes looks at no signal, the main thread, which waits, does."""
        from threading import Thread, stack_size

        done: list[int] = []
        stack_size(_STACK)
        worker = Thread(target=lambda: done.append(self._status(*args, **kwargs)), daemon=True)
        worker.start()
        try:
            while worker.is_alive():
                worker.join(1)
        except KeyboardInterrupt:
            abandon()
            os._exit(130)
        sys.exit(done[0] if done else 1)

    def _status(self, *args: Any, **kwargs: Any) -> int:
        kwargs["standalone_mode"] = False
        # A caller that closed a stream wants nothing from it.
        sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
        sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        for stream in (sys.stdout, sys.stderr):
            # A console that cannot show a character gets an escape in its place, never a traceback.
            if hasattr(stream, "reconfigure") and stream.errors == "strict":
                stream.reconfigure(errors="backslashreplace")
        if "_CITYGRAPH_COMPLETE" in os.environ:
            from .completion import enter

            enter()
        try:
            status = super().main(*args, **kwargs)
            sys.stdout.flush()
        except click.UsageError as error:
            status = _refuse(error.format_message(), 2)
        except click.ClickException as error:
            status = _refuse(error.format_message(), 1)
        except CityGraphError as error:
            status = _refuse(str(error), 1)
        except (BrokenPipeError, SystemExit):  # click's answer to a closed pipe is to exit with 1
            # The reader has seen enough; what is still buffered must not complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = 0
        except OSError as error:
            # What has no name is standard output or, without a file to find, the folder one stands in.
            what = error.filename or ("this folder" if isinstance(error, FileNotFoundError) else "output")
            status = _refuse(f"{what}: {error.strerror}", 1)
        except RecursionError:
            status = _refuse("nested too deeply to be read", 1)
        except MemoryError:
            status = _refuse("there is not enough memory for this", 1)
        except Exception as error:
            status = _refuse(_stumbled(error), 1)
        return status if isinstance(status, int) else 0


def _stumbled(error: Exception) -> str:
    """A fault of ours, in one line that a report of it needs."""
    from traceback import extract_tb

    place = extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(place.filename)}, line {place.lineno}"
    return (
        f"citygraph stumbled, which is a fault of its own: {type(error).__name__}: {error} ({where}); please report it"
    )


def _refuse(message: str, status: int) -> int:
    warn(message, "Error")
    return status
