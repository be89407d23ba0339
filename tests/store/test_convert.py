"""Formats that not every engine reads become N-Triples; what cannot be read is said in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

import cityGraph as cg
from cityGraph.store.convert import LONGEST_PART, common, parse_reason
from cityGraph.store.files import RdfFile

TURTLE = b"<urn:a> <urn:b> <urn:c> ."


def file(content: bytes, kind: str) -> RdfFile:
    return RdfFile("x", content, kind, "http://example.org/", {})


def triples(source: RdfFile) -> int:
    return len(Graph().parse(data=source.content, format=source.media_type))


@pytest.mark.parametrize("kind", ["text/turtle", "application/n-triples"])
def test_what_both_engines_read_stays_as_it_is(kind: str) -> None:
    source = file(TURTLE, kind)
    assert common(source) is source


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<urn:a> <urn:b> <urn:c> <urn:g> .\n<urn:a> <urn:b> <urn:d> <urn:h> .", "application/n-quads"),
        (b"<urn:g> { <urn:a> <urn:b> <urn:c>, <urn:d> }", "application/trig"),
        (b'[{"@id": "urn:a", "urn:b": [{"@id": "urn:c"}, {"@id": "urn:d"}]}]', "application/ld+json"),
        (
            b'["urn:a", "urn:b", "urn:c", "globalId", "", ""]\n["urn:a", "urn:b", "urn:d", "globalId", "", ""]',
            "application/x-ndjson",
        ),
    ],
)
def test_other_formats_become_n_triples_of_one_graph(content: bytes, kind: str) -> None:
    found = common(file(content, kind))
    assert found.media_type == "application/n-triples"
    assert triples(found) == 2


def test_a_thing_of_a_json_page_with_a_name_and_no_iri_gets_an_iri() -> None:
    page = '{"@context": {"@vocab": "https://schema.org/"}, "name": "太鋼", "address": {"street": "x"}}'
    found = common(file(page.encode(), "application/ld+json")).content.decode()
    assert "<urn:unnamed:1>" in found
    assert found.count("urn:unnamed") == found.count("<urn:unnamed:1>")


def test_what_is_no_hextuples_is_an_error_with_its_file() -> None:
    with pytest.raises(cg.BadData, match="x"):
        common(file(b"[1, 2", "application/x-ndjson"))


def test_a_reason_is_one_line_of_bounded_length() -> None:
    reason = parse_reason(ValueError("a\n  b" + "c" * 1_000))
    assert "\n" not in reason
    assert "a b" in reason
    assert len(reason) < 300
    assert "ValueError" in parse_reason(ValueError())


@pytest.mark.parametrize("name", ["a.ttl", "a.trig", "a.nt"])
def test_a_literal_that_oxigraph_cannot_hold_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f'<urn:a> <urn:b> "c" .\n<urn:a> <urn:b> "{"x" * (LONGEST_PART + 1)}" .', "utf-8")
    with pytest.raises(cg.BadData, match=rf"{name}:2: a literal is longer than 16 MiB.* Shorten it, or use the engine"):
        cg.open(tmp_path / name)


def test_a_file_that_nests_too_deeply_for_rdflib_is_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:b> " + "[ <urn:b> " * 5_000 + "1" + " ]" * 5_000 + " .", "utf-8")
    with pytest.raises(cg.BadData, match="nested too deeply for this engine"):
        cg.open(tmp_path / "a.ttl", engine="rdflib")
    assert cg.open(tmp_path / "a.ttl").size()
