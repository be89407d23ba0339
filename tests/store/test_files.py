"""Files of any RDF format, packed, in folders, from a pipe; and what is refused in one line, with nothing fetched."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from socket import create_server

import pytest

import cityGraph as cg
from cityGraph.files import FORMATS, files_of, sniffed
from support.samples import CONTENTS, LABEL, ONE

BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
XML = (
    '<?xml version="1.0"?>\n<!DOCTYPE r:RDF [{}]>\n<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<r:Description r:about="urn:a" xmlns:s="http://www.w3.org/2000/01/rdf-schema#"><s:label>{}</s:label>'
    "</r:Description></r:RDF>"
)


@pytest.mark.parametrize("suffix", CONTENTS)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_every_format_is_read_by_its_suffix_packed_or_not(
    tmp_path: Path, engine: str, suffix: str, packed: bool
) -> None:
    content = CONTENTS[suffix].encode()
    file = tmp_path / f"a{suffix.upper()}{'.gz' if packed else ''}"
    file.write_bytes(gzip.compress(content) if packed else content)
    assert cg.resolve(cg.open(file, engine=engine), "甲").iri == "urn:a"


@pytest.mark.parametrize("suffix", CONTENTS)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_without_a_suffix_the_content_says_the_format(tmp_path: Path, suffix: str, packed: bool) -> None:
    content = b"\xef\xbb\xbf" + CONTENTS[suffix].encode()
    file = tmp_path / "data"
    file.write_bytes(gzip.compress(content) if packed else content)
    assert cg.resolve(cg.open(file), "甲").iri == "urn:a"


@pytest.mark.parametrize("suffix", [".nq", ".trig"])
def test_the_graphs_of_a_dataset_are_one(tmp_path: Path, engine: str, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_text(CONTENTS[suffix], "utf-8")
    city = cg.open(tmp_path / f"a{suffix}", engine=engine)
    assert [cg.resolve(city, name).iri for name in "甲乙"] == ["urn:a", "urn:b"]


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><title>a</title>",
        b'{"name": "a package"}',
        b"[1, 2]",
        b"<feed></feed>",
        b"name,value\n1,2\n",
        "太鋼支持太原。".encode(),
    ],
)
def test_what_is_no_rdf_is_not_taken_for_it(tmp_path: Path, content: bytes) -> None:
    assert sniffed(content) is None
    (tmp_path / "data").write_bytes(content)
    with pytest.raises(cg.BadData, match="no RDF format that is known"):
        cg.open(tmp_path / "data")


def test_a_folder_is_read_whole_and_what_is_left_out_is_said(tmp_path: Path, engine: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "a.ttl").write_text(ONE, "utf-8")
    (inner / "b.nt.gz").write_bytes(gzip.compress(ONE.replace("urn:a", "urn:b").replace("甲", "乙").encode()))
    (tmp_path / "notes.md").write_text("no RDF", "utf-8")
    (tmp_path / "package.json").write_text('{"name": "a"}', "utf-8")
    (tmp_path / ".hidden.ttl").write_text("no RDF", "utf-8")
    (inner / "back").symlink_to(tmp_path, target_is_directory=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.ttl")
    city = cg.open(tmp_path, engine=engine)
    assert [cg.resolve(city, name).iri for name in "甲乙"] == ["urn:a", "urn:b"]
    assert [Path(file).name for file in city.sources] == ["a.ttl", "b.nt.gz"]
    (note,) = city.notes
    assert "left out" in note
    assert {"notes.md", "package.json"} <= {Path(file).name for file in files_of([str(tmp_path)])[1]}


def test_a_folder_without_rdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("no RDF", "utf-8")
    with pytest.raises(cg.BadData, match=r"a folder without a file of \.ttl"):
        cg.open(tmp_path)


def said(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> tuple[int, str, str]:
    """Exit status and what is printed, of the command in a process of its own."""
    command = [sys.executable, "-c", "from cityGraph.cli import run; run()", *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("suffix", CONTENTS)
def test_standard_input_is_read_by_its_content(suffix: str) -> None:
    status, out, err = said("--from", "-", "neighbors", "甲", stdin=CONTENTS[suffix].encode())
    assert (status, err) == (0, "")
    assert out.startswith("甲")


def test_what_a_folder_leaves_out_is_said_beside_the_answer(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(ONE, "utf-8")
    (tmp_path / "b.txt").write_text("no RDF", "utf-8")
    status, out, err = said("--from", str(tmp_path), "neighbors", "甲")
    assert (status, err) == (0, "Note: 1 file is no RDF and left out: b.txt\n")
    assert out.startswith("甲")


HOSTILE = {
    "an entity of a file": ("a.rdf", XML.format('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"), "lies elsewhere"),
    "an entity of a server": ("a.rdf", XML.format('<!ENTITY e SYSTEM "{url}">', "&e;"), "lies elsewhere"),
    "parameters": ("a.rdf", XML.format('<!ENTITY % e SYSTEM "{url}"> %e;', "甲"), "lies elsewhere"),
    "a billion laughs": ("a.rdf", XML.format('<!ENTITY e0 "ha">' + BOMB, "&e11;"), "made of entities"),
    "one long entity": ("a.rdf", XML.format(f'<!ENTITY e "{"ha" * 20_000}">', "&e;" * 20_000), "would grow to"),
    "a context elsewhere": ("a.jsonld", '{{"@context": "{url}", "name": "甲"}}', "its context lies elsewhere"),
    "an imported context": ("a.jsonld", '{{"@context": {{"@import": "{url}"}}}}', "its context lies elsewhere"),
    "a context within": ("a.jsonld", '{{"@context": {{"a": {{"@id": "urn:a", "@context": "{url}"}}}}}}', "elsewhere"),
    "deep JSON": ("a.jsonld", '{{"@graph": ' + "[" * 30_000 + "]" * 30_000 + "}}", "nests deeper"),
    "cut JSON": ("a.jsonld", '{{"@id": "urn:a",\n "@type"', "a.jsonld:2: not RDF here"),
    "a web page": ("a.ttl", "<!doctype html>\n<html><body>404</body></html>", "a.ttl:[12]: not RDF here"),
    "an IRI with a space": ("a.nt", '<urn:a b> <urn:b> "c" .', "a.nt"),
    "Turtle cut off": ("a.ttl", "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> \"", "a.ttl:2: not RDF here"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_refused_in_one_line_and_nothing_is_fetched(tmp_path: Path, engine: str, case: str) -> None:
    name, text, says = HOSTILE[case]
    with create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        text = text.replace("{{", "{").replace("}}", "}").replace("{url}", url)
        (tmp_path / name).write_text(text, "utf-8")
        with pytest.raises(cg.BadData, match=says) as refused:
            cg.open(tmp_path / name, engine=engine)
        assert "\n" not in str(refused.value)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_entities_that_only_shorten_names_are_read(tmp_path: Path, engine: str) -> None:
    (tmp_path / "a.owl").write_text(XML.format('<!ENTITY e "甲">', "&e;"), "utf-8")
    assert cg.resolve(cg.open(tmp_path / "a.owl", engine=engine), "甲").iri == "urn:a"


def test_packed_files_that_are_cut_damaged_or_of_nothing_but_zeros_are_refused(tmp_path: Path) -> None:
    packed = gzip.compress(ONE.encode() * 500)
    for name, content, says in (
        ("cut.nt.gz", packed[:-20], "cut off"),
        ("damaged.nt.gz", packed[:30] + b"\xff" * 20 + packed[50:], "damaged"),
        ("zeros.nt.gz", gzip.compress(bytes(1 << 24)), "binary"),
        ("plain.nt.gz", b"\x1f\x8b", "cut off"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(cg.BadData, match=says):
            cg.open(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name on this system")
def test_pipes_and_devices_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ttl")
    for file in (tmp_path / "pipe.ttl", Path("/dev/zero"), Path("/dev/tty")):
        if file.exists():
            with pytest.raises(cg.BadData, match="neither a file nor a folder"):
                cg.open(file)


def test_an_endless_pipe_is_refused_at_its_start() -> None:
    command = [sys.executable, "-c", "from cityGraph.cli import run; run()", "--from", "-", "about"]
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
    command = [sys.executable, "-c", "from cityGraph.cli import run; run()", "--from", "-", "about"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdin is not None
        # More than a pipe holds: once it is written, the command reads.
        process.stdin.write(ONE.encode() * 20_000)
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 130
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")


def test_parts_of_parts_in_a_circle_are_walked_once(tmp_path: Path, engine: str) -> None:
    ring = "".join(
        f'<urn:{n}> <{LABEL}> "環{n}" . <urn:{n}> <http://purl.org/dc/terms/isPartOf> <urn:{(n + 1) % 3}> .\n'
        for n in range(3)
    )
    (tmp_path / "a.nt").write_text(ring.replace(" . <", " .\n<"), "utf-8")
    city = cg.open(tmp_path / "a.nt", engine=engine)
    assert sorted(n.label for n in cg.neighbors(city, "環0", hops=10)) == ["環1", "環2"]
    assert len(cg.paths(city, "環0", "環1", directed=True)[0].hops) == 1


def test_each_suffix_has_its_media_type() -> None:
    assert set(CONTENTS) <= set(FORMATS)
