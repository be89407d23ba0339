"""Options of verbs under both names, and answers that print as in the shell."""

from __future__ import annotations

import pickle

import pytest

import cityGraph as cg
from support.process import citygraph


def test_an_option_is_taken_as_the_shell_spells_it_and_a_name_for_a_list(city: cg.CityGraph) -> None:
    expected = cg.neighbors(city, "太原", kinds=["企業"], relations=["重點支持"], statuses=["planned"])
    assert len(expected) > 3
    assert cg.neighbors(city, "太原", kind="企業", relation="重點支持", status="規劃") == expected
    assert cg.neighbors(city, "太原", kind=["企業"], relations="重點支持", status=("plan",)) == expected
    assert cg.claims(city, kind="Firm", status="plan") == cg.claims(city, kinds=["Firm"], statuses=["planned"])
    assert cg.targets(city, status="target") == cg.targets(city, statuses=["targeted"])
    assert cg.central(city, relation="重點支持", kind="Firm") == cg.central(city, relations=["supports"], kind="Firm")
    found = cg.network(city, relation="重點支持")
    assert found.edges == cg.network(city, relations=["supports"]).edges


def test_a_list_of_names_stands_for_the_names_in_it(city: cg.CityGraph) -> None:
    assert cg.export(city, ["太鋼", "太重"]).claims == cg.export(city, "太鋼", "太重").claims  # type: ignore[arg-type]
    assert cg.diagram(city, ["晶科"]).svg == cg.diagram(city, "晶科").svg  # type: ignore[arg-type]
    assert cg.common(city, ["太鋼", "太重"]) == cg.common(city, "太鋼", "太重")  # type: ignore[arg-type]


def test_an_option_given_twice_or_unknown_is_an_error(city: cg.CityGraph) -> None:
    with pytest.raises(TypeError, match=r"neighbors\(\) got both 'kinds' and 'kind'"):
        cg.neighbors(city, "太原", kinds=["企業"], kind="企業")
    with pytest.raises(TypeError, match=r"neighbors\(\) got both 'kind' and 'kinds'"):
        cg.neighbors(city, "太原", kind="企業", kinds=["企業"])
    with pytest.raises(TypeError, match="colour"):
        cg.neighbors(city, "太原", colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="relation"):
        cg.targets(city, relation="重點支持")  # type: ignore[call-arg]


@pytest.mark.parametrize("arguments", [("neighbors", "太鋼"), ("central",)], ids=" ".join)
def test_an_answer_prints_as_in_the_shell(city: cg.CityGraph, arguments: tuple[str, ...]) -> None:
    verb, *names = arguments
    assert f"{getattr(cg, verb)(city, *names)}\n" == citygraph(*arguments).out


def test_every_answer_prints_in_the_language_of_its_graph() -> None:
    city = cg.open(language="en")
    one, other = "TISCO", "Taizhong"
    answers = [
        *(verb(city) for verb in (cg.about, cg.bridges, cg.central, cg.communities, cg.gaps)),
        *(verb(city) for verb in (cg.projects, cg.targets, cg.timeline)),
        *(verb(city, one) for verb in (cg.claims, cg.find, cg.neighbors, cg.show, cg.similar)),
        *(verb(city, one, other) for verb in (cg.common, cg.paths)),
        cg.query(city, "SELECT ?f { ?f a cg:Firm }"),
    ]
    for answer in answers:
        lines = str(answer).split("\n")
        assert len(lines) > 1, type(answer)
        assert not str(answer).startswith(type(answer).__name__ + "(")
        assert len(repr(answer)) < 3_000, type(answer)
        assert str(pickle.loads(pickle.dumps(answer))) == str(answer)
    assert "neighbors" in str(cg.neighbors(city, "TISCO"))


def test_a_changed_copy_prints_what_it_holds(city: cg.CityGraph) -> None:
    answer = cg.neighbors(city, "太鋼")
    shorter = answer.replace(neighbors=answer.neighbors[:1])
    assert str(shorter) != str(answer)
    assert "太鋼" in str(shorter)
    assert shorter == answer.replace(neighbors=answer.neighbors[:1])


def test_a_part_of_an_answer_prints_its_fields(city: cg.CityGraph) -> None:
    part = cg.neighbors(city, "太鋼")[0]
    assert str(part) == repr(part)
    assert "<1 Passage>" in repr(part.replace(evidence=part.evidence[:1]))
