"""Files of any RDF format, packed, in folders."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.store.files import files_of
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
