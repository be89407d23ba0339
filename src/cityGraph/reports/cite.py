"""The verb `cite`: the sources of a thing or a claim."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..graph.reader import claims, read_claims
from ..model.claim import Noun
from ..names.find import entities, resolve
from ..names.labels import local
from ..render.columns import safe
from ..render.words import WORDS
from ..store.engine import PREFIXES, bind, iri, named, prologue, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Entity, Passage
    from ..model.graph import Term
    from ..proof.text import Range
    from ..store.open import CityGraph

MARKED = ("subject", "relation", "object")
_USED = ("cg", "dcterms", "schema", "ty")
# TeX reads these as commands; a brace would also unbalance a field of BibTeX, whatever stands before it.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: f"\\{c}" for c in "$&#_%"},
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Source(Noun):
    """Where something is said; what is None, or empty, is not known of it."""

    iri: str
    label: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date: str | None
    url: str | None
    quality: str | None

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label", "title", "authors", "publisher", "date", "url", "quality"}``."""
        return {field: getattr(self, field) for field in self.fields} | {"authors": list(self.authors)}


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
        return safe(". ".join(parts)) + ("" if source.url else ".")

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
            "author": " and ".join(f"{{{_tex(author)}}}" for author in source.authors),
            "title": f"{{{_tex(source.title or words['unsaid']['title'])}}}",
            "howpublished": _tex(source.publisher or words["unsaid"]["publisher"]),
            "year": day[:4] or f"{{{_tex(words['unsaid']['date'])}}}",
            "date": day,
            "url": _address(source.url or ""),
            "urldate": self.accessed if self.accessed and source.url else "",
            "note": _tex(note),
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
                notes.append(safe(f"{said} {passage.url or words['unsaid']['url']}"))
        return [f"[{n}] {note}" for n, note in enumerate(notes, start=1)]


def _place(passage: Passage, words: dict[str, Any]) -> str:
    """§13 「重點支持太鋼」"""
    paragraph = f"§{passage.paragraph} " if passage.paragraph is not None else ""
    return paragraph + str(words["quoted"]).format(words=safe(passage.phrase))


def _tex(text: str) -> str:
    r"""`text` as TeX prints it.

    >>> print(_tex("60%以上 {a_b}"))
    60\%以上 \textbraceleft{}a\_b\textbraceright{}
    """
    return "".join(_TEX.get(c, c) for c in safe(text))


def _address(url: str) -> str:
    """A page's address for a field of BibTeX, in which only braces and what is no ASCII have to be coded."""
    return "".join(c if c.isascii() and c.isprintable() and c not in "{}\\ " else _coded(c) for c in url)


def _coded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def cite(
    city: CityGraph,
    name: str,
    *,
    inferred: bool = False,
    text: str | Iterable[str | tuple[str, str]] = (),
    accessed: str | None = None,
) -> Citations:
    """Who says it, and where: of a thing every source that speaks of it, of a claim (its IRI or CURIE) its own.

    The answer holds one `Citation` a source, in the order of `claims`, and writes itself as GB/T 7714-2015, BibTeX or
    footnotes; of a source by itself there is that source. Inferred claims are no source's words: with `inferred`, or
    asked for by their IRI, they are `reasons`. `text` is the text of a source, or several, as `validate` takes them:
    then each claim has the whole sentences, with its subject, relation and object marked. `accessed` (``2025-11-24``)
    is the day on which the pages were looked at. Nothing is fetched.

    Raises `NameNotFound`, `AmbiguousName`, `BadText` for a text of no source, `CityGraphError` for what is no day.

    >>> import cityGraph as cg
    >>> found = cg.cite(cg.open(), "claim:taiyuan-supports-taigang")
    >>> found[0].source.publisher, found.footnotes()[0].split(" http")[0]
    ('山西日報', '[1] 康石林、〈太原:強化省會擔當 加快建設國家區域中心城市〉;山西日報 2025-03-27 §13 「重點支持太鋼」')
    """
    if accessed is not None:
        _day(accessed)
    one = _claim(city, name)
    entity = None if one else resolve(city, name)
    found = (one,) if one else claims(city, name, inferred=True).claims
    reasons = tuple(claim for claim in found if not claim.evidence and claim.basis == "inferred")
    by_source: dict[str, list[Claim]] = {}
    for claim in found:
        for source in dict.fromkeys(passage.source for passage in claim.evidence):
            own = tuple(passage for passage in claim.evidence if passage.source == source)
            by_source.setdefault(source, []).append(claim.replace(evidence=own))
    if entity and entity.kind == "Source":
        by_source.setdefault(entity.iri, [])
    known = sources_of(city, by_source)
    quoted, unlike = _sentences(city, by_source, text) if text else ({}, set())
    citations = tuple(
        Citation(
            known[source], tuple(said), tuple((c.iri, quoted[c.iri]) for c in said if c.iri in quoted), source in unlike
        )
        for source, said in by_source.items()
    )
    shown = reasons if one or inferred else ()
    return Citations(entity, one, citations, shown, len(reasons) - len(shown), city.language, accessed)


def _day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise CityGraphError(f"{text!r} is no day; one looks like 2025-11-24") from None


def _claim(city: CityGraph, name: str) -> Claim | None:
    """The claim that an IRI or a CURIE names; None where it names none, or is no such thing."""
    asked = name.strip()
    prefix, _, rest = asked.partition(":")
    whole = PREFIXES[prefix] + rest if prefix in PREFIXES and not rest.startswith("//") else asked
    if not rest or not whole.isprintable() or " " in whole:
        return None
    try:
        found = read_claims(city, [whole])
    except SyntaxError:  # the word of the engines for what is no IRI
        return None
    return found[0] if found else None


def sources_of(city: CityGraph, sources: Iterable[str]) -> dict[str, Source]:
    """What is known of these sources, by IRI, in the handle's language where it is said in several."""
    wanted = list(sources)
    described: dict[str, dict[str, list[Term]]] = {}
    if wanted:
        asked = prologue(_USED) + bind(named("source-details"), source=map(iri, wanted))
        for source, which, value in rows(city.engine, asked):
            described.setdefault(source.value, {}).setdefault(local(which.value), []).append(value)
    labels = entities(city, wanted)
    return {source: _source(city, source, labels.get(source), described.get(source, {})) for source in wanted}


def _source(city: CityGraph, source: str, called: Entity | None, of: dict[str, list[Term]]) -> Source:
    def said(which: str) -> list[str]:
        """The values, those in the handle's language first, then those of its script's kin."""
        kin = city.language.split("-")[0]
        ranked = sorted(
            of.get(which, ()),
            key=lambda term: (term.language != city.language, not (term.language or "").startswith(kin), term.value),
        )
        return [term.value for term in ranked]

    first = {which: next(iter(said(which)), None) for which in ("title", "publisher", "date", "url", "quality")}
    label = called.label if called else local(source)
    return Source(source, label, authors=tuple(said("creator")), **first)


def _sentences(
    city: CityGraph, by_source: dict[str, list[Claim]], given: str | Iterable[str | tuple[str, str]]
) -> tuple[dict[str, tuple[Sentence, ...]], set[str]]:
    """By claim the sentences of the texts given in which its words stand, marked; and whose text is another."""
    from ..proof.lexicon import wording
    from ..proof.realign import Anchored, roles_of
    from ..validation.validate import differs, texts_of

    words = wording(city)
    found: dict[str, tuple[Sentence, ...]] = {}
    unlike = set()
    for source, text in texts_of(city, words, given).items():
        said = by_source.get(source, [])
        anew = differs(words, source, text)
        unlike |= {source} if anew else set()
        anchored = Anchored(words, source, text, claims(city).claims if anew else said)
        for claim in said:
            roles = (anchored.roles(claim) if not anchored.gone(claim) else {}) if anew else roles_of(claim)
            shown = [(role, where) for role in MARKED for where in roles.get(role, ())]
            if not shown:  # written without the text: its phrases, wherever they stand
                shown = [("", where) for passage in claim.evidence for where in anchored.places(passage.phrase)[:1]]
            whole: dict[Range, list[tuple[str, int, int]]] = {}
            for role, where in sorted(shown, key=lambda each: each[1]):
                around = text.sentence(where)
                marks = whole.setdefault(around, [])
                marks += [(role, where.start - around.start, where.end - around.start)] if role else []
            found[claim.iri] = tuple(
                Sentence(around.paragraph, text.words((around,)) or "", tuple(marks)) for around, marks in whole.items()
            )
    return found, unlike
