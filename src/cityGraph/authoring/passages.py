"""The passages of a claim: the quotes of its rows, where the text has them, or the shortest words that carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..model.positions import Range, parts, position
from ..proof.context import LONGEST_QUOTE
from ..proof.folded import folded
from .names_of_claims import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.sheets import Accepted
    from ..proof.text import Text
    from .csv_table import Row
    from .folder_names import FolderNames
    from .sheet_claims import Said
    from .sheet_sources import SheetSource

_PLACE = ("paragraph", "start", "end")


class Passages:
    """Makes the passages of one claim.

    Args:
        names: The IRIs of the folder.
        said: What the rows of the claim say.
        accepted: What the proof found.
    """

    def __init__(self, names: FolderNames, said: Said, accepted: Accepted) -> None:
        self._names, self._said = names, said
        positions = said.row.cells.get("positions") or accepted.positions
        self._ranges = sorted({each for _, ranges in parts(positions) for each in position(ranges)})

    def quotes(self) -> list[tuple[Quote, str]]:
        """Return the passages.

        Returns:
            Each passage once, with the id that its row gives it, or an empty one.

        Raises:
            ValueError: The text does not have a quote; the first argument is its column, the second says so.
        """
        found: dict[tuple[Quote, str], None] = {}
        for row in (self._said.row, *self._said.more):
            source = self._said.source if row is self._said.row else self._said.sources_of_more[row.number]
            found |= dict.fromkeys((quote, row.cells.get("passage", "")) for quote in self._of(row, source))
        if not any(quote.phrase for quote, _ in found) and self._ranges and self._said.source.text:
            text = self._said.source.text
            found = {(self._quote(self._said.source, text, span), ""): None for span in self._spans(text)}
        return list(found)

    def _of(self, row: Row, source: SheetSource) -> Iterator[Quote]:
        cells = {name: row.cells.get(name, "").removesuffix(".0") for name in _PLACE}
        phrase, language = row.cells.get("quote", ""), row.cells.get("quote-language", "")
        if source.text and phrase and not cells["start"]:
            place = self._found(source.text, phrase, cells["paragraph"])
            yield self._quote(source, source.text, place)._replace(language=language)
            return
        yield Quote(self._names.source(source), cells["paragraph"], cells["start"], cells["end"], phrase, language)

    def _found(self, text: Text, phrase: str, paragraph: str) -> Range:
        """Return where a text has a quote: the place nearest to the words that prove the claim."""
        wanted = folded(phrase)
        places = [
            Range(number, at, at + len(phrase))
            for number, words in text.paragraphs.items()
            if paragraph in ("", str(number))
            for at in _all(folded(words), wanted)
        ]
        if not places:
            where = f"paragraph {paragraph} of the text" if paragraph else "the text"
            raise ValueError("quote", f"{where} does not have «{short(phrase)}»")
        return min(places, key=lambda place: (min((_apart(place, each) for each in self._ranges), default=0), place))

    def _quote(self, source: SheetSource, text: Text, span: Range) -> Quote:
        words = text.words((span,)) or ""
        return Quote(self._names.source(source), str(span.paragraph), str(span.start), str(span.end), words)

    def _spans(self, text: Text) -> list[Range]:
        """Return the shortest words that carry the claim: from its first part to its last in each sentence."""
        spans: list[Range] = []
        for each in self._ranges:
            last = spans[-1] if spans else None
            joined = last and last.paragraph == each.paragraph and last._replace(end=max(last.end, each.end))
            same = last and text.sentence(last) == text.sentence(each)
            if joined and same and joined.end - joined.start <= LONGEST_QUOTE:
                spans[-1] = joined
            else:
                spans.append(each)
        return spans


def _all(words: str, wanted: str) -> Iterator[int]:
    at = words.find(wanted)
    while at >= 0:
        yield at
        at = words.find(wanted, at + 1)


def _apart(one: Range, other: Range) -> int:
    """Return how far two ranges are from each other."""
    if one.paragraph != other.paragraph:
        return 10**6
    return max(0, one.start - other.end, other.start - one.end)
