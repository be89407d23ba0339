"""The verb reconcile: matches are not forced, and what fits several things is ambiguous."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.process import LANGUAGES
from support.samples import NAMESAKES, turtle


def outcomes(city: cg.CityGraph, *names: str, **options: object) -> list[tuple[str, list[str]]]:
    answer = cg.reconcile(city, names, **options)  # type: ignore[arg-type]
    return [(each.outcome, [candidate.entity.label for candidate in each.candidates]) for each in answer]


def test_each_name_has_one_answer_in_its_place(city: cg.CityGraph) -> None:
    names = ["太钢", "無此物", "", "太钢", "tisco"]
    answer = cg.reconcile(city, names)
    assert [each.name for each in answer] == names
    assert [each.outcome for each in answer] == ["matched", "unknown", "unknown", "matched", "matched"]
    assert answer.counts == {"matched": 3, "ambiguous": 0, "unknown": 2}
    assert answer[0] == answer[3]
    assert answer[0].match is not None
    assert answer[1].match is None


def test_what_fits_several_things_is_ambiguous_and_all_are_listed(city: cg.CityGraph, tmp_path: Path) -> None:
    assert outcomes(city, "tg") == [("ambiguous", ["太谷", "太鋼", "太鍋"])]
    assert cg.reconcile(city, ["tg"])[0].match is None
    namesakes = cg.open(turtle(tmp_path, NAMESAKES))
    assert outcomes(namesakes, "陽曲") == [("ambiguous", ["陽曲", "陽曲"])]
    assert outcomes(namesakes, "陽曲", kind="Zone") == [("matched", ["陽曲"])]


def test_a_part_that_begins_two_names_is_ambiguous_though_one_is_shorter(tmp_path: Path) -> None:
    body = "".join(f'ex:{n} a cg:Zone ; skos:prefLabel "甲城新区{n}"@zh-Hans . ' for n in ("园", "园北"))
    assert outcomes(cg.open(turtle(tmp_path, body)), "甲城新区") == [("ambiguous", ["甲城新区园", "甲城新区园北"])]


def test_a_name_is_no_rival_of_another_name_that_only_begins_so(tmp_path: Path) -> None:
    body = "".join(f'ex:{at} a cg:Zone ; skos:prefLabel "甲城新区{n}"@zh-Hans . ' for at, n in enumerate(("", "园")))
    assert outcomes(cg.open(turtle(tmp_path, body)), "甲城新区") == [("matched", ["甲城新区"])]


@pytest.mark.parametrize("name", ["上海汽车集团", "太原第二热电厂", "中国", "山西晋北钢铁", "氢能"])
def test_what_is_only_alike_stays_unknown(city: cg.CityGraph, name: str) -> None:
    assert outcomes(city, name) == [("unknown", [])]


def test_top_lists_more_also_of_what_is_unknown(city: cg.CityGraph) -> None:
    assert len(cg.reconcile(city, ["陽曲"], top=3)[0].candidates) == 3
    unknown = cg.reconcile(city, ["上海汽车集团"], top=2)[0]
    assert (unknown.outcome, len(unknown.candidates)) == ("unknown", 2)
    assert all(each.score < 50 for each in unknown.candidates)


def test_the_least_score_decides_what_is_a_match(city: cg.CityGraph) -> None:
    assert outcomes(city, "太刚", least=61) == [("unknown", [])]
    assert outcomes(city, "太刚", least=60)[0][0] == "matched"
    assert outcomes(city, "taigagn", least=60) == [("unknown", [])]


def test_a_kind_that_is_not_there_is_refused_and_one_name_is_a_list_of_one(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match="Nothing in this graph has the kind"):
        cg.reconcile(city, ["太鋼"], kind="Nothing")
    assert len(cg.reconcile(city, "太鋼")) == 1
    assert cg.reconcile(city, []).counts == {"matched": 0, "ambiguous": 0, "unknown": 0}


def test_the_names_of_the_graph_are_read_once_for_thousands_of_names(
    city: cg.CityGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    cg.reconcile(city, ["太鋼"])
    asked: list[str] = []
    select = type(city).select

    def counted(self: cg.CityGraph, query: str, *more: object, **values: object) -> object:
        asked.append(query)
        return select(self, query, *more, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(type(city), "select", counted)
    answer = cg.reconcile(city, [f"{name}{n}" for n in range(500) for name in ("太鋼", "山西", "x")])
    assert len(answer) == 1500
    assert asked == []


def test_the_answer_has_the_keys_of_its_json(city: cg.CityGraph) -> None:
    (said,) = cg.reconcile(city, ["太鋼"]).as_json()
    assert set(said) == {"asked", "outcome", "candidates"}
    assert set(said["candidates"][0]) == {"iri", "label", "kind", "name", "how", "score"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_prints_as_in_the_shell(language: str) -> None:
    printed = str(cg.reconcile(cg.open(language=language), ["太鋼"]))
    assert {"en": "1 names: 1 matched", "zh-Hans": "1 个名称：1 个有对应", "zh-Hant": "1 個名稱：1 個有對應"}[
        language
    ] in printed
