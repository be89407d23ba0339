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
    from .drawing import Diagram, diagram
    from .errors import (
        AmbiguousName,
        BadData,
        BadQuery,
        BadText,
        CityGraphError,
        Invalid,
        NameNotFound,
        NoAnswer,
        NoSuchQuestion,
    )
    from .evidence import claims, neighbors
    from .expectations import gaps
    from .exporting import Export, export
    from .graph import network
    from .model import Claim, Entity, Neighbor, Passage, Qualifier, Relation, Value
    from .names import resolve
    from .routes import common, paths
    from .sources import according_to
    from .sparql import query
    from .store import CityGraph, open
    from .structure import bridges, central, communities, similar
    from .ways import (
        Bridge,
        Bridges,
        Central,
        Common,
        Communities,
        Community,
        Hop,
        Meeting,
        Path,
        Paths,
        Score,
        Similar,
        Twin,
    )

_HOME = {
    "About": "answers",
    "AmbiguousName": "errors",
    "Answer": "answers",
    "BadData": "errors",
    "BadQuery": "errors",
    "BadText": "errors",
    "Bridge": "ways",
    "Bridges": "ways",
    "Central": "ways",
    "CityGraph": "store",
    "CityGraphError": "errors",
    "Claim": "model",
    "Claims": "answers",
    "Common": "ways",
    "Communities": "ways",
    "Community": "ways",
    "Diagram": "drawing",
    "Entity": "model",
    "Expectation": "answers",
    "Export": "exporting",
    "Finding": "answers",
    "Gap": "answers",
    "Gaps": "answers",
    "Hop": "ways",
    "Invalid": "errors",
    "Meeting": "ways",
    "NameNotFound": "errors",
    "Neighbor": "model",
    "Neighbors": "answers",
    "NoAnswer": "errors",
    "NoSuchQuestion": "errors",
    "Passage": "model",
    "Path": "ways",
    "Paths": "ways",
    "Qualifier": "model",
    "Question": "answers",
    "Relation": "model",
    "Report": "answers",
    "Score": "ways",
    "Similar": "ways",
    "Term": "answers",
    "Twin": "ways",
    "Value": "model",
    "about": "catalogue",
    "according_to": "sources",
    "ask": "catalogue",
    "bridges": "structure",
    "central": "structure",
    "claims": "evidence",
    "common": "routes",
    "communities": "structure",
    "diagram": "drawing",
    "export": "exporting",
    "gaps": "expectations",
    "neighbors": "evidence",
    "network": "graph",
    "open": "store",
    "paths": "routes",
    "query": "sparql",
    "questions": "catalogue",
    "resolve": "names",
    "similar": "structure",
    "validate": "checks",
}

__all__ = [
    "About",
    "AmbiguousName",
    "Answer",
    "BadData",
    "BadQuery",
    "BadText",
    "Bridge",
    "Bridges",
    "Central",
    "CityGraph",
    "CityGraphError",
    "Claim",
    "Claims",
    "Common",
    "Communities",
    "Community",
    "Diagram",
    "Entity",
    "Expectation",
    "Export",
    "Finding",
    "Gap",
    "Gaps",
    "Hop",
    "Invalid",
    "Meeting",
    "NameNotFound",
    "Neighbor",
    "Neighbors",
    "NoAnswer",
    "NoSuchQuestion",
    "Passage",
    "Path",
    "Paths",
    "Qualifier",
    "Question",
    "Relation",
    "Report",
    "Score",
    "Similar",
    "Term",
    "Twin",
    "Value",
    "about",
    "according_to",
    "ask",
    "bridges",
    "central",
    "claims",
    "common",
    "communities",
    "diagram",
    "export",
    "gaps",
    "neighbors",
    "network",
    "open",
    "paths",
    "query",
    "questions",
    "resolve",
    "similar",
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
