"""Finds the things that a sentence names or describes: a name, a part of it, or its owner's name and what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .descriptions_english import EnglishDescriptions
from .folded import folded, is_chinese
from .name_index import Mention, NameIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .statement import Thing

MOST = 3  # things that one description may fit
_PHASE = re.compile(r"(?:第?[一二三四五六七八九十\d]+)(?:期|号|阶段|标段)")
_GENERIC = ("项目", "工程", "基地", "园区", "产业园区", "产业园", "工厂", "厂区", "生产线")
_GENERIC_AT = re.compile("|".join(sorted(_GENERIC, key=len, reverse=True)))
_WORK = re.compile("(?:项目|工程)$")
_FILLERS = "的 ·—-"  # what a text may write between the parts of a name
_LEAST = 3  # characters of a name that a description must have behind the name that it begins with
_SHORTEST = 4  # characters of a name that is looked for in parts


class Descriptions:
    """Finds mentions as a `NameIndex` does, and those that only a description makes.

    Args:
        things: The things that may be named.
        called: Further words by which a thing may be described, by its key.
        tied: By thing, the things that its name may introduce.
        whole: Things that only their whole names mean, such as events.

    Examples:
        >>> from .statement import Thing
        >>> firm, park = Thing("f", "Firm", ("遠山光學",)), Thing("p", "Zone", ("遠山光學智能鏡頭產業園",))
        >>> index = Descriptions([firm, park], {}, {"f": {"p"}})
        >>> [(each.start, each.end, each.keys) for each in index.find("远山光学的镜头产业园已建成")]
        [(0, 10, ('p',))]
    """

    def __init__(
        self,
        things: Iterable[Thing],
        called: Mapping[str, set[str]],
        tied: Mapping[str, set[str]],
        whole: frozenset[str] = frozenset(),
    ) -> None:
        everything = list(things)
        self._index = NameIndex(everything)
        self._tied = {key: others - whole for key, others in tied.items()}
        chinese: dict[str, list[str]] = {}
        english: dict[str, list[str]] = {}
        for thing in everything:
            for name in {folded(name) for name in (*thing.names, *called.get(thing.key, ())) if len(name) > 1}:
                if thing.key not in whole:
                    (chinese if is_chinese(name) else english).setdefault(thing.key, []).append(name)
        self._names = {key: sorted(names) for key, names in chinese.items()}
        self._english = EnglishDescriptions(english, self._tied)
        self._loose: dict[str, list[tuple[str, str]]] = {}
        for key, names in self._names.items():
            for name in names:
                bare = "".join(letter for letter in name if letter not in _FILLERS)
                if len(bare) >= _SHORTEST:
                    self._loose.setdefault(bare[:2], []).append((bare, key))
        for several in self._loose.values():
            several.sort(key=lambda each: (-len(each[0]), each))
        self._containing: dict[str, tuple[str, ...]] = {}

    def find(self, words: str) -> list[Mention]:
        """List the mentions in some words.

        Args:
            words: Folded words.

        Returns:
            Mentions in the order of the text, none inside another.
        """
        found = [each for each in self._index.find(words) if each.end - each.start > 1 or words[each.start].isascii()]
        if not is_chinese(words):
            found = _merged(found, self._english.whole_names(words, found))
            return _merged(found, self._english.parts(words, found))
        found = _merged(found, self._with_fillers(words))
        found = [self._to_the_left(each, words) for each in found]
        found = _merged(found, [self._described(each, words, found) for each in found])
        return _merged(found, self._remainders(words, found))

    def _with_fillers(self, words: str) -> Iterator[Mention]:
        """Find names that a text writes with 的 or a dash between their parts, or without."""
        places = [at for at, letter in enumerate(words) if letter not in _FILLERS]
        bare = "".join(words[at] for at in places)
        at = 0
        while at <= len(bare) - _SHORTEST:
            name, key = next((n for n in self._loose.get(bare[at : at + 2], ()) if bare.startswith(n[0], at)), ("", ""))
            if name:
                yield Mention(places[at], places[at + len(name) - 1] + 1, (key,))
            at += len(name) or 1

    def _to_the_left(self, mention: Mention, words: str) -> Mention:
        """Take in what stands before a short name and belongs to a longer one of the same thing: 地铁 in 地铁1号线."""
        named = words[mention.start : mention.end]
        longest = 0
        for name in (name for key in mention.keys for name in self._names.get(key, ())):
            at = name.find(named)
            fits = (
                n
                for n in range(min(at, mention.start), 1, -1)
                if words.startswith(name[at - n : at], mention.start - n)
            )
            longest = max(longest, next(fits, 0))
        return mention._replace(start=mention.start - longest)

    def _described(self, mention: Mention, words: str, found: list[Mention]) -> Mention:
        """Read on behind a name: 太重的液壓挖掘機園區 is not 太重 but its park."""
        named = words[mention.start : mention.end]
        if named not in self._containing:
            self._containing[named] = tuple(k for k, names in self._names.items() if any(named in n for n in names))
        best: list[tuple[int, int, str]] = []
        for key in sorted({*self._ties(mention), *self._containing[named]} - set(mention.keys)):
            for name in self._names.get(key, ()):
                score, end = _Tail(name, key, mention, words, found, self._tied).read()
                if score:
                    best.append((score, end, key))
        top = max((score for score, _, _ in best), default=0)
        ends = {end for score, end, _ in best if score == top}
        keys = tuple(dict.fromkeys(key for score, _, key in best if score == top))
        return Mention(mention.start, ends.pop(), keys) if len(ends) == 1 and len(keys) <= MOST else mention

    def _remainders(self, words: str, found: list[Mention]) -> Iterator[Mention]:
        """Find what is left of a name whose first part stands elsewhere (甲市…成立…科技集團 of 甲市科技集團)."""
        for mention in found:
            named = words[mention.start : mention.end]
            for key in sorted(self._ties(mention)):
                for name in self._names.get(key, ()):
                    rest = name.removeprefix(named)
                    if rest != name and len(rest) >= _SHORTEST and (at := words.find(rest)) >= 0:
                        yield Mention(at, at + len(rest), (key,))

    def _ties(self, mention: Mention) -> set[str]:
        return {other for key in mention.keys for other in self._tied.get(key, ())}


class _Tail:
    """What stands behind a mention, as far as it belongs to the name of another thing."""

    def __init__(
        self, name: str, key: str, mention: Mention, words: str, found: list[Mention], tied: Mapping[str, set[str]]
    ) -> None:
        named = words[mention.start : mention.end]
        self.rest = name.replace(named, "\n", 1)
        self.key, self.mention, self.words, self.found, self.tied = key, mention, words, found, tied

    def read(self) -> tuple[int, int]:
        """Return how many characters belong to the name, and where they end; (0, 0) if it is not described."""
        at = end = self.mention.end
        score, last = 0, ""
        phases = set(_PHASE.findall(self.rest))
        while at < len(self.words):
            if phase := _PHASE.match(self.words, at):
                if phase[0] not in phases:
                    break
                phases.discard(phase[0])
                score, last, at = score + len(phase[0]), phase[0], phase.end()
            elif size := self._shared(at):
                score, last, at = score + size, self.words[at : at + size], at + size
            elif self.words[at] in "的之大":
                at += 1
                continue
            elif beside := self._beside(at):
                at = beside
                continue
            elif generic := _GENERIC_AT.match(self.words, at):
                at = generic.end()
            else:
                break
            end = at
        heads = (self.rest, _WORK.sub("", self.rest))
        closed = last in _GENERIC or bool(_PHASE.fullmatch(last)) or any(head.endswith(last) for head in heads)
        return (score, end) if score >= _LEAST and not phases and closed else (0, 0)

    def _shared(self, at: int) -> int:
        """Return how many characters, two or more, stand in the name in this order."""
        longest = min(len(self.rest), len(self.words) - at)
        return next((n for n in range(longest, 1, -1) if self.words[at : at + n] in self.rest), 0)

    def _beside(self, at: int) -> int:
        """Return where a name ends that only describes the other thing further: in a place, or of a product."""
        placed = self.words[at] == "在"
        for other in self.found:
            if other.start == at + placed and other.start > self.mention.start:
                related = any(self.key in self.tied.get(key, ()) for key in other.keys)
                return other.end if placed or related else 0
        return 0


def _merged(found: list[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Add mentions, the longer one where two overlap."""
    kept: list[Mention] = []
    for each in sorted([*found, *more], key=lambda m: (m.start - m.end, m.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda m: m.start)
