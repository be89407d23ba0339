"""What differs in things: their names, labels, kinds and details, and which became one."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from cityGraph.comparison.side import Pair
from cityGraph.comparison.things import known_things, namesakes, qualifiers_declared, thing_changes
from support.versions import graph, thing

REPLACED = "ex:{} <http://purl.org/dc/terms/isReplacedBy> ex:{} ."


def found(
    tmp_path: Path, before: list[str], after: list[str]
) -> list[tuple[str, str, list[tuple[str, str | None, str | None]]]]:
    pair = Pair(graph(tmp_path, before, "a.ttl"), graph(tmp_path, after, "b.ttl"))
    details = qualifiers_declared(pair)
    known = [known_things(pair, side, details) for side in pair.sides]
    return [
        (c.group, c.thing.label, [(a.name, a.before, a.after) for a in c.aspects])
        for c in thing_changes(pair, known[0], known[1])
    ]


def test_a_label_that_changes_is_a_new_name_and_no_other_name(tmp_path: Path) -> None:
    before, after = [thing("a", "Firm", "錨廠")], [thing("a", "Firm", "錨業", "錨廠")]
    assert found(tmp_path, before, after) == [("changed", "錨業", [("label", "錨廠", "錨業")])]


def test_each_language_has_a_label_of_its_own(tmp_path: Path) -> None:
    english = 'ex:a skos:prefLabel "{}"@en .'
    before = [thing("a", "Firm", "錨廠"), english.format("Anchor")]
    assert found(tmp_path, before, [thing("a", "Firm", "錨廠"), english.format("Anchors")]) == [
        ("changed", "錨廠", [("label", "Anchor", "Anchors")])
    ]
    assert found(tmp_path, before, [thing("a", "Firm", "錨廠")]) == [
        ("changed", "錨廠", [("dropped-name", "Anchor", None)])
    ]


def test_a_name_that_only_changes_its_role_is_no_new_name(tmp_path: Path) -> None:
    before = [thing("a", "Firm", "錨廠", "錨")]
    assert found(tmp_path, before, [thing("a", "Firm", "錨廠"), 'ex:a skos:prefLabel "錨"@zh-Hant .']) == []


def test_a_kind_goes_by_its_label(tmp_path: Path) -> None:
    assert found(tmp_path, [thing("a", "Firm", "甲")], [thing("a", "Zone", "甲")]) == [
        ("changed", "甲", [("kind", "企業", "功能區")])
    ]


def test_things_become_one_and_are_apart_again(tmp_path: Path) -> None:
    two = [thing("a", "Firm", "甲"), thing("b", "Firm", "乙")]
    one = [thing("a", "Firm", "甲", "乙"), REPLACED.format("b", "a")]
    assert found(tmp_path, two, one) == [("changed", "甲", [("merged", "乙", "甲")])]
    assert found(tmp_path, one, two) == [("changed", "甲", [("separated", "甲", "乙")])]


def test_a_replaced_iri_that_never_was_a_thing_is_no_change(tmp_path: Path) -> None:
    same = [thing("a", "Firm", "甲")]
    assert found(tmp_path, same, [*same, REPLACED.format("b", "a")]) == []


def test_claims_passages_and_terms_of_the_ontology_are_no_things(tmp_path: Path) -> None:
    labelled = 'ex:c a cg:Claim ; skos:prefLabel "主張"@zh-Hant .'
    assert found(tmp_path, [], [labelled, 'cg:mine skos:prefLabel "詞"@zh-Hant .']) == []


def test_namesakes_are_of_one_kind_and_not_by_pinyin_alone(tmp_path: Path) -> None:
    pinyin = 'ex:{} skos:altLabel "jia"@zh-Latn-pinyin .'
    before = [thing("a", "Firm", "甲", "錨廠"), pinyin.format("a")]
    after = [thing("b", "Firm", "錨厂"), thing("c", "Zone", "甲"), thing("d", "Firm", "丁"), pinyin.format("d")]
    pair = Pair(graph(tmp_path, before, "a.ttl"), graph(tmp_path, after, "b.ttl"))
    known = [known_things(pair, side, ()) for side in pair.sides]
    pairs = namesakes(known[0], known[1], thing_changes(pair, known[0], known[1]))
    assert [(one.label, other.label) for one, other in pairs] == [("甲", "錨厂")]


def test_the_qualifiers_are_those_of_the_ontology(city: cg.CityGraph, tmp_path: Path) -> None:
    assert any(iri.endswith("#unit") for iri in qualifiers_declared(Pair(city, city)))
    foreign = cg.open(tmp_path / "a.ttl") if (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> <urn:c> .") else city
    assert qualifiers_declared(Pair(foreign, foreign)) == frozenset()
