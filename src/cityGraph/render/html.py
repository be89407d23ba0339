"""HTML elements whose content is escaped unless already marked as HTML.

Whatever a label holds, a reader gets its characters and a machine gets none of them as markup: in HTML what is not a
`Markup` is escaped where it is put in, in CommonMark a backslash stands before each mark that could mean something.
"""

from __future__ import annotations

import re
from html import escape

from .columns import safe

# Those of CommonMark, and of what GitHub, Pandoc and others add to it.
_MARKS = {ord(mark): f"\\{mark}" for mark in "\\`*_[]{}<>&#|~$"}
_AT_START = re.compile(r"[-+=]|\d+[.)]")  # of a line these make a list, a rule or a heading
_IN_ADDRESSES = ":/?#@!$&*+,;=%-._~"
_VOID = frozenset(("meta",))


class Markup(str):
    """HTML that is escaped already."""

    __slots__ = ()


def line(text: str) -> str:
    r"""`text` in one line, its runs of white space one space, without what no page may hold.

    >>> line(" 太\n  鋼\x1b ")
    '太 鋼·'
    """
    found = safe(" ".join(text.split()))
    return "".join("·" if ord(c) & 0xFFFE == 0xFFFE or "\ufdd0" <= c <= "\ufdef" else c for c in found)


def address(url: str | None) -> str | None:
    """`url` as a link may lead to it, percent-encoded where it must be; None for all that is not http or https.

    >>> address("https://example.org/太 鋼"), address("javascript:alert(1)")
    ('https://example.org/%E5%A4%AA%20%E9%8B%BC', None)
    """
    from urllib.parse import quote

    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    return quote(url, safe=_IN_ADDRESSES, errors="replace")


def element(tag: str, *inside: str | None, **attributes: str | None) -> Markup:
    """An HTML element; what stands in it is escaped unless it is `Markup`, and what is None is left out.

    >>> element("td", "a < b", element("b", "c"), class_="x", lang=None)
    '<td class="x">a &lt; b<b>c</b></td>'
    """
    given = (
        f' {name.rstrip("_").replace("_", "-")}="{escape(line(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    opened = f"<{tag}{''.join(given)}>"
    return Markup(opened if tag in _VOID else f"{opened}{inner(*inside)}</{tag}>")


def inner(*inside: str | None) -> Markup:
    """The pieces behind each other, each escaped unless it is `Markup`.

    >>> inner("<", element("b", "c"), None)
    '&lt;<b>c</b>'
    """
    return Markup("".join(each if isinstance(each, Markup) else escape(_kept(each)) for each in inside if each))


def _kept(text: str) -> str:
    """`text` as `line` makes it, with the spaces at its ends: they stand between it and what comes next."""
    return f"{' ' * text[:1].isspace()}{line(text)}{' ' * (text[-1:].isspace() and bool(text.strip()))}"


def literal(text: str) -> str:
    r"""`text` in CommonMark that shows it as it stands, wherever in a line.

    >>> print(literal("1. *太鋼* <b>"), literal("2025-03-27"), literal("- a"))
    1\. \*太鋼\* \<b\> 2025-03-27 \- a
    """
    found = line(text)
    start = _AT_START.match(found)
    at = start.end() if start else 0
    return (f"{found[: at - 1]}\\{found[at - 1]}" if at else "") + found[at:].translate(_MARKS)


def linked(text: str, url: str | None) -> str:
    r"""`text` in CommonMark with a link, or without one where `address` gives none.

    >>> print(linked("[太鋼]", "https://example.org/?a=1&copy;"), linked("x", "file:///etc"))
    [\[太鋼\]](https://example.org/?a=1\&copy;) x
    """
    found = address(url)
    return f"[{literal(text)}]({found.replace('&', chr(92) + '&')})" if found else literal(text)
