"""Compares a number that a sentence gives with one that the graph gives."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts import Number
    from .figure import Figure

_MONEY = frozenset(("CNY", "USD", "HKD", "EUR", "JPY", "TWD", "GBP", "yuan-or-yen"))
# Units of one dimension, with their size in the first of them.
_DIMENSIONS = (
    {"m": 1, "km": 1000},
    {"m2": 1, "km2": 1_000_000, "ha": 10_000, "mu": "10000/15"},
    {"t": 1, "kg": "0.001"},
)
_TIMES = frozenset(("day", "month", "year", "hour", "week", "minute"))


def compatible(one: Figure, other: Figure) -> bool:
    """Say whether two numbers can be of the same thing: both money, both lengths, both counts.

    Args:
        one: A number.
        other: Another.

    Returns:
        Whether they can.
    """
    a, b = _unit(one), _unit(other)
    if a == b or (_counts(a) and _counts(b)) or (a in _MONEY and b in _MONEY):
        return True
    return (a in _TIMES and b in _TIMES) or any(a in each and b in each for each in _DIMENSIONS)


def same_value(one: Figure, other: Number) -> bool:
    """Say whether a number is that of the graph: value, unit and comparator.

    Args:
        one: The number of a sentence.
        other: The number of the graph.

    Returns:
        Whether they are the same. "At least" may be said of what is more than a number.
    """
    a, b = _unit(one), _unit(other.value)
    if a != b and (a in _MONEY or b in _MONEY or a in _TIMES or b in _TIMES):
        return False
    value = other.value.low * _size(b)
    if one.low * _size(a) != value or one.high * _size(a) != value:
        return False
    if one.change != other.value.change and "multiple" in (one.change, other.value.change) and "times" not in (a, b):
        return False
    return one.comparator == other.comparator or (other.comparator == "over" and one.comparator == "at-least")


def _unit(figure: Figure) -> str:
    return figure.unit.removesuffix("/year")


def _counts(unit: str) -> bool:
    return unit in ("", "person", "rank") or unit.startswith("count")


def _size(unit: str) -> Decimal:
    for each in _DIMENSIONS:
        if unit in each:
            top, _, bottom = str(each[unit]).partition("/")
            return Decimal(top) / Decimal(bottom or 1)
    return Decimal(1)
