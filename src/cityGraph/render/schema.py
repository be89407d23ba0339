"""Write the answer of `schema` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..namespaces import shorten
from .columns import pad, width, wrap
from .display import display
from .figures import quoted
from .rows import count_of, status_of
from .words import WORDS

if TYPE_CHECKING:
    from ..model.schema import Kind, KindRelation, Schema


def schema_text(answer: Schema, language: str, columns: int) -> str:
    """Return the answer of `schema` as text.

    Args:
        answer: What `schema` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end. Without a kind, a row for each kind: label, local name, number, definition. With
        one, a head line and its definition, then for each relation the kinds at its other end, and below it the
        statuses, the number of its claims, its qualifiers, and the words that mark it in a text.
    """
    words = WORDS[language]
    own = words["schema"]
    if answer.kind is None:
        return "\n".join(_kind_rows(answer.kinds, own, columns)) + "\n"
    kind = answer.kind
    name = f" ({display(kind.name)})" if kind.name != kind.label else ""
    head = (display(kind.label) + name, count_of(words, "members", kind.count), display(shorten(kind.iri)))
    lines = wrap(" · ".join(head), columns)
    if kind.definition:
        lines += ["  " + line for line in wrap(display(kind.definition), columns - 2)]
    for direction in ("out", "in"):
        for relation in answer.relations:
            if relation.direction == direction:
                lines += ["", *_relation_lines(relation, words, columns)]
    return "\n".join(lines) + "\n"


def _kind_rows(kinds: tuple[Kind, ...], own: dict[str, Any], columns: int) -> list[str]:
    rows = [
        (display(kind.label), display(kind.name), str(kind.count), display(kind.definition or "")) for kind in kinds
    ]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)][:3] if rows else []
    lines = wrap(own["kinds"].format(n=len(kinds)), columns)
    for label, name, count, definition in rows:
        cells = (pad(label, widths[0]), pad(name, widths[1]), count.rjust(widths[2]))
        start = "  " + "  ".join(cells) + "  "
        room = columns - width(start)
        if room >= 20:
            told = wrap(definition, room) or [""]
            lines += [(pad("" if at else start, width(start)) + line).rstrip() for at, line in enumerate(told)]
        else:
            lines += ["  " + line for line in wrap(" · ".join((label, name, count)), columns - 2)]
            lines += ["      " + line for line in wrap(definition, columns - 6)]
    return lines


def _relation_lines(relation: KindRelation, words: dict[str, Any], columns: int) -> list[str]:
    own = words["schema"]
    arrow = "→" if relation.direction == "out" else "←"
    ends = [display(kind.label) for kind in relation.kinds]
    ends += [words["literals"].get(value, value) for value in relation.values]
    ends = ends or [words["facets"]["value"]]
    name = display(relation.relation.label)
    # A relation without a label for this direction begins with an arrow already.
    parts = (name, "" if name.startswith("←") else arrow, words["comma"].join(ends))
    head = " ".join(part for part in parts if part)
    short = shorten(relation.relation.iri).removeprefix("cg:").strip("<>")
    lines = wrap(f"{head} · {display(short)}", columns)
    facts = [count_of(words, "claims", relation.claims)]
    if relation.statuses:
        facts.insert(0, words["comma"].join(status_of(status, words) for status in relation.statuses))
    if relation.qualifiers:
        facts.append(own["qualifiers"] + words["comma"].join(display(each.label) for each in relation.qualifiers))
    shown = [" · ".join(facts)]
    if relation.definition:
        shown.append(display(relation.definition))
    if relation.cues:
        subject, what = (f"[{words['roles'][role]}]" for role in ("subject", "object"))
        cues = (cue.replace("{s}", subject).replace("{o}", what) for cue in relation.cues)
        shown.append(own["cues"] + " ".join(quoted(terminal(cue), words) for cue in cues))
    return [*lines, *("    " + line for text in shown for line in wrap(text, columns - 4))]
