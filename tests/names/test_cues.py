"""The cues of a relation: those of the table, and those that a graph gives to relations of its own."""

from __future__ import annotations

from itertools import combinations

import cityGraph as cg
from cityGraph.names.cues import cues_of
from cityGraph.namespaces import CG
from cityGraph.proof.tables import PRINTED, table
from cityGraph.proof.wording import DeclaredRelation, wording
from support.proof_cases import PREFIXES, opened

WORDLESS = frozenset({"{s}{o}", "{o}{s}"})
OWN = """
ex:guards rdfs:subPropertyOf cg:relation ; cg:cue "守護{o}" .
cg:supports rdfs:subPropertyOf cg:relation ; cg:cue "力挺{o}" .
ex:harbour a cg:City .
"""


def relations() -> list[DeclaredRelation]:
    """The relations and measures of the ontology, with their kinds and cues."""
    return list(wording(cg.open()).relations.values())


def alike(one: DeclaredRelation, other: DeclaredRelation) -> bool:
    """Whether both can connect the same two things."""
    return bool(one.subjects & other.subjects and one.objects & other.objects)


def test_a_relation_of_ours_has_the_cues_of_the_table() -> None:
    assert cues_of(CG + "backs") == ("全力支持{o}", "支持{o}", "支持推動{o}")
    assert cues_of(CG + "nothing") == cues_of("https://example.org/backs") == ()


def test_a_graph_adds_cues_to_relations_of_its_own_and_to_ours() -> None:
    found = wording(opened(PREFIXES + OWN)).relations
    assert [cue.words for cue in found["https://example.org/guards"].cues] == [("守護",)]
    assert {cue.words for cue in found[CG + "supports"].cues} == {("力挺",), ("重點支持",)}
    assert cues_of(CG + "supports", ["重點支持{o}"]) == ("重點支持{o}",)


def test_the_ontology_holds_no_cue_itself() -> None:
    assert cg.query(cg.open(), "ASK { ?relation cg:cue ?cue }").verdict is False


def test_each_relation_of_the_table_is_one_of_the_ontology() -> None:
    known = {each.iri for each in relations()}
    assert {CG + row["relation"] for row in table("cues", PRINTED)} <= known


def test_two_relations_between_the_same_kinds_share_no_cue() -> None:
    shared = {
        (one.iri, other.iri): set(cues_of(one.iri)) & set(cues_of(other.iri)) - WORDLESS
        for one, other in combinations(relations(), 2)
        if alike(one, other)
    }
    assert {pair: cues for pair, cues in shared.items() if cues} == {}


def test_of_the_relations_between_the_same_kinds_one_at_most_has_no_words_unless_units_tell_them_apart() -> None:
    unmarked = [each for each in relations() if each.nested or each.nearest or WORDLESS & set(cues_of(each.iri))]
    assert len(unmarked) > 10
    pairs = [(one, other) for one, other in combinations(unmarked, 2) if alike(one, other) and not apart(one, other)]
    assert [(one.iri, other.iri) for one, other in pairs] == []


def apart(one: DeclaredRelation, other: DeclaredRelation) -> bool:
    """Whether the units of two measures tell them apart."""
    return None not in (one.unit, other.unit) and one.unit != other.unit
