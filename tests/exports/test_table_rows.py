"""The tables of claims, relations, targets and entities."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from cityGraph.exports.table_rows import RELATIONS, TARGETS, claim_rows, entity_rows, relation_rows, target_rows
from support.exports import table
from support.samples import claim, port_graph


def cells(columns: tuple[str, ...], row: tuple[object, ...], *names: str) -> tuple[object, ...]:
    return tuple(row[columns.index(name)] for name in names)


def test_a_row_of_claims_has_both_ends_the_status_and_the_quote(city: cg.CityGraph) -> None:
    (row,) = [row for row in table(cg.export(city, "太鋼")) if row["relation"] == "重點支持"]
    assert {name: row[name] for name in ("subject", "object", "object_kind", "status", "basis", "paragraph")} == {
        "subject": "太原",
        "object": "太鋼",
        "object_kind": "企業",
        "status": "planned",
        "basis": "resolved",
        "paragraph": "13",
    }
    assert row["phrase"] == "重點支持太鋼"
    assert row["url"].startswith("http://sx.people.com.cn/")


def test_the_table_of_claims_has_a_row_for_each_passage(city: cg.CityGraph) -> None:
    found, stated = cg.export(city), cg.claims(city)
    assert {row["claim"] for row in table(found)} == {claim.iri for claim in stated}
    assert len(list(claim_rows(found.claims))) == sum(max(1, len(claim.evidence)) for claim in stated)


def test_an_edge_with_several_sources_is_one_row_of_relations(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼")
    rows = [row for row in relation_rows(found.claims) if row[2] == "是…的鏈主"]
    (row,) = rows
    claims = [claim for claim in found.claims if claim.relation.label == "是…的鏈主"]
    sources = {source for claim in claims for source in claim.sources}
    assert len(sources) > 1
    assert cells(RELATIONS, row, "subject", "object", "sources") == ("太鋼", "特鋼材料產業鏈", len(sources))
    phrases = {passage.phrase for claim in claims for passage in claim.evidence}
    assert set(str(cells(RELATIONS, row, "phrase")[0]).split(" | ")) == phrases


def test_targets_have_indicator_comparator_value_unit_and_year(city: cg.CityGraph) -> None:
    rows = list(target_rows(cg.export(city).claims))
    (share,) = [row for row in rows if row[0] == "制造業佔比目標"]
    assert cells(TARGETS, share, "subject", "indicator", "comparator", "value", "unit", "due", "status") == (
        "太原",
        "制造業佔規上工業增加值",
        "≥",
        60,
        "%",
        "2025",
        "targeted",
    )
    (doubled,) = [row for row in rows if row[0] == "產值翻番"]
    assert cells(TARGETS, doubled, "subject", "value", "unit", "due") == ("百信 | 厚生 | 錦波", 2, "倍", "2025")


def test_the_table_of_entities_has_label_kind_and_iri(city: cg.CityGraph) -> None:
    thing = cg.resolve(city, "太鋼")
    assert list(entity_rows([thing])) == [("太鋼", "企業", "Firm", thing.iri)]


def test_two_passages_of_one_source_count_as_one_source(tmp_path: Path) -> None:
    body = claim("one", "ex:port cg:supports ex:plant") + claim("two", "ex:port cg:supports ex:plant")
    body += claim("three", "ex:port cg:supports ex:plant", source="other")
    (row,) = relation_rows(cg.claims(port_graph(tmp_path, body)))
    assert cells(RELATIONS, row, "sources", "phrase") == (2, "one 之言 | three 之言 | two 之言")
