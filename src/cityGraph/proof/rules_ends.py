"""Rules on the two ends of a claim: do the words name the subject and the object, or print the value?"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from ..model.claim import Entity, Value
from ..model.positions import Range
from ..namespaces import local
from .quantities import dates
from .wording import NAMING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Found


def subject_named(context: Context) -> Iterator[Found]:
    """Check that the words of the subject are a name of it.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    yield from _named(context, "subject", context.claim.subject)


def object_named(context: Context) -> Iterator[Found]:
    """Check that the words of an object that is a thing are a name of it.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    if isinstance(context.claim.object, Entity):
        yield from _named(context, "object", context.claim.object)


def _named(context: Context, role: str, thing: Entity) -> Iterator[Found]:
    ranges, words = context.roles[role], context.words(role)
    wording = context.wording
    if thing.iri in wording.anchors:
        if ranges != wording.anchors[thing.iri]:
            yield role, f"«{words}» is not at the anchor of {thing.label}"
    elif words not in wording.names.get(thing.iri, ()):
        yield role, f"«{words}» is not a name of {thing.label}"
    elif role == "object" and context.relation.nested:
        return  # a nested object is part of a longer name by definition
    elif len(ranges) == 1 and not context.mentions.is_whole_name(ranges[0]):
        yield role, f"«{words}» is only a part of a longer name"


def alias_printed(context: Context) -> Iterator[Found]:
    """Check that a name, which a claim gives to a thing, is printed as it is claimed.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    name = context.claim.object
    if isinstance(name, Value) and context.relation is NAMING and (words := context.words("object")) != name.value:
        yield "object", f"the text has «{words}», not «{name.value}»"


def value_printed(context: Context) -> Iterator[Found]:
    """Check that the words of a value give the number or date of the claim, with its unit and comparator.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    value, relation = context.claim.object, context.relation
    if isinstance(value, Entity) or relation is NAMING:
        return
    words, reading = context.words("object"), context.reading
    if reading is None:
        yield "value", f"«{words}» is not a complete number or date"
        return
    if reading.datatype != value.datatype or not _equal(reading.value, value.value):
        yield "value", f"«{words}» says {reading.value}, not {value.value}"
    for name, printed in (("unit", reading.unit), ("comparator", reading.comparator)):
        claimed = context.claim.qualifier(name)
        if claimed != printed:
            message = f"is {local(printed) if printed else 'none'}, not {local(claimed) if claimed else 'none'}"
            yield name, f"the {name} of «{words}» {message}"
    if relation.unit and reading.unit != relation.unit:
        yield "unit", f"values of {local(relation.iri)} must have the unit {local(relation.unit)}"


def object_nested(context: Context) -> Iterator[Found]:
    """Check that a nested object is part of the words of the subject, and of no shorter name or number in them.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    if context.structure != "nested":
        return
    holder, parts = context.roles["subject"], context.roles["object"]
    words = context.words("object")
    if not all(any(part.inside(whole) for whole in holder) for part in parts):
        yield "place", f"«{words}» is not a part of «{context.words('subject')}»"
        return
    number = parts[0].paragraph
    names = [where for where, _ in context.mentions.names.get(number, ())]
    numbers = context.wording.reader.quantities(context.text.paragraphs[number])
    computed = [Range(number, *span) for span, reading in numbers.items() if reading.computed]
    for longer in names + computed:
        within = any(longer.inside(whole) and (longer != whole or longer in computed) for whole in holder)
        if within and any(part.inside(longer) and part != longer for part in parts):
            yield "object", f"«{words}» is only a part of «{context.text.words((longer,))}»"
            return


def date_nearest(context: Context) -> Iterator[Found]:
    """Check that a date stands before what it dates, with no other date between them.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    if context.structure != "nearest":
        return
    when, dated = context.roles["object"][-1], context.roles["subject"][0]
    if when[:2] > dated[:2]:
        yield "place", "the date must come before the subject"
        return
    only_days = any(kind.endswith("#date") for kind in context.relation.objects)
    if only_days and when.paragraph != dated.paragraph:
        yield "place", "the date and the subject must be in the same paragraph"
    for number in range(when.paragraph, dated.paragraph + 1):
        paragraph = context.text.paragraphs.get(number, "")
        for start, end in dates(paragraph):
            other = Range(number, start, end)
            if when[:2] < other[:2] < dated[:2] and ("日" in paragraph[start:end] or not only_days):
                yield "place", f"the date «{paragraph[start:end]}» is nearer to the subject"
                return


def heading_nearest(context: Context) -> Iterator[Found]:
    """Check that the object is a paragraph by itself, and the last such heading above the subject.

    Args:
        context: The claim in its text.

    Yields:
        What is wrong, as (rule, message).
    """
    if context.structure != "heading":
        return
    heading, below = context.roles["object"][0], context.roles["subject"][0]
    paragraphs = context.text.paragraphs
    words = context.text.words((heading,))
    if words != paragraphs[heading.paragraph].strip():
        yield "place", f"«{words}» is not a heading"
    elif heading.paragraph >= below.paragraph:
        yield "place", f"the heading «{words}» is not above the subject"
    else:
        between = [paragraphs.get(n, "").strip() for n in range(heading.paragraph + 1, below.paragraph)]
        if nearer := [name for name in between if _could_be_object(context, name)]:
            yield "place", f"the heading «{nearer[-1]}» is nearer to the subject"


def _could_be_object(context: Context, name: str) -> bool:
    things = context.mentions.things_by_name.get(name, ())
    return any(context.wording.is_a(thing, context.relation.objects) for thing in things)


def _equal(one: str, other: str) -> bool:
    """Return whether two values are the same number or, if they are no numbers, the same text."""
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other
