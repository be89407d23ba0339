"""Suggestions that break a rule of the model are left out; the others stay, and no file of the folder changes."""

from __future__ import annotations

from pathlib import Path

from cityGraph.authoring.folder import files_of
from cityGraph.authoring.suggest_moved import accepted
from cityGraph.model.suggest import SuggestedClaim
from support.suggesting import folder

THINGS = "明光集团,firm,\n东湾园区,zone,"
TEXT = "明光集团位于东湾园区。明光集团销售额30亿元。明光集团销售额40亿元。"


def row(what: str, quote: str, **more: str) -> SuggestedClaim:
    relation = "has-output" if more else "located-in"
    return SuggestedClaim("明光集团", relation, what, "realised", "news", "2", quote, **more)


TIE = row("东湾园区", "明光集团位于东湾园区")
ONE, OTHER = (row(n, f"销售额{n}亿元", measure="销售额", unit="亿元") for n in ("30", "40"))


def test_of_two_figures_of_one_measure_one_is_kept(tmp_path: Path) -> None:
    at = folder(tmp_path, TEXT, things=THINGS)
    before = {file: file.read_bytes() for file in at.rglob("*") if file.is_file()}
    kept = accepted(str(at), files_of(str(at)), [], [TIE, ONE, OTHER])
    assert kept[0] == TIE
    assert len(kept) == 2
    assert {file: file.read_bytes() for file in at.rglob("*") if file.is_file()} == before


def test_what_no_text_says_is_left_out(tmp_path: Path) -> None:
    at = folder(tmp_path, TEXT, things=THINGS)
    assert accepted(str(at), files_of(str(at)), [], [row("东湾园区", "没有这句话"), TIE]) == [TIE]
