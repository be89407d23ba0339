"""What the tables of a city say, before anything is proved: its things, its sources and its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .city_file import CityFile
from .folder import words_of
from .folder_names import FolderNames
from .sheet_claims import ClaimReader
from .sheet_graph import SheetGraph
from .sheet_sources import Sources
from .sheet_terms import SheetTerms
from .sheet_things import Things

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.sheets import Refused
    from .read_tables import Tables


class SaidTables:
    """What the tables of a city say.

    Attributes:
        claims: What the rows of claims say, one for each claim.
        count: The number of claims, also of those that cannot be read.
        file: What the answer calls the table of claims.
        things: The things.
        sources: The sources.
        terms: The terms of the ontology.
        words: The words that a person added.
        refused: The cells that are refused.
    """

    def __init__(self, tables: Tables, name: str, texts: Iterable[tuple[str, str]] = ()) -> None:
        """Read the tables.

        Args:
            tables: The tables.
            name: What the city is called where the tables do not say it: an id.
            texts: Texts that lie elsewhere, each with the key of its source, or an empty one.
        """
        sheets = tables.sheets
        self.terms = SheetTerms()
        self.things = Things(sheets["things"], self.terms)
        self.sources = Sources(sheets["sources"], tables.folder, texts)
        self.words, wrong_words = words_of(sheets.get("words"), self.terms)
        rows = sheets["claims"].rows
        self.file = sheets["claims"].name
        self.count = len({row.cells.get("id") or row.number for row in rows})
        reader = ClaimReader(self.file, self.things, self.sources, self.terms)
        self.claims = reader.claims(rows)
        self.refused: list[Refused] = [*tables.refused]
        for sheet in sheets.values():
            self.refused += sheet.refused
        self.refused += [*self.things.refused, *self.sources.refused, *wrong_words, *reader.refused]
        self._city = CityFile({} if tables.refused else tables.city, name)

    def graph(self) -> SheetGraph:
        """Begin the graph of the tables.

        Returns:
            A graph without claims, to which accepted ones can be added.
        """
        names = FolderNames(self._city, self.things, self.sources)
        return SheetGraph(self._city, self.things, self.sources, names, self.words, self.file)
