"""Of a graph with too many names, spellings are asked for and the rest is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.names.all_names import MOST_NAMES
from cityGraph.store.query_files import stored
from support.samples import NAMESAKES
from support.strange import fresh_handle, shipped_city


def test_of_a_large_graph_names_are_asked_for_and_not_all_read(monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    names = ("太鋼", "太钢", " TISCO ", "tisco", "太钢集团", "ＴＩＳＣＯ")
    expected = [cg.resolve(shipped_city(engine), name) for name in names]
    city = fresh_handle(engine)
    monkeypatch.setattr("cityGraph.names.all_names.MOST_NAMES", 100)
    assert [cg.resolve(city, name) for name in names] == expected
    with pytest.raises(cg.NameNotFound, match="only exact names are searched"):
        cg.resolve(city, "太剛")
    assert "names" not in city._cache


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_of_too_many_names_only_spellings_are_asked_and_it_is_said(
    engine: str, city: cg.CityGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cityGraph.names.all_names.MOST_NAMES", 10)
    (tmp_path / "part.ttl").write_bytes(cg.export(city, "太鋼", "陽曲工業園區").to(".ttl"))
    many = cg.open(tmp_path / "part.ttl", engine=engine)
    for name in ("太鋼", "太钢", "TISCO", "ty:taigang"):
        assert cg.resolve(many, name).label == "太鋼"
    assert [(match.label, match.how) for match in cg.find(many, "太钢")][:1] == [("太鋼", "script")]
    assert [match.how for match in cg.find(many, "陽曲工業")] == ["prefix"]
    assert "names" not in many._cache
    for name in ("tg", "tai4gang1", "taigagn"):
        assert len(cg.find(many, name)) == 0
        assert "no pinyin, no similar names" in cg.find(many, name).left_out
        with pytest.raises(cg.NameNotFound, match="only exact names are searched"):
            cg.resolve(many, name)


def test_the_other_script_is_spelled_where_names_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cityGraph.names.all_names.MOST_NAMES", 1)
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    two = cg.open(tmp_path / "two.ttl")
    assert cg.resolve(two, "示范区").iri == "urn:zone"
    with pytest.raises(cg.AmbiguousName):
        cg.resolve(two, "阳曲")


def test_names_are_counted_up_to_the_limit_of_those_that_are_read() -> None:
    assert f"LIMIT {MOST_NAMES + 1}\n" in stored("count-names")
