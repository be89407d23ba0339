"""What mood a place in a sentence has: denied, hearsay, a condition, former, planned, targeted, begun or done.

The words are in ``lexicon/moods.LANGUAGE.tsv``, with these columns:

- ``word``: a word, or forms of it with "|" between them. "#" is a digit. Spaces do not count.
- ``mood``: one of `MOODS`.
- ``reach``: what the word governs.
    - ``clause``: from the word to the next comma. The stretch goes on behind the comma if the next part only continues
      a list (以及, or), or if there is nothing but a time or a place between the word and the comma.
    - ``plan``: from the word to the end of the sentence or to a semicolon, over commas. It ends before a part that says
      that something is done (已).
    - ``sentence``: from the word to the end of the sentence or to a semicolon.
    - ``back``: the sentence up to the word (…的傳聞不實). ``whole``: all of the sentence.
    - ``around``: all of the part between commas. ``past``: that part up to the word (了).
    - ``none``: nothing; it only ends a plan (目前).
    - ``until:A|B``: from the word to one of these words; nothing if none follows before the sentence ends.
- ``place``: ``start``: the word counts only where a part begins or right behind a name; ``begin``: only where a part
  begins, and not before a name (如甲、乙 gives examples); ``verb``: it does not count as
  a noun, that is before 的, a comma or an end; empty: it counts anywhere.
- ``unless``: longer words in which it does not count (不 in 不斷), separated by "|".

Two words of denial side by side deny nothing (並非不, "not without"). In brackets, or in a quotation of some length, a
word governs nothing outside. 據悉 and 據了解 are no hearsay: the press writes them where it has a source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..names.folding import SIMPLIFIED
from .folded import one_spelling
from .reach import Parts
from .reading import BLANK
from .spans import Spans
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

MOODS = ("denied", "hearsay", "condition", "former", "planned", "targeted", "begun", "done")
# A person says what mood a word gives, and not what it governs. It governs all that it may, so that a denial behind its
# verb is not missed; a fact ends a plan only from the word on.
_ADDED_REACH = {
    "denied": ("clause", "around"),
    "hearsay": ("whole",),
    "condition": ("whole",),
    "former": ("clause", "around"),
    "planned": ("plan",),
    "targeted": ("plan",),
    "begun": ("around",),
    "done": ("clause",),
}
_LIKE = {"’": "'", "‘": "'", "﹐": ",", "‚": ","}
_TOKENS = {"zh": re.compile(r"\S"), "en": re.compile(r"[a-z]+?(?=n't)|n't|[a-z]+|\S")}
_NOUN_BEFORE = {
    "zh": re.compile(r"\s*(?:$|[的、,。;:!?)”’》」』和与及等中书]|——)"),
    "en": re.compile(r"\s*(?:$|[,.;:!?)\"”'])"),
}


@dataclass(frozen=True)
class Mark:
    """A word that gives a stretch of a paragraph a mood.

    Attributes:
        start: The offset of its first character: in code points, zero-based.
        end: The offset behind its last character.
        word: The word as the paragraph prints it.
        mood: One of `MOODS`.
        first: The offset of the first character that it governs.
        last: The offset behind the last character that it governs.
    """

    start: int
    end: int
    word: str
    mood: str
    first: int
    last: int


class _Entry(NamedTuple):
    """What one form of a word means; a longer word in which it does not count has an empty mood."""

    mood: str
    reach: str = ""
    place: str = ""


_Match = tuple[int, int, _Entry]  # where a word begins and ends, and what it means


def marks(paragraph: str, language: str = "zh", added: tuple[tuple[str, str], ...] = ()) -> list[Mark]:
    """Find the words in a paragraph that give a mood to what they govern.

    Args:
        paragraph: Words in any script and width. Each letter of a name is `cityGraph.proof.reading.BLANK`, so that a
            name such as 三年跨越計劃 plans nothing.
        language: "zh" or "en".
        added: (word, mood) of each word that a person added. It gives a mood and takes none away: a word of the table
            that is a part of it still counts.

    Returns:
        Marks in the order of the paragraph.

    Examples:
        >>> [(mark.word, mark.mood) for mark in marks("將不再支持這家企業")]
        [('將', 'planned'), ('不再', 'denied')]
        >>> [mark.mood for mark in marks("It is not only growing.", "en")]
        []
        >>> {mark.mood for mark in marks("圖書館項目啞火", "zh", (("哑火", "denied"),))}
        {'denied'}
    """
    folded = one_spelling("".join(map(_folded, paragraph)))
    found = _without_pairs(list(_matches(folded, language, *_lexicon(language))), folded)
    if added:
        found = sorted([*found, *_matches(folded, language, *_added(added, language))])
    parts = Parts(folded, language)
    done = [start for start, _, entry in found if entry.mood == "done" and entry.reach in ("clause", "none")]
    made = []
    for start, end, entry in found:
        first, last = parts.stretch(start, end, entry.reach, done)
        if first < last:
            made.append(Mark(start, end, paragraph[start:end], entry.mood, first, last))
    return made


def reach(mark: Mark) -> tuple[int, int]:
    """Say from where to where a mark reaches, with its own word.

    Args:
        mark: The mark.

    Returns:
        (start, end).
    """
    return min(mark.start, mark.first), max(mark.end, mark.last)


def moods_at(marks: list[Mark], start: int, end: int) -> list[Mark]:
    """List the marks that govern a place.

    Args:
        marks: The marks of a paragraph.
        start: The offset of the first character of the place.
        end: The offset behind its last character.

    Returns:
        The marks whose stretch has some of the place, nearest first; also a mark whose word the place is the end of
        (支持 in 不支持).

    Examples:
        >>> said = "若獲批,將支持企業。另有安排"
        >>> [mark.word for mark in moods_at(marks(said), 5, 7)]
        ['將', '若獲批']
        >>> moods_at(marks(said), 10, 14)
        []
    """
    touching = marks.touching(start, end) if isinstance(marks, Spans) else marks
    governing = [mark for mark in touching if (mark.first < end and start < mark.last) or mark.start < start < mark.end]
    return sorted(governing, key=lambda mark: max(start - mark.end, mark.start - end, 0))


def _folded(character: str) -> str:
    """Return one character as the tables write it: 简体, one width, lower case."""
    single = _LIKE.get(character) or unicodedata.normalize("NFKC", character).lower()
    return (single if len(single) == 1 else character).translate(SIMPLIFIED)


# Words --------------------------------------------------------------------------------------------------------------


_Entries = Mapping[tuple[str, ...], tuple[_Entry, ...]]  # what each form means, by its tokens


@cache
def _lexicon(language: str) -> tuple[_Entries, int]:
    """Return what each form means, by its tokens, and the number of tokens of the longest form."""
    entries: dict[tuple[str, ...], tuple[_Entry, ...]] = {}
    rows = table("moods", language)
    for row in rows:
        entry = _Entry(row["mood"], row["reach"], row["place"])
        for form in row["word"].split("|"):
            key = tuple(_TOKENS[language].findall(form))
            entries[key] = (*entries.get(key, ()), entry)
    for row in rows:
        for longer in filter(None, row["unless"].split("|")):
            entries.setdefault(tuple(_TOKENS[language].findall(longer)), (_Entry(""),))
    return entries, max(map(len, entries), default=0)


@lru_cache(maxsize=64)
def _added(words: tuple[tuple[str, str], ...], language: str) -> tuple[_Entries, int]:
    """Return the same for words that a person added."""
    entries: dict[tuple[str, ...], tuple[_Entry, ...]] = {}
    for word, mood in words:
        tokens = _TOKENS[language].findall(one_spelling("".join(map(_folded, word))))
        key = tuple("#" if token.isdigit() else token for token in tokens)
        entries[key] = (*entries.get(key, ()), *(_Entry(mood, reach) for reach in _ADDED_REACH[mood]))
    return entries, max(map(len, entries), default=0)


def _matches(folded: str, language: str, entries: _Entries, longest: int) -> Iterator[_Match]:
    """Find the words of a table, in the order of the text, without those that overlap a longer one."""
    tokens = [("#" if match[0].isdigit() else match[0], *match.span()) for match in _TOKENS[language].finditer(folded)]
    begins = {key[0] for key in entries if key}
    found: list[tuple[int, bool, int, int, _Entry]] = []
    for at, (token, start, _) in enumerate(tokens):
        if token not in begins:
            continue
        for size in range(1, min(longest, len(tokens) - at) + 1):
            for entry in entries.get(tuple(each for each, _, _ in tokens[at : at + size]), ()):
                end = tokens[at + size - 1][2]
                if _may_stand(folded, start, end, entry.place, language):
                    found.append((-size, bool(entry.mood), start, end, entry))
    kept: list[_Match] = []
    taken: dict[int, tuple[int, int]] = {}  # the word that each character belongs to
    for _, _, start, end, entry in sorted(found, key=lambda each: each[:4]):
        if all(taken.get(at, (start, end)) == (start, end) for at in range(start, end)):
            kept.append((start, end, entry))
            taken.update(dict.fromkeys(range(start, end), (start, end)))
    return iter(sorted((each for each in kept if each[2].mood), key=lambda each: each[:2]))


def _may_stand(folded: str, start: int, end: int, place: str, language: str) -> bool:
    if place == "start":
        before = folded[:start].rstrip()
        return not before or before[-1] in f"{BLANK},。;:!?、(“”—的其是系为由将也都均仍还又却便就即已"
    if place == "begin":
        return folded[:start].rstrip()[-1:] in ("", *",。;:!?“") and not folded[end:].startswith(BLANK)
    return place != "verb" or not _NOUN_BEFORE[language].match(folded, end)


def _without_pairs(found: list[_Match], folded: str) -> list[_Match]:
    """Return the words without two of denial that stand side by side: together they deny nothing."""
    kept: list[_Match] = []
    for each in found:
        denials = kept and kept[-1][2].mood == each[2].mood == "denied"
        if denials and kept[-1][2].reach == "clause" and not folded[kept[-1][1] : each[0]].strip():
            kept.pop()
        else:
            kept.append(each)
    return kept
