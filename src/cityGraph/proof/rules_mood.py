"""Rules on what kind of statement the words make: plan or fact, stated or resolved, and with what qualifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.positions import Position, Range
from ..namespaces import local
from .context import CORE
from .rules_relation import CLAUSE_BREAKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Found

WITHOUT_POSITION = ("unit", "comparator", "order")  # the value, or the claims beside it, have their words
LITERAL_WORDS = ("purpose", "verb")  # the value of these qualifiers is the words themselves


def status_marked(context: Context) -> Iterator[Found]:
    """Check that a modal word marks a plan, and that none marks a fact.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    modal = context.roles.get("modal")
    if context.structure:
        if modal:
            yield "modal", f"{local(context.relation.iri)} takes no modal word"
    elif modal is None:
        yield from _without_modal(context)
    else:
        yield from _with_modal(context, modal)


def _without_modal(context: Context) -> Iterator[Found]:
    if len(context.relation.statuses) == 1:
        return
    if context.claim.status != "realised":
        yield "modal", f"no modal word makes the claim {context.claim.status}"
    elif "relation" in context.roles and (word := _governing_word(context)):
        yield "modal", f"the modal word «{word}» makes the claim {context.wording.modal[word]}"


def _with_modal(context: Context, modal: Position) -> Iterator[Found]:
    words = context.text.words(modal) or ""
    if context.claim.status == "realised":
        yield "modal", f"a realised claim has no modal word, but this one has «{words}»"
    elif context.wording.modal.get(words) != context.claim.status:
        yield "modal", f"«{words}» does not make the claim {context.claim.status}"
    elif not _governs(context, modal[0]):
        yield "modal", f"the modal word «{words}» belongs to other words"


def _governs(context: Context, modal: Range) -> bool:
    """Return whether a modal word stands right after the subject, or before the cue in its sentence."""
    mark = context.roles.get("relation", context.roles["object"])[0]
    subject = context.roles["subject"][-1]
    after_subject = subject.paragraph == modal.paragraph and subject.end == modal.start
    return after_subject or (modal.inside(context.text.sentence(mark)) and modal <= mark)


def _governing_word(context: Context) -> str | None:
    """Return the modal word right after the subject or before the cue in its clause; None if there is none."""
    mark, subject = context.roles["relation"][0], context.roles["subject"][-1]
    paragraphs = context.text.paragraphs
    after = paragraphs[subject.paragraph][subject.end :]
    start = context.text.sentence(mark).start
    if subject.paragraph == mark.paragraph and start <= subject.start < mark.start:
        start = subject.end
    before = paragraphs[mark.paragraph][start : mark.start]
    clause = before[max(before.rfind(character) for character in CLAUSE_BREAKS) + 1 :]
    return next((word for word in context.wording.modal if word in clause or after.startswith(word)), None)


def basis_fits(context: Context) -> Iterator[Found]:
    """Check that a claim is "stated" if one sentence names all of it, and "resolved" otherwise.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    sentences = {context.text.sentence(each) for role in CORE for each in context.roles.get(role, ())}
    ends = {"subject": context.claim.subject.iri, "object": context.object_iri or ""}
    anaphors = context.wording.anaphors
    stood_for = any(context.words(role) in anaphors.get(thing, ()) for role, thing in ends.items())
    computed = bool(context.reading and context.reading.computed)
    basis = "resolved" if computed or stood_for or len(sentences) > 1 else "stated"
    if basis != context.claim.basis:
        why = "one sentence names all parts" if basis == "stated" else "a part comes from elsewhere"
        yield "basis", f"{why}, so the basis is {basis}, not {context.claim.basis}"


def qualifiers_printed(context: Context) -> Iterator[Found]:
    """Check that the words of each qualifier say what it says, and that no open list passes for a closed one.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    marks = [mark for role in ("object", "subject") if (mark := _open_mark(context, role))]
    for mark in marks if context.claim.qualifier("openList") is None else []:
        message = "leaves the list open, but the claim does not say so"
        yield "openList", f"«{context.text.words((mark,))}» {message}"
    for qualifier in context.claim.qualifiers:
        name, ranges = qualifier.name, context.roles.get(qualifier.name)
        if name in WITHOUT_POSITION:
            continue
        if ranges is None:
            yield name, f"no position of «{qualifier.text}»"
            continue
        words = context.text.words(ranges) or ""
        if name in LITERAL_WORDS and words != qualifier.value:
            yield name, f"the text has «{words}», not «{qualifier.value}»"
        elif name == "verb" and not any(cue.inside(ranges[0]) for cue in context.roles.get("relation", ())):
            yield "verb", f"«{words}» does not contain the cue"
        elif name == "openList" and ranges not in [(mark,) for mark in marks]:
            yield "openList", f"«{words}» does not leave the list open"
        elif name == "stage" and context.wording.stages.get(words) != qualifier.value:
            yield "stage", f"«{words}» is not a word for the stage {local(qualifier.value)}"


def _open_mark(context: Context, role: str) -> Range | None:
    """Return the mark (等) that leaves the list of an end open; None if the end stands in no open list."""
    if context.structure or not isinstance(context.claim.object, Entity):
        return None
    ranges, marks = context.roles[role], context.wording.open_marks
    first = ranges[0]
    paragraph = context.text.paragraphs[first.paragraph]
    at = paragraph.find(marks[-1], first.end) if marks else -1
    if at < 0:
        return None
    mark = next(mark for mark in marks if paragraph.startswith(mark, at))
    # In 新建路等維修改造工程 the list has only the beginnings of names: their common end stands once, behind the mark.
    tail = (context.text.words(ranges[1:]) or "") if len(ranges) > 1 else ""
    names = context.mentions.things_by_name
    heads = {name.removesuffix(tail) for name in names if tail and name.endswith(tail)} | {tail}
    where = Range(first.paragraph, at, at + len(mark))
    return where if context.mentions.continues_list(paragraph[first.end : at], where, heads) else None
