"""Read the graphs, texts and queries that arguments name."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from .global_options import opened, settings, system_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph
    from .options import Request


def open_graph(request: Request, source: str) -> CityGraph:
    """Open the graph that an argument names, with the engine, language and timeout that were given.

    Args:
        request: The run of the command.
        source: A source as ``--from`` takes it.

    Returns:
        The graph. Its notes are not printed: they have to be given to `Request.city`.

    Raises:
        CityGraphError: The source cannot be opened.
    """
    return opened({**settings(click.get_current_context()), "language": request.language}, source)


def read_texts(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Read the texts of sources, each given as ``[SOURCE=]FILE``.

    Args:
        texts: The values of ``--text``. A value that is the name of an existing file is not split at "=".

    Returns:
        For each value the source and the text of the file. The source is "" if the value names none.

    Raises:
        BadData: A file is missing, or is not text.
    """
    from ..store.files import read

    split = [
        text.partition("=") if "=" in text and not os.path.exists(system_path(text)) else ("", "", text)
        for text in texts
    ]
    return [(source, read(system_path(file)).decode()) for source, _, file in split]


def read_query(text: str) -> str:
    """Return the query that an argument means.

    Args:
        text: The query, the name of a file that contains it, or "-" for standard input. A name that ends in ``.rq``
            or ``.sparql`` is always a file.

    Returns:
        The text of the query.

    Raises:
        click.ClickException: Standard input is not UTF-8.
        BadData: The file is missing, or is not text.
    """
    if text == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise click.ClickException(f"Standard input, line {line}: not UTF-8. Convert it to UTF-8.") from None
    if text.endswith((".rq", ".sparql")) or (len(text) < 256 and os.path.isfile(system_path(text))):
        from ..store.files import read

        return read(system_path(text)).decode()
    return text


def read_words(text: str) -> str:
    """Return the text that an argument means.

    Args:
        text: The text, the name of a file that contains it, or "-" for standard input. A name that ends in ``.txt`` or
            ``.md`` and has no space is always a file.

    Returns:
        The text.

    Raises:
        click.ClickException: Standard input is not UTF-8.
        BadData: The file is missing, is a folder, or is not text.
    """
    if text == "-":
        return read_query("-")
    named = text.lower().endswith((".txt", ".md", ".markdown")) and not any(map(str.isspace, text))
    path = system_path(text)
    # A folder is refused: its name alone is no sentence, and was meant as a file.
    if named or (len(text) < 256 and (os.path.isfile(path) or os.path.isdir(path))):
        from ..store.files import read

        return read(path).decode()
    return text
