"""The verb `claims`: list what sources claim about a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.graph import Claims
from ..model.verb import verb
from ..names.resolve import resolve
from .filters import Filters, by_kind, by_relation, by_status
from .reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ..model.verb import OfEdge
    from ..store.city import CityGraph


@verb("render.graph.claims_text")
def claims(
    city: CityGraph,
    name: str | None = None,
    *,
    paragraph: int | None = None,
    relations: Iterable[str] = (),
    kinds: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
    **_also: Unpack[OfEdge],
) -> Claims:
    """List the claims about one thing, or all claims of the graph.

    Args:
        city: An open graph. An endpoint needs a name, because it is never read whole.
        name: A name in any script, an alias, pinyin, an IRI or a CURIE. None lists every claim.
        paragraph: Keep the claims with a passage in this paragraph of a source (the title is 1). None keeps all.
        relations: Keep these relations or measures, by label or local name. Empty keeps all.
        kinds: Keep the claims whose other end (without a name: either end) has one of these kinds, by label or local
            name. Empty keeps all.
        statuses: Keep these statuses: ``realised``, ``planned``, ``targeted``. Empty keeps all.
        inferred: Include claims that are inferred rather than stated by a source.

    Returns:
        The claims in the order of the source. `emptied` names the first filter that removed all of them, if one did.

    Raises:
        NameNotFound: Nothing has this name; carries up to five similar names.
        AmbiguousName: Several things have it; carries all of them.
        CityGraphError: A relation, kind or status does not exist in this graph.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> cg.claims(city, "晶科")[0].evidence[0].phrase
        '以晶科、中來、美錦氫能為龍頭的新能源產業'
        >>> [claim.object.label for claim in cg.claims(city, "晶科", relations=["spearheads"])]
        ['新能源產業']
    """
    entity = None if name is None else resolve(city, name)
    iri = None if entity is None else entity.iri
    has_kind, has_status, has_relation = by_kind(city, kinds), by_status(city, statuses), by_relation(city, relations)
    filters = Filters(
        paragraph=None
        if paragraph is None
        else lambda c: any(passage.paragraph == paragraph for passage in c.evidence),
        relation=has_relation and (lambda c: has_relation(c.relation.iri)),
        status=has_status and (lambda c: has_status(c.status)),
        kind=has_kind
        and (lambda c: any(isinstance(e, Entity) and e.iri != iri and has_kind(e) for e in (c.subject, c.object))),
    )
    listed = [claim for claim in read(city, None if iri is None else [iri]) if inferred or claim.basis != "inferred"]
    kept = tuple(claim for claim in listed if filters.keeps(claim))
    return Claims(entity, kept, filters.emptied)
