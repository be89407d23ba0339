"""What is handed on: a `Dossier`, its parts, and how it is set as Markdown and as one page of HTML.

The nouns hold all that is said, in the reader's words and in its order; the two settings below add markup and nothing
else, so that neither says more than the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .markup import Markup, address, element, inner, line, linked, literal
from .model import Entity, Noun
from .surface import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FOREIGN_LINK = re.compile(r'\s(?:xlink:)?href="(?!https?://|#)[^"]*"', re.IGNORECASE)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Quote(Noun):
    """The words of a source: `url` leads to them, `source` is the number of the source in the dossier."""

    words: str
    source: int
    paragraph: int | None = None
    url: str | None = None


class Said(Noun):
    """One claim of a row: what it adds to it, its basis, what qualifies it, its words.

    `differs` holds what other sources give for the same figure; `rests_on` are the numbers of an inference's sources.
    """

    basis: str
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...] = ()
    told: str | None = None
    differs: str | None = None
    because: str | None = None
    rests_on: tuple[int, ...] = ()


class Row(Noun):
    """What is said of one thing or value under one relation: `status` is ``realised``, …, or ``inferred``."""

    name: str
    kind: str
    status: str
    shown: str
    said: tuple[Said, ...]
    mates: tuple[str, ...] = ()


class Group(Noun):
    """The rows under one relation, whose label is read from the thing of the dossier."""

    label: str
    rows: tuple[Row, ...]


class Missing(Noun):
    """What no source says: `filled` are the names that inferences would put there."""

    expects: str
    question: str
    filled: tuple[str, ...] = ()


class Part(Noun):
    """What is known of one thing: names by their language, ties, figures, and what no source says.

    `held_back` counts the inferred claims that were left out.
    """

    entity: Entity
    names: tuple[tuple[str, str, tuple[str, ...]], ...]
    called: tuple[Group, ...]
    ties: tuple[Group, ...]
    figures: tuple[Group, ...]
    missing: tuple[Missing, ...]
    held_back: int = 0


class Cited(Noun):
    """A source by its number: what it goes by, and what is known of it."""

    number: int
    label: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    quality: str | None = None
    url: str | None = None


class Dossier(Noun):
    """The answer of `dossier`: a `Part` for each thing, the sources of all, the legend of what occurs.

    In a notebook it shows itself.
    """

    language: str
    summary: str
    parts: tuple[Part, ...]
    sources: tuple[Cited, ...]
    legend: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """The names of its things."""
        return str(WORDS[self.language]["comma"]).join(line(part.entity.label) or "·" for part in self.parts)

    def markdown(self) -> str:
        """The dossier as CommonMark, without extensions: headings, lists, links.

        >>> import cityGraph as cg
        >>> cg.dossier(cg.open(), "太鋼").markdown().splitlines()[0]
        '# 太鋼'
        """
        return "\n".join(_Markdown(self).page()) + "\n"

    def html(self, svg: str | None = None) -> str:
        """The dossier as one page of HTML that needs no other file, with a picture in it where `svg` is given.

        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> page = cg.dossier(city, "太鋼").html(cg.diagram(city, "太鋼").svg)
        >>> page.count("<svg"), page.count("<script")
        (1, 0)
        """
        return _Html(self).page(svg)

    def _repr_html_(self) -> str:
        return _Html(self).article(None)

    def _repr_markdown_(self) -> str:
        return self.markdown()


class _Setting:
    """What both settings go by: the words of the language, and the sections of a part."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.words = WORDS[dossier.language]
        self.own: dict[str, Any] = self.words["dossier"]

    def sections(self, part: Part) -> Iterator[tuple[str, tuple[Group, ...]]]:
        """The sections that are lists of claims, those that have any."""
        for name, groups in (("called", part.called), ("ties", part.ties), ("figures", part.figures)):
            if groups:
                yield name, groups

    def remarks(self, said: Said) -> Iterator[str]:
        """What is said of a claim beside its words."""
        yield from said.notes
        if said.because:
            yield said.because
        if said.differs:
            yield self.own["differ"].format(others=said.differs)

    def mates(self, row: Row) -> str | None:
        """The note that names the others of an open list."""
        return self.own["mates"].format(names=self.words["comma"].join(row.mates)) if row.mates else None

    def missed(self, missing: Missing) -> str:
        """One gap in one line."""
        told = self.own["missed"].format(expects=missing.expects, question=missing.question)
        filled = self.words["comma"].join(missing.filled)
        return str(told + (self.own["filled"].format(by=filled) if filled else ""))

    def quoted(self, quote: Quote) -> str:
        """Words in the quotation marks of the language."""
        return str(self.words["quoted"]).format(words=line(quote.words))

    def described(self, source: Cited) -> Iterator[str]:
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

    def kind(self, text: str) -> str:
        """A kind behind a name."""
        return self.own["kind"].format(kind=text) if text else ""


class _Markdown(_Setting):
    def page(self) -> Iterator[str]:
        several = len(self.dossier.parts) > 1
        yield f"# {literal(self.dossier.title)}"
        yield from ("", literal(self.dossier.summary))
        for part in self.dossier.parts:
            if several:
                yield from ("", f"## {literal(part.entity.label) or '·'}")
            yield from self.part(part, "###" if several else "##")
        if self.dossier.sources:
            yield from ("", f"## {literal(self.own['sources'])}", "")
            for source in self.dossier.sources:
                yield f"{source.number}. {self.source(source)}"
        yield from ("", f"## {literal(self.own['legend'])}", "")
        for term, meaning in self.dossier.legend:
            yield f"- **{literal(term)}** {literal(meaning)}"

    def part(self, part: Part, level: str) -> Iterator[str]:
        if part.entity.kind_label:
            yield from ("", literal(self.own["kind_is"].format(kind=part.entity.kind_label)))
        yield from ("", f"{level} {literal(self.own['names'])}", "")
        for label, _, spelled in part.names:
            told = self.words["comma"].join(line(name) for name in spelled)
            yield f"- {literal(self.own['pair'].format(one=label, other=told))}"
        for name, groups in self.sections(part):
            yield from ("", f"{level} {literal(self.own[name])}")
            for group in groups:
                yield from ("", f"{level}# {literal(group.label) or '·'}", "")
                for row in group.rows:
                    yield from self.row(row)
        if part.held_back:
            yield from ("", literal(self.own["held_back"].format(n=part.held_back)))
        if part.missing:
            yield from ("", f"{level} {literal(self.own['missing'])}", "", literal(self.own["gap"]), "")
            for missing in part.missing:
                yield f"- {literal(self.missed(missing))}"

    def row(self, row: Row) -> Iterator[str]:
        # Stars beside a word need spaces around them: next to Chinese punctuation they would be no emphasis.
        kind = f"{literal(self.kind(row.kind)).strip()} " if row.kind else ""
        yield f"- **{literal(row.name) or '·'}** {kind}— {literal(row.shown) or '·'}"
        for said in row.said:
            told = [literal(said.told)] if said.told else []
            quotes = [self.quote(quote) for quote in said.quotes]
            rests = "".join(f"\\[{number}\\]" for number in said.rests_on)
            remarks = [literal(each) for each in self.remarks(said)]
            parts = [*told, *quotes, *remarks]
            yield f"  - {literal(said.basis) or '·'} · {' · '.join(parts)}{rests and ' ' + rests}"
        if mates := self.mates(row):
            yield f"  - {literal(mates)}"

    def quote(self, quote: Quote) -> str:
        place = f"\\[{quote.source}\\]" + ("" if quote.paragraph is None else f" §{quote.paragraph}")
        return f"{linked(self.quoted(quote), quote.url)} {place}"

    def source(self, source: Cited) -> str:
        told = [literal(source.label) or "·", *map(literal, self.described(source))]
        if found := address(source.url):
            told.append(f"<{found}>")
        return literal(self.own["between"]).join(told)


class _Html(_Setting):
    def page(self, svg: str | None) -> str:
        head = element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("meta", name="generator", content="citygraph"),
            element("title", self.own["page"].format(names=self.dossier.title)),
            # What stands in it is the package's own, and no closing tag: it needs no escape, and must have none.
            element("style", Markup(_style())),
        )
        whole = element("html", head, Markup("\n"), element("body", self.article(svg)), lang=self.dossier.language)
        return f"<!DOCTYPE html>\n{whole}\n"

    def article(self, svg: str | None) -> Markup:
        """The dossier without the page around it."""
        dossier, several = self.dossier, len(self.dossier.parts) > 1
        blocks = [
            element(
                "header",
                element("p", self.own["head"], class_="kicker"),
                element("h1", *self.in_tongue(dossier.title)),
                element("p", dossier.summary, class_="summary"),
            )
        ]
        if several:
            places = [
                element("li", element("a", *self.in_tongue(part.entity.label), href=f"#part-{at}"))
                for at, part in enumerate(dossier.parts, start=1)
            ]
            blocks.append(element("nav", element("ul", *places), aria_label=self.own["contents"]))
        parts = [
            block for at, part in enumerate(dossier.parts, start=1) for block in self.part(part, at, several=several)
        ]
        figure = [self.figure(svg)] if svg else []
        sources = [self.listed()] if dossier.sources else []
        blocks += [element("main", *_lines([*figure, *parts, *sources])), self.footer()]
        return element("article", *_lines(blocks), class_="dossier", lang=dossier.language)

    def part(self, part: Part, at: int, *, several: bool) -> Iterator[Markup]:
        level = 3 if several else 2
        found = [self.names(part, level)]
        for name, groups in self.sections(part):
            found.append(self.section(self.own[name], level, self.table(groups, name), class_=name))
        if part.held_back:
            found.append(element("p", self.own["held_back"].format(n=part.held_back), class_="note"))
        if part.missing:
            listed = element("ul", *(element("li", self.missed(missing)) for missing in part.missing))
            note = element("p", self.own["gap"], class_="note")
            found.append(self.section(self.own["missing"], level, note, listed, class_="missing"))
        if several:
            head = element("h2", *self.in_tongue(part.entity.label or "·"), element("small", part.entity.kind_label))
            yield element("section", head, *_lines(found), id=f"part-{at}", class_="part")
        else:
            yield from found

    def section(self, heading: str, level: int, *inside: Markup, class_: str) -> Markup:
        return element("section", element(f"h{level}", heading), *inside, class_=class_)

    def names(self, part: Part, level: int) -> Markup:
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
        return self.section(self.own["names"], level, element("dl", *rows), class_="names")

    def table(self, groups: Iterable[Group], name: str) -> Markup:
        columns = [element("th", head, scope="col") for head in (self.own["first"][name], *self.own["columns"])]
        bodies = [
            element(
                "tbody",
                element("tr", element("th", group.label or "·", scope="rowgroup", colspan="3")),
                *_lines([self.row(row) for row in group.rows]),
            )
            for group in groups
        ]
        return element("table", element("thead", element("tr", *columns)), *_lines(bodies), aria_label=self.own[name])

    def row(self, row: Row) -> Markup:
        kind = element("small", self.kind(row.kind)) if row.kind else None
        said = [self.said(each) for each in row.said]
        if mates := self.mates(row):
            said.append(element("li", mates, class_="note"))
        known = row.status in ("realised", "planned", "targeted", "inferred")
        return element(
            "tr",
            element("th", *self.in_tongue(row.name or "·"), kind, scope="row"),
            element("td", element("span", row.shown or "·", class_=row.status if known else "other")),
            element("td", element("ul", *said)),
        )

    def said(self, said: Said) -> Markup:
        pieces = [element("span", said.basis or "·", class_="basis")]
        if said.told:
            pieces.append(element("strong", *self.in_tongue(said.told)))
        pieces += [self.quote(quote) for quote in said.quotes]
        remarks = [*said.notes, *([said.because] if said.because else [])]
        pieces += [element("span", each, class_="note") for each in remarks]
        if said.differs:
            pieces.append(element("span", self.own["differ"].format(others=said.differs), class_="differ"))
        pieces += [self.number(number) for number in said.rests_on]
        return element("li", *_spaced(pieces))

    def quote(self, quote: Quote) -> Markup:
        words = element("q", self.quoted(quote), lang=self.tongue(quote.words, quoted=True))
        found = address(quote.url)
        place = "" if quote.paragraph is None else f" §{quote.paragraph}"
        return inner(element("a", words, href=found) if found else words, " ", self.number(quote.source), place)

    def number(self, number: int) -> Markup:
        told = self.own["source"].format(n=number)
        return element("a", f"[{number}]", href=f"#source-{number}", class_="number", aria_label=told)

    def listed(self) -> Markup:
        items = []
        for source in self.dossier.sources:
            found = address(source.url)
            told = "".join(self.own["between"] + each for each in self.described(source))
            link = element("a", found, href=found, class_="address") if found else None
            cited = element("cite", *self.in_tongue(source.label or "·"))
            items.append(element("li", cited, told, " " if link else None, link, id=f"source-{source.number}"))
        return self.section(self.own["sources"], 2, element("ol", *_lines(items)), class_="sources")

    def figure(self, svg: str) -> Markup:
        """The picture: what stands before its root is no part of a page, and no link of it leads off the web."""
        root = _FOREIGN_LINK.sub("", svg[max(0, svg.find("<svg")) :].strip())
        told = self.own["diagram"].format(names=self.dossier.title) + (self.own["circles"] if "①" in root else "")
        caption = element("figcaption", told)
        return element("figure", Markup(root), caption)

    def footer(self) -> Markup:
        terms = [element("div", element("dt", term), element("dd", told)) for term, told in self.dossier.legend]
        return element("footer", element("h2", self.own["legend"]), element("dl", *terms))

    def in_tongue(self, text: str) -> Iterator[str]:
        """`text`, marked where it is Chinese on a page that is not."""
        tongue = self.tongue(text)
        yield text if tongue is None else element("span", text, lang=tongue)

    def tongue(self, text: str, *, quoted: bool = False) -> str | None:
        """The language of `text` where it is not the page's; "" says that it is not known."""
        chinese = self.dossier.language.startswith("zh")
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
