"""Where an answer is written: stdout, a file written whole, warnings."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..errors import CityGraphError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..render.columns import Style
    from ..store.open import CityGraph

_SUFFIXES = {".txt": "text", ".json": "json"}
_unfinished: dict[str, Any] = {}  # files being written, by name
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
            _abandon()
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


def warn(message: str, word: str = "Warning") -> None:
    """Say one line on stderr."""
    from ..render.columns import safe

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
        from ..store.open import open as open_city

        if self._engine == "rdflib":
            hush()
        city = open_city(*self._files, engine=self._engine, language=self._language, timeout=self._timeout)
        if self._sources:
            from ..graph.sources import according_to

            city = according_to(city, *self._sources)
        return city

    @property
    def columns(self) -> int:
        """The width of what is printed."""
        from ..render.columns import WIDEST

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
        from ..render.columns import plain

        if self.output or os.environ.get("NO_COLOR") or not sys.stdout.isatty():
            return plain
        return lambda text, colour: click.style(text, fg=colour or None)

    def say(self, answer: Any, text: Callable[[], str]) -> None:
        """Put the answer: as JSON, or as the text that is made where it is wanted."""
        from ..render.rows import as_json

        self.put(as_json(answer) if self.form == "json" else text())

    def put(self, text: str | bytes | Iterable[bytes]) -> None:
        """Put `text`, bytes, or a file piece by piece, where it was asked for; then say what is to be known of it."""
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
    return answers_in("text", "json")(verb)


def answers_in(*forms: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The same, for a verb that answers in these formats."""
    told = f"{forms[0]} (the default){''.join(f', {form}' for form in forms[1:-1])} or {forms[-1]}."

    def decorated(verb: Callable[..., None]) -> Callable[..., None]:
        @_source
        @click.option("--format", "form", type=click.Choice(forms), metavar="NAME", help=told)
        @_output
        @wraps(verb)
        def answering(form: str | None, output: str | None, sources: tuple[str, ...], **given: Any) -> None:
            verb(Asked(click.get_current_context(), form, output, sources), **given)

        return answering

    return decorated


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
    name = os.path.basename(output).lower()
    ends = [suffix for suffix in known if name.endswith(suffix) and name != suffix]
    if not ends:
        found = os.path.splitext(name)[1]
        what = f"no format of this verb ends in {found!r}" if found else hint
        raise click.UsageError(f"{what}; known are {' '.join(known)}")
    return max(ends, key=len)


def _put(text: str | bytes | Iterable[bytes], output: str | None) -> None:
    if output is None:
        if isinstance(text, bytes):
            sys.stdout.buffer.write(text)
            sys.stdout.buffer.flush()
            return
        # At a terminal click knows what colour takes on Windows; in a pipe it takes ASCII for UTF-8.
        if sys.stdout.isatty():
            click.echo(text, nl=False)
        else:
            print(text, end="", flush=True)
        return
    pieces = [text.encode("utf-8", "surrogatepass")] if isinstance(text, str) else text
    # Whole or not at all: a refused command leaves an existing file as it was. A link is followed, and what is no file
    # (a pipe, /dev/stdout) is written to.
    kept = os.path.isfile(output)
    target = os.path.realpath(output) if kept or not os.path.exists(output) else output
    partial = f"{target}.{os.getpid()}.part" if kept or not os.path.exists(output) else output
    try:
        with open(partial, "wb") as stream:
            if partial != target:
                _unfinished[partial] = stream
            stream.writelines([pieces] if isinstance(pieces, bytes) else pieces)
        if partial != target:
            if kept:
                os.chmod(partial, os.stat(target).st_mode & 0o777)
            os.replace(partial, target)
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from None
    finally:
        if _unfinished.pop(partial, None) and os.path.exists(partial):
            os.unlink(partial)


def _abandon() -> None:
    """Take away what is half written: the thread that writes it ends with the process."""
    for partial, stream in list(_unfinished.items()):
        with suppress(OSError, ValueError):
            stream.close()  # Windows takes no file away that is open
        with suppress(OSError):
            os.unlink(partial)


def given_texts(texts: Iterable[str]) -> list[tuple[str, str]]:
    """The texts that ``[SOURCE=]FILE`` names, each with its source, or with none where the text must say it."""
    from ..store.files import read

    split = [text.partition("=") if "=" in text and not os.path.exists(text) else ("", "", text) for text in texts]
    return [(source, read(file).decode()) for source, _, file in split]


def query_text(text: str) -> str:
    """The query that an argument is: its text, a file that holds it, or what comes in."""
    if text == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise click.ClickException(f"standard input, line {line}: not UTF-8") from None
    if text.endswith((".rq", ".sparql")) or (len(text) < 256 and os.path.isfile(text)):
        from ..store.files import read

        return read(text).decode()
    return text
