"""What the Markdown and the HTML page share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import link_url, one_line
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .parts import Cited, Group, Missing, Part, Quote, Row, Said


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
        return str(self.words["comma"]).join(one_line(part.entity.label) or "·" for part in self.parts)

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
        return str(self.words["quoted"]).format(words=one_line(quote.words))

    def _described(self, source: Cited) -> Iterator[str]:
        """What is known of a source beside what it goes by."""
        if source.title:
            yield self.own["titled"].format(title=source.title)
        for known in (source.publisher, source.date):
            if known:
                yield known
        if source.quality:
            yield self.own["grade"].format(grade=source.quality)
        if not link_url(source.url):
            yield self.own["no_address"]

    def _kind(self, text: str) -> str:
        """A kind behind a name."""
        return self.own["kind"].format(kind=text) if text else ""
