"""A dossier as CommonMark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import link_url, markdown, markdown_link, one_line
from .setting import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .parts import Cited, Part, Quote, Row


class Markdown(Setting):
    """CommonMark without extensions: headings, lists, links."""

    def page(self) -> Iterator[str]:
        """The lines of the page."""
        several = len(self.parts) > 1
        yield f"# {markdown(self.title)}"
        yield from ("", markdown(self.summary))
        for part in self.parts:
            if several:
                yield from ("", f"## {markdown(part.entity.label) or '·'}")
            yield from self._part(part, "###" if several else "##")
        if self.sources:
            yield from ("", f"## {markdown(self.own['sources'])}", "")
            for source in self.sources:
                yield f"{source.number}. {self._source(source)}"
        yield from ("", f"## {markdown(self.own['legend'])}", "")
        for term, meaning in self.legend:
            yield f"- **{markdown(term)}** {markdown(meaning)}"

    def _part(self, part: Part, level: str) -> Iterator[str]:
        if part.entity.kind_label:
            yield from ("", markdown(self.own["kind_is"].format(kind=part.entity.kind_label)))
        yield from ("", f"{level} {markdown(self.own['names'])}", "")
        for label, _, spelled in part.names:
            told = self.words["comma"].join(one_line(name) for name in spelled)
            yield f"- {markdown(self.own['pair'].format(one=label, other=told))}"
        for name, groups in self._sections(part):
            yield from ("", f"{level} {markdown(self.own[name])}")
            for group in groups:
                yield from ("", f"{level}# {markdown(group.label) or '·'}", "")
                for row in group.rows:
                    yield from self._row(row)
        if part.held_back:
            yield from ("", markdown(self.own["held_back"].format(n=part.held_back)))
        if part.missing:
            yield from ("", f"{level} {markdown(self.own['missing'])}", "", markdown(self.own["gap"]), "")
            for missing in part.missing:
                yield f"- {markdown(self._missed(missing))}"

    def _row(self, row: Row) -> Iterator[str]:
        # Stars beside a word need spaces around them: next to Chinese punctuation they would be no emphasis.
        kind = f"{markdown(self._kind(row.kind)).strip()} " if row.kind else ""
        yield f"- **{markdown(row.name) or '·'}** {kind}— {markdown(row.shown) or '·'}"
        for said in row.said:
            told = [markdown(said.told)] if said.told else []
            quotes = [self._quote(quote) for quote in said.quotes]
            rests = "".join(f"\\[{number}\\]" for number in said.rests_on)
            remarks = [markdown(each) for each in self._remarks(said)]
            parts = [*told, *quotes, *remarks]
            yield f"  - {markdown(said.basis) or '·'} · {' · '.join(parts)}{rests and ' ' + rests}"
        if mates := self._mates(row):
            yield f"  - {markdown(mates)}"

    def _quote(self, quote: Quote) -> str:
        place = f"\\[{quote.source}\\]" + ("" if quote.paragraph is None else f" §{quote.paragraph}")
        return f"{markdown_link(self._quoted(quote), quote.url)} {place}"

    def _source(self, source: Cited) -> str:
        told = [markdown(source.label) or "·", *map(markdown, self._described(source))]
        if found := link_url(source.url):
            told.append(f"<{found}>")
        return markdown(self.own["between"]).join(told)
