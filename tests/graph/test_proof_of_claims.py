"""Answers say how well each claim is proved, as the graph records it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.graph.reader import proof_of, read
from cityGraph.model.edges import edges_of
from cityGraph.proof.degree import Degrees
from cityGraph.proof.wording import wording
from cityGraph.render.graph import claims_text, neighbors_text
from cityGraph.render.words import WORDS
from cityGraph.reports.cite_text import cite_text
from support.paths import FIXTURE
from support.samples import changed

HASH = re.compile(r';\s*cg:textHash "[0-9a-f]+"')


def test_positions_come_before_what_is_recorded() -> None:
    assert proof_of("stated", True, "") == "text"
    assert proof_of("resolved", False, "quotes") == "quotes"
    assert proof_of("inferred", False, "") == "none"


@pytest.mark.parametrize("recorded", [True, False])
def test_positions_prove_a_claim_only_if_the_graph_records_the_text_in_which_they_are_counted(
    tmp_path: Path, engine: str, recorded: bool
) -> None:
    """Every verb says what `validate` computes."""
    text = HASH.search((FIXTURE / "city.ttl").read_text("utf-8"))
    assert text
    file = FIXTURE / "city.ttl" if recorded else changed(tmp_path, re.escape(text[0]), "")[0]
    city = cg.open(file, engine=engine)
    claims = [claim for claim in read(city, None) if claim.positions]
    assert {claim.proof == "text" for claim in claims} == {recorded}
    degrees = Degrees(wording(city), claims)
    assert {degrees.degree(claim).proof == "text" for claim in claims} == {recorded}
    assert cg.about(city).proof.get("text", 0) == (len(claims) if recorded else 0)


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
