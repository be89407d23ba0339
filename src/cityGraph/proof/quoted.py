"""The quotes of a claim as one line of words, in which names, figures and dates are single characters.

So a pattern such as ``{s}…落户…{o}`` can be tried on them, whatever the names are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..namespaces import CG, local
from .numerals import english_days, in_one_numeral
from .quantities import date, dates
from .quote_names import Names, plain, stitched

if TYPE_CHECKING:
    from ..model.claim import Claim

# Classes of ASCII characters compile fast, so what patterns test for is ASCII in masked words.
SUBJECT, OBJECT = "\x01", "\x02"
LIKE_SUBJECT, LIKE_OBJECT, LIKE_BOTH = "\x03", "\x04", "\x05"  # another thing of the same kind
FIGURE = "\x06"  # another figure or date
NAMED = re.compile("[\x01-\x06]")
_PLACES = frozenset(CG + kind for kind in ("AdministrativeArea", "City", "Place", "Zone"))
_SPOTS = _PLACES - {CG + "Zone"}
_AND = re.compile("(?<=[\x01-\x06]),? and (?=[\x01-\x06])")
END, LIST = "\x0e", "\x0f\x10\x11\x12-"
ASCII = str.maketrans("。;!?、和与及", END * 4 + LIST[:-1])
BORDER = "|"  # between two quotes
_PRINTED = {ord(mark): printed for mark, printed in zip(LIST, "、和与及", strict=False)} | {ord(END): "。"}


def printed(masked: str) -> str:
    """Return masked words with marks and words of lists as they are printed.

    Args:
        masked: Words of `Quoted.masked`.

    Returns:
        The words; what stands for names and figures is kept.
    """
    return masked.translate(_PRINTED)


@dataclass(frozen=True)
class Span:
    """Where something stands in a quote.

    Attributes:
        start: The offset of its first character in the plain quote.
        end: The offset behind its last character.
        mark: What stands for it: one of the characters of this module.
    """

    start: int
    end: int
    mark: str


class Quoted:
    """The quotes of one claim, and what stands in them.

    Attributes:
        claim: The claim.
        names: The names of the graph.
        quotes: The quotes in plain form, in the order given.
        year: The year of the date of its source; empty if that has none.
    """

    def __init__(self, claim: Claim, names: Names) -> None:
        self.claim, self.names = claim, names
        self.quotes = stitched([plain(passage.phrase) for passage in claim.evidence])
        self.source = claim.evidence[0].source if claim.evidence else ""
        source = names.wording.sources.get(self.source)
        self.year = source.year if source else ""

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that its source need not print: that of its date, and those before it, if the quotes count years.

        What goes on for N years (連續兩年) and has a figure for each ended with the year before.
        """
        found = {self.year} if self.year else set()
        for quote in self.quotes if self.year and self.claim.basis == "resolved" else ():
            for match in re.finditer("连续([2-9两二三四五六七八九])年", quote):
                count = "〇一二三四五六七八九".find(match[1].replace("两", "二"))
                count = int(match[1]) if match[1].isdecimal() else count
                found |= {str(int(self.year) - back) for back in range(1, count + 1)}
        return frozenset(found)

    def named(self, thing: str, words: str) -> bool:
        """Say whether words name a thing.

        Args:
            thing: Its IRI.
            words: A quote or a title in plain form.

        Returns:
            False if they only have its name inside a longer one.
        """
        return any(thing in things for _, _, things in self.names.in_quote(words, self.source))

    def holds(self, thing: str, words: str) -> bool:
        """Say whether words contain a name of a thing, be it inside a longer one.

        Args:
            thing: Its IRI.
            words: Words in plain form.

        Returns:
            Whether they do.
        """
        return any(name in words for name in self.names.of(thing))

    def figures(self, quote: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Find the figures of a quote: those that give the value of the claim, and all others.

        Args:
            quote: A quote in plain form.

        Returns:
            Two lists of (start, end).
        """
        value = self.claim.object
        if isinstance(value, Entity):
            return [], []
        kind = local(value.datatype)
        if kind == "decimal":
            return self._numbers(quote, value)
        if kind in ("gYear", "gYearMonth", "date"):
            return self._dates(quote, value.value)
        words = plain(value.value)
        return [(m.start(), m.end()) for m in re.finditer(re.escape(words), quote)] if words else [], []

    def _numbers(self, quote: str, value: Value) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        wanted = (value.value, self.claim.qualifier("unit"), self.claim.qualifier("comparator"))
        said: list[tuple[int, int]] = []
        others: list[tuple[int, int]] = []
        for span, reading in self.names.reader.quantities(quote).items():
            (said if (reading.value, reading.unit, reading.comparator) == wanted else others).append(span)
        if not said and in_one_numeral(self.names.reader.units, *wanted, quote):
            word = next(w for w, iri in self.names.reader.units.items() if iri == wanted[1] and _numeral(w, quote))
            said = [_numeral(word, quote) or (0, 0)]
        return said, others

    def _dates(self, quote: str, value: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        years = [self.year] if self.year and self.claim.basis == "resolved" else []
        said: list[tuple[int, int]] = []
        others: list[tuple[int, int]] = []
        for start, end in dates(quote):
            words = quote[start:end]
            ways = [date([words]), *(date([f"{year}年", words]) for year in years)]
            fits = any(way and way.value == value for way in ways) or (
                len(value) == 4 and value == words[:4] and words[4:] == "年"
            )
            (said if fits else others).append((start, end))
        if not said and len(value) == 4:
            said = [m.span() for m in re.finditer(rf"(?<!\d){value}(?!\d)", quote)]
        days = {f"{year}-{day}" for year in years for day in english_days(quote.title())}
        if not said and value in days:
            said = [(0, len(quote))]
        return said, others

    @cached_property
    def masked(self) -> list[str]:
        """The quotes, in which each name and figure is one character, and marks and words of lists are ASCII."""
        return [self._masked(quote).translate(ASCII) for quote in self.quotes]

    def _masked(self, quote: str) -> str:
        claim, wording = self.claim, self.names.wording
        subject, what = claim.subject.iri, claim.object.iri if isinstance(claim.object, Entity) else ""
        kinds = {end: wording.kinds.get(end, frozenset()) for end in (subject, what)}
        spans = []
        named = self.names.in_quote(quote, self.source)
        others_at = {start for start, _, things in named if not things & {subject, what}}
        said, others = self.figures(quote)
        spans += [(0, Span(*where, OBJECT)) for where in said]
        for start, end, things in named:
            if subject in things or what in things:
                spans.append((0, Span(start, end, SUBJECT if subject in things else OBJECT)))
                continue
            of = [wording.kinds.get(each, frozenset()) for each in things]
            alike = [any(_alike(each, kinds[end]) for each in of) for end in (subject, what)]
            mark = {(True, True): LIKE_BOTH, (True, False): LIKE_SUBJECT, (False, True): LIKE_OBJECT}.get(
                (alike[0], alike[1])
            )
            if mark:
                spans.append((1, Span(start, end, mark)))
        spans += [(2, Span(*where, FIGURE)) for where in others]
        kept: list[Span] = []
        for _, span in sorted(spans, key=lambda each: (each[0], each[1].start - each[1].end)):
            if all(span.end <= other.start or other.end <= span.start for other in kept):
                kept.append(span)
        kept.sort(key=lambda each: each.start)
        if _PLACES & (kinds[subject] | kinds[what]):  # 山西省古交市 is one address: the last place is meant
            kept = [
                one
                for one, behind in zip(kept, [*kept[1:], None], strict=False)
                if one.mark not in LIKE_SUBJECT + LIKE_OBJECT + LIKE_BOTH
                or behind is None
                or behind.start != one.end
                or behind.mark not in SUBJECT + OBJECT
            ]
        out, at = [], 0
        for number, span in enumerate(kept):
            contracted = number > 0 and span.start == at and _contracted(kept, number)
            out += [quote[at : span.start], "-" if contracted else "", span.mark]
            at = span.end
            if span.mark == SUBJECT and any(at == start for start in others_at):
                out.append("的")  # a name that stands before another name belongs to that one
        return _AND.sub("、", "".join([*out, quote[at:]]))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a thing of some kinds may be taken for one of others: a place for any other place."""
    return bool(one & other) or bool(one & _SPOTS and other & _SPOTS)


def _contracted(spans: list[Span], number: int) -> bool:
    """Whether a name and the one before it are single characters of a chain told in short, as 产供销."""
    return all(span.end - span.start == 1 for span in spans[number - 1 : number + 1])


def _numeral(word: str, quote: str) -> tuple[int, int] | None:
    before, _, behind = word.partition("{n}")
    match = re.search(rf"{re.escape(before)}[一二两三四五六七八九]{re.escape(behind)}", quote)
    return match.span() if match else None
