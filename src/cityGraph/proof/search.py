"""Positions found for the words of a claim.

Two use it: `propose`, for claims that are being written, and `validate`, for a source whose text was not at hand when
its claims were: there the words are compared in 简体, so that a page in either script can be read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, product
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..model.positions import Position, Range, written
from ..names.folding import SIMPLIFIED
from .lexicon import NAMED, Cue, Lexicon
from .mentions import Mentions
from .prover import Prover
from .quantities import Reader, dates, numerals
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.claim import Claim, Passage


class Search:
    """One text, and the claims of its source that were written without it."""

    def __init__(self, wording: Lexicon, source: str, text: Text, operating: frozenset[str]) -> None:
        self.source, self.text = source, text
        folded = Text({n: p.translate(SIMPLIFIED) for n, p in text.paragraphs.items()}, text.sha256)
        self.prover = Prover(refolded(wording, lambda word: word.translate(SIMPLIFIED)), {source: folded}, operating)
        self.at = Mentions(self.prover.wording, folded)

    def missing(self, claim: Claim) -> list[str]:
        """The phrases of `claim` that stand nowhere in the text."""
        said = self.text.paragraphs.values()
        return [passage.phrase for passage in claim.evidence if not any(passage.phrase in each for each in said)]

    def proves(self, claim: Claim) -> bool:
        """Whether some words of the text, where the phrases of `claim` stand, prove it."""
        passages = [passage.replace(phrase=passage.phrase.translate(SIMPLIFIED)) for passage in claim.evidence]
        found = []
        for passage in passages:
            number = next((n for n, p in self.at.text.paragraphs.items() if passage.phrase in p), None)
            found.append(passage if number is None else placed(passage.replace(paragraph=number), self.at.text))
        what = claim.object
        if isinstance(what, Value):
            what = what.replace(value=what.value.translate(SIMPLIFIED))
        guess = best(claim.replace(object=what, evidence=tuple(found)), self.prover, self.at)
        return guess.positions is not None and not self.prover.check(guess)


def refolded(wording: Lexicon, folded: Callable[[str], str], anchors: dict[str, Position] | None = None) -> Lexicon:
    """The same words, each `folded`, the names in every script and those that are never shown among them.

    `anchors` take the place of its own.
    """

    def words(given: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(folded, given)))

    def keys(given: dict[str, str]) -> dict[str, str]:
        return {folded(word): value for word, value in given.items()}

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
        names={thing: frozenset(words(spelled)) for thing, spelled in wording.spelled.items()},
        anaphors={thing: frozenset(words(spelled)) for thing, spelled in wording.anaphors.items()},
        anchors=wording.anchors if anchors is None else anchors,
    )


def placed(passage: Passage, text: Text) -> Passage:
    """`passage` with the offsets of its phrase, where its paragraph has the phrase once."""
    if passage.start is not None or passage.paragraph is None:
        return passage
    paragraph = text.paragraphs.get(passage.paragraph, "")
    start = paragraph.find(passage.phrase)
    if start < 0 or paragraph.find(passage.phrase, start + 1) >= 0:
        return passage
    return passage.replace(start=start, end=start + len(passage.phrase))


def best(claim: Claim, prover: Prover, at: Mentions) -> Claim:
    """`claim` with the positions in which the proof finds least wrong; among equals the shortest."""
    candidates = []
    for roles in _candidates(claim, prover, at):
        ranges = "; ".join(f"{role} {written(position)}" for role, position in roles.items() if position)
        guess = claim.replace(positions=ranges)
        reach = sum(abs(position[0].start - roles["object"][0].start) for position in roles.values() if position)
        candidates.append((len(prover.check(guess)), reach, guess.positions or "", guess))
    return min(candidates, default=(0, 0, "", claim), key=lambda candidate: candidate[:3])[3]


def _candidates(claim: Claim, prover: Prover, at: Mentions) -> Iterator[dict[str, Position]]:
    words, text = prover.wording, at.text
    relation = words.relations.get(claim.relation.iri, NAMED)
    passage = claim.evidence[0]
    home = Range(passage.paragraph or 0, passage.start or 0, passage.end or 0)
    here = text.sentence(home)
    subjects = _ends(claim.subject, prover, at, here)
    if isinstance(claim.object, Entity):
        objects = _ends(claim.object, prover, at, here)
    elif relation is NAMED:
        objects = _split((claim.object.value,), at, here)
    else:
        objects = list(_values(prover, text, here, passage.source, dated=bool(relation.nearest)))
    if not subjects or (relation.nearest and claim.subject.iri in words.anchors):
        subjects = _ends(claim.subject, prover, at, None)
    marks = [mark for cue in relation.cues for mark in (_split(cue.words, at, here) if cue.words else [()])] or [()]
    own = {where for where, name in at.grammatical_subjects if name in words.names.get(claim.subject.iri, ())}
    subjects += [(where,) for where in sorted(own) if where[:2] < here[:2]][-1:]
    modal: list[Position] = [()]
    if claim.status != "realised" and len(relation.statuses) > 1 and not relation.nested:
        said = [word for word, status in words.modal.items() if status == claim.status]
        modal = [found for word in said for found in _split((word,), at, here)]
        modal += [_after(subject[-1], word, text) for subject in subjects for word in said]
    extra = dict(_qualifiers(claim, prover, at, here))
    for subject, mark, what, mode in product(subjects, marks, objects, modal or [()]):
        fitted = {**extra}
        if "verb" in extra and mark:
            fitted["verb"] = _around(extra["verb"], claim.qualifier("verb") or "", mark[0], text)
        yield {"subject": subject, "relation": mark, "object": what, "modal": mode, **fitted}


def _ends(thing: Entity, prover: Prover, at: Mentions, here: Range | None) -> list[Position]:
    if thing.iri in prover.wording.anchors:
        return [prover.wording.anchors[thing.iri]]
    found: list[Position] = []
    places = [here] if here else [Range(n, 0, len(p)) for n, p in at.text.paragraphs.items()]
    for name in sorted(prover.wording.names.get(thing.iri, ()), key=len, reverse=True):
        for place in places:
            whole = _split((name,), at, place)
            found += whole or [
                p for cut in range(2, len(name) - 1) for p in _split((name[:cut], name[cut:]), at, place)
            ]
    return found


def _split(words: tuple[str, ...], at: Mentions, here: Range) -> list[Position]:
    """Where `words` stand in a sentence, one after the other."""
    if not words:
        return []
    paragraph = at.text.paragraphs[here.paragraph]
    places = [
        [Range(here.paragraph, m.start(), m.end()) for m in re.finditer(re.escape(word), paragraph)] for word in words
    ]
    return [
        chain
        for chain in product(*places)
        if all(part.inside(here) for part in chain) and all(one.end <= other.start for one, other in pairwise(chain))
    ]


def _values(prover: Prover, text: Text, here: Range, source: str, *, dated: bool) -> Iterator[Position]:
    paragraph = text.paragraphs[here.paragraph]
    for start, end in prover.wording.reader.quantities(paragraph) | numerals(paragraph):
        yield (Range(here.paragraph, start, end),)
    year = f"{prover.wording.sources[source].year}年"
    lines = [(n, text.paragraphs.get(n, "").find(year)) for n in (0, 1, 2)]
    dateline = next((Range(n, start, start + len(year)) for n, start in lines if start >= 0), None)
    numbers = sorted(n for n in text.paragraphs if n <= here.paragraph) if dated else [here.paragraph]
    for number in numbers:
        for start, end in dates(text.paragraphs[number]):
            yield (Range(number, start, end),)
            if dateline and dateline.paragraph != number:
                yield (dateline, Range(number, start, end))


def _after(subject: Range, word: str, text: Text) -> Position:
    where = Range(subject.paragraph, subject.end, subject.end + len(word))
    return (where,) if text.words((where,)) == word else ()


def _around(fallback: Position, verb: str, mark: Range, text: Text) -> Position:
    for back in range(len(verb)):
        where = Range(mark.paragraph, mark.start - back, mark.start - back + len(verb))
        if where.start >= 0 and text.words((where,)) == verb:
            return (where,)
    return fallback


def _qualifiers(claim: Claim, prover: Prover, at: Mentions, here: Range) -> Iterator[tuple[str, Position]]:
    for qualifier in claim.qualifiers:
        words = {
            "openList": prover.wording.open_marks,
            "stage": tuple(word for word, stage in prover.wording.stages.items() if stage == qualifier.value),
        }.get(qualifier.name, (qualifier.value,))
        if qualifier.name in ("unit", "comparator", "order"):
            continue
        found = [place for word in words for place in _split((word,), at, here)]
        after = (claim.evidence[0].end or 0) - 1
        found.sort(key=lambda place: (abs(place[0].start - after), -len(at.text.words(place) or "")))
        if found:
            yield qualifier.name, found[0]
