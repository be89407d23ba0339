"""The table of sounds says what the reviewed pinyin of the city says."""

from __future__ import annotations

import re

import cityGraph as cg
from cityGraph.names.all_names import all_names
from cityGraph.names.sounds import sounds
from cityGraph.names.spelling import PINYIN, pinyin_key


def test_the_table_agrees_with_the_reviewed_pinyin_of_the_city(city: cg.CityGraph) -> None:
    table = sounds()
    names = all_names(city)
    chinese = {name.iri: name.key for name in names if name.role == "prefLabel" and not name.key.isascii()}
    checked = 0
    for name in names:
        characters = chinese.get(name.iri, "")
        if name.language.startswith(PINYIN) and all(c in table for c in characters):
            spoken = "".join(f"(?:{'|'.join(sorted(table[c]))})r?" for c in characters)
            checked += bool(re.fullmatch(spoken, pinyin_key(name.text)))
    written = sum(name.language.startswith(PINYIN) for name in names)
    assert checked > 0.8 * written > 50
    assert len(table) > 6_000
