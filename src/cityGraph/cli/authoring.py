"""Define the commands `new`, `suggest` and `build`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from .global_options import settings, system_path
from .inputs import read_texts
from .options import answer_options_in
from .output import ROWS, warn
from .verb import command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model.sheets import Checked
    from .options import Request


_LONG = 300  # claims from which on it is shown how far the build is
_WHERE = "Write the graph to FILE; city.ttl in FOLDER by default. With --check, write the answer to FILE."


@command(
    "build my-city",
    "build my-city --check --format json",
    "build my-city.xlsx --mark marked.xlsx",
)
@click.argument("folder")
@click.option("--check", is_flag=True, help="Check the sheets and write no graph.")
@click.option("--text", "texts", multiple=True, metavar="[SOURCE=]FILE", help="Text of a source. Can be repeated.")
@click.option("--keep-proved", is_flag=True, help="Write what is accepted, also if something else is refused.")
@click.option("--mark", metavar="COPY.xlsx", help="Write a copy in which refused cells are red and say why.")
@answer_options_in("text", "json", *ROWS, sources=False, where=_WHERE)
def build(
    request: Request, folder: str, check: bool, texts: tuple[str, ...], keep_proved: bool, mark: str | None
) -> None:
    """Build a graph from sheets: a folder or a workbook.

    FOLDER has things.csv, claims.csv and sources.csv, and may have words.csv and city.toml; the texts lie in its folder
    texts. Or it is a workbook (.xlsx) with sheets of these names; the texts lie in the folder texts beside it. If the
    text of its source is there, a claim is proved by it or refused; if not, it is proved by its quotes, or cited only.
    What is left empty and can be found is filled in. With --text, a text may lie elsewhere: SOURCE is the key of its
    source; without it, the text belongs to the source with its hash or its title.

    Prints one line for each cell that is refused, with what to write instead, and the totals. If anything is refused,
    no graph is written, a file that is there stays as it is, and the exit status is 1.
    """
    from ..authoring.build import build as compute
    from ..render.sheets import checked_text

    context = click.get_current_context()
    # A source that an environment variable names is for other commands.
    if context.get_parameter_source("files") is ParameterSource.COMMANDLINE:
        raise click.UsageError("build reads FOLDER and no graph. Leave --from out.", context)
    if request.to_stdout and not check:
        raise click.UsageError("build writes a file. Name it with -o, such as -o city.ttl.", context)
    output = None
    if not check:
        output, request.output = request.output and system_path(request.output), None
    request.choose_format()
    path = system_path(folder)
    if mark:
        from ..authoring.marked import check_copy

        check_copy(path, system_path(mark))
    try:
        with progress() as step:
            answer = compute(
                path,
                check=check,
                output=output,
                keep_proved=keep_proved,
                text=read_texts(texts),
                language=request.language,
                progress=step,
            )
    except OSError as error:
        raise click.ClickException(f"Cannot write {error.filename or output}: {error.strerror}") from None
    for note in (*answer.notes, *(filled_notes(answer) if answer.written else ())):
        warn(note, "Note")
    request.write_answer(answer, lambda: checked_text(answer, request.language, request.columns))
    if mark:
        _mark(path, answer, mark)
    if answer.written:
        warn(f"Wrote {answer.written}", "Note")
    if n := len(answer.refused):
        cells = "1 cell is" if n == 1 else f"{n} cells are"
        again = "check" if check else "build"
        raise click.ClickException(f"{folder}: {cells} refused. Correct the sheets and {again} them again.")


@command("new detroit --city Detroit", "new detroit --city Detroit --text news.txt", "new shenzhen --city 深圳 --xlsx")
@click.argument("folder")
@click.option("--city", required=True, metavar="NAME", help="The name of the city, in any script.")
@click.option("--text", metavar="FILE", help="A text of the first source, copied into the folder; - is standard input.")
@click.option("--xlsx", is_flag=True, help="Write one workbook with lists to choose from, in place of CSV files.")
@answer_options_in("text", "json", sources=False)
def new(request: Request, folder: str, city: str, text: str | None, xlsx: bool) -> None:
    """Write the sheets of a new city, to be filled in.

    FOLDER gets the tables things, claims, sources and words, city.toml, a text, and a README. With --text, the first
    source is your text; without it, an example that is made up shows how rows are filled in. What it writes is in the
    language of the interface. Nothing is overwritten.
    """
    from ..authoring.given_text import LARGEST
    from ..authoring.new import new as compute
    from ..render.created import created_text

    context = click.get_current_context()
    # A source that an environment variable names is for other commands.
    if context.get_parameter_source("files") is ParameterSource.COMMANDLINE:
        raise click.UsageError("new writes FOLDER and reads no graph. Leave --from out.", context)
    request.choose_format()
    given = sys.stdin.buffer.read(LARGEST + 1) if text == "-" else None if text is None else system_path(text)
    made = compute(system_path(folder), city=city, text=given, xlsx=xlsx, language=request.language)
    for note in made.notes:
        warn(note, "Note")
    request.write_answer(made, lambda: created_text(made, request.language, request.columns, request.command))


def filled_notes(answer: Checked) -> list[str]:
    """Say what was filled in: how many cells of each column.

    Args:
        answer: What `build` returned.

    Returns:
        A note for each table in which something was.
    """
    from collections import Counter

    tables: dict[str, list[str]] = {}
    for (table, column), n in Counter((each.table, each.column) for each in answer.filled).items():
        tables.setdefault(table, []).append(f"{column} ({n})")
    return [f"Filled in {table}: {', '.join(columns)}." for table, columns in tables.items()]


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Show at a terminal how far a long build is.

    Yields:
        What to call with the number of claims that are read and of all; None if there is no terminal.
    """
    if not sys.stderr.isatty() or settings(click.get_current_context()).get("quiet"):
        yield None
        return
    shown = ""

    def step(done: int, of: int) -> None:
        nonlocal shown
        if of >= _LONG:
            shown = f"{done:,} of {of:,} claims read"
            click.echo(f"\r{shown}", err=True, nl=False)

    try:
        yield step
    finally:
        if shown:
            click.echo(f"\r{' ' * len(shown)}\r", err=True, nl=False)


def _mark(folder: str, answer: Checked, output: str) -> None:
    """Write a copy of the sheets with what was found in them."""
    from ..authoring.marked import mark

    try:
        notes = mark(folder, answer.refused, system_path(output), answer.proved)
    except OSError as error:
        raise click.ClickException(f"Cannot write {output}: {error.strerror}") from None
    for note in (*notes, f"Wrote {output}"):
        warn(note, "Note")


@command("suggest my-city", "suggest my-city --format json")
@click.argument("folder")
@answer_options_in("text", "json", *ROWS, sources=False)
def suggest(request: Request, folder: str) -> None:
    """Propose things and claims that texts prove.

    FOLDER has things.csv, claims.csv and sources.csv; things and claims may have no rows yet. Writes what it proposes
    into suggested-things.csv and suggested.csv in FOLDER, with the columns of your own tables: move the rows that you
    accept. Each claim is proved by its text, with its quote. Your tables are never changed; suggestions that were
    written before are replaced.
    """
    from ..authoring.suggest import suggest as compute
    from ..render.suggest import suggested_text

    context = click.get_current_context()
    # A source that an environment variable names is for other commands.
    if context.get_parameter_source("files") is ParameterSource.COMMANDLINE:
        raise click.UsageError("suggest reads FOLDER and no graph. Leave --from out.", context)
    request.choose_format()
    answer = compute(system_path(folder), language=request.language)
    for note in answer.notes:
        warn(note, "Note")
    request.write_answer(answer, lambda: suggested_text(answer, request.language, request.columns))
