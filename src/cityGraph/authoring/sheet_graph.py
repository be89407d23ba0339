"""What a folder of sheets says, as one graph in the model of the shipped city: completed, and laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..exports.canonical import write
from ..exports.turtle_terms import RDF, TYPE
from ..model.sheets import Filled
from ..namespaces import CG, local
from ..store.files import RdfFile
from ..store.open import open as open_city
from .added_words import word_triples
from .claim_triples import ClaimTriples
from .languages import guess, with_languages
from .layout import with_plain_triples, with_proofs
from .names_of_claims import CLAIM
from .ontology import ontology
from .property_triples import Properties
from .told_languages import tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model.sheets import Accepted, Refused
    from ..proof.text import Text
    from ..store.city import CityGraph
    from .city_file import CityFile
    from .draft import Triple
    from .folder_names import FolderNames
    from .proving import Words
    from .sheet_sources import Sources
    from .sheet_things import NamedThing, Things

OUTPUT = "city.ttl"
# Qualifiers that are a part of what is proved.
PROVED = {CG + name for name in ("unit", "comparator", "quantity", "period", "dueBy")}


class SheetGraph:
    """The graph of a folder of sheets.

    Attributes:
        refused: The cells that are refused when terms are made of them.
        claims: The claims.
        properties: Things and sources.
        idle: The things that no claim names; they are left out.
    """

    def __init__(
        self, city: CityFile, things: Things, sources: Sources, names: FolderNames, words: Sequence[Words], claims: str
    ) -> None:
        self._words = words
        self._city, self._things, self._sources, self._names = city, things, sources, names
        self._languages = city.languages or _languages(things)
        self.properties = Properties(names, self._languages)
        self.claims = ClaimTriples(claims, names, self._languages)
        self.idle: list[NamedThing] = []

    @property
    def refused(self) -> list[Refused]:
        """The cells that are refused."""
        return [*self._names.refused, *self.properties.refused, *self.claims.refused]

    def triples(self) -> list[Triple]:
        """Make the triples of the sheets, complete but for plain triples and degrees of proof.

        Returns:
            The triples.
        """
        claims = self.claims.triples()
        named = {o.value for _, p, o in claims if hasattr(o, "value") and p.value != TYPE}
        named |= {o.value for _, p, o in claims if p.value == RDF + "subject"}
        made: list[Triple] = []
        self.idle = []
        self.properties.filled.clear()
        for thing in self._things.all:
            if self._names.thing(thing) in named:
                made += self.properties.thing(self._things.name, thing)
            else:
                self.idle.append(thing)
        sources = [self._names.source(source) for source in self._sources.all]
        for source in self._sources.all:
            made += self.properties.source(self._sources.name, source)
        made += word_triples(self._words, self._names.iris.base, self._languages)
        triples = [*self._city.triples(sources, self._names.named), *made, *claims]
        return tagged(with_languages(triples, ontology().triples), self._languages)

    def laid_out(self) -> tuple[str, CityGraph]:
        """Complete the graph and lay it out.

        Returns:
            The Turtle of the graph, and the graph, opened.
        """
        triples = self.triples()
        prefixes = self._names.iris.prefixes
        with _opened(write(triples, prefixes)) as city:
            whole = with_proofs(city, with_plain_triples(city, triples))
        turtle = write(whole, prefixes)
        return turtle, _opened(turtle)

    def drop(self, refused: Iterable[Refused]) -> bool:
        """Leave out the claims of rows that are refused.

        Args:
            refused: Cells that are refused.

        Returns:
            Whether there was any such claim.
        """
        rows = {each.row for each in refused if each.table == self.claims.file}
        kept = [told for told in self.claims.told if not rows & {row.number for row in told.rows}]
        dropped = len(kept) < len(self.claims.told)
        self.claims.told[:] = kept
        return dropped

    def accepted(self, degrees: Mapping[str, str]) -> tuple[Accepted, ...]:
        """Return the claims with what the graph says of them.

        Args:
            degrees: The degree of proof of each claim, by its IRI.

        Returns:
            The claims, in the order of their rows.
        """
        found = []
        for told in self.claims.told:
            status, basis = (local(told.parts[CG + name][0].value) for name in ("status", "basis"))
            positions = "".join(term.value for term in told.parts.get(CG + "positions", ()))
            proof = degrees.get(told.iri, told.accepted.proof)
            found.append(told.accepted.replace(proof=proof, status=status, basis=basis, positions=positions))
        return tuple(found)

    def filled(self) -> tuple[Filled, ...]:
        """Return what was filled in where a cell was empty.

        Returns:
            The cells of things and sources, then those of claims.
        """
        base = self._names.iris
        cells = list(self.properties.filled)
        for told in self.claims.told:
            given, row = told.said.row.cells, told.said.row.number
            found = {"id": base.id(told.iri, CLAIM)}
            found |= {name: local(told.parts[CG + name][0].value) for name in ("status", "basis")}
            found |= {"positions": "".join(term.value for term in told.parts.get(CG + "positions", ()))}
            quote = told.quotes[0][0] if told.quotes else None
            found |= {"paragraph": quote.paragraph, "quote": quote.phrase} if quote else {}
            cells += [
                (self.claims.file, row, name, value) for name, value in found.items() if value and not given.get(name)
            ]
        return tuple(Filled(*cell) for cell in cells)

    @property
    def notes(self) -> list[str]:
        """What was left out, one sentence each."""
        if not self.idle:
            return []
        names = ", ".join(short(each.thing.names[0]) for each in self.idle[:3]) + (", …" if len(self.idle) > 3 else "")
        things = "thing is" if len(self.idle) == 1 else "things are"
        return [f"{len(self.idle)} {things} in no claim and not in the graph: {names}."]

    def places(self) -> dict[str, tuple[str, int]]:
        """Say where the things of the graph stand in the sheets.

        Returns:
            The file and the row of each thing, source, claim and passage, by IRI.
        """
        found = {self._names.thing(each): (self._things.name, each.row) for each in self._things.all}
        found |= {self._names.source(each): (self._sources.name, each.row) for each in self._sources.all}
        for each in self.claims.told:
            for passage in each.passages:
                found.setdefault(passage, (self.claims.file, each.said.row.number))
        return found | {each.iri: (self.claims.file, each.said.row.number) for each in self.claims.told}

    def proved(self) -> set[str]:
        """List the claims that a text was found to say, and that say no more than was proved.

        Returns:
            Their IRIs.
        """
        return {
            told.iri
            for told in self.claims.told
            if told.accepted.positions
            and not told.said.row.cells.get("positions")
            and not (ontology().qualifiers.keys() & told.parts.keys()) - PROVED
        }

    def texts(self) -> dict[str, Text]:
        """List the texts at hand.

        Returns:
            The texts, by the IRI of their source.
        """
        return {self._names.source(each): each.text for each in self._sources.all if each.text}


def _opened(turtle: str) -> CityGraph:
    return open_city(RdfFile(OUTPUT, turtle.encode(), "text/turtle", f"urn:{OUTPUT}", {}))


def _languages(things: Things) -> list[str]:
    """Guess the languages of a folder by the names of its things, the most frequent first."""
    counts: dict[str, int] = {}
    for thing in things.all:
        tag = guess(thing.thing.names[0])
        counts[tag] = counts.get(tag, 0) + 1
    return sorted(counts, key=lambda tag: (-counts[tag], tag))
