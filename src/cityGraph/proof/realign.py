"""Finds positions again in a text that differs from the one in which they were counted.

A copy from a browser may have other blank lines and spaces, lines above the title, signs of another width, or the
other script. So all words are compared in one normal form. Each quote is found again; positions between quotes are
counted from the nearest quote; then the claims are proved at the new places.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..model.claim import Entity, Value
from ..model.positions import Position, Range, parts, position, written
from .drift import settled
from .normal import NormalText, normalize
from .prover import Prover
from .rules_mood import LITERAL_WORDS
from .search import fold_wording
from .text import Text, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Claim
    from .context import Found
    from .wording import Wording


class _Match(NamedTuple):
    """Words with a known old place that were found again: where they begin in the normal form of the new text."""

    old: Range
    words: str
    at: int


def roles_of(claim: Claim) -> dict[str, Position]:
    """Return the position of each part of a claim by its role.

    Args:
        claim: Any claim.

    Returns:
        Positions by role; empty if the claim has none or if they cannot be read.
    """
    try:
        return {role: position(ranges) for role, ranges in parts(claim.positions or "")}
    except ValueError:
        return {}


class Realigned:
    """The claims of one source, with their positions found again in another text of it."""

    def __init__(
        self,
        wording: Wording,
        source: str,
        text: Text,
        claims: Iterable[Claim],
        in_use: frozenset[str] = frozenset(),
    ) -> None:
        self.wording, self.source, self.text, self.in_use = wording, source, text, in_use
        self.claims = [c for c in claims if c.positions and c.evidence and c.evidence[0].source == source]
        self._normal = NormalText(text)
        self._matches = self._find_again()

    # Where old positions stand in the new text ----------------------------------------------------------------------

    def _known_words(self) -> dict[Range, str]:
        """Return the words with a known old place: the title, quotes, the year of the dateline.

        In paragraphs without any of these, a position whose length fits only one name of its thing counts too.
        """
        source = self.wording.sources[self.source]
        known = {Range(1, 0, len(source.title)): source.title} if source.title else {}
        names: dict[Range, set[str]] = {}
        for claim in self.claims:
            known |= {place: passage.phrase for passage in claim.evidence if (place := place_of(passage))}
            roles = roles_of(claim)
            if isinstance(claim.object, Value) and len(roles.get("object", ())) > 1 and source.year:
                year = f"{source.year}年"
                if (first := roles["object"][0]).end - first.start == len(year):
                    known[first] = year
            for role, end in (("subject", claim.subject), ("object", claim.object)):
                printed = self.wording.names.get(end.iri, ()) if isinstance(end, Entity) else ()
                for where in roles.get(role, ()):
                    length = where.end - where.start
                    names.setdefault(where, set()).update(name for name in printed if len(name) == length)
        known_paragraphs = {where.paragraph for where in known}
        known |= {
            where: min(fitting)
            for where, fitting in names.items()
            if len(fitting) == 1 and where.paragraph not in known_paragraphs
        }
        return dict(sorted(known.items()))

    def _find_again(self) -> dict[int, list[_Match]]:
        """Find the known words, by old paragraph: first those that occur once, then the others between those."""
        words = list(self._known_words().items())
        places = [list(self._normal.find(each)) for _, each in words]
        chosen: list[int | None] = [found[0] if len(found) == 1 else None for found in places]
        for at, found in enumerate(places):
            if len(found) < 2:
                continue
            low = next((i for i in range(at - 1, -1, -1) if chosen[i] is not None), None)
            high = next((i for i in range(at + 1, len(words)) if len(places[i]) == 1), None)
            between = [
                place
                for place in found
                if (low is None or place >= (chosen[low] or 0)) and (high is None or place <= places[high][0])
            ]
            expected = self._expected_place(words, chosen, at, low, high)
            chosen[at] = min(between or found, key=lambda place: abs(place - expected))
        matches: dict[int, list[_Match]] = {}
        for (old, each), place in zip(words, chosen, strict=True):
            if place is not None:
                matches.setdefault(old.paragraph, []).append(_Match(old, each, place))
        return matches

    @staticmethod
    def _expected_place(
        words: list[tuple[Range, str]], chosen: list[int | None], at: int, low: int | None, high: int | None
    ) -> int:
        """Return where words should stand: as far from a neighbour as before, else as early as they can."""
        old = words[at][0]
        for near in (low, high):
            if near is not None and words[near][0].paragraph == old.paragraph and chosen[near] is not None:
                return (chosen[near] or 0) + old.start - words[near][0].start
        return (chosen[low] or 0) if low is not None else 0

    def _locate(self, old: Range) -> tuple[int, int] | None:
        """Return where an old range begins and ends in the normal form; None if that is unknown."""
        matches = self._matches.get(old.paragraph)
        if not matches:
            return None

        def distance(match: _Match) -> tuple[int, int]:
            return max(match.old.start - old.start, old.end - match.old.end, 0), match.old.start

        nearest = min(matches, key=distance)
        begin, end = (self._shifted(nearest, offset) for offset in (old.start, old.end))
        return (begin, end) if 0 <= begin < end <= len(self._normal.characters) else None

    @staticmethod
    def _shifted(match: _Match, offset: int) -> int:
        """Return where an old offset is in the normal form, counted from a match."""
        if offset <= match.old.start:
            return match.at - (match.old.start - offset)
        inside = match.words[: offset - match.old.start]
        return match.at + len(normalize(inside)) + max(0, offset - match.old.end)

    def locate(self, old: Range) -> Range | None:
        """Return where the words at an old place stand in the new text.

        Args:
            old: A range in the text in which positions were counted.

        Returns:
            A range in the new text; None if it is unknown, or if the words now stand in two paragraphs.
        """
        found = self._locate(old)
        return None if found is None else self._normal.range(*found)

    # What became of a claim -----------------------------------------------------------------------------------------

    def gone(self, claim: Claim) -> list[str]:
        """List the quotes of a claim that the new text does not contain.

        Args:
            claim: A claim of the source.

        Returns:
            Quotes as the claim gives them; empty if the text contains all of them.
        """
        return [passage.phrase for passage in claim.evidence if passage.phrase not in self._normal]

    def moved(self, claim: Claim) -> list[tuple[str, Range, Range]]:
        """List the quotes of a claim that stand in another place now.

        Args:
            claim: A claim of the source.

        Returns:
            (quote, old place, new place) in the order of the claim's passages.
        """
        found = []
        for passage in claim.evidence:
            if old := place_of(passage):
                new = self.locate(old) if passage.phrase in self._normal else None
                found += [(passage.phrase, old, new)] if new and new != old else []
        return found

    def roles(self, claim: Claim) -> dict[str, Position]:
        """Return the position of each part of a claim in the new text.

        Args:
            claim: A claim of the source.

        Returns:
            Positions by role, without the parts that cannot be found.
        """
        found = {}
        for role, ranges in roles_of(claim).items():
            new = [self.locate(each) for each in ranges]
            if all(new):
                found[role] = tuple(each for each in new if each)
        return found

    def places(self, phrase: str) -> list[Range]:
        """List all places in the new text where a quote stands.

        Args:
            phrase: The quote, in any script and width.

        Returns:
            Ranges in the order of the text, without those that run over two paragraphs.
        """
        length = len(normalize(phrase))
        found = (self._normal.range(at, at + length) for at in self._normal.find(phrase))
        return [where for where in found if where]

    def check(self, claim: Claim) -> list[Found]:
        """List what the proof finds wrong with a claim at the places in the new text.

        Args:
            claim: A claim of the source, with positions.

        Returns:
            (rule, message) pairs; empty if the new text proves the claim.
        """
        positions, texts = [], self._prover.texts
        for role, ranges in roles_of(claim).items():
            new = [self._in_rebuilt(each) for each in ranges]
            if not all(new):
                return [("moved", f"the words of the {role} cannot be found")]
            found = settled(claim, role, tuple(filter(None, new)), self._prover.wording, texts[self.source])
            positions.append(f"{role} {written(found)}")
        evidence = []
        for passage in claim.evidence:
            where = self._in_rebuilt(Range(passage.paragraph or 0, passage.start or 0, passage.end or 0))
            if where:
                phrase = normalize(passage.phrase)
                evidence.append(passage.replace(paragraph=where[0], start=where[1], end=where[2], phrase=phrase))
        what = claim.object
        realigned = claim.replace(
            object=what.replace(value=normalize(what.value)) if isinstance(what, Value) else what,
            evidence=tuple(evidence),
            qualifiers=tuple(
                q.replace(value=normalize(q.value)) if q.name in LITERAL_WORDS else q for q in claim.qualifiers
            ),
            positions="; ".join(positions),
        )
        return self._prover.check(realigned)

    # The old paragraphs, rebuilt from the new text ------------------------------------------------------------------

    @cached_property
    def _spans(self) -> dict[int, tuple[int, int]]:
        """Where each old paragraph begins and ends in the normal form: at line breaks, if the text has any there."""
        wanted = {r for claim in self.claims for ranges in roles_of(claim).values() for r in ranges}
        wanted |= {r for ranges in self.wording.anchors.values() for r in ranges}
        wanted |= {match.old for matches in self._matches.values() for match in matches}
        reach: dict[int, tuple[int, int, int]] = {}  # first and last place found, and where offset 0 would be
        for old in sorted(wanted):
            if found := self._locate(old):
                begin, end, zero = reach.get(old.paragraph, (found[0], found[1], found[0] - old.start))
                reach[old.paragraph] = min(begin, found[0]), max(end, found[1]), zero
        spans: dict[int, tuple[int, int]] = {}
        before = 0
        ordered = sorted(reach.items())
        for at, (number, (begin, end, zero)) in enumerate(ordered):
            lines = [line for line in self._normal.line_starts if before <= line <= begin]
            start = min(lines, key=lambda line: abs(line - zero)) if lines else max(before, zero)
            limit = ordered[at + 1][1][0] if at + 1 < len(ordered) else len(self._normal.characters)
            line = bisect_left(self._normal.line_starts, end)
            stop = [*self._normal.line_starts, len(self._normal.characters)][line]
            after = ordered[at + 1][1][2] if at + 1 < len(ordered) else limit
            spans[number] = start, max(end, stop if stop <= limit else min(after, limit))
            before = end
        return spans

    def _in_rebuilt(self, old: Range) -> Range | None:
        """Return where an old range stands in the rebuilt paragraphs; None if it cannot be found."""
        found, span = self._locate(old), self._spans.get(old.paragraph)
        if not found or not span or found[0] < span[0]:
            return None
        return Range(old.paragraph, found[0] - span[0], found[1] - span[0])

    @cached_property
    def _prover(self) -> Prover:
        paragraphs = {number: self._normal.characters[start:end] for number, (start, end) in self._spans.items()}
        anchors = {}
        for thing, ranges in self.wording.anchors.items():
            new = [self._in_rebuilt(each) for each in ranges]
            anchors[thing] = tuple(each for each in new if each) if all(new) else ()
        wording = fold_wording(self.wording, normalize, anchors)
        return Prover(wording, {self.source: Text(paragraphs, self.text.sha256)}, self.in_use)
