"""`find` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..store.engine import shorten
from .columns import pad, plain, safe, width, wrap
from .rows import claim_lines, items, source_lines
from .words import WORDS

if TYPE_CHECKING:
    from ..model.graph import Found, Shown
    from .columns import Style


def found_text(answer: Found, language: str, columns: int) -> str:
    """`find` as text: how many fit, then one line each: label, kind, the name that fits, how it does."""
    words = WORDS[language]
    lines = wrap(words["found"].format(n=len(answer), name=safe(short(answer.asked))), columns)
    table = [
        [safe(each) for each in (m.label, m.entity.kind_label or m.entity.kind, m.name, words["how"][m.how])]
        for m in answer
    ]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    for label, *more in table:
        row = "  ".join(map(pad, (label, *more), widths)).rstrip()
        if sum(widths) + 8 <= columns:
            lines.append("  " + row)
        else:
            lines += ["  " + line for line in wrap(label, columns - 2)]
            lines += ["    " + line for line in items([each for each in more if each], columns - 4)]
    return "\n".join(lines) + "\n"


def shown_text(answer: Shown, language: str, columns: int, style: Style = plain) -> str:
    """`show` as text: a head line, its names, its facts with status and place, how much is tied to it, and by whom."""
    words = WORDS[language]
    thing = answer.entity
    lines = wrap(
        " · ".join(safe(each) for each in (thing.label, thing.kind_label, shorten(thing.iri)) if each), columns
    )
    roles: dict[tuple[str, str], list[str]] = {}
    for name, tag, role in answer.names:
        roles.setdefault((words["name_roles"][role], tag), []).append(safe(name))
    told = [(" ".join(filter(None, (role, safe(tag)))), spelled) for (role, tag), spelled in roles.items()]
    step = max((width(head) for head, _ in told), default=0) + 4
    for head, spelled in told:
        for at, line in enumerate(items(spelled, columns - step)):
            lines.append((pad("" if at else "  " + head, step) + line).rstrip())
    if answer.facts:
        lines += ["", words["facts"], *claim_lines(answer.facts, language, columns, style)]
    lines += ["", words["neighbors"].format(n=answer.neighbors)]
    if answer.sources:
        head = words["said_by"] + "  "
        for at, line in enumerate(items([safe(source.label) for source in answer.sources], columns - width(head))):
            lines.append(pad("" if at else head, width(head)) + line)
    lines += source_lines((fact.evidence for fact in answer.facts), columns)
    return "\n".join(lines) + "\n"
