"""The answers of `targets`, `timeline`, `projects`, `gaps`, `validate` and `build` as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.claim import Value
from .cells import value_cell
from .figures import figure_text
from .plan_rows import combined_claim, moment_text, other_figures
from .projects import stage_of, work_rows
from .table import SAID, date_cell, said_cells, table
from .table_words import ITEMS, PLACE
from .targets import citation
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..model.projects import Work
    from ..model.sheets import Checked
    from ..model.targets import Target
    from ..model.timeline import Moment, Timeline
    from ..model.validation import Gap, Report
    from .cells import Row
    from .plan_rows import Words
    from .table import Table

_FIGURE = ("figure", "value", "unit")


def targets_table(answer: Iterable[Target], language: str) -> Table:
    """Return the answer of `targets` as a table.

    Args:
        answer: What `targets` returned, or some of its targets.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each figure of a target, or one for a target without a figure.
    """
    words = WORDS[language]

    def rows() -> Iterator[Row]:
        for target in answer:
            whose = words["comma"].join(subject.label for subject in target.subjects) or None
            whose = words["and_more"].format(names=whose) if whose and target.open_list else whose
            baselines = [
                " ".join(filter(None, (year, figure_text(claim, words))))
                for claim, year in zip(target.baselines, target.years, strict=True)
            ]
            dues = [words["due"].format(year=c.object_text) + citation(c, words) for c in target.dues]
            lacking = words["comma"].join(words["facets"][facet] for facet in target.unknown) or None
            for claim in target.values or (target.main_claim,):
                notes = [*other_figures(claim, target.values, words), *dues]
                yield (
                    *(whose, target.entity.label, target.indicator.label if target.indicator else None),
                    *_figure_cells(claim if target.values else None, words),
                    *(target.due, " | ".join(baselines) or None, lacking),
                    *said_cells(claim, language, *notes),
                    target.entity.iri,
                )

    columns = ("whose", "target", "indicator", *_FIGURE, "due", "baseline", "lacking", *SAID, "iri")
    return table("targets", columns, rows(), language)


def _figure_cells(claim: Claim | None, words: Words) -> Row:
    """Return a figure as a newspaper prints it, its number, and its unit."""
    if claim is None or not isinstance(claim.object, Value):
        return None, None, None
    unit = next((q.text for q in claim.qualifiers if q.name == "unit"), None)
    return figure_text(claim, words), value_cell(claim.object), unit


def timeline_table(answer: Timeline, language: str) -> Table:
    """Return the answer of `timeline` as a table.

    Args:
        answer: What `timeline` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each event, those without a date last.
    """
    return moments_table((*answer.events, *answer.undated), language)


def moments_table(moments: Iterable[Moment], language: str) -> Table:
    """Return moments as a table.

    Args:
        moments: The moments, in the order of the table.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each moment.
    """
    words = WORDS[language]
    rows = (
        (
            *(date_cell(moment.date) or words["undated"], moment_text(moment, words)),
            *(moment.entity.label, moment.entity.kind_label),
            *said_cells(combined_claim(moment), language),
            moment.entity.iri,
        )
        for moment in moments
    )
    return table("timeline", ("day", "event", "name", "kind", *SAID, "iri"), rows, language)


def projects_table(answer: Iterable[Work], language: str) -> Table:
    """Return the answer of `projects` as a table.

    Args:
        answer: What `projects` returned, or some of its projects.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table: for each project one row for each event, owner, site, investment and figure, and one for what no
        source states.
    """
    words, at = WORDS[language], PLACE[language]

    def rows() -> Iterator[Row]:
        for work in answer:
            head = (work.entity.label, work.entity.kind_label, stage_of(work, words))
            for item, text, claim, _ in work_rows(work, words):
                label = ITEMS[item][at] if item in ITEMS else claim.relation.label
                is_figure = item == "figure"
                notes = other_figures(claim, (*work.investments, *work.figures), words) if is_figure else ()
                figure = _figure_cells(claim if is_figure else None, words)
                yield (*head, label, text, *figure[1:], *said_cells(claim, language, *notes), work.entity.iri)
            if work.unknown:
                missing = words["comma"].join(words["facets"][facet] for facet in work.unknown)
                yield (*head, ITEMS["lacking"][at], missing, None, None, *(None,) * len(SAID), work.entity.iri)

    columns = ("name", "kind", "stage", "item", "text", "value", "unit", *SAID, "iri")
    return table("projects", columns, rows(), language)


def gaps_table(answer: Iterable[Gap], language: str) -> Table:
    """Return the answer of `gaps` as a table.

    Args:
        answer: What `gaps` returned, or some of its gaps.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each gap.
    """
    comma = WORDS[language]["comma"]
    rows = [
        (
            *(gap.entity.kind_label, gap.entity.label, gap.expects, gap.question),
            *(comma.join(gap.suggested) or None, comma.join(thing.label for thing in gap.unplaced) or None),
            gap.entity.iri,
        )
        for gap in answer
    ]
    return table("gaps", ("kind", "name", "expects", "question", "suggested", "unplaced", "iri"), rows, language)


def report_table(report: Report, language: str) -> Table:
    """Return the report of `validate` as a table.

    Args:
        report: What `validate` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each finding.
    """
    rows = [(f.rule, f.message, f.label, f.file, f.line, f.about) for f in report.findings]
    return table("validate", ("rule", "message", "name", "file", "line", "iri"), rows, language)


def checked_table(answer: Checked, language: str) -> Table:
    """Return the answer of `build` as a table.

    Args:
        answer: What `build` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each refusal.
    """
    rows = [(r.table, r.row, r.column or None, r.reason, r.suggestion or None) for r in answer.refused]
    return table("build", ("table", "row", "column", "message", "suggestion"), rows, language)
