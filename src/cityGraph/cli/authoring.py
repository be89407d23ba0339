"""Define the commands `new` and `build`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from .global_options import system_path
from .options import answer_options_in
from .output import ROWS, warn
from .verb import command

if TYPE_CHECKING:
    from .options import Request


@command("build my-city --check", "build my-city --check --format json")
@click.argument("folder")
@click.option("--check", is_flag=True, help="Check the sheets and write nothing. Required.")
@answer_options_in("text", "json", *ROWS, sources=False)
def build(request: Request, folder: str, check: bool) -> None:
    """Check a folder of sheets by the texts it has.

    FOLDER has things.csv, claims.csv and sources.csv, and may have words.csv and city.toml; the texts lie in its folder
    texts. If the text of its source is there, a claim is proved by it or refused; if not, it is proved by its quote,
    or cited only. Prints one line for each cell that is refused, with what to write instead, and the totals. The exit
    status is 1 if anything is refused.
    """
    from ..authoring.build import build as compute
    from ..escape import argument
    from ..render.sheets import checked_text

    if not check:
        raise click.ClickException(f"build needs --check: citygraph build {argument(folder)} --check")
    context = click.get_current_context()
    # A source that an environment variable names is for other commands.
    if context.get_parameter_source("files") is ParameterSource.COMMANDLINE:
        raise click.UsageError("build reads FOLDER and no graph. Leave --from out.", context)
    request.choose_format()
    answer = compute(system_path(folder), check=True, language=request.language)
    for note in answer.notes:
        warn(note, "Note")
    request.write_answer(answer, lambda: checked_text(answer, request.language, request.columns))
    if n := len(answer.refused):
        cells = "1 cell is" if n == 1 else f"{n} cells are"
        raise click.ClickException(f"{folder}: {cells} refused. Correct the sheets and check them again.")


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
