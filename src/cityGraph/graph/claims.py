"""The verb `claims`: what sources claim about a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.graph import Claims
from ..names.resolve import resolve
from .filters import Filters, by_kind, by_relation, by_status
from .reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph


def claims(
    city: CityGraph,
    name: str | None = None,
    *,
    paragraph: int | None = None,
    relations: Iterable[str] = (),
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Claims:
    """What is claimed of `name`, as subject or object, in the order of the source; without a name, every claim.

    With `paragraph` only what a passage of that paragraph says, with `relations` (names of relations or measures) what
    they say, with `statuses` (``realised``, ``planned``, ``targeted``) what is so far fact or plan, with `kinds` what
    has a thing of such a kind at its other end or, without a name, at either. Inferred claims are left out unless
    `inferred` asks for them. Raises `NameNotFound` and `AmbiguousName`, and `CityGraphError` for a relation, a kind
    or a status that there is not.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> cg.claims(city, "晶科")[0].evidence[0].phrase
    '以晶科、中來、美錦氫能為龍頭的新能源產業'
    >>> [claim.object.label for claim in cg.claims(city, "晶科", relations=["spearheads"])]
    ['新能源產業']
    """
    entity = None if name is None else resolve(city, name)
    is_of, is_as, speaks = by_kind(city, kinds), by_status(statuses), by_relation(city, relations)
    asked = None if entity is None else entity.iri
    sieve = Filters(
        paragraph=None
        if paragraph is None
        else lambda c: any(passage.paragraph == paragraph for passage in c.evidence),
        relation=speaks and (lambda c: speaks(c.relation.iri)),
        status=is_as and (lambda c: is_as(c.status)),
        kind=is_of
        and (lambda c: any(isinstance(e, Entity) and e.iri != asked and is_of(e) for e in (c.subject, c.object))),
    )
    found = [claim for claim in read(city, None if asked is None else [asked]) if inferred or claim.basis != "inferred"]
    kept = tuple(claim for claim in found if sieve.keeps(claim))
    return Claims(entity, kept, sieve.emptied)
