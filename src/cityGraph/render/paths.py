"""`paths` and `common` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from .columns import plain, wrap
from .network import title_of
from .rows import count_of, places, rows_of, source_lines, status_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.paths import Common, Hop, Path, Paths
    from ..model.validation import Gaps
    from .columns import Style


def paths_text(answer: Paths, language: str, columns: int, style: Style = plain, missing: Gaps | None = None) -> str:
    """`paths` as text: each path with its hops, their words and sources; without any, what is known of the gap."""
    words = WORDS[language]
    if not answer.paths:
        return "\n".join(_apart(answer, words, columns, missing)) + "\n"
    lines = _title(answer, words, columns)
    for number, path in enumerate(answer, start=1):
        lines += ["", *wrap(f"{number}. {_headline(path, words)}", columns)]
        for hop in path.hops:
            before = None
            for each in (hop, *hop.others):
                arrow = "→" if each.direction == "out" else "←"
                head = f"{terminal(hop.near.label)} {terminal(each.relation.label)} {arrow}"
                lines += wrap(head, columns) if head != before else []
                lines += rows_of(hop.far.label, each, language, columns, style)
                before = head
        lines += [line for warning in path.warnings for line in wrap(words[f"warn_{warning}"], columns)]
    return "\n".join([*lines, *source_lines((hop.evidence for path in answer for hop in path.hops), columns)]) + "\n"


def explained(answer: Paths, language: str, columns: int, missing: Gaps | None = None) -> str:
    """`paths` told: a sentence a path, a number behind each step, a warning where it invites a wrong conclusion."""
    words = WORDS[language]
    if not answer.paths:
        return "\n".join(_apart(answer, words, columns, missing)) + "\n"
    lines = _title(answer, words, columns)
    cited: dict[str, int] = {}
    for number, path in enumerate(answer, start=1):
        lines += ["", *wrap(f"{number}. {_headline(path, words)}", columns)]
        told = []
        for hop in path.hops:
            status = status_of("inferred" if hop.basis == "inferred" else hop.status, words)
            step = _step(hop) + (words["plan"].format(status=status) if hop.status else "")
            numbers = [cited.setdefault(place, len(cited) + 1) for place in _cited(hop, words)]
            told.append(step + "".join(f"[{n}]" for n in numbers))
        lines += [" " + line for line in wrap(words["pause"].join(told) + words["stop"], columns - 1)]
        lines += [" " + line for warning in path.warnings for line in wrap(words[f"warn_{warning}"], columns - 1)]
    if cited:
        lines.append("")
    for place, number in cited.items():
        lines += wrap(f"[{number}] {place}", columns)
    pages = source_lines((hop.evidence for path in answer for hop in path.hops), columns)
    return "\n".join([*lines, *pages]) + "\n"


def _step(hop: Hop) -> str:
    """The two things in the order of the path, the relation labelled as it is gone."""
    return terminal(f"{hop.near.label} {hop.relation.to(hop.far.label)}")


def _cited(hop: Hop, words: dict[str, Any]) -> list[str]:
    """Where it stands and in what words, once a source; of an inference the reason."""
    if hop.because:
        return [terminal(hop.because)]
    found: dict[str, list[str]] = {}
    for passage in hop.evidence:
        found.setdefault(places(passage), []).append(terminal(passage.phrase))
    quoted = str(words["quoted"])
    return [f"{place} {quoted.format(words=' … '.join(phrases))}" for place, phrases in found.items()]


def _title(answer: Paths, words: dict[str, Any], columns: int) -> list[str]:
    head = words["origin"].format(start=terminal(answer.start.label), end=terminal(answer.end.label))
    return wrap(f"{head}  {count_of(words, 'paths', len(answer))}", columns)


def _headline(path: Path, words: dict[str, Any]) -> str:
    between = words["comma"].join(terminal(thing.label) for thing in path.things[1:-1])
    parts = [count_of(words, "steps", len(path))]
    if between:
        parts.append(words["through"].format(names=between))
    shorts = {p.source_label != p.source_title for hop in path.hops for p in hop.evidence}
    if shorts == {True} and all(hop.evidence for hop in path.hops):
        parts.append(words["only_article"])
    return " · ".join(parts)


def _apart(answer: Paths, words: dict[str, Any], columns: int, missing: Gaps | None) -> Iterator[str]:
    told = {"start": terminal(answer.start.label), "end": terminal(answer.end.label)}
    if answer.start_reach is None:
        yield from wrap(words["too_far"].format(n=answer.max_hops, **told), columns)
        return
    yield from wrap(words["no_path"].format(one=answer.start_reach, other=answer.end_reach, **told), columns)
    if missing is not None and len(missing):
        yield from wrap(words["would"], columns)
        for gap in missing:
            filled = words["comma"].join(terminal(each.label) for each in gap.filled)
            line = f"{terminal(gap.entity.label)} · {terminal(gap.expects)} · {terminal(gap.question)}" + (
                f" ◇ {filled}" if filled else ""
            )
            yield from ("  " + part for part in wrap(line, columns - 2))


def common_text(answer: Common, language: str, columns: int, style: Style = plain) -> str:
    """`common` as text: what all are tied to, each tie with its words; else where their ways meet."""
    words = WORDS[language]
    names = words["comma"].join(terminal(thing.label) for thing in answer.things)
    lines = wrap(f"{names}  {count_of(words, 'common', answer.shared)}", columns)
    if answer.meetings and not answer.shared:
        lines += wrap(words["meet"], columns)
    for meeting in answer:
        ties = count_of(words, "ties", meeting.ties)
        distance = "" if meeting.hops else " · " + words["distance"].format(steps="+".join(map(str, meeting.distances)))
        lines += [
            "",
            *wrap(f"{title_of(meeting.entity)}{distance} · {ties}", columns),
        ]
        for hop in meeting.hops:
            arrow = "→" if hop.direction == "out" else "←"
            lines += rows_of(f"{hop.near.label} {hop.relation.label} {arrow}", hop, language, columns, style)
    cited = (hop.evidence for meeting in answer for hop in meeting.hops)
    return "\n".join([*lines, *source_lines(cited, columns)]) + "\n"
