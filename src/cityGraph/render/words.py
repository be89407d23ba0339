"""Load the words of the interface, one language at a time."""

from __future__ import annotations

from typing import Any


class _Words(dict[str, dict[str, Any]]):
    """The words by language. A language is loaded when it is first used, because an answer needs only one."""

    def __missing__(self, language: str) -> dict[str, Any]:
        if language == "zh-Hant":
            from .words_zh_hant import WORDS
        elif language == "zh-Hans":
            from .words_zh_hans import WORDS
        else:
            from .words_en import WORDS
        self[language] = WORDS
        return WORDS


WORDS = _Words()
