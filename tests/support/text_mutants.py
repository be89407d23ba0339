"""Mutants of the text: one place changed, so that the text no longer says a claim, or so that it still does.

The claim follows the text: its positions and quotes are those that a person would enter from the changed text. So only
what the words say can tell. The words put in are of two lists: words that any grammar names (`text_words`), and forms
drawn from the tables of the proof (`known_words`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from cityGraph.model.claim import Claim, Entity, Value
from cityGraph.model.positions import Position, Range, parts, position, written
from cityGraph.proof.mentions import Mentions
from cityGraph.proof.prover import Prover
from cityGraph.proof.tables import table
from cityGraph.proof.text import Text, place_of

from .text_words import PLACES, USUAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .mutants import Mutator

NEUTRAL = ("an adverb", "a day", "a comma", "a blank line")
_MOODS = {"denied": "denied", "doubted": "hearsay", "former": "former", "planned": "planned"}
_STARTS = ",。﹔;;,——\n"


@dataclass(frozen=True)
class TextMutant:
    """A changed text, the claim as it stands there, and a line that says how."""

    kind: str
    claim: Claim
    text: Text
    paragraph: int
    how: str
    anchors: dict[str, Position]  # where the changed text has the words of things without a name

    @property
    def neutral(self) -> bool:
        """Whether the text still says the claim."""
        return self.kind in NEUTRAL


@dataclass
class TextVerdicts:
    """How many mutants of each kind were made, and those that were judged wrongly."""

    made: Counter[str]
    wrong: list[tuple[TextMutant, list[str]]]

    def share(self, neutral: bool) -> float:
        """The share of mutants judged rightly: of the neutral ones those accepted, of the others those refused."""
        made = sum(number for kind, number in self.made.items() if (kind in NEUTRAL) == neutral)
        return 1 - sum(mutant.neutral == neutral for mutant, _ in self.wrong) / (made or 1)

    def table(self) -> str:
        """A Markdown table by kind, with each wrong verdict below it."""
        wrong = Counter(mutant.kind for mutant, _ in self.wrong)
        lines = ["| change of the text | mutants | refused | accepted |", "|---|---|---|---|"]
        for kind, number in self.made.items():
            accepted = number - wrong[kind] if kind in NEUTRAL else wrong[kind]
            lines.append(f"| {kind} | {number} | {number - accepted} | {accepted} |")
        lines.append(f"| **all that change what it says** | | {self.share(False):.1%} | |")
        lines.append(f"| **all that change nothing** | | | {self.share(True):.1%} |")
        lines += [
            f"{'refused' if mutant.neutral else 'accepted'}: {mutant.kind}: {mutant.how}; found: {found}"
            for mutant, found in self.wrong
        ]
        return "\n".join(lines)


class TextMutator:
    """Changes the text of a city's claims one place at a time, and judges what the proof says then."""

    def __init__(self, judge: Mutator, words: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.judge_ = judge
        self.words = words  # only these words, and none of the tables of the proof
        self.text = judge.text
        self.mentions = Mentions(judge.words, judge.text)

    def judge(self, count: int, seed: int, kinds: tuple[str, ...] = ()) -> TextVerdicts:
        """The verdicts on up to `count` mutants of each kind."""
        random = Random(seed)
        verdicts = TextVerdicts(Counter(), [])
        usual = (*USUAL, "another number", "another name", "a comma", "a blank line")
        for kind in kinds or (self.words or usual):
            claims = list(self.judge_.claims)
            random.shuffle(claims)
            mutants: list[TextMutant] = []
            for _ in range(3):  # a claim may be changed with several words
                for claim in claims:
                    if len(mutants) < count and (mutant := next(self._mutants(random, kind, claim), None)):
                        mutants.append(mutant)
            for mutant in {(each.claim.iri, each.how): each for each in mutants}.values():
                verdicts.made[kind] += 1
                found = self.found(mutant)
                if bool(found) == mutant.neutral:
                    verdicts.wrong.append((mutant, found))
        return verdicts

    def found(self, mutant: TextMutant) -> list[str]:
        """What the proof finds wrong with a claim in the changed text."""
        words = replace(self.judge_.words, anchors=mutant.anchors)
        prover = Prover(words, {self.judge_.source: mutant.text}, self.judge_.prover.in_use)
        mentions = Mentions(words, mutant.text)
        if mutant.paragraph in self.text.paragraphs and len(mutant.text.paragraphs) == len(self.text.paragraphs):
            # The other paragraphs are as they were: their names and cues need not be found again.
            only = Mentions(self.judge_.words, Text({mutant.paragraph: mutant.text.paragraphs[mutant.paragraph]}, ""))
            for what in ("names", "cues"):
                mentions.__dict__[what] = {**getattr(self.mentions, what), **getattr(only, what)}
        prover._mentions[self.judge_.source] = mentions
        return [f"{rule}: {message}" for rule, message in prover.check(mutant.claim)]

    # Making mutants -------------------------------------------------------------------------------------------------

    def _mutants(self, random: Random, kind: str, claim: Claim) -> Iterator[TextMutant]:
        roles = {role: position(where) for role, where in parts(claim.positions or "")}
        if kind in USUAL:
            yield from self._with_word(random, kind, claim, roles)
        elif kind == "another number":
            yield from self._with_digit(random, claim, roles)
        elif kind == "another name":
            yield from self._with_name(random, claim, roles)
        elif kind == "a comma":
            yield from self._with_comma(random, claim, roles)
        else:
            yield self._with_blank_line(random, claim)

    def _with_word(self, random: Random, kind: str, claim: Claim, roles: dict[str, Position]) -> Iterator[TextMutant]:
        if "relation" not in roles or (kind == "planned" and claim.status != "realised"):
            return
        where, words = PLACES[kind], (self.words or USUAL)[kind]
        known = kind in _MOODS and not self.words and random.random() < 0.4
        word = random.choice(known_words(_MOODS[kind]) if known else words)
        verb = roles["relation"][0]
        paragraph = self.text.paragraphs[verb.paragraph]
        at = verb.start
        if where == "end":
            ends = [end for each in "。﹔;" if (end := paragraph.find(each, verb.end)) >= 0]
            at = min(ends, default=len(paragraph.rstrip()))
        elif where != "verb":
            here = self.text.sentence(verb)
            first = min(each.start for each in (verb, roles["subject"][0]) if each.inside(here))
            at = here.start
            if where == "part":
                at = max(at, *(paragraph.rfind(each, 0, first) + 1 for each in _STARTS))
        elif kind == "planned" and roles["subject"][0].inside(Range(verb.paragraph, verb.end, len(paragraph))):
            return  # a noun such as 鏈主 before its holder: no verb to plan
        yield from self._replaced(kind, claim, Range(verb.paragraph, at, at), word)

    def _with_digit(self, random: Random, claim: Claim, roles: dict[str, Position]) -> Iterator[TextMutant]:
        if not isinstance(claim.object, Value) or claim.object.language:
            return
        where = roles["object"][-1]
        words = self.text.words((where,)) or ""
        digits = [at for at, character in enumerate(words) if character.isdigit()]
        if digits:
            at = random.choice(digits)
            digit = random.choice([each for each in "123456789" if each != words[at]])
            start = where.start + at
            yield from self._replaced("another number", claim, Range(where.paragraph, start, start + 1), digit)

    def _with_name(self, random: Random, claim: Claim, roles: dict[str, Position]) -> Iterator[TextMutant]:
        role = random.choice(["subject", "object"])
        thing = claim.subject if role == "subject" else claim.object
        if not isinstance(thing, Entity) or len(roles[role]) > 1 or thing.iri in self.judge_.words.anchors:
            return
        own = self.judge_.words.names.get(thing.iri, frozenset())
        others = [each for each in self.judge_.by_kind[thing.kind] if each != thing]
        names = sorted(
            {name for each in others for name in self.judge_.words.names.get(each.iri, ()) if name not in own}
        )
        if names:
            yield from self._replaced("another name", claim, roles[role][0], random.choice(names))

    def _with_comma(self, random: Random, claim: Claim, roles: dict[str, Position]) -> Iterator[TextMutant]:
        where = roles["object"][0]
        paragraph = self.text.paragraphs[where.paragraph]
        commas = [at for at, character in enumerate(paragraph) if character == ","]
        if commas:
            at = random.choice(commas)
            yield from self._replaced("a comma", claim, Range(where.paragraph, at, at + 1), "\uff0c")

    def _with_blank_line(self, random: Random, claim: Claim) -> TextMutant:
        """A new paragraph of one line, above the claim or below it."""
        numbers = [number for number in self.text.paragraphs if number > 2]
        new = random.choice(numbers)
        paragraphs = {number + (number >= new): words for number, words in self.text.paragraphs.items()}
        paragraphs[new] = "本報訊"

        def moved(place: Range) -> Range:
            return place._replace(paragraph=place.paragraph + (place.paragraph >= new))

        text = Text(dict(sorted(paragraphs.items())), "")
        how = f"{_name(claim)}: above {new}"
        return TextMutant("a blank line", _follow(claim, moved, None), text, new, how, self._anchors(moved))

    def _anchors(self, moved: Callable[[Range], Range]) -> dict[str, Position]:
        return {thing: tuple(map(moved, where)) for thing, where in self.judge_.words.anchors.items()}

    def _replaced(self, kind: str, claim: Claim, where: Range, words: str) -> Iterator[TextMutant]:
        """The claim and the text with other words at a place; nothing if they would stand amid words of the claim."""
        number, start, end = where
        ranges = [each for _, place in parts(claim.positions or "") for each in position(place)]
        within = [each for each in ranges if each.paragraph == number and each.start < start and end < each.end]
        if within and start == end:
            return
        paragraph = self.text.paragraphs[number]
        text = Text({**self.text.paragraphs, number: paragraph[:start] + words + paragraph[end:]}, "")
        by = len(words) - (end - start)

        def moved(place: Range) -> Range:
            if place.paragraph != number:
                return place
            behind = place.start >= end and (place.start > start or start == end)
            first = place.start + (by if behind else 0)
            return Range(number, first, place.end + (by if place.end >= end and place.end > start else 0))

        context = paragraph[max(0, start - 6) : start], paragraph[end : end + 8]
        how = f"{_name(claim)}: {context[0]}[{words}]{context[1]}"
        yield TextMutant(kind, _follow(claim, moved, text), text, number, how, self._anchors(moved))


def known_words(mood: str) -> list[str]:
    """Forms of the proof's own table that give a mood to what stands behind them, as 繁體 and 简体 share them."""
    rows = [
        row for row in table("moods", "zh") if row["mood"] == mood and row["reach"] in ("clause", "plan", "sentence")
    ]
    return [form for row in rows for form in row["word"].split("|") if "#" not in form]


def _follow(claim: Claim, moved: Callable[[Range], Range], text: Text | None) -> Claim:
    """The claim with its positions and quotes where the changed text has them."""
    roles = "; ".join(
        f"{role} {written(tuple(moved(each) for each in position(where)))}"
        for role, where in parts(claim.positions or "")
    )
    evidence = []
    for passage in claim.evidence:
        old = place_of(passage)
        assert old is not None
        new = moved(old)
        phrase = passage.phrase if text is None else text.words((new,)) or ""
        if len(phrase) > 24:  # a person would quote less
            last = moved(position(dict(parts(claim.positions or ""))["object"])[-1])
            new = Range(new.paragraph, max(new.start, last.end - 24), max(new.start, last.end - 24) + 24)
            phrase = text.words((new,)) or "" if text else phrase
        evidence.append(passage.replace(paragraph=new.paragraph, start=new.start, end=new.end, phrase=phrase))
    return claim.replace(positions=roles, evidence=tuple(evidence))


def _name(claim: Claim) -> str:
    return claim.iri.rsplit("/", 1)[1]
