"""Runs the hygiene rules in ``ontology/hygiene``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..namespaces import local
from ..store.files import read as read_file
from ..store.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from ..store.city import CityGraph
    from .places import Found


def rules() -> dict[str, tuple[str, str]]:
    """Read the hygiene rules, one from each file of ``ontology/hygiene``.

    Returns:
        By the name of the rule: what must hold, and the SPARQL query that finds the data that break it.

    Examples:
        >>> rules()["idle-passage"][0]
        'A passage is evidence of a claim.'
    """
    folder = os.path.join(shipped("ontology"), "hygiene")
    found = {}
    for file in sorted(os.listdir(folder)):
        if file.endswith(".rq"):
            text = read_file(os.path.join(folder, file)).decode()
            found[file.removesuffix(".rq")] = text.splitlines()[0].removeprefix("# "), text
    return found


def hygiene_findings(city: CityGraph, without: Container[str] = ()) -> Iterator[Found]:
    """Run every hygiene rule on a graph.

    Args:
        city: An open graph.
        without: The names of rules that are not run.

    Yields:
        What is wrong, as (rule, message, IRI of what it is about).
    """
    for rule, (holds, query) in rules().items():
        if rule in without:
            continue
        for about, *what in city.rows(query):
            detail = f" ({local(what[0].value)})" if what and what[0].value else ""
            yield rule, holds.rstrip(".") + detail, about.value
