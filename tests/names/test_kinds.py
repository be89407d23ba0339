"""A kind says which of the things that share a name is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.samples import NAMESAKES


def test_a_kind_of_a_foreign_graph_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:a> a <urn:x#Mill> ; <http://xmlns.com/foaf/0.1/name> "甲" .', "utf-8")
    assert cg.find(cg.open(tmp_path / "a.ttl"), "甲", kind="mill")[0].iri == "urn:a"


def test_a_kind_says_which(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    two = cg.open(tmp_path / "two.ttl")
    assert cg.resolve(two, "陽曲", kind="Zone").iri == cg.resolve(two, "陽曲", kind="功能區").iri == "urn:park"
    assert [match.iri for match in cg.find(two, "陽曲", kind="city")] == ["urn:county"]
    assert cg.show(two, "陽曲", kind="City").entity.iri == "urn:county"
    with pytest.raises(cg.AmbiguousName, match="Use a longer name, --kind or an IRI"):
        cg.show(two, "陽曲")
    with pytest.raises(cg.NameNotFound, match="Nothing of the kind 'Zone' is called '范兆森'"):
        cg.resolve(two, "范兆森", kind="Zone")
    for ask in (cg.resolve, cg.find, cg.show):
        with pytest.raises(
            cg.CityGraphError,
            match=r"Nothing in this graph has the kind 'Planet'\. Kinds in this graph: City, Person, Zone",
        ):
            ask(two, "陽曲", kind="Planet")
