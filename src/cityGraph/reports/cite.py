"""The verb `cite`: the sources of an entity or a claim."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..errors import BadQuery, CityGraphError, short
from ..graph.claims import claims
from ..graph.reader import read_claims
from ..graph.sources import sources_of
from ..names.replaced import in_force
from ..names.resolve import resolve
from .references import Citation, Citations, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Claim
    from ..model.positions import Range
    from ..store.city import CityGraph

MARKED = ("subject", "relation", "object")

_TODAY = ("today", "今天", "今日")


def cite(
    city: CityGraph,
    name: str,
    *,
    inferred: bool = False,
    text: str | Iterable[str | tuple[str, str]] = (),
    accessed: str | None = None,
) -> Citations:
    """List the sources of an entity or a claim, with what each states.

    Nothing is fetched from the web.

    Args:
        city: An open graph.
        name: An entity, by name, alias, IRI or CURIE; or a claim, by IRI or CURIE. Of a source, the answer also holds
            the source itself.
        inferred: Include inferred claims in `reasons`. No source states them. Otherwise they are only counted, unless
            `name` is one.
        text: The text of a source, or several texts, as for `validate`. Each claim then comes with the sentences that
            state it. Empty leaves the sentences out.
        accessed: The day on which you read the pages, such as ``2025-11-24`` (ISO 8601), or ``today``. References then
            contain it.

    Returns:
        The sources in the order of `claims`. The answer can write itself as GB/T 7714-2015, BibTeX or footnotes.

    Raises:
        NameNotFound: Nothing has this name; carries up to five similar names.
        AmbiguousName: Several entities have this name; carries all of them.
        BadText: A text belongs to no source of the graph.
        CityGraphError: `accessed` is not a day.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.cite(cg.open(), "claim:taiyuan-supports-taigang")
        >>> found[0].source.publisher
        '山西日報'
        >>> found.footnotes()[0].split(" http")[0]
        '[1] 康石林：《太原:強化省會擔當 加快建設國家區域中心城市》，山西日報 2025-03-27 §13 「重點支持太鋼」'
    """
    if accessed is not None:
        accessed = _day(accessed)
    single = _claim(city, name)
    entity = None if single else resolve(city, name)
    found = (single,) if single else claims(city, name, inferred=True).claims
    reasons = tuple(claim for claim in found if not claim.evidence and claim.basis == "inferred")
    by_source: dict[str, list[Claim]] = {}
    for claim in found:
        for source in dict.fromkeys(passage.source for passage in claim.evidence):
            own = tuple(passage for passage in claim.evidence if passage.source == source)
            by_source.setdefault(source, []).append(claim.replace(evidence=own))
    if entity and entity.kind == "Source":
        by_source.setdefault(entity.iri, [])
    known = sources_of(city, by_source)
    sentences, changed = _sentences(city, by_source, text) if text else ({}, set())
    citations = tuple(
        Citation(
            known[source],
            tuple(stated),
            tuple((claim.iri, sentences[claim.iri]) for claim in stated if claim.iri in sentences),
            source in changed,
        )
        for source, stated in by_source.items()
    )
    shown = reasons if single or inferred else ()
    return Citations(entity, single, citations, shown, len(reasons) - len(shown), city.language, accessed)


def _day(text: str) -> str:
    """Return a date in the calendar, such as ``2025-11-24``, or the date of today."""
    if text.strip().casefold() in _TODAY:
        return date.today().isoformat()
    try:
        date.fromisoformat(text)
    except ValueError:
        raise CityGraphError(
            f"{short(text)!r} is not a date. Give year-month-day, such as 2025-11-24, or today."
        ) from None
    return text


def _claim(city: CityGraph, name: str) -> Claim | None:
    """Return the claim with this IRI or CURIE, or None if there is none or the name is neither."""
    asked = name.strip()
    whole = city.expand(asked)
    if not asked.partition(":")[2] or not whole.isprintable() or " " in whole:
        return None
    try:
        found = read_claims(city, [in_force(city, whole)])
    except BadQuery:  # what is no IRI cannot be asked for
        return None
    return found[0] if found else None


def _sentences(
    city: CityGraph, by_source: dict[str, list[Claim]], given: str | Iterable[str | tuple[str, str]]
) -> tuple[dict[str, tuple[Sentence, ...]], set[str]]:
    """Return the sentences that state each claim, by its IRI, and the sources whose text differs from the graph's."""
    from ..proof.realign import Realigned, roles_of
    from ..proof.text import differs, texts_of
    from ..proof.wording import wording

    words = wording(city)
    found: dict[str, tuple[Sentence, ...]] = {}
    changed = set()
    for source, text in texts_of(city, words, given).items():
        stated = by_source.get(source, [])
        anew = differs(words, source, text)
        changed |= {source} if anew else set()
        realigned = Realigned(words, source, text, claims(city).claims if anew else stated)
        for claim in stated:
            roles = (realigned.roles(claim) if not realigned.gone(claim) else {}) if anew else roles_of(claim)
            places = [(role, where) for role in MARKED for where in roles.get(role, ())]
            if not places:  # The graph has no positions for this claim: use the first place of each quote.
                places = [("", where) for passage in claim.evidence for where in realigned.places(passage.phrase)[:1]]
            marks_by_sentence: dict[Range, list[tuple[str, int, int]]] = {}
            for role, where in sorted(places, key=lambda place: place[1]):
                sentence = text.sentence(where)
                marks = marks_by_sentence.setdefault(sentence, [])
                marks += [(role, where.start - sentence.start, where.end - sentence.start)] if role else []
            found[claim.iri] = tuple(
                Sentence(sentence.paragraph, text.words((sentence,)) or "", tuple(marks))
                for sentence, marks in marks_by_sentence.items()
            )
    return found, changed
