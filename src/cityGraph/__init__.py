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
    from .diagrams.diagram import Diagram, diagram
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
    from .exports.export import Export, export
    from .graph.ask import about, ask, questions
    from .graph.reader import claims, neighbors
    from .graph.show import show
    from .graph.sources import according_to
    from .model.claim import Claim, Entity, Neighbor, Passage, Qualifier, Relation, Value
    from .model.graph import (
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
    from .model.network import (
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
    from .model.plan import Moment, Projects, Target, Targets, Timeline, Work
    from .names.find import find, resolve
    from .networks.central import bridges, central, communities, similar
    from .networks.network import network
    from .networks.paths import common, paths
    from .plan.projects import projects
    from .plan.targets import targets
    from .plan.timeline import timeline
    from .reports.cite import Citation, Citations, Sentence, Source, cite
    from .reports.collect import Dossier, dossier
    from .store.engine import query
    from .store.open import CityGraph, open
    from .validation.gaps import gaps
    from .validation.validate import validate

_HOME = {
    "About": "model.graph",
    "AmbiguousName": "errors",
    "Answer": "model.graph",
    "BadData": "errors",
    "BadQuery": "errors",
    "BadText": "errors",
    "Bridge": "model.network",
    "Bridges": "model.network",
    "Central": "model.network",
    "Citation": "reports.cite",
    "Citations": "reports.cite",
    "CityGraph": "store.open",
    "CityGraphError": "errors",
    "Claim": "model.claim",
    "Claims": "model.graph",
    "Common": "model.network",
    "Communities": "model.network",
    "Community": "model.network",
    "Diagram": "diagrams.diagram",
    "Dossier": "reports.collect",
    "Entity": "model.claim",
    "Expectation": "model.graph",
    "Export": "exports.export",
    "Finding": "model.graph",
    "Found": "model.graph",
    "Gap": "model.graph",
    "Gaps": "model.graph",
    "Hop": "model.network",
    "Invalid": "errors",
    "Match": "model.graph",
    "Meeting": "model.network",
    "Moment": "model.plan",
    "Moved": "model.graph",
    "NameNotFound": "errors",
    "Naming": "model.graph",
    "Neighbor": "model.claim",
    "Neighbors": "model.graph",
    "NoAnswer": "errors",
    "NoSuchQuestion": "errors",
    "Passage": "model.claim",
    "Path": "model.network",
    "Paths": "model.network",
    "Projects": "model.plan",
    "Qualifier": "model.claim",
    "Question": "model.graph",
    "Relation": "model.claim",
    "Report": "model.graph",
    "Score": "model.network",
    "Sentence": "reports.cite",
    "Shown": "model.graph",
    "Similar": "model.network",
    "Source": "reports.cite",
    "Target": "model.plan",
    "Targets": "model.plan",
    "Term": "model.graph",
    "Timeline": "model.plan",
    "Twin": "model.network",
    "Value": "model.claim",
    "Work": "model.plan",
    "about": "graph.ask",
    "according_to": "graph.sources",
    "ask": "graph.ask",
    "bridges": "networks.central",
    "central": "networks.central",
    "cite": "reports.cite",
    "claims": "graph.reader",
    "common": "networks.paths",
    "communities": "networks.central",
    "diagram": "diagrams.diagram",
    "dossier": "reports.collect",
    "export": "exports.export",
    "find": "names.find",
    "gaps": "validation.gaps",
    "neighbors": "graph.reader",
    "network": "networks.network",
    "open": "store.open",
    "paths": "networks.paths",
    "projects": "plan.projects",
    "query": "store.engine",
    "questions": "graph.ask",
    "resolve": "names.find",
    "show": "graph.show",
    "similar": "networks.central",
    "targets": "plan.targets",
    "timeline": "plan.timeline",
    "validate": "validation.validate",
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
