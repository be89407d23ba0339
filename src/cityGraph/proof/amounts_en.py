"""What the words beside an English number say of it: that it stands already, whose it is, of what it is a share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .lemmas import root
from .scope import moods_at
from .senses import either

if TYPE_CHECKING:
    from .figures import Figure
    from .reading import Paragraph, Reading
    from .statement import Statement
    from .topics import Spot

_SHARE = re.compile(r"\b(?:including|and|another)\b[^.;:]{0,24}$|,\s*$")
_FIRST = re.compile(
    r"(?:^|[,;:]|\b(?:and|while|but|where|whereas|with)\b)\s*"
    r"(?:(?:(?:a|in) total(?: of)?|an? (?:further|additional|estimated)|another|some|the|only|now|today|currently)"
    r",?\s+)*$"
)
_VERB = re.compile(r"\b(?:is|are|was|were|will|would|can|could|has|have|had|be|been)\b")
_PLACED = re.compile(
    r"[^,;:]{0,90}\b(in|at|on|across|within|throughout|into|move to|by)\s+(?:(?:the|its|a|an|this|our)\s+)?$"
)
_MOVED = re.compile(rf"{either('keep', 'en')}\s+(?:all\s+)?(?:its|their|his|her|our|the)\s+$")
_GRANT = re.compile(either("funds", "en"))
_GIVEN = re.compile(rf"\s+(?:(?:in\s+)?(?:[\w-]+\s+){{0,2}}{either('funds', 'en')}\s+)?(from|for)\s+(?:the\s+)?")
_LOSS = re.compile(either("loss", "en"))
_PLAN = re.compile(rf"[\w\s.-]{{0,16}}{either('plan', 'en')}")
_WILL_STAND = re.compile(rf"[^,;.]{{0,40}}?({either('to stand', 'en')})")
_TO_BE_BUILT = re.compile(r"\b(?:construction|creation|erection|building) of\b[^;.]{0,80}$")
_BUILT = re.compile(either("over", "en"))
_FRONT = re.compile(rf"\s*{either('extent', 'en')}[^,;:]*$")
_FROM = re.compile(r"\bfrom\s+$")
_STANDING = re.compile(r"\b(?:existing|current)\s+$")


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
    if moved(paragraph, figure):
        return True
    return bool(_STANDING.search(before)) or (
        bool(_FROM.search(before)) and bool(re.match(r"[\w\s-]{0,20}\bto\s", paragraph.bare[figure.end :]))
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
    return not planned and bool(_FROM.search(paragraph.bare[: figure.start]))


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
    word = _GIVEN.match(paragraph.bare, figure.end)
    spot = next((each for each in spots if word and each.start == word.end()), None)
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


def behind(spots: list[Spot], paragraph: Paragraph, figure: Figure, reading: Reading, measure: str) -> list[Spot]:
    """List where a number is that is the subject itself: 300 homes will be built in the park by the council.

    Args:
        spots: The mentions of the paragraph.
        paragraph: Where it stands.
        figure: The number.
        reading: The text.
        measure: What the number is said to count.

    Returns:
        The places behind it, and who does it; empty if its clause has another subject.
    """
    start, end = paragraph.sentence(figure.start)
    first = _FIRST.search(paragraph.bare[start : figure.start])
    if paragraph.language != "en" or first is None:
        return []
    end = min([end, *(each.start for each in paragraph.figures if each.start >= figure.end)])
    found = []
    for spot in spots:
        if spot.start < figure.end or spot.start >= end or spot.hidden:
            continue
        led = _PLACED.fullmatch(paragraph.bare[figure.end : spot.start])
        if led is None or not (_VERB.search(led[0]) or (first.start() == 0 and led[0].count(" ") > 3)):
            break
        loss = _LOSS.search(led[0])
        if loss and root(loss[0]) not in {root(word) for word in re.findall(r"[a-z]+", measure.lower())}:
            break  # 300 jobs were lost in the town: it does not have them
        families = ("firm", "body", "project") if led[1] == "by" else ("place", "zone", "project")
        if any(reading.family(key) in families for key in spot.keys):
            found.append(spot)
    return found


def yet_to_build(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a number is of what is still to be built (funds the construction of a hall of 3,000 square feet).

    Args:
        paragraph: Where it stands.
        figure: The number.

    Returns:
        Whether it is.
    """
    before = paragraph.bare[paragraph.sentence(figure.start)[0] : figure.start]
    noun = _TO_BE_BUILT.search(before) if paragraph.language == "en" else None
    return noun is not None and not _BUILT.search(before)


def moved(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a number is of what somebody moves or keeps, so that it stands already (moves its 300 staff).

    Args:
        paragraph: Where it stands.
        figure: The number.

    Returns:
        Whether it is.
    """
    return paragraph.language == "en" and bool(_MOVED.search(paragraph.bare[: figure.start]))


def of_plan(paragraph: Paragraph, figure: Figure) -> bool:
    """Whether a sum of money is that of a plan right behind it (a $5 billion masterplan).

    Args:
        paragraph: Where it stands.
        figure: The number.

    Returns:
        Whether it is.
    """
    money = paragraph.language == "en" and figure.unit.isupper()
    return money and bool(_PLAN.match(paragraph.folded[figure.end :]))


def will_stand(paragraph: Paragraph, figure: Figure, *, work: bool) -> list[tuple[int, int]]:
    """Return the verb behind a number that says of its work that it is still to stand (a hall of 30 rooms will open).

    Args:
        paragraph: Where it stands.
        figure: The number.
        work: Whether the number is of a work.

    Returns:
        The place right behind "will"; empty if no such verb follows.
    """
    verb = _WILL_STAND.match(paragraph.bare[figure.end :]) if work and paragraph.language == "en" else None
    return [(figure.end + verb.start(1) + 5, figure.end + verb.end(1))] if verb else []
