"""Read a file as it was in a revision of its Git repository: ``FILE@REVISION``."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from ..errors import BadData, short
from .files import content_of, media_type

if TYPE_CHECKING:
    from collections.abc import Iterator

# Git asks nothing, fetches nothing, writes nothing, and says why in English.
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def in_revision(source: str) -> tuple[str, bytes | None]:
    """Read a file as it was in a revision of its Git repository, if that is what a source names.

    Args:
        source: The name of a file, with or without ``@`` and a revision as Git takes it: ``HEAD~3``, a tag, a branch, a
            hash. A file whose own name has an ``@`` is that file.

    Returns:
        The name of the file, and its content in the revision: unpacked and without a byte order mark. None if the
        source is a file of today; the name is then `source`.

    Raises:
        BadData: Git is not installed, the file is in no repository, there is no such revision or no such file in it, or
            the file is too large or damaged.

    Examples:
        >>> in_revision("city.ttl"), in_revision("me@example.ttl")
        (('city.ttl', None), ('me@example.ttl', None))
    """
    name, revision = _split(source)
    if not revision:
        return source, None
    with _revision(source, name, revision) as stream:
        return name, content_of(source, stream)


def _split(source: str) -> tuple[str, str]:
    """Split a file from its revision, which is empty if there is none."""
    if os.path.lexists(source):
        return source, ""
    splits = [(source[:at], source[at + 1 :]) for at, mark in enumerate(source) if mark == "@" and at]
    splits = [(name, revision) for name, revision in splits if revision]
    there = [split for split in splits if os.path.exists(split[0])]
    # The file may be gone by now; then its suffix says that it was one.
    return next(iter((*there, *(split for split in splits if media_type(split[0])))), (source, ""))


@contextmanager
def _revision(source: str, file: str, revision: str) -> Iterator[IO[bytes]]:
    """Open a file as it was in a revision. Git reads it; no shell runs, and nothing is written."""
    if os.path.isdir(file):
        raise BadData(source, f"{file} is a folder. Only a file can be read in a revision.")
    folder = os.path.dirname(file) or os.curdir
    if not os.path.isdir(folder):
        raise BadData(source, f"there is no folder {folder}. Name the file from a folder that exists.")
    what = f"{revision}:./{os.path.basename(file)}"
    try:
        git = _git(folder, "cat-file", "blob", "--end-of-options", what)
    except FileNotFoundError:
        raise BadData(source, "Git is not installed, which has the revisions. Install it.") from None
    with git:
        assert git.stdout
        assert git.stderr
        start = git.stdout.peek(1)  # type: ignore[attr-defined]
        if not start and git.wait():
            raise BadData(source, _reason(folder, file, revision))
        try:
            yield git.stdout
        except BaseException:
            git.kill()  # it would wait for ever to write the rest
            raise
        if git.wait():
            raise BadData(source, f"Git says: {_first_line(git.stderr.read())}")


def _git(folder: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        ["git", "-C", folder, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **_QUIET},
    )


def _said(folder: str, *arguments: str) -> tuple[bool, str]:
    """Return whether Git succeeded, and the first line of what it said."""
    with _git(folder, *arguments) as git:
        _, error = git.communicate()
    return not git.returncode, _first_line(error)


def _first_line(error: bytes) -> str:
    return error.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")


def _reason(folder: str, file: str, revision: str) -> str:
    """Say why a file cannot be read in a revision."""
    inside, said = _said(folder, "rev-parse", "--git-dir")
    if not inside:
        return "the file is in no Git repository." if said.startswith("not a git repo") else f"Git says: {said}"
    if not _said(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}")[0]:
        return f"no such revision: {short(revision)}. List them with: git log --oneline"
    return f"there is no file {os.path.basename(file)} in {short(revision)}."
