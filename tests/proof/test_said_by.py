"""Which words of the lexicon say a relation of the ontology."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.proof.said_by import general_relations, said_by
from cityGraph.proof.tables import table
from support.strange import shipped_city


def test_every_relation_of_the_lexicon_says_one_of_the_ontology() -> None:
    said = {name for names in said_by(shipped_city("oxigraph")).values() for name in names}
    assert said == {row["relation"] for row in table("ends", "any")}


def test_a_plain_word_means_the_general_relation_and_not_the_special_one() -> None:
    said = said_by(shipped_city("oxigraph"))
    assert said["aids"] == ("supports",)
    assert said["supports"] == ()


def test_a_word_for_two_relations_is_one_of_things_and_one_of_values() -> None:
    said = said_by(shipped_city("oxigraph"))
    assert said["aimsFor"] == said["aimsForValue"] == ("aims-for",)
    assert said["plans"] == said["plansTo"] == ("plans",)


def test_a_relation_stands_beneath_its_general_ones() -> None:
    assert general_relations(shipped_city("oxigraph"))["headquarteredIn"] == ("locatedIn",)
    assert "locatedIn" not in general_relations(shipped_city("oxigraph"))


def test_a_graph_without_the_ontology_is_told_the_same(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "one.ttl"
    file.write_text('<urn:x> <http://www.w3.org/2000/01/rdf-schema#label> "one" .', "utf-8")
    assert said_by(cg.open(file)) == said_by(shipped_city("oxigraph"))
