"""How one claim or edge is printed: status, phrase, place, qualifiers, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..model.edges import disagreeing
from .columns import pad, width, wrap
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Entity, Passage, Qualifier
    from ..model.graph import Neighbor
    from .columns import Style

_STATUS = {"realised": 0, "planned": 1, "targeted": 2}
_COLOURS = {"realised": "green", "planned": "yellow", "targeted": "cyan", "inferred": "bright_black"}


def claim_lines(claims: Sequence[Claim], language: str, columns: int, style: Style) -> list[str]:
    """Claims, one below the other, each with its status, its words, their place and what qualifies it."""
    words = WORDS[language]
    lines: list[str] = []
    said = [_sentence(claim) for claim in claims]
    names = max(map(width, said), default=0)
    others = disagreeing(claims)
    for claim, sentence in zip(claims, said, strict=True):
        shown = "inferred" if claim.basis == "inferred" else claim.status
        lines += row(sentence, shown, claim.evidence, names, language, columns, style)
        lines += note_lines([*_claim_notes(claim, words), *_told(others.get(claim.iri, ()), words)], language, columns)
    return lines


def emptied_lines(emptied: str | None, words: dict[str, Any], columns: int) -> list[str]:
    """Say which filter left nothing, if one did."""
    return wrap(words["emptied"].format(filter=f"--{emptied}"), columns) if emptied else []


def _told(figures: Iterable[str], words: dict[str, Any]) -> Iterator[str]:
    if figures:
        yield words["differ"].format(others=terminal(words["comma"].join(figures)))


def items(told: list[str], columns: int) -> list[str]:
    """Items joined by dots, none broken over two lines."""
    lines = [""]
    for item in told:
        joined = f"{lines[-1]} · {item}" if lines[-1] else item
        if width(joined) <= columns:
            lines[-1] = joined
        else:
            lines += wrap(item, columns)
    return [line for line in lines if line] or [""]


def count_of(words: dict[str, Any], what: str, n: int) -> str:
    """How many of what, in words."""
    text = str(words[what]).format(n=n)
    return text[:-1] if n == 1 and text.endswith("s") else text


def head_lines(entity: Entity, names: Iterable[str], count: str, columns: int) -> Iterator[str]:
    """Return the first lines of an answer: the thing, its other names, and how many there are."""
    head = " · ".join(filter(None, (terminal(entity.label), terminal(entity.kind_label))))
    others = [terminal(name) for name in names]
    one = f"{head} · {'  '.join(others)}" if others else head
    if width(one) + 2 + width(count) <= columns:
        yield pad(one, columns - width(count)) + count
        return
    yield from wrap(
        pad(head, columns - width(count)) + count if width(head) + width(count) < columns else head, columns
    )
    if width(head) + width(count) >= columns:
        yield from wrap(count, columns)
    if others:
        yield from ("  " + line for line in wrap("  ".join(others), columns - 2))


def row(
    name: str, shown: str, evidence: tuple[Passage, ...], names: int, language: str, columns: int, style: Style
) -> Iterator[str]:
    """Status, name, words, place; what does not fit beside goes below."""
    words = WORDS[language]
    labels = words["status"]
    label = status_of(shown, words)
    status = style(pad(label, max(map(width, labels))), _COLOURS.get(shown, ""))
    indent = 2 + max(map(width, labels)) + 2
    cited = [(str(words["quoted"]).format(words=terminal(each.phrase)), places(each)) for each in evidence]
    first, *more = cited or [("", "")]
    names = min(names, (columns - indent) // 2)
    room = columns - indent - names - 2 - width(first[0]) - 2 - width(first[1])
    if width(name) <= names and room >= 0:
        line = pad(name, names) + "  " + first[0]
        yield f"  {status}  {pad(line, columns - indent - width(first[1])) + first[1]}".rstrip()
    else:
        head, *rest = wrap(name, columns - indent)
        yield f"  {status}  {head}"
        yield from (" " * indent + line for line in rest)
        more = cited
    for phrase, place in more:
        step = indent + 2
        if step + width(phrase) + 2 + width(place) <= columns:
            yield " " * step + pad(phrase, columns - step - width(place)) + place
        else:
            yield from (" " * step + line for line in wrap(f"{phrase} {place}", columns - step))


def places(passage: Passage) -> str:
    """本文 §13, or what is not the article: its label, which has its date, and how good it is."""
    if passage.source_label != passage.source_title:
        return terminal(passage.source_label) + ("" if passage.paragraph is None else f" §{passage.paragraph}")
    paragraph = "" if passage.paragraph is None else f" §{passage.paragraph}"
    return terminal(passage.source_label) + paragraph + (f" {terminal(passage.quality)}" if passage.quality else "")


def status_of(shown: str, words: dict[str, Any]) -> str:
    """A status in the reader's words; one that the ontology does not know as it stands."""
    known = {**_STATUS, "inferred": 3}
    return str(words["status"][known[shown]]) if shown in known else terminal(shown)


def rows_of(name: str, tie: Any, language: str, columns: int, style: Style) -> Iterator[str]:
    """A tie of any noun that has status, basis, evidence, qualifiers and reason: its row, and its notes below."""
    shown = "inferred" if tie.basis == "inferred" else tie.status
    label = terminal(name)
    yield from row(label, shown, tie.evidence, width(label), language, columns, style)
    words = WORDS[language]
    yield from note_lines([*_qualified(tie.qualifiers), *_reasoned(tie, words)], language, columns)


def note_lines(notes: Iterable[str], language: str, columns: int) -> Iterator[str]:
    """Return notes below a row: on one line if they fit, else one line each."""
    step = 2 + max(map(width, WORDS[language]["status"])) + 4
    said = list(notes)
    together = " · ".join(said)
    if width(together) <= columns - step:
        said = [together] if said else []
    for note in said:
        yield from (" " * step + line for line in wrap(note, columns - step))


def edge_notes(tie: Neighbor, words: dict[str, Any]) -> Iterator[str]:
    """List what qualifies a neighbour: qualifiers, list mates, reasons."""
    yield from _qualified(tie.qualifiers)
    if tie.mates:
        yield str(words["mates"]) + " ".join(terminal(mate.label) for mate in tie.mates)
    yield from _reasoned(tie, words)


def _claim_notes(claim: Claim, words: dict[str, Any]) -> Iterator[str]:
    yield from _qualified(claim.qualifiers)
    yield from _reasoned(claim, words)


def _reasoned(inferred: Any, words: dict[str, Any]) -> Iterator[str]:
    """The reason of an inference, and the sources that it rests on."""
    if inferred.because:
        rests = words["comma"].join(terminal(source.label) for source in inferred.rests_on)
        yield str(words["because"]) + terminal(inferred.because) + (words["rests"].format(on=rests) if rests else "")


def _qualified(qualifiers: Iterable[Qualifier]) -> Iterator[str]:
    shown = [q for q in qualifiers if q.name not in ("unit", "comparator", "openList")]
    if shown:
        yield " · ".join(f"{terminal(q.label)}:{terminal(q.text)}" for q in shown)


def _sentence(claim: Claim) -> str:
    return terminal(f"{claim.subject.label} {claim.relation.to(claim.told)}")


def source_lines(cited: Iterable[tuple[Passage, ...]], columns: int) -> Iterator[str]:
    """The sources that go by a short name (本文), each with its label and its page."""
    pages = {}
    for passages in cited:
        for passage in passages:
            if passage.source_label != passage.source_title:
                page = (passage.url or "").split("#:~:", 1)[0]
                pages[passage.source_label] = f"{terminal(passage.source_title)} {terminal(page)}".strip()
    for label, page in pages.items():
        yield from ("", *wrap(f"{terminal(label)}: {page}", columns))
