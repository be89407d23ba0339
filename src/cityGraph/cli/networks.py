"""Define the commands on the network: `paths`, `common`, `central`, `communities`, `bridges` and `similar`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .options import Request, answer_options, complete_names
from .verb import command

if TYPE_CHECKING:
    from collections.abc import Callable


@command("paths 太鋼 惠科 --explain", "paths 太鋼 太重 --top 1 --inferred")
@click.argument("start", shell_complete=complete_names)
@click.argument("end", shell_complete=complete_names)
@click.option("--top", type=click.IntRange(1, 100), default=3, show_default=True, help="Largest number of paths.")
@click.option(
    "--max-hops", type=click.IntRange(1, 10), default=6, show_default=True, help="Largest number of hops in a path."
)
@click.option(
    "--via",
    multiple=True,
    metavar="NAME",
    help="Keep only paths through this entity. Can be repeated, for up to three entities.",
)
@click.option("--avoid", multiple=True, metavar="NAME", help="Leave out paths through this entity. Can be repeated.")
@click.option(
    "--avoid-kind",
    "avoid_kinds",
    multiple=True,
    metavar="KIND",
    help="Leave out paths through entities of this kind. Can be repeated.",
)
@click.option(
    "--relation",
    "relations",
    multiple=True,
    metavar="NAME",
    help="Keep only edges with this relation. Can be repeated.",
)
@click.option("--directed", is_flag=True, help="Follow edges only from subject to object.")
@click.option("--inferred", is_flag=True, help="Include inferred claims.")
@click.option("--plain", is_flag=True, help="Rank paths only by their number of hops.")
@click.option("--explain", is_flag=True, help="Write each path as a sentence with numbered citations (text only).")
@answer_options
def paths(request: Request, start: str, end: str, explain: bool, **options: Any) -> None:
    """Find the best paths between two entities.

    Each hop has its quote and source. A path through an entity with many edges says little, so it ranks lower. In a
    graph of more than 50,000 triples, only paths at most one hop longer than the shortest are compared.
    """
    from ..networks.paths import paths as compute
    from ..render.paths import path_sentences, paths_text

    request.choose_format()
    answer = compute(request.city, start, end, **options)
    missing = []
    if answer.start_reach is not None and request.form != "json":
        from ..validation.gaps import gaps as compute_gaps

        ends = (answer.start.iri, answer.end.iri)
        missing = [gap for end in ends for gap in compute_gaps(request.city, end, inferred=True)]
    language = request.city.language
    if explain:
        request.write_answer(answer, lambda: path_sentences(answer, language, request.columns, missing))
    else:
        request.write_answer(answer, lambda: paths_text(answer, language, request.columns, request.style, missing))


@command("common 太鋼 太重", "common TISCO Taizhong --lang en")
@click.argument("names", nargs=-1, required=True, metavar="A B [C…]", shell_complete=complete_names)
@click.option("--top", type=click.IntRange(1, 100), default=10, show_default=True, help="Largest number of entities.")
@click.option("--inferred", is_flag=True, help="Include inferred claims.")
@answer_options
def common(request: Request, names: tuple[str, ...], top: int, inferred: bool) -> None:
    """Find what several entities have in common.

    Lists the neighbors that all of them share. If there are none, lists the nearest entities that all can reach.
    """
    from ..networks.common import common as compute
    from ..render.paths import common_text

    request.choose_format()
    answer = compute(request.city, *names, inferred=inferred, top=top)
    request.write_answer(answer, lambda: common_text(answer, request.city.language, request.columns, request.style))


def _network_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Add the options of the commands that measure the whole network."""
    verb = click.option(
        "--hub",
        is_flag=True,
        help="Keep hubs: a few entities connected to more than twice as many as any other.",
    )(verb)
    verb = click.option("--inferred", is_flag=True, help="Include inferred claims.")(verb)
    return click.option(
        "--relation",
        "relations",
        multiple=True,
        metavar="NAME",
        help="Keep only edges with this relation. Can be repeated.",
    )(verb)


@command("central --kind 企業", "central --by degree --top 5")
@click.option(
    "--by",
    type=click.Choice(["degree", "pagerank", "betweenness", "harmonic"]),
    default="pagerank",
    show_default=True,
    help="Measure of centrality.",
)
@click.option(
    "--kind", metavar="KIND", help="List only entities of this kind, such as Firm or 功能區. The others still count."
)
@click.option(
    "--top", type=click.IntRange(1, 10_000), default=10, show_default=True, help="Largest number of entities."
)
@click.option("--plan-effect", is_flag=True, help="Rank by how much planned and targeted edges add to realised ones.")
@click.option(
    "--exact",
    is_flag=True,
    help="Compute the measure in full, which can take long. By default, large networks are sampled.",
)
@_network_options
@answer_options
def central(request: Request, **options: Any) -> None:
    """Rank the most central entities of the network.

    Edges count in both directions.
    """
    from ..networks.central import central as compute
    from ..render.network import central_text

    request.choose_format()
    answer = compute(request.city, **options)
    request.write_answer(answer, lambda: central_text(answer, request.city.language, request.columns))


@command("communities", "communities --inferred --seed 1")
@click.option(
    "--seed",
    type=click.IntRange(0, 2**62),
    default=0,
    show_default=True,
    help="Seed of the random numbers. Another seed can give other groups.",
)
@_network_options
@answer_options
def communities(request: Request, **options: Any) -> None:
    """Divide the network into groups (Leiden algorithm).

    Each group is named after its three most central members.
    """
    from ..networks.communities import communities as compute
    from ..render.network import communities_text

    request.choose_format()
    answer = compute(request.city, **options)
    request.write_answer(answer, lambda: communities_text(answer, request.city.language, request.columns))


@command("bridges", "bridges --top 3 --inferred")
@click.option(
    "--top", type=click.IntRange(1, 10_000), default=10, show_default=True, help="Largest number of entities."
)
@_network_options
@answer_options
def bridges(request: Request, **options: Any) -> None:
    """Find the entities that hold the network together.

    Without such an entity, others lose every connection to the rest. The answer lists them.
    """
    from ..networks.bridges import bridges as compute
    from ..render.network import bridges_text

    request.choose_format()
    answer = compute(request.city, **options)
    request.write_answer(answer, lambda: bridges_text(answer, request.city.language, request.columns))


@command("similar 太鋼", "similar 太鋼 --top 3 --inferred")
@click.argument("name", shell_complete=complete_names)
@click.option(
    "--top", type=click.IntRange(1, 10_000), default=10, show_default=True, help="Largest number of entities."
)
@click.option("--inferred", is_flag=True, help="Include inferred claims.")
@answer_options
def similar(request: Request, name: str, top: int, inferred: bool) -> None:
    """Find the entities with the same edges as NAME.

    Two entities are similar if the same relations connect them to the same entities. Rare edges count more.
    """
    from ..networks.similar import similar as compute
    from ..render.network import similar_text

    request.choose_format()
    answer = compute(request.city, name, top=top, inferred=inferred)
    request.write_answer(answer, lambda: similar_text(answer, request.city.language, request.columns))
