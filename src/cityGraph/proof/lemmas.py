"""The forms of an English verb or noun, from its lemma: regular ones by rule, the others from a table."""

from __future__ import annotations

import re
from functools import cache

from .tables import table

_VOWELS = "aeiou"


@cache
def forms(lemma: str) -> tuple[str, ...]:
    """List the forms of a word.

    Args:
        lemma: A verb or a noun in its base form, such as "build".

    Returns:
        All forms, the base form first.

    Examples:
        >>> forms("fund")
        ('fund', 'funds', 'funded', 'funding')
        >>> forms("build")
        ('build', 'builds', 'built', 'building')
    """
    irregular = {row["lemma"]: tuple(row["forms"].split()) for row in table("irregular", "en")}
    if lemma in irregular:
        return tuple(dict.fromkeys((lemma, *irregular[lemma])))
    plural = lemma + "es" if re.search(r"(?:s|x|z|ch|sh|o)$", lemma) else lemma + "s"
    stem, past = lemma, lemma + "ed"
    if re.search(r"[^aeiou]y$", lemma):
        plural, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith("e"):
        stem, past = lemma[:-1] if not lemma.endswith("ee") else lemma, lemma + "d"
    elif re.fullmatch(rf"[^{_VOWELS}]*[{_VOWELS}][bdgklmnprt]", lemma) or lemma in (
        "refer",
        "commit",
        "admit",
        "equip",
    ):
        stem, past = lemma + lemma[-1], lemma + lemma[-1] + "ed"
    return tuple(dict.fromkeys((lemma, plural, past, stem + "ing")))


@cache
def stem(word: str) -> str:
    """Cut a word to the part that its forms share, roughly.

    Args:
        word: One English word.

    Returns:
        The stem in lower case.

    Examples:
        >>> stem("investments"), stem("invested")
        ('invest', 'invest')
    """
    base = word.lower().removesuffix("'s")
    for ending in ("ments", "ment", "ings", "ing", "ers", "ed", "ies", "es", "s", "er", "e", "y"):
        if base.endswith(ending) and len(base) - len(ending) >= 4:
            return base.removesuffix(ending)
    return base


@cache
def root(word: str) -> str:
    """Cut a word to the part that a verb and its noun of doing share, roughly.

    Args:
        word: One English word.

    Returns:
        The root in lower case.

    Examples:
        >>> root("removal") == root("removed"), root("occupancy") == root("occupied")
        (True, True)
        >>> root("operation") == root("operate"), root("total")
        (True, 'total')
    """
    base = word.lower().removesuffix("'s")
    for ending in ("ancies", "encies", "ances", "ences", "ancy", "ency", "ance", "ence", "ions", "ion", "als", "al"):
        if base.endswith(ending) and len(base) - len(ending) >= 5:
            return base.removesuffix(ending)
    return stem(word).removesuffix("i") if len(stem(word)) > 5 else stem(word)
