"""Write the answers of `gaps` and `validate` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..model.claim import Value
from .columns import wrap
from .display import display
from .figures import own_words, quoted
from .rows import count_of, item_lines
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Entity
    from ..model.validation import Gap, Gaps, Report


def gaps_text(answer: Gaps, language: str, columns: int) -> str:
    """Return the answer of `gaps` as text.

    The first line says what a gap is. Then comes one paragraph per expectation: how many things lack it and which. A
    gap that an inferred claim would fill has a line of its own; what would fill it but is not said to be in the city
    stands apart. About one thing, each line is a question.

    Args:
        answer: What `gaps` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if answer.entity:
        return "\n".join(_lines_about(answer, answer.entity, words, columns)) + "\n"
    if not answer.expected:
        return "\n".join(wrap(words["no_expectations"], columns)) + "\n"
    lines = wrap(words["gap"], columns)
    if not len(answer):
        lines += wrap(words["no_gaps"], columns)
    for expectation in answer.expected:
        gaps = [g for g in answer if (g.entity.kind, g.question) == (expectation.kind, expectation.question)]
        if not gaps:
            continue
        head = f"{display(expectation.kind_label)} {len(gaps)}/{expectation.total} · {display(expectation.expects)}"
        lines += ["", *wrap(f"{head} · {display(expectation.question)}", columns)]
        open_gaps = [display(gap.entity.label) for gap in gaps if not gap.filled and not gap.unplaced]
        lines += ["  " + line for line in item_lines(open_gaps, columns - 2) if line]
        for gap in gaps:
            if filled := _filled(gap, display(gap.entity.label), words):
                lines += ["  " + line for line in wrap(filled, columns - 2)]
    return "\n".join(lines) + "\n"


def _lines_about(answer: Gaps, entity: Entity, words: dict[str, Any], columns: int) -> Iterator[str]:
    """Yield what no source says of one thing, and what the sources do say."""
    name = display(entity.label)
    if not answer.expected:
        yield from wrap(words["not_asked"].format(name=name, kind=display(entity.kind_label)), columns)
        return
    head = words["gaps_of"] if len(answer) else words["no_gaps_of"]
    yield from wrap(head.format(name=name, n=len(answer), of=len(answer.expected)), columns)
    for gap in answer:
        question = f"{display(gap.expects)} · {display(gap.question)}"
        yield from ("  " + line for line in wrap(_filled(gap, question, words) or question, columns - 2))
    said = [display(each.expects) for each in answer.expected if not each.lacking]
    if said and len(answer):
        yield from wrap(words["said"].format(what=words["comma"].join(said)), columns)
    if len(answer):
        yield from ("", *wrap(words["gap"], columns))


def _filled(gap: Gap, name: str, words: dict[str, Any]) -> str:
    """Return a name with what inferred claims would put into the gap; nothing if they have nothing to put there."""
    suggested = words["comma"].join(map(display, suggestions(gap, words)))
    unplaced = words["comma"].join(display(each.label) for each in gap.unplaced)
    notes = [words["suggested"].format(by=suggested)] if suggested else []
    notes += [words["unplaced"].format(by=unplaced)] if unplaced else []
    return str(words["filled"].format(name=name, by=" · ".join(notes))) if notes else ""


def suggestions(gap: Gap, words: dict[str, Any]) -> list[str]:
    """Return what inferred claims would put into a gap.

    Args:
        gap: The gap.
        words: The words of the reader's language.

    Returns:
        The names of the things, and the values as text. They are not escaped.
    """
    return [
        own_words(each.value, each.language, words) if isinstance(each, Value) else each.label for each in gap.filled
    ]


def report_text(report: Report, language: str, columns: int, *, full: bool = False) -> str:
    """Return the report of `validate` as text: one line per finding, then what was checked, one fact a line.

    Args:
        report: What `validate` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en". What a finding says is English.
        columns: Width of a line, in terminal columns.
        full: List the claims that are cited only, with what their quotes lack.

    Returns:
        The text, with a line end. Findings are not wrapped, so that a program can read one per line.
    """
    words = WORDS[language]
    told = words["validate"]
    notes = [told["other_text"].format(source=display(source.label)) for source in report.differs]
    lines = [line for note in notes for line in wrap(note, columns)]
    lines += [
        told["moved"].format(old=each.old, new=each.new, quote=quoted(terminal(each.phrase), words))
        for each in report.moved
    ]
    lines += [terminal(str(finding)) for finding in (*report.findings, *(report.cited if full else ()))]
    counted = count_of(words, "claims" if report.claiming else "edges", report.claims)
    findings = count_of(words, "findings", len(report.findings))
    if report.warnings:
        findings += told["warnings"].format(n=len(report.warnings))
    facts = [f"{counted} · {findings}"]
    numbers = {name: getattr(report, name) for name in ("proved", "found", "unread", "inferred")}
    counts = [
        told["degrees"][name].format(n=n) for name, n in (report.degrees or {}).items() if n and name in told["degrees"]
    ]
    facts += [told[name].format(n=number) for name, number in numbers.items() if number]
    if counts and report.unread:
        facts.append(told["proofs"].format(degrees=words["comma"].join(counts)))
    if report.cited and report.unread and not full:
        facts.append(told["cited_only"])
    if not (report.claiming and report.claims):
        facts.append(told["nothing" if report.ours else "foreign"])
    return "\n".join([*lines, *(line for fact in facts for line in wrap(fact, columns))]) + "\n"
