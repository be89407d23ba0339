"""The figures of two cities, by what they measure: targets and measured values side by side."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..model.comparison import NAMED, Beside, Remark, Said
from ..namespaces import local
from .same import key_of, keys_of
from .units import SHARES, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.claim import Claim
    from .sides import Half

    # The two cities, and the thing that both name, by the IRI that either has for it.
    _Pair = tuple[Half, Half, dict[str, Entity]]

_RECORDS = ("Target", "Observation")
_OF = ("targetFor", "setsTarget", "observationOf")
_INDICATORS = ("measuredBy", "rankedIn")
_TIMES = ("due", "year", "edition")
_EXACT = (None, "about")  # comparators with which a number says how much, and not only how much at least
_DIGITS = 3  # of a ratio
_MOST = 30  # digits of a number that is computed with


class Group:
    """The figures of one city that measure the same.

    Attributes:
        topic: What they measure.
        keys: By which it is the same as what another city measures.
        said: The figures.
        of_city: Whether one of them is of the city itself, and not of a firm or another single thing.
    """

    def __init__(self, topic: Entity, keys: frozenset[str]) -> None:
        self.topic, self.keys = topic, keys
        self.said: list[Said] = []
        self.of_city = False


def figures(first: Half, second: Half, rows: Sequence[Beside]) -> tuple[list[Beside], int]:
    """List the figures of two cities by what they measure.

    Args:
        first: What is said of the first city.
        second: What is said of the second.
        rows: The rows of things. Figures of a thing that both name stand side by side, too.

    Returns:
        A row for each indicator: those that both cities give first. And how many figures are left out because they are
        of a single thing, such as a firm.
    """
    joined = {row.first[0].entity.iri: row.topic for row in rows if row.named == "both"}
    joined |= {row.second[0].entity.iri: row.topic for row in rows if row.named == "both"}
    one, single = _groups(first, joined)
    other, more = _groups(second, joined)
    pair = first, second, joined
    made: list[Beside] = []
    left = list(other)
    for group in one:
        same = [each for each in left if group.keys & each.keys]
        left = [each for each in left if each not in same]
        said = (tuple(group.said), tuple(found for each in same for found in each.said))
        if same or group.of_city:
            made.append(Beside("figures", group.topic, *said, _remarks(pair, *said)))
        else:
            single += len(group.said)
    for group in left:
        if group.of_city:
            made.append(Beside("figures", group.topic, (), tuple(group.said)))
        else:
            single += len(group.said)
    return sorted(made, key=lambda row: NAMED.index(row.named)), single + more


def _groups(half: Half, joined: dict[str, Entity]) -> tuple[list[Group], int]:
    """Return the figures of a city by what they measure, and how many others there are."""
    groups: list[Group] = []
    single = 0
    for topic, keys, said in (*_recorded(half), *_direct(half, joined)):
        if topic is None:
            single += 1
            continue
        group = next((each for each in groups if each.keys & keys), None)
        if group is None:
            group = Group(topic, keys)
            groups.append(group)
        group.keys |= keys
        group.said.append(said)
        group.of_city |= said.entity in (half.about, topic)
    for group in groups:
        group.said.sort(key=lambda said: (said.when or "9999", said.entity.label, said.claims[0].iri))
    return groups, single


def _recorded(half: Half) -> Iterator[tuple[Entity | None, frozenset[str], Said]]:
    """Yield the figures of targets and observations: what they measure, its keys, and the figure."""
    for record in half.things(lambda thing: thing.kind in _RECORDS):
        by: dict[str, list[Claim]] = {}
        for claim in half.at[record.iri]:
            by.setdefault(local(claim.relation.iri), []).append(claim)
        ends = [end for name in _OF for claim in by.get(name, ()) for end in claim.ends if end.iri != record.iri]
        measured = [c.object for name in _INDICATORS for c in by.get(name, ()) if isinstance(c.object, Entity)]
        # Without an indicator, what a figure measures is known by its own name alone.
        topic = measured[0] if measured else record
        times = [claim for name in _TIMES for claim in by.get(name, ()) if claim.subject.iri == record.iri]
        if not times and measured:
            times = [c for c in half.at.get(topic.iri, ()) if local(c.relation.iri) in _TIMES and c.subject == topic]
        about = [claim for name in (*_OF, *_INDICATORS) for claim in by.get(name, ())]
        when = times[0].object.value if times and isinstance(times[0].object, Value) else None
        keys = keys_of(half.city, [topic])[topic.iri] if measured else frozenset([topic.iri])
        for claim in by.get("value", ()):
            for whose in dict.fromkeys(ends or [record]):
                yield topic, keys, Said(whose, (claim, *times, *about), when or claim.qualifier("period"))


def _direct(half: Half, joined: dict[str, Entity]) -> Iterator[tuple[Entity | None, frozenset[str], Said]]:
    """Yield the figures that stand at a thing itself, such as its output. Those of single things have no topic."""
    for claim in half.claims:
        if not isinstance(claim.object, Value) or claim.subject.kind in _RECORDS or not _is_figure(claim):
            continue
        said = Said(claim.subject, (claim,), claim.qualifier("period"))
        if claim.subject != half.about and claim.subject.iri not in joined:
            yield None, frozenset(), said
            continue
        counted = next((q for q in claim.qualifiers if q.name == "quantity"), None)
        label = counted.text if counted else claim.relation.label
        key = key_of(counted.value) if counted else claim.relation.iri
        if topic := joined.get(claim.subject.iri):
            label, key = f"{topic.label} · {label}", f"{topic.iri} {key}"
        yield Entity(claim.relation.iri, label, "Indicator", ""), frozenset([key]), said


def _is_figure(claim: Claim) -> bool:
    if not isinstance(claim.object, Value):
        return False
    return claim.object.datatype.endswith(("#decimal", "#integer", "#double")) and claim.object.well_formed


def _remarks(pair: _Pair, one: Sequence[Said], other: Sequence[Said]) -> tuple[Remark, ...]:
    """Return what a reader must know before figures are compared: of the two that fit each other best."""
    if not (one and other):
        return ()
    tried = [_compared(pair, a, b) for a in one for b in other]
    best = next((each for each in tried if any(remark.name in ("ratio", "points") for remark in each)), None)
    return best or min(tried, key=len)


def _compared(pair: _Pair, one: Said, other: Said) -> tuple[Remark, ...]:
    """Compare two figures. There is a ratio only if nothing makes it meaningless."""
    first, second, joined = pair
    a, b = one.claims[0], other.claims[0]
    remarks: list[Remark] = []
    if not (one.when and other.when):
        remarks.append(Remark("undated"))
    elif one.when != other.when:
        remarks.append(Remark("dates", f"{one.when} | {other.when}"))
    if a.standing != b.standing:
        remarks.append(Remark("status"))
    same = joined.get(one.entity.iri)
    if (one.entity, other.entity) != (first.about, second.about) and (
        same is None or same != joined.get(other.entity.iri)
    ):
        remarks.append(Remark("whose"))
    compared = [local(claim.qualifier("comparator") or "") or None for claim in (a, b)]
    if any(each not in _EXACT for each in compared):
        remarks.append(Remark("comparator"))
    units = unit_of(first.city, a.qualifier("unit")), unit_of(second.city, b.qualifier("unit"))
    if units[0].base != units[1].base:
        return (*remarks, Remark("units"))
    numbers = [_number(claim) for claim in (a, b)]
    if None in numbers:
        return tuple(remarks)
    left, right = (number * unit.size for number, unit in zip(numbers, units, strict=True) if number is not None)
    if units[0].size != units[1].size:
        unit = next((q.text for q in a.qualifiers if q.name == "unit"), "")
        remarks.insert(0, Remark("converted", f"{Decimal(_written(right / units[0].size)):,f} {unit}".rstrip()))
    if any(remark.name != "converted" for remark in remarks) or not units[0].has_ratio:
        return tuple(remarks)
    if units[0].base in SHARES:
        return (*remarks, Remark("points", _written(right - left)))
    if left <= 0 or right <= 0:
        return tuple(remarks)
    about = "≈" if any(compared) else ""
    return (*remarks, Remark("ratio", about + _written(right / left, _DIGITS)))


def _number(claim: Claim) -> Fraction | None:
    text = claim.object.value if isinstance(claim.object, Value) else ""
    return Fraction(text) if len(text) <= _MOST else None


def _written(number: Fraction, digits: int = 0) -> str:
    """Return a number in digits; with `digits` rounded to so many, else to twelve."""
    value = Decimal(number.numerator) / Decimal(number.denominator)
    return f"{Decimal(f'{value:.{digits or 12}g}').normalize():f}"
