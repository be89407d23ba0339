"""`gaps` and `validate` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import terminal
from .columns import wrap
from .rows import items
from .words import WORDS

if TYPE_CHECKING:
    from ..model.validation import Gaps, Report


def gaps_text(answer: Gaps, language: str, columns: int) -> str:
    """`gaps` as text: what a gap is, then each expectation with how many lack it, and which those are."""
    words = WORDS[language]
    lines = wrap(words["gap"], columns)
    for expectation in answer.expected:
        here = [g for g in answer if (g.entity.kind, g.question) == (expectation.kind, expectation.question)]
        if not here:
            continue
        head = f"{terminal(expectation.kind_label)} {len(here)}/{expectation.of} · {terminal(expectation.expects)}"
        lines += ["", *wrap(f"{head} · {terminal(expectation.question)}", columns)]
        lines += [
            "  " + line for line in items([terminal(g.entity.label) for g in here if not g.filled], columns - 2) if line
        ]
        for gap in here:
            if gap.filled:
                told = words["filled"].format(
                    name=terminal(gap.entity.label), by=words["comma"].join(terminal(e.label) for e in gap.filled)
                )
                lines += ["  " + line for line in wrap(told, columns - 2)]
    return "\n".join(lines) + "\n"


def report_text(report: Report) -> str:
    """`validate` as text: one line a finding, then what was checked."""
    lines = [
        f"{terminal(source.label)}: not the text whose words are counted (its SHA-256 differs); "
        "they were looked for anew"
        for source in report.differs
    ]
    lines += [f"moved: {each.old} → {each.new} «{terminal(each.phrase)}»" for each in report.moved]
    lines += [terminal(str(finding)) for finding in report.findings]
    lines.append(
        f"{report.claims} claims: {report.proved} proved by the text given, {report.unread} of sources whose text was "
        f"not given, {report.inferred} inferred; {len(report.findings)} findings"
    )
    if report.found:
        lines.append(f"{report.found} more have their phrases in the text given; its words alone do not prove them")
    if report.unread:
        lines.append(
            f"of the {report.unread} were checked kinds, statuses, and the names and values in their phrases, not the "
            "words around those: give the page as --text SOURCE=FILE"
        )
    return "\n".join(lines) + "\n"
