"""Write the answers of `targets`, `timeline` and `projects` as text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ..escape import terminal
from ..model.claim import Value
from .columns import plain, wrap
from .plan_rows import empty_text, figure_text, heading, notes_on, resolved_mark, row
from .rows import count_of, place_of, source_lines
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Passage
    from ..model.projects import Projects, Work
    from ..model.targets import Target, Targets
    from ..model.timeline import Moment, Timeline
    from .columns import Style
    from .plan_rows import Words


def targets_text(answer: Targets, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `targets` as text: by subject, each with its quotes, baseline, due year and what is missing.

    Args:
        answer: What `targets` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if not len(answer):
        return empty_text("no_targets", answer, words, columns)
    with_baseline = sum(bool(target.baselines) for target in answer)
    baselines = words["baselines"].format(n=with_baseline) if with_baseline else words["no_baselines"]
    lines = heading(answer, [count_of(words, "targets", len(answer)), baselines], words, columns)
    for (subjects, open_list), group in groupby(answer, key=lambda target: (target.subjects, target.open_list)):
        targets = list(group)
        names = words["comma"].join(terminal(subject.label) for subject in subjects) or words["nobody"]
        names = words["and_more"].format(names=names) if open_list else names
        lines += ["", *wrap(f"{names} · {count_of(words, 'items', len(targets))}", columns)]
        for target in targets:
            lines += _target_lines(target, words, language, columns, style)
    return "\n".join([*lines, *_source_lines((target.claims for target in answer), columns)]) + "\n"


def _target_lines(target: Target, words: Words, language: str, columns: int, style: Style) -> Iterator[str]:
    what = target.indicator.label if target.indicator else target.entity.label
    for claim in target.values:
        yield from row(f"{what} {figure_text(claim, words)}", claim, words, language, columns, style)
        yield from notes_on(_other_figures(claim, target.values, words), columns)
    if not target.values:
        yield from row(what, target.main_claim, words, language, columns, style)
    for claim, year in zip(target.baselines, target.years, strict=True):
        when = terminal(year) if year else _missing_note(["year"], words)
        text = words["baseline"].format(year=when, figure=figure_text(claim, words))
        yield from row(text, claim, words, language, columns, style)
    notes = [words["due"].format(year=terminal(claim.object_text)) + _citation(claim, words) for claim in target.dues]
    # A target without a number has a scale in words (百億規模), which its row shows.
    missing = [facet for facet in target.unknown if facet != "value"]
    notes += [_missing_note(missing, words)] if missing else []
    yield from notes_on(notes, columns)


def timeline_text(answer: Timeline, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `timeline` as text: by year, each event with its quotes; last, the events without a date.

    Args:
        answer: What `timeline` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if not (answer.events or answer.undated):
        return empty_text("no_moments", answer, words, columns)
    head = [count_of(words, "moments", len(answer))]
    head += [words["undated"] + f" {len(answer.undated)}"] if answer.undated else []
    lines = heading(answer, head, words, columns)
    for year, moments in groupby(answer.events, key=lambda moment: (moment.date or "")[:4]):
        lines += ["", year]
        for moment in moments:
            text = _moment_text(moment, words)
            text = text if moment.precision == "year" else f"{moment.date} {text}"
            lines += row(text, _combined_claim(moment), words, language, columns, style)
    if answer.undated:
        lines += ["", words["undated"]]
        for moment in answer.undated:
            lines += row(_moment_text(moment, words), _combined_claim(moment), words, language, columns, style)
    shown = ([_combined_claim(moment)] for moment in (*answer.events, *answer.undated))
    return "\n".join([*lines, *_source_lines(shown, columns)]) + "\n"


def projects_text(answer: Projects, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `projects` as text: by stage, each with its history, owners, sites and investments.

    Args:
        answer: What `projects` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if not len(answer):
        return empty_text("no_works", answer, words, columns)
    lines = heading(answer, [count_of(words, "works", len(answer))], words, columns)
    for stage, group in groupby(answer, key=lambda work: _stage(work, words)):
        works = list(group)
        lines += ["", *wrap(f"— {stage} · {count_of(words, 'works', len(works))} —", columns)]
        for work in works:
            kind = f" · {terminal(work.entity.kind_label)}" if work.entity.kind != "Project" else ""
            lines += ["", *wrap(terminal(work.entity.label) + kind, columns)]
            lines += _work_lines(work, words, language, columns, style)
    return "\n".join([*lines, *_source_lines((work.claims for work in answer), columns)]) + "\n"


def _stage(work: Work, words: Words) -> str:
    """Return the stage of a work; without one, the relation by which somebody means to build it."""
    if work.stage:
        return terminal(work.stage_label or work.stage)
    return terminal(work.driven[0].relation.label) if work.driven else str(words["undriven"])


def _work_lines(work: Work, words: Words, language: str, columns: int, style: Style) -> Iterator[str]:
    facets = words["facets"]
    for moment in work.history:
        text = f"{moment.date or words['undated']} {_moment_text(moment, words, work.entity.label)}"
        yield from row(text, _combined_claim(moment), words, language, columns, style)
    for claim in work.driven:
        text = f"{terminal(claim.subject.label)} {terminal(claim.relation.label)}"
        yield from row(text, claim, words, language, columns, style, keep=("verb", "purpose"))
    for claim in work.owners:
        yield from row(f"{facets['owner']} {terminal(claim.subject.label)}", claim, words, language, columns, style)
    for claims in _alike(work.sites):
        names = words["comma"].join(terminal(claim.object_text) for claim in claims)
        evidence = tuple(dict.fromkeys(passage for claim in claims for passage in claim.evidence))
        text = f"{terminal(claims[0].relation.label)} {names}"
        yield from row(text, claims[0].replace(evidence=evidence), words, language, columns, style)
    for claim in (*work.investments, *work.figures):
        text = f"{terminal(claim.relation.label)} {figure_text(claim, words)}"
        yield from row(text, claim, words, language, columns, style, keep=("period", "purpose"))
        yield from notes_on(_other_figures(claim, (*work.investments, *work.figures), words), columns)
    if work.unknown:
        yield from notes_on([_missing_note(work.unknown, words)], columns)


def _alike(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the claims in groups that share relation, status, basis and reason, so that one row can show a group."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.relation, claim.status, claim.basis, claim.because), []).append(claim)
    yield from groups.values()


def _moment_text(moment: Moment, words: Words, under: str = "") -> str:
    """Return the thing, what is said of it, and the works that the event brought to a stage.

    `under` is the label of the work that the row stands under: it is not repeated.
    """
    text = terminal(moment.text)
    if isinstance(moment.claim.object, Value) and moment.claim.object.datatype.endswith("#decimal"):
        text = text.removesuffix(terminal(moment.claim.object_text)) + figure_text(moment.claim, words)
    figure = figure_text(moment.figure, words) if moment.figure else ""
    text = " ".join(filter(None, (terminal(moment.entity.label), text, "·" if text and figure else "", figure)))
    works_by_stage: dict[str, list[str]] = {}
    for claim in moment.stages:
        stage = next((q.text for q in claim.qualifiers if q.name == "stage"), "")
        works_by_stage.setdefault(stage, []).append("" if claim.object_text == under else terminal(claim.object_text))
    reached = [f"{words['comma'].join(names)} {terminal(stage)}".strip() for stage, names in works_by_stage.items()]
    return f"{text} → {words['comma'].join(reached)}" if reached else text


def _combined_claim(moment: Moment) -> Claim:
    """Return the claim that dates a moment, with the evidence of its stages and figure, and the weakest basis."""
    claims = (moment.claim, *moment.stages, *([moment.figure] if moment.figure else []))
    passages = list(dict.fromkeys(passage for claim in claims for passage in claim.evidence))
    # A quote that is part of another quote from the same paragraph adds nothing.
    evidence = tuple(
        p for p in passages if not any(p != o and _place(p) == _place(o) and p.phrase in o.phrase for o in passages)
    )
    resolved = moment.claim.basis == "stated" and any(claim.basis == "resolved" for claim in claims)
    return moment.claim.replace(evidence=evidence, basis="resolved" if resolved else moment.claim.basis)


def _place(passage: Passage) -> tuple[str, int | None]:
    return passage.source, passage.paragraph


def _other_figures(claim: Claim, figures: Iterable[Claim], words: Words) -> Iterator[str]:
    """Yield a note if other sources give another figure for the same measure and period."""
    same_measure = [
        each
        for each in figures
        if each.relation == claim.relation
        and each.qualifier("period") == claim.qualifier("period")
        and set(each.sources) - set(claim.sources)
    ]
    others = dict.fromkeys(figure_text(each, words) for each in same_measure)
    others.pop(figure_text(claim, words), None)
    if others:
        yield str(words["differ"]).format(others=words["comma"].join(others))


def _citation(claim: Claim, words: Words) -> str:
    """Return basis, quotes and places of a claim that is shown in a note instead of a row."""
    quotes = dict.fromkeys(f"{words['quoted'].format(words=terminal(p.phrase))} {place_of(p)}" for p in claim.evidence)
    because = f"{words['because']}{terminal(claim.because)}" if claim.because else ""
    return f"{resolved_mark(claim, words)} {' '.join(filter(None, (*quotes, because)))}".rstrip()


def _missing_note(facets: Iterable[str], words: Words) -> str:
    """Return the note that no source says these facets."""
    return str(words["lacking"].format(what=words["comma"].join(words["facets"][facet] for facet in facets)))


def _source_lines(claims: Iterable[Iterable[Claim]], columns: int) -> Iterator[str]:
    shown: Iterator[tuple[Passage, ...]] = (claim.evidence for group in claims for claim in group)
    return source_lines(shown, columns)
