"""The command merge: what it prints and writes, its exit status, and the way from doubtful pairs to a merged file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cityGraph as cg
from support.merging import A, B, firm, two
from support.process import LANGUAGES, answer, citygraph, environment, refusal

ONE = firm("a:x", "甲乙有限公司") + firm("a:zone", "高新区", kind="Zone") + firm("a:old", "老区", kind="Zone")
OTHER = firm("b:x", "甲乙有限公司") + firm("b:zone", "高新区", kind="Zone") + firm("b:old", "老区", kind="Zone")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_goes_to_standard_output_and_the_graph_to_the_file(tmp_path: Path, language: str) -> None:
    told = answer("--lang", language, "merge", *two(tmp_path, ONE, OTHER), "-o", str(tmp_path / "c.ttl"))
    assert f"{tmp_path / 'c.ttl'}" in told.replace("\n", "").replace(" ", "") or "c.ttl" in told
    assert {"en": "doubtful", "zh-Hans": "存疑、未合并：2 对", "zh-Hant": "存疑、未合併：2 對"}[language] in told
    assert len(cg.find(cg.open(tmp_path / "c.ttl"), "甲乙有限公司")) == 1


def test_a_person_deletes_the_wrong_rows_and_runs_again(tmp_path: Path) -> None:
    files, doubtful, both = two(tmp_path, ONE, OTHER), tmp_path / "d.csv", str(tmp_path / "c.ttl")
    assert citygraph("merge", *files, "-o", both, "--doubtful", str(doubtful)).status == 0
    head, *rows = doubtful.read_text("utf-8-sig").splitlines()
    assert len(rows) == 2
    doubtful.write_text("\n".join([head, *(row for row in rows if "/zone" in row)]), "utf-8")
    done = citygraph("merge", *files, "-o", both, "--same", str(doubtful), "--format", "json")
    said = json.loads(done.out)
    assert {each["other"]["iri"] for each in said["united"]} == {f"{B}x", f"{B}zone"}
    assert [each["one"]["iri"] for each in said["doubtful"]] == [f"{A}old"]
    assert (done.status, done.err) == (0, "")


def test_a_refused_row_is_one_line_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "same.csv").write_text("one,other\n高新区,无此区\n", "utf-8")
    out, doubtful = tmp_path / "c.ttl", tmp_path / "d.csv"
    done = citygraph(
        *("--lang", "en", "merge", *two(tmp_path, ONE, OTHER), "--same", str(tmp_path / "same.csv"), "-o", str(out)),
        *("--doubtful", str(doubtful)),
    )
    assert done.status == 1
    assert "same.csv:2 other: nothing in the graphs is called '无此区'" in done.out
    assert done.err.startswith("Error: ")
    assert "1 row is refused; nothing was written" in done.err
    assert not out.exists()
    assert not doubtful.exists()


@pytest.mark.parametrize("form", ["csv", "tsv", "md"])
def test_the_report_is_a_table_too(tmp_path: Path, form: str) -> None:
    files = two(tmp_path, ONE, OTHER)
    out = citygraph("--lang", "en", "merge", *files, "-o", str(tmp_path / "c.ttl"), "--format", form).out
    lines = [line for line in out.lstrip("\ufeff").splitlines() if not line.startswith("| ---")]
    assert len(lines) == 4
    assert "outcome" in lines[0]


def test_wrong_usage_says_what_to_do(tmp_path: Path) -> None:
    one, other = two(tmp_path, ONE, OTHER)
    assert "two or more graphs" in refusal(citygraph("merge", one, "-o", "c.ttl"), 2)
    assert "--output" in refusal(citygraph("merge", one, other), 2)
    assert "Leave --from out" in refusal(citygraph("--from", one, "merge", one, other, "-o", "c.ttl"), 2)
    assert "Known suffixes" in refusal(citygraph("merge", one, other, "-o", str(tmp_path / "c.xlsx")))
    assert "one of the graphs" in refusal(citygraph("merge", one, other, "-o", one))
    assert "No such file" in refusal(citygraph("merge", one, str(tmp_path / "none.ttl"), "-o", str(tmp_path / "c.ttl")))
    env = environment(CITYGRAPH_FROM="/none")
    assert citygraph("merge", one, other, "-o", str(tmp_path / "c.ttl"), env=env).status == 0


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    files = two(tmp_path, ONE, OTHER)
    assert "No such file" in refusal(citygraph("merge", *files, "-o", str(tmp_path / "no" / "c.ttl")))
