"""Mutants: claims with one thing changed, which the proof must reject, each for the right reason.

A mutant keeps its plain triple in step with the change (but where dropping it is the change), so that only the words
of the text can tell. One swap in four also moves the position to the sibling's own words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from cityGraph.graph.reader import read
from cityGraph.model.claim import Claim, Entity, Qualifier, Value
from cityGraph.model.positions import Position, Range, parts, position, written
from cityGraph.namespaces import CG
from cityGraph.proof.mentions import Mentions
from cityGraph.proof.prover import Prover, conflicts, works_in_use
from cityGraph.proof.text import Text, read_text
from cityGraph.proof.wording import wording
from cityGraph.store.engine_oxigraph import Oxigraph
from cityGraph.store.open import open as open_city

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Quad, Store

    from cityGraph.store.city import CityGraph

PLACES = {"subject", "object", "relation", "modal", "value", "phrase", "place", "evidence"}
PLACES |= {"purpose", "verb", "openList", "stage"}
# Two kinds of wrong claim pass, as ontology/README.md says under "What the proof cannot see": a rank of another year in
# the list of this year, and the year of the nearest 今年 for a target without a number. A test of the proof asks for
# what the proof promises, so no such mutant is made: the new subject keeps the position of the old one.
UNSEEN = {CG + "rankedIn", CG + "due"}
# What a reader would call the right reason: the rules that look at the part that was changed.
REASONS = {
    "subject": {"subject", "kinds", "place", "duplicate"},
    "object": {"object", "kinds", "place", "duplicate", "evidence"},
    "relation": {"relation", "kinds", "place", "positions", "status", "unit"},
    "digit": {"value"},
    "date": {"value"},
    "unit": {"unit"},
    "comparator": {"comparator"},
    "status": {"status", "modal"},
    "basis": {"basis"},
    "offset": PLACES,
    "paragraph": PLACES,
    "plain triple": {"claim-without-plain-triple"},
}


@dataclass(frozen=True)
class Mutant:
    """A changed claim, what was changed, and a line that says how."""

    kind: str
    claim: Claim
    how: str


@dataclass
class Verdicts:
    """How many mutants of each kind were made, and those that were not rejected for the right reason."""

    made: Counter[str]
    survivors: list[tuple[Mutant, list[str]]]

    @property
    def rejected(self) -> float:
        """The share of mutants rejected with the right reason."""
        return 1 - len(self.survivors) / self.made.total()

    def table(self) -> str:
        """Made and surviving mutants by kind, a Markdown table, with each survivor below it."""
        survived = Counter(mutant.kind for mutant, _ in self.survivors)
        lines = ["| changed | mutants | survived |", "|---|---|---|"]
        lines += [f"| {kind} | {self.made[kind]} | {survived[kind]} |" for kind in REASONS if self.made[kind]]
        lines.append(f"| **all** | {self.made.total()} | {survived.total()} ({self.rejected:.1%} rejected) |")
        lines += [f"survivor: {mutant.kind}: {mutant.how}; found: {found}" for mutant, found in self.survivors]
        return "\n".join(lines)


class Mutator:
    """Makes mutants of the claims of a graph that are proved by one text, and judges them."""

    def __init__(self, city: CityGraph, source: str, text: Text) -> None:
        self.city, self.source, self.text = city, source, text
        self.words = wording(city)
        self.all = read(city, None)
        self.claims = [c for c in self.all if c.positions and c.evidence and c.evidence[0].source == source]
        self.prover = Prover(self.words, {source: text}, works_in_use(self.all, self.words))
        self.at = Mentions(self.words, text)
        things = {end.iri: end for c in self.all for end in (c.subject, c.object) if isinstance(end, Entity)}
        self.by_kind: dict[str, list[Entity]] = {}
        for thing in sorted(things.values(), key=lambda thing: thing.iri):
            self.by_kind.setdefault(thing.kind, []).append(thing)

    def false_alarms(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The unchanged claims in which something is found wrong."""
        checked = [(claim.iri, self.prover.check(claim)) for claim in self.all]
        beside = [(claim.iri, [found]) for claim, found in conflicts(self.all)]
        return [(iri, found) for iri, found in checked + beside if found]

    def judge(self, count: int, seed: int) -> Verdicts:
        """The verdicts on `count` mutants, the kinds in equal parts."""
        random = Random(seed)
        verdicts = Verdicts(Counter(), [])
        seen: set[tuple[str, str, str]] = set()
        kinds = list(REASONS)
        for attempt in range(count * 3):
            if verdicts.made.total() == count:
                break
            # Few claims have a date, and of each kind there are to be as many.
            tries = (self._mutant(random, kinds[attempt % len(kinds)]) for _ in range(300))
            keyed = ((mutant, (mutant.kind, mutant.claim.iri, mutant.how)) for mutant in tries if mutant)
            mutant, key = next((pair for pair in keyed if pair[1] not in seen), (None, None))
            if mutant is None or key is None:
                continue
            seen.add(key)
            verdicts.made[mutant.kind] += 1
            found = self._found(mutant)
            if not set(found) & REASONS[mutant.kind]:
                verdicts.survivors.append((mutant, found))
        return verdicts

    def _found(self, mutant: Mutant) -> list[str]:
        if mutant.kind == "plain triple":
            return self._without_plain_triple(mutant.claim)
        others = [claim for claim in self.all if claim.iri != mutant.claim.iri]
        beside = [rule for claim, (rule, _) in conflicts([*others, mutant.claim]) if claim.iri == mutant.claim.iri]
        return [rule for rule, _ in self.prover.check(mutant.claim)] + beside

    def _without_plain_triple(self, claim: Claim) -> list[str]:
        from cityGraph.validation.hygiene import hygiene_findings as _hygiene

        quad = _plain_triple(claim)
        store = self._store
        store.remove(quad)
        try:
            return [rule for rule, _, about in _hygiene(self.city) if about == claim.iri]
        finally:
            store.add(quad)

    @property
    def _store(self) -> Store:
        engine = self.city.engine
        assert isinstance(engine, Oxigraph)
        return engine.store

    # Making mutants -------------------------------------------------------------------------------------------------

    def _mutant(self, random: Random, kind: str) -> Mutant | None:
        claim = random.choice(self.claims)
        make = {
            "subject": self._swap_end,
            "object": self._swap_end,
            "relation": self._swap_relation,
            "offset": self._shift,
            "paragraph": self._shift,
        }.get(kind, self._literal)
        changed = next(make(random, kind, claim), None)
        return Mutant(kind, *changed) if changed and changed[0] != claim else None

    def _swap_end(self, random: Random, kind: str, claim: Claim) -> Iterator[tuple[Claim, str]]:
        end = claim.subject if kind == "subject" else claim.object
        if not isinstance(end, Entity):
            return
        siblings = [thing for thing in self.by_kind[end.kind] if thing != end]
        if not siblings:  # a kind of one: anything else will do
            siblings = [thing for kind in sorted(self.by_kind) for thing in self.by_kind[kind] if thing != end]
        sibling = random.choice(siblings)
        changed = claim.replace(subject=sibling) if kind == "subject" else claim.replace(object=sibling)
        how = f"{claim.iri.rsplit('/', 1)[1]}: {end.label} → {sibling.label}"
        if random.random() < 0.25 and not (kind == "subject" and self._unseen(claim, sibling)):
            places = self._words_of(sibling, dict(parts(claim.positions or ""))[kind])
            if places:
                moved = random.choice(places)
                changed, how = _moved(changed, kind, moved), f"{how} at {written(moved)}"
        yield changed, how

    def _unseen(self, claim: Claim, sibling: Entity) -> bool:
        """Whether the proof is known not to see that `sibling`, at its own words, is no subject of `claim`."""
        relation = claim.relation.iri
        has_one = any(each.relation.iri == relation and each.subject == sibling for each in self.claims)
        return relation in UNSEEN and not has_one

    def _words_of(self, thing: Entity, now: str) -> list[Position]:
        """The places of a thing's own words: those in the same sentence if there are any."""
        if thing.iri in self.words.anchors:
            return [self.words.anchors[thing.iri]]
        own = self.words.names.get(thing.iri, frozenset())
        found: list[Position] = [
            (Range(number, match.start(), match.end()),)
            for number, paragraph in self.text.paragraphs.items()
            for name in sorted(own)
            for match in re.finditer(re.escape(name), paragraph)
        ]
        here = self.text.sentence(position(now)[0])
        return [place for place in found if place[0].inside(here)] or found

    def _swap_relation(self, random: Random, _kind: str, claim: Claim) -> Iterator[tuple[Claim, str]]:
        others = [iri for iri in sorted(self.words.relations) if iri != claim.relation.iri]
        kin = [
            iri
            for iri in others
            if self.words.is_a(claim.subject.iri, self.words.relations[iri].subjects)
            and isinstance(claim.object, Entity)
            and self.words.is_a(claim.object.iri, self.words.relations[iri].objects)
        ]
        sibling = random.choice(kin if kin and random.random() < 0.7 else others)
        changed = claim.replace(relation=claim.relation.replace(iri=sibling))
        how = f"{claim.iri.rsplit('/', 1)[1]}: {claim.relation.iri.rsplit('#', 1)[1]} → {sibling.rsplit('#', 1)[1]}"
        words = sorted(self.words.relations[sibling].cue_words)
        if words and random.random() < 0.25:
            word = random.choice(words)
            now = position(dict(parts(claim.positions or ""))["object"])[0]
            here = self.text.sentence(now)
            places = [where for where, said in self.at.cues.get(now.paragraph, ()) if said == word]
            places = [place for place in places if place.inside(here)] or places
            if places:
                changed, how = _moved(changed, "relation", (places[0],)), f"{how} at {places[0]}"
        yield changed, how

    def _shift(self, random: Random, kind: str, claim: Claim) -> Iterator[tuple[Claim, str]]:
        step = random.choice([-3, -2, -1, 1, 2, 3])
        roles = dict(parts(claim.positions or ""))
        name = claim.iri.rsplit("/", 1)[1]
        if random.random() < 0.3:
            at = random.randrange(len(claim.evidence))
            passage = claim.evidence[at]
            part = random.choice(["start", "end"]) if kind == "offset" else "paragraph"
            moved = passage.replace(**{part: max(0, getattr(passage, part) + step)})
            evidence = (*claim.evidence[:at], moved, *claim.evidence[at + 1 :])
            yield claim.replace(evidence=evidence), f"{name}: passage {part} {step:+}"
            return
        role = random.choice(sorted(roles))
        ranges = list(position(roles[role]))
        at = random.randrange(len(ranges))
        place = ranges[at]
        if kind == "paragraph":
            ranges[at] = place._replace(paragraph=max(0, place.paragraph + step))
        else:
            edges = [(0, step), (step, 0), (step, step)]
            before, after = random.choice(edges)
            ranges[at] = Range(place.paragraph, max(0, place.start + before), place.end + after)
        if ranges[at].start < ranges[at].end:
            yield _moved(claim, role, tuple(ranges)), f"{name}: {role} {place} → {ranges[at]}"

    def _literal(self, random: Random, kind: str, claim: Claim) -> Iterator[tuple[Claim, str]]:
        name = claim.iri.rsplit("/", 1)[1]
        if kind == "status":
            status = random.choice([s for s in ("realised", "planned", "targeted") if s != claim.status])
            changed, how = claim.replace(status=status), f"{name}: {claim.status} → {status}"
            roles = dict(parts(claim.positions or ""))
            if "modal" in roles and random.random() < 0.5:
                kept = "; ".join(f"{role} {where}" for role, where in roles.items() if role != "modal")
                changed, how = changed.replace(positions=kept), f"{how}, without its modal word"
            yield changed, how
        elif kind == "basis":
            basis = random.choice([b for b in ("stated", "resolved", "inferred") if b != claim.basis])
            yield claim.replace(basis=basis), f"{name}: {claim.basis} → {basis}"
        elif kind == "plain triple" and _plain_triple(claim) in self._store:  # a plan of a state has none
            yield claim.replace(because="dropped"), f"{name}: dropped"
        elif isinstance(claim.object, Value) and not claim.object.language:
            dated = not claim.object.datatype.endswith("#decimal")
            if kind in ("unit", "comparator") and not dated:
                yield from self._qualifier(random, kind, claim)
            elif kind == ("date" if dated else "digit"):
                digits = [at for at, c in enumerate(claim.object.value) if c.isdigit()]
                at = random.choice(digits)
                old = claim.object.value
                digit = random.choice([d for d in "0123456789" if d != old[at]])
                value = old[:at] + digit + old[at + 1 :]
                yield claim.replace(object=claim.object.replace(value=value)), f"{name}: {old} → {value}"

    def _qualifier(self, random: Random, kind: str, claim: Claim) -> Iterator[tuple[Claim, str]]:
        known = self.words.reader.units if kind == "unit" else self.words.reader.comparators
        values = sorted({*known.values(), CG + "times", CG + "places"} if kind == "unit" else set(known.values()))
        now = claim.qualifier(kind)
        value = random.choice([each for each in [None, *values] if each != now])
        rest = tuple(q for q in claim.qualifiers if q.name != kind)
        new = (*rest, Qualifier(kind, kind, value, value)) if value else rest
        yield claim.replace(qualifiers=new), f"{claim.iri.rsplit('/', 1)[1]}: {kind} {now} → {value}"


def _moved(claim: Claim, role: str, ranges: Position) -> Claim:
    roles = dict(parts(claim.positions or "")) | {role: written(ranges)}
    return claim.replace(positions="; ".join(f"{each} {where}" for each, where in roles.items()))


def mutator(graph: Path, text: Path) -> Mutator:
    """The mutator of a graph by one of its sources' texts."""
    city = open_city(graph)
    titles = {source: found.title for source, found in wording(city).sources.items()}
    return Mutator(city, *read_text(text.read_text("utf-8"), titles))


def _plain_triple(claim: Claim) -> Quad:
    from pyoxigraph import Literal, NamedNode, Quad

    def node(thing: Entity | Value) -> NamedNode | Literal:
        if isinstance(thing, Entity):
            return NamedNode(thing.iri)
        if thing.language:
            return Literal(thing.value, language=thing.language)
        return Literal(thing.value, datatype=NamedNode(thing.datatype))

    return Quad(NamedNode(claim.subject.iri), NamedNode(claim.relation.iri), node(claim.object))
