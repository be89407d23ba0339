"""`neighbors`, `claims`, `about`."""

from __future__ import annotations

from typing import Any

import click

from . import options
from .options import Asked, answers, narrows


@click.command()
@click.argument("name", shell_complete=options.names)
@click.option("--hops", type=click.IntRange(1, 10), default=1, show_default=True, help="How far to go.")
@narrows("Only things of this kind; others are passed all the same.")
@click.option("--direction", type=click.Choice(["in", "out"]), help="Only ties that end (in) or begin (out) nearer by.")
@click.option("--inferred", is_flag=True, help="Show inferred ties too, with their reasons.")
@answers
def neighbors(asked: Asked, name: str, **how: Any) -> None:
    """What is tied to NAME, how, how far it is fact, and where it says so.

    NAME is any name: 太鋼, 太钢, TISCO, tàigāng, an IRI.
    """
    from ..graph.neighbors import neighbors as ask
    from ..render.graph import neighbors_text

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: neighbors_text(answer, asked.city.language, asked.columns, asked.style))


@click.command()
@click.argument("name", required=False, shell_complete=options.names)
@click.option("--all", "everything", is_flag=True, help="Every claim of the graph, instead of those on one NAME.")
@click.option("--paragraph", type=click.IntRange(0), metavar="N", help="Only what paragraph N says (the title is 1).")
@narrows("Only claims with a thing of this kind at the other end, or at either with --all.")
@click.option("--inferred", is_flag=True, help="Show inferred claims too, with their reasons.")
@answers
def claims(asked: Asked, name: str | None, everything: bool, paragraph: int | None, **how: Any) -> None:
    """What is claimed of NAME, or in one paragraph: relations and figures, in the order of the source."""
    from ..graph.claims import claims as ask
    from ..render.graph import claims_text

    if everything and name is not None:
        raise click.UsageError("--all takes no NAME")
    if not everything and name is None and paragraph is None:
        raise click.UsageError("give a NAME, --paragraph N, or --all for every claim")
    asked.formats()
    answer = ask(asked.city, name, paragraph=paragraph, **how)
    asked.say(answer, lambda: claims_text(answer, asked.city.language, asked.columns, asked.style))


@click.command()
@answers
def about(asked: Asked) -> None:
    """What is in the graph: things by kind, claims by relation, status, basis and source."""
    from ..graph.about import about as ask
    from ..render.graph import about_text

    asked.formats()
    answer = ask(asked.city)
    asked.say(answer, lambda: about_text(answer, asked.city.language, asked.columns))
