"""What a text may call a thing besides its names: a firm by place and brand, a work as its events call it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .folded import is_chinese
from .short_names import short_names
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .facts import Fact
    from .relation_words import RelationWords

FIRMS = ("firm", "body")
_SHORTEST = 4  # characters of a firm's name without its place, or of its place and brand
_FORM = ("公司", "集团")
_EN_EVENT = re.compile(
    r"(?:start|end|signing|opening|approval|completion|launch)(?: of [a-z]+)? (?:of|on) (?:the )?(?P<work>.+)"
)


def nicknames(
    names: Mapping[str, list[str]], family: Callable[[str], str], facts: Iterable[Fact], words: RelationWords
) -> dict[str, set[str]]:
    """List what things may be called besides their names.

    Args:
        names: By thing, its folded names.
        family: Returns the family of a thing.
        facts: The facts of the graph.
        words: The words of its relations and stages.

    Returns:
        By thing, folded words. A short form that fits several firms, or is the name of a thing, is left out.
    """
    found: dict[str, set[str]] = {}
    for thing, several in names.items():
        found[thing] = {short for name in several if is_chinese(name) for short in short_names(name)}
        for row in table("variants", "en"):
            matches = (re.fullmatch(row["name"], name) for name in several if name.isascii())
            found[thing] |= {match.expand(row["variant"]) for match in matches if match}
    for thing, called in _by_events(names, facts, words):
        found.setdefault(thing, set()).add(called)
    places = {name for thing, several in names.items() if family(thing) == "place" for name in several}
    brands: dict[str, set[str]] = {}
    for thing, several in names.items():
        if family(thing) in FIRMS:
            for brand in {each for name in several if is_chinese(name) for each in _brands(name, places)}:
                brands.setdefault(brand, set()).add(thing)
    whole = {name for several in names.values() for name in several}
    for brand, things in brands.items():
        if len(things) == 1 and brand not in whole:
            found[next(iter(things))].add(brand)
    return found


def _brands(name: str, places: set[str]) -> Iterator[str]:
    """Shorten the name of a Chinese firm: without the place before it, or without the industry behind it."""
    for form in (name, *short_names(name)):
        brand = form
        while match := _industries().search(brand):
            brand = brand[: match.start()]
            if len(brand) >= _SHORTEST:
                yield brand
        for size in range(2, 5):
            if form[:size] in places and len(form) - size >= _SHORTEST and not form.endswith(_FORM):
                yield form[size:]


def _by_events(
    names: Mapping[str, list[str]], facts: Iterable[Fact], words: RelationWords
) -> Iterator[tuple[str, str]]:
    """Find what the names of events call their works: 乙廠一期 of 乙廠一期投產."""
    for fact in facts:
        for event in fact.more if fact.stages else ():
            for name in names.get(event, ()):
                if not is_chinese(name):
                    if match := _EN_EVENT.fullmatch(name):
                        yield fact.subject, match["work"]
                    continue
                reached = {word for stage in fact.stages for word in words.of_stage(stage, "zh")}
                work = next(
                    (name.removesuffix(w) for w in sorted(reached, key=len, reverse=True) if name.endswith(w)), ""
                )
                if len(work) >= _SHORTEST:
                    yield fact.subject, work


@cache
def _industries() -> re.Pattern[str]:
    """Return what matches the word of an industry at the end of a firm's name: 某某半導體."""
    words = sorted((row["word"] for row in table("industries", "zh")), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})$")
