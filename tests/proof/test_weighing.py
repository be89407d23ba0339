"""One fact beside one sentence: supported, planned, different or not said."""

from __future__ import annotations

import pytest

from cityGraph.proof.weighing import weigh
from support.sentences import iri, known, said


def verdict(sentence: str, subject: str, relation: str, thing: str) -> tuple[str, str]:
    """The verdict and the reason of the facts of one relation between two things."""
    facts = [f for f in known().facts if (f.subject, f.object, f.relations) == (iri(subject), iri(thing), [relation])]
    made = [each for each in (weigh(said(sentence), fact) for fact in facts) if each]
    return (made[0].verdict, made[0].reason) if made else ("", "")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("雲泊計劃重點支持礪濤鑄鋼", ("supported", "")),
        ("雲泊重點支持礪濤鑄鋼", ("planned", "")),
        ("雲泊不再重點支持礪濤鑄鋼", ("differs", "denied")),
        ("據傳雲泊將重點支持礪濤鑄鋼", ("not-said", "doubted")),
        ("礪濤鑄鋼重點支持雲泊", ("differs", "")),
        ("霽川計劃重點支持礪濤鑄鋼", ("", "")),
        ("雲泊與礪濤鑄鋼", ("", "")),
    ],
)
def test_a_plan_is_supported_as_a_plan_alone(sentence: str, expected: tuple[str, str]) -> None:
    assert verdict(sentence, "yunbo", "supports", "litao") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("濮聞渡是雲泊市委書記", ("supported", "")),
        ("濮聞渡將擔任雲泊市委書記", ("not-said", "as-plan")),
        ("濮聞渡曾任雲泊市委書記", ("not-said", "doubted")),
        ("Pu Wendu is the Party secretary of Yunbo", ("supported", "")),
        ("Pu Wendu was the Party secretary of Yunbo", ("not-said", "doubted")),
    ],
)
def test_a_fact_is_supported_as_a_fact_of_now_alone(sentence: str, expected: tuple[str, str]) -> None:
    assert verdict(sentence, "pu-wendu", "holdsOffice", "yunbo-party-secretary") == expected
