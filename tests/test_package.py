"""The package as a stranger gets it: the wheel holds what it needs, and answers from any folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from cityGraph.store.shipped import data_file, ontology_files
from support.paths import ROOT, article


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_wheel_holds_the_city_the_ontology_and_the_queries(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"cityGraph/data/triples.ttl", "cityGraph/ontology/citygraph.ttl", "cityGraph/py.typed"} <= names
    source = ROOT / "src"
    here = {str(file.relative_to(source)) for form in ("*.py", "*.rq", "*.css") for file in source.rglob(form)}
    assert {Path(file).suffix for file in here} == {".py", ".rq", ".css"}
    here |= {f"cityGraph/ontology/hygiene/{file.name}" for file in (ROOT / "ontology" / "hygiene").glob("*.rq")}
    assert here <= names
    assert not {name for name in names if name.startswith(("tests", "benchmarks", "cityGraph/data/taiyuan"))}
    questions = {f"cityGraph/data/questions/{file.name}" for file in (ROOT / "data" / "questions").iterdir()}
    assert questions <= names


def test_the_source_distribution_holds_what_the_tests_need(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {
        "Makefile",
        "LICENSE",
        "CONTRIBUTING.md",
        "tests/conftest.py",
        "tests/support/process.py",
        "data/triples.ttl",
        "data/taiyuan/claims.csv",
        "ontology/README.md",
    } <= names


def test_the_wheel_answers_from_another_folder(dist: Path, tmp_path: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    code = "import cityGraph.cli.command as c, sys; assert 'site' in c.__file__; c.main(['neighbors', '太鋼'])"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "「重點支持太鋼」" in done.stdout


def test_an_editable_install_finds_the_folders_at_the_top() -> None:
    assert Path(data_file()).resolve() == ROOT / "data" / "triples.ttl"
    assert all(Path(file).resolve().parent == ROOT / "ontology" for file in ontology_files())


def test_the_data_holds_no_long_run_of_the_article() -> None:
    real = article()
    if real is None:
        return  # only who has the text can look for it
    letters = re.sub(r"[\W_]+", "", real.read_text("utf-8"))
    runs = {letters[at : at + 25] for at in range(len(letters) - 24)}
    for folder in ("data", "ontology", "docs", "src", "tests"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".ttl", ".md", ".py", ".rq", ".txt", ".csv"):
                body = re.sub(r"[\W_]+", "", file.read_text("utf-8"))
                copied = [body[at : at + 25] for at in range(len(body) - 24) if body[at : at + 25] in runs]
                assert not copied, file
