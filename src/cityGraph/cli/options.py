"""Define the options that commands share, and `Request`, one run of a command."""

from __future__ import annotations

import os
import sys
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from .global_options import opened, settings
from .output import ROWS, chosen_format, chosen_suffix, for_terminal, style_for, warn, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from click.shell_completion import CompletionItem

    from ..formats import Format
    from ..render.columns import Style
    from ..render.table import Table
    from ..store.city import CityGraph


class Request:
    """One run of a command: the graph it reads, and where and how it writes its answer.

    `language` is that of the answer. `form` is the name of the format, or None until `choose_format` sets it; of a
    command that writes files, the suffix that ``--format`` means. `output` is the file to write, or None; `to_stdout`
    is whether it was given as ``-``.
    """

    def __init__(self, context: click.Context, form: str | None, output: str | None, sources: tuple[str, ...]) -> None:
        self.form, self.output, self._sources = form, output, sources
        self.language = str(settings(context)["language"])
        if output == "-":
            self.output = None
        self.to_stdout = output == "-"
        self._context, self._given = context, settings(context)

    def choose_format(self, more: Mapping[str, Format] | None = None) -> None:
        """Set `form`: the format of ``--format``, else that of the output file's suffix, else "text".

        Args:
            more: Further formats of this command, by suffix. Every command knows those of answers and their rows.

        Raises:
            click.UsageError: The output file has no suffix of a known format, or a workbook would go to a terminal.
        """
        self.form = chosen_format(self.form, self.output, more)

    def file_suffix(self, known: Iterable[str], example: str) -> str:
        """Return the suffix of the output file.

        Args:
            known: The allowed suffixes, with their dots, in lower case.
            example: A file name that the error shows if there is no output file.

        Returns:
            The longest of `known` that the file name ends in.

        Raises:
            click.UsageError: The file name ends in none of them.
        """
        return chosen_suffix(self.output or "", known, example)

    @cached_property
    def city(self) -> CityGraph:
        """The graph to read, restricted to the sources of ``--source``. It is opened at first use."""
        city = opened(self._given, *self._given["files"])
        if self._sources:
            from ..graph.sources import according_to

            city = according_to(city, *self._sources)
        return city

    @property
    def read_from(self) -> str:
        """The name of the file that the graph is read from, without folder and suffix; "citygraph" if it is none."""
        files = self._given["files"]
        return os.path.splitext(os.path.basename(files[0]))[0] if len(files) == 1 else "citygraph"

    @property
    def command(self) -> str:
        """What to type before a verb to ask the same graph in the same language: ``--from`` and ``--lang`` as typed."""
        from shlex import quote

        typed = ["citygraph"]
        for name, option in (("files", "--from"), ("language", "--lang")):
            if self._context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
                given = self._given[name]
                typed += [f"{option} {quote(each)}" for each in ([given] if isinstance(given, str) else given)]
        return " ".join(typed)

    @property
    def columns(self) -> int:
        """The width of a line: 80 in a file, else that of the terminal, from 40 to 120."""
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
        """How words are coloured: only on standard output, as `style_for` says."""
        from ..render.columns import plain

        return plain if self.output or self.form in ROWS else style_for(sys.stdout)

    def write_answer(self, answer: Any, text: Callable[[], str], table: Callable[[], Table] | None = None) -> None:
        """Write an answer as JSON, as a table or as text.

        Args:
            answer: The answer, with a method `as_json`.
            text: Makes the text. It also stands for a table without rows, as a note.
            table: Makes the table. By default it is that of the answer's class.
        """
        if self.form == "json":
            from ..render.as_json import as_json

            self.write(as_json(answer))
            return
        if self.form not in ROWS:
            self.write(text())
            return
        from ..render.tables import table_of

        self.write_table(table() if table else table_of(answer, self.language), text)
        if getattr(answer, "followed", ()):
            from ..render.plan_rows import followed_notes
            from ..render.words import WORDS

            for note in followed_notes(answer, WORDS[self.city.language]):
                warn(note.rstrip("：:"), "Note")

    def write_table(self, table: Table, text: Callable[[], str]) -> None:
        """Write a table in one of the formats of `ROWS`.

        Args:
            table: The table.
            text: Makes the text that stands for a table without rows.
        """
        from ..exports.tables import written

        rows = list(table.rows)
        self.write(for_terminal(written(table._replace(rows=rows), str(self.form)), self.output))
        if not rows:
            warn(text(), "Note")

    def write(self, text: str | bytes | Iterable[bytes]) -> None:
        """Write to the output file or to standard output, then print the notes of the graph on standard error.

        Args:
            text: The answer: text, bytes, or the pieces of a file in order.
        """
        write(text, self.output, self.form)
        for note in self.city.notes if "city" in self.__dict__ else ():  # a command may read no graph
            warn(note, "Note")


_source = click.option(
    "--source", "sources", multiple=True, metavar="NAME", help="Use only claims from this source. Can be repeated."
)


def answer_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a command that answers in text, JSON or a table: --source, --format and -o.

    Args:
        verb: The function of the command. Its first argument is a `Request`.

    Returns:
        The function with the options.
    """
    return answer_options_in("text", "json", *ROWS)(verb)


_ANSWER_FILE = "Write to FILE, whose suffix sets the format; - is standard output."


def answer_options_in(
    *forms: str, sources: bool = True, where: str = _ANSWER_FILE
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds the options of a command with its own formats: --source, --format and -o.

    Args:
        forms: The names of the formats. The first is the default.
        sources: Whether to add --source.
        where: The help of -o.

    Returns:
        The decorator. The first argument of the decorated function is a `Request`.
    """
    listed = f"Output format: {forms[0]} (default){''.join(f', {form}' for form in forms[1:-1])} or {forms[-1]}."

    form = click.option("--format", "form", type=click.Choice(forms, case_sensitive=False), metavar="NAME", help=listed)
    return _with_request(form, where, sources=sources)


def file_options(formats: click.ParamType[str], default: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds the options of a command that writes a file: --source, --format and -o.

    Args:
        formats: The type of ``--format``.
        default: What is written without ``--format`` and without a suffix, for the help.

    Returns:
        The decorator. The first argument of the decorated function is a `Request`.
    """
    listed = f"Format, by its suffix without the dot. Default: the suffix of -o FILE, else {default}."
    where = (
        "Write to FILE, or with - to standard output. Without -o, a pipe gets the file itself; at a terminal it gets "
        "a name of its own."
    )

    return _with_request(click.option("--format", "form", type=formats, metavar="NAME", help=listed), where)


def _with_request(
    form: Callable[[Callable[..., None]], Callable[..., None]], where: str, *, sources: bool = True
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds --source, an option --format and -o, and gives the function a `Request` for them."""

    def decorated(verb: Callable[..., None]) -> Callable[..., None]:
        @form
        @click.option("-o", "--output", metavar="FILE", help=where)
        @wraps(verb)
        def command(form: str | None, output: str | None, sources: tuple[str, ...] = (), **given: Any) -> None:
            verb(Request(click.get_current_context(), form, output, sources), **given)

        return _source(command) if sources else command

    return decorated


def _statuses(_context: click.Context, _option: click.Parameter, typed: str) -> list[str]:
    """Return the statuses that begin with what was typed, for TAB."""
    from ..model.claim import STATUSES

    return [status for status in STATUSES if status.startswith(typed)]


def filter_options(kind_help: str, *, relation: bool = True) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that adds the options which filter an answer: --relation, --kind and --status.

    Args:
        kind_help: The help text of ``--kind``.
        relation: Whether to add ``--relation``.

    Returns:
        The decorator. The decorated function gets `relations`, `kinds` and `statuses`, each a tuple, empty if the
        option is not used.
    """

    def decorated(verb: Callable[..., None]) -> Callable[..., None]:
        statuses: dict[str, Any] = {"metavar": "STATUS", "shell_complete": _statuses}
        statuses["help"] = "Keep only this status: fact, plan or target, in any language. Can be repeated."
        for name, field, how in (
            ("--status", "statuses", statuses),
            ("--kind", "kinds", {"metavar": "KIND", "help": kind_help}),
            (
                "--relation",
                "relations",
                {"metavar": "NAME", "help": "Keep only edges with this relation. Can be repeated."},
            ),
        ):
            if relation or field != "relations":
                verb = click.option(name, field, multiple=True, **how)(verb)
        return verb

    return decorated


def complete_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem[str]]:
    """List the names that begin as the word being typed, for a shell to complete it.

    Args:
        context: The context of the command, from which the graph is opened.
        parameter: The parameter being completed, which is ignored.
        begun: The word as far as it is typed.

    Returns:
        The names; none if the graph cannot be opened.
    """
    from .completion import items

    del parameter
    return items(settings(context), begun)
