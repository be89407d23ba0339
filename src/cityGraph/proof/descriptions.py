"""Finds the things that a sentence names or describes: a name, a part of it, or its owner's name and what follows."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .folded import folded, is_chinese
from .lemmas import stem
from .reading import Mention, NameIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .statement import Thing

_PHASE = re.compile(r"(?:第?[一二三四五六七八九十\d]+)(?:期|号|阶段|标段)")
_EN_PHASE = re.compile(
    r"\b(?:the )?(first|second|third|fourth) (?:phase|stage)\b|\b(?:phase|stage) (one|two|three|four|i{1,3}|iv|\d)\b"
)
_EN_NUMBER = {"first": "1", "second": "2", "third": "3", "fourth": "4", "one": "1", "two": "2", "three": "3", "four": "4",
              "i": "1", "ii": "2", "iii": "3", "iv": "4"}  # fmt: skip
_EN_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")
_SHORTEST_REST = 4  # characters
_MOST = 3  # things that one description may fit


class Descriptions:
    """Finds mentions as a `NameIndex` does, and those that only a description makes.

    Args:
        things: The things that may be named.
        extra: Further words by which a thing may be described, by its key.
        tied: The things that stand in some relation to a thing, by its key.
        whole: Things that only their whole names mean, such as events.
    """

    def __init__(
        self,
        things: Iterable[Thing],
        extra: Mapping[str, set[str]],
        tied: Mapping[str, set[str]],
        whole: frozenset[str] = frozenset(),
    ) -> None:
        everything = list(things)
        self._index = NameIndex(everything)
        known = [thing for thing in everything if thing.key not in whole]
        self._tied = {key: others - whole for key, others in tied.items()}
        self._names = {
            thing.key: sorted({folded(name) for name in (*thing.names, *extra.get(thing.key, ())) if len(name) > 1})
            for thing in known
        }
        self._loose: dict[str, list[tuple[str, str]]] = {}
        for key, names in self._names.items():
            for name in names:
                bare = re.sub(r"[的\s·—-]", "", name)
                if is_chinese(name) and len(bare) >= 4:
                    self._loose.setdefault(bare[:2], []).append((bare, key))
        for several in self._loose.values():
            several.sort(key=lambda each: -len(each[0]))
        self._containing: dict[str, tuple[str, ...]] = {}
        self._bags = [(bag, key) for key, names in self._names.items() for name in names if len(bag := _bag(name)) > 1]

    def find(self, words: str) -> list[Mention]:
        """List the mentions in some words.

        Args:
            words: Folded words.

        Returns:
            Mentions in the order of the text, none inside another.
        """
        found = [each for each in self._index.find(words) if each.end - each.start > 1 or words[each.start].isascii()]
        if is_chinese(words):
            found = _merged(found, self._with_fillers(words))
            found = [self._to_the_left(each, words) for each in found]
            found = _merged(found, [self._described(each, words, found) for each in found])
            found = _merged(found, list(self._remainders(words, found)))
        else:
            found = _merged(found, list(self._bagged(words, found)))
            found = _merged(found, list(self._parts(words, found)))
        return found

    # Chinese ---------------------------------------------------------------------------------------------------------

    def _with_fillers(self, words: str) -> list[Mention]:
        """Find names that a text writes with 的 or a dash between their parts, or without."""
        places = [at for at, letter in enumerate(words) if letter not in "的 ·—-"]
        bare = "".join(words[at] for at in places)
        found, at = [], 0
        while at < len(bare) - 3:
            for name, key in self._loose.get(bare[at : at + 2], ()):
                if bare.startswith(name, at):
                    found.append(Mention(places[at], places[at + len(name) - 1] + 1, (key,)))
                    at += len(name) - 1
                    break
            at += 1
        return found

    def _to_the_left(self, mention: Mention, words: str) -> Mention:
        """Take in what stands before a short name and belongs to a longer name of the same thing (地铁 in 地铁1号线)."""
        best = mention.start
        named = words[mention.start : mention.end]
        for key in mention.keys:
            for name in self._names.get(key, ()):
                at = name.find(named)
                size = next(
                    (
                        n
                        for n in range(at, 1, -1)
                        if words[max(mention.start - n, 0) : mention.start] == name[at - n : at]
                    ),
                    0,
                )
                best = min(best, mention.start - size)
        return mention._replace(start=best)

    def _described(self, mention: Mention, words: str, found: list[Mention]) -> Mention:
        """Read on behind a name: 太重的液壓挖掘機園區 is no 太重 but its park."""
        named = words[mention.start : mention.end]
        if named not in self._containing:
            self._containing[named] = tuple(k for k, names in self._names.items() if any(named in n for n in names))
        near = {key for each in mention.keys for key in self._tied.get(each, ())}
        best: list[tuple[int, int, str]] = []
        for key in sorted({*near, *self._containing[named]} - set(mention.keys)):
            score, end = self._tail(key, mention, words, found)
            if score:
                best.append((score, end, key))
        top = max((score for score, _, _ in best), default=0)
        ends = {end for score, end, _ in best if score == top}
        keys = tuple(key for score, _, key in best if score == top)
        if not top or len(ends) > 1 or len(keys) > _MOST:
            return mention
        return Mention(mention.start, ends.pop(), keys)

    def _tail(self, key: str, mention: Mention, words: str, found: list[Mention]) -> tuple[int, int]:
        """Return how many characters behind a name belong to the name of another thing, and where they end."""
        named = words[mention.start : mention.end]
        best = (0, 0)
        for name in self._names.get(key, ()):
            if not is_chinese(name):
                continue
            rest = name.replace(named, "\n", 1) if named in name else name
            heads = (rest, _GENERIC.sub("", rest))
            at = end = mention.end
            score, last = 0, ""
            phases = set(_PHASE.findall(rest))
            while at < len(words):
                size = next((n for n in range(min(len(rest), len(words) - at), 1, -1) if words[at : at + n] in rest), 0)
                if not size and words[at] in "的之大":
                    at += 1
                    continue
                beside = next((m for m in found if m.start in (at, at + 1) and m.start > mention.start), None)
                if (
                    not size
                    and beside
                    and (words[at] == "在" or key in self._ties(beside))
                    and beside.start - at == (words[at] == "在")
                ):
                    at = beside.end
                    continue
                if phase := _PHASE.match(words, at):
                    if phase[0] not in phases:
                        break
                    phases.discard(phase[0])
                    score, last, at = score + len(phase[0]), phase[0], phase.end()
                    end = at
                    continue
                if size:
                    last, score = words[at : at + size], score + size
                elif generic := _GENERIC_AT.match(words, at):
                    size = len(generic[0])
                else:
                    break
                at += size
                end = at
            fits = (
                score >= 3
                and not phases
                and (
                    any(head.endswith(last) for head in heads) or last in _GENERIC_WORDS or bool(_PHASE.fullmatch(last))
                )
            )
            if fits and (score, -len(rest)) > (best[0], 0):
                best = (score, end)
        return best

    def _remainders(self, words: str, found: list[Mention]) -> Iterable[Mention]:
        """Find what is left of a name whose first part stands elsewhere in the text (甲市…成立…科技集團 of 甲市科技集團)."""
        for mention in found:
            named = words[mention.start : mention.end]
            near = {key for each in mention.keys for key in self._tied.get(each, ())}
            for key in near:
                for name in self._names.get(key, ()):
                    rest = name.removeprefix(named)
                    if rest != name and len(rest) >= _SHORTEST_REST and (at := words.find(rest)) >= 0:
                        yield Mention(at, at + len(rest), (key,))

    def _ties(self, mention: Mention) -> set[str]:
        return {other for key in mention.keys for other in self._tied.get(key, ())}

    # English ---------------------------------------------------------------------------------------------------------

    def _bagged(self, words: str, found: list[Mention]) -> Iterable[Mention]:
        """Find names whose words stand close together in another order (the first phase of HKC's copper foil project)."""
        tokens = _tokens(words)
        at_of: dict[str, list[int]] = {}
        for at, (token, _, _) in enumerate(tokens):
            at_of.setdefault(token, []).append(at)
        present = set(at_of)
        phases = {token for token in present if token.startswith("phase")}
        best: dict[tuple[int, int], tuple[int, set[str]]] = {}
        for bag, key in self._bags:
            if not bag <= present or {token for token in bag if token.startswith("phase")} != phases:
                continue
            window = _window(bag, at_of)
            if window is None or window[1] - window[0] + 1 > len(bag) + _EN_GAP:
                continue
            between = {tokens[i][0] for i in range(window[0], window[1] + 1)} - bag
            if not between <= _EN_LOOSE | {t for m in found for t in _bag(words[m.start : m.end])}:
                continue
            span = tokens[window[0]][1], tokens[window[1]][2]
            size, keys = best.get(span, (0, set()))
            if len(bag) >= size:
                best[span] = (len(bag), {key} | (keys if len(bag) == size else set()))
        for (start, end), (_, keys) in best.items():
            if len(keys) <= _MOST:
                yield Mention(start, end, tuple(sorted(keys)))

    def _parts(self, words: str, found: list[Mention]) -> Iterable[Mention]:
        """Find parts of long names of what is tied to a thing that the text names: the special steel chain."""
        tokens = [each for each in _tokens(words) if not any(m.start <= each[1] and each[2] <= m.end for m in found)]
        best: dict[tuple[int, int], list[tuple[float, str]]] = {}
        for key in {key for mention in found for key in self._ties(mention)}:
            for name in self._names.get(key, ()):
                for start, end, share in _runs(tokens, name, words):
                    best.setdefault((start, end), []).append((share, key))
        for mention in found:
            yield from self._owned(mention, words)
        for (start, end), several in best.items():
            top = max(share for share, _ in several)
            keys = {key for share, key in several if share == top}
            if len(keys) == 1:
                yield Mention(start, end, tuple(keys))

    def _owned(self, mention: Mention, words: str) -> Iterable[Mention]:
        """Find the one work of a sort that a thing has: Hillview's base."""
        noun = re.compile(r"'s? (base|plant|park|factory|project|campus|mine)\b").match(words, mention.end)
        if noun is None or _EN_PHASE.search(words):
            return
        named = words[mention.start : mention.end]
        fits = {
            key
            for key in self._ties(mention)
            for name in self._names.get(key, ())
            if noun[1] in name and named in name and not _EN_PHASE.search(name)
        }
        if len(fits) == 1:
            yield Mention(mention.start, noun.end(), tuple(fits))


def _runs(tokens: list[tuple[str, int, int]], name: str, words: str) -> Iterable[tuple[int, int, float]]:
    """Find where some words of a name stand side by side, its last one among them."""
    bag = _bag(name)
    parts = [token for token, _, _ in _tokens(name)] if bag else []
    run: list[tuple[str, int, int]] = []
    for token in [*tokens, ("", -1, -1)]:
        joined = not run or re.fullmatch(r"[\s\"'-]*(?:of |and |the |for |in |on )*", words[run[-1][2] : token[1]])
        if token[0] in parts and joined:
            run.append(token)
            continue
        has = {each for each, _, _ in run if each in bag}
        if len(has) > 1 and parts[-1] in {each for each, _, _ in run} and len(has) / len(bag) >= _LEAST_SHARE:
            yield run[0][1], run[-1][2], len(has) / len(bag)
        run = [token] if token[0] in parts else []


_LEAST_SHARE = 0.5  # of the words of a name that a part of it must have
_EN_GAP = 5  # further words that may stand between those of a name
_GENERIC_WORDS = ("项目", "工程", "基地", "园区", "产业园区", "产业园", "工厂", "厂区", "生产线")
_GENERIC = re.compile(f"(?:{'|'.join(_GENERIC_WORDS[:2])})$")
_GENERIC_AT = re.compile("|".join(sorted(_GENERIC_WORDS, key=len, reverse=True)))
_EN_GENERIC = frozenset(
    "project projects base construction works work scheme line plan programme program a an the of in at on for and to s".split()
)
_EN_LOOSE = frozenset("the a an of in at on for and to 's s project base new its construction".split())


@cache
def _bag(name: str) -> frozenset[str]:
    if is_chinese(name):
        return frozenset()
    return frozenset(token for token, _, _ in _tokens(folded(name)) if token not in _EN_GENERIC)


def _tokens(words: str) -> list[tuple[str, int, int]]:
    """Return the words of an English text with their places; "first phase" and "phase 1" are one word."""
    found = []
    at = 0
    for phase in [*_EN_PHASE.finditer(words), None]:
        limit = phase.start() if phase else len(words)
        for word in _EN_WORD.finditer(words, at, limit):
            for piece in re.finditer(r"[a-z0-9]+", word[0]):
                start = word.start() + piece.start()
                found.append((stem(piece[0]), start, start + len(piece[0])))
        if phase:
            number = phase[1] or phase[2]
            found.append(("phase" + _EN_NUMBER.get(number, number), phase.start(), phase.end()))
            at = phase.end()
    return found


def _window(bag: frozenset[str], at_of: dict[str, list[int]]) -> tuple[int, int] | None:
    """Return the smallest stretch of words that has all of a bag."""
    rare = min(bag, key=lambda token: len(at_of[token]))
    best = None
    for at in at_of[rare]:
        places = [min(at_of[token], key=lambda place: abs(place - at)) for token in bag]
        if len(set(places)) < len(bag):
            continue
        window = min(places), max(places)
        if best is None or window[1] - window[0] < best[1] - best[0]:
            best = window
    return best


def _merged(found: list[Mention], more: list[Mention]) -> list[Mention]:
    """Add mentions, the longer one where two overlap."""
    kept: list[Mention] = []
    for each in sorted([*found, *more], key=lambda m: (m.start - m.end, m.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda m: m.start)
