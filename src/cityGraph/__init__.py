"""citygraph: ask a city's plan who is tied to whom, how, and where it says so.

>>> import cityGraph as cg
>>> city = cg.open()
>>> [n.label for n in cg.neighbors(city, "太鋼")]
['太原']

Names are found in their modules when they are first used: importing this package loads nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .catalogue import about, ask, questions
    from .checks import validate
    from .errors import AmbiguousName, BadData, BadQuery, BadText, CityGraphError, Invalid, NameNotFound, NoSuchQuestion
    from .evidence import claims, neighbors
    from .graph import network
    from .model import (
        About,
        Answer,
        Claim,
        Claims,
        Entity,
        Finding,
        Neighbor,
        Neighbors,
        Passage,
        Qualifier,
        Question,
        Relation,
        Report,
        Term,
        Value,
    )
    from .names import resolve
    from .sparql import query
    from .store import CityGraph, open

_HOME = {
    "About": "model",
    "AmbiguousName": "errors",
    "Answer": "model",
    "BadData": "errors",
    "BadQuery": "errors",
    "BadText": "errors",
    "CityGraph": "store",
    "CityGraphError": "errors",
    "Claim": "model",
    "Claims": "model",
    "Entity": "model",
    "Finding": "model",
    "Invalid": "errors",
    "NameNotFound": "errors",
    "Neighbor": "model",
    "Neighbors": "model",
    "NoSuchQuestion": "errors",
    "Passage": "model",
    "Qualifier": "model",
    "Question": "model",
    "Relation": "model",
    "Report": "model",
    "Term": "model",
    "Value": "model",
    "about": "catalogue",
    "ask": "catalogue",
    "claims": "evidence",
    "neighbors": "evidence",
    "network": "graph",
    "open": "store",
    "query": "sparql",
    "questions": "catalogue",
    "resolve": "names",
    "validate": "checks",
}

__all__ = [
    "About",
    "AmbiguousName",
    "Answer",
    "BadData",
    "BadQuery",
    "BadText",
    "CityGraph",
    "CityGraphError",
    "Claim",
    "Claims",
    "Entity",
    "Finding",
    "Invalid",
    "NameNotFound",
    "Neighbor",
    "Neighbors",
    "NoSuchQuestion",
    "Passage",
    "Qualifier",
    "Question",
    "Relation",
    "Report",
    "Term",
    "Value",
    "about",
    "ask",
    "claims",
    "neighbors",
    "network",
    "open",
    "query",
    "questions",
    "resolve",
    "validate",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'cityGraph' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
