"""Find the ontology and the city that come with the package."""

from __future__ import annotations

import os

EXPECTATIONS = "gaps.shapes.ttl"  # what a planner would want to know; a graph without it is still valid
# For other programs: no answer needs them.
APART = frozenset(("alignments.ttl", "axioms.ttl", "domains.ttl", "examples.ttl", "lists.ttl", "usage.ttl"))
_BASE = b"w3id.org/citygraph/"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped(folder: str) -> str:
    """Return the path of a folder that comes with the package.

    Args:
        folder: ``data`` or ``ontology``.

    Returns:
        The folder inside the installed package or, in a checkout, at the top of the repository.

    Examples:
        >>> os.path.exists(os.path.join(shipped("data"), "triples.ttl"))
        True
    """
    inside = os.path.join(_PACKAGE, folder)
    return inside if os.path.isdir(inside) else os.path.join(_PACKAGE, os.pardir, os.pardir, folder)


def ontology_files() -> list[str]:
    """List the modules of the ontology that are read with every graph.

    Returns:
        Paths, that of ``citygraph.ttl`` first, the rest sorted by name. Shapes and what stands `APART` are left out.

    Examples:
        >>> [os.path.basename(file) for file in ontology_files()][:2]
        ['citygraph.ttl', 'actions.ttl']
    """
    folder = shipped("ontology")
    names = [
        name
        for name in os.listdir(folder)
        if name.endswith(".ttl") and not name.endswith(".shapes.ttl") and name not in APART
    ]
    names.sort(key=lambda name: (name != "citygraph.ttl", name))
    return [os.path.join(folder, name) for name in names]


def uses_ontology(content: bytes) -> bool:
    """Return whether RDF uses terms of our ontology.

    The bytes are searched, since a query for terms would read every triple.

    Args:
        content: A file of RDF, unpacked.

    Returns:
        True if it has an IRI of ours that is not the IRI of a thing, a prefix for terms among them.

    Examples:
        >>> uses_ontology(b"<urn:a> a <https://w3id.org/citygraph/ontology#Firm> .")
        True
        >>> uses_ontology(b"<https://w3id.org/citygraph/id/taiyuan/taigang> a <http://schema.org/Corporation> .")
        False
    """
    at = content.find(_BASE)
    while at >= 0:
        at += len(_BASE)
        if not content.startswith(b"id/", at):
            return True
        at = content.find(_BASE, at)
    return False


def data_file() -> str:
    """Return the path of the city that comes with the package.

    Returns:
        The path of its Turtle file.
    """
    return os.path.normpath(os.path.join(shipped("data"), "triples.ttl"))
