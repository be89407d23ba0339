"""The verb `reconcile`: tell which things the names of a list mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.reconciled import Asked, Candidate, Reconciled
from ..model.verb import verb
from .all_names import REMOTE
from .find import find
from .kinds import known_kinds
from .ranked import ranked
from .scores import CLEAR, LEAST, SCALE, SURE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ..store.city import CityGraph

_AT_AN_ENDPOINT = 20  # matches of a name that an endpoint is asked for


@verb("render.reconciled.reconciled_text")
def reconcile(
    city: CityGraph, names: Iterable[str], *, kind: str | None = None, top: int = 1, least: int = LEAST
) -> Reconciled:
    """Tell which things the names of a list mean.

    Each name gets its best match, with a score from 0 to 100 on the scale of `cityGraph.names.scores` and how it
    matches. No match is forced: what scores too low is unknown, and of several things that fit as well none is taken.

    Args:
        city: An open graph. At an endpoint only exact names are searched; `left_out` of the answer says so.
        names: The names, in any script, pinyin, or IRIs. One that comes again gets the same answer.
        kind: Keep things of this kind, by local name or label. None keeps all.
        top: How many candidates to list for a name. Things that fit equally well are all listed.
        least: The least score of a match.

    Returns:
        One answer for each name, in their order.

    Raises:
        CityGraphError: No thing of the graph has this kind.

    Examples:
        >>> import cityGraph as cg
        >>> answer = cg.reconcile(cg.open(), ["太钢", "tai gang", "無此物"])
        >>> [(each.outcome, [(c.entity.label, c.how, c.score) for c in each.candidates]) for each in answer]
        [('matched', [('太鋼', 'script', 98)]), ('matched', [('太鋼', 'alias', 96)]), ('unknown', [])]
    """
    kinds = None if kind is None else known_kinds(city, [kind])
    given = (names,) if isinstance(names, str) else tuple(names)
    known = {name: _asked(city, name, kinds, top, least) for name in dict.fromkeys(given)}
    return Reconciled(tuple(known[name] for name in given), REMOTE if city.remote else "")


def _asked(city: CityGraph, name: str, kinds: Collection[str] | None, top: int, least: int) -> Asked:
    candidates = _at_an_endpoint(city, name, kinds) if city.remote else ranked(city, name, kinds, alike=top > 1)
    best = candidates[0].score if candidates else 0
    if best < least:
        return Asked(name, "unknown", tuple(candidates[: top if top > 1 else 0]))
    # Only the same name is a rival of a name, and a name that is only similar is none of any other.
    reach, how = best if best >= SURE else best - CLEAR, candidates[0].how
    rivals = sum(each.score >= reach and (each.how == how or each.how != "fuzzy") for each in candidates)
    return Asked(name, "ambiguous" if rivals > 1 else "matched", tuple(candidates[: max(top, rivals)]))


def _at_an_endpoint(city: CityGraph, name: str, kinds: Collection[str] | None) -> list[Candidate]:
    found = find(city, name, top=_AT_AN_ENDPOINT)
    matches = (each for each in found if kinds is None or each.entity.kind in kinds)
    return [Candidate(each.entity, each.name, each.how, SCALE[each.how]) for each in matches if each.how in SCALE]
