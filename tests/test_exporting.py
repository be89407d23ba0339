"""Exports: every format is read back by a reader that people use, and nothing in a cell or label can do harm."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx
import openpyxl
import pytest

import cityGraph as cg
from cityGraph.exporting import COLUMNS, FORMATS
from test_drawing import STRANGE
from test_surfaces import citygraph, refusal

PREFIXES = """
@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."""


def table(found: cg.Export) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(found.csv().decode("utf-8-sig"))))


def strange(tmp_path: Path) -> cg.CityGraph:
    """A city whose things are called what would break a careless format."""
    lines = [PREFIXES]
    for at, name in enumerate([*STRANGE, "x\uffffy", "+1", "-1", "@x", "'q"]):
        lines += [
            f"<urn:a> cg:supports <urn:{at}> .",
            f"<urn:{at}> a cg:Firm ; skos:prefLabel {json.dumps(name, ensure_ascii=False)} .",
            f"<urn:c{at}> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:supports ; rdf:object <urn:{at}> ;",
            "  cg:status cg:realised ; cg:basis cg:stated .",
        ]
    lines.append('<urn:a> a cg:City ; skos:prefLabel "中心" .')
    file = tmp_path / "strange.ttl"
    file.write_text("\n".join(lines), "utf-8")
    return cg.open(file)


def test_a_row_says_who_is_tied_to_whom_how_and_where_it_says_so(city: cg.CityGraph) -> None:
    (row,) = [row for row in table(cg.export(city, "太鋼")) if row["relation"] == "重點支持"]
    told = {name: row[name] for name in ("subject", "object", "object_kind", "status", "basis", "paragraph", "phrase")}
    assert told == {
        "subject": "太原",
        "object": "太鋼",
        "object_kind": "企業",
        "status": "planned",
        "basis": "resolved",
        "paragraph": "13",
        "phrase": "重點支持太鋼",
    }
    assert row["url"].startswith("http://sx.people.com.cn/")


def test_every_claim_is_in_the_table_and_every_tie_in_the_network(city: cg.CityGraph) -> None:
    found = cg.export(city)
    stated = cg.claims(city)
    assert {row["claim"] for row in table(found)} == {claim.iri for claim in stated}
    assert len(list(found.rows())) == sum(max(1, len(claim.evidence)) for claim in stated)
    assert set(found.network().edges(keys=True)) == set(cg.network(city).edges(keys=True))


def test_excel_gets_typed_cells_links_frozen_headers_and_filters(city: cg.CityGraph) -> None:
    book = openpyxl.load_workbook(io.BytesIO(cg.export(city).xlsx()))
    assert book.sheetnames == ["claims", "entities"]
    sheet = book["claims"]
    rows = list(sheet.iter_rows())
    assert tuple(cell.value for cell in rows[0]) == COLUMNS
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", f"A1:U{len(rows)}")
    at = {name: number for number, name in enumerate(COLUMNS)}
    (target,) = [
        row for row in rows if row[at["subject"]].value == "太原 2020 年名次" and row[at["unit"]].value == "名"
    ]
    assert (target[at["object"]].value, target[at["object"]].data_type) == (223, "n")
    assert target[at["url"]].hyperlink.target.startswith("http")
    assert len(list(book["entities"].iter_rows())) == len(cg.export(city).entities) + 1


def test_gephi_and_cytoscape_get_labels_kinds_status_and_evidence(city: cg.CityGraph) -> None:
    found = cg.export(city, "太鋼", inferred=True)
    whole = found.network()
    for read in (
        networkx.read_graphml(io.BytesIO(found.graphml()), force_multigraph=True),
        networkx.read_gexf(io.BytesIO(found.gexf())),
        networkx.node_link_graph(json.loads(found.json()), edges="edges"),
    ):
        assert {node: data["label"] for node, data in read.nodes(data=True)} == dict(whole.nodes(data="label"))
        assert {node: data["kind"] for node, data in read.nodes(data=True)} == dict(whole.nodes(data="kind"))
        told = sorted((one, other, data["label"], data["status"]) for one, other, data in read.edges(data=True))
        assert told == sorted((one, other, d["label"], d["status"]) for one, other, d in whole.edges(data=True))
        said = [
            data.get("source_title") for *_, data in read.edges(data=True) if data.get("evidence") == "重點支持太鋼"
        ]
        assert said == ["山西日報 2025-03-27"]
    assert "太鋼".encode() in found.graphml()
    assert "太鋼".encode() in found.gexf()


def test_filters_narrow_and_inferred_claims_say_why(city: cg.CityGraph) -> None:
    assert {claim.relation.label for claim in cg.export(city, relations=["重點支持"]).claims} == {"重點支持"}
    assert {claim.status for claim in cg.export(city, statuses=["planned", "targeted"]).claims} == {
        "planned",
        "targeted",
    }
    for claim in cg.export(city, kinds=["開發區"]).claims:
        ends = [end for end in (claim.subject, claim.object) if isinstance(end, cg.Entity)]
        assert "Zone" in {end.kind for end in ends}
    assert cg.export(city, kinds=["开发区"]) == cg.export(city, kinds=["Zone"])
    inferred = [row for row in table(cg.export(city, inferred=True)) if row["basis"] == "inferred"]
    assert len(inferred) > 100
    assert all(row["because"] for row in inferred)
    assert "inferred" not in {row["basis"] for row in table(cg.export(city))}
    assert {row["source"] for row in table(cg.export(cg.according_to(city, "article")))} == {"山西日報 2025-03-27"}


@pytest.mark.parametrize("form", FORMATS.values())
def test_the_same_input_gives_the_same_bytes_on_every_engine(form: str) -> None:
    one, other = (getattr(cg.export(cg.open(engine=engine), "太重"), form)() for engine in ("oxigraph", "rdflib"))
    assert one == other


def test_whatever_a_name_holds_no_cell_computes_and_every_file_is_read(tmp_path: Path) -> None:
    found = cg.export(strange(tmp_path))
    told = [row["object"] for row in table(found)]
    assert {"'=cmd()", "'+1", "'-1", "'@x", "'q", "長" * 300} <= set(told)
    book = openpyxl.load_workbook(io.BytesIO(found.xlsx()))
    cells = [cell for row in book["claims"].iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert {"=cmd()", "<script>alert(1)</script>", "·[31mred"} <= {cell.value for cell in cells}
    for read in (
        networkx.read_graphml(io.BytesIO(found.graphml()), force_multigraph=True),
        networkx.read_gexf(io.BytesIO(found.gexf())),
    ):
        assert {"<script>alert(1)</script>", "a & b", "x·y"} <= {label for _, label in read.nodes(data="label")}


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "long.ttl"
    file.write_text(
        f"{PREFIXES} <urn:c> a cg:Claim ;"
        f' rdf:subject <urn:a> ; rdf:predicate cg:note ; rdf:object "{"長" * 40_000}" ;'
        " cg:status cg:realised ; cg:basis cg:stated .",
        "utf-8",
    )
    book = openpyxl.load_workbook(io.BytesIO(cg.export(cg.open(file)).xlsx()))
    cut = book["claims"].cell(2, 1 + COLUMNS.index("object")).value
    assert isinstance(cut, str)
    assert (len(cut), cut[-1]) == (32_767, "…")


def valued(tmp_path: Path, value: str, page: str = "") -> cg.Export:
    """One claim of `value`, said by one page."""
    file = tmp_path / "valued.ttl"
    file.write_text(
        f"{PREFIXES} @prefix schema: <https://schema.org/> . @prefix oa: <http://www.w3.org/ns/oa#> ."
        " @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
        f" <urn:c> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:value ; rdf:object {value} ;"
        " cg:status cg:realised ; cg:basis cg:stated ; cg:evidence <urn:e> ."
        ' <urn:e> oa:hasSource <urn:s> ; cg:phrase "words" .'
        f" <urn:s> schema:url <https://example.org/{page}> .",
        "utf-8",
    )
    return cg.export(cg.open(file))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("30", 30),
        ("2.5", 2.5),
        ('"1e3"^^xsd:double', 1000),
        ('"NaN"^^xsd:double', "NaN"),
        ('"INF"^^xsd:double', "INF"),
        ("12345678901234567890", "12345678901234567890"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ('"2024"^^xsd:gYear', "2024"),
    ],
)
def test_a_number_is_a_number_where_no_digit_is_lost_else_its_words(
    tmp_path: Path, value: str, cell: float | str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(valued(tmp_path, value).xlsx()))
    assert book["claims"].cell(2, 1 + COLUMNS.index("object")).value == cell
    assert table(valued(tmp_path, value))[0]["object"] == str(cell)


def test_an_address_too_long_for_a_link_stays_as_text(tmp_path: Path) -> None:
    at = 1 + COLUMNS.index("url")
    short, long = (
        openpyxl.load_workbook(io.BytesIO(valued(tmp_path, "1", page).xlsx()))["claims"].cell(2, at)
        for page in ("a", "a" * 3_000)
    )
    assert (short.hyperlink is None, long.hyperlink is None) == (False, True)
    assert str(long.value).startswith(f"https://example.org/{'a' * 3_000}")


def test_more_rows_than_a_sheet_holds_are_refused(city: cg.CityGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cityGraph.exporting._ROWS", 10)
    with pytest.raises(cg.CityGraphError, match="more than a sheet of Excel holds"):
        cg.export(city).xlsx()


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_command_writes_what_the_library_gives(tmp_path: Path, city: cg.CityGraph, suffix: str) -> None:
    file = tmp_path / f"太鋼{suffix}"
    done = citygraph("export", "太鋼", "-o", str(file))
    assert (done.status, done.out, done.err) == (0, "", "")
    assert file.read_bytes() == getattr(cg.export(city, "太鋼"), FORMATS[suffix])()


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["沒有這個"], 1, "nothing here is called"),
        (["--kind", "Dragon"], 1, "the filters leave no claim of"),
        (["--relation", "suports"], 1, "nearest: supports"),
        (["--source", "nobody"], 1, "nobody"),
        (["--status", "dreamt"], 2, "'planned'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_leaves_nothing_is_refused_and_no_file_appears(
    tmp_path: Path, arguments: list[str], status: int, told: str
) -> None:
    assert told in refusal(citygraph("export", *arguments, "-o", str(tmp_path / "a.csv")), status)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_suffix_lists_those_known() -> None:
    assert ".xlsx .csv .graphml .gexf .json" in refusal(citygraph("export", "-o", "a.doc"), 2)
    assert "say where to write" in refusal(citygraph("export"), 2)
