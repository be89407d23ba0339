"""Define the command `diff`."""

from __future__ import annotations

from typing import Any

import click
from click.core import ParameterSource

from .global_options import SourceName
from .inputs import open_graph
from .options import Request, answer_options_in, filter_options
from .output import ROWS
from .verb import command


@command("diff 2024.ttl 2025.ttl", "diff city.ttl@HEAD~1 city.ttl --format md")
@click.argument("before", metavar="A", type=SourceName())
@click.argument("after", metavar="[B]", type=SourceName(), required=False)
@filter_options("Keep only changes about an entity of this kind. Can be repeated.")
@click.option(
    "--source",
    "stated_by",
    multiple=True,
    metavar="NAME",
    help="Keep only changes of claims that this source states, before or after. Can be repeated.",
)
@click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")
@click.option("--top", type=click.IntRange(1), help="Largest number of changes.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything is listed, like git diff --exit-code.")
@answer_options_in("text", "json", *ROWS, sources=False)
def diff(
    request: Request, before: str, after: str | None, *, stated_by: tuple[str, ...], exit_code: bool, **options: Any
) -> None:
    """List what changed between two graphs of a city.

    A is the older graph, B the newer one: two years, two versions. Each is a SOURCE as --from takes it, or
    FILE@REVISION: a file as it was in a revision of its Git repository, such as city.ttl@HEAD~3. Without B, A is
    compared with the graph of --from, or with the packaged city.

    First come plans that became fact, then what changed (a target that moved, another value, name or kind, things that
    became one), what was added, what was removed, and claims of which only the evidence changed: another source, quote,
    basis or degree of proof. Each line has its quotes and sources; - is before, + is now. Entities are compared by IRI,
    claims by what they say. Nothing is matched by likeness.
    """
    from ..comparison.diff import diff as compute
    from ..render.diff import diff_text

    request.choose_format()
    context = click.get_current_context()
    if after is not None and context.get_parameter_source("files") is ParameterSource.COMMANDLINE:
        raise click.UsageError("A and B are both given, so --from is not read. Leave --from or B out.", context)
    if before == after == "-":
        raise click.UsageError("Standard input can be read once. Give A or B as a file.", context)
    older = open_graph(request, before)
    if after is not None:
        request.city = open_graph(request, after)
    answer = compute(older, request.city, sources=stated_by, **options)
    for note in older.notes:
        request.city.note(note)
    request.write_answer(answer, lambda: diff_text(answer, request.language, request.columns, request.style))
    if exit_code and len(answer):
        context.exit(1)
