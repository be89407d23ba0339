"""The command new: what it prints and writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.process import LANGUAGES, answer, citygraph, data, environment, refusal

NEWS = "Mill opens\n\nDETROIT, June 9, 2021 — Firm A is located in the city of Detroit.\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_what_it_wrote_and_three_commands_of_which_the_first_passes(tmp_path: Path, language: str) -> None:
    folder = str(tmp_path / "my 城市")
    out = answer("--lang", language, "new", folder, "--city", "乙市")
    assert "things.csv" in out
    commands = [line.strip() for line in out.splitlines() if line.startswith("  citygraph ")]
    assert [command.split()[3] for command in commands] == ["build", "build", "about"]
    assert f'"{folder}" --check' in commands[0]
    assert citygraph("build", folder, "--check").status == 0


def test_a_text_comes_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    answer("new", str(tmp_path / "a"), "--city", "Detroit", "--text", str(tmp_path / "news.txt"))
    out = answer("--lang", "en", "new", str(tmp_path / "b"), "--city", "Detroit", "--text", "-", stdin=NEWS.encode())
    assert (tmp_path / "a" / "texts" / "news.txt").read_text("utf-8") == NEWS
    assert (tmp_path / "b" / "texts" / "text.txt").read_text("utf-8") == NEWS
    assert "2021-06-09" in (tmp_path / "b" / "sources.csv").read_text("utf-8-sig")
    assert "citygraph --lang en suggest" in out
    assert citygraph("build", str(tmp_path / "b"), "--check").status == 0


def test_another_encoding_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_bytes("乙市新闻\n\n甲公司位于乙市。".encode("gb18030"))
    done = citygraph("new", str(tmp_path / "b"), "--city", "乙市", "--text", str(tmp_path / "news.txt"))
    assert (done.status, done.err) == (0, "Note: news.txt: read as GBK, written as UTF-8.\n")


def test_json_lists_the_files_and_the_next_commands(tmp_path: Path) -> None:
    made = data("new", str(tmp_path / "b"), "--city", "Detroit", "--xlsx")
    assert (made["id"], made["files"]) == ("detroit", ["README.md", "city.xlsx", "texts/example.txt"])
    assert len(made["next"]) == 3


def test_bad_input_is_one_line(tmp_path: Path) -> None:
    folder = str(tmp_path / "b")
    assert "Missing option '--city'" in refusal(citygraph("new", folder), 2)
    assert "Missing argument 'FOLDER'" in refusal(citygraph("new", "--city", "Detroit"), 2)
    assert "The name of the city is empty" in refusal(citygraph("new", folder, "--city", " "))
    assert "'！' is no name" in refusal(citygraph("new", folder, "--city", "！"))
    assert "Make that folder first" in refusal(citygraph("new", f"{folder}/c", "--city", "Detroit"))
    assert "No such file" in refusal(citygraph("new", folder, "--city", "Detroit", "--text", f"{folder}.txt"))
    done = citygraph("new", folder, "--city", "Detroit", "--text", "-", stdin=b"\x00\xff\x00")
    assert "standard input: it is not plain text" in refusal(done)
    done = citygraph("new", folder, "--city", "Detroit", "--text", "-", stdin=b"")
    assert "standard input: the text is empty" in refusal(done)
    assert not (tmp_path / "b").exists()


def test_it_reads_no_graph(tmp_path: Path) -> None:
    folder = str(tmp_path / "b")
    assert "Leave --from out" in refusal(citygraph("--from", "x.ttl", "new", folder, "--city", "Detroit"), 2)
    done = citygraph("new", folder, "--city", "Detroit", env=environment(CITYGRAPH_FROM="/none"))
    assert done.status == 0


def test_a_file_that_exists_is_named_and_stays(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("mine", "utf-8")
    assert f"{tmp_path}/claims.csv: it exists" in refusal(citygraph("new", str(tmp_path), "--city", "Detroit"))
    assert (tmp_path / "claims.csv").read_text("utf-8") == "mine"
    assert len(list(tmp_path.iterdir())) == 1
