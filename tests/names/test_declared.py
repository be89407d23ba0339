"""A plain word for a kind or a relation is understood in three languages, whether or not the graph has one yet."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rdflib import RDFS, URIRef

import cityGraph as cg
from cityGraph.names.declared import declared_kind, declared_relation, special_relations
from cityGraph.names.spelling import fold
from cityGraph.namespaces import CG, local
from support.ontology import CLASSES, EDGES, WHOLE
from support.rows import for_each

KINDS = {
    "firm": "Firm", "zone": "Zone", "organisation": "Organisation", "person": "Person", "project": "Project",
    "facility": "Facility", "programme": "Programme", "named set": "NamedSet", "industry": "Industry", "city": "City",
    "kind": "Product", "administrative area": "AdministrativeArea", "product": "Product", "government": "Government",
    "route": "Route", "region": "Region", "place": "Place", "document": "Document", "event": "Event", "plan": "Plan",
    "fund": "Fund", "state": "AdministrativeArea", "designation": "Designation", "debt": "Debt",
    "community": "Community", "ambition": "Ambition", "country": "Country", "province": "AdministrativeArea",
    "county": "AdministrativeArea", "district": "AdministrativeArea", "university": "Organisation",
    "school": "Organisation", "hospital": "Organisation", "airport": "Facility", "port": "Facility", "river": "Place",
    "park": "Zone", "bank": "Firm", "agency": "Organisation", "committee": "Organisation", "law": "Document",
    "policy": "Programme", "technology": "Technology", "brand": "Brand", "chain": "Chain",
}  # fmt: skip
RELATIONS = {
    "supports": "aids", "develops": "worksOn", "builds": "builds", "leads": "heads", "located-in": "locatedIn",
    "part-of": "belongsTo", "produces": "produces", "invests-in": "investsIn", "cooperates-with": "worksWith",
    "owns": "owns", "signed": "hasSigned", "hosts": "playsHostTo", "supplies": "supplies", "administers": "manages",
    "designates": "designates", "restrains": "limits", "chairs": "chairs", "organises": "organises",
    "briefs": "briefs", "listed-on": "listedOn",
}  # fmt: skip
# These take a value or a few words, and some of them a thing as well.
OF_VALUES = {
    "plans": ("plans", "plansTo"), "aims-for": ("aimsFor", "aimsForValue"), "has-output": ("hasOutput", "hasOutput"),
    "ranks": ("ranks", "ranks"), "founded-in": ("startedIn", "startedIn"), "has-stage": ("hasStage", "hasStage"),
    "holds-office": ("holdsOffice", "holdsPost"), "designated-as": ("hasTitle", "holdsTitle"),
}  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    file: Path = tmp_path_factory.mktemp("city") / "empty.ttl"
    file.write_text("<urn:a> a <urn:B> .", "utf-8")
    return cg.open(file)


@for_each(("word", "kind"), KINDS.items())
def test_a_plain_word_for_a_kind_is_understood(city: cg.CityGraph, empty: cg.CityGraph, word: str, kind: str) -> None:
    for one in (city, empty):
        for spelling in (word, word.capitalize(), word.replace(" ", "-")):
            assert declared_kind(one, spelling) == CG + kind


@for_each(("word", "relation"), RELATIONS.items())
def test_a_plain_word_for_a_relation_is_the_general_one(
    city: cg.CityGraph, empty: cg.CityGraph, word: str, relation: str
) -> None:
    for one in (city, empty):
        for spelling in (word, word.replace("-", " "), word.upper()):
            assert declared_relation(one, spelling) == CG + relation
            assert declared_relation(one, spelling, value=True) == CG + relation


@pytest.mark.parametrize(("word", "both"), OF_VALUES.items())
def test_a_word_for_two_relations_is_the_one_that_takes_the_object(
    city: cg.CityGraph, word: str, both: tuple[str, str]
) -> None:
    assert tuple(local(declared_relation(city, word, value=value)) for value in (False, True)) == both


@pytest.mark.parametrize(
    ("word", "relation"),
    [("支持", "aids"), ("位于", "locatedIn"), ("位於", "locatedIn"), ("持有", "owns"), ("出資", "investsIn"),
     ("合作", "worksWith"), ("投产", None), ("重點支持", "supports"), ("cg:supports", "supports"),
     (CG + "leads", "leads"), ("鏈主為", None), ("owned by", None)],
)  # fmt: skip
def test_a_relation_is_read_from_its_subject(city: cg.CityGraph, word: str, relation: str | None) -> None:
    """What reads from the object (鏈主為, owned by) would turn the claim round."""
    if relation:
        assert declared_relation(city, word) == CG + relation
    else:
        with pytest.raises(cg.CityGraphError, match="There is no relation"):
            declared_relation(city, word)


def test_a_wrong_word_is_refused_with_the_nearest(city: cg.CityGraph) -> None:
    with pytest.raises(
        cg.CityGraphError, match=r"^There is no relation 'suports'\. Nearest names: .*給予支持 \(aids\)"
    ):
        declared_relation(city, "suports")
    with pytest.raises(
        cg.CityGraphError, match=r"^There is no kind 'universty'\. Nearest names: 機構 \(Organisation\)"
    ):
        declared_kind(city, "universty")
    for wrong in ("Claim", "Unit", "Location", "Body", ""):
        with pytest.raises(cg.CityGraphError, match="There is no kind"):
            declared_kind(city, wrong)


def test_every_kind_and_relation_is_found_by_its_own_labels(city: cg.CityGraph) -> None:
    """An alias may not hide the label of another, unless it is that of a relation with fewer kinds."""
    general = {term for term in EDGES if (term, URIRef(CG + "alias"), None) in WHOLE}
    for term in EDGES:
        for label in WHOLE.objects(term, RDFS.label):
            assert declared_relation(city, str(label), value=True) in {str(term), *map(str, general)}
            if term not in general:
                assert str(term) == declared_relation(city, CG + local(term))


def test_no_alias_stands_for_two(city: cg.CityGraph) -> None:
    alias, sort = URIRef(CG + "alias"), URIRef(CG + "measure")
    for terms in (
        CLASSES,
        [term for term in EDGES if sort in WHOLE.objects(term, RDFS.subPropertyOf)],
        [term for term in EDGES if sort not in WHOLE.objects(term, RDFS.subPropertyOf)],
    ):
        words = Counter(word for term in terms for word in {fold(str(each)) for each in WHOLE.objects(term, alias)})
        assert [word for word, times in words.items() if times > 1] == []
    assert len(list(WHOLE.triples((None, alias, None)))) > 200


def test_an_alias_is_never_the_name_of_a_thing(city: cg.CityGraph) -> None:
    assert not [match for match in cg.find(city, "承辦") if match.iri.startswith(CG)]


def test_a_general_relation_stands_for_those_below_it(city: cg.CityGraph, empty: cg.CityGraph) -> None:
    assert {*map(local, special_relations(empty, "supports"))} == {
        "supports", "backs", "serves", "pushes", "contributesTo"
    }  # fmt: skip
    assert special_relations(city, "gargles") == frozenset()


def test_a_filter_takes_a_general_relation_that_no_claim_has(city: cg.CityGraph) -> None:
    found = cg.claims(city, "百信", relations=["located in"])
    assert {local(claim.relation.iri) for claim in found} == {"sitedIn"}
    assert cg.neighbors(city, "太原", relations=["builds"]) == cg.neighbors(city, "太原", relations=["develops"])
    # A relation that the graph has goes before the general one of the same name.
    assert cg.neighbors(city, "太原", relations=["supports"]) == cg.neighbors(city, "太原", relations=["重點支持"])


def test_a_filter_takes_another_word_for_a_kind(city: cg.CityGraph) -> None:
    assert cg.find(city, "太", kind="county") == cg.find(city, "太", kind="AdministrativeArea")
