"""Define the command `export`, which also writes dossiers."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import click

from ..errors import CityGraphError
from ..formats import by_suffix
from .options import Request, complete_names, file_options, filter_options

_DOSSIER_SUFFIXES = tuple(by_suffix("page"))


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME…]", shell_complete=complete_names)
@filter_options("Only claims that have a thing of this kind.")
@click.option("--inferred", is_flag=True, help="Take inferred claims too, with their reasons.")
@file_options
def export(request: Request, names: tuple[str, ...], **options: Any) -> None:
    """Write what is claimed of each NAME, or of all, to -o FILE.

    \b
    .xlsx .csv                         each claim with its source and words
    .nodes.csv .edges.csv              things and ties, as Gephi imports them
    .graphml .gexf .json .cypher .mmd  the ties, for programs of networks
    .ttl .nt .trig .jsonld .rdf12.ttl  RDF, which --from opens again
    .html .md                          a dossier of each NAME, to be handed on
    """  # noqa: D301
    if (request.output or "").lower().endswith(_DOSSIER_SUFFIXES):
        _write_dossier(request, names, **options)
        return
    from ..exports.export import FORMATS
    from ..exports.export import export as compute

    form = request.file_suffix((*FORMATS, *_DOSSIER_SUFFIXES), "say where to write, as in -o city.xlsx")
    request.write(compute(request.city, *names, **options).chunks(form))


def _write_dossier(
    request: Request,
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
        raise click.UsageError("a dossier is of something: give a name, as in citygraph export 太鋼 -o 太鋼.html")
    if kinds or relations:
        raise click.UsageError("a dossier is told whole: it takes --status, --source and --inferred, no other filter")
    suffix = request.file_suffix(_DOSSIER_SUFFIXES, "say where to write, as in -o 太鋼.html")
    answer = dossier(request.city, *names, inferred=inferred, statuses=statuses)
    if suffix == ".md":
        request.write(answer.markdown())
        return
    svg = None
    with suppress(CityGraphError):  # too many things for a picture, or nothing to draw
        svg = diagram(request.city, *names, inferred=inferred, statuses=statuses).svg
    request.write(answer.html(svg))
