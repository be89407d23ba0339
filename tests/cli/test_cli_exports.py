"""The command export, and the dossiers that it writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.exports.export import FORMATS
from support.process import LANGUAGES, citygraph, data, refusal


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_command_writes_what_the_library_gives(tmp_path: Path, city: cg.CityGraph, suffix: str) -> None:
    file = tmp_path / f"太鋼.v1{suffix}"
    done = citygraph("export", "太鋼", "-o", str(file))
    assert (done.status, done.out, done.err) == (0, "", "")
    assert file.read_bytes() == cg.export(city, "太鋼").to(suffix)


def test_the_longest_ending_wins(tmp_path: Path) -> None:
    heads = {}
    for name in ("a.csv", "a.nodes.csv", "nodes.csv", "a.EDGES.CSV"):
        assert citygraph("export", "晶科", "-o", str(tmp_path / name)).status == 0
        heads[name] = (tmp_path / name).read_text("utf-8-sig").partition(",")[0]
    assert heads == {"a.csv": "subject", "a.nodes.csv": "Id", "nodes.csv": "subject", "a.EDGES.CSV": "Source"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["沒有這個"], "Nothing in this graph is called"),
        (["--kind", "Dragon"], "Nothing in this graph has the kind"),
        (["太鋼", "--kind", "人物"], "Nothing to export: --kind leaves 0 of "),
        (["--kind", "Zone", "--status", "targeted"], "Nothing to export: --status leaves 0 of "),
        (["--relation", "suports"], "Nearest names: 重點支持 (supports)"),
        (["--source", "nobody"], "nobody"),
        (["--status", "dreamt"], "No status is called 'dreamt'. Statuses: realised (事實)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_leaves_nothing_is_refused_by_its_name_and_no_file_appears(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    assert told in refusal(citygraph("export", *arguments, "-o", str(tmp_path / "a.csv")))
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_ending_lists_those_known() -> None:
    known = " ".join((*FORMATS, ".md", ".html"))
    for output, problem in (
        (["-o", "a.doc"], "This command cannot write '.doc' files."),
        (["-o", ""], "No output file was given. Give one with -o, such as -o city.xlsx."),
        (["-o", "city"], "'city' has no suffix."),
        (["-o", ".csv"], "'.csv' has no suffix."),
    ):
        assert f"{problem} Known suffixes: {known}" in refusal(citygraph("export", *output), 2)
    told = citygraph("export", "--help").out.partition("Options:")[0]
    assert set(re.findall(r"\.[a-z][a-z0-9.]*[a-z0-9]", told)) == {*FORMATS, ".md", ".html"}


def test_the_command_answers_the_same_from_its_own_export(tmp_path: Path) -> None:
    for name in ("city.ttl", "city.nt"):
        file = str(tmp_path / name)
        assert citygraph("export", "--inferred", "-o", file).status == 0
        for question in (["neighbors", "太鋼"], ["claims", "晶科"], ["about"], ["gaps"]):
            assert data("--from", file, *question) == data(*question)
    assert citygraph("--from", file, "validate").status == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_writes_the_dossier_that_the_library_gives(tmp_path: Path, language: str) -> None:
    city = cg.open(language=language)
    found = cg.dossier(city, "太鋼", inferred=True, statuses=["realised"])
    drawn = cg.diagram(city, "太鋼", inferred=True, statuses=["realised"])
    for suffix, content in ((".md", found.markdown()), (".HTML", found.html(drawn.svg))):
        file = tmp_path / f"太鋼{suffix}"
        asked = ["--lang", language, "export", "太鋼", "--inferred", "--status", "realised", "-o", str(file)]
        done = citygraph(*asked)
        assert (done.status, done.out, done.err) == (0, "", "")
        assert file.read_bytes().decode() == content


def test_what_is_too_much_for_a_picture_is_handed_on_without_one(tmp_path: Path) -> None:
    for names, pictures in ((["太鋼"], 1), (["太原"], 1), (["太鋼", "太原"], 0)):
        file = tmp_path / "a.html"
        assert citygraph("export", *names, "-o", str(file)).status == 0
        assert file.read_text("utf-8").count("<figure") == pictures


@pytest.mark.parametrize("suffix", [".md", ".html"])
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "needs at least one NAME, as in: citygraph export 太鋼 -o 太鋼.html"),
        (["太鋼", "--kind", "Firm"], 2, "takes no --kind and no --relation. Allowed: --status, --source, --inferred."),
        (
            ["太鋼", "--relation", "supports"],
            2,
            "takes no --kind and no --relation. Allowed: --status, --source, --inferred.",
        ),
        (["太剛"], 1, "Nothing in this graph is called '太剛'. Nearest names: 太鋼"),
        (["太鋼", "--status", "targeted"], 1, "there are no claims about '太鋼' with the status targeted"),
        (["太鋼", "--source", "nobody"], 1, "nobody"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_handed_on_is_refused_and_no_file_appears(
    tmp_path: Path, suffix: str, arguments: list[str], status: int, said: str
) -> None:
    assert said in refusal(citygraph("export", *arguments, "-o", str(tmp_path / f"a{suffix}")), status)
    assert list(tmp_path.iterdir()) == []


def test_sheets_of_the_whole_graph_are_a_folder_that_builds_the_same(tmp_path: Path) -> None:
    done = citygraph("export", "--format", "sheets", "-o", str(tmp_path / "city"))
    assert (done.status, done.out, done.err) == (0, "", "")
    assert {path.name for path in (tmp_path / "city").iterdir()} == {
        "city.toml",
        "claims.csv",
        "sources.csv",
        "things.csv",
    }
    assert "Sheets have the whole graph" in refusal(citygraph("export", "太鋼", "--format", "sheets", "-o", "x"), 2)
    assert "Name it with -o" in refusal(citygraph("export", "--format", "sheets"), 2)
