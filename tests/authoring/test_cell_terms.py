"""A cell becomes terms, and the terms become the same cell; what has no value of its type is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from cityGraph.authoring.cell_terms import XSD, cells, divided, joined, needs_tags, tag_of, terms, untagged, words_in
from cityGraph.authoring.columns import UNTAGGED, Column, columns_of

LANGUAGES = ["zh-Hans", "en"]


class Nobody:
    """Knows no name."""

    def iri(self, sort: str, word: str) -> str:
        del sort, word
        return ""

    def word(self, sort: str, iri: str) -> str:
        del sort
        return iri


def column(table: str, name: str) -> Column:
    return columns_of(table).column(name)[0]


@given(st.lists(st.text(alphabet="ab|｜\\@甲", min_size=1)))
def test_values_joined_in_a_cell_are_divided_again(values: list[str]) -> None:
    assert divided(joined(values)) == values


@pytest.mark.parametrize(
    ("name", "cell", "value", "datatype"),
    [
        ("order", "1,200", "1200", "integer"),
        ("share", "0.5", "0.5", "decimal"),
        ("open", "是", "true", "boolean"),
        ("open", "No", "false", "boolean"),
    ],
)
def test_a_cell_is_read_by_the_type_of_its_column(name: str, cell: str, value: str, datatype: str) -> None:
    (term,) = terms(column("claims", name), "", cell, Nobody(), LANGUAGES)
    assert (term.value, term.datatype.value) == (value, XSD + datatype)


@pytest.mark.parametrize(
    ("table", "name", "cell", "says"),
    [
        ("claims", "order", "1.5", "'1.5' is not a whole number"),
        ("claims", "share", "half", "'half' is not a number"),
        ("claims", "open", "perhaps", "'perhaps' is not yes or no"),
        ("claims", "stage", "unheard of", "no term is called 'unheard of'"),
        ("sources", "date", "last spring", "'last spring' is no date"),
        ("sources", "url", "a page", "'a page' is no address"),
    ],
)
def test_a_cell_of_another_type_is_refused(table: str, name: str, cell: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        terms(column(table, name), "", cell, Nobody(), LANGUAGES)


def test_a_name_of_a_list_says_its_language_where_its_letters_do_not() -> None:
    aliases = column("things", "aliases")
    found = terms(aliases, "", "古交|Gujiao|古交@zh-Hant", Nobody(), LANGUAGES)
    assert [(term.value, tag_of(term)) for term in found] == [
        ("古交", "zh-Hans"),
        ("Gujiao", "en"),
        ("古交", "zh-Hant"),
    ]
    (cell,) = cells(aliases, found, Nobody(), LANGUAGES, tagged=False).values()
    assert sorted(divided(cell)) == ["Gujiao", "古交", "古交@zh-Hant"]
    assert [untagged(each) for each in ("古交@zh-Hant", "a@b.org")] == ["古交", "a@b.org"]


def test_words_in_several_languages_need_a_column_for_each() -> None:
    because = column("claims", "because")
    both = [Literal("理由", language="zh-Hans"), Literal("reason", language="en")]
    assert needs_tags(because, [both], LANGUAGES)
    assert not needs_tags(because, [both[:1], both[1:]], LANGUAGES)
    written = cells(because, both, Nobody(), LANGUAGES, tagged=True)
    assert written == {"because-zh-Hans": "理由", "because-en": "reason"}
    assert terms(because, "en", written["because-en"], Nobody(), LANGUAGES) == both[1:]


def test_words_may_have_no_language() -> None:
    assert words_in("甲", UNTAGGED) == Literal("甲")
    assert tag_of(words_in("甲", UNTAGGED)) == UNTAGGED
    assert words_in("甲", "zh-Hant").language == "zh-hant"
