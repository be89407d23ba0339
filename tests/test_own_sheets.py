"""The sheets of the city are the source of its graph: both say the same, and neither copies more than short quotes."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import cityGraph as cg
from support.paths import DATA, ROOT, article

SHEETS = ROOT / "data" / "taiyuan"
ARTICLE = article()
LONGEST = 24  # characters of a quote that we publish
WHAT_TO_TYPE = (
    "data/triples.ttl is not what data/taiyuan says. After a change of the sheets: make city. After a change of "
    "the graph: citygraph --from data/triples.ttl export --format sheets -o data/taiyuan"
)


def test_the_sheets_make_the_graph(tmp_path: Path) -> None:
    built = cg.build(SHEETS, output=tmp_path / "city.ttl")
    assert built.refused == ()
    assert (tmp_path / "city.ttl").read_bytes() == DATA.read_bytes(), WHAT_TO_TYPE


@pytest.mark.skipif(ARTICLE is None, reason="the article is not ours to ship")
def test_the_article_proves_what_the_sheets_make_of_it(tmp_path: Path) -> None:
    assert ARTICLE
    built = cg.build(SHEETS, output=tmp_path / "city.ttl", text=ARTICLE.read_text("utf-8"))
    assert built.refused == ()
    assert (tmp_path / "city.ttl").read_bytes() == DATA.read_bytes(), WHAT_TO_TYPE


def test_no_text_of_a_source_lies_beside_the_sheets() -> None:
    assert {file.name for file in SHEETS.iterdir()} <= {
        *("city.toml", "claims.csv", "sources.csv", "things.csv", "words.csv")
    }


def test_a_quote_of_ours_is_short() -> None:
    with (SHEETS / "claims.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [row["quote"] for row in csv.DictReader(stream)]
    graph = re.findall(r'cg:phrase "((?:[^"\\]|\\.)*)"', DATA.read_text("utf-8"))
    assert len(graph) == DATA.read_text("utf-8").count("cg:phrase")
    assert set(graph) == {*rows} - {""}
    assert [quote for quote in (*rows, *graph) if len(quote) > LONGEST] == []


def test_a_text_that_lies_elsewhere_proves_or_refuses(tmp_path: Path) -> None:
    (tmp_path / "things.csv").write_text("name,kind\n乙市,city\n甲公司,firm\n丙园区,zone\n", "utf-8")
    (tmp_path / "sources.csv").write_text("key,title,language\nnews,乙市新闻,zh-Hans\nmore,其他,zh-Hans\n", "utf-8")
    claims = "subject,relation,object,source\n乙市,supports,甲公司,news\n乙市,supports,丙园区,news\n"
    (tmp_path / "claims.csv").write_text(claims, "utf-8")
    said = "乙市新闻\n\n乙市支持甲公司。\n"
    for text in (said, [("news", said)], [("NEWS", said.partition("\n\n")[2])]):
        answer = cg.build(tmp_path, check=True, text=text)
        assert [(each.row, each.proof) for each in answer.proved] == [(2, "text")]
        assert [(each.table, each.row) for each in answer.refused] == [("claims.csv", 3)]
    assert {each.proof for each in cg.build(tmp_path, check=True, text=[("more", said)]).proved} == {"citation"}
    with pytest.raises(cg.CityGraphError, match=r"has the key 'new'\. Did you mean news\?"):
        cg.build(tmp_path, check=True, text=[("new", said)])
    with pytest.raises(cg.BadText, match="--text SOURCE=FILE"):
        cg.build(tmp_path, check=True, text="别的新闻\n\n乙市支持甲公司。\n")
