"""Define the command `export`, which also writes dossiers."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import click

from ..errors import CityGraphError
from ..formats import by_suffix
from .options import Request, complete_names, file_options, filter_options
from .verb import command

_DOSSIER_SUFFIXES = tuple(by_suffix("page"))


@command("export -o city.xlsx", "export 太鋼 -o taigang.html", "export --status plan -o plans.csv")
@click.argument("names", nargs=-1, metavar="[NAME…]", shell_complete=complete_names)
@filter_options("Keep only claims about an entity of this kind. Can be repeated.")
@click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")
@file_options
def export(request: Request, names: tuple[str, ...], **options: Any) -> None:
    """Write claims to a file for other programs.

    Writes the claims about each NAME, or all claims, to -o FILE:

    \b
    .xlsx .csv                         one row per claim, with source and quote
    .nodes.csv .edges.csv              entities and edges, for import into Gephi
    .graphml .gexf .json .cypher .mmd  edges, for network and graph programs
    .ttl .nt .trig .jsonld             RDF, which --from can read
    .rdf12.ttl                         RDF 1.2, which the engine oxigraph can read
    .webannotation.jsonld              Web Annotations: each quote with its claim
    .html .md                          a report on each NAME (dossier)
    """  # noqa: D301
    if (request.output or "").lower().endswith(_DOSSIER_SUFFIXES):
        _write_dossier(request, names, **options)
        return
    from ..exports.export import FORMATS
    from ..exports.export import export as compute

    form = request.file_suffix((*FORMATS, *_DOSSIER_SUFFIXES), "city.xlsx")
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
        raise click.UsageError(
            "A dossier (.html, .md) needs at least one NAME, as in: citygraph export 太鋼 -o 太鋼.html"
        )
    if kinds or relations:
        raise click.UsageError(
            "A dossier (.html, .md) takes no --kind and no --relation. Allowed: --status, --source, --inferred."
        )
    suffix = request.file_suffix(_DOSSIER_SUFFIXES, "太鋼.html")
    answer = dossier(request.city, *names, inferred=inferred, statuses=statuses)
    if suffix == ".md":
        request.write(answer.markdown())
        return
    svg = None
    with suppress(CityGraphError):  # too many things for a picture, or nothing to draw
        svg = diagram(request.city, *names, inferred=inferred, statuses=statuses).svg
    request.write(answer.html(svg))
