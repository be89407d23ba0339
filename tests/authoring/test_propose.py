"""New claims get positions that the proof accepts; what was set by hand stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.authoring.layout import main
from support.paths import FIXTURE

TEXT = str(FIXTURE / "article.txt")
WHOLE = (FIXTURE / "city.ttl").read_text("utf-8")
POSITIONS = r'    cg:positions "[^"]*" ;\n'
OFFSETS = r" ; oa:start \d+ ; oa:end \d+"


def lay_out(tmp_path: Path, draft: str) -> tuple[int, str]:
    """Return the status of the command with the text, and the file that it leaves behind."""
    file = tmp_path / "city.ttl"
    file.write_text(draft, "utf-8")
    status = main([str(file), "--text", TEXT])
    return status, file.read_text("utf-8")


def without(pattern: str, whole: str = WHOLE) -> str:
    draft = re.sub(pattern, "", whole)
    assert draft != whole
    return draft


def test_positions_that_were_taken_away_are_found_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = lay_out(tmp_path, without(POSITIONS))
    (said,) = capsys.readouterr().out.splitlines()
    report = cg.validate(cg.open(tmp_path / "city.ttl"), text=Path(TEXT).read_text("utf-8"))
    counted = report.claims - report.inferred
    assert (status, report.findings, report.proved) == (0, (), counted)
    taken = len(re.findall("cg:positions", WHOLE))
    assert len(re.findall("cg:positions", found)) == taken
    assert f"positions added to {taken} claims" in said
    assert f"{counted} of {counted} claims of the text proved" in said


@pytest.mark.parametrize("pattern", [OFFSETS, r" ; cg:paragraph \d+" + OFFSETS], ids=["offsets", "paragraph"])
def test_offsets_and_paragraphs_are_found_from_the_quote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pattern: str
) -> None:
    _, found = lay_out(tmp_path, without(pattern))
    # A quote that stands twice is left for a person to place, and named.
    (not_found,) = re.findall(r"(\d+) quotes? not found once", capsys.readouterr().out) or ["0"]
    now, had = (len(re.findall("oa:start", text)) for text in (found, WHOLE))
    assert now + int(not_found) == had
    assert now >= had - 3
    assert set(re.findall(r"cg:paragraph \d+ ; oa:start.*", found)) <= set(
        re.findall(r"cg:paragraph \d+ ; oa:start.*", WHOLE)
    )


def test_what_is_set_by_hand_is_never_changed(tmp_path: Path) -> None:
    by_hand = re.sub(r'(cg:positions "subject )\d+:\d+-\d+', r"\g<1>1:0-1", WHOLE, count=1)
    assert by_hand != WHOLE
    assert lay_out(tmp_path, by_hand) == (1, by_hand)


def test_a_claim_that_the_text_does_not_make_is_named_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = re.search(
        r"claim/([\w-]+)> a cg:Claim ;\n\s+rdf:subject <[^>]+> ; rdf:predicate cg:spearheads ; rdf:object <([^>]+)>",
        WHOLE,
    )
    assert found
    name, industry = found.groups()
    other = next(i for i in re.findall(r"cg:spearheads ; rdf:object <([^>]+)>", WHOLE) if i != industry)
    start = WHOLE.index(f"claim/{name}> a cg:Claim")
    block = WHOLE[start : WHOLE.index("\n\n", start)]
    wrong = without(POSITIONS, block).replace(f"rdf:object <{industry}>", f"rdf:object <{other}>")
    status, after = lay_out(tmp_path, WHOLE.replace(block, wrong))
    assert status == 1
    assert capsys.readouterr().out.startswith(f"{name}: ")
    start = after.index(f"claim/{name}> a cg:Claim")
    assert "cg:positions" not in after[start : after.index("\n\n", start)]


def test_a_text_in_which_nothing_is_counted_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, text = tmp_path / "city.ttl", tmp_path / "copy.txt"
    draft = without(POSITIONS)
    file.write_text(draft, "utf-8")
    text.write_text(Path(TEXT).read_text("utf-8") + "\n\n責任編輯", "utf-8")
    assert main([str(file), "--text", str(text)]) == 1
    assert "SHA-256 differs" in capsys.readouterr().err
    assert file.read_text("utf-8") == draft
