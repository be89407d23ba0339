"""Nouns are frozen values that hold text."""

from __future__ import annotations

from typing import Any

import pytest

import cityGraph as cg
from cityGraph.model.noun import Noun


def test_nouns_are_frozen_values_of_text() -> None:
    relation = cg.Relation("urn:r", "受支持")
    assert relation == cg.Relation(iri="urn:r", label="受支持")
    assert len({relation, cg.Relation("urn:r", "受支持")}) == 1
    assert repr(relation) == "Relation(iri='urn:r', label='受支持')"
    with pytest.raises(AttributeError, match=r"Relation is read-only: 'label' cannot be set. Use .replace\(label=…\)"):
        relation.label = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Relation is read-only: 'label' cannot be deleted"):
        del relation.label
    noun: Any = cg.Relation
    for values, named, problem in (
        (("urn:r",), {}, "needs a value for 'label'"),
        (("a", "b", "c"), {}, "3 values are too many. Fields: iri, label"),
        (("a", "b"), {"iri": "c"}, "'iri' is unknown or given twice"),
        (("a",), {"name": "b"}, "'name' is unknown or given twice"),
    ):
        with pytest.raises(TypeError, match=problem):
            noun(*values, **named)


def test_nouns_hold_no_rdf_terms(city: cg.CityGraph) -> None:
    def leaves(value: object) -> list[object]:
        if isinstance(value, Noun):
            return [leaf for field in value.fields for leaf in leaves(getattr(value, field))]
        return [leaf for each in value for leaf in leaves(each)] if isinstance(value, tuple) else [value]

    answer = leaves(cg.neighbors(city, "太原", hops=2, inferred=True)) + leaves(cg.claims(city))
    assert {type(leaf) for leaf in answer} <= {str, int, bool, type(None)}


def test_an_answer_is_a_sequence_of_the_items_of_one_field(city: cg.CityGraph) -> None:
    for answer, items in (
        ((found := cg.neighbors(city, "太鋼")), found.neighbors),
        ((dated := cg.timeline(city)), dated.events),
        ((scored := cg.central(city)), scored.scores),
        ((cited := cg.cite(city, "太鋼")), cited.citations),
        ((matched := cg.find(city, "太")), matched.matches),
    ):
        assert tuple(answer) == items
        assert (len(answer), answer[0], answer[-1]) == (len(items), items[0], items[-1])
        assert "_listed" not in answer.fields
