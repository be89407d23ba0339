"""Terms of the ontology have labels in the reader's language, from either end of a relation."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.names.labels import all_labels, language_rank, vocabulary
from cityGraph.namespaces import CG


@pytest.mark.parametrize(
    ("language", "out", "back"), [("zh-Hant", "重點支持", "受…重點支持"), ("zh-Hans", "重点支持", "受…重点支持")]
)
def test_a_relation_is_labelled_from_either_end(language: str, out: str, back: str) -> None:
    words = vocabulary(cg.open(language=language), [CG + "supports"])
    assert words.relation(CG + "supports", "out") == out
    assert words.relation(CG + "supports", "in") == back


def test_a_term_without_a_label_is_called_by_the_end_of_its_iri(city: cg.CityGraph) -> None:
    assert vocabulary(city, ["urn:example:unknownTerm"]).label("urn:example#unknownTerm") == "unknownTerm"


def test_all_labels_has_every_language_and_both_ends(city: cg.CityGraph) -> None:
    found = all_labels(city, [CG + "supports"])[CG + "supports"]
    assert {"重點支持", "重点支持", "受…重點支持"} <= set(found)
    assert any(label.isascii() for label in found)
    assert all_labels(city, []) == {}


def test_the_wanted_language_ranks_first_then_its_other_script_then_others() -> None:
    ranks = [language_rank("zh-Hant", tag) for tag in ("zh-Hant", "zh-Hans", "en")]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0
    assert len(set(ranks)) == 3
    assert language_rank("en", "en-GB") < language_rank("en", "zh-Hant")
