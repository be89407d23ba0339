"""Checks that numbers, truth values and dates are written as their datatypes demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import short
from ..model.claim import Value
from ..model.positions import LONGEST
from ..namespaces import CG, PREFIXES, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.city import CityGraph
    from .places import Found

_PLACES = (CG + "paragraph", PREFIXES["oa"] + "start", PREFIXES["oa"] + "end")
_FORMS = {
    "integer": "a whole number in digits, such as 12",
    "decimal": "a number in digits, such as 1.5",
    "boolean": "true or false",
    "date": "a day, such as 2025-03-27",
    "dateTime": "a day and a time, such as 2025-03-27T09:00:00",
    "gYear": "a year, such as 2025",
    "gYearMonth": "a month, such as 2025-03",
}


def value_findings(city: CityGraph) -> Iterator[Found]:
    """Find the values that are not written as their datatypes demand.

    Args:
        city: An open graph.

    Yields:
        What is wrong, as (rule, message, IRI of what has the value).

    Examples:
        >>> import cityGraph as cg
        >>> list(value_findings(cg.open()))
        []
    """
    for subject, predicate, term in city.select("typed-values"):
        value = Value(term.value, term.datatype or "")
        form = "" if value.well_formed else _FORMS[local(value.datatype)]
        if not form and predicate.value in _PLACES and len(value.value.strip()) > LONGEST:
            form = f"a number of at most {LONGEST} digits"
        if form:
            name = f"_:{subject.value}" if subject.type == "bnode" else subject.value
            yield "datatype", f"{local(predicate.value)} is {short(value.value)!r}; write {form}", name
