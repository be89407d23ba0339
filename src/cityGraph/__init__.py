"""citygraph: ask a city's plan who is connected to whom, how, and where it says so.

>>> import cityGraph as cg
>>> city = cg.open()
>>> [n.label for n in cg.neighbors(city, "太鋼")][:2]
['特鋼材料產業鏈', '不銹鋼全產業鏈集群']

Names are found in their modules when they are first used: importing this package loads nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .authoring.build import build
    from .authoring.merge import merge
    from .authoring.new import new
    from .authoring.open import open
    from .authoring.suggest import suggest
    from .comparison.compare import compare
    from .comparison.diff import diff
    from .diagrams.comparison import comparison_picture
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
    from .graph.about import about
    from .graph.ask import ask, questions
    from .graph.claims import claims
    from .graph.neighbors import neighbors
    from .graph.schema import schema
    from .graph.show import show
    from .graph.sources import according_to
    from .model.check import Compared, ComparedClaim, ComparedSentence, Difference
    from .model.claim import Claim, Entity, Passage, Qualifier, Relation, Value
    from .model.comparison import Beside, Comparison, Remark, Said, Side
    from .model.created import Created
    from .model.diff import Aspect, Change, Changes, Unread
    from .model.graph import About, Claims, Neighbor, Neighbors, Shown
    from .model.merged import LeftOut, Merged, Pair, Reason
    from .model.names import Found, Match, Naming
    from .model.network import Bridge, Bridges, Central, Communities, Community, Score, Similar, Twin
    from .model.paths import Common, Hop, Meeting, Path, Paths
    from .model.projects import Projects, Work
    from .model.query import Answer, Question, Term
    from .model.reconciled import Asked, Candidate, Reconciled
    from .model.referrals import Referral
    from .model.schema import Kind, KindRelation, Schema
    from .model.sheets import Accepted, Checked, Filled, Refused
    from .model.source import Source
    from .model.suggest import Suggested, SuggestedClaim, SuggestedThing
    from .model.targets import Target, Targets
    from .model.timeline import Moment, Timeline
    from .model.validation import Expectation, Finding, Gap, Gaps, Moved, Report
    from .names.find import find
    from .names.reconcile import reconcile
    from .names.resolve import resolve
    from .networks.bridges import bridges
    from .networks.central import central
    from .networks.common import common
    from .networks.communities import communities
    from .networks.network import network
    from .networks.paths import paths
    from .networks.similar import similar
    from .plan.projects import projects
    from .plan.targets import targets
    from .plan.timeline import timeline
    from .proof.check import check
    from .reports.cite import cite
    from .reports.dossier import Dossier, dossier
    from .reports.references import Citation, Citations, Sentence
    from .sparql.query import query
    from .store.city import CityGraph
    from .validation.gaps import gaps
    from .validation.validate import validate

_HOME = {
    "About": "model.graph",
    "Accepted": "model.sheets",
    "AmbiguousName": "errors",
    "Answer": "model.query",
    "Asked": "model.reconciled",
    "Aspect": "model.diff",
    "BadData": "errors",
    "BadQuery": "errors",
    "BadText": "errors",
    "Beside": "model.comparison",
    "Bridge": "model.network",
    "Bridges": "model.network",
    "Candidate": "model.reconciled",
    "Central": "model.network",
    "Change": "model.diff",
    "Changes": "model.diff",
    "Checked": "model.sheets",
    "Citation": "reports.references",
    "Citations": "reports.references",
    "CityGraph": "store.city",
    "CityGraphError": "errors",
    "Claim": "model.claim",
    "Claims": "model.graph",
    "Common": "model.paths",
    "Communities": "model.network",
    "Community": "model.network",
    "Compared": "model.check",
    "ComparedClaim": "model.check",
    "ComparedSentence": "model.check",
    "Comparison": "model.comparison",
    "Created": "model.created",
    "Diagram": "diagrams.diagram",
    "Difference": "model.check",
    "Dossier": "reports.dossier",
    "Entity": "model.claim",
    "Expectation": "model.validation",
    "Export": "exports.export",
    "Filled": "model.sheets",
    "Finding": "model.validation",
    "Found": "model.names",
    "Gap": "model.validation",
    "Gaps": "model.validation",
    "Hop": "model.paths",
    "Invalid": "errors",
    "Kind": "model.schema",
    "KindRelation": "model.schema",
    "LeftOut": "model.merged",
    "Match": "model.names",
    "Meeting": "model.paths",
    "Merged": "model.merged",
    "Moment": "model.timeline",
    "Moved": "model.validation",
    "NameNotFound": "errors",
    "Naming": "model.names",
    "Neighbor": "model.graph",
    "Neighbors": "model.graph",
    "NoAnswer": "errors",
    "NoSuchQuestion": "errors",
    "Pair": "model.merged",
    "Passage": "model.claim",
    "Path": "model.paths",
    "Paths": "model.paths",
    "Projects": "model.projects",
    "Qualifier": "model.claim",
    "Question": "model.query",
    "Reason": "model.merged",
    "Reconciled": "model.reconciled",
    "Referral": "model.referrals",
    "Refused": "model.sheets",
    "Relation": "model.claim",
    "Remark": "model.comparison",
    "Report": "model.validation",
    "Said": "model.comparison",
    "Schema": "model.schema",
    "Score": "model.network",
    "Sentence": "reports.references",
    "Shown": "model.graph",
    "Side": "model.comparison",
    "Similar": "model.network",
    "Source": "model.source",
    "Suggested": "model.suggest",
    "SuggestedClaim": "model.suggest",
    "SuggestedThing": "model.suggest",
    "Target": "model.targets",
    "Targets": "model.targets",
    "Term": "model.query",
    "Timeline": "model.timeline",
    "Twin": "model.network",
    "Unread": "model.diff",
    "Value": "model.claim",
    "Work": "model.projects",
    "about": "graph.about",
    "according_to": "graph.sources",
    "ask": "graph.ask",
    "bridges": "networks.bridges",
    "build": "authoring.build",
    "central": "networks.central",
    "check": "proof.check",
    "cite": "reports.cite",
    "claims": "graph.claims",
    "common": "networks.common",
    "communities": "networks.communities",
    "compare": "comparison.compare",
    "comparison_picture": "diagrams.comparison",
    "diagram": "diagrams.diagram",
    "diff": "comparison.diff",
    "dossier": "reports.dossier",
    "export": "exports.export",
    "find": "names.find",
    "gaps": "validation.gaps",
    "merge": "authoring.merge",
    "neighbors": "graph.neighbors",
    "network": "networks.network",
    "new": "authoring.new",
    "open": "authoring.open",
    "paths": "networks.paths",
    "projects": "plan.projects",
    "query": "sparql.query",
    "questions": "graph.ask",
    "reconcile": "names.reconcile",
    "resolve": "names.resolve",
    "schema": "graph.schema",
    "show": "graph.show",
    "similar": "networks.similar",
    "suggest": "authoring.suggest",
    "targets": "plan.targets",
    "timeline": "plan.timeline",
    "validate": "validation.validate",
}

__all__ = [
    "About",
    "Accepted",
    "AmbiguousName",
    "Answer",
    "Asked",
    "Aspect",
    "BadData",
    "BadQuery",
    "BadText",
    "Beside",
    "Bridge",
    "Bridges",
    "Candidate",
    "Central",
    "Change",
    "Changes",
    "Checked",
    "Citation",
    "Citations",
    "CityGraph",
    "CityGraphError",
    "Claim",
    "Claims",
    "Common",
    "Communities",
    "Community",
    "Compared",
    "ComparedClaim",
    "ComparedSentence",
    "Comparison",
    "Created",
    "Diagram",
    "Difference",
    "Dossier",
    "Entity",
    "Expectation",
    "Export",
    "Filled",
    "Finding",
    "Found",
    "Gap",
    "Gaps",
    "Hop",
    "Invalid",
    "Kind",
    "KindRelation",
    "LeftOut",
    "Match",
    "Meeting",
    "Merged",
    "Moment",
    "Moved",
    "NameNotFound",
    "Naming",
    "Neighbor",
    "Neighbors",
    "NoAnswer",
    "NoSuchQuestion",
    "Pair",
    "Passage",
    "Path",
    "Paths",
    "Projects",
    "Qualifier",
    "Question",
    "Reason",
    "Reconciled",
    "Referral",
    "Refused",
    "Relation",
    "Remark",
    "Report",
    "Said",
    "Schema",
    "Score",
    "Sentence",
    "Shown",
    "Side",
    "Similar",
    "Source",
    "Suggested",
    "SuggestedClaim",
    "SuggestedThing",
    "Target",
    "Targets",
    "Term",
    "Timeline",
    "Twin",
    "Unread",
    "Value",
    "Work",
    "about",
    "according_to",
    "ask",
    "bridges",
    "build",
    "central",
    "check",
    "cite",
    "claims",
    "common",
    "communities",
    "compare",
    "comparison_picture",
    "diagram",
    "diff",
    "dossier",
    "export",
    "find",
    "gaps",
    "merge",
    "neighbors",
    "network",
    "new",
    "open",
    "paths",
    "projects",
    "query",
    "questions",
    "reconcile",
    "resolve",
    "schema",
    "show",
    "similar",
    "suggest",
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
