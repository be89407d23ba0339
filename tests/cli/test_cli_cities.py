"""The command compare: which graphs and cities its arguments mean, and what it writes."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copyfile
from xml.etree import ElementTree

import pytest

from cityGraph.diagrams.fonts import SVG
from support.process import CITY, answer, citygraph, data, refusal
from support.two_cities import files


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    return files(tmp_path_factory.mktemp("two"))


def labels(found: dict[str, dict[str, dict[str, str]]]) -> tuple[str, str]:
    return found["first"]["city"]["label"], found["second"]["city"]["label"]


def test_a_city_is_a_name_a_source_or_a_name_in_a_source(two: tuple[str, str]) -> None:
    for arguments, cities in (
        (("太原", "長春"), ("太原", "長春")),
        (two, ("甲城", "乙城")),
        (("Taiyuan", two[1]), ("太原", "乙城")),
        ((two[0], "太原"), ("甲城", "太原")),
        ((f"霽川={CITY}", two[0]), ("霽川", "甲城")),
        ((f"雲泊={CITY}", f"霽川={CITY}"), ("雲泊", "霽川")),
        (("ty:taiyuan", "https://w3id.org/citygraph/id/cn/changchun"), ("太原", "長春")),
    ):
        done = citygraph("compare", *arguments, "--format", "json")
        if "cn/changchun" in arguments[1] and done.status:
            continue  # the IRI of the second city is another in other data
        assert labels(json.loads(done.out)) == cities, arguments


def test_cities_of_the_graph_of_from_are_found(two: tuple[str, str]) -> None:
    assert labels(data("--from", CITY, "compare", "雲泊", "霽川")) == ("雲泊", "霽川")
    assert labels(data("--from", two[0], "compare", "甲城", two[1])) == ("甲城", "乙城")


def test_standard_input_is_a_source(two: tuple[str, str]) -> None:
    done = citygraph("compare", "-", two[1], "--format", "json", stdin=Path(two[0]).read_bytes())
    assert labels(json.loads(done.out)) == ("甲城", "乙城")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["太原", "沒有這城"], 1, "is called '沒有這城'"),
        (["太鋼", "長春"], 1, "'太鋼' is no city: 太鋼 has the kind 企業. Name a city."),
        (["太原", "太原"], 1, "太原 is compared with itself"),
        (["太原", "none.ttl"], 1, "none.ttl: No such file"),
        (["太原", "x=none.ttl"], 1, "none.ttl: No such file"),
        (["太原", "folder/none"], 1, "folder/none: No such file"),
        (["太原"], 2, "citygraph compare 太原 長春"),
        (["-", "-"], 2, "Standard input can be read once"),
        (["太原", "長春", "--open"], 2, "--open needs a picture"),
        (["太原", "長春", "--source", "nobody"], 1, "No source in this graph is called 'nobody'"),
        (["太原", "長春", "-o", "a.gif"], 2, ".svg .png .pdf .dot"),
    ],
)
def test_what_cannot_be_compared_is_one_line(arguments: list[str], status: int, told: str, tmp_path: Path) -> None:
    assert told in refusal(citygraph("compare", *arguments, cwd=tmp_path), status)
    assert list(tmp_path.iterdir()) == []


def test_a_source_of_two_cities_asks_which_and_shows_how() -> None:
    told = refusal(citygraph("compare", CITY, "太原"))
    assert "is about 2 cities: 雲泊 (yunbo:yunbo), 霽川 (yunbo:jichuan). Say which one, such as" in told
    assert f"雲泊={CITY}" in told


def test_a_name_that_is_a_city_and_a_folder_is_refused_with_both(tmp_path: Path, two: tuple[str, str]) -> None:
    (tmp_path / "太原").mkdir()
    copyfile(two[0], tmp_path / "太原" / "a.ttl")
    told = refusal(citygraph("compare", "太原", "長春", cwd=tmp_path))
    assert "is a city of the open graph, and a file or folder here" in told
    done = citygraph("compare", "./太原", "長春", "--format", "json", cwd=tmp_path)
    assert labels(json.loads(done.out)) == ("甲城", "長春")


def test_two_sources_leave_from_unread(two: tuple[str, str]) -> None:
    assert "Leave --from out" in refusal(citygraph("--from", CITY, "compare", *two), 2)


def test_a_source_limits_the_graph_that_has_it(two: tuple[str, str]) -> None:
    found = data("compare", "太原", two[1], "--source", "article")
    assert (found["first"]["sources"], found["second"]["sources"]) == (1, 1)


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "dot", "md", "csv", "tsv", "xlsx", "json", "txt"])
def test_a_suffix_sets_the_format(tmp_path: Path, two: tuple[str, str], form: str) -> None:
    file = tmp_path / f"a.{form}"
    done = citygraph("compare", *two, "-o", str(file))
    assert (done.status, done.out, done.err) == (0, "", "")
    content = file.read_bytes()
    starts = {"png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph", "md": b"# ", "xlsx": b"PK", "json": b"{"}
    starts |= {"csv": b"\xef\xbb\xbf", "tsv": b"\xef\xbb\xbf", "svg": b"<?xml", "txt": "甲城與乙城".encode()}
    assert content.startswith(starts[form])
    if form == "svg":
        assert ElementTree.fromstring(content).tag == f"{{{SVG}}}svg"


def test_json_has_the_shape_that_is_promised(two: tuple[str, str]) -> None:
    found = data("compare", *two)
    assert list(found) == ["first", "second", "things", "leaders", "zones", "figures", "alike", "single"]
    (tea,) = [row for row in found["things"] if row["topic"]["label"] == "茶葉"]
    assert (tea["named"], tea["first"]) == ("second", [])
    evidence = tea["second"][0]["evidence"][0]
    assert (evidence["phrase"], evidence["date"], evidence["quality"]) == ("乙能生產茶葉", "2032-01-02", "A")
    (jobs,) = [row for row in found["figures"] if row["topic"]["label"] == "就業人數"]
    assert jobs["remarks"] == [{"name": "ratio", "value": "1.5"}]
    figure = jobs["second"][0]["figure"]
    assert (figure["value"], figure["unit"], jobs["second"][0]["when"]) == ("60000", "person", "2031")


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_both_engines_give_the_same_answer(two: tuple[str, str], engine: str) -> None:
    found = answer("--engine", engine, "compare", *two, "--format", "json")
    assert found == answer("compare", *two, "--format", "json")


def test_an_endpoint_is_a_source(server: str, two: tuple[str, str]) -> None:
    done = citygraph("compare", f"太原={server}", two[0], "--format", "json")
    assert done.status == 0, done.err
    assert labels(json.loads(done.out)) == ("太原", "甲城")
    assert "An endpoint is never read whole" in done.err
