"""Reads the tables of words in ``proof/lexicon``: one file a purpose and language, such as ``moods.zh.tsv``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("zh", "en")  # Chinese tables are in 简体: a text is folded before it is read
PRINTED = "hant"  # 繁體 as printed: the proof by positions compares words as they stand


@cache
def table(purpose: str, language: str) -> tuple[Mapping[str, str], ...]:
    """Read one table.

    Args:
        purpose: What its words are for, such as "moods".
        language: One of `LANGUAGES`, or `PRINTED`.

    Returns:
        Its rows in the order of the file, each by the names of its columns; empty if the language has no such table.

    Examples:
        >>> table("no such purpose", "en")
        ()
    """
    file = files(__package__) / "lexicon" / f"{purpose}.{language}.tsv"
    if not file.is_file():
        return ()
    head, *lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(MappingProxyType(dict(zip(head, line, strict=True))) for line in lines)
