"""A name finds the one thing that carries it, in any script; a near miss is a suggestion, never an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.names import fold
from cityGraph.names import names as names_of
from conftest import ROOT

TWO = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix cg: <https://w3id.org/citygraph/ontology#> .
<urn:park> a cg:Zone ; skos:prefLabel "陽曲"@zh-Hant . <urn:county> a cg:City ; skos:prefLabel "陽曲"@zh-Hant .
<urn:fan> a cg:Person ; skos:prefLabel "范兆森"@zh-Hant . <urn:zone> a cg:Zone ; skos:prefLabel "示范區"@zh-Hant .
"""


@pytest.mark.parametrize(
    "name",
    [
        "太鋼",
        "太钢",
        " 太鋼 ",
        "太 鋼",
        "TISCO",
        "tisco",
        "ＴＩＳＣＯ",
        "Taigang",
        "Tàigāng",
        "太原钢铁(集团)有限公司",
        "太原钢铁（集团）有限公司",
        "太原鋼鐵(集團)有限公司",
        "https://w3id.org/citygraph/id/taiyuan/taigang",
        "ty:taigang",
    ],
)
def test_every_spelling_finds_the_same_firm(city: cg.CityGraph, name: str) -> None:
    assert cg.resolve(city, name).iri == "https://w3id.org/citygraph/id/taiyuan/taigang"


def test_the_answer_is_the_same_under_every_name(city: cg.CityGraph) -> None:
    answers = [cg.neighbors(city, name) for name in ("太鋼", "太钢", "TISCO", "太原钢铁(集团)有限公司")]
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("name", ["示范區", "示範區", "示范区"])
def test_variant_characters_find_each_other(tmp_path: Path, name: str) -> None:
    (tmp_path / "two.ttl").write_text(TWO, "utf-8")
    assert cg.resolve(cg.open(tmp_path / "two.ttl"), name).iri == "urn:zone"


def test_what_no_thing_is_called_is_refused_with_the_nearest_names(city: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound, match="太鋼") as refused:
        cg.resolve(city, "太鋼鐵")
    assert refused.value.suggestions[0] in ("太鋼", "太钢")
    assert len(refused.value.suggestions) <= 5


@pytest.mark.parametrize("name", ["", " ", "\x00", "鋼" * 10_000, "ty:nothing", "https://example.org/nothing"])
def test_names_that_are_none_are_refused(city: cg.CityGraph, name: str) -> None:
    with pytest.raises(cg.NameNotFound) as refused:
        cg.resolve(city, name)
    assert len(str(refused.value)) < 300


def test_of_a_large_graph_names_are_asked_for_and_not_all_read(monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    city = cg.open(engine=engine)
    monkeypatch.setattr("cityGraph.names.READ_WHOLE", 100)
    for name in ("太鋼", "太钢", " TISCO ", "tisco", "太原钢铁(集团)有限公司", "ＴＩＳＣＯ"):
        try:
            assert cg.resolve(city, name) == cg.resolve(cg.open(engine=engine), name)
        except cg.AmbiguousName:
            continue
    with pytest.raises(cg.NameNotFound, match="as it is spelled"):
        cg.resolve(city, "太剛")
    assert "names" not in city.cache


def test_a_name_of_two_is_refused_with_both(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(TWO, "utf-8")
    with pytest.raises(cg.AmbiguousName) as refused:
        cg.resolve(cg.open(tmp_path / "two.ttl"), "陽曲")
    assert [candidate.iri for candidate in refused.value.candidates] == ["urn:county", "urn:park"]
    assert "urn:county" in str(refused.value)


def test_the_words_of_the_ontology_are_no_entities(city: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound):
        cg.resolve(city, "重點支持")


@pytest.mark.parametrize(("language", "label", "kind"), [("zh-Hant", "太鋼", "企業"), ("zh-Hans", "太钢", "企业")])
def test_labels_are_in_the_language_asked_for(language: str, label: str, kind: str) -> None:
    found = cg.resolve(cg.open(language=language), "TISCO")
    assert (found.label, found.kind_label, found.kind) == (label, kind, "Firm")


def test_a_thing_without_a_name_in_the_language_shows_another(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(TWO, "utf-8")
    assert cg.resolve(cg.open(tmp_path / "two.ttl", language="en"), "范兆森").label == "范兆森"


def test_other_names_come_by_language(city: cg.CityGraph) -> None:
    iri = "https://w3id.org/citygraph/id/taiyuan/taigang"
    assert [language for _, language, _ in names_of(city, [iri])[iri]][:3] == ["zh-Hant", "zh-Hans", "zh-Hans"]


def test_folding_keeps_what_is_all_punctuation() -> None:
    assert fold("——") != ""
    assert fold("1+7+4") == "174"


def test_the_folding_table_is_what_opencc_says() -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("folding_maker", ROOT / "docs" / "folding.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    from cityGraph.folding import SIMPLIFIED

    differ = [(one, other) for one, other in maker.pairs() if SIMPLIFIED.get(ord(one)) != ord(other)]
    # OpenCC mends its tables now and then; what is kept here may lag by a few rare characters.
    assert len(differ) <= 20
    assert len(SIMPLIFIED) > 4000
