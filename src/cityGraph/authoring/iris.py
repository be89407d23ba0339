"""The ids of sheets and the IRIs of graphs: how one becomes the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..namespaces import PREFIXES, expand

if TYPE_CHECKING:
    from collections.abc import Mapping

THINGS = "https://w3id.org/citygraph/id/"  # where the things of a city are that names no other place
_LOCAL = re.compile(r"[^\s:<>\"{}|^`\\/#?]+(?:/[^\s:<>\"{}|^`\\/#?]+)*")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]+")


class Iris:
    """The base and the prefixes of one folder of sheets.

    Attributes:
        base: What stands before the id of a thing in its IRI.
        prefixes: Other namespaces by prefix.

    Examples:
        >>> iris = Iris("https://example.org/b/", {"cn": "https://example.org/cn/"})
        >>> iris.iri("mill"), iris.iri("cn:port"), iris.iri("a b")
        ('https://example.org/b/mill', 'https://example.org/cn/port', '')
        >>> iris.id("https://example.org/b/mill"), iris.id("https://example.org/cn/port"), iris.id("urn:x")
        ('mill', 'cn:port', 'urn:x')
    """

    def __init__(self, base: str, prefixes: Mapping[str, str]) -> None:
        self.base = base
        self.prefixes = dict(prefixes)
        self._all = {**PREFIXES, **self.prefixes}
        # The longest namespace that fits is the one that is meant.
        self._spaces = sorted(self.prefixes.items(), key=lambda pair: (-len(pair[1]), pair[0]))

    def iri(self, key: str, within: str = "") -> str:
        """Return the IRI that an id means.

        Args:
            key: An id, one with a prefix, or an IRI.
            within: What stands between the base and the id, such as ``claim/``.

        Returns:
            The IRI; empty if the id is none.
        """
        if _LOCAL.fullmatch(key):
            return f"{self.base}{within}{key}"
        whole = expand(key, self._all)
        return whole if _ABSOLUTE.fullmatch(whole) and (whole != key or "/" in key or key[:4] == "urn:") else ""

    def id(self, iri: str, within: str = "") -> str:
        """Return the id of an IRI, which `iri` takes back to it.

        Args:
            iri: An IRI.
            within: What may stand between the base and the id.

        Returns:
            The shortest id.
        """
        for before, space in [("", self.base + within), *((f"{name}:", space) for name, space in self._spaces)]:
            key = before + iri.removeprefix(space)
            if iri.startswith(space) and self.iri(key, within) == iri:
                return key
        return iri
