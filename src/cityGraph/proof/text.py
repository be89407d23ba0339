"""Reads the text of a source as paragraphs and sentences, and finds the source that a text belongs to."""

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

    from ..model.claim import Passage
    from ..store.city import CityGraph
    from .wording import Wording


@dataclass(frozen=True)
class Text:
    """The text of a source.

    Attributes:
        paragraphs: Its paragraphs by number. The title is 1; what stands above the title, if anything, is 0.
        sha256: The SHA-256 of the whole text as UTF-8, in lower-case hexadecimal digits.
    """

    paragraphs: dict[int, str]
    sha256: str

    def words(self, ranges: Position) -> str | None:
        """Return the words at a position.

        Args:
            ranges: One or more ranges, which are read one after the other.

        Returns:
            The words of all ranges, joined; None if a range leaves the text.
        """
        found = []
        for where in ranges:
            paragraph = self.paragraphs.get(where.paragraph, "")
            if where.end > len(paragraph):
                return None
            found.append(paragraph[where.start : where.end])
        return "".join(found)

    def sentence(self, where: Range) -> Range:
        """Return the sentence, from 。 to 。, in which some words begin.

        Args:
            where: Where the words stand.

        Returns:
            The range of the sentence, with the 。 at its end.
        """
        paragraph = self.paragraphs.get(where.paragraph, "")
        start = paragraph.rfind("。", 0, where.start) + 1
        end = paragraph.find("。", where.start)
        return Range(where.paragraph, start, len(paragraph) if end < 0 else end + 1)

    def between(self, one: Range, other: Range) -> str:
        """Return the words between two ranges.

        Args:
            one: A range.
            other: Another range in the same paragraph, before or behind the first.

        Returns:
            The words; empty if the ranges touch or overlap.
        """
        first, second = sorted((one, other))
        return self.paragraphs.get(first.paragraph, "")[first.end : second.start]


def place_of(passage: Passage) -> Range | None:
    """Return where the quote of a passage stands.

    Args:
        passage: A passage of a claim.

    Returns:
        A range in the text of its source; None if the passage does not give one.
    """
    if passage.paragraph is None or passage.start is None or passage.end is None:
        return None
    return Range(passage.paragraph, passage.start, passage.end)


def _blocks(content: str) -> tuple[str, list[str]]:
    """Return a text without byte order mark and Windows line ends, and its blocks between blank lines."""
    content = content.removeprefix("\ufeff").replace("\r\n", "\n")
    return content, [b for b in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", content.strip("\n")) if b.strip()]


def text_of(content: str) -> Text:
    r"""Read a text without looking for a title: its first block is paragraph 1.

    Args:
        content: The text; blank lines separate its paragraphs.

    Returns:
        The text as paragraphs.

    Examples:
        >>> text_of("A title\n\nSome words.").paragraphs[2]
        'Some words.'
    """
    content, blocks = _blocks(content)
    return Text(dict(enumerate(blocks, start=1)), sha256(content.encode()).hexdigest())


def read_text(content: str, titles: dict[str, str]) -> tuple[str, Text]:
    r"""Read a text, and find its source by the title that it has.

    Args:
        content: The text; blank lines separate its paragraphs. The title becomes paragraph 1, and what stands above it
            paragraph 0.
        titles: The titles of the sources, by IRI. A source with an empty title is never found.

    Returns:
        The IRI of the source, and its text as paragraphs. If no paragraph is a title, but a line is one in another
        script, width or case, the first block is paragraph 1.

    Raises:
        BadText: Nothing in the text is one of the titles.

    Examples:
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
    # A copy may have lost its blank lines, or be in another script or width.
    lines = {fold(line) for line in content.split("\n")}
    for source, title in titles.items():
        if title and fold(title) in lines:
            return source, text_of(content)
    known = [f"«{title}»" for title in titles.values() if title]
    shown = ", ".join(known[:3]) + (f" and {len(known) - 3} more" if len(known) > 3 else "")
    titles_known = f" ({shown})" if known else ""
    raise BadText(
        f"No source found for this text: none of its paragraphs is the title of a source{titles_known}. "
        "Name the source: --text SOURCE=FILE"
    )


def texts_of(city: CityGraph, words: Wording, given: str | Iterable[str | tuple[str, str]]) -> dict[str, Text]:
    """Read the texts that a caller gives, and find the source of each.

    Args:
        city: An open graph.
        words: The words of the graph.
        given: One text or several. A pair is (source, text), with the source by IRI, short name or label; any other
            text belongs to the source whose title it has.

    Returns:
        The texts by the IRI of their source. If a source is given twice, the last text counts.

    Raises:
        BadText: A text without a source has none of the titles.
        NameNotFound: No source has the given name.
        AmbiguousName: Several sources have the given name.
    """
    titles = {source: declared.title for source, declared in words.sources.items()}
    texts: dict[str, Text] = {}
    for each in [given] if isinstance(given, str) else given:
        name, content = ("", each) if isinstance(each, str) else each
        if not name:
            source, text = read_text(content, titles)
        else:
            source = one_source(city, name)
            try:
                text = read_text(content, {source: titles.get(source, "")})[1]
            except BadText:  # a page may have another title, or none
                text = text_of(content)
        texts[source] = text
    return texts


def differs(words: Wording, source: str, text: Text) -> bool:
    """Return whether a text is not the one in which the positions of its source are counted.

    Args:
        words: The words of the graph, with the SHA-256 of each text.
        source: The IRI of a source of the graph.
        text: A text of that source.

    Returns:
        False also if the graph gives no SHA-256 for the source.
    """
    known = words.sources[source].sha256
    return bool(known) and known != text.sha256
