"""Which things of one city are things of another: by IRI, by name, or only nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..names.entities import names_of
from ..names.labels import aliases, all_labels, ontology_of
from ..names.spelling import PINYIN, fold, with_digits
from ..namespaces import CG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model.claim import Entity
    from ..store.city import CityGraph

    Keys = Mapping[str, frozenset[str]]

_LEAST = 2  # characters that are left of a name without the word for its kind


def keys_of(city: CityGraph, things: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """Return by which keys things are the same as others: their IRIs, and their names in every script and language.

    Args:
        city: The open graph that the things are from.
        things: The things.

    Returns:
        The keys by IRI. Names are folded; pinyin is no key, since many words sound alike.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> fold("太钢") in keys_of(city, [cg.resolve(city, "太鋼")]).popitem()[1]
        True
    """
    listed = list(things)
    names = names_of(city, [thing.iri for thing in listed])
    return {
        thing.iri: frozenset(
            (
                thing.iri,
                key_of(thing.label),
                *(key_of(text) for text, tag, _ in names.get(thing.iri, ()) if not tag.startswith(PINYIN)),
            )
        )
        for thing in listed
    }


def key_of(name: str) -> str:
    """Return a name as names are compared.

    Args:
        name: A name in any script.

    Returns:
        The folded name, with digits for numerals.

    Examples:
        >>> key_of("太原 1 號線") == key_of("太原一号线")
        True
    """
    return with_digits(fold(name))


class Matched:
    """Things of two cities, joined where they are the same.

    Attributes:
        pairs: A thing of the first city and one of the second, in the order of the first.
        first: The things of the first city that have no counterpart.
        second: Those of the second.
        doubtful: Pairs that might be the same, because a name fits several.
    """

    def __init__(self, first: Sequence[Entity], second: Sequence[Entity]) -> None:
        self.pairs: list[tuple[Entity, Entity]] = []
        self.first, self.second = list(first), list(second)
        self.doubtful: list[tuple[Entity, Entity]] = []

    def join(self, one: Keys, other: Keys, *, same_kind: bool = False) -> None:
        """Join things that share a key. A thing that shares keys with several stays apart.

        Args:
            one: The keys of the things of the first city.
            other: Those of the second.
            same_kind: Whether only things of the same kind are joined, or those with the same IRI.
        """
        holders: dict[str, list[Entity]] = {}
        for thing in self.second:
            for key in other[thing.iri]:
                holders.setdefault(key, []).append(thing)
        place = {thing.iri: at for at, thing in enumerate(self.second)}

        def fits(thing: Entity) -> dict[str, Entity]:
            found = {each.iri: each for key in one[thing.iri] for each in holders.get(key, ())}
            kept = (
                each for each in found.values() if not same_kind or thing.kind == each.kind or thing.iri == each.iri
            )
            return {each.iri: each for each in sorted(kept, key=lambda each: place[each.iri])}

        fitting = {thing.iri: fits(thing) for thing in self.first}
        claimed: dict[str, int] = {}
        for found in fitting.values():
            for iri in found:
                claimed[iri] = claimed.get(iri, 0) + 1
        for thing in list(self.first):
            found = fitting[thing.iri]
            # The same IRI is the same thing, whatever else has its name.
            certain = found.get(thing.iri) or next(iter(found.values()), None)
            if certain and (certain.iri == thing.iri or (len(found) == 1 and claimed[certain.iri] == 1)):
                self.pairs.append((thing, certain))
                self.first.remove(thing)
                self.second.remove(certain)
            elif found:
                self.doubtful += [(thing, each) for each in found.values()]
        gone = {iri for pair in self.pairs for iri in (pair[0].iri, pair[1].iri)}
        self.doubtful = [pair for pair in self.doubtful if gone.isdisjoint((pair[0].iri, pair[1].iri))]


def cores_of(city: CityGraph, keys: Keys, kinds: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the names of things without the word at their end that only says their kind, such as 產業鏈.

    Args:
        city: An open graph, whose ontology has the words for kinds.
        keys: The keys of the things, from `keys_of`.
        kinds: The local names of the kinds whose words are left out.

    Returns:
        By IRI, the names that are left, with two characters or more.

    Examples:
        >>> import cityGraph as cg
        >>> names = {"urn:a": frozenset((key_of("氫能產業鏈"),)), "urn:b": frozenset((key_of("氫能產業"),))}
        >>> cores = cores_of(cg.open(), names, ("Chain", "Industry"))
        >>> cores["urn:a"] & cores["urn:b"] == {key_of("氫能")}
        True
    """
    terms = [CG + kind for kind in kinds]
    source = ontology_of(city)
    words = {
        key_of(word)
        for listed in (all_labels(source, terms, inverse=False), aliases(source, terms))
        for each in listed.values()
        for word in each
    }
    ends = sorted(filter(None, words), key=len, reverse=True)

    def core(key: str) -> str:
        end = next((end for end in ends if key.endswith(end)), "")
        return key.removesuffix(end)

    return {
        iri: frozenset(left for key in several if ":" not in key and len(left := core(key)) >= _LEAST)
        for iri, several in keys.items()
    }
