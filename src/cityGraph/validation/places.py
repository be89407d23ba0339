"""Finds the file and line of what a finding is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import BadData
from ..store.files import media_type
from ..store.files import read as read_file

if TYPE_CHECKING:
    from collections.abc import Iterable

Found = tuple[str, str, str]  # the name of a rule, what it finds wrong, and the IRI of what that is about


# What may be the subject of statements: an IRI or a name with a prefix, at the start of a line or after a full stop.
_SUBJECT = re.compile(
    r"(?m)(?:^|\.[ \t]+)[ \t]*(?P<term><[^<>\s]*>|[\w.-]*:(?:[^\s;,.()\[\]<>\"']|\.(?=\w))*)(?=[\s;])"
)
_STATEMENT = re.compile(r"[^.;]*?(?:\ba\b|;|rdf:)")
_PREFIX = re.compile(r"(?mi)^\s*@?prefix\s+([\w.-]*:)\s*<([^>]*)>")


class Places:
    """The Turtle files of a graph, in which things are found by scanning, since no parser keeps line numbers.

    Each file is scanned once, when a thing is first looked for in it.

    Attributes:
        texts: The text of each file that could be read, by its path.
    """

    texts: dict[str, str]

    def __init__(self, files: Iterable[str]) -> None:
        self.texts = {}
        self._lines: dict[str, dict[str, int]] = {}
        for file in files:
            try:
                if media_type(file) == "text/turtle":
                    self.texts[file] = read_file(file).decode()
            except BadData:
                continue

    def find(self, about: str) -> tuple[str | None, int | None]:
        """Find where the statements about a thing begin.

        Args:
            about: The IRI of the thing.

        Returns:
            The file and the line, counted from 1; (None, None) if no file describes the thing.
        """
        for file, text in self.texts.items():
            if file not in self._lines:
                self._lines[file] = _lines(text)
            if line := self._lines[file].get(about):
                return file, line
        return None, None


def _lines(text: str) -> dict[str, int]:
    """Return by IRI the line on which its statements begin, or else that on which it first begins a line."""
    prefixes = dict(_PREFIX.findall(text))
    starts: dict[str, int] = {}
    first: dict[str, int] = {}
    line, at = 1, 0
    for match in _SUBJECT.finditer(text):
        term, start = match["term"], match.start("term")
        line += text.count("\n", at, start)
        at = start
        prefix, _, name = term.partition(":")
        iri = term[1:-1] if term.startswith("<") else prefixes.get(prefix + ":", "") + name.replace("\\", "")
        if iri not in starts and _STATEMENT.match(text, match.end()):
            starts[iri] = line
        first.setdefault(iri, line)
    return first | starts
