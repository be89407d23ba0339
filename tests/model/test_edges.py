"""Claims that state the same relation are one edge; figures that say the same are one figure."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.model.edges import Edge, disagreeing, edges_of, figures_of

FIRM, ZONE = cg.Entity("urn:firm", "企業", "Firm", "企業"), cg.Entity("urn:zone", "園區", "Zone", "開發區")
SITED, PART = cg.Relation("urn:sitedIn", "位於"), cg.Relation("urn:partOf", "屬")
PAPER, OTHER = "urn:paper", "urn:other"


def passage(words: str, source: str = PAPER) -> cg.Passage:
    return cg.Passage(source, source, source, 1, 0, len(words), words, None)


def qualifier(name: str, value: str) -> cg.Qualifier:
    return cg.Qualifier(name, name, value, value)


def claim(basis: str = "stated", *said: cg.Passage, status: str = "realised", **more: object) -> cg.Claim:
    return cg.Claim("urn:claim", FIRM, SITED, ZONE, status, basis, said).replace(**more)


def edge(*claims: cg.Claim) -> Edge:
    (found,) = edges_of(claims)
    return found


# What makes claims one edge.


def test_claims_of_one_subject_relation_object_and_status_are_one_edge() -> None:
    one, other = claim(iri="urn:1"), claim("resolved", iri="urn:2", relation=cg.Relation("urn:sitedIn", "在"))
    assert edges_of([one, other]) == (Edge(FIRM, SITED, ZONE, "realised", (one, other)),)
    assert edge(one, other).key == ("urn:firm", "urn:sitedIn", "urn:zone", "realised")


@pytest.mark.parametrize(
    "other",
    [
        claim(subject=ZONE, object=FIRM),
        claim(subject=cg.Entity("urn:firm2", "企業", "Firm", "企業")),
        claim(object=cg.Entity("urn:zone2", "園區", "Zone", "開發區")),
        claim(relation=cg.Relation("urn:other", "位於")),
        claim(status="planned"),
    ],
    ids=["direction", "subject", "object", "relation", "status"],
)
def test_claims_that_differ_in_an_end_the_relation_or_the_status_are_two_edges(other: cg.Claim) -> None:
    assert [each.claims for each in edges_of([claim(), other])] == [(claim(),), (other,)]


def test_an_inferred_claim_beside_a_stated_one_of_the_same_status_makes_no_edge_of_its_own() -> None:
    stated, inferred = claim("stated", passage("在園區")), claim("inferred", because="so it is called")
    assert edge(stated, inferred).claims == (stated, inferred)
    assert edge(inferred, stated).claims == (inferred, stated)
    assert len(edges_of([stated, claim("inferred", status="planned")])) == 2


def test_a_claim_about_a_value_makes_no_edge() -> None:
    assert edges_of([claim(object=cg.Value("7", "urn:number"))]) == ()
    assert edges_of([]) == ()


def test_edges_stand_in_the_order_of_their_first_claims_and_keep_that_of_theirs() -> None:
    first, second, third = claim(iri="urn:3"), claim(iri="urn:1", relation=PART), claim(iri="urn:2")
    assert [each.claims for each in edges_of(iter([first, second, third]))] == [(first, third), (second,)]


# What an edge says.


@pytest.mark.parametrize(
    ("bases", "basis", "standing"),
    [
        (["inferred", "resolved", "stated"], "stated", "planned"),
        (["inferred", "resolved"], "resolved", "planned"),
        (["inferred", "inferred"], "inferred", "inferred"),
        ([""], "", "planned"),
    ],
)
def test_an_edge_is_as_sure_as_its_surest_claim(bases: list[str], basis: str, standing: str) -> None:
    found = edge(*(claim(each, status="planned") for each in bases))
    assert (found.basis, found.standing, found.status) == (basis, standing, "planned")


def test_evidence_is_that_of_the_surest_claims_first_each_passage_once() -> None:
    late, shared, early, last = map(passage, ("丁", "丙", "甲", "乙"))
    found = edge(claim("inferred", last), claim("resolved", late, shared), claim("stated", early, shared))
    assert found.evidence == (early, shared, late, last)


def test_a_qualifier_that_one_claim_has_and_none_contradicts_is_the_edge_s() -> None:
    purpose, level = qualifier("purpose", "研發"), qualifier("level", "省級")
    assert edge(claim(qualifiers=(purpose,)), claim(qualifiers=(level,)), claim()).qualifiers == (purpose, level)
    assert edge(claim(qualifiers=(level,)), claim(qualifiers=(level,))).qualifiers == (level,)


def test_qualifiers_that_contradict_each_other_are_left_out() -> None:
    level, other, purpose = qualifier("level", "省級"), qualifier("level", "市級"), qualifier("purpose", "研發")
    found = edge(claim(qualifiers=(level, purpose)), claim("inferred", qualifiers=(other,)))
    assert found.qualifiers == (purpose,)


def test_a_period_is_the_edge_s_only_where_every_claim_has_it() -> None:
    year, another = qualifier("period", "2031"), qualifier("period", "2032")
    assert edge(claim(qualifiers=(year,)), claim(qualifiers=(year,))).qualifiers == (year,)
    assert edge(claim(qualifiers=(year,))).qualifiers == (year,)
    assert edge(claim(qualifiers=(year,)), claim()).qualifiers == ()
    assert edge(claim(qualifiers=(year,)), claim(qualifiers=(another,))).qualifiers == ()


def test_a_list_is_open_where_the_surest_claim_says_so() -> None:
    opened = (qualifier("openList", "true"),)
    assert edge(claim("inferred"), claim("stated", qualifiers=opened)).open_list
    assert not edge(claim("stated"), claim("resolved", qualifiers=opened)).open_list
    assert not edge(claim(qualifiers=(qualifier("openList", "false"),))).open_list


def test_only_an_inferred_edge_has_reasons_each_once() -> None:
    sea, named = claim("inferred", because="both are built at sea"), claim("inferred", because="so it is named")
    assert edge(sea, named, sea, claim("inferred")).because == "both are built at sea; so it is named"
    assert edge(claim("inferred")).because is None
    assert edge(sea, claim("stated")).because is None


def test_an_edge_rests_on_the_sources_of_its_inferences_and_cites_those_of_all_its_claims() -> None:
    article = cg.Entity("urn:article", "本文", "Source", "來源")
    inferred = claim("inferred", rests_on=(article,))
    stated = claim("stated", passage("甲"), passage("乙", OTHER), passage("丙"))
    found = edge(inferred, inferred, stated, claim("resolved", passage("丁", OTHER)))
    assert found.rests_on == (article,)
    assert found.sources == ("urn:article", PAPER, OTHER)
    assert edge(stated).rests_on == ()


def test_an_edge_is_read_from_either_end() -> None:
    found = edge(claim())
    assert (found.other("urn:firm"), found.direction("urn:firm")) == (ZONE, "out")
    assert (found.other("urn:zone"), found.direction("urn:zone")) == (FIRM, "in")
    itself = edge(claim(object=FIRM))
    assert (itself.other("urn:firm"), itself.direction("urn:firm")) == (FIRM, "out")


# Figures: claims about values.


def figure(value: str, *said: cg.Passage, basis: str = "stated", **qualifiers: str) -> cg.Claim:
    number = cg.Value(value, "http://www.w3.org/2001/XMLSchema#decimal")
    return claim(basis, *said, object=number, qualifiers=tuple(qualifier(*each) for each in qualifiers.items()))


def test_figures_that_say_the_same_are_one_with_all_evidence_and_the_surest_basis() -> None:
    one, other = figure("60", passage("甲"), basis="resolved", unit="%"), figure("60", passage("乙", OTHER), unit="%")
    (found,) = figures_of([one, other, one])
    assert found == one.replace(basis="stated", evidence=(passage("甲"), passage("乙", OTHER)))


@pytest.mark.parametrize(
    "other",
    [
        figure("61"),
        figure("60", unit="噸"),
        figure("60", comparator="≥"),
        figure("60", period="2031"),
        figure("60", stage="inProduction"),
        figure("60", basis="inferred"),
        figure("60").replace(status="planned"),
        figure("60").replace(relation=PART),
    ],
)
def test_figures_that_differ_in_what_they_say_stay_apart(other: cg.Claim) -> None:
    assert figures_of([figure("60"), other]) == [figure("60"), other]


def test_figures_of_other_sources_disagree_and_those_of_one_source_do_not() -> None:
    one, again = figure("60", passage("甲")).replace(iri="urn:1"), figure("62", passage("乙")).replace(iri="urn:2")
    other = figure("61", passage("丙", OTHER), unit="%").replace(iri="urn:3")
    assert disagreeing([one, again]) == {}
    assert disagreeing([one, again, other]) == {"urn:1": [other], "urn:2": [other], "urn:3": [one, again]}
    assert disagreeing([one, other.replace(relation=PART)]) == {}
    assert disagreeing([one, claim("stated", passage("丁", OTHER))]) == {}


def of_two_sources(**unlike: str) -> tuple[cg.Claim, cg.Claim]:
    """Two figures of two sources, the second with these qualifiers."""
    one = figure("60", passage("甲"), unit="噸").replace(iri="urn:1")
    return one, figure("62", passage("乙", OTHER), **{"unit": "噸", **unlike}).replace(iri="urn:2")


def test_figures_contradict_each_other_only_if_they_measure_the_same() -> None:
    one, other = of_two_sources()
    assert disagreeing([one, other]) == {"urn:1": [other], "urn:2": [one]}
    unlike = {"stage": "inProduction", "purpose": "一期", "comparator": "≥", "unit": "輛", "ofProduct": "氫"}
    for name, value in unlike.items():
        assert disagreeing(of_two_sources(**{name: value})) == {}, name
    # What is planned does not contradict what is so.
    assert disagreeing([one, other.replace(status="planned")]) == {}


def test_figures_of_two_times_do_not_contradict_each_other() -> None:
    one, other = of_two_sources(period="2017")
    dated = one.replace(evidence=tuple(each.replace(date="2018-03-05") for each in one.evidence))
    assert disagreeing([dated, other]) == {}
    same_year = one.replace(evidence=tuple(each.replace(date="2017-03-05") for each in one.evidence))
    assert set(disagreeing([same_year, other])) == {"urn:1", "urn:2"}
    # Nothing says of what time a figure is whose source has no date.
    assert disagreeing([one, other]) == {}
    month = figure("60", passage("甲"), unit="噸", period="2017-07").replace(iri="urn:1")
    assert set(disagreeing([month, other])) == {"urn:1", "urn:2"}
