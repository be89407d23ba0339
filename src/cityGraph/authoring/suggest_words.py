"""What a sentence may say of a thing in a few words: what it makes, what it is to become, when it began."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ..proof.construction import SLOTS
from ..proof.folded import HAN, folded
from ..proof.patterns import compounds, plain_verbs
from ..proof.reading import BLANK
from ..proof.senses import either
from ..proof.tables import table
from .suggest_names import either as either_of
from .suggest_names import words as words_of
from .suggest_tables import rows
from .suggest_ties import Candidate, fits, rules, said_by, spoken_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..proof.construction import Match
    from ..proof.reading import Paragraph, Reading

_LONGEST = {"zh": 24, "en": 60}  # characters of an object in words
_SHORTEST = {"zh": 2, "en": 3}
_ITEMS = {"zh": re.compile("[、]|以及|(?<=.{2})[和与及](?=.{2})"), "en": re.compile(r",\s+(?:and\s+)?|\s+and\s+")}
_STOP = {
    "zh": re.compile(r"[,;:()!?。\"]|等"),
    "en": re.compile(r"[,;:()!?.\"]|\s(?:which|that|who|where|by|in|at|to|for|with|from|on|as|while)\s"),
}
_MARK = re.compile(r"[,;:()!?。\"]|\.(?=\s|$)|\s(?:which|that|who|where|and)\s")
_RANKING = re.compile(
    r"首家|首个|第[一二三四五六七八九十\d]|唯一|最[大高快长优]|前[十百\d]|"
    r"\b(?:first|largest|biggest|fastest|top|only|highest|record)\b"
)
_VAGUE = re.compile(r"\b(?:not|just|more|less|it|them|money|sure|way|sight)\b")
_CLAUSE = re.compile(rf"[将会可能已正后前时把被由向从对并还也都与和及或{BLANK}]|\d")


def words(reading: Reading, number: int, sentence: tuple[int, int]) -> Iterator[Candidate]:
    """List what a sentence may say of a thing in a few words.

    Args:
        reading: The text with its things.
        number: The number of the paragraph.
        sentence: Where the sentence begins and ends.

    Yields:
        Candidates, for each object the nearest subject first.
    """
    paragraph = reading.paragraph(number)
    spots = reading.topics.between(number, *sentence)
    for relation, said, _ in said_by(reading, number, sentence):
        rule = rules()[relation]
        if not rule.words or not said:
            continue
        if rule.words == ("date",):
            objects = _dates(paragraph, said)
        elif rule.words == ("stage",):
            objects = _stages(paragraph, sentence)
        else:
            objects = _behind(paragraph, said, sentence, rule.words)
        for what, at in objects:
            keys = [key for spot in spots if spot.start < at for key in spot.keys]
            for key in dict.fromkeys([*reversed(keys), *spoken_of(reading, number, at)]):
                if fits(reading, key, rule.subjects):
                    yield Candidate(number, *sentence, reading.things[key], relation, what)


def _behind(
    paragraph: Paragraph, said: list[Match], sentence: tuple[int, int], rule: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    """Yield the words behind a construction that may be its object, and the members of a list there."""
    language = paragraph.language
    seen = set()
    hidden = [match.span() for match in compounds().finditer(paragraph.blanked, *sentence)] if language == "zh" else []
    ends = [match for match in said if match.pattern.tokens[-1] == SLOTS[1]]
    # Where two constructions begin alike (打造成 in 打造成为), the longer one has the object.
    for match in said:
        verb = paragraph.folded[match.words[-1][0] : match.end]
        if match.pattern.tokens[-1] != SLOTS[1] or any(a <= match.words[-1][0] and match.end <= b for a, b in hidden):
            continue
        if rule[0] not in ("any", "ranking") and not verb.endswith(rule):
            continue
        if any(other.start <= match.start < match.end < other.end for other in ends):
            continue
        if rule[0] == "any" and language == "en" and not match.pattern.plain:
            continue
        stop = _STOP[language] if rule[0] == "any" else _MARK
        cut = stop.search(paragraph.folded, match.end, sentence[1])
        limit = cut.start() if cut else sentence[1]
        stretch = paragraph.words[match.end : limit]
        if stretch.startswith(("、", "的")):
            continue
        # A list of what it makes has several objects; what it is to become needs all the words.
        for piece in _ITEMS[language].split(stretch) if rule[0] == "any" else [stretch]:
            what = _noun(piece, language, whole=rule[0] != "any")
            if rule[0] == "ranking" and not _RANKING.search(what):
                continue
            if _SHORTEST[language] <= len(what) <= _LONGEST[language] and what not in seen:
                seen.add(what)
                yield what, match.start


def _noun(piece: str, language: str, *, whole: bool) -> str:
    """Return the noun of some words; empty if they are more than a noun."""
    what = piece.strip(' 了着"“”「」《》')
    if language == "en":
        what = re.sub(r"^(?:the|a|an|its|their|his)\s+", "", what)
        return what if re.fullmatch(r"[A-Za-z&/' ’-]+", what) and not _VAGUE.search(what) else ""
    if whole:
        return what if re.search(f"{either_of(words_of('aim'))}$", folded(what)) else ""
    head, _, tail = what.rpartition("的")
    if head:
        what = head if re.fullmatch(_makers(), tail) else ""
    vague = re.match(either_of({word for word in words_of("generic") if len(word) > 1}), folded(what))
    plain = re.fullmatch(rf"[{HAN}A-Za-z0-9+\-]+", what) and not _CLAUSE.search(what)
    return what if plain and not vague and not plain_verbs("zh").search(what) else ""


@cache
def _makers() -> str:
    return "|".join(row["word"] for row in table("titles", "zh")) or "(?!)"


def _dates(paragraph: Paragraph, said: list[Match]) -> Iterator[tuple[str, int]]:
    for match in said:
        for period in paragraph.periods.between(*paragraph.clause(match.start)):
            behind = paragraph.bare[match.end : match.end + 1]
            # A Chinese verb with words behind it has founded these, unless it is 成立于.
            goes_on = paragraph.language == "zh" and re.match(f"[{HAN}{BLANK}]", behind)
            founded = bool(goes_on) and not paragraph.folded.endswith("于", 0, match.end)
            if period.first and (not founded or paragraph.folded.startswith(("以来", "之初"), match.end)):
                yield re.sub("^[自从從于於在]", "", period.words), match.start


@cache
def _stage_words(language: str) -> re.Pattern[str]:
    found = [row["word"] for row in rows("suggest-stages") if row["language"] == language]
    return re.compile("|".join(sorted(found, key=len, reverse=True)) or "(?!)")


_LATER = re.compile(rf"{either('time before a subject', 'zh')}|的|[{HAN}]{{0,2}}(?:仪式|典礼)")


def _stages(paragraph: Paragraph, sentence: tuple[int, int]) -> Iterator[tuple[str, int]]:
    """Yield the stages that a sentence names; not those that only tell when (投产后) or what (在建的)."""
    for match in _stage_words(paragraph.language).finditer(paragraph.folded, *sentence):
        named = paragraph.blanked.startswith(BLANK, match.end())  # 建成甲厂 says who built it
        if not named and not _LATER.match(paragraph.folded, match.end()):
            yield paragraph.words[match.start() : match.end()], match.start()
