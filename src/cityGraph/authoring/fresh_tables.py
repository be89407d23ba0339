"""The rows that the sheets of a new city begin with: the city, and an example or the source that was given."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..names.spelling import fold
from ..proof.folded import is_chinese
from .filling import identifier, is_latin, other_script, pinyin_of
from .fresh import CITY_KEYS, TABLES, fresh
from .languages import lead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .given_text import GivenText

EXAMPLE_TEXT = "example.txt"


def fresh_tables(city: str, text: GivenText | None, language: str) -> dict[str, list[list[str]]]:
    """Return the rows of each table.

    Args:
        city: The name of the city.
        text: The text of its first source; None for an example that is made up.
        language: The reader's language.

    Returns:
        By table, its rows, the heading first: those of `TABLES`, and ``city`` with a row for each key. What the example
        says is said by its own text. With a text there is no example: no row says what the text does not say.

    Examples:
        >>> tables = fresh_tables("乙市", None, "en")
        >>> tables["things"][1][:8]
        ['乙市', 'city', 'yishi', '', '乙市', '乙市', '', 'Yǐshì']
        >>> [len(rows) for rows in tables.values()]
        [6, 6, 2, 2, 6]
    """
    words = fresh(language)
    example = words["example"]
    things = [_thing({"name": city, "kind": words["city_kind"]})]
    claims: list[dict[str, str]] = []
    added: list[dict[str, str]] = []
    if text is None:
        # A city may be called as the one of the example, whose row it then has.
        taken = {fold(city)}
        things += [_thing(each) for each in example["things"] if fold(each["name"]) not in taken]
        claims = [{**each, "source": example["key"]} for each in example["claims"]]
        added = example["words"]
        source = {
            "key": example["key"],
            "title": example["text"].strip().partition("\n")[0],
            **{column: example[column] for column in ("publisher", "date", "grade")},
            "language": language,
            "file": EXAMPLE_TEXT,
        }
    else:
        source = {field: getattr(text, field) for field in ("key", "title", "url", "language", "file")}
        source["date"] = text.date or words["undated"]
    rows = {"things": things, "claims": claims, "sources": [source], "words": added}
    tables = {
        table: [list(columns), *([row.get(column, "") for column in columns] for row in rows[table])]
        for table, columns in TABLES.items()
    }
    described = _city(city, language)
    tables["city"] = [["key", "value"], *([key, described.get(key, "")] for key in CITY_KEYS)]
    return tables


def _thing(given: dict[str, str]) -> dict[str, str]:
    """Return the row of a thing, with what can be filled in."""
    name = given["name"]
    filled = {"id": identifier([name, given.get("en", "")])}
    if is_chinese(name):
        filled |= {script: name_in(name, script) for script in ("zh-Hant", "zh-Hans")}
        filled["pinyin"] = pinyin_of(name)
    elif is_latin(name):
        filled["en"] = name
    return filled | given


def name_in(name: str, script: Any) -> str:
    """Write a Chinese name in a script; a name that has characters of that script stays.

    Args:
        name: The name.
        script: ``zh-Hant`` or ``zh-Hans``.

    Returns:
        The name in that script.

    Examples:
        >>> name_in("台北縣", "zh-Hant"), name_in("台北縣", "zh-Hans"), name_in("太钢", "zh-Hant")
        ('台北縣', '台北县', '太鋼')
    """
    written = lead(name)
    if (written > 0 and script == "zh-Hant") or (written < 0 and script == "zh-Hans"):
        return name
    return other_script(name, script)


def _city(city: str, language: str) -> dict[str, str]:
    """Return the keys of the city, each as a text."""
    written = ("zh-Hant", "zh-Hans") if is_chinese(city) else ("en",)
    # The first is that of words which are the same in several.
    languages = sorted({language, *written}, key=lambda each: (each != language, each not in written, each))
    return {"name": city, "id": identifier([city]), "languages": ", ".join(languages)}


def city_toml(rows: Sequence[Sequence[str]], comments: dict[str, str]) -> str:
    """Write the keys of a city as TOML.

    Args:
        rows: The table ``city`` of `fresh_tables`.
        comments: By key, what it takes.

    Returns:
        The file. A key without a value is a comment.

    Examples:
        >>> print(city_toml([["key", "value"], ["name", "乙市"], ["languages", "zh-Hans, en"]], {"name": "Its name."}))
        # Its name.
        name = "乙市"
        <BLANKLINE>
        languages = ["zh-Hans", "en"]
        <BLANKLINE>
    """
    blocks = []
    for key, value in rows[1:]:
        written = json.dumps(value.split(", ") if key == "languages" else value, ensure_ascii=False)
        comment = f"# {comments[key]}\n" if key in comments else ""
        blocks.append(f"{comment}{'' if value else '# '}{key} = {written}")
    return "\n\n".join(blocks) + "\n"
