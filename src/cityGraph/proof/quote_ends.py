"""Do the quotes of a claim name its two ends, or give its value?"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..namespaces import CG, local
from .quote_names import Names, covered, plain
from .quoted import OBJECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from .quoted import Quoted
    from .wording import Wording

# Things that no text names: they are known by what happened, or by what was measured.
UNNAMED = frozenset(CG + kind for kind in ("Event", "Observation", "Target"))
_YEAR_OF = r"\d{4}年?初?"
_MOST_OF_IT = 0.55  # of the label of a thing that no text names


class Ends:
    """Looks for the ends of claims in their quotes.

    Args:
        wording: The words of the graph.
        claims: All claims of the graph. The quotes of one source together tell what it is mostly about.
    """

    def __init__(self, wording: Wording, claims: Iterable[Claim]) -> None:
        self.wording = wording
        self.names = Names(wording)
        self._quotes: dict[str, dict[str, None]] = {}
        self._unnamed_in: dict[str, dict[str, None]] = {}
        for claim in claims:
            for passage in claim.evidence:
                self.names.told.setdefault(passage.source, set()).update(end.iri for end in claim.ends)
                self._quotes.setdefault(passage.source, {})[plain(passage.phrase)] = None
                if self.unnamed(claim.subject.iri):
                    self._unnamed_in.setdefault(passage.source, {})[claim.subject.iri] = None
        self._topics: dict[str, Counter[str]] = {}

    def unnamed(self, thing: str) -> bool:
        """Say whether a thing is of a kind that no text names, such as an event.

        Args:
            thing: Its IRI.

        Returns:
            Whether it is.
        """
        return bool(self.wording.kinds.get(thing, frozenset()) & UNNAMED)

    def missing(self, claim: Claim, quoted: Quoted) -> Iterator[str]:
        """Find the parts of a claim that its quotes do not name.

        Args:
            claim: The claim.
            quoted: Its quotes.

        Yields:
            "subject", "object", "value", "stage" or "share".
        """
        yield from self._qualifiers(claim, quoted)
        what = claim.object
        if not self._named(claim.subject, quoted) and not self.left_out(claim, quoted, "{s}"):
            yield "subject"
        if isinstance(what, Entity):
            named = self._named(what, quoted) or self.left_out(claim, quoted, "{o}")
            other = local(claim.relation.iri) == "measuredBy" and not self._same_measure(claim.subject.iri, what.iri)
            other = other or (self.unnamed(claim.subject.iri) and self._of_another(claim, what, quoted))
            if other or not named:
                yield "object"
        elif (not any(OBJECT in masked for masked in quoted.masked) and not self.dateline(claim, quoted)) or (
            self.unnamed(claim.subject.iri) and self._of_sibling(claim, quoted)
        ):
            yield "value"

    def _named(self, end: Entity, quoted: Quoted) -> bool:
        if any(quoted.named(end.iri, quote) for quote in quoted.quotes):
            return True
        kinds = self.wording.kinds.get(end.iri, frozenset())
        return bool(kinds & (UNNAMED | {CG + "Indicator"})) and self._recognised(end.iri, quoted)

    def left_out(self, claim: Claim, quoted: Quoted, slot: str) -> bool:
        """Say whether a claim leaves an end to its source, whose quotes name nothing else of its kind as often.

        Args:
            claim: The claim. Only a resolved one may leave something out.
            quoted: Its quotes.
            slot: ``{s}`` for the subject, ``{o}`` for the object.

        Returns:
            Whether it does.
        """
        end, other = (claim.subject, claim.object) if slot == "{s}" else (claim.object, claim.subject)
        if claim.basis != "resolved" or not isinstance(end, Entity):
            return False
        if isinstance(other, Entity) and not any(quoted.named(other.iri, quote) for quote in quoted.quotes):
            return False
        if any(quoted.named(end.iri, quote) for quote in quoted.quotes):
            return False
        phases = {phase for quote in quoted.quotes for phase in re.findall("(?<!分)[一二三四五六七八九]期", quote)}
        if phases and not any(phase in name for phase in phases for name in self.names.of(end.iri)):
            return False  # what is told of a phase is not told of the whole
        counts = self._topic(claim.evidence[0].source)
        kinds = self.wording.kinds.get(end.iri, frozenset())
        rivals = [n for thing, n in counts.items() if thing != end.iri and self.wording.kinds.get(thing, kinds) & kinds]
        return counts[end.iri] > max(rivals, default=0)

    def _topic(self, source: str) -> Counter[str]:
        """Count in how many quotes of a source each thing is named."""
        if source not in self._topics:
            self._topics[source] = Counter(
                thing
                for quote in self._quotes.get(source, ())
                for thing in {each for _, _, things in self.names.in_quote(quote, source) for each in things}
            )
        return self._topics[source]

    def _recognised(self, thing: str, quoted: Quoted) -> bool:
        """Whether the quotes tell of a thing that no text names.

        They hold most of its label, its years, and a word for its stage. What its label has beyond that may stand in
        other quotes of the source, if the claim is resolved and the quotes hold more of it than of its siblings.
        """
        share = self._share(thing, quoted)
        if share >= _MOST_OF_IT:
            return True
        claim = quoted.claim
        if share == 0 or claim.basis != "resolved" or not claim.evidence:
            return False
        source = claim.evidence[0].source
        kinds = self.wording.kinds.get(thing, frozenset())
        siblings = [
            each
            for each in self._unnamed_in.get(source, ())
            if each != thing and self.wording.kinds.get(each, frozenset()) & kinds
        ]
        around = [*quoted.quotes, *self._quotes.get(source, ())]
        labels = [re.sub(_YEAR_OF, "", label) for label in self.names.of(thing)]
        whole = max((covered(label, around) for label in labels), default=0.0) >= _MOST_OF_IT
        return whole and all(self._share(each, quoted) < share for each in siblings)

    def _share(self, thing: str, quoted: Quoted) -> float:
        """Return how much of the label of a thing its quotes hold; 0 if they lack its years or its stage."""
        found = 0.0
        for label in self.names.of(thing):
            years = re.findall(r"(?<!\d)\d{4}(?!\d)", label)
            told = all(any(year in words for words in quoted.quotes) or year in quoted.years for year in years)
            stages = [word for word in map(plain, self.wording.stages) if word in label]
            if told and all(self._stage_said(word, quoted) for word in stages):
                found = max(found, covered(re.sub(_YEAR_OF, "", label), quoted.quotes))
        return found

    def _of_another(self, claim: Claim, what: Entity, quoted: Quoted) -> bool:
        """Whether the label of an observation has more of the name of another thing of the quotes than of its own."""
        if local(claim.relation.iri) not in ("observationOf", "measuredBy"):
            return False
        labels = self.names.of(claim.subject.iri)
        kinds = self.wording.kinds.get(what.iri, frozenset())
        rivals = {
            each
            for quote in quoted.quotes
            for _, _, things in self.names.in_quote(quote, quoted.source)
            for each in things - {what.iri}
            if self.wording.kinds.get(each, frozenset()) & kinds
        }
        own = max((covered(name, labels) for name in self.names.of(what.iri)), default=0.0)
        return any(covered(name, labels) > own for each in rivals for name in self.names.of(each))

    def _same_measure(self, thing: str, indicator: str) -> bool:
        """Whether the label of an observation has the name of its indicator."""
        names = self.names.of(indicator)
        return any(covered(name, self.names.of(thing)) >= _MOST_OF_IT for name in names)

    def _stage_said(self, word: str, quoted: Quoted) -> bool:
        stages = {stage for each, stage in self.wording.stages.items() if plain(each) == word}
        likes = [plain(each) for each, stage in self.wording.stages.items() if stage in stages]
        return any(each in quote for each in likes for quote in quoted.quotes)

    def dateline(self, claim: Claim, quoted: Quoted) -> bool:
        """Say whether the value of a claim is the year of the date of its source.

        Args:
            claim: The claim. Only a resolved one may take its year from there.
            quoted: Its quotes.

        Returns:
            Whether it is.
        """
        value = claim.object
        if claim.basis != "resolved" or isinstance(value, Entity) or local(value.datatype) != "gYear":
            return False
        if any(re.search(r"(?<!\d)(?:19|20)\d\d(?=年|$|\D)", quote) for quote in quoted.quotes):
            return False
        return value.value == quoted.year

    def _of_sibling(self, claim: Claim, quoted: Quoted) -> bool:
        """Whether the figure of an observation stands beside another of its unit, and no year tells them apart."""
        if local(claim.relation.iri) != "value":
            return False
        years = re.findall(r"(?<!\d)\d{4}(?!\d)", plain(claim.subject.label))
        unit = claim.qualifier("unit")
        for quote in quoted.quotes:
            said, others = quoted.figures(quote)
            readings = quoted.names.reader.quantities(quote)
            rivals = [start for start, end in others if (start, end) in readings and readings[start, end].unit == unit]
            if not said:
                continue
            if rivals and years and (both := _from_to(quote, said[0], rivals)) is not None:
                told = sorted({year for words in quoted.quotes for year in re.findall(r"\d{4}(?=年)", words)})
                if len(told) == 2 and years[-1] == told[both]:
                    continue
                return True
            before = list(re.finditer(r"(?<!\d)\d{4}(?=年)", quote[: said[0][0]]))
            if before and years and before[-1][0] != years[-1]:
                return True
            dated = bool(before and years)
            if (rivals and not dated) or any(before[-1].start() < start < said[0][0] for start in rivals):
                return True
        return False

    def _qualifiers(self, claim: Claim, quoted: Quoted) -> Iterator[str]:
        for qualifier in claim.qualifiers:
            if qualifier.name == "stage":
                words = [plain(word) for word, stage in self.wording.stages.items() if stage == qualifier.value]
                if not any(word in quote for word in words for quote in quoted.quotes):
                    yield "stage"
            elif qualifier.name == "share":
                readings = [r for q in quoted.quotes for r in self.names.reader.quantities(q).values()]
                if qualifier.value not in [reading.value for reading in readings]:
                    yield "share"


def _from_to(quote: str, said: tuple[int, int], rivals: list[int]) -> int | None:
    """Say whether a figure is the first (0) or the last (1) of a change from one figure to another."""
    for rival in rivals:
        first, last = sorted((said[0], rival))
        if quote[first - 1 : first] == "从" and re.search("[至到]了?$", quote[first:last]):
            return int(said[0] == last)
    return None
