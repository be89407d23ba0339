"""The verb `find`; what completion offers.

Spellings that fit as they stand are asked of the engine; only where none does, and there are not too many, are all
names read and compared: folded, as pinyin, by initials. No verb guesses: a near miss is found by `find` alone, or a
suggestion in the error.
"""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import AmbiguousName, CityGraphError, NameNotFound, short
from ..model.claim import Entity
from ..model.graph import Found, Match
from ..store.engine import PREFIXES, bind, in_parts, iri, lines, named, prologue, rows, string
from .labels import KIN, local, speaks_of, vocabulary
from .spelling import LONGEST, NEAR, PINYIN, WAYS, bare, cases, fold, initials, letters, sound, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.graph import Term
    from ..store.open import CityGraph

_USED = ("cg", "rdf", "rdfs", "skos", "schema", "foaf", "ty")
_RANK = {"prefLabel": 0, "name": 1, "label": 1, "altLabel": 2, "alternateName": 2, "nick": 2}
_LANGUAGES = ("zh-Hant", "zh-Hans", "en")
# Under these a literal is looked up as it stands, which takes no time in a graph of any size; servers differ in case.
_TAGS = (
    "",
    *(
        f"@{tag}"
        for tag in (
            *("zh-Hant", "zh-hant", "zh-Hans", "zh-hans", "zh", "zh-TW", "zh-tw", "zh-CN", "zh-cn", "zh-HK", "zh-hk"),
            *("en", "en-US", "en-us", "en-GB", "en-gb", "mul", "ja", "ko", "de", "fr", "es", "it", "pt", "ru"),
        )
    ),
)
MOST_NAMES = 50_000  # read and folded in half a second; with more, spellings alone are asked for
LEFT_OUT = f"of more than {MOST_NAMES // 1000} 000 names only spellings were looked for: no pinyin, no near names"
REMOTE = "an endpoint is asked for names as they are spelled: no beginnings, no pinyin, no near names"
_KINDS = ("P31", "type")


class Name(NamedTuple):
    """A name as the graph has it: who carries it, how it is spelled, its language and role, and both as compared."""

    who: str
    spelled: str
    language: str
    role: str
    key: str


def resolve(city: CityGraph, name: str, *, kind: str | None = None) -> Entity:
    """The one entity that `name` names: by IRI or CURIE, as spelled, folded (see `fold`), by pinyin or by its initials.

    Each is asked only where those before it fit nothing; no near name is taken for it. With `kind` (a local name or a
    label) only things of that kind are meant. A graph of more than `MOST_NAMES` names is asked for spellings alone.

    Raises `NameNotFound`, which carries the nearest five names, and `AmbiguousName`, which carries the candidates.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> {resolve(city, name).label for name in ("太鋼", "太钢", "tisco", "太原钢铁(集团)有限公司", "ty:taigang")}
    {'太鋼'}
    >>> resolve(city, "bai4xin4").label, resolve(city, "tg", kind="行政區").label
    ('百信', '太谷')
    """
    asked = name.strip()
    if kind is not None:
        check_kind(city, kind)
    for carriers in _carriers(city, asked):
        try:
            found = entities(city, carriers)
        except SyntaxError:  # Oxigraph's word for what is no IRI
            continue
        candidates = [found[who] for who in sorted(found) if kind is None or is_kind(found[who], [kind])]
        if len(candidates) > 1:
            raise AmbiguousName(name, candidates)
        if candidates:
            return candidates[0]
    near = [match.name for match in find(city, asked, kind=kind, top=5)]
    raise NameNotFound(name, near, kind=kind, left_out=left_out(city))


def _carriers(city: CityGraph, asked: str) -> Iterator[Iterable[str]]:
    """Who carries the name that is asked for: by each way after the other in which a name names."""
    if not asked:
        return
    yield _by_iri(asked)
    asis = dict.fromkeys([asked, unicodedata.normalize("NFKC", asked)])
    if city.remote:
        yield _looked_up(city, [*asis, *(spelled for form in asis for spelled in spellings(form)[:1])])
        return
    yield _spelled(city, "names", spelling=map(string, asis))
    if not few(city):
        yield _looked_up(city, [form for spelled in asis for form in (*spellings(spelled), *cases(spelled))])
        return
    known, key, heard = _all_names(city), fold(asked), sound(asked)
    yield [name.who for name in known if name.key == key]
    if heard:
        yield [name.who for name in known if name.language.startswith(PINYIN) and sound(name.spelled) == heard]
    if first := letters(asked):
        yield [name.who for name in known if name.language.startswith(PINYIN) and initials(name.spelled) == first]


def _by_iri(asked: str) -> list[str]:
    prefix, _, rest = asked.partition(":")
    if not (rest and prefix.isascii() and prefix.isalnum() and asked.isprintable() and " " not in asked):
        return []
    return [PREFIXES[prefix] + rest if prefix in PREFIXES and not rest.startswith("//") else asked]


def _spelled(city: CityGraph, query: str, **bound: Iterable[str]) -> list[str]:
    return [row[0].value for row in rows(city.engine, prologue(_USED) + bind(named(query), **bound))]


def _looked_up(city: CityGraph, forms: Iterable[str]) -> list[str]:
    return _spelled(city, "names-exact", name=[string(form) + tag for form in dict.fromkeys(forms) for tag in _TAGS])


def few(city: CityGraph) -> bool:
    """Whether the graph has so few names that all are read: counted up to the limit and no further."""
    if city.remote:
        return False
    counted: int = city.once(
        "counted", lambda: int(rows(city.engine, prologue(_USED) + named("count-names"))[0][0].value)
    )
    return counted <= MOST_NAMES


def left_out(city: CityGraph) -> str:
    """What is not looked for in a graph of too many names; empty in any other."""
    return "" if few(city) else REMOTE if city.remote else LEFT_OUT


def _all_names(city: CityGraph) -> list[Name]:
    city.read_here()

    def read() -> list[Name]:
        found = rows(city.engine, prologue(_USED) + named("all-names"))
        roles = {term: local(term) for term in {of.value for _, of, _ in found}}
        return [Name(who.value, n.value, n.language or "", roles[of.value], fold(n.value)) for who, of, n in found]

    names: list[Name] = city.once("names", read)
    return names


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

    with suppress(SyntaxError):  # Oxigraph's word for what is no IRI
        if meant := entities(city, _by_iri(asked)):
            return Found(name, tuple(Match(thing, thing.label, "iri") for thing in meant.values() if fits(thing)))
    best: dict[str, tuple[tuple[Any, ...], Name, str]] = {}
    for spelled, way, rank in _fitting(city, asked):
        straight = bare(asked) not in bare(spelled.spelled)
        tongue = speaks_of(city.language, spelled.language)
        place = (WAYS.index(way), rank, straight, tongue, _RANK[spelled.role], spelled.spelled)
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
    text = prologue(_USED) + bind(named("names-starting"), spelling=map(string, spelled))
    found: list[tuple[str, Term]] = [(who.value, name) for who, _, name in rows(city.engine, text)]
    if heard := sound(typed):
        pinyin = rows(city.engine, prologue(_USED) + named("names-pinyin"))
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
    for name in _all_names(city):
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
    for carriers in _carriers(city, asked):
        for who, spelled in names(city, carriers).items():
            for name, language, role in spelled:
                if fold(name) == fold(asked):
                    way = "alias" if role == "altLabel" else "exact" if bare(name) == bare(asked) else "script"
                    yield Name(who, name, language, role, ""), way, 0
    if city.remote or not asked:
        return
    text = prologue(_USED) + bind(named("names-starting"), spelling=[string(asked.lower())])
    for thing, of, begun in rows(city.engine, text):
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


def names(city: CityGraph, iris: Iterable[str]) -> dict[str, list[tuple[str, str, str]]]:
    """The names of things by IRI: (name, language, role), the role being ``prefLabel``, ``altLabel``, …;
    繁體 first, then 简体, English, the rest.
    """
    found: dict[str, list[tuple[str, str, str]]] = {}
    for who, which, value in _described(city, iris):
        if which not in _KINDS:
            found.setdefault(who, []).append((value[0], value[1], which))
    return {who: sorted(all_of, key=_by_language) for who, all_of in found.items()}


def _by_language(name: tuple[str, str, str]) -> tuple[int, int, str]:
    spelled, tag, role = name
    places = [at for at, language in enumerate(_LANGUAGES) if speaks_of(language, tag) == 0]
    kin = [at for at, language in enumerate(_LANGUAGES) if 0 < speaks_of(language, tag) <= KIN]
    return (places or kin[-1:] or [len(_LANGUAGES)])[0], _RANK[role], spelled


def entities(city: CityGraph, iris: Iterable[str]) -> dict[str, Entity]:
    """Things by IRI, labelled in the handle's language; what the graph says nothing of is left out.

    >>> import cityGraph as cg
    >>> entities(cg.open(language="en"), ["https://w3id.org/citygraph/id/taiyuan/taigang"]).popitem()[1].label
    'Taigang'
    """
    kinds: dict[str, str] = {}
    labels: dict[str, tuple[tuple[object, ...], str]] = {}
    found_kinds: dict[str, tuple[int, str]] = {}
    for who, which, (value, tag) in _described(city, iris):
        if which in _KINDS:
            # In Wikidata all things are of one type: their kind is what they are an instance of.
            found_kinds[who] = min((_KINDS.index(which), value), found_kinds.get(who, (9, "")))
            kinds[who] = found_kinds[who][1]
        else:
            speaks = speaks_of(city.language, tag)
            key = (_RANK[which], speaks, "", value) if speaks <= KIN else (5, speaks, _RANK[which], tag, value)
            if who not in labels or key < labels[who][0]:
                labels[who] = (key, value)
    words = vocabulary(city, kinds.values())
    found = {}
    for who in kinds.keys() | labels.keys():
        kind = kinds.get(who, "")
        label = labels[who][1] if who in labels else local(who)
        found[who] = Entity(who, label, local(kind), words.label(kind) if kind else "")
    return found


def named_of(city: CityGraph, iris: Iterable[str]) -> set[str]:
    """Those of these things that have a name and are no terms of an ontology."""
    wanted = sorted(who for who in set(iris) if ":" in who)
    if not wanted:
        return set()
    text = prologue(_USED) + named("named-of")
    if city.remote:
        return {row[0].value for row in in_parts(city.engine, text, thing=list(map(iri, wanted)))}
    return {thing for (thing,) in lines(city.engine, bind(text, thing=map(iri, wanted)))}


def entity_of(known: dict[str, Entity], who: str) -> Entity:
    """The thing as `entities` knows it, or by the end of its IRI alone."""
    return known.get(who) or Entity(who, local(who), "", "")


def is_kind(thing: Entity, kinds: Iterable[str]) -> bool:
    """Whether `thing` is of one of these kinds: a local name or a label, folded as names are.

    >>> is_kind(Entity("urn:a", "太鋼", "Firm", "企業"), ["企业"])
    True
    """
    return bool({fold(thing.kind), fold(thing.kind_label)} & set(map(fold, kinds)))


def of_kind(things: Iterable[Entity], kind: str) -> list[Entity]:
    """Those of `things` that are of a kind; raises `CityGraphError`, which lists the kinds, where none is."""
    known = list(things)
    found = [thing for thing in known if is_kind(thing, [kind])]
    if not found:
        there = ", ".join(sorted({thing.kind for thing in known if thing.kind}))
        raise CityGraphError(f"nothing in the network is a {short(kind)!r}; kinds are: {there}")
    return found


def check_kind(city: CityGraph, kind: str) -> None:
    """Raise `CityGraphError`, which lists the kinds there are, where no thing of the graph is of this kind."""
    terms = [row[0].value for row in rows(city.engine, prologue(_USED) + named("kinds"))]
    words = vocabulary(city, terms)
    if not any(is_kind(Entity("", "", local(term), words.label(term)), [kind]) for term in terms):
        there = ", ".join(sorted(map(local, terms)))
        raise CityGraphError(f"nothing here is a {short(kind)!r}; kinds are: {there}")


def _described(city: CityGraph, iris: Iterable[str]) -> Iterable[tuple[str, str, tuple[str, str]]]:
    """What the graph calls things and what kinds it puts them in; each thing is asked for once a handle."""
    wanted = [who for who in dict.fromkeys(iris) if ":" in who]  # a blank node or a word cannot be asked for
    known: dict[str, list[tuple[str, tuple[str, str]]]] = city.once("described", dict)
    missing = [who for who in wanted if who not in known]
    if missing:
        known.update((who, []) for who in missing)
        text = prologue(_USED) + named("labels-known" if city.remote else "labels")
        for thing, which, value in in_parts(city.engine, text, entity=list(map(iri, missing))):
            known[thing.value].append((local(which.value), (value.value, value.language or "")))
        silent = [who for who in missing if all(role in _KINDS for role, _ in known[who])] if city.remote else []
        for thing, which, value in in_parts(
            city.engine, prologue(_USED) + named("labels"), entity=list(map(iri, silent))
        ):
            if local(which.value) not in _KINDS:
                known[thing.value].append((local(which.value), (value.value, value.language or "")))
    for who in wanted:
        for role, name in known[who]:
            yield who, role, name
