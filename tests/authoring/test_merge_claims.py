"""The claims of two graphs: one source says a thing once, two sources say it twice, and no evidence is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.namespaces import CG
from support.merging import A, B, claim, firm, triples, two

URL = "schema:url <https://p.example/1>"
NAME = "甲乙有限公司"
EVIDENCE = f"<{CG}evidence>"


def city(place: str, source: str, *claims: str) -> str:
    """A company and a town, with a source and claims."""
    paper = f"{place}:paper a cg:Source ; skos:prefLabel '甲报'@zh-Hans ; cg:quality 'B' ; {source} .\n"
    return firm(f"{place}:x", NAME) + firm("cn:town", "丙市", kind="City") + paper + "".join(claims)


def sited(place: str, quote: str = "甲乙在丙市", more: str = "", iri: str = "c") -> str:
    return claim(place, iri, f"{place}:x cg:locatedIn cn:town", f"{place}:paper", quote, more)


def merged(folder: Path, one: str, other: str) -> tuple[cg.Merged, set[tuple[str, str, str]]]:
    answer = cg.merge(*two(folder, one, other), output=folder / "c.ttl")
    return answer, triples(folder / "c.ttl")


def test_what_both_take_from_one_source_is_one_claim_with_both_passages(tmp_path: Path) -> None:
    answer, said = merged(tmp_path, city("a", URL, sited("a")), city("b", URL, sited("b", "丙市的甲乙")))
    assert (answer.claims, answer.claims_united) == (1, 1)
    assert {o for s, p, o in said if p == EVIDENCE and s == f"<{A}c>"} == {f"<{A}c-passage>", f"<{B}c-passage>"}
    assert (f"<{B}c>", "<http://purl.org/dc/terms/isReplacedBy>", f"<{A}c>") in said


def test_one_quote_in_both_is_one_passage(tmp_path: Path) -> None:
    _, said = merged(tmp_path, city("a", URL, sited("a")), city("b", URL, sited("b")))
    assert {s for s, _, o in said if o == f"<{CG}Passage>"} == {f"<{A}c-passage>"}


def test_what_two_sources_say_alike_stays_two_claims_and_is_one_edge(tmp_path: Path) -> None:
    answer, _ = merged(tmp_path, city("a", URL, sited("a")), city("b", "schema:url <urn:2>", sited("b")))
    assert (answer.claims, answer.claims_united) == (2, 0)
    (edge,) = cg.neighbors(cg.open(tmp_path / "c.ttl"), "丙市")
    assert len(edge.evidence) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", "cg:status cg:planned"),
        ('cg:period "2020"', 'cg:period "2021"'),
        ("", 'cg:period "2021"'),
        ('cg:verb "位于"@zh-Hans', 'cg:verb "落户"@zh-Hans'),
    ],
)
def test_claims_that_differ_in_what_they_say_both_stay(tmp_path: Path, one: str, other: str) -> None:
    answer, said = merged(tmp_path, city("a", URL, sited("a", more=one)), city("b", URL, sited("b", more=other)))
    assert (answer.claims, answer.claims_united) == (2, 0)
    assert {s for s, p, _ in said if p == EVIDENCE} == {f"<{A}c>", f"<{B}c>"}


def test_an_iri_that_two_claims_have_goes_to_the_first(tmp_path: Path) -> None:
    other = city("a", URL, claim("a", "c", "a:x cg:supports cn:town", "a:paper", "支持"))
    answer, said = merged(tmp_path, city("a", URL, sited("a")), other)
    assert answer.claims == 2
    relations = {s: o for s, p, o in said if p.endswith("#predicate>")}
    assert relations == {f"<{A}c>": f"<{CG}locatedIn>", f"<{A}c-2>": f"<{CG}supports>"}
    quoted = {s: o for s, p, o in said if p == EVIDENCE}
    assert quoted == {f"<{A}c>": f"<{A}c-passage>", f"<{A}c-2>": f"<{A}c-passage-2>"}


def test_a_new_iri_is_none_that_any_graph_has(tmp_path: Path) -> None:
    one = city("a", URL, sited("a"), sited("a", iri="c-2", more='cg:period "2020"'))
    other = city("a", URL, claim("a", "c", "a:x cg:supports cn:town", "a:paper", "支持"))
    answer, said = merged(tmp_path, one, other)
    assert answer.claims == len({s for s, p, _ in said if p == EVIDENCE}) == 3


def test_the_firmer_basis_and_the_higher_degree_of_proof_stay(tmp_path: Path) -> None:
    def weak(place: str) -> str:
        return city(place, URL, sited(place, more="cg:proof cg:citation").replace("cg:stated", "cg:resolved"))

    def firm_one(place: str) -> str:
        return city(place, URL, sited(place, more="cg:proof cg:quotes"))

    for files in ((weak("a"), firm_one("b")), (firm_one("a"), weak("b"))):
        _, said = merged(tmp_path, *files)
        assert {o for _, p, o in said if p in (f"<{CG}basis>", f"<{CG}proof>")} == {f"<{CG}stated>", f"<{CG}quotes>"}


def test_positions_of_one_are_those_of_both_and_leave_no_degree_beside_them(tmp_path: Path) -> None:
    placed, quoted = 'cg:positions "2:0-2"', "cg:proof cg:quotes"
    for one, other in ((placed, quoted), (quoted, placed)):
        answer, said = merged(tmp_path, city("a", URL, sited("a", more=one)), city("b", URL, sited("b", more=other)))
        assert answer.claims == 1
        assert [p for _, p, _ in said if p in (f"<{CG}positions>", f"<{CG}proof>")] == [f"<{CG}positions>"]


def test_an_inference_is_never_one_with_what_a_source_says(tmp_path: Path) -> None:
    inferred = sited("b").replace("cg:stated", "cg:inferred")
    answer, _ = merged(tmp_path, city("a", URL, sited("a")), city("b", URL, inferred))
    assert (answer.claims, answer.claims_united) == (2, 0)


def test_what_one_graph_says_twice_it_says_twice_after_merging(tmp_path: Path) -> None:
    twice = city("a", URL, sited("a"), sited("a", "丙市的甲乙", iri="d"))
    assert merged(tmp_path, twice, twice)[0].claims == 2
    assert merged(tmp_path, twice, city("b", URL, sited("b")))[0].claims == 2
    assert merged(tmp_path, city("b", URL, sited("b")), twice)[0].claims == 2


def test_claims_without_an_iri_get_one_and_are_the_same_in_both(tmp_path: Path) -> None:
    nameless = "[] a cg:Claim ; rdf:subject a:x ; rdf:predicate cg:locatedIn ; rdf:object cn:town ; "
    nameless += "cg:status cg:realised ; cg:basis cg:stated ; "
    nameless += 'cg:evidence [ oa:hasSource a:paper ; cg:phrase "甲乙在丙市"@zh-Hans ] .\n'
    answer, said = merged(tmp_path, city("a", URL, nameless), city("a", URL, nameless))
    assert (answer.claims, answer.claims_united) == (1, 1)
    assert not any(term.startswith("_:") for triple in said for term in triple)
