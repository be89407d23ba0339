"""`targets`, `timeline`, `projects` as text."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..model.claim import Value
from .columns import plain, wrap
from .rows import count_of, places, rows_of, source_lines
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Passage
    from ..model.projects import Projects, Work
    from ..model.targets import Target, Targets
    from ..model.timeline import Moment, Timeline
    from .columns import Style

Words = dict[str, Any]
INDENT = 4
_LONGEST = 24  # digits of a number that is read, not counted


def targets_text(answer: Targets, language: str, columns: int, style: Style = plain) -> str:
    """`targets` as text: those of each subject, each with its words, its due year, and what is not said."""
    words = WORDS[language]
    if not len(answer):
        return none("no_targets", answer, words, columns)
    based = sum(bool(target.baselines) for target in answer)
    head = [count_of(words, "targets", len(answer)), words["baselines"].format(n=based)]
    lines = heading(answer, head if based else [head[0], words["no_baselines"]], words, columns)
    for subjects, group in groupby(answer, key=lambda target: (target.subjects, target.open_list)):
        several = list(group)
        who = words["comma"].join(terminal(subject.label) for subject in subjects[0]) or words["nobody"]
        who = words["and_more"].format(names=who) if subjects[1] else who
        lines += ["", *wrap(f"{who} · {count_of(words, 'items', len(several))}", columns)]
        for target in several:
            lines += _target(target, words, language, columns, style)
    return "\n".join([*lines, *_sources((target.claims for target in answer), columns)]) + "\n"


def _target(target: Target, words: Words, language: str, columns: int, style: Style) -> Iterator[str]:
    what = target.indicator.label if target.indicator else target.entity.label
    figures = [target.said] if not target.values else list(target.values)
    for claim in figures:
        number = figure_text(claim, words) if target.values else ""
        yield from row(f"{what} {number}".strip(), claim, words, language, columns, style)
        yield from notes_on(_elsewhere(claim, target.values, words), columns)
    for claim, year in zip(target.baselines, target.years, strict=True):
        told = words["baseline"].format(year=year or _lacking(["year"], words), figure=figure_text(claim, words))
        yield from row(told, claim, words, language, columns, style)
    notes = [words["due"].format(year=claim.told) + _cited(claim, words) for claim in target.dues]
    lacking = [each for each in target.unknown if each != "value" or target.values]
    notes += [_lacking(lacking, words)] if lacking else []
    yield from notes_on(notes, columns)


def timeline_text(answer: Timeline, language: str, columns: int, style: Style = plain) -> str:
    """`timeline` as text: by year what is dated, each with its words; last the events of which nobody says when."""
    words = WORDS[language]
    if not (answer.events or answer.undated):
        return none("no_moments", answer, words, columns)
    head = [count_of(words, "moments", len(answer))]
    head += [words["undated"] + f" {len(answer.undated)}"] if answer.undated else []
    lines = heading(answer, head, words, columns)
    for year, of_year in groupby(answer.events, key=lambda moment: (moment.date or "")[:4]):
        lines += ["", year]
        for moment in of_year:
            told = _happened(moment, words)
            told = told if moment.precision == "year" else f"{moment.date} {told}"
            lines += row(told, _with_stages(moment), words, language, columns, style)
    if answer.undated:
        lines += ["", words["undated"]]
        for moment in answer.undated:
            lines += row(_happened(moment, words), _with_stages(moment), words, language, columns, style)
    shown = ((moment.claim, *moment.stages) for moment in (*answer.events, *answer.undated))
    return "\n".join([*lines, *_sources(shown, columns)]) + "\n"


def projects_text(answer: Projects, language: str, columns: int, style: Style = plain) -> str:
    """`projects` as text: by stage, each work with its history, who builds it, whose it is, where, and for how much."""
    words = WORDS[language]
    if not len(answer):
        return none("no_works", answer, words, columns)
    lines = heading(answer, [count_of(words, "works", len(answer))], words, columns)
    for stage, of_stage in groupby(answer, key=lambda work: _stage(work, words)):
        several = list(of_stage)
        lines += ["", *wrap(f"— {stage} · {count_of(words, 'works', len(several))} —", columns)]
        for work in several:
            kind = f" · {terminal(work.entity.kind_label)}" if work.entity.kind != "Project" else ""
            lines += ["", *wrap(terminal(work.entity.label) + kind, columns)]
            lines += _work(work, words, language, columns, style)
    return "\n".join([*lines, *_sources((work.claims for work in answer), columns)]) + "\n"


def _stage(work: Work, words: Words) -> str:
    if work.stage:
        return terminal(work.stage_label or work.stage)
    return terminal(work.driven[0].relation.label) if work.driven else str(words["undriven"])


def _work(work: Work, words: Words, language: str, columns: int, style: Style) -> Iterator[str]:
    facets = words["facets"]
    for moment in work.history:
        told = f"{moment.date or words['undated']} {_happened(moment, words, work.entity.label)}"
        yield from row(told, _with_stages(moment), words, language, columns, style)
    for claim in work.driven:
        told = f"{terminal(claim.subject.label)} {terminal(claim.relation.label)}"
        yield from row(told, claim, words, language, columns, style, keep=("verb", "purpose"))
    for claim in work.owners:
        yield from row(f"{facets['owner']} {terminal(claim.subject.label)}", claim, words, language, columns, style)
    for several in _alike(work.sites):
        names = words["comma"].join(terminal(claim.told) for claim in several)
        evidence = tuple(dict.fromkeys(passage for claim in several for passage in claim.evidence))
        told = f"{terminal(several[0].relation.label)} {names}"
        yield from row(told, several[0].replace(evidence=evidence), words, language, columns, style)
    for claim in (*work.investments, *work.figures):
        told = f"{terminal(claim.relation.label)} {figure_text(claim, words)}"
        yield from row(told, claim, words, language, columns, style, keep=("period", "purpose"))
        yield from notes_on(_elsewhere(claim, (*work.investments, *work.figures), words), columns)
    if work.unknown:
        yield from notes_on([_lacking(work.unknown, words)], columns)


def _alike(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims of one relation that are as much fact and rest as firmly, together."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.relation, claim.status, claim.basis, claim.because), []).append(claim)
    yield from found.values()


def _happened(moment: Moment, words: Words, of: str = "") -> str:
    """The thing, what is said of it and, of an event, to what stage it brought which work but that called `of`."""
    told = terminal(moment.told)
    if isinstance(moment.claim.object, Value) and moment.claim.object.datatype.endswith("#decimal"):
        told = told.removesuffix(terminal(moment.claim.told)) + figure_text(moment.claim, words)
    figure = figure_text(moment.figure, words) if moment.figure else ""
    told = " ".join(filter(None, (terminal(moment.entity.label), told, "·" if told and figure else "", figure)))
    steps: dict[str, list[str]] = {}
    for claim in moment.stages:
        reached = next((q.text for q in claim.qualifiers if q.name == "stage"), "")
        steps.setdefault(reached, []).append("" if claim.told == of else terminal(claim.told))
    arrows = [f"{words['comma'].join(names)} {terminal(stage)}".strip() for stage, names in steps.items()]
    return f"{told} → {words['comma'].join(arrows)}" if arrows else told


def _with_stages(moment: Moment) -> Claim:
    """The claim that dates it, with the evidence of the stages, and as sure as the least sure of them."""
    claims = (moment.claim, *moment.stages, *([moment.figure] if moment.figure else []))
    said = list(dict.fromkeys(passage for claim in claims for passage in claim.evidence))
    # What stands within other words of the same place adds nothing to them.
    evidence = tuple(
        p for p in said if not any(p != o and _place(p) == _place(o) and p.phrase in o.phrase for o in said)
    )
    resolved = moment.claim.basis == "stated" and any(claim.basis == "resolved" for claim in claims)
    return moment.claim.replace(evidence=evidence, basis="resolved" if resolved else moment.claim.basis)


def _place(passage: Passage) -> tuple[str, int | None]:
    return passage.source, passage.paragraph


def row(
    told: str,
    claim: Claim,
    words: Words,
    language: str,
    columns: int,
    style: Style,
    keep: tuple[str, ...] = ("purpose", "level", "share"),
) -> Iterator[str]:
    """A row: status, what is told, its basis where that is not stated, words and source; below, what qualifies it."""
    kept = tuple(q for q in claim.qualifiers if q.name in keep)
    note = words["noted"].format(note=words["basis"][1]) if claim.basis == "resolved" else ""
    yield from rows_of(told + note, claim.replace(qualifiers=kept), language, columns, style)


def figure_text(claim: Claim, words: Words) -> str:
    """A figure as a paper prints it: ≥ 1,000 億元."""
    assert isinstance(claim.object, Value)
    said = {q.name: terminal(q.text) for q in claim.qualifiers}
    written = claim.object.value
    if len(written) > _LONGEST or not written.removeprefix("-").replace(".", "", 1).isdecimal():
        return terminal(claim.told)
    number = Decimal(written)
    scaled = next(((number / size, word) for size, word in words["scales"] if abs(number) >= size), (number, ""))
    digits = f"{scaled[0].normalize():,f}" + scaled[1]
    apart = "" if scaled[1] and not scaled[1].isascii() else " "
    return " ".join(filter(None, (said.get("comparator"), apart.join(filter(None, (digits, said.get("unit")))))))


def _elsewhere(claim: Claim, figures: Iterable[Claim], words: Words) -> Iterator[str]:
    """That other sources give another figure of the same measure."""
    alike = [
        each
        for each in figures
        if each.relation == claim.relation
        and each.qualifier("period") == claim.qualifier("period")
        and set(each.sources) - set(claim.sources)
    ]
    others = dict.fromkeys(figure_text(each, words) for each in alike)
    others.pop(figure_text(claim, words), None)
    if others:
        yield str(words["differ"]).format(others=words["comma"].join(others))


def _cited(claim: Claim, words: Words) -> str:
    """Basis, words and place of a claim that stands in a note."""
    basis = words["noted"].format(note=words["basis"][1]) if claim.basis == "resolved" else ""
    said = dict.fromkeys(f"{words['quoted'].format(words=terminal(p.phrase))} {places(p)}" for p in claim.evidence)
    because = f"{words['because']}{terminal(claim.because)}" if claim.because else ""
    return f"{basis} {' '.join(filter(None, (*said, because)))}".rstrip()


def _lacking(facets: Iterable[str], words: Words) -> str:
    return str(words["lacking"].format(what=words["comma"].join(words["facets"][each] for each in facets)))


def notes_on(notes: Iterable[str], columns: int) -> Iterator[str]:
    """Return the notes on a row, joined, wrapped and indented."""
    joined = " · ".join(notes)
    if joined:
        yield from (" " * (2 * INDENT) + line for line in wrap(joined, columns - 2 * INDENT))


def heading(answer: Any, said: Sequence[str], words: Words, columns: int) -> list[str]:
    """Of what, how many, what was held back; and how a row says its basis."""
    of = [terminal(answer.entity.label)] if answer.entity else []
    held = [words["held_back"].format(n=answer.held_back)] if answer.held_back else []
    return [*wrap(" · ".join([*of, *said, *held]), columns), *wrap(words["basis_key"], columns)]


def none(what: str, answer: Any, words: Words, columns: int) -> str:
    """The sentence that an empty answer is."""
    told = words["none_left"].format(n=answer.of) if getattr(answer, "of", 0) else words[what]
    if answer.entity:
        told = words["none_of"].format(name=terminal(answer.entity.label), none=told)
    held = [words["held_back"].format(n=answer.held_back)] if answer.held_back else []
    return "\n".join(wrap(" ".join([told, *held]), columns)) + "\n"


def _sources(claims: Iterable[Iterable[Claim]], columns: int) -> Iterator[str]:
    shown: Iterator[tuple[Passage, ...]] = (claim.evidence for several in claims for claim in several)
    return source_lines(shown, columns)
