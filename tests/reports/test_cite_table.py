"""The answer of `cite` as a table."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.reports.cite_table import cite_table


def test_each_claim_of_each_source_is_a_row_and_what_is_inferred_comes_last(city: cg.CityGraph) -> None:
    found = cg.cite(city, "太鋼", inferred=True)
    made = cite_table(found, "zh-Hant")
    rows = [dict(zip(made.columns, row, strict=True)) for row in made.rows]
    assert len(rows) == sum(len(citation.claims) for citation in found) + len(found.reasons)
    assert rows[0]["reference"] == found.gbt7714()[0]
    (supports,) = [row for row in rows if row["quote"] == "重點支持太鋼"]
    assert (supports["text"], supports["status"], supports["paragraph"]) == ("太原 重點支持 太鋼", "規劃", 13)
    assert found.reasons
    assert [row["basis"] for row in rows[-len(found.reasons) :]] == ["推斷"] * len(found.reasons)
    assert all(row["reference"] is None and "推斷" in str(row["notes"]) for row in rows[-len(found.reasons) :])


def test_the_sentences_of_a_text_have_a_column(city: cg.CityGraph) -> None:
    text = "今年,太原重點支持太鋼加快智改數轉。"
    found = cg.cite(city, "claim:taiyuan-supports-taigang", text=[("article", text)])
    made = cite_table(found, "en")
    (row,) = made.rows
    assert row[made.columns.index("sentence")] == "今年,太原[relation: 重點支持][object: 太鋼]加快智改數轉。"
