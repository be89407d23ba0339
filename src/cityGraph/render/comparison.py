"""Write the answer of `compare` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .columns import pad, plain, width, wrap
from .comparison_lines import Wording, by_kind
from .display import display
from .legend import end_lines
from .notes import note_lines, reason_notes
from .rows import count_of, item_lines, row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.claim import Claim
    from ..model.comparison import Beside, Comparison, Said
    from .columns import Style

_SIDES = ("first", "second")


def comparison_text(answer: Comparison, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `compare` as text: counts, then what both cities say, then what only one says.

    Args:
        answer: What `compare` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    writer = _Writer(answer, language, columns, style)
    return "\n".join([*writer.lines()]) + "\n"


class _Writer:
    """Writes the parts of one comparison."""

    def __init__(self, answer: Comparison, language: str, columns: int, style: Style) -> None:
        self.answer, self.language, self.columns, self.style = answer, language, columns, style
        self.wording = Wording(answer, language)
        self.cited: list[Claim] = []

    def lines(self) -> Iterator[str]:
        told = self.wording.told
        yield from wrap(display(told("title")), self.columns)
        yield from self.counts()
        if not self.answer.part("things", "both"):
            yield from ("", *wrap(told("nothing"), self.columns))
        for kind, rows in by_kind(self.answer):
            yield from self.part(kind, rows)
        for name in ("leaders", "zones", "figures"):
            if found := self.answer.part(name):
                yield from self.part(told(name), found)
        if self.answer.alike:
            yield from ("", *wrap(told("alike"), self.columns))
            for each in self.answer.alike:
                yield from self.beside(each)
        notes = [told("single", n=self.answer.single)] if self.answer.single else []
        yield ""
        for note in (*notes, told("gap")):
            yield from wrap(note, self.columns)
        yield from end_lines(self.cited, self.wording.words, self.columns, cited=True)

    def counts(self) -> Iterator[str]:
        heads = [("", *map(display, self.wording.cities.values()))]
        table = [*heads, *(tuple(map(display, each)) for each in self.wording.counts(self.answer))]
        widths = [max(width(line[at]) for line in table) for at in range(2)]
        for head, one, other in table:
            line = f"  {pad(head, widths[0])}  {pad(one, widths[1])}  {other}".rstrip()
            if width(line) <= self.columns:
                yield line
            else:
                yield from (
                    "  " + each for each in item_lines([each for each in (head, one, other) if each], self.columns - 2)
                )

    def part(self, head: str, rows: Sequence[Beside]) -> Iterator[str]:
        """Yield a part: its counts, what both say in full, what only one says a line each."""
        many = {named: [each for each in rows if each.named == named] for named in ("both", *_SIDES)}
        counted = [self.wording.many(named, len(found)) for named, found in many.items() if found]
        yield from ("", *item_lines([display(head), *map(display, counted)], self.columns))
        for each in many["both"]:
            yield from self.beside(each)
        for named in _SIDES:
            if not many[named]:
                continue
            if many["both"] or (many["first"] and named == "second"):
                yield from wrap(display(self.wording.many(named, len(many[named]))), self.columns)
            yield from self.alone(many[named], named)

    def beside(self, each: Beside) -> Iterator[str]:
        """Yield a thing that both name, with what each city says of it."""
        yield from ("  " + line for line in wrap(display(self.wording.topic(each)), self.columns - 2))
        for side in _SIDES:
            for said in getattr(each, side):
                text = self.wording.told(
                    "said", city=self.wording.cities[side], text=self.wording.said(each, said, side)
                )
                yield from self.row(text, said, width(display(text)), full=each.part != "figures")
        remarks = [display(self.wording.remark(remark)) for remark in each.remarks if remark.name != "name"]
        yield from note_lines(remarks, self.language, self.columns)

    def alone(self, rows: Sequence[Beside], named: str) -> Iterator[str]:
        """Yield what only one city says."""
        shown: list[tuple[str, Said]] = []
        for each in rows:
            for said in getattr(each, named):
                told = self.wording.said(each, said, named)
                text = each.topic.label if each.part == "things" else told
                if each.part == "figures":
                    text = f"{each.topic.label} {told}"
                shown.append((text, said))
        widest = max((width(display(text)) for text, _ in shown), default=0)
        for text, said in shown:
            yield from self.row(text, said, widest)

    def row(self, text: str, said: Said, names: int, *, full: bool = False) -> Iterator[str]:
        """Yield a line: status, words and the first place where the city says so; if `full`, also how many more."""
        claim = said.claims[0].replace(evidence=said.claims[0].evidence[:1])
        self.cited.append(claim)
        cited = claim.proof == "citation"
        evidence, style = claim.evidence, self.style
        yield from row(display(text), said.standing, evidence, names, self.language, self.columns, style, marked=cited)
        yield from note_lines(reason_notes(claim, self.wording.words), self.language, self.columns)
        if full and len(said.claims) > 1:
            more = count_of(self.wording.own, "more", len(said.claims) - 1)
            yield from note_lines([more], self.language, self.columns)
