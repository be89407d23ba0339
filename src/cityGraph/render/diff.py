"""Write the answer of `diff` as text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..model.claim import Claim, Entity
from .columns import plain, width, wrap
from .display import display
from .figures import object_text, own_words, quoted
from .legend import end_lines, proof_of
from .notes import note_lines, reason_notes
from .rows import basis_of, count_of, item_lines, row, status_of
from .words import WORDS
from .words_diff import DIFF_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.diff import Aspect, Change, Changes
    from .columns import Style

# What two rows show, so that no note has to say it.
_IN_ROWS = frozenset(("status", "relation", "object", "value"))
_MOST = 5  # namesakes and properties that one line names


def diff_text(answer: Changes, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `diff` as text.

    Each change has one row, or two where what is said differs: what was there before begins with ``-``, what is there
    now with ``+``. Both show their quotes and sources. Below stand notes on what else differs.

    Args:
        answer: What `diff` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words, said = WORDS[language], DIFF_WORDS[language]
    lines: list[str] = []
    if len(answer):
        counts = [f"{said[group]} {len(changes)}" for group, changes in answer.groups()]
        first = [said["first"].format(n=len(answer))] if len(answer) < answer.total else []
        lines += item_lines([count_of(said, "changes", answer.total), *first, *counts, *_held(answer, words)], columns)
        before, after = graph_names(answer)
        lines += item_lines([f"- {display(before)}", f"+ {display(after)}"], columns)
        for group, changes in answer.groups():
            lines += ["", *wrap(f"— {said[group]} · {len(changes)} —", columns)]
            for change in changes:
                lines += _change_lines(change, language, columns, style)
    else:
        none = said["same" if answer.unread or answer.namesakes else "none"]
        none = words["none_left"].format(n=answer.unfiltered) if answer.unfiltered else none
        lines += item_lines([none, *_held(answer, words)], columns)
    claims = [claim for change in answer for claim in change.claims]
    lines += end_lines(claims, words, columns, resolved=False, cited=True)
    for note in _notes(answer, words, said):
        lines += ["", *wrap(note, columns)]
    return "\n".join(lines) + "\n"


def graph_names(answer: Changes) -> tuple[str, str]:
    """Return what the two graphs are called: the names of their files, as short as tells them apart.

    Args:
        answer: What `diff` returned.

    Returns:
        The name of the first and of the second.

    Examples:
        >>> from cityGraph.model.diff import Changes
        >>> graph_names(Changes(("/data/a.ttl",), ("/data/b.ttl",), ()))
        ('a.ttl', 'b.ttl')
        >>> graph_names(Changes(("2024/city.ttl",), ("2025/city.ttl",), ()))
        ('2024/city.ttl', '2025/city.ttl')
    """
    files = [side[0] if side else "" for side in (answer.before, answer.after)]
    names = [os.path.basename(file) for file in files]
    if names[0] == names[1]:
        names = files
    more = [", …" if len(side) > 1 else "" for side in (answer.before, answer.after)]
    return names[0] + more[0], names[1] + more[1]


def _held(answer: Changes, words: dict[str, Any]) -> list[str]:
    return [words["held_back"].format(n=answer.held_back)] if answer.held_back else []


def _notes(answer: Changes, words: dict[str, Any], said: dict[str, Any]) -> Iterator[str]:
    """Yield what the reader should know of what was not compared."""
    if answer.namesakes:
        names = [display(one.label) for one, _ in answer.namesakes[:_MOST]]
        listed = words["comma"].join(names)
        more = said["more"] if len(answer.namesakes) > _MOST else ""
        yield said["namesakes"].format(n=len(answer.namesakes), names=listed + more)
    if answer.unread:
        several = sorted(answer.unread, key=lambda each: (-each.removed - each.added, each.iri))
        listed = words["comma"].join(f"{display(e.label)} -{e.removed} +{e.added}" for e in several[:_MOST])
        more = said["more"] if len(several) > _MOST else ""
        yield said["unread"].format(n=sum(each.removed + each.added for each in several), what=listed + more)


def _change_lines(change: Change, language: str, columns: int, style: Style) -> Iterator[str]:
    words = WORDS[language]
    claims = change.claims
    if not claims:
        yield from _thing_lines(change, language, columns, style)
        return
    two = len(claims) > 1 and any(aspect.name in _IN_ROWS for aspect in change.aspects)
    if not two:
        sign = {"added": "+", "removed": "-"}.get(change.group, " ")
        yield from _claim_lines(sign, claims[-1], language, columns, style)
    else:
        yield from _claim_lines("-", claims[0], language, columns, style)
        yield from _claim_lines("+", claims[-1], language, columns, style)
    notes = [text for _, text in aspect_notes(change, language, without=_seen(two))]
    reasons = reason_notes(claims[-1], words) if not any(a.name == "because" for a in change.aspects) else ()
    yield from note_lines([*notes, *reasons], language, columns)


def _seen(two: bool) -> frozenset[str]:
    """Return the aspects that the rows show: two rows show both quotes and sources."""
    return _IN_ROWS | {"new-source", "lost-source", "quote", "place"} if two else _IN_ROWS


def _claim_lines(sign: str, claim: Claim, language: str, columns: int, style: Style) -> Iterator[str]:
    name = display(claim_text(claim, language))
    marked = claim.proof == "citation"
    lines = row(name, claim.standing, claim.evidence, width(name), language, columns, style, marked=marked)
    for at, line in enumerate(lines):
        yield (style(sign, sign) + line[1:] if line.startswith(" ") else line) if not at else line


def _thing_lines(change: Change, language: str, columns: int, style: Style) -> Iterator[str]:
    said = DIFF_WORDS[language]
    sign = {"added": "+", "removed": "-"}.get(change.group, " ")
    thing = change.before if isinstance(change.before, Entity) else change.thing
    kind = display(thing.kind_label or thing.kind)
    name = display(thing.label)
    head, *rest = wrap(said["named"].format(label=name, kind=kind) if kind else name, columns - 2)
    yield f"{style(sign, sign)} {head}".rstrip()
    yield from ("  " + line for line in rest)
    yield from note_lines([text for _, text in aspect_notes(change, language)], language, columns)


def claim_text(claim: Claim, language: str) -> str:
    """Return what a claim says as a sentence: subject, relation, object.

    Args:
        claim: The claim.
        language: Language of figures: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The sentence. It is not escaped.
    """
    return f"{claim.subject.label} {claim.relation.to(object_text(claim, WORDS[language]))}"


def aspect_notes(change: Change, language: str, *, without: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield in words in what the two sides of a change differ.

    Args:
        change: The change.
        language: Language of the words: "zh-Hant", "zh-Hans" or "en".
        without: Names of aspects to leave out.

    Yields:
        The name of the aspect and the words for it, safe for a terminal; aspects of one name come together.
    """
    left = set(without)
    groups: dict[str, list[Aspect]] = {}
    for aspect in change.aspects:
        if aspect.name not in left:
            groups.setdefault(aspect.name, []).append(aspect)
    for name, aspects in groups.items():
        yield name, _aspect_text(name, aspects, language)


def _aspect_text(name: str, aspects: list[Aspect], language: str) -> str:
    words, said = WORDS[language], DIFF_WORDS[language]
    label = said.get(name) or display(aspects[0].label or name)
    texts = []
    for aspect in aspects:
        before, after = (_side(name, text, aspect, words) for text in (aspect.before, aspect.after))
        if name == "quote" and not (before and after):
            label = said["new-quote" if after else "lost-quote"]
        if name in ("merged", "separated"):
            texts.append(after if name == "merged" else before)
        elif name in ("new-source", "lost-source", "quote", "new-name", "dropped-name") and not (before and after):
            texts.append(after or before)
        else:
            nothing = said["nothing"]
            texts.append(said["from_to"].format(before=before or nothing, after=after or nothing))
    return f"{label}{words['colon']}{words['comma'].join(texts)}"


def _side(name: str, text: str | None, aspect: Aspect, words: dict[str, Any]) -> str:
    """Return one side of an aspect in words; empty if it says nothing."""
    if not text:
        return ""
    if name == "status":
        return status_of(text, words)
    if name == "basis":
        return basis_of(text, words)
    if name == "proof":
        return proof_of(text, words)
    if name == "datatype":
        return display(text.rpartition("#")[2])
    if name == "quote":
        return quoted(display(text), words)
    if name in ("label", "new-name", "dropped-name"):
        return display(own_words(text, aspect.language, words))
    return display(text)
