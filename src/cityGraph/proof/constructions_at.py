"""The constructions that a sentence says, whatever the statement: found once, and asked by each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .patterns import compounds, matches, traits
from .slots_en import is_active
from .ties_en import crosses_date, mere_infinitive

if TYPE_CHECKING:
    from .construction import Match
    from .patterns import Chosen
    from .reading import Paragraph, Reading


def constructions_at(reading: Reading, chosen: Chosen, paragraph: Paragraph, start: int, end: int) -> list[Match]:
    """Find the constructions that a stretch of a paragraph says, whoever their ends are.

    Args:
        reading: The text; it keeps what was found, since many rows ask the same sentence.
        chosen: The constructions of a relation.
        paragraph: The paragraph.
        start: Where the stretch begins.
        end: Where it ends.

    Returns:
        Where each stands, in the order of the constructions.
    """
    key = (chosen, paragraph.number, start, end)
    if key not in reading.said:
        english = paragraph.language == "en"
        longer = _compounds(paragraph, start, end)
        said = list(matches(chosen.said_in(paragraph.blanked[start:end]), paragraph.blanked, start, end))
        reading.said[key] = [
            match
            for match in said
            if not (
                _cut(longer, match)
                or (not english and _in_longer(match, said))
                or mere_infinitive(paragraph, match)
                or not is_active(paragraph, match)
                or (english and crosses_date(match, paragraph))
                or _where_not_when(paragraph, match)
                or (match.pattern.plain and paragraph.blanked[match.end : match.end + 1] == "的")
            )
        ]
    return reading.said[key]


def _cut(longer: list[tuple[int, int]], match: Match) -> bool:
    """Whether a word of the construction is a part of a longer word that means something else."""
    return any(start <= a and b <= end and (a, b) != (start, end) for a, b in match.words for start, end in longer)


def _where_not_when(paragraph: Paragraph, match: Match) -> bool:
    """Whether a verb of founding has a place or a time behind it, not what was founded (1996年成立于甲)."""
    dated = "dated" in traits(match.pattern.relation) and match.pattern.tokens[-1] == "{s}"
    return dated and paragraph.blanked.startswith(("于", "时间"), match.end)


def _in_longer(match: Match, said: list[Match]) -> bool:
    """Whether its words are a part of those of one with a mood of its own (建设 in 开工建设), or one character (产)."""
    return not match.pattern.mood and any(
        (other.pattern.mood or match.end - match.start == 1)
        and other.pattern.relation == match.pattern.relation
        and len(other.words) == len(match.words)
        and all(a <= c and d <= b for (a, b), (c, d) in zip(other.words, match.words, strict=True))
        and other.words != match.words
        for other in said
    )


def _compounds(paragraph: Paragraph, start: int, end: int) -> list[tuple[int, int]]:
    if paragraph.language != "zh":
        return []
    return [each.span() for each in compounds().finditer(paragraph.blanked, start, end)]
