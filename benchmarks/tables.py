"""How the benchmarks print a table: citygraph first, then the others, then citygraph beside the best of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def head(first: str, others: Sequence[str], ours: str = "citygraph") -> None:
    """Print the head of a table."""
    print(f"\n| {first} | {ours} | {' | '.join(others)} | citygraph, beside the best |")
    print("|---" * (len(others) + 3) + "|")


def row(name: str, ours: float, others: Sequence[float | None], better: str = "faster", worse: str = "slower") -> None:
    """Print a row; None stands for a task that one of the others does not do."""
    times = min(each for each in others if each is not None) / ours
    shown = number(max(times, 1 / times))
    verdict = "equal" if shown == "1.0" else f"{shown} × {better if times >= 1 else worse}"
    print(f"| {name} | {number(ours)} | {' | '.join(map(number, others))} | {verdict} |", flush=True)


def number(value: float | None) -> str:
    """A figure with as many digits as are worth reading."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"
