"""The verb `show`: one thing by itself: names, facts, counts, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import AmbiguousName
from ..model.claim import Entity
from ..model.graph import Shown
from ..model.names import Naming
from ..names.entities import names_of
from ..names.resolve import resolve
from .reader import read

if TYPE_CHECKING:
    from ..store.city import CityGraph


def show(city: CityGraph, name: str, *, kind: str | None = None, inferred: bool = False) -> Shown:
    """What is called `name`, by itself: its names by language and role, its facts, how much is tied to it, who says so.

    Facts are the claims on it whose object is a literal. `kind` says which is meant where things of several kinds share
    the name. Inferred claims are left out unless `inferred` asks for them. Raises `NameNotFound` and `AmbiguousName`,
    and `CityGraphError` for a kind that nothing is of.

    >>> import cityGraph as cg
    >>> found = cg.show(cg.open(), "太鋼")
    >>> found.names[0], found.neighbors > 5
    (Naming(name='太鋼', language='zh-Hant', role='prefLabel'), True)
    >>> [(fact.relation.label, fact.object_text) for fact in found.facts][:1]
    [('又稱', '太钢集团')]
    """
    try:
        thing = resolve(city, name, kind=kind)
    except AmbiguousName as refused:
        if len({candidate.kind for candidate in refused.candidates}) == 1:
            raise
        raise AmbiguousName(name, refused.candidates, by_kind=True) from None
    told = [claim for claim in read(city, [thing.iri]) if inferred or claim.basis != "inferred"]
    tied = {end.iri for claim in told for end in (claim.subject, claim.object) if isinstance(end, Entity)} - {thing.iri}
    sources = {
        passage.source: Entity(passage.source, passage.source_title, "Source", "")
        for claim in told
        for passage in claim.evidence
    } | {source.iri: source for claim in told for source in claim.rests_on}
    return Shown(
        thing,
        tuple(Naming(*each) for each in names_of(city, [thing.iri]).get(thing.iri, ())),
        tuple(claim for claim in told if not isinstance(claim.object, Entity)),
        len(tied),
        tuple(sorted(sources.values(), key=lambda source: (source.label, source.iri))),
    )
