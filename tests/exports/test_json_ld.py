"""JSON-LD with its context."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib

import cityGraph as cg
from cityGraph.namespaces import PREFIXES
from cityGraph.store.shipped import shipped
from support.samples import claim, port_graph

NS = rdflib.Namespace(PREFIXES["cg"])

# An export is read without any network.
pytestmark = pytest.mark.usefixtures("no_network")


def test_the_context_that_json_ld_has_in_it_is_the_one_that_is_published(city: cg.CityGraph) -> None:
    published = json.loads((Path(shipped("ontology")) / "context.jsonld").read_text("utf-8"))
    document = json.loads(cg.export(city, "太鋼").to(".jsonld"))
    own = {name: space for name, space in city.prefixes.items() if name not in PREFIXES}
    assert own
    assert document["@context"] == published["@context"] | own
    context = published["@context"]
    prefixes = {name: value for name, value in context.items() if isinstance(value, str) and "//" in value}
    # `geo` is a scheme of its own (RFC 5870): as a prefix it would change what geo:37.8,112.5 means.
    assert prefixes == {name: value for name, value in PREFIXES.items() if name != "geo"} | {"@vocab": PREFIXES["cg"]}
    # No term hides a term of the ontology.
    terms = {term: meant["@id"] for term, meant in context.items() if isinstance(meant, dict)}
    for term, meant in terms.items():
        known = list(city.rdf.triples((NS[term], None, None)))
        assert not known or meant == f"cg:{term}"
    (claim,) = [node for node in document["@graph"] if node["id"] == "claim:taiyuan-supports-taigang"]
    assert claim == claim | {
        "type": "Claim",
        "subject": "ty:taiyuan",
        "predicate": "supports",
        "object": {"id": "ty:taigang"},
        "status": "planned",
        "purpose": [
            {"@value": "加快智改數轉", "@language": "zh-Hant"},
            {"@value": "faster smart upgrading and digital transformation", "@language": "en-t-zh"},
        ],
        "openList": True,
        "evidence": "passage:taiyuan-supports-taigang",
    }


@pytest.mark.parametrize("value", ["7", "007", "123456789012345", "1234567890123456789", "9" * 5_000])
def test_an_integer_is_a_number_of_json_where_every_reader_keeps_it_exact(tmp_path: Path, value: str) -> None:
    city = port_graph(tmp_path, claim("much", f'ex:port cg:population "{value}"^^xsd:integer', status="realised"))
    content = cg.export(city, "雲泊").to(".jsonld")
    exact = len(value) < 16 and str(int(value)) == value
    assert (f'"population": {value}' in content.decode()) is exact
    graph = rdflib.Graph().parse(data=content, format="json-ld")
    assert str(graph.value(rdflib.URIRef("https://example.org/port"), NS.population)).lstrip("0") == value.lstrip("0")
