"""The answer of schema as text."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.namespaces import PREFIXES
from cityGraph.render.columns import width
from cityGraph.render.schema import schema_text
from cityGraph.render.tables import table_of


def test_the_text_fits_the_line_and_has_every_relation_in_the_language_of_the_reader() -> None:
    for language, says in (("zh-Hant", "鏈主為 ← 企業"), ("zh-Hans", "链主为 ← 企业"), ("en", "chain leader ← firm")):
        with cg.open(language=language) as city:
            answers = [cg.schema(city, "Chain"), cg.schema(city)]
            for columns in (40, 80, 120):
                text, listed = (schema_text(answer, language, columns) for answer in answers)
                assert max(map(width, (text + listed).splitlines())) <= columns
            assert says in text
            assert all(each.relation.label in text for each in answers[0].relations)


def test_the_table_has_a_row_for_each_kind_or_each_relation(city: cg.CityGraph) -> None:
    kinds = cg.schema(city)
    made = table_of(kinds, "zh-Hans")
    assert made.heads[:3] == ("名称", "类别代号", "数目")
    assert [row[1] for row in made.rows] == [kind.name for kind in kinds.kinds]
    chain = cg.schema(city, "Chain")
    rows = {(str(row[-1]), row[2]): row for row in table_of(chain, "en").rows}
    assert len(rows) == len(chain.relations)
    leads = rows[PREFIXES["cg"] + "chainLeaderOf", "←"]
    assert leads[0] == "產業鏈"
    assert leads[3:5] == ("企業 | 公司法人", "fact")
    assert "{o}鏈主{s}" in str(leads[7]).split(" | ")
