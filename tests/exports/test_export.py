"""The verb export: what is kept, what is an error, and the same bytes every time.

That each format is read by the programs it is for is tested in the files of the formats."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.exports.export import FORMATS
from support.exports import table
from support.strange import shipped_city


def test_filters_narrow_and_inferred_claims_say_why(city: cg.CityGraph) -> None:
    assert {claim.relation.label for claim in cg.export(city, relations=["重點支持"]).claims} == {"重點支持"}
    assert {claim.status for claim in cg.export(city, statuses=["planned", "targeted"]).claims} == {
        "planned",
        "targeted",
    }
    for claim in cg.export(city, kinds=["功能區"]).claims:
        ends = [end for end in (claim.subject, claim.object) if isinstance(end, cg.Entity)]
        assert "Zone" in {end.kind for end in ends}
    assert cg.export(city, kinds=["功能区"]) == cg.export(city, kinds=["Zone"])
    assert len({cg.export(city, kinds=["功能区"]), cg.export(city, kinds=["Zone"])}) == 1
    inferred = [row for row in table(cg.export(city, inferred=True)) if row["basis"] == "inferred"]
    assert len(inferred) > 100
    assert all(row["because"] for row in inferred)
    assert "inferred" not in {row["basis"] for row in table(cg.export(city))}
    assert {row["source"] for row in table(cg.export(cg.according_to(city, "article")))} == {"山西日報 2025-03-27"}


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_input_gives_the_same_bytes_on_every_engine_and_piece_by_piece(form: str) -> None:
    one, other = (cg.export(shipped_city(engine), "太重", inferred=True) for engine in ("oxigraph", "rdflib"))
    assert one.to(form) == one.to(form) == other.to(form) == b"".join(one.chunks(form))


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {".xlsx", ".mmd"}))
def test_a_long_file_comes_in_pieces(city: cg.CityGraph, form: str) -> None:
    found = cg.export(city, inferred=True)
    many = found.replace(entities=found.entities * 5, claims=found.claims * 5)
    pieces = list(many.chunks(form))
    assert len(pieces) > 2
    assert max(map(len, pieces)) < 2_500_000


def test_a_format_is_asked_for_with_or_without_its_dot(city: cg.CityGraph) -> None:
    found = cg.export(city, "晶科")
    assert found.to("csv") == found.to(".CSV") != found.to("nodes.csv")
    with pytest.raises(
        cg.CityGraphError, match=r"No export format is called '.doc'. Formats: .xlsx .csv .tsv .nodes.csv "
    ):
        found.to(".doc")


def test_a_graph_without_claims_has_nothing_to_export(tmp_path: Path) -> None:
    file = tmp_path / "plain.nt"
    file.write_text('<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "甲" .\n', "utf-8")
    with pytest.raises(cg.CityGraphError, match=r"there are no claims\. Add --inferred"):
        cg.export(cg.open(file))
    with pytest.raises(cg.CityGraphError, match=r"there are no claims\.$"):
        cg.export(cg.open(file), inferred=True)


def test_the_fixture_city_goes_through_every_format(fixture_city: cg.CityGraph) -> None:
    assert all(cg.export(fixture_city).to(form) for form in FORMATS)
