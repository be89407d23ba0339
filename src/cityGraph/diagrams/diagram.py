"""The verb `diagram`: claims around entities, a path or a view, as a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..graph.claims import claims
from ..graph.filters import known_statuses, relation_iris
from ..model.noun import Noun
from ..model.verb import verb
from ..names.resolve import resolve
from ..render.words import WORDS
from ..render.words_pictures import PICTURE_WORDS
from . import raster, svg
from .around import edges_around, filtered
from .dot import as_dot
from .frame import page
from .groups import draw_groups, grouped
from .heading import heading
from .limits import ALONE, check_readable, cut, cut_claim, cut_labels
from .scene import Drawing, DrawnEdge, Scene
from .views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..model.claim import Entity
    from ..model.verb import OfEdge
    from ..store.city import CityGraph


class Diagram(Noun):
    """A picture of claims. A notebook shows it.

    Attributes:
        dot: The picture as DOT, for any Graphviz.
        svg: The picture as SVG, with its title, legend and sources.
        things: How many entities it shows.
        edges: How many edges it shows.
    """

    dot: str
    svg: str
    things: int
    edges: int

    @property
    def missing(self) -> str:
        """The characters that `png` and `pdf` show as boxes, since the font lacks them. Each occurs once."""
        return raster.missing(self.svg)

    def png(self) -> bytes:
        """Return the picture as PNG.

        Returns:
            The bytes of the file, two pixels per point of the SVG.
        """
        return raster.png(self.svg)

    def pdf(self) -> bytes:
        """Return the picture as PDF.

        Returns:
            The bytes of a file with one page. Its text can be searched and copied.
        """
        return raster.pdf(self.svg)

    def _repr_svg_(self) -> str:
        return self.svg


@verb()
def diagram(
    city: CityGraph,
    *names: str,
    hops: int = 1,
    path: tuple[str, str] | None = None,
    view: str | None = None,
    kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    statuses: Iterable[str] = (),
    avoid: Iterable[str] = (),
    avoid_kinds: Iterable[str] = (),
    inferred: bool = False,
    expand: Iterable[str] = (),
    size: str | None = None,
    every: bool = False,
    program: str | None = None,
    **_also: Unpack[OfEdge],
) -> Diagram:
    """Draw the edges around entities, the best path between two, or a view of the whole graph.

    Give `names`, a `path` or a `view`. The same input always gives the same bytes.

    Args:
        city: An open graph.
        *names: The entities to draw around, by name, alias, IRI or CURIE. With a view: the only ones to show.
        hops: How many edges to follow from each name, at least 1.
        path: The two ends of a path. The diagram shows the best path.
        view: ``chains``, ``positioning``, ``zones``, ``timeline`` or ``ontology``. A view takes names, statuses,
            `inferred`, `size`, `every` and `program`, and no other options.
        kinds: Keep entities of these kinds, by label or local name, and those that you named. Empty keeps all.
        relations: Keep edges with these relations, by label or local name. Empty keeps all.
        statuses: Keep edges with these statuses: ``realised``, ``planned``, ``targeted``. Empty keeps all.
        avoid: Leave these entities out, by name, and what is then no longer connected to an entity that you named.
        avoid_kinds: Leave out entities of these kinds in the same way, except those that you named.
        inferred: Draw inferred edges too, in grey.
        expand: List all neighbors in the groups of these relations, by label or local name. A name with more than 30
            neighbors is drawn with a box for each relation, which lists the first of them.
        size: The ratio of width to height, such as ``16:9``, from ``1:5`` to ``5:1``. None makes a view a page of
            16:9, 1,600 pixels wide, that gets higher if it has to, and fits other pages to the drawing.
        every: Draw a diagram with more than 60 entities or 240 lines, although it is hard to read, and a line of its
            own for each neighbor.
        program: The path of a Graphviz ``dot`` to lay out with. None uses graphviz-pure.

    Returns:
        The diagram, as DOT and SVG.

    Raises:
        NameNotFound: Nothing has this name; carries up to five similar names.
        AmbiguousName: Several entities have this name; carries all of them.
        CityGraphError: The options contradict each other, a value does not exist in this graph, nothing is left to
            draw, the diagram would be too large, or the layout program fails.

    Examples:
        >>> import cityGraph as cg
        >>> drawn = cg.diagram(cg.open(), "晶科")
        >>> drawn.things, "光伏產業鏈" in drawn.svg.replace(chr(10), "")
        (3, True)
    """
    ratio = _ratio(size) if size else None
    if view:
        options = {
            "--path": path,
            "--hops": hops != 1,
            "--kind": [*kinds],
            "--relation": [*relations],
            "--avoid": [*avoid],
            "--avoid-kind": [*avoid_kinds],
            "--expand": [*expand],
        }
        if given := [name for name, value in options.items() if value]:
            raise CityGraphError(
                f"A view takes no {' and no '.join(given)}. Allowed: names, --status, --inferred, --size, --all, --dot."
            )
        scene, draw = _view(city, view, names, known_statuses(city, statuses), inferred=inferred)
    else:
        if names and path:
            raise CityGraphError("A path is drawn by itself. Give names or a path, not both.")
        if not (names or path):
            raise CityGraphError("Nothing to draw was given. Give names, a path or a view.")
        edges, things, asked = edges_around(city, names, hops, path, inferred=inferred)
        if not edges:
            listed = " and ".join(repr(short(name)) for name in path or names)
            what = f"no path connects {listed}" if path else f"there are no edges at {listed}"
            hint = "" if inferred else " Add --inferred to include inferred claims."
            raise CityGraphError(f"Nothing to draw: {what}.{hint}")
        edges = filtered(city, edges, things, asked, kinds, relations, statuses, avoid, avoid_kinds)
        edges = [edge._replace(label=cut(edge.label)) for edge in edges]
        things, asked = cut_labels(things), cut_labels(asked)
        opened = relation_iris(city, expand, inferred=inferred)
        if opened and not any(edge.relation in opened for edge in edges):
            listed = " or ".join(repr(short(name)) for name in expand)
            raise CityGraphError(f"Nothing to expand: no edge of the picture has the relation {listed}.")
        scene, draw = _around(city, edges, things, asked, path, opened, whole=every or hops != 1)
    check_readable(scene, every=every)
    shown = heading(scene, city.language)
    if draw:
        dot, finished = as_dot(scene), page(shown, draw, ratio)
    else:
        dot, laid = _laid_out(scene, ratio, program)
        finished = svg.finished(laid, shown, ratio)
    return Diagram(dot, finished, len(scene.shown()), sum(bool(edge.relation) for edge in scene.edges))


def _around(
    city: CityGraph,
    edges: list[DrawnEdge],
    things: dict[str, Entity],
    asked: dict[str, Entity],
    path: tuple[str, str] | None,
    opened: frozenset[str],
    *,
    whole: bool,
) -> Drawing:
    """Return the drawing of the edges around what was asked: each by itself or, if there are many, in groups."""
    ends = dict.fromkeys(end for edge in edges for end in (edge.start, edge.end))
    if len(asked) == 1 and not whole and (opened or len(ends) - 1 > ALONE):
        (focus,) = asked.values()
        scene, groups = grouped(city, focus, edges, things, opened)
        return Drawing(scene, lambda sheet, top: draw_groups(sheet, top, scene, groups, city.language))
    words = PICTURE_WORDS[city.language]
    labels = [thing.label for thing in asked.values()]
    title = words["path"].format(start=labels[0], end=labels[-1]) if path else ""
    title = title or words["around"].format(names=WORDS[city.language]["comma"].join(labels))
    return Drawing(Scene({iri: things[iri] for iri in ends}, edges, {}, frozenset(asked), title=title))


def _ratio(size: str) -> float:
    """Return width divided by height of a size such as ``16:9``."""
    match = re.fullmatch(r"(\d{1,4})[:x×/](\d{1,4})", size.strip())
    if not match or not (0.2 <= int(match[1]) / (int(match[2]) or 10**9) <= 5):
        raise CityGraphError(f"{short(size)!r} is not a size. Give width:height between 1:5 and 5:1, such as 16:9.")
    return int(match[1]) / int(match[2])


def _view(city: CityGraph, view: str, names: Iterable[str], statuses: set[str], *, inferred: bool) -> Drawing:
    if view not in VIEWS:
        raise CityGraphError(f"No view is called {short(view)!r}. Views: {', '.join(VIEWS)}.")
    found = claims(city, inferred=inferred)
    kept = [cut_claim(claim) for claim in found if not statuses or claim.status in statuses]
    scene, draw = VIEWS[view](city, list(names), kept)
    if not (scene.things or scene.panels):
        scope = "with these names or statuses" if [*names] or statuses else "in this graph"
        raise CityGraphError(f"Nothing to draw: the view {view!r} is empty {scope}.")
    words = PICTURE_WORDS[city.language]
    title = words[view]
    if [*names]:
        title = words["view_of"].format(
            title=title, names=WORDS[city.language]["comma"].join(_label(city, name) for name in names)
        )
    return Drawing(scene._replace(title=title), draw)


def _label(city: CityGraph, name: str) -> str:
    """Return a name in the language of the graph; as it was typed, if it is the name of a kind."""
    try:
        return resolve(city, name).label
    except CityGraphError:
        return name


def _laid_out(scene: Scene, ratio: float | None, program: str | None) -> tuple[str, str]:
    """Return the DOT and the SVG of the layout whose shape comes nearest to the ratio."""
    layouts = []
    for direction in ("LR", "TB") if ratio else ("LR",):
        dot = as_dot(scene, direction)
        laid = svg.laid_out(dot, program)
        off = svg.aspect_ratio(laid) / (ratio or 1)
        layouts.append((max(off, 1 / off), dot, laid))
    return min(layouts, key=lambda layout: layout[0])[1:]
