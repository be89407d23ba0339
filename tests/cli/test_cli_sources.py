"""What --from reads: files, a folder and standard input, good and bad."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from support.process import ENGINES, Done, citygraph, data, engines, refusal
from support.samples import CONTENTS, ONE, PREFIXES, turtle

GOOD = PREFIXES + 'ex:a a cg:Firm ;\n    skos:prefLabel "甲鋼"@zh-Hant .\n'


@pytest.mark.parametrize(
    ("engine", "case"),
    engines(
        [
            ("binary.ttl", b"\x7fELF\x02\x01\x00\xff\xfe\xfd" * 40, "binary.ttl:1: not UTF-8"),
            ("gbk.ttl", GOOD.encode("gbk"), "gbk.ttl:7: not UTF-8 (it may be GBK)"),
            ("utf16.ttl", GOOD.encode("utf-16"), "utf16.ttl:1: not UTF-8 (it looks like UTF-16)"),
            ("cut.ttl", GOOD.encode()[:-9], "cut.ttl"),
            ("wrong.ttl", (GOOD + "ex:a ex:b ex:c ex:d .\n").encode(), "wrong.ttl:8: not valid RDF"),
            ("undeclared.ttl", (GOOD + "no:a no:b no:c .\n").encode(), "undeclared.ttl:8: not valid RDF"),
            ("words.ttl", "太鋼支持太原。\n".encode(), "words.ttl:1: not valid RDF"),
            ("wrong.nt", b"<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b>\n", "wrong.nt"),
            ("cut.rdf", b'<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="urn:x">\n<a', "cut.rdf"),
            ("a.foo", "太鋼支持太原。\n".encode(), "a.foo: not RDF by its suffix or its content"),
            ("a", b"<!doctype html><p>", "a: not RDF by its suffix or its content"),
        ]
    ),
)
def test_bad_data_is_refused_with_its_file_and_line(tmp_path: Path, engine: str, case: tuple[str, bytes, str]) -> None:
    name, content, says = case
    (tmp_path / name).write_bytes(content)
    done = citygraph("--engine", engine, "--from", name, "neighbors", "甲鋼", cwd=tmp_path)
    assert says in refusal(done)


def test_of_turtle_that_ends_too_early_the_line_is_told(tmp_path: Path) -> None:
    (tmp_path / "cut.ttl").write_bytes(GOOD.encode()[:-12])
    assert "cut.ttl:7: " in refusal(citygraph("--from", "cut.ttl", "neighbors", "甲鋼", cwd=tmp_path))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nothing.ttl", "nothing.ttl: No such file"),
        ("folder.ttl", "folder.ttl: no RDF file in this folder"),
        ("folder", "folder: no RDF file in this folder"),
        ("", "No such file"),
        ("長" * 300 + ".ttl", "File name too long"),
        ("a\nb\x1b[31m.ttl", "No such file"),
    ],
    ids=["missing", "a folder", "a folder without suffix", "empty", "too long", "control characters"],
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "folder.ttl").mkdir()
    (tmp_path / "folder").mkdir()
    assert says in refusal_of_long(citygraph("--from", name, "claims", "--all", cwd=tmp_path))


def refusal_of_long(done: Done) -> str:
    """As `refusal`, of a line that repeats what was asked however long it is."""
    return refusal(Done(done.status, done.out, re.sub("長{9,}", "長…", done.err)))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), GOOD.encode() + b"# no newline"]
)
def test_a_byte_order_mark_and_the_line_ends_of_windows_are_no_fault(
    tmp_path: Path, content: bytes, engine: str
) -> None:
    (tmp_path / "a.ttl").write_bytes(content)
    assert data("--engine", engine, "--from", "a.ttl", "neighbors", "甲鋼", cwd=tmp_path)["neighbors"] == []


@pytest.mark.parametrize(
    ("engine", "content"),
    [("oxigraph", b""), ("oxigraph", b"\n\n"), ("oxigraph", b"# only a remark\n"), ("rdflib", b"\xef\xbb\xbf")],
)
def test_an_empty_file_is_an_empty_graph(tmp_path: Path, content: bytes, engine: str) -> None:
    (tmp_path / "a.ttl").write_bytes(content)
    ask = ("--engine", engine, "--from", "a.ttl")
    assert data(*ask, "claims", "--all", cwd=tmp_path)["claims"] == []
    assert "Nothing in this graph is called" in refusal(citygraph(*ask, "neighbors", "太鋼", cwd=tmp_path))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_value_that_is_not_of_its_datatype_is_kept_and_said_once(tmp_path: Path, engine: str) -> None:
    date = "<http://www.w3.org/2001/XMLSchema#date>"
    labels = "; <http://www.w3.org/2000/01/rdf-schema#label>"
    file = turtle(tmp_path, f'ex:a ex:when "next year"^^{date} , "soon"^^{date} , "2025-03-27"^^{date} {labels} "a" .')
    select = "SELECT ?when { ?s <https://example.org/when> ?when }"
    found = data("--engine", engine, "--from", file, "query", select)
    assert {"next year", "soon"} < {row["when"]["value"] for row in found["results"]["bindings"]}
    told = citygraph("--engine", engine, "--from", file, "claims", "a")
    assert told.status == 0
    assert "next year" in told.out
    assert "soon" in told.out
    assert told.err.count("is not a valid date. Such values are shown as they are.") == told.err.count("\n") == 1


def said(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> tuple[int, str, str]:
    """Exit status and what the command prints."""
    return citygraph(*arguments, stdin=stdin, cwd=cwd)


@pytest.mark.parametrize("suffix", CONTENTS)
def test_standard_input_is_read_by_its_content(suffix: str) -> None:
    status, out, err = said("--from", "-", "neighbors", "甲", stdin=CONTENTS[suffix].encode())
    assert (status, err) == (0, "")
    assert out.startswith("甲")


def test_what_a_folder_leaves_out_is_said_beside_the_answer(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(ONE, "utf-8")
    (tmp_path / "b.txt").write_text("no RDF", "utf-8")
    status, out, err = said("--from", str(tmp_path), "neighbors", "甲")
    assert (status, err) == (0, "Note: 1 file is not RDF and was left out: b.txt\n")
    assert out.startswith("甲")


def test_an_endless_pipe_is_refused_at_its_start() -> None:
    command = [sys.executable, "-c", "from cityGraph.cli.command import run; run()", "--from", "-", "about"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def feed() -> None:
        assert process.stdin is not None
        with suppress(OSError), process.stdin as stream:
            while True:
                stream.write(bytes(1 << 16))

    feeding = threading.Thread(target=feed, daemon=True)
    feeding.start()
    assert process.wait(60) == 1
    assert process.stdout is not None
    assert process.stderr is not None
    err = process.stderr.read().decode()
    assert err.startswith("Error: -:1: not UTF-8 (it looks binary")
    feeding.join(60)
    for stream in (process.stdout, process.stderr):
        stream.close()


def test_ctrl_c_ends_waiting_for_what_comes_in() -> None:
    command = [sys.executable, "-c", "from cityGraph.cli.command import run; run()", "--from", "-", "about"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdin is not None
        # More than a pipe holds: once it is written, the command reads.
        process.stdin.write(ONE.encode() * 20_000)
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 130
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")
