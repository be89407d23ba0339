"""By its quotes a claim is proved only if they name its ends and say its relation, its value and its mood."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.graph.reader import read
from cityGraph.model.claim import Claim, Entity, Passage, Qualifier, Relation, Value
from cityGraph.namespaces import CG
from cityGraph.proof.claim_proof import ClaimProof
from cityGraph.proof.degree import Degree, Degrees
from cityGraph.proof.wording import wording
from support.paths import DATA

CITY = "https://example.org/city/"
XSD = "http://www.w3.org/2001/XMLSchema#"
TURTLE = """
@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/city/> .
:mingguang a cg:Firm ; skos:prefLabel "明光公司"@zh-Hant , "Bright Works"@en .
:qinghe a cg:Firm ; skos:prefLabel "青禾公司"@zh-Hant ; skos:altLabel "青禾"@zh-Hant .
:yunhe a cg:Zone ; skos:prefLabel "雲河園區"@zh-Hant .
:dongling a cg:Zone ; skos:prefLabel "東嶺園區"@zh-Hant .
:qinghe-park a cg:Zone ; skos:prefLabel "青禾園區"@zh-Hant .
:energy a cg:Industry ; skos:prefLabel "新能源"@zh-Hant .
:plant a cg:Project ; skos:prefLabel "電機項目"@zh-Hant .
:motor a cg:Product ; skos:prefLabel "電機"@zh-Hant .
:ring a cg:Route ; skos:prefLabel "環城公路"@zh-Hant .
:opening a cg:Event ; skos:prefLabel "電機項目投產"@zh-Hant .
:paper a cg:Source ; skos:prefLabel "雲河日報"@zh-Hant ; dcterms:date "2024-05-01"^^xsd:date .
:text a cg:Source ; skos:prefLabel "雲河晚報"@zh-Hant ; cg:textHash "%s" .
""" % ("0" * 64)
KINDS = {
    "mingguang": "Firm", "qinghe": "Firm", "yunhe": "Zone", "dongling": "Zone", "qinghe-park": "Zone",
    "energy": "Industry", "plant": "Project", "motor": "Product", "ring": "Route", "opening": "Event",
}  # fmt: skip


def thing(name: str) -> Entity:
    return Entity(CITY + name, name, KINDS[name], "")


def made(
    subject: str,
    relation: str,
    what: str | Value,
    *phrases: str,
    status: str = "realised",
    basis: str = "stated",
    source: str = "paper",
    **qualifiers: str,
) -> Claim:
    """A claim with these quotes."""
    date = "2024-05-01" if source == "paper" else None
    evidence = tuple(Passage(CITY + source, "", "", None, None, None, phrase, None, date) for phrase in phrases)
    details = tuple(Qualifier(name, name, CG + value, value) for name, value in qualifiers.items())
    target = thing(what) if isinstance(what, str) else what
    return Claim(CITY + "claim", thing(subject), Relation(CG + relation, ""), target, status, basis, evidence, details)


def number(value: str) -> Value:
    return Value(value, XSD + "decimal")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    file = tmp_path_factory.mktemp("city") / "city.ttl"
    Path(file).write_text(TURTLE, encoding="utf-8")
    return cg.open(file)


@pytest.fixture(scope="module")
def of(small: cg.CityGraph) -> Degrees:
    return Degrees(wording(small), ())


SITED = ("mingguang", "sitedIn", "yunhe")


def test_quotes_that_say_all_of_a_claim_prove_it_in_either_script(of: Degrees) -> None:
    assert of.degree(made(*SITED, "明光公司落戶雲河園區")) == Degree("quotes")
    assert of.degree(made(*SITED, "明光公司落户云河园区")) == Degree("quotes")


def test_two_quotes_prove_it_together_in_any_order(of: Degrees) -> None:
    assert of.degree(made(*SITED, "明光公司新廠", "落戶雲河園區")) == Degree("quotes")
    assert of.degree(made(*SITED, "落戶雲河園區", "明光公司新廠")) == Degree("quotes")


def test_quotes_that_overlap_are_one_sentence(of: Degrees) -> None:
    said = made("yunhe", "specialisesIn", "energy", "雲河園區以新材料、新能源", "新材料、新能源為主導產業")
    assert of.degree(said) == Degree("quotes")


@pytest.mark.parametrize(
    ("claim", "missing"),
    [
        (made("qinghe", "sitedIn", "yunhe", "明光公司落戶雲河園區"), "subject"),
        (made("mingguang", "sitedIn", "dongling", "明光公司落戶雲河園區"), "object"),
        (made(*SITED, "明光公司與雲河園區"), "relation"),
        (made(*SITED, "明光公司離開雲河園區"), "relation"),
    ],
)
def test_what_they_lack_is_named(of: Degrees, claim: Claim, missing: str) -> None:
    found = of.degree(claim)
    assert found.proof == "citation"
    assert missing in found.missing


def test_ends_that_are_swapped_are_refused(of: Degrees) -> None:
    said = ("明光公司是青禾公司的全資子公司",)
    assert of.degree(made("mingguang", "controlledBy", "qinghe", *said)).proof == "quotes"
    assert of.degree(made("qinghe", "controlledBy", "mingguang", *said)) == Degree("citation", ("relation",))


def test_a_thing_of_the_same_kind_that_stands_nearer_is_meant(of: Degrees) -> None:
    said = ("明光公司落戶東嶺園區附近的雲河園區",)
    assert of.degree(made(*SITED, *said)).missing == ("relation",)
    assert of.degree(made("mingguang", "sitedIn", "dongling", *said)).proof == "quotes"


def test_a_name_inside_a_longer_name_names_nothing(of: Degrees) -> None:
    claim = made("qinghe", "signsWith", "mingguang", "青禾園區與明光公司簽約")
    assert "subject" in of.degree(claim).missing


def test_a_member_of_a_list_is_meant_too(of: Degrees) -> None:
    assert of.degree(made("mingguang", "sitedIn", "dongling", "明光公司落戶雲河園區、東嶺園區")).proof == "quotes"


@pytest.mark.parametrize(
    "said", ["明光公司沒有落戶雲河園區", "據傳明光公司落戶雲河園區", "若獲批,明光公司落戶雲河園區"]
)
def test_what_is_denied_or_doubted_is_refused(of: Degrees, said: str) -> None:
    assert "denied" in of.degree(made(*SITED, said)).missing


def test_a_plan_is_no_fact_and_a_fact_no_plan(of: Degrees) -> None:
    planned, done = "明光公司擬落戶雲河園區", "明光公司已落戶雲河園區"
    assert of.degree(made(*SITED, planned)).missing == ("mood",)
    assert of.degree(made(*SITED, planned, status="planned")).proof == "quotes"
    assert of.degree(made(*SITED, done, status="planned")).missing == ("mood",)
    assert of.degree(made(*SITED, "下一步,明光公司", "落戶雲河園區")).missing == ("mood",)


def test_a_status_that_the_relation_cannot_have_is_refused(of: Degrees) -> None:
    assert "mood" in of.degree(made(*SITED, "明光公司力爭落戶雲河園區", status="targeted")).missing


def test_a_list_says_neither_plan_nor_fact(of: Degrees) -> None:
    claim = made("motor", "feeds", "motor", "電機-電機")
    assert of.degree(claim).proof == "citation"


INVESTED = ("plant", "totalInvestment", number("500000000"))
SAID = "電機項目總投資約5億元"


def test_a_value_needs_its_number_unit_and_comparator(of: Degrees) -> None:
    right = {"status": "planned", "unit": "yuan", "comparator": "about"}
    assert of.degree(made(*INVESTED, SAID, **right)).proof == "quotes"
    other = made("plant", "totalInvestment", number("600000000"), SAID, **right)
    assert "value" in of.degree(other).missing
    assert "value" in of.degree(made(*INVESTED, SAID, **right | {"unit": "tonne"})).missing
    assert "value" in of.degree(made(*INVESTED, SAID, status="planned", unit="yuan")).missing


def test_the_number_of_another_measure_is_refused(of: Degrees) -> None:
    said = "電機項目年產值5億元,總投資3億元"
    right = {"status": "planned", "unit": "yuan"}
    assert of.degree(made("plant", "totalInvestment", number("300000000"), said, **right)).proof == "quotes"
    assert of.degree(made(*INVESTED, said, **right)).missing == ("relation",)


def test_a_figure_of_a_work_is_planned_until_the_words_say_that_it_is_so(of: Degrees) -> None:
    length = ("ring", "routeLength", number("30"))
    assert of.degree(made(*length, "環城公路全長30公里", status="planned", unit="kilometre")).proof == "quotes"
    assert of.degree(made(*length, "環城公路全長30公里", unit="kilometre")).missing == ("mood",)


def test_another_year_is_refused(of: Degrees) -> None:
    said = "明光公司成立於2001年"
    assert of.degree(made("mingguang", "foundedIn", Value("2001", XSD + "gYear"), said)).proof == "quotes"
    assert "value" in of.degree(made("mingguang", "foundedIn", Value("2002", XSD + "gYear"), said)).missing


def test_an_event_is_known_by_its_stage_and_its_work(of: Degrees) -> None:
    event = ("opening", "advances", "plant")
    assert of.degree(made(*event, "電機項目正式投產", stage="inProduction")).proof == "quotes"
    assert "stage" in of.degree(made(*event, "電機項目正式開工", stage="inProduction")).missing
    assert "subject" in of.degree(made(*event, "電機項目正式開工", stage="underConstruction")).missing


def test_a_name_says_what_is_part_of_it(of: Degrees) -> None:
    assert of.degree(made("plant", "makes", "motor", "電機項目", status="planned")).proof == "quotes"
    assert of.degree(made("plant", "makes", "motor", "電機項目")).missing == ("mood",)


def test_a_resolved_claim_may_leave_out_what_its_source_is_about(small: cg.CityGraph) -> None:
    left_out = made(*SITED, "公司落戶雲河園區", basis="resolved")
    others = [
        made(*SITED, "明光公司很大"),
        made(*SITED, "明光公司很新"),
        made("qinghe", "sitedIn", "yunhe", "青禾公司"),
    ]
    of = Degrees(wording(small), [left_out, *others])
    assert of.degree(left_out).proof == "quotes"
    assert "subject" in of.degree(left_out.replace(basis="stated")).missing
    assert "subject" in of.degree(left_out.replace(subject=thing("qinghe"))).missing
    assert "object" in of.degree(left_out.replace(object=thing("dongling"))).missing


def test_a_resolved_claim_may_not_choose_between_two(small: cg.CityGraph) -> None:
    left_out = made(*SITED, "公司落戶雲河園區", basis="resolved")
    of = Degrees(wording(small), [made(*SITED, "明光公司很大"), made("qinghe", "sitedIn", "yunhe", "青禾公司")])
    assert "subject" in of.degree(left_out).missing


def test_words_of_a_compound_are_no_plan(of: Degrees) -> None:
    area = ("yunhe", "zoneArea", number("30"))
    said = "雲河園區規劃面積30平方公里"
    assert of.degree(made(*area, said, unit="squareKilometre")).proof == "quotes"
    assert of.degree(made(*area, said, unit="squareKilometre", status="planned")).missing == ("mood",)
    grown = ("雲河園區將新能源作為重點來培育",)
    assert of.degree(made("yunhe", "cultivates", "energy", *grown)).proof == "quotes"
    assert of.degree(made("yunhe", "cultivates", "energy", *grown, status="planned")).missing == ("mood",)


def test_a_route_that_is_not_in_use_connects_nothing_yet(of: Degrees) -> None:
    joins = ("ring", "connects", "yunhe", "環城公路連接雲河園區")
    assert of.degree(made(*joins, status="planned")).proof == "quotes"
    assert of.degree(made(*joins)).missing == ("mood",)


def test_the_last_place_of_an_address_is_meant(of: Degrees) -> None:
    said = ("明光公司在東嶺園區雲河園區建廠",)
    assert of.degree(made("mingguang", "sitedIn", "yunhe", *said)).proof == "quotes"


def test_an_owner_is_not_what_it_owns(of: Degrees) -> None:
    said = ("青禾公司旗下的明光公司", "位於雲河園區")
    assert of.degree(made("mingguang", "sitedIn", "yunhe", *said)).proof == "quotes"
    assert of.degree(made("qinghe", "sitedIn", "yunhe", *said)).proof == "citation"


def test_the_year_of_a_source_is_taken_only_where_no_other_is_printed(of: Degrees) -> None:
    year = Value("2024", XSD + "gYear")
    resolved = {"basis": "resolved"}
    assert of.degree(made("mingguang", "foundedIn", year, "明光公司正式成立", **resolved)).proof == "quotes"
    assert of.degree(made("mingguang", "foundedIn", year, "明光公司正式成立")).proof == "citation"
    assert of.degree(made("mingguang", "foundedIn", year, "2021年明光公司正式成立", **resolved)).proof == "citation"


def test_what_was_so_in_a_period_may_be_told_as_past(of: Degrees) -> None:
    said = made(*SITED, "當時明光公司落戶雲河園區")
    assert of.degree(said.replace(qualifiers=(Qualifier("period", "", "1950", ""),))).proof == "quotes"


def test_a_name_of_two_things_means_the_one_that_its_source_tells_of(tmp_path: Path) -> None:
    file = tmp_path / "city.ttl"
    both = ':other a cg:Firm ; skos:prefLabel "別家公司"@zh-Hant ; skos:altLabel "青禾"@zh-Hant .\n'
    file.write_text(TURTLE + both, encoding="utf-8")
    KINDS["other"] = "Firm"
    said = made("qinghe", "sitedIn", "yunhe", "青禾落戶雲河園區")
    words = wording(cg.open(file))
    assert Degrees(words, [said]).degree(said).proof == "quotes"
    assert Degrees(words, [said]).degree(said.replace(subject=thing("other"))).proof == "citation"
    assert Degrees(words, []).degree(said.replace(subject=thing("other"))).proof == "quotes"


def test_a_claim_with_positions_in_a_recorded_text_is_proved_by_it(of: Degrees) -> None:
    claim = made(*SITED, "園區", source="text")
    placed = claim.replace(positions="subject 1:0-2")
    assert of.degree(placed) == Degree("text")
    assert of.degree(claim).proof == "citation"
    assert of.degree(made(*SITED, "園區").replace(positions="subject 1:0-2")).proof == "citation"


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (made("mingguang", "aids", "qinghe", "明光公司扶持青禾公司"), "quotes"),
        (made("qinghe", "aids", "mingguang", "明光公司扶持青禾公司"), "citation"),
        (made("mingguang", "aids", "qinghe", "明光公司不再扶持青禾公司"), "citation"),
        (made("mingguang", "aids", "qinghe", "明光公司扶持青禾公司", status="planned"), "citation"),
        (made("mingguang", "aids", "qinghe", "明光公司扶持青禾公司", basis="resolved"), "citation"),
        (made("mingguang", "aids", "qinghe", "明光公司", "扶持青禾公司"), "citation"),
    ],
)
def test_one_quote_may_say_all_of_a_claim_in_words_of_any_city(
    small: cg.CityGraph, claim: Claim, expected: str
) -> None:
    words = wording(small)
    assert Degrees(words, [claim]).degree(claim).proof == "citation"  # the patterns for quotes do not have the word
    assert Degrees(words, [claim], ClaimProof(small, words, [claim], {}).by_quotes).degree(claim).proof == expected


def test_what_is_told_of_a_phase_is_not_told_of_the_whole(small: cg.CityGraph) -> None:
    named = made("plant", "makes", "motor", "電機項目生產電機")
    for words, proof in (("今年生產電機", "quotes"), ("二期生產電機", "citation")):
        claim = made("plant", "makes", "motor", words, basis="resolved")
        of = Degrees(wording(small), [named, claim])
        assert of.degree(claim).proof == proof, words


def test_an_inferred_claim_has_no_proof(of: Degrees) -> None:
    assert of.degree(made(*SITED, basis="inferred")) == Degree("none")


def test_the_city_records_what_is_computed(city: cg.CityGraph) -> None:
    claims = [claim for claim in read(city, None) if claim.status]
    of = Degrees(wording(city), claims)
    assert [claim.iri for claim in claims if claim.proof != of.degree(claim).proof] == []
    assert DATA.read_text("utf-8").count("cg:proof cg:quotes") > 300
