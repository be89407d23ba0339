"""Define the command `diagram`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..formats import by_suffix
from .files import FileFormat, chosen_file_suffix, write_file
from .options import Request, complete_names, file_options, filter_options
from .output import warn
from .verb import command

if TYPE_CHECKING:
    from collections.abc import Sequence


def _known() -> dict[str, str]:
    """Return the name of each format by its suffix."""
    return {suffix: each.name for suffix, each in by_suffix("picture").items()}


@command("diagram 太鋼 -o taigang.svg", "diagram --path 太鋼 惠科 -o path.png", "diagram --view chains -o chains.pdf")
@click.argument("names", nargs=-1, metavar="[NAME…]", shell_complete=complete_names)
@click.option("--path", nargs=2, metavar="A B", help="Draw the best path from A to B.")
@click.option(
    "--view",
    type=click.Choice(["chains", "positioning", "zones", "timeline", "ontology"]),
    metavar="VIEW",
    help="Draw this view, of the whole graph or of each NAME: chains, positioning, zones, timeline or ontology.",
)
@click.option(
    "--hops", type=click.IntRange(1, 10), default=1, show_default=True, help="Number of hops to follow from each NAME."
)
@filter_options("Keep only entities of this kind, and each NAME. Can be repeated.")
@click.option(
    "--avoid",
    multiple=True,
    metavar="NAME",
    help="Leave out this entity, and what is then no longer connected to a NAME. Can be repeated.",
)
@click.option(
    "--avoid-kind",
    "avoid_kinds",
    multiple=True,
    metavar="KIND",
    help="Leave out entities of this kind, in the same way. Can be repeated.",
)
@click.option(
    "--expand",
    multiple=True,
    metavar="RELATION",
    help="List all neighbors in the group of this relation. Can be repeated.",
)
@click.option("--inferred", is_flag=True, help="Include inferred claims, drawn in grey with ◇.")
@click.option("--size", metavar="W:H", help="Ratio of width to height, from 1:5 to 5:1, such as 16:9 for a slide.")
@click.option("--all", "every", is_flag=True, help="Draw more than 60 entities, although that is hard to read.")
@click.option(
    "--dot",
    "program",
    metavar="PATH",
    help="Lay out with the Graphviz program dot at PATH instead of the built-in one.",
)
@click.option("--open", "opens", is_flag=True, help="Open the picture with the program of your system for it.")
@file_options(FileFormat(_known), "svg")
def diagram(
    request: Request, names: tuple[str, ...], path: tuple[str, str] | None, *, opens: bool, **options: Any
) -> None:
    """Draw the edges around a NAME, a path or a view.

    The format is svg, png, pdf or dot: --format, or the suffix of -o FILE. Without -o, a pipe gets the picture itself,
    and a terminal a new file named after what was asked. Realised edges are solid, planned ones dashed, targeted ones
    dotted. A number in a circle refers to the source. You need no other program. The same input always gives the same
    file. A NAME with many neighbors gets a box for each relation; --expand opens one. A .png and a .pdf carry their
    Chinese font, a .svg takes one of the reader's computer.
    """
    from ..diagrams.diagram import diagram as compute

    known = _known()
    suffix = chosen_file_suffix(request, known, "city.svg", ".svg", opens=opens)
    form = known[suffix]
    if path and (names or options["view"]):
        raise click.UsageError("--path cannot be used with NAME or --view. Leave out one of them.")
    if not (path or names or options["view"]):
        raise click.UsageError("Nothing to draw was given. Give one of: NAME, --path A B, --view VIEW.")
    picture = compute(request.city, *names, path=path or None, **options)
    content = {"svg": picture.svg, "dot": picture.dot}.get(form) or getattr(picture, form)()
    write_file(request, content, suffix, lambda: _stem(request, path or names, options["view"]), opens=opens)
    if form in ("png", "pdf") and picture.missing:
        boxes = f"The font lacks these characters, which appear as boxes: {' '.join(picture.missing)}"
        warn(f"{boxes}. Write a .svg file instead: it uses the reader's fonts.")


def _stem(request: Request, names: Sequence[str], view: str | None) -> str:
    """Return a name for a file: of the things drawn, or of the view."""
    from ..names.resolve import resolve
    from ..render.words import WORDS

    if not view:
        return "-".join(resolve(request.city, name).label for name in names)
    return "-".join((WORDS[request.city.language]["file_names"][view], *names))
