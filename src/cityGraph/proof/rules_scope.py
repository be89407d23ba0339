"""Rules on the mood of the places of a claim: does the text deny, doubt, plan or take back what the words there say?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.claim import Value
from ..model.positions import Range
from .context import CORE
from .rules_mood import status_marked
from .scope import moods_at
from .wording import NAMING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Found
    from .scope import Mark

REASONS = {
    "denied": "the text denies this",
    "hearsay": "the text reports this as hearsay",
    "condition": "the text makes this depend on something",
    "former": "the text says this of an earlier time",
    "planned": "the text plans this",
    "targeted": "the text plans this",
    "done": "the text says that this is done",
}
UNREAL = ("denied", "hearsay", "condition", "former")
_NEARBY = 4  # characters: 已 in 已正式支持 belongs to 支持
_TITLE_VERB = 1  # characters: 擬任 before a title
_PLACE_FOLLOWS = ("在", "于", "於")
_COVERBS = (
    *_PLACE_FOLLOWS,
    "以",
    "由",
    "把",
    "將",
    "将",
    "為",
    "为",
    "是",
    "與",
    "与",
    "從",
    "从",
    "向",
    "對",
    "对",
    "成為",
    "成为",
)
_PART_ENDS = ",\uff0c。;\uff1b﹔"
_QUOTES = '“”「」『』"'
_NOT_THAT_DAY = re.compile(r"\s*(?:前[後后]|之?[前後后]|以[前後后]|左右)")
_NOT_THAT_DAY_EITHER = re.compile(r"\b(?:before|after|until|around|about|circa)\s+$", re.IGNORECASE)


def said_as_real(context: Context) -> Iterator[Found]:
    """Check that no word denies a claim, reports it as hearsay, makes it a condition, or says it of an earlier time.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    if context.structure == "heading":  # a heading stands over a denial as over any other words
        return
    for where in _places(context):
        for mark in _governing(context, where):
            if mark.mood in UNREAL:
                yield "mood", f"{REASONS[mark.mood]}: {mark.word}"
                return


def said_as_fact(context: Context) -> Iterator[Found]:
    """Check that no word of the lexicon plans a realised claim, and that none says that a planned one is done.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    if context.structure in ("heading", "nested") or context.relation is NAMING:
        return
    if any(status_marked(context)):  # the words that the ontology declares have said it
        return
    realised = context.claim.status == "realised"
    for where in context.roles.get("relation") or _outermost(context):
        if mark := _planning(context, where) if realised else _finishing(context, where):
            yield "mood", f"{REASONS[mark.mood]}: {mark.word}"
            return


def date_exact(context: Context) -> Iterator[Found]:
    """Check that a date is the day or year itself, and not the time before or after it.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    value = context.claim.object
    if not isinstance(value, Value) or not value.datatype.endswith(("#date", "#gYear", "#gYearMonth")):
        return
    if context.structure == "nested" or context.claim.status != "realised":
        return
    where = context.object_ranges[-1]
    paragraph = context.text.paragraphs[where.paragraph]
    behind, before = _NOT_THAT_DAY.match(paragraph, where.end), _NOT_THAT_DAY_EITHER.search(paragraph[: where.start])
    if behind:
        yield "value", f"the text has «{paragraph[where.start : behind.end()]}»"
    elif before:
        yield "value", f"the text has «{paragraph[before.start() : where.end]}»"


def _places(context: Context) -> list[Range]:
    """Return where the words of the claim stand, without a subject that an earlier sentence names."""
    last = context.roles["object"][-1]
    here = context.text.sentence(context.roles.get("relation", (last,))[0])
    roles = [role for role in ("relation", "object", "subject") if role in context.roles]
    return [where for role in roles for where in context.roles[role] if role == "relation" or where.inside(here)]


def _governing(context: Context, where: Range) -> list[Mark]:
    """Return the marks that govern a place, nearest first, without those that are words of the claim itself."""
    own = [each for role in CORE for each in context.roles.get(role, ()) if each.paragraph == where.paragraph]
    marks = context.mentions.moods(where.paragraph)
    return [
        mark
        for mark in moods_at(marks, where.start, where.end)
        if not any(each.start <= mark.start and mark.end <= each.end for each in own)
    ]


def _outermost(context: Context) -> list[Range]:
    """Return the first words of a claim that no cue marks."""
    here = context.object_ranges[0].paragraph
    return [min(each for each in (*context.roles["subject"], *context.object_ranges) if each.paragraph == here)]


def _planning(context: Context, where: Range) -> Mark | None:
    """Return the word that plans what stands at a place; None if there is none, or if it belongs to another verb."""
    governing = _governing(context, where)
    done = [mark for mark in governing if mark.mood == "done" and mark.first == mark.end]
    for mark in governing:
        settled = any(mark.end <= each.start for each in done)
        if mark.mood not in ("planned", "targeted") or settled:
            continue
        if not _of_another_subject(context, mark, where) and not _of_another_verb(context, mark, where):
            return mark
    return None


def _of_another_subject(context: Context, mark: Mark, where: Range) -> bool:
    """Return whether a word plans what another thing does, as 將 in 甲將種樹,乙支持丙 for a claim on 乙."""
    subject = context.roles["subject"][0]
    paragraph = context.text.paragraphs[where.paragraph]
    if mark.mood != "planned" or not subject.inside(Range(where.paragraph, mark.end, where.start)):
        return False
    own_part = max(paragraph.rfind(each, 0, mark.start) for each in _PART_ENDS) + 1
    names = context.mentions.names.get(where.paragraph, ())
    apart = any(each in paragraph[mark.end : subject.start] for each in _PART_ENDS)
    return apart and any(own_part <= name.start and name.end <= mark.start for name, _ in names)


def _of_another_verb(context: Context, mark: Mark, where: Range) -> bool:
    """Return whether a word plans something else than a fact that is never planned, as in 將支持以甲為龍頭的乙."""
    if len(context.relation.statuses) > 1:
        return False
    gap = context.text.paragraphs[where.paragraph][mark.end : where.start]
    if "relation" not in context.roles:
        return context.structure is None and (
            len(gap.strip(_QUOTES)) > _TITLE_VERB or mark.word.endswith(_PLACE_FOLLOWS)
        )
    between = Range(where.paragraph, mark.end, where.start)
    own = context.roles["relation"]
    if any(cue.inside(between) and cue not in own for cue, _ in context.mentions.cues.get(where.paragraph, ())):
        return True
    ends = [each.start for role in ("subject", "object") for each in context.roles[role] if each.inside(between)]
    before_end = gap[: min(ends) - mark.end].strip(_QUOTES) if ends else ""
    return bool(before_end) and not before_end.endswith(_COVERBS)


def _finishing(context: Context, where: Range) -> Mark | None:
    """Return the word right beside a place that says that it is done; None if there is none."""
    for mark in _governing(context, where):
        near = 0 <= where.start - mark.end <= _NEARBY or mark.start == where.end
        if mark.mood == "done" and near:
            return mark
    return None
