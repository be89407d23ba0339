"""The manners of the shell: one line for a refusal, its exit status, formats and files, width and colours."""

from __future__ import annotations

import os
import sys
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, NoReturn

import click

from .errors import CityGraphError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .store import CityGraph
    from .terminal import Style

_SUFFIXES = {".txt": "text", ".json": "json"}
_STACK = 64 << 20  # what Linux gives to a main thread, eight times: elsewhere a second thread has little


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
        return status if isinstance(status, int) else 0


def _refuse(message: str, status: int) -> int:
    warn(message, "Error")
    return status


def warn(message: str, word: str = "Warning") -> None:
    """Say one line on stderr."""
    from .terminal import safe

    # Not click.echo, which takes a stream of ASCII for one of UTF-8.
    if sys.stderr is not None:
        print(f"{word}: {safe(' '.join(message.split()))}", file=sys.stderr, flush=True)


class SourceName(click.Path):
    """A file, a folder or a URL; the environment parts several as PATH does, and the colons of a URL part nothing."""

    def split_envvar_value(self, rv: str) -> list[str]:
        """The sources that a variable names."""
        import re

        return [part for part in re.split(rf"{re.escape(os.pathsep)}(?!//|\d+(?:/|$))", rv) if part]


class Asked:
    """One command being answered: its city, and how its answer is to be put."""

    def __init__(self, context: click.Context, form: str | None, output: str | None, sources: tuple[str, ...]) -> None:
        self.form, self.output, self._sources = form, output, sources
        self._files, self._engine, self._language, self._timeout = context.obj

    def formats(self, **more: str) -> None:
        """Settle the format, by the option or by the suffix of the file; `more` are suffixes that a verb adds."""
        self.form = _form(self.form, self.output, **more)

    def suffix(self, known: Iterable[str], hint: str) -> str:
        """The suffix of the file to write, one of those `known`; `hint` is said where there is no file."""
        return _suffix(self.output or "", known, hint)

    @cached_property
    def city(self) -> CityGraph:
        """The graph that is asked, opened when it is first needed."""
        from .store import open as open_city

        if self._engine == "rdflib":
            hush()
        city = open_city(*self._files, engine=self._engine, language=self._language, timeout=self._timeout)
        if self._sources:
            from .sources import according_to

            city = according_to(city, *self._sources)
        return city

    @property
    def columns(self) -> int:
        """The width of what is printed."""
        from .terminal import WIDEST

        columns = os.environ.get("COLUMNS", "")
        if self.output:
            return 80
        if not (columns.isdecimal() and len(columns) < 10):
            try:
                columns = str(os.get_terminal_size(sys.stdout.fileno()).columns)
            except (OSError, ValueError):
                columns = "80"
        return max(40, min(int(columns) or 80, WIDEST))

    @property
    def style(self) -> Style:
        """How words are coloured: not at all but at a terminal."""
        from .terminal import plain

        if self.output or os.environ.get("NO_COLOR") or not sys.stdout.isatty():
            return plain
        return lambda text, colour: click.style(text, fg=colour or None)

    def say(self, answer: Any, text: Callable[[], str]) -> None:
        """Put the answer: as JSON, or as the text that is made where it is wanted."""
        from .render import as_json

        self.put(as_json(answer) if self.form == "json" else text())

    def put(self, text: str | bytes) -> None:
        """Put `text`, or the bytes of a picture, where it was asked for; then what is to be known of the answer."""
        _put(text, self.output)
        for note in self.city.notes:
            warn(note, "Note")


def hush() -> None:
    """Keep rdflib from logging a traceback for each literal that is not of its datatype: the literal is kept."""
    import logging

    logging.getLogger("rdflib").setLevel(logging.CRITICAL)


_source = click.option(
    "--source", "sources", multiple=True, metavar="NAME", help="Only what this source says; may be given again."
)
_output = click.option("-o", "--output", metavar="FILE", help="Write to a file; its suffix chooses the format.")


def answers(verb: Callable[..., None]) -> Callable[..., None]:
    """The options that every verb shares; the verb gets them as an `Asked`."""

    @_source
    @click.option("--format", "form", type=click.Choice(["text", "json"]), help="text (the default) or json.")
    @_output
    @wraps(verb)
    def answering(form: str | None, output: str | None, sources: tuple[str, ...], **given: Any) -> None:
        verb(Asked(click.get_current_context(), form, output, sources), **given)

    return answering


def writes(verb: Callable[..., None]) -> Callable[..., None]:
    """The options of a verb whose answer is a file; the verb gets them as an `Asked`."""

    @_source
    @_output
    @wraps(verb)
    def writing(output: str | None, sources: tuple[str, ...], **given: Any) -> None:
        verb(Asked(click.get_current_context(), None, output, sources), **given)

    return writing


def _form(form: str | None, output: str | None, **more: str) -> str:
    if form or output is None:
        return form or "text"
    suffixes = _SUFFIXES | {f".{suffix}": name for suffix, name in more.items()}
    return suffixes[_suffix(output, suffixes, f"{output!r} has no suffix to choose a format")]


def _suffix(output: str, known: Iterable[str], hint: str) -> str:
    found = os.path.splitext(output)[1].lower()
    if found not in known:
        what = f"no format of this verb ends in {found!r}" if found else hint
        raise click.UsageError(f"{what}; known are {' '.join(known)}")
    return found


def _put(text: str | bytes, output: str | None) -> None:
    if output is None:
        assert isinstance(text, str)
        # At a terminal click knows what colour takes on Windows; in a pipe it takes ASCII for UTF-8.
        if sys.stdout.isatty():
            click.echo(text, nl=False)
        else:
            print(text, end="", flush=True)
        return
    # Whole or not at all: a refused command leaves an existing file as it was. A link is followed, and what is no file
    # (a pipe, /dev/stdout) is written to.
    kept = os.path.isfile(output)
    target = os.path.realpath(output) if kept or not os.path.exists(output) else output
    partial = f"{target}.{os.getpid()}.part" if kept or not os.path.exists(output) else output
    try:
        with open(partial, "wb") as stream:
            stream.write(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
        if partial != target:
            if kept:
                os.chmod(partial, os.stat(target).st_mode & 0o777)
            os.replace(partial, target)
    except OSError as error:
        if partial != target and os.path.exists(partial):
            os.unlink(partial)
        raise click.ClickException(f"{output}: {error.strerror}") from None


def query_text(text: str) -> str:
    """The query that an argument is: its text, a file that holds it, or what comes in."""
    if text == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise click.ClickException(f"standard input, line {line}: not UTF-8") from None
    if text.endswith((".rq", ".sparql")) or (len(text) < 256 and os.path.isfile(text)):
        from .store import read

        return read(text).decode()
    return text
