"""Citations as GB/T 7714, BibTeX and footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..escape import terminal, tex, tex_url
from ..model.noun import Noun
from ..namespaces import local
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Claim, Entity, Passage
    from ..model.source import Source

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Sentence(Noun):
    """A sentence of a text that was given: its paragraph there, its words, and the marks on them.

    A mark is a role (``subject``, ``relation`` or ``object``) with the places in `words` where it begins and ends.
    """

    paragraph: int
    words: str
    marks: tuple[tuple[str, int, int], ...]

    def as_json(self) -> dict[str, Any]:
        """``{"paragraph", "words", "marks"}``."""
        marks = [{"role": role, "start": start, "end": end} for role, start, end in self.marks]
        return {"paragraph": self.paragraph, "words": self.words, "marks": marks}

    def marked(self, language: str = "zh-Hant") -> str:
        """The words with each mark in brackets, after the name of its role.

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
    """A source with what it says: the claims, each with its passages.

    `sentences` are there by claim where the source's text was given; `differs` tells that this was another than the one
    that positions count in, so that they were looked for anew.
    """

    source: Source
    claims: tuple[Claim, ...]
    sentences: tuple[tuple[str, tuple[Sentence, ...]], ...] = ()
    differs: bool = False

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Where the source says it, each place once, in the order of its text."""
        found = dict.fromkeys(passage for claim in self.claims for passage in claim.evidence)
        return tuple(sorted(found, key=lambda p: (p.paragraph is None, p.paragraph or 0, p.start or 0, p.end or 0)))

    def as_json(self) -> dict[str, Any]:
        """One of the citations in ``{"entity", "claim", "citations"}``."""
        return {
            "source": self.source.as_json(),
            "claims": [claim.as_json() for claim in self.claims],
            "differs": self.differs,
            "sentences": {claim: [each.as_json() for each in several] for claim, several in self.sentences},
        }


class Citations(Noun):
    """The answer of `cite`: a sequence of `Citation`, one a source, of a thing (`entity`) or of one `claim`.

    `reasons` are the inferred claims among what was asked for: no source says them, and each has its reason.
    `language` is that of the handle, `accessed` the day on which the pages were looked at, if that was said.
    """

    entity: Entity | None
    claim: Claim | None
    citations: tuple[Citation, ...]
    reasons: tuple[Claim, ...]
    held_back: int
    language: str
    accessed: str | None = None

    def __iter__(self) -> Iterator[Citation]:
        return iter(self.citations)

    def __getitem__(self, index: int) -> Citation:
        return self.citations[index]

    def __len__(self) -> int:
        return len(self.citations)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "claim", "citations", "reasons", "held_back"}``."""
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "claim": self.claim.as_json() if self.claim else None,
            "citations": [citation.as_json() for citation in self.citations],
            "reasons": [claim.as_json() for claim in self.reasons],
            "held_back": self.held_back,
        }

    def gbt7714(self) -> list[str]:
        """One reference a source, as GB/T 7714-2015 has an electronic resource; what is not known of it is said."""
        return [f"[{n}] {self._gbt7714(citation.source)}" for n, citation in enumerate(self, start=1)]

    def _gbt7714(self, source: Source) -> str:
        unknown = WORDS[self.language]["unsaid"]
        medium = "[EB/OL]" if source.url else "[Z]"
        day = source.date or unknown["date"]
        year = f"{day[:4]}({day})" if source.date and len(day) > 4 else day
        seen = f"[{self.accessed}]" if self.accessed and source.url else ""
        parts = [
            *([", ".join(source.authors)] if source.authors else []),
            (source.title or unknown["title"]) + medium,
            f"{source.publisher or unknown['publisher']}, {year}{seen}",
            source.url or unknown["url"],
        ]
        return terminal(". ".join(parts)) + ("" if source.url else ".")

    def bibtex(self) -> str:
        """One entry a source, for BibTeX and biblatex, with where it says it in the note."""
        return "\n".join(self._bibtex(citation, key) for citation, key in zip(self, self._keys(), strict=True))

    def _keys(self) -> Iterator[str]:
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
        """One note a place: who says it, where, in what words, and the link to those."""
        words, notes = WORDS[self.language], []
        for citation in self:
            for passage in citation.passages:
                title = words["titled"].format(title=citation.source.title) if citation.source.title else ""
                who = words["comma"].join([*citation.source.authors, *([title] if title else [])])
                said = f"{who}{words['pause'] if who else ''}{citation.source.label} {_place(passage, words)}"
                notes.append(terminal(f"{said} {passage.url or words['unsaid']['url']}"))
        return [f"[{n}] {note}" for n, note in enumerate(notes, start=1)]


def _place(passage: Passage, words: dict[str, Any]) -> str:
    """§13 「重點支持太鋼」"""
    paragraph = f"§{passage.paragraph} " if passage.paragraph is not None else ""
    return paragraph + str(words["quoted"]).format(words=terminal(passage.phrase))
