"""Whether numbers, truth values and dates are written as their datatypes demand."""

from __future__ import annotations

import cityGraph as cg
from support.rows import for_each


@for_each(
    ("text", "kind", "well_formed"),
    [
        ("60", "decimal", True),
        ("-0.5", "decimal", True),
        ("６０", "decimal", False),
        ("NaN", "decimal", False),
        ("1e400", "decimal", False),
        ("", "integer", False),
        ("2025", "gYear", True),
        ("2025Z", "gYear", True),
        ("2025-03", "gYearMonth", True),
        ("2025", "gYearMonth", False),
        ("2025-03-27+08:00", "date", True),
        ("２０２５-03-27", "date", False),
        ("next year", "date", False),
        ("2025-13", "gYearMonth", False),
        ("2025-02-30", "date", False),
        ("2025-02-28T09:00:00Z", "date", False),
        ("2025-02-28T09:00:00Z", "dateTime", True),
        ("2025-02-28", "dateTime", False),
        ("yes", "boolean", False),
        ("anything", "string", True),
    ],
)
def test_whether_a_value_is_of_its_datatype(text: str, kind: str, well_formed: bool) -> None:
    assert cg.Value(text, f"http://www.w3.org/2001/XMLSchema#{kind}").well_formed is well_formed
