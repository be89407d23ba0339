"""Define the commands `find`, `reconcile` and `show`."""

from __future__ import annotations

import sys
from typing import Any

import click

from .global_options import system_path
from .options import Request, answer_options, answer_options_in, complete_names
from .output import ROWS, warn
from .verb import command


@command("find taigang", "find 氢能 --kind Chain")
@click.argument("name", shell_complete=complete_names)
@click.option("--kind", metavar="KIND", help="Keep only entities of this kind, such as Firm or 企業.")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Largest number of matches.")
@answer_options
def find(request: Request, name: str, kind: str | None, top: int) -> None:
    """Search for entities by name, best match first.

    NAME can be in either Chinese script, in pinyin with or without tones (tàigāng, tai4gang1) or its initials (tg), in
    English, a short or legal name, an IRI, or part of a name. Misspelled names are found, too: this command guesses,
    others do not.
    """
    from ..names.find import find as compute
    from ..render.names import found_text

    request.choose_format()
    answer = compute(request.city, name, kind=kind, top=top)
    request.write_answer(answer, lambda: found_text(answer, request.city.language, request.columns))
    if answer.left_out:
        warn(answer.left_out)


@command("reconcile names.csv", "reconcile names.csv --kind Firm -o firms.xlsx")
@click.argument("names")
@click.option("--column", metavar="NAME", help="Heading of the column of names. Default: name, or the only column.")
@click.option("--kind", metavar="KIND", help="Keep only entities of this kind, such as Firm or 企業.")
@click.option("--top", type=click.IntRange(1), default=1, show_default=True, help="Candidates for each name.")
@click.option("--least", type=click.IntRange(1, 100), default=50, show_default=True, help="Least score of a match.")
@answer_options_in("csv", "json", "text", *(form for form in ROWS if form != "csv"))
def reconcile(request: Request, names: str, column: str | None, **options: Any) -> None:
    """Match a list of names with entities.

    NAMES is a table with a column of names (CSV), or plain text with one name a line; - is standard input. Each name
    gets its best match, a score from 0 to 100, and how it matches; the columns of the table stay in front. From 90 on
    it is the same name; from 60 on it probably is; below 60 look at it. What scores less than --least stays empty, and
    of entities that match equally well none is chosen.
    """
    from ..authoring.encodings import read_bytes
    from ..authoring.name_list import read_names
    from ..names.reconcile import reconcile as compute
    from ..render.reconciled import reconciled_table, reconciled_text

    if request.form is None and request.output is None:
        request.form = "csv"
    request.choose_format()
    content = sys.stdin.buffer.read() if names == "-" else read_bytes(system_path(names), names)
    given = read_names(content, "standard input" if names == "-" else names, column)
    answer = compute(request.city, given.names, **options)
    if given.note:
        warn(given.note, "Note")
    several = options["top"] > 1
    request.write_answer(
        answer,
        lambda: reconciled_text(answer, request.city.language, request.columns),
        lambda: reconciled_table(answer, request.city.language, given.heads, given.rows, several=several),
    )
    if answer.left_out:
        warn(answer.left_out)


@command("show 太鋼", "show TISCO --lang en")
@click.argument("name", shell_complete=complete_names)
@click.option("--kind", metavar="KIND", help="If several entities share NAME, show the one of this kind.")
@click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")
@answer_options
def show(request: Request, name: str, **options: Any) -> None:
    """Describe an entity: its names, facts and sources.

    Also counts its neighbors. NAME can also be a term of the ontology (cg:Firm), a source, or the IRI of a claim.
    """
    from ..graph.show import show as compute
    from ..render.graph import shown_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: shown_text(answer, request.city.language, request.columns, request.style))
