"""citygraph: ask a city's plan who is tied to whom, how, and where it says so.

>>> import cityGraph as cg
>>> city = cg.open()
>>> [n.label for n in cg.neighbors(city, "太鋼")][:2]
['特鋼材料產業鏈', '中國寶武']

Names are found in their modules when they are first used: importing this package loads nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .answers import About, Answer, Claims, Expectation, Finding, Gap, Gaps, Neighbors, Question, Report, Term
    from .catalogue import about, ask, questions
    from .checks import validate
    from .errors import AmbiguousName, BadData, BadQuery, BadText, CityGraphError, Invalid, NameNotFound, NoSuchQuestion
    from .evidence import claims, neighbors
    from .expectations import gaps
    from .graph import network
    from .model import Claim, Entity, Neighbor, Passage, Qualifier, Relation, Value
    from .names import resolve
    from .sources import according_to
    from .sparql import query
    from .store import CityGraph, open

_HOME = {
    "About": "answers",
    "AmbiguousName": "errors",
    "Answer": "answers",
    "BadData": "errors",
    "BadQuery": "errors",
    "BadText": "errors",
    "CityGraph": "store",
    "CityGraphError": "errors",
    "Claim": "model",
    "Claims": "answers",
    "Entity": "model",
    "Expectation": "answers",
    "Finding": "answers",
    "Gap": "answers",
    "Gaps": "answers",
    "Invalid": "errors",
    "NameNotFound": "errors",
    "Neighbor": "model",
    "Neighbors": "answers",
    "NoSuchQuestion": "errors",
    "Passage": "model",
    "Qualifier": "model",
    "Question": "answers",
    "Relation": "model",
    "Report": "answers",
    "Term": "answers",
    "Value": "model",
    "about": "catalogue",
    "according_to": "sources",
    "ask": "catalogue",
    "claims": "evidence",
    "gaps": "expectations",
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
    "Expectation",
    "Finding",
    "Gap",
    "Gaps",
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
    "according_to",
    "ask",
    "claims",
    "gaps",
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
