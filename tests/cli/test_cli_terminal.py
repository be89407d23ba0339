"""Labels command no terminal; colour and width are those of the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import rdflib

from support.process import (
    LANGUAGES,
    answer,
    at_terminal,
    citygraph,
    columns,
    controls,
    engines,
    environment,
    inside,
    refusal,
)
from support.samples import turtle

LABELS = {
    "colour": "紅\x1b[31m字\x1b[0m",
    "a window title": "\x1b]0;taken\x07鋼",
    "8-bit escapes": "\x9b31m鋼\x9d0;taken\x9c",
    "turned direction": "\u202e鋼太\u202c \u2066x\u2069",
    "line breaks": "一\n二\r\n三\u2028四\u2029五\x85六\x0b七\x0c八",
    "backspaces": "鋼\b\b太\x7f",
    "invisible characters": "太\u200b\ufeff\u00ad鋼\u2060\U000e0041",
    "markup": "<script>alert('鋼')</script>&amp;",
    "a prefix line": "太\n@prefix cg: <urn:taken> .\n鋼",
    "quotes": "'\"\\鋼\\u0041\"'",
}


def hostile(folder: Path, label: str) -> str:
    escaped = "".join(c if c.isalnum() else f"\\U{ord(c):08X}" for c in label)
    return turtle(
        folder,
        f"""ex:source a cg:Source ; skos:prefLabel "{escaped}" .
ex:a a cg:Firm ; skos:prefLabel "甲"@zh-Hant ; skos:altLabel "{escaped}" ; cg:supports ex:b .
ex:b a cg:Firm ; skos:prefLabel "{escaped}" ; cg:remark "{escaped}" .
ex:c a cg:Firm ; skos:prefLabel "乙"@zh-Hant , "{escaped}" .
ex:claim a cg:Claim ; rdf:subject ex:a ; rdf:predicate cg:supports ; rdf:object ex:b ; cg:purpose "{escaped}" ;
    cg:status cg:planned ; cg:basis cg:stated ; cg:evidence ex:passage .
ex:passage a cg:Passage ; oa:hasSource ex:source ; cg:phrase "{escaped}" .
""",
    )


@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_labels_command_no_terminal_and_come_through_json_as_they_are(tmp_path: Path, label: str) -> None:
    file = hostile(tmp_path, label)
    select = "SELECT ?o { <https://example.org/b> skos:prefLabel ?o }"
    construct = "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }"
    for arguments in (["neighbors", "甲"], ["claims", "--all"], ["query", select], ["query", construct]):
        assert not controls(answer("--from", file, *arguments).replace("\t", "")), arguments
    near = json_text("--from", file, "neighbors", "甲")["neighbors"][0]
    assert (near["label"], near["evidence"][0]["phrase"], near["qualifiers"]["purpose"]) == (label, label, label)
    assert json_text("--from", file, "query", select)["results"]["bindings"][0]["o"]["value"] == label
    refusal(citygraph("--from", file, "neighbors", label))  # two things are called so


def test_what_validate_finds_commands_no_terminal(tmp_path: Path) -> None:
    done = citygraph("--from", hostile(tmp_path, "".join(LABELS.values())), "validate")
    assert done.status == 1
    assert not controls(done.out + done.err)


def json_text(*arguments: str) -> Any:
    text = answer(*arguments, "--format", "json")
    assert not controls(text)
    return json.loads(text)


@pytest.mark.parametrize(("engine", "case"), engines(LABELS.values()))
def test_labels_come_through_turtle_as_they_are(tmp_path: Path, engine: str, case: str) -> None:
    file = hostile(tmp_path, case)
    text = "CONSTRUCT { <https://example.org/b> skos:prefLabel ?o } WHERE { <https://example.org/b> skos:prefLabel ?o }"
    written = answer("--engine", engine, "--from", file, "query", text)
    assert not controls(written.replace("\t", ""))
    assert [str(o) for o in rdflib.Graph().parse(data=written, format="turtle").objects()] == [case]


def terminal(*arguments: str, wide: int = 80, status: int = 0, **changes: str | None) -> str:
    """What the command prints at a terminal of `wide` columns."""
    found, printed = at_terminal(*arguments, wide=wide, cwd=None, **changes)
    assert found == status
    return printed


ANSI = r"\x1b\[[0-9;]*m"


@pytest.mark.parametrize("arguments", [["neighbors", "太原"], ["claims", "--all"]], ids=" ".join)
def test_colour_is_for_terminals_that_want_it(arguments: list[str]) -> None:
    coloured = terminal(*arguments)
    assert re.search(ANSI, coloured)
    assert re.sub(ANSI, "", coloured) == answer(*arguments)
    assert terminal(*arguments, NO_COLOR="1") == answer(*arguments)
    assert terminal(*arguments, TERM="dumb") == answer(*arguments)
    assert "\x1b" not in answer(*arguments, env=environment(TERM="xterm-256color"))


def test_an_error_is_told_by_its_word_and_at_a_terminal_by_colour(capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["find", "太鋼", "--kind", "Nothing"]
    plain = refusal(inside(capfd, *arguments))
    coloured = terminal(*arguments, status=1)
    assert coloured == "\x1b[31mError:\x1b[0m" + plain.removeprefix("Error:")
    assert terminal(*arguments, status=1, TERM="dumb") == plain


def test_json_is_never_coloured() -> None:
    assert terminal("neighbors", "太鋼", "--format", "json") == answer("neighbors", "太鋼", "--format", "json")


@pytest.mark.parametrize("wide", [40, 100])
def test_text_is_laid_out_for_the_terminal_it_is_shown_at(wide: int) -> None:
    lines = re.sub(ANSI, "", terminal("neighbors", "太原", wide=wide)).splitlines()
    assert max(map(columns, lines)) <= wide


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wide", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(wide: int, language: str) -> None:
    for arguments in (["neighbors", "太原"], ["neighbors", "陽曲工業園區", "--hops", "2"], ["claims", "--all"]):
        lines = answer("--lang", language, *arguments, env=environment(COLUMNS=str(wide))).splitlines()
        assert [line for line in lines if columns(line) > wide] == []


@pytest.mark.parametrize("wide", ["0", "-1", "7", "", "many", "²", "9" * 5_000])
def test_an_absurd_width_is_no_fault(wide: str) -> None:
    lines = answer("neighbors", "太鋼", env=environment(COLUMNS=wide)).splitlines()
    assert max(map(columns, lines)) <= 120
