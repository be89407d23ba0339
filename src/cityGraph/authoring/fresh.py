"""What is written into the sheets of a new city: an example, what each column takes, and a page that explains it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

# The tables with the columns that a person needs at first, in the order of work; any table may have more.
TABLES = {
    "things": ("name", "kind", "id", "aliases", "zh-Hant", "zh-Hans", "en", "pinyin", "note"),
    "claims": (
        *("subject", "relation", "object", "status", "source", "paragraph", "quote", "measure", "unit", "comparator"),
        *("period", "due", "because", "note"),
    ),
    "sources": ("key", "title", "publisher", "date", "url", "language", "grade", "file"),
    "words": ("word", "means", "language"),
}
CITY_KEYS = ("name", "id", "languages", "base", "licence")


@cache
def fresh(language: str) -> dict[str, Any]:
    """Return what is written for a reader.

    Args:
        language: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Returns:
        What ``fresh/<language>.toml`` has.

    Examples:
        >>> fresh("en")["comparators"][2], fresh("zh-Hans")["city_kind"]
        ('over', '城市')
    """
    data: dict[str, Any] = tomllib.loads((files(__package__) / "fresh" / f"{language}.toml").read_text("utf-8"))
    return data
