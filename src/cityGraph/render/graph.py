"""`neighbors`, `claims`, `show`, `about` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import terminal
from ..namespaces import shorten
from .columns import pad, plain, width, wrap
from .rows import (
    claim_lines,
    count_of,
    edge_notes,
    emptied_lines,
    head_lines,
    items,
    note_lines,
    row,
    source_lines,
    status_of,
)
from .words import WORDS

if TYPE_CHECKING:
    from ..model.graph import About, Claims, Neighbors, Shown
    from .columns import Style


def neighbors_text(answer: Neighbors, language: str, columns: int, style: Style = plain) -> str:
    """`neighbors` as text: a head line, then the ties by hop and relation, then the sources."""
    words = WORDS[language]
    count = count_of(words, "neighbors", len(answer))
    if answer.held_back:
        count += " · " + str(words["held_back"]).format(n=answer.held_back)
    lines = list(head_lines(answer.entity, answer.names, count, columns))
    names = max((width(terminal(tie.label)) for tie in answer), default=0)
    heading = None
    for tie in answer:
        arrow = "→" if tie.direction == "out" else "←"
        now = f"{terminal(tie.relation.label)} {arrow}"
        if tie.hops > 1:
            via = str(words["via"]).format(name=terminal(tie.via.label))
            now = f"{str(words['hop']).format(n=tie.hops)} · {via} · {now}"
        if now != heading:
            heading = now
            lines += wrap(now, columns)
        shown = "inferred" if tie.basis == "inferred" else tie.status
        lines += row(terminal(tie.label), shown, tie.evidence, names, language, columns, style)
        lines += note_lines(edge_notes(tie, words), language, columns)
    lines += emptied_lines(answer.emptied, words, columns)
    return "\n".join([*lines, *source_lines((tie.evidence for tie in answer), columns)]) + "\n"


def claims_text(answer: Claims, language: str, columns: int, style: Style = plain) -> str:
    """`claims` as text: a head line, then the claims in the order of the source, then the sources."""
    words = WORDS[language]
    count = count_of(words, "claims", len(answer))
    lines = list(head_lines(answer.entity, (), count, columns)) if answer.entity else [count]
    lines += claim_lines(answer.claims, language, columns, style)
    lines += emptied_lines(answer.emptied, words, columns)
    return "\n".join([*lines, *source_lines((claim.evidence for claim in answer), columns)]) + "\n"


def about_text(answer: About, language: str, columns: int) -> str:
    """`about` as text: totals, then one paragraph a heading, largest first."""
    words = WORDS[language]
    lines = wrap(str(words["about"]).format(**answer.as_json()), columns)
    status = {status_of(name, words): n for name, n in answer.status.items()}
    bases = dict(zip(("stated", "resolved", "inferred"), words["basis"], strict=True))
    basis = {bases.get(name, name): n for name, n in answer.basis.items()}
    groups = (status, basis, answer.sources, answer.kinds, answer.relations)
    step = max(map(width, words["headings"])) + 2
    for heading, counts in zip(words["headings"], groups, strict=True):
        if not counts:
            continue
        told = items([f"{terminal(name)} {n}" for name, n in counts.items()], columns - step)
        lines += [pad("" if at else heading, step) + line for at, line in enumerate(told)]
    return "\n".join(lines) + "\n"


def shown_text(answer: Shown, language: str, columns: int, style: Style = plain) -> str:
    """`show` as text: a head line, its names, its facts with status and place, how much is tied to it, and by whom."""
    words = WORDS[language]
    thing = answer.entity
    lines = wrap(
        " · ".join(terminal(each) for each in (thing.label, thing.kind_label, shorten(thing.iri)) if each), columns
    )
    roles: dict[tuple[str, str], list[str]] = {}
    for name, tag, role in answer.names:
        roles.setdefault((words["name_roles"][role], tag), []).append(terminal(name))
    told = [(" ".join(filter(None, (role, terminal(tag)))), spelled) for (role, tag), spelled in roles.items()]
    step = max((width(title) for title, _ in told), default=0) + 4
    for title, spelled in told:
        for at, line in enumerate(items(spelled, columns - step)):
            lines.append((pad("" if at else "  " + title, step) + line).rstrip())
    if answer.facts:
        lines += ["", words["facts"], *claim_lines(answer.facts, language, columns, style)]
    lines += ["", words["neighbors"].format(n=answer.neighbors)]
    if answer.sources:
        head = words["said_by"] + "  "
        for at, line in enumerate(items([terminal(source.label) for source in answer.sources], columns - width(head))):
            lines.append(pad("" if at else head, width(head)) + line)
    lines += source_lines((fact.evidence for fact in answer.facts), columns)
    return "\n".join(lines) + "\n"
