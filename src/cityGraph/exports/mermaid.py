"""Draw claims as a Mermaid flowchart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..escape import cell_text
from ..model.claim import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim

_DRAWN = 500  # edges that Mermaid draws by default
_LENGTH = 50_000  # characters of a text that Mermaid reads by default
_DASHES = {"planned": "6 4", "targeted": "2 3"}
# Every character that Mermaid, or Markdown inside it, could read as markup is written as its number.
_MERMAID = {point: f"#{point};" for point in range(33, 127) if not chr(point).isalnum()}
_MERMAID |= {ord("ﬂ"): "#64258;"}  # Mermaid uses this character itself to mark such numbers


def mermaid(things: Sequence[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """Draw a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).

    Lines are solid if realised, dashed if planned, dotted if targeted, and grey if inferred.

    Args:
        things: The entities to draw.
        claims: The claims to draw. A claim whose object is a value is left out; claims with the same ends, label and
            line make one line.

    Yields:
        The text as UTF-8, in one piece.

    Raises:
        CityGraphError: There are more edges or characters than Mermaid draws.
    """
    ids = {thing.iri: f"n{at}" for at, thing in enumerate(things)}
    lines = ["flowchart LR"]
    for thing in things:
        kind = f"<br/>{_coded(thing.kind_label)}" if thing.kind_label else ""
        lines.append(f'    {ids[thing.iri]}["{_coded(thing.label)}{kind}"]')
    # Claims of several sources that say the same make one line.
    ties = dict.fromkeys(
        (claim.subject.iri, claim.relation.label, claim.object.iri, claim.status, claim.basis == "inferred")
        for claim in claims
        if isinstance(claim.object, Entity)
    )
    styles: dict[str, list[int]] = {}
    for at, (one, label, other, status, inferred) in enumerate(ties):
        lines.append(f'    {ids[one]} -->|"{_coded(label)}"| {ids[other]}')
        if status in _DASHES:
            styles.setdefault(f"stroke-dasharray:{_DASHES[status]}", []).append(at)
        if inferred:
            styles.setdefault("stroke:#777777", []).append(at)
    lines += [f"    linkStyle {','.join(map(str, which))} {style}" for style, which in sorted(styles.items())]
    text = "\n".join(lines) + "\n"
    if len(ties) > _DRAWN or len(text) > _LENGTH:
        most = f"{_DRAWN} ties and {_LENGTH} characters"
        raise CityGraphError(
            f"{len(ties)} ties in {len(text)} characters: Mermaid draws {most}; narrow them, or use .graphml"
        )
    yield text.encode()


def _coded(text: str) -> str:
    return (cell_text(text) or " ").translate(_MERMAID)
