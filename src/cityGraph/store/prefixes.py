"""Find the prefixes of a graph: those of vocabularies, and those of its own things."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..namespaces import PREFIXES, Prefixes
from .query_files import stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .engine import Engine

THINGS = "https://w3id.org/citygraph/id/"  # what is under it is a place with things of its own
LARGEST = 200_000  # triples of a graph that is searched for the places of its things
_HEAD = 1 << 16  # bytes of a file in which its prefixes are looked for
_NAME = r"[A-Za-z][A-Za-z0-9_-]*"


def prefixes_of(engine: Engine, declared: Iterable[Mapping[str, str] | str]) -> Prefixes:
    """Return the prefixes of a graph.

    A prefix that no file declares is derived: each place under `THINGS` has one by its name, and the place that most
    things belong to has ``claim`` and ``passage``, too.

    Args:
        engine: The engine with the graph.
        declared: For each file the prefixes that it declares, or the name of a Turtle file to read them from.

    Returns:
        The prefixes of vocabularies, which keep their meaning, then those of the files, of which the first counts.
    """
    found: dict[str, str] = {}
    for each in declared:
        found = {**(_at_head_of(each) if isinstance(each, str) else each), **found}
    if not any(namespace.startswith(THINGS) for namespace in found.values()):
        for prefix, namespace in _derived(engine):
            found.setdefault(prefix, namespace)
    ours = set(PREFIXES.values())  # a second prefix of a namespace would push out ours
    theirs = {name: space for name, space in found.items() if name not in PREFIXES and space not in ours}
    return Prefixes({**PREFIXES, **theirs})


def _at_head_of(file: str) -> dict[str, str]:
    from .sniff import declared_prefixes

    with open(file, "rb") as stream:
        return declared_prefixes(stream.read(_HEAD))


def _derived(engine: Engine) -> Iterable[tuple[str, str]]:
    """Yield prefixes for the places of the things of a graph, those of the place with most things first."""
    spaces = _stated(engine)
    if engine.whole and (engine.size() or 0) <= LARGEST:
        named = (iri[len(THINGS) :].partition("/") for iri in sorted(engine.terms(THINGS)))
        for place, _ in Counter(place for place, slash, _ in named if slash).most_common():
            spaces.setdefault(f"{THINGS}{place}/", place)
    for at, (space, prefix) in enumerate(spaces.items()):
        if re.fullmatch(_NAME, prefix):
            yield prefix, space
        if not at:
            yield from ((part, f"{space}{part}/") for part in ("claim", "passage"))


def _stated(engine: Engine) -> dict[str, str]:
    """Return the namespaces that a graph says its things are in, each with its prefix."""
    try:
        rows = engine.answer(stored("namespaces")).rows
    except CityGraphError:  # an endpoint that does not answer has no prefixes; what was asked of it says why
        return {}
    spaces: dict[str, str] = {}
    told = [row for row in rows if len(row) > 1 and row[0]]
    for space, prefix in sorted((row[0].value, row[1].value if row[1] else "") for row in told if row[0]):
        spaces[space] = prefix or spaces.get(space) or space.rstrip("/#").rsplit("/", 1)[-1]
    return spaces
