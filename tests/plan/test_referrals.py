"""A name is followed to what it refers to, and the answer says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.render.projects import projects_text
from cityGraph.render.rows import basis_of
from cityGraph.render.targets import targets_text
from cityGraph.render.timeline import timeline_text
from cityGraph.render.words import WORDS
from support.process import LANGUAGES
from support.samples import claim, inferred_claim, port_graph

THINGS = """ex:brand a cg:Firm ; skos:prefLabel "錨牌"@zh-Hant .
ex:company a cg:LegalEntity ; skos:prefLabel "錨鏈公司"@zh-Hant .
ex:group a cg:LegalEntity ; skos:prefLabel "錨鏈集團"@zh-Hant .
ex:mill a cg:Project ; skos:prefLabel "鋼纜廠"@zh-Hant .
"""
GUESS = inferred_claim("guess", "ex:brand cg:refersTo ex:company", ' cg:because "品牌相同"@zh-Hant ;')
STATED = claim("named", "ex:brand cg:refersTo ex:company", status="realised")
OWNED = claim("whose", "ex:company cg:ownerOf ex:plant", status="realised")
OWN = claim("own", "ex:brand cg:ownerOf ex:mill", status="realised")
GOAL = claim("goal-of", "ex:goal cg:targetFor ex:company")
DATED = claim("since", 'ex:company cg:date "2030-07-01"^^xsd:date', status="realised")


@pytest.mark.parametrize("inferred", [False, True])
def test_works_targets_and_dates_of_a_company_are_found_by_its_brand(tmp_path: Path, inferred: bool) -> None:
    city = port_graph(tmp_path, THINGS + GUESS + OWNED + GOAL + DATED)
    works = cg.projects(city, "錨牌", inferred=inferred)
    targets = cg.targets(city, "錨牌", inferred=inferred)
    dates = cg.timeline(city, "錨牌", inferred=inferred)
    assert [work.entity.label for work in works] == ["錨鏈廠"]
    assert [target.entity.label for target in targets] == ["吞吐量目標"]
    assert [moment.date for moment in dates] == ["2030-07-01"]
    for answer in (works, targets, dates):
        assert answer.entity is not None
        assert answer.entity.label == "錨牌"
        (followed,) = answer.followed
        assert (followed.thing.label, followed.count, followed.inferred) == ("錨鏈公司", 1, True)
        assert [each.because for each in followed.claims] == ["品牌相同"]
        (told,) = answer.as_json()["followed"]
        assert (told["label"], told["count"], told["inferred"]) == ("錨鏈公司", 1, True)


def test_what_is_followed_over_a_stated_claim_is_not_marked_as_inferred(tmp_path: Path) -> None:
    for body in (STATED, GUESS + STATED):
        (followed,) = cg.projects(port_graph(tmp_path, THINGS + body + OWNED), "錨牌").followed
        assert not followed.inferred
        assert [passage.phrase for each in followed.claims for passage in each.evidence] == ["named 之言"]


def test_own_works_are_told_from_those_of_the_company(tmp_path: Path) -> None:
    both = cg.projects(port_graph(tmp_path, THINGS + GUESS + OWNED + OWN), "錨牌")
    assert {work.entity.label for work in both} == {"錨鏈廠", "鋼纜廠"}
    assert [(each.thing.label, each.count) for each in both.followed] == [("錨鏈公司", 1)]
    shared = claim("too", "ex:brand cg:ownerOf ex:plant", status="realised")
    for body in (OWN, OWNED + shared):
        assert cg.projects(port_graph(tmp_path, THINGS + GUESS + body), "錨牌").followed == ()
    whole = cg.projects(port_graph(tmp_path, THINGS + GUESS + OWNED))
    assert (whole.entity, whole.followed) == (None, ())


def test_a_name_is_followed_over_several_steps_and_backwards_but_never_forward_and_back(tmp_path: Path) -> None:
    onward = claim("onward", "ex:company cg:refersTo ex:group", status="realised")
    far = claim("whose", "ex:group cg:ownerOf ex:plant", status="realised")
    (followed,) = cg.projects(port_graph(tmp_path, THINGS + GUESS + onward + far), "錨牌").followed
    assert [each.object_text for each in followed.claims] == ["錨鏈公司", "錨鏈集團"]
    assert followed.inferred
    (back,) = cg.projects(port_graph(tmp_path, THINGS + GUESS + OWN), "錨鏈公司").followed
    assert back.thing.label == "錨牌"
    # One brand of two companies makes neither the owner of what the other owns.
    fork = inferred_claim("other", "ex:brand cg:refersTo ex:group")
    assert len(cg.projects(port_graph(tmp_path, THINGS + GUESS + fork + OWNED), "錨鏈集團")) == 0


def test_names_that_refer_to_each_other_in_a_circle_end(tmp_path: Path) -> None:
    circle = claim("back", "ex:company cg:refersTo ex:brand", status="realised")
    found = cg.projects(port_graph(tmp_path, THINGS + STATED + circle + OWNED), "錨牌")
    assert [each.thing.label for each in found.followed] == ["錨鏈公司"]


def test_years_and_statuses_also_narrow_what_was_followed(tmp_path: Path) -> None:
    city = port_graph(tmp_path, THINGS + GUESS + OWNED + GOAL + DATED)
    assert cg.timeline(city, "錨牌", from_year=2031).followed == ()
    assert cg.targets(city, "錨牌", statuses=["realised"]).followed == ()
    assert cg.projects(city, "錨牌", statuses=["targeted"]).followed == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_says_whose_works_are_listed_and_why(tmp_path: Path, language: str) -> None:
    words = WORDS[language]
    marked = "錨鏈公司" + words["noted"].format(note=basis_of("inferred", words))
    body = THINGS + GUESS + OWNED + GOAL + DATED
    city = port_graph(tmp_path, body)
    texts = (
        projects_text(cg.projects(city, "錨牌"), language, 200),
        targets_text(cg.targets(city, "錨牌"), language, 200),
        timeline_text(cg.timeline(city, "錨牌"), language, 200),
    )
    for lines in map(str.splitlines, texts):
        at = lines.index(words["followed_all"].format(name="錨牌", other=marked, n=1))
        assert lines[at + 2].strip() == words["because"] + "品牌相同"
    lines = projects_text(cg.projects(port_graph(tmp_path, body + OWN), "錨牌"), language, 200).splitlines()
    assert words["followed_some"].format(name="錨牌", other=marked, n=1) in lines
    plain = projects_text(cg.projects(port_graph(tmp_path, THINGS + STATED + OWNED), "錨牌"), language, 200)
    assert words["followed_all"].format(name="錨牌", other="錨鏈公司", n=1) in plain.splitlines()


def test_nothing_is_said_to_be_missing_that_the_graph_of_the_shipped_city_has(city: cg.CityGraph) -> None:
    for name in ("晶科", "太鋼", "美錦氫能"):
        asked = cg.resolve(city, name)
        companies = [
            each.object.label
            for each in cg.claims(city, name, inferred=True)
            if each.relation.iri.endswith("#refersTo") and each.subject == asked and isinstance(each.object, cg.Entity)
        ]
        assert companies
        for company in companies:
            of_company = {work.entity for work in cg.projects(city, company)}
            assert of_company <= {work.entity for work in cg.projects(city, name)}
    assert len(cg.projects(city, "晶科")) > 0
