"""The verb `find`, and the names that completion offers."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..errors import BadQuery
from ..escape import sparql_string
from ..model.names import Found, Match
from ..model.verb import verb
from ..namespaces import local
from .all_names import Name, all_names, has_few_names, left_out
from .entities import RANK, entities, names_of
from .kinds import known_kinds
from .labels import language_rank
from .lookup import by_iri, carriers_of
from .replaced import in_force
from .resolve import text_of
from .spelling import (
    LONGEST,
    NEAR,
    PINYIN,
    WAYS,
    bare,
    fold,
    in_other_script,
    initials,
    initials_key,
    pinyin_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Entity
    from ..model.query import Term
    from ..store.city import CityGraph

_LEAST_HEARD = 2  # characters; one sounds like too many others
_LEAST_SPELT = 4  # letters; fewer begin too many names


@verb("render.names.found_text")
def find(city: CityGraph, name: str, *, kind: str | None = None, top: int | None = 10) -> Found:
    """List the things that a name may mean, the best match first.

    First come names that match as in `resolve`, then names that begin with the text, then names that contain it. If
    none begins with the text, names count that are read so (guangfu for 光伏產業鏈). If there are none of all these,
    names follow that sound the same (太刚 for 太鋼), then similar names.

    Args:
        city: An open graph. If it has more than 50 000 names, or is an endpoint, only IRIs, spellings and, in files,
            beginnings are searched; `left_out` of the answer says so.
        name: A name or a part of one, in any script, pinyin, an IRI or a CURIE.
        kind: Keep things of this kind, by local name or label. None keeps all.
        top: The most matches to return; None returns all.

    Returns:
        The matches. Each has the name that matches and `how` it does, one of `WAYS`.

    Raises:
        CityGraphError: No thing of the graph has this kind.

    Examples:
        >>> import cityGraph as cg
        >>> [(match.label, match.name, match.how) for match in cg.find(cg.open(), "tg", kind="Firm")]
        [('太鍋', 'Tàiguō', 'initials'), ('太鋼', 'Tàigāng', 'initials')]
        >>> [match.label for match in cg.find(cg.open(), "陽曲", kind="行政區")]
        ['陽曲縣']
    """
    text = text_of(name)
    wanted = None if kind is None else known_kinds(city, [kind])

    def is_wanted(thing: Entity) -> bool:
        return wanted is None or thing.kind in wanted

    with suppress(BadQuery):  # the text looks like an IRI and is not a valid one
        if things := entities(city, [in_force(city, iri) for iri in by_iri(city, text)]):
            return Found(name, tuple(Match(thing, thing.label, "iri") for thing in things.values() if is_wanted(thing)))
    best: dict[str, tuple[tuple[Any, ...], Name, str]] = {}
    for match, way, rank in _matches(city, text):
        same_script = bare(text) in bare(match.text)
        language = language_rank(city.language, match.language)
        place = (WAYS.index(way), rank, not same_script, language, RANK[match.role], match.text)
        if match.iri not in best or place < best[match.iri][0]:
            best[match.iri] = (place, match, way)
    order = sorted(best, key=lambda iri: (best[iri][0][:2], len(best[iri][1].text), best[iri][0][2:], iri))
    if kind is None and top is not None:
        order = order[: top + 1]
    things = entities(city, order)
    matches = []
    for iri in (iri for iri in order if iri in things and is_wanted(things[iri])):
        thing, (_, match, way) = things[iri], best[iri]
        if way == "exact" and bare(thing.label) != bare(text) and fold(thing.label) == fold(text):
            way = "script"
        matches.append(Match(thing, match.text, way))
    more = top is not None and len(matches) > top
    return Found(name, tuple(matches[:top]), left_out(city) if text else "", more)


def starting_with(city: CityGraph, begun: str) -> list[tuple[Entity, str]]:
    """List the things with a name that begins with a text, for completion.

    Args:
        city: An open graph that is not an endpoint.
        begun: The beginning of a name in either script or in pinyin, in any case.

    Returns:
        Each thing once, with the name that matches: names in the script of `begun` first, then by length and name. The
        engine returns some hundreds at most.
    """
    typed = begun.strip().lower()
    forms = [typed] if typed.isascii() else [typed, *in_other_script(typed)[:3]]
    rows = city.select("names-starting", spelling=map(sparql_string, forms))
    names: list[tuple[str, Term]] = [(thing.value, name) for thing, _, name in rows]
    if pinyin := pinyin_key(typed):
        rows = city.select("names-pinyin")
        names += [(thing.value, name) for thing, _, name in rows if pinyin_key(name.value).startswith(pinyin)]
    best: dict[str, tuple[bool, int, str]] = {}
    for iri, name in names:
        other_script = not name.value.lower().startswith(typed)
        place = (other_script, language_rank(city.language, name.language or ""), name.value)
        best[iri] = min(place, best.get(iri, place))
    return sorted(
        ((thing, best[iri][2]) for iri, thing in entities(city, best).items()),
        key=lambda pair: (best[pair[0].iri][0], len(pair[1]), pair[1], pair[0].iri),
    )


def _matches(city: CityGraph, text: str) -> Iterator[tuple[Name, str, float]]:
    """List the names that match, each with its way and a rank within the way, the best first at the lowest."""
    if not has_few_names(city):
        yield from _matches_among_many(city, text)
        return
    key, plain, pinyin, typed = fold(text), bare(text), pinyin_key(text), initials_key(text)
    if not key:
        return
    others, ways = [], set()
    for name in all_names(city):
        way = _way(name, key, plain, pinyin, typed)
        if way:
            ways.add(way)
            yield name, way, 0
        else:
            others.append(name)
    if ways - {"within"} or len(key) > LONGEST:
        return
    from difflib import SequenceMatcher

    from .sounds import sounds

    table: dict[str, frozenset[str]] = city.once("sounds", sounds)
    if len(pinyin) >= _LEAST_SPELT:
        spelt = [name for name in others if _begins_as(name.key, pinyin, table)]
        yield from ((name, "pinyin", 0) for name in spelt)
        ways.update("pinyin" for _ in spelt)
    if ways:
        return
    heard = [table.get(c, frozenset((c,))) for c in key]
    matcher = SequenceMatcher(b=key, autojunk=False)
    for name in others:
        if _sounds_alike(name.key, heard, table):
            yield name, "sound", 0
            continue
        matcher.set_seq1(name.key)
        if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and (ratio := matcher.ratio()) >= NEAR:
            yield name, "fuzzy", -ratio


def _sounds_alike(key: str, heard: list[frozenset[str]], table: dict[str, frozenset[str]]) -> bool:
    """Return whether a name has the sounds that were heard, one or two for each character."""
    if len(key) != len(heard) or len(heard) < _LEAST_HEARD:
        return False
    return all(sound & table.get(c, frozenset((c,))) for c, sound in zip(key, heard, strict=True))


def _begins_as(key: str, pinyin: str, table: dict[str, frozenset[str]]) -> bool:
    """Return whether a name begins with characters that are read as this pinyin, without tones and spaces."""
    rests = {pinyin}
    for character in key:
        if not rests or "" in rests:
            break
        sounds = table.get(character, ())
        rests = {rest[len(sound) :] for rest in rests for sound in sounds if rest.startswith(sound)}
    return "" in rests


def _matches_among_many(city: CityGraph, text: str) -> Iterator[tuple[Name, str, float]]:
    """List the names that match in a graph with many names: the same spelling in either script, and beginnings."""
    for carriers in carriers_of(city, text):
        for iri, names in names_of(city, carriers).items():
            for name, language, role in names:
                if fold(name) == fold(text):
                    way = "alias" if role == "altLabel" else "exact" if bare(name) == bare(text) else "script"
                    yield Name(iri, name, language, role, ""), way, 0
    if city.remote or not text:
        return
    for thing, role_term, term in city.select("names-starting", spelling=[sparql_string(text.lower())]):
        yield Name(thing.value, term.value, term.language or "", local(role_term.value), ""), "prefix", 0


def _way(name: Name, key: str, plain: str, pinyin: str, typed: str) -> str | None:
    """Return how a name matches what a user typed, or None.

    `key` is the text folded, `plain` as `bare` makes it, `pinyin` as pinyin and `typed` as initials; the last two are
    empty if the text cannot be that.
    """
    is_pinyin = name.language.startswith(PINYIN)
    if name.key == key:
        if is_pinyin:
            return "pinyin"
        return "alias" if name.role == "altLabel" else "exact" if bare(name.text) == plain else "script"
    if is_pinyin and pinyin and pinyin_key(name.text) == pinyin:
        return "pinyin"
    if is_pinyin and typed and initials(name.text) == typed:
        return "initials"
    if name.key.startswith(key):
        return "prefix"
    # One or two Latin letters are in too many names to mean anything; one Chinese character is not.
    return "within" if key in name.key and (len(key) > 2 or not key.isascii()) else None
