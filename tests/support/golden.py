"""Recorded commands: what each command printed, in `tests/golden/*.console`.

A recording is a list of blocks. A block is a line ``$ command``, what the command printed on standard output, what it
printed on standard error (each line after ``! ``), the file that it wrote to ``OUT/``, and its exit status if that is
not 0. `make docs` runs the commands again and rewrites the recordings. Read their diff before you commit it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
# A longer answer is recorded by its beginning and its hash.
LINES = 60


def recordings() -> list[Path]:
    """List the recordings, by name."""
    return sorted(GOLDEN.glob("*.console"))


def commands(recording: str) -> list[str]:
    """List the commands of a recording, in order."""
    return [line[2:] for line in recording.splitlines() if line.startswith("$ ")]


def rerun(recording: str) -> str:
    """Return the recording as its commands print it now."""
    return "\n".join(_block(command) for command in commands(recording))


def _block(command: str) -> str:
    bin_folder = Path(sys.executable).parent
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CITYGRAPH_", "NO_COLOR", "COV"))}
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run(
            command.replace("OUT/", f"{out}/"),
            shell=True,
            cwd=ROOT,
            env={**kept, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        lines = [f"$ {command}", *_shown(done.stdout)]
        lines += [f"! {line}" for line in _shown(done.stderr.replace(out.encode(), b"OUT"))]
        for file in sorted(Path(out).iterdir()):
            lines += [f"> {file.name}", *_shown(file.read_bytes())]
    if done.returncode:
        lines.append(f"[exit {done.returncode}]")
    return "\n".join(lines) + "\n"


def _shown(written: bytes) -> list[str]:
    # A carriage return must survive the reading and writing of text files.
    lines = written.decode("utf-8", "backslashreplace").replace("\r", "␍").split("\n")
    if lines[-1] == "":
        lines.pop()
    if len(lines) <= LINES and len(written) < 20_000:
        return lines
    start = [line[:200] for line in lines[: LINES // 4]]
    return [*start, f"[{len(lines)} lines, {len(written)} bytes, sha256 {hashlib.sha256(written).hexdigest()}]"]
