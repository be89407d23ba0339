"""What the words beside an English number say of it: that it stands already, whose it is, of what it is a share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .scope import moods_at

if TYPE_CHECKING:
    from .figures import Figure
    from .reading import Paragraph
    from .statement import Statement
    from .topics import Spot

_SHARE = re.compile(r"\b(?:including|and|another)\b[^.;:]{0,24}$|,\s*$")
_GRANT = re.compile(r"\b(?:incentive|grant|funding|award|loan|subsid|fund|credit)")
_FRONT = re.compile(r"\s*(?:at|with|covering|spanning|employing|measuring|home to|worth)\b[^,;:]*$")


def stands_already(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether the words before a figure say that it stands, whatever the sentence plans (its 600 existing staff).

    Args:
        paragraph: Where it stands.
        figure: The number.

    Returns:
        Whether it does.
    """
    before = paragraph.bare[: figure.start]
    if paragraph.language == "zh":
        return False
    return bool(re.search(r"\b(?:existing|current)\s+$", before)) or (
        bool(re.search(r"\bfrom\s+$", before)) and bool(re.match(r"[\w\s-]{0,20}\bto\s", paragraph.bare[figure.end :]))
    )


def whole(paragraph: Paragraph, figure: Figure) -> list[tuple[int, int]]:
    """List the sum of which a figure is a share: $31 billion in X, including $20 billion from Y.

    Args:
        paragraph: Where it stands.
        figure: The number.

    Returns:
        Its place; empty if the figure is no share.
    """
    before = paragraph.bare[paragraph.sentence(figure.start)[0] : figure.start]
    if paragraph.language == "zh" or not re.search(r"\bincluding\s+$", before):
        return []
    sums = [each for each in paragraph.figures if each.end <= figure.start and each.unit == figure.unit]
    return [(sums[-1].number_start, sums[-1].number_end)] if sums else []


def was_before(statement: Statement, paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a figure is where a change began that is over (fell from 60 to 40); a period of its own makes it good.

    Args:
        statement: The statement.
        paragraph: Where it stands.
        figure: The number.

    Returns:
        Whether it is.
    """
    if statement.period or statement.status != "realised" or not stands_already(paragraph, figure):
        return False
    planned = any(m.mood in ("planned", "targeted") for m in moods_at(paragraph.marks, figure.start, figure.end))
    return not planned and bool(re.search(r"\bfrom\s+$", paragraph.bare[: figure.start]))


def party(statement: Statement, spots: list[Spot], paragraph: Paragraph, figure: Figure) -> Spot | None:
    """Return who gives or takes a sum, right behind it: including $20 million from X.

    Args:
        statement: The statement.
        spots: The mentions of the paragraph.
        paragraph: Where it stands.
        figure: The number.

    Returns:
        Where that name stands; None if none does.
    """
    if not figure.unit.isupper():
        return None
    word = re.match(
        r"\s+(?:(?:in\s+)?(?:[\w-]+\s+){0,2}(?:grants?|funding|loans?|awards?|incentives?|subsid\w+)\s+)?(from|for)\s+(?:the\s+)?",
        paragraph.bare[figure.end :],
    )
    spot = next((each for each in spots if word and each.start == figure.end + word.end()), None)
    if word is None or spot is None or statement.subject.key not in spot.keys:
        return None
    clause = paragraph.bare[paragraph.sentence(figure.start)[0] : figure.start]
    wanted = _SHARE if word[1] == "from" else _GRANT
    return spot if wanted.search(clause[-60:] + (word[0] if word[1] == "for" else "")) else None


def fronted(spots: list[Spot], paragraph: Paragraph, figure: Figure) -> Spot | None:
    """Return the subject behind a figure that its sentence begins with: at a cost of $30 million, the hall opened.

    Args:
        spots: The mentions of the paragraph.
        paragraph: Where it stands.
        figure: The number.

    Returns:
        Where the subject stands; None if the sentence does not begin so.
    """
    start = paragraph.sentence(figure.start)[0]
    if paragraph.language != "en" or not _FRONT.match(paragraph.folded[start : figure.start]):
        return None
    behind = re.match(r"[^,;:]{0,40},\s*(?:the\s+)?", paragraph.bare[figure.end :])
    return next((each for each in spots if behind and each.start == figure.end + behind.end()), None)
