"""`central`, `communities`, `bridges`, `similar` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from .columns import wrap
from .rows import count_of, items
from .words import WORDS

if TYPE_CHECKING:
    from ..model.claim import Entity
    from ..model.network import Bridges, Central, Communities, Similar


def central_text(answer: Central, language: str, columns: int) -> str:
    """`central` as text: what was measured and what that means, then rank, score, name and kind."""
    words = WORDS[language]
    lines = wrap(words["central"].format(by=answer.by, things=answer.things, ties=answer.ties), columns)
    notes = [words[f"means_{answer.by}"], *_without(answer.left_out, words)]
    if answer.reached is not None:
        notes.append(words["settled"].format(reached=f"{answer.reached:.0e}"))
    if answer.pivots is not None:
        notes.append(words["sampled"].format(n=answer.pivots))
    if any(score.before is not None for score in answer):
        notes.append(words["effect"])
    lines += [line for note in notes for line in wrap(note, columns)]
    figures = [f"{s.score:.4f}" if s.before is None else f"{s.score - s.before:+.4f}" for s in answer]
    wide = max(map(len, figures), default=0)
    for score, figure in zip(answer, figures, strict=True):
        head, *rest = wrap(title_of(score.entity), max(10, columns - wide - 7))
        lines += [f"{score.rank:4}  {figure:>{wide}} {head}", *(" " * (wide + 7) + line for line in rest)]
    return "\n".join(lines) + "\n"


def communities_text(answer: Communities, language: str, columns: int) -> str:
    """`communities` as text: each group of more than one by its name, with all its members."""
    words = WORDS[language]
    several = [group for group in answer if len(group) > 1]
    lines = wrap(words["groups"].format(n=len(several), modularity=f"{answer.modularity:.3f}"), columns)
    lines += [line for note in _without(answer.left_out, words) for line in wrap(note, columns)]
    for number, group in enumerate(several, start=1):
        size = count_of(words, "members", len(group))
        lines += ["", *wrap(f"{number}. {terminal(group.name)} · {size}", columns)]
        lines += [
            "  " + line for line in items([terminal(member.label) for member in group.members[3:]], columns - 2) if line
        ]
    return "\n".join(lines) + "\n"


def bridges_text(answer: Bridges, language: str, columns: int) -> str:
    """`bridges` as text: each thing with how many hang on it alone, and which those are."""
    words = WORDS[language]
    lines = [line for note in _without(answer.left_out, words) for line in wrap(note, columns)]
    for bridge in answer:
        lines += wrap(f"{title_of(bridge.entity)} · {words['cut'].format(n=bridge.cut_off)}", columns)
        told = [
            words["comma"].join(terminal(member.label) for member in part[:8]) + ("…" if len(part) > 8 else "")
            for part in bridge.parts
        ]
        lines += ["    " + line for line in wrap(words["pieces"] + " · ".join(told), columns - 4)]
    return "\n".join(lines) + "\n"


def similar_text(answer: Similar, language: str, columns: int) -> str:
    """`similar` as text: likeness, name, and the ties that both have."""
    words = WORDS[language]
    lines = wrap(
        f"{title_of(answer.entity)}  {count_of(words, 'alike', len(answer))}",
        columns,
    )
    for twin in answer:
        lines += wrap(f"{twin.score:.2f}  {title_of(twin.entity)}", columns)
        told = words["comma"].join(terminal(relation.to(thing.label)) for relation, thing in twin.shared)
        lines += ["      " + line for line in wrap(words["shares"] + told, columns - 6)]
    return "\n".join(lines) + "\n"


def _without(left_out: tuple[Entity, ...], words: dict[str, Any]) -> list[str]:
    names = words["comma"].join(terminal(centre.label) for centre in left_out)
    return [words["without"].format(name=names)] if left_out else []


def title_of(thing: Entity) -> str:
    """Return the label and the kind of a thing on one line."""
    return " · ".join(filter(None, (terminal(thing.label), terminal(thing.kind_label))))
