"""The claims of a graph as rows: one for each passage, the first of which says the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exports.turtle_terms import RDF
from ..model.positions import number
from ..namespaces import CG, PREFIXES, local, shorten
from .cell_terms import tag_of
from .claim_terms import default_value
from .columns import UNTAGGED
from .names_of_claims import CLAIM, PASSAGE, Quote, claim_name, passage_names
from .ontology import kebab
from .rows_of_properties import property_cells, table
from .sheet_terms import SheetTerms
from .told_languages import told_languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .draft import Triple
    from .graph_names import GraphNames
    from .sheets_of_graph import GraphParts

_ENDS = {name: RDF + name for name in ("subject", "predicate", "object")}
_SOURCE = PREFIXES["dcterms"] + "source"
_OA = PREFIXES["oa"]
_NAMES = tuple(PREFIXES["skos"] + name for name in ("altLabel", "prefLabel"))
_NUMBERS = (CG + "paragraph", _OA + "start", _OA + "end")


def claim_rows(
    parts: GraphParts, triples: Sequence[Triple], names: GraphNames, languages: Sequence[str]
) -> list[list[str]]:
    """Write the table of claims.

    Args:
        parts: The graph.
        triples: Its triples.
        names: Words for IRIs.
        languages: The languages of the graph, the main one first.

    Returns:
        The headings, and the rows in the order of the sources.
    """
    return table("claims", _Rows(parts, triples, names, languages).rows())


class _Rows:
    def __init__(
        self, parts: GraphParts, triples: Sequence[Triple], names: GraphNames, languages: Sequence[str]
    ) -> None:
        self.parts, self.names, self.languages = parts, names, languages
        self.terms = SheetTerms()
        self.told = told_languages(triples, languages)
        self.details = property_cells("claims", parts.claims, names, languages)
        self.quotes = {
            iri: self._quote(iri, about) for iri, about in parts.passages.items() if _OA + "hasSource" in about
        }
        self.named_passages = self._named_passages()

    def _quote(self, iri: str, about: dict[str, list[Any]]) -> Quote:
        numbers = [next((term.value for term in about.get(predicate, ())), "") for predicate in _NUMBERS]
        phrase = next(iter(about.get(CG + "phrase", ())), None)
        language = ""
        if phrase is not None and self.told.get((iri, phrase.value), UNTAGGED) != tag_of(phrase):
            language = tag_of(phrase)
        paragraph, start, end = numbers
        words = phrase.value if phrase else ""
        return Quote(about[_OA + "hasSource"][0].value, paragraph, start, end, words, language)

    def evidence(self, claim: str) -> list[str]:
        """Return the passages of a claim, in the order of the source."""
        cited = [node.value for node in self.parts.claims[claim].get(CG + "evidence", ())]
        return sorted((iri for iri in cited if iri in self.quotes), key=lambda iri: (self.quotes[iri].place, iri))

    def _named_passages(self) -> set[str]:
        """Return the passages whose rows must say what they are called."""
        base = self.names.iris.base
        several: dict[Quote, list[str]] = {}
        for iri, quote in self.quotes.items():
            several.setdefault(quote, []).append(iri)
        named = {iri for iris in several.values() if len(iris) > 1 for iri in iris}
        while True:
            given = {self.quotes[iri]: iri for iri in named}
            cited = {
                claim: [self.quotes[iri] for iri in self.evidence(claim) if iri not in named]
                for claim in self.parts.claims
            }
            found = passage_names(cited, given, named, base)
            wrong = {iri for iri, quote in self.quotes.items() if iri not in named and found.get(quote, iri) != iri}
            if not wrong:
                return named
            named |= wrong

    def rows(self) -> list[dict[str, str]]:
        rows: list[dict[str, str]] = []
        for claim in sorted(self.parts.claims, key=self._place):
            rows += self._of(claim)
        return rows

    def _place(self, claim: str) -> tuple[object, ...]:
        quotes = [self.quotes[iri] for iri in self.evidence(claim)]
        if not quotes:
            return 1, "", 0, 0, claim
        first = quotes[0]
        return (
            0,
            first.source,
            number(first.paragraph) or 10**6 * (not first.paragraph),
            number(first.start) or 0,
            claim,
        )

    def _of(self, claim: str) -> list[dict[str, str]]:
        about = self.parts.claims[claim]
        subject, relation, found = (about[predicate][0] for predicate in _ENDS.values())
        first = {**self.details[claim], "subject": self.names.thing(subject.value)}
        value = hasattr(found, "datatype")
        first["relation"] = self._relation(relation.value, value=value)
        first["object"] = found.value if value else self.names.thing(found.value)
        if value and (datatype := self._datatype(claim, relation.value, found)):
            first["datatype"] = datatype
        first |= {name: local(about[CG + name][0].value) for name in ("status", "basis") if CG + name in about}
        if positions := about.get(CG + "positions"):
            first["positions"] = positions[0].value
        if sources := about.get(_SOURCE):
            first["source"] = "|".join(sorted(self.names.iris.id(term.value) for term in sources))
        passages = self.evidence(claim)
        counted = next((term.value for term in about.get(CG + "quantity", ())), "")
        words = counted or (found.value if value and (found.language or _is_text(found)) else "")
        name = claim_name(subject.value, relation.value, "" if value else found.value, words if value else "")
        if len(passages) > 1 or claim != f"{self.names.iris.base}{CLAIM}{name}":
            first["id"] = self.names.iris.id(claim, CLAIM)
        same = {column: first[column] for column in ("subject", "relation", "object", "id") if column in first}
        rows = [{**same, **self._passage(iri)} for iri in passages]
        return [{**first, **(rows[0] if rows else {})}, *rows[1:]]

    def _passage(self, iri: str) -> dict[str, str]:
        quote = self.quotes[iri]
        row = {"source": self.names.iris.id(quote.source), "quote": quote.phrase, "quote-language": quote.language}
        row |= {"paragraph": quote.paragraph, "start": quote.start, "end": quote.end}
        return row | ({"passage": self.names.iris.id(iri, PASSAGE)} if iri in self.named_passages else {})

    def _relation(self, relation: str, *, value: bool) -> str:
        if relation in _NAMES:
            return shorten(relation)
        name = kebab(local(relation))
        meant = self.terms.relation(name, value=value)
        return name if CG + meant.term == relation else shorten(relation)

    def _datatype(self, claim: str, relation: str, found: Any) -> str:
        """Return what the column datatype must say: nothing if the relation and the form of the value tell it."""
        tag = tag_of(found)
        datatype = f"@{tag}" if found.language else shorten(found.datatype.value).removeprefix("xsd:")
        if self.names.is_name(found.value):
            return datatype
        try:
            told = default_value(relation, found.value)
        except ValueError:
            return datatype
        if _is_text(told):
            return (
                ""
                if self.told.get((claim, found.value), UNTAGGED) == tag and (found.language or _is_text(found))
                else datatype
            )
        return "" if told == found else datatype


def _is_text(found: Any) -> bool:
    return bool(found.datatype.value == PREFIXES["xsd"] + "string")
