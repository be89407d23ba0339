"""Answers say how well each claim is proved, as the graph records it."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.graph.reader import proof_of, read
from cityGraph.model.edges import edges_of
from cityGraph.render.graph import claims_text, neighbors_text
from cityGraph.render.words import WORDS
from cityGraph.reports.cite_text import cite_text


def test_positions_come_before_what_is_recorded() -> None:
    assert proof_of("stated", True, "") == "text"
    assert proof_of("resolved", False, "quotes") == "quotes"
    assert proof_of("inferred", False, "") == "none"


def test_a_claim_of_which_nothing_is_recorded_is_cited_only() -> None:
    assert proof_of("stated", False, "") == "citation"


def test_each_answer_has_the_degree_in_json(city: cg.CityGraph) -> None:
    claims = cg.claims(city, "太鋼", inferred=True)
    assert {claim.as_json()["proof"] for claim in claims} == {"text", "quotes", "citation", "none"}
    assert {each.as_json()["proof"] for each in cg.neighbors(city, "太鋼")} >= {"text", "quotes"}
    assert {hop["proof"] for path in cg.paths(city, "太鋼", "太重").as_json()["paths"] for hop in path["hops"]}
    assert set(cg.about(city).as_json()["proof"]) == {"text", "quotes", "citation", "none"}
    assert all("proof" in fact for fact in cg.show(city, "太鋼").as_json()["facts"])


def test_an_edge_is_as_well_proved_as_its_best_claim(city: cg.CityGraph) -> None:
    claims = [claim for claim in read(city, None) if claim.status]
    several = next(edge for edge in edges_of(claims) if len({claim.proof for claim in edge.claims}) > 1)
    assert several.proof == min((claim.proof for claim in several.claims), key=("text", "quotes", "citation").index)


def test_only_what_is_cited_only_is_marked_in_text(city: cg.CityGraph) -> None:
    claims = cg.claims(city, "太鋼")
    cited = sum(claim.proof == "citation" for claim in claims)
    text = claims_text(claims, "en", 200)
    assert 0 < cited == sum(line.endswith(" *") for line in text.splitlines())
    assert WORDS["en"]["legend"]["cited"] in text
    told = [each for each in claims if each.proof != "citation"]
    assert "*" not in claims_text(claims.replace(claims=tuple(told)), "en", 200)
    assert "*" in neighbors_text(cg.neighbors(city, "太原"), "en", 200, everything=True)


def test_cite_tells_the_degree_of_each_claim(city: cg.CityGraph) -> None:
    answer = cg.cite(city, "太鋼")
    for language in ("zh-Hant", "zh-Hans", "en"):
        words = WORDS[language]
        assert words["proved"].format(proof=words["proof"][1]) in cite_text(answer, "", language, 100)
