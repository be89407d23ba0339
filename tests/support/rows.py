"""One test of all rows of a table: it names each row that fails, with its file and line."""

from __future__ import annotations

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from support.paths import ROOT

LEXICON = ROOT / "src" / "cityGraph" / "proof" / "lexicon"
Test = Callable[..., None]


def for_each(names: str | Sequence[str], rows: Iterable[Any], ids: object = None) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, but one test: a test for each of a thousand rows costs more than what it tests.

    `ids` names nothing here: a row that fails is shown whole.
    """
    wanted = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    alone = isinstance(names, str) and len(wanted) == 1
    given = [values(row, alone) for row in rows]
    assert given, "a table without rows tests nothing"
    assert all(len(row) == len(wanted) for row in given), "a row has as many values as there are names"

    def of_all(test: Test) -> Test:
        @functools.wraps(test)
        def tested(**fixtures: Any) -> None:
            failed = []
            for row in given:
                try:
                    test(**fixtures, **dict(zip(wanted, row, strict=True)))
                except (Exception, pytest.fail.Exception) as fault:
                    failed.append(f"{place(row, test)}: {shown(row)}\n    {told(fault, test)}")
            if failed:
                pytest.fail(f"{len(failed)} of {len(given)} rows fail\n" + "\n".join(failed), pytrace=False)

        kept = [each for name, each in inspect.signature(test).parameters.items() if name not in wanted]
        tested.__signature__ = inspect.Signature(kept)  # type: ignore[attr-defined]
        return tested

    return of_all


def values(row: Any, alone: bool) -> tuple[Any, ...]:
    """The values of a row, which may be written as `pytest.param` with a name; a row with a mark needs its own test."""
    if hasattr(row, "values") and hasattr(row, "marks"):
        assert not row.marks, row
        return tuple(row.values)
    return (row,) if alone else tuple(row)


def words(value: object) -> list[str]:
    """The texts in a row, at any depth."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, Mapping):
        value = value.values()
    if isinstance(value, list | tuple | type({}.values())):
        return [word for part in value for word in words(part)]
    return []


def place(row: tuple[Any, ...], test: Test) -> str:
    """The file and line that hold most words of a row: in the file of the test, or in a table of the lexicon."""
    here = Path(inspect.getfile(test))
    texts, best = words(row), (0, here, inspect.getsourcelines(test)[1])
    for file in [here, *sorted(LEXICON.glob("*.tsv"))]:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            held = sum(len(word) for word in texts if word in line)
            best = max(best, (held, file, number), key=lambda found: found[0])
    _, file, number = best
    return f"{file.relative_to(ROOT) if file.is_relative_to(ROOT) else file}:{number}"


def shown(row: tuple[Any, ...]) -> str:
    return ", ".join(repr(dict(each) if isinstance(each, Mapping) else each) for each in row)


def told(fault: BaseException, test: Test) -> str:
    """What failed, and at which line of the test."""
    lines = [frame.lineno for frame in traceback.extract_tb(fault.__traceback__) if frame.name == test.__name__]
    first = (str(fault).splitlines() or [""])[:3]
    return f"line {lines[-1] if lines else '?'}: {type(fault).__name__}: " + "\n    ".join(first)
