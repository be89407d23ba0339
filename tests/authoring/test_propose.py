"""New claims get positions that the proof accepts; what was set by hand stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.authoring.propose import main
from cityGraph.exports.canonical import lay_out
from support.paths import FIXTURE

TEXT = str(FIXTURE / "article.txt")
DRAFT = r'    cg:positions "[^"]*" ;\n'
OFFSETS = r" ; oa:start \d+ ; oa:end \d+"


def test_positions_that_were_taken_away_are_found_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = (FIXTURE / "city.ttl").read_text("utf-8")
    draft = re.sub(DRAFT, "", whole)
    assert draft != whole
    file = tmp_path / "city.ttl"
    file.write_text(draft, "utf-8")
    assert main([str(file), "--text", TEXT]) == 0
    assert capsys.readouterr().out == ""
    report = cg.validate(cg.open(file), text=(FIXTURE / "article.txt").read_text("utf-8"))
    assert report.findings == ()
    assert report.proved == report.claims - report.inferred


def test_offsets_are_found_from_the_phrase_and_its_paragraph(tmp_path: Path) -> None:
    whole = (FIXTURE / "city.ttl").read_text("utf-8")
    draft = re.sub(OFFSETS, "", whole)
    assert draft != whole
    file = tmp_path / "city.ttl"
    file.write_text(draft, "utf-8")
    main([str(file), "--text", TEXT])
    found, had = (len(re.findall("oa:start", text)) for text in (file.read_text("utf-8"), whole))
    # A phrase that stands twice in its paragraph is left for a person to place.
    assert had - 3 <= found <= had


def test_what_is_set_by_hand_is_never_changed(tmp_path: Path) -> None:
    whole = (FIXTURE / "city.ttl").read_text("utf-8")
    by_hand = re.sub(r'(cg:positions "subject )\d+:\d+-\d+', r"\g<1>1:0-1", whole, count=1)
    file = tmp_path / "city.ttl"
    file.write_text(by_hand, "utf-8")
    main([str(file), "--text", TEXT])
    assert file.read_text("utf-8") == lay_out(by_hand.encode())


def test_a_claim_that_the_text_does_not_make_is_named_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (FIXTURE / "city.ttl").read_text("utf-8")
    name, firm, industry = re.search(
        r"claim/([\w-]+)> a cg:Claim ;\n\s+rdf:subject <([^>]+)> ; rdf:predicate cg:spearheads ; rdf:object <([^>]+)>",
        whole,
    ).groups()  # type: ignore[union-attr]
    other = next(i for i in re.findall(r"cg:spearheads ; rdf:object <([^>]+)>", whole) if i != industry)
    start = whole.index(f"claim/{name}> a cg:Claim")
    block = whole[start : whole.index("\n\n", start)]
    wrong = re.sub(DRAFT, "", block.replace(f"rdf:object <{industry}>", f"rdf:object <{other}>"))
    file = tmp_path / "city.ttl"
    file.write_text(whole.replace(block, wrong), "utf-8")
    assert main([str(file), "--text", TEXT]) == 1
    assert capsys.readouterr().out.startswith(f"{name}: ")
    assert f"{name}> a cg:Claim" in file.read_text("utf-8")
    start = file.read_text("utf-8").index(f"claim/{name}> a cg:Claim")
    assert "cg:positions" not in file.read_text("utf-8")[start : start + 300].split("\n\n")[0]
    assert firm
