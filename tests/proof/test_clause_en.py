"""Which names of an English sentence are topics, and which a preposition or a verb governs."""

from __future__ import annotations

from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Thing
from cityGraph.proof.text import text_of
from support.rows import for_each

NAMES = {"Oakline": "body", "Delmar Glass": "body", "Elmford": "place", "Mill Park": "zone", "Ann Keller": "person"}
THINGS = [Thing(name, family, (name,)) for name, family in NAMES.items()]


def topics(text: str) -> list[str]:
    """List the names and words of a text that are topics, a word with what it stands for."""
    reading = Reading(text_of(text), THINGS, families={each: each for each in NAMES.values()})
    number = next(iter(reading.text.paragraphs))
    words = reading.paragraph(number).words
    return [
        words[spot.start : spot.end] + (f" = {'/'.join(spot.keys)}" if spot.resolved else "")
        for spot in reading.topics.spots(number)
        if spot.topic
    ]


@for_each(
    ("text", "found"),
    [
        ("Oakline grew.", ["Oakline"]),
        ("Oakline supports Mill Park.", ["Oakline"]),
        ("In Elmford, Oakline supports Mill Park.", ["Oakline"]),
        ("In 2019 Oakline acquired Mill Park.", ["Oakline"]),
        ("On Monday Oakline acquired Mill Park.", ["Oakline"]),
        ("From early 2019 to late 2020 Oakline built halls.", ["Oakline"]),
        ("Oakline and Delmar Glass support Mill Park.", ["Oakline", "Delmar Glass"]),
        ("Oakline supports Mill Park, and Delmar Glass owns it.", ["Oakline", "Delmar Glass"]),
        ("Oakline makes lamps, and Delmar Glass makes lenses.", ["Oakline", "Delmar Glass"]),
        ("Oakline said Delmar Glass has grown.", ["Oakline", "Delmar Glass"]),
        ("Unlike Oakline, Delmar Glass grew.", ["Delmar Glass"]),
        ("The owner of Oakline supports Mill Park.", []),
        ("Mill Park was funded by Oakline.", ["Mill Park"]),
        ("Oakline, which supports Mill Park, grew.", ["Oakline", "which = Oakline"]),
        ("Ann Keller met Oakline. She supports Mill Park.", ["Ann Keller", "She = Ann Keller"]),
        ("Oakline left Elmford. It supports Mill Park.", ["Oakline", "It = Oakline"]),
        ("Oakline left Elmford (Delmar Glass stayed).", ["Oakline"]),
    ],
)
def test_topics_of_a_sentence(text: str, found: list[str]) -> None:
    assert topics(text) == found


def test_a_name_that_is_excluded_is_no_topic() -> None:
    assert "Oakline" not in topics("Delmar Glass, not Oakline, supports Mill Park.")
