"""Finds positions for the words of a claim.

`propose` uses it for new claims. `validate` uses it for claims that were written without the text of their source; it
compares their words in 简体, so that a page may be in either script.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, product
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..model.positions import Position, Range, written
from ..names.folding import SIMPLIFIED
from .mentions import Mentions
from .prover import Prover
from .quantities import Reader, dates, numerals
from .rules_mood import WITHOUT_POSITION
from .text import Text
from .wording import NAMING, Cue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.claim import Claim, Passage
    from .wording import Wording


class Search:
    """Proves claims that were written without the text of their source, now that the text is at hand."""

    def __init__(self, wording: Wording, source: str, text: Text, in_use: frozenset[str]) -> None:
        self.source, self.text = source, text
        simplified = Text({n: p.translate(SIMPLIFIED) for n, p in text.paragraphs.items()}, text.sha256)
        self.prover = Prover(
            fold_wording(wording, lambda word: word.translate(SIMPLIFIED)), {source: simplified}, in_use
        )
        self.mentions = Mentions(self.prover.wording, simplified)

    def missing(self, claim: Claim) -> list[str]:
        """List the quotes of a claim that the text does not contain.

        Args:
            claim: A claim of the source.

        Returns:
            Quotes as the claim gives them; empty if the text contains all of them.
        """
        paragraphs = self.text.paragraphs.values()
        return [passage.phrase for passage in claim.evidence if not any(passage.phrase in each for each in paragraphs)]

    def proves(self, claim: Claim) -> bool:
        """Return whether the words around the quotes of a claim prove it.

        Args:
            claim: A claim of the source, without positions.

        Returns:
            True if the proof accepts the claim with some positions.
        """
        text = self.mentions.text
        evidence = []
        for passage in claim.evidence:
            phrase = passage.phrase.translate(SIMPLIFIED)
            number = next((n for n, paragraph in text.paragraphs.items() if phrase in paragraph), None)
            simplified = passage.replace(phrase=phrase)
            evidence.append(simplified if number is None else with_offsets(simplified.replace(paragraph=number), text))
        what = claim.object
        if isinstance(what, Value):
            what = what.replace(value=what.value.translate(SIMPLIFIED))
        guess = with_positions(claim.replace(object=what, evidence=tuple(evidence)), self.prover, self.mentions)
        return guess.positions is not None and not self.prover.check(guess)


def fold_wording(wording: Wording, fold: Callable[[str], str], anchors: dict[str, Position] | None = None) -> Wording:
    """Return a wording with every word folded, so that it fits a text that is folded in the same way.

    Args:
        wording: The words of a graph.
        fold: Folds a word, for example into 简体.
        anchors: Anchors that replace those of the wording; None keeps them.

    Returns:
        The folded words. The names are those in every language, including the names that are never shown.
    """

    def words(given: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(fold, given)))

    def keys(given: dict[str, str]) -> dict[str, str]:
        return {fold(word): value for word, value in given.items()}

    reader = wording.reader
    return replace(
        wording,
        relations={
            iri: replace(relation, cues=tuple(Cue(words(cue.tokens)) for cue in relation.cues))
            for iri, relation in wording.relations.items()
        },
        modal=keys(wording.modal),
        connectors=words(wording.connectors),
        open_marks=words(wording.open_marks),
        stages=keys(wording.stages),
        reader=Reader(keys(reader.units), keys(reader.comparators), reader.times, reader.places),
        names={thing: frozenset(words(names)) for thing, names in wording.all_names.items()},
        anaphors={thing: frozenset(words(names)) for thing, names in wording.anaphors.items()},
        anchors=wording.anchors if anchors is None else anchors,
    )


def with_offsets(passage: Passage, text: Text) -> Passage:
    """Return a passage with the offsets of its quote.

    Args:
        passage: A passage of the text.
        text: The text of its source.

    Returns:
        The passage as it is if it has a start already, if it has no paragraph, or if its paragraph does not contain
        the quote exactly once.
    """
    if passage.start is not None or passage.paragraph is None:
        return passage
    paragraph = text.paragraphs.get(passage.paragraph, "")
    start = paragraph.find(passage.phrase)
    if start < 0 or paragraph.find(passage.phrase, start + 1) >= 0:
        return passage
    return passage.replace(start=start, end=start + len(passage.phrase))


def with_positions(claim: Claim, prover: Prover, mentions: Mentions) -> Claim:
    """Return a claim with the positions in which the proof finds the fewest errors.

    Args:
        claim: A claim without positions, with at least one passage.
        prover: The proof, with the text of the claim's source.
        mentions: What occurs in that text.

    Returns:
        The claim with positions. Among positions with equally few errors, those nearest to the object win. If no words
        are found at all, the claim as it is.
    """
    guesses = []
    for roles in _candidates(claim, prover, mentions):
        ranges = "; ".join(f"{role} {written(position)}" for role, position in roles.items() if position)
        guess = claim.replace(positions=ranges)
        reach = sum(abs(position[0].start - roles["object"][0].start) for position in roles.values() if position)
        guesses.append((len(prover.check(guess)), reach, guess.positions or "", guess))
    return min(guesses, default=(0, 0, "", claim), key=lambda each: each[:3])[3]


def _candidates(claim: Claim, prover: Prover, mentions: Mentions) -> Iterator[dict[str, Position]]:
    """Yield the positions worth trying, by role; an empty position stands for a role without words."""
    wording, text = prover.wording, mentions.text
    relation = wording.relations.get(claim.relation.iri, NAMING)
    passage = claim.evidence[0]
    sentence = text.sentence(Range(passage.paragraph or 0, passage.start or 0, passage.end or 0))
    subjects = _name_positions(claim.subject, prover, mentions, sentence)
    if isinstance(claim.object, Entity):
        objects = _name_positions(claim.object, prover, mentions, sentence)
    elif relation is NAMING:
        objects = _sequences((claim.object.value,), text, sentence)
    else:
        objects = list(_value_positions(prover, text, sentence, passage.source, dated=relation.nearest))
    if not subjects or (relation.nearest and claim.subject.iri in wording.anchors):
        subjects = _name_positions(claim.subject, prover, mentions, None)
    cues = [found for cue in relation.cues for found in (_sequences(cue.words, text, sentence) if cue.words else [()])]
    # A sentence may leave its subject out: then the last one before it is meant.
    names = wording.names.get(claim.subject.iri, ())
    earlier = sorted({where for where, name in mentions.grammatical_subjects if name in names})
    subjects += [(where,) for where in earlier if where[:2] < sentence[:2]][-1:]
    modals: list[Position] = [()]
    if claim.status != "realised" and len(relation.statuses) > 1 and not relation.nested:
        words = [word for word, status in wording.modal.items() if status == claim.status]
        modals = [found for word in words for found in _sequences((word,), text, sentence)]
        modals += [_right_behind(subject[-1], word, text) for subject in subjects for word in words]
    qualifiers = dict(_qualifier_positions(claim, prover, text, sentence))
    for subject, cue, what, modal in product(subjects, cues or [()], objects, modals or [()]):
        roles = {"subject": subject, "relation": cue, "object": what, "modal": modal, **qualifiers}
        if "verb" in qualifiers and cue:
            roles["verb"] = _around(cue[0], claim.qualifier("verb") or "", text) or qualifiers["verb"]
        yield roles


def _name_positions(thing: Entity, prover: Prover, mentions: Mentions, sentence: Range | None) -> list[Position]:
    """Find a thing by its names, longest first, whole or in two parts; in a sentence, or in the whole text if None."""
    if thing.iri in prover.wording.anchors:
        return [prover.wording.anchors[thing.iri]]
    text = mentions.text
    found: list[Position] = []
    places = [sentence] if sentence else [Range(n, 0, len(p)) for n, p in text.paragraphs.items()]
    for name in sorted(prover.wording.names.get(thing.iri, ()), key=len, reverse=True):
        halves = [(name[:cut], name[cut:]) for cut in range(2, len(name) - 1)]
        for place in places:
            whole = _sequences((name,), text, place)
            found += whole or [position for pair in halves for position in _sequences(pair, text, place)]
    return found


def _sequences(words: tuple[str, ...], text: Text, sentence: Range) -> list[Position]:
    """Find all places in a sentence where words stand one after the other, with or without others between them."""
    if not words:
        return []
    number = sentence.paragraph
    paragraph = text.paragraphs[number]
    places = [[Range(number, m.start(), m.end()) for m in re.finditer(re.escape(word), paragraph)] for word in words]
    return [
        chain
        for chain in product(*places)
        if all(part.inside(sentence) for part in chain)
        and all(one.end <= other.start for one, other in pairwise(chain))
    ]


def _value_positions(prover: Prover, text: Text, sentence: Range, source: str, *, dated: bool) -> Iterator[Position]:
    """Yield the numbers and dates of a paragraph; with `dated`, the dates of all paragraphs before it too."""
    paragraph = text.paragraphs[sentence.paragraph]
    for start, end in prover.wording.reader.quantities(paragraph) | numerals(paragraph):
        yield (Range(sentence.paragraph, start, end),)
    year = f"{prover.wording.sources[source].year}年"
    lines = [(n, text.paragraphs.get(n, "").find(year)) for n in (0, 1, 2)]
    dateline = next((Range(n, start, start + len(year)) for n, start in lines if start >= 0), None)
    numbers = sorted(n for n in text.paragraphs if n <= sentence.paragraph) if dated else [sentence.paragraph]
    for number in numbers:
        for start, end in dates(text.paragraphs[number]):
            yield (Range(number, start, end),)
            if dateline and dateline.paragraph != number:
                yield (dateline, Range(number, start, end))


def _right_behind(subject: Range, word: str, text: Text) -> Position:
    """Return the place right behind the subject if a word stands there; otherwise an empty position."""
    where = Range(subject.paragraph, subject.end, subject.end + len(word))
    return (where,) if text.words((where,)) == word else ()


def _around(cue: Range, verb: str, text: Text) -> Position:
    """Return the place of the printed verb around its cue; an empty position if it does not stand there."""
    for back in range(len(verb)):
        where = Range(cue.paragraph, cue.start - back, cue.start - back + len(verb))
        if where.start >= 0 and text.words((where,)) == verb:
            return (where,)
    return ()


def _qualifier_positions(claim: Claim, prover: Prover, text: Text, sentence: Range) -> Iterator[tuple[str, Position]]:
    """Yield each qualifier whose words stand in the sentence, with the place nearest to the end of the quote."""
    quote_end = (claim.evidence[0].end or 0) - 1
    for qualifier in claim.qualifiers:
        if qualifier.name in WITHOUT_POSITION:
            continue
        words = {
            "openList": prover.wording.open_marks,
            "stage": tuple(word for word, stage in prover.wording.stages.items() if stage == qualifier.value),
        }.get(qualifier.name, (qualifier.value,))
        found = [place for word in words for place in _sequences((word,), text, sentence)]
        if found:
            yield qualifier.name, min(found, key=lambda at: (abs(at[0].start - quote_end), -len(text.words(at) or "")))
