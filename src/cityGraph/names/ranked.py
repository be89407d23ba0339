"""Ranks the things that a name may mean, for thousands of names: all names of the graph are read and indexed once."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice, product
from typing import TYPE_CHECKING, TypeVar

from ..model.reconciled import Candidate
from ..namespaces import local
from .all_names import all_names
from .entities import RANK, entities
from .labels import language_rank, ontology_of
from .lookup import by_iri
from .replaced import in_force
from .resolve import ABOUT_OTHERS
from .scores import LEAST, LEAST_SLIP, SCALE, SURE, likeness, part
from .shortened import AREA, COMPANY
from .sounds import sounds
from .spelling import LONGEST, PINYIN, bare, ends_at, fold, initials, initials_key, pinyin_key, with_digits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ..store.city import CityGraph
    from .all_names import Name

_MOST_READINGS = 16  # ways to read a name whose characters have several sounds
_MOST_WITH = 2_000  # names with two characters in common, which are looked at
_MOST_LIKE = 30  # names with most in common, which are compared
_LEAST_SPELT = 4  # letters of pinyin
_LEAST = 2  # characters of a name without the word for its sort

Found = tuple[int, str, "Name"]
Key = TypeVar("Key")


class Ranking:
    """The names of a graph, ready to be asked.

    Args:
        city: An open graph that is not an endpoint.
    """

    def __init__(self, city: CityGraph) -> None:
        self._city = city
        names = all_names(city)
        self._sounds = sounds()
        self._things = entities(city, {each.iri for each in names})
        places = {row[0].value for row in city.select("places")}
        ours, firms = _kinds(city)
        self._by_key = _grouped((each.key, each) for each in names)
        self._by_digits = _grouped((digits, e) for e in names if (digits := with_digits(e.key)) != e.key)
        latin = [each for each in names if each.language.startswith(PINYIN)]
        self._pinyin = _grouped((pinyin_key(each.text), each) for each in latin)
        self._initials = _grouped((initials(each.text), each) for each in latin)
        self._heard = _grouped((reading, e) for e in names for reading in self._readings(e.key))
        # Kinds that are not of our ontology may be companies.
        firms = {iri for iri, thing in self._things.items() if thing.kind in firms or thing.kind not in ours}
        self._sorts = ((COMPANY, firms - places), (AREA, places))
        self._keys = sorted(self._by_key)
        self._spelt = sorted({"".join(reading) for reading in self._heard})
        self._read_as = _grouped(("".join(reading), each) for reading, own in self._heard.items() for each in own)
        self._with: dict[str, list[str]] = {}
        for key in self._keys:
            for pair in {key[at : at + 2] for at in range(len(key) - 1)}:
                self._with.setdefault(pair, []).append(key)
        self._shorter: dict[str, list[str]] = {}
        for key in self._keys:
            for less in _shorter(key):
                self._shorter.setdefault(less, []).append(key)

    def candidates(self, name: str, kinds: Collection[str] | None = None, *, alike: bool = True) -> list[Candidate]:
        """List the things that a name may mean.

        Args:
            name: A name in any script, pinyin, an IRI or a CURIE.
            kinds: The kinds by local name that are wanted. None takes all.
            alike: Whether to list, if nothing matches, what is too unlike to be a match.

        Returns:
            Each thing once, with its best score; the best first, then by label.
        """
        text = name.strip()
        best: dict[str, Candidate] = {}
        for iri in by_iri(self._city, text) if text else ():
            known = entities(self._city, [in_force(self._city, iri)])
            best |= {thing.iri: Candidate(thing, thing.label, "iri", SCALE["iri"]) for thing in known.values()}
        places: dict[str, tuple[int, ...]] = {}
        for score, how, found in () if best else self._found(text, alike=alike):
            thing = self._things.get(found.iri)
            if thing is None or (kinds is not None and thing.kind not in kinds):
                continue
            if kinds is None and score < SURE and thing.kind in ABOUT_OTHERS:
                continue
            # Of names that match alike, that in the reader's language is shown.
            place = (-score, language_rank(self._city.language, found.language), RANK[found.role])
            if found.iri not in places or place < places[found.iri]:
                places[found.iri] = place
                if how == "exact" and bare(thing.label) != bare(text) and fold(thing.label) == fold(text):
                    how, score = "script", SCALE["script"]
                best[found.iri] = Candidate(thing, found.text, how, score)
        wanted = (each for each in best.values() if kinds is None or each.entity.kind in kinds)
        return sorted(wanted, key=lambda each: (-each.score, each.entity.label, each.entity.iri))

    def _found(self, text: str, *, alike: bool) -> Iterator[Found]:
        """Yield the names that match, each with its score and how; slips and names that are alike if no other does."""
        key = fold(text)
        if not key:
            return
        found = [*self._same(text, key), *self._parts(text, key)]
        yield from found
        if len(key) <= LONGEST and all(score < LEAST for score, *_ in found):
            yield from self._slips(key)
            if alike:
                yield from self._alike(key)

    def _same(self, text: str, key: str) -> Iterator[Found]:
        """Yield the names that are the text, in any spelling."""
        plain, digits = bare(text), with_digits(key)
        for each in self._by_key.get(key, ()):
            way = "pinyin" if each.language.startswith(PINYIN) else ""
            way = way or ("alias" if each.role == "altLabel" else "exact" if bare(each.text) == plain else "script")
            yield SCALE[way], way, each
        for each in (*self._by_digits.get(digits, ()), *(self._by_key.get(digits, ()) if digits != key else ())):
            yield SCALE["numbers"], "numbers", each
        if pinyin := pinyin_key(text):
            yield from ((SCALE["pinyin"], "pinyin", each) for each in self._pinyin.get(pinyin, ()))
            if len(pinyin) >= _LEAST_SPELT:
                yield from ((SCALE["pinyin"], "pinyin", each) for each in self._read_as.get(pinyin, ()))
        if typed := initials_key(text):
            yield from ((SCALE["initials"], "initials", each) for each in self._initials.get(typed, ()))
        if len(key) >= _LEAST:
            for reading in self._readings(key):
                yield from ((SCALE["sound"], "sound", each) for each in self._heard.get(reading, ()))
        yield from self._without_sort(key)

    def _without_sort(self, key: str) -> Iterator[Found]:
        """Yield the names that are the text but for the word for their sort, which only one of the two has.

        甲集團 and 甲股份 are two companies, and 甲市 and 甲縣 two places.
        """
        for words, iris in self._sorts:
            others = [key + word for word in words] + [key.removesuffix(word) for word in words if key.endswith(word)]
            for other in others:
                found = self._by_key.get(other, ()) if min(len(key), len(other)) >= _LEAST else ()
                yield from ((SCALE["short"], "short", each) for each in found if each.iri in iris)

    def _parts(self, text: str, key: str) -> Iterator[Found]:
        """Yield the names that begin with the text, or have it inside."""
        for longer in _beginning(self._keys, key):
            for each in self._by_key[longer]:
                cut = not ends_at(each.text, with_digits(key)) if key.isascii() or key[-1:].isdecimal() else False
                yield part("prefix", 0 if cut else len(key) / len(longer)), "prefix", each
        pinyin = pinyin_key(text)
        for spelt in _beginning(self._spelt, pinyin) if len(pinyin) >= _LEAST_SPELT else ():
            for each in self._read_as[spelt]:
                yield part("prefix", len(pinyin) / len(spelt)), "pinyin", each
        if len(key) < _LEAST or (key.isascii() and len(key) <= _LEAST):
            return
        rarest = min((self._with.get(key[at : at + 2], ()) for at in range(len(key) - 1)), key=len)
        for longer in rarest:
            if key in longer and not longer.startswith(key):
                for each in self._by_key[longer]:
                    yield part("within", len(key) / len(longer)), "within", each

    def _slips(self, key: str) -> Iterator[Found]:
        """Yield the names that differ in one slip of the pen."""
        near = {other for less in (key, *_shorter(key)) for other in (less, *self._shorter.get(less, ()))}
        for other in near & self._by_key.keys():
            score = likeness(key, other, self._sounds)
            if score >= LEAST:
                yield from ((score, "fuzzy", each) for each in self._by_key[other])

    def _alike(self, key: str) -> Iterator[Found]:
        """Yield the names that are only similar."""
        pairs = {key[at : at + 2] for at in range(len(key) - 1)}
        rarest = sorted((self._with[pair] for pair in pairs if pair in self._with), key=len)
        shared = Counter(other for keys in islice(rarest, len(key)) for other in keys[:_MOST_WITH])
        for other, _ in shared.most_common(_MOST_LIKE):
            score = likeness(key, other, self._sounds)
            yield from ((score, "fuzzy", each) for each in self._by_key[other])

    def _readings(self, key: str) -> Iterable[tuple[str, ...]]:
        """Return the ways in which a name may be read; none if it has no Chinese character."""
        if len(key) > LONGEST or key.isascii():
            return ()
        heard = (sorted(self._sounds.get(c, (c,))) for c in key)
        return islice(product(*heard), _MOST_READINGS)


def ranked(city: CityGraph, name: str, kinds: Collection[str] | None = None, *, alike: bool = True) -> list[Candidate]:
    """Rank the things that a name may mean.

    The names of the graph are read and indexed at the first call with a handle.

    Args:
        city: An open graph that is not an endpoint.
        name: A name in any script, pinyin, an IRI or a CURIE.
        kinds: The kinds by local name that are wanted. None takes all.
        alike: Whether to list, if nothing matches, what is too unlike to be a match; that takes longer.

    Returns:
        Each thing once, with its best score on the scale of `cityGraph.names.scores`; the best first, then by label.

    Raises:
        CityGraphError: The graph is an endpoint.

    Examples:
        >>> import cityGraph as cg
        >>> [(each.entity.label, each.how, each.score) for each in ranked(cg.open(), "太钢")[:1]]
        [('太鋼', 'script', 98)]
        >>> [(each.entity.label, each.how, each.score) for each in ranked(cg.open(), "吕梁市")[:1]]
        [('呂梁', 'short', 78)]
    """
    ranking: Ranking = city.once("ranking", lambda: Ranking(city))
    return ranking.candidates(name, kinds, alike=alike)


def _grouped(pairs: Iterable[tuple[Key, Name]]) -> dict[Key, list[Name]]:
    groups: dict[Key, list[Name]] = {}
    for key, name in pairs:
        groups.setdefault(key, []).append(name)
    return groups


def _beginning(ordered: list[str], begun: str) -> Iterator[str]:
    """Yield the texts of a sorted list that begin with another and go on."""
    for text in islice(ordered, bisect_left(ordered, begun), None):
        if not text.startswith(begun):
            return
        if text != begun:
            yield text


def _shorter(key: str) -> set[str]:
    """Return a name without one of its characters, if it is long enough for a slip and short enough to be looked at."""
    return {key[:at] + key[at + 1 :] for at in range(len(key))} if LEAST_SLIP <= len(key) <= LONGEST else set()


def _kinds(city: CityGraph) -> tuple[set[str], set[str]]:
    """Return the kinds of our ontology, and those among them that are companies."""
    rows = ontology_of(city).select("families")
    firms = {local(kind.value) for kind, what, value in rows if local(what.value) == "family" and value.value == "firm"}
    return {local(row[0].value) for row in ontology_of(city).select("declared-kinds")}, firms
