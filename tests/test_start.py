"""A cold start loads no more than its command needs; the command and the package by their other names."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from support.process import COMMAND, answer, environment, process

HEAVY = {
    "rdflib",
    "pyoxigraph",
    "networkx",
    "pydot",
    "pyshacl",
    "starlette",
    "oxrdflib",
    "rustworkx",
    "scipy",
    "numpy",
    "xlsxwriter",
    "fontTools",
}


@pytest.mark.parametrize(
    "statement", ["import cityGraph", "import cityGraph.cli.command", "import cityGraph as cg; dir(cg)"]
)
def test_importing_loads_nothing_heavy(statement: str) -> None:
    code = f"import sys; {statement}; print(sorted({HEAVY} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_neighbors_loads_no_more_than_it_needs() -> None:
    code = "from cityGraph.cli.command import main; main(['neighbors', '太鋼'])"
    command = [sys.executable, "-X", "importtime", "-c", code]
    # Measured coverage would load modules of its own.
    bare = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=bare)
    loaded = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "pyoxigraph" in loaded
    assert not loaded & (HEAVY - {"pyoxigraph"} | {"json", "dataclasses", "difflib", "shutil"})
    ours = {name.removeprefix("cityGraph.") for name in loaded if name.startswith("cityGraph.")}
    rooms = {name.partition(".")[0] for name in ours}
    assert not rooms & {"networks", "plan", "proof", "validation", "diagrams", "exports", "reports", "authoring"}
    assert len(ours) <= 48, sorted(ours)


@pytest.mark.parametrize("name", ["cityGraph", "citygraph"])
def test_the_command_runs_as_a_module(name: str) -> None:
    as_module = process([sys.executable, "-m", name, "find", "太鋼"])
    assert as_module == (0, answer("find", "太鋼"), "")
    wrong = process([sys.executable, "-m", name, "find", "--nothing"])
    assert wrong.status == 2
    assert wrong.err == process([COMMAND, "find", "--nothing"]).err


def test_the_package_has_the_name_of_its_command_too() -> None:
    code = """
import citygraph, cityGraph
assert citygraph is cityGraph
from citygraph import find
from citygraph.errors import CityGraphError
import citygraph.names.find, cityGraph.names.find, cityGraph.errors
assert CityGraphError is cityGraph.errors.CityGraphError
assert citygraph.names.find.find is find is cityGraph.find
assert cityGraph.errors.__spec__.name == cityGraph.errors.__name__ == "cityGraph.errors"
try:
    import citygraph.nothing
except ModuleNotFoundError as error:
    print(error.name)
"""
    for more in ({}, {"PYTHONCASEOK": "1"}):
        done = process([sys.executable, "-c", code], env=environment(**more))
        assert done == (0, "cityGraph.nothing\n", "")
