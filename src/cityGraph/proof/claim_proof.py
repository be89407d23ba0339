"""Proves claims that have no positions by the text of their source: their words are searched for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.claim import Entity
from ..model.positions import parts, position
from ..names.entities import entities
from ..namespaces import local
from .claim_figures import Figures
from .families import families
from .folded import folded, is_chinese
from .prove import prove
from .reading import Reading
from .said_by import general_relations, said_by
from .statement import Statement, Thing, Verdict
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph
    from .wording import Wording

_DECIMAL = "decimal"
_RANKS = "ranks"
_NO_TARGET = "the text plans this, and sets no target"
_FIGURES_OF = frozenset({"unit", "comparator", "quantity", "ofProduct", "period", "dueBy"})  # a statement has them
# They hold things that no single sentence prints, and are checked elsewhere.
_NOT_PRINTED = frozenset({"order", "openList", "level", "quality", "note"})
_GIVEN = ("subjectWords", "relationWords", "objectWords", "measureWords")  # words that a person pointed out
# What is missing, in the order in which an attempt comes to it: the last says most.
_FAR = ("", "quote", "relation", "subject", "object", "unit", "comparator", "measure", "period", "basis", "status")
_ENDS = frozenset({"subject", "relation", "object"})
_NAMELESS = frozenset({"Indicator", "Target", "Observation"})


class ClaimProof:
    """Proves claims of any city by texts; each text is read once.

    Args:
        city: An open graph.
        wording: Its words.
        claims: All its claims.
        texts: The texts, by the IRI of their source.

    Examples:
        >>> import cityGraph as cg
        >>> from cityGraph.graph.reader import read
        >>> from cityGraph.proof.text import text_of
        >>> from cityGraph.proof.wording import wording
        >>> graph = '''
        ... @prefix : <urn:x:> . @prefix cg: <https://w3id.org/citygraph/ontology#> .
        ... @prefix oa: <http://www.w3.org/ns/oa#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        ... @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        ... :news a cg:Source . :a a cg:City ; skos:prefLabel "Elmford"@en . :b a cg:Firm ; skos:prefLabel "Lumo"@en .
        ... :claim a cg:Claim ; rdf:subject :a ; rdf:predicate cg:aids ; rdf:object :b ; cg:status cg:realised ;
        ...   cg:basis cg:stated ; cg:evidence :p . :p a cg:Passage ; oa:hasSource :news ; cg:phrase "supports Lumo" .
        ... '''
        >>> from tempfile import NamedTemporaryFile
        >>> with NamedTemporaryFile("w", suffix=".ttl") as file:
        ...     _ = file.write(graph), file.flush()
        ...     city = cg.open(file.name)
        >>> claims = read(city, None)
        >>> def proved(text):
        ...     return ClaimProof(city, wording(city), claims, {"urn:x:news": text_of(text)}).check(claims[0])
        >>> proved("Elmford supports Lumo.").positions
        'subject 1:0-7; relation 1:8-16; object 1:17-21'
        >>> proved("Elmford no longer supports Lumo.").column
        'status'
    """

    def __init__(self, city: CityGraph, wording: Wording, claims: Iterable[Claim], texts: dict[str, Text]) -> None:
        self._city, self._wording, self._texts = city, wording, texts
        self._claims = list(claims)
        self._figures = Figures(city, wording, self._claims)
        self._said_by = said_by(city)
        self._general = general_relations(city)
        self._families = families(city)
        known = entities(city, wording.all_names)
        self._things = {
            iri: Thing(iri, known[iri].kind, tuple(sorted(names, key=lambda name: (name != known[iri].label, name))))
            for iri, names in wording.all_names.items()
            if iri in known and known[iri].kind not in _NAMELESS
        }
        self._readings: dict[str, Reading] = {}
        self._quotes: dict[str, Reading] = {}
        self._languages: dict[int, str] = {}  # of readings, which stay as long as this does
        self._words = tuple(
            (word.value, means.value, (word.language or "en").partition("-")[0])
            for word, means in city.select("added-words")
        )
        self._dates = {p.source: p.date for claim in self._claims for p in claim.evidence if p.date}

    def check(self, claim: Claim) -> Verdict:
        """Say whether the text of its source says a claim.

        Args:
            claim: A claim with passages of a source whose text is given. Its positions are not looked at.

        Returns:
            The verdict, with the positions that were found or with what is missing.
        """
        source = claim.evidence[0].source
        reading = self._reading(source)
        refused: list[Verdict] = []
        for statement in self._statements(claim, reading):
            for quote in dict.fromkeys(passage.phrase for passage in claim.evidence):
                verdict = prove(replace(statement, quote=quote), reading)
                verdict = self._whole(claim, statement, verdict, reading) if verdict.proved else verdict
                if verdict.proved:
                    return verdict
                refused.append(verdict)
        name = local(claim.relation.iri)
        unknown = Verdict(proved=False, column="relation", reason=f"no words are known that say «{name}»")
        return max(refused, key=lambda verdict: _FAR.index(verdict.column), default=unknown)

    def at_positions(self, claim: Claim) -> bool:
        """Say whether the text of its source says a claim with the words to which it points.

        Args:
            claim: A claim with positions in a source whose text is given.

        Returns:
            False if the text does not say it, or says it in other words.
        """
        verdict = self.check(claim)
        if not verdict.proved:
            return False
        text = self._texts[claim.evidence[0].source]
        found, given = (
            {role: text.words(position(ranges)) for role, ranges in parts(positions) if role in _ENDS}
            for positions in (verdict.positions, claim.positions or "")
        )
        return found == given

    def by_quotes(self, claim: Claim) -> bool:
        """Say whether one quote of a claim says all of it, as a text would.

        Args:
            claim: A claim with passages.

        Returns:
            False for a resolved claim, and for one whose quotes say it only together.
        """
        if claim.basis != "stated" or not self.knows(claim):
            return False
        source = claim.evidence[0].source
        if source not in self._quotes:
            said = dict.fromkeys(p.phrase for each in self._claims for p in each.evidence if p.source == source)
            self._quotes[source] = self._read(Text(dict(enumerate(said, 1)), ""), source)
        reading = self._quotes[source]
        for statement in self._statements(claim, reading):
            for quote in dict.fromkeys(passage.phrase for passage in claim.evidence):
                verdict = prove(replace(statement, quote=quote), reading)
                if verdict.proved and self._whole(claim, statement, verdict, reading).proved:
                    places = [place for _, ranges in parts(verdict.positions) for place in position(ranges)]
                    if {reading.text.paragraphs[place.paragraph] for place in places} == {quote}:
                        return True
        return False

    def knows(self, claim: Claim) -> bool:
        """Say whether words are known by which a text can say the relation of a claim: then their lack means something.

        Args:
            claim: Any claim.

        Returns:
            False for a special relation, which only its own cues say.
        """
        return bool(self._said_by.get(local(claim.relation.iri))) or self._figures.is_part(claim)

    def _reading(self, source: str) -> Reading:
        if source not in self._readings:
            self._readings[source] = self._read(self._texts[source], source)
        return self._readings[source]

    def _read(self, text: Text, source: str) -> Reading:
        date = self._dates.get(source, "")
        return Reading(text, self._things.values(), families=self._families, date=date, words=self._words)

    # Statements -------------------------------------------------------------------------------------------------------

    def _statements(self, claim: Claim, reading: Reading) -> Iterator[Statement]:
        """Yield what a text may say so that it says the claim: any of them is enough."""
        language = self._language(reading)
        period = claim.qualifier("period") or claim.qualifier("dueBy") or ""
        given = [claim.qualifier(name) or "" for name in _GIVEN]
        if self._figures.is_part(claim):
            figure = self._figures.figure(claim, language)
            for holder in figure.holders:
                for amount in figure.amounts:
                    subject = self._thing(holder)
                    yield Statement(subject, figure.relation, amount, claim.status, figure.period or period, "", *given)
            return
        subject = self._thing(claim.subject)
        for relation in self._relations(claim):
            if isinstance(claim.object, Entity):
                yield Statement(subject, relation, self._thing(claim.object), claim.status, period, "", *given)
            elif local(claim.object.datatype) == _DECIMAL or claim.qualifier("quantity"):  # a range is no decimal
                if relation == _RANKS:
                    continue  # a place in an order is no amount
                for amount in self._figures.amounts(claim, language):
                    yield Statement(subject, relation, amount, claim.status, period, "", *given)
            else:
                yield Statement(subject, relation, claim.object.value, claim.status, period, "", *given)

    def _language(self, reading: Reading) -> str:
        if id(reading) not in self._languages:
            words = "".join(reading.text.paragraphs.values())
            self._languages[id(reading)] = "zh" if is_chinese(words) else "en"
        return self._languages[id(reading)]

    def _thing(self, thing: Entity) -> Thing:
        return self._things.get(thing.iri) or Thing(thing.iri, thing.kind, (thing.label,))

    def _relations(self, claim: Claim) -> list[str]:
        """List the relations of the lexicon that say a relation: its own, else those of the general ones above it."""
        name = local(claim.relation.iri)
        return [word for each in (name, *self._general.get(name, ())) for word in self._said_by.get(each, ())]

    # What a statement leaves out --------------------------------------------------------------------------------------

    def _whole(self, claim: Claim, statement: Statement, verdict: Verdict, reading: Reading) -> Verdict:
        """Return the verdict on a claim whose statement is proved: its basis, its relation and its details fit, too."""
        if verdict.basis != claim.basis:
            reason = f"the text gives it the basis {verdict.basis}, the claim says {claim.basis}"
            return replace(verdict, proved=False, column="basis", reason=reason)
        if missing := self._unsaid(claim, statement, verdict, reading):
            column = "status" if missing == _NO_TARGET else "relation"
            return replace(verdict, proved=False, column=column, reason=missing)
        return verdict

    def _unsaid(self, claim: Claim, statement: Statement, verdict: Verdict, reading: Reading) -> str:
        places = {role: position(ranges) for role, ranges in parts(verdict.positions)}
        name = local(claim.relation.iri)
        if not self._said_by.get(name) and not self._figures.is_part(claim) and isinstance(claim.object, Entity):
            # Words of a general relation do not say the special one: a word of its own has to stand among them.
            relation = self._wording.relations.get(claim.relation.iri)
            own = {folded(word) for word in (relation.cue_words if relation else ())}
            said = " ".join(folded(reading.text.words((place,)) or "") for place in places.get("relation", ()))
            if not any(word in said for word in own):
                return f"the words say «{statement.relation}», which is less than «{name}»"
        last = max(place for several in places.values() for place in several)
        paragraph = reading.paragraph(last.paragraph)
        start, end = paragraph.sentence(last.start)
        sentence = paragraph.folded[start:end]
        aims = any(mark.mood == "targeted" and start <= mark.start < end for mark in paragraph.marks)
        if claim.status == "targeted" and not aims:
            return _NO_TARGET
        for qualifier in claim.qualifiers:
            if qualifier.name in _FIGURES_OF or qualifier.name in _NOT_PRINTED or qualifier.name in _GIVEN:
                continue
            words = [word for word, stage in self._wording.stages.items() if stage == qualifier.value]
            printed = words or [qualifier.value]
            if not any(_stands(folded(word), sentence) for word in printed):
                return f"the sentence does not say the {qualifier.label} {qualifier.text}"
        return ""


def _stands(words: str, sentence: str) -> bool:
    """Whether words stand in a sentence, and no number is cut."""
    before, behind = (r"(?<![\d.])" if words[:1].isdigit() else ""), (r"(?![\d]|\.\d)" if words[-1:].isdigit() else "")
    return bool(words) and re.search(before + re.escape(words) + behind, sentence) is not None
