"""Where a thing lies, or whose it is, by a name that has the other name in it."""

from __future__ import annotations

import pytest

from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Statement, Thing
from cityGraph.proof.text import text_of

THINGS = {
    "Elmford": Thing("Elmford", "place", ("Elmford",)),
    "Canal House": Thing("Canal House", "project", ("Canal House",)),
    "wing": Thing("wing", "project", ("north wing of the Canal House",)),
    "park": Thing("park", "zone", ("science park in Elmford",)),
    "mill": Thing("mill", "project", ("Oakline's North Mill",)),
    "Oakline": Thing("Oakline", "body", ("Oakline",)),
}
FAMILIES = {each: each for each in ("place", "project", "zone", "body")}


@pytest.mark.parametrize(
    ("text", "subject", "relation", "what", "proved"),
    [
        ("The north wing of the Canal House reopened.", "wing", "part-of", "Canal House", True),
        ("The north wing of the Canal House reopened.", "Canal House", "part-of", "wing", False),
        ("They toured a science park in Elmford.", "park", "located-in", "Elmford", True),
        ("They toured a science park in Elmford.", "Elmford", "located-in", "park", False),
        ("They toured Oakline's North Mill.", "Oakline", "owns", "mill", True),
        ("They toured Oakline's North Mill.", "mill", "owns", "Oakline", False),
    ],
)
def test_a_name_within_a_name(text: str, subject: str, relation: str, what: str, proved: bool) -> None:
    reading = Reading(text_of(text), THINGS.values(), families=FAMILIES)
    assert prove(Statement(THINGS[subject], relation, THINGS[what], "realised"), reading).proved is proved
