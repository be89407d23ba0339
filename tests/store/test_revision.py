"""A file as it was in a revision of its Git repository."""

from __future__ import annotations

import gzip
import os
import subprocess
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.store import revision
from cityGraph.store.files import read_rdf_file
from cityGraph.store.revision import in_revision
from support.versions import repository


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    repository(tmp_path)
    return tmp_path


def test_a_revision_is_what_git_calls_one(folder: Path) -> None:
    old = subprocess.run(["git", "show", "HEAD~1:city.ttl"], capture_output=True, check=True).stdout
    assert in_revision("city.ttl@HEAD~1") == ("city.ttl", old)
    hashed = subprocess.run(["git", "rev-parse", "HEAD~1"], capture_output=True, check=True, text=True).stdout.strip()
    assert {
        in_revision(f"{name}@{which}")[1]
        for name in ("city.ttl", f"{folder}/city.ttl")
        for which in (hashed, "HEAD@{1}")
    } == {old}
    assert len(cg.diff(cg.open("city.ttl@HEAD~1"), cg.open("city.ttl@HEAD"))) == 18
    assert cg.open("city.ttl@HEAD~1").sources == ("city.ttl@HEAD~1",)


def test_a_file_that_is_gone_by_now_is_still_in_its_revision(folder: Path) -> None:
    (folder / "city.ttl").unlink()
    assert in_revision("city.ttl@HEAD")[1]


def test_relative_addresses_in_a_file_do_not_depend_on_its_revision(folder: Path) -> None:
    assert read_rdf_file("city.ttl@HEAD").base == read_rdf_file("city.ttl").base


def test_a_file_whose_own_name_has_an_at_sign_wins(folder: Path) -> None:
    (folder / "city.ttl@HEAD").write_text("<urn:a> <urn:b> <urn:c> .", "utf-8")
    (folder / "me@home.ttl").write_text("<urn:a> <urn:b> <urn:c> .", "utf-8")
    assert in_revision("city.ttl@HEAD") == ("city.ttl@HEAD", None)
    assert in_revision("me@home.ttl") == ("me@home.ttl", None)
    subprocess.run(["git", "add", "me@home.ttl"], check=True)
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "B"], check=True)
    assert in_revision("me@home.ttl@HEAD") == ("me@home.ttl", b"<urn:a> <urn:b> <urn:c> .")


def test_a_packed_file_is_unpacked(folder: Path) -> None:
    (folder / "city.ttl.gz").write_bytes(gzip.compress(b"<urn:a> <urn:b> <urn:c> ."))
    subprocess.run(["git", "add", "city.ttl.gz"], check=True)
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "B"], check=True)
    assert in_revision("city.ttl.gz@HEAD")[1] == b"<urn:a> <urn:b> <urn:c> ."


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("city.ttl@nowhere", "no such revision: nowhere. List them with: git log --oneline"),
        ("city.ttl@--all", "no such revision: --all."),
        ("city.ttl@-h", "no such revision: -h."),
        ("city.ttl@$(touch x)", "no such revision: "),
        ("other.ttl@HEAD", "there is no file other.ttl in HEAD."),
        ("city.ttl@HEAD:city.ttl", "no such revision: HEAD:city.ttl."),
        (".@HEAD", ". is a folder. Only a file can be read in a revision."),
        ("none/city.ttl@HEAD", "there is no folder none."),
        ("me@home.txt", "No such file or directory"),
    ],
)
def test_what_is_not_there_is_one_line(folder: Path, source: str, problem: str) -> None:
    with pytest.raises(cg.BadData) as refused:
        cg.open(source)
    assert str(refused.value).startswith(f"{source}: {problem}")
    assert "\n" not in str(refused.value)
    assert [each.name for each in folder.iterdir() if each.name != ".git"] == ["city.ttl"]


def test_a_file_outside_a_repository_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "city.ttl").write_text("", "utf-8")
    with pytest.raises(cg.BadData, match="the file is in no Git repository"):
        cg.open(tmp_path / "city.ttl@HEAD")


def test_a_machine_without_git_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(cg.BadData, match="Git is not installed"):
        cg.open("city.ttl@HEAD")


def test_what_git_refuses_for_a_reason_of_its_own_is_in_its_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "_said", lambda *_: (False, "detected dubious ownership in repository"))
    with pytest.raises(cg.BadData, match="Git says: detected dubious ownership"):
        cg.open("city.ttl@nowhere")


def test_reading_a_revision_writes_nothing(folder: Path) -> None:
    def state() -> dict[str, int]:
        return {str(path): os.stat(path).st_mtime_ns for path in folder.rglob("*")}

    before = state()
    in_revision("city.ttl@HEAD~1")
    assert state() == before
