"""The commands find and show; and names as every command takes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.process import ENGINES, LANGUAGES, answer, citygraph, columns, controls, data, environment, refusal
from support.rows import for_each
from support.samples import turtle

VERBS = [
    ["find", "太鋼"],
    ["find", "tg"],
    ["find", "鋼", "--top", "30"],
    ["find", "Taiyuan Heavy"],
    ["show", "太鋼"],
    ["show", "太原"],
    ["show", "陽曲工業園區", "--inferred"],
    ["neighbors", "太鋼", "--relation", "supports", "--direction", "out"],
    ["claims", "太鋼", "--status", "targeted"],
]


@pytest.mark.parametrize("arguments", VERBS, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_fit_the_terminal_and_show_no_bare_iri(arguments: list[str], language: str) -> None:
    for wide in ("40", "80"):
        text = answer("--lang", language, *arguments, env=environment(COLUMNS=wide))
        assert max(map(columns, text.splitlines())) <= int(wide)
        assert "w3id.org" not in text.replace("\n", "").replace(" ", "")


def test_find_says_what_is_meant_and_why() -> None:
    assert answer("find", "tg").splitlines()[1].split() == ["太谷", "行政區", "拼音首字母", "Tàigǔ"]
    found = answer("--lang", "en", "find", "太钢").splitlines()[1]
    assert re.split(r" · |  +", found.strip()) == ["Taiyuan Iron & Steel (Taigang)", "firm", "name “太钢”"]
    first, *_ = data("find", "陽曲示範區")
    assert first == {
        "iri": "https://w3id.org/citygraph/id/taiyuan/yangqu-zone",
        "label": "陽曲示范區",
        "kind": "Zone",
        "name": "陽曲示范區",
        "how": "script",
    }
    assert data("find", "zzzz") == []
    assert answer("--lang", "en", "find", "zzzz") == "“zzzz”: 0 found\n"
    assert {each["kind"] for each in data("find", "太", "--kind", "企業", "--top", "50")} == {"Firm"}


def test_find_says_what_it_left_out_in_a_graph_of_too_many_names(tmp_path: Path) -> None:
    lines = [f'ex:a{n} a cg:Firm ; skos:prefLabel "第{n}鋼鐵公司"@zh-Hant .' for n in range(50_100)]
    file = turtle(tmp_path, "\n".join(lines))
    done = citygraph("--from", file, "find", "第77钢铁公司")
    assert done.status == 0
    assert "第77鋼鐵公司" in done.out
    assert done.err.startswith("Warning: This graph has over 50,000 names, so only exact names are searched")
    assert done.err.count("\n") == 1
    assert "This graph has over 50,000 names" in refusal(citygraph("--from", file, "neighbors", "d77gtgs"))


@pytest.mark.parametrize("name", ["太鋼", "晶科", "太原", "山西轉型綜改示范區"])
def test_show_has_this_shape(name: str) -> None:
    found = data("show", name)
    assert set(found) == {"iri", "label", "kind", "names", "facts", "neighbors", "sources"}
    assert all(set(each) == {"name", "language", "role"} for each in found["names"])
    assert {each["language"] for each in found["names"]} >= {"zh-Hant", "zh-Hans"}
    assert all({"value", "datatype", "language"} <= set(fact["object"]) for fact in found["facts"])
    assert found["neighbors"] == len({near["iri"] for near in data("neighbors", name)["neighbors"]})
    assert all(set(source) == {"iri", "label", "kind"} for source in found["sources"])


@pytest.mark.parametrize("name", ["太钢", "TISCO", "tàigāng", "tai4gang1", "ty:taigang"])
def test_every_verb_takes_every_form_of_a_name(name: str) -> None:
    for verb in (["neighbors"], ["claims"], ["show"], ["similar"], ["paths", "晶科"], ["common", "太重"]):
        assert data(*verb, name) == data(*verb, "太鋼")


def test_a_name_of_several_is_refused_with_all_and_says_how_to_say_which() -> None:
    for verb in ("neighbors", "claims", "show", "similar"):
        told = refusal(citygraph(verb, "tg"))
        assert all(label in told for label in ("太鋼", "太谷", "太鍋", "Use a longer name"))
        assert ("--kind" in told) == (verb == "show")
    assert data("show", "tg", "--kind", "AdministrativeArea")["label"] == "太谷"
    assert "Nearest names: " in refusal(citygraph("show", "tg", "--kind", "Planet"))


@pytest.mark.parametrize("name", ["", " ", "\x1b[31m", "鋼" * 10_000, '" } DROP ALL #', "'; rm -rf /", "\u202e太"])
def test_a_name_that_is_none_is_one_line(name: str) -> None:
    for verb in ("neighbors", "show", "claims", "similar"):
        refusal(citygraph(verb, "--", name))
    found = citygraph("find", "--", name)
    assert (found.status, found.err) == (0, "")
    assert not controls(found.out)


@pytest.mark.parametrize("verb", ["neighbors", "claims"])
def test_an_unknown_name_is_refused_with_suggestions(verb: str) -> None:
    line = refusal(citygraph(verb, "太剛"))
    assert line.startswith("Error: Nothing in this graph is called '太剛'. Nearest names: ")
    assert "太鋼" in line


@pytest.mark.parametrize(
    ("engine", "name"),
    [("oxigraph", "雙子"), ("oxigraph", "双子"), ("oxigraph", "ＴＷＩＮ"), ("oxigraph", "twin"), ("rdflib", "twin")],
)
def test_an_ambiguous_name_is_refused_with_its_candidates(tmp_path: Path, name: str, engine: str) -> None:
    file = turtle(
        tmp_path,
        'ex:a a cg:Firm ; skos:prefLabel "雙子"@zh-Hant, "Twin"@en .\n'
        'ex:b a cg:Zone ; skos:prefLabel "雙子"@zh-Hant, "Twin"@en .',
    )
    line = refusal(citygraph("--engine", engine, "--from", file, "neighbors", name))
    assert "ex:a)" in line
    assert "ex:b)" in line
    assert data("--engine", engine, "--from", file, "neighbors", "https://example.org/b")["entity"]["kind"] == "Zone"


STRANGE = {
    "empty": "",
    "blank": " \t\u3000 ",
    "long": "太" * 10_000,
    "long and foreign": "é " * 5_000,
    "control characters": "太\x1b[31m鋼\x07\x08\x7f",
    "line breaks": "太\n鋼\r\n太",
    "turned direction": "\u202e鋼太\u2066",
    "quotes": "\"太剛'",
    "backslashes": "\\太鋼\\u0041\\",
    "SPARQL": '太鋼" } ; DROP ALL # ',
    "VALUES": '" } VALUES ?entity { ty:taigang } #',
    "a variable": "?name",
    "an IRI of nothing": "https://example.org/nothing",
    "a prefixed name of nothing": "ty:nothing",
    "a prefix alone": "ty:",
    "half an IRI": "http://[::1",
    "an IRI with blanks": "https://example.org/a b",
    "an IRI with brackets": "urn:<x>{y}",
    "an IRI with a stray percent sign": "urn:%zz",
    "two fragments": "a:b#c#d",
    "a number with a colon": "1:2",
    "markup": "<script>alert(1)</script>",
    "only punctuation": "。、·「」",
    "only an accent": "\u0301",
    "an option after --": "--太剛",
    "a format": "{0} %s %(x)s",
    "emoji": "👩‍👩‍👧",
}  # fmt: skip


@for_each("name", STRANGE.values(), ids=STRANGE)
def test_a_strange_name_is_refused_like_any_other(name: str) -> None:
    assert refusal(citygraph("neighbors", "--", name)).startswith("Error: Nothing in this graph is called ")


@pytest.mark.parametrize("what", ["control characters", "line breaks", "backslashes", "SPARQL", "an IRI with blanks"])
def test_a_strange_name_is_refused_by_rdflib_too(what: str) -> None:
    done = citygraph("--engine", "rdflib", "neighbors", "--", STRANGE[what])
    assert refusal(done).startswith("Error: Nothing in this graph is called ")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_name_that_is_not_text_is_refused(engine: str) -> None:
    assert "Nothing in this graph is called" in refusal(citygraph("--engine", engine, "neighbors", b"\xff\xfe\xe5\xa4"))
