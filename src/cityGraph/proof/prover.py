"""Runs the rules on a claim, and on claims beside each other.

Each rule below yields ``(rule, message)`` for what it finds wrong; a proved claim yields nothing. The rules, in the
words of a reader, stand in ``ontology/README.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..model.positions import Position, Range, parts, position
from ..namespaces import CG, local
from .context import LONGEST_PHRASE, Context, Found
from .lexicon import NAMED
from .mentions import Mentions
from .phrases import PhraseCheck
from .quantities import XSD
from .rules import check_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from .lexicon import Declared, Lexicon
    from .text import Text


@dataclass(frozen=True)
class Prover:
    """Proves claims against the texts that are at hand, by the wording of their graph."""

    wording: Lexicon
    texts: dict[str, Text]
    operating: frozenset[str] = frozenset()  # works that a realised event has brought into use
    _occurrences: dict[str, Mentions] = field(default_factory=dict, repr=False)

    @cached_property
    def _unread(self) -> PhraseCheck:
        return PhraseCheck(self.wording)

    def check(self, claim: Claim) -> list[Found]:
        """What is wrong with `claim` by itself, first things first."""
        found = [*self._kinds(claim), *self._status(claim), *self._phrases(claim)]
        if claim.basis == "inferred":
            return found + list(_inferred(claim))
        if claim.because:
            found.append(("basis", "only an inferred claim has a reason of ours"))
        source = claim.evidence[0].source if claim.evidence else None
        if source is None:
            return [*found, ("evidence", "no passage says it")]
        if any(passage.source != source for passage in claim.evidence):
            found.append(("evidence", "its passages are of two sources; a claim has one"))
        if claim.positions is None:
            held = any(passage.paragraph is not None for passage in claim.evidence)
            blind = [("positions", "it does not say where its words stand")]
            return found + (blind if held else list(self._unread.check(claim)))
        try:
            roles = {role: position(ranges) for role, ranges in parts(claim.positions)}
        except ValueError as error:
            return [*found, ("positions", str(error))]
        if source not in self.texts:
            return found
        occurrences = self._occurrences.get(source)
        if occurrences is None:
            occurrences = self._occurrences[source] = Mentions(self.wording, self.texts[source])
        return found + check_words(Context(claim, roles, occurrences))

    def _kinds(self, claim: Claim) -> Iterator[Found]:
        relation = self.wording.relations.get(claim.relation.iri)
        if relation is None:
            if isinstance(claim.object, Entity) or not claim.relation.iri.endswith(("#altLabel", "#prefLabel")):
                yield "kinds", f"{local(claim.relation.iri)} is no relation of the ontology"
            return
        if not self.wording.is_a(claim.subject.iri, relation.subjects):
            yield "kinds", f"a {claim.subject.kind} cannot be the subject of {local(relation.iri)}"
        if isinstance(claim.object, Value):
            if claim.object.datatype not in relation.objects:
                yield "kinds", f"{local(relation.iri)} takes no {local(claim.object.datatype)}"
        elif not self.wording.is_a(claim.object.iri, relation.objects):
            yield "kinds", f"a {claim.object.kind} cannot be the object of {local(relation.iri)}"

    def _status(self, claim: Claim) -> Iterator[Found]:
        relation = self.wording.relations.get(claim.relation.iri, NAMED)
        if claim.status not in relation.statuses:
            yield "status", f"{local(relation.iri)} is never {claim.status}"
        elif (
            relation.nested
            and claim.positions
            and claim.status != (own := self.own_status(claim.subject.iri, relation))
        ):
            yield "status", f"what the words of this {claim.subject.kind} say is {own}, not {claim.status}"

    def own_status(self, thing: str, relation: Declared) -> str:
        """How far what the words of `thing` say of it is fact: a work not in use yet is a plan."""
        kinds = self.wording.kinds.get(thing, frozenset())
        if len(relation.statuses) == 1:
            return next(iter(relation.statuses))
        own = next((self.wording.own_status[kind] for kind in sorted(kinds) if kind in self.wording.own_status), None)
        return own or ("planned" if CG + "Work" in kinds and thing not in self.operating else "realised")

    def _phrases(self, claim: Claim) -> Iterator[Found]:
        for passage in claim.evidence:
            if len(passage.phrase) > LONGEST_PHRASE:
                yield "phrase", f"«{passage.phrase}» has {len(passage.phrase)} characters; {LONGEST_PHRASE} are allowed"
            text = self.texts.get(passage.source)
            if text is None or passage.paragraph is None or passage.start is None or passage.end is None:
                continue
            said = text.words((Range(passage.paragraph, passage.start, passage.end),))
            if said != passage.phrase:
                where = f"{passage.paragraph}:{passage.start}-{passage.end}"
                yield "phrase", f"the text has «{said or 'nothing'}» at {where}, not «{passage.phrase}»"


def _inferred(claim: Claim) -> Iterator[Found]:
    if not claim.because:
        yield "basis", "an inferred claim must say why (cg:because)"
    if claim.positions or claim.evidence:
        yield "basis", "a claim with passages and positions is stated or resolved, not inferred"


def operating(claims: Iterable[Claim], wording: Lexicon) -> frozenset[str]:
    """The works that a realised event has brought to a stage in which they, or a part of them, run."""
    ties = [claim for claim in claims if isinstance(claim.object, Entity) and claim.status == "realised"]
    running = {
        claim.object.iri
        for claim in ties
        if claim.relation.iri == CG + "advances"
        and isinstance(claim.object, Entity)
        and claim.qualifier("stage") in wording.operating
    }
    parts_of = [claim for claim in ties if claim.relation.iri == CG + "partOf" and claim.subject.iri in running]
    return frozenset(running | {claim.object.iri for claim in parts_of if isinstance(claim.object, Entity)})


def together(claims: list[Claim]) -> Iterator[tuple[Claim, Found]]:
    """What is wrong with claims beside each other: said twice by one source, or out of their order in a list.

    A thing has one figure of a measure by one source: of two, one is misread.
    """
    seen: dict[tuple[object, ...], Claim] = {}
    lists: dict[tuple[str, str], list[tuple[Position, Claim]]] = {}
    for claim in claims:
        source = claim.sources
        what = claim.object.iri if isinstance(claim.object, Entity) else claim.object
        key = (claim.subject.iri, claim.relation.iri, what, source)
        if isinstance(what, Value) and what.datatype != XSD + "string" and not claim.relation.iri.endswith("Label"):
            key = (*key[:2], "a figure", source)
        if key in seen:
            again = "the same" if claim.object == seen[key].object else "another figure"
            yield claim, ("duplicate", f"the same source says {again} in {local(seen[key].iri)}")
        seen.setdefault(key, claim)
        if claim.qualifier("order") and claim.positions and isinstance(claim.object, Entity):
            found = dict(parts(claim.positions)).get("subject")
            if found:
                lists.setdefault((claim.relation.iri, claim.object.iri), []).append((position(found), claim))
    for members in lists.values():
        for rank, (_, claim) in enumerate(sorted(members, key=lambda member: member[0]), start=1):
            if claim.qualifier("order") != str(rank):
                yield claim, ("order", f"it stands in place {rank} of its list, not {claim.qualifier('order')}")
