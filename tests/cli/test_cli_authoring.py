"""The commands build and suggest: what they print, their exit status, and what may stand in a sheet."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from support.books import book
from support.process import LANGUAGES, answer, citygraph, controls, data, environment, refusal
from support.sheets import CITIES, rows, sheets
from support.strange import STRANGE
from support.suggesting import CITY, folder, rows_of

WRONG = rows({}, {"object": "丙园区"}, {"relation": "suports"})


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_that_is_proved_prints_one_line_and_exits_with_0(tmp_path: Path, city: str, language: str) -> None:
    told = answer("--lang", language, "build", str(sheets(tmp_path, city)), "--check")
    assert told.count("\n") == 1
    n = "3" if city == "zh-Hans" else "2"
    start = {"en": f"{n} of {n} claims accepted", "zh-Hans": f"{n} 条主张，接受", "zh-Hant": f"{n} 條主張，接受"}
    assert told.startswith(start[language])


def test_each_refusal_is_one_line_and_the_exit_status_is_1(tmp_path: Path) -> None:
    done = citygraph("--lang", "en", "build", str(sheets(tmp_path, claims=WRONG)), "--check")
    *lines, total = done.out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == ["claims.csv:3 object", "claims.csv:4 relation"]
    assert lines[1] == "claims.csv:4 relation: no relation is called 'suports'; did you mean supports?"
    assert total == "1 of 3 claims accepted (1 proved by a text) · 2 refused"
    assert done.err == f"Error: {tmp_path}: 2 cells are refused. Correct the sheets and check them again.\n"
    assert done.status == 1


def test_json_has_what_is_proved_and_what_is_refused(tmp_path: Path) -> None:
    done = citygraph("build", str(sheets(tmp_path, claims=WRONG)), "--check", "--format", "json")
    said = json.loads(done.out)
    assert [(each["table"], each["row"], each["proof"]) for each in said["proved"]] == [("claims.csv", 2, "text")]
    assert [(each["row"], each["column"], each["suggestion"]) for each in said["refused"]][1] == (
        4,
        "relation",
        "supports",
    )
    assert done.status == 1
    assert data("build", str(sheets(tmp_path / "b")), "--check")["refused"] == []


@pytest.mark.parametrize("form", ["csv", "md", "tsv"])
def test_a_row_of_the_table_is_a_refusal(tmp_path: Path, form: str) -> None:
    out = citygraph("--lang", "en", "build", str(sheets(tmp_path, claims=WRONG)), "--check", "--format", form).out
    lines = [line for line in out.lstrip("\ufeff").splitlines() if not line.startswith("| ---")]
    assert [word in lines[0] for word in ("table", "row", "column", "suggestion")] == [True] * 4
    assert len(lines) == 3


def test_a_file_takes_the_answer_and_its_suffix_the_format(tmp_path: Path) -> None:
    folder = str(sheets(tmp_path / "city", claims=WRONG))
    for name, start in (("a.xlsx", b"PK"), ("a.json", b"{"), ("a.csv", b"\xef\xbb\xbf"), ("a.txt", b"claims.csv:3")):
        done = citygraph("build", folder, "--check", "-o", str(tmp_path / name))
        assert (done.status, done.out) == (1, "")
        assert (tmp_path / name).read_bytes().startswith(start)


def test_a_graph_is_written_beside_the_tables_or_where_it_is_told(tmp_path: Path) -> None:
    folder = sheets(tmp_path / "city")
    done = citygraph("--lang", "en", "build", str(folder))
    assert (done.status, done.out) == (0, "3 of 3 claims accepted (3 proved by a text)\n")
    assert f"Note: Wrote {folder / 'city.ttl'}" in done.err
    assert "Filled in things.csv: id (3)" in done.err
    assert citygraph("build", str(folder), "-o", str(tmp_path / "b.ttl")).status == 0
    assert (tmp_path / "b.ttl").read_bytes() == (folder / "city.ttl").read_bytes()
    assert "b.ttl" in citygraph("build", str(folder), "-o", str(tmp_path / "none" / "b.ttl")).err
    assert "build writes a file" in refusal(citygraph("build", str(folder), "-o", "-"), 2)


def test_what_was_written_survives_a_refusal_and_keep_proved_writes_the_rest(tmp_path: Path) -> None:
    folder = sheets(tmp_path, claims=WRONG)
    (folder / "city.ttl").write_text("as it was", "utf-8")
    assert citygraph("build", str(folder)).status == 1
    assert (folder / "city.ttl").read_text("utf-8") == "as it was"
    kept = citygraph("build", str(folder), "--keep-proved")
    assert kept.status == 1
    assert "cg:Claim" in (folder / "city.ttl").read_text("utf-8")
    written = json.loads(citygraph("build", str(sheets(tmp_path / "b")), "--format", "json").out)["written"]
    assert written == str(tmp_path / "b" / "city.ttl")


def test_what_is_no_folder_of_sheets_is_one_line(tmp_path: Path) -> None:
    assert "no such folder" in refusal(citygraph("build", str(tmp_path / "none"), "--check"))
    assert "It needs things.csv, claims.csv and sources.csv" in refusal(citygraph("build", str(tmp_path), "--check"))
    file = sheets(tmp_path) / "claims.csv"
    assert "this is a file" in refusal(citygraph("build", str(file), "--check"))
    assert "build my-city" in refusal(citygraph("build"), 2)


def test_how_tables_were_saved_is_said_in_one_line_unless_quiet(tmp_path: Path) -> None:
    files = {name.removesuffix(".csv"): CITIES["zh-Hans"][name].encode("gbk") for name in ("things.csv", "claims.csv")}
    folder = str(sheets(tmp_path, **files))
    done = citygraph("build", folder, "--check")
    assert done.status == 0
    assert done.err == "Note: claims.csv, things.csv: read as GBK.\n"
    assert citygraph("build", folder, "--check", "-q").err == ""


def test_a_workbook_is_checked_and_what_was_found_in_it_is_said(tmp_path: Path) -> None:
    def more(written: Any, at: dict[str, Any]) -> None:
        written.add_worksheet("Notes")

    file = str(book(tmp_path / "a.xlsx", more, claims=WRONG))
    done = citygraph("--lang", "en", "build", file, "--check")
    assert [line.partition(": ")[0] for line in done.out.splitlines()[:2]] == ["claims:3 object", "claims:4 relation"]
    first, *_, error = done.err.splitlines()
    assert first == "Note: a.xlsx: the sheet Notes is no table and was not read."
    assert error.startswith("Error: ")
    assert done.status == 1


def test_a_file_that_is_no_workbook_is_one_line(tmp_path: Path) -> None:
    for name, content in (
        ("a.xlsx", b"name,kind"),
        ("b.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("c.ods", b"PK\x03\x04"),
    ):
        (tmp_path / name).write_bytes(content)
        assert refusal(citygraph("build", str(tmp_path / name), "--check")).startswith(f"Error: {name}: it is ")


def test_a_marked_copy_is_written_beside_the_answer(tmp_path: Path) -> None:
    file, copy = book(tmp_path / "a.xlsx", claims=WRONG), tmp_path / "copy.xlsx"
    plain = citygraph("build", str(file), "--check")
    done = citygraph("build", str(file), "--check", "--mark", str(copy))
    assert (done.status, done.out) == (1, plain.out)
    lines = plain.err.splitlines()
    assert done.err.splitlines() == [*lines[:-1], f"Note: Wrote {copy}", lines[-1]]
    assert copy.read_bytes().startswith(b"PK")
    assert citygraph("build", str(copy), "--check").out == plain.out
    folder = str(sheets(tmp_path / "city"))
    assert citygraph("build", folder, "--check", "--mark", str(copy)).status == 0


def test_a_copy_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    file = str(book(tmp_path / "a.xlsx"))
    before = Path(file).read_bytes()
    assert "would replace the workbook" in refusal(citygraph("build", file, "--check", "--mark", file))
    assert "ends in .xlsx" in refusal(citygraph("build", file, "--check", "--mark", str(tmp_path / "a.csv")))
    done = citygraph("build", file, "--check", "--mark", str(tmp_path / "none" / "a.xlsx"))
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert done.err.startswith(f"Error: Cannot write {tmp_path / 'none' / 'a.xlsx'}: No such file")
    assert Path(file).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "texts"]


def test_no_graph_is_read(tmp_path: Path) -> None:
    folder = str(sheets(tmp_path))
    assert "Leave --from out" in refusal(citygraph("--from", "x.ttl", "build", folder, "--check"), 2)
    assert citygraph("build", folder, "--check", env=environment(CITYGRAPH_FROM="/none")).status == 0
    assert "No such option '--source'" in refusal(citygraph("build", folder, "--check", "--source", "a"), 2)


@pytest.mark.parametrize("form", ["text", "json", "csv", "md"])
def test_nothing_that_a_sheet_holds_can_act(tmp_path: Path, form: str) -> None:
    strange = [each.encode("utf-8", "ignore").decode() for each in STRANGE]
    words = [*strange, "=1+1", "@SUM(A1)", "<script>alert(1)</script>", "\x1b[31mred", "[a](http://b)", "\u202egnp.exe"]
    cells = [
        dict.fromkeys(("subject", "relation", "object", "source", "quote", "=cmd|x", "\u202e"), each) for each in words
    ]
    folder = str(sheets(tmp_path, claims=rows(*cells)))
    done = citygraph("build", folder, "--check", "--format", form)
    assert done.status == 1
    assert not controls(done.out.lstrip("\ufeff").replace("\r", ""))
    assert "Traceback" not in done.err
    assert done.err.count("\n") == 1
    if form == "csv":
        for row in csv.reader(StringIO(done.out.lstrip("\ufeff"))):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    if form == "md":
        assert not re.search(r"(?<!\\)<script", done.out)


def test_the_answer_is_the_same_in_every_language_but_for_its_words(tmp_path: Path) -> None:
    folder = str(sheets(tmp_path, claims=WRONG))
    outs = {citygraph("--lang", each, "build", folder, "--check", "--format", "json").out for each in LANGUAGES}
    assert len(outs) == 1


def test_what_was_filled_in_is_said_a_line_for_each_table(tmp_path: Path) -> None:
    done = citygraph("--lang", "en", "build", str(sheets(tmp_path / "b", "en")))
    assert [line for line in done.err.splitlines() if "Filled" in line] == [
        "Note: Filled in things.csv: id (3).",
        "Note: Filled in sources.csv: label-en (1).",
        "Note: Filled in claims.csv: id (2), basis (2), positions (2), paragraph (2), quote (2).",
    ]


def test_suggest_prints_how_much_it_wrote_and_the_first_rows(tmp_path: Path) -> None:
    at = str(folder(tmp_path / "b", "云河市支持明光集团。明光集团位于临江工业园。", things=CITY["zh"]))
    done = citygraph("--lang", "en", "suggest", at)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("2 things in")
    assert "云河 · supports · 明光集团 · fact “云河市支持明光集团”" in done.out
    assert {file.name for file in Path(at).glob("suggested*")} == {"suggested.csv", "suggested-things.csv"}


def test_suggest_writes_the_same_as_json_and_as_rows(tmp_path: Path) -> None:
    at = str(folder(tmp_path / "b", "云河市支持明光集团。", things=CITY["zh"]))
    shown = data("suggest", at)
    assert [each["name"] for each in shown["things"]] == ["明光集团"]
    (claim,) = shown["claims"]
    assert rows_of(Path(at) / "suggested.csv") == [claim]
    out = tmp_path / "claims.csv"
    assert citygraph("--lang", "en", "suggest", at, "-o", str(out)).status == 0
    assert "云河" in out.read_text("utf-8-sig")


def test_suggest_refuses_what_is_no_folder_and_says_what_it_left_out(tmp_path: Path) -> None:
    assert "no such folder" in refusal(citygraph("suggest", str(tmp_path / "none")))
    assert "reads FOLDER and no graph" in refusal(citygraph("suggest", "a", "--from", "b"), 2)
    assert "and no workbook" in refusal(citygraph("suggest", "a.xlsx"))
    at = folder(tmp_path / "b", "云河市支持明光集团。", things="云河市,zoo,")
    assert "things.csv:2" in citygraph("--lang", "en", "suggest", str(at)).err
