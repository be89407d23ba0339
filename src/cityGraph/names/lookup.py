"""Which things carry a name, by each way of matching in turn."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ..escape import sparql_string
from ..namespaces import expand
from .all_names import all_names, few
from .spelling import PINYIN, cases, fold, initials, letters, sound, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..store.city import CityGraph

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


def carriers_of(city: CityGraph, asked: str) -> Iterator[Iterable[str]]:
    """Who carries the name that is asked for: by each way after the other in which a name names."""
    if not asked:
        return
    yield by_iri(asked)
    asis = dict.fromkeys([asked, unicodedata.normalize("NFKC", asked)])
    if city.remote:
        yield _looked_up(city, [*asis, *(spelled for form in asis for spelled in spellings(form)[:1])])
        return
    yield _spelled(city, "names", spelling=map(sparql_string, asis))
    if not few(city):
        yield _looked_up(city, [form for spelled in asis for form in (*spellings(spelled), *cases(spelled))])
        return
    known, key, heard = all_names(city), fold(asked), sound(asked)
    yield [name.who for name in known if name.key == key]
    if heard:
        yield [name.who for name in known if name.language.startswith(PINYIN) and sound(name.spelled) == heard]
    if first := letters(asked):
        yield [name.who for name in known if name.language.startswith(PINYIN) and initials(name.spelled) == first]


def by_iri(asked: str) -> list[str]:
    """List the IRI that a full IRI or a CURIE means; an empty list for any other text."""
    prefix, _, rest = asked.partition(":")
    if not (rest and prefix.isascii() and prefix.isalnum() and asked.isprintable() and " " not in asked):
        return []
    return [expand(asked)]


def _spelled(city: CityGraph, query: str, **bound: Iterable[str]) -> list[str]:
    return [row[0].value for row in city.select(query, **bound)]


def _looked_up(city: CityGraph, forms: Iterable[str]) -> list[str]:
    return _spelled(
        city, "names-exact", name=[sparql_string(form) + tag for form in dict.fromkeys(forms) for tag in _TAGS]
    )
