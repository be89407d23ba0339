"""Write the answers of `neighbors`, `claims`, `show` and `about` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..namespaces import shorten
from .columns import pad, plain, width, wrap
from .display import display
from .figures import own_words
from .notes import neighbor_notes, note_lines
from .rows import (
    basis_of,
    claim_lines,
    count_of,
    emptied_lines,
    head_lines,
    item_lines,
    row,
    source_lines,
    status_of,
)
from .words import WORDS

if TYPE_CHECKING:
    from ..model.graph import About, Claims, Neighbors, Shown
    from .columns import Style


def neighbors_text(answer: Neighbors, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `neighbors` as text: a head line, the edges by hop and relation, then the sources.

    Args:
        answer: What `neighbors` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    count = count_of(words, "neighbors", len(answer))
    if answer.held_back:
        count += " · " + str(words["held_back"]).format(n=answer.held_back)
    lines = list(head_lines(answer.entity, answer.names, count, words, columns))
    widest = max((width(display(neighbor.label)) for neighbor in answer), default=0)
    last_heading = None
    for neighbor in answer:
        arrow = "→" if neighbor.direction == "out" else "←"
        heading = f"{display(neighbor.relation.label)} {arrow}"
        if neighbor.hops > 1:
            via = str(words["via"]).format(name=display(neighbor.via.label))
            heading = f"{str(words['hop']).format(n=neighbor.hops)} · {via} · {heading}"
        if heading != last_heading:
            last_heading = heading
            lines += wrap(heading, columns)
        lines += row(display(neighbor.label), neighbor.standing, neighbor.evidence, widest, language, columns, style)
        lines += note_lines(neighbor_notes(neighbor, words), language, columns)
    lines += emptied_lines(answer.emptied, words, columns)
    return "\n".join([*lines, *source_lines((neighbor.evidence for neighbor in answer), columns)]) + "\n"


def claims_text(answer: Claims, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `claims` as text: a head line, the claims in the order of the source, then the sources.

    Args:
        answer: What `claims` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    count = count_of(words, "claims", len(answer))
    lines = list(head_lines(answer.entity, (), count, words, columns)) if answer.entity else [count]
    lines += claim_lines(answer.claims, language, columns, style)
    lines += emptied_lines(answer.emptied, words, columns)
    return "\n".join([*lines, *source_lines((claim.evidence for claim in answer), columns)]) + "\n"


def about_text(answer: About, language: str, columns: int) -> str:
    """Return the answer of `about` as text: the totals, then one paragraph per heading, largest counts first.

    Args:
        answer: What `about` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end. A heading without counts is left out.
    """
    words = WORDS[language]
    lines = wrap(str(words["about"]).format(**answer.as_json()), columns)
    status = {status_of(name, words): n for name, n in answer.status.items()}
    basis = {basis_of(name, words): n for name, n in answer.basis.items()}
    groups = (status, basis, answer.sources, answer.kinds, answer.relations)
    step = max(map(width, words["headings"])) + 2
    for heading, counts in zip(words["headings"], groups, strict=True):
        if not counts:
            continue
        listed = item_lines([f"{display(name)} {n}" for name, n in counts.items()], columns - step)
        lines += [pad("" if at else heading, step) + line for at, line in enumerate(listed)]
    return "\n".join(lines) + "\n"


def shown_text(answer: Shown, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `show` as text.

    The text has a head line, the names by role and language, the facts with status and place, the number of
    neighbors, and the sources.

    Args:
        answer: What `show` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    thing = answer.entity
    lines = wrap(
        " · ".join(display(each) for each in (thing.label, thing.kind_label, shorten(thing.iri)) if each), columns
    )
    by_role: dict[tuple[str, str], list[str]] = {}
    for name, tag, role in answer.names:
        by_role.setdefault((words["name_roles"][role], tag), []).append(display(own_words(name, tag, words)))
    titled = [(" ".join(filter(None, (role, display(tag)))), names) for (role, tag), names in by_role.items()]
    step = max((width(title) for title, _ in titled), default=0) + 4
    for title, names in titled:
        for at, line in enumerate(item_lines(names, columns - step)):
            lines.append((pad("" if at else "  " + title, step) + line).rstrip())
    if answer.facts:
        lines += ["", words["facts"], *claim_lines(answer.facts, language, columns, style)]
    lines += ["", words["neighbors"].format(n=answer.neighbors)]
    if answer.sources:
        head = words["said_by"] + "  "
        labels = [display(source.label) for source in answer.sources]
        for at, line in enumerate(item_lines(labels, columns - width(head))):
            lines.append(pad("" if at else head, width(head)) + line)
    lines += source_lines((fact.evidence for fact in answer.facts), columns)
    return "\n".join(lines) + "\n"
