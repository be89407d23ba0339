"""Define the command `compare`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from ..formats import by_suffix
from .files import write_file
from .global_options import system_path
from .inputs import open_graph
from .options import Request, answer_options_in, complete_names
from .output import ROWS, warn
from .verb import command

if TYPE_CHECKING:
    from ..model.comparison import Comparison
    from ..store.city import CityGraph

_PICTURES = tuple(dict.fromkeys(each.name for each in by_suffix("picture").values()))


@command(
    "compare 太原 長春",
    "compare Taiyuan Changchun --lang en --format md",
    "compare 太原 長春 -o compare.svg",
)
@click.argument("first", metavar="A", shell_complete=complete_names)
@click.argument("second", metavar="B", shell_complete=complete_names)
@click.option("--inferred", is_flag=True, help="Include inferred claims.")
@click.option(
    "--source",
    "only",
    multiple=True,
    metavar="NAME",
    help="Use only claims from this source, in each graph that has it. Can be repeated.",
)
@click.option("--open", "opens", is_flag=True, help="Open the picture with the program of your system for it.")
@answer_options_in("text", "json", *ROWS, *_PICTURES, sources=False)
def compare(request: Request, first: str, second: str, *, inferred: bool, only: tuple[str, ...], opens: bool) -> None:
    """Put two cities side by side.

    A and B are each a city of the open graph, or a SOURCE as --from takes it. If a source is about several cities, say
    which one: NAME=SOURCE. Lists the industries, chains, priority sectors and products that both name or only one, who
    leads them, the zones that turn to them, and figures with the same indicator, each with its source. What a city does
    not say is "not said", and never a no. With -o FILE.svg, .png, .pdf or .dot it is a picture.
    """
    from ..comparison.compare import compare as compute

    request.choose_format(by_suffix("picture"))
    if opens and request.form not in _PICTURES:
        raise click.UsageError("--open needs a picture. Give a file with -o, such as -o compare.svg.")
    graphs, names = _graphs(request, (first, second))
    if only:
        kept = {id(graph): _according_to(graph, only) for graph in graphs}
        if not any(each for each, _ in kept.values()):
            raise next(error for _, error in kept.values() if error)
        graphs = [kept[id(graph)][0] or graph for graph in graphs]
    one, other = graphs
    answer = compute(one, *names, beside=None if one is other else other, inferred=inferred)
    request.city = one
    for note in other.notes:
        one.note(note)
    language = request.language
    if request.form in _PICTURES:
        _draw(request, answer, language, opens=opens)
    elif request.form == "md":
        from ..render.comparison_page import comparison_page

        request.write(comparison_page(answer, language))
    else:
        from ..render.comparison import comparison_text

        request.write_answer(answer, lambda: comparison_text(answer, language, request.columns, request.style))


def _draw(request: Request, answer: Comparison, language: str, *, opens: bool) -> None:
    from ..diagrams.comparison import comparison_picture
    from ..render.comparison_lines import Wording

    picture = comparison_picture(answer, language)
    form = str(request.form)
    content: Any = {"svg": picture.svg, "dot": picture.dot}.get(form) or getattr(picture, form)()
    write_file(request, content, f".{form}", lambda: Wording(answer, language).told("file"), opens=opens)
    if form in ("png", "pdf") and picture.missing:
        boxes = f"The font lacks these characters, which appear as boxes: {' '.join(picture.missing)}"
        warn(f"{boxes}. Write a .svg file instead: it uses the reader's fonts.")


def _according_to(graph: CityGraph, only: tuple[str, ...]) -> tuple[CityGraph | None, Exception | None]:
    """Return what some sources say; None and the error if the graph has no such source."""
    from ..errors import NameNotFound
    from ..graph.sources import according_to

    try:
        return according_to(graph, *only), None
    except NameNotFound as error:
        return None, error


def _graphs(request: Request, arguments: tuple[str, str]) -> tuple[list[CityGraph], list[str | None]]:
    """Return for each argument the graph that it means, and the name of the city; None for the one of its source."""
    read = [_read(request, text) for text in arguments]
    context = click.get_current_context()
    if all(source for source, _ in read):
        if context.get_parameter_source("files") is ParameterSource.COMMANDLINE:
            raise click.UsageError("A and B are both sources, so --from is not read. Leave --from out.", context)
        if [source for source, _ in read] == ["-", "-"]:
            raise click.UsageError("Standard input can be read once. Give A or B as a file.", context)
    graphs = [open_graph(request, system_path(source)) if source else request.city for source, _ in read]
    for graph, (source, name) in zip(graphs, read, strict=True):
        if source and name is None:
            _check_one(graph, source)
    return graphs, [name for _, name in read]


def _read(request: Request, text: str) -> tuple[str, str | None]:
    """Return the source that an argument means, or an empty text, and the name of a city, or None."""
    from ..errors import CityGraphError, short

    name, mark, source = text.partition("=")
    if mark and name and not _is_source(text) and (_is_source(source) or _looks_like_file(source)):
        return source, name
    if not (_is_source(text) or _looks_like_file(text)):
        return "", text
    if not _is_city(request, text):
        return text, None
    if _is_url(text):
        return "", text
    where = os.path.join(os.curdir, text)
    raise CityGraphError(
        f"{short(text)!r} is a city of the open graph, and a file or folder here. Type {where} for the file or folder, "
        "or the IRI for the city."
    )


def _check_one(graph: CityGraph, source: str) -> None:
    """Check that a source is about one city."""
    from ..comparison.shares import cities_of
    from ..errors import CityGraphError
    from ..escape import argument

    found = cities_of(graph)
    if len(found) > 1:
        listed = ", ".join(f"{each.label} ({graph.shorten(each.iri).strip('<>')})" for each in found)
        example = argument(f"{found[0].label}={source}")
        raise CityGraphError(f"{source} is about {len(found)} cities: {listed}. Say which one, such as {example}.")


def _is_url(text: str) -> bool:
    from ..store.files import is_url

    return is_url(text)


def _is_source(text: str) -> bool:
    return text == "-" or _is_url(text) or os.path.exists(system_path(text))


def _looks_like_file(text: str) -> bool:
    """Return whether a text is the name of a file that may be missing, and of no thing."""
    from ..store.files import media_type

    return bool(media_type(text)) or (os.sep in text and not _is_url(text))


def _is_city(request: Request, text: str) -> bool:
    """Return whether a text that names a source may also name a city of the open graph."""
    if text == "-" or (not _is_url(text) and (os.sep in text or _looks_like_file(text))):
        return False
    from ..errors import AmbiguousName, CityGraphError
    from ..names.resolve import resolve

    try:
        resolve(request.city, text, kind="City")
    except AmbiguousName:
        return True
    except CityGraphError:
        return False
    return True
