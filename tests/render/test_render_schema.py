"""The answer of schema as text."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.render.columns import width
from cityGraph.render.schema import schema_text


def test_the_text_fits_the_line_and_has_every_relation_in_the_language_of_the_reader() -> None:
    for language, says in (("zh-Hant", "鏈主為 ← 企業"), ("zh-Hans", "链主为 ← 企业"), ("en", "chain leader ← firm")):
        with cg.open(language=language) as city:
            answers = [cg.schema(city, "Chain"), cg.schema(city)]
            for columns in (40, 80, 120):
                text, listed = (schema_text(answer, language, columns) for answer in answers)
                assert max(map(width, (text + listed).splitlines())) <= columns
            assert says in text
            assert all(each.relation.label in text for each in answers[0].relations)
