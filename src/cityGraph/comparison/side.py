"""Read two graphs once, and find what they say differently and which things that concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import sparql_iri
from ..graph.plain_triples import claims_of_triples, has_claims, said_by
from ..graph.reader import read, read_claims
from ..namespaces import NAMES, PREFIXES
from ..store.triple_lines import triple_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from ..model.claim import Claim
    from ..model.query import Term
    from ..store.city import CityGraph

Triple = tuple["Term", "Term", "Term"]
TYPE = PREFIXES["rdf"] + "type"
REPLACED = PREFIXES["dcterms"] + "isReplacedBy"
_MANY = 1_000  # things; the claims on more of them are read faster with all others


class Side:
    """One of two graphs.

    Attributes:
        city: The handle.
        lines: Its triples as lines of text.
        loose: The IRIs of which a triple leads to a nameless node, so that they must be read to be compared.
        claims: By claim the IRI of its subject.
        passages: By passage the claims that it carries.
        replaced: By IRI the one that replaces it.
    """

    def __init__(self, city: CityGraph) -> None:
        """Read what is compared first.

        Args:
            city: An open graph that is not an endpoint.

        Raises:
            CityGraphError: The graph is an endpoint, which is never read whole.
        """
        self.city = city
        self.lines = triple_lines(city)
        self.loose = {thing for (thing,) in city.select_iris("loose")}
        self.claims = {row[0]: row[1] for row in city.select_iris("claimed-subjects")}
        self.passages: dict[str, list[str]] = {}
        for passage, claim in city.select_iris("claimed-passages"):
            self.passages.setdefault(passage, []).append(claim)
        self.replaced: dict[str, str] = {}
        for thing, now in city.select_iris("replacements"):
            self.replaced[thing] = min(now, self.replaced.get(thing, now))
        self._read: dict[str, list[Triple]] = {}

    def triples_of(self, things: Set[str]) -> dict[str, list[Triple]]:
        """Read the triples of some things, each thing once. Those of nameless nodes are left out.

        Args:
            things: Their IRIs.

        Returns:
            By thing its triples, sorted; things without one are left out.
        """
        missing = {thing for thing in things - self._read.keys() if ":" in thing}
        if missing:
            self._read.update((thing, []) for thing in missing)
            asked = None if len(missing) > _MANY else map(sparql_iri, sorted(missing))
            for subject, predicate, what in self.city.select("triples", subject=asked):
                if subject.value in missing:
                    self._read[subject.value].append((subject, predicate, what))
        found = {thing: self._read[thing] for thing in things if self._read.get(thing)}
        return {thing: sorted(rows, key=lambda row: (row[1].value, *map(str, row[2]))) for thing, rows in found.items()}

    def statements_on(self, things: Set[str]) -> list[Claim]:
        """Read the claims whose subject is one of some things; triples that no claim says count as claims.

        Args:
            things: Their IRIs.

        Returns:
            The claims, with those that are inferred.
        """
        wanted = [claim for claim, subject in self.claims.items() if subject in things]
        if len(things) > _MANY or len(wanted) * 2 > len(self.claims) > 0:
            found = read(self.city, None)
        elif has_claims(self.city):
            found = read_claims(self.city, wanted)
            found += claims_of_triples(self.city, things, said_by(found))
        else:
            found = claims_of_triples(self.city, things)
        return [claim for claim in found if claim.subject.iri in things]


class Pair:
    """Two graphs side by side.

    Attributes:
        before: The first graph.
        after: The second graph.
        differing: The triples that only one of them has, each with that graph.
        touched: The things that these triples say something of, by IRI: also as the subject of a claim.
    """

    def __init__(self, before: CityGraph, after: CityGraph) -> None:
        """Read both graphs.

        Args:
            before: An open graph.
            after: Another open graph.

        Raises:
            CityGraphError: One of them is an endpoint.
        """
        self.before, self.after = Side(before), Side(after)
        lines = self.before.lines ^ self.after.lines
        subjects = {line.partition("\t")[0][1:-1] for line in lines}
        self._now: dict[str, str] = {}
        self.touched = self._touched(subjects | self.before.loose | self.after.loose)
        one, other = ({t for each in side.triples_of(subjects).values() for t in each} for side in self.sides)
        self.differing = [(self.before, each) for each in one - other] + [(self.after, each) for each in other - one]

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both graphs, the first first."""
        return self.before, self.after

    def now(self, iri: str) -> str:
        """Return the IRI under which a thing is compared: the last of those that replace it in either graph.

        Args:
            iri: A full IRI.

        Returns:
            The IRI; `iri` itself if neither graph replaces it. Of a circle, the first in the alphabet.
        """
        if iri not in self._now:
            chain = [iri]
            while following := self._following(chain[-1]):
                if following in chain:
                    chain.append(min(chain[chain.index(following) :]))
                    break
                chain.append(following)
            self._now[iri] = chain[-1]
        return self._now[iri]

    def _following(self, iri: str) -> str:
        return min((side.replaced[iri] for side in self.sides if iri in side.replaced), default="")

    def _touched(self, subjects: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for iri in subjects:
            claims: Iterable[str] = [claim for side in self.sides for claim in side.passages.get(iri, ())] or [iri]
            subjects = {side.claims[claim] for side in self.sides for claim in claims if claim in side.claims}
            found |= subjects or {iri}
        together = {self.now(iri) for iri in found}
        return found | together | {old for side in self.sides for old in side.replaced if self.now(old) in together}


def is_name(predicate: str) -> bool:
    """Tell whether a property carries names.

    Args:
        predicate: Its IRI.

    Returns:
        Whether it does.

    Examples:
        >>> is_name("http://www.w3.org/2004/02/skos/core#altLabel"), is_name(TYPE)
        (True, False)
    """
    return predicate in NAMES
