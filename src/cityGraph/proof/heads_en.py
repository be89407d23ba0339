"""What an English noun such as "the council" stands for: the one thing whose name has that noun as its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .folded import folded
from .senses import either, members
from .settled import belongs

if TYPE_CHECKING:
    from .reading import Reading
    from .topics import Spot

# A vice president is no president.
RANK_BEFORE = re.compile(rf"{either('lower rank', 'en')}[\s-]+$|-$")
_NOUN = re.compile(r"(?:the|this)\s+(?:.*\s)?([a-z]+)(?:'s)?")

_PLANS = re.compile(rf"(?:the|this)\s{either('what a firm plans', 'en')}(?:'s)?")


def stands_for_plans(word: str) -> bool:
    """Say whether a noun may stand for what a firm does where no work has a name: the project, not the bridge.

    Args:
        word: A stand-in, folded.

    Returns:
        Whether it may.

    Examples:
        >>> stands_for_plans("the project"), stands_for_plans("the bridge")
        (True, False)
    """
    return bool(_PLANS.fullmatch(word))


def kin(reading: Reading, keys: tuple[str, ...]) -> set[str]:
    """Return the families of things as lists know them: firms stand in one list with other bodies.

    Args:
        reading: The text.
        keys: The keys of the things.

    Returns:
        The families.
    """
    return {"body" if (family := reading.family(key)) == "firm" else family for key in keys}


class Heads:
    """The things of a text by the heads of their names.

    Attributes:
        reading: The text.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._heads: dict[str, dict[str, int]] | None = None

    def _by_noun(self, noun: str) -> dict[str, int]:
        """Return the things of the text whose names have a noun as their head, each with its first paragraph."""
        if self._heads is None:
            self._heads = {}
            seen = set()
            for number in sorted(self.reading.text.paragraphs):
                for key in (key for mention in self.reading.paragraph(number).names for key in mention.keys):
                    for head in () if key in seen else self._nouns(key):
                        self._heads.setdefault(head, {})[key] = number
                    seen.add(key)
        return self._heads.get(noun, {})

    def _nouns(self, key: str) -> set[str]:
        """Return the heads of the names of a thing: council, of Rivertown Council; port, of Port of Greyhaven."""
        names = [folded(name).removeprefix("the ").split() for name in self.reading.things[key].names]
        heads = {words[-1] for words in names if len(words) > 1 and "of" not in words}
        return heads | {words[words.index("of") - 1] for words in names if "of" in words[1:]}

    def by_head(self, word: str, number: int, families: set[str]) -> tuple[str, ...]:
        """Return the one thing whose name has the noun of a stand-in as its head: the council, of Rivertown Council.

        Args:
            word: The stand-in, folded.
            number: The number of its paragraph.
            families: The families that it may stand for.

        Returns:
            The key of the thing; empty if there is none or more than one, or if the noun is said of any firm or work.
        """
        noun = _NOUN.fullmatch(word)
        if noun is None or noun[1] in members("any firm or work", "en"):
            return ()
        named = self._by_noun(noun[1])
        found = [key for key, first in named.items() if first <= number and self._fits(key, families)]
        return (found[0],) if len(found) == 1 else ()

    def only(self, spots: list[Spot], families: set[str]) -> tuple[str, ...]:
        """Return the one thing of some families that a paragraph names.

        Args:
            spots: The mentions of the paragraph.
            families: The families.

        Returns:
            The key of the thing; empty if there is none or more than one.
        """
        found = {key for spot in spots if spot.role == "name" for key in spot.keys if self._fits(key, families)}
        return (found.pop(),) if len(found) == 1 else ()

    def farther(self, word: str, above: list[Spot], families: set[str]) -> tuple[str, ...]:
        """Return what a noun stands for that no near topic gives: what it stood for last, or the only topic above.

        Args:
            word: The stand-in, folded.
            above: The mentions of the paragraphs above, the last first.
            families: The families that it may stand for.

        Returns:
            The keys of what it stands for; empty if that is not clear.
        """
        for spot in above:
            if spot.role == "standin" and self.reading.paragraph(spot.paragraph).folded[spot.start : spot.end] == word:
                return spot.keys
        topics = {key for spot in above if spot.topic for key in spot.keys if self._fits(key, families)}
        return (topics.pop(),) if len(topics) == 1 else ()

    def _fits(self, key: str, families: set[str]) -> bool:
        return belongs(self.reading.family(key), families)
