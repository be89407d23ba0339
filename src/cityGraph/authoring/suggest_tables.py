"""Reads the tables of words by which things and claims are suggested; each row shows itself in a sentence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Read one table.

    Args:
        name: Its file without the suffix, such as "suggest-relations".

    Returns:
        Its rows in the order of the file, each by the names of its columns.

    Examples:
        >>> rows("suggest-relations")[0]["relation"]
        'owns'
    """
    text = (files(__package__) / f"{name}.tsv").read_text("utf-8")
    head, *lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    return tuple(MappingProxyType(dict(zip(head, line, strict=True))) for line in lines)
