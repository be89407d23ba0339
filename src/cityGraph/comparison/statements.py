"""Group claims into statements, match those of two graphs, and say in what they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..model.claim import BASES, PROOFS, STATUSES, Claim, Entity, rank
from ..model.diff import Aspect, Change
from .evidence import evidence_aspects

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from ..model.claim import Qualifier
    from .relatives import Relatives

    _Key = Callable[["Statement"], Iterable[Hashable]]

# What tells two figures of the same relation apart: a figure of 2024 is not that of 2025.
_CONTEXT = ("period", "stage", "purpose", "level", "ofProduct")
_MEASURED = ("unit", "comparator")
_PLANS = ("planned", "targeted")


class Statement(NamedTuple):
    """What one graph says once, by one claim or by several.

    Attributes:
        subject: The IRI of its subject, as the graphs are compared.
        relation: The IRI of the relation.
        object: The IRI of its object, or its value with datatype and language.
        context: Of a figure: period, stage, purpose, level and product. Of all others: the stage.
        measured: Of a figure: unit and comparator.
        claim: One claim that stands for all: with the evidence of all, the surest basis and the best proof.
        iris: The IRIs of the claims.
    """

    subject: str
    relation: str
    object: tuple[str, ...]
    context: tuple[str, ...]
    measured: tuple[str, ...]
    claim: Claim
    iris: frozenset[str]

    @property
    def status(self) -> str:
        """Its status."""
        return self.claim.status

    @property
    def inferred(self) -> bool:
        """Whether no source states it."""
        return self.claim.basis == "inferred"

    @property
    def is_value(self) -> bool:
        """Whether its object is a value."""
        return not isinstance(self.claim.object, Entity)

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What makes it the same statement in both graphs."""
        return (*self.meaning, self.status)

    @property
    def meaning(self) -> tuple[Hashable, ...]:
        """What it says, whatever its status."""
        return self.subject, self.relation, self.object, self.context, self.measured


def statements_of(claims: Iterable[Claim], now: Callable[[str], str]) -> list[Statement]:
    """Group the claims that say the same: subject, relation, object, status and, of figures, measure and time.

    Args:
        claims: The claims of one graph, in any order.
        now: Returns the IRI under which a thing is compared.

    Returns:
        The statements, in the order of their first claims.
    """
    groups: dict[tuple[Any, ...], list[Claim]] = {}
    for claim in claims:
        what = claim.object
        is_value = not isinstance(what, Entity)
        end = (now(what.iri),) if isinstance(what, Entity) else (what.value, what.datatype, what.language or "")
        context = tuple(_values(claim, name) for name in (_CONTEXT if is_value else ("stage",)))
        measured = tuple(_values(claim, name) for name in (_MEASURED if is_value else ()))
        key = (now(claim.subject.iri), claim.relation.iri, end, context, measured, claim.status)
        groups.setdefault(key, []).append(claim)
    return [
        Statement(*key[:5], _as_one(several), frozenset(claim.iri for claim in several))  # type: ignore[call-arg]
        for key, several in groups.items()
    ]


def _values(claim: Claim, name: str) -> str:
    return " | ".join(sorted(q.value for q in claim.qualifiers if q.name == name))


def _as_one(several: Sequence[Claim]) -> Claim:
    """Return one claim that stands for several that say the same."""
    if len(several) == 1:
        return several[0]
    surest, *_ = ordered = sorted(several, key=lambda claim: (rank(claim.basis, BASES), claim.iri))
    return surest.replace(
        evidence=tuple(dict.fromkeys(passage for claim in ordered for passage in claim.evidence)),
        qualifiers=tuple(dict.fromkeys(qualifier for claim in ordered for qualifier in claim.qualifiers)),
        rests_on=tuple(dict.fromkeys(source for claim in ordered for source in claim.rests_on)),
        proof=min((claim.proof for claim in ordered), key=lambda proof: rank(proof, PROOFS)),
    )


def statement_changes(
    before: Sequence[Statement], after: Sequence[Statement], relatives: Relatives, now: Callable[[str], str]
) -> list[Change]:
    """Match the statements of two graphs and list how they differ.

    Equal statements are matched first. Then come those that differ in one thing: their status, their relation if one
    is a case of the other, their value. What is left is new or gone. If several could be meant, none is matched.

    Args:
        before: The statements of the first graph.
        after: Those of the second.
        relatives: Says which relations belong together.
        now: Returns the IRI under which a thing is compared.

    Returns:
        The changes, in no order.
    """
    matching = _Matching(before, after)
    matching.match(_same)
    matching.match_statuses()
    matching.match_relatives(relatives)
    for key in _NEARLY:
        matching.match(key)
    changes = [change for one, other in matching.pairs if (change := _change(one, other, now))]
    changes += [Change("removed", one.claim.subject, one.claim, None) for one in matching.before]
    return changes + [Change("added", other.claim.subject, None, other.claim) for other in matching.after]


class _Matching:
    """The statements that are not matched yet, and the pairs that are."""

    def __init__(self, before: Sequence[Statement], after: Sequence[Statement]) -> None:
        self.all = tuple(before), tuple(after)
        self.before, self.after = list(before), list(after)
        self.pairs: list[tuple[Statement, Statement]] = []

    def match(self, key: _Key) -> None:
        """Match what has a key in common, if only one statement of each graph has it."""
        first, second = _by_key(self.before, key), _by_key(self.after, key)
        taken: set[int] = set()
        for shared, ones in first.items():
            others = second.get(shared, [])
            if len(ones) == len(others) == 1 and not {id(ones[0]), id(others[0])} & taken:
                self.pairs.append((ones[0], others[0]))
                taken |= {id(ones[0]), id(others[0])}
        self.before = [each for each in self.before if id(each) not in taken]
        self.after = [each for each in self.after if id(each) not in taken]

    def match_statuses(self) -> None:
        """Match what differs in its status alone; of several statuses the surest first."""
        first, second = (_by_key(each, lambda s: [(s.meaning, s.inferred)]) for each in (self.before, self.after))
        for shared, ones in first.items():
            both = [sorted(each, key=lambda s: rank(s.status)) for each in (ones, second.get(shared, []))]
            for one, other in zip(*both, strict=False):
                self._take(one, other)

    def match_relatives(self, relatives: Relatives) -> None:
        """Match what differs in its relation, if one is a case of the other; then facts whose plan is still there."""
        if self.before and self.after:
            first, second = (_by_key(each, _ends) for each in (self.before, self.after))
            for shared, ones in first.items():
                both = [(a, b) for a in ones for b in second.get(shared, []) if relatives.are(a.relation, b.relation)]
                for one, other in both:
                    if sum(one is a for a, _ in both) == sum(other is b for _, b in both) == 1:
                        self._take(one, other)
        for mine, theirs, forwards in ((self.after, self.all[0], True), (self.before, self.all[1], False)):
            facts = [each for each in mine if each.status == STATUSES[0] and not each.inferred]
            known = _by_key(theirs, _ends) if facts else {}
            for fact in facts:
                near = [each for key in _ends(fact) for each in known.get(key, ())]
                related = [each for each in near if relatives.are(each.relation, fact.relation)]
                plans = [each for each in related if each.status in _PLANS]
                if plans and len(plans) == len(related):
                    self.pairs.append((plans[0], fact) if forwards else (fact, plans[0]))
                    mine.remove(fact)

    def _take(self, one: Statement, other: Statement) -> None:
        self.pairs.append((one, other))
        self.before = [each for each in self.before if each is not one]
        self.after = [each for each in self.after if each is not other]


def _by_key(statements: Iterable[Statement], key: _Key) -> dict[Hashable, list[Statement]]:
    found: dict[Hashable, list[Statement]] = {}
    for statement in statements:
        for each in key(statement):
            found.setdefault(each, []).append(statement)
    return found


def _same(statement: Statement) -> Iterator[Hashable]:
    yield statement.key


def _ends(statement: Statement) -> Iterator[Hashable]:
    yield statement.subject, statement.object, statement.context, statement.measured, statement.inferred


def _claim(statement: Statement) -> Iterator[Hashable]:
    for iri in statement.iris:
        yield statement.subject, statement.relation, statement.is_value, iri


def _words(statement: Statement) -> Iterator[Hashable]:
    if statement.is_value:
        yield statement.subject, statement.relation, statement.object[0], statement.status, statement.inferred


def _figure(*parts: str) -> Callable[[Statement], Iterator[Hashable]]:
    """Return a key of figures: subject, relation and more parts of it."""

    def key(statement: Statement) -> Iterator[Hashable]:
        if statement.is_value:
            more = [getattr(statement, part) for part in parts]
            yield (statement.subject, statement.relation, statement.inferred, *more)

    return key


# What is matched one after the other: each key has less in common than the one before.
_NEARLY: tuple[_Key, ...] = (
    _words,
    _claim,
    _figure("status", "context"),
    _figure("context"),
    _figure("status"),
    _figure(),
)


def _change(one: Statement, other: Statement, now: Callable[[str], str]) -> Change | None:
    before, after = one.claim, other.claim
    aspects = list(_aspects(one, other))
    qualified = list(_qualifier_aspects(one, other))
    evidence = list(evidence_aspects(before, after, now))
    # That a source states it now, and how a text is tagged, changes nothing of what is said.
    silent = ("datatype", "language", *(("status",) if "" in (before.status, after.status) else ()))
    group = "changed" if qualified or any(aspect.name not in silent for aspect in aspects) else "evidence"
    if one.status in _PLANS and other.status == STATUSES[0] and not (one.inferred or other.inferred):
        group = "became-fact"
    elif other.status in _PLANS and one.status == STATUSES[0] and not (one.inferred or other.inferred):
        group = "no-longer-fact"
    found = (*aspects, *qualified, *evidence)
    return Change(group, after.subject, before, after, found) if found else None


def _aspects(one: Statement, other: Statement) -> Iterator[Aspect]:
    if one.status != other.status:
        yield Aspect("status", one.status or None, other.status or None)
    if one.relation != other.relation:
        yield Aspect("relation", one.claim.relation.label, other.claim.relation.label)
    if (one.object[0], one.measured) != (other.object[0], other.measured):
        yield Aspect("value" if one.is_value else "object", one.claim.object_text, other.claim.object_text)
        return
    for at, name in ((2, "language"), (1, "datatype")):
        old, new = (each.object[at] if each.is_value else "" for each in (one, other))
        if old != new:
            yield Aspect(name, old or None, new or None)
            return  # a text that is tagged has another datatype, too


def _qualifier_aspects(one: Statement, other: Statement) -> Iterator[Aspect]:
    both: dict[str, tuple[dict[str, Qualifier], dict[str, Qualifier]]] = {}
    for at, claim in enumerate((one.claim, other.claim)):
        for qualifier in claim.qualifiers:
            both.setdefault(qualifier.name, ({}, {}))[at][qualifier.value] = qualifier
    for name, (before, after) in sorted(both.items()):
        if before.keys() != after.keys() and not (one.is_value and name in _MEASURED):
            texts = [", ".join(q.text for _, q in sorted(each.items())) or None for each in (before, after)]
            label = next(iter((*after.values(), *before.values()))).label
            yield Aspect(name, texts[0], texts[1], label)
