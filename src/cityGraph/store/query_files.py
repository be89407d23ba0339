"""The stored queries of `store/queries/`: read, with parameters bound and prefixes added."""

from __future__ import annotations

import re
from os import path
from typing import TYPE_CHECKING

from ..namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

# Patterns are compiled where a stranger's query needs them: the library's own never do.
_QUIET = (
    r"""<[^<>"{}|^`\\\s]*>|'''(?:\\.|[^\\])*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\"|\\."""
    r"""|'(?:\\.|[^'\\\n])*+'?|"(?:\\.|[^"\\\n])*+"?|\#[^\n]*"""
)


def prologue(prefixes: Iterable[str] = PREFIXES) -> str:
    r"""The PREFIX lines that every query starts with.

    >>> prologue(["cg"])
    'PREFIX cg: <https://w3id.org/citygraph/ontology#>\n'
    """
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in prefixes)


def named(name: str) -> str:
    """The text of ``queries/<name>.rq``."""
    with open(path.join(path.dirname(__file__), "queries", f"{name}.rq"), encoding="utf-8") as stream:
        return stream.read()


def bind(text: str, **values: Iterable[str] | None) -> str:
    """`text` with the contents of each ``VALUES ?name { … }`` line replaced; None takes the line away.

    >>> bind("VALUES ?entity { ty:taiyuan } ?entity ?p ?o", entity=["ty:taigang"])
    'VALUES ?entity { ty:taigang } ?entity ?p ?o'
    >>> bind("VALUES ?entity { ty:taiyuan } ?entity ?p ?o", entity=None).strip()
    '?entity ?p ?o'
    """
    places = sorted((text.find(f"VALUES ?{name} {{"), name) for name in values)
    done, at = [], 0
    for start, name in places:
        if start < 0:
            raise KeyError(name)
        given = values[name]
        done += [text[at:start], "" if given is None else f"VALUES ?{name} {{ {' '.join(given)} }}"]
        at = text.index("}", start) + 1
    return "".join([*done, text[at:]])


def without_strings(text: str) -> str:
    """`text` with blanks for its IRIs, strings and comments."""
    return re.sub(_QUIET, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL)
