"""`central`, `communities`, `bridges`, `similar` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .columns import plain, safe, wrap
from .rows import count_of, items, places, rows_of, source_lines, status_of
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Entity
    from ..model.graph import Gaps
    from ..model.network import Bridges, Central, Common, Communities, Hop, Path, Paths, Similar
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
                head = f"{safe(hop.near.label)} {safe(each.relation.label)} {'→' if each.direction == 'out' else '←'}"
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
    return safe(f"{hop.near.label} {hop.relation.to(hop.far.label)}")


def _cited(hop: Hop, words: dict[str, Any]) -> list[str]:
    """Where it stands and in what words, once a source; of an inference the reason."""
    if hop.because:
        return [safe(hop.because)]
    found: dict[str, list[str]] = {}
    for passage in hop.evidence:
        found.setdefault(places(passage), []).append(safe(passage.phrase))
    quoted = str(words["quoted"])
    return [f"{place} {quoted.format(words=' … '.join(phrases))}" for place, phrases in found.items()]


def _title(answer: Paths, words: dict[str, Any], columns: int) -> list[str]:
    head = words["origin"].format(start=safe(answer.start.label), end=safe(answer.end.label))
    return wrap(f"{head}  {count_of(words, 'paths', len(answer))}", columns)


def _headline(path: Path, words: dict[str, Any]) -> str:
    between = words["comma"].join(safe(thing.label) for thing in path.things[1:-1])
    parts = [count_of(words, "steps", len(path))]
    if between:
        parts.append(words["through"].format(names=between))
    shorts = {p.source_label != p.source_title for hop in path.hops for p in hop.evidence}
    if shorts == {True} and all(hop.evidence for hop in path.hops):
        parts.append(words["only_article"])
    return " · ".join(parts)


def _apart(answer: Paths, words: dict[str, Any], columns: int, missing: Gaps | None) -> Iterator[str]:
    told = {"start": safe(answer.start.label), "end": safe(answer.end.label)}
    if answer.start_reach is None:
        yield from wrap(words["too_far"].format(n=answer.max_hops, **told), columns)
        return
    yield from wrap(words["no_path"].format(one=answer.start_reach, other=answer.end_reach, **told), columns)
    if missing is not None and len(missing):
        yield from wrap(words["would"], columns)
        for gap in missing:
            filled = words["comma"].join(safe(each.label) for each in gap.filled)
            line = f"{safe(gap.entity.label)} · {safe(gap.expects)} · {safe(gap.question)}" + (
                f" ◇ {filled}" if filled else ""
            )
            yield from ("  " + part for part in wrap(line, columns - 2))


def common_text(answer: Common, language: str, columns: int, style: Style = plain) -> str:
    """`common` as text: what all are tied to, each tie with its words; else where their ways meet."""
    words = WORDS[language]
    names = words["comma"].join(safe(thing.label) for thing in answer.things)
    lines = wrap(f"{names}  {count_of(words, 'common', answer.shared)}", columns)
    if answer.meetings and not answer.shared:
        lines += wrap(words["meet"], columns)
    for meeting in answer:
        ties = count_of(words, "ties", meeting.ties)
        distance = "" if meeting.hops else " · " + words["distance"].format(steps="+".join(map(str, meeting.distances)))
        lines += [
            "",
            *wrap(f"{_title_of(meeting.entity)}{distance} · {ties}", columns),
        ]
        for hop in meeting.hops:
            arrow = "→" if hop.direction == "out" else "←"
            lines += rows_of(f"{hop.near.label} {hop.relation.label} {arrow}", hop, language, columns, style)
    cited = (hop.evidence for meeting in answer for hop in meeting.hops)
    return "\n".join([*lines, *source_lines(cited, columns)]) + "\n"


def central_text(answer: Central, language: str, columns: int) -> str:
    """`central` as text: what was measured and what that means, then rank, score, name and kind."""
    words = WORDS[language]
    lines = wrap(words["central"].format(by=answer.by, things=answer.things, ties=answer.ties), columns)
    notes = [words[f"means_{answer.by}"], *_without(answer.left_out, words)]
    if answer.reached is not None:
        notes.append(words["settled"].format(reached=f"{answer.reached:.0e}"))
    if answer.pivots is not None:
        notes.append(words["sampled"].format(n=answer.pivots))
    if any(score.before is not None for score in answer):
        notes.append(words["effect"])
    lines += [line for note in notes for line in wrap(note, columns)]
    figures = [f"{s.score:.4f}" if s.before is None else f"{s.score - s.before:+.4f}" for s in answer]
    wide = max(map(len, figures), default=0)
    for score, figure in zip(answer, figures, strict=True):
        head, *rest = wrap(_title_of(score.entity), max(10, columns - wide - 7))
        lines += [f"{score.rank:4}  {figure:>{wide}} {head}", *(" " * (wide + 7) + line for line in rest)]
    return "\n".join(lines) + "\n"


def communities_text(answer: Communities, language: str, columns: int) -> str:
    """`communities` as text: each group of more than one by its name, with all its members."""
    words = WORDS[language]
    several = [group for group in answer if len(group) > 1]
    lines = wrap(words["groups"].format(n=len(several), modularity=f"{answer.modularity:.3f}"), columns)
    lines += [line for note in _without(answer.left_out, words) for line in wrap(note, columns)]
    for number, group in enumerate(several, start=1):
        size = count_of(words, "members", len(group))
        lines += ["", *wrap(f"{number}. {safe(group.name)} · {size}", columns)]
        lines += [
            "  " + line for line in items([safe(member.label) for member in group.members[3:]], columns - 2) if line
        ]
    return "\n".join(lines) + "\n"


def bridges_text(answer: Bridges, language: str, columns: int) -> str:
    """`bridges` as text: each thing with how many hang on it alone, and which those are."""
    words = WORDS[language]
    lines = [line for note in _without(answer.left_out, words) for line in wrap(note, columns)]
    for bridge in answer:
        lines += wrap(f"{_title_of(bridge.entity)} · {words['cut'].format(n=bridge.cut_off)}", columns)
        told = [
            words["comma"].join(safe(member.label) for member in part[:8]) + ("…" if len(part) > 8 else "")
            for part in bridge.parts
        ]
        lines += ["    " + line for line in wrap(words["pieces"] + " · ".join(told), columns - 4)]
    return "\n".join(lines) + "\n"


def similar_text(answer: Similar, language: str, columns: int) -> str:
    """`similar` as text: likeness, name, and the ties that both have."""
    words = WORDS[language]
    lines = wrap(
        f"{_title_of(answer.entity)}  {count_of(words, 'alike', len(answer))}",
        columns,
    )
    for twin in answer:
        lines += wrap(f"{twin.score:.2f}  {_title_of(twin.entity)}", columns)
        told = words["comma"].join(safe(relation.to(thing.label)) for relation, thing in twin.shared)
        lines += ["      " + line for line in wrap(words["shares"] + told, columns - 6)]
    return "\n".join(lines) + "\n"


def _without(left_out: tuple[Entity, ...], words: dict[str, Any]) -> list[str]:
    names = words["comma"].join(safe(centre.label) for centre in left_out)
    return [words["without"].format(name=names)] if left_out else []


def _title_of(thing: Entity) -> str:
    return " · ".join(filter(None, (safe(thing.label), safe(thing.kind_label))))
