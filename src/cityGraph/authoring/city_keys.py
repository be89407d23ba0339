"""What city.toml, or the sheet of that name, may say of a city."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..errors import short
from ..model.sheets import Refused
from ..names.spelling import fold
from .cell_terms import NOTHING, divided, joined
from .nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "list": (list,),
    "items": (list,),
    "words": (str, dict),
    "table": (dict,),
}
_SAID = {
    "text": "a text",
    "list": "a list",
    "items": "a list",
    "words": "a text, or a text for each language",
    "table": "a table",
}
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]*[/#]")
_PAIR = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)\s*=\s*(.+)")
_BETWEEN = re.compile(r"[|,;、，；\s]+")


@cache
def _keys() -> list[tuple[str, str, bool, list[str]]]:
    lines = (files(__package__) / "city_keys.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [(key, holds, bool(must), words.split("|")) for key, holds, must, words in rows]


def key_named(word: str) -> str | None:
    """Return the key that a cell names.

    Args:
        word: A key in English or Chinese, in any case.

    Returns:
        The key; None if there is none.

    Examples:
        >>> key_named("Name"), key_named("語言"), key_named("mayor")
        ('name', 'languages', None)
    """
    return next((key for key, _, _, words in _keys() if fold(word) in map(fold, (key, *words))), None)


def value_of(key: str, text: str) -> str | list[str] | dict[str, str]:
    """Return the value of a key that stands in a cell.

    Args:
        key: The key.
        text: The text of the cell.

    Returns:
        The text; the parts of it if the key has a list; the parts by what stands before their ``=`` if the key has a
        table, or a text for each language.

    Examples:
        >>> value_of("languages", "zh-Hans、en"), value_of("name", "乙市")
        (['zh-Hans', 'en'], '乙市')
        >>> value_of("name", "zh-Hans = 乙市 | en = City B")
        {'zh-Hans': '乙市', 'en': 'City B'}
    """
    holds = next((each for name, each, *_ in _keys() if name == key), "")
    if text == NOTHING:
        return [] if holds in ("list", "items") else {} if holds == "table" else ""
    if holds == "items":
        return divided(text)
    if holds == "list":
        return list(filter(None, _BETWEEN.split(text)))
    parts = [_PAIR.fullmatch(part) for part in divided(text)] if holds in ("words", "table") else []
    if parts and all(parts):
        return {part[1]: part[2] for part in parts if part}
    return {} if holds == "table" and not text else text


def cell_of(value: object) -> str:
    """Return a value as one cell, which `value_of` takes apart.

    Args:
        value: A text, a list, or texts by language or prefix.

    Returns:
        The cell.
    """
    if isinstance(value, dict):
        return joined(f"{name} = {text}" for name, text in value.items()) or NOTHING
    return (joined(map(str, value)) if isinstance(value, list) else str(value)) or NOTHING


def city_refused(said: Mapping[str, object], name: str, row_of: Callable[[str], int]) -> list[Refused]:
    """List what is wrong with the description of a city.

    Args:
        said: What is said, by its key.
        name: What the answer calls the file or sheet.
        row_of: Returns the row or line of a key.

    Returns:
        What is wrong, each with its row.

    Examples:
        >>> for each in city_refused({"name": "乙市", "id": "Yi"}, "city.toml", lambda key: 1):
        ...     print(each)
        city.toml:1 id: the id has small letters, digits and hyphens only
    """
    wrong = []
    holds = {key: each for key, each, *_ in _keys()}
    near = Nearest(holds)
    for key, value in said.items():
        at = row_of(key)
        if key not in holds:
            wrong.append(Refused(name, at, short(key), f"no key {short(key)!r} is known", near.to(key)))
        elif not isinstance(value, _TYPES[holds[key]]) or not all(isinstance(each, str) for each in _parts(value)):
            wrong.append(Refused(name, at, key, f"{key} must be {_SAID[holds[key]]}"))
        elif key == "base" and not _BASE.fullmatch(str(value)):
            wrong.append(Refused(name, at, key, "the base is an IRI that ends in / or #"))
        elif key == "id" and not _ID.fullmatch(str(value)):
            wrong.append(Refused(name, at, key, "the id has small letters, digits and hyphens only"))
    needed = [key for key, _, must, _ in _keys() if must and key not in said]
    return [*wrong, *(Refused(name, 1, key, f"the key {key} is missing") for key in needed)]


def _parts(value: object) -> list[object]:
    """Return the texts of which a value is made."""
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]
