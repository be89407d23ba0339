"""The answer of `check` as a table."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.render.tables_check import check_table
from support.sentences import planted

TEXT = "\n".join(sentence for _, sentence in planted())


def test_a_table_has_a_row_for_each_claim_and_for_each_sentence_without(fixture_city: cg.CityGraph) -> None:
    answer = cg.check(fixture_city, TEXT)
    table = check_table(answer, "en")
    rows = list(table.rows)
    assert len(rows) == sum(max(len(sentence.claims), 1) for sentence in answer)
    assert {len(row) for row in rows} == {len(table.columns)}
    assert {row[0] for row in rows} == set(range(1, len(answer) + 1))
