"""Where words are found again in a text that is not the one counted in: by the phrases that they stood near."""

from __future__ import annotations

import re

import cityGraph as cg
from support.proof_cases import Said, case, opened

LEADS = Said("spearheads", "foundry", "motors")
MAYOR = Said("holdsOffice", "mayor", "office")
OTHER_TEXT = 'ex:page cg:textHash "' + "0" * 64 + '" .'  # whatever is given differs from it


def told(marked: str, given: str, *claims: Said) -> list[str]:
    """What is wrong with the claims in a text that is not the one counted in."""
    content, _ = case(marked, *claims, things=OTHER_TEXT)
    report = cg.validate(opened(content), text=[("page", given)])
    assert [source.label for source in report.differs] == ["page"]
    about = [found for found in report.findings if "/claim" in found.about]
    assert report.proved == len(claims) - len({found.about for found in about})
    return [f"{found.rule}: {found.message}" for found in about]


def test_a_text_may_begin_with_the_words_of_a_claim() -> None:
    assert told("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", "澤嶼鑄機為龍頭的船用電機產業。", LEADS) == []


def test_words_that_would_stand_before_the_text_are_not_found() -> None:
    for given in ("鑄機為龍頭的船用電機產業。", "嶼鑄機為龍頭的船用電機產業。以澤嶼"):
        assert told("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", given, LEADS) == [
            "moved: quotes found, but they no longer prove the claim: moved: the words of the subject cannot be found"
        ]


def test_a_text_may_end_with_the_words_of_a_claim() -> None:
    assert told("[o 瀾陵市市長][s 鄔汀舟]說。", "瀾陵市市長鄔汀舟", MAYOR) == []


def test_words_that_would_stand_behind_the_text_are_not_found() -> None:
    for given in ("瀾陵市市長", "瀾陵市市長鄔汀"):
        assert told("[o 瀾陵市市長][s 鄔汀舟]說。", given, MAYOR) == [
            "moved: quotes found, but they no longer prove the claim: moved: the words of the subject cannot be found"
        ]


def test_only_phrases_that_stand_elsewhere_have_moved() -> None:
    content, text = case("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS, things=OTHER_TEXT)
    assert cg.validate(opened(content), text=[("page", text)]).moved == ()
    (moved,) = cg.validate(opened(content), text=[("page", text.replace("以", "看,以"))]).moved
    assert (moved.phrase, moved.old, moved.new) == ("船用電機產業", "3:9-15", "3:11-17")


def test_a_sentence_that_is_cited_has_no_mark_for_words_that_stand_before_the_text() -> None:
    content, _ = case("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS, things=OTHER_TEXT)
    graph = opened(content)
    for given, marked in (("澤嶼鑄機為", {"subject", "object", "relation"}), ("鑄機為", {"object", "relation"})):
        text = f"{given}龍頭的船用電機產業。"
        (citation,) = cg.cite(graph, "https://example.org/claim1", text=[("page", text)])
        ((_, (sentence,)),) = citation.sentences
        assert {role for role, _, _ in sentence.marks} == marked
        assert {text[start:end] for role, start, end in sentence.marks if role == "object"} == {"船用電機產業"}


def test_a_sentence_that_is_cited_has_no_mark_for_words_that_run_over_two_paragraphs() -> None:
    content, _ = case("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]。", LEADS, things=OTHER_TEXT)
    text = "以澤嶼\n\n鑄機為龍頭的船用電機產業。"
    (citation,) = cg.cite(opened(content), "https://example.org/claim1", text=[("page", text)])
    ((_, (sentence,)),) = citation.sentences
    assert [(role, sentence.words[start:end]) for role, start, end in sentence.marks] == [
        ("relation", "為龍頭的"),
        ("object", "船用電機產業"),
    ]


# Words that stand several times -----------------------------------------------------------------------------------

LED = "以[1s 澤嶼鑄機][1e [1r 為龍頭的][1o 船用電機產業]]"
SUPPORTED = "[2s 瀾陵][2e [2r 重點支持][2o 鷺洲新區]]"
ALSO_LED = "以[3s 汀蘭光電][3e [3r 為龍頭的][3o 光學玻璃產業]]"
CLAIMS = (LEADS, Said("supports", "city", "zone", "planned"), Said("spearheads", "lamp", "glass"))
FILLER = "潮平岸闊,帆影點點,燈火連堤,歌聲入夜,漁舟唱晚,鷗鷺翔集。"


def plain(marked: str) -> str:
    """The words without their marks."""
    return re.sub(r"\[\w+ |\]", "", marked)


def test_a_phrase_that_stands_twice_is_the_one_behind_the_phrase_it_stood_behind() -> None:
    counted = f"{LED}。\n\n{SUPPORTED}。\n\n{ALSO_LED}。"
    given = f"重點支持鷺洲新區。\n\n{LED}。{FILLER}\n\n{SUPPORTED}。\n\n{ALSO_LED}。"
    assert told(counted, plain(given), *CLAIMS) == []


def test_a_phrase_that_stands_twice_is_the_one_before_the_phrase_it_stood_before() -> None:
    counted = f"{SUPPORTED},{ALSO_LED}。\n\n{LED}。"
    given = f"{SUPPORTED},{FILLER[:-1]},{ALSO_LED}。重點支持鷺洲新區。\n\n{LED}。"
    assert told(counted, plain(given), *CLAIMS) == []


def test_of_two_places_a_phrase_is_at_the_one_as_far_from_its_neighbor_as_it_was() -> None:
    counted = f"{LED}。也重點支持鷺洲新區,{SUPPORTED}。\n\n{ALSO_LED}。"
    assert told(counted, plain(f"{FILLER}{counted}"), *CLAIMS) == []


def test_words_are_counted_from_the_nearest_phrase() -> None:
    counted = f"{LED},{SUPPORTED}。\n\n{ALSO_LED}。"
    given = f"{LED},{FILLER[:-1]},{SUPPORTED}。\n\n{ALSO_LED}。"
    assert told(counted, plain(given), *CLAIMS) == []
