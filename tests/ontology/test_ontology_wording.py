"""How relations read from both ends, what they say of the future, and whether the Chinese is that of today."""

from __future__ import annotations

import re

from rdflib import OWL, RDF, RDFS, Literal, URIRef

from cityGraph.namespaces import CG
from support.ontology import EDGES, EXPECTED, MODULES, SHAPES, WHOLE, local, parsed
from support.process import LANGUAGES
from support.rows import for_each
from support.spelling import CLASSICAL

RELATIONS = [term for term in EDGES if (term, RDF.type, OWL.ObjectProperty) in WHOLE]
INVERSE = URIRef(CG + "inverseLabel")


def readings(term: URIRef) -> dict[str, tuple[str, str]]:
    """What a relation is called, by language: read from its subject, read from its object."""

    def labels(how: URIRef) -> dict[str, str]:
        found = [label for label in WHOLE.objects(term, how) if isinstance(label, Literal)]
        return {str(label.language): str(label) for label in found}

    said, back = labels(RDFS.label), labels(INVERSE)
    assert said.keys() == back.keys() == set(LANGUAGES)
    return {language: (said[language], back[language]) for language in LANGUAGES}


@for_each("term", RELATIONS, ids=local)
def test_a_relation_reads_the_same_from_both_ends_in_every_language_or_in_none(term: URIRef) -> None:
    assert len({one == other for one, other in readings(term).values()}) == 1


@for_each("term", RELATIONS, ids=local)
def test_a_relation_reads_on_to_the_thing_that_it_leads_to(term: URIRef) -> None:
    """As in 厚生 · 由…推動 · 太原: neither "on" nor 經, which end nowhere, nor "led by the city", which has its end."""
    for language, labels in readings(term).items():
        for label in labels:
            if language == "en":
                assert not re.search(r"\bthe\b", label), label
                assert label not in {"on", "in", "of", "at", "by", "for", "to"}
            else:
                assert len(label) > 1, label
                assert not label.startswith("…")
                assert not label.endswith("…")
                assert label.count("…") < 2


@for_each("term", RELATIONS, ids=local)
def test_only_a_relation_that_can_be_planned_expresses_an_intention(term: URIRef) -> None:
    statuses = {local(status) for status in WHOLE.objects(term, URIRef(CG + "allowsStatus"))}
    intends = (term, URIRef(CG + "expressesIntention"), None) in WHOLE
    assert not intends or statuses & {"planned", "targeted"}


@for_each("term", RELATIONS, ids=local)
def test_what_can_only_be_planned_is_an_intention_or_is_said_of_what_is_not_there_yet(term: URIRef) -> None:
    statuses = set(WHOLE.objects(term, URIRef(CG + "allowsStatus")))
    if URIRef(CG + "realised") not in statuses:
        subjects = set(WHOLE.objects(term, URIRef(CG + "subjectKind")))
        own = {kind for kind in subjects if set(WHOLE.objects(kind, URIRef(CG + "ownStatus"))) & statuses}
        assert (term, URIRef(CG + "expressesIntention"), None) in WHOLE or own == subjects


def test_no_text_of_the_ontology_is_classical() -> None:
    texts = parsed(*MODULES, *SHAPES, EXPECTED)
    chinese = [text for text in texts.objects() if isinstance(text, Literal) and str(text.language).startswith("zh")]
    assert len(chinese) > 500
    assert [str(text) for text in chinese if CLASSICAL.search(text)] == []
    assert CLASSICAL.search("何者的目標")
    assert CLASSICAL.search("來源未載")


def test_no_relation_is_called_by_the_local_name_of_another() -> None:
    """A relation is asked for by its label or by its local name: `--relation supports` must not mean two."""
    names = {re.sub(r"([A-Z])", lambda match: f" {match[1].lower()}", local(term)): term for term in RELATIONS}
    called = {label: term for term in RELATIONS for label in readings(term)["en"]}
    assert {label for label, term in called.items() if names.get(label, term) != term} == set()
