"""Split a SPARQL query into tokens, and point at a place in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..escape import terminal

AROUND = 30  # characters shown of a line on either side of a place
_SPACE = r"[ \t\r\n]+|#[^\r\n]*"
_NAME = r"(?:[^\W\d_](?:[\w.-]*[\w-])?)?"
# The first that matches is taken. A string or an IRI that is not closed has a kind of its own.
_KINDS = {
    "space": _SPACE,
    "IRI": r"<[^<>\"{}|^`\\\x00-\x20]*>",
    "STRING": r"'''(?:\\.|(?!''').)*'''|\"\"\"(?:\\.|(?!\"\"\").)*\"\"\""
    r"|(?!'''|\"\"\")(?:'(?:\\.|[^'\\\r\n])*'|\"(?:\\.|[^\"\\\r\n])*\")",
    "open": r"'''|\"\"\"|'|\"|<(?=[A-Za-z][\w+.-]*:[^\s>]|[^\s<>=?$(]+\s*[.;,}]?\s*$)",
    "BNODE": r"_:[\w](?:[\w.-]*[\w-])?",
    "VAR": r"[?$]\w+",
    "PNAME": rf"{_NAME}:(?:(?:[\w:-]|%[0-9A-Fa-f]{{2}}|\\.|\.(?=[\w:.%\\-]*[\w:%\\-]))*)",
    "LANGTAG": r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    "NUMBER": r"(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+|\d*\.\d+|\d+",
    "WORD": r"\w+",
    "SIGN": r"\^\^|\|\||&&|<=|>=|!=|<<|>>|.",
}


class Token(NamedTuple):
    """A part of a query.

    Attributes:
        kind: ``IRI``, ``STRING``, ``BNODE``, ``VAR``, ``PNAME``, ``LANGTAG``, ``NUMBER``, ``WORD`` (a keyword, or a
            word that is none), ``SIGN``, ``open`` (a quote or ``<`` that is not closed) or ``END``.
        text: The text as it is written.
        start: Where it begins, counted in characters from 0.
    """

    kind: str
    text: str
    start: int


def tokens(query: str) -> list[Token]:
    """Split a query into tokens, without spaces and comments.

    Args:
        query: Any text.

    Returns:
        The tokens in order. The last is the end of the text, of kind ``END``, right after the last token.

    Examples:
        >>> [token.text for token in tokens("ASK { ?a a cg:Firm. }")]
        ['ASK', '{', '?a', 'a', 'cg:Firm', '.', '}', '']
    """
    pattern = "|".join(f"(?P<{kind}>{form})" for kind, form in _KINDS.items())
    found = [
        Token(str(match.lastgroup), match[0], match.start())
        for match in re.finditer(pattern, query, re.DOTALL | re.ASCII if query.isascii() else re.DOTALL)
        if match.lastgroup != "space"
    ]
    end = found[-1].start + len(found[-1].text) if found else 0
    return [*found, Token("END", "", end)]


def place(query: str, at: int) -> str:
    r"""Name a place in a query.

    Args:
        query: The query.
        at: The place, in characters from 0.

    Returns:
        Line and column, both counted from 1.

    Examples:
        >>> place("ASK {\n ?a", 7)
        'line 2, column 2'
    """
    line = query.count("\n", 0, at) + 1
    return f"line {line}, column {at - query.rfind(chr(10), 0, at)}"


def pointed(query: str, at: int) -> str:
    r"""Show the line of a place, with an arrow before the place.

    Args:
        query: The query.
        at: The place, in characters from 0.

    Returns:
        The line without the white space at its ends, cut on both sides if it is long, and safe for a terminal.

    Examples:
        >>> pointed("ASK {\n  ?a ?b }", 11)
        '?a →?b }'
    """
    start = query.rfind("\n", 0, at) + 1
    end = query.find("\n", at)
    before, after = query[start:at].lstrip(), query[at : end if end >= 0 else None].rstrip()
    cut = (
        f"{'…' if len(before) > AROUND else ''}{before[-AROUND:]}→{after[:AROUND]}{'…' if len(after) > AROUND else ''}"
    )
    return terminal(cut.replace("\t", " "))
