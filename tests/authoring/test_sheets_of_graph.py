"""The round trip: a graph as sheets, and the sheets as the same graph, to the byte."""

from __future__ import annotations

import csv
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

import cityGraph as cg
from cityGraph.authoring.export_sheets import export_sheets
from support.paths import DATA, ROOT, article
from support.sheets import sheets

FIXTURES = ROOT / "tests" / "fixtures"
SHIPPED = DATA
ARTICLE = article()


@cache
def shipped_sheets() -> Path:
    folder = Path(mkdtemp())
    assert export_sheets(cg.open(SHIPPED), folder) == []
    return folder


def shipped(folder: Path) -> Path:
    return Path(shutil.copytree(shipped_sheets(), folder / "city"))


def body(file: str | Path) -> str:
    """A graph without its prefixes, which a file of nobody's making may lack."""
    return "\n".join(line for line in Path(file).read_text("utf-8").splitlines() if not line.startswith("@prefix"))


def expanded(file: str | Path) -> set[tuple[str, str, str]]:
    from pyoxigraph import RdfFormat, parse

    triples = parse(Path(file).read_bytes(), format=RdfFormat.TURTLE)
    return {(str(each.subject), str(each.predicate), str(each.object)) for each in triples}


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_shipped_city_comes_back_byte_for_byte_also_when_rows_move(tmp_path: Path) -> None:
    folder = shipped(tmp_path)
    for name in ("things.csv", "claims.csv", "sources.csv"):
        head, *lines = (folder / name).read_text("utf-8").splitlines(keepends=True)
        # A claim with several passages is told by the first of its rows: the rows of one id stay in their order.
        (folder / name).write_text(head + "".join(lines if name == "claims.csv" else reversed(lines)), "utf-8")
    built = cg.build(folder)
    assert built.refused == ()
    assert Path(built.written).read_bytes() == SHIPPED.read_bytes()
    assert built.counts["text"] == 306
    assert sum(built.counts.values()) == 1200


@pytest.mark.skipif(ARTICLE is None, reason="the article is not ours to ship")
def test_with_the_text_of_the_article_the_shipped_city_is_proved_and_comes_back(tmp_path: Path) -> None:
    folder = shipped(tmp_path)
    (folder / "texts").mkdir()
    assert ARTICLE
    shutil.copy(ARTICLE, folder / "texts" / "article.txt")
    built = cg.build(folder)
    assert built.refused == ()
    assert Path(built.written).read_bytes() == SHIPPED.read_bytes()


@pytest.mark.skipif(ARTICLE is None, reason="the article is not ours to ship")
def test_a_position_that_points_to_other_words_is_refused_where_the_text_is(tmp_path: Path) -> None:
    folder = shipped(tmp_path)
    (folder / "texts").mkdir()
    assert ARTICLE
    shutil.copy(ARTICLE, folder / "texts" / "article.txt")
    text = (folder / "claims.csv").read_text("utf-8-sig")
    (folder / "claims.csv").write_text(text.replace("subject 1:0-2;", "subject 1:2-4;", 1), "utf-8")
    assert {each.row for each in cg.build(folder, check=True).refused} == {2}


@pytest.mark.parametrize("name", ["city", "rivermouth", "hekou"])
@pytest.mark.parametrize("book", [False, True])
def test_any_city_comes_back_from_a_folder_and_from_a_workbook(tmp_path: Path, name: str, *, book: bool) -> None:
    file = FIXTURES / name / "city.ttl"
    output = tmp_path / ("city.xlsx" if book else "sheets")
    assert export_sheets(cg.open(file), output) == []
    built = cg.build(output, output=tmp_path / "city.ttl")
    assert built.refused == ()
    assert expanded(built.written) == expanded(file)


@pytest.mark.parametrize("which", ["zh-Hans", "zh-Hant", "en"])
def test_what_was_built_of_sheets_comes_back(tmp_path: Path, which: str) -> None:
    first = cg.build(sheets(tmp_path / "first", which, city='name = "B"\nid = "b"\n'))
    assert first.refused == ()
    assert export_sheets(cg.open(first.written), tmp_path / "second") == []
    shutil.copytree(tmp_path / "first" / "texts", tmp_path / "second" / "texts")
    rows = table(tmp_path / "second" / "sources.csv")
    assert [row["file"] for row in rows] == ["news.txt"]
    second = cg.build(tmp_path / "second")
    assert second.refused == ()
    assert body(second.written) == body(first.written)


def test_a_claim_is_readable_and_each_passage_is_a_row(tmp_path: Path) -> None:
    rows = table(shipped_sheets() / "claims.csv")
    first, second = rows[:2]
    assert (first["subject"], first["relation"], first["object"], first["source"]) == (
        "太原",
        "acts-as",
        "省會",
        "article",
    )
    assert (first["id"], second["id"]) == ("taiyuan-acts-as-provincial-capital",) * 2
    assert second["status"] == second["positions"] == ""
    assert first["quote"] == second["quote"]
    assert first["paragraph"] != second["paragraph"]
