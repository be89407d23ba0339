"""What the Markdown page and the HTML page of a dossier share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import link_url, one_line
from ..render.display import full_width
from ..render.figures import quoted
from ..render.words import WORDS
from ..render.words_dossier import DOSSIER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .parts import Cited, Group, Missing, Part, Quote, Row, RowClaim


class Page:
    """A dossier with the words of its language; each subclass adds the markup of one format.

    The arguments are the fields of `Dossier`.

    Attributes:
        language: The language of the page: ``zh-Hant``, ``zh-Hans`` or ``en``.
        summary: One line with the number of claims and sources.
        parts: The content by entity.
        sources: The sources, by number.
        legend: Words and what they mean.
        words: The words of the language, from `render.words`.
        labels: Those of them that belong to dossiers.
    """

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
        self.labels: dict[str, Any] = DOSSIER_WORDS[language]

    @property
    def title(self) -> str:
        """The labels of the entities, as one line."""
        return str(self.words["comma"]).join(one_line(part.entity.label) or "·" for part in self.parts)

    def _sections(self, part: Part) -> Iterator[tuple[str, tuple[Group, ...]]]:
        """Yield the sections that list claims, without empty ones, each with the name of its heading."""
        for name, groups in (("called", part.name_claims), ("ties", part.edges), ("figures", part.figures)):
            if groups:
                yield name, groups

    def _remarks(self, claim: RowClaim) -> Iterator[str]:
        """Yield what follows the quotes of a claim: qualifiers, the reason, other values."""
        yield from claim.notes
        if claim.because:
            yield claim.because
        if claim.differs:
            yield self.words["differ"].format(others=claim.differs)

    def _mates(self, row: Row) -> str | None:
        """Return the note that names the other members of an open list, if there is one."""
        return self.labels["mates"].format(names=self.words["comma"].join(row.mates)) if row.mates else None

    def _missing_line(self, missing: Missing) -> str:
        line = self.labels["missed"].format(expects=missing.expects, question=full_width(missing.question))
        filled = self.words["comma"].join(missing.filled)
        return str(line + (self.labels["filled"].format(by=filled) if filled else ""))

    def _quoted(self, quote: Quote) -> str:
        """Return a quote in the quotation marks of the language."""
        return quoted(one_line(quote.words), self.words)

    def _details(self, source: Cited) -> Iterator[str]:
        """Yield what follows the label of a source: title, publisher, date, grade, and whether it has no address."""
        if source.title:
            yield self.words["titled"].format(title=source.title)
        for known in (source.publisher, source.date):
            if known:
                yield known
        if source.quality:
            yield self.labels["grade"].format(grade=source.quality)
        if not link_url(source.url):
            yield self.words["unsaid"]["url"]

    def _kind(self, text: str) -> str:
        """Return a kind as it follows a name, in brackets."""
        return self.labels["kind"].format(kind=text) if text else ""
