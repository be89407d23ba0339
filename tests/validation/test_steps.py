"""Following a SHACL property path over triples and claims."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.model.query import Term
from cityGraph.validation.steps import Steps
from support.samples import inferred_claim, turtle

HARBOUR = (
    "ex:a ex:on ex:b . ex:b ex:on ex:c . ex:c ex:on ex:a . ex:b ex:has ex:x . ex:c ex:has ex:y . ex:x ex:is 'deep' ."
    + inferred_claim("guess", "ex:a ex:has ex:z")
)


def reached(tmp_path: Path, path: str, start: str = "a", *, inferred: bool = False) -> set[str]:
    """The ends of the names of what a path leads to."""
    city = cg.open(turtle(tmp_path, HARBOUR))
    shapes: dict[str, dict[str, list[Term]]] = {}
    for subject, predicate, what in cg.open(
        turtle(tmp_path, f"@prefix sh: <http://www.w3.org/ns/shacl#> . ex:shape sh:path {path} .", "shape.ttl")
    ).rows("SELECT ?s ?p ?o WHERE { ?s ?p ?o }"):
        shapes.setdefault(subject.value, {}).setdefault(predicate.value, []).append(what)
    [path_term] = next(each for name, each in shapes["https://example.org/shape"].items() if name.endswith("#path"))
    ends = Steps(city, shapes, [path_term]).ends(
        path_term, Term("uri", f"https://example.org/{start}"), inferred=inferred
    )
    return {end.value.rsplit("/", 1)[-1] for end in ends}


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("ex:on", {"b"}),
        ("[ sh:inversePath ex:on ]", {"c"}),
        ("( ex:on ex:has )", {"x"}),
        ("[ sh:alternativePath ( ex:on [ sh:inversePath ex:on ] ) ]", {"b", "c"}),
        ("[ sh:zeroOrOnePath ex:on ]", {"a", "b"}),
        ("[ sh:oneOrMorePath ex:on ]", {"a", "b", "c"}),
        ("( [ sh:zeroOrMorePath ex:on ] ex:has )", {"x", "y"}),
        ("( ex:on ex:has ex:is )", {"deep"}),
        ("[ sh:inversePath ( ex:on ex:on ) ]", {"b"}),
        ("[ sh:inversePath [ sh:inversePath ex:on ] ]", {"b"}),
        ("ex:never", set()),
    ],
)
def test_a_path_leads_where_a_shacl_engine_would_go(tmp_path: Path, path: str, ends: set[str]) -> None:
    assert reached(tmp_path, path) == ends


def test_an_inferred_claim_is_a_step_only_if_asked(tmp_path: Path) -> None:
    assert reached(tmp_path, "ex:has") == set()
    assert reached(tmp_path, "ex:has", inferred=True) == {"z"}
    assert reached(tmp_path, "[ sh:inversePath ex:has ]", "z", inferred=True) == {"a"}


def test_what_is_not_in_the_graph_leads_nowhere(tmp_path: Path) -> None:
    assert reached(tmp_path, "ex:on", "elsewhere") == set()
