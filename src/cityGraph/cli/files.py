"""Decide in which format `diagram` and `export` write, and where."""

from __future__ import annotations

import os
import sys
from itertools import count
from typing import TYPE_CHECKING, Any

import click

from ..escape_formats import file_name
from .output import check_terminal, for_terminal, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .options import Request


class FileFormat(click.ParamType[str]):
    """The type of ``--format`` of a command that writes files: the suffix without its dot, or the format's name.

    Args:
        known: Returns the name of each format by its suffix.
    """

    name = "name"

    def __init__(self, known: Callable[[], Mapping[str, str]]) -> None:
        self._known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the suffix of a format.

        Args:
            value: What was typed, such as ``svg``, ``.SVG`` or ``turtle``.
            param: The option.
            ctx: The context of the command.

        Returns:
            The suffix, with its dot.

        Raises:
            click.BadParameter: There is no such format.

        Examples:
            >>> formats = FileFormat(lambda: {".ttl": "turtle", ".nodes.csv": "nodes"})
            >>> [formats.convert(each, None, None) for each in ("ttl", ".TTL", "turtle", "nodes.csv")]
            ['.ttl', '.ttl', '.ttl', '.nodes.csv']
        """
        known = self._known()
        typed = str(value).lower().removeprefix(".")
        by_name = {name: suffix for suffix, name in reversed([*known.items()])}
        if f".{typed}" in known:
            return f".{typed}"
        if typed not in by_name:
            self.fail(f"{value!r} is not one of: {', '.join(each[1:] for each in known)}.", param, ctx)
        return by_name[typed]


def names_file(request: Request, *, opens: bool = False) -> bool:
    """Return whether the command names the file itself.

    Args:
        request: The run of the command.
        opens: Whether the file is to be opened.

    Returns:
        True if no file was given, and standard output is a terminal or the file is to be opened.
    """
    return request.output is None and not request.to_stdout and (opens or sys.stdout.isatty())


def chosen_file_suffix(request: Request, known: Iterable[str], example: str, piped: str, *, opens: bool = False) -> str:
    """Return the suffix of the format to write.

    Args:
        request: The run of the command. Its `form` is the suffix that ``--format`` means, or None.
        known: The suffixes that the command writes.
        example: A file name whose suffix is the format of a file that the command names itself.
        piped: The suffix of the format for standard output.
        opens: Whether the file is to be opened.

    Returns:
        The suffix of ``--format``, else that of the output file, else the default.

    Raises:
        click.UsageError: The output file has no known suffix, or a binary format would go to a terminal.
    """
    if request.form:
        suffix = request.form
    elif request.output is not None:
        suffix = request.file_suffix(known, example)
    else:
        suffix = os.path.splitext(example)[1] if names_file(request, opens=opens) else piped
    if request.to_stdout and opens:
        raise click.UsageError("--open needs a file. Leave out -o -, or give a file with -o.")
    if request.to_stdout:
        check_terminal(suffix[1:], None)
    return suffix


def write_file(
    request: Request,
    content: str | bytes | Iterable[bytes],
    suffix: str,
    stem: Callable[[], str],
    *,
    opens: bool = False,
) -> None:
    """Write to the file that was given, to standard output, or to a new file, whose name a note says.

    Args:
        request: The run of the command.
        content: What to write.
        suffix: The suffix of the format.
        stem: Returns the name for a new file, without suffix. If there is such a file, the name gets a number.
        opens: Whether to open the file with the program of the system for it.
    """
    named = names_file(request, opens=opens)
    if named:
        name = file_name(stem())
        names = (f"{name}{'' if n == 1 else f'-{n}'}{suffix}" for n in count(1))
        request.output = next(each for each in names if not os.path.lexists(each))
    if not isinstance(content, str | bytes):
        content = for_terminal(content, request.output)
    request.write(content)
    if named:
        warn(f"Wrote {request.output}", "Note")
    if opens and request.output and click.launch(os.path.abspath(request.output)):
        warn(f"No program was found that opens {request.output}.", "Note")
