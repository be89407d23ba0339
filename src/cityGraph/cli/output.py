"""Where an answer is written: stdout, a file written whole, warnings."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUFFIXES = {".txt": "text", ".json": "json"}
_unfinished: dict[str, Any] = {}  # files being written, by name


def warn(message: str, word: str = "Warning") -> None:
    """Say one line on stderr."""
    from ..escape import terminal

    # Not click.echo, which takes a stream of ASCII for one of UTF-8.
    if sys.stderr is not None:
        print(f"{word}: {terminal(' '.join(message.split()))}", file=sys.stderr, flush=True)


def hush() -> None:
    """Keep rdflib from logging a traceback for each literal that is not of its datatype: the literal is kept."""
    import logging

    logging.getLogger("rdflib").setLevel(logging.CRITICAL)


def chosen_format(form: str | None, output: str | None, **more: str) -> str:
    """Return the format of an answer: the one asked for, else the one of the file's suffix, else text."""
    if form or output is None:
        return form or "text"
    suffixes = _SUFFIXES | {f".{suffix}": name for suffix, name in more.items()}
    return suffixes[chosen_suffix(output, suffixes, f"{output!r} has no suffix to choose a format")]


def chosen_suffix(output: str, known: Iterable[str], hint: str) -> str:
    """Return the longest of the known suffixes that the file name ends in; a usage error if there is none."""
    name = os.path.basename(output).lower()
    ends = [suffix for suffix in known if name.endswith(suffix) and name != suffix]
    if not ends:
        found = os.path.splitext(name)[1]
        what = f"no format of this verb ends in {found!r}" if found else hint
        raise click.UsageError(f"{what}; known are {' '.join(known)}")
    return max(ends, key=len)


def put(text: str | bytes | Iterable[bytes], output: str | None) -> None:
    """Write an answer to standard output, or to a file that appears whole or not at all."""
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


def abandon() -> None:
    """Take away what is half written: the thread that writes it ends with the process."""
    for partial, stream in list(_unfinished.items()):
        with suppress(OSError, ValueError):
            stream.close()  # Windows takes no file away that is open
        with suppress(OSError):
            os.unlink(partial)
