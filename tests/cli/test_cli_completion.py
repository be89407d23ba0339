"""Names completed in bash, zsh and fish."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given

from cityGraph.cli.completion import split_line
from support.process import COMMAND, answer, data, environment
from support.samples import turtle
from support.strange import ANY, quick

NAMES = """ex:a a cg:Firm ; skos:prefLabel "晉能 控股"@zh-Hant , "Jin's \\"Power\\" & Co: $HOME, `x`!"@en .
ex:b a cg:Firm ; skos:prefLabel "晉西"@zh-Hant , "JinXi;|<>*?"@en ; skos:altLabel "Jìnxī"@zh-Latn-pinyin .
ex:c a cg:Firm ; skos:prefLabel "晉\\u001B[31m"@zh-Hant . ex:d a cg:Firm ; skos:prefLabel "--晉"@zh-Hant .
"""


def bash(line: str, **env: str) -> list[str]:
    """What bash is told that the last word of `line` may become."""
    script = """
    PATH="$folder:$PATH"
    eval "$(_CITYGRAPH_COMPLETE=bash_source citygraph)"
    COMP_LINE="$line" COMP_POINT=${#line}
    _citygraph_completion citygraph
    for each in "${COMPREPLY[@]}"; do printf '%s\\n' "$each"; done
    """
    more = {"line": line, "folder": os.path.dirname(COMMAND), "LC_ALL": "C.UTF-8", **env}
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=environment(**more), check=True)
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


def test_bash_completes_names_in_any_script() -> None:
    assert "太鋼" in bash("citygraph neighbors 太")
    assert bash("citygraph show 太钢不") == ["太钢不锈上市"]
    assert bash("citygraph claims baix") == ["百信"]
    assert bash("citygraph --lang en paths 太鋼 Yangqu\\ C") == ["Yangqu\\ County"]
    assert bash("citygraph --lang en neighbors 'Yangqu C") == ["Yangqu County"]
    assert bash("citygraph show zzzz") == []
    assert bash("citygraph show ")
    assert bash("citygraph sho") == ["show"]


def test_completion_asks_the_graph_that_is_named_before_the_verb(tmp_path: Path) -> None:
    file = turtle(tmp_path, NAMES)
    assert bash(f"citygraph --from {file} show 晉") == ["晉西", "晉能\\ 控股"]
    assert bash("citygraph show 晉西", CITYGRAPH_FROM=file) == ["晉西"]
    assert bash(f"citygraph --engine rdflib --from {file} show jin") == ["晉西", "晉能\\ 控股"]
    assert bash(f"citygraph --from {tmp_path}/nothing.ttl show 晉") == []


def test_completion_knows_options_on_both_sides_of_the_verb(tmp_path: Path) -> None:
    file = turtle(tmp_path, NAMES)
    assert bash(f"citygraph show --from {file} 晉西") == ["晉西"]
    assert bash(f"citygraph --format json --kind Firm neighbors --from {file} 晉西") == ["晉西"]
    assert bash(f"citygraph --from {file} show --format json --lang en 晉西") == ["晉西"]
    assert bash("citygraph find 太鋼 --la") == ["--lang"]
    assert bash("citygraph find --lang zh-") == ["zh-Hant", "zh-Hans"]
    assert bash("citygraph --lang zh-") == ["zh-Hant", "zh-Hans"]
    assert bash("citygraph --format json fin") == ["find"]


@pytest.mark.parametrize("begun", ["Jin", "'Jin", '"Jin', "Jin\\'s", "'Jin'\\''s"])
def test_what_bash_inserts_is_one_word_and_the_name(tmp_path: Path, begun: str) -> None:
    file = turtle(tmp_path, NAMES)
    quote = begun[0] if begun[0] in "'\"" else ""
    for inserted in bash(f"citygraph --lang en --from {file} show {begun}"):
        done = subprocess.run(
            ["bash", "-c", f"printf '%s\\n' {quote}{inserted}{quote}"], capture_output=True, text=True, check=True
        )
        assert data("--lang", "en", "--from", file, "show", done.stdout.removesuffix("\n"))["kind"] == "Firm"


def test_a_name_with_a_colon_is_completed_from_the_colon_on(tmp_path: Path) -> None:
    file = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "太原:北站"@zh-Hant .')
    assert bash(f"citygraph --from {file} show 太原") == ["太原:北站"]
    assert bash(f"citygraph --from {file} show 太原:") == ["北站"]


def complete(shell: str, **env: str) -> str:
    return answer(env=environment(_CITYGRAPH_COMPLETE=f"{shell}_complete", **env))


def test_no_server_is_asked_at_each_stroke_of_a_key() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        words = f"citygraph --from http://127.0.0.1:{server.getsockname()[1]}/query neighbors 太"
        assert complete("fish", COMP_WORDS=words, COMP_CWORD="太").strip() == ""
        with pytest.raises(BlockingIOError):  # nobody has knocked
            server.accept()


def test_zsh_and_fish_get_names_with_their_kinds(tmp_path: Path) -> None:
    assert "plain\n太鋼\n企業\n" in complete("zsh", COMP_WORDS="citygraph neighbors 太", COMP_CWORD="2")
    assert "plain,太鋼\t企業\n" in complete("fish", COMP_WORDS="citygraph neighbors 太", COMP_CWORD="太")
    # fish keeps only what begins as typed
    assert "plain,Taigang\t太鋼 企業\n" in complete("fish", COMP_WORDS="citygraph show Taig", COMP_CWORD="Taig")
    file = turtle(tmp_path, 'ex:a a cg:Firm ; skos:prefLabel "Iron, Steel & Co."@en .')
    words = f"citygraph --from {file} --lang en show Iron"
    assert complete("fish", COMP_WORDS=words, COMP_CWORD="Iron").startswith("plain,Iron, Steel & Co.\t")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_switched_on_by_what_the_help_says(shell: str) -> None:
    assert f"_CITYGRAPH_COMPLETE={shell}_source citygraph" in answer("--help")
    script = answer(env=environment(_CITYGRAPH_COMPLETE=f"{shell}_source"))
    assert f"_CITYGRAPH_COMPLETE={shell}_complete" in script
    if shell == "fish":
        assert "string split -m 1" in script
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=script.encode(), check=True)


@quick
@given(ANY)
@example("citygraph show 'a")
@example('citygraph show "a\\')
def test_the_words_of_any_line_are_parted(line: str) -> None:
    words, raw, quote = split_line(line)
    assert words
    assert line.endswith(raw)
    assert quote in ("", "'", '"')
