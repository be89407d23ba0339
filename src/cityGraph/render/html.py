"""HTML elements whose content is escaped unless already marked as HTML.

Whatever a label holds, a reader gets its characters and a machine gets none of them as markup: in HTML what is not a
`Markup` is escaped where it is put in, in CommonMark a backslash stands before each mark that could mean something.
"""

from __future__ import annotations

from html import escape

from ..escape import one_line

_VOID = frozenset(("meta",))


class Markup(str):
    """HTML that is escaped already."""

    __slots__ = ()


def element(tag: str, *inside: str | None, **attributes: str | None) -> Markup:
    """An HTML element; what stands in it is escaped unless it is `Markup`, and what is None is left out.

    >>> element("td", "a < b", element("b", "c"), class_="x", lang=None)
    '<td class="x">a &lt; b<b>c</b></td>'
    """
    given = (
        f' {name.rstrip("_").replace("_", "-")}="{escape(one_line(value))}"'
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
    return f"{' ' * text[:1].isspace()}{one_line(text)}{' ' * (text[-1:].isspace() and bool(text.strip()))}"
