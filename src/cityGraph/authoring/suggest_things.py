"""Makes things of the names that texts have: full and short forms of one name become one thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.suggest import SuggestedThing
from ..names.spelling import fold
from ..proof.folded import HAN, folded, is_chinese
from ..proof.short_names import short_names
from ..proof.tables import table
from .suggest_lists_zh import listed_zh, plants_zh, sets_zh
from .suggest_names import either, words
from .suggest_names_en import aliases_en, names_en
from .suggest_names_zh import areas_zh, names_zh, people_zh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..proof.text import Text
    from .suggest_names import Name

LONGEST_NOTE = 200
_CALLED = re.compile(
    r"\s*[(（]\s*(?:以下)?(?:简称|簡稱|下称|下稱|又称|又稱)(?:为|為)?\s*[:：]?\s*[\"“「『《]?([^\"”」』》)）]{2,12})[\"”」』》]?\s*[)）]"
)
_BARE = ("高新区", "经开区", "自贸区")  # a text calls its only zone so


class _Group:
    """The names of one thing."""

    def __init__(self, name: Name, text: Text) -> None:
        self.names = [name]
        self.text = text
        self.kind = name.kind
        self.aliases: list[str] = []

    @property
    def printed(self) -> list[str]:
        return list(dict.fromkeys([*(each.name for each in self.names), *self.aliases]))


def things_in(texts: Iterable[Text], known: Iterable[str]) -> list[SuggestedThing]:
    """Find the things that texts name.

    Args:
        texts: The texts.
        known: Names and aliases of things that are known already.

    Returns:
        Things in the order in which the texts name them, none that is known.
    """
    taken = {fold(each) for each in known}
    # No two places share a name but for the word that ends it: 甲 and 甲市.
    taken |= {fold(each) + end for each in known for end in "省市县区" if is_chinese(each)}
    taken |= {fold(short) for each in known for short in short_names(folded(each))}
    found: list[SuggestedThing] = []
    for text in texts:
        for group in _groups(text, taken):
            names = [each for each in group.printed if fold(each) not in taken]
            if not names or any(fold(each.name) in taken for each in group.names):
                continue
            taken |= {fold(each) for each in names}
            found.append(SuggestedThing(names[0], group.kind, tuple(names[1:]), _sentence(group)))
    return found


def _groups(text: Text, known: set[str]) -> list[_Group]:
    whole = "\n".join(folded(each) for each in text.paragraphs.values())
    names = _chinese(text, whole, known) if is_chinese(whole) else names_en(text)
    groups: list[_Group] = []
    by_name: dict[str, _Group] = {}
    for name in sorted(names, key=lambda each: (each.paragraph, each.start, -len(each.name))):
        key = folded(name.name)
        group = by_name.get(key) or next((each for each in groups if _is_same(each, name)), None)
        if group is None:
            group = _Group(name, text)
            groups.append(group)
        elif key not in by_name:
            group.names.append(name)
        by_name[key] = group
    if is_chinese(whole):
        for group in groups:
            group.aliases += _aliases(group, groups, whole)
    else:
        plain = "\n".join(text.paragraphs.values())
        for group in groups:
            others = [each.name for other in groups if other is not group for each in other.names]
            group.aliases += aliases_en(group.names[0], others, plain)
    for group in groups:
        group.names.sort(key=lambda each: -len(each.name))
    return groups


def _chinese(text: Text, whole: str, known: set[str]) -> list[Name]:
    found: list[Name] = []
    for number, printed in text.paragraphs.items():
        found += areas_zh(number, printed, folded(printed), whole)
    places = frozenset(each for name in found for each in (name.stem, name.stem + name.head))
    places |= {folded(each) for each in known if 2 <= len(each) <= 4 and re.fullmatch(f"[{HAN}]+", each)}
    first: list[Name] = []
    for number, printed in text.paragraphs.items():
        first += names_zh(number, printed, folded(printed), places, whole)
    # A name that is known by now shows where a longer one begins.
    cores = frozenset(name.stem for name in first if len(name.stem) > 1 and name.kind in ("firm", "zone"))
    for number, printed in text.paragraphs.items():
        words_ = folded(printed)
        found += names_zh(number, printed, words_, places | cores, whole)
        found += people_zh(number, printed, words_, whole)
        found += listed_zh(number, printed, words_)
        found += sets_zh(number, printed, words_)
        found += plants_zh(number, printed, words_)
    return _without_parts(found)


def _without_parts(found: list[Name]) -> list[Name]:
    """Leave out names that stand only inside a longer one, of which they are a part by chance."""
    spans = [(each.paragraph, each.start, each.start + len(each.name)) for each in found]

    def inside(name: Name) -> bool:
        end = name.start + len(name.name)
        return any(p == name.paragraph and s <= name.start and end <= e and e - s > len(name.name) for p, s, e in spans)

    kept = [each for each in found if not inside(each)]
    names = {folded(each.name) for each in kept}
    return [each for each in found if folded(each.name) in names]


def _is_same(group: _Group, name: Name) -> bool:
    """Whether a name is another form of the name of a thing: 明光集团 and 明光工业集团, 云河区北园区 and 北园区."""
    for other in group.names:
        if other.kind != name.kind or name.kind == "person":
            continue
        one, two = folded(other.name), folded(name.name)
        if name.kind == "zone" and other.head[-2:] == name.head[-2:]:
            short, long = sorted((other.stem, name.stem), key=len)
            if len(short) > 1 and long.startswith(short):
                return True
        if name.kind == "firm" and one.isascii() and " " not in min(one, two, key=len):
            short, long = sorted((one, two), key=len)
            if long.startswith(f"{short} "):
                return True
        if name.kind == "facility" and "厂" in (name.head, other.head):
            continue
        if name.kind == "named set":
            digits = [re.match(r"\d+", each) for each in (one, two)]
            if all(digits) and digits[0][0] == digits[1][0] and other.head == name.head:  # type: ignore[index]
                return not (other.stem and name.stem) or other.stem == name.stem
            continue
        if name.kind in ("zone", "facility") and (one.endswith(two) or two.endswith(one)):
            return True
        both = {name.head, other.head} <= {"集团", "公司"}
        if name.kind == "firm" and both and _plain(other.stem) == _plain(name.stem):
            return True
    return False


def _plain(stem: str) -> str:
    """Return the stem of the name of a firm without the words of its trade."""
    trades = either({row["word"] for row in table("industries", "zh")} | {"工业"})
    return re.sub(rf"{trades}+$", "", stem) or stem


def _aliases(group: _Group, groups: list[_Group], whole: str) -> list[str]:
    """List the other words by which a text calls a thing."""
    found: list[str] = []
    text = "\n".join(group.text.paragraphs.values())
    for name in group.names:
        behind = (each.end() for each in re.finditer(re.escape(name.name), text))
        found += [called[1] for at in behind if (called := _CALLED.match(text, at))]
    others = [each for each in groups if each is not group]
    name = group.names[0]
    taken = {folded(each) for other in others for each in other.printed}
    if group.kind == "firm" and name.head:
        areas = {each.stem for other in groups for each in other.names if each.head in ("市", "县")}
        place = either(words("province") | areas)
        core = re.sub(rf"^{place}[省市县区]?", "", re.sub(r"\([^()]*\)", "", name.stem))
        for short in dict.fromkeys((core, _plain(core))):
            if short in taken or len(short) < 2 or short in words("generic"):
                continue
            if any(short in folded(each) for other in others for each in other.printed):
                continue
            own = {folded(each.name) for each in group.names}
            alone = whole.count(short) - sum(whole.count(each) for each in own if short in each)
            ends = len(re.findall(rf"{short}(?=[^{HAN}]|{either(words('boundary'))})", whole))
            if alone >= (1 if len(short) > 2 else 3) and 2 * ends > alone:
                found.append(_printed(short, whole, text))
    only = sum(each.names[0].head == name.head for each in groups) == 1
    if only and (name.head in _BARE or (name.kind == "event" and name.head)):
        found.append(_printed(name.head, whole, text))
    if name.kind in ("city", "administrative area") and len(name.stem) > 1:
        bare = len(re.findall(rf"{name.stem}(?!{name.head})", whole))
        if bare and name.stem not in taken:
            found.append(_printed(name.stem, whole, text))
    return [each for each in dict.fromkeys(found) if folded(each) not in taken]


def _printed(words_: str, whole: str, text: str) -> str:
    at = whole.find(words_)
    return text[at : at + len(words_)] if at >= 0 else words_


def _sentence(group: _Group) -> str:
    """Return the sentence in which a thing is named first."""
    name = min(group.names, key=lambda each: (each.paragraph, each.start))
    paragraph = group.text.paragraphs[name.paragraph]
    ends = r"[。！？!?\n]|\.(?=\s|$)"
    start = max([m.end() for m in re.finditer(ends, paragraph[: name.start])], default=0)
    stop = re.search(ends, paragraph[name.start + len(name.name) :])
    end = name.start + len(name.name) + stop.end() if stop else len(paragraph)
    sentence = paragraph[start:end].strip()
    if len(sentence) > LONGEST_NOTE:
        left = max(start, name.start - LONGEST_NOTE // 3)
        sentence = paragraph[left : left + LONGEST_NOTE - 2].strip()
    return sentence
