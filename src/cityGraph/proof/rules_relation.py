"""Rules on the relation: does a cue mark it, between the right ends, and do the quotes contain it?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.positions import Position, Range
from ..namespaces import local
from .context import LONGEST_PHRASE
from .text import place_of
from .wording import SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Found
    from .wording import Cue

CLAUSE_BREAKS = "。﹔;\uff1b"


def no_needless_cue(context: Context) -> Iterator[Found]:
    """Check that a relation that no cue words can mark has no position of its own.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    if "relation" in context.roles and not context.allows_cue:
        yield "relation", f"{local(context.relation.iri)} takes no position, because it has no cue"


def relation_marked(context: Context) -> Iterator[Found]:
    """Check that a cue of the relation stands in the text, in the right place beside both ends.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message). If several cues have these words, what is wrong by the best of them.
    """
    if context.structure:
        return
    marks = context.roles.get("relation", ())
    words = [context.text.words((mark,)) for mark in marks]
    cues = [cue for cue in context.relation.cues if list(cue.words) == words]
    if not cues:
        printed = "…".join(map(str, words))
        relation = local(context.relation.iri)
        wrong = f"«{printed}» is not" if printed else "no position of"
        yield "relation", f"{wrong} a cue of {relation}"
        return
    for mark in marks:
        if longer := context.mentions.longer_cues(mark, context.claim.subject.iri, context.object_iri):
            yield "relation", f"«{context.text.words((mark,))}» is only a part of «{longer[0]}»"
            return
    yield from min((list(_in_order(context, cue)) for cue in cues), key=len)


def _in_order(context: Context, cue: Cue) -> Iterator[Found]:
    """Check that cue and ends stand in the order of the cue, in one sentence and near each other."""
    subject = context.roles["subject"]
    if not cue.words:
        what = context.roles["object"]
        first, second = (subject, what) if cue.tokens[0] == "{s}" else (what, subject)
        yield from _adjacent(context, first[-1], second[0])
        return
    marks = iter(context.roles["relation"])
    ends = {"{s}": subject, "{o}": context.object_ranges}
    chain = [ends[token] if token in ends else (next(marks),) for token in cue.tokens]
    sentence = context.text.sentence(context.roles["relation"][0])
    if "{s}" not in cue.tokens:
        if subject[0].inside(sentence):
            chain.insert(0, subject)
        else:
            yield from _left_out(context, subject[0])
    for one, other in pairwise(chain):
        if not all(part.inside(sentence) for part in (*one, *other)):
            yield "place", "the cue and the words of the claim must be in one sentence"
            return
        if one[0].start > other[0].start or (one[-1].end > other[0].start and len(one) == len(other) == 1):
            yield "place", f"«{context.text.words(other)}» must come after «{context.text.words(one)}»"
            return
    yield from _near(context, cue)


def _adjacent(context: Context, first: Range, second: Range) -> Iterator[Found]:
    """Check that two ranges have only list marks and names between them."""
    if first.paragraph != second.paragraph or first.end > second.start:
        yield "place", "subject and object must be next to each other"
        return
    gap = context.text.between(first, second)
    if not context.mentions.continues_list(gap, second):
        yield "place", f"«{gap}» is between subject and object"


def _left_out(context: Context, subject: Range) -> Iterator[Found]:
    """Check that the subject, which the sentence of the cue leaves out, is the last one named before it."""
    mark = context.roles["relation"][0]
    words = context.text.words((subject,))
    if subject[:2] > mark[:2]:
        yield "subject", f"the subject «{words}» must come before the sentence that leaves it out"
    elif (subject, words) not in context.mentions.grammatical_subjects:
        yield "subject", f"«{words}» is not the subject of its sentence"
    elif between := context.mentions.subjects_between(subject, mark, context.relation.subjects):
        yield "subject", f"«{between[-1]}» is a nearer subject than «{words}»"


def _near(context: Context, cue: Cue) -> Iterator[Found]:
    """Check that no other cue, longer name or other subject stands nearer than the words of the claim."""
    text, mentions, claim = context.text, context.mentions, context.claim
    subject, what, marks = context.roles["subject"], context.object_ranges, context.roles["relation"]
    for one, other in _gaps(context, cue):
        if any(mark in text.between(one, other) for mark in CLAUSE_BREAKS):
            yield "place", f"a clause ends between «{text.words((one,))}» and «{text.words((other,))}»"
        if rivals := mentions.rival_cues(one, other, claim.subject.iri, context.object_iri):
            yield "place", f"the cue «{rivals[0]}» is nearer to «{text.words((other,))}»"
    # In a compound such as 示范區 + 工業園區 the last name is meant.
    behind = [name for where, name in mentions.names.get(what[-1].paragraph, ()) if where.start == what[-1].end]
    kinds = context.wording.kinds.get(context.object_iri or "", frozenset())
    if behind and any(context.wording.kinds[thing] & kinds for thing in mentions.things_by_name[behind[0]]):
        yield "object", f"«{text.words(what)}» only describes «{behind[0]}», which follows it"
    if subject[0].paragraph == marks[0].paragraph and subject[0] < marks[0]:
        yield from _other_subject(context, subject[-1], marks[0])


def _gaps(context: Context, cue: Cue) -> Iterator[tuple[Range, Range]]:
    """Yield each end that the cue has a slot for, with each cue word beside that slot: (cue word, end)."""
    what, marks = context.object_ranges, context.roles["relation"]
    for mark in _beside("{o}", cue, marks):
        yield mark, what[0] if mark < what[0] else what[-1]
    for mark in _beside("{s}", cue, marks):
        yield mark, context.roles["subject"][0]


def _beside(slot: str, cue: Cue, marks: Position) -> Position:
    """Return the words of a cue right before and right after one of its slots, as far as there are any."""
    if slot not in cue.tokens:
        return ()
    before = sum(token not in SLOTS for token in cue.tokens[: cue.tokens.index(slot)])
    return marks[max(before - 1, 0) : before + 1]


def _other_subject(context: Context, subject: Range, mark: Range) -> Iterator[Found]:
    """Check that no other thing of the subject's kinds is named between the subject and the cue."""
    mentions, wording, iri = context.mentions, context.wording, context.claim.subject.iri
    between = Range(subject.paragraph, subject.end, mark.start)
    kinds = wording.kinds.get(iri, frozenset())
    for where, name in mentions.names.get(subject.paragraph, ()):
        rival = any(wording.kinds[thing] & kinds for thing in mentions.things_by_name[name])
        if rival and where.inside(between) and name not in wording.names.get(iri, ()):
            gap = context.text.paragraphs[subject.paragraph][subject.end : where.start]
            if not mentions.continues_list(gap, where):
                yield "subject", f"«{name}» is nearer to «{context.text.words((mark,))}»"
                return


def quotes_carry_claim(context: Context) -> Iterator[Found]:
    """Check that a quote contains the object, and that every quote contains some part of the claim.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    text = context.text
    quotes = [where for passage in context.claim.evidence if (where := place_of(passage))]
    last = context.roles["object"][-1]
    too_long = last.end - last.start > LONGEST_PHRASE  # no quote can hold all of it
    if not any(last.inside(quote) or (too_long and _overlap(last, quote)) for quote in quotes):
        yield "evidence", f"no quote contains «{text.words((last,))}»"
    names = _object_names(context)
    ranges = [each for position in context.roles.values() for each in position]
    for quote in quotes:
        words = text.words((quote,))
        # A source may say the same again elsewhere: there the quote must name the object.
        names_object = bool(words) and any(name in (words or "") for name in names)
        if not names_object and not any(_overlap(each, quote) for each in ranges):
            yield "evidence", f"the quote «{words}» contains no part of the claim"


def _object_names(context: Context) -> frozenset[str]:
    what = context.claim.object
    if not isinstance(what, Entity):
        return frozenset()
    anchor = context.wording.anchors.get(what.iri)
    own = frozenset([context.text.words(anchor) or ""]) if anchor else frozenset()
    return context.wording.names.get(what.iri, own)


def _overlap(one: Range, other: Range) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
