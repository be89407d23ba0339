"""The answer of `suggest`: things and claims that the texts of a folder of sheets say."""

from __future__ import annotations

from typing import Any

from .noun import Noun

THINGS_FILE, CLAIMS_FILE = "suggested-things.csv", "suggested.csv"  # beside the tables of the folder


class SuggestedThing(Noun):
    """A row of things that is suggested.

    Attributes:
        name: Its name as the text has it; the longest if there are several.
        kind: Its kind, as a sheet calls it.
        aliases: Its other names in the text.
        note: The sentence in which it was found.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    note: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """The cells of its row, by their columns."""
        return {**self.as_json(), "aliases": "|".join(self.aliases)}

    def as_json(self) -> dict[str, Any]:
        """Return the row as a dictionary for JSON.

        Returns:
            ``{"name", "kind", "aliases", "note"}``.
        """
        return {"name": self.name, "kind": self.kind, "aliases": list(self.aliases), "note": self.note}


class SuggestedClaim(Noun):
    """A row of claims that is suggested: the text of its source proves it.

    Attributes:
        subject: The name of a thing.
        relation: The relation, as a sheet calls it.
        object: The name of a thing, a number or a few words.
        status: ``realised``, ``planned`` or ``targeted``.
        source: The key of its source.
        paragraph: The number of the paragraph of the quote.
        quote: The words of the text that carry it.
        measure: What a number counts; empty for other objects.
        unit: Its unit.
        comparator: The word at the number, such as 约.
        period: When, in ISO 8601; empty if the text does not say it at the words.
    """

    subject: str
    relation: str
    object: str
    status: str
    source: str
    paragraph: str
    quote: str
    measure: str = ""
    unit: str = ""
    comparator: str = ""
    period: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """The cells of its row, by their columns."""
        return {field: getattr(self, field) for field in self.fields}

    def as_json(self) -> dict[str, Any]:
        """Return the row as a dictionary for JSON.

        Returns:
            ``{"subject", "relation", "object", "status", "source", "paragraph", "quote", "measure", "unit",
            "comparator", "period"}``.
        """
        return dict(self.cells)


class Suggested(Noun):
    """The answer of `suggest`.

    Attributes:
        folder: The folder of sheets.
        things: The things that are suggested, in the order in which the texts name them.
        claims: The claims that are suggested, in the order of the texts.
        notes: What was recognised or left out while the sheets were read; one sentence each.
    """

    folder: str
    things: tuple[SuggestedThing, ...]
    claims: tuple[SuggestedClaim, ...]
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"things", "claims"}``.
        """
        return {
            "things": [each.as_json() for each in self.things],
            "claims": [each.as_json() for each in self.claims],
        }
