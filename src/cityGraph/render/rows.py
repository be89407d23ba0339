"""How one claim or edge is printed: status, phrase, place, qualifiers, notes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from ..model.claim import Entity, Value
from .columns import COMMANDS, pad, plain, safe, width, wrap
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..model.claim import Claim, Neighbor, Passage, Qualifier
    from ..model.graph import About, Answer, Claims, Gaps, Neighbors, Question, Report, Term
    from .columns import Style

_STATUS = {"realised": 0, "planned": 1, "targeted": 2}
_COLOURS = {"realised": "green", "planned": "yellow", "targeted": "cyan", "inferred": "bright_black"}


def neighbors_text(answer: Neighbors, language: str, columns: int, style: Style = plain) -> str:
    """`neighbors` as text: a head line, then the ties by hop and relation, then the sources."""
    words = WORDS[language]
    count = count_of(words, "neighbors", len(answer))
    if answer.held_back:
        count += " · " + str(words["held_back"]).format(n=answer.held_back)
    lines = list(_head(answer.entity, answer.names, count, columns))
    names = max((width(safe(tie.label)) for tie in answer), default=0)
    heading = None
    for tie in answer:
        arrow = "→" if tie.direction == "out" else "←"
        now = f"{safe(tie.relation.label)} {arrow}"
        if tie.hops > 1:
            via = str(words["via"]).format(name=safe(tie.via.label))
            now = f"{str(words['hop']).format(n=tie.hops)} · {via} · {now}"
        if now != heading:
            heading = now
            lines += wrap(now, columns)
        shown = "inferred" if tie.basis == "inferred" else tie.status
        lines += _row(safe(tie.label), shown, tie.evidence, names, language, columns, style)
        lines += _notes(_tie_notes(tie, words), language, columns)
    lines += _emptied(answer.emptied, words, columns)
    return "\n".join([*lines, *source_lines((tie.evidence for tie in answer), columns)]) + "\n"


def claims_text(answer: Claims, language: str, columns: int, style: Style = plain) -> str:
    """`claims` as text: a head line, then the claims in the order of the source, then the sources."""
    words = WORDS[language]
    count = count_of(words, "claims", len(answer))
    lines = list(_head(answer.entity, (), count, columns)) if answer.entity else [count]
    lines += claim_lines(answer.claims, language, columns, style)
    lines += _emptied(answer.emptied, words, columns)
    return "\n".join([*lines, *source_lines((claim.evidence for claim in answer), columns)]) + "\n"


def claim_lines(claims: Sequence[Claim], language: str, columns: int, style: Style) -> list[str]:
    """Claims, one below the other, each with its status, its words, their place and what qualifies it."""
    words = WORDS[language]
    lines: list[str] = []
    said = [_sentence(claim) for claim in claims]
    names = max(map(width, said), default=0)
    others = disagreeing(claims)
    for claim, sentence in zip(claims, said, strict=True):
        shown = "inferred" if claim.basis == "inferred" else claim.status
        lines += _row(sentence, shown, claim.evidence, names, language, columns, style)
        lines += _notes([*_claim_notes(claim, words), *_told(others.get(claim.iri, ()), words)], language, columns)
    return lines


def _emptied(emptied: str | None, words: dict[str, Any], columns: int) -> list[str]:
    return wrap(words["emptied"].format(filter=f"--{emptied}"), columns) if emptied else []


def disagreeing(claims: Sequence[Claim]) -> dict[str, list[str]]:
    """By claim the figures that other sources give for the same measure of the same thing."""
    figures: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.object, Value) and claim.object.datatype.endswith(("#decimal", "#gYear", "#date")):
            figures.setdefault((claim.subject.iri, claim.relation.iri), []).append(claim)
    found: dict[str, list[str]] = {}
    for several in figures.values():
        for claim in several:
            unlike = [o for o in several if o.object != claim.object and o.sources != claim.sources]
            told = [other.told for other in unlike if isinstance(other.object, Value)]
            if told:
                found[claim.iri] = sorted(dict.fromkeys(told))
    return found


def _told(figures: Iterable[str], words: dict[str, Any]) -> Iterator[str]:
    if figures:
        yield words["differ"].format(others=safe(words["comma"].join(figures)))


def answer_text(
    answer: Answer, entities: dict[str, Entity], shorten: Callable[[str], str], language: str, columns: int
) -> str:
    """`query` as text: the verdict, the Turtle, or a table with labels beside IRIs.

    A column ``xLabel`` beside ``x`` is not shown twice; a table wider than `columns` becomes one paragraph a row.
    """
    words = WORDS[language]
    if answer.verdict is not None:
        return str(words["yes" if answer.verdict else "no"]) + "\n"
    if answer.turtle is not None:
        return escaped(answer.turtle, lambda c: f"\\U{ord(c):08X}")

    def cell(term: Term | None) -> str:
        if term is None or term.type != "uri":
            return safe(term.value) if term else ""
        short = safe(shorten(term.value))
        label = safe(entities[term.value].label) if term.value in entities else ""
        return f"{label} {short}" if label and not short.endswith(f":{label}") else short

    kept = [at for at, name in enumerate(answer.variables) if name.removesuffix("Label") not in answer.variables[:at]]
    names = [safe(answer.variables[at]) for at in kept]
    table = [[cell(row[at]) for at in kept] for row in answer]
    widths = [max(map(width, column)) for column in zip(names, *table, strict=True)]
    if sum(widths) + 2 * len(widths) - 2 <= columns:
        ruled = [names, ["-" * wide for wide in widths], *table] if names else []
        lines = ["  ".join(map(pad, row, widths)).rstrip() for row in ruled]
    else:
        lines = list(_records(names, table, columns))
    return "\n".join([*lines, count_of(words, "rows", len(answer))]) + "\n"


def _records(names: list[str], table: list[list[str]], columns: int) -> Iterator[str]:
    """One paragraph a row, a name and a value a line."""
    step = max(map(width, names)) + 2
    for row in table:
        for name, value in zip(names, row, strict=True):
            for at, line in enumerate(wrap(value, columns - step)):
                yield (pad("" if at else name, step) + line).rstrip()
        yield ""


def about_text(answer: About, language: str, columns: int) -> str:
    """`about` as text: totals, then one paragraph a heading, largest first."""
    words = WORDS[language]
    lines = wrap(str(words["about"]).format(**answer.as_json()), columns)
    status = {status_of(name, words): n for name, n in answer.status.items()}
    bases = dict(zip(("stated", "resolved", "inferred"), words["basis"], strict=True))
    basis = {bases.get(name, name): n for name, n in answer.basis.items()}
    groups = (status, basis, answer.sources, answer.kinds, answer.relations)
    step = max(map(width, words["headings"])) + 2
    for heading, counts in zip(words["headings"], groups, strict=True):
        if not counts:
            continue
        told = items([f"{safe(name)} {n}" for name, n in counts.items()], columns - step)
        lines += [pad("" if at else heading, step) + line for at, line in enumerate(told)]
    return "\n".join(lines) + "\n"


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


def questions_text(found: Sequence[Question], language: str, columns: int) -> str:
    """The catalogue as text: number, question, and the example of its parameter."""
    lines = []
    for question in found:
        example = f" [{question.example}]" if question.example else ""
        head, *rest = wrap(safe(question.text) + example, columns - 5)
        lines += [f"{question.number:3}  {head}", *("     " + line for line in rest)]
    return "\n".join([*lines, count_of(WORDS[language], "questions", len(found))]) + "\n"


def gaps_text(answer: Gaps, language: str, columns: int) -> str:
    """`gaps` as text: what a gap is, then each expectation with how many lack it, and which those are."""
    words = WORDS[language]
    lines = wrap(words["gap"], columns)
    for expectation in answer.expected:
        here = [g for g in answer if (g.entity.kind, g.question) == (expectation.kind, expectation.question)]
        if not here:
            continue
        head = f"{safe(expectation.kind_label)} {len(here)}/{expectation.of} · {safe(expectation.expects)}"
        lines += ["", *wrap(f"{head} · {safe(expectation.question)}", columns)]
        lines += [
            "  " + line for line in items([safe(g.entity.label) for g in here if not g.filled], columns - 2) if line
        ]
        for gap in here:
            if gap.filled:
                told = words["filled"].format(
                    name=safe(gap.entity.label), by=words["comma"].join(safe(e.label) for e in gap.filled)
                )
                lines += ["  " + line for line in wrap(told, columns - 2)]
    return "\n".join(lines) + "\n"


def report_text(report: Report) -> str:
    """`validate` as text: one line a finding, then what was checked."""
    lines = [
        f"{safe(source.label)}: not the text whose words are counted (its SHA-256 differs); they were looked for anew"
        for source in report.differs
    ]
    lines += [f"moved: {each.old} → {each.new} «{safe(each.phrase)}»" for each in report.moved]
    lines += [safe(str(finding)) for finding in report.findings]
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


def as_json(answer: Any) -> str:
    """Any answer as JSON, indented, its Chinese readable."""
    import json

    return escaped(json.dumps(answer.as_json(), ensure_ascii=False, indent=2), lambda c: json.dumps(c)[1:-1]) + "\n"


def escaped(text: str, escape: Callable[[str], str]) -> str:
    """A format's text with an escape for each control character that a string in it holds."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    kept = "\n\t\u200c\u200d"
    return "".join(c if c in kept or unicodedata.category(c) not in COMMANDS else escape(c) for c in text)


def listing(found: list[dict[str, Any]]) -> str:
    """The catalogue as JSON: a list of questions."""
    import json

    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def count_of(words: dict[str, Any], what: str, n: int) -> str:
    """How many of what, in words."""
    text = str(words[what]).format(n=n)
    return text[:-1] if n == 1 and text.endswith("s") else text


def _head(entity: Entity, names: Iterable[str], count: str, columns: int) -> Iterator[str]:
    head = " · ".join(filter(None, (safe(entity.label), safe(entity.kind_label))))
    others = [safe(name) for name in names]
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


def _row(
    name: str, shown: str, evidence: tuple[Passage, ...], names: int, language: str, columns: int, style: Style
) -> Iterator[str]:
    """Status, name, words, place; what does not fit beside goes below."""
    words = WORDS[language]
    labels = words["status"]
    label = status_of(shown, words)
    status = style(pad(label, max(map(width, labels))), _COLOURS.get(shown, ""))
    indent = 2 + max(map(width, labels)) + 2
    cited = [(str(words["quoted"]).format(words=safe(each.phrase)), places(each)) for each in evidence]
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
        return safe(passage.source_label) + ("" if passage.paragraph is None else f" §{passage.paragraph}")
    paragraph = "" if passage.paragraph is None else f" §{passage.paragraph}"
    return safe(passage.source_label) + paragraph + (f" {safe(passage.quality)}" if passage.quality else "")


def status_of(shown: str, words: dict[str, Any]) -> str:
    """A status in the reader's words; one that the ontology does not know as it stands."""
    known = {**_STATUS, "inferred": 3}
    return str(words["status"][known[shown]]) if shown in known else safe(shown)


def rows_of(name: str, tie: Any, language: str, columns: int, style: Style) -> Iterator[str]:
    """A tie of any noun that has status, basis, evidence, qualifiers and reason: its row, and its notes below."""
    shown = "inferred" if tie.basis == "inferred" else tie.status
    label = safe(name)
    yield from _row(label, shown, tie.evidence, width(label), language, columns, style)
    words = WORDS[language]
    yield from _notes([*_qualified(tie.qualifiers), *_reasoned(tie, words)], language, columns)


def _notes(notes: Iterable[str], language: str, columns: int) -> Iterator[str]:
    step = 2 + max(map(width, WORDS[language]["status"])) + 4
    said = list(notes)
    together = " · ".join(said)
    if width(together) <= columns - step:
        said = [together] if said else []
    for note in said:
        yield from (" " * step + line for line in wrap(note, columns - step))


def _tie_notes(tie: Neighbor, words: dict[str, Any]) -> Iterator[str]:
    yield from _qualified(tie.qualifiers)
    if tie.mates:
        yield str(words["mates"]) + " ".join(safe(mate.label) for mate in tie.mates)
    yield from _reasoned(tie, words)


def _claim_notes(claim: Claim, words: dict[str, Any]) -> Iterator[str]:
    yield from _qualified(claim.qualifiers)
    yield from _reasoned(claim, words)


def _reasoned(inferred: Any, words: dict[str, Any]) -> Iterator[str]:
    """The reason of an inference, and the sources that it rests on."""
    if inferred.because:
        rests = words["comma"].join(safe(source.label) for source in inferred.rests_on)
        yield str(words["because"]) + safe(inferred.because) + (words["rests"].format(on=rests) if rests else "")


def _qualified(qualifiers: Iterable[Qualifier]) -> Iterator[str]:
    shown = [q for q in qualifiers if q.name not in ("unit", "comparator", "openList")]
    if shown:
        yield " · ".join(f"{safe(q.label)}:{safe(q.text)}" for q in shown)


def _sentence(claim: Claim) -> str:
    return safe(f"{claim.subject.label} {claim.relation.to(claim.told)}")


def source_lines(cited: Iterable[tuple[Passage, ...]], columns: int) -> Iterator[str]:
    """The sources that go by a short name (本文), each with its label and its page."""
    pages = {}
    for passages in cited:
        for passage in passages:
            if passage.source_label != passage.source_title:
                page = (passage.url or "").split("#:~:", 1)[0]
                pages[passage.source_label] = f"{safe(passage.source_title)} {safe(page)}".strip()
    for label, page in pages.items():
        yield from ("", *wrap(f"{safe(label)}: {page}", columns))
