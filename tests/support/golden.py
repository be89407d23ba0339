"""Recorded commands: what each command printed, in `tests/golden/*.console`.

A recording is a list of blocks. A block is a line ``$ command``, what the command printed on standard output, what it
printed on standard error (each line after ``! ``), the file that it wrote to ``OUT/``, and its exit status if that is
not 0. `make docs` runs the commands again and rewrites the recordings. Read their diff before you commit it.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import tempfile
from pathlib import Path

from support.process import COMMAND, environment, run

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
    kept = {name: value for name, value in environment(COLUMNS="80").items() if not name.startswith("COV")}
    kept["PATH"] = f"{Path(COMMAND).parent}{os.pathsep}{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as out:
        typed = command.replace("OUT/", f"{out}/")
        words = shlex.split(typed)
        # What is one word after another needs no shell.
        unquoted = re.sub(r"'[^']*'", "", typed)
        plain = words[0] == "citygraph" and not set("|&;<>()$`*?[#~!{\n\\") & set(unquoted)
        done = run([COMMAND, *words[1:]] if plain else ["sh", "-c", typed], stdin=b"", cwd=ROOT, env=kept)
        lines = [f"$ {command}", *_shown(done.stdout.replace(out.encode(), b"OUT"))]
        lines += [f"! {line}" for line in _shown(done.stderr.replace(out.encode(), b"OUT"))]
        for file in filter(Path.is_file, sorted(Path(out).iterdir())):
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
