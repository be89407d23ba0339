"""The views of a whole graph: chains, positioning, zones, timeline, ontology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..names.labels import vocabulary
from ..names.resolve import resolve
from ..names.terms import terms_named
from ..namespaces import local
from ..plan.moments import moments
from ..render.figures import figure_text
from ..render.words import WORDS
from ..render.words_pictures import PICTURE_WORDS
from .chains import chains
from .grouping import by_object, edges_at, entities_of_kind, row_of
from .layers import draw_layers
from .lists import draw_lists
from .matrix import draw_matrix
from .positionings import positioning
from .scene import Drawing, Panel, Row, Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..model.claim import Claim
    from ..store.city import CityGraph

    View = Callable[[CityGraph, Sequence[str], Sequence[Claim]], Drawing]


def zones(city: CityGraph, asked: Sequence[str], claims: Sequence[Claim]) -> Scene:
    """Show the zones with what is in each: projects with what belongs to them, firms, and smaller zones.

    Args:
        city: An open graph.
        asked: Names of zones, or of entities whose zones to show. Empty shows every zone.
        claims: The claims to draw.

    Returns:
        A panel for each zone, the smaller zones after the one that they are in. Without names, one last panel lists
        the zones without contents.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several entities have this name.
        CityGraphError: No claim connects a named entity with a zone.
    """
    inside, words = by_object(claims, "sitedIn", "liesIn", "partOf"), PICTURE_WORDS[city.language]
    wanted = {zone.iri: zone for zone in entities_of_kind(city, claims, "Zone", asked)}
    contents = {zone: tuple(_contents(zone, inside, 0, {zone})) for zone in wanted}
    parts = {row.thing.iri for listed in contents.values() for row in listed if row.thing}
    order: dict[str, Entity] = {}
    for zone in sorted(wanted, key=lambda zone: (zone in parts, -len(contents[zone]))):
        _add_with_parts(zone, wanted, contents, order)
    panels = {
        iri: Panel(Row(zone.label, zone), contents[iri], "" if contents[iri] else words["unsaid"])
        for iri, zone in order.items()
        if contents[iri] or asked
    }
    bare = tuple(Row(zone.label, zone) for iri, zone in order.items() if iri not in panels and iri not in parts)
    if bare:
        panels["bare"] = Panel(Row(words["contents"]), bare)
    return Scene({}, (), panels, column=tuple(panels))


def _contents(zone: str, inside: dict[str, list[Claim]], depth: int, seen: set[str]) -> Iterable[Row]:
    """Yield what is in a zone, zones last. What belongs to a project follows it, indented. Each entity comes once."""
    listed = sorted(edges_at(inside, zone), key=lambda edge: (edge.subject.kind == "Zone", edge.subject.kind))
    new = [edge for edge in listed if edge.subject.iri not in seen]
    seen |= {edge.subject.iri for edge in new}
    for edge in new:
        yield row_of(edge.subject, edge)._replace(depth=depth)
        if edge.subject.kind != "Zone":
            yield from _contents(edge.subject.iri, inside, depth + 1, seen)


def _add_with_parts(
    zone: str, wanted: dict[str, Entity], contents: dict[str, tuple[Row, ...]], order: dict[str, Entity]
) -> None:
    """Add a zone to the order, then the zones in it. A zone that contains itself is added once."""
    if zone in wanted and zone not in order:
        order[zone] = wanted[zone]
        for row in contents[zone]:
            if row.thing:
                _add_with_parts(row.thing.iri, wanted, contents, order)


def timeline(city: CityGraph, asked: Sequence[str], claims: Sequence[Claim]) -> Scene:
    """Show what has a date, by year: events, foundations, due dates, and edges with a time.

    Args:
        city: An open graph.
        asked: Names of entities. Empty shows all dates.
        claims: The claims to draw.

    Returns:
        A panel for each year, in ascending order. What has no date is left out.

    Raises:
        NameNotFound: Nothing has this name.
        AmbiguousName: Several entities have this name.
    """
    wanted = [resolve(city, name).iri for name in asked] or None
    years: dict[str, list[Row]] = {}
    for moment in moments(city, claims, wanted):
        if moment.date:
            figure = figure_text(moment.figure, WORDS[city.language]) if moment.figure else ""
            date = moment.date if len(moment.date) > 4 else ""  # a month alone would read as a number
            words = " ".join(filter(None, (date, moment.entity.label, moment.text, figure)))
            row = Row(words, moment.entity, moment.claim.standing, moment.claim.evidence, moment.claim.because)
            years.setdefault(moment.date[:4], []).append(row)
    panels = {year: Panel(Row(year), tuple(listed)) for year, listed in years.items()}
    return Scene({}, (), panels, column=tuple(panels), spine=True)


def ontology(city: CityGraph, asked: Sequence[str], claims: Sequence[Claim]) -> Scene:
    """Show the kinds of entities with the relations that lead from each, and where they lead to.

    Args:
        city: An open graph.
        asked: Kinds, by label or local name. Empty shows every kind.
        claims: Not used: the view shows what the ontology allows. All views take the same arguments.

    Returns:
        A panel for each kind, the kind with the most relations first.

    Raises:
        CityGraphError: The ontology has no kind with this name.
    """
    del claims
    found = city.select("kinds-connected")
    labels = vocabulary(city, {cell.value for row in found for cell in row})
    objects: dict[str, dict[str, list[str]]] = {}
    for relation, subject, what in found:
        objects.setdefault(subject.value, {}).setdefault(relation.value, []).append(what.value)
    kinds = {kind: Entity(kind, labels.label(kind), local(kind), labels.label(kind)) for kind in objects}
    if asked:
        named = (terms_named(city, name, kinds, "Nothing here has the kind", "Kinds here") for name in asked)
        kinds = {kind: kinds[kind] for several in named for kind in sorted(several)}
    panels = {}
    comma, literals = WORDS[city.language]["comma"], WORDS[city.language]["literals"]
    for kind, thing in sorted(kinds.items(), key=lambda item: (-len(objects[item[0]]), item[0])):
        listed = sorted(
            (labels.label(relation), sorted({literals.get(local(end), labels.label(end)) for end in relation_objects}))
            for relation, relation_objects in objects[kind].items()
        )
        lines = tuple(Row(f"{label} → {comma.join(object_labels)}") for label, object_labels in listed)
        panels[kind] = Panel(Row(thing.label, thing), lines)
    return Scene({}, (), panels, column=tuple(panels))


def _matrix(city: CityGraph, asked: Sequence[str], claims: Sequence[Claim]) -> Drawing:
    scene, rows = chains(city, asked, claims)
    return Drawing(scene, lambda sheet, top: draw_matrix(sheet, top, scene, rows, city.language))


def _layers(city: CityGraph, asked: Sequence[str], claims: Sequence[Claim]) -> Drawing:
    scene = positioning(city, asked, claims)
    return Drawing(scene, lambda sheet, top: draw_layers(sheet, top, scene, city.language))


def _as_lists(view: Callable[[CityGraph, Sequence[str], Sequence[Claim]], Scene]) -> View:
    """Return a view that is drawn as lists."""

    def drawing(city: CityGraph, asked: Sequence[str], claims: Sequence[Claim]) -> Drawing:
        scene = view(city, asked, claims)
        return Drawing(scene, lambda sheet, top: draw_lists(sheet, top, scene))

    return drawing


VIEWS: dict[str, View] = {
    "chains": _matrix,
    "positioning": _layers,
    "zones": _as_lists(zones),
    "timeline": _as_lists(timeline),
    "ontology": _as_lists(ontology),
}
