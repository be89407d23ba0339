"""Every verb answers as it was recorded: in three languages, in each text format, errors included."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.golden import commands, recordings, rerun


@pytest.mark.parametrize("file", recordings(), ids=lambda file: file.stem)
def test_commands_print_what_was_recorded(file: Path) -> None:
    recorded = file.read_text("utf-8")
    assert rerun(recorded) == recorded, f"{file.name}: `make docs` records it again; read the diff"


def test_there_are_recordings_of_every_verb() -> None:
    from cityGraph.cli.command import main

    recorded = [command for file in recordings() for command in commands(file.read_text("utf-8"))]
    assert len(recorded) >= 120
    for verb in main.commands:
        assert any(f" {verb}" in command for command in recorded), verb
