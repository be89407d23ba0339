"""Answers as text and JSON.

Text is laid out by display width: a Chinese character takes two columns. Whatever comes from data loses its control
characters on the way.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from .model import Entity, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .model import About, Answer, Claim, Claims, Neighbor, Neighbors, Passage, Qualifier, Question, Report, Term

    Style = Callable[[str, str], str]

WIDEST = 120
_COMMANDS = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_WORDS = {
    "zh-Hant": {
        "neighbors": "{n} 鄰居",
        "held_back": "另有推斷 {n} 條 (--inferred)",
        "claims": "{n} 條主張",
        "rows": "{n} 行",
        "questions": "{n} 問",
        "about": "{entities} 物 · {claims} 條主張 · {triples} 個三元組(含本體)",
        "headings": ("狀態", "依據", "來源", "類", "關係"),
        "basis": ("明載", "補全", "推斷"),
        "hop": "第 {n} 步",
        "via": "經{name}",
        "mates": "同列(有「等」):",
        "because": "推斷:",
        "yes": "是",
        "no": "否",
        "quoted": "「{words}」",
        "status": ("事實", "規劃", "目標", "推斷"),
    },
    "zh-Hans": {
        "neighbors": "{n} 邻居",
        "held_back": "另有推断 {n} 条 (--inferred)",
        "claims": "{n} 条主张",
        "rows": "{n} 行",
        "questions": "{n} 问",
        "about": "{entities} 物 · {claims} 条主张 · {triples} 个三元组(含本体)",
        "headings": ("状态", "依据", "来源", "类", "关系"),
        "basis": ("明载", "补全", "推断"),
        "hop": "第 {n} 步",
        "via": "经{name}",
        "mates": "同列(有“等”):",
        "because": "推断:",
        "yes": "是",
        "no": "否",
        "quoted": "“{words}”",
        "status": ("事实", "规划", "目标", "推断"),
    },
    "en": {
        "neighbors": "{n} neighbors",
        "held_back": "{n} inferred held back (--inferred)",
        "claims": "{n} claims",
        "rows": "{n} rows",
        "questions": "{n} questions",
        "about": "{entities} things · {claims} claims · {triples} triples, the ontology among them",
        "headings": ("status", "basis", "sources", "kinds", "relations"),
        "basis": ("stated", "resolved", "inferred"),
        "hop": "hop {n}",
        "via": "via {name}",
        "mates": "in an open list with: ",
        "because": "inferred: ",
        "yes": "yes",
        "no": "no",
        "quoted": "“{words}”",
        "status": ("fact", "plan", "target", "inferred"),
    },
}
_STATUS = {"realised": 0, "planned": 1, "targeted": 2}
_COLOURS = {"realised": "green", "planned": "yellow", "targeted": "cyan", "inferred": "bright_black"}


def safe(text: str) -> str:
    r"""`text` without what could command a terminal or turn the direction of a line.

    >>> safe("太\x1b[31m鋼")
    '太·[31m鋼'
    """
    if text.isprintable():
        return text
    return "".join(c if c in "\u200c\u200d" or unicodedata.category(c) not in _COMMANDS else "·" for c in text)


def width(text: str) -> int:
    """The columns that `text` takes in a terminal.

    >>> width("太鋼 TISCO")
    10
    """
    wide = unicodedata.east_asian_width
    return sum(0 if unicodedata.combining(c) else 2 if wide(c) in "WF" else 1 for c in text)


def pad(text: str, columns: int) -> str:
    """`text` with spaces up to `columns` columns."""
    return text + " " * max(0, columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """`text` in lines of at most `columns` columns: broken at spaces, or after any wide character.

    >>> wrap("太原 重點支持 太鋼", 10)
    ['太原 重點', '支持 太鋼']
    """
    if width(text) <= columns:
        return [text]
    lines, line, room = [], "", columns
    for piece in _pieces(text):
        wide = width(piece)
        if wide > room and line.strip():
            lines.append(line.rstrip())
            line, room = "", columns
        while wide > columns:
            end = _fitting(piece, columns)
            lines.append(piece[:end])
            piece = piece[end:]
            wide -= width(lines[-1])
        if line or not piece.isspace():
            line += piece
            room -= wide
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


def _fitting(text: str, columns: int) -> int:
    """How many characters of `text` fit, at least one."""
    for at, c in enumerate(text):
        columns -= width(c)
        if columns < 0:
            return max(at, 1)
    return len(text)


def _pieces(text: str) -> Iterator[str]:
    """What a line may be broken between: wide characters, each by itself, runs of spaces, runs of others."""
    run, kind = "", 0
    for c in text:
        now = 0 if c == " " else 2 if c >= "\u2e80" else 1
        if run and (now != kind or now == 2):
            yield run
            run = ""
        run, kind = run + c, now
    if run:
        yield run


def plain(text: str, colour: str) -> str:
    """The style of a pipe: no colour."""
    del colour
    return text


def neighbors_text(answer: Neighbors, language: str, columns: int, style: Style = plain) -> str:
    """`neighbors` as text: a head line, then the ties by hop and relation, then the sources."""
    words = _WORDS[language]
    count = _count(words, "neighbors", len(answer))
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
    return "\n".join([*lines, *_sources((tie.evidence for tie in answer), columns)]) + "\n"


def claims_text(answer: Claims, language: str, columns: int, style: Style = plain) -> str:
    """`claims` as text: a head line, then the claims in the order of the source, then the sources."""
    words = _WORDS[language]
    count = _count(words, "claims", len(answer))
    lines = list(_head(answer.entity, (), count, columns)) if answer.entity else [count]
    said = [_sentence(claim) for claim in answer]
    names = max(map(width, said), default=0)
    for claim, sentence in zip(answer, said, strict=True):
        shown = "inferred" if claim.basis == "inferred" else claim.status
        lines += _row(sentence, shown, claim.evidence, names, language, columns, style)
        lines += _notes(_claim_notes(claim, words), language, columns)
    return "\n".join([*lines, *_sources((claim.evidence for claim in answer), columns)]) + "\n"


def answer_text(
    answer: Answer, entities: dict[str, Entity], shorten: Callable[[str], str], language: str, columns: int
) -> str:
    """`query` as text: the verdict, the Turtle, or a table with labels beside IRIs.

    A column ``xLabel`` beside ``x`` is not shown twice; a table wider than `columns` becomes one paragraph a row.
    """
    words = _WORDS[language]
    if answer.verdict is not None:
        return str(words["yes" if answer.verdict else "no"]) + "\n"
    if answer.turtle is not None:
        return _escaped(answer.turtle, lambda c: f"\\U{ord(c):08X}")

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
    return "\n".join([*lines, _count(words, "rows", len(answer))]) + "\n"


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
    words = _WORDS[language]
    lines = wrap(str(words["about"]).format(**answer.as_json()), columns)
    shown = {"realised": 0, "planned": 1, "targeted": 2}
    status = {words["status"][shown[name]] if name in shown else name: n for name, n in answer.status.items()}
    bases = dict(zip(("stated", "resolved", "inferred"), words["basis"], strict=True))
    basis = {bases.get(name, name): n for name, n in answer.basis.items()}
    groups = (status, basis, answer.sources, answer.kinds, answer.relations)
    step = max(map(width, words["headings"])) + 2
    for heading, counts in zip(words["headings"], groups, strict=True):
        told = _items([f"{safe(name)} {n}" for name, n in counts.items()], columns - step)
        lines += [pad("" if at else heading, step) + line for at, line in enumerate(told)]
    return "\n".join(lines) + "\n"


def _items(items: list[str], columns: int) -> list[str]:
    """Items joined by dots, none broken over two lines."""
    lines = [""]
    for item in items:
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
    return "\n".join([*lines, _count(_WORDS[language], "questions", len(found))]) + "\n"


def report_text(report: Report) -> str:
    """`validate` as text: one line a finding, then what was checked."""
    lines = [safe(str(finding)) for finding in report.findings]
    lines.append(
        f"{report.claims} claims: {report.proved} proved by the text given, {report.unread} of sources whose text was "
        f"not given, {report.inferred} inferred; {len(report.findings)} findings"
    )
    return "\n".join(lines) + "\n"


def as_json(answer: Any) -> str:
    """Any answer as JSON, indented, its Chinese readable."""
    import json

    return _escaped(json.dumps(answer.as_json(), ensure_ascii=False, indent=2), lambda c: json.dumps(c)[1:-1]) + "\n"


def _escaped(text: str, escape: Callable[[str], str]) -> str:
    """JSON or Turtle with an escape for each control character that a string in it holds."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    kept = "\n\t\u200c\u200d"
    return "".join(c if c in kept or unicodedata.category(c) not in _COMMANDS else escape(c) for c in text)


def listing(found: list[dict[str, Any]]) -> str:
    """The catalogue as JSON: a list of questions."""
    import json

    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _count(words: dict[str, Any], what: str, n: int) -> str:
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
    words = _WORDS[language]
    labels = words["status"]
    label = labels[_STATUS.get(shown, 3)] if shown else ""
    status = style(pad(label, max(map(width, labels))), _COLOURS.get(shown, ""))
    indent = 2 + max(map(width, labels)) + 2
    cited = [(str(words["quoted"]).format(words=safe(each.phrase)), _place(each)) for each in evidence]
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


def _place(passage: Passage) -> str:
    paragraph = "" if passage.paragraph is None else f" §{passage.paragraph}"
    return safe(passage.source_label) + paragraph


def _notes(notes: Iterable[str], language: str, columns: int) -> Iterator[str]:
    step = 2 + max(map(width, _WORDS[language]["status"])) + 4
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
    if tie.because:
        yield str(words["because"]) + safe(tie.because)


def _claim_notes(claim: Claim, words: dict[str, Any]) -> Iterator[str]:
    yield from _qualified(claim.qualifiers)
    if claim.because:
        yield str(words["because"]) + safe(claim.because)


def _qualified(qualifiers: Iterable[Qualifier]) -> Iterator[str]:
    shown = [q for q in qualifiers if q.name not in ("unit", "comparator", "openList")]
    if shown:
        yield " · ".join(f"{safe(q.label)}:{safe(q.text)}" for q in shown)


def _sentence(claim: Claim) -> str:
    what = claim.object.label if isinstance(claim.object, Entity) else _value(claim, claim.object)
    return safe(f"{claim.subject.label} {claim.relation.label} {what}")


def _value(claim: Claim, value: Value) -> str:
    text = value.value
    if value.datatype.endswith("#decimal") and text.lstrip("-").isdigit():
        text = f"{int(text):,}".replace(",", " ")
    found = {q.name: q.text for q in claim.qualifiers}
    return " ".join(filter(None, (found.get("comparator"), text, found.get("unit"))))


def _sources(cited: Iterable[tuple[Passage, ...]], columns: int) -> Iterator[str]:
    pages = {}
    for passages in cited:
        for passage in passages:
            if passage.source_label != passage.source_title:
                page = (passage.url or "").split("#:~:", 1)[0]
                pages[passage.source_label] = f"{safe(passage.source_title)} {safe(page)}".strip()
    for label, page in pages.items():
        yield from ("", *wrap(f"{safe(label)}: {page}", columns))
