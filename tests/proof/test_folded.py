"""A text is folded one character to one."""

from __future__ import annotations

import pytest

from cityGraph.proof.folded import folded, is_chinese


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("雲河市", "云河市"),
        ("ＧＤＰ", "gdp"),
        ("“星火”", '"星火"'),
        ("「星火」", '"星火"'),
        ("，；：！", ",;:!"),
        ("Café", "café"),
        ("a\u3000b", "a b"),
    ],
)
def test_script_width_case_and_marks_are_folded(words: str, plain: str) -> None:
    assert folded(words) == plain


def test_each_character_stays_one() -> None:
    for code in [
        *range(0x20, 0x250),
        *range(0x2000, 0x2100),
        *range(0x3000, 0x3100),
        *range(0xFB00, 0xFB10),
        *range(0xFF00, 0xFFF0),
    ]:
        assert len(folded(chr(code))) == 1, hex(code)


def test_a_paragraph_with_few_han_characters_is_english() -> None:
    assert is_chinese("甲公司 GDP")
    assert not is_chinese("the firm Mingguang, in Chinese 明")
    assert not is_chinese("12.5%")
