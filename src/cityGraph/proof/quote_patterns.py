"""Patterns of words that say a relation, as expressions for the masked quotes of a claim."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from .quote_names import plain
from .quoted import (
    ASCII,
    BORDER,
    END,
    FIGURE,
    LIKE_BOTH,
    LIKE_OBJECT,
    LIKE_SUBJECT,
    LIST,
    OBJECT,
    SUBJECT,
)
from .tables import LANGUAGES, table

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOT_MARKS = {"{s}": SUBJECT, "{o}": OBJECT}
SIGNS = frozenset("⊃⊂∋∈")
_RIVALS = {"{s}": LIKE_SUBJECT + LIKE_BOTH, "{o}": LIKE_OBJECT + LIKE_BOTH}
_GOVERNS = "在于由对向从至到"  # prepositions that make a name no subject
_ITEM = f"[^{END},:{BORDER}]{{1,24}}?"


class Pattern(NamedTuple):
    """Words that say a relation.

    Attributes:
        tokens: Words, the slots ``{s}`` and ``{o}``, and ``…`` for any words; ``⊃`` and ``⊂`` between two slots mean
            that the name of one end begins with that of the other.
        mood: "planned" or "realised" if the words themselves say so; "open" if they do not say so, and other words
            have to; empty if they tell a fact unless other words plan it.
    """

    tokens: tuple[str, ...]
    mood: str = ""


def pattern(text: str, mood: str = "") -> Pattern:
    """Read a pattern as the tables write it.

    Args:
        text: Words with slots, such as ``{s}…落户{o}``.
        mood: The mood that the words have.

    Returns:
        The pattern, with its words in plain form.

    Examples:
        >>> pattern("{s}…落戶{o}").tokens
        ('{s}', '…', '落户', '{o}')
    """
    tokens = [token for token in re.split(r"(\{s\}|\{o\}|[…⊃⊂∋∈])", text) if token]
    return Pattern(tuple(token if token in (*SLOT_MARKS, *"…⊃⊂∋∈") else plain(token) for token in tokens), mood)


@cache
def general_patterns() -> dict[str, tuple[Pattern, ...]]:
    """Read the patterns of the tables.

    Returns:
        Patterns by the local name of their relation.

    Examples:
        >>> sorted({each.mood for several in general_patterns().values() for each in several})
        ['', 'open', 'planned', 'realised', 'use']
    """
    found: dict[str, list[Pattern]] = {}
    for language in LANGUAGES:
        for row in table("quotes", language):
            found.setdefault(row["relation"], []).append(pattern(row["pattern"], row["mood"]))
    return {name: tuple(patterns) for name, patterns in found.items()}


def words_of(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a pattern.

    Args:
        tokens: Its tokens.

    Returns:
        The tokens that are neither slots nor gaps.

    Examples:
        >>> words_of(("{s}", "…", "落户", "{o}"))
        ('落户',)
    """
    return tuple(token for token in tokens if token not in SLOT_MARKS and token != "…")


def with_gaps(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Write the gaps of a cue: behind its subject at the beginning, and between two of its words.

    Args:
        tokens: The tokens of the cue, without gaps.

    Returns:
        The tokens of a pattern.

    Examples:
        >>> with_gaps(("位於", "{o}"))
        ('{s}', '…', '位于', '{o}')
    """
    out: list[str] = []
    for at, token in enumerate(tokens):
        two_words = out and token not in SLOT_MARKS and out[-1] not in (*SLOT_MARKS, "…")
        if two_words or (at == 1 and tokens[0] == "{s}"):
            out.append("…")
        out.append(token if token in SLOT_MARKS else plain(token))
    if "{s}" not in out:
        out = ["{s}", "…", *out]
    return tuple(out)


def without(tokens: tuple[str, ...], slot: str) -> tuple[str, ...] | None:
    """Leave out the slot at the beginning or the end of a pattern.

    Args:
        tokens: The tokens of the pattern.
        slot: ``{s}`` or ``{o}``.

    Returns:
        The tokens that are left; None if the slot stands elsewhere, or no word is left.

    Examples:
        >>> without(("{s}", "…", "落户", "{o}"), "{s}")
        ('落户', '{o}')
    """
    rest = [*tokens]
    if rest[0] == slot:
        rest = rest[2:] if rest[1] == "…" else rest[1:]
    elif rest[-1] == slot:
        rest = rest[:-2] if rest[-2] == "…" else rest[:-1]
    else:
        return None
    return tuple(rest) if any(token not in SLOT_MARKS and token != "…" for token in rest) else None


def expressions(tokens: tuple[str, ...], words: str) -> Iterator[re.Pattern[str]]:
    r"""Make regular expressions for masked quotes from a pattern, one for each way to spread it over quotes.

    A gap may go over the border between two quotes. Of the ends that stand in a quote without a word of the pattern,
    there may be one: with two, nothing would say which of them is the subject.

    Args:
        tokens: The tokens of the pattern.
        words: The quotes that will be searched. An expression of which a token is not there is not made, since it
            takes longer to make than to use.

    Yields:
        The expressions, the strictest first.

    Examples:
        >>> tokens, words = ("{s}", "…", "落户", "{o}"), "\x01近年落户\x02"
        >>> [bool(each.search(words)) for each in expressions(tokens, words)], list(expressions(tokens, "近年落户"))
        ([True], [])
    """
    for crossed in _spreads(tokens):
        if _in_order(_literals(tokens, crossed), words):
            yield _compiled(tokens, crossed)


@cache
def _spreads(tokens: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """Return the gaps that go over a border, for each way to spread a pattern over quotes."""
    # 的 stands in the quote of what it belongs to.
    gaps = [at for at, token in enumerate(tokens) if token == "…" and not tokens[at + 1].startswith("的")]
    found = []
    for count in range(len(gaps) + 1):
        for crossed in combinations(gaps, count):
            kept = (token for at, token in enumerate(tokens) if token != "…" or at in crossed)
            alone = [each for each in "".join(kept).split("…") if re.fullmatch(r"(?:\{s\}|\{o\})+", each)]
            if len(alone) <= (1 if crossed else 2):
                found.append(crossed)
    return tuple(found)


@cache
def _literals(tokens: tuple[str, ...], crossed: tuple[int, ...]) -> tuple[str, ...]:
    """Return what stands in every match of an expression, in this order."""
    return tuple(
        BORDER if token == "…" else SLOT_MARKS.get(token) or token.translate(ASCII)
        for at, token in enumerate(tokens)
        if token != "…" or at in crossed
    )


def _in_order(parts: tuple[str, ...], words: str) -> bool:
    at = 0
    for part in parts:
        at = words.find(part, at) + len(part)
        if at < len(part):
            return False
    return True


@cache
def _compiled(tokens: tuple[str, ...], crossed: tuple[int, ...]) -> re.Pattern[str]:
    return re.compile(_expression(tokens, crossed))


def _expression(tokens: tuple[str, ...], crossed: tuple[int, ...]) -> str:
    words = [token for token in tokens if token != "…"]
    gaps = {at - sum(token == "…" for token in tokens[:at]) for at, token in enumerate(tokens) if token == "…"}
    over = {at - sum(token == "…" for token in tokens[:at]) for at in crossed}
    parts = []
    for at, token in enumerate(words):
        if at:
            parts.append(_between(words[at - 1], token, gap=at in gaps, crossed=at in over, spread=bool(crossed)))
        alone = (at == 0 or at in over) and (at == len(words) - 1 or at + 1 in over)
        if token in SLOT_MARKS and alone and over:
            parts.append(_bare(token))
        else:
            parts.append(SLOT_MARKS.get(token) or re.escape(token.translate(ASCII)))
    return "".join(parts)


def _bare(slot: str) -> str:
    """Return the expression of an end in a quote without a word of the pattern.

    It is the first or the last thing of its kind in this quote, or one of a list, and no preposition governs it.
    """
    mark, alike = SLOT_MARKS[slot], _RIVALS[slot]
    rest = f"(?:[^{BORDER}{alike}]|[{LIST}][{alike}])*"
    first = f"(?<![^{BORDER}]){mark}(?![{alike}]|旗下|的)"
    last = f"(?<![{_GOVERNS}]){mark}(?!旗下|的)(?={rest}(?:[{BORDER}]|$))"
    return f"(?:{first}|{last})"


def _only_list(end: str) -> str:
    """Return the expression of the rest of a quote that is a list and nothing else, with an end among its members."""
    behind = f"(?:[{LIST}]{_ITEM})*(?:等[^{END},{BORDER}]{{0,8}})?(?=[{BORDER}]|$)"
    return f"(?:{_ITEM}[{LIST}])*{end}{behind}"


@cache
def enumeration(whole: str, member: str) -> re.Pattern[str]:
    """Make the expression of a set in one quote, and of a member in the next, which is a list and nothing else.

    Args:
        whole: The character that stands for the set.
        member: The character that stands for the member.

    Returns:
        A regular expression for masked quotes.
    """
    return re.compile(f"{whole}[^{BORDER}]*[{BORDER}]{_only_list(member)}")


def _between(before: str, behind: str, *, gap: bool, crossed: bool, spread: bool) -> str:
    """Return what may stand between two tokens: no rival of an end, unless it is a member of the same list.

    Args:
        before: The first token.
        behind: The second.
        gap: Whether the pattern has a gap between them.
        crossed: Whether this gap goes over the border of two quotes.
        spread: Whether some gap of the pattern does.
    """
    slots = {before, behind} & set(SLOT_MARKS)
    if "-" in (before, behind):  # one step of a chain
        return ""
    others = {"{s}": OBJECT, "{o}": FIGURE + SUBJECT}
    bad = "".join(_RIVALS[slot] + others[slot] for slot in slots)
    if crossed:
        close = f"[^{BORDER}{bad}]{{0,40}}?"
        rivals = _RIVALS.get(behind, "") if before in SLOT_MARKS else ""
        near, far = f"(?:{close}|{close}(?:{_ITEM}[{LIST}]){{1,9}}?)", f"[^{BORDER}{rivals}]{{0,40}}?"
        inside = f"{far}[{BORDER}]{near}" if before in SLOT_MARKS else f"{near}[{BORDER}]{far}"
        return f"(?:{inside})"
    few = f"[^{END}{BORDER}{bad}]{{0,40}}?" if gap else f"[^{END},{BORDER}{bad}]{{0,10}}?"
    if not slots:
        return few
    if before in SLOT_MARKS and behind in SLOT_MARKS:
        other = LIKE_SUBJECT + LIKE_OBJECT + LIKE_BOTH
        return f"(?:{few}|{few}(?:[{other}][{LIST}]){{1,9}}?)" if gap else f"(?:[{other}][{LIST}])*"
    members = f"(?:{_ITEM}[{LIST}]){{1,9}}?(?:[东西南北中]部)?"
    if behind in SLOT_MARKS:
        # A word at the end of its quote governs a list that is the next quote; so does one before a list that goes on.
        end = SLOT_MARKS[behind]
        # A name by itself is a list only if the other end stands beside the word.
        several = f"(?=[^{BORDER}]*[{LIST}])"
        to_end = f"(?={_only_list(end)})(?:{_ITEM}[{LIST}])*"
        begins = f"[{BORDER}]{several if spread else ''}{to_end}"
        goes_on = f"{_ITEM}(?:(?:[{LIST}]{_ITEM})+[{BORDER}]|[{BORDER}]{several}){to_end}"
        next_quote = f"{begins}|{goes_on}"
        return f"(?:{few}|{few}{members}|{next_quote})"
    return f"(?:{few}|(?:[{LIST}][^{END},{BORDER}]{{1,24}}?){{1,9}}?等?{few})"
