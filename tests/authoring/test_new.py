"""The verb new on real folders: what it writes can be built at once, and nothing of the reader's is touched."""

from __future__ import annotations

import csv
import os
import resource
from itertools import cycle
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import cityGraph as cg
from cityGraph.authoring.choices import choices
from cityGraph.authoring.new import BOOK
from support.process import LANGUAGES
from support.sheets import check

TABLES = ["claims.csv", "sources.csv", "things.csv", "words.csv"]
NEWS = "乙市新闻\n\n2021年6月9日\n\n甲公司位于乙市，支持丙园区的发展。\n"
NAMES = (
    "Detroit",
    "沈阳",
    "臺北市",
    "São Paulo",
    "Αθήνα",
    "示例市",
    "Example Works",
    "L'Aquila",
    "{key}",
    '"B"',
    "1233",
)


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder, with what they hold."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def refusal(folder: Path | str, **given: object) -> str:
    with pytest.raises(cg.CityGraphError) as refused:
        cg.new(folder, **{"city": "乙市", **given})  # type: ignore[arg-type]
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fresh_folder_is_proved_by_its_own_text(tmp_path: Path, language: str) -> None:
    cg.new(tmp_path / "b", city="乙市", language=language)
    answer = check(tmp_path / "b")
    assert answer.refused == ()
    assert [(each.proof, each.status, each.assisted) for each in answer.proved] == [
        ("text", "realised", False),
        ("text", "realised", False),
        ("text", "planned", False),
        ("text", "realised", True),  # by the word of words.csv
        ("none", "realised", False),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_graph_of_a_fresh_folder_keeps_every_rule(tmp_path: Path, language: str) -> None:
    cg.new(tmp_path / "b", city="乙市", language=language)
    cg.build(tmp_path / "b")
    with cg.open(tmp_path / "b" / "city.ttl") as city:
        broken = [each for each in cg.validate(city).findings if each.severity != "warning"]
        assert broken == []
        assert len(cg.claims(city, inferred=True)) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_shows_each_sort_of_claim_and_needs_its_words(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "b"
    cg.new(folder, city="乙市", language=language)
    filled = [{column for column, cell in row.items() if cell} for row in table(folder, "claims.csv")]
    assert {"paragraph", "quote"} < filled[0]
    assert {"measure", "unit", "comparator", "period"} < filled[1]
    assert {"status", "due"} < filled[2]
    assert "because" in filled[4]
    (folder / "words.csv").unlink()
    assert [(each.row, each.column) for each in check(folder).refused] == [(5, "relation")]


@pytest.mark.parametrize(("name", "language"), list(zip(NAMES, cycle(LANGUAGES))))
def test_a_city_of_any_name_can_be_built(tmp_path: Path, name: str, language: str) -> None:
    made = cg.new(tmp_path / "b", city=name, language=language)
    assert check(tmp_path / "b").refused == ()
    assert table(tmp_path / "b", "things.csv")[0]["name"] == name
    assert made.id == table(tmp_path / "b", "things.csv")[0]["id"]
    assert (tmp_path / "b" / "README.md").read_text("utf-8").startswith(f"# {name}\n")


def test_what_the_answer_lists_is_what_was_written(tmp_path: Path) -> None:
    for xlsx in (False, True):
        folder = tmp_path / str(xlsx)
        made = cg.new(folder, city="乙市", xlsx=xlsx)
        assert set(made.files) == set(files(folder))
    assert all(
        "suggest" not in verb for verb in cg.new(tmp_path / "c", city="乙市", text=NEWS.encode(), xlsx=True).next
    )
    assert set(files(tmp_path / "False")) == {"README.md", "city.toml", "texts/example.txt", *TABLES}
    assert set(files(tmp_path / "True")) == {"README.md", BOOK, "texts/example.txt"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_the_rows_of_the_tables(tmp_path: Path, language: str) -> None:
    cg.new(tmp_path / "a", city="乙市", language=language)
    cg.new(tmp_path / "b", city="乙市", language=language, xlsx=True)
    book = openpyxl.load_workbook(tmp_path / "b" / BOOK)
    for name in TABLES:
        rows = [[cell or "" for cell in row] for row in book[name.removesuffix(".csv")].iter_rows(values_only=True)]
        with (tmp_path / "a" / name).open(encoding="utf-8-sig", newline="") as file:
            assert rows == list(csv.reader(file))


def test_excel_opens_the_tables_as_utf_8(tmp_path: Path) -> None:
    cg.new(tmp_path / "b", city="乙市")
    assert all(files(tmp_path / "b")[name].startswith(b"\xef\xbb\xbf") for name in TABLES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_one_screen_and_names_all_that_can_be_chosen(tmp_path: Path, language: str) -> None:
    known = choices(language)
    ways: list[dict[str, Any]] = [{}, {"xlsx": True}, {"text": NEWS.encode()}]
    for at, given in enumerate(ways):
        cg.new(tmp_path / str(at), city="乙市", language=language, **given)
        page = (tmp_path / str(at) / "README.md").read_text("utf-8")
        assert page.count("\n") <= 35
        assert "{" not in page
        assert all(word in page for word in (*known.kinds, *known.relations, "citygraph build"))
        assert ("citygraph suggest ." in page) != ("xlsx" in given)  # suggestions go beside the tables of a folder


def test_a_text_gets_its_row_and_no_claim_is_made(tmp_path: Path) -> None:
    file = tmp_path / "新闻.txt"
    file.write_text(NEWS, "utf-8")
    made = cg.new(tmp_path / "b", city="乙市", text=file, language="zh-Hans")
    assert files(tmp_path / "b")["texts/新闻.txt"].decode() == NEWS
    source = table(tmp_path / "b", "sources.csv")
    assert [(row["title"], row["date"], row["language"], row["file"]) for row in source] == [
        ("乙市新闻", "2021-06-09", "zh-Hans", "新闻.txt")
    ]
    assert table(tmp_path / "b", "claims.csv") == table(tmp_path / "b", "words.csv") == []
    assert [row["name"] for row in table(tmp_path / "b", "things.csv")] == ["乙市"]
    assert check(tmp_path / "b").refused == ()
    assert (made.next[0].split()[0], made.notes) == ("suggest", ())
    assert source[0]["key"] in (tmp_path / "b" / "README.md").read_text("utf-8")


def test_rows_that_a_person_adds_are_proved_by_the_text(tmp_path: Path) -> None:
    cg.new(tmp_path / "b", city="乙市", text=NEWS.encode(), language="zh-Hans")
    for name, row in (
        ("things", "甲公司,企业"),
        ("claims", "甲公司,坐落于,乙市,,text"),
        ("claims", "乙市,坐落于,甲公司,,text"),
    ):
        with (tmp_path / "b" / f"{name}.csv").open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")
    answer = check(tmp_path / "b")
    assert [each.row for each in answer.proved] == [2]
    assert [each.row for each in answer.refused] == [3]


def test_a_text_in_another_encoding_is_written_as_utf_8_and_that_is_said(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(NEWS.encode("gb18030"))
    made = cg.new(tmp_path / "b", city="乙市", text=file)
    assert made.notes == ("news.txt: read as GBK, written as UTF-8.",)
    assert files(tmp_path / "b")["texts/news.txt"].decode() == NEWS
    assert file.read_bytes() == NEWS.encode("gb18030")


def test_an_empty_folder_and_one_with_other_files_are_filled(tmp_path: Path) -> None:
    cg.new(tmp_path, city="乙市")
    other = tmp_path / "other"
    other.mkdir()
    (other / "notes.docx").write_text("mine", "utf-8")
    (other / "texts").mkdir()
    (other / "texts" / "a.txt").write_text("mine", "utf-8")
    cg.new(other, city="乙市")
    assert (other / "notes.docx").read_text("utf-8") == (other / "texts" / "a.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize("xlsx", [False, True])
@pytest.mark.parametrize("name", [*TABLES, "Things.CSV", "city.toml", BOOK, "README.md", "texts/example.txt"])
def test_nothing_is_overwritten_and_the_file_is_named(tmp_path: Path, name: str, xlsx: bool) -> None:
    taken = tmp_path / name
    taken.parent.mkdir(exist_ok=True)
    taken.write_text("mine", "utf-8")
    assert refusal(tmp_path, xlsx=xlsx) == f"{taken}: it exists, and new overwrites nothing. Name another folder"
    assert files(tmp_path) == {name: b"mine"}


def test_a_second_run_is_refused(tmp_path: Path) -> None:
    cg.new(tmp_path / "b", city="乙市")
    before = files(tmp_path)
    assert "it exists" in refusal(tmp_path / "b")
    assert "it exists" in refusal(tmp_path / "b", xlsx=True)
    assert files(tmp_path) == before


def test_a_text_that_lies_in_its_place_already_is_used(tmp_path: Path) -> None:
    text = tmp_path / "b" / "texts" / "news.txt"
    text.parent.mkdir(parents=True)
    text.write_text(NEWS, "utf-8")
    cg.new(tmp_path / "b", city="乙市", text=text)
    assert text.read_text("utf-8") == NEWS
    assert table(tmp_path / "b", "sources.csv")[0]["file"] == "news.txt"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "The name of the city is empty. Give the name of a city, such as --city Detroit."),
        (" \t\n", "The name of the city is empty"),
        ("！？—", "'！？—' is no name"),
        ("...", "'...' is no name"),
        ("=1+1", "begins like a formula"),
        ("@SUM(A1)", "begins like a formula"),
        ("a\x07b", "has control characters"),
        ("乙" * 101, "has 101 characters, more than 100"),
    ],
)
def test_what_is_no_name_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    assert reason in refusal(tmp_path / "b", city=name)
    assert not (tmp_path / "b").exists()


def test_blanks_around_and_in_a_name_are_not_part_of_it(tmp_path: Path) -> None:
    assert cg.new(tmp_path / "b", city="  New \n York ").city == "New York"


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("mine", "utf-8")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert "this is a file. Name another folder" in refusal(file)
    assert "this is a file" in refusal(tmp_path / "gone")
    assert "Make that folder first" in refusal(file / "b")
    assert "Make that folder first" in refusal(tmp_path / "none" / "b")
    assert "name a folder. With --xlsx the workbook city.xlsx is written into it" in refusal(tmp_path / "b.xlsx")
    assert "this is no name of a folder" in refusal("")
    assert "this is no name of a folder" in refusal("a\0b")
    assert "it cannot be written: File name too long" in refusal(tmp_path / ("b" * 300))
    assert sorted(os.listdir(tmp_path)) == ["a", "gone"]


def test_a_file_in_the_place_of_the_folder_of_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text("mine", "utf-8")
    assert "the texts are to lie in a folder of this name" in refusal(tmp_path)
    assert files(tmp_path) == {"texts": b"mine"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "it cannot be written: Permission denied" in refusal(tmp_path / "b")


@pytest.mark.parametrize("exists", [False, True])
def test_on_a_full_disk_nothing_is_left(tmp_path: Path, exists: bool) -> None:
    folder = tmp_path / "b"
    if exists:
        folder.mkdir()
        (folder / "notes").write_text("mine", "utf-8")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))  # larger than some of the files
    try:
        assert "it cannot be written: File too large" in refusal(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert files(tmp_path) == ({"b/notes": b"mine"} if exists else {})
    assert folder.exists() == exists


def test_a_bad_text_leaves_no_folder(tmp_path: Path) -> None:
    assert "the text is empty" in refusal(tmp_path / "b", text=b"")
    assert "No such file" in refusal(tmp_path / "b", text=tmp_path / "none.txt")
    assert not (tmp_path / "b").exists()


def test_no_other_language_is_known(tmp_path: Path) -> None:
    assert "No language is called 'fr'" in refusal(tmp_path / "b", language="fr")


def test_the_same_city_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        cg.new(tmp_path / name, city="乙市")
    assert files(tmp_path / "a") == files(tmp_path / "b")
