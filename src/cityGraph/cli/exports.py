"""`export` (and the dossier it can write)."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import click

from ..errors import CityGraphError
from .names import names as names_begun
from .names import narrows
from .output import Asked, warn, writes

_HANDED_ON = (".md", ".html")


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME…]", shell_complete=names_begun)
@click.option("--path", nargs=2, metavar="A B", help="The best path between two things, instead of what is around one.")
@click.option(
    "--view",
    type=click.Choice(["chains", "positioning", "zones", "timeline", "ontology"]),
    metavar="VIEW",
    help="A picture of the whole, or of each NAME: chains, positioning, zones, timeline, ontology.",
)
@click.option("--hops", type=click.IntRange(1, 10), default=1, show_default=True, help="How far to go.")
@narrows("Only things of this kind, beside those asked for.")
@click.option("--avoid", multiple=True, metavar="NAME", help="Leave this thing out, and what hangs on it alone.")
@click.option("--avoid-kind", "avoid_kinds", multiple=True, metavar="KIND", help="Leave out things of this kind.")
@click.option("--inferred", is_flag=True, help="Draw inferred ties too, in grey with ◇.")
@click.option("--size", metavar="W:H", help="The shape of the sheet: 16:9 for a slide.")
@click.option("--all", "every", is_flag=True, help="Draw more than 60 things, readable or not.")
@click.option(
    "--dot", "program", metavar="PATH", help="Lay out with this Graphviz instead of the one that comes along."
)
@writes
def diagram(asked: Asked, names: tuple[str, ...], path: tuple[str, str] | None, **how: Any) -> None:
    """Draw what is tied to each NAME, a path, or a view of the whole: -o FILE.svg, .png, .pdf or .dot.

    Facts are solid, plans dashed, targets dotted; a number in a circle says which source. Nothing but this package is
    needed, and the same input gives the same bytes.
    """
    from ..diagrams.diagram import diagram as ask

    known = {".svg": "svg", ".png": "png", ".pdf": "pdf", ".dot": "dot"}
    form = known[asked.suffix(known, "say where to draw, as in -o city.svg")]
    if path if how["view"] or names else not (path or how["view"]):
        raise click.UsageError("give names to draw around, --path A B, or --view VIEW")
    drawn = ask(asked.city, *names, path=path or None, **how)
    asked.put({"svg": drawn.svg, "dot": drawn.dot}.get(form) or getattr(drawn, form)())
    if form in ("png", "pdf") and drawn.missing:
        boxes = f"the font does not have {' '.join(drawn.missing)}: drawn as boxes"
        warn(f"{boxes}; a .svg is drawn with the fonts of who looks at it")


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
    from ..reports.collect import dossier

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


COMMANDS = (diagram, export)
