"""`export` (and the dossier it can write)."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import click

from ..errors import CityGraphError
from .options import Asked, narrows, writes
from .options import names as names_begun

_HANDED_ON = (".md", ".html")


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME…]", shell_complete=names_begun)
@narrows("Only claims that have a thing of this kind.")
@click.option("--inferred", is_flag=True, help="Take inferred claims too, with their reasons.")
@writes
def export(asked: Asked, names: tuple[str, ...], **how: Any) -> None:
    """Write what is claimed of each NAME, or of all, to -o FILE.

    \b
    .xlsx .csv                         each claim with its source and words
    .nodes.csv .edges.csv              things and ties, as Gephi imports them
    .graphml .gexf .json .cypher .mmd  the ties, for programs of networks
    .ttl .nt .trig .jsonld .rdf12.ttl  RDF, which --from opens again
    .html .md                          a dossier of each NAME, to be handed on
    """  # noqa: D301
    if (asked.output or "").lower().endswith(_HANDED_ON):
        _hand_on(asked, names, **how)
        return
    from ..exports.export import FORMATS
    from ..exports.export import export as ask

    form = asked.suffix((*FORMATS, *_HANDED_ON), "say where to write, as in -o city.xlsx")
    asked.put(ask(asked.city, *names, **how).chunks(form))


def _hand_on(
    asked: Asked,
    names: tuple[str, ...],
    kinds: tuple[str, ...],
    relations: tuple[str, ...],
    statuses: tuple[str, ...],
    inferred: bool,
) -> None:
    """Write a dossier; with its picture, where one can be drawn and the file holds pictures."""
    from ..diagrams.diagram import diagram
    from ..reports.dossier import dossier

    if not names:
        raise click.UsageError("a dossier is of something: give a name, as in citygraph export 太鋼 -o 太鋼.html")
    if kinds or relations:
        raise click.UsageError("a dossier is told whole: it takes --status, --source and --inferred, no other filter")
    suffix = asked.suffix(_HANDED_ON, "say where to write, as in -o 太鋼.html")
    found = dossier(asked.city, *names, inferred=inferred, statuses=statuses)
    if suffix == ".md":
        asked.put(found.markdown())
        return
    svg = None
    with suppress(CityGraphError):  # more than a picture shows, or nothing that it does
        svg = diagram(asked.city, *names, inferred=inferred, statuses=statuses).svg
    asked.put(found.html(svg))
