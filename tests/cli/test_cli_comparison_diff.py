"""The command diff."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from support.paths import ROOT
from support.process import LANGUAGES, answer, citygraph, columns, data, environment, refusal
from support.samples import PREFIXES
from support.versions import EXPECTED, PLANTED, repository, statements, written

VERSIONS = ROOT / "tests" / "fixtures" / "versions"
OLD, NEW = str(VERSIONS / "2030.ttl"), str(VERSIONS / "2031.ttl")


def test_the_stored_versions_are_those_of_these_tests(tmp_path: Path) -> None:
    written(tmp_path, "2030.ttl", "2031.ttl")
    for name in ("2030.ttl", "2031.ttl"):
        assert (VERSIONS / name).read_text("utf-8") == (tmp_path / name).read_text("utf-8")
    assert (VERSIONS / "2031.ttl").read_text("utf-8") == PREFIXES + "\n".join(statements(**PLANTED)) + "\n"


def test_the_text_has_the_plan_and_the_fact_one_below_the_other() -> None:
    lines = answer("diff", OLD, NEW).splitlines()
    at = next(n for n, line in enumerate(lines) if "錨廠已在北港區投產" in line)
    assert lines[at].startswith("+ 事實  雲灣錨廠 位於 北港區")
    assert lines[at - 1].startswith("- 規劃  錨廠 位於 北港區")
    assert lines[0].startswith("18 處變化 · 成為事實 3 · 有變 7 · 新增 2 · 刪去 1 · 只有證據有變 5")


def test_json_has_the_shape_of_the_contract_in_every_language() -> None:
    for language in LANGUAGES:
        found = data("--lang", language, "diff", OLD, NEW)
        assert [change["group"] for change in found["changes"]].count("became-fact") == 3
        assert (len(found["changes"]), found["of"], found["held_back"]) == (18, 18, 1)
        assert (found["before"], found["after"]) == ([OLD], [NEW])


def test_rows_are_written_in_every_format_of_rows(tmp_path: Path) -> None:
    table = list(
        csv.DictReader(io.StringIO(answer("diff", OLD, NEW, "--format", "csv", "--lang", "en").lstrip("\ufeff")))
    )
    assert len(table) == len(EXPECTED)
    assert table[0]["change"] == "became fact"
    assert answer("diff", OLD, NEW, "--format", "md").startswith("| 變化 |")
    assert answer("diff", OLD, NEW, "--format", "tsv").count("\n") == len(EXPECTED) + 1
    assert citygraph("diff", OLD, NEW, "-o", str(tmp_path / "changes.xlsx")) == (0, "", "")
    assert (tmp_path / "changes.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("wide", ["40", "80", "120"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_fit_the_terminal(wide: str, language: str) -> None:
    text = answer("diff", OLD, NEW, "--inferred", "--lang", language, env=environment(COLUMNS=wide))
    assert max(map(columns, text.splitlines())) <= int(wide)


def test_equal_graphs_have_no_changes_whatever_the_exit_code_says() -> None:
    assert answer("diff", OLD, OLD) == "沒有變化。\n"
    assert citygraph("diff", OLD, OLD, "--exit-code").status == 0
    assert citygraph("diff", OLD, NEW).status == 0
    done = citygraph("diff", OLD, NEW, "--exit-code")
    assert (done.status, done.err, done.out) == (1, "", answer("diff", OLD, NEW))


def test_without_b_the_graph_of_from_is_the_newer_one() -> None:
    assert answer("diff", OLD, "--from", NEW) == answer("diff", OLD, NEW)
    assert answer("diff", OLD, env=environment(CITYGRAPH_FROM=NEW)) == answer("diff", OLD, NEW)
    assert answer("diff", str(ROOT / "data" / "triples.ttl")) == "沒有變化。\n"


def test_filters_and_the_limit_are_those_of_other_verbs() -> None:
    assert len(data("diff", OLD, NEW, "--kind", "目標")["changes"]) == 3
    assert len(data("diff", OLD, NEW, "--relation", "zoneArea")["changes"]) == 1
    assert len(data("diff", OLD, NEW, "--status", "plan", "--top", "1")["changes"]) == 1
    assert [c["group"] for c in data("diff", OLD, NEW, "--source", "港報 2031")["changes"]] == ["evidence"]
    assert "沒有符合條件的結果（不設條件有 18 個）" in answer("diff", OLD, NEW, "--kind", "Source")


def test_a_revision_is_named_behind_the_file(tmp_path: Path) -> None:
    repository(tmp_path)
    assert answer("diff", "city.ttl@HEAD~1", "city.ttl", cwd=tmp_path).startswith("18 處變化")
    assert "- city.ttl@HEAD~1 · + city.ttl" in answer("diff", "city.ttl@HEAD~1", "city.ttl", cwd=tmp_path)
    assert answer("--from", "city.ttl@HEAD", "diff", "city.ttl@HEAD~1", cwd=tmp_path).startswith("18 處變化")
    wrong = citygraph("diff", "city.ttl@nowhere", "city.ttl", cwd=tmp_path)
    assert wrong == (1, "", "Error: city.ttl@nowhere: no such revision: nowhere. List them with: git log --oneline\n")


def test_one_of_the_two_may_come_from_standard_input() -> None:
    old = Path(OLD).read_bytes()
    assert answer("diff", "-", NEW, stdin=old).startswith("18 處變化")
    assert "read once" in refusal(citygraph("diff", "-", "-"), 2)


def test_what_cannot_be_meant_is_refused() -> None:
    assert "--from is not read" in refusal(citygraph("diff", OLD, NEW, "--from", OLD), 2)
    assert "Missing argument 'A'" in refusal(citygraph("diff"), 2)
    assert "No such file" in refusal(citygraph("diff", "nothing.ttl", NEW))
    assert "Nothing" in refusal(citygraph("diff", OLD, NEW, "--kind", "Nothing"))


def test_notes_of_both_graphs_are_printed(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("x", "utf-8")
    (tmp_path / "old.ttl").write_bytes(Path(OLD).read_bytes())
    done = citygraph("diff", str(tmp_path), NEW)
    assert (done.status, done.err) == (0, "Note: 1 file is not RDF and was left out: readme.txt\n")
