"""Verbs and prepositions as the parts of a sentence need them."""

from __future__ import annotations

import re
from functools import cache

from .lemmas import forms
from .patterns import compounds, plain_verbs
from .reading import BLANK
from .senses import members
from .tables import table

AUXILIARY = (
    *("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "can", "could"),
    *("may", "might", "shall", "should", "must", "do", "does", "did"),
)


@cache
def prepositions(language: str) -> re.Pattern[str]:
    """Return what matches the prepositions of a language: in Chinese at the end of the words before a name.

    Args:
        language: "zh" or "en".

    Returns:
        The pattern.
    """
    words = sorted((row["word"] for row in table("prepositions", language)), key=len, reverse=True)
    either = "|".join(map(re.escape, words))
    return re.compile(f"(?:{either})$") if language == "zh" else re.compile(rf"\b(?:{either})\b")


@cache
def adverbs() -> re.Pattern[str]:
    """Return what matches the Chinese adverbs that may part a name from the verb that follows it, or nothing.

    Returns:
        The pattern.

    Examples:
        >>> bool(adverbs().fullmatch("重点")), bool(adverbs().fullmatch("旁边"))
        (True, False)
    """
    words = sorted((row["word"] for row in table("adverbs", "zh")), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))}){{0,2}}")


@cache
def phase_words() -> re.Pattern[str]:
    """Return what matches the Chinese words for a phase of building works, such as 动工 and 竣工.

    Returns:
        The pattern.

    Examples:
        >>> bool(phase_words().search("明年竣工")), bool(phase_words().search("很大"))
        (True, False)
    """
    words = sorted({row["word"] for row in table("phases", "zh")}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")


@cache
def finite() -> re.Pattern[str]:
    """Forms of English verbs that are no nouns: those of the past, and those in -s behind a name.

    Returns:
        The pattern.
    """
    past, third = _past(), _third()
    return re.compile("|".join(map(re.escape, sorted(past | third, key=len, reverse=True))))


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(re.findall(r"<([a-z-]+)>", " ".join(row["pattern"] for row in table("relations", "en"))))


@cache
def _past() -> frozenset[str]:
    """List the forms of the past: no base form, none in -s and none in -ing."""
    each = {form for lemma in _lemmas() for form in forms(lemma) if form not in (lemma, f"{lemma}s")}
    return frozenset(form for form in each if not form.endswith("ing"))


@cache
def _third() -> frozenset[str]:
    return frozenset(form for lemma in _lemmas() for form in forms(lemma)[1:2])


@cache
def _verb_words() -> re.Pattern[str]:
    irregular = {form for row in table("irregular", "en") for form in row["forms"].split()}
    past = _past() | {form for form in irregular if not form.endswith(("ing", "s"))} - members("noun too", "en")
    always, behind, base = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for words in ({*past, *AUXILIARY, "include", "includes"}, _third(), _lemmas())
    )
    return re.compile(
        rf"(?<![\w-])(?:{always})(?![\w-])|(?<={BLANK})\s+(?:{behind})(?![\w-])|"
        rf"\b(?:it|he|she|which|who|that)\s+(?:{behind})\b|(?<={BLANK})\s+[a-z]{{2,}}(?<!e)ed\b|"
        rf"\b(?:and|nor|they|we)\s+{BLANK}*\s*(?:{base})(?![\w-])"
    )


def has_verb(words: str, language: str) -> bool:
    """Say whether words have a verb that is known.

    Args:
        words: Folded words, names blanked.
        language: "zh" or "en".

    Returns:
        Whether they have.

    Examples:
        >>> has_verb("重点支持", "zh"), has_verb("供应商", "zh")
        (True, False)
    """
    if language == "zh":
        return bool(plain_verbs("zh").search(compounds().sub("", words)))
    return bool(_verb_words().search(words))
