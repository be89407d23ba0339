"""What `validate` counts as proved: claims in which nothing is wrong, neither by their words nor by any other rule."""

from __future__ import annotations

import cityGraph as cg
from support.proof_cases import Said, case, opened

LEADS = Said("spearheads", "foundry", "motors")
ALSO = Said("spearheads", "foundry", "glass")
MARKED = "以[s 澤嶼鑄機][r 為龍頭的][1o 船用電機產業]、[2o 光學玻璃產業]。"
GRAPH, TEXT = case(MARKED, LEADS, ALSO)


def validated(graph: str, text: str = TEXT) -> cg.Report:
    return cg.validate(opened(graph), text=[("page", text)])


def about(report: cg.Report, claim: str) -> list[str]:
    return [found.rule for found in report.findings if found.about.endswith(f"/{claim}")]


def test_every_claim_in_which_nothing_is_wrong_is_proved() -> None:
    report = validated(GRAPH)
    assert about(report, "claim1") == about(report, "claim2") == []
    assert (report.claims, report.proved, report.found, report.unread) == (2, 2, 0, 0)


def test_a_claim_that_breaks_a_rule_of_hygiene_is_not_proved_though_its_words_stand() -> None:
    report = validated(GRAPH.replace("ex:foundry cg:spearheads ex:motors .", ""))
    assert about(report, "claim1") == ["claim-without-plain-triple"]
    assert (report.claims, report.proved, report.found) == (2, 1, 0)


def test_a_claim_that_breaks_its_shape_is_not_proved_though_its_words_stand() -> None:
    report = validated(GRAPH + "\nex:claim2 cg:status cg:planned .")
    assert "shape:claim" in about(report, "claim2")
    assert about(report, "claim1") == []
    assert report.proved == 1


def test_a_claim_whose_words_say_otherwise_is_not_proved() -> None:
    report = validated(GRAPH, TEXT.replace("船用電機產業", "船用電纜產業"))
    assert set(about(report, "claim1")) == {"object", "phrase"}
    assert report.proved == 1


def test_without_the_text_of_its_source_no_claim_is_proved() -> None:
    report = cg.validate(opened(GRAPH))
    assert (report.claims, report.proved, report.unread) == (2, 0, 2)


def test_an_inferred_claim_is_not_proved() -> None:
    guess = ALSO.but(basis="inferred", positions="", passages="", more='cg:because "named in one breath"')
    graph, text = case(MARKED, LEADS, guess)
    report = validated(graph, text)
    assert (report.claims, report.proved, report.inferred, report.unread) == (2, 1, 1, 0)


def test_findings_are_sorted_by_rule_whichever_check_finds_them() -> None:
    report = validated(GRAPH.replace("ex:foundry cg:spearheads ex:motors .", "ex:claim2 cg:status cg:planned ."))
    rules = [found.rule for found in report.findings]
    assert {"claim-without-plain-triple", "shape:claim"} <= set(rules)
    assert rules == sorted(rules)
