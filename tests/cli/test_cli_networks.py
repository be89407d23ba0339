"""The commands on the network: paths with their citations, measures, groups."""

from __future__ import annotations

import re

import pytest

from support.process import ENGINES, LANGUAGES, answer, citygraph, columns, data, environment, refusal

VERBS = [
    ["paths", "太鋼", "陽曲工業園區"],
    ["paths", "太鋼", "陽曲工業園區", "--explain"],
    ["paths", "爍科", "晶科", "--inferred", "--explain"],
    ["paths", "太鋼", "惠科集團"],
    ["common", "太鋼", "太重"],
    ["common", "不銹鋼", "碳化硅單晶襯底"],
    ["central"],
    ["central", "--plan-effect", "--by", "harmonic"],
    ["communities"],
    ["bridges"],
    ["similar", "太鋼"],
]


@pytest.mark.parametrize("arguments", VERBS, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_fit_the_terminal_and_show_no_bare_iri(arguments: list[str], language: str) -> None:
    for wide in ("40", "80"):
        text = answer("--lang", language, *arguments, env=environment(COLUMNS=wide))
        body = re.sub(r"https?://[^\s]+", "", text)
        assert max(map(columns, text.splitlines())) <= int(wide)
        assert "w3id.org" not in body


@pytest.mark.parametrize("arguments", VERBS[::2], ids=" ".join)
def test_both_engines_give_the_same_json(arguments: list[str]) -> None:
    one, other = (data("--engine", engine, *arguments) for engine in ENGINES)
    assert one == other


def test_a_path_is_told_in_a_sentence_with_a_citation_for_each_step() -> None:
    text = answer("paths", "太鋼", "陽曲工業園區", "--via", "太原", "--explain", "--top", "1")
    told = re.sub(r"\n +", "", text)
    assert "太鋼 受太原重點支持〔規劃〕[1]；太原 境內有山西轉型綜改示范區的一部分〔事實〕[2]；" in told
    assert re.search(r"^\[1\] 本文 §13 「重點支持太鋼」$", text, re.MULTILINE)
    numbers = set(re.findall(r"\[(\d+)\]", told))
    assert numbers == {"1", "2", "3", "4"}


def test_a_path_that_invites_a_wrong_conclusion_warns() -> None:
    assert "! 受同一城市支持，不代表互相合作。" in answer("paths", "中車太原", "太鍋", "--top", "1")
    assert "! That two entities are in the same zone does not make them partners." in answer(
        "--lang", "en", "paths", "海納半導體(山西)有限公司", "厚生鋰電池隔膜項目", "--top", "1"
    )
    assert "! 路徑中有推斷，來源沒有這樣說。" in answer(
        "paths", "爍科", "第三代半導體產業鏈", "--inferred", "--top", "1"
    )


def test_where_there_is_no_path_the_gaps_of_both_ends_are_told() -> None:
    text = answer("paths", "太鋼", "三環時代")
    assert text.startswith("太鋼 與 三環時代 之間沒有路徑")
    assert "太鋼 · 所在 · 在哪個園區或區縣？" in text
    assert data("paths", "太鋼", "三環時代")["reach"] == [532, 3]
    assert answer("paths", "太鋼", "智芯", "--max-hops", "1").startswith(
        "1 步之內，太鋼 與 智芯 之間沒有符合條件的路徑"
    )


def test_the_json_of_paths_keeps_the_evidence_of_every_hop() -> None:
    found = data("paths", "中國寶武", "不銹鋼")
    assert set(found) == {"start", "end", "paths", "reach"}
    hops = found["paths"][0]["hops"]
    assert [hop["direction"] for hop in hops] == ["in", "out"]
    assert all(hop["evidence"][0]["phrase"] for hop in hops)


def test_what_was_left_out_is_said() -> None:
    assert "未計入太原：它與太多事物相連（用 --hub 計入）" in answer("central")
    assert "不計太原" not in answer("central", "--hub")
    assert [centre["label"] for centre in data("central")["left_out"]] == ["太原"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["paths", "太鋼", "TISCO"], "'太鋼' and 'TISCO' are the same entity: 太鋼. Give two."),
        (["paths", "太鋼", "沒有這個"], "Nothing in this graph is called"),
        (["paths", "太鋼", "太重", "--relation", "suports"], "Nearest names: 重點支持 (supports)"),
        (["paths", "太鋼", "太重", "--via", "nowhere"], "Nothing in this graph is called"),
        (["common", "太鋼"], "at least two different entities; got 1."),
        (["common", "太鋼", "TISCO"], "at least two different entities; all of these are 太鋼."),
        (["central", "--kind", "龍"], "Kinds in this graph: "),
        (
            ["central", "--relation", "重點支持", "--plan-effect"],
            "No edges are left: no edge with the relation supports is realised.",
        ),
        (["similar", "沒有這個"], "Nothing in this graph is called"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_answered_is_refused_in_one_line(arguments: list[str], told: str) -> None:
    assert told in refusal(citygraph(*arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ["paths", "太鋼"],
        ["paths", "太鋼", "太重", "--top", "0"],
        ["paths", "太鋼", "太重", "--max-hops", "99"],
        ["central", "--by", "fame"],
        ["central", "--top", "99999999999"],
        ["communities", "--seed", "-5"],
        ["common"],
    ],
    ids=" ".join,
)
def test_absurd_options_are_wrong_usage(arguments: list[str]) -> None:
    refusal(citygraph(*arguments), 2)


def test_one_source_has_its_own_network() -> None:
    assert data("paths", "太鋼", "太重", "--source", "article")["paths"][0]["hops"][0]["object"]["label"] == "太鋼"
    assert data("central", "--source", "article")["things"] < data("central")["things"]
