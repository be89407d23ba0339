"""Which names may fill the slots of an English construction."""

from __future__ import annotations

import pytest

from cityGraph.proof.construction import parse
from cityGraph.proof.folded import folded
from cityGraph.proof.patterns import matches
from cityGraph.proof.reading import Reading
from cityGraph.proof.slots_en import is_active
from cityGraph.proof.statement import Thing
from cityGraph.proof.text import text_of

THINGS = [Thing("a", "body", ("Oakline",)), Thing("b", "zone", ("Mill Park",))]


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("Oakline funds Mill Park.", True),
        ("Oakline has quietly funded Mill Park.", True),
        ("Oakline is funding Mill Park.", True),
        ("Oakline is funded by Mill Park.", False),
        ("Oakline, funded by Mill Park, grew.", False),
        ("Oakline left the fund of Mill Park.", False),
        ("Oakline's old fund is Mill Park.", False),
        ("Oakline voted against funding Mill Park.", False),
    ],
)
def test_a_verb_is_active_at_its_place(text: str, active: bool) -> None:
    reading = Reading(text_of(text), THINGS)
    paragraph = reading.paragraph(next(iter(reading.text.paragraphs)))
    assert paragraph.folded == folded(text)
    found = next(matches([parse("supports", "{s} … <fund> … {o}", "", "en")], paragraph.blanked, 0, len(text)))
    assert is_active(paragraph, found) is active
