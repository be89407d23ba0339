"""The prefixes of a graph come from its files or, where they declare none, from the IRIs of its things."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.namespaces import PREFIXES
from cityGraph.store.prefixes import THINGS
from support.paths import DATA, FIXTURE
from support.samples import LABEL

HARBOUR = f"{THINGS}harbour/"


def opened(folder: Path, text: str, engine: str = "oxigraph", name: str = "some.ttl") -> cg.CityGraph:
    file = folder / name
    file.write_text(text, "utf-8")
    return cg.open(file, engine=engine)


def own(city: cg.CityGraph) -> dict[str, str]:
    return {name: space for name, space in city.prefixes.items() if name not in PREFIXES}


def test_the_city_of_the_package_declares_its_own(engine: str) -> None:
    city = cg.open(engine=engine)
    declared = own(city)
    assert declared["ty"] == f"{THINGS}taiyuan/"
    assert (declared["claim"], declared["passage"]) == (declared["ty"] + "claim/", declared["ty"] + "passage/")
    assert own(cg.open(DATA, engine=engine)) == declared
    assert own(cg.according_to(city, "article")) == declared


def test_another_city_has_its_own_and_not_those_of_the_package(engine: str) -> None:
    space = f"{THINGS}yunbo/"
    city = cg.open(FIXTURE / "city.ttl", engine=engine)
    assert own(city) == {"yunbo": space, "claim": space + "claim/", "passage": space + "passage/"}
    assert cg.resolve(city, "yunbo:yunbo").label == "雲泊"
    assert "yunbo:yunbo" in str(cg.show(city, "雲泊"))
    with pytest.raises(cg.NameNotFound):
        cg.resolve(city, "ty:taigang")
    with pytest.raises(cg.BadQuery):
        cg.query(city, "ASK { ty:taiyuan ?p ?o }")
    assert cg.query(city, "ASK { yunbo:yunbo a cg:City }").verdict
    first = cg.claims(city).claims[0].iri
    assert len(cg.cite(city, "claim:" + first.rsplit("/", 1)[1])) == 1


def test_what_a_file_declares_is_used_in_and_out(tmp_path: Path, engine: str) -> None:
    text = f'@prefix my-h: <{HARBOUR}> . @prefix cg: <urn:other:> . my-h:crane a my-h:Machine ; <{LABEL}> "吊機" .'
    city = opened(tmp_path, text, engine)
    assert own(city) == {"my-h": HARBOUR}
    assert city.prefixes["cg"] == PREFIXES["cg"], "a prefix of a vocabulary keeps its meaning"
    assert cg.resolve(city, "my-h:crane").label == "吊機"
    answer = cg.query(city, "SELECT ?x { ?x a my-h:Machine }")
    assert "my-h:crane" in str(answer)
    assert "\nmy-h:crane" in (cg.query(city, "CONSTRUCT WHERE { ?x a my-h:Machine }").turtle or "")
    assert dict(city.rdf.namespaces())["my-h"].toPython() == HARBOUR


def test_the_place_with_most_things_has_the_claims(tmp_path: Path, engine: str) -> None:
    lines = [f'<{THINGS}{iri}> <{LABEL}> "{iri}" .\n' for iri in ("cn/a", "port/a", "port/b", "9/a", "cg/a", "bare")]
    derived = own(opened(tmp_path, "".join(lines), engine, "some.nt"))
    assert derived == {
        "port": f"{THINGS}port/",
        "claim": f"{THINGS}port/claim/",
        "passage": f"{THINGS}port/passage/",
        "cn": f"{THINGS}cn/",
    }


def test_a_data_set_proposes_the_prefix_of_its_things(tmp_path: Path, engine: str) -> None:
    void, vann = PREFIXES["void"], PREFIXES["vann"]
    text = (
        f'<urn:set> <{void}uriSpace> "{HARBOUR}" .\n<urn:set> <{vann}preferredNamespacePrefix> "hb" .\n'
        f'<{THINGS}other/a> <{LABEL}> "a" .\n'
    )
    derived = own(opened(tmp_path, text, engine, "some.nt"))
    assert derived == {
        "hb": HARBOUR,
        "claim": HARBOUR + "claim/",
        "passage": HARBOUR + "passage/",
        "other": f"{THINGS}other/",
    }


def test_a_graph_without_such_things_has_those_of_vocabularies_alone(tmp_path: Path, engine: str) -> None:
    assert own(opened(tmp_path, f"<urn:a> <{LABEL}> 'a' .", engine)) == {}


def test_an_error_about_two_things_shows_iris_that_can_be_typed(tmp_path: Path) -> None:
    text = f'@prefix h: <{HARBOUR}> . h:a <{LABEL}> "甲" . h:b <{LABEL}> "甲" .'
    with pytest.raises(cg.AmbiguousName, match=r"h:a\), 甲 \(.*h:b\)"):
        cg.resolve(opened(tmp_path, text), "甲")


@pytest.mark.parametrize("form", ["ttl", "trig", "jsonld"])
def test_an_export_has_the_prefixes_of_its_graph(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"out.{form}"
    file.write_bytes(cg.export(cg.open(FIXTURE / "city.ttl"), "雲泊").to(form))
    text = file.read_text("utf-8")
    assert "yunbo:yunbo" in text
    assert "taiyuan" not in text
    again = cg.open(file)
    assert cg.resolve(again, "yunbo:yunbo").label == "雲泊"
