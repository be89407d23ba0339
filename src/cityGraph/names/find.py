"""The verb `find`; what completion offers."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..errors import BadQuery
from ..escape import sparql_string
from ..model.names import Found, Match
from ..namespaces import local
from .all_names import Name, all_names, few, left_out
from .entities import RANK, entities, names_of
from .kinds import check_kind, is_kind
from .labels import speaks_of
from .lookup import by_iri, carriers_of
from .spelling import LONGEST, NEAR, PINYIN, WAYS, bare, fold, initials, letters, sound, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Entity
    from ..model.query import Term
    from ..store.city import CityGraph


def find(city: CityGraph, name: str, *, kind: str | None = None, top: int | None = 10) -> Found:
    """What may be meant by `name`, best first: all that `resolve` goes by, then names that begin with it, that have it
    in them and, where nothing else fits, that are like it.

    Each `Match` has the name that fits and `how` it does, one of `WAYS`. With `kind` only things of that kind are
    found; `top` says how many (None: all). A graph of more than `MOST_NAMES` names is asked for spellings alone, and
    the answer's `left_out` says so. Raises `CityGraphError` where nothing in the graph is of the kind.

    >>> import cityGraph as cg
    >>> [(match.label, match.name, match.how) for match in cg.find(cg.open(), "tg", kind="Firm")]
    [('太鍋', 'Tàiguō', 'initials'), ('太鋼', 'Tàigāng', 'initials')]
    >>> [match.label for match in cg.find(cg.open(), "陽曲", kind="行政區")]
    ['陽曲縣']
    """
    asked = name.strip()
    if kind is not None:
        check_kind(city, kind)

    def fits(thing: Entity) -> bool:
        return kind is None or is_kind(thing, [kind])

    with suppress(BadQuery):  # what is no IRI cannot be asked for
        if meant := entities(city, by_iri(asked)):
            return Found(name, tuple(Match(thing, thing.label, "iri") for thing in meant.values() if fits(thing)))
    best: dict[str, tuple[tuple[Any, ...], Name, str]] = {}
    for spelled, way, rank in _fitting(city, asked):
        straight = bare(asked) not in bare(spelled.spelled)
        tongue = speaks_of(city.language, spelled.language)
        place = (WAYS.index(way), rank, straight, tongue, RANK[spelled.role], spelled.spelled)
        if spelled.who not in best or place < best[spelled.who][0]:
            best[spelled.who] = (place, spelled, way)
    order = sorted(best, key=lambda who: (best[who][0][:2], len(best[who][1].spelled), best[who][0][2:], who))
    if kind is None:
        order = order[:top]
    things = entities(city, order)
    matches = []
    for who in (who for who in order if who in things and fits(things[who])):
        thing, (_, spelled, way) = things[who], best[who]
        if way == "exact" and bare(thing.label) != bare(asked) and fold(thing.label) == fold(asked):
            way = "script"
        matches.append(Match(thing, spelled.spelled, way))
    return Found(name, tuple(matches[:top]), left_out(city) if asked else "")


def beginning(city: CityGraph, begun: str) -> list[tuple[Entity, str]]:
    """The things of which a name begins so, as spelled in either script, or as pinyin, with that name; by name.

    Found by the engine, some hundreds at most: what a reader waits for while typing.
    """
    typed = begun.strip().lower()
    spelled = [typed] if typed.isascii() else [typed, *spellings(typed)[:3]]
    rows = city.select("names-starting", spelling=map(sparql_string, spelled))
    found: list[tuple[str, Term]] = [(who.value, name) for who, _, name in rows]
    if heard := sound(typed):
        pinyin = city.select("names-pinyin")
        found += [(who.value, name) for who, _, name in pinyin if sound(name.value).startswith(heard)]
    best: dict[str, tuple[bool, int, str]] = {}
    for thing, term in found:
        place = (not term.value.lower().startswith(typed), speaks_of(city.language, term.language or ""), term.value)
        best[thing] = min(place, best.get(thing, place))
    things = entities(city, best)
    return sorted(
        ((entity, best[thing][2]) for thing, entity in things.items()),
        key=lambda pair: (best[pair[0].iri][0], len(pair[1]), pair[1], pair[0].iri),
    )


def _fitting(city: CityGraph, asked: str) -> Iterator[tuple[Name, str, float]]:
    """The names that fit, each with the way it does and, within that, a rank: the lower, the better."""
    if not few(city):
        yield from _fitting_of_many(city, asked)
        return
    key, straight, heard, first = fold(asked), bare(asked), sound(asked), letters(asked)
    if not key:
        return
    near = []
    anything = False
    for name in all_names(city):
        way = _way(name, key, straight, heard, first)
        if way:
            anything = True
            yield name, way, 0
        elif not anything:
            near.append(name)
    if anything or len(key) > LONGEST:
        return
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=key, autojunk=False)
    for name in near:
        matcher.set_seq1(name.key)
        if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and (ratio := matcher.ratio()) >= NEAR:
            yield name, "fuzzy", -ratio


def _fitting_of_many(city: CityGraph, asked: str) -> Iterator[tuple[Name, str, float]]:
    """The names that fit in a graph of many: those spelled so in either script, and those that begin so."""
    for carriers in carriers_of(city, asked):
        for who, spelled in names_of(city, carriers).items():
            for name, language, role in spelled:
                if fold(name) == fold(asked):
                    way = "alias" if role == "altLabel" else "exact" if bare(name) == bare(asked) else "script"
                    yield Name(who, name, language, role, ""), way, 0
    if city.remote or not asked:
        return
    for thing, of, begun in city.select("names-starting", spelling=[sparql_string(asked.lower())]):
        yield Name(thing.value, begun.value, begun.language or "", local(of.value), ""), "prefix", 0


def _way(name: Name, key: str, straight: str, heard: str, first: str) -> str | None:
    """How a name fits what is asked for: folded, as it stands, as it sounds, as it is abbreviated."""
    said = name.language.startswith(PINYIN)
    if name.key == key:
        if said:
            return "pinyin"
        return "alias" if name.role == "altLabel" else "exact" if bare(name.spelled) == straight else "script"
    if said and heard and sound(name.spelled) == heard:
        return "pinyin"
    if said and first and initials(name.spelled) == first:
        return "initials"
    if name.key.startswith(key):
        return "prefix"
    # A letter or two stand within too much to say anything; a Chinese character does not.
    return "within" if key in name.key and (len(key) > 2 or not key.isascii()) else None
