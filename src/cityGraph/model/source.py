"""What is known about one source."""

from __future__ import annotations

from typing import Any

from .noun import Noun


class Source(Noun):
    """A text that claims are taken from. What is unknown is None or empty.

    Attributes:
        iri: The IRI of the source.
        label: The short name that answers print for it.
        title: Its title.
        authors: The names of its authors.
        publisher: The name of its publisher.
        date: The date of publication.
        url: The address of its page.
        quality: Its grade: ``A``, ``B`` or ``M``.
        title_language: The language tag of its title.
        title_gloss: A translation of its title into the language of the open graph, which is ours.
    """

    iri: str
    label: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date: str | None
    url: str | None
    quality: str | None
    title_language: str | None = None
    title_gloss: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the source as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "title", "authors", "publisher", "date", "url", "quality", "title_language",
            "title_gloss"}``.
        """
        return {field: getattr(self, field) for field in self.fields} | {"authors": list(self.authors)}
