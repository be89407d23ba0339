"""The texts of the interface in three languages."""

from __future__ import annotations

import re

from cityGraph.cli.command import main
from cityGraph.render.words import WORDS
from cityGraph.render.words_diff import DIFF_WORDS
from cityGraph.render.words_dossier import DOSSIER_WORDS
from cityGraph.render.words_merged import MERGED_WORDS
from cityGraph.render.words_pictures import PICTURE_WORDS
from cityGraph.store.city import LANGUAGES
from support.spelling import CLASSICAL

TABLES = (WORDS, PICTURE_WORDS, DOSSIER_WORDS, DIFF_WORDS, MERGED_WORDS)


def test_the_surface_says_the_same_things_in_each_language() -> None:
    def keys(words: object, path: str = "") -> set[str]:
        if not isinstance(words, dict):
            return {path}
        return {found for key, value in words.items() for found in keys(value, f"{path}/{key}")}

    for table in TABLES:
        said = {language: keys(table[language]) for language in LANGUAGES}
        for language in LANGUAGES:
            assert said[language] == said["zh-Hant"], language


def texts(words: object) -> list[str]:
    if isinstance(words, dict):
        return [text for value in words.values() for text in texts(value)]
    return [text for each in words for text in texts(each)] if isinstance(words, tuple) else [str(words)]


def test_chinese_texts_are_in_modern_chinese() -> None:
    for language in ("zh-Hant", "zh-Hans"):
        shown = [text for table in TABLES for text in texts(table[language])]
        assert len(shown) > 150
        assert [text for text in shown if CLASSICAL.search(text)] == []


def test_english_texts_and_help_say_edge_and_never_tie() -> None:
    shown = [text for table in TABLES for text in texts(table["en"])]
    for command in (main, *main.commands.values()):
        shown += [str(command.help), *(str(getattr(parameter, "help", "")) for parameter in command.params)]
    assert [text for text in shown if re.search(r"\bt(ie|ies|ied)\b", text)] == []
    assert any(re.search(r"\bedges\b", text) for text in shown)
