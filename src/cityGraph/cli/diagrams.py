"""Define the command `diagram`."""

from __future__ import annotations

from typing import Any

import click

from ..formats import by_suffix
from .options import Request, complete_names, file_options, filter_options
from .output import warn


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME…]", shell_complete=complete_names)
@click.option("--path", nargs=2, metavar="A B", help="The best path between two things, instead of what is around one.")
@click.option(
    "--view",
    type=click.Choice(["chains", "positioning", "zones", "timeline", "ontology"]),
    metavar="VIEW",
    help="A picture of the whole, or of each NAME: chains, positioning, zones, timeline, ontology.",
)
@click.option("--hops", type=click.IntRange(1, 10), default=1, show_default=True, help="How far to go.")
@filter_options("Only things of this kind, beside those asked for.")
@click.option("--avoid", multiple=True, metavar="NAME", help="Leave this thing out, and what hangs on it alone.")
@click.option("--avoid-kind", "avoid_kinds", multiple=True, metavar="KIND", help="Leave out things of this kind.")
@click.option("--inferred", is_flag=True, help="Draw inferred ties too, in grey with ◇.")
@click.option("--size", metavar="W:H", help="The shape of the sheet: 16:9 for a slide.")
@click.option("--all", "every", is_flag=True, help="Draw more than 60 things, readable or not.")
@click.option(
    "--dot", "program", metavar="PATH", help="Lay out with this Graphviz instead of the one that comes along."
)
@file_options
def diagram(request: Request, names: tuple[str, ...], path: tuple[str, str] | None, **options: Any) -> None:
    """Draw what is tied to each NAME, a path, or a view of the whole: -o FILE.svg, .png, .pdf or .dot.

    Facts are solid, plans dashed, targets dotted; a number in a circle says which source. Nothing but this package is
    needed, and the same input gives the same bytes.
    """
    from ..diagrams.diagram import diagram as compute

    formats = by_suffix("picture")
    form = formats[request.file_suffix(formats, "say where to draw, as in -o city.svg")].name
    if path if options["view"] or names else not (path or options["view"]):
        raise click.UsageError("give names to draw around, --path A B, or --view VIEW")
    picture = compute(request.city, *names, path=path or None, **options)
    request.write({"svg": picture.svg, "dot": picture.dot}.get(form) or getattr(picture, form)())
    if form in ("png", "pdf") and picture.missing:
        boxes = f"the font does not have {' '.join(picture.missing)}: drawn as boxes"
        warn(f"{boxes}; a .svg is drawn with the fonts of who looks at it")
