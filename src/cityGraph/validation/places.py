"""Finds the file and line of what a finding is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import BadData
from ..escape import sparql_iri
from ..store.files import media_type
from ..store.files import read as read_file

if TYPE_CHECKING:
    from collections.abc import Iterable

Found = tuple[str, str, str]  # the name of a rule, what it finds wrong, and the IRI of what that is about


class Places:
    """The Turtle files of a graph, in which things are found by scanning, since no parser keeps line numbers.

    Attributes:
        texts: The text of each file that could be read, by its path.
    """

    texts: dict[str, str]

    def __init__(self, files: Iterable[str]) -> None:
        self.texts = {}
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
            forms = [re.escape(sparql_iri(about))]
            for prefix, namespace in re.findall(r"(?mi)^\s*@?prefix\s+([\w.-]*:)\s*<([^>]*)>", text):
                if about.startswith(namespace):
                    forms.append(re.escape(prefix + about[len(namespace) :]))
            subject = re.search(
                rf"(?m)(?:^|\.[ \t]+)\s*(?P<term>{'|'.join(forms)})(?=[\s;])[^.;]*?(?:\ba\b|;|rdf:)", text
            )
            subject = subject or re.search(rf"(?m)^\s*(?P<term>{'|'.join(forms)})(?=\s)", text)
            if subject:
                return file, text.count("\n", 0, subject.start("term")) + 1
        return None, None
