"""The degree of proof of a claim: by the text, by its quotes, only by naming a source, or none.

A claim is proved by its quotes if they name both of its ends (or give its value, with unit and comparator) and say its
relation in the right direction, if nothing there denies or doubts it, and if a plan is told as a plan. A claim that is
resolved may leave out an end that its source names more often than anything else of its kind.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from ..graph.reader import placed
from ..model.claim import Entity, Value
from ..namespaces import CG, local
from .prover import Prover, works_in_use
from .quote_ends import Ends
from .quote_names import plain
from .quote_nested import name_in_name, phase
from .quote_patterns import (
    SIGNS,
    SLOT_MARKS,
    Pattern,
    enumeration,
    expressions,
    general_patterns,
    with_gaps,
    without,
    words_of,
)
from .quoted import ASCII, BORDER, NAMED, OBJECT, SUBJECT, Quoted, printed
from .reading import BLANK
from .scope import marks, moods_at
from .wording import NAMING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.claim import Claim
    from .scope import Mark
    from .wording import Wording


_NO_MOOD = re.compile(f"规划(?=面积)|将(?={BLANK}+(?:作为|列为|列入|纳入|确定为))")


class Degree(NamedTuple):
    """How well a claim is proved.

    Attributes:
        proof: "text", "quotes", "citation" or "none".
        missing: What its quotes lack, if it is "citation": "quote" if there is none, else "subject", "relation",
            "object", "value", "stage", "share", "mood" or "denied".
    """

    proof: str
    missing: tuple[str, ...] = ()


class Said(NamedTuple):
    """Where quotes say a relation.

    Attributes:
        words: The masked quotes in one order.
        start: Where the pattern begins in them.
        end: Where it ends.
        mood: The mood that the pattern has.
    """

    words: str
    start: int
    end: int
    mood: str


class Degrees:
    """Computes the degree of proof of claims, with the words of one graph.

    Args:
        wording: The words of the graph.
        claims: All claims of the graph. The quotes of one source together tell what it is mostly about.
        by_quotes: Says whether a quote of a claim says all of it in words of any city (`claim_proof.ClaimProof`).
    """

    def __init__(
        self, wording: Wording, claims: Iterable[Claim], by_quotes: Callable[[Claim], bool] | None = None
    ) -> None:
        self.wording = wording
        claims = list(claims)
        self._by_quotes = by_quotes
        self.ends = Ends(wording, claims)
        self.names = self.ends.names
        self._in_use = works_in_use(claims, wording)
        self._prover = Prover(wording, {}, self._in_use)
        self._modal = {plain(word) for word in wording.modal if len(word) > 1}
        self._texts = {name for name, source in wording.sources.items() if source.sha256}
        self._patterns: dict[str, tuple[Pattern, ...]] = {}

    def degree(self, claim: Claim) -> Degree:
        """Return the degree of proof of a claim.

        Args:
            claim: Any claim.

        Returns:
            "text" if it has positions in a text with a recorded SHA-256, "quotes" if its quotes prove it, "none" if no
            source says it, else "citation" with what its quotes lack.
        """
        if claim.basis == "inferred" or not claim.evidence:
            return Degree("none")
        if placed(claim.positions, claim.evidence, self._texts):
            return Degree("text")
        if not any(passage.phrase for passage in claim.evidence):
            return Degree("citation", ("quote",))
        missing = tuple(dict.fromkeys(self._missing(claim)))
        if missing and self._by_quotes and not {"denied", "mood"} & set(missing) and self._by_quotes(claim):
            return Degree("quotes")
        return Degree("citation", missing) if missing else Degree("quotes")

    def _missing(self, claim: Claim) -> Iterator[str]:
        quoted = Quoted(claim, self.names)
        relation = self.wording.relations.get(claim.relation.iri, NAMING)
        if relation is not NAMING and claim.status not in relation.statuses:
            yield "mood"
        ways = {each.tokens for each in self.patterns(claim.relation.iri)}
        of_phase = ("{s}", "⊃", "{o}") in ways and phase(claim, self.names)
        if of_phase and not list(self.ends.missing(claim, quoted)):
            return
        if name_in_name(claim, quoted, ways, nested=relation.nested):
            own = relation.nested or isinstance(claim.object, Value)
            if own and claim.status != self._prover.own_status(claim.subject.iri, relation):
                yield "mood"
            return
        yield from self.ends.missing(claim, quoted)
        if relation is NAMING or self.ends.unnamed(claim.subject.iri):
            whole = BORDER.join(quoted.masked)
            if relation is NAMING and not _has_both(quoted):
                yield "relation"
            if relation.nested and claim.status != self._prover.own_status(claim.subject.iri, relation):
                yield "mood"
            yield from self._mood(claim, quoted, Said(whole, 0, len(whole), ""))
            return
        wrong: list[list[str]] = []
        patterns = self._worded(claim, quoted)
        found: Iterable[Said] = self._said(claim, quoted, patterns)
        if {"planned", "realised"} & {each.mood for each in patterns}:  # one place decides how another is read
            found = list(dict.fromkeys(found))
            if any(said.mood == "realised" for said in found):  # 打造的 tells a fact, though 打造 tells a plan
                found = [said for said in found if said.mood != "planned"]
            if any(said.mood == "planned" for said in found):  # 布局发展 tells a plan, though 布局 alone does not
                found = [said._replace(mood=said.mood or "planned") for said in found]
        for said in found:
            lacks = list(self._mood(claim, quoted, said))
            if not lacks:
                return
            wrong.append(lacks)
        yield from wrong[0] if wrong else ["relation"]

    # Relation ---------------------------------------------------------------------------------------------------------

    def patterns(self, iri: str) -> tuple[Pattern, ...]:
        """Return the patterns of a relation: its cues, and those of the tables for quotes.

        Args:
            iri: The IRI of the relation.

        Returns:
            Patterns; none if nothing is known of the relation.
        """
        if iri not in self._patterns:
            relation = self.wording.relations.get(iri, NAMING)
            general = general_patterns().get(local(iri), ())
            moods = {words_of(each.tokens): each.mood for each in general}
            own = [with_gaps(cue.tokens) for cue in relation.cues if cue.words]
            self._patterns[iri] = (*(Pattern(each, moods.get(words_of(each), "")) for each in own), *general)
        return self._patterns[iri]

    def _worded(self, claim: Claim, quoted: Quoted) -> list[Pattern]:
        """Return the patterns of the relation whose words all stand in the quotes."""
        said = "".join(quoted.masked)
        return [
            each
            for each in self.patterns(claim.relation.iri)
            if not SIGNS & set(each.tokens) and all(word.translate(ASCII) in said for word in words_of(each.tokens))
        ]

    def _said(self, claim: Claim, quoted: Quoted, patterns: list[Pattern]) -> Iterator[Said]:
        """Find where the quotes say the relation."""
        left_out = [slot for slot in SLOT_MARKS if self.ends.left_out(claim, quoted, slot)]
        if self.ends.dateline(claim, quoted) and not any(OBJECT in masked for masked in quoted.masked):
            left_out.append("{o}")
        sets = [] if isinstance(claim.object, Value) else list(self._sets(claim, quoted))
        for order in permutations(quoted.masked):
            whole = BORDER.join(order)
            for set_mark, member in sets:
                if match := enumeration(set_mark, member).search(whole):
                    yield Said(whole, *match.span(), "")
            for each in patterns:
                for regex in expressions(each.tokens, whole):
                    for match in regex.finditer(whole):
                        yield Said(whole, *match.span(), each.mood)
                for slot in left_out:
                    rest = without(each.tokens, slot)
                    for regex in expressions(rest, whole) if rest else ():
                        for match in regex.finditer(whole):
                            yield Said(whole, *match.span(), each.mood)

    def _sets(self, claim: Claim, quoted: Quoted) -> Iterator[tuple[str, str]]:
        """Yield the marks of set and member, if the relation is that of a list and its set is named with a number."""
        for tokens in (each.tokens for each in self.patterns(claim.relation.iri)):
            if {"∋", "∈"} & set(tokens):
                of_subject = "∋" in tokens
                whole = claim.subject if of_subject else claim.object
                assert isinstance(whole, Entity)
                if any(re.search(r"\d", quote) and quoted.named(whole.iri, quote) for quote in quoted.quotes):
                    yield (SUBJECT, OBJECT) if of_subject else (OBJECT, SUBJECT)

    # Mood -------------------------------------------------------------------------------------------------------------

    def _mood(self, claim: Claim, quoted: Quoted, said: Said) -> Iterator[str]:
        label = plain(claim.subject.label) if self.ends.unnamed(claim.subject.iri) else ""
        own = {word for word in map(plain, self.wording.stages) if word in label}
        moods = {m.mood for m in moods_at(_marks(said.words), said.start, said.end) if m.word not in own}
        if claim.qualifier("period"):  # what was so in that period may be told as past
            moods.discard("former")
        if moods & {"denied", "hearsay", "condition", "former"}:
            yield "denied"
        relation = self.wording.relations.get(claim.relation.iri, NAMING)
        if len(relation.statuses) < 2 or self.ends.unnamed(claim.subject.iri):
            return
        elsewhere = {mark.mood for mark in _marks(BORDER.join(quoted.masked))}
        modal = any(word in printed(masked) for word in self._modal for masked in quoted.masked)
        planned = bool((moods | elsewhere) & {"planned", "targeted"}) or modal or said.mood == "planned"
        done = "done" in moods or said.mood == "realised"
        # A route that is not in use yet does not connect: what it is to do is a plan.
        if said.mood == "use" and self._work(claim.subject.iri):
            planned = planned or not done
        # A figure of a work that is not in use is planned, unless the words say that it is so already.
        if not isinstance(claim.object, Entity) and self._work(claim.subject.iri):
            planned = planned or not done
        if (
            (said.mood == "open" and claim.status == "realised" and not done)
            or (claim.status == "realised") == planned
            or (claim.status == "targeted" and "targeted" not in moods | elsewhere)
        ):
            yield "mood"

    def _work(self, thing: str) -> bool:
        return thing not in self._in_use and CG + "Work" in self.wording.kinds.get(thing, frozenset())


@lru_cache(maxsize=1000)
def _marks(words: str) -> list[Mark]:
    # 規劃面積 is the size that was laid down, and 將 before 作為 only takes the object to the front.
    blank = _NO_MOOD.sub("", NAMED.sub(BLANK, printed(words)).replace(BORDER, "。"))
    return marks(blank, "zh" if re.search("[一-鿿]", blank) else "en")


def _has_both(quoted: Quoted) -> bool:
    """Whether a thing and its other name stand side by side in the quotes, the one outside the other."""
    name = plain(quoted.claim.object.value) if not isinstance(quoted.claim.object, Entity) else ""
    own = [each for each in quoted.names.of(quoted.claim.subject.iri) if each != name]
    for quote in quoted.quotes:
        rest = quote.replace(name, BORDER) if name in quote else quote
        if any(each in rest for each in own):
            return True
    return False
