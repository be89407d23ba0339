"""Mermaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..escape import cell_text
from ..model.claim import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim

_DRAWN = 500  # ties that Mermaid draws unless whoever shows it says otherwise
_LENGTH = 50_000  # characters of a text that it takes
_DASHES = {"planned": "6 4", "targeted": "2 3"}
# Whatever could mean something to Mermaid, or to Markdown inside it, is written as its number.
_MERMAID = {point: f"#{point};" for point in range(33, 127) if not chr(point).isalnum()}
_MERMAID |= {ord("ﬂ"): "#64258;"}  # with it Mermaid marks the numbers that it has read


def mermaid(things: Sequence[Entity], claims: Iterable[Claim]) -> Iterator[bytes]:
    """A Mermaid flowchart: facts solid, plans dashed, targets dotted, what is inferred grey.

    Raises `CityGraphError` for more than Mermaid draws.
    """
    ids = {thing.iri: f"n{at}" for at, thing in enumerate(things)}
    lines = ["flowchart LR"]
    for thing in things:
        kind = f"<br/>{_coded(thing.kind_label)}" if thing.kind_label else ""
        lines.append(f'    {ids[thing.iri]}["{_coded(thing.label)}{kind}"]')
    # What several sources say is one line.
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
