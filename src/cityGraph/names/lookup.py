"""List the things that have a name, by one way of matching after the other."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ..escape import sparql_string
from .replaced import in_force
from .spelling import PINYIN, cases, fold, in_other_script, initials, initials_key, pinyin_key, with_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..store.city import CityGraph

# A name with one of these tags is found at once in a graph of any size. Servers keep tags in different cases.
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


def carriers_of(city: CityGraph, name: str) -> Iterator[Iterable[str]]:
    """List the things that have a name, by one way of matching after the other.

    Args:
        city: An open graph.
        name: A full IRI, a CURIE, or a name; nothing is yielded for an empty text.

    Yields:
        For each way the IRIs that match, or none: as an IRI, as spelled, in the other script or another case, and in a
        graph with few names with numbers in Chinese for numbers in digits, as pinyin and as initials of pinyin.
    """
    if not name:
        return
    yield [in_force(city, iri) for iri in by_iri(city, name)]
    forms = dict.fromkeys([name, unicodedata.normalize("NFKC", name)])
    if city.remote:
        yield _with_exact_names(city, [*forms, *(other for form in forms for other in in_other_script(form)[:1])])
        return
    yield _first_column(city, "names", spelling=map(sparql_string, forms))
    # A name as it is spelled never gets here.
    from .all_names import all_names, has_few_names

    if not has_few_names(city):
        yield _with_exact_names(city, [other for form in forms for other in (*in_other_script(form), *cases(form))])
        return
    known, key, pinyin = all_names(city), fold(name), pinyin_key(name)
    yield [each.iri for each in known if each.key == key]
    digits = with_digits(key)
    yield [each.iri for each in known if with_digits(each.key) == digits]
    if pinyin:
        yield [each.iri for each in known if each.language.startswith(PINYIN) and pinyin_key(each.text) == pinyin]
    if typed := initials_key(name):
        yield [each.iri for each in known if each.language.startswith(PINYIN) and initials(each.text) == typed]


def by_iri(city: CityGraph, text: str) -> list[str]:
    """Return the IRI that a text stands for.

    Args:
        city: An open graph.
        text: A full IRI, a CURIE, or any other text.

    Returns:
        A list with the full IRI; empty if the text is neither an IRI nor a CURIE.

    Examples:
        >>> import cityGraph as cg
        >>> by_iri(cg.open(), "ty:taigang"), by_iri(cg.open(), "太鋼")
        (['https://w3id.org/citygraph/id/taiyuan/taigang'], [])
    """
    prefix, _, rest = text.partition(":")
    if not (rest and prefix.isascii() and prefix[:1].isalpha() and text.isprintable() and " " not in text):
        return []
    whole = city.expand(text)
    return [whole] if whole != text or prefix.isalnum() else []


def _first_column(city: CityGraph, query: str, **values: Iterable[str]) -> list[str]:
    return [row[0].value for row in city.select(query, **values)]


def _with_exact_names(city: CityGraph, forms: Iterable[str]) -> list[str]:
    """List the things with a name that is spelled exactly so, with any of the usual language tags."""
    names = [sparql_string(form) + tag for form in dict.fromkeys(forms) for tag in _TAGS]
    return _first_column(city, "names-exact", name=names)
