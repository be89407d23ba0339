"""The verb `resolve`: one name to one thing, or an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import AmbiguousName, BadQuery, NameNotFound
from .all_names import left_out
from .entities import entities
from .find import find
from .kinds import check_kind, is_kind
from .lookup import carriers_of

if TYPE_CHECKING:
    from ..model.claim import Entity
    from ..store.city import CityGraph


def resolve(city: CityGraph, name: str, *, kind: str | None = None) -> Entity:
    """The one entity that `name` names: by IRI or CURIE, as spelled, folded (see `fold`), by pinyin or by its initials.

    Each is asked only where those before it fit nothing; no near name is taken for it. With `kind` (a local name or a
    label) only things of that kind are meant. A graph of more than `MOST_NAMES` names is asked for spellings alone.

    Raises `NameNotFound`, which carries the nearest five names, and `AmbiguousName`, which carries the candidates.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> {resolve(city, name).label for name in ("太鋼", "太钢", "tisco", "太原钢铁(集团)有限公司", "ty:taigang")}
    {'太鋼'}
    >>> resolve(city, "bai4xin4").label, resolve(city, "tg", kind="行政區").label
    ('百信', '太谷')
    """
    asked = name.strip()
    if kind is not None:
        check_kind(city, kind)
    for carriers in carriers_of(city, asked):
        try:
            found = entities(city, carriers)
        except BadQuery:  # what is no IRI cannot be asked for
            continue
        candidates = [found[who] for who in sorted(found) if kind is None or is_kind(found[who], [kind])]
        if len(candidates) > 1:
            raise AmbiguousName(name, candidates)
        if candidates:
            return candidates[0]
    near = [match.name for match in find(city, asked, kind=kind, top=5)]
    raise NameNotFound(name, near, kind=kind, left_out=left_out(city))
