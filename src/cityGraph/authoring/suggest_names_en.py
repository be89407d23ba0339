"""Finds names in English text: by the word that ends them, a title before them, or what is said of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .suggest_names import Name, either, english, heads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..proof.text import Text

_WORD = r"(?:[A-Z][A-Za-z\u00c0-\u024f]*(?:[-&./][A-Za-z\u00c0-\u024f]+)*|[A-Z]\.(?=\s[A-Z])|\d{1,3}(?=\s[A-Z]))"
_LINK = r"(?:\s(?:of|for|de|la)(?:\sthe)?\s|\s&\s|\s)"
_NAME = re.compile(rf"{_WORD}(?:{_LINK}{_WORD})*(?:,?\s(?:Inc|Ltd|LLC|LLP|plc|Corp|Co)\b\.?)?(?:\s\d{{1,3}}\b)?")
_AND = re.compile(r"\b(?:Department|Ministry|Office|Bureau|School|Institute|Commission) of\b")
_LONGEST = 8  # words of a name
_PERSON = r"[A-Z][a-z]+(?:-[A-Za-z]+|[’'][A-Z][a-z]+)?(?:\s[A-Z]\.)?(?:\s[A-Z][A-Za-z]+(?:-[A-Za-z]+)?){1,2}"
_PERSON += r"(?![’']s?\s[A-Z])"
_BEHIND = r"(?=[,.;)]|\s(?:and|in|on|by|to|for|with|is|has|will)\b)"  # a place in which something is


def names_en(text: Text) -> list[Name]:
    """Find the names of an English text.

    Args:
        text: The text.

    Returns:
        Names, those without a word that tells their kind only where they have a title or do what firms do.
    """
    whole = "\n".join(text.paragraphs.values())
    found: list[Name] = []
    for number, paragraph in text.paragraphs.items():
        people = list(_people(number, paragraph))
        found += people
        taken = [(each.start, each.start + len(each.name)) for each in people]
        for start, name in _candidates(paragraph):
            if any(a < start + len(name) and start < b for a, b in taken):
                continue
            if kind := _kind(name, whole):
                found.append(Name(name, kind[0], name, kind[1], number, start, True))
    persons = {each.name for each in found if each.kind == "person"}
    return [each for each in found if each.kind == "person" or each.name not in persons]


def _candidates(paragraph: str) -> Iterator[tuple[int, str]]:
    """Yield runs of words with capitals, without what only begins a sentence."""
    if _is_headline(paragraph):
        return
    for match in _NAME.finditer(paragraph):
        start, end = match.span()
        name = match[0]
        while (more := re.match(rf"\s?,?\sand\s(?={_WORD})", paragraph[end:])) and _AND.search(name):
            following = _NAME.match(paragraph, end + more.end())
            if following is None or "," in more[0]:
                break
            end = following.end()
            name = paragraph[start:end]
        if based := re.match(r"[A-Z][\w.]*-based\s", name):
            start, name = start + based.end(), name[based.end() :]
        name = name.rstrip(".") if not re.search(r"\b(?:Inc|Ltd|Corp|Co|[A-Z])\.$", name) else name
        opens = re.search(r"(?:^|[.!?:\n][\"”’)]*\s*|[“\"(]\s*)$", paragraph[:start])
        first = re.match(r"(\S+)\s(?:of\s(?:the\s)?)?", name)
        of = first is not None and " of" in first[0] and f"{first[1]} of" not in heads("en")
        vague = first and (first[1] in english("no name") or of)
        if first and (vague if opens else first[1] == "The"):
            start += first.end()
            name = name[first.end() :]
        if name[0].isdigit() or name in english("no name") or len(name.split()) > _LONGEST or len(name) < 3:
            continue
        yield start, name


def _is_headline(paragraph: str) -> bool:
    """Whether most words of a line have a capital, as they do in the titles of newspapers."""
    long = re.findall(r"\b[A-Za-z]{4,}\b", paragraph)
    capitals = sum(word[0].isupper() for word in long)
    ends = paragraph.rstrip().endswith((".", "!", "?", "”", '"'))
    return not ends and len(long) > 4 and capitals > 0.7 * len(long)


def _kind(name: str, whole: str) -> tuple[str, str] | None:
    """Return the kind of a name and the word that tells it; None if nothing does."""
    known = heads("en")
    words = name.replace(",", "").removesuffix(".").split()
    for head in known.values():
        if head.word.endswith(" of") and name.startswith(f"{head.word} "):
            return head.kind, head.word
    for size in (3, 2, 1):
        tail = " ".join(words[-size:])
        if len(words) > size and tail in known and not known[tail].word.endswith(" of"):
            return known[tail].kind, tail
    if len(words) > 3 or re.search(rf"\b(?:{'|'.join(map(re.escape, english('title')))})\b", name):
        return None
    quoted = re.escape(name)
    acts, later = either(english("act")), either(english("acts later"))
    if re.search(rf"\b{quoted}(?:\s(?:also|recently|now))?\s{acts}\b", whole) or re.search(
        rf"\b{quoted}\s(?:has|have|will|is|plans to|agreed to)(?:\s(?:also|now|been))*\s{later}\b", whole
    ):
        return "firm", ""
    if re.search(rf"\b{quoted},\s(?:a|an|the)\s(?:[\w’'-]+\s){{0,6}}?{either(english('apposition'))}\b", whole):
        return "firm", ""
    if re.search(rf"\b{either(english('apposed to'))}\s{quoted}\b", whole):
        return "firm", ""
    numbered = re.search(r"\d|\b(?:One|Two|Three|Four|Five)\b", name)
    if not numbered and re.search(rf"\b(?:in|near)\s{quoted}{_BEHIND}", whole):
        return "place", ""
    return None


def _people(number: int, paragraph: str) -> Iterator[Name]:
    if _is_headline(paragraph):
        return
    titles = either(english("title"))
    for match in re.finditer(rf"\b{titles}\s(?P<name>{_PERSON})", paragraph):
        start, name = match.start("name"), match["name"]
        if _kind_of_tail(name) or any(word in english("title") or word in english("no name") for word in name.split()):
            continue
        yield Name(name, "person", name, "", number, start, True)
    for match in re.finditer(rf"\b(?P<name>{_PERSON}),\s(?:the\s|our\s)?{titles}\b(?!\s[A-Z])", paragraph):
        name = match["name"]
        if not _kind_of_tail(name) and name.split()[0] not in english("no name") | english("title"):
            yield Name(name, "person", name, "", number, match.start("name"), True)


def _kind_of_tail(name: str) -> bool:
    return name.split()[-1] in heads("en")


def aliases_en(name: Name, others: list[str], whole: str) -> list[str]:
    """List the other words by which an English text calls a thing.

    Args:
        name: Its name.
        others: The names of all other things.
        whole: The whole text.

    Returns:
        A short form in brackets behind it, a first word that stands alone, the last name of a person.
    """
    found = []
    if called := re.search(rf"{re.escape(name.name)}[”\"]?\s\((?:[“\"]?)([A-Z][\w&.-]{{1,11}})[”\"]?\)", whole):
        found.append(called[1])
    words = name.name.replace(",", "").split()
    if name.kind == "person":
        part = words[-1] if "-" not in words[-1] else words[0]
    elif name.kind == "firm" and len(words) > 1:
        part = words[0]
    else:
        return found
    alone = re.findall(rf"\b{re.escape(part)}\b(?!\s(?:{_WORD}))", whole)
    if name.kind == "person" and re.search(rf"\b{either(english('title'))}\s{re.escape(part)}\b", whole):
        return found  # another one may have the name
    shared = any(part in other.split() for other in others) or part in english("no name")
    # The last name of a person ends the whole name, too.
    if len(part) > 1 and not shared and len(alone) > (name.kind == "person" and part == words[-1]):
        found.append(part)
    return found
