"""Read the triples of two graphs once, and find what they say differently and which things that concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..graph.plain_triples import claims_of_triples, has_claims, said_by
from ..graph.reader import read, read_claims
from ..namespaces import CG, NAMES, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from ..model.claim import Claim
    from ..model.query import Term
    from ..store.city import CityGraph

Triple = tuple["Term", "Term", "Term"]
TYPE = PREFIXES["rdf"] + "type"
REPLACED = PREFIXES["dcterms"] + "isReplacedBy"
_SUBJECT, _EVIDENCE = PREFIXES["rdf"] + "subject", CG + "evidence"
_MANY = 1_000  # things; the claims on more of them are read faster with all others


class Side:
    """One of two graphs, with its triples.

    Attributes:
        city: The handle.
        triples: The triples with IRIs or literals alone, without those of the ontology.
        loose: The IRIs of which a triple leads to a nameless node, so that they must be read to be compared.
        claims: By claim the IRI of its subject.
        passages: By passage the claims that it carries.
        replaced: By IRI the one that replaces it.
    """

    def __init__(self, city: CityGraph) -> None:
        """Read the triples of an open graph.

        Args:
            city: An open graph that is not an endpoint.

        Raises:
            CityGraphError: The graph is an endpoint, which is never read whole.
        """
        city.read_here()
        self.city = city
        self.triples: set[Triple] = set()
        self.loose: set[str] = set()
        self.claims: dict[str, str] = {}
        self.passages: dict[str, list[str]] = {}
        self.replaced: dict[str, str] = {}
        for subject, predicate, what in city.select("triples"):
            if subject.type == "bnode":
                continue
            if what.type == "bnode":
                self.loose.add(subject.value)
                continue
            self.triples.add((subject, predicate, what))
            if predicate.value == _SUBJECT:
                self.claims[subject.value] = what.value
            elif predicate.value == _EVIDENCE:
                self.passages.setdefault(what.value, []).append(subject.value)
            elif predicate.value == REPLACED and what.type == "uri":
                self.replaced[subject.value] = min(what.value, self.replaced.get(subject.value, what.value))

    def about(self, things: Set[str]) -> dict[str, list[tuple[str, Term]]]:
        """List what the triples say of some things.

        Args:
            things: Their IRIs.

        Returns:
            By thing each predicate with its object, sorted; things without a triple are left out.
        """
        found: dict[str, list[tuple[str, Term]]] = {}
        for subject, predicate, what in self.triples:
            if subject.value in things:
                found.setdefault(subject.value, []).append((predicate.value, what))
        return {thing: sorted(rows, key=lambda row: (row[0], *map(str, row[1]))) for thing, rows in found.items()}

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
        one, other = self.before.triples, self.after.triples
        self.differing = [(self.before, each) for each in one - other] + [(self.after, each) for each in other - one]
        self._now: dict[str, str] = {}
        self.touched = self._touched()

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

    def _touched(self) -> set[str]:
        found: set[str] = set()
        for iri in {triple[0].value for _, triple in self.differing} | self.before.loose | self.after.loose:
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
