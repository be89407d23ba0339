"""Draw claims as a Mermaid flowchart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..escape_formats import mermaid as escaped
from ..model.edges import edges_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Entity

_DRAWN = 500  # edges that Mermaid draws by default
_LENGTH = 50_000  # characters of a text that Mermaid reads by default
_DASHES = {"planned": "6 4", "targeted": "2 3"}


def mermaid(things: Sequence[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Draw a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).

    Lines are solid if realised, dashed if planned, dotted if targeted, and grey if inferred.

    Args:
        things: The entities to draw.
        claims: The claims to draw. Each edge that they make is one line.

    Yields:
        The text as UTF-8, in one piece.

    Raises:
        CityGraphError: There are more edges or characters than Mermaid draws.
    """
    ids = {thing.iri: f"n{at}" for at, thing in enumerate(things)}
    lines = ["flowchart LR"]
    for thing in things:
        kind = f"<br/>{escaped(thing.kind_label)}" if thing.kind_label else ""
        lines.append(f'    {ids[thing.iri]}["{escaped(thing.label)}{kind}"]')
    edges = edges_of(claims)
    styles: dict[str, list[int]] = {}
    for at, edge in enumerate(edges):
        lines.append(f'    {ids[edge.subject.iri]} -->|"{escaped(edge.relation.label)}"| {ids[edge.object.iri]}')
        if edge.status in _DASHES:
            styles.setdefault(f"stroke-dasharray:{_DASHES[edge.status]}", []).append(at)
        if edge.standing == "inferred":
            styles.setdefault("stroke:#777777", []).append(at)
    lines += [f"    linkStyle {','.join(map(str, which))} {style}" for style, which in sorted(styles.items())]
    text = "\n".join(lines) + "\n"
    if len(edges) > _DRAWN or len(text) > _LENGTH:
        raise CityGraphError(
            f"Too much for Mermaid: {len(edges):,} edges, {len(text):,} characters (limits: {_DRAWN:,} edges, "
            f"{_LENGTH:,} characters). Select fewer claims, or use .graphml."
        )
    yield text.encode()
