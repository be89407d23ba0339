"""The IRIs of the things and sources of a folder of sheets, and what its cells may call them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.sheets import Refused
from ..names.spelling import fold
from ..namespaces import CG, PREFIXES, expand
from .cell_terms import divided
from .filling import identifier
from .ontology import ontology

if TYPE_CHECKING:
    from .city_file import CityFile
    from .sheet_sources import SheetSource, Sources
    from .sheet_things import NamedThing, Things

_ASCII = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:-]*")
_PLACES = ("claim", "passage")  # what claims and passages are called begins so; no thing does


class FolderNames:
    """Finds what the cells of a folder name, as IRIs.

    Attributes:
        refused: The ids that are none.
        made: The id that each thing without one got, by its key.
    """

    def __init__(self, city: CityFile, things: Things, sources: Sources) -> None:
        self.iris = city.iris
        self.refused: list[Refused] = []
        self.made: dict[str, str] = {}
        self._named, self._sources = things, sources
        self._of_source = {each.key: self._source_iri(each) for each in sources.all}
        self._of_thing: dict[str, str] = {}
        taken = {*self._of_source.values()}
        for each in things.all:
            if each.id:
                self._of_thing[each.thing.key] = iri = self.iris.iri(each.id)
                taken.add(iri)
                if not iri or each.id.partition("/")[0] in _PLACES:
                    reason = "an id has letters, digits and hyphens, and may have a prefix of city.toml"
                    self.refused.append(Refused(things.name, each.row, "id", reason, identifier(each.thing.names)))
        # Ids do not depend on the order of the rows.
        for each in sorted((each for each in things.all if not each.id), key=lambda each: each.thing.names):
            wanted, number = identifier(each.thing.names), 1
            made = wanted
            while self.iris.iri(made) in taken:
                number += 1
                made = f"{wanted}-{number}"
            self.made[each.thing.key] = made
            self._of_thing[each.thing.key] = self.iris.iri(made)
            taken.add(self.iris.iri(made))
        self._exact: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        for iri, words in ontology().words.items():
            for word in words:
                self._exact.setdefault(word, iri)
                self._folded.setdefault(fold(word), iri)

    def _source_iri(self, source: SheetSource) -> str:
        key = source.key if _ASCII.fullmatch(source.key) else identifier([source.key])
        return self.iris.iri(key) or self.iris.iri(source.key) or self.iris.iri(identifier([source.key]))

    def thing(self, thing: NamedThing) -> str:
        """Return the IRI of a thing.

        Args:
            thing: A thing of the sheet.

        Returns:
            Its IRI.
        """
        return self._of_thing[thing.thing.key]

    def of(self, key: str) -> str:
        """Return the IRI of a thing by its key.

        Args:
            key: The key by which the proof knows the thing.

        Returns:
            Its IRI.
        """
        return self._of_thing[key]

    def source(self, source: SheetSource) -> str:
        """Return the IRI of a source.

        Args:
            source: A source of the sheet.

        Returns:
            Its IRI.
        """
        return self._of_source[source.key]

    def named(self, word: str) -> str:
        """Return the IRI of the thing that a word names.

        Args:
            word: A name or an id.

        Returns:
            The IRI; empty if there is none.
        """
        found = self._named.named(word)
        return self._of_thing[found.thing.key] if found else ""

    def iri(self, sort: str, word: str) -> str:
        """Return the IRI that a word means.

        Args:
            sort: ``source``, ``old`` for the IRI of something that is no more, or ``term`` for a term of the ontology
                or a thing.
            word: What stands in a cell.

        Returns:
            The IRI; empty if there is none.
        """
        if sort == "source":
            found = self._sources.named(word)
            return self._of_source[found.key] if found else ""
        if sort == "old":
            return self.iris.iri(word)
        if (iri := self._exact.get(word)) or (iri := self.named(word)) or (iri := self._folded.get(fold(word))):
            return iri
        whole = expand(word, {**PREFIXES, **self.iris.prefixes})
        return whole if whole != word and (not whole.startswith(CG) or whole in ontology().words) else ""

    def word(self, sort: str, iri: str) -> str:  # noqa: ARG002
        """Return a word for an IRI. Of a folder nobody asks for it.

        Args:
            sort: As in `iri`.
            iri: The IRI.

        Returns:
            Its id.
        """
        return self.iris.id(iri)

    def sources_of(self, cell: str) -> list[SheetSource | None]:
        """Return the sources that a cell names.

        Args:
            cell: One key, or several with ``|`` between them.

        Returns:
            The sources; None in the place of a key that no source has.
        """
        return [self._sources.named(key) for key in divided(cell)]
