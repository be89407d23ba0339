"""What stands around a picture: title, counts, what lines and marks mean, the date and the sources."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ..escape import terminal
from ..render.rows import count_of, status_of
from ..render.words import WORDS
from ..render.words_pictures import PICTURE_WORDS
from .palette import LINES, look_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.claim import Passage
    from .scene import Scene


class Heading(NamedTuple):
    """What stands around a picture.

    Attributes:
        title: What was asked, or what is found.
        counts: How much the picture shows.
        lines: The lines that occur: keys of `palette.LINES`, each with its word.
        kinds: The marks that occur: a kind with that mark, and the words for all kinds that have it.
        as_of: The date of the latest source. Empty if no date is known.
        sources: The sources, each after its mark if there are several. Empty without sources.
    """

    title: str
    counts: str
    lines: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    as_of: str
    sources: str


def heading(scene: Scene, language: str) -> Heading:
    """Return what stands around a picture.

    Args:
        scene: The picture.
        language: The language of the words: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        The words and the legend. The legend holds what occurs in the picture and nothing else.
    """
    words = WORDS[language]
    kinds: dict[str, tuple[str, list[str]]] = {}
    marked = scene.shown() if scene.marks else []
    for kind, label in sorted({(thing.kind, thing.kind_label) for thing in marked if thing.kind}):
        kinds.setdefault(look_of(kind).mark, (kind, []))[1].append(terminal(label))
    dates = [passage.date for passage in scene.passages() if passage.date]
    return Heading(
        terminal(scene.title),
        terminal(scene.counts or _counts(scene, language)),
        tuple((line, status_of(line, words)) for line in LINES if line in scene.lines()),
        tuple((kind, words["comma"].join(labels)) for kind, labels in kinds.values()),
        PICTURE_WORDS[language]["as_of"].format(date=terminal(max(dates))) if dates else "",
        _sources(scene, language),
    )


def _counts(scene: Scene, language: str) -> str:
    """Return how many entities a picture shows, and how many lines of each status."""
    things = count_of(PICTURE_WORDS[language], "things", len(scene.shown()))
    drawn = [*(edge.line for edge in scene.edges if edge.relation), *(row.line for row in scene.rows())]
    return " · ".join([things, *by_status(drawn, language)])


def by_status(standings: Iterable[str], language: str) -> list[str]:
    """Count statuses.

    Args:
        standings: Keys of `palette.LINES`; others are not counted.
        language: The language of the words.

    Returns:
        Each status that occurs with its count, in words.
    """
    count, words = Counter(standings), WORDS[language]
    return [f"{status_of(line, words)} {count[line]}" for line in LINES if count[line]]


def _sources(scene: Scene, language: str) -> str:
    """Return the sources in drawing order, each with its mark, its title and its grade."""
    words, marks = WORDS[language], source_marks(scene)
    titles: dict[str, str] = {}
    for passage in scene.passages():
        grade = f" {passage.quality}" if passage.quality else ""
        titles.setdefault(passage.source, passage.source_title + grade)
    # A space that does not break keeps a mark on the line of its title.
    listed = [f"{marks[source]}\xa0{terminal(title)}" if marks else terminal(title) for source, title in titles.items()]
    return str(PICTURE_WORDS[language]["sources"]) + words["comma"].join(listed) if listed else ""


def source_marks(scene: Scene) -> dict[str, str]:
    """Give each source of a diagram a mark, such as ①.

    Args:
        scene: The diagram.

    Returns:
        The marks by the IRI of the source, in drawing order. Empty if there are fewer than two sources: one source
        needs no mark.
    """
    sources = list(dict.fromkeys(passage.source for passage in scene.passages()))
    return {source: _mark(number) for number, source in enumerate(sources, 1)} if len(sources) > 1 else {}


def _mark(number: int) -> str:
    """Return a number in a circle or, above 50, where Unicode has none, in brackets."""
    for first, start in ((1, 0x2460), (21, 0x3251), (36, 0x32B1)):
        if first <= number < {1: 21, 21: 36, 36: 51}[first]:
            return chr(start + number - first)
    return f"({number})"


def marks_of(evidence: Iterable[Passage], marks: dict[str, str]) -> str:
    """Return the marks of the sources of some passages.

    Args:
        evidence: The passages.
        marks: The mark of each source, from `source_marks`.

    Returns:
        The marks, each once, in the order of the passages. Empty without marks.
    """
    return "".join(marks.get(source, "") for source in dict.fromkeys(passage.source for passage in evidence))
