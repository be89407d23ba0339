"""Positions for new claims, proposed by search: the ones that the proof accepts.

For maintainers: write a claim with its status, its basis and a passage that has only a paragraph and a phrase, then

    python -m cityGraph.propose data/triples.ttl --text article.txt

fills in the offsets of the phrase and the positions of the words, and lays the file out. What was set by hand is
never changed; what cannot be settled is left out and named.
"""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

from .evidence import read
from .model import Entity
from .occurrences import Occurrences
from .proof import Prover, operating
from .reading import dates, numerals
from .sparql import PREFIXES
from .store import CG
from .text import Position, Range, Text, written
from .wording import NAMED, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Claim, Passage
    from .store import CityGraph


def propose(city: CityGraph, texts: dict[str, Text]) -> dict[str, tuple[Claim, list[str]]]:
    """For each claim without positions or offsets: the claim with both, and what the proof still finds wrong with it.

    `texts` are the texts of the sources by IRI; claims of other sources are left alone. Keys are claims' IRIs.
    """
    claims = read(city, None)
    words = wording(city)
    prover = Prover(words, texts, operating(claims, words))
    answer = {}
    for claim in claims:
        source = claim.evidence[0].source if claim.evidence else None
        if source not in texts or claim.basis == "inferred":
            continue
        placed = claim.replace(evidence=tuple(_placed(passage, texts[source]) for passage in claim.evidence))
        if placed.positions is None:
            placed = _best(placed, prover, Occurrences(words, texts[source]))
        if placed != claim:
            answer[claim.iri] = placed, [f"{rule}: {why}" for rule, why in prover.check(placed)]
    return answer


def _placed(passage: Passage, text: Text) -> Passage:
    if passage.start is not None or passage.paragraph is None:
        return passage
    paragraph = text.paragraphs.get(passage.paragraph, "")
    start = paragraph.find(passage.phrase)
    if start < 0 or paragraph.find(passage.phrase, start + 1) >= 0:
        return passage
    return passage.replace(start=start, end=start + len(passage.phrase))


def _best(claim: Claim, prover: Prover, at: Occurrences) -> Claim:
    """`claim` with the positions in which the proof finds least wrong; among equals the shortest."""
    candidates = []
    for roles in _candidates(claim, prover, at):
        ranges = "; ".join(f"{role} {written(position)}" for role, position in roles.items() if position)
        guess = claim.replace(positions=ranges)
        reach = sum(abs(position[0].start - roles["object"][0].start) for position in roles.values() if position)
        candidates.append((len(prover.check(guess)), reach, guess.positions or "", guess))
    return min(candidates, default=(0, 0, "", claim), key=lambda candidate: candidate[:3])[3]


def _candidates(claim: Claim, prover: Prover, at: Occurrences) -> Iterator[dict[str, Position]]:
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


def _ends(thing: Entity, prover: Prover, at: Occurrences, here: Range | None) -> list[Position]:
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


def _split(words: tuple[str, ...], at: Occurrences, here: Range) -> list[Position]:
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


def _qualifiers(claim: Claim, prover: Prover, at: Occurrences, here: Range) -> Iterator[tuple[str, Position]]:
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


def main(arguments: list[str]) -> int:
    """Fill in what is missing in a Turtle file; returns the number of claims that remain unproved."""
    import argparse

    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    from .layout import write
    from .store import open as open_city
    from .store import read as read_file
    from .text import read_text

    parser = argparse.ArgumentParser(prog="python -m cityGraph.propose")
    parser.add_argument("file")
    parser.add_argument("--text", required=True)
    given = parser.parse_args(arguments)
    city = open_city(given.file)
    titles = {source: found.title for source, found in wording(city).sources.items()}
    source, text = read_text(read_file(given.text).decode(), titles)
    answer = propose(city, {source: text})
    content = read_file(given.file)
    triples: list[Any] = [(q.subject, q.predicate, q.object) for q in parse(content, format=RdfFormat.TURTLE)]
    evidence = [(s.value, o) for s, p, o in triples if p.value == CG + "evidence"]
    phrases = {s.value: o.value for s, p, o in triples if p.value == CG + "phrase"}
    blocks = {s.value: int(o.value) for s, p, o in triples if p.value == CG + "paragraph"}
    dated = {s.value for s, p, _ in triples if p.value == PREFIXES["oa"] + "start"}
    integer = NamedNode(PREFIXES["xsd"] + "integer")
    unproved = 0
    for iri, (claim, findings) in answer.items():
        if not findings or claim.positions:
            has = any(s.value == iri and p.value == CG + "positions" for s, p, _ in triples)
            if claim.positions and not has and not findings:
                triples.append((NamedNode(iri), NamedNode(CG + "positions"), Literal(claim.positions)))
        for node in [o for s, o in evidence if s == iri and o.value not in dated]:
            said = (phrases[node.value], blocks.get(node.value))
            passage = next(p for p in claim.evidence if (p.phrase, p.paragraph) == said)
            for name, number in (("start", passage.start), ("end", passage.end)):
                if number is not None:
                    triples.append((node, NamedNode(PREFIXES["oa"] + name), Literal(str(number), datatype=integer)))
        for finding in findings:
            print(f"{iri.rsplit('/', 1)[-1]}: {finding} [{claim.positions}]")
        unproved += bool(findings)
    with open(given.file, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(write(triples))
    return unproved


if __name__ == "__main__":
    import sys

    sys.exit(min(main(sys.argv[1:]), 1))
