"""Reject what a user's query may not contain, with the position of the fault."""

from __future__ import annotations

import re

from ..errors import BadQuery
from ..store.query_files import without_strings
from .explain import misspelled_form
from .tokens import place

# Oxigraph's parser is recursive; out of stack, it ends the process. That happened at 700 to 1 000 nested calls and at
# 2 000 to 3 000 words in a row. Words and brackets count even in strings, so that nothing escapes the count.
MAX_LENGTH = 100_000
MAX_DEPTH = 100
MAX_BRACKETS = 500
MAX_WORDS = 2_000
_KEYWORD = r"(?<![?$:\w-])(?:{})(?![\w.-]*:|[\w-])"
_UPDATE = _KEYWORD.format("INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH")
_FORM = _KEYWORD.format("SELECT|ASK|CONSTRUCT|DESCRIBE")
_FROM = _KEYWORD.format("FROM")
# SERVICE is searched in the whole text, even in strings: a false alarm there is better than a missed call.
_GAP = r"(?:\s++|#[^\r\n]*+)*+"
_CALL = (
    r"[?$]\w+|:[\w.%-]*+(?<!\.)|(?P<call>SERVICE)"
    rf"{_GAP}(?:SILENT{_GAP})?(?:<[^<>]*>|[?$]\w+|[^\s{{#<]*:(?:\\.|[^\s{{#\\])*){_GAP}\{{"
)
_CODE = r"\\[uU](00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})|\\u([0-9A-Fa-f]{4})"
_WORD = r"""<[^<>"{}|^`\\\s()&,'!*+]{0,2000}>|[?$]\w+|[A-Za-z][\w.-]*:[\w.:%-]*|@[\w-]+|"\w*"|\^\^|\w+|\S"""


def check(text: str) -> str:
    """Check that a query may be given to an engine.

    Args:
        text: A SPARQL query (https://www.w3.org/TR/sparql11-query/).

    Returns:
        The same text.

    Raises:
        BadQuery: The text is not a query or is an update, it calls another server (SERVICE) or another graph (FROM),
            or it is so long or so deeply nested that a parser could run out of stack.

    Examples:
        >>> check("DROP ALL")
        Traceback (most recent call last):
        cityGraph.errors.BadQuery: DROP is an update, but graphs are only read. Use SELECT, ASK, CONSTRUCT or DESCRIBE.
    """
    if len(text) > MAX_LENGTH:
        raise BadQuery(f"The query has {len(text):,} characters; the limit is {MAX_LENGTH:,}.")
    if stray := re.search("[\ud800-\udfff]", text):
        raise BadQuery(f"{place(text, stray.start())}: not UTF-8")
    plain = re.sub(_CODE, lambda code: chr(int(code[1] or code[2], 16)), text)
    bare = without_strings(plain)
    form = re.search(_FORM, bare, re.IGNORECASE)
    update = re.search(_UPDATE, bare[: form.start()] if form else bare, re.IGNORECASE)
    if update:
        raise BadQuery(
            f"{update[0].upper()} is an update, but graphs are only read. Use SELECT, ASK, CONSTRUCT or DESCRIBE."
        )
    if form is None:
        raise BadQuery(misspelled_form(text) or "This is not a query: it has no SELECT, ASK, CONSTRUCT or DESCRIBE.")
    for call in re.finditer(_CALL, plain, re.IGNORECASE):
        if call["call"]:
            raise BadQuery(f"{place(plain, call.start())}: SERVICE would query another server. Leave it out.")
    if dataset := re.search(_FROM, bare, re.IGNORECASE):
        raise BadQuery(
            f"{place(plain, dataset.start())}: FROM would read another graph, but there is only one. Leave it out."
        )
    depth = 0
    for match in re.finditer(r"[({\[]|[)}\]]", bare):
        depth += 1 if match[0] in "({[" else -1
        if depth > MAX_DEPTH:
            raise BadQuery(f"{place(plain, match.start())}: brackets nest deeper than {MAX_DEPTH} levels")
    for what, most, pattern in (("brackets", MAX_BRACKETS, r"[({\[]"), ("words and signs", MAX_WORDS, _WORD)):
        for count, match in enumerate(re.finditer(pattern, plain)):
            if count == most:
                raise BadQuery(f"{place(plain, match.start())}: more than {most} {what} in one query")
    return text
