"""In masked quotes a name, a figure or a date is one character, which says whose it is."""

from __future__ import annotations

import pytest

import cityGraph as cg
from cityGraph.graph.reader import read
from cityGraph.model.claim import Claim
from cityGraph.proof.quote_names import Names
from cityGraph.proof.quoted import FIGURE, LIKE_OBJECT, OBJECT, SUBJECT, Quoted, printed
from cityGraph.proof.wording import wording


@pytest.fixture(scope="module")
def names(city: cg.CityGraph) -> Names:
    return Names(wording(city))


@pytest.fixture(scope="module")
def claims(city: cg.CityGraph) -> dict[str, Claim]:
    return {claim.iri.rsplit("/", 1)[-1]: claim for claim in read(city, None)}


def masked(claim: Claim, names: Names, phrase: str) -> str:
    said = claim.replace(evidence=(claim.evidence[0].replace(phrase=phrase),))
    (words,) = Quoted(said, names).masked
    return printed(words)


def test_both_ends_and_others_of_their_kind_are_marked(claims: dict[str, Claim], names: Names) -> None:
    claim = claims["taigang-signs-with-cisdi-engineering"]
    words = masked(claim, names, "太鋼與中冶賽迪工程技術股份有限公司、東方誠建設集團公司簽約")
    assert words[0] == SUBJECT
    assert words[2] == OBJECT
    assert words[3:] == f"、{words[4]}签约"
    assert words.endswith("签约")


def test_a_figure_is_the_value_only_with_its_unit_and_comparator(claims: dict[str, Claim], names: Names) -> None:
    claim = next(
        each
        for each in claims.values()
        if each.relation.iri.endswith("totalInvestment") and each.object_text.split(" ")[1:2] == ["23900000000"]
    )
    assert OBJECT in masked(claim, names, "总投资约239亿元")
    wrong = masked(claim.replace(qualifiers=()), names, "总投资约239亿元")
    assert OBJECT not in wrong
    assert FIGURE in wrong


def test_printed_words_get_their_marks_back() -> None:
    assert printed(f"{SUBJECT}\x0f{LIKE_OBJECT}\x0e") == f"{SUBJECT}、{LIKE_OBJECT}。"
