"""Define the commands `neighbors`, `claims` and `about`."""

from __future__ import annotations

from typing import Any

import click

from ..model.claim import DIRECTIONS
from .options import Request, answer_options, complete_names, filter_options


@click.command()
@click.argument("name", shell_complete=complete_names)
@click.option("--hops", type=click.IntRange(1, 10), default=1, show_default=True, help="How far to go.")
@filter_options("Only things of this kind; others are passed all the same.")
@click.option("--direction", type=click.Choice(DIRECTIONS), help="Only ties that end (in) or begin (out) nearer by.")
@click.option("--inferred", is_flag=True, help="Show inferred ties too, with their reasons.")
@answer_options
def neighbors(request: Request, name: str, **options: Any) -> None:
    """What is tied to NAME, how, how far it is fact, and where it says so.

    NAME is any name: 太鋼, 太钢, TISCO, tàigāng, an IRI.
    """
    from ..graph.neighbors import neighbors as compute
    from ..render.graph import neighbors_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: neighbors_text(answer, request.city.language, request.columns, request.style))


@click.command()
@click.argument("name", required=False, shell_complete=complete_names)
@click.option("--all", "everything", is_flag=True, help="Every claim of the graph, instead of those on one NAME.")
@click.option("--paragraph", type=click.IntRange(0), metavar="N", help="Only what paragraph N says (the title is 1).")
@filter_options("Only claims with a thing of this kind at the other end, or at either with --all.")
@click.option("--inferred", is_flag=True, help="Show inferred claims too, with their reasons.")
@answer_options
def claims(request: Request, name: str | None, everything: bool, paragraph: int | None, **options: Any) -> None:
    """What is claimed of NAME, or in one paragraph: relations and figures, in the order of the source."""
    from ..graph.claims import claims as compute
    from ..render.graph import claims_text

    if everything and name is not None:
        raise click.UsageError("--all takes no NAME")
    if not everything and name is None and paragraph is None:
        raise click.UsageError("give a NAME, --paragraph N, or --all for every claim")
    request.choose_format()
    answer = compute(request.city, name, paragraph=paragraph, **options)
    request.write_answer(answer, lambda: claims_text(answer, request.city.language, request.columns, request.style))


@click.command()
@answer_options
def about(request: Request) -> None:
    """What is in the graph: things by kind, claims by relation, status, basis and source."""
    from ..graph.about import about as compute
    from ..render.graph import about_text

    request.choose_format()
    answer = compute(request.city)
    request.write_answer(answer, lambda: about_text(answer, request.city.language, request.columns))
