"""The verb `show`: describe one thing by its names, facts, counts and sources; or a term, a source, a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import AmbiguousName
from ..escape import sparql_iri
from ..model.claim import Entity
from ..model.graph import Shown
from ..model.names import Naming
from ..model.verb import verb
from ..names.entities import names_of
from ..names.labels import definitions
from ..names.resolve import resolve
from .reader import read, read_claims
from .sources import sources_of

if TYPE_CHECKING:
    from ..store.city import CityGraph


@verb("render.graph.shown_text")
def show(city: CityGraph, name: str, *, kind: str | None = None, inferred: bool = False) -> Shown:
    """Describe one thing.

    Args:
        city: An open graph.
        name: A name in any script, an alias, pinyin, an IRI or a CURIE.
        kind: Consider only things of this kind, by local name or label. None considers all.
        inferred: Include claims that are inferred rather than stated by a source.

    Returns:
        Its names by language and role, its facts (the claims about it whose object is a value), the number of its
        neighbors, and its sources. Of a term of the ontology also its definition; of a source what is known of it and
        the number of its claims; of a claim the claim itself.

    Raises:
        NameNotFound: Nothing has this name; carries up to five similar names.
        AmbiguousName: Several things have it; carries all of them.
        CityGraphError: No thing of the graph has this kind.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.show(cg.open(), "太鋼")
        >>> found.names[0], found.neighbors > 5
        (Naming(name='太鋼', language='zh-Hant', role='prefLabel'), True)
        >>> [(fact.relation.label, fact.object_text) for fact in found.facts][:1]
        [('又稱', '太钢集团')]
    """
    try:
        thing = resolve(city, name, kind=kind)
    except AmbiguousName as error:
        if len({candidate.kind for candidate in error.candidates}) == 1:
            raise
        raise AmbiguousName(
            name, error.candidates, by_kind=True, shortened=error.shortened, prefixes=city.prefixes
        ) from None
    if thing.kind == "Claim":
        return _claim(city, thing)
    source, said = None, 0
    if thing.kind == "Source":
        source = sources_of(city, [thing.iri])[thing.iri]
        said = sum(int(row[1].value) for row in city.select("count-cited", source=[sparql_iri(thing.iri)]))
    claims = [claim for claim in read(city, [thing.iri]) if inferred or claim.basis != "inferred"]
    ends = {end.iri for claim in claims for end in (claim.subject, claim.object) if isinstance(end, Entity)}
    sources = {
        passage.source: Entity(passage.source, passage.source_title, "Source", "")
        for claim in claims
        for passage in claim.evidence
    } | {source.iri: source for claim in claims for source in claim.rests_on}
    return Shown(
        thing,
        tuple(Naming(*each) for each in names_of(city, [thing.iri]).get(thing.iri, ())),
        tuple(claim for claim in claims if not isinstance(claim.object, Entity)),
        len(ends - {thing.iri}),
        tuple(sorted(sources.values(), key=lambda source: (source.label, source.iri))),
        definitions(city, [thing.iri]).get(thing.iri),
        None,
        source,
        said,
        city.shorten(thing.iri),
    )


def _claim(city: CityGraph, thing: Entity) -> Shown:
    """Show a claim by itself, with its sources."""
    (claim,) = read_claims(city, [thing.iri]) or (None,)
    passages = claim.evidence if claim else ()
    sources = {each.source: Entity(each.source, each.source_title, "Source", "") for each in passages}
    rests = {source.iri: source for source in claim.rests_on} if claim else {}
    sources |= rests
    return Shown(thing, (), (), 0, tuple(sources.values()), None, claim, curie=city.shorten(thing.iri))
