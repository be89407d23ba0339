"""A claim whose text is not at hand must be carried by its phrases, as far as phrases can carry it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cityGraph as cg
from cityGraph.graph.reader import read
from cityGraph.model.claim import Claim, Passage, Qualifier, Relation, Value
from cityGraph.namespaces import CG
from cityGraph.proof.prover import Prover
from cityGraph.proof.wording import wording

XSD = "http://www.w3.org/2001/XMLSchema#"
Check = Callable[[Claim], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def claims(city: cg.CityGraph) -> dict[str, Claim]:
    return {claim.iri.rsplit("/", 1)[-1]: claim for claim in read(city, None)}


@pytest.fixture(scope="module")
def check(city: cg.CityGraph) -> Check:
    return Prover(wording(city), {}).check


def said(claim: Claim, *phrases: str) -> Claim:
    """`claim` with other phrases."""
    passage = claim.evidence[0]
    return claim.replace(evidence=tuple(passage.replace(phrase=phrase) for phrase in phrases))


def rules(found: list[tuple[str, str]]) -> list[str]:
    return [rule for rule, _ in found]


def test_every_claim_of_the_city_that_no_text_is_held_for_is_borne_out(claims: dict[str, Claim], check: Check) -> None:
    blind = [claim for claim in claims.values() if claim.evidence and claim.positions is None]
    assert len(blind) > 200
    for claim in blind:
        assert check(claim) == [], claim.iri


def test_a_stated_claim_has_both_its_ends_in_its_phrases(claims: dict[str, Claim], check: Check) -> None:
    claim = claims["taigang-called-tisco"]
    assert rules(check(claim.replace(object=Value("TASCO", "")))) == ["value"]
    signed = claims["taigang-signs-with-cisdi-engineering"]
    assert signed.basis == "stated"
    assert rules(check(said(signed, "太鋼作為山西省特鋼材料產業鏈鏈主"))) == ["object"]
    assert rules(check(said(signed, "中冶賽迪工程技術股份有限公司簽署框架協議"))) == ["subject"]


def test_a_resolved_claim_has_one_of_them(claims: dict[str, Claim], check: Check) -> None:
    claim = claims["steelworks-ground-breaking-held-in-gucheng-village"]
    assert claim.basis == "resolved"
    assert check(said(claim, "西北的古城村")) == []
    assert check(said(claim, "西北炼钢厂破土动工")) == []
    assert rules(check(said(claim, "山西某地"))) == ["subject"]


@pytest.mark.parametrize("name", ["太钢集团", "太鋼", "（太钢）"])
def test_a_name_is_known_in_any_script_and_width(claims: dict[str, Claim], check: Check, name: str) -> None:
    assert check(said(claims["taigang-controlled-by-baowu"], f"{name}51%股权", "划转给中国宝武")) == []


@pytest.mark.parametrize("phrase", ["总投资90亿元", "總投資90億元"])
def test_a_value_is_read_in_either_script(claims: dict[str, Claim], check: Check, phrase: str) -> None:
    claim = claims["copper-foil-project-total-investment"]
    assert check(said(claim, phrase, "深圳惠科新材料产业项目")) == []
    wrong = claim.replace(object=Value("9100000000", f"{XSD}decimal"))
    assert rules(check(said(wrong, phrase, "深圳惠科新材料产业项目"))) == ["value"]


def test_a_value_has_its_unit_and_its_comparator(claims: dict[str, Claim], check: Check) -> None:
    area = claims["qingxu-zone-zone-area"]
    assert rules(check(said(area, "规划面积29.99公里", "清徐经济开发区"))) == ["value"]
    about = claims["airport-phase-3-total-investment"]
    assert rules(check(said(about, "三期改扩建工程总投资239亿元"))) == ["value"]


def test_a_year_may_be_that_of_the_source_where_a_part_comes_from_elsewhere(
    claims: dict[str, Claim], check: Check
) -> None:
    claim = claims["jinke-silicon-founded-in"]
    assert claim.evidence[0].date == "2024-07-19"
    assert check(claim) == []
    assert "value" in rules(check(claim.replace(object=Value("2023", f"{XSD}gYear"))))
    assert "value" in rules(check(claim.replace(basis="stated")))


def test_a_day_is_read_in_full(claims: dict[str, Claim], check: Check) -> None:
    claim = claims["separator-start-date"]
    assert "value" in rules(check(claim.replace(object=Value("2021-07-02", f"{XSD}date"))))


def test_a_day_without_a_year_is_of_the_year_of_its_source_where_a_part_comes_from_elsewhere(
    claims: dict[str, Claim], check: Check
) -> None:
    claim = claims["copper-foil-production-date"]
    assert (claim.basis, claim.evidence[0].date) == ("resolved", "2024-01-17")
    assert check(said(claim, "1月16日")) == []
    assert check(said(claim.replace(object=Value("2023-12-09", f"{XSD}date")), "去年12月9日")) == []
    assert "value" in rules(check(said(claim, "1月17日")))
    assert "value" in rules(check(said(claim, "2023年1月16日")))
    assert "value" in rules(check(said(claim.replace(basis="stated"), "1月16日")))


def test_a_month_is_a_date_too(claims: dict[str, Claim], check: Check) -> None:
    claim = claims["jolywood-start-date"]
    assert check(said(claim, "2021年7月開工")) == []
    assert "value" in rules(check(said(claim, "2021年8月開工")))


def test_a_month_is_read_in_full(claims: dict[str, Claim], check: Check) -> None:
    claim = claims["jinbo-company-founded-in"]
    assert isinstance(claim.object, Value)
    assert claim.object.datatype == XSD + "gYearMonth"
    assert check(claim) == []
    name, *_ = claim.evidence[0].phrase.partition("成立")
    assert rules(check(said(claim, f"{name}成立于2008年4月"))) == ["value"]
    assert rules(check(said(claim, f"{name}成立于2008年"))) == ["value"]


def test_a_stage_and_a_share_stand_in_the_phrase(claims: dict[str, Claim], check: Check) -> None:
    staged = claims["copper-foil-production-advances-copper-foil-phase-1"]
    other = tuple(
        q.replace(value=f"{CG}groundBroken", text="奠基") if q.name == "stage" else q for q in staged.qualifiers
    )
    assert rules(check(staged.replace(qualifiers=other))) == ["stage"]
    owned = claims["taigang-controlled-by-baowu"]
    assert rules(check(owned.replace(qualifiers=(Qualifier("share", "持股", "49", "49"),)))) == ["share"]


def test_the_kinds_and_the_status_are_held_without_a_text(claims: dict[str, Claim], check: Check) -> None:
    claim = claims["taigang-controlled-by-baowu"]
    assert "status" in rules(check(claim.replace(status="targeted")))
    assert "kinds" in rules(check(claim.replace(relation=Relation(f"{CG}sitedIn", "位於"))))


def test_words_are_kept_as_they_stand(claims: dict[str, Claim], check: Check) -> None:
    claim = claims["three-batches-stands-for-all"]
    assert check(claim) == []
    assert rules(check(claim.replace(object=Value("签约一批", f"{XSD}string").replace(value="签约两批")))) == ["value"]


def test_a_claim_without_a_passage_is_told(claims: dict[str, Claim], check: Check) -> None:
    assert rules(check(claims["taigang-called-tisco"].replace(evidence=()))) == ["evidence"]
    two = claims["taigang-called-tisco"]
    foreign = two.evidence[0].replace(source="urn:other")
    assert isinstance(foreign, Passage)
    assert "evidence" in rules(check(two.replace(evidence=(*two.evidence, foreign))))
