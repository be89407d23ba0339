"""What the words beside an English number say of it."""

from __future__ import annotations

import pytest

from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Amount, Statement, Thing
from cityGraph.proof.text import text_of
from support.rows import for_each

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


@for_each(
    ("text", "subject", "relation", "status", "number", "unit", "comparator", "measure", "proved"),
    [
        (
            "Some 300 homes will be built at the Canal House.",
            "Canal House",
            "aims-for",
            "planned",
            "300",
            "homes",
            "about",
            "homes",
            True,
        ),
        (
            "Some 300 homes will be built at the Canal House.",
            "Canal House",
            "has-output",
            "realised",
            "300",
            "homes",
            "about",
            "homes",
            False,
        ),
        (
            "More than 40 people work at the Canal House.",
            "Canal House",
            "has-output",
            "realised",
            "40",
            "people",
            "over",
            "staff",
            True,
        ),
        (
            "300 jobs were lost at the Canal House.",
            "Canal House",
            "has-output",
            "realised",
            "300",
            "jobs",
            "",
            "jobs",
            False,
        ),
        (
            "Oakline has 20 vans and 300 homes are planned at the Canal House.",
            "Oakline",
            "aims-for",
            "planned",
            "300",
            "homes",
            "",
            "homes",
            False,
        ),
        ("Oakline moved its 300 staff.", "Oakline", "aims-for", "planned", "300", "staff", "", "staff", False),
        ("Oakline will move its 300 staff.", "Oakline", "has-output", "realised", "300", "staff", "", "staff", True),
        ("Oakline will hire 300 staff.", "Oakline", "has-output", "realised", "300", "staff", "", "staff", False),
        (
            "Oakline funds the construction of a hall of 3,000 square feet.",
            "Oakline",
            "has-output",
            "realised",
            "3000",
            "square feet",
            "",
            "floor space",
            False,
        ),
        (
            "Oakline funds the construction of a hall of 3,000 square feet.",
            "Oakline",
            "aims-for",
            "planned",
            "3000",
            "square feet",
            "",
            "floor space",
            True,
        ),
        (
            "Oakline presented a £5m plan.",
            "Oakline",
            "has-output",
            "realised",
            "5",
            "million pounds",
            "",
            "cost",
            False,
        ),
        (
            "Oakline has presented a £5m plan.",
            "Oakline",
            "aims-for",
            "planned",
            "5",
            "million pounds",
            "",
            "cost",
            True,
        ),
        (
            "The Canal House with 30 rooms will open in May.",
            "Canal House",
            "has-output",
            "realised",
            "30",
            "rooms",
            "",
            "rooms",
            False,
        ),
        (
            "The Canal House with 30 rooms opened in May.",
            "Canal House",
            "has-output",
            "realised",
            "30",
            "rooms",
            "",
            "rooms",
            True,
        ),
        (
            "Oakline is investing £5m in it, creating 50 jobs.",
            "Oakline",
            "aims-for",
            "planned",
            "50",
            "jobs",
            "",
            "jobs",
            True,
        ),
        (
            "The 325,000-square-foot Canal House opened.",
            "Canal House",
            "has-output",
            "realised",
            "325000",
            "square feet",
            "",
            "floor space",
            True,
        ),
        (
            "The Canal House opened in May. The 30-room house has 9 halls.",
            "Canal House",
            "has-output",
            "realised",
            "9",
            "beds",
            "",
            "beds",
            False,
        ),
    ],
)
def test_a_number_is_planned_or_not_as_its_own_words_say(
    text: str,
    subject: str,
    relation: str,
    status: str,
    number: str,
    unit: str,
    comparator: str,
    measure: str,
    proved: bool,
) -> None:
    reading = Reading(text_of(text), THINGS.values(), families=FAMILIES)
    said = Statement(THINGS[subject], relation, Amount(number, unit, comparator, measure), status)
    assert prove(said, reading).proved is proved
