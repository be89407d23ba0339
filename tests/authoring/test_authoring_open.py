"""Sheets are opened as any other source: built in memory, with nothing written, or refused with the first cell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.authoring import open as opening
from support.books import book as write_book

TABLES = {
    "things": "name,kind,id\nPort Ellery,city,\nMarlow Batteries,firm,\n",
    "sources": "key,title,date,language,file\nnews,Harbour news,2026-03-04,en,news.txt\n",
    "claims": "subject,relation,object,source\nPort Ellery,supports,Marlow Batteries,news\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "port ellery"
    (made / "texts").mkdir(parents=True)
    (made / "texts" / "news.txt").write_text("Harbour news\n\nPort Ellery supports Marlow Batteries.\n", "utf-8")
    for name, table in TABLES.items():
        (made / f"{name}.csv").write_text(table, "utf-8")
    return made


@pytest.fixture
def book(folder: Path) -> Path:
    file = write_book(folder.parent / "book.xlsx", **TABLES)
    shutil.copy(folder / "texts" / "news.txt", folder.parent / "texts")
    return file


def everything(place: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in sorted(place.rglob("*")) if each.is_file()}


@pytest.mark.parametrize("source", ["folder", "book"])
def test_sheets_are_opened_and_nothing_is_written(request: pytest.FixtureRequest, engine: str, source: str) -> None:
    path: Path = request.getfixturevalue(source)
    before = everything(path.parent)
    city = cg.open(path, engine=engine)
    (edge,) = cg.neighbors(city, "Port Ellery")
    assert (edge.label, edge.status, edge.proof) == ("Marlow Batteries", "realised", "text")
    assert city.sources == (str(path),)
    assert everything(path.parent) == before


def test_sheets_are_read_with_other_sources(folder: Path) -> None:
    both = folder.parent / "more.ttl"
    both.write_text('<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "Elsewhere"@en .\n', "utf-8")
    city = cg.open(both, folder)
    assert [cg.resolve(city, name).label for name in ("Elsewhere", "Port Ellery")] == ["Elsewhere", "Port Ellery"]
    assert city.sources == (str(both), str(folder))


def test_a_cell_that_is_refused_keeps_sheets_from_being_opened(folder: Path) -> None:
    (folder / "claims.csv").write_text(
        "subject,relation,object,source\nMarlow Batteries,supports,Port Ellery,news\nPort Ellery,owns,Nobody,news\n",
        "utf-8",
    )
    with pytest.raises(cg.BadData) as refused:
        cg.open(folder)
    message = str(refused.value)
    assert message.startswith(f"{folder}: claims.csv:2 ")
    assert "(1 more)" in message
    assert message.endswith(f"citygraph build '{folder}' --check")


def test_a_folder_of_rdf_is_no_sheets_although_it_has_a_table(folder: Path) -> None:
    (folder / "things.csv").unlink()
    (folder / "a.ttl").write_text('<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "One"@en .\n', "utf-8")
    assert cg.resolve(cg.open(folder), "One").iri == "urn:a"


def test_sheets_of_many_rows_name_the_command_that_builds_them_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not cg.open(folder).notes
    monkeypatch.setattr(opening, "_MANY", 0)
    assert any(f"citygraph build '{folder}'" in note for note in cg.open(folder).notes)


def test_how_a_table_was_saved_is_said_where_it_was_guessed(folder: Path) -> None:
    (folder / "things.csv").write_text("\ufeff" + TABLES["things"], "utf-8")
    assert not cg.open(folder).notes
    (folder / "things.csv").write_text(TABLES["things"].replace(",", ";"), "utf-8")
    assert cg.open(folder).notes == ("things.csv: separated by ;.",)
