"""The commands neighbors, claims and about."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from support.process import LANGUAGES, answer, citygraph, data, refusal
from support.samples import HEAD, turtle, two_figures


def test_a_claim_is_shown_with_its_status_and_where_it_says_so() -> None:
    line = next(line for line in answer("neighbors", "太鋼").splitlines() if "太原 " in line)
    assert re.search(r"規劃 .*太原 .*「重點支持太鋼」.*本文 §13", line)


def test_text_shows_labels_and_not_iris() -> None:
    for verb in (["neighbors", "太原"], ["claims", "--all"]):
        text = answer(*verb)
        assert "w3id.org" not in text
        assert "ty:" not in text


def is_entity(found: dict[str, Any]) -> bool:
    return {"iri", "label", "kind"} <= found.keys() and all(isinstance(found[k], str) for k in ("iri", "label", "kind"))


def is_relation(found: dict[str, Any]) -> bool:
    return found.keys() >= {"iri", "label"} and found["iri"].startswith("http")


def is_evidence(found: dict[str, Any]) -> bool:
    places = [found[key] for key in ("paragraph", "start", "end")]
    held = all(isinstance(place, int) for place in places) or places == [None, None, None]
    return held and isinstance(found["phrase"], str) and "source" in found and "url" in found


def is_claimed(found: dict[str, Any]) -> bool:
    status = found["status"] in ("realised", "planned", "targeted")
    return status and found["basis"] in ("stated", "resolved", "inferred") and all(map(is_evidence, found["evidence"]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hops", ["1", "2"])
def test_neighbors_as_json_has_this_shape(hops: str, language: str) -> None:
    found = data("--lang", language, "neighbors", "陽曲工業園區", "--hops", hops)
    assert is_entity(found["entity"])
    assert found["neighbors"]
    for near in found["neighbors"]:
        assert is_entity(near)
        assert is_relation(near["relation"])
        assert near["direction"] in ("in", "out")
        assert 1 <= near["hops"] <= int(hops)
        assert is_claimed(near)
        assert near["evidence"]


@pytest.mark.parametrize("arguments", [["太鋼"], ["--all"], ["--all", "--inferred"]], ids=" ".join)
def test_claims_as_json_has_this_shape(arguments: list[str]) -> None:
    found = data("claims", *arguments)
    assert found["entity"] is None if "--all" in arguments else is_entity(found["entity"])
    for claim in found["claims"]:
        assert is_entity(claim["subject"])
        assert is_relation(claim["relation"])
        assert (
            is_entity(claim["object"])
            if "iri" in claim["object"]
            else {"value", "datatype", "language"} <= set(claim["object"])
        )
        assert is_claimed(claim)
        assert bool(claim["evidence"]) == (claim["basis"] != "inferred")
    assert any(claim["basis"] == "inferred" for claim in found["claims"]) == ("--inferred" in arguments)


def test_status_and_basis_are_english_in_every_language() -> None:
    answers = [data("--lang", language, "claims", "太鋼")["claims"] for language in LANGUAGES]
    assert len({str([(claim["status"], claim["basis"]) for claim in claims]) for claims in answers}) == 1
    assert len({claims[0]["subject"]["label"] for claims in answers}) > 1


def test_a_line_of_another_source_names_it_with_its_date_and_its_grade() -> None:
    lines = answer("neighbors", "太鋼").splitlines()
    assert any(line.endswith("dtm.com.cn 2025-12 B") for line in lines)
    assert any(line.endswith("出處不明 日期不明 M") for line in lines)
    assert any(line.endswith("本文 §13") for line in lines)


def test_an_inference_names_what_it_rests_on() -> None:
    assert "（據eeju.com2022-03-10）" in re.sub(r"\s", "", answer("neighbors", "太鋼", "--inferred"))


def test_sources_that_disagree_both_stand_and_it_is_said(tmp_path: Path) -> None:
    file = turtle(tmp_path, HEAD + two_figures())
    text = answer("--from", file, "claims", "錨鏈廠")
    assert re.search(r"1.5億元\n?.*\n.*來源說法不一，其他來源為：3億元", text)
    assert text.count("來源說法不一") == 2
    assert "sources differ; others give: 150 million yuan" in answer("--from", file, "--lang", "en", "claims", "錨鏈廠")
    parts = turtle(tmp_path, HEAD + two_figures(' cg:purpose "一期"@zh-Hant ;'), "parts.ttl")
    assert "說法不一" not in answer("--from", parts, "claims", "錨鏈廠")


def test_evidence_in_json_tells_of_its_source() -> None:
    found = data("claims", "太鋼")
    evidence = [each for claim in found["claims"] for each in claim["evidence"]]
    assert {each["quality"] for each in evidence} == {"A", "B", "M"}
    assert {each["date"] for each in evidence} >= {None, "2025-12", "2025-03-27"}
    assert all(each["url"] is None for each in evidence if each["quality"] == "M")
    inferred = data("claims", "太鋼", "--inferred")["claims"]
    assert all(claim["sources"] for claim in inferred)


def test_the_command_shows_a_paragraph() -> None:
    assert citygraph("claims", "--paragraph", "16").out.startswith("12 條主張")


def test_there_is_no_paragraph_before_the_title() -> None:
    assert citygraph("claims", "--paragraph", "1").status == 0
    assert "'--paragraph': 0 is not in the range" in refusal(citygraph("claims", "--paragraph", "0"), 2)
