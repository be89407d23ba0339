"""Rewrites a Turtle file of a city: whole, checked and in the one layout, or not at all."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import BadData, BadText, short
from ..exports.canonical import write
from ..model.noun import Noun
from ..model.positions import number
from ..namespaces import CG, PREFIXES, Prefixes, local
from ..proof.text import differs, texts_of
from ..proof.wording import wording
from ..store.files import read
from ..store.open import open as open_city
from ..store.shipped import ontology_files
from ..store.whole_file import write_file
from ..validation.places import Places
from ..validation.validate import validate
from .draft import Problem, described, named, problems
from .languages import with_languages
from .propose import complete

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..model.validation import Report
    from ..proof.text import Text
    from ..store.city import CityGraph
    from .propose import Completed, Triple

# A string, an IRI or, as group 1, a comment.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|(#[^\n]*)',
    re.DOTALL,
)
_RULER = "# " + "=" * 118
_GENERATED = re.compile(r"# --- .* -+|# .* · .* · .* \(\w*\)|# Other")


class Rewritten(Noun):
    """What `rewrite` did.

    Attributes:
        file: The file.
        named: The number of claims that got an IRI.
        added: The plain triples that were missing, in words.
        removed: The plain triples that no claim carries, in words.
        completed: The positions and offsets that were added, and what was not found; None without a text.
        read: The number of claims whose text was given.
        report: What `validate` says of the file now.
    """

    file: str
    named: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    completed: Completed | None
    read: int
    report: Report

    def __str__(self) -> str:
        parts = [f"{_count(self.report.claims, 'claim')} laid out"]
        if self.named:
            parts.append(f"{_count(self.named, 'new claim')} named")
        for triples, what in ((self.added, "added"), (self.removed, "removed, which no claim says")):
            if triples:
                parts.append(f"{_count(len(triples), 'plain triple')} {what}: {_first(triples)}")
        if done := self.completed:
            if done.positions or done.offsets:
                added = f"positions added to {_count(done.positions, 'claim')}"
                parts.append(f"{added}, offsets to {_count(done.offsets, 'quote')}")
            if done.not_found:
                quotes = _first([f"«{quote}»" for quote in done.not_found])
                parts.append(f"{_count(len(done.not_found), 'quote')} not found once in the text: {quotes}")
            parts.append(f"{self.report.proved} of {_count(self.read, 'claim')} of the text proved")
        parts.append(_count(len(self.report.findings), "finding"))
        return f"{self.file}: {'; '.join(parts)}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _first(words: Sequence[str]) -> str:
    return ", ".join(words[:3]) + (", …" if len(words) > 3 else "")


def rewrite(
    file: str,
    texts: Iterable[tuple[str, str]],
    plain: Callable[[CityGraph, list[Triple]], list[Triple]],
    output: str | None = None,
) -> Rewritten:
    """Complete the claims of a Turtle file, lay it out, and check it.

    Args:
        file: The path of a Turtle file.
        texts: Texts of sources, as `validate` takes them: pairs of a source, empty if the title tells it, and a text.
        plain: Gives the triples of the file, in an open graph of them, the plain triples of their claims.
        output: The path of the file to write, in full or not at all. None overwrites the file that was read.

    Returns:
        What was added, and what `validate` says of the file now.

    Raises:
        BadData: The file is not Turtle, has comments that would be lost, something in it cannot be laid out, or a
            passage names a paragraph that its text does not have.
        BadText: A text has no title of a source, or is not the one in which positions are counted.
        CityGraphError: A text is given for a source that the graph does not have.
    """
    content = read(file)
    triples, prefixes = _parsed(file, content)
    known = Prefixes({**PREFIXES, **prefixes})
    _refuse_comments(file, content.decode())
    ontology = [triple for each in ontology_files() for triple in _parsed(each, read(each))[0]]
    triples, new = named(with_languages(triples, ontology))
    if found := list(problems(triples, ontology, known)):
        first, more = found[0], len(found) - 1
        others = f" ({more} more like this)" if more else ""
        raise BadData(file, f"{first.about(known)}: {first.message}{others}", _line(file, content.decode(), first))
    given = list(texts)
    completed = None
    with _opened(triples) as city:
        if given:
            words = wording(city)
            read_texts = texts_of(city, words, given)
            for source, text in read_texts.items():
                if differs(words, source, text):
                    raise BadText(
                        f"This is not the text in which the positions of {words.sources[source].title or source} are "
                        "counted (its SHA-256 differs). Give that text, or leave out --text."
                    )
            numbered = _paragraphs(triples)
            if lost := next((each for each in numbered if _is_outside(each, read_texts)), None):
                problem = _outside(lost, read_texts[lost.source])
                raise BadData(
                    file, f"{problem.about(known)}: {problem.message}", _line(file, content.decode(), problem)
                )
            # A number of a paragraph counts in the text at hand, also where the graph does not hold its hash.
            own = {each.source for each in numbered}
            counted = {s: text for s, text in read_texts.items() if words.sources[s].sha256 or s in own}
            completed = complete(city, triples, counted)
            triples = list(completed.triples)
        before = triples
        triples = plain(city, triples)
    output = output or file
    write_file(output, [write(triples, prefixes).encode()])
    report = validate(open_city(output), text=given)
    read_claims = report.claims - report.unread - report.inferred
    return Rewritten(output, new, _beyond(triples, before), _beyond(before, triples), completed, read_claims, report)


class _Numbered(NamedTuple):
    passage: Any
    source: str
    paragraph: str


def _paragraphs(triples: Iterable[Triple]) -> list[_Numbered]:
    """List the passages with a paragraph."""
    about = described(triples)
    return [
        _Numbered(node, source.value, paragraph.value)
        for node, parts in about.items()
        for source in parts.get(PREFIXES["oa"] + "hasSource", ())
        for paragraph in parts.get(CG + "paragraph", ())
    ]


def _is_outside(each: _Numbered, texts: Mapping[str, Text]) -> bool:
    return each.source in texts and number(each.paragraph) not in texts[each.source].paragraphs


def _outside(each: _Numbered, text: Text) -> Problem:
    n = sum(paragraph > 0 for paragraph in text.paragraphs)
    message = (
        f"the passage says paragraph {short(each.paragraph)}, and the text has {n}. Paragraphs are separated by blank "
        "lines, and the title is 1. Correct cg:paragraph, or leave it out."
    )
    return Problem(each.passage, message, f"cg:paragraph {each.paragraph}")


def _beyond(triples: Iterable[Triple], others: Iterable[Triple]) -> tuple[str, ...]:
    """List the plain triples that are not among others, in words; no sources of a data set, no degrees of proof."""
    known = set(others)
    return tuple(
        " ".join(local(term.value) for term in triple)
        for triple in triples
        if triple not in known and triple[1].value not in (PREFIXES["dcterms"] + "source", CG + "proof")
    )


def _parsed(file: str, content: bytes) -> tuple[list[Triple], dict[str, str]]:
    from pyoxigraph import RdfFormat, parse

    try:
        quads = parse(content, format=RdfFormat.TURTLE)
        triples = [(quad.subject, quad.predicate, quad.object) for quad in quads]
    except SyntaxError as error:
        why = re.sub(r"^Parser error at .*?: ", "", error.msg)
        raise BadData(file, f"not Turtle: {why}", error.lineno) from None
    return triples, quads.prefixes


@contextmanager
def _opened(triples: list[Triple]) -> Iterator[CityGraph]:
    """Open triples that are in no file yet."""
    with TemporaryDirectory() as folder:
        file = os.path.join(folder, "city.ttl")
        write_file(file, [write(triples).encode()])
        yield open_city(file)


def _refuse_comments(file: str, text: str) -> None:
    """Refuse a file with comments that the layout did not make, since it would lose them."""
    found = [(match.start(), match[1]) for match in _TOKEN.finditer(text) if match[1]]
    lost = []
    for at, (start, comment) in enumerate(found):
        title = 0 < at < len(found) - 1 and found[at - 1][1] == found[at + 1][1] == _RULER
        if comment != _RULER and not title and not _GENERATED.fullmatch(comment):
            lost.append((text.count("\n", 0, start) + 1, comment))
    if lost:
        line, comment = lost[0]
        it = "it" if len(lost) == 1 else "them"
        what = f"{_count(len(lost), 'comment')} would be lost, first «{comment[:40]}»"
        raise BadData(file, f"{what}. Delete {it}, or keep the words as rdfs:comment of a thing.", line)


def _line(file: str, text: str, problem: Problem) -> int | None:
    """Find the line of a problem: of what is mistyped, else of the node."""
    at = text.rfind(problem.clue) if problem.clue else -1
    if at >= 0:
        return text.count("\n", 0, at) + 1
    return Places([file]).find(problem.node.value)[1]
