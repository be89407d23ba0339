"""Write an answer to standard output or to a file, and warnings to standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from ..formats import FORMATS, by_suffix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TextIO

    from ..formats import Format
    from ..render.columns import Style

# The formats of the rows of an answer.
ROWS = tuple(each.name for each in by_suffix("rows").values())
_BINARY = ("xlsx", "png", "pdf")
# The command that writes the formats of a family, for who tries another one.
_WRITERS = {"picture": "diagram", "results": "query"}
_WRITERS |= dict.fromkeys(("table", "network", "rdf", "rdf12", "annotation", "page"), "export")


def warn(message: str, word: str = "Warning") -> None:
    """Print one line on standard error; with --quiet only an error.

    Args:
        message: The message. Its line ends become spaces, and control characters are replaced.
        word: What the line begins with, before a colon.
    """
    from ..escape import terminal
    from .global_options import settings

    if word != "Error" and settings(click.get_current_context(silent=True)).get("quiet"):
        return
    if sys.stderr is not None:
        _print(f"{style_for(sys.stderr)(f'{word}:', word)} {terminal(' '.join(message.split()))}\n", sys.stderr)


def style_for(stream: TextIO) -> Style:
    """Return how words are coloured on a stream.

    Args:
        stream: Standard output or standard error.

    Returns:
        A style with the colours of `COLOURS` at a terminal that has colours, unless ``NO_COLOR`` is set
        (https://no-color.org/). Else one that changes nothing.
    """
    from ..render.columns import COLOURS, plain

    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return plain
    return lambda text, role: click.style(text, fg=COLOURS.get(role))


def _print(text: str, stream: TextIO) -> None:
    """Print a text, which may have colours."""
    # click.echo makes colours work on Windows, but would write UTF-8 to a pipe that is ASCII.
    if stream.isatty():
        click.echo(text, stream, nl=False)
    else:
        print(text, end="", file=stream, flush=True)


def silence_rdflib() -> None:
    """Stop rdflib from logging a traceback for each literal that does not match its datatype. The literal is kept."""
    import logging

    logging.getLogger("rdflib").setLevel(logging.CRITICAL)


def chosen_format(form: str | None, output: str | None, more: Mapping[str, Format] | None = None) -> str:
    """Return the format to write.

    Args:
        form: The value of ``--format``, or None. It overrides the suffix.
        output: The file to write, or None for standard output.
        more: Further formats, by suffix. Those of answers and of their rows are always known.

    Returns:
        The name of the format: `form`, else that of the suffix of `output`, else "text".

    Raises:
        click.UsageError: The file name ends in no known suffix, or a binary format would go to a terminal.

    Examples:
        >>> more = by_suffix("results")
        >>> chosen_format(None, "city.srj", more), chosen_format("text", "city.json"), chosen_format(None, None)
        ('json', 'text', 'text')
    """
    if form or output is None:
        check_terminal(form or "text", output)
        return form or "text"
    formats = {**by_suffix("answer", "rows"), **(more or {})}
    return formats[chosen_suffix(output, formats, "answer.txt")].name


def check_terminal(form: str, output: str | None) -> None:
    """Check that a format can be shown where it goes.

    Args:
        form: The name of the format.
        output: The file to write, or None for standard output.

    Raises:
        click.UsageError: A binary format would go to a terminal.
    """
    if form in _BINARY and output is None and sys.stdout.isatty():
        raise click.UsageError(f"A terminal cannot show {form}. Give a file with -o, such as -o city.{form}.")


def for_terminal(pieces: Iterable[bytes], output: str | None) -> str | Iterable[bytes]:
    """Return a file as `write` takes it.

    Args:
        pieces: The file, piece by piece.
        output: The file to write, or None for standard output.

    Returns:
        The pieces. For a terminal, the text without a byte order mark and with plain line ends.
    """
    if output is not None or not sys.stdout.isatty():
        return pieces
    return b"".join(pieces).decode("utf-8-sig").replace("\r\n", "\n")


def chosen_suffix(output: str, known: Iterable[str], example: str) -> str:
    """Return the suffix of a file name.

    Args:
        output: The file name, in upper or lower case. Empty if no file was given.
        known: The allowed suffixes, with their dots, in lower case.
        example: A file name that the error shows if no file was given.

    Returns:
        The longest of `known` that the file name ends in.

    Raises:
        click.UsageError: The file name ends in none of them, or has nothing before the suffix.

    Examples:
        >>> chosen_suffix("City.EDGES.csv", [".csv", ".edges.csv"], "")
        '.edges.csv'
    """
    name = os.path.basename(output).lower()
    matching = [suffix for suffix in known if name.endswith(suffix) and name != suffix]
    if not matching:
        unknown = os.path.splitext(name)[1]
        problem = (
            f"This command cannot write {unknown!r} files{_writer_of(unknown)}."
            if unknown
            else f"{output!r} has no suffix."
        )
        if not output:
            problem = f"No output file was given. Give one with -o, such as -o {example}."
        raise click.UsageError(f"{problem} Known suffixes: {' '.join(known)}")
    return max(matching, key=len)


def escaped(text: str, form: str | None, encoding: str) -> str:
    r"""Escape the characters that an encoding lacks, if the format has escapes.

    Args:
        text: A document.
        form: The name of its format.
        encoding: The encoding of the stream that it goes to.

    Returns:
        The same document in JSON, Turtle, N-Triples or XML. Any other text gets a question mark for each such
        character.

    Examples:
        >>> escaped('"太à"', "json", "ascii"), escaped("太 steel", "text", "ascii")
        ('"\\u592a\\u00e0"', '? steel')
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        escape = _ESCAPES.get(form or "")
        return "".join(c if c.encode(encoding, "ignore") else escape(c) if escape else "?" for c in text)
    return text


def _json_escape(character: str) -> str:
    """Return the escape of a character in JSON: of two halves, if it is beyond U+FFFF."""
    import json

    return json.dumps(character)[1:-1]


_ESCAPES: dict[str, Callable[[str], str]] = {
    "json": _json_escape,
    "json-ld": _json_escape,
    "turtle": lambda c: f"\\U{ord(c):08X}",
    "ntriples": lambda c: f"\\U{ord(c):08X}",
    "xml": lambda c: f"&#{ord(c)};",
}


def _writer_of(suffix: str) -> str:
    """Return a hint at the command that writes files with a suffix, if there is one."""
    families = {each.family for each in FORMATS if suffix in each.suffixes}
    writers = sorted({_WRITERS[family] for family in families if family in _WRITERS})
    return f" (citygraph {writers[0]} can)" if writers else ""


def write(text: str | bytes | Iterable[bytes], output: str | None, form: str | None = None) -> None:
    """Write an answer to standard output or to a file.

    A file is written in full or not at all: if anything fails, an existing file stays as it was. A link is followed,
    and the permissions of an existing file are kept. A pipe or a device is written to directly.

    Args:
        text: The answer: text, bytes, or the pieces of a file in order. Text is written to a file as UTF-8.
        output: The file name, or None for standard output.
        form: The name of the format, which decides how characters are escaped that standard output cannot show.

    Raises:
        click.ClickException: The file cannot be written.
    """
    if output is None:
        if isinstance(text, str):
            asked = sys.stdout.errors not in ("replace", None)  # PYTHONIOENCODING=ascii:xmlcharrefreplace
            shown = str(text) if asked else escaped(str(text), form, sys.stdout.encoding)
            _print(shown, sys.stdout)
            if shown != text and form not in _ESCAPES:
                warn(
                    f"The encoding of standard output ({sys.stdout.encoding}) lacks characters of the answer, shown as "
                    "'?'. Set PYTHONIOENCODING=utf-8, or write a file with -o."
                )
            return
        sys.stdout.buffer.writelines([text] if isinstance(text, bytes) else text)
        sys.stdout.buffer.flush()
        return
    # Most answers go to standard output.
    from ..store.whole_file import write_file
    from .global_options import system_path

    pieces = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        write_file(system_path(output), [pieces] if isinstance(pieces, bytes) else pieces)
    except OSError as error:
        raise click.ClickException(f"Cannot write {output}: {error.strerror}") from None
