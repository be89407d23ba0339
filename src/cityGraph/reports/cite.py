"""The verb `cite`: the sources of a thing or a claim."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..errors import BadQuery, CityGraphError
from ..graph.claims import claims
from ..graph.reader import read_claims
from ..graph.sources import sources_of
from ..names.resolve import resolve
from ..namespaces import PREFIXES
from .references import Citation, Citations, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Claim
    from ..model.positions import Range
    from ..store.city import CityGraph

MARKED = ("subject", "relation", "object")


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
    except BadQuery:  # what is no IRI cannot be asked for
        return None
    return found[0] if found else None


def _sentences(
    city: CityGraph, by_source: dict[str, list[Claim]], given: str | Iterable[str | tuple[str, str]]
) -> tuple[dict[str, tuple[Sentence, ...]], set[str]]:
    """By claim the sentences of the texts given in which its words stand, marked; and whose text is another."""
    from ..proof.lexicon import lexicon
    from ..proof.realign import Realigned, roles_of
    from ..proof.text import differs, texts_of

    words = lexicon(city)
    found: dict[str, tuple[Sentence, ...]] = {}
    unlike = set()
    for source, text in texts_of(city, words, given).items():
        said = by_source.get(source, [])
        anew = differs(words, source, text)
        unlike |= {source} if anew else set()
        anchored = Realigned(words, source, text, claims(city).claims if anew else said)
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
