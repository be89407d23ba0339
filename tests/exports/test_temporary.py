"""The folder for temporary files: it goes away, and its errors name it and not the file that was asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cityGraph.exports.temporary import temporary_folder
from support.process import refusal, shell


def test_the_folder_goes_away_with_what_is_in_it() -> None:
    with temporary_folder() as folder:
        Path(folder, "a").write_text("a", "utf-8")
    assert not os.path.exists(folder)


def test_an_error_in_it_names_the_variable() -> None:
    with pytest.raises(OSError, match=r"No such file .* TMPDIR"), temporary_folder() as folder:
        Path(folder, "nothing").read_bytes()


def test_a_workbook_without_room_for_temporary_files_names_both_places(tmp_path: Path) -> None:
    bare = dict.fromkeys((name for name in os.environ if name.startswith("COV")), None)
    # What a full disk is to a program: no file may grow beyond 64 KiB.
    done = shell(f"ulimit -f 64; exec $citygraph export -o {tmp_path}/city.xlsx", env={**bare, "TMPDIR": str(tmp_path)})
    told = refusal(done)
    assert told.startswith(f"Error: Cannot write {tmp_path}/city.xlsx: File too large in {tmp_path}, ")
    assert "TMPDIR" in told
    assert os.listdir(tmp_path) == []
