"""The extra `citygraph[large]`: used if it is installed, named if a large network would gain from it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.networks import arrays, measures

WITHOUT = """
import sys

class Without:
    def __init__(self, finder):
        self.finder = finder

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in {"numpy", "scipy", "rustworkx", "graspologic_native"}:
            return self.finder.find_spec(name, path, target)

sys.meta_path = [Without(finder) for finder in sys.meta_path]
sys.argv[0] = "citygraph"
from cityGraph.cli.command import run
run()
"""


def without_the_extra(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "verb", ["central", "central --by betweenness", "central --by harmonic", "communities", "bridges"]
)
def test_the_city_is_measured_alike_with_and_without_the_extra(verb: str) -> None:
    assert arrays.installed()
    command = [str(Path(sys.executable).parent / "citygraph"), *verb.split()]
    whole = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    plain = without_the_extra(*verb.split())
    assert (plain.returncode, plain.stdout, plain.stderr) == (0, whole.stdout, whole.stderr)


def test_a_large_network_is_measured_without_the_extra_and_a_note_names_it(tmp_path: Path) -> None:
    n = measures.SMALL + 2
    name = "<http://www.w3.org/2000/01/rdf-schema#label>"
    triples = [f'<urn:n{node}> {name} "node {node}" .' for node in range(n)]
    triples += [f"<urn:n{node}> <urn:next> <urn:n{node + 1}> ." for node in range(n - 1)]
    file = tmp_path / "chain.nt"
    file.write_text("\n".join(triples) + "\n", "utf-8")
    done = without_the_extra("--from", str(file), "central", "--by", "degree", "--top", "1")
    assert done.returncode == 0, done.stderr
    assert "pip install 'citygraph[large]'" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_small_network_names_no_extra(city: cg.CityGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "installed", lambda: False)
    cg.central(city)
    assert not any("citygraph[large]" in note for note in city.notes)
