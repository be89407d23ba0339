"""Build HTML elements whose content is escaped unless it is already HTML."""

from __future__ import annotations

from html import escape

from ..escape import one_line

_VOID = frozenset(("meta",))


class Markup(str):
    """HTML text that is already escaped."""

    __slots__ = ()


def element(tag: str, *inside: str | None, **attributes: str | None) -> Markup:
    """Return an HTML element.

    Args:
        tag: The name of the element.
        inside: The contents, in order. `Markup` is used as it is, other text is escaped, None and "" are left out.
        attributes: The attributes. A final underscore is dropped (``class_``), other underscores become hyphens, and
            an attribute that is None is left out. Values are escaped.

    Returns:
        The element. An element that HTML allows no content (``meta``) has no end tag.

    Examples:
        >>> element("td", "a < b", element("b", "c"), class_="x", lang=None)
        '<td class="x">a &lt; b<b>c</b></td>'
    """
    written = (
        f' {name.rstrip("_").replace("_", "-")}="{escape(one_line(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    start_tag = f"<{tag}{''.join(written)}>"
    return Markup(start_tag if tag in _VOID else f"{start_tag}{inner(*inside)}</{tag}>")


def inner(*inside: str | None) -> Markup:
    """Join pieces of text and HTML.

    Args:
        inside: The pieces, in order. `Markup` is used as it is, other text is escaped, None and "" are left out.

    Returns:
        The pieces as one piece of HTML, with nothing between them.

    Examples:
        >>> inner("<", element("b", "c"), None)
        '&lt;<b>c</b>'
    """
    return Markup("".join(each if isinstance(each, Markup) else escape(_one_line(each)) for each in inside if each))


def _one_line(text: str) -> str:
    """Return `text` on one line, with a space kept at either end: it may separate the text from its neighbours."""
    return f"{' ' * text[:1].isspace()}{one_line(text)}{' ' * (text[-1:].isspace() and bool(text.strip()))}"
