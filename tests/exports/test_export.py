"""Exports as a question asks for them: what is kept, what is refused, and that a file is whole or not there at all.

That each format is read by the programs it is for stands in test_tables, test_networks and test_triples.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.exporting import FORMATS
from support.exports import table
from support.process import citygraph, environment, process, refusal, shell

# The command itself, with a format that takes its time and one that fails on its way.
SLOW = """
import sys, time
from cityGraph import exporting
from cityGraph.cli import run
from cityGraph.errors import CityGraphError

def slow(found):
    yield b"begun"
    time.sleep(60)

def failing(found):
    yield b"begun"
    raise CityGraphError("no further")

exporting.FORMATS.update({".slow": slow, ".failing": failing})
sys.argv[0] = "citygraph"
run()
"""


def test_filters_narrow_and_inferred_claims_say_why(city: cg.CityGraph) -> None:
    assert {claim.relation.label for claim in cg.export(city, relations=["重點支持"]).claims} == {"重點支持"}
    assert {claim.status for claim in cg.export(city, statuses=["planned", "targeted"]).claims} == {
        "planned",
        "targeted",
    }
    for claim in cg.export(city, kinds=["開發區"]).claims:
        ends = [end for end in (claim.subject, claim.object) if isinstance(end, cg.Entity)]
        assert "Zone" in {end.kind for end in ends}
    assert cg.export(city, kinds=["开发区"]) == cg.export(city, kinds=["Zone"])
    assert len({cg.export(city, kinds=["开发区"]), cg.export(city, kinds=["Zone"])}) == 1
    inferred = [row for row in table(cg.export(city, inferred=True)) if row["basis"] == "inferred"]
    assert len(inferred) > 100
    assert all(row["because"] for row in inferred)
    assert "inferred" not in {row["basis"] for row in table(cg.export(city))}
    assert {row["source"] for row in table(cg.export(cg.according_to(city, "article")))} == {"山西日報 2025-03-27"}


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_input_gives_the_same_bytes_on_every_engine_and_piece_by_piece(form: str) -> None:
    one, other = (cg.export(cg.open(engine=engine), "太重", inferred=True) for engine in ("oxigraph", "rdflib"))
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
    with pytest.raises(cg.CityGraphError, match=r"no format is called '.doc'; known are .xlsx .csv .nodes.csv "):
        found.to(".doc")


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
    ("arguments", "status", "told"),
    [
        (["沒有這個"], 1, "nothing here is called"),
        (["--kind", "Dragon"], 1, "nothing to export: --kind leaves none of "),
        (["--kind", "Zone", "--status", "targeted"], 1, "nothing to export: --status leaves none of "),
        (["--relation", "suports"], 1, "nearest: supports"),
        (["--source", "nobody"], 1, "nobody"),
        (["--status", "dreamt"], 2, "'planned'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_leaves_nothing_is_refused_by_its_name_and_no_file_appears(
    tmp_path: Path, arguments: list[str], status: int, told: str
) -> None:
    assert told in refusal(citygraph("export", *arguments, "-o", str(tmp_path / "a.csv")), status)
    assert list(tmp_path.iterdir()) == []


def test_a_graph_without_claims_has_nothing_to_export(tmp_path: Path) -> None:
    file = tmp_path / "plain.nt"
    file.write_text('<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "甲" .\n', "utf-8")
    with pytest.raises(cg.CityGraphError, match="there are no claims; inferred ones come with --inferred"):
        cg.export(cg.open(file))
    with pytest.raises(cg.CityGraphError, match=r"there are no claims$"):
        cg.export(cg.open(file), inferred=True)


def test_an_unknown_ending_lists_those_known() -> None:
    known = " ".join((*FORMATS, ".md", ".html"))
    assert f"no format of this verb ends in '.doc'; known are {known}" in refusal(citygraph("export", "-o", "a.doc"), 2)
    assert f"say where to write, as in -o city.xlsx; known are {known}" in refusal(citygraph("export"), 2)
    assert "known are" in refusal(citygraph("export", "-o", ".csv"), 2)
    told = citygraph("export", "--help").out.partition("Options:")[0]
    assert set(re.findall(r"\.[a-z0-9.]*[a-z0-9]", told)) == {*FORMATS, ".md", ".html"}


def slow_command(*arguments: str) -> list[str | bytes]:
    return [sys.executable, "-c", SLOW, *arguments]


@pytest.mark.parametrize("there", [True, False], ids=["a file", "no file"])
def test_what_fails_on_its_way_leaves_what_was_there(tmp_path: Path, there: bool) -> None:
    file = tmp_path / "a.failing"
    if there:
        file.write_bytes(b"kept")
    done = process(slow_command("export", "晶科", "-o", str(file)))
    assert refusal(done) == "Error: no further\n"
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == ({"a.failing": b"kept"} if there else {})


def test_an_interrupt_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "a.slow"
    file.write_bytes(b"kept")
    running = subprocess.Popen(slow_command("export", "晶科", "-o", str(file)), env=environment())
    while len(list(tmp_path.iterdir())) == 1:
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 130
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"kept"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "city.nt"
    file.write_bytes(b"kept")
    # What a full disk is to a program, without filling one: a file may not grow beyond a mebibyte.
    done = shell(f"ulimit -f 1024; exec $citygraph export -o {file}")
    assert refusal(done) == f"Error: {file}: File too large\n"
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"kept"]


def test_a_link_is_followed_and_a_pipe_written_to(tmp_path: Path) -> None:
    target, link, pipe = tmp_path / "real.csv", tmp_path / "link.csv", tmp_path / "pipe.csv"
    target.touch()
    link.symlink_to(target)
    os.mkfifo(pipe)
    assert citygraph("export", "晶科", "-o", str(link)).status == 0
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    assert citygraph("export", "晶科", "-o", str(pipe)).status == 0
    assert reader.communicate(timeout=20)[0] == target.read_bytes() != b""
    assert link.is_symlink()


def test_the_fixture_city_goes_through_every_format(fixture_city: cg.CityGraph) -> None:
    assert all(cg.export(fixture_city).to(form) for form in FORMATS)
