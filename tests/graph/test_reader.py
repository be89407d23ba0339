"""Claims read with their figures, qualifiers and passages."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.paths import FIXTURE
from support.samples import claim, inferred_claim, port_graph


def test_figures_are_claims_with_a_typed_value_a_unit_and_a_comparator(city: cg.CityGraph) -> None:
    (figure,) = [c for c in cg.claims(city, "制造業佔比目標") if c.relation.iri.endswith("#value")]
    assert isinstance(figure.object, cg.Value)
    assert (figure.object.value, figure.object.datatype) == ("60", "http://www.w3.org/2001/XMLSchema#decimal")
    assert {q.name: q.text for q in figure.qualifiers} == {"comparator": "≥", "unit": "%"}


def test_a_figure_printed_without_a_unit_has_none(city: cg.CityGraph) -> None:
    (figure,) = [c for c in cg.claims(city, "百億規模") if c.relation.iri.endswith("#value")]
    assert figure.qualifier("unit") is None


def test_a_passage_tells_of_its_source_the_date_and_how_good_it_is(city: cg.CityGraph) -> None:
    passages = {p.source_title: p for claim in cg.claims(city, "太鋼") for p in claim.evidence}
    assert (passages["山西日報 2025-03-27"].date, passages["山西日報 2025-03-27"].quality) == ("2025-03-27", "A")
    copied = passages["出處不明 日期不明"]
    assert (copied.date, copied.quality, copied.url) == (None, "M", None)


def test_claims_with_a_paragraph_come_first_then_those_without_then_the_inferred_ones(tmp_path: Path) -> None:
    body = (
        inferred_claim("a", "ex:port cg:supports ex:start")
        + claim("b", "ex:port cg:supports ex:plant")
        + claim("c", "ex:port cg:supports ex:hall")
        + "ex:c-p cg:paragraph 3 ."
    )
    found = cg.claims(port_graph(tmp_path, body), inferred=True)
    assert [each.iri.rsplit("/", 1)[-1] for each in found] == ["c", "b", "a"]


@pytest.mark.parametrize(("language", "reason"), [("zh-Hant", "同在港區"), ("en", "both are in the port")])
def test_a_reason_is_given_in_the_language_of_the_answer(tmp_path: Path, language: str, reason: str) -> None:
    why = ' cg:because "同在港區"@zh-Hant , "both are in the port"@en ;'
    port_graph(tmp_path, inferred_claim("guess", "ex:port cg:supports ex:plant", why))
    (guess,) = cg.claims(cg.open(tmp_path / "port.ttl", language=language), inferred=True)
    assert guess.because == reason


def test_any_source_is_called_by_its_own_short_name(tmp_path: Path) -> None:
    text = (FIXTURE / "city.ttl").read_text("utf-8")
    article = "<https://w3id.org/citygraph/id/yunbo/article>"
    names = f'\n{article} skos:altLabel "雲泊報"@zh-Hant , "雲泊日報頭版"@zh-Hant , "the Daily"@en .\n'
    for language, label in (("zh-Hant", "雲泊報"), ("en", "the Daily"), ("zh-Hans", "云泊日报 2031-05-08")):
        file = tmp_path / f"{language}.ttl"
        file.write_text(text + names, "utf-8")
        city = cg.open(file, language=language)
        assert {passage.source_label for claim in cg.claims(city) for passage in claim.evidence} == {label}
    printed = str(cg.neighbors(cg.open(file), "雲泊"))
    assert "雲泊報 §" in printed
    assert "\n雲泊報：雲泊日報 2031-05-08" in printed
