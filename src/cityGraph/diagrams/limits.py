"""The largest diagram that a reader can read, and what to leave out of a larger one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..escape import argument
from ..model.claim import Entity

if TYPE_CHECKING:
    from ..model.claim import Claim
    from .scene import Scene

ALONE = 30  # neighbors of one entity, each with a line of its own
READABLE = 60  # entities and panels
LISTED = 240  # lines of panels: a reader reads those one by one
PLACED = 2_000  # what a layout engine places in about a minute
LONGEST = 600  # characters of a label


def check_readable(scene: Scene, *, every: bool) -> None:
    """Raise an error if a diagram is too large.

    Args:
        scene: The diagram.
        every: Allow a diagram that nobody can read, as long as a layout engine can place it.

    Raises:
        CityGraphError: It has more than `PLACED` entities or lines or, unless `every` is set, more than `READABLE`
            entities and panels or `LISTED` lines. The message says what could be left out.
    """
    things, listed = len(scene.things) + len(scene.panels), sum(1 for _ in scene.rows())
    if max(things, listed) > PLACED:
        what = f"{things:,} entities" if things > PLACED else f"{listed:,} lines"
        raise CityGraphError(
            f"The diagram would have {what}; the limit is {PLACED:,}. Draw less, or export the network for another "
            "program: citygraph export -o city.graphml"
        )
    if every or (things <= READABLE and listed <= LISTED):
        return
    what, limit = (f"{things} entities", READABLE) if things > READABLE else (f"{listed} lines", LISTED)
    offers = "; ".join([*_offers(scene), "or draw all with --all"])
    raise CityGraphError(
        f"The diagram would have {what}; more than {limit} are hard to read. Leave some out: {offers}."
    )


def cut(label: str) -> str:
    """Cut a label that is too long to draw.

    Args:
        label: The label.

    Returns:
        The label; if it is longer than `LONGEST`, its beginning with a ``…``.

    Examples:
        >>> cut("太鋼"), len(cut("太鋼" * 100_000))
        ('太鋼', 601)
    """
    return label if len(label) <= LONGEST else label[:LONGEST] + "…"


def cut_labels(things: dict[str, Entity]) -> dict[str, Entity]:
    """Cut the labels of entities that are too long to draw.

    Args:
        things: Entities by IRI.

    Returns:
        The same entities with labels that can be drawn.
    """
    return {iri: thing.replace(label=cut(thing.label)) for iri, thing in things.items()}


def cut_claim(claim: Claim) -> Claim:
    """Cut the labels of the entities of a claim that are too long to draw.

    Args:
        claim: The claim.

    Returns:
        The same claim with labels that can be drawn.
    """
    if all(len(end.label) <= LONGEST for end in claim.ends):
        return claim
    one, other = (
        end.replace(label=cut(end.label)) if isinstance(end, Entity) else end for end in (claim.subject, claim.object)
    )
    return claim.replace(subject=one, object=other)


def _offers(scene: Scene) -> list[str]:
    """List options that make the diagram smaller: avoid a hub, then kinds of entities with one edge, most first."""
    if scene.panels:
        return ["give the names to show, or use --status"]
    degrees = Counter(end for edge in scene.edges for end in {edge.start, edge.end})
    hubs = [iri for iri, many in degrees.most_common(1) if iri not in scene.asked and many > len(scene.edges) / 4]
    offers = [f"--avoid {argument(scene.things[iri].label)} ({degrees[iri]} edges)" for iri in hubs]
    leaves = Counter(
        thing.kind_label or thing.kind
        for iri, thing in scene.things.items()
        if degrees[iri] == 1 and iri not in scene.asked
    )
    left = len(scene.things)
    for kind, many in sorted(leaves.items(), key=lambda item: (-item[1], item[0]))[:4]:
        if left <= READABLE or not kind:
            break
        offers.append(f"--avoid-kind {argument(kind)} (removes {many} with one edge)")
        left -= many
    return offers
