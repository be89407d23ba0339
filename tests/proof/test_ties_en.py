"""What keeps the words of an English construction from saying a tie."""

from __future__ import annotations

import pytest

from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Statement, Thing
from cityGraph.proof.text import text_of

THINGS = {
    name: Thing(name, family, (name,))
    for name, family in (("Oakline", "body"), ("Canal House", "project"), ("Elmford", "place"), ("lamps", "good"))
}
FAMILIES = {each: each for each in ("place", "project", "good", "body")}


@pytest.mark.parametrize(
    ("text", "subject", "relation", "what", "status", "proved"),
    [
        ("Oakline, the owner of the Canal House, grew.", "Oakline", "owns", "Canal House", "realised", True),
        ("Oakline, the former owner of the Canal House, grew.", "Oakline", "owns", "Canal House", "realised", False),
        ("Oakline built the Canal House.", "Oakline", "builds", "Canal House", "realised", True),
        ("Oakline is building the Canal House.", "Oakline", "builds", "Canal House", "realised", False),
        ("Oakline continues to fund the Canal House.", "Oakline", "supports", "Canal House", "realised", True),
        ("Elmford told Oakline to fund the Canal House.", "Oakline", "supports", "Canal House", "realised", False),
        ("Elmford wants Oakline to build the Canal House.", "Oakline", "builds", "Canal House", "planned", False),
        ("Oakline makes lamps.", "Oakline", "produces", "lamps", "realised", True),
        ("Lamps own the Canal House.", "lamps", "owns", "Canal House", "realised", False),
        ("The Canal House in Elmford grew.", "Canal House", "located-in", "Elmford", "realised", True),
        ("Oakline will build the Canal House in Elmford.", "Canal House", "located-in", "Elmford", "realised", False),
        ("Oakline will build the Canal House in Elmford.", "Canal House", "located-in", "Elmford", "planned", True),
    ],
)
def test_what_is_wished_former_or_yet_to_be(
    text: str, subject: str, relation: str, what: str, status: str, proved: bool
) -> None:
    reading = Reading(text_of(text), THINGS.values(), families=FAMILIES)
    assert prove(Statement(THINGS[subject], relation, THINGS[what], status), reading).proved is proved
