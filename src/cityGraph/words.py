"""The words of one claim, held against one text: do they name its ends and mark its relation, where they should?"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING

from .model import Entity, Value
from .reading import Reading, date, dates, numerals
from .text import Position, Range
from .vocabulary import local
from .wording import NAMED, SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Claim
    from .occurrences import Occurrences
    from .wording import Cue

Found = tuple[str, str]
LONGEST_PHRASE = 24
_CORE = ("subject", "relation", "object")
_WORDED = ("purpose", "verb")  # qualifiers whose value is the words themselves
_BREAKS = "。﹔;;"


class Words:
    """The words of one claim, held against one text."""

    def __init__(self, occurrences: Occurrences, claim: Claim, roles: dict[str, Position]) -> None:
        self.at, self.claim, self.roles = occurrences, claim, roles
        self.wording, self.text = occurrences.wording, occurrences.text
        self.relation = self.wording.relations.get(claim.relation.iri, NAMED)

    def check(self) -> Iterator[Found]:
        """What is wrong with the words, as (rule, message)."""
        needed = ["subject", "object"] + (["relation"] if self._worded() == {True} else [])
        missing = [role for role in needed if role not in self.roles]
        unknown = set(self.roles) - {*_CORE, "modal", *(q.name for q in self.claim.qualifiers)}
        if missing or unknown:
            yield "positions", f"no position of {missing[0]}" if missing else f"a position of {min(unknown)}: of what?"
            return
        for role, ranges in self.roles.items():
            if self.text.words(ranges) is None:
                yield role, "its position leaves the text"
                return
        if "relation" in self.roles and True not in self._worded():
            yield "relation", f"no words mark {local(self.relation.iri)}; its ends adjoin or nest"
        yield from self._end("subject", self.claim.subject)
        computed = False
        if isinstance(self.claim.object, Entity):
            yield from self._end("object", self.claim.object)
        elif self.relation is NAMED:
            if (said := self.text.words(self.roles["object"])) != self.claim.object.value:
                yield "object", f"the text has «{said}», not «{self.claim.object.value}»"
        else:
            reading = self._reading()
            computed = bool(reading and reading.computed)
            yield from self._value(self.claim.object, reading)
        if self.relation.nested:
            yield from self._nested()
        elif self.relation.nearest:
            yield from self._nearest()
        elif self.relation.heading:
            yield from self._heading()
        else:
            yield from self._cue()
        yield from self._modal()
        yield from self._basis(computed)
        yield from self._carried()
        yield from self._qualifiers()

    def _worded(self) -> set[bool]:
        """Whether cues of the relation have words: both, where some do and some do not."""
        return {bool(cue.words) for cue in self.relation.cues}

    # The ends -------------------------------------------------------------------------------------------------------

    def _end(self, role: str, thing: Entity) -> Iterator[Found]:
        ranges = self.roles[role]
        said = self.text.words(ranges)
        if thing.iri in self.wording.anchors:
            if ranges != self.wording.anchors[thing.iri]:
                yield role, f"«{said}» is not where {thing.label} stands in the text"
        elif said not in self.wording.names.get(thing.iri, ()):
            yield role, f"the text has «{said}», which is no name of {thing.label}"
        elif not (role == "object" and self.relation.nested) and len(ranges) == 1 and not self.at.whole(ranges[0]):
            yield role, f"«{said}» is part of a longer name there"

    # Values ---------------------------------------------------------------------------------------------------------

    def _reading(self) -> Reading | None:
        """What the words of the value say, if they are a number or a date at its full extent."""
        ranges = self.roles["object"]
        last = ranges[-1]
        paragraph = self.text.paragraphs[last.paragraph]
        if any("#decimal" in kind for kind in self.relation.objects):
            numbers = self.wording.reader.quantities(paragraph)
            if self.relation.nested:
                numbers |= numerals(paragraph)
            return numbers.get((last.start, last.end)) if len(ranges) == 1 else None
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
        holder, parts = self.roles["subject"], self.roles["object"]
        said = self.text.words(parts)
        if not all(any(part.inside(whole) for whole in holder) for part in parts):
            yield "place", f"«{said}» is not within «{self.text.words(holder)}»"
            return
        names = [where for where, _ in self.at.names.get(parts[0].paragraph, ())]
        numbers = self.wording.reader.quantities(self.text.paragraphs[parts[0].paragraph])
        computed = [Range(parts[0].paragraph, *span) for span, reading in numbers.items() if reading.computed]
        for longer in names + computed:
            within = any(longer.inside(whole) and longer != whole for whole in holder) or longer in computed
            inside_holder = any(longer.inside(whole) for whole in holder)
            if within and inside_holder and any(part.inside(longer) and part != longer for part in parts):
                yield "object", f"«{said}» is part of «{self.text.words((longer,))}» there"
                return

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

    def _heading(self) -> Iterator[Found]:
        """Whether the object is a paragraph by itself, and the last such above the subject."""
        (head,), under = self.roles["object"][:1], self.roles["subject"][0]
        said = self.text.words((head,))
        if said != self.text.paragraphs[head.paragraph].strip():
            yield "place", f"«{said}» is no heading"
        elif head.paragraph >= under.paragraph:
            yield "place", f"«{said}» does not stand above"
        else:
            between = [self.text.paragraphs.get(n, "").strip() for n in range(head.paragraph + 1, under.paragraph)]
            if nearer := [name for name in between if self._is_object(name)]:
                yield "place", f"«{nearer[-1]}» is a nearer heading"

    def _is_object(self, name: str) -> bool:
        return any(self.wording.is_a(thing, self.relation.objects) for thing in self.at.carriers.get(name, ()))

    def _cue(self) -> Iterator[Found]:
        words = [self.text.words((each,)) for each in self.roles.get("relation", ())]
        fitting = [cue for cue in self.relation.cues if list(cue.words) == words]
        if not fitting:
            said = "…".join(map(str, words))
            yield "relation", f"«{said}» does not mark {local(self.relation.iri)}" if said else "no words mark it"
            return
        for mark in self.roles.get("relation", ()):
            if longer := self.at.longer_cues(mark, self.claim.subject.iri, self._thing()):
                yield "relation", f"«{self.text.words((mark,))}» is part of «{longer[0]}» there"
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
        # Of a date with a year from the dateline, the words at hand are the last.
        ends = {"{s}": subject, "{o}": what[-1:] if isinstance(self.claim.object, Value) else what}
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

    def _thing(self) -> str | None:
        return self.claim.object.iri if isinstance(self.claim.object, Entity) else None

    def _near(self, cue: Cue, subject: Position, what: Position) -> Iterator[Found]:
        what = what[-1:] if isinstance(self.claim.object, Value) else what
        thing = self._thing()
        marks = self.roles["relation"]
        gaps = [(mark, what[0] if mark < what[0] else what[-1]) for mark in _around("{o}", cue, marks)]
        gaps += [(mark, subject[0]) for mark in _around("{s}", cue, marks)]
        for one, other in gaps:
            between = self.text.between(one, other)
            if any(mark in between for mark in _BREAKS):
                yield "place", f"a clause ends between «{self.text.words((one,))}» and «{self.text.words((other,))}»"
            if rivals := self.at.rival_cues(one, other, self.claim.subject.iri, thing):
                yield "place", f"«{rivals[0]}» stands nearer to «{self.text.words((other,))}»"
        inner = [name for where, name in self.at.names.get(what[-1].paragraph, ()) if where.start == what[-1].end]
        kinds = self.wording.kinds.get(thing or "", frozenset())
        if inner and any(self.wording.kinds[each] & kinds for each in self.at.carriers[inner[0]]):
            yield "object", f"«{self.text.words(what)}» only says where «{inner[0]}» is"
        if subject[0].paragraph == marks[0].paragraph and subject[0] < marks[0]:
            yield from self._other_subject(subject[-1], marks[0])

    def _other_subject(self, subject: Range, mark: Range) -> Iterator[Found]:
        between = Range(subject.paragraph, subject.end, mark.start)
        kinds = self.wording.kinds.get(self.claim.subject.iri, frozenset())
        for where, name in self.at.names.get(subject.paragraph, ()):
            rival = any(self.wording.kinds[thing] & kinds for thing in self.at.carriers[name])
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
        if self.relation.nested or self.relation.nearest or self.relation.heading:
            if ranges:
                yield "modal", "what a name says needs no modal word"
            return
        if ranges is None:
            several = len(self.relation.statuses) > 1
            if self.claim.status != "realised" and several:
                yield "modal", f"no word makes it {self.claim.status}"
            elif several and "relation" in self.roles and (governing := self._governing()):
                yield "modal", f"«{governing}» makes it {self.wording.modal[governing]}"
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

    def _governing(self) -> str | None:
        """The modal word that governs the cue: after a left-out subject, or before the cue in its clause."""
        mark, subject = self.roles["relation"][0], self.roles["subject"][-1]
        after = self.text.paragraphs[subject.paragraph][subject.end :]
        start = self.text.sentence(mark).start
        if subject.paragraph == mark.paragraph and start <= subject.start < mark.start:
            start = subject.end
        before = self.text.paragraphs[mark.paragraph][start : mark.start]
        clause = before[max(before.rfind(c) for c in _BREAKS) + 1 :]
        return next((word for word in self.wording.modal if word in clause or after.startswith(word)), None)

    def _basis(self, computed: bool) -> Iterator[Found]:
        core = [each for role in _CORE for each in self.roles.get(role, ())]
        sentences = {self.text.sentence(each) for each in core}
        ends = {"subject": self.claim.subject.iri, "object": self._thing() or ""}
        stood_for = any(self.text.words(self.roles[r]) in self.wording.anaphors.get(t, ()) for r, t in ends.items())
        basis = "resolved" if computed or stood_for or len(sentences) > 1 else "stated"
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
            again = (
                any(name in passage_words for name in self._object_names())
                if (passage_words := self.text.words((passage,)))
                else False
            )
            if not again and not any(_touch(each, passage) for each in ranges):
                yield "evidence", f"«{self.text.words((passage,))}» carries no part of it"

    def _object_names(self) -> frozenset[str]:
        """The names of the object: a passage that says one of them again carries it, wherever it stands."""
        what = self.claim.object
        if not isinstance(what, Entity):
            return frozenset()
        anchor = self.wording.anchors.get(what.iri)
        own = frozenset([self.text.words(anchor) or ""]) if anchor else frozenset()
        return self.wording.names.get(what.iri, own)

    # Qualifiers -----------------------------------------------------------------------------------------------------

    def _qualifiers(self) -> Iterator[Found]:
        opened = [mark for role in ("object", "subject") if (mark := self._open(role))]
        for mark in opened if self.claim.qualifier("openList") is None else []:
            yield "openList", f"«{self.text.words((mark,))}» closes the list open, and the claim does not say so"
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
            elif qualifier.name == "openList" and ranges not in [(mark,) for mark in opened]:
                yield "openList", f"«{said}» does not close the list open"
            elif qualifier.name == "stage" and self.wording.stages.get(said) != qualifier.value:
                yield "stage", f"«{said}» is no word of the stage {local(qualifier.value)}"

    def _open(self, role: str) -> Range | None:
        """The mark (等) that closes the list of an end open, if it stands in one that is."""
        structural = self.relation.nested or self.relation.nearest or self.relation.heading
        if structural or not isinstance(self.claim.object, Entity):
            return None
        ranges = self.roles[role]
        first = ranges[0]
        paragraph = self.text.paragraphs[first.paragraph]
        at = paragraph.find(self.wording.open_marks[-1], first.end) if self.wording.open_marks else -1
        if at < 0:
            return None
        mark = next(mark for mark in self.wording.open_marks if paragraph.startswith(mark, at))
        # Of 新建路等維修改造工程 the list has the heads alone: the tail is said once, behind the mark.
        tail = (self.text.words(ranges[1:]) or "") if len(ranges) > 1 else ""
        heads = {name.removesuffix(tail) for name in self.at.carriers if tail and name.endswith(tail)} | {tail}
        where = Range(first.paragraph, at, at + len(mark))
        return where if self.at.joined(paragraph[first.end : at], where, heads) else None


def _around(slot: str, cue: Cue, marks: Position) -> Position:
    """The words of a cue right before and right behind one of its slots, as far as there are any."""
    if slot not in cue.tokens:
        return ()
    before = sum(token not in SLOTS for token in cue.tokens[: cue.tokens.index(slot)])
    return marks[max(before - 1, 0) : before + 1]


def _touch(one: Range, other: Range) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _same(one: str, other: str) -> bool:
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other
