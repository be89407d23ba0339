"""Load the words of the interface, one language at a time."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class _Words(dict[str, dict[str, Any]]):
    """The words by language: `WORDS` of the module `words_<language>`, loaded when it is first used."""

    def __missing__(self, language: str) -> dict[str, Any]:
        module = import_module(f".words_{language.lower().replace('-', '_')}", __package__)
        self[language] = module.WORDS
        return self[language]


WORDS = _Words()
