"""Errors: one line each, that says what is wrong, where and what to do, and carries what a program needs."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.errors import short
from cityGraph.model.validation import Finding


def test_every_error_is_a_citygraph_error() -> None:
    public = [getattr(cg, name) for name in cg.__all__]
    errors = [each for each in public if isinstance(each, type) and issubclass(each, Exception)]
    assert len(errors) == 9
    assert all(issubclass(error, cg.CityGraphError) for error in errors)


def test_short_keeps_forty_characters() -> None:
    assert short("太" * 40) == "太" * 40
    assert short("太" * 41) == "太" * 40 + "…"


def test_name_not_found_carries_the_name_and_the_nearest() -> None:
    error = cg.NameNotFound("太剛", ["太鋼", "太鍋"])
    assert (error.name, error.suggestions) == ("太剛", ("太鋼", "太鍋"))
    assert "'太剛'" in str(error)
    assert "太鋼, 太鍋" in str(error)
    assert "Nearest" not in str(cg.NameNotFound("太剛"))
    assert "kind 'Firm'" in str(cg.NameNotFound("太剛", kind="Firm"))
    long = "x" * 40
    assert str(cg.NameNotFound("x", [long + "1", long + "2"])).count(long) == 1  # cut alike, they are said once


def test_ambiguous_name_carries_all_candidates_and_lists_four() -> None:
    things = [cg.Entity(f"urn:{n}", f"物{n}", "Firm", "企業") for n in range(6)]
    error = cg.AmbiguousName("物", things, by_kind=True)
    assert error.candidates == tuple(things)
    assert "物3 (企業, urn:3)" in str(error)
    assert "urn:4" not in str(error)
    assert "and 2 more" in str(error)
    assert "--kind" in str(error)
    assert "--kind" not in str(cg.AmbiguousName("物", things))


@pytest.mark.parametrize(("line", "where"), [(None, "a.ttl: "), (7, "a.ttl:7: ")])
def test_bad_data_names_the_file_and_the_line(line: int | None, where: str) -> None:
    error = cg.BadData("a.ttl", "not RDF", line)
    assert (error.file, error.line, str(error)) == ("a.ttl", line, f"{where}not RDF")


def test_no_answer_carries_the_url() -> None:
    error = cg.NoAnswer("http://localhost/sparql", "it breaks off")
    assert (error.url, str(error)) == ("http://localhost/sparql", "http://localhost/sparql: it breaks off")


@pytest.mark.parametrize(("n", "counted"), [(1, "1 finding"), (2, "2 findings")])
def test_invalid_carries_its_findings_and_counts_them(n: int, counted: str) -> None:
    finding = Finding("shape:x", "a name is missing", "urn:a", "甲", None, None)
    error = cg.Invalid([finding] * n)
    assert error.findings == (finding,) * n
    assert str(error).rstrip(".").endswith(counted)
