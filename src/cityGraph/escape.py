"""Make text safe for a terminal, a web page, a URL, SPARQL, or a whole document; one function for each target.

The file formats of exports are in `escape_formats`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# The Unicode categories of characters that can command a terminal or change the direction of a line.
CONTROLS = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINERS = "\u200c\u200d"  # some scripts need these two; they command nothing


def terminal(text: str) -> str:
    r"""Replace every character that can command a terminal, change the direction of a line, or that XML cannot hold.

    Args:
        text: Any text.

    Returns:
        A text of the same length, with a ``·`` for each such character.

    Examples:
        >>> terminal("太\x1b[31m鋼")
        '太·[31m鋼'
    """
    if text.isprintable():
        return text
    gone = {c for c in {*text} - {*_JOINERS} if c in "\ufffe\uffff" or unicodedata.category(c) in CONTROLS}
    return "".join("·" if c in gone else c for c in text)


def argument(text: str) -> str:
    """Write a name as one argument of a command that a reader may copy.

    Args:
        text: Any name.

    Returns:
        The name, without what commands a terminal; in quotes if a shell would split it or act on it.

    Examples:
        >>> argument("太鋼"), argument("a & b"), argument("$(b)")
        ('太鋼', '"a & b"', "'$(b)'")
    """
    shown = terminal(text)
    if shown and not any(c in " !\"#$&'()*;<>?[\\]`{|}~" or c.isspace() for c in shown):
        return shown
    if not any(c in '!"$\\`' for c in shown):
        return f'"{shown}"'
    # A shell acts on these inside double quotes, too.
    return "'" + shown.replace("'", "'\\''") + "'"


def one_line(text: str) -> str:
    r"""Put a text on one line of a page.

    Args:
        text: Any text.

    Returns:
        The text with one space for each run of white space, and with a ``·`` for each character that no page may hold.

    Examples:
        >>> one_line(" 太\n  鋼\x1b ")
        '太 鋼·'
    """
    line = terminal(" ".join(text.split()))
    return "".join("·" if ord(c) & 0xFFFE == 0xFFFE or "\ufdd0" <= c <= "\ufdef" else c for c in line)


# The marks of CommonMark (https://spec.commonmark.org/0.31.2/), and those that GitHub, Pandoc and others add.
_MARKS = {ord(mark): f"\\{mark}" for mark in "\\`*_[]{}<>&#|~$"}
_AT_START = r"[-+=]|\d+[.)]"  # at the start of a line these make a list, a rule or a heading


def markdown(text: str) -> str:
    r"""Escape a text for one line of CommonMark, at any place in the line.

    Args:
        text: Any text.

    Returns:
        CommonMark that shows the text as it is.

    Examples:
        >>> print(markdown("1. *太鋼* <b>"), markdown("2025-03-27"), markdown("- a"))
        1\. \*太鋼\* \<b\> 2025-03-27 \- a
    """
    import re

    line = one_line(text)
    start = re.match(_AT_START, line)
    at = start.end() if start else 0
    return (f"{line[: at - 1]}\\{line[at - 1]}" if at else "") + line[at:].translate(_MARKS)


def markdown_link(text: str, url: str | None) -> str:
    r"""Write a link in CommonMark.

    Args:
        text: The text to show.
        url: The page that the link leads to.

    Returns:
        The link; only the escaped text if `link_url` gives no address for `url`.

    Examples:
        >>> print(markdown_link("[太鋼]", "https://example.org/?a=1&copy;"), markdown_link("x", "file:///etc"))
        [\[太鋼\]](https://example.org/?a=1\&copy;) x
    """
    address = link_url(url)
    return f"[{markdown(text)}]({address.replace('&', chr(92) + '&')})" if address else markdown(text)


_IN_ADDRESSES = ":/?#@!$&*+,;=%-._~"


def link_url(url: str | None) -> str | None:
    """Return the address for a link, if a link may lead there.

    Args:
        url: Any text that should be a URL, or None.

    Returns:
        The URL in ASCII, percent-encoded where necessary; None if it is not an http or https URL.

    Examples:
        >>> link_url("https://example.org/太 鋼"), link_url("javascript:alert(1)")
        ('https://example.org/%E5%A4%AA%20%E9%8B%BC', None)
    """
    from urllib.parse import quote

    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    return quote(url, safe=_IN_ADDRESSES, errors="replace")


def url_fragment(phrase: str) -> str:
    """Percent-encode a phrase for a text fragment of a URL (https://wicg.github.io/scroll-to-text-fragment/).

    Args:
        phrase: The phrase that the browser should highlight.

    Returns:
        The phrase with everything percent-encoded but the letters and digits of ASCII.

    Examples:
        >>> url_fragment("a-太")
        'a%2D%E5%A4%AA'
    """
    return "".join(c if c.isascii() and c.isalnum() else "".join(f"%{b:02X}" for b in c.encode()) for c in phrase)


_IRI_ESCAPES = {ord(c): f"%{ord(c):02X}" for c in [*map(chr, (*range(33), 127)), *'<>"{}|^`\\']}
# Eight digits, because rdflib reads as many digits after \u as there are.
_STRING_ESCAPES = {point: f"\\U{point:08X}" for point in (*range(32), 127)} | {
    ord(c): f"\\{escape}" for c, escape in zip('\n\r\t"\\', 'nrt"\\', strict=True)
}


def sparql_iri(text: str) -> str:
    """Write an IRI in SPARQL, in angle brackets.

    Args:
        text: An IRI, or any other text.

    Returns:
        The term. Characters that no IRI may hold are percent-encoded.

    Examples:
        >>> sparql_iri("https://example.org/a b")
        '<https://example.org/a%20b>'
    """
    return f"<{text.translate(_IRI_ESCAPES)}>"


def sparql_string(text: str) -> str:
    r"""Write a string in SPARQL, in double quotes.

    Args:
        text: Any text.

    Returns:
        The term. Every engine reads the same text from it; a lone surrogate becomes U+FFFD.

    Examples:
        >>> sparql_string('say "太鋼"')
        '"say \\"太鋼\\""'
    """
    if not text.isprintable():
        # A lone surrogate is not a character: it matches nothing, and it must not break the query.
        text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    if "\\" in text:
        # rdflib reads \u0041 as an A even if the backslash itself is escaped, so the letter is escaped, too.
        pairs = zip(" " + text, text, strict=False)
        letters = (
            f"\\U{ord(c):08X}" if f"{before}{c}" in ("\\u", "\\U") else c.translate(_STRING_ESCAPES)
            for before, c in pairs
        )
        return f'"{"".join(letters)}"'
    return f'"{text.translate(_STRING_ESCAPES)}"'


_LANGUAGE_PARTS = {4: str.title, 2: str.upper}


@lru_cache
def language_tag(tag: str) -> str:
    """Write a language tag in the case of BCP 47 (https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1).

    Engines keep different cases, so tags are compared and written in this one.

    Args:
        tag: A language tag in any case.

    Returns:
        The same tag with the script in title case and the region in capitals.

    Examples:
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


def turtle_controls(text: str) -> str:
    r"""Escape the control characters of a whole text in Turtle or N-Triples.

    Args:
        text: A text in Turtle or N-Triples. Its strings are quoted and escaped already.

    Returns:
        The same graph in a text that commands no terminal.

    Examples:
        >>> turtle_controls('ty:a cg:phrase "\u202e" .')
        'ty:a cg:phrase "\\U0000202E" .'
    """
    return _escape_controls(text, lambda c: f"\\U{ord(c):08X}")


def json_controls(text: str) -> str:
    r"""Escape the control characters of a whole text in JSON.

    Args:
        text: A text in JSON.

    Returns:
        The same values in a text that commands no terminal.

    Examples:
        >>> json_controls('["\u202e"]')
        '["\\u202e"]'
    """
    import json

    return _escape_controls(text, lambda c: json.dumps(c)[1:-1])


def tsv_controls(text: str) -> str:
    """Escape the control characters of SPARQL results in TSV (https://www.w3.org/TR/sparql11-results-csv-tsv/).

    Args:
        text: The results. Their terms are written as in Turtle.

    Returns:
        The same results in a text that commands no terminal.
    """
    return _escape_controls(text, lambda c: f"\\u{ord(c):04X}" if ord(c) < 0x10000 else f"\\U{ord(c):08X}")


def xml_controls(text: str) -> str:
    """Escape the control characters of a whole text in XML.

    Args:
        text: A text in XML.

    Returns:
        The same document in a text that commands no terminal.
    """
    return _escape_controls(text, lambda c: f"&#x{ord(c):X};")


def _escape_controls(text: str, escape: Callable[[str], str]) -> str:
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(c if c in f"\n\t{_JOINERS}" or unicodedata.category(c) not in CONTROLS else escape(c) for c in text)
