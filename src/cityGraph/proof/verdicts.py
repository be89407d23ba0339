"""Gives a sentence its verdict: by the facts that account for it, and by what is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..model.check import VERDICTS
from .accounting import left_over
from .folded import folded
from .said import Said
from .tables import table
from .weighing import UNSURE, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .known import Known
    from .reading import Reading
    from .scope import Mark
    from .weighing import Weighed

_MOST_LEFT = 1  # words that may be left over of a sentence that is called planned or different


class Judged(NamedTuple):
    """A sentence with its verdict.

    Attributes:
        said: The sentence.
        verdict: One of `VERDICTS`.
        chosen: The facts that it was held against.
        left: What they do not account for.
        reason: "denied", "doubted" or "as-plan", if that is why it is not supported; else empty.
    """

    said: Said
    verdict: str
    chosen: tuple[Weighed, ...] = ()
    left: tuple[str, ...] = ()
    reason: str = ""


def judged(known: Known, reading: Reading, number: int) -> Judged:
    """Give one sentence its verdict.

    Args:
        known: What is known of the graph.
        reading: The text; each of its paragraphs is one sentence.
        number: The number of the paragraph.

    Returns:
        The verdict.
    """
    said = Said(known, reading, number)
    if not said.named:
        return Judged(said, "not-understood", (), tuple(left_over(said, ())))
    weighed = [each for each in (weigh(said, fact) for fact in said.facts()) if each]
    # 前身 is no word of an earlier time where it says a relation, 終止 no denial where it says a stage.
    own = {span for each in weighed if each.verdict == "supported" for span in each.spans}
    idle = [mark for mark in said.marks if mark.mood in ("former", "denied") and _overlaps(mark, own)]
    if idle:
        said.marks = [mark for mark in said.marks if mark not in idle]
        weighed = [each for each in (weigh(said, fact) for fact in said.facts()) if each]
    nearest: Judged | None = None
    for worst in ("supported", "planned", "differs"):
        chosen = _cover(each for each in weighed if VERDICTS.index(each.verdict) <= VERDICTS.index(worst))
        if not chosen or (worst != "supported" and not any(each.verdict == worst for each in chosen)):
            continue
        left = tuple(left_over(said, chosen))
        reason = _doubt(said, chosen)
        if worst == "supported" and left and not reason and (turned := _other_way(said, chosen, left)):
            return turned
        if not reason and len(left) <= _allowed(worst, chosen):
            return Judged(said, worst, chosen, left, next((each.reason for each in chosen if each.reason), ""))
        if nearest is None or len(left) < len(nearest.left):
            nearest = Judged(said, "not-said", chosen, left, reason)
    doubted = next((each for each in weighed if each.verdict == "not-said"), None)
    if nearest is None and doubted is not None:
        return Judged(said, "not-said", (doubted,), (), doubted.reason)
    return nearest or Judged(said, "not-said", (), tuple(left_over(said, ())))


def _other_way(said: Said, chosen: tuple[Weighed, ...], left: tuple[str, ...]) -> Judged | None:
    """Give the verdict on a sentence that lets something fall which its source lets rise, or the other way round."""
    ways = {row["word"]: row["change"] for row in table("changes", said.language)}
    told = [(word, ways[folded(word)]) for word in left if folded(word) in ways]
    if len(told) != len(left) or not told:
        return None
    for each in chosen:
        words = " ".join((*each.fact.words, *each.fact.topic))
        source = next((word for word, way in ways.items() if way != told[0][1] and len(word) > 1 and word in words), "")
        if source and each.values:
            each.verdict, each.said, each.source = "differs", told[0][0], source
            return Judged(said, "differs", chosen, left)
    return None


def _allowed(verdict: str, chosen: tuple[Weighed, ...]) -> int:
    return 0 if verdict == "supported" or any(each.strict for each in chosen) else _MOST_LEFT


def _doubt(said: Said, chosen: tuple[Weighed, ...]) -> str:
    """Return why the sentence is not told as so: a word of hearsay, or a denial that no difference accounts for."""
    own = [span for each in chosen for span in each.spans]
    marks = [m for m in said.marks if not any(start <= m.start < end for start, end in own)]
    if any(mark.mood in UNSURE for mark in marks):
        return "doubted"
    denied = any(mark.mood == "denied" for mark in marks)
    return "denied" if denied and not any(each.reason == "denied" for each in chosen) else ""


def _cover(weighed: Iterable[Weighed]) -> tuple[Weighed, ...]:
    """Choose facts until none accounts for more: the one that accounts for most comes first."""
    rest = list(weighed)
    chosen: list[Weighed] = []
    names: set[object] = set()
    spans: set[tuple[int, int]] = set()

    def gain(each: Weighed) -> tuple[int, int, int, int]:
        items = len({*each.names, *each.values} - names)
        words = sum(end - start for start, end in each.spans if not _inside((start, end), spans))
        return 4 * items + min(words, 8), -VERDICTS.index(each.verdict), each.weight, len(each.values)

    while rest:
        best = max(rest, key=gain)
        items = {*best.names, *best.values} - names
        words = {span for span in best.spans if not _inside(span, spans)}
        if not items and not (words and not chosen):
            break
        chosen.append(best)
        names |= items
        spans |= best.spans
        rest.remove(best)
    return tuple(chosen)


def _overlaps(mark: Mark, spans: set[tuple[int, int]]) -> bool:
    return any(start <= mark.start < end for start, end in spans)


def _inside(span: tuple[int, int], spans: set[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
