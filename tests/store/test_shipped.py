"""The ontology and the city that come with the package are found, in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.store import shipped as module
from cityGraph.store.shipped import data_file, ontology_files, shipped
from support.paths import DATA, ROOT


def test_a_checkout_has_its_folders_at_the_top() -> None:
    assert Path(shipped("data")).resolve() == (ROOT / "data").resolve()
    assert Path(data_file()).resolve() == DATA.resolve()


def test_an_installed_package_has_its_folders_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(module, "_PACKAGE", str(tmp_path))
    assert shipped("data") == str(tmp_path / "data")
    assert not shipped("ontology").startswith(str(tmp_path / "ontology"))


def test_the_ontology_of_a_graph_is_without_shapes_and_what_stands_apart() -> None:
    names = [Path(file).name for file in ontology_files()]
    assert names[0] == "citygraph.ttl"
    assert names[1:] == sorted(names[1:])
    assert not {"alignments.ttl", "axioms.ttl", "domains.ttl", "examples.ttl", "lists.ttl"} & set(names)
    assert not any(name.endswith(".shapes.ttl") for name in names)
    assert {"claims.ttl", "chains.ttl"} <= set(names)
