"""A source text as paragraphs and sentences; which source a given text belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from ..errors import BadText
from ..graph.sources import one_source
from ..model.positions import Position, Range
from ..names.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph
    from .lexicon import Lexicon


@dataclass(frozen=True)
class Text:
    """A source's text: its paragraphs by number and the SHA-256 of the whole."""

    paragraphs: dict[int, str]
    sha256: str

    def words(self, ranges: Position) -> str | None:
        """The words at a position, joined; None where it leaves the text."""
        found = []
        for where in ranges:
            paragraph = self.paragraphs.get(where.paragraph, "")
            if where.end > len(paragraph):
                return None
            found.append(paragraph[where.start : where.end])
        return "".join(found)

    def sentence(self, where: Range) -> Range:
        """The sentence, from 。 to 。, that `where` begins in."""
        paragraph = self.paragraphs.get(where.paragraph, "")
        start = paragraph.rfind("。", 0, where.start) + 1
        end = paragraph.find("。", where.start)
        return Range(where.paragraph, start, len(paragraph) if end < 0 else end + 1)

    def between(self, one: Range, other: Range) -> str:
        """What stands between two ranges of one paragraph, in either order."""
        first, second = sorted((one, other))
        return self.paragraphs.get(first.paragraph, "")[first.end : second.start]


def _blocks(content: str) -> tuple[str, list[str]]:
    content = content.removeprefix("\ufeff").replace("\r\n", "\n")
    return content, [b for b in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", content.strip("\n")) if b.strip()]


def text_of(content: str) -> Text:
    r"""The text that `content` is, whatever its title: its first block is paragraph 1.

    >>> text_of("A title\n\nSome words.").paragraphs[2]
    'Some words.'
    """
    content, blocks = _blocks(content)
    return Text(dict(enumerate(blocks, start=1)), sha256(content.encode()).hexdigest())


def read_text(content: str, titles: dict[str, str]) -> tuple[str, Text]:
    r"""The source that `content` is the text of, and that text.

    `titles` are the titles of the sources by IRI. Paragraphs are the blocks between blank lines; the title is 1 and
    what stands above it 0. Raises `BadText` where no paragraph is one of the titles.

    >>> source, text = read_text("portal\n\nA title\n\nSome words.", {"urn:source": "A title"})
    >>> text.paragraphs[2]
    'Some words.'
    """
    content, blocks = _blocks(content)
    for at, block in enumerate(blocks):
        for source, title in titles.items():
            if title and block.strip() == title:
                paragraphs = {0: "\n\n".join(blocks[:at])} if at else {}
                paragraphs |= dict(enumerate(blocks[at:], start=1))
                return source, Text(paragraphs, sha256(content.encode()).hexdigest())
    # A copy may have lost its blank lines, its script or its width: then a line that reads like a title names it.
    lines = {fold(line) for line in content.split("\n")}
    for source, title in titles.items():
        if title and fold(title) in lines:
            return source, text_of(content)
    wanted = ", ".join(f"«{title}»" for title in titles.values() if title)
    raise BadText(f"this text is of none of the sources: no paragraph of it is {wanted or 'the title of one'}")


def texts_of(city: CityGraph, words: Lexicon, given: str | Iterable[str | tuple[str, str]]) -> dict[str, Text]:
    """The texts given by the sources that they are of; raises `BadText` and `NameNotFound` as `validate` does."""
    titles = {source: found.title for source, found in words.sources.items()}
    texts: dict[str, Text] = {}
    for each in [given] if isinstance(given, str) else given:
        name, content = ("", each) if isinstance(each, str) else each
        if not name:
            whose, said = read_text(content, titles)
        else:
            whose = one_source(city, name)
            try:
                said = read_text(content, {whose: titles.get(whose, "")})[1]
            except BadText:  # a page may go by another title, or by none
                said = text_of(content)
        texts[whose] = said
    return texts


def differs(words: Lexicon, source: str, text: Text) -> bool:
    """Whether `text` is another than the one in which the positions of this source count."""
    known = words.sources[source].sha256
    return bool(known) and known != text.sha256
