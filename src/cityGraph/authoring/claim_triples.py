"""The accepted claims of a folder of sheets as triples: each claim, and the passages that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exports.turtle_terms import RDF, TYPE
from ..model.claim import BASES
from ..model.positions import parts as parts_of
from ..model.sheets import Refused
from ..namespaces import CG, PREFIXES
from .cell_terms import XSD, tag_of, words_in
from .claim_terms import ClaimTerms, status_without_proof
from .columns import UNTAGGED
from .names_of_claims import CLAIM, PASSAGE, Quote, claim_name, numbered, passage_names
from .passages import Passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.sheets import Accepted
    from .csv_table import Row
    from .draft import Triple
    from .folder_names import FolderNames
    from .sheet_claims import Said

_FOUND = {CG + "positions", CG + "basis"}  # what the proof finds
_OA, _SOURCE = PREFIXES["oa"], PREFIXES["dcterms"] + "source"


class Told:
    """A claim of the sheet that is accepted.

    Attributes:
        said: What its first row says.
        rows: Its rows: the first, and those that add a passage.
        accepted: What the proof found.
        iri: Its IRI; empty until it has a name.
        parts: Its terms by the IRI of their property.
        quotes: Its passages, each with the id that its row gives, or an empty one.
        passages: The IRIs of its passages.
    """

    def __init__(self, said: Said, accepted: Accepted) -> None:
        self.said, self.accepted = said, accepted
        self.rows: list[Row] = [said.row, *said.more]
        self.iri = ""
        self.parts: dict[str, list[Any]] = {}
        self.quotes: list[tuple[Quote, str]] = []
        self.passages: list[str] = []

    @property
    def same(self) -> str:
        """What two rows that say the same have in common: all but the words that say it."""
        said = sorted((p, sorted(map(str, terms))) for p, terms in self.parts.items() if p not in _FOUND)
        return repr((self.said.row.cells.get("id", ""), self.said.source.key, said))

    @property
    def content(self) -> tuple[object, ...]:
        """A key that sorts claims by what they say."""
        said = sorted((p, str(term)) for p, terms in self.parts.items() for term in terms)
        return said, sorted(quote.place for quote, _ in self.quotes)


class ClaimTriples:
    """Makes the triples of claims.

    Attributes:
        refused: The cells that are refused.
        told: The claims, in the order of their rows.
    """

    def __init__(self, file: str, names: FolderNames, languages: Sequence[str]) -> None:
        self.file, self._names = file, names
        self.terms = ClaimTerms(names, languages)
        self.refused: list[Refused] = []
        self.told: list[Told] = []

    def add(self, said: Said, accepted: Accepted) -> bool:
        """Add a claim.

        Args:
            said: What its rows say.
            accepted: What the proof found.

        Returns:
            Whether it was added; if not, a cell is refused.
        """
        told = Told(said, accepted)
        try:
            told.parts = {**self.terms.qualifiers(said), **self.terms.ends(said)}
            told.quotes = Passages(self._names, said, accepted).quotes() if not said.inferred else []
        except ValueError as error:
            column, reason = error.args if len(error.args) == 2 else ("", str(error))
            self.refused.append(Refused(self.file, said.row.number, column, reason))
            return False
        self._complete(told)
        self.told.append(told)
        return True

    def _complete(self, told: Told) -> None:
        """Add what the proof found, and what follows from it."""
        from pyoxigraph import Literal, NamedNode

        said, accepted, parts = told.said, told.accepted, told.parts
        relation = parts[RDF + "predicate"][0].value
        status = said.statement.status or accepted.status or status_without_proof(relation)
        parts[CG + "status"] = [NamedNode(CG + status)]
        parts[CG + "basis"] = [NamedNode(CG + (said.basis or accepted.basis or BASES[0]))]
        if said.inferred:
            parts[_SOURCE] = [NamedNode(self._names.source(each)) for each in said.sources]
        if positions := said.row.cells.get("positions") or _placed(accepted.positions, parts):
            parts[CG + "positions"] = [Literal(positions)]
        if key := said.row.cells.get("id"):
            told.iri = self._names.iris.iri(key, CLAIM)

    def triples(self) -> list[Triple]:
        """Make the triples of all claims, with a name for each claim and passage that has none.

        Returns:
            The triples.
        """
        from pyoxigraph import NamedNode

        base = self._names.iris.base
        # Rows that say the same are one claim, with the passages of all.
        first: dict[str, Told] = {}
        for each in sorted(self.told, key=lambda each: each.content):
            first.setdefault(each.same, each)
        told = list(first.values())
        open_ = [each for each in told if not each.said.row.cells.get("id")]
        taken = [each.iri for each in told if each.said.row.cells.get("id")]
        names = numbered(((f"{base}{CLAIM}{_name(each)}", each) for each in open_), taken)
        for each in open_:
            each.iri = names[each]
        for each in self.told:
            each.iri = first[each.same].iri
        given: dict[Quote, set[str]] = {}
        for each in self.told:
            for quote, key in each.quotes:
                if key:
                    given.setdefault(quote, set()).add(self._names.iris.iri(key, PASSAGE))
        alone = {quote: next(iter(iris)) for quote, iris in given.items() if len(iris) == 1}
        nameless: dict[str, list[Quote]] = {}
        for each in self.told:
            nameless.setdefault(each.iri, []).extend(quote for quote, key in each.quotes if not key)
        passages = passage_names(nameless, alone, {iri for iris in given.values() for iri in iris}, base)
        made: dict[Triple, None] = {}
        for each in self.told:
            claim = NamedNode(each.iri)
            made[claim, NamedNode(TYPE), NamedNode(CG + "Claim")] = None
            each.passages = []
            for predicate, terms in first[each.same].parts.items():
                made |= dict.fromkeys((claim, NamedNode(predicate), term) for term in terms)
            for quote, key in each.quotes:
                node = NamedNode(self._names.iris.iri(key, PASSAGE) if key else passages[quote])
                made[claim, NamedNode(CG + "evidence"), node] = None
                made |= dict.fromkeys(_passage(node, quote))
                each.passages.append(node.value)
        made |= dict.fromkeys(triple for unit in self.terms.quantities.made.values() for triple in unit)
        return list(made)


def _name(told: Told) -> str:
    from pyoxigraph import NamedNode

    subject, relation, found = (told.parts[RDF + end][0] for end in ("subject", "predicate", "object"))
    if isinstance(found, NamedNode):
        return claim_name(subject.value, relation.value, found.value)
    counted = told.parts.get(CG + "quantity")
    words = counted[0].value if counted else ""
    if not words and (tag_of(found) != UNTAGGED or found.datatype.value == XSD + "string"):
        words = found.value
    return claim_name(subject.value, relation.value, words=words)


def _passage(node: Any, quote: Quote) -> list[Triple]:
    from pyoxigraph import Literal, NamedNode

    integer = NamedNode(XSD + "integer")
    found: list[Triple] = [
        (node, NamedNode(TYPE), NamedNode(CG + "Passage")),
        (node, NamedNode(_OA + "hasSource"), NamedNode(quote.source)),
    ]
    for predicate, number in (
        (CG + "paragraph", quote.paragraph),
        (_OA + "start", quote.start),
        (_OA + "end", quote.end),
    ):
        found += [(node, NamedNode(predicate), Literal(number, datatype=integer))] if number else []
    if quote.phrase:
        found.append((node, NamedNode(CG + "phrase"), words_in(quote.phrase, quote.language or UNTAGGED)))
    return found


_ROLES = {"measure": "quantity", "due": "dueBy"}


def _placed(positions: str, parts: dict[str, list[Any]]) -> str:
    """Return positions with the names that the model has for the parts of a claim, and only of parts that it has."""
    known = {"subject", "relation", "object", "modal", *(each.removeprefix(CG) for each in parts)}
    found = [(_ROLES.get(role, role), ranges) for role, ranges in parts_of(positions)]
    return "; ".join(f"{role} {ranges}" for role, ranges in found if role in known)
