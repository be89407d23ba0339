"""Tells the registered name of a company from names that several may share."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..names.folding import SIMPLIFIED

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDE = ("\u3400", "\u9fff")  # the first and the last Chinese character that names are written with


def registered_names(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return those names of a company under which it is registered.

    A registered name ends in its legal form (有限公司, Ltd.; `legal_forms.tsv`). The English name of a company with a
    Chinese name is none: it is a translation, and several companies may share it.

    Args:
        names: The names of a thing, each with its language tag.

    Returns:
        By a key for comparing, each registered name. Two spellings have the same key if they differ in script, width,
        case or spaces alone: 甲(乙)有限公司 and 甲乙有限公司 may be two companies.

    Examples:
        >>> sorted(registered_names([("甲乙（丙）有限公司", "zh-Hans"), ("甲乙", "zh-Hans"), ("Jiayi Ltd.", "en")]))
        ['甲乙(丙)有限公司']
        >>> list(registered_names([("Jiayi Co., Ltd.", "en")])), list(registered_names([("Jiayi", "en")]))
        (['jiayi co ltd'], [])
    """
    given = [(text, tag) for text, tag in names if not tag.lower().startswith("zh-latn") and "-t-" not in tag.lower()]
    chinese = [text for text, _ in given if is_chinese(text)]
    found = {}
    for text in chinese or [text for text, _ in given]:
        plain = unicodedata.normalize("NFKC", text).casefold().translate(SIMPLIFIED)
        if chinese:
            key = "".join(plain.split())
            if key.endswith(_forms("zh")) and key not in _forms("zh"):
                found[key] = text
        elif plain.endswith(_forms("en")):
            found[" ".join(plain.replace(",", " ").replace(".", " ").split())] = text
    return found


def is_chinese(text: str) -> bool:
    """Return whether a text has a Chinese character.

    Args:
        text: Any text.

    Returns:
        Whether it has one.

    Examples:
        >>> is_chinese("甲 Ltd."), is_chinese("Jia Ltd.")
        (True, False)
    """
    return any(_WIDE[0] <= character <= _WIDE[1] for character in text)


@cache
def _forms(language: str) -> tuple[str, ...]:
    """List the legal forms of a language, in English with the space before them."""
    rows = (files(__package__) / "legal_forms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    forms = [form for form, tag, *_ in (row.split("\t") for row in rows) if tag == language]
    return tuple(forms if language == "zh" else [f" {form}" for form in forms])
