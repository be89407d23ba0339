"""From a name to the entity that carries it.

Spellings that fit as they stand are asked of the engine; only where none does are all names read and folded: script,
width, case, accents, spaces and punctuation set aside. No verb guesses: a near miss is a suggestion in the error.
"""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from .errors import AmbiguousName, CityGraphError, NameNotFound, short
from .model import Entity
from .sparql import PREFIXES, bind, in_parts, iri, lines, named, prologue, rows, string
from .vocabulary import KIN, local, speaks_of, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .store import CityGraph

_USED = ("cg", "rdf", "rdfs", "skos", "schema", "foaf", "ty")
_RANK = {"prefLabel": 0, "name": 1, "label": 1, "altLabel": 2, "alternateName": 2, "nick": 2}
_LANGUAGES = ("zh-Hant", "zh-Hans", "en")
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
READ_WHOLE = 200_000  # triples up to which all names are read where none fits as spelled
_MANY = 256  # forms that a name is asked for in, of those that 簡體 leaves open
_KINDS = ("P31", "type")


def fold(name: str) -> str:
    """`name` as it is compared: 简体, without width, case, accents, spaces and punctuation.

    The folding of the script is OpenCC's table of characters, traditional to simplified, made once and kept in
    `folding`; see there for its licence.

    >>> fold("太鋼") == fold("太 钢"), fold("示範區") == fold("示范區"), fold("ＴＩＳＣＯ"), fold("Tàigāng")
    (True, True, 'tisco', 'taigang')
    """
    from .folding import SIMPLIFIED

    plain = unicodedata.normalize("NFKD", name).casefold().translate(SIMPLIFIED)
    kept = "".join(c for c in plain if unicodedata.category(c)[0] in "LN")
    return kept or plain.strip()


def resolve(city: CityGraph, name: str) -> Entity:
    """The one entity that `name` names: by IRI or CURIE, as spelled, or folded (see `fold`).

    Raises `NameNotFound`, which carries the nearest five names, and `AmbiguousName`, which carries the candidates.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> {resolve(city, name).label for name in ("太鋼", "太钢", "tisco", "太原钢铁(集团)有限公司", "ty:taigang")}
    {'太鋼'}
    """
    asked = name.strip()
    prefix, _, rest = asked.partition(":")
    if rest and prefix.isascii() and prefix.isalnum() and asked.isprintable() and " " not in asked:
        whole = PREFIXES[prefix] + rest if prefix in PREFIXES and not rest.startswith("//") else asked
        with suppress(SyntaxError):  # Oxigraph's word for what is no IRI
            if found := entities(city, [whole]):
                return found[whole]
    carriers = spelled(city, dict.fromkeys([asked, unicodedata.normalize("NFKC", asked)])) if asked else {}
    few = not city.remote and len(city.engine) <= READ_WHOLE
    if not carriers and asked and not few and not city.remote:
        # Not all names are read: what others may write for it is asked for by itself.
        carriers = spelled(city, _variants(asked))
    if not carriers and asked and few:
        folded = fold(asked)
        carriers = dict.fromkeys(who for who, _, key in _all_names(city) if key == folded)
    if not carriers:
        raise NameNotFound(name, _nearest(city, asked) if few else (), spelled=not few)
    candidates = entities(city, carriers)
    if len(candidates) > 1:
        raise AmbiguousName(name, sorted(candidates.values(), key=lambda entity: entity.iri))
    return next(iter(candidates.values()))


def spelled(city: CityGraph, names: Iterable[str]) -> dict[str, None]:
    """The IRIs of what carries one of these names exactly as spelled; of an endpoint, where an index finds it."""
    if city.remote:
        text = prologue(_USED) + bind(named("names-exact"), name=_tagged(names))
    else:
        text = prologue(_USED) + bind(named("names"), spelling=map(string, names))
    return dict.fromkeys(row[0].value for row in rows(city.engine, text))


def _all_names(city: CityGraph) -> list[tuple[str, str, str]]:
    city.read_here()

    def read() -> list[tuple[str, str, str]]:
        found = rows(city.engine, prologue(_USED) + named("all-names"))
        return sorted((who.value, name.value, fold(name.value)) for who, _, name in found)

    names: list[tuple[str, str, str]] = city.once("names", read)
    return names


def _tagged(spellings: Iterable[str]) -> list[str]:
    """These names, and what they are in 简体, as literals of the languages that are asked for where none is read whole.

    Servers differ in the case of tags that they keep.
    """
    from .folding import SIMPLIFIED

    known = dict.fromkeys(form for name in spellings for form in (name, name.translate(SIMPLIFIED)))
    return [string(name) + tag for name in known for tag in _TAGS]


def _variants(name: str) -> list[str]:
    """What others may write for `name`: the other script, where it is one, capitals and none, without spaces."""
    from .folding import SIMPLIFIED

    back: dict[str, list[str]] = {}
    for traditional, simplified in SIMPLIFIED.items():
        back.setdefault(chr(simplified), []).append(chr(traditional))
    plain = unicodedata.normalize("NFKC", name)
    simple = plain.translate(SIMPLIFIED)
    forms = [""]
    for character in simple:
        forms = [form + other for form in forms for other in (character, *back.get(character, ()))][:_MANY]
    cased = (plain.lower(), plain.upper(), plain.title(), plain.capitalize(), "".join(plain.split()))
    return list(dict.fromkeys((plain, simple, *forms, *cased)))


def _nearest(city: CityGraph, name: str) -> list[str]:
    if not name or len(name) > 100:
        return []
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=fold(name), autojunk=False)
    scored: dict[str, float] = {}
    for _, spelled, key in _all_names(city):
        matcher.set_seq1(key)
        if matcher.real_quick_ratio() >= 0.5 and (score := matcher.ratio()) >= 0.5:
            scored[spelled] = score
    return sorted(scored, key=lambda spelled: (-scored[spelled], spelled))[:5]


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
