"""Tells in which language a quote is written, and gives the words of a file the tags that they lack.

A person need not write the tag. Of the scripts of Chinese, the characters tell which it is; words that are the same in
both take the language of the other quotes of their source. What nothing tells stays without a tag.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from ..escape import language_tag
from ..exports.turtle_terms import RDF
from ..names.folding import SIMPLIFIED
from ..namespaces import CG, PREFIXES, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Triple = tuple[Any, Any, Any]
_QUOTE, _SOURCE = CG + "phrase", PREFIXES["oa"] + "hasSource"
_OBJECT, _PREDICATE, _SUBJECT = (RDF + name for name in ("object", "predicate", "subject"))
_WORDS = RDF + "langString"
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_LETTERS = re.compile(r"[^\W\d_]+")
_SURE = 2  # characters of one script more than of the other: one alone may be a variant in a name, such as 昇
_TOLD = {"zh", "en"}  # the languages that the letters of a quote tell apart


def with_languages(triples: Iterable[Triple], ontology: Iterable[Triple]) -> list[Triple]:
    """Tag the quotes of a file, and the words that its claims give as values, with their language.

    Args:
        triples: Subject, predicate and object of each triple of the file, as pyoxigraph terms.
        ontology: The triples of the ontology. A measure whose `cg:objectKind` has `rdf:langString` gives words.

    Returns:
        The triples in the order given. What has a tag keeps it, as do words whose language nothing tells.
    """
    from pyoxigraph import Literal

    given = list(triples)
    verbal = {s.value for s, p, o in (*ontology, *given) if p.value == CG + "objectKind" and o.value == _WORDS}
    sources = _sources(given)
    predicates = {s: o.value for s, p, o in given if p.value == _PREDICATE}
    subjects = {s: o for s, p, o in given if p.value == _SUBJECT}

    def source_of(subject: Any, predicate: str, words: Any) -> Any:
        """Return the source of words, or None if they are no words of a source."""
        if type(words).__name__ != "Literal":
            return None
        said = predicate == _QUOTE or (predicate == _OBJECT and predicates.get(subject) in verbal)
        return sources.get(subject, str(subject)) if said else None

    quotes = [(s, p, o, source) for s, p, o in given if (source := source_of(s, p.value, o)) is not None]
    tell = _Teller(given, ((words, source) for _, _, words, source in quotes))
    tags = {(s, p, o): tag for s, p, o, source in quotes if _is_bare(o) and (tag := tell.language(o.value, source))}
    # The plain triple of a claim has the words of the claim.
    for (claim, predicate, words), tag in list(tags.items()):
        if predicate.value == _OBJECT and claim in subjects:
            tags[subjects[claim], predicates[claim], words] = tag
    tagged = []
    for s, p, o in given:
        tag = tags.get((s, p, o)) or tags.get((s, p.value, o))
        tagged.append((s, p, Literal(o.value, language=tag)) if tag else (s, p, o))
    return list(dict.fromkeys(tagged))


def _sources(triples: list[Triple]) -> dict[Any, str]:
    """Return the source of each passage, and of each claim that has one: that of its first passage."""
    of: dict[Any, str] = {s: o.value for s, p, o in triples if p.value == _SOURCE}
    for s, p, o in triples:
        if p.value == CG + "evidence" and o in of:
            of.setdefault(s, of[o])
    return of


def _is_bare(term: Any) -> bool:
    return not term.language and term.datatype.value == PREFIXES["xsd"] + "string"


class _Teller:
    """Tells languages by what the file knows: those of its sources, of its names, and of its other quotes."""

    def __init__(self, triples: list[Triple], quotes: Iterable[tuple[Any, str]]) -> None:
        self.declared: dict[str, set[str]] = {}
        self.leads: dict[str, int] = {}
        self.latin: set[str] = set()
        self.known: dict[tuple[str, str], str] = {}
        for s, p, o in triples:
            if p.value == PREFIXES["dcterms"] + "language":
                self.declared.setdefault(s.value, set()).add(language_tag(local(o.value)))
        names = (o.language for _, p, o in triples if p.value.startswith(PREFIXES["skos"]) and hasattr(o, "language"))
        # In a file with names in another language, its quotes may be in it, too, and letters do not tell.
        self.other = {tag.partition("-")[0] for tag in names if tag} - _TOLD
        for words, source in quotes:
            self.leads[source] = self.leads.get(source, 0) + lead(words.value)
            if _is_english(words.value):
                self.latin.add(source)
            if words.language:
                self.known[source, words.value] = words.language

    def language(self, words: str, source: str) -> str | None:
        """Return the tag of words; None if nothing tells."""
        if found := self.known.get((source, words)):
            return found
        fitting = [tag for tag in self.declared.get(source, ()) if _fits(tag, words)]
        if len(fitting) == 1:
            return fitting[0]
        if self.other:
            return None
        own, all_ = lead(words), self.leads.get(source, 0)
        if _HAN.search(words):
            return _chinese(own if abs(own) >= _SURE else all_ or own)
        if not words.isascii() and not all(each.isascii() for each in _LETTERS.findall(words)):
            return None
        # The name of a product in Latin letters, or a number, is in the language that surrounds it.
        english = _is_english(words) or source in self.latin or (not all_ and _LETTERS.search(words))
        return "en" if english else _chinese(all_)


def lead(words: str) -> int:
    """Count the characters of words that only one of the scripts of Chinese has.

    Args:
        words: Words of a source.

    Returns:
        How many more characters are 繁體 than 简体: below zero if there are more of 简体.

    Examples:
        >>> lead("重點支持太鋼"), lead("重点支持太钢"), lead("太原"), lead("Taiyuan")
        (2, -2, 0, 0)
    """
    traditional, simplified = _scripts()
    return sum((c in traditional) - (c in simplified) for c in words)


def guess(words: str, languages: Sequence[str] = ()) -> str:
    """Guess the language of words that stand alone.

    Args:
        words: Words of a cell.
        languages: The languages of what they belong to, the main one first.

    Returns:
        A language tag.

    Examples:
        >>> guess("太鋼"), guess("太钢"), guess("Taiyuan"), guess("太原", ["en", "zh-Hant"]), guess("Nantes", ["fr"])
        ('zh-Hant', 'zh-Hans', 'en', 'zh-Hant', 'fr')
    """
    chinese = [tag for tag in languages if tag.partition("-")[0] == "zh"]
    if _HAN.search(words):
        return _chinese(lead(words)) or next(iter(chinese), "zh-Hans")
    others = [tag for tag in languages if tag not in chinese]
    return "en" if "en" in others else next(iter(others), "en")


@cache
def _scripts() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only 繁體 has, and those that only 简体 has.

    A character such as 里 is simplified from another but also stands for itself in 繁體: Big5 has it.
    """
    pairs = [(chr(point), chr(other) if isinstance(other, int) else other) for point, other in SIMPLIFIED.items()]
    traditional = frozenset(one for one, other in pairs if one != other)
    return traditional, frozenset(c for _, c in pairs if c not in traditional and not _in_big5(c))


def _in_big5(character: str) -> bool:
    try:
        return bool(character.encode("big5"))
    except UnicodeEncodeError:
        return False


def _fits(tag: str, words: str) -> bool:
    """Whether words may be in a language: whether their characters do not speak against it."""
    if tag.startswith("zh-Hant"):
        return lead(words) >= 0
    if tag.startswith("zh-Hans"):
        return lead(words) <= 0
    return tag.partition("-")[0] != "en" or not _HAN.search(words)


def _is_english(words: str) -> bool:
    """Whether words are more than a name in Latin letters: several, at least one in small letters."""
    found = _LETTERS.findall(words)
    return not _HAN.search(words) and len(found) > 1 and any(each.islower() and len(each) > 1 for each in found)


def _chinese(leading: int) -> str | None:
    return "zh-Hant" if leading > 0 else "zh-Hans" if leading < 0 else None
