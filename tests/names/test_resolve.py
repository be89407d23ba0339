"""A name finds the one thing that carries it, in any script; a near miss is a suggestion, never an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.matching import WAYS, initials
from cityGraph.names import MOST_NAMES, fold
from cityGraph.names import names as names_of
from cityGraph.sparql import named
from support.paths import ROOT
from support.samples import NAMESAKES


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
        "tai gang",
        "tai4gang1",
        "TAIGANG",
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
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
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
    monkeypatch.setattr("cityGraph.names.MOST_NAMES", 100)
    for name in ("太鋼", "太钢", " TISCO ", "tisco", "太原钢铁(集团)有限公司", "ＴＩＳＣＯ"):
        try:
            assert cg.resolve(city, name) == cg.resolve(cg.open(engine=engine), name)
        except cg.AmbiguousName:
            continue
    with pytest.raises(cg.NameNotFound, match="only spellings were looked for"):
        cg.resolve(city, "太剛")
    assert "names" not in city.cache


def test_a_name_of_two_is_refused_with_both(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
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
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
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


HEARD = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix cg: <https://w3id.org/citygraph/ontology#> .
<urn:lv> a cg:City ; skos:prefLabel "呂梁"@zh-Hant ; skos:altLabel "Lǚliáng"@zh-Latn-pinyin .
<urn:changzhi> a cg:City ; skos:prefLabel "長治"@zh-Hant ; skos:altLabel "Chángzhì"@zh-Latn-pinyin .
<urn:chuangzhi> a cg:Firm ; skos:prefLabel "創智"@zh-Hant ; skos:altLabel "Chuàngzhì"@zh-Latn-pinyin .
<urn:silent> a cg:Firm ; skos:prefLabel "無音"@zh-Hant .
<urn:cz> a cg:Firm ; skos:prefLabel "CZ"@en .
"""


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    file = tmp_path_factory.mktemp("heard") / "heard.ttl"
    file.write_text(HEARD, "utf-8")
    return cg.open(file)


@pytest.mark.parametrize("name", ["Lǚliáng", "luliang", "lvliang", "lü liang", "lü3liang2", "ll", "LL"])
def test_pinyin_finds_with_tones_without_and_by_initials(heard: cg.CityGraph, name: str) -> None:
    assert cg.resolve(heard, name).iri == "urn:lv"


def test_a_name_goes_before_initials_and_initials_of_two_are_refused(heard: cg.CityGraph, city: cg.CityGraph) -> None:
    assert cg.resolve(heard, "cz").iri == "urn:cz"
    assert [match.how for match in cg.find(heard, "cz")] == ["exact", "initials", "initials"]
    with pytest.raises(cg.AmbiguousName, match="ask by a longer name, or by IRI") as refused:
        cg.resolve(city, "tg")
    assert [candidate.label for candidate in refused.value.candidates] == ["太鋼", "太谷", "太鍋"]


def test_what_has_no_pinyin_in_the_data_is_not_guessed(heard: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound):
        cg.resolve(heard, "wuyin")


def test_each_character_has_its_syllable(city: cg.CityGraph) -> None:
    found = 0
    for thing, spelled in names_of(city, {claim.subject.iri for claim in cg.claims(city, inferred=True)}).items():
        labels = [name for name, language, _ in spelled if language == "zh-Hant"]
        for name, language, _ in spelled:
            if language == "zh-Latn-pinyin" and all("\u4e00" <= c <= "\u9fff" for c in "".join(labels)):
                assert len(initials(name)) in map(len, labels), thing
                found += 1
    assert found > 50


def test_a_kind_of_a_foreign_graph_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<urn:a> a <urn:x#Mill> ; <http://xmlns.com/foaf/0.1/name> "甲" .', "utf-8")
    assert cg.find(cg.open(tmp_path / "a.ttl"), "甲", kind="mill")[0].iri == "urn:a"


def test_of_many_the_first_are_told_of_and_the_others_counted(tmp_path: Path) -> None:
    things = "\n".join(f'<urn:{n}> <http://www.w3.org/2000/01/rdf-schema#label> "甲" .' for n in range(60))
    (tmp_path / "a.ttl").write_text(things, "utf-8")
    with pytest.raises(cg.AmbiguousName, match="and 56 more; ask by a longer name") as refused:
        cg.resolve(cg.open(tmp_path / "a.ttl"), "甲")
    assert len(refused.value.candidates) == 60


def test_a_kind_says_which(tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    two = cg.open(tmp_path / "two.ttl")
    assert cg.resolve(two, "陽曲", kind="Zone").iri == cg.resolve(two, "陽曲", kind="開發區").iri == "urn:park"
    assert [match.iri for match in cg.find(two, "陽曲", kind="city")] == ["urn:county"]
    assert cg.show(two, "陽曲", kind="City").entity.iri == "urn:county"
    with pytest.raises(cg.AmbiguousName, match="with --kind"):
        cg.show(two, "陽曲")
    with pytest.raises(cg.NameNotFound, match="nothing of the kind 'Zone' is called '范兆森'"):
        cg.resolve(two, "范兆森", kind="Zone")
    for ask in (cg.resolve, cg.find, cg.show):
        with pytest.raises(cg.CityGraphError, match="nothing here is a 'Planet'; kinds are: City, Person, Zone"):
            ask(two, "陽曲", kind="Planet")


@pytest.mark.parametrize(
    ("name", "label", "how"),
    [
        ("太鋼", "太鋼", "exact"),
        (" 太 鋼", "太鋼", "exact"),
        ("太钢", "太鋼", "script"),
        ("陽曲示範區", "陽曲示范區", "script"),
        ("Taigang", "太鋼", "exact"),
        ("ＴＩＳＣＯ", "太鋼", "alias"),
        ("太原钢铁", "太鋼", "prefix"),
        ("bai4xin4", "百信", "pinyin"),
        ("bwgzc", "博物館之城", "initials"),
        ("ty:taigang", "太鋼", "iri"),
        ("https://w3id.org/citygraph/id/taiyuan/taigang", "太鋼", "iri"),
        ("鋼材料", "特鋼材料產業鏈", "within"),
        ("taigagn", "太鋼", "fuzzy"),
    ],
)
def test_what_is_found_says_how_it_fits(city: cg.CityGraph, name: str, label: str, how: str) -> None:
    first = cg.find(city, name)[0]
    assert (first.label, first.how) == (label, how)
    assert first.name or how == "iri"


def test_the_best_come_first_and_what_is_alike_only_where_nothing_fits(city: cg.CityGraph) -> None:
    found = cg.find(city, "太鋼")
    assert [match.how for match in found] == sorted((match.how for match in found), key=WAYS.index)
    assert "fuzzy" not in {match.how for match in found}
    assert {match.how for match in cg.find(city, "太剛")} == {"fuzzy"}
    assert len(cg.find(city, "鋼", top=3)) == 3 < len(cg.find(city, "鋼", top=None))
    assert [match.iri for match in cg.find(city, "鋼", top=None)][:3] == [m.iri for m in cg.find(city, "鋼", top=3)]


@pytest.mark.parametrize("name", ["陽曲", "太剛", "taigagn", "鋼"])
def test_a_verb_takes_no_beginning_no_part_and_no_near_name(city: cg.CityGraph, name: str) -> None:
    with pytest.raises(cg.NameNotFound) as refused:
        cg.neighbors(city, name)
    assert list(refused.value.suggestions) == [match.name for match in cg.find(city, name, top=5)]


@pytest.mark.parametrize("name", ["", " ", "——", "\x00", "鋼" * 10_000, 'x" } DROP ALL #', "?zzz", "<urn:x>", "zz"])
def test_what_fits_nothing_is_an_empty_answer(city: cg.CityGraph, name: str) -> None:
    assert [match for match in cg.find(city, name) if match.how != "fuzzy"] == []


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_of_too_many_names_only_spellings_are_asked_and_it_is_said(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cityGraph.names.MOST_NAMES", 100)
    many = cg.open(engine=engine)
    for name in ("太鋼", "太钢", "TISCO", "ty:taigang"):
        assert cg.resolve(many, name).label == "太鋼"
    assert [(match.label, match.how) for match in cg.find(many, "太钢")][:1] == [("太鋼", "script")]
    assert [match.how for match in cg.find(many, "陽曲工業")] == ["prefix"]
    assert "names" not in many.cache
    for name in ("tg", "tai4gang1", "taigagn"):
        assert len(cg.find(many, name)) == 0
        assert "no pinyin, no near names" in cg.find(many, name).left_out
        with pytest.raises(cg.NameNotFound, match="only spellings were looked for"):
            cg.resolve(many, name)


def test_the_other_script_is_spelled_where_names_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cityGraph.names.MOST_NAMES", 1)
    (tmp_path / "two.ttl").write_text(NAMESAKES, "utf-8")
    two = cg.open(tmp_path / "two.ttl")
    assert cg.resolve(two, "示范区").iri == "urn:zone"
    with pytest.raises(cg.AmbiguousName):
        cg.resolve(two, "阳曲")


def test_names_are_counted_up_to_the_limit_of_those_that_are_read() -> None:
    assert f"LIMIT {MOST_NAMES + 1}\n" in named("count-names")
