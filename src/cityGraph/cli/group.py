"""Run a command: find its module, print errors on one line, set the exit status, handle interrupts."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..errors import CityGraphError
from .global_options import GlobalOption, as_utf8
from .interrupts import not_enough_memory
from .output import warn
from .verb import no_such_option, options_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each command: the module of this room that defines it, and the group that the help lists it in, in this order.
VERBS = {
    "find": ("names", "Look up"),
    "reconcile": ("names", "Look up"),
    "show": ("names", "Look up"),
    "neighbors": ("graph", "Look up"),
    "about": ("graph", "Look up"),
    "ask": ("query", "Look up"),
    "query": ("query", "Look up"),
    "schema": ("graph", "Look up"),
    "paths": ("networks", "Explore"),
    "common": ("networks", "Explore"),
    "compare": ("cities", "Explore"),
    "similar": ("networks", "Explore"),
    "central": ("networks", "Explore"),
    "communities": ("networks", "Explore"),
    "bridges": ("networks", "Explore"),
    "targets": ("plan", "Plan"),
    "projects": ("plan", "Plan"),
    "timeline": ("plan", "Plan"),
    "gaps": ("validation", "Plan"),
    "claims": ("graph", "Evidence"),
    "cite": ("reports", "Evidence"),
    "check": ("proof", "Evidence"),
    "validate": ("validation", "Evidence"),
    "diff": ("comparison", "Evidence"),
    "diagram": ("diagrams", "Write"),
    "export": ("exports", "Write"),
    "new": ("authoring", "Write"),
    "suggest": ("authoring", "Write"),
    "build": ("authoring", "Write"),
    "merge": ("merging", "Write"),
}
# What libraries say if they get no memory.
_NO_MEMORY = ("failed to map segment", "annot allocate memory", "cannot map")
_STACK = 64 << 20  # bytes: 8 times a main thread's on Linux; second threads get little elsewhere


class Commands(Mapping[str, click.Command]):
    """All commands by name. A module is imported when its command is looked up, because a run needs only one."""

    def __getitem__(self, name: str) -> click.Command:
        command: click.Command = getattr(import_module(f".{VERBS[name][0]}", __package__), name)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(VERBS)

    def __len__(self) -> int:
        return len(VERBS)


class OneLineErrors(click.Group):
    """A command group that prints each error as one line on standard error and sets the exit status."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options of the command itself. Those of its verb are left to the verb.

        Args:
            ctx: The context of the command.
            args: The arguments.

        Returns:
            What is left of them.

        Raises:
            click.UsageError: There is no such option, or it belongs to a verb and none was given.
        """
        own = [param for param in self.get_params(ctx) if not isinstance(param, GlobalOption)]
        stay = [param for param in own if "--help" not in param.opts]
        try:
            return super().parse_args(ctx, options_behind([as_utf8(each) for each in args], stay, self.commands))
        except click.NoSuchOption as error:
            name = error.option_name
            if any(name in param.opts for verb in self.commands.values() for param in verb.params):
                message = f"{name} needs a command, as in: citygraph COMMAND {name}. List them with: citygraph --help"
                raise click.UsageError(message, ctx) from None
            raise no_such_option(name, self.get_params(ctx), ctx) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is named first.

        Args:
            ctx: The context of the command.
            args: The arguments.

        Returns:
            The name, the command, and the other arguments.

        Raises:
            click.UsageError: There is no such command.
        """
        if args[0] in self.commands or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from ..escape import argument
        from .suggestions import VERB_WORDS, suggest

        hint = suggest(args[0], [*self.commands, "--help", "--version"], VERB_WORDS)
        if not hint and not args[0].isascii():
            hint = f" To look up a name, type: citygraph find {argument(args[0])}"
        hint = hint or " List them with: citygraph --help"
        raise click.UsageError(f"No such command {args[0]!r}.{hint}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the names and first lines of the commands in groups.

        Args:
            ctx: The context of the command.
            formatter: Takes the text.
        """
        del ctx
        widest = max(map(len, VERBS))
        for group in dict.fromkeys(group for _, group in VERBS.values()):
            verbs = [name for name, (_, of) in VERBS.items() if of == group]
            with formatter.section(group):
                first = {name: (self.commands[name].help or "").strip().partition("\n")[0] for name in verbs}
                formatter.write_dl([(name.ljust(widest), line) for name, line in first.items()])

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run a command on a second thread and exit with its status.

        A busy engine does not react to Ctrl-C. The main thread only waits, so it does: see `end_quietly`.

        Args:
            args: Passed to `click.Group.main`.
            kwargs: Passed to `click.Group.main`.
        """
        from threading import Thread, stack_size

        done: list[int] = []
        stack_size(_STACK)
        worker = Thread(target=lambda: done.append(self._status(*args, **kwargs)), daemon=True)
        try:
            worker.start()
        except RuntimeError:  # there is no memory for its stack
            sys.exit(_print_error(not_enough_memory(), 1))
        while worker.is_alive():
            worker.join(1)
        sys.exit(done[0] if done else 1)

    def _status(self, *args: Any, **kwargs: Any) -> int:
        """Run a command and return its exit status: 0 answered, 1 error, 2 wrong usage."""
        kwargs["standalone_mode"] = False
        # A stream that the caller closed is None. An answer that goes nowhere must fail, as on a full disk.
        sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
        sys.stdout = sys.stdout or open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115
        sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        for stream in (sys.stdout, sys.stderr):
            # A console that cannot show a character shows a question mark instead of ending in a traceback.
            unset = ("backslashreplace",) if stream is sys.stderr else ("strict", "surrogateescape")
            if isinstance(stream, TextIOWrapper) and stream.errors in unset:
                stream.reconfigure(errors="replace")
        if "_CITYGRAPH_COMPLETE" in os.environ:
            from .completion import register

            register()
        try:
            status = super().main(*args, **kwargs)
            sys.stdout.flush()
        except click.UsageError as error:
            status = _print_error(_with_example(error), 2)
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
            closed = "Standard output is closed. Open it, or name a file with -o."
            status = _print_error(closed if error.errno == errno.EBADF else f"{what}: {error.strerror}", 1)
        except RecursionError:
            status = _print_error("The input is nested too deeply. Simplify the query or the file.", 1)
        except MemoryError:
            status = _print_error(not_enough_memory(), 1)
        except BaseException as error:  # a panic of an engine is no Exception
            short = any(word in str(error) for word in _NO_MEMORY)
            status = _print_error(not_enough_memory() if short else _internal_error(error), 1)
        return status if isinstance(status, int) else 0


def _with_example(error: click.UsageError) -> str:
    """Return the message; with an example of the command if there are too few or too many arguments."""
    message = error.format_message()
    examples = getattr(error.ctx and error.ctx.command, "examples", ())
    miscounted = isinstance(error, click.MissingParameter) or "unexpected extra argument" in message
    return f"{message.rstrip('.')}. For example: citygraph {examples[0]}" if miscounted and examples else message


def _internal_error(error: BaseException) -> str:
    """Return the line for an error in this package, with what a bug report needs."""
    from traceback import extract_tb

    place = extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(place.filename)}, line {place.lineno}"
    return f"Internal error in citygraph: {type(error).__name__}: {error} ({where}). Please report it."


def _print_error(message: str, status: int) -> int:
    """Print an error and return the exit status, unchanged."""
    warn(message, "Error")
    return status
