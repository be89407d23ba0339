"""What the arguments that name a text or a query are read as."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.cli.inputs import read_query, read_texts


def test_a_text_belongs_to_the_source_before_the_sign_unless_the_whole_is_a_file(tmp_path: Path) -> None:
    plain, signed = tmp_path / "a.txt", tmp_path / "a=b.txt"
    plain.write_text("甲", "utf-8")
    signed.write_text("乙", "utf-8")
    assert read_texts([f"article={plain}", str(plain), str(signed)]) == [("article", "甲"), ("", "甲"), ("", "乙")]


def test_a_query_is_a_text_or_the_file_of_that_name(tmp_path: Path) -> None:
    file = tmp_path / "a.rq"
    file.write_text("ASK {}", "utf-8")
    assert read_query(str(file)) == read_query("ASK {}") == "ASK {}"
    with pytest.raises(cg.BadData):
        read_query("no-such-file.rq")
