"""The proof: does the text say what the claim says, at the very words that the claim points to?

Each rule below yields ``(rule, message)`` for what it finds wrong; a proved claim yields nothing. The rules, in the
words of a reader, stand in ``ontology/README.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING

from .evidence import parts
from .model import Entity, Value
from .occurrences import Occurrences
from .reading import Reading, date, dates
from .store import CG
from .text import Position, Range, position
from .vocabulary import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .model import Claim
    from .text import Text
    from .wording import Cue, Declared, Wording

Found = tuple[str, str]
LONGEST_PHRASE = 24
_CORE = ("subject", "relation", "object")
_WORDED = ("purpose", "verb")  # qualifiers whose value is the words themselves
_BREAKS = "。﹔;;"


@dataclass(frozen=True)
class Prover:
    """Proves claims against the texts that are at hand, by the wording of their graph."""

    wording: Wording
    texts: dict[str, Text]
    operating: frozenset[str] = frozenset()  # works that a realised event has brought into use
    _occurrences: dict[str, Occurrences] = field(default_factory=dict, repr=False)

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
            return [*found, *([("positions", "it does not say where its words stand")] if held else _unheld(claim))]
        try:
            roles = {role: position(ranges) for role, ranges in parts(claim.positions)}
        except ValueError as error:
            return [*found, ("positions", str(error))]
        if source not in self.texts:
            return found
        occurrences = self._occurrences.get(source)
        if occurrences is None:
            occurrences = self._occurrences[source] = Occurrences(self.wording, self.texts[source])
        return found + list(_Words(self, occurrences, claim, roles).check())

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
        relation = self.wording.relations.get(claim.relation.iri)
        if relation is None:
            return
        if claim.status not in relation.statuses:
            yield "status", f"{local(relation.iri)} is never {claim.status}"
        elif relation.nested and claim.status != (own := self.own_status(claim.subject.iri, relation)):
            yield "status", f"what the words of this {claim.subject.kind} say is {own}, not {claim.status}"

    def own_status(self, thing: str, relation: Declared) -> str:
        """How far what the words of `thing` say of it is fact: a work not in use yet is a plan."""
        kinds = self.wording.kinds.get(thing, frozenset())
        own = next((self.wording.own_status[kind] for kind in sorted(kinds) if kind in self.wording.own_status), None)
        if own is None and len(relation.statuses) == 1:
            own = next(iter(relation.statuses))
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


def _unheld(claim: Claim) -> Iterator[Found]:
    """What can be seen without the text: the name that a claim gives stands in its phrase."""
    named = isinstance(claim.object, Value) and claim.relation.iri.endswith(("#altLabel", "#prefLabel"))
    if named and not any(_text_of(claim) in passage.phrase for passage in claim.evidence):
        yield "object", f"no phrase has the name {_text_of(claim)}"


def _text_of(claim: Claim) -> str:
    return claim.object.value if isinstance(claim.object, Value) else claim.object.label


class _Words:
    """The words of one claim, held against one text."""

    def __init__(self, prover: Prover, occurrences: Occurrences, claim: Claim, roles: dict[str, Position]) -> None:
        self.prover, self.at, self.claim, self.roles = prover, occurrences, claim, roles
        self.wording, self.text = prover.wording, occurrences.text
        self.relation = self.wording.relations[claim.relation.iri]

    def check(self) -> Iterator[Found]:
        needed = ["subject", "object"] + (["relation"] if self._wordy() else [])
        missing = [role for role in needed if role not in self.roles]
        unknown = set(self.roles) - {*_CORE, "modal", *(q.name for q in self.claim.qualifiers)}
        if missing or unknown:
            yield "positions", f"no position of {missing[0]}" if missing else f"a position of {min(unknown)}: of what?"
            return
        for role, ranges in self.roles.items():
            if self.text.words(ranges) is None:
                yield role, "its position leaves the text"
                return
        if "relation" in self.roles and not self._wordy():
            yield "relation", f"no words mark {local(self.relation.iri)}; its ends adjoin or nest"
        yield from self._end("subject", self.claim.subject)
        computed = False
        if isinstance(self.claim.object, Entity):
            yield from self._end("object", self.claim.object)
        else:
            reading = self._reading()
            computed = bool(reading and reading.computed)
            yield from self._value(self.claim.object, reading)
        if self.relation.nested:
            yield from self._nested()
        elif self.relation.nearest:
            yield from self._nearest()
        else:
            yield from self._cue()
        yield from self._modal()
        yield from self._basis(computed)
        yield from self._carried()
        yield from self._qualifiers()

    def _wordy(self) -> bool:
        return any(cue.words for cue in self.relation.cues)

    # The ends -------------------------------------------------------------------------------------------------------

    def _end(self, role: str, thing: Entity) -> Iterator[Found]:
        ranges = self.roles[role]
        said = self.text.words(ranges)
        if thing.iri in self.wording.anchors:
            if ranges != self.wording.anchors[thing.iri]:
                yield role, f"«{said}» is not where {thing.label} stands in the text"
        elif said not in self.wording.names.get(thing.iri, ()):
            yield role, f"the text has «{said}», which is no name of {thing.label}"
        elif not (role == "object" and self.relation.nested) and not all(map(self.at.whole, ranges)):
            yield role, f"«{said}» is part of a longer name there"

    # Values ---------------------------------------------------------------------------------------------------------

    def _reading(self) -> Reading | None:
        """What the words of the value say, if they are a number or a date at its full extent."""
        ranges = self.roles["object"]
        last = ranges[-1]
        paragraph = self.text.paragraphs[last.paragraph]
        if any("#decimal" in kind for kind in self.relation.objects):
            return self.wording.reader.quantities(paragraph).get((last.start, last.end)) if len(ranges) == 1 else None
        words = [self.text.words((each,)) or "" for each in ranges]
        if len(ranges) > 1 and not self._dateline(words[0], ranges[0]):
            return None
        whole = (last.start, last.end) in dates(paragraph) or (self.relation.nested and last.end - last.start == 4)
        return date(words) if whole else None

    def _dateline(self, words: str, where: Range) -> bool:
        source = self.wording.sources[self.claim.evidence[0].source]
        return words == f"{source.year}年" and where.paragraph <= 2

    def _value(self, value: Value, reading: Reading | None) -> Iterator[Found]:
        said = self.text.words(self.roles["object"])
        if reading is None:
            yield "value", f"«{said}» is no whole number or date"
            return
        if reading.datatype != value.datatype or not _same(reading.value, value.value):
            yield "value", f"«{said}» says {reading.value}, not {value.value}"
        for name, read in (("unit", reading.unit), ("comparator", reading.comparator)):
            given = self.claim.qualifier(name)
            if given != read:
                yield name, f"«{said}» has {local(read) if read else 'none'}, not {local(given) if given else 'none'}"
        if self.relation.unit and reading.unit != self.relation.unit:
            yield "unit", f"{local(self.relation.iri)} is given in {local(self.relation.unit)}"

    # How the text marks the relation --------------------------------------------------------------------------------

    def _nested(self) -> Iterator[Found]:
        holder = self.roles["subject"]
        if not all(any(part.inside(whole) for whole in holder) for part in self.roles["object"]):
            said = self.text.words(self.roles["object"])
            yield "place", f"«{said}» is not within «{self.text.words(holder)}»"

    def _nearest(self) -> Iterator[Found]:
        when, what = self.roles["object"][-1], self.roles["subject"][0]
        if when[:2] > what[:2]:
            yield "place", "the date stands after what it dates"
            return
        days = any(kind.endswith("#date") for kind in self.relation.objects)
        if days and when.paragraph != what.paragraph:
            yield "place", "the date stands in another paragraph"
        for number in range(when.paragraph, what.paragraph + 1):
            paragraph = self.text.paragraphs.get(number, "")
            for start, end in dates(paragraph):
                other = Range(number, start, end)
                if when[:2] < other[:2] < what[:2] and ("日" in paragraph[start:end] or not days):
                    yield "place", f"«{paragraph[start:end]}» is a nearer date"
                    return

    def _cue(self) -> Iterator[Found]:
        words = [self.text.words((each,)) for each in self.roles.get("relation", ())]
        fitting = [cue for cue in self.relation.cues if list(cue.words) == words]
        if not fitting:
            said = "…".join(map(str, words))
            yield "relation", f"«{said}» does not mark {local(self.relation.iri)}" if said else "no words mark it"
            return
        wrong = [list(self._placed(cue)) for cue in fitting]
        yield from min(wrong, key=len)

    def _placed(self, cue: Cue) -> Iterator[Found]:
        """Whether cue and ends stand in the order and nearness that the cue asks for."""
        subject, what = self.roles["subject"], self.roles["object"]
        if not cue.words:
            first, second = (subject, what) if cue.tokens[0] == "{s}" else (what, subject)
            yield from self._adjoin(first[-1], second[0])
            return
        cues = iter(self.roles["relation"])
        ends = {"{s}": subject, "{o}": what}
        chain = [ends[token] if token in ends else (next(cues),) for token in cue.tokens]
        here = self.text.sentence(self.roles["relation"][0])
        if "{s}" not in cue.tokens:
            if subject[0].inside(here):
                chain.insert(0, subject)
            else:
                yield from self._left_out(subject[0])
        for one, other in pairwise(chain):
            if not all(part.inside(here) for part in (*one, *other)):
                yield "place", "cue and words do not stand in one sentence"
                return
            if one[0].start > other[0].start or (one[-1].end > other[0].start and len(one) == len(other) == 1):
                yield "place", f"«{self.text.words(other)}» stands before «{self.text.words(one)}»"
                return
        yield from self._near(cue, subject, what)

    def _near(self, cue: Cue, subject: Position, what: Position) -> Iterator[Found]:
        thing = self.claim.object.iri if isinstance(self.claim.object, Entity) else None
        marks = self.roles["relation"]
        at = cue.tokens.index("{o}")
        mark = marks[-1] if at == len(cue.tokens) - 1 else marks[0] if at == 0 else marks[len(cue.words[:at]) - 1]
        gaps = [(mark, what[0] if mark < what[0] else what[-1])]
        if "{s}" in cue.tokens:
            at = cue.tokens.index("{s}")
            gaps.append((marks[-1] if at == len(cue.tokens) - 1 else marks[0], subject[0]))
        for one, other in gaps:
            between = self.text.between(one, other)
            if any(mark in between for mark in _BREAKS):
                yield "place", f"a clause ends between «{self.text.words((one,))}» and «{self.text.words((other,))}»"
            if rivals := self.at.rival_cues(one, other, self.claim.subject.iri, thing):
                yield "place", f"«{rivals[0]}» stands nearer to «{self.text.words((other,))}»"
        inner = [name for where, name in self.at.names.get(what[-1].paragraph, ()) if where.start == what[-1].end]
        if inner and any(self.wording.is_a(each, self.relation.objects) for each in self.at.carriers[inner[0]]):
            yield "object", f"«{self.text.words(what)}» only says where «{inner[0]}» is"
        if subject[0].paragraph == marks[0].paragraph and subject[0] < marks[0]:
            yield from self._other_subject(subject[-1], marks[0])

    def _other_subject(self, subject: Range, mark: Range) -> Iterator[Found]:
        between = Range(subject.paragraph, subject.end, mark.start)
        for where, name in self.at.names.get(subject.paragraph, ()):
            rival = any(self.wording.is_a(thing, self.relation.subjects) for thing in self.at.carriers[name])
            if rival and where.inside(between) and name not in self.wording.names.get(self.claim.subject.iri, ()):
                gap = self.text.paragraphs[subject.paragraph][subject.end : where.start]
                if not self.at.joined(gap, where):
                    yield "subject", f"«{name}» stands nearer to «{self.text.words((mark,))}»"
                    return

    def _left_out(self, subject: Range) -> Iterator[Found]:
        mark = self.roles["relation"][0]
        said = self.text.words((subject,))
        if subject[:2] > mark[:2]:
            yield "subject", f"«{said}» comes after the sentence that leaves its subject out"
        elif (subject, said) not in self.at.grammatical_subjects:
            yield "subject", f"«{said}» is not the subject of its sentence"
        elif between := self.at.subjects_between(subject, mark, self.relation.subjects):
            yield "subject", f"«{between[-1]}» is a nearer subject than «{said}»"

    def _adjoin(self, first: Range, second: Range) -> Iterator[Found]:
        if first.paragraph != second.paragraph or first.end > second.start:
            yield "place", "the two do not adjoin"
            return
        gap = self.text.between(first, second)
        if not self.at.joined(gap, second):
            yield "place", f"«{gap}» stands between the two"

    # Modality and basis ---------------------------------------------------------------------------------------------

    def _modal(self) -> Iterator[Found]:
        ranges = self.roles.get("modal")
        if self.relation.nested or self.relation.nearest:
            if ranges:
                yield "modal", "what a name says needs no modal word"
            return
        if ranges is None:
            if self.claim.status != "realised" and len(self.relation.statuses) > 1:
                yield "modal", f"no word makes it {self.claim.status}"
            return
        said = self.text.words(ranges) or ""
        if self.claim.status == "realised":
            yield "modal", f"a fact has no modal word, and this one points to «{said}»"
        elif self.wording.modal.get(said) != self.claim.status:
            yield "modal", f"«{said}» does not make it {self.claim.status}"
        elif not self._governs(ranges[0]):
            yield "modal", f"«{said}» belongs to other words"

    def _governs(self, modal: Range) -> bool:
        mark = self.roles.get("relation", self.roles["object"])[0]
        subject = self.roles["subject"][-1]
        after_subject = subject.paragraph == modal.paragraph and subject.end == modal.start
        return after_subject or (modal.inside(self.text.sentence(mark)) and modal <= mark)

    def _basis(self, computed: bool) -> Iterator[Found]:
        core = [each for role in _CORE for each in self.roles.get(role, ())]
        sentences = {self.text.sentence(each) for each in core}
        basis = "resolved" if computed or len(sentences) > 1 else "stated"
        if basis != self.claim.basis:
            why = "one sentence says all of it" if basis == "stated" else "a part of it comes from elsewhere"
            yield "basis", f"{why}: {basis}, not {self.claim.basis}"

    def _carried(self) -> Iterator[Found]:
        """The passages carry the object, and none is idle."""
        shown = [
            Range(passage.paragraph, passage.start, passage.end)
            for passage in self.claim.evidence
            if passage.paragraph is not None and passage.start is not None and passage.end is not None
        ]
        last = self.roles["object"][-1]
        long = last.end - last.start > LONGEST_PHRASE
        if not any(last.inside(passage) or (long and _touch(last, passage)) for passage in shown):
            yield "evidence", f"no passage carries «{self.text.words((last,))}»"
        ranges = [each for position in self.roles.values() for each in position]
        for passage in shown:
            if not any(_touch(each, passage) for each in ranges):
                yield "evidence", f"«{self.text.words((passage,))}» carries no part of it"

    # Qualifiers -----------------------------------------------------------------------------------------------------

    def _qualifiers(self) -> Iterator[Found]:
        for qualifier in self.claim.qualifiers:
            ranges = self.roles.get(qualifier.name)
            if qualifier.name in ("unit", "comparator", "order"):
                continue
            if ranges is None:
                yield qualifier.name, f"it does not say where «{qualifier.text}» stands"
                continue
            said = self.text.words(ranges) or ""
            if qualifier.name in _WORDED and said != qualifier.value:
                yield qualifier.name, f"the text has «{said}», not «{qualifier.value}»"
            elif qualifier.name == "verb" and not any(c.inside(ranges[0]) for c in self.roles.get("relation", ())):
                yield "verb", f"«{said}» does not hold the cue"
            elif qualifier.name == "openList" and not self._open(ranges[0], said):
                yield "openList", f"«{said}» does not close the list open"
            elif qualifier.name == "stage" and self.wording.stages.get(said) != qualifier.value:
                yield "stage", f"«{said}» is no word of the stage {local(qualifier.value)}"

    def _open(self, mark: Range, said: str) -> bool:
        after = self.text.paragraphs[mark.paragraph][mark.start :]
        if said != next((longest for longest in self.wording.open_marks if after.startswith(longest)), None):
            return False
        first = self.roles["object"][0]
        gap = self.text.between(first, mark)
        return first.paragraph == mark.paragraph and first.end <= mark.start and self.at.joined(gap, mark)


def _touch(one: Range, other: Range) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _same(one: str, other: str) -> bool:
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other


def operating(claims: Iterable[Claim], wording: Wording) -> frozenset[str]:
    """The works that a realised event has brought to a stage in which they run."""
    return frozenset(
        claim.object.iri
        for claim in claims
        if claim.relation.iri == CG + "advances"
        and isinstance(claim.object, Entity)
        and claim.status == "realised"
        and claim.qualifier("stage") in wording.operating
    )


def together(claims: list[Claim]) -> Iterator[tuple[Claim, Found]]:
    """What is wrong with claims beside each other: said twice by one source, or out of their order in a list.

    A thing has one figure of a measure by one source: of two, one is misread.
    """
    seen: dict[tuple[object, ...], Claim] = {}
    lists: dict[tuple[str, str], list[tuple[Position, Claim]]] = {}
    for claim in claims:
        source = claim.evidence[0].source if claim.evidence else None
        what = claim.object.iri if isinstance(claim.object, Entity) else claim.object
        key = (claim.subject.iri, claim.relation.iri, what, source)
        if isinstance(what, Value) and not claim.relation.iri.endswith("Label"):
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
