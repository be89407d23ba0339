"""A dossier as one HTML page.

Both go through the same sections in the same words, so that neither says more than the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..render.html import Markup, address, element, inner, line, linked, literal
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .parts import Cited, Group, Missing, Part, Quote, Row, Said

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FOREIGN_LINK = re.compile(r'\s(?:xlink:)?href="(?!https?://|#)[^"]*"', re.IGNORECASE)
_WIDTH = re.compile(r'<svg[^>]*\swidth="(\d+)')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Setting:
    """What both settings go by: the words of the language, and the sections of a part."""

    def __init__(
        self,
        language: str,
        summary: str,
        parts: tuple[Part, ...],
        sources: tuple[Cited, ...],
        legend: tuple[tuple[str, str], ...],
    ) -> None:
        self.language, self.summary, self.parts, self.sources, self.legend = language, summary, parts, sources, legend
        self.words = WORDS[language]
        self.own: dict[str, Any] = self.words["dossier"]

    @property
    def title(self) -> str:
        """The names of the things."""
        return str(self.words["comma"]).join(line(part.entity.label) or "·" for part in self.parts)

    def _sections(self, part: Part) -> Iterator[tuple[str, tuple[Group, ...]]]:
        """The sections that are lists of claims, those that have any."""
        for name, groups in (("called", part.called), ("ties", part.ties), ("figures", part.figures)):
            if groups:
                yield name, groups

    def _remarks(self, said: Said) -> Iterator[str]:
        """What is said of a claim beside its words."""
        yield from said.notes
        if said.because:
            yield said.because
        if said.differs:
            yield self.own["differ"].format(others=said.differs)

    def _mates(self, row: Row) -> str | None:
        """The note that names the others of an open list."""
        return self.own["mates"].format(names=self.words["comma"].join(row.mates)) if row.mates else None

    def _missed(self, missing: Missing) -> str:
        """One gap in one line."""
        told = self.own["missed"].format(expects=missing.expects, question=missing.question)
        filled = self.words["comma"].join(missing.filled)
        return str(told + (self.own["filled"].format(by=filled) if filled else ""))

    def _quoted(self, quote: Quote) -> str:
        """Words in the quotation marks of the language."""
        return str(self.words["quoted"]).format(words=line(quote.words))

    def _described(self, source: Cited) -> Iterator[str]:
        """What is known of a source beside what it goes by."""
        if source.title:
            yield self.own["titled"].format(title=source.title)
        for known in (source.publisher, source.date):
            if known:
                yield known
        if source.quality:
            yield self.own["grade"].format(grade=source.quality)
        if not address(source.url):
            yield self.own["no_address"]

    def _kind(self, text: str) -> str:
        """A kind behind a name."""
        return self.own["kind"].format(kind=text) if text else ""


class Markdown(Setting):
    """CommonMark without extensions: headings, lists, links."""

    def page(self) -> Iterator[str]:
        """The lines of the page."""
        several = len(self.parts) > 1
        yield f"# {literal(self.title)}"
        yield from ("", literal(self.summary))
        for part in self.parts:
            if several:
                yield from ("", f"## {literal(part.entity.label) or '·'}")
            yield from self._part(part, "###" if several else "##")
        if self.sources:
            yield from ("", f"## {literal(self.own['sources'])}", "")
            for source in self.sources:
                yield f"{source.number}. {self._source(source)}"
        yield from ("", f"## {literal(self.own['legend'])}", "")
        for term, meaning in self.legend:
            yield f"- **{literal(term)}** {literal(meaning)}"

    def _part(self, part: Part, level: str) -> Iterator[str]:
        if part.entity.kind_label:
            yield from ("", literal(self.own["kind_is"].format(kind=part.entity.kind_label)))
        yield from ("", f"{level} {literal(self.own['names'])}", "")
        for label, _, spelled in part.names:
            told = self.words["comma"].join(line(name) for name in spelled)
            yield f"- {literal(self.own['pair'].format(one=label, other=told))}"
        for name, groups in self._sections(part):
            yield from ("", f"{level} {literal(self.own[name])}")
            for group in groups:
                yield from ("", f"{level}# {literal(group.label) or '·'}", "")
                for row in group.rows:
                    yield from self._row(row)
        if part.held_back:
            yield from ("", literal(self.own["held_back"].format(n=part.held_back)))
        if part.missing:
            yield from ("", f"{level} {literal(self.own['missing'])}", "", literal(self.own["gap"]), "")
            for missing in part.missing:
                yield f"- {literal(self._missed(missing))}"

    def _row(self, row: Row) -> Iterator[str]:
        # Stars beside a word need spaces around them: next to Chinese punctuation they would be no emphasis.
        kind = f"{literal(self._kind(row.kind)).strip()} " if row.kind else ""
        yield f"- **{literal(row.name) or '·'}** {kind}— {literal(row.shown) or '·'}"
        for said in row.said:
            told = [literal(said.told)] if said.told else []
            quotes = [self._quote(quote) for quote in said.quotes]
            rests = "".join(f"\\[{number}\\]" for number in said.rests_on)
            remarks = [literal(each) for each in self._remarks(said)]
            parts = [*told, *quotes, *remarks]
            yield f"  - {literal(said.basis) or '·'} · {' · '.join(parts)}{rests and ' ' + rests}"
        if mates := self._mates(row):
            yield f"  - {literal(mates)}"

    def _quote(self, quote: Quote) -> str:
        place = f"\\[{quote.source}\\]" + ("" if quote.paragraph is None else f" §{quote.paragraph}")
        return f"{linked(self._quoted(quote), quote.url)} {place}"

    def _source(self, source: Cited) -> str:
        told = [literal(source.label) or "·", *map(literal, self._described(source))]
        if found := address(source.url):
            told.append(f"<{found}>")
        return literal(self.own["between"]).join(told)


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
                element("dd", element("span", self.words["comma"].join(map(line, spelled)), lang=tongue or None)),
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
        found = address(quote.url)
        place = "" if quote.paragraph is None else f" §{quote.paragraph}"
        return inner(element("a", words, href=found) if found else words, " ", self._number(quote.source), place)

    def _number(self, number: int) -> Markup:
        told = self.own["source"].format(n=number)
        return element("a", f"[{number}]", href=f"#source-{number}", class_="number", aria_label=told)

    def _listed(self) -> Markup:
        items = []
        for source in self.sources:
            found = address(source.url)
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
