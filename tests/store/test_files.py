"""Files of any RDF format, packed, in folders."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.store.files import files_of, read
from support.samples import CONTENTS, ONE


@pytest.mark.parametrize("suffix", CONTENTS)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_every_format_is_read_by_its_suffix_packed_or_not(
    tmp_path: Path, engine: str, suffix: str, packed: bool
) -> None:
    content = CONTENTS[suffix].encode()
    file = tmp_path / f"a{suffix.upper()}{'.gz' if packed else ''}"
    file.write_bytes(gzip.compress(content) if packed else content)
    assert cg.resolve(cg.open(file, engine=engine), "甲").iri == "urn:a"


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
    with pytest.raises(cg.BadData, match=r"no RDF file in this folder\. Known suffixes: \.ttl"):
        cg.open(tmp_path)


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
            with pytest.raises(cg.BadData, match="not a file or a folder"):
                cg.open(file)


# The peak of this process alone: that of `getrusage` begins with the peak of the process that started it.
MEASURED = """
import re, sys
from pathlib import Path
import cityGraph as cg
try:
    cg.open(sys.argv[1])
except cg.BadData as refused:
    print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024, refused)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell the peak of a process")
def test_a_gzip_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.nt.gz"
    with gzip.open(bomb, "wb") as stream:
        for _ in range(400):
            stream.write(ONE.encode() * 30_000)
    assert bomb.stat().st_size < 10_000_000
    done = subprocess.run([sys.executable, "-c", MEASURED, bomb], capture_output=True, text=True, check=True)
    megabytes, _, told = done.stdout.partition(" ")
    assert int(megabytes) < 200
    assert "more than 200 times larger than the gzip file" in told
    assert "unpack it first" in told


def test_a_file_that_is_packed_well_is_no_bomb(tmp_path: Path) -> None:
    varied = "".join(f'<urn:{n}> <http://www.w3.org/2000/01/rdf-schema#label> "{n * 7919}" .\n' for n in range(20_000))
    content = varied.encode() * 30
    assert len(content) > 1 << 25
    packed = gzip.compress(content, 1)
    assert 5 < len(content) / len(packed) < 200
    (tmp_path / "a.nt.gz").write_bytes(packed)
    assert read(str(tmp_path / "a.nt.gz")) == content


def test_a_file_packed_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.nt.gz").write_bytes(gzip.compress(gzip.compress(ONE.encode())))
    with pytest.raises(cg.BadData, match=r"packed by gzip twice\. Unpack it once\."):
        cg.open(tmp_path / "a.nt.gz")


def test_every_character_of_ascii_but_those_of_the_syntax_is_read(tmp_path: Path, engine: str) -> None:
    strange = "".join(map(chr, (*range(10), 11, 12, *range(14, 34), *range(35, 92), *range(93, 128))))
    (tmp_path / "a.nt").write_bytes(f'<urn:a> <urn:b> "{strange}" .\n'.encode())
    ((found,),) = cg.query(cg.open(tmp_path / "a.nt", engine=engine), "SELECT ?o { <urn:a> <urn:b> ?o }").rows
    assert found is not None
    assert found.value == strange


@pytest.mark.parametrize("content", [ONE.encode("utf-16-le"), b"\x7fELF\0\0\0\0\0\0\0\0", b"\0\xff" + ONE.encode()])
def test_what_is_no_text_is_refused_for_that_reason(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.nt").write_bytes(content)
    with pytest.raises(cg.BadData, match="not UTF-8"):
        cg.open(tmp_path / "a.nt")
