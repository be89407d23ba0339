"""Say how the things of two graphs differ: new, gone, renamed, merged, of another kind, with other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..model.diff import Aspect, Change
from ..names.entities import RANK, entities
from ..names.labels import ontology_of, vocabulary
from ..names.spelling import PINYIN, fold
from ..namespaces import CG, PREFIXES, local
from .side import TYPE, is_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Entity
    from ..model.query import Term
    from .side import Pair, Side

SOURCE = CG + "Source"
RECORDS = frozenset((CG + "Claim", CG + "Passage"))
# What is known of a source, beside its names: the same as in `store/queries/source-details.rq`.
SOURCE_DETAILS = frozenset(
    (
        *(PREFIXES["dcterms"] + name for name in ("title", "publisher", "creator", "date")),
        CG + "quality",
        PREFIXES["schema"] + "url",
    )
)


class Known(NamedTuple):
    """What one graph says of a thing, under one IRI or under several that became one.

    Attributes:
        iris: The IRIs that have a name, sorted.
        labels: By language tag its labels.
        names: All its names, with their language tags.
        kinds: The IRIs of its kinds.
        details: By IRI of a property its values; only those that qualify a thing or describe a source.
        is_source: Whether it is a source.
    """

    iris: tuple[str, ...]
    labels: dict[str, set[str]]
    names: set[tuple[str, str]]
    kinds: set[str]
    details: dict[str, set[str]]
    is_source: bool


def qualifiers_declared(pair: Pair) -> frozenset[str]:
    """List the properties that qualify a thing, such as its unit. They are read once.

    Args:
        pair: Two graphs.

    Returns:
        Their IRIs; none if neither graph uses our ontology.
    """
    cities = [side.city for side in pair.sides if side.city.ontology]
    rows = ontology_of(cities[0]).select("declared-qualifiers") if cities else []
    return frozenset(row[0].value for row in rows)


def known_things(pair: Pair, side: Side, details: Iterable[str]) -> dict[str, Known]:
    """Read what one graph says of the things that two graphs differ in.

    Args:
        pair: Both graphs.
        side: One of them.
        details: The properties that qualify a thing.

    Returns:
        By the IRI under which a thing is compared what the graph says of it; only things with a name.
    """
    groups: dict[str, list[tuple[str, list[tuple[str, Term]]]]] = {}
    for iri, triples in sorted(side.triples_of(pair.touched).items()):
        rows = [(predicate.value, what) for _, predicate, what in triples]
        if any(is_name(predicate) for predicate, _ in rows) and not (_kinds(rows) & RECORDS):
            groups.setdefault(pair.now(iri), []).append((iri, rows))
    wanted = frozenset(details)
    return {now: _known(now, several, wanted) for now, several in groups.items()}


def _kinds(rows: Iterable[tuple[str, Term]]) -> set[str]:
    return {what.value for predicate, what in rows if predicate == TYPE}


def _known(now: str, several: Sequence[tuple[str, list[tuple[str, Term]]]], wanted: frozenset[str]) -> Known:
    everything = [row for _, rows in several for row in rows]
    # Of things that became one, the label is that of the one that stays.
    own = next((rows for iri, rows in several if iri == now), everything)
    is_source = SOURCE in _kinds(everything)
    labels: dict[str, set[str]] = {}
    details: dict[str, set[str]] = {}
    for predicate, what in own:
        if is_name(predicate) and RANK[local(predicate)] < RANK["altLabel"]:
            labels.setdefault(what.language or "", set()).add(what.value)
    for predicate, what in everything:
        if predicate in (SOURCE_DETAILS if is_source else wanted):
            details.setdefault(predicate, set()).add(what.value)
    names = {(what.value, what.language or "") for predicate, what in everything if is_name(predicate)}
    return Known(tuple(iri for iri, _ in several), labels, names, _kinds(everything), details, is_source)


def thing_changes(pair: Pair, before: dict[str, Known], after: dict[str, Known]) -> list[Change]:
    """List how the things of two graphs differ.

    Args:
        pair: Both graphs.
        before: What the first says, as `known_things` returns it.
        after: What the second says.

    Returns:
        The changes, sorted by IRI.
    """
    known = [
        entities(side.city, (iri for each in things.values() for iri in each.iris))
        for side, things in zip(pair.sides, (before, after), strict=True)
    ]
    changes = []
    for now in sorted(before.keys() | after.keys()):
        old, new = before.get(now), after.get(now)
        if old and new:
            aspects = tuple(_aspects(pair, old, new, known))
            one, other = known[0][_main(now, old)], known[1][_main(now, new)]
            thing = other
            if aspects:
                if aspects[0].name == "merged":
                    one = known[0][next(iri for iri in old.iris if iri not in new.iris)]
                elif aspects[0].name == "separated":
                    other = known[1][next(iri for iri in new.iris if iri not in old.iris)]
                evidence = old.is_source and new.is_source and aspects[0].name not in ("merged", "separated", "iri")
                changes.append(Change("evidence" if evidence else "changed", thing, one, other, aspects))
        elif old:
            changes += [Change("removed", known[0][iri], known[0][iri], None) for iri in old.iris]
        elif new:
            changes += [Change("added", known[1][iri], None, known[1][iri]) for iri in new.iris]
    return changes


def _main(now: str, known: Known) -> str:
    return now if now in known.iris else known.iris[0]


def _aspects(pair: Pair, old: Known, new: Known, known: list[dict[str, Entity]]) -> Iterator[Aspect]:
    yield from _replaced(pair, old, new, known)
    renamed: list[set[tuple[str, str]]] = [set(), set()]
    for tag in sorted(old.labels.keys() & new.labels.keys()):
        if old.labels[tag] != new.labels[tag]:
            gone, come = old.labels[tag] - new.labels[tag], new.labels[tag] - old.labels[tag]
            if gone and come:
                yield Aspect("label", _joined(gone), _joined(come), language=tag or None)
                renamed[0] |= {(text, tag) for text in gone}
                renamed[1] |= {(text, tag) for text in come}
    for text, tag in sorted(new.names - old.names - renamed[1]):
        yield Aspect("new-name", None, text, language=tag or None)
    for text, tag in sorted(old.names - new.names - renamed[0]):
        yield Aspect("dropped-name", text, None, language=tag or None)
    if old.kinds != new.kinds:
        gone, come = old.kinds - new.kinds, new.kinds - old.kinds
        yield Aspect("kind", _labelled(pair.before, gone), _labelled(pair.after, come))
    for name in sorted(old.details.keys() | new.details.keys()):
        first, second = old.details.get(name, set()), new.details.get(name, set())
        if first != second:
            label = vocabulary(pair.after.city, [name]).label(name)
            texts = _joined(first - second), _joined(second - first)
            if name not in SOURCE_DETAILS:
                texts = _labelled(pair.before, first - second), _labelled(pair.after, second - first)
            yield Aspect(local(name), *texts, label)


def _replaced(pair: Pair, old: Known, new: Known, known: list[dict[str, Entity]]) -> Iterator[Aspect]:
    """Yield which IRIs became one, or are apart again."""
    gone = [iri for iri in old.iris if iri not in new.iris and pair.now(iri) != iri]
    come = [iri for iri in new.iris if iri not in old.iris and pair.now(iri) != iri]
    for iri in gone:
        if pair.now(iri) in old.iris:
            yield Aspect("merged", known[0][iri].label, known[1][_main(pair.now(iri), new)].label)
        else:
            yield Aspect("iri", iri, _main(pair.now(iri), new))
    for iri in come:
        if pair.now(iri) in new.iris:
            yield Aspect("separated", known[0][_main(pair.now(iri), old)].label, known[1][iri].label)
        elif not gone:
            yield Aspect("iri", _main(pair.now(iri), old), iri)


def _labelled(side: Side, values: Iterable[str]) -> str | None:
    """Return IRIs of kinds, units and other terms by their labels."""
    listed = sorted(values)
    words, known = vocabulary(side.city, listed), entities(side.city, listed)
    return _joined(known[each].label if each in known else words.label(each) for each in listed)


def _joined(texts: Iterable[str]) -> str | None:
    return " | ".join(sorted(texts)) or None


def namesakes(
    before: dict[str, Known], after: dict[str, Known], changes: Iterable[Change]
) -> tuple[tuple[Entity, Entity], ...]:
    """List the things that have a name in common under two IRIs, each in one graph alone. They are not compared.

    Args:
        before: What the first graph says, as `known_things` returns it.
        after: What the second says.
        changes: How the things differ, as `thing_changes` returns it.

    Returns:
        The pairs of the same kind, one of each graph, in the order of the first.
    """
    ends: dict[str, dict[tuple[str, str], list[Entity]]] = {"removed": {}, "added": {}}
    names = {
        group: {iri: each.names for each in known.values() for iri in each.iris}
        for group, known in (("removed", before), ("added", after))
    }
    for change in changes:
        if change.group in ends and change.thing.kind != local(SOURCE):
            for text, tag in names[change.group][change.thing.iri]:
                if not tag.startswith(PINYIN):
                    ends[change.group].setdefault((change.thing.kind, fold(text)), []).append(change.thing)
    found: dict[tuple[Any, ...], tuple[Entity, Entity]] = {}
    for key, ones in ends["removed"].items():
        for one in ones:
            for other in ends["added"].get(key, ()):
                found.setdefault((one.iri, other.iri), (one, other))
    return tuple(found[key] for key in sorted(found))
