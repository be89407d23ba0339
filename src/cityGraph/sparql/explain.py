"""Say where a broken query is broken, and what to write instead. The same words on every engine."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..errors import short
from ..escape import terminal
from .grammar import FUNCTIONS, KEYWORDS, fault
from .tokens import place, pointed, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .grammar import Fault
    from .tokens import Token

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PAIRS = {")": "(", "}": "{", "]": "["}
_CLOSING = {opening: closing for closing, opening in _PAIRS.items()}
# What NFKC does not turn into the sign of SPARQL that a Chinese input method writes it for.
_WIDE = dict(zip("“”„‟「」『』‘’‛。、《》〈〉—–−", '""""""""\'\'\'.,<><>---', strict=True))
_PATTERNS = ("FILTER", "OPTIONAL", "BIND", "UNION", "MINUS", "GRAPH")
_AFTER = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET")
# What other languages write, and what SPARQL writes for it.
_ELSEWHERE = {
    "AND": "&&",
    "OR": "||",
    "LIKE": "CONTAINS(?name, …) or REGEX(?name, …)",
    "NULL": "!BOUND(?name)",
    "IS": "=, or BOUND(?name)",
    "TOP": "LIMIT at the end",
    "==": "=",
    "<>": "!=",
}
_SHOWN = {
    "VAR": "a variable",
    "IRI": "an IRI",
    "PNAME": "a prefixed name",
    "STRING": "a text in quotes",
    "NUMBER": "a number",
    "FUNCTION": "a function",
    "PREFIX": "a prefix with a colon",
    "END": "the end",
    "BNODE": "a blank node",
    "LANGTAG": "a language tag",
}


def explained(query: str, prefixes: Mapping[str, str]) -> str | None:
    """Explain the first mistake of a query that an engine refuses.

    Args:
        query: The query.
        prefixes: The prefixes that need no declaration.

    Returns:
        One line: the place, the mistake, what to do, and the line of the query with an arrow before the place. None if
        the query keeps the grammar of SPARQL 1.1 and declares its prefixes, so that only the engine knows the reason.

    Examples:
        >>> print(explained("ASK { ?a ?b ", {}))
        line 1, column 12: the bracket { of line 1, column 5 is not closed. Add }. The query: ASK { ?a ?b→
    """
    found = tokens(query)
    wrong = fault(found)
    at = wrong.at if wrong else len(found)
    stop = found[at].start if wrong else len(query)
    for reason, start in (*_wide(found, at), *_unknown_prefix(found[:at], prefixes)):
        if start <= stop:
            return _line(query, start, reason)
    if wrong is None:
        return None
    return _line(query, *_broken(query, found, wrong))


def misspelled_form(query: str) -> str | None:
    """Explain a text that has none of the words SELECT, ASK, CONSTRUCT and DESCRIBE.

    Args:
        query: The text.

    Returns:
        One line that names the word that one of them is nearest to; None if there is none.

    Examples:
        >>> misspelled_form("SELCT ?a { ?a ?b ?c }")
        'line 1, column 1: no keyword of SPARQL is spelled SELCT. Nearest: SELECT. The query: →SELCT ?a { ?a ?b ?c }'
    """
    for token in tokens(query):
        if token.kind == "WORD" and (near := get_close_matches(token.text.upper(), FORMS, 1, 0.6)):
            reason = f"no keyword of SPARQL is spelled {short(token.text)}. Nearest: {near[0]}"
            return _line(query, token.start, reason)
        if token.text in ("{", "(") or token.kind == "open":
            return None
    return None


def wide_sign(text: str) -> str | None:
    """Return the sign that a full-width one was probably typed for.

    Args:
        text: One character.

    Returns:
        The sign of ASCII; None if the character is no such sign.

    Examples:
        >>> wide_sign("（"), wide_sign("”"), wide_sign("鋼")
        ('(', '"', None)
    """
    if text.isascii():
        return None
    plain = _WIDE.get(text) or unicodedata.normalize("NFKC", text)
    return plain if len(plain) == 1 and plain.isascii() and not plain.isalnum() else None


def _wide(found: Sequence[Token], at: int) -> list[tuple[str, int]]:
    """Find the first full-width sign, if it stands before or at the fault, or opens what is never closed there."""
    for token in found[: at + 1]:
        if token.kind == "SIGN" and (plain := wide_sign(token.text)):
            sign = "a full-width space" if plain == " " else f"the full-width sign {token.text}"
            instead = "a plain space" if plain == " " else plain
            return [(f"{sign} is not SPARQL. Type {instead} instead", token.start)]
    return []


def _unknown_prefix(found: Sequence[Token], prefixes: Mapping[str, str]) -> list[tuple[str, int]]:
    known = dict.fromkeys(prefixes)
    for before, token in zip((None, *found), found, strict=False):
        if token.kind != "PNAME":
            continue
        name = token.text.partition(":")[0]
        if before is not None and before.text.upper() == "PREFIX":
            known[name] = None
        elif name not in known:
            near = get_close_matches(name, filter(None, known), 1, 0.5)
            nearest = f" Nearest: {near[0]}:." if near else ""
            reason = f"the prefix {short(name)}: is not declared.{nearest} To declare it, put this line first: "
            return [(f"{reason}PREFIX {short(name)}: <…>", token.start)]
    return []


def _broken(query: str, found: Sequence[Token], wrong: Fault) -> tuple[int, str]:
    """Return the place of the fault and what it is."""
    token, expected = found[wrong.at], wrong.expected
    open_brackets: list[Token] = []
    for each in found[: wrong.at]:
        if each.kind == "SIGN" and each.text in _CLOSING:
            open_brackets.append(each)
        elif each.kind == "SIGN" and each.text in _PAIRS and open_brackets:
            open_brackets.pop()
    inner = open_brackets[-1] if open_brackets else None
    start = token.start
    if token.kind == "open":
        return start, _unclosed_text(query, token)
    if token.text in _ELSEWHERE or (token.kind == "WORD" and token.text.upper() in _ELSEWHERE):
        return start, f"{token.text} is not SPARQL. Write {_ELSEWHERE[token.text.upper()]}"
    if token.text == "=" and found[wrong.at - 1].text == "=":
        return found[wrong.at - 1].start, "== is not SPARQL. Write ="
    if token.kind == "WORD" and token.text.upper() not in KEYWORDS | FUNCTIONS and token.text != "a":
        return start, _unknown_word(token, expected)
    if inner is not None and _unclosed(token, inner, expected):
        opened = f"{inner.text} of {place(query, inner.start)}"
        return start, f"the bracket {opened} is not closed. Add {_CLOSING[inner.text]}"
    if token.text in _PAIRS and inner is None:
        return start, f"the bracket {token.text} closes nothing. Leave it out, or add {_PAIRS[token.text]} before it"
    if token.text == "," and found[0].kind != "END" and not open_brackets and "'*'" not in expected:
        return start, "a comma does not separate variables. Put only a space between them"
    if "'AS'" in expected:
        return start, "AS is missing before the name of the result. Write (… AS ?name)"
    if token.text.upper() in _PATTERNS and inner is None:
        return start, f"{token.text} must stand inside the braces {{ … }}"
    if token.text in ("}", ".", ";") and {"VAR", "IRI"} <= expected:
        missing = "the object is" if "STRING" in expected else "relation and object are"
        return start, f"{missing} missing before this. A statement has a subject, a relation and an object"
    if "'.'" in expected and token.kind in ("VAR", "IRI", "PNAME", "BNODE", "STRING", "NUMBER"):
        return start, "a dot is missing before this, between two statements. Add one"
    if "'{'" in expected and not {"VAR", "'}'"} & expected:
        return start, "a brace is missing here. Add {"
    ended = "the query ends too early" if token.kind == "END" else f"{short(token.text)} cannot stand here"
    return start, f"{ended}. Expected: {_listed(expected)}"


def _unclosed_text(query: str, token: Token) -> str:
    if token.text != "<":
        return f"the quote that opens here is not closed. Add {token.text}"
    whole = re.match(r"<([^<>\n]*)>", query[token.start :])
    bad = next((c for c in whole[1] if c in ' "{}|^`\\' or c < " "), None) if whole else None
    if bad is None:
        return "the IRI that begins here is not closed. Add >"
    return f"an IRI cannot hold {'a space' if bad.isspace() else f'the character {bad!r}'}. Write it as %{ord(bad):02X}"


def _unclosed(token: Token, inner: Token, expected: frozenset[str]) -> bool:
    """Return whether a bracket should have been closed at a token."""
    closing = _CLOSING[inner.text]
    if token.kind == "END" or (token.text.upper() in _AFTER and inner.text == "{"):
        return True
    if token.text in _PAIRS:
        return token.text != closing
    return f"'{closing}'" in expected and inner.text != "{" and "','" not in expected


def _unknown_word(token: Token, expected: frozenset[str]) -> str:
    word = token.text.upper()
    fitting = [each[1:-1] for each in expected if each[1:2].isalpha()]
    if "FUNCTION" in expected:
        fitting += FUNCTIONS
    near = get_close_matches(word, fitting, 1, 0.65)
    if not near and "PNAME" not in expected:
        near = get_close_matches(word, KEYWORDS | FUNCTIONS, 1, 0.7)
    if near:
        return f"no keyword of SPARQL is spelled {short(token.text)}. Nearest: {near[0]}"
    name = short(token.text)
    forms = {"VAR": f"a variable is written ?{name}", "PNAME": f"a term cg:{name}", "STRING": f'a text "{name}"'}
    hints = [form for kind, form in forms.items() if kind in expected]
    return f"{name} is no word of SPARQL; {', '.join(hints) or f'expected: {_listed(expected)}'}"


def _listed(expected: frozenset[str]) -> str:
    """List what could stand at a place, the most telling first, and at most six."""
    named = [words for kind, words in _SHOWN.items() if kind in expected]
    if {"VAR", "IRI", "STRING"} <= expected:
        named = ["a term"]
    elif {"VAR", "IRI"} <= expected:
        named = ["a variable", "a prefixed name", "an IRI"]
    signs = sorted((each[1:-1] for each in expected if each.startswith("'")), key=lambda sign: (sign.isalpha(), sign))
    shown = [*signs, *named] if len(signs) < 4 else [*named, *signs]
    return " ".join(shown[:1]) if len(shown) == 1 else ", ".join(shown[:6]) + (", …" if len(shown) > 6 else "")


def _line(query: str, start: int, reason: str) -> str:
    return f"{place(query, start)}: {terminal(reason)}. The query: {pointed(query, start)}"
