"""Positions found again in a text that differs from the counted one.

A copy from a browser has other blank lines and spaces, lines above the title, full-width or half-width signs, the other
script. So words are compared without any of that: each phrase is found again, what lies between phrases is counted from
the nearest, and the claims are proved anew at the places found.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..model.claim import Entity, Value
from ..model.positions import Position, Range, parts, position, written
from ..names.folding import SIMPLIFIED
from .prover import Prover
from .search import refolded
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Claim
    from .lexicon import Lexicon

_WORDED = ("purpose", "verb")  # qualifiers whose value is words of the text


class _Known(NamedTuple):
    """Words whose old place is known, and the place in the text given where they begin."""

    old: Range
    words: str
    at: int


def plain(words: str) -> str:
    """`words` as they are compared: 简体, in one width, without spaces.

    >>> plain("太原市 重點支持,") == plain("太原市重点支持,")
    True
    """
    return "".join(filter(None, map(_plain, words)))


def _plain(character: str) -> str:
    if character.isspace() or unicodedata.category(character) == "Cf":
        return ""
    single = unicodedata.normalize("NFKC", character)
    return (single if len(single) == 1 else character).translate(SIMPLIFIED)


class Realigned:
    """The words of one source's claims, found again in another text of it."""

    def __init__(
        self,
        wording: Lexicon,
        source: str,
        text: Text,
        claims: Iterable[Claim],
        operating: frozenset[str] = frozenset(),
    ) -> None:
        self.wording, self.source, self.text, self.operating = wording, source, text, operating
        self.claims = [c for c in claims if c.positions and c.evidence and c.evidence[0].source == source]
        said: list[str] = []
        self._where: list[tuple[int, int]] = []
        self._lines: list[int] = []
        for number, paragraph in sorted(text.paragraphs.items()):
            self._lines.append(len(said))
            for offset, character in enumerate(paragraph):
                if character == "\n":
                    self._lines.append(len(said))
                if kept := _plain(character):
                    said.append(kept)
                    self._where.append((number, offset))
        self._said = "".join(said)
        self._known = self._found()

    # Where the phrases stand ----------------------------------------------------------------------------------------

    def _phrases(self) -> dict[Range, str]:
        """The words whose old place is known: phrases, the title, the year of the dateline; then names."""
        source = self.wording.sources[self.source]
        found = {Range(1, 0, len(source.title)): source.title} if source.title else {}
        names: dict[Range, set[str]] = {}
        for claim in self.claims:
            for passage in claim.evidence:
                if passage.paragraph is not None and passage.start is not None and passage.end is not None:
                    found[Range(passage.paragraph, passage.start, passage.end)] = passage.phrase
            roles = roles_of(claim)
            if isinstance(claim.object, Value) and len(roles.get("object", ())) > 1 and source.year:
                year = f"{source.year}年"
                if (first := roles["object"][0]).end - first.start == len(year):
                    found[first] = year
            for role, end in (("subject", claim.subject), ("object", claim.object)):
                spelled = self.wording.names.get(end.iri, ()) if isinstance(end, Entity) else ()
                for where in roles.get(role, ()):
                    long = where.end - where.start
                    names.setdefault(where, set()).update(name for name in spelled if len(name) == long)
        there = {where.paragraph for where in found}
        found |= {where: min(said) for where, said in names.items() if len(said) == 1 and where.paragraph not in there}
        return dict(sorted(found.items()))

    def _found(self) -> dict[int, list[_Known]]:
        """By old paragraph the words found again: what stands once first, then the others between those."""
        phrases = list(self._phrases().items())
        places = [list(_all(plain(words), self._said)) for _, words in phrases]
        placed: list[int | None] = [found[0] if len(found) == 1 else None for found in places]
        for at, found in enumerate(places):
            if len(found) < 2:
                continue
            low = next((i for i in range(at - 1, -1, -1) if placed[i] is not None), None)
            high = next((i for i in range(at + 1, len(phrases)) if len(places[i]) == 1), None)
            between = [
                place
                for place in found
                if (low is None or place >= (placed[low] or 0)) and (high is None or place <= places[high][0])
            ]
            expected = self._expected(phrases, placed, at, low, high)
            placed[at] = min(between or found, key=lambda place: abs(place - expected))
        known: dict[int, list[_Known]] = {}
        for (old, words), place in zip(phrases, placed, strict=True):
            if place is not None:
                known.setdefault(old.paragraph, []).append(_Known(old, words, place))
        return known

    @staticmethod
    def _expected(
        phrases: list[tuple[Range, str]], placed: list[int | None], at: int, low: int | None, high: int | None
    ) -> int:
        """Where words would stand by the distance to their neighbours in the paragraph; else as early as may be."""
        old = phrases[at][0]
        for near in (low, high):
            if near is not None and phrases[near][0].paragraph == old.paragraph and placed[near] is not None:
                return (placed[near] or 0) + old.start - phrases[near][0].start
        return (placed[low] or 0) if low is not None else 0

    def _at(self, old: Range) -> tuple[int, int] | None:
        """Where an old range begins and ends now, counted in all that is said."""
        known = self._known.get(old.paragraph)
        if not known:
            return None

        def far(one: _Known) -> tuple[int, int]:
            return max(one.old.start - old.start, old.end - one.old.end, 0), one.old.start

        near = min(known, key=far)
        begin, end = (self._counted(near, offset) for offset in (old.start, old.end))
        return (begin, end) if 0 <= begin < end <= len(self._said) else None

    @staticmethod
    def _counted(near: _Known, offset: int) -> int:
        if offset <= near.old.start:
            return near.at - (near.old.start - offset)
        inside = near.words[: offset - near.old.start]
        return near.at + len(plain(inside)) + max(0, offset - near.old.end)

    def now(self, old: Range) -> Range | None:
        """Where an old range stands in the text given; None where it cannot be said, or runs over two paragraphs."""
        found = self._at(old)
        if found is None:
            return None
        (number, start), (last, end) = self._where[found[0]], self._where[found[1] - 1]
        return Range(number, start, end + 1) if number == last else None

    # What became of a claim -----------------------------------------------------------------------------------------

    def gone(self, claim: Claim) -> list[str]:
        """The phrases of `claim` that stand nowhere in the text given."""
        return [passage.phrase for passage in claim.evidence if plain(passage.phrase) not in self._said]

    def moved(self, claim: Claim) -> list[tuple[str, Range, Range]]:
        """The phrases of `claim` that stand elsewhere now: (phrase, old place, new place)."""
        found = []
        for passage in claim.evidence:
            if passage.paragraph is not None and passage.start is not None and passage.end is not None:
                old = Range(passage.paragraph, passage.start, passage.end)
                new = self.now(old) if plain(passage.phrase) in self._said else None
                found += [(passage.phrase, old, new)] if new and new != old else []
        return found

    def roles(self, claim: Claim) -> dict[str, Position]:
        """Where the words of each part of `claim` stand in the text given, as far as that can be said."""
        found = {}
        for role, ranges in roles_of(claim).items():
            now = [self.now(each) for each in ranges]
            if all(now):
                found[role] = tuple(each for each in now if each)
        return found

    def places(self, phrase: str) -> list[Range]:
        """Where a phrase stands in the text given, whatever its place was."""
        words = plain(phrase)
        found = []
        for at in _all(words, self._said):
            (number, start), (last, end) = self._where[at], self._where[at + len(words) - 1]
            found += [Range(number, start, end + 1)] if number == last else []
        return found

    def wrong(self, claim: Claim) -> list[tuple[str, str]]:
        """What is wrong with `claim` at the places found, as the proof has it."""
        positions = []
        for role, ranges in roles_of(claim).items():
            now = [self._again(each) for each in ranges]
            if not all(now):
                return [("moved", f"where its {role} stood cannot be found")]
            positions.append(f"{role} {written(tuple(each for each in now if each))}")
        evidence = []
        for passage in claim.evidence:
            again = self._again(Range(passage.paragraph or 0, passage.start or 0, passage.end or 0))
            if again:
                words = plain(passage.phrase)
                evidence.append(passage.replace(paragraph=again[0], start=again[1], end=again[2], phrase=words))
        what = claim.object
        anew = claim.replace(
            object=what.replace(value=plain(what.value)) if isinstance(what, Value) else what,
            evidence=tuple(evidence),
            qualifiers=tuple(q.replace(value=plain(q.value)) if q.name in _WORDED else q for q in claim.qualifiers),
            positions="; ".join(positions),
        )
        return self._prover.check(anew)

    @cached_property
    def _spans(self) -> dict[int, tuple[int, int]]:
        """Each old paragraph as a stretch of all that is said: from line to line where lines are left."""
        wanted = {r for claim in self.claims for ranges in roles_of(claim).values() for r in ranges}
        wanted |= {r for ranges in self.wording.anchors.values() for r in ranges}
        wanted |= {known.old for several in self._known.values() for known in several}
        reach: dict[int, tuple[int, int, int]] = {}
        for old in sorted(wanted):
            if found := self._at(old):
                begin, end, first = reach.get(old.paragraph, (found[0], found[1], found[0] - old.start))
                reach[old.paragraph] = min(begin, found[0]), max(end, found[1]), first
        spans: dict[int, tuple[int, int]] = {}
        before = 0
        ordered = sorted(reach.items())
        for at, (number, (begin, end, first)) in enumerate(ordered):
            lines = [line for line in self._lines if before <= line <= begin]
            start = min(lines, key=lambda line: abs(line - first)) if lines else max(before, first)
            limit = ordered[at + 1][1][0] if at + 1 < len(ordered) else len(self._said)
            line = bisect_left(self._lines, end)
            stop = self._lines[line] if line < len(self._lines) else len(self._said)
            after = ordered[at + 1][1][2] if at + 1 < len(ordered) else limit
            spans[number] = start, max(end, stop if stop <= limit else min(after, limit))
            before = end
        return spans

    def _again(self, old: Range) -> Range | None:
        """An old range in the old paragraphs as they are put together again."""
        found, span = self._at(old), self._spans.get(old.paragraph)
        if not found or not span or found[0] < span[0]:
            return None
        return Range(old.paragraph, found[0] - span[0], found[1] - span[0])

    @cached_property
    def _prover(self) -> Prover:
        paragraphs = {number: self._said[start:end] for number, (start, end) in self._spans.items()}
        anchors = {}
        for thing, ranges in self.wording.anchors.items():
            now = [self._again(each) for each in ranges]
            anchors[thing] = tuple(each for each in now if each) if all(now) else ()
        wording = refolded(self.wording, plain, anchors)
        return Prover(wording, {self.source: Text(paragraphs, self.text.sha256)}, self.operating)


def roles_of(claim: Claim) -> dict[str, Position]:
    """Where the words of each part of a claim are said to stand; nothing where that cannot be read."""
    try:
        return {role: position(ranges) for role, ranges in parts(claim.positions or "")}
    except ValueError:
        return {}


def _all(words: str, said: str) -> Iterable[int]:
    """Every place in `said` where `words` stand."""
    at = said.find(words) if words else -1
    while at >= 0:
        yield at
        at = said.find(words, at + 1)
