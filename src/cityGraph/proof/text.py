"""A source text as paragraphs and sentences; which source a given text belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from ..errors import BadText
from ..names.spelling import fold

_RANGE = re.compile(r"(\d+):(\d+)-(\d+)")


class Range(NamedTuple):
    """Words in a paragraph: offsets count Unicode code points from zero, `end` exclusive."""

    paragraph: int
    start: int
    end: int

    def inside(self, other: Range) -> bool:
        """Whether `other` holds all of it."""
        return self.paragraph == other.paragraph and other.start <= self.start and self.end <= other.end

    def __str__(self) -> str:
        return f"{self.paragraph}:{self.start}-{self.end}"


Position = tuple[Range, ...]


def position(text: str) -> Position:
    """The ranges of ``34:66-69+34:70-76``, in their order.

    Raises `ValueError` where the text is no position.

    >>> position("34:66-69+34:70-76")[1].start
    70
    """
    ranges = []
    for part in text.strip().split("+"):
        match = _RANGE.fullmatch(part)
        if match is None or int(match[2]) >= int(match[3]):
            raise ValueError(f"{text!r} is no position; one looks like 13:71-75 or 34:66-69+34:70-76")
        ranges.append(Range(*map(int, match.groups())))
    return tuple(ranges)


def written(ranges: Position) -> str:
    """A position as it is written.

    >>> written(position("34:66-69+34:70-76"))
    '34:66-69+34:70-76'
    """
    return "+".join(map(str, ranges))


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
