"""A dossier as one HTML page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..escape import link_url, one_line
from ..render.html import Markup, element, inner
from .setting import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .parts import Group, Part, Quote, Row, Said

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FOREIGN_LINK = re.compile(r'\s(?:xlink:)?href="(?!https?://|#)[^"]*"', re.IGNORECASE)
_WIDTH = re.compile(r'<svg[^>]*\swidth="(\d+)')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Html(Setting):
    """One page of HTML that needs no other file."""

    def page(self, svg: str | None) -> str:
        """The page, with a picture in it where there is one."""
        head = element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("meta", name="generator", content="citygraph"),
            element("title", self.own["page"].format(names=self.title)),
            # What stands in it is the package's own, and no closing tag: it needs no escape, and must have none.
            element("style", Markup(_style())),
        )
        whole = element("html", head, Markup("\n"), element("body", self.article(svg)), lang=self.language)
        return f"<!DOCTYPE html>\n{whole}\n"

    def article(self, svg: str | None) -> Markup:
        """The dossier without the page around it."""
        several = len(self.parts) > 1
        blocks = [
            element(
                "header",
                element("p", self.own["head"], class_="kicker"),
                element("h1", *self._in_tongue(self.title)),
                element("p", self.summary, class_="summary"),
            )
        ]
        if several:
            places = [
                element("li", element("a", *self._in_tongue(part.entity.label), href=f"#part-{at}"))
                for at, part in enumerate(self.parts, start=1)
            ]
            blocks.append(element("nav", element("ul", *places), aria_label=self.own["contents"]))
        parts = [
            block for at, part in enumerate(self.parts, start=1) for block in self._part(part, at, several=several)
        ]
        figure = [self._figure(svg)] if svg else []
        sources = [self._listed()] if self.sources else []
        blocks += [element("main", *_lines([*figure, *parts, *sources])), self._footer()]
        return element("article", *_lines(blocks), class_="dossier", lang=self.language)

    def _part(self, part: Part, at: int, *, several: bool) -> Iterator[Markup]:
        level = 3 if several else 2
        found = [self._names(part, level)]
        for name, groups in self._sections(part):
            found.append(self._section(self.own[name], level, self._table(groups, name), class_=name))
        if part.held_back:
            found.append(element("p", self.own["held_back"].format(n=part.held_back), class_="note"))
        if part.missing:
            listed = element("ul", *(element("li", self._missed(missing)) for missing in part.missing))
            note = element("p", self.own["gap"], class_="note")
            found.append(self._section(self.own["missing"], level, note, listed, class_="missing"))
        if several:
            head = element("h2", *self._in_tongue(part.entity.label or "·"), element("small", part.entity.kind_label))
            yield element("section", head, *_lines(found), id=f"part-{at}", class_="part")
        else:
            yield from found

    def _section(self, heading: str, level: int, *inside: Markup, class_: str) -> Markup:
        return element("section", element(f"h{level}", heading), *inside, class_=class_)

    def _names(self, part: Part, level: int) -> Markup:
        rows = [
            element(
                "div",
                element("dt", label),
                element("dd", element("span", self.words["comma"].join(map(one_line, spelled)), lang=tongue or None)),
            )
            for label, tongue, spelled in part.names
        ]
        if part.entity.kind_label:
            rows.append(element("div", element("dt", self.own["kind_label"]), element("dd", part.entity.kind_label)))
        return self._section(self.own["names"], level, element("dl", *rows), class_="names")

    def _table(self, groups: Iterable[Group], name: str) -> Markup:
        columns = [element("th", head, scope="col") for head in (self.own["first"][name], *self.own["columns"])]
        bodies = [
            element(
                "tbody",
                element("tr", element("th", group.label or "·", scope="rowgroup", colspan="3")),
                *_lines([self._row(row) for row in group.rows]),
            )
            for group in groups
        ]
        return element("table", element("thead", element("tr", *columns)), *_lines(bodies), aria_label=self.own[name])

    def _row(self, row: Row) -> Markup:
        kind = element("small", self._kind(row.kind)) if row.kind else None
        said = [self._said(each) for each in row.said]
        if mates := self._mates(row):
            said.append(element("li", mates, class_="note"))
        known = row.status in ("realised", "planned", "targeted", "inferred")
        return element(
            "tr",
            element("th", *self._in_tongue(row.name or "·"), kind, scope="row"),
            element("td", element("span", row.shown or "·", class_=row.status if known else "other")),
            element("td", element("ul", *said)),
        )

    def _said(self, said: Said) -> Markup:
        pieces = [element("span", said.basis or "·", class_="basis")]
        if said.told:
            pieces.append(element("strong", *self._in_tongue(said.told)))
        pieces += [self._quote(quote) for quote in said.quotes]
        remarks = [*said.notes, *([said.because] if said.because else [])]
        pieces += [element("span", each, class_="note") for each in remarks]
        if said.differs:
            pieces.append(element("span", self.own["differ"].format(others=said.differs), class_="differ"))
        pieces += [self._number(number) for number in said.rests_on]
        return element("li", *_spaced(pieces))

    def _quote(self, quote: Quote) -> Markup:
        words = element("q", self._quoted(quote), lang=self._tongue(quote.words, quoted=True))
        found = link_url(quote.url)
        place = "" if quote.paragraph is None else f" §{quote.paragraph}"
        return inner(element("a", words, href=found) if found else words, " ", self._number(quote.source), place)

    def _number(self, number: int) -> Markup:
        told = self.own["source"].format(n=number)
        return element("a", f"[{number}]", href=f"#source-{number}", class_="number", aria_label=told)

    def _listed(self) -> Markup:
        items = []
        for source in self.sources:
            found = link_url(source.url)
            told = "".join(self.own["between"] + each for each in self._described(source))
            link = element("a", found, href=found, class_="address") if found else None
            cited = element("cite", *self._in_tongue(source.label or "·"))
            items.append(element("li", cited, told, " " if link else None, link, id=f"source-{source.number}"))
        return self._section(self.own["sources"], 2, element("ol", *_lines(items)), class_="sources")

    def _figure(self, svg: str) -> Markup:
        """The picture: what stands before its root is no part of a page, and no link of it leads off the web."""
        root = _FOREIGN_LINK.sub("", svg[max(0, svg.find("<svg")) :].strip())
        told = self.own["diagram"].format(names=self.title) + (self.own["circles"] if "①" in root else "")
        caption = element("figcaption", told)
        wide = _WIDTH.match(root)
        return element("figure", Markup(root), caption, style=f"--wide: {wide[1]}px" if wide else None)

    def _footer(self) -> Markup:
        terms = [element("div", element("dt", term), element("dd", told)) for term, told in self.legend]
        return element("footer", element("h2", self.own["legend"]), element("dl", *terms))

    def _in_tongue(self, text: str) -> Iterator[str]:
        """`text`, marked where it is Chinese on a page that is not."""
        tongue = self._tongue(text)
        yield text if tongue is None else element("span", text, lang=tongue)

    def _tongue(self, text: str, *, quoted: bool = False) -> str | None:
        """The language of `text` where it is not the page's; "" says that it is not known."""
        chinese = self.language.startswith("zh")
        if _HAN.search(text):
            return None if chinese and not quoted else "zh"
        return "" if chinese and quoted else None


def _spaced(pieces: Iterable[Markup]) -> Iterator[Markup]:
    for at, piece in enumerate(pieces):
        yield inner(" ", piece) if at else piece


def _lines(blocks: Iterable[Markup]) -> Iterator[Markup]:
    """Each block on a line of its own: a change of one shows as one in a diff."""
    for block in blocks:
        yield inner(Markup("\n"), block)


def _style() -> str:
    import os

    with open(os.path.join(os.path.dirname(__file__), "page.css"), encoding="utf-8") as stream:
        return "\n" + stream.read()
