"""The verb export: what is kept, what is an error, and the same bytes every time.

That each format is read by the programs it is for is tested in the files of the formats."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
import rdflib.compare

import cityGraph as cg
from cityGraph.exports.export import FORMATS
from support.exports import as_rdflib, table
from support.rows import for_each
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


@for_each("form", sorted(set(FORMATS) - {".xlsx", ".mmd"}))
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


NAMES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:x:b> a skos:Concept ; skos:prefLabel "乙"@zh-Hant , "B"@en . <urn:x:a> skos:prefLabel "甲" .
"""
OF_CLAIMS = {".csv", ".tsv", ".edges.csv", ".webannotation.jsonld"}


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_things_that_nothing_is_tied_to_are_exported_with_their_names_and_kinds(tmp_path: Path, engine: str) -> None:
    file = tmp_path / "names.ttl"
    file.write_text(NAMES, "utf-8")
    city = cg.open(file, engine=engine)
    found = cg.export(city)
    assert ([(thing.label, thing.kind) for thing in found.entities], found.claims) == (
        [("乙", "Concept"), ("甲", "")],
        (),
    )
    assert all(found.to(form) for form in set(FORMATS) - OF_CLAIMS)
    again = rdflib.Graph().parse(data=found.to(".ttl"), format="turtle")
    assert rdflib.compare.isomorphic(again, rdflib.Graph().parse(file))
    assert city.notes == ()
    for form in OF_CLAIMS:
        with pytest.raises(
            cg.CityGraphError, match=r"there are only names and kinds\. Formats that hold them: \.xlsx "
        ):
            found.to(form)


def test_where_there_are_no_claims_there_are_no_inferred_ones_either(tmp_path: Path) -> None:
    file = tmp_path / "names.ttl"
    file.write_text(NAMES, "utf-8")
    with pytest.raises(cg.CityGraphError, match=r"^Nothing to export: there are no claims about '甲'\.$"):
        cg.export(cg.open(file), "甲")
    with pytest.raises(cg.CityGraphError, match=r"^Nothing to export: there are no claims\.$"):
        cg.export(cg.open(file), statuses=["planned"])
    with pytest.raises(cg.CityGraphError, match=r"there are no claims about '交城美錦'\. Add --inferred"):
        cg.export(cg.open(), "交城美錦")


FOREIGN = """@prefix : <https://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Kind rdfs:label "Kind" ; rdfs:subClassOf :Wider . :Wider rdfs:label "Wider" .
:a a :Kind ; rdfs:label "A" ; :knows :b ; :in :x , :y ; :at [ :street "Main" ] . :b rdfs:label "B" ; :age 3 .
:c rdfs:label "C" .
"""


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_a_note_counts_the_triples_of_a_foreign_graph_that_rdf_leaves_out(tmp_path: Path, engine: str) -> None:
    file = tmp_path / "foreign.ttl"
    file.write_text(FOREIGN, "utf-8")
    whole = rdflib.Graph().parse(file)
    for form in (".ttl", ".nt", ".nq", ".trig", ".jsonld"):
        city = cg.open(file, engine=engine)
        kept = as_rdflib(cg.export(city), form)
        assert set(kept) < set(whole)
        lost = len(whole) - len(kept)
        (note,) = city.notes
        said = f"{lost} of {len(whole)} triples are not in this file: 2 in, 1 subClassOf, 1 at, 1 more. It has "
        assert (lost, note[: len(said)]) == (5, said)


def test_a_part_of_a_foreign_graph_and_a_table_are_written_without_a_note(tmp_path: Path) -> None:
    file = tmp_path / "foreign.ttl"
    file.write_text(FOREIGN, "utf-8")
    city = cg.open(file)
    for found in (cg.export(city, "A"), cg.export(city, relations=["knows"])):
        assert "Wider" not in found.to(".ttl").decode()
    cg.export(city).to(".csv")
    assert city.notes == ()


def test_terms_of_ours_are_not_counted_as_left_out(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(FOREIGN + "<https://example.org/b> a <https://w3id.org/citygraph/ontology#Firm> .", "utf-8")
    city = cg.open(file)
    kept = as_rdflib(cg.export(city), ".ttl")
    assert len(kept) == len(rdflib.Graph().parse(file)) - 5
    assert city.notes[0].startswith("5 of 14 triples are not in this file. It has names")


def test_the_fixture_city_goes_through_every_format(fixture_city: cg.CityGraph) -> None:
    assert all(cg.export(fixture_city).to(form) for form in FORMATS)
