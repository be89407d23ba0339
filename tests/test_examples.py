"""The small cities in `examples`: their sheets build what stands beside them, all is proved, and no quote is long."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

import cityGraph as cg
from support.paths import ROOT

EXAMPLES = ROOT / "examples"
FOLDERS = sorted(folder for folder in EXAMPLES.iterdir() if folder.is_dir())
LONGEST = 24  # characters of a quote
CITIES = {"detroit": "en", "suzhou": "zh-Hans"}

each_city = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_one_city_is_told_by_a_chinese_text_and_one_by_an_english_one() -> None:
    assert {folder.name: rows(folder, "sources")[0]["language"] for folder in FOLDERS} == CITIES


@each_city
def test_the_sheets_build_the_graph_beside_them_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / folder.name)
    (copy / "city.ttl").unlink()
    answer = cg.build(copy)
    assert answer.refused == ()
    assert 20 <= len(answer.proved) <= 40
    assert (copy / "city.ttl").read_bytes() == (folder / "city.ttl").read_bytes()


@each_city
def test_another_text_than_that_of_the_source_is_refused(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / folder.name)
    (source,) = rows(folder, "sources")
    (copy / "texts").mkdir()
    (copy / "texts" / source["file"]).write_text(f"{source['title']}\n\nAnother text.\n", "utf-8")
    answer = cg.build(copy, check=True)
    assert not answer.proved
    assert (answer.refused[0].table, answer.refused[0].column) == ("sources.csv", "hash")


@each_city
def test_the_graph_keeps_its_rules_and_each_claim_is_proved(folder: Path) -> None:
    city = cg.open(folder / "city.ttl")
    report, many = cg.validate(city), len(rows(folder, "claims"))
    assert (report.findings, report.claims) == ((), many)
    assert report.degrees == {"text": many, "quotes": 0, "citation": 0, "none": 0}
    found = cg.claims(city).claims
    assert found
    assert {claim.proof for claim in found} <= {"text", "quotes"}
    assert all(claim.positions for claim in found)


@each_city
def test_no_quote_is_long_and_each_source_says_where_it_is(folder: Path) -> None:
    quotes = [row["quote"] for row in rows(folder, "claims")]
    city = cg.open(folder / "city.ttl")
    phrases = [passage.phrase for claim in cg.claims(city).claims for passage in claim.evidence]
    assert sorted(phrases) == sorted(quotes)
    assert all(0 < len(quote) <= LONGEST for quote in quotes), max(quotes, key=len)
    for source in rows(folder, "sources"):
        assert all(source[column] for column in ("title", "publisher", "url", "language", "hash", "file"))
        assert source["url"] in (EXAMPLES / "README.md").read_text("utf-8")
        assert source["title"] in (EXAMPLES / "README.md").read_text("utf-8")


def test_no_text_of_a_source_is_shipped() -> None:
    kinds = {file.suffix for file in EXAMPLES.rglob("*") if file.is_file()}
    assert kinds == {".csv", ".toml", ".ttl", ".md"}
    assert not list(EXAMPLES.rglob("texts"))


def test_the_two_stand_side_by_side() -> None:
    found = cg.compare(cg.open(FOLDERS[0]), beside=cg.open(FOLDERS[1]))
    assert (found.first.city.label, found.second.city.label) == ("底特律", "蘇州")
    assert (found.first.claims, found.second.claims) == tuple(len(rows(folder, "claims")) for folder in FOLDERS)
    assert {row.topic.label for row in found.part("things")} >= {"無人機技術", "新能源"}


def test_what_is_aimed_for_is_a_target_and_what_is_due_is_in_the_timeline() -> None:
    detroit, suzhou = (cg.open(folder / "city.ttl", language="en") for folder in FOLDERS)
    jobs = next(target for target in cg.targets(detroit) if target.values[0].object_text == "45 jobs")
    assert (jobs.subjects[0].label, jobs.main_claim.status) == ("EcoG's U.S. headquarters", "planned")
    assert ("2011-09", "planned") in {(moment.date, moment.claim.status) for moment in cg.timeline(suzhou)}
