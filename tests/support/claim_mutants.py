"""Mutants of a city whose claims have no positions: claims with one part changed, and its text with one place changed.

All changes of a claim are made, not a sample: they are few. A change that gives another claim of the graph, or the same
one read from its other end, is true and no mutant. A changed text is quoted by its whole changed sentence, so that only
what its words say can tell.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from cityGraph.graph.reader import read
from cityGraph.model.claim import Claim, Entity, Qualifier, Value
from cityGraph.model.positions import Position, Range, parts, position
from cityGraph.namespaces import local
from cityGraph.proof.claim_proof import ClaimProof
from cityGraph.proof.families import families
from cityGraph.proof.folded import is_chinese
from cityGraph.proof.prover import Prover, works_in_use
from cityGraph.proof.said_by import general_relations
from cityGraph.proof.text import Text, text_of
from cityGraph.proof.wording import wording
from cityGraph.store.open import open as open_city

from .text_words import PLACES, USUAL
from .text_words_en import PLACES_EN, USUAL_EN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHANGES = ("subject", "object", "relation", "direction", "digit", "date", "unit", "comparator", "status", "basis")
NEUTRAL = ("an adverb", "a day", "a line more")
_STATUSES = ("realised", "planned", "targeted")


class Change(NamedTuple):
    """A changed claim or text: what kind of change, the claim, the text, and a line that says how."""

    kind: str
    claim: Claim
    text: Text | None
    how: str


@dataclass
class Shares:
    """How many changes of each kind were made, and those that were judged wrongly."""

    made: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Change, str]] = field(default_factory=list)

    def share(self, *, neutral: bool = False) -> float:
        """The share judged rightly: refused if it says something else, accepted if it is neutral."""
        made = sum(number for kind, number in self.made.items() if (kind in NEUTRAL) == neutral)
        return 1 - sum((change.kind in NEUTRAL) == neutral for change, _ in self.wrong) / (made or 1)

    def table(self) -> str:
        """A Markdown table by kind, with each wrong verdict below it."""
        wrong = Counter(change.kind for change, _ in self.wrong)
        lines = ["| changed | made | judged wrongly |", "|---|---|---|"]
        lines += [f"| {kind} | {number} | {wrong[kind]} |" for kind, number in self.made.items()]
        lines.append(f"| **what says something else, refused** | | {self.share():.1%} |")
        if any(kind in NEUTRAL for kind in self.made):
            lines.append(f"| **what says the same, accepted** | | {self.share(neutral=True):.1%} |")
        return "\n".join([*lines, *(f"wrong: {change.kind}: {change.how}; {why}" for change, why in self.wrong)])


class ClaimMutator:
    """Changes the claims of a graph and the text of its one source, and judges them."""

    def __init__(self, graph: Path, text: Path) -> None:
        self.city = open_city(graph)
        self.words = wording(self.city)
        self.all = read(self.city, None)
        self.claims = [claim for claim in self.all if claim.evidence and claim.positions is None]
        self.source = self.claims[0].evidence[0].source
        self.text = text_of(text.read_text("utf-8"))
        self.chinese = is_chinese("".join(self.text.paragraphs.values()))
        self.proof = ClaimProof(self.city, self.words, self.all, {self.source: self.text})
        self.prover = Prover(self.words, {}, works_in_use(self.all, self.words))
        self.said = {(c.subject.iri, c.relation.iri, _key(c.object)) for c in self.all}
        ends = {end.iri: end for claim in self.all for end in claim.ends}
        family = families(self.city)
        self.alike: dict[str, list[Entity]] = {}
        for end in sorted(ends.values(), key=lambda end: end.iri):
            self.alike.setdefault(family.get(end.kind, end.kind), []).append(end)
        self.family = family
        self.general = general_relations(self.city)

    def refusal(self, claim: Claim, text: Text | None = None) -> str:
        """Why a claim is refused; empty if it is accepted."""
        wrong = [f"{rule}: {why}" for rule, why in self.prover.check(claim) if rule in ("kinds", "status", "basis")]
        if wrong:
            return wrong[0]
        self.proof._texts[self.source] = text or self.text
        if text:
            self.proof._readings.clear()
        verdict = self.proof.check(claim)
        if text:
            self.proof._readings.clear()
            self.proof._texts[self.source] = self.text
        return "" if verdict.proved else f"{verdict.column}: {verdict.reason}"

    def judge_claims(self) -> Shares:
        """The verdicts on every change of every claim."""
        shares = Shares()
        for kind in CHANGES:
            for claim in self.claims:
                for changed, how in getattr(self, f"_{kind}")(claim):
                    if (changed.subject.iri, changed.relation.iri, _key(changed.object)) in self.said and kind in (
                        "subject",
                        "object",
                        "relation",
                        "direction",
                    ):
                        continue
                    shares.made[kind] += 1
                    if not self.refusal(changed):
                        shares.wrong.append((Change(kind, changed, None, f"{local(claim.iri)}: {how}"), "accepted"))
        return shares

    # Changes of a claim -----------------------------------------------------------------------------------------------

    def _siblings(self, thing: Entity) -> list[Entity]:
        return [each for each in self.alike[self.family.get(thing.kind, thing.kind)] if each != thing]

    def _subject(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        for each in self._siblings(claim.subject):
            yield claim.replace(subject=each), f"{claim.subject.label} → {each.label}"

    def _object(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        if isinstance(claim.object, Entity):
            for each in self._siblings(claim.object):
                yield claim.replace(object=each), f"{claim.object.label} → {each.label}"

    def _relation(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        now = local(claim.relation.iri)
        for iri in sorted(self.words.relations):
            name = local(iri)
            kin = now in self.general.get(name, ()) or name in self.general.get(now, ())
            if name != now and not kin:
                yield claim.replace(relation=claim.relation.replace(iri=iri)), f"{now} → {name}"

    def _direction(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        if isinstance(claim.object, Entity) and local(claim.relation.iri) != "worksWith":
            yield claim.replace(subject=claim.object, object=claim.subject), "turned round"

    def _digits(self, claim: Claim, dated: bool) -> Iterator[tuple[Claim, str]]:
        what = claim.object
        if isinstance(what, Value) and not what.language and dated != what.datatype.endswith("#decimal"):
            for at, old in enumerate(what.value):
                for new in "0123456789" if old.isdigit() else "":
                    if new != old and not (at == 0 and new == "0"):
                        value = what.value[:at] + new + what.value[at + 1 :]
                        yield claim.replace(object=what.replace(value=value)), f"{what.value} → {value}"

    def _digit(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        return self._digits(claim, dated=False)

    def _date(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        return self._digits(claim, dated=True)

    def _qualified(self, claim: Claim, kind: str, values: set[str]) -> Iterator[tuple[Claim, str]]:
        if isinstance(claim.object, Value) and claim.object.datatype.endswith("#decimal"):
            now = claim.qualifier(kind)
            rest = tuple(q for q in claim.qualifiers if q.name != kind)
            for new in [None, *sorted(values)]:
                if new != now:
                    more = (Qualifier(kind, kind, new, new),) if new else ()
                    shown = [local(each) if each else "none" for each in (now, new)]
                    yield claim.replace(qualifiers=(*rest, *more)), f"{kind} {shown[0]} → {shown[1]}"

    def _unit(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        return self._qualified(claim, "unit", set(self.words.reader.units.values()))

    def _comparator(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        return self._qualified(claim, "comparator", set(self.words.reader.comparators.values()))

    def _status(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        for status in _STATUSES:
            if status != claim.status:
                yield claim.replace(status=status), f"{claim.status} → {status}"

    def _basis(self, claim: Claim) -> Iterator[tuple[Claim, str]]:
        basis = "resolved" if claim.basis == "stated" else "stated"
        yield claim.replace(basis=basis), f"{claim.basis} → {basis}"

    # Changes of the text ----------------------------------------------------------------------------------------------

    def judge_text(self, count: int, seed: int) -> Shares:
        """The verdicts on up to `count` changes of each kind at the words of each claim."""
        random, shares = Random(seed), Shares()
        usual = USUAL if self.chinese else USUAL_EN
        for kind in (*usual, "another number", "another name", "a line more"):
            for claim in self.claims:
                made = {change.how: change for _ in range(count) for change in self._changed(random, kind, claim)}
                for change in made.values():
                    shares.made[kind] += 1
                    why = self.refusal(change.claim, change.text)
                    if bool(why) == (kind in NEUTRAL):
                        shares.wrong.append((change, why or "accepted"))
        return shares

    def _changed(self, random: Random, kind: str, claim: Claim) -> Iterator[Change]:
        roles = {role: position(where) for role, where in parts(self.proof.check(claim).positions)}
        if kind == "a line more":
            numbers = sorted(self.text.paragraphs)
            more = Text({**self.text.paragraphs, numbers[-1] + 1: "。" if self.chinese else "Editor"}, "")
            yield Change(kind, claim, more, f"{local(claim.iri)}: a line at the end")
        elif kind == "another name":
            yield from self._with_name(random, claim, roles)
        elif kind == "another number":
            yield from self._with_digit(random, claim, roles)
        elif "relation" in roles and not (kind == "planned" and claim.status != "realised"):
            places, usual = (PLACES, USUAL) if self.chinese else (PLACES_EN, USUAL_EN)
            verb = roles["relation"][0]
            sentence = self._sentence(verb)
            at = {
                "verb": verb.start,
                "part": sentence.start,
                "sentence": sentence.start,
                "end": sentence.end - 1,
            }[places[kind]]
            yield self._with(kind, claim, Range(verb.paragraph, at, at), random.choice(usual[kind]))

    def _with_digit(self, random: Random, claim: Claim, roles: dict[str, Position]) -> Iterator[Change]:
        if not isinstance(claim.object, Value) or claim.object.language:
            return
        where = roles["object"][0]
        words = self.text.words((where,)) or ""
        if digits := [at for at, each in enumerate(words) if each.isdigit()]:
            at = random.choice(digits)
            digit = random.choice([each for each in "123456789" if each != words[at]])
            yield self._with("another number", claim, Range(where[0], where.start + at, where.start + at + 1), digit)

    def _with_name(self, random: Random, claim: Claim, roles: dict[str, Position]) -> Iterator[Change]:
        role = random.choice(["subject", "object"])
        thing = claim.subject if role == "subject" else claim.object
        where = roles[role][0]
        if not isinstance(thing, Entity) or self.text.words((where,)) not in self.words.all_names.get(thing.iri, ()):
            return  # a word stands for it
        names = [
            name
            for each in self._siblings(thing)
            if (each.iri, claim.relation.iri, _key(claim.object)) not in self.said
            and (claim.subject.iri, claim.relation.iri, each.iri) not in self.said
            for name in sorted(self.words.all_names.get(each.iri, ()))
            if is_chinese(name) == self.chinese
        ]
        if names:
            yield self._with("another name", claim, where, random.choice(names))

    def _sentence(self, place: Range) -> Range:
        start, end = self.proof._reading(self.source).paragraph(place.paragraph).sentence(place.start)
        words = self.text.paragraphs[place.paragraph][start:end]
        start += len(words) - len(words.lstrip())
        return Range(place.paragraph, start, end - (len(words) - len(words.rstrip())))

    def _with(self, kind: str, claim: Claim, where: Range, words: str) -> Change:
        number, start, end = where
        paragraph = self.text.paragraphs[number]
        if not self.chinese and start == end and words[:1] not in ",;":
            words += " "
        sentence = self._sentence(where)
        changed = paragraph[:start] + words + paragraph[end:]
        quote = changed[sentence.start : sentence.end + len(words) - (end - start)]
        evidence = (claim.evidence[0].replace(phrase=quote),)
        text = Text({**self.text.paragraphs, number: changed}, "")
        return Change(kind, claim.replace(evidence=evidence), text, f"{local(claim.iri)}: {quote}")


def _key(what: Entity | Value) -> str:
    return what.iri if isinstance(what, Entity) else what.value
