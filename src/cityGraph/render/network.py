"""Write the answers of `central`, `communities`, `bridges` and `similar` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .columns import wrap
from .display import display
from .rows import count_of, item_lines
from .words import WORDS

if TYPE_CHECKING:
    from ..model.claim import Entity
    from ..model.network import Bridges, Central, Communities, Similar

_SHOWN = 0.00005  # half of the last place of a score as it is printed


def central_text(answer: Central, language: str, columns: int) -> str:
    """Return the answer of `central` as text.

    The text says what was measured and what the measure means. Then comes one line per thing: rank, score, label and
    kind. If the effect of plans was asked for, the score is what plans and targets add.

    Args:
        answer: What `central` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    lines = wrap(
        words["central"].format(by=answer.by, things=answer.things, pairs=count_of(words, "pairs", answer.pairs)),
        columns,
    )
    notes = [words[f"means_{answer.by}"], *_left_out_note(answer.left_out_hubs, words)]
    if answer.reached is not None:
        settled = answer.reached < _SHOWN
        notes.append(words["settled"] if settled else words["unsettled"].format(reached=f"{answer.reached:.4f}"))
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
    """Return the answer of `communities` as text: each group by its name, with its other members below.

    Args:
        answer: What `communities` returned. Groups of one thing are not printed.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    groups = [group for group in answer if len(group) > 1]
    lines = wrap(words["groups"].format(n=len(groups), modularity=f"{answer.modularity:.3f}"), columns)
    lines += [line for note in _left_out_note(answer.left_out_hubs, words) for line in wrap(note, columns)]
    for number, group in enumerate(groups, start=1):
        size = count_of(words, "members", len(group))
        lines += ["", *wrap(f"{number}. {display(group.name)} · {size}", columns)]
        # The name of a group is the labels of its first three members.
        others = [display(member.label) for member in group.members[3:]]
        lines += ["  " + line for line in item_lines(others, columns - 2) if line]
    return "\n".join(lines) + "\n"


def bridges_text(answer: Bridges, language: str, columns: int) -> str:
    """Return the answer of `bridges` as text: each thing with how many others it alone connects, and which.

    Args:
        answer: What `bridges` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end. At most eight members of a part are listed.
    """
    words = WORDS[language]
    lines = [line for note in _left_out_note(answer.left_out_hubs, words) for line in wrap(note, columns)]
    for bridge in answer:
        lines += wrap(f"{title_of(bridge.entity)} · {words['cut'].format(n=bridge.cut_off)}", columns)
        parts = [
            words["comma"].join(display(member.label) for member in part[:8]) + ("…" if len(part) > 8 else "")
            for part in bridge.cut_off_parts
        ]
        lines += ["    " + line for line in wrap(words["pieces"] + " · ".join(parts), columns - 4)]
    return "\n".join(lines) + "\n"


def similar_text(answer: Similar, language: str, columns: int) -> str:
    """Return the answer of `similar` as text: similarity, label and kind, then the edges that both have.

    Args:
        answer: What `similar` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    lines = wrap(f"{title_of(answer.entity)}  {count_of(words, 'alike', len(answer))}", columns)
    for twin in answer:
        first, *others = wrap(title_of(twin.entity), columns - 6)
        lines += [f"{twin.score:.2f}  {first}", *("      " + line for line in others)]
        shared = words["comma"].join(display(relation.to(thing.label)) for relation, thing in twin.shared)
        lines += ["      " + line for line in wrap(words["shares"] + shared, columns - 6)]
    return "\n".join(lines) + "\n"


def _left_out_note(hubs: tuple[Entity, ...], words: dict[str, Any]) -> list[str]:
    names = words["comma"].join(display(hub.label) for hub in hubs)
    return [words["without"].format(name=names)] if hubs else []


def title_of(thing: Entity) -> str:
    """Return the label and the kind of a thing on one line.

    Args:
        thing: The thing.

    Returns:
        The line, safe for a terminal; the label alone if the kind has no label.

    Examples:
        >>> from cityGraph.model.claim import Entity
        >>> title_of(Entity("urn:a", "太鋼", "Firm", "企業"))
        '太鋼 · 企業'
    """
    return " · ".join(filter(None, (display(thing.label), display(thing.kind_label))))
