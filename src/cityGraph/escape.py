"""Every function that makes text safe for a terminal, a file format or a language, one per target."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CONTROLS = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def terminal(text: str) -> str:
    r"""`text` without what could command a terminal or turn the direction of a line.

    >>> terminal("太\x1b[31m鋼")
    '太·[31m鋼'
    """
    if text.isprintable():
        return text
    return "".join(c if c in "\u200c\u200d" or unicodedata.category(c) not in CONTROLS else "·" for c in text)


# Those of CommonMark, and of what GitHub, Pandoc and others add to it.
_MARKS = {ord(mark): f"\\{mark}" for mark in "\\`*_[]{}<>&#|~$"}
_AT_START = r"[-+=]|\d+[.)]"  # of a line these make a list, a rule or a heading
_IN_ADDRESSES = ":/?#@!$&*+,;=%-._~"


def one_line(text: str) -> str:
    r"""`text` in one line, its runs of white space one space, without what no page may hold.

    >>> one_line(" 太\n  鋼\x1b ")
    '太 鋼·'
    """
    found = terminal(" ".join(text.split()))
    return "".join("·" if ord(c) & 0xFFFE == 0xFFFE or "\ufdd0" <= c <= "\ufdef" else c for c in found)


def link_url(url: str | None) -> str | None:
    """`url` as a link may lead to it, percent-encoded where it must be; None for all that is not http or https.

    >>> link_url("https://example.org/太 鋼"), link_url("javascript:alert(1)")
    ('https://example.org/%E5%A4%AA%20%E9%8B%BC', None)
    """
    from urllib.parse import quote

    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    return quote(url, safe=_IN_ADDRESSES, errors="replace")


def markdown(text: str) -> str:
    r"""`text` in CommonMark that shows it as it stands, wherever in a line.

    >>> print(markdown("1. *太鋼* <b>"), markdown("2025-03-27"), markdown("- a"))
    1\. \*太鋼\* \<b\> 2025-03-27 \- a
    """
    import re

    found = one_line(text)
    start = re.match(_AT_START, found)
    at = start.end() if start else 0
    return (f"{found[: at - 1]}\\{found[at - 1]}" if at else "") + found[at:].translate(_MARKS)


def markdown_link(text: str, url: str | None) -> str:
    r"""`text` in CommonMark with a link, or without one where `address` gives none.

    >>> print(markdown_link("[太鋼]", "https://example.org/?a=1&copy;"), markdown_link("x", "file:///etc"))
    [\[太鋼\]](https://example.org/?a=1\&copy;) x
    """
    found = link_url(url)
    return f"[{markdown(text)}]({found.replace('&', chr(92) + '&')})" if found else markdown(text)


_LANGUAGE_PARTS = {4: str.title, 2: str.upper}
_IRI_ESCAPES = {ord(c): f"%{ord(c):02X}" for c in [*map(chr, (*range(33), 127)), *'<>"{}|^`\\']}
# Eight digits, since rdflib reads as many after \u as there are.
_STRING_ESCAPES = {point: f"\\U{point:08X}" for point in (*range(32), 127)} | {
    ord(c): f"\\{escape}" for c, escape in zip('\n\r\t"\\', 'nrt"\\', strict=True)
}


def sparql_iri(text: str) -> str:
    """`text` as an IRI in SPARQL, escaped.

    >>> sparql_iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return f"<{text.translate(_IRI_ESCAPES)}>"


def sparql_string(text: str) -> str:
    r"""`text` as a plain string in SPARQL, escaped.

    >>> sparql_string('say "太鋼"')
    '"say \\"太鋼\\""'
    """
    if not text.isprintable():
        # A lone surrogate is no character: it can match nothing, and must not break the query.
        text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    if "\\" in text:
        # rdflib takes \u0041 for an A even where the backslash is escaped itself: there the letter is escaped, too.
        pairs = zip(" " + text, text, strict=False)
        letters = (
            f"\\U{ord(c):08X}" if f"{one}{c}" in ("\\u", "\\U") else c.translate(_STRING_ESCAPES) for one, c in pairs
        )
        return f'"{"".join(letters)}"'
    return f'"{text.translate(_STRING_ESCAPES)}"'


@lru_cache
def language_tag(tag: str) -> str:
    """A language tag in the case of BCP 47: engines differ in the case they keep.

    >>> language_tag("zh-hant"), language_tag("ZH-latn-pinyin"), language_tag("en-t-zh")
    ('zh-Hant', 'zh-Latn-pinyin', 'en-t-zh')
    """
    first, *rest = tag.lower().split("-")
    cased, after_singleton = [first], False
    for part in rest:
        after_singleton = after_singleton or len(part) == 1
        change = None if after_singleton else _LANGUAGE_PARTS.get(len(part))
        cased.append(change(part) if change else part)
    return "-".join(cased)


def url_fragment(phrase: str) -> str:
    """`phrase` for a text fragment (https://wicg.github.io/scroll-to-text-fragment/): percent-encoded throughout."""
    return "".join(c if c.isascii() and c.isalnum() else "".join(f"%{b:02X}" for b in c.encode()) for c in phrase)


def cell_text(text: str) -> str:
    r"""`text` without what could command a terminal, and without what XML cannot hold.

    >>> cell_text("太\x1b鋼")
    '太·鋼'
    """
    return terminal(text).replace("\ufffe", "·").replace("\uffff", "·")


@lru_cache(1_000)
def xml(cell: str | int) -> str:
    """A cell as XML has it; most are said again and again."""
    text = cell_text(cell) if isinstance(cell, str) else str(cell)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


# TeX reads these as commands; a brace would also unbalance a field of BibTeX, whatever stands before it.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: f"\\{c}" for c in "$&#_%"},
}


def tex(text: str) -> str:
    r"""`text` as TeX prints it.

    >>> print(tex("60%以上 {a_b}"))
    60\%以上 \textbraceleft{}a\_b\textbraceright{}
    """
    return "".join(_TEX.get(c, c) for c in terminal(text))


def tex_url(url: str) -> str:
    """A page's address for a field of BibTeX, in which only braces and what is no ASCII have to be coded."""
    return "".join(c if c.isascii() and c.isprintable() and c not in "{}\\ " else _percent_coded(c) for c in url)


def _percent_coded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def escape_controls(text: str, escape: Callable[[str], str]) -> str:
    """A format's text with an escape for each control character that a string in it holds."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    kept = "\n\t\u200c\u200d"
    return "".join(c if c in kept or unicodedata.category(c) not in CONTROLS else escape(c) for c in text)
