"""Two versions of a small made-up city, which differ in known ways."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import cityGraph as cg
from support.samples import turtle

SOURCES = {"old": "灣報 2030", "new": "灣報 2031", "other": "港報 2031"}
THINGS = {
    "bay": ("City", "雲灣"),
    "firm": ("Firm", "錨廠"),
    "mill": ("Firm", "帆廠"),
    "yard": ("Firm", "塢廠"),
    "dock": ("Firm", "塢廠有限公司"),
    "north": ("Zone", "北港區"),
    "south": ("Zone", "南港區"),
    "chain": ("Chain", "船舶產業鏈"),
    "share": ("Target", "佔比目標"),
    "count": ("Target", "企業數目標"),
}


def passage(source: str, quote: str) -> str:
    return f'[ oa:hasSource ex:{source} ; cg:phrase "{quote}"@zh-Hant ]'


def claim(
    name: str,
    said: str,
    status: str = "realised",
    *passages: tuple[str, str],
    basis: str = "stated",
    proof: str = "quotes",
    more: str = "",
) -> str:
    """A claim in Turtle. `said` is subject, relation and object; a passage is a source and a quote."""
    subject, relation, what = said.split(" ", 2)
    quoted = " , ".join(passage(*each) for each in passages or (("old", name),))
    graded = "" if basis == "inferred" else f"cg:proof cg:{proof} ; cg:evidence {quoted} ;"
    return (
        f"ex:claim-{name} a cg:Claim ; rdf:subject ex:{subject} ; rdf:predicate cg:{relation} ; rdf:object {what} ;\n"
        f"  cg:status cg:{status} ; cg:basis cg:{basis} ; {graded} {more} ."
    )


def thing(name: str, kind: str, *labels: str) -> str:
    first, *others = labels
    named = "".join(f' ; skos:altLabel "{other}"@zh-Hant' for other in others)
    return f'ex:{name} a cg:{kind} ; skos:prefLabel "{first}"@zh-Hant{named} .'


def decimal(figure: str) -> str:
    return f'"{figure}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


def year(figure: str) -> str:
    return f'"{figure}"^^<http://www.w3.org/2001/XMLSchema#gYear>'


def statements(**changes: str) -> list[str]:
    """The parts of the older version, each by a name; `changes` replaces or adds parts, and "" drops one."""
    parts = {
        f"source-{name}": f'ex:{name} a cg:Source ; skos:prefLabel "{label}"@zh-Hant .'
        for name, label in SOURCES.items()
    }
    parts |= {name: thing(name, *each) for name, each in THINGS.items()}
    percent = "cg:unit cg:percent ; cg:comparator cg:atLeast ;"
    parts |= {
        "plan": claim("plan", "firm sitedIn ex:north", "planned"),
        "general": claim("general", "mill locatedIn ex:south", "planned"),
        "stays": claim("stays", "yard sitedIn ex:north", "planned"),
        "value": claim("value", f"share value {decimal('30')}", "targeted", more=percent),
        "due": claim("due", f"share due {year('2030')}", "targeted"),
        "comparator": claim(
            "comparator", f"count value {decimal('10')}", "targeted", more="cg:comparator cg:atLeast ;"
        ),
        "area": claim("area", f"north zoneArea {decimal('30')}"),
        "sourced": claim("sourced", "firm makes ex:chain"),
        "cited": claim("cited", "mill makes ex:chain", "realised", ("old", "甲"), ("other", "乙")),
        "quoted": claim("quoted", "bay cultivates ex:chain", "planned", ("old", "舊字句")),
        "basis": claim("basis", "bay hasSegment ex:north", basis="resolved"),
        "proof": claim("proof", "bay hasSegment ex:south", proof="citation"),
        "inferred": claim("inferred", "firm partOf ex:north", basis="inferred", more='cg:because "鄰近"@zh-Hant ;'),
        "gone": claim("gone", "yard makes ex:chain"),
        "merged": claim("merged", "dock locatedIn ex:south"),
    }
    return [part for part in (parts | changes).values() if part]


# Every sort of change, once each: the parts that make the newer version of the older one.
PLANTED = {
    "plan": claim("fact", "firm sitedIn ex:north", "realised", ("new", "錨廠已在北港區投產")),
    "general": claim("special", "mill sitedIn ex:south", "realised", ("new", "帆廠落戶")),
    "stays-too": claim("came", "yard sitedIn ex:north", "realised", ("new", "塢廠建成")),
    "value": claim(
        "value", f"share value {decimal('35')}", "targeted", more="cg:unit cg:percent ; cg:comparator cg:atLeast ;"
    ),
    "due": claim("due", f"share due {year('2032')}", "targeted"),
    "comparator": claim("comparator", f"count value {decimal('10')}", "targeted"),
    "area": claim("area", f"north zoneArea {decimal('62')}"),
    "sourced": claim("sourced", "firm makes ex:chain", "realised", ("old", "sourced"), ("new", "又說")),
    "cited": claim("cited", "mill makes ex:chain", "realised", ("old", "甲")),
    "quoted": claim("quoted", "bay cultivates ex:chain", "planned", ("old", "新字句")),
    "basis": claim("basis", "bay hasSegment ex:north"),
    "proof": claim("proof", "bay hasSegment ex:south"),
    "inferred": "",
    "gone": "",
    "added": claim("added", "firm sitedIn ex:south", "planned"),
    "merged": claim("merged", "yard locatedIn ex:south"),
    "dock": "ex:dock <http://purl.org/dc/terms/isReplacedBy> ex:yard .",
    "yard": thing("yard", "Firm", "塢廠", "塢廠有限公司"),
    "firm": thing("firm", "Firm", "雲灣錨廠"),
    "mill": thing("mill", "Organisation", "帆廠", "帆校"),
    "new-thing": thing("rail", "Facility", "灣鐵"),
}
# Of each planted change its group, the thing, and the aspects.
EXPECTED = [
    ("became-fact", "yard", "status new-source lost-source"),  # the plan is still there
    ("became-fact", "mill", "status relation new-source lost-source"),  # from a general relation to a special one
    ("became-fact", "firm", "status new-source lost-source"),
    ("changed", "count", "value"),  # the comparator
    ("changed", "share", "value"),  # the year
    ("changed", "share", "value"),
    ("changed", "north", "value"),
    ("changed", "yard", "merged"),
    ("changed", "firm", "label"),
    ("changed", "mill", "new-name kind"),
    ("added", "rail", ""),
    ("added", "firm", ""),
    ("removed", "yard", ""),
    ("evidence", "firm", "new-source"),
    ("evidence", "mill", "lost-source"),
    ("evidence", "bay", "quote"),
    ("evidence", "bay", "basis"),
    ("evidence", "bay", "proof"),
]


def told(changes: Iterable[cg.Change]) -> list[tuple[str, str, str]]:
    """Group, thing and aspects of each change."""
    return [
        (change.group, change.thing.iri.rpartition("/")[2], " ".join(aspect.name for aspect in change.aspects))
        for change in changes
    ]


def written(folder: Path, older: str, newer: str) -> None:
    """Write both versions as files of these names."""
    turtle(folder, "\n".join(statements()) + "\n", older)
    turtle(folder, "\n".join(statements(**PLANTED)) + "\n", newer)


def repository(folder: Path, name: str = "city.ttl") -> None:
    """Make a Git repository in which a file has the older version in HEAD~1, and the newer in HEAD."""
    me = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    commands = (["init", "--quiet"], ["add", name], [*me, "commit", "--quiet", "--no-verify", "-m", "A version"])
    for parts in (statements(), statements(**PLANTED)):
        turtle(folder, "\n".join(parts), name)
        for command in commands:
            subprocess.run(["git", "-C", str(folder), *command], check=True, capture_output=True)


def graph(folder: Path, parts: Sequence[str], name: str = "city.ttl", **how: str) -> cg.CityGraph:
    """Open a graph of these parts."""
    return cg.open(turtle(folder, "\n".join(parts), name), **how)  # type: ignore[arg-type]
