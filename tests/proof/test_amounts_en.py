"""What the words beside an English number say of it."""

from __future__ import annotations

import pytest

from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Amount, Statement, Thing
from cityGraph.proof.text import text_of

THINGS = {
    name: Thing(name, family, (name,))
    for name, family in (("Oakline", "body"), ("Canal House", "project"), ("Elmford Council", "body"))
}
FAMILIES = {each: each for each in ("project", "body")}


@pytest.mark.parametrize(
    ("text", "subject", "number", "unit", "measure", "proved"),
    [
        ("Oakline hopes to grow beyond its existing 600 staff.", "Oakline", "600", "staff", "staff", True),
        ("Oakline hopes to grow beyond 600 staff.", "Oakline", "600", "staff", "staff", False),
        ("Oakline fell from 60 workers to 40.", "Oakline", "60", "workers", "workers", False),
        ("At a cost of $30 million, the Canal House opened.", "Canal House", "30", "million US dollars", "cost", True),
        ("At a cost of $30 million, the Canal House opened.", "Oakline", "30", "million US dollars", "cost", False),
        (
            "Elmford Council approved a $12 million grant for the Canal House.",
            "Canal House",
            "12",
            "million US dollars",
            "grant",
            True,
        ),
    ],
)
def test_whose_number_it_is(text: str, subject: str, number: str, unit: str, measure: str, proved: bool) -> None:
    reading = Reading(text_of(text), THINGS.values(), families=FAMILIES)
    said = Statement(THINGS[subject], "has-output", Amount(number, unit, "", measure), "realised")
    assert prove(said, reading).proved is proved
