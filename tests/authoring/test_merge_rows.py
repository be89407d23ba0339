"""The file of a person who says which things are one: what is followed, and what is refused with row and column."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.merging import A, B, firm, graph, two

ONE = firm("a:x", "甲乙", "甲") + firm("a:zone", "高新区", kind="Zone") + firm("a:old", "旧区", kind="Zone")
OTHER = firm("b:x", "丙丁", "丙") + firm("b:zone", "高新区", kind="Zone") + firm("b:y", "戊己")


def told(folder: Path, rows: str, one: str = ONE, other: str = OTHER) -> cg.Merged:
    file = folder / "same.csv"
    file.write_text(rows, "utf-8")
    return cg.merge(*two(folder, one, other), same=file)


@pytest.mark.parametrize(
    "row",
    [
        f"{A}x,{B}x",
        f"<{A}x>,b:x",
        "a:x,b:x",
        "甲乙,丙丁",
        "甲,丙",
        "甲乙 ,  丙丁",
        "b:x,a:x",
    ],
)
def test_a_row_names_things_by_iri_curie_or_name(tmp_path: Path, row: str) -> None:
    answer = told(tmp_path, f"one,other\n{row}\n")
    assert answer.refused == ()
    assert [(p.one.iri, p.other.iri, tuple(p.reasons[0])) for p in answer.united] == [
        (f"{A}x", f"{B}x", ("row", "same.csv:2"))
    ]


def test_one_name_in_both_columns_is_looked_up_in_both_graphs(tmp_path: Path) -> None:
    answer = told(tmp_path, "one,other,note\n高新区,高新区,同一个\n")
    assert [(p.one.iri, p.other.iri) for p in answer.united] == [(f"{A}zone", f"{B}zone")]
    assert answer.doubtful == ()


def test_an_iri_that_was_replaced_means_what_replaces_it(tmp_path: Path) -> None:
    other = OTHER + "b:gone dcterms:isReplacedBy b:x .\n"
    answer = told(tmp_path, "one,other\na:x,b:gone\n", other=other)
    assert f"{B}x" in [pair.other.iri for pair in answer.united]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("甲乙,无此物", "other", "nothing in the graphs is called '无此物'"),
        ("a:none,b:x", "one", "nothing in the graphs is called 'a:none'"),
        (",b:x", "one", "the cell is empty"),
        ("a:x,a:x", "", "both columns mean 甲乙"),
        ("a:x,b:zone", "", "two kinds, Firm / Zone"),
        ("cg:Firm,b:x", "one", "nothing in the graphs"),
    ],
)
def test_a_row_that_cannot_be_followed_is_refused_with_its_place(
    tmp_path: Path, row: str, column: str, reason: str
) -> None:
    answer = told(tmp_path, f"one,other\na:zone,b:zone\n{row}\n")
    assert [(each.table, each.row, each.column) for each in answer.refused] == [("same.csv", 3, column)]
    assert reason in answer.refused[0].reason


def test_a_name_that_fits_several_things_is_refused_with_all_of_them(tmp_path: Path) -> None:
    answer = told(tmp_path, "one,other\n甲乙,丙丁\n", one=ONE + firm("a:z", "甲乙"))
    (refused,) = answer.refused
    assert (refused.row, refused.column) == (2, "one")
    assert f"{A}x" in refused.reason
    assert f"{A}z" in refused.reason


def test_a_name_that_is_misspelled_gets_a_suggestion(tmp_path: Path) -> None:
    answer = told(tmp_path, "one,other\n高新园区,b:zone\n")
    assert answer.refused[0].suggestion == "高新区"


def test_things_that_a_graph_connects_are_never_one(tmp_path: Path) -> None:
    one = firm("a:x", "甲") + firm("a:y", "乙", more="cg:controlledBy a:x")
    answer = told(tmp_path, "one,other\na:x,a:y\n", one=one)
    assert [each.reason for each in answer.refused] == ["the graph connects the two, so they are not one"]


def test_sources_with_two_texts_and_targets_with_two_values_are_never_one(tmp_path: Path) -> None:
    def both(what: str) -> list[str]:
        return [f"{p}:x a {what.format(n=n * 64)} ; skos:prefLabel '甲' .\n" for p, n in (("a", "0"), ("b", "1"))]

    texts = told(tmp_path, "one,other\na:x,b:x\n", *both('cg:Source ; cg:textHash "{n}"'))
    values = told(tmp_path, "one,other\na:x,b:x\n", *both('cg:Target ; cg:value "{n}"'))
    assert ["texts" in texts.refused[0].reason, "figures" in values.refused[0].reason] == [True, True]


def test_every_refusal_is_listed_and_headings_are_checked(tmp_path: Path) -> None:
    answer = told(tmp_path, "one,other,colour\n甲乙,无,x\n无,丙丁,x\n")
    assert [(each.row, each.column) for each in answer.refused] == [(1, "colour"), (2, "other"), (3, "one")]
    assert told(tmp_path, "one\n甲乙\n").refused[0].column == "other"


def test_the_file_may_be_in_any_encoding_with_chinese_headings(tmp_path: Path) -> None:
    file = tmp_path / "same.csv"
    file.write_bytes("一方;另一方\n甲乙;丙丁\n".encode("gb18030"))
    answer = cg.merge(*two(tmp_path, ONE, OTHER), same=file)
    assert (answer.refused, len(answer.united)) == ((), 1)
    assert answer.notes == ("same.csv: read as GBK, separated by ;.",)
    with pytest.raises(cg.BadData, match="No such file"):
        cg.merge(*two(tmp_path, ONE, OTHER), same=tmp_path / "none.csv")


def test_a_row_may_join_two_things_of_one_graph(tmp_path: Path) -> None:
    file = tmp_path / "same.csv"
    file.write_text("one,other\nb:x,b:y\n", "utf-8")
    answer = cg.merge(graph(tmp_path, ONE, "a"), graph(tmp_path, OTHER, "b"), same=file)
    assert [(p.one.iri, p.other.iri) for p in answer.united] == [(f"{B}x", f"{B}y")]
