"""The words of a claim, found again where a copy of the text has a word more or a word less beside them."""

from __future__ import annotations

import pytest

import cityGraph as cg
from support.proof_cases import Said, case, opened

SUPPORTS = Said("supports", "city", "zone", "planned")
TEXT = "[s 瀾陵]與春風,{}[r 重點支持][e [o 鷺洲新區]]。"


def report(text: str, copy: str, claim: Said = SUPPORTS) -> cg.Report:
    """The report on a claim of one text, by a copy that differs."""
    content, printed = case(text, claim)
    _, changed = case(copy, claim)
    hashed = content.replace("ex:page a cg:Source ;", f'ex:page a cg:Source ; cg:textHash "{_sha(printed)}" ;')
    return cg.validate(opened(hashed), text=[("page", changed)])


def _sha(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


def about(found: cg.Report) -> list[str]:
    return [f"{each.rule}: {each.message}" for each in found.findings if each.about.endswith("/claim1")]


@pytest.mark.parametrize("word", ["今年", "進一步", "今年也將進一步", "在各地春耕的時節裡"])
def test_words_put_in_between_the_words_of_a_claim_do_not_hide_them(word: str) -> None:
    found = report(TEXT.format("先"), TEXT.format("先" + word))
    assert (about(found), found.proved) == ([], 1)


def test_a_word_that_denies_the_claim_is_told_by_its_name() -> None:
    found = report(TEXT.format("先"), TEXT.format("先不再"))
    assert found.proved == 0
    assert about(found) == ["moved: quotes found, but they no longer prove the claim: mood: the text denies this: 不再"]


def test_words_that_are_gone_are_not_made_up() -> None:
    found = report(TEXT.format("先"), TEXT.format("先").replace("[r 重點支持]", "[r 看好]"))
    assert found.proved == 0
    assert about(found)[0].startswith("moved: quotes found, but they no longer prove the claim: ")
