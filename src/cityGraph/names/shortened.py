"""List the things whose name a user may have shortened, by one rule after the other. Nothing here guesses spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .all_names import all_names
from .spelling import ends_at, fold, with_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from ..store.city import CityGraph
    from .all_names import Name

# The words, folded, at the end of a name that only say what sort of thing it is. People leave them out.
COMPANY = (
    *("集团股份有限公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "集团公司", "集团", "公司"),
    *("groupcoltd", "coltd", "corporationlimited", "corporation", "limited", "company", "group", "inc"),
)
_SORT = (
    *("省", "市", "县", "区", "州", "乡", "镇", "村", "自治区", "新区", "新城", "示范区", "开发区", "高新区", "经济区"),
    *("园区", "产业园", "产业园区", "工业园区", "产业", "产业链", "产业集群", "行业", "领域", "赛道"),
    *("项目", "工程", "工程项目", "建设项目", "工程建设项目", "行动", "活动", "改革", "规划"),
    *("province", "city", "county", "district", "zone", "demonstrationzone", "developmentzone"),
    *("park", "industrialpark", "industry", "industrialchain", "project", "programme", "expressway"),
)
SORTS = (*COMPANY, *_SORT)
AREA = ("省", "市", "县", "区", "州", "province", "city", "county", "district")
_LEAST = 2  # characters of a shortened name
_LEAST_NUMBERED = 3
# The least characters that are left of a name without the place before it. Fewer are a word like 開發區, not a name.
_LEAST_UNPLACED = 5
_LEAST_UNPLACED_COMPANY = 4
_SHARE = 3  # a beginning is at least a third of the name: less of it names something else, such as the parent company


def shortened(city: CityGraph, name: str) -> Iterator[Set[str]]:
    """List the things that a shortened name may mean.

    1. The name without the words that only say what sort of thing it is: a type of area, company or industry at the
       end (省, 開發區, 有限公司, 產業鏈, Co., Ltd.), brackets, and the name of a city or area of the graph before it.
    2. Its beginning, of at least a third of it, where no number and no word in Latin letters is cut.
    3. Its end, if that begins with a number, such as 1號線.

    Args:
        city: An open graph that is not an endpoint.
        name: What a user typed.

    Yields:
        For each rule the IRIs of all things that it fits.
    """
    key = with_digits(fold(name))
    if len(key) < _LEAST or not name.strip() or key.isdecimal():
        return
    names = all_names(city)
    cores = city.once("cores", lambda: _cores(city, names))
    yield cores.get(key, frozenset())
    begun = [each for each in names if with_digits(each.key).startswith(key) and ends_at(each.text, key)]
    long_enough = any(len(_shortest(each)) <= _SHARE * len(key) for each in begun)
    yield {each.iri for each in begun} if long_enough else frozenset()
    if key[0].isdecimal() and len(key) >= _LEAST_NUMBERED:
        ends = ((each.iri, with_digits(each.key)) for each in names)
        yield {iri for iri, whole in ends if whole.endswith(key) and not whole[: -len(key)][-1:].isdecimal()}


def _shortest(name: Name) -> str:
    """Return the name without brackets and without the word for its sort."""
    return min(_unsorted(_without_brackets(name.text)), key=len)


def _cores(city: CityGraph, names: list[Name]) -> dict[str, Set[str]]:
    """List the things by each form of their names without what only says which sort of thing it is."""
    area_iris = {row[0].value for row in city.select("places")}
    areas = {
        form
        for each in names
        if each.iri in area_iris
        for form in (each.key, *(each.key.removesuffix(word) for word in AREA))
        if len(form) >= _LEAST
    }
    cores: dict[str, set[str]] = {}
    for each in names:
        whole = with_digits(each.key)
        forms = {form for text in {each.text, _without_brackets(each.text)} for form in _unsorted(text)}
        forms |= {_unplaced(form, whole, areas) for form in forms}
        for form in forms - {whole}:
            if len(form) >= _LEAST:
                cores.setdefault(form, set()).add(each.iri)
    return dict(cores)


def _without_brackets(text: str) -> str:
    """Leave out what stands in round brackets."""
    depth, kept = 0, []
    for c in text:
        depth += c in "((（"
        if not depth:
            kept.append(c)
        depth -= c in "))）" and depth > 0
    return "".join(kept)


def _unsorted(text: str) -> set[str]:
    """Return the key of a name, and those without the word for its sort at the end."""
    key = with_digits(fold(text))
    return {key, *(key.removesuffix(word) for word in SORTS if key != word)}


def _unplaced(form: str, whole: str, areas: Set[str]) -> str:
    """Return a form without the place that it begins with; empty if there is none, or too little is left."""
    company = whole != form and whole.endswith(COMPANY)
    least = _LEAST_UNPLACED_COMPANY if company else _LEAST_UNPLACED
    rests = [form[at:] for at in range(_LEAST, len(form) - least + 1) if form[:at] in areas]
    return rests[-1] if rests else ""
