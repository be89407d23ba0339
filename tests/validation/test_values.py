"""Values that are not written as they should be stop no verb, and validate names each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import cityGraph as cg
from support.samples import HEAD

VALUES = {
    "cg:paragraph": "3",
    "oa:start": "0",
    "oa:end": "5",
    "cg:order": "1",
    "cg:period": '"2030"^^xsd:gYear',
    "cg:share": '"50"^^xsd:decimal',
    "cg:openList": "true",
    "cg:date": '"2031-02-03"^^xsd:date',
    "cg:due": '"2035"^^xsd:gYear',
    "cg:value": '"100"^^xsd:decimal',
    "dcterms:date": '"2031-01-01"^^xsd:date',
}
BAD = ("1.5", '"x"', "-1", "1" + "0" * 400, '"x"^^xsd:integer', '"2031-13-45"^^xsd:date', "<urn:iri>", "[]")


def graph(folder: Path, **bad: str) -> Path:
    """A port whose claims have these values, one a line, in place of the right ones."""
    v = VALUES | bad
    body = f"""@prefix dcterms: <http://purl.org/dc/terms/> .
ex:paper
  dcterms:date {v["dcterms:date"]} .
ex:goal cg:value {v["cg:value"]} ; cg:due {v["cg:due"]} ; cg:unit cg:percent .
ex:value a cg:Claim ; rdf:subject ex:goal ; rdf:predicate cg:value ; rdf:object {v["cg:value"]} ; cg:unit cg:percent ;
  cg:status cg:targeted ; cg:basis cg:stated ; cg:evidence ex:words ;
  cg:order {v["cg:order"]} ; cg:period {v["cg:period"]} .
ex:due a cg:Claim ; rdf:subject ex:goal ; rdf:predicate cg:due ; rdf:object {v["cg:due"]} ;
  cg:status cg:targeted ; cg:basis cg:stated ; cg:evidence ex:words .
ex:start cg:date {v["cg:date"]} .
ex:date a cg:Claim ; rdf:subject ex:start ; rdf:predicate cg:date ; rdf:object {v["cg:date"]} ;
  cg:status cg:planned ; cg:basis cg:stated ; cg:evidence ex:words .
ex:event a cg:Claim ; rdf:subject ex:start ; rdf:predicate cg:eventOf ; rdf:object ex:plant ;
  cg:status cg:realised ; cg:basis cg:stated ; cg:evidence ex:words .
ex:held a cg:Claim ; rdf:subject ex:port ; rdf:predicate cg:hasShareholder ; rdf:object ex:plant ;
  cg:share {v["cg:share"]} ; cg:openList {v["cg:openList"]} ;
  cg:status cg:realised ; cg:basis cg:stated ; cg:evidence ex:words .
ex:words a cg:Passage ; oa:hasSource ex:paper ; cg:phrase "雲泊設目標"@zh-Hant ;
  cg:paragraph {v["cg:paragraph"]} ; oa:start {v["oa:start"]} ; oa:end {v["oa:end"]} .
"""
    file = folder / "port.ttl"
    file.write_text(HEAD + body, "utf-8")
    return file


def answers(city: cg.CityGraph) -> Iterator[Any]:
    """What every verb that reads such values answers."""
    verb: Callable[..., Any]
    for verb in (cg.about, cg.validate, cg.targets, cg.timeline, cg.projects, cg.network, cg.gaps, cg.claims):
        yield verb(city)
    for verb in (cg.neighbors, cg.show, cg.cite, cg.timeline, cg.dossier):
        yield verb(city, "雲泊")
    yield cg.timeline(city, from_year=2000, to_year=2040)
    yield cg.paths(city, "雲泊", "廠房投產")
    yield cg.diagram(city, "雲泊").svg
    yield cg.validate(city, text=[("港報 2031", "題\n\n一\n\n雲泊設目標，到2035年達到百分之一百。")])
    for form in (".ttl", ".jsonld", ".csv", ".xlsx", ".graphml", ".webannotation.jsonld"):
        yield cg.export(city).to(form)


@pytest.mark.parametrize("bad", BAD)
def test_no_value_stops_a_verb(tmp_path: Path, bad: str) -> None:
    city = cg.open(graph(tmp_path, **dict.fromkeys(VALUES, bad)))
    for given in answers(city):
        assert str(given.as_json() if hasattr(given, "as_json") else given)


NAMED = {
    ("words", "a paragraph is"),
    ("words", "a passage starts"),
    ("words", "a passage ends"),
    ("value", "(order"),
    ("held", "(openList"),
    ("paper", "(date"),
}


@pytest.mark.parametrize("bad", ["1.5", '"x"', "-1.0", "<urn:iri>", "[]"])
def test_a_value_of_another_type_is_named_with_its_line(tmp_path: Path, bad: str) -> None:
    file = graph(tmp_path, **dict.fromkeys(VALUES, bad))
    lines = file.read_text("utf-8").splitlines()
    found = cg.validate(cg.open(file)).findings
    more = {("held", "(share")} if "." not in bad else set()
    more |= {("value", "(period")} if bad != '"x"' else set()  # a period may be in words
    for about, words in NAMED | more:
        (one,) = {each for each in found if each.about.endswith(f"/{about}") and words in each.message}
        assert one.file == str(file)
        assert lines[(one.line or 0) - 1].startswith(f"ex:{about}")
    assert all(each.line for each in found if not each.about.startswith("_:"))


@pytest.mark.parametrize(
    ("name", "bad", "says"),
    [
        ("cg:paragraph", "1" + "0" * 400, "write a number of at most 9 digits"),
        ("dcterms:date", '"2031-13-45"^^xsd:date', "date is '2031-13-45'; write a day, such as 2025-03-27"),
        ("cg:value", '"many"^^xsd:decimal', "value is 'many'; write a number in digits, such as 1.5"),
        ("cg:openList", '"yes"^^xsd:boolean', "openList is 'yes'; write true or false"),
    ],
)
def test_a_value_that_is_not_written_as_its_type_demands_is_named(
    tmp_path: Path, engine: str, name: str, bad: str, says: str
) -> None:
    found = cg.validate(cg.open(graph(tmp_path, **{name: bad}), engine=engine)).findings
    assert any(each.rule == "datatype" and says in each.message and each.line for each in found)
