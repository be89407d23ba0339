"""Define the commands `neighbors`, `claims`, `about` and `schema`."""

from __future__ import annotations

from typing import Any

import click

from ..model.claim import DIRECTIONS
from .options import Request, answer_options, complete_names, filter_options
from .verb import command


@command("neighbors 太鋼", "neighbors 太原 --kind 企業 --status plan", "neighbors TISCO --hops 2 --lang en")
@click.argument("name", shell_complete=complete_names)
@click.option("--hops", type=click.IntRange(1, 10), default=1, show_default=True, help="Number of hops to follow.")
@filter_options("List only neighbors of this kind. Other kinds are still followed. Can be repeated.")
@click.option(
    "--direction",
    type=click.Choice(DIRECTIONS),
    help="Follow only edges that point away from NAME (out) or towards it (in).",
)
@click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")
@click.option("--all", "everything", is_flag=True, help="List all with quotes, also if there are more than 40.")
@answer_options
def neighbors(request: Request, name: str, everything: bool, **options: Any) -> None:
    """List the neighbors of an entity, with sources.

    NAME is any name of it: 太鋼, 太钢, TISCO, tàigāng, or an IRI. A shortened name is taken if it fits only one entity;
    a note then says which.
    """
    from ..graph.neighbors import neighbors as compute
    from ..render.graph import neighbors_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    language, columns = request.city.language, request.columns
    request.write_answer(
        answer, lambda: neighbors_text(answer, language, columns, request.style, everything=everything)
    )


@command("claims 太鋼", "claims --paragraph 13", "claims --all --format json")
@click.argument("name", required=False, shell_complete=complete_names)
@click.option("--all", "everything", is_flag=True, help="List every claim of the graph. Takes no NAME.")
@click.option(
    "--paragraph",
    type=click.IntRange(1),
    metavar="N",
    help="Keep only claims quoted from paragraph N (the title is 1).",
)
@filter_options("Keep only claims whose other end has this kind (with --all: either end). Can be repeated.")
@click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")
@answer_options
def claims(request: Request, name: str | None, everything: bool, paragraph: int | None, **options: Any) -> None:
    """List the claims about an entity or in a paragraph.

    Claims are relations and values, in the order of the source.
    """
    from ..graph.claims import claims as compute
    from ..render.graph import claims_text

    if everything and name is not None:
        raise click.UsageError(f"--all lists every claim and takes no NAME; got {name!r}. Leave out one of them.")
    if not everything and name is None and paragraph is None:
        raise click.UsageError("Nothing to list was given. Give a NAME, --paragraph N, or --all for every claim.")
    request.choose_format()
    answer = compute(request.city, name, paragraph=paragraph, **options)
    request.write_answer(answer, lambda: claims_text(answer, request.city.language, request.columns, request.style))


@command("about", "about --source 新華社 --lang en")
@click.option("--full", is_flag=True, help="List every source, kind and relation.")
@answer_options
def about(request: Request, full: bool) -> None:
    """Count what the graph contains.

    Counts entities by kind, and claims by relation, status, basis and source, and shows what to ask next.
    """
    from ..graph.about import about as compute
    from ..names.entities import example_names
    from ..render.about import about_text

    request.choose_format()
    city = request.city
    answer = compute(city)
    names = [] if city.remote or full else example_names(city)
    request.write_answer(
        answer,
        lambda: about_text(answer, city.language, request.columns, full=full, command=request.command, names=names),
    )


@command("schema", "schema 企業 --lang zh-Hans")
@click.argument("kind", required=False)
@answer_options
def schema(request: Request, kind: str | None) -> None:
    """List the kinds, or what may connect one kind.

    With a KIND, such as 企業, firm or Firm, lists its relations: the kinds at the other end, the statuses that a claim
    may have, the words that mark it in a text, and the number of its claims in this graph.
    """
    from ..graph.schema import schema as compute
    from ..render.schema import schema_text

    request.choose_format()
    answer = compute(request.city, kind)
    request.write_answer(answer, lambda: schema_text(answer, request.city.language, request.columns))
