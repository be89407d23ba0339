"""The verb `diff`: what was added, removed or changed between two graphs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.filters import by_kind, by_relation, known_statuses
from ..graph.plain_triples import has_claims, is_statement
from ..graph.sources import sources_named
from ..model.claim import Value, rank
from ..model.diff import GROUPS, Change, Changes, Unread
from ..model.verb import verb
from ..names.entities import with_names
from ..names.labels import is_translation
from ..namespaces import CG, PREFIXES
from .relatives import Relatives
from .side import REPLACED, TYPE, Pair, is_name
from .statements import statement_changes, statements_of
from .things import SOURCE_DETAILS, known_things, namesakes, qualifiers_declared, thing_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Unpack

    from ..model.verb import OfSource
    from ..store.city import CityGraph
    from .side import Side, Triple
    from .things import Known

_TARGET = "Target"
# Inside a group, the aspects in the order of what they tell: those that are not here, the details of a claim, between.
_FIRST = ("status", "value", "object", "relation", "merged", "separated", "label", "kind")
_LAST = ("new-name", "dropped-name", "iri", "datatype", "language")
_EVIDENCE = ("new-source", "lost-source", "quote", "basis", "proof", "because", "place")
_PASSAGE = frozenset(
    (*(PREFIXES["oa"] + name for name in ("hasSource", "start", "end")), CG + "phrase", CG + "paragraph", TYPE)
)


@verb("render.diff.diff_text")
def diff(
    before: CityGraph,
    after: CityGraph,
    *,
    kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    statuses: Iterable[str] = (),
    sources: Iterable[str] = (),
    inferred: bool = False,
    top: int | None = None,
    **_also: Unpack[OfSource],
) -> Changes:
    """List what was added, removed or changed between two graphs of one city, such as two years or two versions.

    Things are matched by IRI; an IRI that was replaced counts as the one that replaces it. Claims are matched by what
    they say, whatever their own IRIs: so a plan that became fact, a target that moved or a new source is one change.
    Triples without a claim are compared, too. Nothing is matched by likeness: what cannot be told is added and removed.

    Args:
        before: The older graph.
        after: The newer graph. Labels are in its language.
        kinds: Keep changes of things of these kinds, by local name or label. Empty keeps all.
        relations: Keep changes of claims with these relations, by IRI, local name or label. Empty keeps all.
        statuses: Keep changes of claims that have one of these statuses in either graph. Empty keeps all.
        sources: Keep changes of claims that one of these sources states in either graph. Empty keeps all.
        inferred: Include inferred claims.
        top: The largest number of changes. None lists all.

    Returns:
        The changes, by group: plans that became facts, facts that are plans again, what changed, what was added, what
        was removed, and what changed in its evidence alone.

    Raises:
        NameNotFound: Neither graph has such a source.
        CityGraphError: A graph is an endpoint, which is never read whole; or neither has such a kind, relation or
            status.

    Examples:
        >>> import cityGraph as cg
        >>> whole = cg.open()
        >>> len(diff(whole, cg.open()))
        0
        >>> [change.group for change in diff(cg.according_to(whole, "article"), whole, relation="chainLeaderOf")][:1]
        ['added']
    """
    pair = Pair(before, after)
    keep = _filters(pair, list(kinds), list(relations), list(statuses), list(sources))
    details = qualifiers_declared(pair) if pair.differing else frozenset()
    known = known_things(pair, pair.before, details), known_things(pair, pair.after, details)
    of_things = thing_changes(pair, *known)
    of_claims = _claim_changes(pair)
    alike = namesakes(*known, of_things)
    every = [*of_claims, *_unexplained(of_things, of_claims)]
    shown = [change for change in every if inferred or not _is_inferred(change)]
    held = [] if inferred else [change for change in every if _is_inferred(change) and keep(change)]
    kept = sorted(filter(keep, shown), key=_telling)
    return Changes(
        before.sources,
        after.sources,
        tuple(kept[:top]),
        len(kept),
        len(shown),
        len(held),
        alike,
        _unread(pair, known, details),
    )


def _claim_changes(pair: Pair) -> list[Change]:
    claims = [side.statements_on(pair.touched) for side in pair.sides]
    relatives = Relatives((side.city for side in pair.sides), (claim.relation.iri for each in claims for claim in each))
    before, after = (statements_of(each, pair.now) for each in claims)
    return statement_changes(before, after, relatives, pair.now)


def _is_inferred(change: Change) -> bool:
    return bool(change.claims) and all(claim.basis == "inferred" for claim in change.claims)


def _unexplained(of_things: Iterable[Change], of_claims: Sequence[Change]) -> list[Change]:
    """Leave out what a change of a claim says already: its new source, and the unit or comparator of its target."""
    cited = {source for change in of_claims for claim in change.claims for source in claim.sources}
    told: dict[str, set[str]] = {}
    for change in of_claims:
        values = [{q.name: q.value for q in claim.qualifiers} for claim in change.claims]
        names = {name for each in values for name in each}
        changed = {name for name in names if len({each.get(name) for each in values}) > 1 or len(values) == 1}
        told.setdefault(change.thing.iri, set()).update(changed)
    left = []
    for change in of_things:
        if change.group in ("added", "removed"):
            if change.thing.iri not in cited or change.thing.kind != "Source":
                left.append(change)
            continue
        aspects = tuple(aspect for aspect in change.aspects if aspect.name not in told.get(change.thing.iri, ()))
        if aspects:
            left.append(change.replace(aspects=aspects))
    return left


def _telling(change: Change) -> tuple[object, ...]:
    """Sort by group, then the most telling first."""
    claim = change.claims[-1] if change.claims else None
    name = change.aspects[0].name if change.aspects else ""
    weight = _LAST.index(name) + 100 if name in _LAST else rank(name, _FIRST)
    if change.group == "evidence":
        weight = rank(name, _EVIDENCE)
    # What is said of targets comes first; a new thing stands before what is said of it.
    place = (change.thing.kind != _TARGET, weight, change.thing.label, change.thing.iri, claim is not None)
    if claim is None:
        return GROUPS.index(change.group), *place
    end = claim.object.value if isinstance(claim.object, Value) else claim.object.label
    return GROUPS.index(change.group), *place, claim.relation.iri, end, rank(claim.status), claim.iri


def _filters(
    pair: Pair, kinds: list[str], relations: list[str], statuses: list[str], sources: list[str]
) -> Callable[[Change], bool]:
    """Return whether to keep a change; a name that only one graph knows is known."""
    cities = [side.city for side in pair.sides]
    of_kind = _either(by_kind, cities, kinds)
    of_relation = _either(by_relation, cities, relations)
    wanted = known_statuses(cities[1], statuses)
    said_by: set[str] = set()
    for name in sources:
        said_by |= {iri for each in _known_in_either(sources_named, cities, name) for iri in each}

    def keeps(change: Change) -> bool:
        claims = change.claims
        return (
            (not kinds or any(test(end) for end in change.ends for test in of_kind))
            and (not relations or any(test(claim.relation.iri) for claim in claims for test in of_relation))
            and (not wanted or any(claim.status in wanted for claim in claims))
            and (not sources or any(said_by & {*claim.sources} for claim in claims))
        )

    return keeps


def _either(make: Callable[..., object], cities: Sequence[CityGraph], names: list[str]) -> list[Callable[..., bool]]:
    """Return the filters that either graph makes of some names."""
    return [test for name in names for test in _known_in_either(make, cities, name, listed=True)]


def _known_in_either(
    make: Callable[..., object], cities: Sequence[CityGraph], name: str, *, listed: bool = False
) -> list[Any]:
    found: list[Any] = []
    error: CityGraphError | None = None
    for city in reversed(cities):
        try:
            found.append(make(city, [name] if listed else name))
        except CityGraphError as wrong:
            error = error or wrong
    if error and not found:
        raise error
    return found


def _unread(pair: Pair, known: Sequence[dict[str, Known]], details: frozenset[str]) -> tuple[Unread, ...]:
    """Count the triples that differ and that no change can show, by property."""
    counts: Counter[tuple[str, bool]] = Counter()
    named = {}
    for side in pair.sides:
        ends = {triple[2].value for each, triple in pair.differing if each is side and triple[2].type == "uri"}
        named[id(side)] = with_names(side.city, ends)
    for side, triple in pair.differing:
        if not _is_read(pair, side, known, details, named[id(side)], triple):
            counts[triple[1].value, side is pair.after] += 1
    city = pair.after.city
    return tuple(
        Unread(iri, city.shorten(iri), counts[iri, False], counts[iri, True])
        for iri in sorted({iri for iri, _ in counts})
    )


def _is_read(
    pair: Pair,
    side: Side,
    known: Sequence[dict[str, Known]],
    details: frozenset[str],
    named: set[str],
    triple: Triple,
) -> bool:
    """Tell whether a change would show a triple."""
    subject, predicate, what = triple[0].value, triple[1].value, triple[2]
    if subject in side.claims:
        return predicate != CG + "positions" and not is_translation(what)
    if subject in side.passages:
        return predicate in _PASSAGE
    here, there = (each.get(pair.now(subject)) for each in (known if side is pair.before else reversed(known)))
    if predicate == REPLACED:
        return here is not None and there is not None and (subject in here.iris) != (subject in there.iris)
    if here is None:
        return False
    if is_name(predicate) or predicate == TYPE or predicate in (SOURCE_DETAILS if here.is_source else details):
        return True
    # A thing without a name is shown nowhere.
    shown = not here.is_source and (what.type == "literal" or what.value in named)
    return shown and (not has_claims(side.city) or is_statement(side.city)(predicate))
