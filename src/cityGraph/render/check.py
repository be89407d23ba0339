"""Write the answer of `check` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..model.check import VERDICTS
from .columns import plain, wrap
from .display import display
from .figures import object_text
from .legend import end_lines
from .notes import note_lines
from .rows import count_of, item_lines, row
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.check import Compared, ComparedClaim, ComparedSentence
    from ..model.claim import Claim
    from .columns import Style


def check_text(answer: Compared, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `check` as text.

    Each sentence has a paragraph: its verdict and its words, those that were understood in square brackets, then what
    the sources say to it.

    Args:
        answer: What `check` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    lines: list[str] = []
    for sentence in answer:
        lines += [*_sentence_lines(sentence, language, columns, style), ""]
    counts = [f"{words['check'][each]} {len(answer.of(each))}" for each in VERDICTS if answer.of(each)]
    if len(answer) != 1:
        lines += item_lines([count_of(words, "sentences", len(answer)), *counts], columns)
    shown = [each.claim for sentence in answer for each in sentence.claims]
    ends = list(end_lines(shown, words, columns))
    lines += ends if len(answer) > 1 or not ends else ends[1:] if not ends[0] else ends
    lines += wrap(words["check"]["guess"], columns)
    return "\n".join(lines) + "\n"


def _sentence_lines(sentence: ComparedSentence, language: str, columns: int, style: Style) -> Iterator[str]:
    words = WORDS[language]
    said = words["check"]
    head, *rest = wrap(f"{said[sentence.verdict]}{words['colon']}{marked(sentence)}", columns)
    yield head.replace(said[sentence.verdict], style(said[sentence.verdict], sentence.verdict), 1)
    yield from rest
    for each in sentence.claims:
        name = _claim_text(each.claim, words)
        yield from row(name, each.claim.standing, each.claim.evidence, columns, language, columns, style)
        yield from note_lines(list(_notes(each, len(sentence.claims) > 1, words)), language, columns)
    if sentence.reason:
        yield from ("  " + line for line in wrap(said[sentence.reason], columns - 2))
    if sentence.unknown:
        listed = words["comma"].join(terminal(each) for each in sentence.unknown)
        yield from ("  " + line for line in wrap(said["unknown"].format(words=listed), columns - 2))
    if sentence.known:
        listed = words["pause"].join(_claim_text(each, words) for each in sentence.known)
        yield from ("  " + line for line in wrap(said["known"].format(claims=listed), columns - 2))


def _notes(each: ComparedClaim, several: bool, words: dict[str, Any]) -> Iterator[str]:
    if several:
        yield str(words["check"][each.verdict])
    if each.differs:
        yield difference_text(each, words)


def difference_text(each: ComparedClaim, words: dict[str, Any]) -> str:
    """Return where a claim and its source differ.

    Args:
        each: The claim.
        words: The words of the reader's language.

    Returns:
        One line; empty if they do not differ.
    """
    if not each.differs:
        return ""
    said, source = (display(side) for side in (each.differs.said, each.differs.source))
    return str(words["check"]["versus"]).format(said=said, source=source)


def marked(sentence: ComparedSentence) -> str:
    """Return a sentence with square brackets around the words that were understood.

    Args:
        sentence: The sentence.

    Returns:
        The sentence, safe for a terminal.
    """
    pieces, at = [], 0
    for start, end, _ in sentence.marks:
        if start >= at:
            pieces += [terminal(sentence.text[at:start]), "[", terminal(sentence.text[start:end]), "]"]
            at = end
    return "".join([*pieces, terminal(sentence.text[at:])])


def _claim_text(claim: Claim, words: dict[str, Any]) -> str:
    what = object_text(claim, words)
    return display(f"{claim.subject.label} {claim.relation.to(what)}")
