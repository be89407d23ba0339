"""The verb `resolve`: find the one thing that a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import AmbiguousName, BadQuery, NameNotFound
from .all_names import left_out
from .entities import entities
from .kinds import check_kind, is_kind
from .lookup import carriers_of

if TYPE_CHECKING:
    from ..model.claim import Entity
    from ..store.city import CityGraph


def resolve(city: CityGraph, name: str, *, kind: str | None = None) -> Entity:
    """Find the one thing that a name means.

    The ways of matching are tried in this order until one matches: IRI or CURIE, the exact spelling, the folded
    spelling (see `fold`), pinyin, initials of pinyin. A name that is only similar never matches.

    Args:
        city: An open graph. If it has more than 50 000 names, or is an endpoint, only IRIs and spellings are tried.
        name: A name in any script, an alias, pinyin, an IRI or a CURIE.
        kind: Consider only things of this kind, by local name or label. None considers all.

    Returns:
        The thing, with its label in the handle's language.

    Raises:
        NameNotFound: Nothing has this name; carries up to five similar names.
        AmbiguousName: Several things have it; carries all of them.
        CityGraphError: No thing of the graph has this kind.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> {resolve(city, name).label for name in ("太鋼", "太钢", "tisco", "太钢集团", "ty:taigang")}
        {'太鋼'}
        >>> resolve(city, "bai4xin4").label, resolve(city, "tg", kind="行政區").label
        ('百信', '太谷')
    """
    text = name.strip()
    if kind is not None:
        check_kind(city, kind)
    for carriers in carriers_of(city, text):
        try:
            things = entities(city, carriers)
        except BadQuery:  # the name looks like an IRI and is not a valid one
            continue
        candidates = [things[iri] for iri in sorted(things) if kind is None or is_kind(things[iri], [kind])]
        if len(candidates) > 1:
            raise AmbiguousName(name, candidates)
        if candidates:
            return candidates[0]
    # Only an error needs it: most runs never load it.
    from .find import find

    near = [match.name for match in find(city, text, kind=kind, top=5)]
    raise NameNotFound(name, near, kind=kind, left_out=left_out(city))
