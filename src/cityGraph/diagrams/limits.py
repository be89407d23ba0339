"""When a picture has too much in it, and what to leave out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..escape import terminal

if TYPE_CHECKING:
    from .scene import Scene

READABLE = 60
LISTED = 240  # lines of panels: those are read one by one
PLACED = 2_000  # what a layout engine places in about a minute


def refuse_unreadable(scene: Scene, *, every: bool) -> None:
    """Raise `CityGraphError` for a picture that nobody can read, with what could be left out."""
    things, listed = len(scene.things) + len(scene.panels), sum(1 for _ in scene.rows())
    if max(things, listed) > PLACED:
        way = "`citygraph export -o city.graphml` carries them to a program that draws networks"
        raise CityGraphError(f"{max(things, listed)} things are more than a picture holds; narrow them, or {way}")
    if every or (things <= READABLE and listed <= LISTED):
        return
    offers = "; ".join([*_offers(scene), "or --all"])
    raise CityGraphError(f"{max(things, listed)} things make no readable picture; leave some out: {offers}")


def _offers(scene: Scene) -> list[str]:
    """What could be left out: a hub that was not asked for, then kinds of things that have one tie, most first."""
    if scene.panels:
        return ["name those to show, or --status"]
    ties = Counter(end for tie in scene.ties for end in {tie.start, tie.end})
    hubs = [iri for iri, many in ties.most_common(1) if iri not in scene.asked and many > len(scene.ties) / 4]
    offers = [f"--avoid {terminal(scene.things[iri].label)} ({ties[iri]} ties)" for iri in hubs]
    leaves = Counter(
        thing.kind_label or thing.kind
        for iri, thing in scene.things.items()
        if ties[iri] == 1 and iri not in scene.asked
    )
    left = len(scene.things)
    for kind, many in leaves.most_common(4):
        if left <= READABLE or not kind:
            break
        offers.append(f"--avoid-kind {kind} ({many} with one tie)")
        left -= many
    return offers
