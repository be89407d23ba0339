"""What the proof says of texts that its rules were not tuned on, without help and with the help of a person."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import cityGraph as cg
from support.paths import ROOT
from support.texts import TEXTS, Score, score

FOLDERS = sorted(folder for folder in TEXTS.iterdir() if folder.is_dir())
EXAMPLES = ROOT / "docs" / "proof_examples.tsv"


@pytest.fixture(scope="module", params=[False, True], ids=["unaided", "aided"])
def found(request: pytest.FixtureRequest) -> Score:
    return sum((score(folder, request.param) for folder in FOLDERS), Score())


def test_what_the_texts_do_not_say_is_refused(found: Score) -> None:
    assert found.share("false") >= 0.97, found.wrong
    assert found.share("swap") >= 0.97, found.wrong


def test_most_of_what_the_texts_say_is_accepted(found: Score) -> None:
    assert found.share("true") >= 0.7, found.wrong


def test_help_accepts_more_that_is_true_and_nothing_more_that_is_false() -> None:
    alone, helped = (sum((score(folder, aided) for folder in FOLDERS), Score()) for aided in (False, True))
    assert helped.right["true"] > alone.right["true"]
    assert (helped.right["false"], helped.right["swap"]) == (alone.right["false"], alone.right["swap"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_text_has_true_and_false_claims_with_quotes_that_it_prints(folder: Path) -> None:
    text = (folder / "text.txt").read_text("utf-8")
    for name, least in (("claims", 10), ("false", 15)):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert len(rows) >= least
        for row in rows:
            assert row["quote"] in text, row["quote"]
            assert 0 < len(row["quote"]) <= 40
            assert name == "claims" or row["why"]


def test_the_folder_of_sheets_that_the_pages_show_is_accepted_with_help() -> None:
    answer = cg.build(ROOT / "docs" / "sheets", check=True)
    assert answer.refused == ()
    assert [each.assisted for each in answer.proved] == [False, False, True]


def test_no_example_of_the_page_on_the_proof_stands_twice() -> None:
    with EXAMPLES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {row["truth"] for row in rows} == {"true", "false"}
    said = [tuple(row[column] for column in row if column != "rule") for row in rows]
    assert len(set(said)) == len(said)
