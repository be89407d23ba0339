"""Runs the rules of the proof on one claim, and on the claims of a graph beside each other.

``ontology/README.md`` explains the rules to readers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..model.positions import Position, parts, position
from ..namespaces import CG, local
from .context import LONGEST_QUOTE, Context, Found
from .mentions import Mentions
from .phrases import PhraseCheck
from .quantities import XSD
from .rules import check_words
from .text import place_of
from .wording import NAMING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.claim import Claim
    from .text import Text
    from .wording import DeclaredRelation, Wording

_APART = ("ofProduct", "quantity", "unit", "period")  # qualifiers that tell figures of one measure apart


@dataclass(frozen=True)
class Prover:
    """Proves claims by the texts at hand.

    Attributes:
        wording: The words of the graph.
        texts: The texts at hand, by the IRI of their source.
        in_use: The works that are in use (IRIs), as `works_in_use` finds them.
        by_words: Says whether the text says a claim at its positions in words of any city; None to ask for cues only.
    """

    wording: Wording
    texts: dict[str, Text]
    in_use: frozenset[str] = frozenset()
    by_words: Callable[[Claim], bool] | None = None
    _mentions: dict[str, Mentions] = field(default_factory=dict, repr=False)

    @cached_property
    def _phrase_check(self) -> PhraseCheck:
        return PhraseCheck(self.wording)

    def check(self, claim: Claim) -> list[Found]:
        """List what is wrong with a claim by itself.

        Args:
            claim: A claim with its evidence. If it has no positions, or the text of its source is not at hand, it is
                checked as far as its quotes allow.

        Returns:
            (rule, message) pairs, in the order in which the rules run; empty if nothing is wrong.
        """
        found = [*self._kinds(claim), *self._status(claim), *self._phrases(claim)]
        if claim.basis == "inferred":
            return found + list(_inferred(claim))
        if claim.because:
            found.append(("basis", "only an inferred claim has a reason (cg:because)"))
        source = claim.evidence[0].source if claim.evidence else None
        if source is None:
            return [*found, ("evidence", "the claim has no passage (cg:evidence)")]
        if any(passage.source != source for passage in claim.evidence):
            found.append(("evidence", "the passages have several sources; a claim has one"))
        if claim.positions is None:
            has_place = any(passage.paragraph is not None for passage in claim.evidence)
            no_positions = [("positions", "the claim has no positions (cg:positions)")]
            return found + (no_positions if has_place else list(self._phrase_check.check(claim)))
        try:
            roles = {role: position(ranges) for role, ranges in parts(claim.positions)}
        except ValueError as error:
            return [*found, ("positions", str(error))]
        if source not in self.texts:
            return found
        mentions = self._mentions.get(source)
        if mentions is None:
            mentions = self._mentions[source] = Mentions(self.wording, self.texts[source])
        wrong = check_words(Context(claim, roles, mentions))
        return found if wrong and self.by_words and self.by_words(claim) else found + wrong

    def _kinds(self, claim: Claim) -> Iterator[Found]:
        relation = self.wording.relations.get(claim.relation.iri)
        if relation is None:
            if isinstance(claim.object, Entity) or not claim.relation.iri.endswith(("#altLabel", "#prefLabel")):
                yield "kinds", f"{local(claim.relation.iri)} is not a relation of the ontology"
            return
        if not self.wording.is_a(claim.subject.iri, relation.subjects):
            yield "kinds", f"the kind {claim.subject.kind} cannot be the subject of {local(relation.iri)}"
        if isinstance(claim.object, Value):
            if claim.object.datatype not in relation.objects:
                yield "kinds", f"{local(relation.iri)} takes no value of the type {local(claim.object.datatype)}"
        elif not self.wording.is_a(claim.object.iri, relation.objects):
            yield "kinds", f"the kind {claim.object.kind} cannot be the object of {local(relation.iri)}"

    def _status(self, claim: Claim) -> Iterator[Found]:
        relation = self.wording.relations.get(claim.relation.iri, NAMING)
        if claim.status not in relation.statuses:
            yield "status", f"{local(claim.relation.iri)} cannot be {claim.status}"
        elif relation.nested and claim.positions:
            own = self.own_status(claim.subject.iri, relation)
            if claim.status != own:
                yield "status", f"the words of this {claim.subject.kind} make the claim {own}, not {claim.status}"

    def own_status(self, thing: str, relation: DeclaredRelation) -> str:
        """Return the status of a claim whose object is part of the words of its subject.

        Args:
            thing: The IRI of the subject.
            relation: The relation of the claim.

        Returns:
            The only status that the relation allows; otherwise the status that the ontology declares for the kind of
            the subject; otherwise "planned" for a work that is not in use yet, and "realised" for everything else.
        """
        kinds = self.wording.kinds.get(thing, frozenset())
        if len(relation.statuses) == 1:
            return next(iter(relation.statuses))
        by_kind = self.wording.own_status
        declared = next((by_kind[kind] for kind in sorted(kinds) if kind in by_kind), None)
        return declared or ("planned" if CG + "Work" in kinds and thing not in self.in_use else "realised")

    def _phrases(self, claim: Claim) -> Iterator[Found]:
        for passage in claim.evidence:
            if len(passage.phrase) > LONGEST_QUOTE:
                yield (
                    "phrase",
                    f"«{passage.phrase}» has {len(passage.phrase)} characters; the limit is {LONGEST_QUOTE}",
                )
            text, where = self.texts.get(passage.source), place_of(passage)
            if text and where and (words := text.words((where,))) != passage.phrase:
                yield "phrase", f"the text has «{words or 'nothing'}» at {where}, not «{passage.phrase}»"


def _inferred(claim: Claim) -> Iterator[Found]:
    if not claim.because:
        yield "basis", "an inferred claim needs a reason (cg:because)"
    if claim.positions or claim.evidence:
        yield "basis", "an inferred claim has no passages and no positions"


def works_in_use(claims: Iterable[Claim], wording: Wording) -> frozenset[str]:
    """Find the works that are in use: a realised event has brought them, or a part of them, to a stage of use.

    Args:
        claims: All claims of a graph.
        wording: The words of the graph, which list the stages of use.

    Returns:
        The IRIs of these works.
    """
    realised = [claim for claim in claims if isinstance(claim.object, Entity) and claim.status == "realised"]
    running = {
        claim.object.iri
        for claim in realised
        if claim.relation.iri == CG + "advances"
        and isinstance(claim.object, Entity)
        and claim.qualifier("stage") in wording.stages_in_use
    }
    parts_of = [claim for claim in realised if claim.relation.iri == CG + "partOf" and claim.subject.iri in running]
    return frozenset(running | {claim.object.iri for claim in parts_of if isinstance(claim.object, Entity)})


def conflicts(claims: list[Claim]) -> Iterator[tuple[Claim, Found]]:
    """Find claims that do not go together: duplicates of one source, and members of a list in the wrong order.

    For each measure of a thing, and of each product that it makes, one source gives one figure: if it gives two, one of
    them is misread. A measure that may count anything has one figure for each that it counts, in each unit and period.

    Args:
        claims: All claims of a graph.

    Yields:
        A claim, with what is wrong as (rule, message).
    """
    seen: dict[tuple[object, ...], Claim] = {}
    lists: dict[tuple[str, str], list[tuple[Position, Claim]]] = {}
    for claim in claims:
        source = claim.sources
        what = claim.object.iri if isinstance(claim.object, Entity) else claim.object
        key: tuple[object, ...] = (claim.subject.iri, claim.relation.iri, what, source)
        if isinstance(what, Value) and not claim.relation.iri.endswith("Label"):
            words = what.language or what.datatype == XSD + "string"
            apart = _APART if claim.qualifier("quantity") else _APART[:1]
            said = (what.value,) if words else ("a figure", *map(claim.qualifier, apart))
            key = (*key[:2], *said, source)
        if key in seen:
            again = "another value" if "a figure" in key and what != seen[key].object else "this claim"
            yield claim, ("duplicate", f"the same source already has {again}: {local(seen[key].iri)}")
        seen.setdefault(key, claim)
        if claim.qualifier("order") and claim.positions and isinstance(claim.object, Entity):
            subject = dict(parts(claim.positions)).get("subject")
            if subject:
                lists.setdefault((claim.relation.iri, claim.object.iri), []).append((position(subject), claim))
    for members in lists.values():
        for rank, (_, claim) in enumerate(sorted(members, key=lambda member: member[0]), start=1):
            if claim.qualifier("order") != str(rank):
                yield claim, ("order", f"the subject is number {rank} of its list, not {claim.qualifier('order')}")
