"""Define the commands on the network: `paths`, `common`, `central`, `communities`, `bridges` and `similar`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .options import Request, answer_options, complete_names

if TYPE_CHECKING:
    from collections.abc import Callable


@click.command()
@click.argument("start", shell_complete=complete_names)
@click.argument("end", shell_complete=complete_names)
@click.option("--top", type=click.IntRange(1, 100), default=3, show_default=True, help="How many paths.")
@click.option("--max-hops", type=click.IntRange(1, 10), default=6, show_default=True, help="How long a path may be.")
@click.option("--via", multiple=True, metavar="NAME", help="Only paths that pass this thing; may be given again.")
@click.option("--avoid", multiple=True, metavar="NAME", help="No path that passes this thing; may be given again.")
@click.option("--avoid-kind", "avoid_kinds", multiple=True, metavar="KIND", help="Nor things of this kind.")
@click.option("--relation", "relations", multiple=True, metavar="NAME", help="Only ties of this relation.")
@click.option("--directed", is_flag=True, help="Follow ties from subject to object alone.")
@click.option("--inferred", is_flag=True, help="Go by inferred ties too.")
@click.option("--plain", is_flag=True, help="Count hops, and nothing else.")
@click.option("--explain", is_flag=True, help="Tell each path in a sentence, with its citations (as text).")
@answer_options
def paths(request: Request, start: str, end: str, explain: bool, **options: Any) -> None:
    """How START is tied to END: the best paths, each hop with its words and its source.

    A path through a hub says little: passing through a thing with many ties costs more. In a graph of more than 50 000
    triples only paths at most one hop longer than the shortest are looked at.
    """
    from ..networks.paths import paths as compute
    from ..render.paths import path_sentences, paths_text

    request.choose_format()
    answer = compute(request.city, start, end, **options)
    missing = None
    if answer.start_reach is not None and request.form != "json":
        from ..validation.gaps import gaps as compute_gaps

        missing = compute_gaps(request.city, of=(answer.start.iri, answer.end.iri), inferred=True)
    language = request.city.language
    if explain:
        request.write_answer(answer, lambda: path_sentences(answer, language, request.columns, missing))
    else:
        request.write_answer(answer, lambda: paths_text(answer, language, request.columns, request.style, missing))


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="A B [C…]", shell_complete=complete_names)
@click.option("--top", type=click.IntRange(1, 100), default=10, show_default=True, help="How many at most.")
@click.option("--inferred", is_flag=True, help="Go by inferred ties too.")
@answer_options
def common(request: Request, names: tuple[str, ...], top: int, inferred: bool) -> None:
    """What things have in common: what each is tied to, or where their ways meet first."""
    from ..networks.common import common as compute
    from ..render.paths import common_text

    request.choose_format()
    answer = compute(request.city, *names, inferred=inferred, top=top)
    request.write_answer(answer, lambda: common_text(answer, request.city.language, request.columns, request.style))


def _network_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Add the options of the commands that measure the whole network."""
    verb = click.option("--hub", is_flag=True, help="Keep the thing that a fifth of all others are tied to.")(verb)
    verb = click.option("--inferred", is_flag=True, help="Count inferred ties too.")(verb)
    return click.option("--relation", "relations", multiple=True, metavar="NAME", help="Only ties of this relation.")(
        verb
    )


@click.command()
@click.option(
    "--by",
    type=click.Choice(["degree", "pagerank", "betweenness", "harmonic"]),
    default="pagerank",
    show_default=True,
    help="The measure.",
)
@click.option("--kind", metavar="KIND", help="List only things of this kind: Firm, 開發區.")
@click.option("--top", type=click.IntRange(1, 10_000), default=10, show_default=True, help="How many.")
@click.option("--plan-effect", is_flag=True, help="What plans and targets add to what is realised.")
@click.option("--exact", is_flag=True, help="Take a measure whole that would be sampled.")
@_network_options
@answer_options
def central(request: Request, **options: Any) -> None:
    """What the network turns on: the things with the highest measure, ties read both ways."""
    from ..networks.central import central as compute
    from ..render.network import central_text

    request.choose_format()
    answer = compute(request.city, **options)
    request.write_answer(answer, lambda: central_text(answer, request.city.language, request.columns))


@click.command()
@click.option(
    "--seed", type=click.IntRange(0, 2**62), default=0, show_default=True, help="Another seed may give other groups."
)
@_network_options
@answer_options
def communities(request: Request, **options: Any) -> None:
    """The groups into which the network falls, each named by its most central members."""
    from ..networks.communities import communities as compute
    from ..render.network import communities_text

    request.choose_format()
    answer = compute(request.city, **options)
    request.write_answer(answer, lambda: communities_text(answer, request.city.language, request.columns))


@click.command()
@click.option("--top", type=click.IntRange(1, 10_000), default=10, show_default=True, help="How many.")
@_network_options
@answer_options
def bridges(request: Request, **options: Any) -> None:
    """The things without which the network falls apart, and what hangs on each alone."""
    from ..networks.bridges import bridges as compute
    from ..render.network import bridges_text

    request.choose_format()
    answer = compute(request.city, **options)
    request.write_answer(answer, lambda: bridges_text(answer, request.city.language, request.columns))


@click.command()
@click.argument("name", shell_complete=complete_names)
@click.option("--top", type=click.IntRange(1, 10_000), default=10, show_default=True, help="How many.")
@click.option("--inferred", is_flag=True, help="Count inferred ties too.")
@answer_options
def similar(request: Request, name: str, top: int, inferred: bool) -> None:
    """What is tied as NAME is: by the same relations to the same things."""
    from ..networks.similar import similar as compute
    from ..render.network import similar_text

    request.choose_format()
    answer = compute(request.city, name, top=top, inferred=inferred)
    request.write_answer(answer, lambda: similar_text(answer, request.city.language, request.columns))
