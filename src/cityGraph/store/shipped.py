"""The paths of the ontology and the city that come with the package."""

from __future__ import annotations

import os

EXPECTATIONS = "gaps.shapes.ttl"  # what a planner would want to know: a breach is no fault
# The package itself, two folders above this file.
_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped(folder: str) -> str:
    """The folder ``data`` or ``ontology`` that comes with the package.

    Installed, it lies inside the package; in a checkout, at the top of the repository.

    >>> os.path.exists(os.path.join(shipped("data"), "triples.ttl"))
    True
    """
    inside = os.path.join(_HERE, folder)
    return inside if os.path.isdir(inside) else os.path.join(_HERE, os.pardir, os.pardir, folder)


def ontology_files() -> list[str]:
    """The modules of the ontology that belong to every graph, sorted: not the shapes, the alignments, the examples.

    >>> [os.path.basename(file) for file in ontology_files()][:2]
    ['citygraph.ttl', 'chains.ttl']
    """
    folder = shipped("ontology")
    names = [
        name
        for name in os.listdir(folder)
        if name.endswith(".ttl") and not name.endswith(".shapes.ttl") and name not in ("alignments.ttl", "examples.ttl")
    ]
    names.sort(key=lambda name: (name != "citygraph.ttl", name))
    return [os.path.join(folder, name) for name in names]


def data_file() -> str:
    """The file of the city that ships with the package."""
    return os.path.normpath(os.path.join(shipped("data"), "triples.ttl"))
