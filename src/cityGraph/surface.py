"""The words of the surface itself: what the answers of the shell say around the data, a module for each language."""

from __future__ import annotations

from typing import Any


class _Words(dict[str, dict[str, Any]]):
    """The words by language, read when they are first asked for: an answer speaks one language."""

    def __missing__(self, language: str) -> dict[str, Any]:
        if language == "zh-Hant":
            from .surface_zh_hant import WORDS
        elif language == "zh-Hans":
            from .surface_zh_hans import WORDS
        else:
            from .surface_en import WORDS
        self[language] = WORDS
        return WORDS


WORDS = _Words()
