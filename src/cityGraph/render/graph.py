"""Write the answers of `neighbors`, `claims` and `show` as text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..escape import argument
from ..namespaces import local
from .columns import pad, plain, width, wrap
from .display import display
from .figures import own_words
from .legend import end_lines
from .notes import neighbor_notes, note_lines
from .rows import (
    claim_lines,
    count_of,
    emptied_lines,
    head_lines,
    item_lines,
    row,
    status_of,
)
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.graph import Claims, Neighbor, Neighbors, Shown
    from .columns import Style


MANY = 40  # neighbors that are listed one by one; more are summed up by relation
_FIRST = 5  # names of a relation in a summary


def neighbors_text(
    answer: Neighbors, language: str, columns: int, style: Style = plain, *, everything: bool = False
) -> str:
    """Return the answer of `neighbors` as text: a head line, the edges by hop and relation, then the sources.

    More than `MANY` neighbors are summed up: for each relation the number, and the first few by status.

    Args:
        answer: What `neighbors` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.
        everything: List all neighbors with their quotes, however many there are.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    count = count_of(words, "neighbors", len(answer))
    if answer.held_back:
        count += " · " + str(words["held_back"]).format(n=answer.held_back)
    lines = list(head_lines(answer.entity, answer.names, count, words, columns))
    if len(answer) > MANY and not everything and len({each.relation.iri for each in answer}) > 1:
        return "\n".join([*lines, *_summary(answer, words, columns, style)]) + "\n"
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
        said = (display(neighbor.label), neighbor.standing, neighbor.evidence)
        lines += row(*said, widest, language, columns, style, marked=neighbor.proof == "citation")
        lines += note_lines(neighbor_notes(neighbor, words), language, columns)
    lines += emptied_lines(answer.emptied, words, columns)
    return "\n".join([*lines, *end_lines(answer, words, columns, cited=True)]) + "\n"


def _summary(answer: Neighbors, words: dict[str, Any], columns: int, style: Style) -> Iterator[str]:
    """Yield for each relation the number of neighbors, and the first few of each status; then how to see the rest."""
    groups: dict[tuple[int, str, str], list[Neighbor]] = {}
    for neighbor in answer:
        groups.setdefault((neighbor.hops, neighbor.relation.iri, neighbor.direction), []).append(neighbor)
    step = 2 + max(map(width, words["status"])) + 2
    for (hops, _, direction), group in groups.items():
        arrow = "→" if direction == "out" else "←"
        heading = f"{display(group[0].relation.label)} {arrow} · {len(group)}"
        yield from wrap(f"{words['hop'].format(n=hops)} · {heading}" if hops > 1 else heading, columns)
        for standing, several in groupby(group, key=lambda neighbor: neighbor.standing):
            names = list(dict.fromkeys(display(neighbor.label) for neighbor in several))
            first = names[:_FIRST] + (["…"] if len(names) > _FIRST else [])
            head = "  " + style(pad(status_of(standing, words), step - 2), standing)
            for at, line in enumerate(item_lines(first, columns - step)):
                yield (" " * step if at else head) + line
    largest = max(groups.values(), key=len)[0].relation
    yield ""
    for line in words["summary"]:
        yield from wrap(line.format(n=_FIRST, relation=argument(local(largest.iri))), columns)


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
    return "\n".join([*lines, *end_lines(answer, words, columns, cited=True)]) + "\n"


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
    lines = wrap(" · ".join(display(each) for each in (thing.label, thing.kind_label, answer.curie) if each), columns)
    by_role: dict[tuple[str, str], list[str]] = {}
    for name, tag, role in answer.names:
        by_role.setdefault((words["name_roles"][role], tag), []).append(display(own_words(name, tag, words)))
    titled = [(" ".join(filter(None, (role, _language(tag, words)))), names) for (role, tag), names in by_role.items()]
    step = max((width(title) for title, _ in titled), default=0) + 4
    for title, names in titled:
        for at, line in enumerate(item_lines(names, columns - step)):
            lines.append((pad("" if at else "  " + title, step) + line).rstrip())
    lines += _own_lines(answer, language, columns, style)
    if answer.facts:
        lines += ["", words["facts"], *claim_lines(answer.facts, language, columns, style)]
    if answer.neighbors or not (answer.definition or answer.claim or answer.source):
        lines += ["", count_of(words, "neighbors", answer.neighbors)]
    if answer.sources and not answer.claim:
        head = words["said_by"] + "  "
        labels = [display(source.label) for source in answer.sources]
        for at, line in enumerate(item_lines(labels, columns - width(head))):
            lines.append(pad("" if at else head, width(head)) + line)
    told = (*answer.facts, *([answer.claim] if answer.claim else ()))
    lines += end_lines(told, words, columns, cited=True)
    return "\n".join(lines) + "\n"


def _language(tag: str, words: dict[str, Any]) -> str:
    """Return the name of a language, or its tag if it is another than those of the interface and pinyin."""
    # Only `show` needs it.
    from .words_dossier import DOSSIER_WORDS

    name = "pinyin" if tag.lower().endswith("latn-pinyin") else tag
    return str(DOSSIER_WORDS[words["language"]].get(f"in_{name}") or display(tag))


def _own_lines(answer: Shown, language: str, columns: int, style: Style) -> list[str]:
    """Return the lines that only a term of an ontology, a claim or a source has."""
    words = WORDS[language]
    lines = []
    if answer.definition:
        lines += ["", *wrap(display(answer.definition), columns)]
        if answer.entity.kind == "Class":
            lines += wrap(f"{words['connects']}citygraph schema {display(local(answer.entity.iri))}", columns)
    if answer.claim:
        lines += ["", *claim_lines([answer.claim], language, columns, style)]
    if source := answer.source:
        unsaid = words["unsaid"]
        told = (source.publisher or unsaid["publisher"], source.date or unsaid["date"], source.url or unsaid["url"])
        title = words["titled"].format(title=source.title) if source.title else unsaid["title"]
        by = words["comma"].join(source.authors)
        lines += ["", *(line for each in (by, title, *told) if each for line in wrap(display(each), columns))]
        counted = f"{count_of(words, 'claims', answer.said)} · citygraph claims --all --source {argument(source.label)}"
        lines += ["", *wrap(counted, columns)]
    return lines
