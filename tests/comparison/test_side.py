"""Two graphs are read once; what they say differently leads to the things that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.comparison.side import Pair, Side
from support.versions import claim, graph, statements, thing

HOME = "https://example.org/"
REPLACED = "ex:{} <http://purl.org/dc/terms/isReplacedBy> ex:{} ."


def touched(tmp_path: Path, *more: str, **changes: str) -> set[str]:
    old = graph(tmp_path, statements(), "a.ttl")
    new = graph(tmp_path, [*statements(**changes), *more], "b.ttl")
    assert not any("_:" in line for line in Side(old).lines)
    named = {f"{HOME}claim-x", *(f"{HOME}{name}" for name in ("firm", "rail", "north", "p", "q", "r"))}
    return {iri.removeprefix(HOME) for iri in Pair(old, new).touched & named}


def test_a_claim_leads_to_its_subject_and_a_name_to_its_thing(tmp_path: Path) -> None:
    parts = [part for part in statements() if "cg:evidence" not in part]
    old = graph(tmp_path, parts, "a.ttl")
    new = graph(
        tmp_path, [*parts, claim("x", "rail locatedIn ex:north", basis="inferred"), thing("p", "Firm", "甲")], "b.ttl"
    )
    assert Pair(old, new).touched == {f"{HOME}rail", f"{HOME}p"}


def test_a_passage_leads_to_the_subject_of_its_claim(tmp_path: Path) -> None:
    def parts(quote: str) -> list[str]:
        said = claim("x", "rail locatedIn ex:north", basis="inferred", more="cg:evidence ex:passage ;")
        return [said, f'ex:passage oa:hasSource ex:old ; cg:phrase "{quote}" .']

    pair = Pair(graph(tmp_path, parts("甲"), "a.ttl"), graph(tmp_path, parts("乙"), "b.ttl"))
    assert pair.touched == {f"{HOME}rail"}


def test_what_has_nameless_passages_is_read_to_be_compared(tmp_path: Path) -> None:
    assert {"firm", "north"} <= touched(tmp_path)


def test_what_was_replaced_is_one_with_what_replaces_it(tmp_path: Path) -> None:
    old = graph(tmp_path, [thing("p", "Firm", "甲"), thing("q", "Firm", "乙")], "a.ttl")
    new = graph(tmp_path, [REPLACED.format("p", "q"), REPLACED.format("q", "r"), thing("r", "Firm", "甲")], "b.ttl")
    for pair in (Pair(old, new), Pair(new, old)):
        assert {pair.now(f"{HOME}{name}") for name in "pqr"} == {f"{HOME}r"}
        assert pair.touched == {f"{HOME}{name}" for name in "pqr"}


def test_a_circle_of_replacements_has_one_end(tmp_path: Path) -> None:
    circle = [REPLACED.format(*each) for each in ("rq", "qr")]
    pair = Pair(graph(tmp_path, circle, "a.ttl"), graph(tmp_path, [], "b.ttl"))
    assert {pair.now(f"{HOME}{name}") for name in "qr"} == {f"{HOME}q"}


def test_few_things_are_read_alone_and_with_the_triples_beside_their_claims(city: cg.CityGraph) -> None:
    side = Side(city)
    firm = "https://w3id.org/citygraph/id/taiyuan/taigang"
    alone = side.statements_on({firm})
    everything = side.statements_on({*side.claims.values(), firm})
    assert {claim.iri for claim in alone} == {claim.iri for claim in everything if claim.subject.iri == firm}
    assert {claim.subject.iri for claim in alone} == {firm}


def test_the_triples_of_a_thing_are_read_once_and_sorted(city: cg.CityGraph) -> None:
    side = Side(city)
    firm = "https://w3id.org/citygraph/id/taiyuan/taigang"
    first = side.triples_of({firm, "urn:nothing"})
    assert set(first) == {firm}
    assert first[firm] == sorted(first[firm], key=lambda row: (row[1].value, *map(str, row[2])))
    assert side.triples_of({firm}) == first


def test_an_endpoint_is_never_read_whole(server: str) -> None:
    with pytest.raises(cg.CityGraphError, match="never read whole"):
        Side(cg.open(server))
