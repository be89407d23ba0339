"""What the command prints by itself: what it is, what is in the graph, five commands, where help is."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.render.welcome import welcome_text
from cityGraph.render.words import WORDS
from support.nouns import check_text
from support.process import LANGUAGES, answer, citygraph, refusal


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_five_commands_stand_in_a_column_or_above_what_they_do(language: str) -> None:
    wide, narrow = (welcome_text("citygraph", None, ["錨鏈廠", "雲泊"], language, columns) for columns in (120, 40))
    commands = WORDS[language]["welcome"]["commands"]
    assert len(commands) == 5
    for verb, what in commands:
        typed = f"  citygraph {verb.format(name='錨鏈廠', other='雲泊')}"
        assert any(line.startswith(typed) and line.endswith(what) for line in wide.splitlines())
        assert typed in narrow.splitlines()
    check_text(narrow, 40)


def test_without_two_names_words_in_capitals_stand_for_them() -> None:
    assert "citygraph paths NAME NAME2" in welcome_text("citygraph", None, ["錨鏈廠"], "en", 80)


def test_a_name_that_a_shell_would_split_is_quoted() -> None:
    shown = welcome_text("citygraph", None, ["Anchor & Chain", "\x1b[31mPort"], "en", 80)
    assert 'citygraph paths "Anchor & Chain" "·[31mPort"' in shown


def test_the_command_alone_welcomes_and_what_it_proposes_works(tmp_path: Path) -> None:
    shown = answer()
    assert shown.startswith(WORDS["zh-Hant"]["welcome"]["title"])
    commands = [line.split("  ")[1].split() for line in shown.splitlines() if line.startswith("  citygraph ")]
    assert [command[1] for command in commands] == ["find", "neighbors", "paths", "targets", "diagram"]
    for _, *arguments in commands:
        assert citygraph(*arguments, cwd=tmp_path).status == 0
    assert [file.name for file in tmp_path.iterdir()] == ["city.svg"]


def test_an_endpoint_is_welcomed_without_being_asked() -> None:
    shown = answer("--from", "http://127.0.0.1:9/", "--lang", "en")
    assert "citygraph --from http://127.0.0.1:9/ --lang en find NAME" in shown
    assert "entities" not in shown


def test_a_file_that_there_is_not_is_refused() -> None:
    assert "No such file" in refusal(citygraph("--from", "/no/such.ttl"))


def test_it_repeats_the_language_and_the_files_that_were_given(tmp_path: Path) -> None:
    file = f"{tmp_path}/my city.ttl"
    with open(file, "w", encoding="utf-8") as out:
        out.write("<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> 'a' .")
    shown = answer("--from", file, "--lang", "en")
    assert f"citygraph --from '{file}' --lang en neighbors NAME" in shown
    assert cg.about(cg.open(file)).claims == 0
    assert "0 claims" in shown
