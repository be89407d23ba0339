"""The proof: a claim that the text makes passes, and a claim with anything changed does not.

The fixture city carries these tests everywhere; the real article is held against the real graph where it is at hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cityGraph.model.claim import Claim, Entity, Qualifier, Relation, Value
from cityGraph.model.positions import parts, written
from cityGraph.namespaces import CG, PREFIXES
from cityGraph.proof.prover import conflicts
from support.mutants import REASONS, Mutator, mutator
from support.paths import DATA, FIXTURE, article

YB = "https://w3id.org/citygraph/id/yunbo/"
RDF, XSD = PREFIXES["rdf"], PREFIXES["xsd"]


def cities() -> list[Any]:
    found = [pytest.param(FIXTURE / "city.ttl", FIXTURE / "article.txt", id="fixture")]
    real = article()
    return [*found, pytest.param(DATA, real, id="太原")] if real else found


@pytest.fixture(scope="module")
def judge() -> Mutator:
    return mutator(FIXTURE / "city.ttl", FIXTURE / "article.txt")


@pytest.mark.parametrize(("graph", "text"), cities())
def test_true_claims_raise_no_false_alarm(graph: Path, text: Path) -> None:
    assert mutator(graph, text).false_alarms() == []


@pytest.mark.parametrize(("graph", "text"), cities())
def test_of_two_hundred_mutants_none_survives(graph: Path, text: Path) -> None:
    verdicts = mutator(graph, text).judge(200, seed=7)
    assert verdicts.made.total() == 200
    assert verdicts.made.keys() == REASONS.keys()
    assert verdicts.survivors == [], verdicts.table()


def test_a_rank_of_another_year_and_the_year_of_a_target_without_a_number_pass(judge: Mutator) -> None:
    """What the proof cannot see: where this fails, the proof has learnt it, and README and mutants can drop it."""
    things = {
        end.iri: end for claim in judge.claims for end in (claim.subject, claim.object) if isinstance(end, Entity)
    }
    for relation, one, other in (
        ("rankedIn", "yunbo-rank-2031", "yunbo-rank-2027"),
        ("due", "target-manufacturing-share", "target-ten-billion"),
    ):
        (claim,) = [claim for claim in of_relation(judge, relation) if claim.subject.iri == YB + one]
        words = judge.words.anchors[YB + other]
        roles = dict(parts(claim.positions or "")) | {"subject": written(words)}
        changed = claim.replace(subject=things[YB + other], positions="; ".join(f"{r} {w}" for r, w in roles.items()))
        assert found(judge, changed) == []


def test_mutants_are_the_same_for_the_same_seed(judge: Mutator) -> None:
    assert judge.judge(60, seed=3).table() == judge.judge(60, seed=3).table()


def found(judge: Mutator, changed: Claim) -> list[str]:
    return [rule for rule, _ in judge.prover.check(changed)]


def without(original: Claim, role: str) -> Claim:
    kept = [f"{name} {where}" for name, where in parts(original.positions or "") if name != role]
    return original.replace(positions="; ".join(kept))


def of_relation(judge: Mutator, relation: str, status: str | None = None) -> list[Claim]:
    chosen = [c for c in judge.claims if c.relation.iri.endswith(f"#{relation}") and status in (None, c.status)]
    assert chosen, relation
    return chosen


def test_a_plan_does_not_become_a_fact_by_losing_its_modal_word(judge: Mutator) -> None:
    plans = [c for r in ("implements", "sitedIn") for c in of_relation(judge, r, "planned")]
    for plan in plans:
        assert "modal" in found(judge, without(plan, "modal").replace(status="realised"))


def test_a_fact_is_not_a_plan_for_want_of_a_modal_word(judge: Mutator) -> None:
    for fact in of_relation(judge, "sitedIn", "realised"):
        assert "modal" in found(judge, fact.replace(status="planned"))


def test_what_the_name_of_an_unbuilt_work_says_is_a_plan(judge: Mutator) -> None:
    for connection in of_relation(judge, "connects", "planned"):
        assert "status" in found(judge, connection.replace(status="realised"))


def test_an_open_list_may_not_pass_for_a_closed_one(judge: Mutator) -> None:
    opened = [c for c in judge.claims if c.qualifier("openList")]
    assert len(opened) > 5
    for each in opened:
        rest = tuple(q for q in each.qualifiers if q.name != "openList")
        assert "openList" in found(judge, without(each, "openList").replace(qualifiers=rest))


def test_a_closed_list_may_not_pass_for_an_open_one(judge: Mutator) -> None:
    closed = next(c for c in of_relation(judge, "spearheads") if not c.qualifier("openList"))
    marked = closed.replace(
        qualifiers=(Qualifier("openList", "", "true", ""),), positions=f"{closed.positions}; openList 1:0-1"
    )
    assert "openList" in found(judge, marked)


def test_a_purpose_and_a_verb_read_as_printed(judge: Mutator) -> None:
    for name in ("purpose", "verb"):
        one = next(c for c in judge.claims if c.qualifier(name))
        others = tuple(q for q in one.qualifiers if q.name != name)
        changed = one.replace(qualifiers=(*others, Qualifier(name, "", "別的話", "別的話")))
        assert name in found(judge, changed)
        assert name in found(judge, without(one, name))


def test_a_stage_is_named_by_a_word_of_that_stage(judge: Mutator) -> None:
    events = of_relation(judge, "advances")
    stages = {claim.qualifier("stage") for claim in events}
    assert len(stages) == 2
    for claim in events:
        (other,) = stages - {claim.qualifier("stage")}
        assert "stage" in found(judge, claim.replace(qualifiers=(Qualifier("stage", "", str(other), ""),)))


def test_members_of_a_list_keep_their_order(judge: Mutator) -> None:
    members = of_relation(judge, "memberOf")
    swapped = [m.replace(qualifiers=(Qualifier("order", "", "9", "9"),)) if m == members[0] else m for m in judge.all]
    assert [rule for c, (rule, _) in conflicts(swapped) if c.iri == members[0].iri] == ["order"]


def test_one_source_says_a_thing_once(judge: Mutator) -> None:
    twin = judge.claims[0].replace(iri="urn:twin")
    assert [rule for c, (rule, _) in conflicts([*judge.all, twin]) if c.iri == "urn:twin"] == ["duplicate"]


def test_a_measure_that_counts_anything_has_one_figure_of_each(judge: Mutator) -> None:
    figure = of_relation(judge, "value")[0]
    assert isinstance(figure.object, Value)
    given = {each.name: each for each in figure.qualifiers} | {"quantity": Qualifier("quantity", "", "seats", "seats")}
    first = figure.replace(iri="urn:first", qualifiers=tuple(given.values()))
    second = first.replace(iri="urn:second", object=figure.object.replace(value="77"))

    def told(**other: str) -> list[str]:
        changed = given | {name: Qualifier(name, "", value, value) for name, value in other.items()}
        again = second.replace(qualifiers=tuple(changed.values()))
        return [rule for c, (rule, _) in conflicts([first, again]) if c.iri == "urn:second"]

    assert told() == ["duplicate"]
    assert [told(quantity="beds"), told(unit="m2"), told(period="1999")] == [[], [], []]


def test_a_thing_has_one_figure_of_a_measure_by_one_source(judge: Mutator) -> None:
    figure = of_relation(judge, "value")[0]
    assert isinstance(figure.object, Value)
    twin = figure.replace(iri="urn:twin", object=figure.object.replace(value="77"))
    assert [rule for c, (rule, _) in conflicts([*judge.all, twin]) if c.iri == "urn:twin"] == ["duplicate"]


def test_a_part_of_a_rise_is_not_the_rise(judge: Mutator) -> None:
    rise = next(
        c for c in of_relation(judge, "value") if c.qualifier("unit") == "https://w3id.org/citygraph/ontology#places"
    )
    (where,) = [ranges for role, ranges in parts(rise.positions or "") if role == "object"]
    paragraph, start = where.split("-")[0].split(":")
    said = judge.text.paragraphs[int(paragraph)][int(start) :]
    first = said.index("名") + 1
    changed = rise.replace(
        positions=(rise.positions or "").replace(f"object {where}", f"object {paragraph}:{start}-{int(start) + first}"),
        object=Value(said[: first - 1], "http://www.w3.org/2001/XMLSchema#decimal"),
        basis="stated",
        qualifiers=(Qualifier("unit", "", "https://w3id.org/citygraph/ontology#rank", ""),),
    )
    assert "object" in found(judge, changed)


def test_an_inferred_claim_gives_its_reason_and_no_passage(judge: Mutator) -> None:
    guess = next(c for c in judge.all if c.basis == "inferred")
    assert found(judge, guess) == []
    assert found(judge, guess.replace(because=None)) == ["basis"]
    assert found(judge, guess.replace(positions="subject 1:0-1")) == ["basis"]
    assert "basis" in found(judge, judge.claims[0].replace(because="so it seems"))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"evidence": ()}, "evidence"),
        ({"positions": None}, "positions"),
        ({"positions": "subject here"}, "positions"),
        ({"positions": "subject 1:0-1"}, "positions"),
    ],
)
def test_a_claim_without_its_words_is_not_proved(judge: Mutator, change: dict[str, object], rule: str) -> None:
    assert rule in found(judge, judge.claims[0].replace(**change))


def test_a_position_of_nothing_is_refused(judge: Mutator) -> None:
    odd = judge.claims[0].replace(positions=f"{judge.claims[0].positions}; weather 1:0-1")
    assert "positions" in found(judge, odd)
    far = judge.claims[0].replace(positions="subject 1:0-1; relation 1:0-1; object 99:0-1")
    assert "object" in found(judge, far)


def test_a_phrase_is_exact_and_short_and_carries_something(judge: Mutator) -> None:
    one = judge.claims[5]
    (passage, *_) = one.evidence
    assert "phrase" in found(judge, one.replace(evidence=(passage.replace(phrase="別的話"),)))
    assert "phrase" in found(judge, one.replace(evidence=(passage.replace(phrase="長" * 25),)))
    title = judge.text.paragraphs[1][3:5]
    idle = passage.replace(paragraph=1, start=3, end=5, phrase=title)
    assert found(judge, one.replace(evidence=(*one.evidence, idle))) == ["evidence"]


def test_a_claim_has_passages_of_one_source(judge: Mutator) -> None:
    one = judge.claims[5]
    other = one.evidence[0].replace(source="urn:other", paragraph=None, start=None, end=None)
    assert "evidence" in found(judge, one.replace(evidence=(*one.evidence, other)))


def test_kinds_hold_and_an_unknown_relation_is_none(judge: Mutator) -> None:
    one = of_relation(judge, "spearheads")[0]
    assert isinstance(one.object, Entity)
    assert "kinds" in found(judge, one.replace(object=one.subject))
    assert "kinds" in found(judge, one.replace(object=Value("7", "http://www.w3.org/2001/XMLSchema#integer")))


WORDS = [Value("全省", f"{RDF}langString", "zh-Hant"), Value("全省", f"{XSD}string")]


@pytest.mark.parametrize(
    ("value", "taken"), [*((words, True) for words in WORDS), (Value("7", f"{XSD}decimal"), False)]
)
def test_a_measure_in_words_takes_them_with_and_without_a_language(judge: Mutator, value: Value, taken: bool) -> None:
    claim = judge.claims[0].replace(relation=Relation(f"{CG}scope", "範圍"), object=value)
    assert any("takes no value" in message for _, message in judge.prover.check(claim)) is not taken


def test_words_are_said_twice_with_and_without_a_language_but_others_are_not_another_figure(judge: Mutator) -> None:
    one, two = (judge.claims[0].replace(relation=Relation(f"{CG}scope", "範圍"), object=words) for words in WORDS)
    ((_, (rule, message)),) = conflicts([one, two])
    assert (rule, message.partition(":")[0]) == ("duplicate", "the same source already has this claim")
    assert list(conflicts([one, two.replace(object=Value("區域", f"{XSD}string"))])) == []
