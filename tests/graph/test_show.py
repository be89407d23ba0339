"""The verb show agrees with the verbs that say more."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.namespaces import NAMES
from cityGraph.render.display import display
from cityGraph.render.graph import shown_text


@pytest.mark.parametrize("name", ["太鋼", "太原", "陽曲工業園區", "不銹鋼"])
@pytest.mark.parametrize("inferred", [False, True])
def test_what_is_shown_is_what_the_other_verbs_tell(city: cg.CityGraph, name: str, inferred: bool) -> None:
    found = cg.show(city, name, inferred=inferred)
    claims = cg.claims(city, name, inferred=inferred)
    assert found.entity == claims.entity
    assert list(found.facts) == [claim for claim in claims if isinstance(claim.object, cg.Value)]
    assert found.neighbors == len({tie.iri for tie in cg.neighbors(city, name, inferred=inferred)})
    assert {source.iri for source in found.sources} == {source for claim in claims for source in claim.sources}


def test_names_have_language_and_role(city: cg.CityGraph) -> None:
    names = cg.show(city, "太鋼").names
    assert cg.Naming("Tàigāng", "zh-Latn-pinyin", "altLabel") in names
    assert [name.role for name in names if name.language == "zh-Hant"] == ["prefLabel"]


def test_a_thing_that_nothing_is_said_of_is_shown_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "甲" .', "utf-8")
    found = cg.show(cg.open(tmp_path / "a.ttl"), "甲")
    assert (found.entity.label, found.facts, found.neighbors, found.sources) == ("甲", (), 0, ())
    assert found.names == (cg.Naming("甲", "", "label"),)


def test_what_a_source_says_alone(city: cg.CityGraph) -> None:
    article = cg.according_to(city, "article")
    found = cg.show(article, "太鋼")
    assert [source.kind for source in found.sources] == ["Source"]
    assert found.neighbors < cg.show(city, "太鋼").neighbors


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_names_of_every_role_are_shown(tmp_path: Path, language: str) -> None:
    labels = {name.rsplit("/", 1)[-1].rsplit("#", 1)[-1]: name for name in NAMES}
    file = tmp_path / "roles.nt"
    file.write_text("".join(f'<urn:a> <{name}> "as {role}" .\n' for role, name in labels.items()), "utf-8")
    shown = cg.show(cg.open(file, language=language), "as prefLabel")
    told = shown_text(shown, language, 80)
    assert {name.role for name in shown.names} == labels.keys()
    assert all(f"as {role}" in told for role in labels)


def test_a_term_is_shown_with_its_definition_and_leads_to_what_it_may_connect() -> None:
    for language, means in (("zh-Hant", "來源所稱的企業"), ("zh-Hans", "来源所称的企业"), ("en", "firm")):
        with cg.open(language=language) as city:
            found = cg.show(city, "cg:Firm")
            assert found.definition
            assert means in found.definition
            told = shown_text(found, language, 80)
            assert display(found.definition) in told
            assert "citygraph schema Firm" in told
            assert "citygraph schema" not in shown_text(cg.show(city, "cg:supports"), language, 80)
    assert found.as_json()["definition"] == found.definition


def test_a_source_is_shown_with_what_is_known_of_it_and_the_number_of_its_claims(city: cg.CityGraph) -> None:
    found = cg.show(city, "本文")
    assert found.source
    assert (found.source.publisher, found.source.date) == ("山西日報", "2025-03-27")
    cited = [c for c in cg.claims(city, inferred=True) if found.entity.iri in {p.source for p in c.evidence}]
    assert found.said == found.as_json()["claims"] == len(cited) > 100
    told = shown_text(found, "zh-Hant", 80)
    assert f"{found.said} 條主張" in told
    assert str(found.source.url) in told
    assert "鄰居" not in told


def test_a_claim_is_shown_as_claims_lists_it(city: cg.CityGraph) -> None:
    stated = next(claim for claim in cg.claims(city, "太鋼") if claim.status == "planned")
    found = cg.show(city, stated.iri)
    assert found.claim == stated
    assert [source.iri for source in found.sources] == list(dict.fromkeys(p.source for p in stated.evidence))
    assert stated.evidence[0].phrase in shown_text(found, "zh-Hant", 80)
    assert found.as_json()["claim"] == stated.as_json()
    guess = next(claim for claim in cg.claims(city, inferred=True) if claim.basis == "inferred")
    assert guess.because
    assert display(guess.because)[:8] in shown_text(cg.show(city, guess.iri), "zh-Hant", 80)


def test_a_thing_is_no_term_no_source_and_no_claim(city: cg.CityGraph) -> None:
    found = cg.show(city, "太鋼")
    assert (found.definition, found.claim, found.source, found.said) == (None, None, None, 0)
    assert not {"definition", "claim", "source", "claims"} & found.as_json().keys()
