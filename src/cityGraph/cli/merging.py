"""Define the command `merge`."""

from __future__ import annotations

import click
from click.core import ParameterSource

from .global_options import system_path
from .options import Request
from .output import ROWS, warn, write
from .verb import command


@command("merge my-city.ttl other.ttl -o both.ttl", "merge my-city.ttl other.ttl --same same.csv -o both.ttl")
@click.argument("graphs", nargs=-1, metavar="A B…")
@click.option("-o", "--output", metavar="C", required=True, help="File to write: .ttl, .nt, .nq, .trig or .jsonld.")
@click.option("--same", metavar="FILE", help="Table with the columns one and other: each row is one entity.")
@click.option("--doubtful", metavar="FILE.csv", help="Write the doubtful pairs to a file that --same reads.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", *ROWS), case_sensitive=False),
    metavar="NAME",
    help="Format of the report: text (default), json, csv, tsv, xlsx or md.",
)
def merge(graphs: tuple[str, ...], output: str, same: str | None, doubtful: str | None, form: str | None) -> None:
    """Merge two or more graphs into one file.

    A and B are RDF files or folders of them. What has the same IRI, registered company name or identifier becomes one
    entity, sources with the same address or text become one source, and what both take from one source becomes one
    claim. No claim is lost. Entities that share only a name are listed as doubtful and stay apart: write them with
    --doubtful, delete the rows that are wrong, and run again with --same.
    """
    from ..authoring.merge import merge as compute
    from ..exports.tables import written
    from ..render.merged import merged_text
    from ..render.tables_merged import doubtful_table

    context = click.get_current_context()
    # A source that an environment variable names is for other commands.
    if context.get_parameter_source("files") is ParameterSource.COMMANDLINE:
        raise click.UsageError("merge reads A and B. Leave --from out.", context)
    if len(graphs) < 2:
        raise click.UsageError("merge needs two or more graphs, as in: citygraph merge a.ttl b.ttl -o c.ttl", context)
    request = Request(context, form, None, ())
    request.choose_format()
    names = [system_path(name) for name in graphs]
    given = None if same is None else system_path(same)
    answer = compute(*names, output=system_path(output), same=given, language=request.language)
    for note in answer.notes:
        warn(note, "Note")
    request.write_answer(answer, lambda: merged_text(answer, request.language, request.columns))
    if n := len(answer.refused):
        rows = "1 row is" if n == 1 else f"{n} rows are"
        raise click.ClickException(f"{same}: {rows} refused; nothing was written. Correct or delete what is listed.")
    if doubtful is not None:
        write(written(doubtful_table(answer, request.language), "csv"), doubtful)
