"""Say how the evidence of a claim differs between two graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.diff import Aspect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.claim import Claim, Passage

_SEVERAL = " | "


def evidence_aspects(before: Claim, after: Claim, now: Callable[[str], str]) -> Iterator[Aspect]:
    """Yield how sources, quotes, places, basis, proof and reason of a claim differ.

    Args:
        before: The claim in the first graph, with all its evidence.
        after: The same claim in the second graph.
        now: Returns the IRI under which a source is compared.

    Yields:
        The aspects: new sources, sources that are gone, quotes, places, basis, proof, reason.
    """
    labels = _labels(before, now), _labels(after, now)
    for source in sorted(labels[1].keys() - labels[0].keys()):
        yield Aspect("new-source", None, labels[1][source])
    for source in sorted(labels[0].keys() - labels[1].keys()):
        yield Aspect("lost-source", labels[0][source], None)
    cited = _by_source(before.evidence, now), _by_source(after.evidence, now)
    for source in sorted(cited[0].keys() & cited[1].keys()):
        yield from _quote_aspects(cited[0][source], cited[1][source])
    for name in ("basis", "proof", "because"):
        old, new = getattr(before, name) or None, getattr(after, name) or None
        if old != new and (name != "proof" or (before.basis and after.basis)):
            yield Aspect(name, old, new)


def _quote_aspects(before: list[Passage], after: list[Passage]) -> Iterator[Aspect]:
    """Yield how the words of one source differ or, if they are the same, where they stand."""
    old, new = ({passage.phrase for passage in each} for each in (before, after))
    if old != new:
        yield Aspect("quote", _SEVERAL.join(sorted(old - new)) or None, _SEVERAL.join(sorted(new - old)) or None)
        return
    places = [sorted({place for passage in each if (place := _place(passage))}) for each in (before, after)]
    if places[0] != places[1]:
        yield Aspect("place", _SEVERAL.join(places[0]) or None, _SEVERAL.join(places[1]) or None)


def _place(passage: Passage) -> str:
    """Return paragraph and offsets of a passage; empty if they are unknown."""
    if passage.paragraph is None:
        return ""
    offsets = f":{passage.start}-{passage.end}" if passage.start is not None else ""
    return f"§{passage.paragraph}{offsets}"


def _by_source(passages: Iterable[Passage], now: Callable[[str], str]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(now(passage.source), []).append(passage)
    return found


def _labels(claim: Claim, now: Callable[[str], str]) -> dict[str, str]:
    """Return the sources that carry a claim or, if it is inferred, that it rests on, each with its short name."""
    cited = {now(passage.source): passage.source_label for passage in claim.evidence}
    return cited or {now(source.iri): source.label for source in claim.rests_on}
