"""An IRI that was replaced still answers, by every verb that takes one, and says what it is now."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.names.replaced import in_force
from support.process import citygraph
from support.strange import fresh_handle

OLD, NEW = (f"https://w3id.org/citygraph/id/taiyuan/{name}" for name in ("jinke-wafer", "jinke"))
NOTE = "ty:jinke-wafer is now ty:jinke. Use the new IRI."


@pytest.mark.parametrize("name", ["ty:jinke-wafer", OLD])
def test_a_replaced_iri_means_the_thing_that_it_stood_for(name: str, engine: str) -> None:
    city = fresh_handle(engine)
    assert cg.resolve(city, name).iri == NEW
    assert cg.show(city, name).entity.iri == NEW
    assert [match.entity.iri for match in cg.find(city, name)] == [NEW]
    assert cg.neighbors(city, name).entity.iri == NEW
    assert {NEW} == {claim.subject.iri for claim in cg.claims(city, name) if claim.subject.label == "晉科"}
    assert city.notes == (NOTE,)


def test_an_iri_in_force_and_a_name_give_no_note() -> None:
    city = cg.open()
    for name in ("ty:jinke", "晉科", "jinke wafer"):
        assert cg.find(city, name) is not None
    assert in_force(city, NEW) == NEW
    assert in_force(city, "no IRI at all <") == "no IRI at all <"
    assert city.notes == ()


def test_a_replaced_source_and_a_row_of_replacements_are_followed(tmp_path: Path) -> None:
    file = tmp_path / "city.ttl"
    file.write_text(
        "@prefix dcterms: <http://purl.org/dc/terms/> . @prefix ex: <https://example.org/> .\n"
        '@prefix skos: <http://www.w3.org/2004/02/skos/core#> . ex:c skos:prefLabel "丙"@zh-Hant .\n'
        "ex:a dcterms:isReplacedBy ex:b . ex:b dcterms:isReplacedBy ex:c .\n"
        "ex:x dcterms:isReplacedBy ex:y . ex:y dcterms:isReplacedBy ex:x .\n",
        "utf-8",
    )
    city = cg.open(file)
    assert cg.resolve(city, "https://example.org/a").label == "丙"
    with pytest.raises(cg.NameNotFound):
        cg.resolve(city, "https://example.org/x")
    shipped = cg.open()
    old, new = (cg.according_to(shipped, f"ty:{name}") for name in ("wmsxdp", "unknown-undated"))
    assert cg.about(old).claims == cg.about(new).claims > 0


def test_the_shell_answers_and_says_so_on_standard_error() -> None:
    answered = citygraph("show", "ty:jinke-wafer")
    assert answered.status == 0
    assert "晉科" in answered.out
    assert f"Note: {NOTE}" in answered.err


PLACES = "https://w3id.org/citygraph/id/"
MOVED = [
    ("shanxi", "sx:shanxi", f"{PLACES}shanxi/shanxi"),
    ("luliang", "sx:luliang", f"{PLACES}shanxi/luliang"),
    ("shanxi-hydrogen", "sx:shanxi-hydrogen", f"{PLACES}shanxi/shanxi-hydrogen"),
    ("shanghai", "cn:shanghai", f"{PLACES}cn/shanghai"),
    ("ai-plus", "cn:ai-plus", f"{PLACES}cn/ai-plus"),
]


@pytest.mark.parametrize("old", [short for short, _, _ in MOVED])
def test_what_moved_to_the_nation_or_the_province_answers_to_its_old_iri(old: str, engine: str) -> None:
    ((short, iri),) = [(short, iri) for name, short, iri in MOVED if name == old]
    for asked in (f"ty:{old}", f"{PLACES}taiyuan/{old}"):
        city = fresh_handle(engine)
        assert cg.show(city, asked).entity.iri == iri
        assert cg.neighbors(city, asked).entity.iri == iri
        assert len(cg.claims(city, asked)) == len(cg.claims(city, short)) > 0
        assert len(cg.cite(city, asked)) == len(cg.cite(city, short)) > 0
        assert city.notes[0] == f"ty:{old} is now {short}. Use the new IRI."


def test_nothing_of_the_nation_or_the_province_is_left_under_the_city(city: cg.CityGraph) -> None:
    rows = city.rows("SELECT ?old ?now { ?old dcterms:isReplacedBy ?now }")
    moved = {old.value: now.value for old, now in rows if "/id/taiyuan/" not in now.value}
    assert len(moved) > 70
    assert all(old.startswith(f"{PLACES}taiyuan/") for old in moved)
    things = " ".join(f"<{old}>" for old in moved)
    still = city.rows(f"SELECT ?p ?o {{ VALUES ?s {{ {things} }} ?s ?p ?o . FILTER(?p != dcterms:isReplacedBy) }}")
    assert still == []
    # Claims and passages keep their names, whatever they are about.
    claims = city.rows("SELECT ?claim { ?claim a cg:Claim }")
    assert {claim.value.rpartition("/")[0] for (claim,) in claims} == {f"{PLACES}taiyuan/claim"}
