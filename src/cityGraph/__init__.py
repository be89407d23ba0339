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
    from .agenda import Moment, Projects, Target, Targets, Timeline, Work
    from .answers import (
        About,
        Answer,
        Claims,
        Expectation,
        Finding,
        Found,
        Gap,
        Gaps,
        Match,
        Moved,
        Naming,
        Neighbors,
        Question,
        Report,
        Shown,
        Term,
    )
    from .catalogue import about, ask, questions
    from .checks import validate
    from .citing import Citation, Citations, Sentence, Source, cite
    from .dossiers import Dossier, dossier
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
    from .goals import targets
    from .graph import network
    from .model import Claim, Entity, Neighbor, Passage, Qualifier, Relation, Value
    from .names import find, resolve
    from .portrait import show
    from .routes import common, paths
    from .sources import according_to
    from .sparql import query
    from .store import CityGraph, open
    from .structure import bridges, central, communities, similar
    from .times import timeline
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
    from .works import projects

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
    "Citation": "citing",
    "Citations": "citing",
    "CityGraph": "store",
    "CityGraphError": "errors",
    "Claim": "model",
    "Claims": "answers",
    "Common": "ways",
    "Communities": "ways",
    "Community": "ways",
    "Diagram": "drawing",
    "Dossier": "dossiers",
    "Entity": "model",
    "Expectation": "answers",
    "Export": "exporting",
    "Finding": "answers",
    "Found": "answers",
    "Gap": "answers",
    "Gaps": "answers",
    "Hop": "ways",
    "Invalid": "errors",
    "Match": "answers",
    "Meeting": "ways",
    "Moment": "agenda",
    "Moved": "answers",
    "NameNotFound": "errors",
    "Naming": "answers",
    "Neighbor": "model",
    "Neighbors": "answers",
    "NoAnswer": "errors",
    "NoSuchQuestion": "errors",
    "Passage": "model",
    "Path": "ways",
    "Paths": "ways",
    "Projects": "agenda",
    "Qualifier": "model",
    "Question": "answers",
    "Relation": "model",
    "Report": "answers",
    "Score": "ways",
    "Sentence": "citing",
    "Shown": "answers",
    "Similar": "ways",
    "Source": "citing",
    "Target": "agenda",
    "Targets": "agenda",
    "Term": "answers",
    "Timeline": "agenda",
    "Twin": "ways",
    "Value": "model",
    "Work": "agenda",
    "about": "catalogue",
    "according_to": "sources",
    "ask": "catalogue",
    "bridges": "structure",
    "central": "structure",
    "cite": "citing",
    "claims": "evidence",
    "common": "routes",
    "communities": "structure",
    "diagram": "drawing",
    "dossier": "dossiers",
    "export": "exporting",
    "find": "names",
    "gaps": "expectations",
    "neighbors": "evidence",
    "network": "graph",
    "open": "store",
    "paths": "routes",
    "projects": "works",
    "query": "sparql",
    "questions": "catalogue",
    "resolve": "names",
    "show": "portrait",
    "similar": "structure",
    "targets": "goals",
    "timeline": "times",
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
    "Citation",
    "Citations",
    "CityGraph",
    "CityGraphError",
    "Claim",
    "Claims",
    "Common",
    "Communities",
    "Community",
    "Diagram",
    "Dossier",
    "Entity",
    "Expectation",
    "Export",
    "Finding",
    "Found",
    "Gap",
    "Gaps",
    "Hop",
    "Invalid",
    "Match",
    "Meeting",
    "Moment",
    "Moved",
    "NameNotFound",
    "Naming",
    "Neighbor",
    "Neighbors",
    "NoAnswer",
    "NoSuchQuestion",
    "Passage",
    "Path",
    "Paths",
    "Projects",
    "Qualifier",
    "Question",
    "Relation",
    "Report",
    "Score",
    "Sentence",
    "Shown",
    "Similar",
    "Source",
    "Target",
    "Targets",
    "Term",
    "Timeline",
    "Twin",
    "Value",
    "Work",
    "about",
    "according_to",
    "ask",
    "bridges",
    "central",
    "cite",
    "claims",
    "common",
    "communities",
    "diagram",
    "dossier",
    "export",
    "find",
    "gaps",
    "neighbors",
    "network",
    "open",
    "paths",
    "projects",
    "query",
    "questions",
    "resolve",
    "show",
    "similar",
    "targets",
    "timeline",
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
