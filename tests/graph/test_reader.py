"""Claims read with their figures, qualifiers and passages."""

from __future__ import annotations

import cityGraph as cg


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
    copied = passages["出處未載 日期未載"]
    assert (copied.date, copied.quality, copied.url) == (None, "M", None)
