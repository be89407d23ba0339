"""Write the answers of `paths` and `common` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from .columns import plain, wrap
from .display import display
from .figures import quoted
from .legend import end_lines
from .network import title_of
from .rows import count_of, edge_lines, place_of, status_of
from .validation import suggestions
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.paths import Common, Hop, Path, Paths
    from ..model.validation import Gap
    from .columns import Style


def paths_text(answer: Paths, language: str, columns: int, style: Style = plain, missing: Sequence[Gap] = ()) -> str:
    """Return the answer of `paths` as text: each path with its hops, their quotes and sources, and its warnings.

    Args:
        answer: What `paths` returned. If it has no path, the text says why.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.
        missing: The gaps of both ends, printed if there is no path of any length.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if not answer.paths:
        return "\n".join(_no_path_lines(answer, words, columns, missing)) + "\n"
    lines = _title(answer, words, columns)
    for number, path in enumerate(answer, start=1):
        lines += ["", *wrap(f"{number}. {_headline(path, words)}", columns)]
        for hop in path.hops:
            last_head = None
            for edge in (hop, *hop.others):
                arrow = "→" if edge.direction == "out" else "←"
                head = f"{display(hop.near.label)} {display(edge.relation.label)} {arrow}"
                lines += wrap(head, columns) if head != last_head else []
                lines += edge_lines(hop.far.label, edge, language, columns, style)
                last_head = head
        lines += [line for warning in path.warnings for line in wrap(words[f"warn_{warning}"], columns)]
    edges = [edge for path in answer for hop in path.hops for edge in (hop, *hop.others)]
    return "\n".join([*lines, *end_lines(edges, words, columns)]) + "\n"


def path_sentences(answer: Paths, language: str, columns: int, missing: Sequence[Gap] = ()) -> str:
    """Return the answer of `paths` as sentences: one per path, with a numbered citation behind each hop.

    Warnings follow a path that could mislead. The citations are listed at the end.

    Args:
        answer: What `paths` returned. If it has no path, the text says why.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        missing: The gaps of both ends, printed if there is no path of any length.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    if not answer.paths:
        return "\n".join(_no_path_lines(answer, words, columns, missing)) + "\n"
    lines = _title(answer, words, columns)
    numbers: dict[str, int] = {}
    for number, path in enumerate(answer, start=1):
        lines += ["", *wrap(f"{number}. {_headline(path, words)}", columns)]
        steps = []
        for hop in path.hops:
            status = status_of(hop.standing, words)
            step = display(f"{hop.near.label} {hop.relation.to(hop.far.label)}")
            step += words["noted"].format(note=status or words["unsourced"])
            cited = [numbers.setdefault(citation, len(numbers) + 1) for citation in _citations(hop, words)]
            steps.append(step + "".join(f"[{n}]" for n in cited))
        lines += [" " + line for line in wrap(words["pause"].join(steps) + words["stop"], columns - 1)]
        lines += [" " + line for warning in path.warnings for line in wrap(words[f"warn_{warning}"], columns - 1)]
    if numbers:
        lines.append("")
    for citation, number in numbers.items():
        lines += wrap(f"[{number}] {citation}", columns)
    hops = [hop for path in answer for hop in path.hops]
    return "\n".join([*lines, *end_lines(hops, words, columns)]) + "\n"


def _citations(hop: Hop, words: dict[str, Any]) -> list[str]:
    """Return the places of a hop, each with its quotes; if the hop is inferred, its reason instead."""
    if hop.because:
        return [display(hop.because)]
    phrases_by_place: dict[str, list[str]] = {}
    for passage in hop.evidence:
        phrases_by_place.setdefault(place_of(passage), []).append(terminal(passage.phrase))
    cited = ((place, " … ".join(filter(None, phrases))) for place, phrases in phrases_by_place.items())
    return [f"{place} {quoted(phrases, words)}".rstrip() for place, phrases in cited]


def _title(answer: Paths, words: dict[str, Any], columns: int) -> list[str]:
    head = words["origin"].format(start=display(answer.start.label), end=display(answer.end.label))
    return wrap(f"{head}  {count_of(words, 'paths', len(answer))}", columns)


def _headline(path: Path, words: dict[str, Any]) -> str:
    """Return the number of hops, the things between the ends, and the source if one with a short name carries all."""
    between = words["comma"].join(display(thing.label) for thing in path.things[1:-1])
    parts = [count_of(words, "steps", len(path))]
    if between:
        parts.append(words["via"].format(name=between))
    sources = {(p.source_label, p.source_title) for hop in path.hops for p in hop.evidence}
    (label, title), *others = sources or {("", "")}
    if label != title and not others and all(hop.evidence for hop in path.hops):
        parts.append(words["only_source"].format(source=display(label)))
    return " · ".join(parts)


def _no_path_lines(answer: Paths, words: dict[str, Any], columns: int, missing: Sequence[Gap]) -> Iterator[str]:
    """Yield why there is no path: the limit on hops or the filters, or that nothing connects the ends."""
    ends = {"start": display(answer.start.label), "end": display(answer.end.label)}
    if answer.start_reach is None:
        yield from wrap(words["too_far"].format(n=answer.max_hops, **ends), columns)
        return
    yield from wrap(words["no_path"].format(one=answer.start_reach, other=answer.end_reach, **ends), columns)
    if missing:
        yield from wrap(words["would"], columns)
        for gap in missing:
            filled = words["comma"].join(display(each) for each in suggestions(gap, words))
            line = f"{display(gap.entity.label)} · {display(gap.expects)} · {display(gap.question)}" + (
                f" ◇ {filled}" if filled else ""
            )
            yield from ("  " + part for part in wrap(line, columns - 2))


def common_text(answer: Common, language: str, columns: int, style: Style = plain) -> str:
    """Return the answer of `common` as text: the neighbors that all things share, or the nearest meeting points.

    Args:
        answer: What `common` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; the default adds no colour.

    Returns:
        The text, with a line end.
    """
    words = WORDS[language]
    names = words["comma"].join(display(thing.label) for thing in answer.things)
    lines = wrap(f"{names}  {count_of(words, 'common', answer.shared)}", columns)
    if answer.meetings and not answer.shared:
        lines += wrap(words["meet"], columns)
    for meeting in answer:
        edges = count_of(words, "ties", meeting.neighbors)
        distance = "" if meeting.hops else " · " + words["distance"].format(steps="+".join(map(str, meeting.distances)))
        lines += ["", *wrap(f"{title_of(meeting.entity)}{distance} · {edges}", columns)]
        for hop in meeting.hops:
            arrow = "→" if hop.direction == "out" else "←"
            lines += edge_lines(f"{hop.near.label} {hop.relation.label} {arrow}", hop, language, columns, style)
    hops = [hop for meeting in answer for hop in meeting.hops]
    return "\n".join([*lines, *end_lines(hops, words, columns)]) + "\n"
