"""Words that would stand before the beginning or behind the end of the text given are not found there."""

from __future__ import annotations

import cityGraph as cg
from support.proof_cases import Said, case, opened

LEADS = Said("spearheads", "foundry", "motors")
MAYOR = Said("holdsOffice", "mayor", "office")
OTHER_TEXT = 'ex:page cg:textHash "' + "0" * 64 + '" .'  # whatever is given differs from it


def told(marked: str, claim: Said, given: str) -> list[str]:
    """What is wrong with the claim in a text that is not the one counted in."""
    content, _ = case(marked, claim, things=OTHER_TEXT)
    report = cg.validate(opened(content), text=[("page", given)])
    assert [source.label for source in report.differs] == ["page"]
    found = [f"{found.rule}: {found.message}" for found in report.findings if found.about.endswith("/claim1")]
    assert report.proved == (found == [])
    return found


def test_a_text_may_begin_with_the_words_of_a_claim() -> None:
    assert told("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS, "澤嶼鑄機為龍頭的船用電機產業。") == []


def test_words_that_would_stand_before_the_text_are_not_found() -> None:
    for given in ("鑄機為龍頭的船用電機產業。", "嶼鑄機為龍頭的船用電機產業。以澤嶼"):
        assert told("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS, given) == [
            "moved: its phrases stand, its words prove it no more: moved: where its subject stood cannot be found"
        ]


def test_a_text_may_end_with_the_words_of_a_claim() -> None:
    assert told("[o 瀾陵市市長][s 鄔汀舟]說。", MAYOR, "瀾陵市市長鄔汀舟") == []


def test_words_that_would_stand_behind_the_text_are_not_found() -> None:
    for given in ("瀾陵市市長", "瀾陵市市長鄔汀"):
        assert told("[o 瀾陵市市長][s 鄔汀舟]說。", MAYOR, given) == [
            "moved: its phrases stand, its words prove it no more: moved: where its subject stood cannot be found"
        ]


def test_a_sentence_that_is_cited_has_no_mark_for_words_that_stand_before_the_text() -> None:
    content, _ = case("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS, things=OTHER_TEXT)
    graph = opened(content)
    for given, marked in (("澤嶼鑄機為", {"subject", "object", "relation"}), ("鑄機為", {"object", "relation"})):
        text = f"{given}龍頭的船用電機產業。"
        (citation,) = cg.cite(graph, "https://example.org/claim1", text=[("page", text)])
        ((_, (sentence,)),) = citation.sentences
        assert {role for role, _, _ in sentence.marks} == marked
        assert {text[start:end] for role, start, end in sentence.marks if role == "object"} == {"船用電機產業"}
