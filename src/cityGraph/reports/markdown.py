"""A dossier as Markdown (CommonMark, https://spec.commonmark.org/)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import link_url, markdown, markdown_link, one_line
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .parts import Cited, Part, Quote, Row


class Markdown(Page):
    """A dossier as Markdown without extensions: headings, lists, links."""

    def page(self) -> Iterator[str]:
        """Write the page.

        Yields:
            Its lines, without line breaks.
        """
        several = len(self.parts) > 1
        yield f"# {markdown(self.title)}"
        yield from ("", markdown(self.summary))
        for part in self.parts:
            if several:
                yield from ("", f"## {markdown(part.entity.label) or '·'}")
            yield from self._part(part, "###" if several else "##")
        if self.sources:
            yield from ("", f"## {markdown(self.labels['sources'])}", "")
            for source in self.sources:
                yield f"{source.number}. {self._source(source)}"
        if self.legend:
            yield from ("", f"## {markdown(self.labels['legend'])}", "")
        for term, meaning in self.legend:
            yield f"- **{markdown(term)}** {markdown(meaning)}"

    def _part(self, part: Part, level: str) -> Iterator[str]:
        if part.entity.kind_label:
            yield from ("", markdown(self.labels["kind_is"].format(kind=part.entity.kind_label)))
        yield from ("", f"{level} {markdown(self.labels['names'])}", "")
        for label, _, spelled in part.names:
            names = self.words["comma"].join(one_line(name) for name in spelled)
            yield f"- {markdown(self.labels['pair'].format(one=label, other=names))}"
        for name, groups in self._sections(part):
            yield from ("", f"{level} {markdown(self.labels[name])}")
            for group in groups:
                yield from ("", f"{level}# {markdown(group.label) or '·'}", "")
                for row in group.rows:
                    yield from self._row(row)
        if part.held_back:
            yield from ("", markdown(self.labels["held_back"].format(n=part.held_back)))
        if part.missing:
            yield from ("", f"{level} {markdown(self.labels['missing'])}", "", markdown(self.labels["gap"]), "")
            for missing in part.missing:
                yield f"- {markdown(self._missing_line(missing))}"

    def _row(self, row: Row) -> Iterator[str]:
        # Stars need spaces around them: next to Chinese punctuation, CommonMark does not read them as emphasis.
        kind = f"{markdown(self._kind(row.kind)).strip()} " if row.kind else ""
        # A graph without claims gives neither status nor basis.
        status = f"{kind}— {markdown(row.status_label) or '·'}" if row.status_label else kind
        yield f"- **{markdown(row.name) or '·'}** {status}".rstrip()
        for claim in row.claims:
            value = [markdown(claim.value)] if claim.value else []
            quotes = [self._quote(quote) for quote in claim.quotes]
            rests = "".join(f"\\[{number}\\]" for number in claim.rests_on)
            remarks = [markdown(each) for each in self._remarks(claim)]
            basis = [markdown(claim.basis) or "·"] if claim.basis else []
            if parts := [*basis, *value, *quotes, *remarks]:
                yield f"  - {' · '.join(parts)}{rests and ' ' + rests}"
        if mates := self._mates(row):
            yield f"  - {markdown(mates)}"

    def _quote(self, quote: Quote) -> str:
        place = f"\\[{quote.source}\\]" + ("" if quote.paragraph is None else f" §{quote.paragraph}")
        said = self._quoted(quote)
        return f"{markdown_link(said, quote.url)} {place}" if said else place

    def _source(self, source: Cited) -> str:
        pieces = [markdown(source.label) or "·", *map(markdown, self._details(source))]
        if address := link_url(source.url):
            pieces.append(f"<{address}>")
        return markdown(self.labels["between"]).join(pieces)
