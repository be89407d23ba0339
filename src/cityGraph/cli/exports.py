"""Define the command `export`, which also writes dossiers."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import click

from ..errors import CityGraphError
from ..formats import by_suffix
from .files import FileFormat, chosen_file_suffix, write_file
from .options import Request, complete_names, file_options, filter_options
from .verb import command

_SHEETS = ".sheets"  # no suffix: the name of a format that is a folder or a workbook
_DOSSIERS = {suffix: each.name for suffix, each in by_suffix("page").items()}


def _known() -> dict[str, str]:
    """Return the name of each format by its suffix."""
    from ..exports.export import FORMATS

    named = by_suffix("table", "network", "rdf", "rdf12", "annotation")
    named |= by_suffix("network")  # .json is that of networks
    known = {suffix: named[suffix].name if suffix in named else suffix[1:] for suffix in FORMATS}
    return {**known, **_DOSSIERS, _SHEETS: _SHEETS[1:]}


@command("export -o city.xlsx", "export 太鋼 -o taigang.html", "export --format sheets -o my-city")
@click.argument("names", nargs=-1, metavar="[NAME…]", shell_complete=complete_names)
@filter_options("Keep only claims about an entity of this kind. Can be repeated.")
@click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")
@file_options(FileFormat(_known), "ttl in a pipe, xlsx at a terminal")
def export(request: Request, names: tuple[str, ...], **options: Any) -> None:
    """Write claims to a file for other programs.

    Writes the claims about each NAME, or all claims. Without -o FILE, a pipe gets Turtle, and a terminal a new workbook
    named after what was asked. The format is --format, or the suffix of FILE:

    \b
    .xlsx                              workbook: claims, targets, projects, dates, gaps, sources; explained
    .csv .tsv                          one row per quote of a claim
    .nodes.csv .edges.csv              entities and edges, for import into Gephi
    .graphml .gexf .json .cypher .mmd  edges, for network and graph programs
    .ttl .nt .nq .trig .jsonld         RDF, which --from can read
    .rdf12.ttl                         RDF 1.2, which the engine oxigraph can read
    .webannotation.jsonld              Web Annotations: each quote with its claim
    .html .md                          a report on each NAME (dossier)

    With --format sheets, FILE is a folder or a workbook (.xlsx). It gets every claim as a row of a table, from which
    the command build makes the same graph.
    """  # noqa: D301
    from ..exports.export import export as compute

    if request.form == _SHEETS:
        _write_sheets(request, names, **options)
        return
    suffix = chosen_file_suffix(request, _known(), "city.xlsx", ".ttl")
    if suffix in _DOSSIERS:
        _write_dossier(request, suffix, names, **options)
        return
    found = compute(request.city, *names, **options)
    write_file(request, found.chunks(suffix), suffix, lambda: _stem(request, names))


def _stem(request: Request, names: tuple[str, ...]) -> str:
    """Return a name for a file: of the things asked for, of the data set, or of the file that was read."""
    from ..graph.data_sets import data_sets
    from ..names.resolve import resolve

    if names:
        return "-".join(resolve(request.city, name).label for name in names)
    titles = [each.title for each in data_sets(request.city) if each.title]
    return "-".join(titles) or request.read_from


def _write_sheets(request: Request, names: tuple[str, ...], **options: Any) -> None:
    """Write the whole graph as sheets."""
    from ..authoring.export_sheets import export_sheets
    from .output import warn

    if names or any(options.values()):
        raise click.UsageError(
            "Sheets have the whole graph. Leave out NAME and filters, or use --source to leave out sources."
        )
    if request.output is None:
        raise click.UsageError("Sheets need a folder or a workbook. Name it with -o, such as -o my-city.")
    try:
        notes = export_sheets(request.city, request.output)
    except OSError as error:
        raise click.ClickException(f"Cannot write {request.output}: {error.strerror}") from None
    for note in (*notes, *request.city.notes):
        warn(note, "Note")


def _write_dossier(
    request: Request,
    suffix: str,
    names: tuple[str, ...],
    kinds: tuple[str, ...],
    relations: tuple[str, ...],
    statuses: tuple[str, ...],
    inferred: bool,
) -> None:
    """Write a dossier; as HTML with a picture, if one can be drawn."""
    from ..diagrams.diagram import diagram
    from ..reports.dossier import dossier

    if not names:
        raise click.UsageError(
            "A dossier (.html, .md) needs at least one NAME, as in: citygraph export 太鋼 -o 太鋼.html"
        )
    if kinds or relations:
        raise click.UsageError(
            "A dossier (.html, .md) takes no --kind and no --relation. Allowed: --status, --source, --inferred."
        )
    answer = dossier(request.city, *names, inferred=inferred, statuses=statuses)
    if suffix == ".md":
        write_file(request, answer.markdown(), suffix, lambda: _stem(request, names))
        return
    svg = None
    with suppress(CityGraphError):  # too many things for a picture, or nothing to draw
        svg = diagram(request.city, *names, inferred=inferred, statuses=statuses).svg
    write_file(request, answer.html(svg), suffix, lambda: _stem(request, names))
