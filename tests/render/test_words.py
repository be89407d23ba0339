"""The texts of the interface in three languages."""

from __future__ import annotations

from cityGraph.render.words import WORDS
from cityGraph.store.city import LANGUAGES


def test_the_surface_says_the_same_things_in_each_language() -> None:
    def keys(words: object, path: str = "") -> set[str]:
        if not isinstance(words, dict):
            return {path}
        return {found for key, value in words.items() for found in keys(value, f"{path}/{key}")}

    said = {language: keys(WORDS[language]) for language in LANGUAGES}
    for language in LANGUAGES:
        assert said[language] == said["zh-Hant"], language
