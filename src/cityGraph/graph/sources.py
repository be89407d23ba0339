"""The verb `according_to`: keep what some sources say; and the details of a source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import AmbiguousName, NameNotFound, short
from ..escape import language_tag, sparql_iri
from ..model.source import Source
from ..names.entities import entities
from ..names.labels import is_translation
from ..names.replaced import in_force
from ..names.resolve import note_reading, resolve
from ..names.spelling import fold
from ..namespaces import local
from .intentions import Intentions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Entity
    from ..model.query import Term
    from ..store.city import CityGraph

_MOST = 5  # sources that an error lists
_LEAST = 3  # characters of a part of a publisher's name


def according_to(city: CityGraph, *sources: str) -> CityGraph:
    """Return a graph with what some sources say and nothing else. Every verb works on it.

    Claims of other sources are left out, with their plain triples, their passages, and the things that no other claim
    is about. An inferred claim stays if all the sources that it rests on stay.

    Args:
        city: An open graph.
        *sources: Names of sources: an IRI, a CURIE, the end of an IRI (``article``), a short name, a label, or a
            publisher or a part of the name of only one, which stands for all its sources.

    Returns:
        A new handle.

    Raises:
        NameNotFound: No source has this name; carries up to five similar names.
        CityGraphError: The graph is an endpoint, which is never copied.

    Examples:
        >>> import cityGraph as cg
        >>> article = cg.according_to(cg.open(), "article")
        >>> len(cg.about(article).sources)
        1
    """
    city.read_here()
    wanted = {iri for name in sources for iri in sources_named(city, name)}
    claims: dict[str, tuple[tuple[Term, Term, Term], set[str], set[str]]] = {}
    intentions = Intentions(city)
    stated: dict[str, bool] = {}
    for claim, subject, predicate, what, passage, source, status, basis, kind in city.select("claim-sources"):
        _, passages, claim_sources = claims.setdefault(claim.value, ((subject, predicate, what), set(), set()))
        marks = (local(status.value), local(basis.value), local(kind.value))
        stated[claim.value] = stated.get(claim.value, False) or intentions.plain(predicate.value, *marks)
        passages.add(passage.value)
        claim_sources.add(source.value)
    kept = {claim for claim, (_, _, claim_sources) in claims.items() if claim_sources <= wanted}
    dropped = claims.keys() - kept
    triples = {claims[claim][0] for claim in kept}
    things = {term.value for subject, _, what in triples for term in (subject, what) if term.type == "uri"}
    all_things = {row[0].value for row in city.select("named-things")}
    gone = all_things - things | set(_names(city)) - wanted | dropped
    gone |= {passage for claim in dropped for passage in claims[claim][1]}
    plain = {claims[claim][0] for claim in kept if stated[claim]}
    kept_graph = city.without(gone - {""}, {claims[claim][0] for claim in dropped} - plain)
    kept_graph.said_elsewhere = lambda name: _said_elsewhere(city, name, sources)
    return kept_graph


def _said_elsewhere(city: CityGraph, name: str, sources: tuple[str, ...]) -> str:
    """Return which sources of the whole graph speak of a name; empty if it is the name of nothing there."""
    from .reader import read

    try:
        thing = resolve(city, name)
    except (AmbiguousName, NameNotFound):
        return ""
    speaking = Counter(
        title
        for claim in read(city, [thing.iri])
        for title in {passage.source_label for passage in claim.evidence} - {""}
    )
    if not speaking:
        return ""
    shown = [short(title) for title, _ in speaking.most_common(_MOST)]
    more = f"; and {len(speaking) - _MOST} more" if len(speaking) > _MOST else ""
    asked = " and ".join(short(source) for source in sources)
    says = "says" if len(sources) == 1 else "say"
    return f"{asked} {says} nothing of {short(thing.label)}. These sources do: {'; '.join(shown)}{more}."


def one_source(city: CityGraph, name: str) -> str:
    """Find the one source that a name means.

    Args:
        city: An open graph.
        name: A name of a source, as `according_to` takes it.

    Returns:
        Its IRI.

    Raises:
        NameNotFound: No source has this name; carries up to five similar names.
        AmbiguousName: Several sources have it; carries all of them.
    """
    iris = sources_named(city, name)
    if len(iris) > 1:
        known = entities(city, iris)
        raise AmbiguousName(name, [known[iri] for iri in iris], prefixes=city.prefixes)
    return iris[0]


def sources_named(city: CityGraph, name: str) -> list[str]:
    """Find the sources that a name means: usually one; for a publisher, all its sources.

    Args:
        city: An open graph.
        name: A name of a source, as `according_to` takes it.

    Returns:
        Their IRIs, sorted.

    Raises:
        NameNotFound: No source has this name; carries up to five similar names.

    Examples:
        >>> import cityGraph as cg
        >>> len(sources_named(cg.open(), "article"))
        1
    """
    text = name.strip()
    iri = city.expand(text)
    known = _names(city)
    if iri in known or (iri != text and (iri := in_force(city, iri)) in known):
        return [iri]
    folded = fold(text)
    for roles in (("local",), ("prefLabel", "altLabel", "title"), ("publisher",)):
        matching = [
            iri for iri, names in known.items() if any(role in roles and key == folded for role, _, key in names)
        ]
        if matching:
            return sorted(matching)
    publishers = {
        key: each for names in known.values() for role, each, key in names if role == "publisher" and folded in key
    }
    if len(publishers) == 1 and len(folded) >= _LEAST:
        ((key, publisher),) = publishers.items()
        note_reading(city, text, publisher)
        return sorted(iri for iri, names in known.items() if any(each[2] == key for each in names))
    raise NameNotFound(name, _nearest(known, folded), what="No source in this graph")


def _names(city: CityGraph) -> dict[str, list[tuple[str, str, str]]]:
    """List by source the names that it may have, each with its role, its spelling and its folded form."""
    known: dict[str, list[tuple[str, str, str]]] = {}
    for source, role, name in city.select("sources"):
        end = local(source.value)
        names = known.setdefault(source.value, [("local", end, fold(end))])
        if name.value:
            names.append((local(role.value), name.value, fold(name.value)))
    return known


def _nearest(known: dict[str, list[tuple[str, str, str]]], folded: str) -> list[str]:
    from difflib import get_close_matches

    spellings = {key: name for names in known.values() for _, name, key in names}
    return [spellings[key] for key in get_close_matches(folded[:100], spellings, n=5, cutoff=0.5)]


def sources_of(city: CityGraph, sources: Iterable[str]) -> dict[str, Source]:
    """Read what the graph says about some sources.

    Args:
        city: An open graph.
        sources: The IRIs of the sources.

    Returns:
        The sources by IRI: title, publisher, date, URL, quality and authors, in the handle's language if there are
        several. What the graph does not say is None.
    """
    wanted = list(sources)
    details: dict[str, dict[str, list[Term]]] = {}
    if wanted:
        for source, role, value in city.select("source-details", source=map(sparql_iri, wanted)):
            details.setdefault(source.value, {}).setdefault(local(role.value), []).append(value)
    things = entities(city, wanted)
    return {source: _source(city, source, things.get(source), details.get(source, {})) for source in wanted}


def _source(city: CityGraph, source: str, thing: Entity | None, details: dict[str, list[Term]]) -> Source:
    def terms(role: str, *, translated: bool = False) -> list[Term]:
        """List the values in the handle's language, then those in the same language, then the rest."""
        language = city.language.split("-")[0]
        ranked = sorted(
            details.get(role, ()),
            key=lambda t: (
                language_tag(t.language or "") != city.language,
                not (t.language or "").startswith(language),
                t.value,
            ),
        )
        wanted = [t for t in ranked if is_translation(t) is translated]
        return [t for t in wanted if (t.language or "").lower().startswith(language)] if translated else wanted

    first = {role: next((t.value for t in terms(role)), None) for role in ("publisher", "date", "url", "quality")}
    title = next(iter(terms("title")), None)
    authors, translated = terms("creator"), terms("creator", translated=True)
    return Source(
        source,
        thing.label if thing else local(source),
        title.value if title else None,
        tuple(t.value for t in (translated if len(translated) == len(authors) else authors)),
        **first,
        title_language=language_tag(title.language) if title and title.language else None,
        title_gloss=next((t.value for t in terms("title", translated=True)), None),
    )
