"""Opening reads what users have, says in one line what it cannot read, and never writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import rdflib

import cityGraph as cg
from cityGraph.store.files import read_rdf_file
from support.paths import DATA, ROOT
from support.samples import CONTENTS, LABEL

GOOD = '<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "甲"@zh-Hant .\n'


@pytest.mark.parametrize("suffix", [".ttl", ".nt"])
def test_a_file_is_read_by_its_suffix(tmp_path: Path, engine: str, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_text(GOOD, "utf-8")
    assert cg.resolve(cg.open(file, engine=engine), "甲").iri == "urn:a"


def test_rdf_xml_is_read(tmp_path: Path, engine: str) -> None:
    file = tmp_path / "a.rdf"
    file.write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#">'
        '<rdf:Description rdf:about="urn:a"><s:prefLabel>甲</s:prefLabel></rdf:Description></rdf:RDF>',
        "utf-8",
    )
    assert cg.resolve(cg.open(file, engine=engine), "甲").iri == "urn:a"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path, engine: str) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(GOOD, "utf-8-sig")
    assert cg.resolve(cg.open(file, engine=engine), "甲").iri == "urn:a"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (GOOD.encode("gb18030"), "may be GBK"),
        (GOOD.encode("utf-16"), "UTF-16"),
        (b"\x00\xff\xfe\xfa" * 9, "binary"),
        ((GOOD * 2 + "<urn:a> <urn:b>").encode(), "not valid RDF"),
        (GOOD.encode() * 3 + b"this is no turtle\n", ":4: not valid RDF"),
    ],
)
def test_what_is_no_rdf_is_refused_with_file_and_reason(tmp_path: Path, engine: str, content: bytes, says: str) -> None:
    file = tmp_path / "a.ttl"
    file.write_bytes(content)
    with pytest.raises(cg.BadData, match=says) as refused:
        cg.open(file, engine=engine)
    assert refused.value.file == str(file)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "says"), [("nothing.ttl", "No such file"), (".", "no RDF file in this folder"), ("a.doc", "No such file")]
)
def test_what_is_no_file_is_refused(tmp_path: Path, engine: str, name: str, says: str) -> None:
    with pytest.raises(cg.BadData, match=says):
        cg.open(tmp_path / name, engine=engine)


def test_an_engine_or_a_language_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(cg.CityGraphError, match="oxigraph, rdflib"):
        cg.open(engine="virtuoso")
    with pytest.raises(cg.CityGraphError, match="zh-Hant, zh-Hans, en"):
        cg.open(language="fr")


@pytest.mark.parametrize("source", [["a.ttl"], b"a.ttl", None, rdflib.Graph()], ids=["list", "bytes", "None", "Graph"])
def test_what_is_no_name_of_a_source_is_refused_with_its_type(source: Any) -> None:
    with pytest.raises(TypeError, match=rf"names of files.*; got {type(source).__name__}"):
        cg.open(source)


def test_a_path_may_be_a_string_or_a_path() -> None:
    assert cg.open(str(DATA)).sources == cg.open(DATA).sources == (str(DATA),)


def test_content_that_was_read_before_is_opened_under_its_name(tmp_path: Path, engine: str) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(GOOD, "utf-8")
    content = read_rdf_file(str(file)).replace(file="my city")
    file.unlink()
    city = cg.open(content, engine=engine)
    assert cg.resolve(city, "甲").iri == "urn:a"
    assert city.sources == ("my city",)
    with pytest.raises(cg.BadData, match=r"^my city:1: not valid RDF"):
        cg.open(content.replace(content=b"a b"), engine=engine)


@pytest.mark.parametrize("suffix", [".nq", ".trig"])
def test_the_graphs_of_a_dataset_are_one(tmp_path: Path, engine: str, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_text(CONTENTS[suffix], "utf-8")
    city = cg.open(tmp_path / f"a{suffix}", engine=engine)
    assert [cg.resolve(city, name).iri for name in "甲乙"] == ["urn:a", "urn:b"]


def test_other_peoples_triples_are_all_that_a_query_sees(tmp_path: Path, engine: str) -> None:
    file = tmp_path / "one.nt"
    # The IRI of a thing of ours is no term of the ontology.
    file.write_text(f'<https://w3id.org/citygraph/id/x/a> <{LABEL}> "甲" .\n', "utf-8")
    city = cg.open(file, engine=engine)
    (row,) = cg.query(city, "SELECT * WHERE { ?s ?p ?o }").rows
    assert [term and term.value for term in row] == ["甲", LABEL, "https://w3id.org/citygraph/id/x/a"]
    assert cg.about(city).triples == city.size() == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ttl", "@prefix c: <https://w3id.org/citygraph/ontology#> .\n<urn:a> a c:Frim ."),
        ("a.ttl", "@prefix o: <https://w3id.org/citygraph/> .\n<urn:a> a o:ontology\\#Frim ."),
        (
            "a.jsonld",
            '{"@id": "urn:a", "@type": "https:\\/\\/w3id.org\\/citygraph\\/ontology#Frim"}',
        ),
    ],
)
def test_the_ontology_is_read_with_a_file_that_uses_its_terms(
    tmp_path: Path, engine: str, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    city = cg.open(tmp_path / name, engine=engine)
    assert cg.query(city, "ASK { cg:Firm a owl:Class }").verdict
    assert cg.about(city).triples == 1
    assert city.size() == 1 + city.ontology


def test_opening_and_asking_never_write(tmp_path: Path) -> None:
    copy = tmp_path / "city.ttl"
    copy.write_bytes((ROOT / "data" / "triples.ttl").read_bytes())
    before = (copy.read_bytes(), copy.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    copy.chmod(0o444)
    tmp_path.chmod(0o555)
    city = cg.open(copy)
    cg.neighbors(city, "太鋼")
    cg.validate(city)
    tmp_path.chmod(0o755)
    assert (copy.read_bytes(), copy.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before
