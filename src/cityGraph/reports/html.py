"""A dossier as one HTML page that needs no other file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..escape import link_url, one_line
from ..model.claim import STANDINGS
from ..render.html import Markup, element, inner
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .parts import Group, Part, Quote, Row, RowClaim

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FOREIGN_LINK = re.compile(r'\s(?:xlink:)?href="(?!https?://|#)[^"]*"', re.IGNORECASE)
_WIDTH = re.compile(r'<svg[^>]*\swidth="(\d+)')
# The page loads and runs nothing: https://www.w3.org/TR/CSP3/
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Html(Page):
    """A dossier as HTML, with its style inside and without scripts."""

    def page(self, svg: str | None) -> str:
        """Write the page.

        Args:
            svg: A diagram to show at the top. None shows none.

        Returns:
            A whole HTML document.
        """
        head = element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("meta", name="generator", content="citygraph"),
            element("title", self.labels["page"].format(names=self.title)),
            # A style must not be escaped. This one is safe: it is our own file, without a closing tag.
            element("style", Markup(_style())),
        )
        whole = element("html", head, Markup("\n"), element("body", self.article(svg)), lang=self.language)
        return f"<!DOCTYPE html>\n{whole}\n"

    def article(self, svg: str | None) -> Markup:
        """Write the dossier without the document around it, as a notebook shows it.

        Args:
            svg: A diagram to show at the top. None shows none.

        Returns:
            An ``article`` element.
        """
        several = len(self.parts) > 1
        blocks = [
            element(
                "header",
                element("p", self.labels["head"], class_="kicker"),
                element("h1", *self._with_language(self.title)),
                element("p", self.summary, class_="summary"),
            )
        ]
        if several:
            places = [
                element("li", element("a", *self._with_language(part.entity.label), href=f"#part-{at}"))
                for at, part in enumerate(self.parts, start=1)
            ]
            blocks.append(element("nav", element("ul", *places), aria_label=self.labels["contents"]))
        parts = [
            block for at, part in enumerate(self.parts, start=1) for block in self._part(part, at, several=several)
        ]
        figure = [self._figure(svg)] if svg else []
        sources = [self._sources()] if self.sources else []
        blocks += [element("main", *_lines([*figure, *parts, *sources])), self._footer()]
        return element("article", *_lines(blocks), class_="dossier", lang=self.language)

    def _part(self, part: Part, at: int, *, several: bool) -> Iterator[Markup]:
        level = 3 if several else 2
        sections = [self._names(part, level)]
        for name, groups in self._sections(part):
            sections.append(self._section(self.labels[name], level, self._table(groups, name), class_=name))
        if part.held_back:
            sections.append(element("p", self.labels["held_back"].format(n=part.held_back), class_="note"))
        if part.missing:
            listed = element("ul", *(element("li", self._missing_line(missing)) for missing in part.missing))
            note = element("p", self.labels["gap"], class_="note")
            sections.append(self._section(self.labels["missing"], level, note, listed, class_="missing"))
        if several:
            head = element(
                "h2", *self._with_language(part.entity.label or "·"), element("small", part.entity.kind_label)
            )
            yield element("section", head, *_lines(sections), id=f"part-{at}", class_="part")
        else:
            yield from sections

    def _section(self, heading: str, level: int, *inside: Markup, class_: str) -> Markup:
        return element("section", element(f"h{level}", heading), *inside, class_=class_)

    def _names(self, part: Part, level: int) -> Markup:
        rows = [
            element(
                "div",
                element("dt", label),
                element("dd", element("span", self.words["comma"].join(map(one_line, spelled)), lang=tag or None)),
            )
            for label, tag, spelled in part.names
        ]
        if part.entity.kind_label:
            rows.append(element("div", element("dt", self.labels["kind_label"]), element("dd", part.entity.kind_label)))
        return self._section(self.labels["names"], level, element("dl", *rows), class_="names")

    def _table(self, groups: Iterable[Group], name: str) -> Markup:
        columns = [element("th", head, scope="col") for head in (self.labels["first"][name], *self.labels["columns"])]
        bodies = [
            element(
                "tbody",
                element("tr", element("th", group.label or "·", scope="rowgroup", colspan="3")),
                *_lines([self._row(row) for row in group.rows]),
            )
            for group in groups
        ]
        return element(
            "table", element("thead", element("tr", *columns)), *_lines(bodies), aria_label=self.labels[name]
        )

    def _row(self, row: Row) -> Markup:
        kind = element("small", self._kind(row.kind)) if row.kind else None
        items = [item for claim in row.claims if (item := self._claim(claim))]
        if mates := self._mates(row):
            items.append(element("li", mates, class_="note"))
        # A graph without claims gives neither status nor basis.
        known = row.status in STANDINGS
        status = element("span", row.status_label, class_=row.status if known else "other") if row.status else None
        return element(
            "tr",
            element("th", *self._with_language(row.name or "·"), kind, scope="row"),
            element("td", status),
            element("td", element("ul", *items) if items else None),
        )

    def _claim(self, claim: RowClaim) -> Markup | None:
        pieces = [element("span", claim.basis, class_="basis")] if claim.basis else []
        if claim.value:
            pieces.append(element("strong", *self._with_language(claim.value)))
        pieces += [self._quote(quote) for quote in claim.quotes]
        remarks = [*claim.notes, *([claim.because] if claim.because else [])]
        pieces += [element("span", each, class_="note") for each in remarks]
        if claim.differs:
            pieces.append(element("span", self.words["differ"].format(others=claim.differs), class_="differ"))
        pieces += [self._number(number) for number in claim.rests_on]
        return element("li", *_spaced(pieces)) if pieces else None

    def _quote(self, quote: Quote) -> Markup:
        said = self._quoted(quote)
        place = "" if quote.paragraph is None else f" §{quote.paragraph}"
        if not said:
            return inner(self._number(quote.source), place)
        words = element("q", said, lang=self._language_of(quote.words, quoted=True))
        address = link_url(quote.url)
        return inner(element("a", words, href=address) if address else words, " ", self._number(quote.source), place)

    def _number(self, number: int) -> Markup:
        title = self.labels["source"].format(n=number)
        return element("a", f"[{number}]", href=f"#source-{number}", class_="number", aria_label=title)

    def _sources(self) -> Markup:
        items = []
        for source in self.sources:
            address = link_url(source.url)
            details = "".join(self.labels["between"] + each for each in self._details(source))
            link = element("a", address, href=address, class_="address") if address else None
            cited = element("cite", *self._with_language(source.label or "·"))
            items.append(element("li", cited, details, " " if link else None, link, id=f"source-{source.number}"))
        return self._section(self.labels["sources"], 2, element("ol", *_lines(items)), class_="sources")

    def _figure(self, svg: str) -> Markup:
        """Return a diagram with a caption, without its XML declaration and without links that are not web addresses."""
        root = _FOREIGN_LINK.sub("", svg[max(0, svg.find("<svg")) :].strip())
        words = self.labels["diagram"].format(names=self.title) + (self.labels["circles"] if "①" in root else "")
        width = _WIDTH.match(root)
        style = f"--wide: {width[1]}px" if width else None
        return element("figure", Markup(root), element("figcaption", words), style=style)

    def _footer(self) -> Markup:
        terms = [element("div", element("dt", term), element("dd", meaning)) for term, meaning in self.legend]
        return element("footer", *([element("h2", self.labels["legend"]), element("dl", *terms)] if terms else []))

    def _with_language(self, text: str) -> Iterator[str]:
        """Yield a text, in an element with its language if that is not the language of the page."""
        language = self._language_of(text)
        yield text if language is None else element("span", text, lang=language)

    def _language_of(self, text: str, *, quoted: bool = False) -> str | None:
        """Return the language of a text: None for that of the page, "" for an unknown one.

        On a Chinese page, a quote is marked even if it is Chinese: its script may be another than that of the page.
        """
        chinese = self.language.startswith("zh")
        if _HAN.search(text):
            return None if chinese and not quoted else "zh"
        return "" if chinese and quoted else None


def _spaced(pieces: Iterable[Markup]) -> Iterator[Markup]:
    """Yield the pieces with a space before each but the first."""
    for at, piece in enumerate(pieces):
        yield inner(" ", piece) if at else piece


def _lines(blocks: Iterable[Markup]) -> Iterator[Markup]:
    """Yield each block on a line of its own, so that a diff shows which one changed."""
    for block in blocks:
        yield inner(Markup("\n"), block)


def _style() -> str:
    """Return the style of the page, from `page.css`."""
    import os

    with open(os.path.join(os.path.dirname(__file__), "page.css"), encoding="utf-8") as stream:
        return "\n" + stream.read()
