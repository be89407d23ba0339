"""The answer of `cite`, and its references as GB/T 7714-2015, BibTeX and footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..escape_formats import tex, tex_url
from ..model.noun import Listing, Noun
from ..namespaces import local
from ..render.figures import own_words, quoted
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Claim, Entity, Passage
    from ..model.source import Source

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Sentence(Noun):
    """A sentence of the text that you gave, with the words marked that state a claim.

    Attributes:
        paragraph: The paragraph of the text, from 1.
        words: The sentence.
        marks: What is marked, as (role, start, end). The role is ``subject``, ``relation`` or ``object``; start and
            end count code points in `words`, zero-based, end exclusive.
    """

    paragraph: int
    words: str
    marks: tuple[tuple[str, int, int], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the sentence for JSON.

        Returns:
            ``{"paragraph", "words", "marks"}``; a mark is ``{"role", "start", "end"}``.
        """
        marks = [{"role": role, "start": start, "end": end} for role, start, end in self.marks]
        return {"paragraph": self.paragraph, "words": self.words, "marks": marks}

    def marked(self, language: str = "zh-Hant") -> str:
        """Return the sentence with each mark in brackets, after the name of its role.

        Args:
            language: The language of the roles: ``zh-Hant``, ``zh-Hans`` or ``en``.

        Returns:
            The text. Marks may be nested.

        Examples:
            >>> Sentence(1, "今年,太原重點支持太鋼。", (("subject", 3, 5), ("object", 9, 11))).marked("en")
            '今年,[subject: 太原]重點支持[object: 太鋼]。'
        """
        names, (opening, closing) = WORDS[language]["roles"], WORDS[language]["mark"]
        opens = sorted(self.marks, key=lambda mark: (mark[1], -mark[2]))
        text = ""
        for at in range(len(self.words) + 1):
            text += closing * sum(end == at for _, _, end in self.marks)
            text += "".join(opening.format(role=names[role]) for role, start, _ in opens if start == at)
            text += self.words[at : at + 1]
        return text


class Citation(Noun):
    """A source with the claims that it states.

    Attributes:
        source: The source.
        claims: The claims. Their evidence holds the passages of this source alone.
        sentences: The sentences that state each claim, as (IRI of the claim, sentences). Empty if you did not give the
            text of the source.
        differs: Whether the text that you gave differs from the one that the graph was made from. The sentences were
            then found by searching the text for the words of the claims.
    """

    source: Source
    claims: tuple[Claim, ...]
    sentences: tuple[tuple[str, tuple[Sentence, ...]], ...] = ()
    differs: bool = False

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of all claims, each once, in the order of the text."""
        found = dict.fromkeys(passage for claim in self.claims for passage in claim.evidence)
        return tuple(sorted(found, key=lambda p: (p.paragraph is None, p.paragraph or 0, p.start or 0, p.end or 0)))

    def as_json(self) -> dict[str, Any]:
        """Return the citation for JSON.

        Returns:
            ``{"source", "claims", "differs", "sentences"}``; sentences are lists by the IRI of the claim.
        """
        return {
            "source": self.source.as_json(),
            "claims": [claim.as_json() for claim in self.claims],
            "differs": self.differs,
            "sentences": {claim: [each.as_json() for each in sentences] for claim, sentences in self.sentences},
        }


class Citations(Listing[Citation]):
    """The answer of `cite`: a sequence of `Citation`, one for each source.

    Attributes:
        entity: The entity asked for. None for a claim.
        claim: The claim asked for. None for an entity.
        citations: The sources with their claims, in the order of `claims`.
        reasons: The inferred claims, if they were asked for. No source states them; each has a reason.
        held_back: How many inferred claims were left out.
        language: The language of the references: ``zh-Hant``, ``zh-Hans`` or ``en``.
        accessed: The day on which you read the pages, such as ``2025-11-24``. None leaves it out.
    """

    _listed = "citations"
    entity: Entity | None
    claim: Claim | None
    citations: tuple[Citation, ...]
    reasons: tuple[Claim, ...]
    held_back: int
    language: str
    accessed: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the answer for JSON.

        Returns:
            ``{"entity", "claim", "citations", "reasons", "held_back"}``.
        """
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "claim": self.claim.as_json() if self.claim else None,
            "citations": [citation.as_json() for citation in self.citations],
            "reasons": [claim.as_json() for claim in self.reasons],
            "held_back": self.held_back,
        }

    def gbt7714(self) -> list[str]:
        """Write a reference for each source, in the form of GB/T 7714-2015 for electronic resources.

        See https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=7FA63E9BBA56E60471AEDAEBDE44B14C.

        Returns:
            The references, with their numbers in brackets. Words such as "no date" stand for what is unknown.
        """
        return [f"[{n}] {self._gbt7714(citation.source)}" for n, citation in enumerate(self, start=1)]

    def _gbt7714(self, source: Source) -> str:
        unknown = WORDS[self.language]["unsaid"]
        kind = "[EB/OL]" if source.url else "[Z]"
        day = source.date or unknown["date"]
        year = f"{day[:4]}({day})" if source.date and len(day) > 4 else day
        accessed = f"[{self.accessed}]" if self.accessed and source.url else ""
        parts = [
            *([", ".join(source.authors)] if source.authors else []),
            _title(source, self.language) + kind,
            f"{source.publisher or unknown['publisher']}, {year}{accessed}",
            source.url or unknown["url"],
        ]
        return terminal(". ".join(parts)) + ("" if source.url else ".")

    def bibtex(self) -> str:
        """Write an entry for each source, for BibTeX and biblatex.

        Returns:
            The entries, with paragraphs and quotes in the field ``note``. Empty without sources.
        """
        return "\n".join(self._bibtex(citation, key) for citation, key in zip(self, self._keys(), strict=True))

    def _keys(self) -> Iterator[str]:
        """Yield a key for each source, from the end of its IRI. Each key occurs once."""
        taken: set[str] = set()
        for citation in self:
            stem = re.sub(r"[^A-Za-z0-9-]+", "-", local(citation.source.iri)).strip("-") or "source"
            key = next(k for k in (stem, *(f"{stem}-{n}" for n in range(2, len(self) + 2))) if k not in taken)
            taken.add(key)
            yield key

    def _bibtex(self, citation: Citation, key: str) -> str:
        source, words = citation.source, WORDS[self.language]
        day = source.date or ""
        note = "; ".join(_place(passage, words) for passage in citation.passages)
        fields = {
            "author": " and ".join(f"{{{tex(author)}}}" for author in source.authors),
            "title": f"{{{tex(source.title or words['unsaid']['title'])}}}",
            "howpublished": tex(source.publisher or words["unsaid"]["publisher"]),
            "year": day[:4] or f"{{{tex(words['unsaid']['date'])}}}",
            "date": day,
            "url": tex_url(source.url or ""),
            "urldate": self.accessed if self.accessed and source.url else "",
            "note": tex(note),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        if day[5:7].isdecimal() and 0 < int(day[5:7]) <= 12:
            lines.insert(-1, f"  month = {_MONTHS[int(day[5:7]) - 1]},")
        return "\n".join([f"@misc{{{key},", *lines, "}"]) + "\n"

    def footnotes(self) -> list[str]:
        """Write a note for each passage: authors, title, source, paragraph, quote, day of access and address.

        Returns:
            The notes, with their numbers in brackets.
        """
        words, notes = WORDS[self.language], []
        for citation in self:
            for passage in citation.passages:
                title = words["titled"].format(title=citation.source.title) if citation.source.title else ""
                work = title + _gloss(citation.source)
                if authors := words["comma"].join(citation.source.authors):
                    work = words["by"].format(authors=authors, work=work) if work else authors
                note = f"{work}{words['before_source'] if work else ''}{citation.source.label} {_place(passage, words)}"
                if self.accessed and passage.url:
                    note += words["seen"].format(day=self.accessed)
                notes.append(terminal(f"{note} {passage.url or words['unsaid']['url']}"))
        return [f"[{n}] {note}" for n, note in enumerate(notes, start=1)]


def _title(source: Source, language: str) -> str:
    """Return a title; in quotation marks if it is in another script than the reader's, with its translation."""
    words = WORDS[language]
    if not source.title:
        return str(words["unsaid"]["title"])
    return own_words(source.title, source.title_language, words) + _gloss(source)


def _gloss(source: Source) -> str:
    return f" [{source.title_gloss}]" if source.title_gloss else ""


def _place(passage: Passage, words: dict[str, Any]) -> str:
    """Return the paragraph and the quote, such as ``§13 「重點支持太鋼」``."""
    paragraph = f"§{passage.paragraph} " if passage.paragraph is not None else ""
    return paragraph + quoted(terminal(passage.phrase), words)
