"""A file is written in full or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cityGraph.store.whole_file import write_file


def broken() -> Iterator[bytes]:
    yield b"half"
    raise OSError(28, "No space left on device")


def test_a_file_that_cannot_be_finished_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_bytes(b"whole")
    with pytest.raises(OSError, match="No space left"):
        write_file(str(file), broken())
    assert file.read_bytes() == b"whole"
    assert os.listdir(tmp_path) == ["a.ttl"]


def test_a_new_file_that_cannot_be_finished_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        write_file(str(tmp_path / "a.ttl"), broken())
    assert not os.listdir(tmp_path)


def test_a_link_is_followed_and_permissions_are_kept(tmp_path: Path) -> None:
    file, link = tmp_path / "a.ttl", tmp_path / "b.ttl"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_file(str(link), [b"n", b"ew"])
    assert (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink()) == (b"new", 0o640, True)
