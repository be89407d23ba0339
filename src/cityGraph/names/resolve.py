"""The verb `resolve`: find the one thing that a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import AmbiguousName, BadQuery, NameNotFound, short
from .entities import entities
from .lookup import carriers_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ..model.claim import Entity
    from ..store.city import CityGraph

# Their names begin with the name of what they are about: whoever types that does not mean them.
ABOUT_OTHERS = ("Source", "Event", "Observation")


def resolve(city: CityGraph, name: str, *, kind: str | None = None, about: Collection[str] = ()) -> Entity:
    """Find the one thing that a name means.

    A name is matched in these ways, one after the other, until one matches:

    1. an IRI or a CURIE; the exact spelling; the folded spelling (see `fold`); the same with numbers in Chinese or in
       digits (一號線, 1號線); pinyin, with or without tones and spaces; initials of pinyin
    2. the name without its place, its brackets and the word that only says what sort of thing it is (有限公司, 產業鏈,
       省, Co., Ltd.)
    3. the beginning of a name, if it is at least a third of it and cuts no number and no word in Latin letters
    4. the end of a name, if it begins with a number

    In the last three ways a name has at least two characters and is no bare number, and what was taken is noted on the
    handle (`CityGraph.notes`). Events, observations and sources are not found in these ways, unless `kind` or `about`
    asks for them: their names begin with the name of what they are about. A way that fits several things is an error.
    A name that is only similar, or is a part of another in any other way, never matches: see `find`.

    Args:
        city: An open graph. If it has more than 50 000 names, or is an endpoint, only IRIs and spellings are tried.
        name: A name in any script, an alias, pinyin, an IRI or a CURIE.
        kind: Consider only things of this kind, by local name or label. None considers all.
        about: The kinds, by local name, that the question is about. If a shortened name fits a thing of these kinds, no
            others are considered.

    Returns:
        The thing, with its label in the handle's language.

    Raises:
        NameNotFound: Nothing has this name; carries up to five similar names.
        AmbiguousName: Several things have it, or it is short for several; carries all of them.
        CityGraphError: No thing of the graph has this kind.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> {resolve(city, name).label for name in ("太鋼", "太钢", "tisco", "太钢集团", "ty:taigang")}
        {'太鋼'}
        >>> resolve(city, "bai4xin4").label, resolve(city, "tg", kind="行政區").label
        ('百信', '太谷')
        >>> resolve(city, "西北二環").label, city.notes
        ('西北二環主線', ('「西北二環」按「西北二環主線」查詢。',))
    """
    text = text_of(name)
    wanted = None
    if kind is not None:
        from .kinds import known_kinds

        wanted = known_kinds(city, [kind])

    def things_of(iris: Iterable[str]) -> list[Entity]:
        things = entities(city, iris)
        return [things[iri] for iri in sorted(things) if wanted is None or things[iri].kind in wanted]

    for carriers in carriers_of(city, text):
        try:
            candidates = things_of(carriers)
        except BadQuery:  # the name looks like an IRI and is not a valid one
            continue
        if len(candidates) > 1:
            raise AmbiguousName(name, candidates, prefixes=city.prefixes)
        if candidates:
            return candidates[0]
    # Only few runs need these.
    from .all_names import has_few_names, left_out

    if has_few_names(city):
        from .shortened import shortened

        for iris in shortened(city, text):
            fitting = things_of(iris)
            candidates = [thing for thing in fitting if thing.kind in about] or [
                thing for thing in fitting if kind is not None or thing.kind not in ABOUT_OTHERS
            ]
            if len(candidates) > 1:
                raise AmbiguousName(name, candidates, shortened=True, prefixes=city.prefixes)
            if candidates:
                note_reading(city, text, candidates[0].label)
                return candidates[0]
    # Only an error needs it: most runs never load it.
    from .find import find

    near = dict.fromkeys(match.label for match in find(city, text, kind=kind, top=5))
    elsewhere = city.said_elsewhere(text) if city.said_elsewhere else ""
    raise NameNotFound(name, list(near), kind=kind, left_out=left_out(city), elsewhere=elsewhere)


def text_of(name: str) -> str:
    """Return a name without the space around it.

    Args:
        name: What a user gave as a name.

    Returns:
        The text.

    Raises:
        TypeError: It is no text, such as an entity in the place of its name.

    Examples:
        >>> text_of(" 太鋼 ")
        '太鋼'
    """
    if not isinstance(name, str):
        raise TypeError(f"a name is a str, such as the label or the iri of an entity; got {type(name).__name__}")
    return name.strip()


def note_reading(city: CityGraph, name: str, label: str) -> None:
    """Note on the handle what a shortened name was taken for.

    Args:
        city: An open graph.
        name: What a user typed.
        label: The name in full.
    """
    from ..render.words import WORDS

    city.note(str(WORDS[city.language]["read_as"]).format(name=short(name), label=label))
