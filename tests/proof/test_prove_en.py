"""What English sentences prove, and the near misses that they do not: constructions, one table of short texts each."""

from __future__ import annotations

import re

import pytest

from cityGraph.proof.patterns import ends
from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Amount, Statement, Thing, Verdict
from cityGraph.proof.tables import table
from cityGraph.proof.text import text_of

FAMILIES = ("place", "body", "zone", "project", "person", "good")
NAMES = {
    "place": "Elmford|Lakemere|Port Alder|Northbrook|Ashland",
    "body": "Oakline|Harbor Tools|Kestrel Motors|Delmar Glass|Bright Foods|Elmford Council|Hill College",
    "zone": "Mill Park|Dock Quarter",
    "project": "Beacon Project|Canal House|Sunfield Plant|Oakline's North Mill|north wing of the Canal House",
    "person": "Ann Keller|Tom Ruiz",
    "good": "glass lenses|solar panels",
}
THINGS = {
    name: Thing(name, family, (name, *([f"{name} Inc."] if name == "Oakline" else [])))
    for family, names in NAMES.items()
    for name in names.split("|")
}
MARK = re.compile(r"\[([so]):([^\[\]]+)\]")


def read(
    text: str, subject: str, relation: str, what: str | Amount, status: str = "realised", period: str = ""
) -> Verdict:
    reading = Reading(text_of(text), THINGS.values(), families={each: each for each in FAMILIES}, date="2024-05-16")
    end = what if isinstance(what, Amount) else THINGS.get(what, what)
    return prove(Statement(THINGS[subject], relation, end, status, period, ""), reading)


PROVED = [
    # active, passive, nominal
    ("Oakline supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Mill Park is funded by Oakline.", "Oakline", "supports", "Mill Park"),
    (
        "Mill Park was founded in 1998 and is supported by Oakline and Harbor Tools.",
        "Harbor Tools",
        "supports",
        "Mill Park",
    ),
    (
        "Mill Park is backed by private partners including Oakline and Harbor Tools.",
        "Harbor Tools",
        "supports",
        "Mill Park",
    ),
    ("Oakline acquired the Sunfield Plant in 2018.", "Oakline", "owns", "Sunfield Plant"),
    ("The Sunfield Plant, owned by Oakline, employs 40 people.", "Oakline", "owns", "Sunfield Plant"),
    ("Oakline's investment in Mill Park paid off.", "Oakline", "invests-in", "Mill Park"),
    ("Oakline grew. Its investment in Mill Park paid off.", "Oakline", "invests-in", "Mill Park"),
    ("Harbor Tools, a subsidiary of Oakline, makes solar panels.", "Oakline", "owns", "Harbor Tools"),
    ("Harbor Tools, a subsidiary of Oakline, makes solar panels.", "Harbor Tools", "produces", "solar panels"),
    ("Harbor Tools is a maker of lamps, a subsidiary of Oakline.", "Oakline", "owns", "Harbor Tools"),
    ("The court visited Oakline's North Mill.", "Oakline", "owns", "Oakline's North Mill"),
    ("Solar panels are made by Harbor Tools in Elmford.", "Harbor Tools", "produces", "solar panels"),
    ("Mill Park was developed in partnership with Oakline.", "Oakline", "develops", "Mill Park"),
    ("Elmford, with the assistance of Oakline, reopened.", "Oakline", "supports", "Elmford"),
    # coordination, lists, colons
    ("Oakline and Harbor Tools support Mill Park.", "Harbor Tools", "supports", "Mill Park"),
    ("Oakline supports Mill Park and owns the Sunfield Plant.", "Oakline", "owns", "Sunfield Plant"),
    ("Oakline designs lamps, produces solar panels, and supports Mill Park.", "Oakline", "supports", "Mill Park"),
    (
        "Oakline has launched two works: the Beacon Project, which opened in May, and the Canal House.",
        "Oakline",
        "builds",
        "Canal House",
    ),
    (
        "Elmford Council named Lakemere a pilot city, along with Port Alder, Northbrook and Ashland.",
        "Elmford Council",
        "designates",
        "Northbrook",
    ),
    # where things are
    ("The Sunfield Plant is in Elmford.", "Sunfield Plant", "located-in", "Elmford"),
    ("Oakline visited the Sunfield Plant in Elmford.", "Sunfield Plant", "located-in", "Elmford"),
    ("Elmford's Mill Park grew.", "Mill Park", "located-in", "Elmford"),
    ("Elmford grew, thanks to its Mill Park.", "Mill Park", "located-in", "Elmford"),
    ("Elmford-based Oakline makes solar panels.", "Oakline", "located-in", "Elmford"),
    ("Elmford-based Oakline makes solar panels.", "Oakline", "produces", "solar panels"),
    ("Oakline, based in Elmford, makes solar panels.", "Oakline", "located-in", "Elmford"),
    (
        "The council approved the north wing of the Canal House.",
        "north wing of the Canal House",
        "part-of",
        "Canal House",
    ),
    ("Oakline toured the north wing of the Canal House in Elmford.", "Canal House", "located-in", "Elmford"),
    # offices
    ("Oakline is led by CEO Ann Keller.", "Ann Keller", "holds-office", "CEO"),
    ("Ann Keller, head of sales at Oakline, spoke.", "Ann Keller", "holds-office", "head of sales at Oakline"),
    ("Oakline's lead designer is Ann Keller.", "Ann Keller", "holds-office", "Oakline's lead designer"),
    (
        "Elmford will host a fair with Ann Keller, director of the arts office.",
        "Ann Keller",
        "holds-office",
        "director of the arts office",
    ),
    # stand-ins and headings
    ("Oakline. As a founding member, the firm supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline grew. It supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline, which supports Mill Park, grew.", "Oakline", "supports", "Mill Park"),
    (
        "Oakline plans to grow in Mill Park, which was funded by Elmford Council.",
        "Elmford Council",
        "supports",
        "Mill Park",
    ),
    # plans
    ("Oakline plans to build the Canal House.", "Oakline", "builds", "Canal House", "planned"),
    ("Oakline will develop Mill Park.", "Oakline", "develops", "Mill Park", "planned"),
    ("Oakline is building the Canal House.", "Oakline", "builds", "Canal House", "planned"),
    ("Oakline and Harbor Tools are both expanding Mill Park.", "Harbor Tools", "develops", "Mill Park", "planned"),
    ("Oakline to open a second plant", "Oakline", "plans", "open a second plant", "planned"),
    (
        "Elmford gave money for Oakline to replace its old lamps.",
        "Oakline",
        "plans",
        "replace its old lamps",
        "planned",
    ),
    (
        "Oakline will train 40 local welders over the next two years.",
        "Oakline",
        "plans",
        "train local welders",
        "planned",
    ),
    # dates
    ("On Tuesday Oakline acquired Harbor Tools.", "Oakline", "owns", "Harbor Tools", "realised", "2024-05-14"),
    ("In March, Oakline acquired Harbor Tools.", "Oakline", "owns", "Harbor Tools", "realised", "2024-03"),
    ("This fall, Oakline will build the Canal House.", "Oakline", "builds", "Canal House", "planned", "fall of 2024"),
]

REFUSED = [
    ("Oakline is supported by Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline, supported by Elmford, praised Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline sued Harbor Tools, which supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline subsidiary Harbor Tools supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline's rival Harbor Tools supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("The mayor of Elmford supports Mill Park.", "Elmford", "supports", "Mill Park"),
    ("Oakline supports firms in Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline does not support Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline no longer supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline once supported Mill Park, if it existed.", "Oakline", "supports", "Mill Park"),
    ("Oakline will support Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Oakline supports Mill Park.", "Oakline", "supports", "Mill Park", "planned"),
    ("Oakline has the support of Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Mill Park is funded by Oakline.", "Mill Park", "supports", "Oakline"),
    ("Harbor Tools, a subsidiary of Oakline, makes solar panels.", "Oakline", "produces", "solar panels"),
    ("Harbor Tools, a subsidiary of Oakline, makes solar panels.", "Harbor Tools", "owns", "Oakline"),
    ("Oakline makes lamps, and Harbor Tools makes solar panels.", "Oakline", "produces", "solar panels"),
    ("Oakline makes glass lenses while Harbor Tools makes solar panels.", "Harbor Tools", "produces", "glass lenses"),
    ("Ann Keller, head of sales, and Tom Ruiz, head of design, met.", "Ann Keller", "holds-office", "head of design"),
    (
        "Oakline's lead designer is Ann Keller, once of Harbor Tools.",
        "Ann Keller",
        "holds-office",
        "lead designer of Harbor Tools",
    ),
    ("Ann Keller, former head of sales at Oakline, spoke.", "Ann Keller", "holds-office", "head of sales at Oakline"),
    (
        "The Canal House in Elmford, the old mills, and Mill Park grew. Lakemere did not.",
        "Canal House",
        "located-in",
        "Lakemere",
    ),
    ("Oakline visited Lakemere and the Sunfield Plant in Elmford.", "Sunfield Plant", "located-in", "Lakemere"),
    ("Oakline visited Lakemere and the Sunfield Plant in Elmford.", "Oakline", "located-in", "Elmford"),
    ("Elmford supports firms from Lakemere.", "Elmford", "located-in", "Lakemere"),
    (
        "The former depot in Elmford, three sheds, and the yard in Lakemere went. Mill Park stayed.",
        "Mill Park",
        "located-in",
        "Elmford",
    ),
    ("Oakline helped Harbor Tools to open a second plant.", "Oakline", "plans", "open a second plant", "planned"),
    ("Oakline opened a second plant.", "Oakline", "plans", "open a second plant", "planned"),
    ("Oakline will not train 40 local welders.", "Oakline", "plans", "train local welders", "planned"),
    ("Oakline is building the Canal House.", "Oakline", "builds", "Canal House"),
    ("Oakline built the Canal House.", "Oakline", "builds", "Canal House", "planned"),
    ("It is said that Oakline acquired Harbor Tools.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline denied that it acquired Harbor Tools.", "Oakline", "owns", "Harbor Tools"),
    ("On Tuesday Oakline acquired Harbor Tools.", "Oakline", "owns", "Harbor Tools", "realised", "2024-05-15"),
    ("In March, Oakline acquired Harbor Tools.", "Oakline", "owns", "Harbor Tools", "realised", "2024-04"),
    ("This fall, Oakline will build the Canal House.", "Oakline", "builds", "Canal House", "planned", "spring of 2024"),
    ("Oakline's main sponsor is Elmford.", "Oakline", "supports", "Elmford"),
    (
        "Elmford Council named Lakemere a pilot city, along with Port Alder. Northbrook was late.",
        "Elmford Council",
        "designates",
        "Northbrook",
    ),
    (
        "Oakline launched two works: the Beacon Project, which Elmford funds, and the Canal House.",
        "Oakline",
        "builds",
        "Elmford",
    ),
    ("Oakline supports Elmford, along with Harbor Tools.", "Oakline", "supports", "Harbor Tools"),
    ("Oakline launched work with Harbor Tools in Elmford.", "Oakline", "owns", "Harbor Tools"),
]

MEASURED = [
    ("Oakline employs 40 people.", "Oakline", "has-output", Amount("40", "people", "", "people employed")),
    (
        "Oakline's plan is designed to draw trade beyond its existing 600 local employees.",
        "Oakline",
        "has-output",
        Amount("600", "employees", "", "local employees"),
    ),
    (
        "Oakline will expand its program from 600 to 1,000 over the next four years.",
        "Oakline",
        "has-output",
        Amount("600", "", "", "size of its program"),
    ),
    (
        "Oakline registered sales exceeding NT$3 trillion (US$100 billion) last year.",
        "Oakline",
        "has-output",
        Amount("100", "billion US dollars", "exceeding", "sales"),
    ),
    (
        "Last year Oakline did well. Sales grew 12 percent.",
        "Oakline",
        "has-output",
        Amount("12", "percent", "", "growth of sales"),
    ),
    (
        "Oakline has invested $950 million in Mill Park.",
        "Oakline",
        "has-output",
        Amount("950", "million US dollars", "", "investment in Mill Park"),
    ),
    ("The 40-acre Mill Park opened.", "Mill Park", "has-output", Amount("40", "acres", "", "area")),
    ("Mill Park covers 40 acres.", "Mill Park", "has-output", Amount("40", "acres", "", "area")),
]
MISMEASURED = [
    ("Oakline employs 40 people.", "Oakline", "has-output", Amount("41", "people", "", "people employed")),
    ("Oakline employs more than 40 people.", "Oakline", "has-output", Amount("40", "people", "", "people employed")),
    (
        "Oakline employs at least 40 local people.",
        "Oakline",
        "has-output",
        Amount("40", "people", "at most", "people employed"),
    ),
    ("Oakline will employ 40 people.", "Oakline", "has-output", Amount("40", "people", "", "people employed")),
    (
        "Oakline employs 40 people, and Harbor Tools 60.",
        "Harbor Tools",
        "has-output",
        Amount("40", "people", "", "people employed"),
    ),
    (
        "Oakline spent $20 million on roads and $30 million on clean energy works.",
        "Oakline",
        "has-output",
        Amount("20", "million US dollars", "", "spending on clean energy"),
    ),
    (
        "Oakline will expand its program from 600 to 1,000.",
        "Oakline",
        "has-output",
        Amount("1000", "", "", "size of its program"),
    ),
    (
        "Oakline announced a new $120 million investment in labs.",
        "Oakline",
        "has-output",
        Amount("120", "million US dollars", "", "investment in labs"),
    ),
    ("Oakline does not employ 40 people.", "Oakline", "has-output", Amount("40", "people", "", "people employed")),
    (
        "The mayor of Elmford met Oakline. Sales grew 12 percent.",
        "Elmford",
        "has-output",
        Amount("12", "percent", "", "growth of sales"),
    ),
]


@pytest.mark.parametrize("case", PROVED + MEASURED, ids=lambda case: f"{case[0]}-{case[2]}")
def test_a_sentence_proves_what_it_says(case: tuple[str, ...]) -> None:
    verdict = read(*case)
    assert verdict.proved, verdict.reason


@pytest.mark.parametrize("case", REFUSED + MISMEASURED, ids=lambda case: f"{case[0]}-{case[1]}-{case[2]}")
def test_a_sentence_proves_nothing_that_it_does_not_say(case: tuple[str, ...]) -> None:
    verdict = read(*case)
    assert not verdict.proved, verdict.positions
    assert verdict.reason


# The rows of the table --------------------------------------------------------------------------------------------


def _families(relation: str, end: str) -> list[str]:
    allowed = ends(relation, end)
    families = [each for each in FAMILIES if each in allowed or "*" in allowed]
    return families + (["words"] if end == "object" and allowed & {"words", "date", "*"} else [])


def _row(row: dict[str, str], column: str, subject: str, what: str) -> Verdict:
    said = dict(MARK.findall(row[column]))
    one = Thing("s", subject, (said["s"],))
    other = said["o"] if what == "words" else Thing("o", what, (said["o"],))
    things = [one, *([other] if isinstance(other, Thing) else [])]
    plan = row["mood"] in ("planned", "begun") or row["relation"] in ("plans", "aims-for")
    reading = Reading(text_of(MARK.sub(r"\2", row[column])), things, families={each: each for each in FAMILIES})
    return prove(Statement(one, row["relation"], other, "planned" if plan else "realised"), reading)


@pytest.mark.parametrize("relation", sorted({row["relation"] for row in table("relations", "en")}))
def test_each_row_proves_its_example_and_refuses_its_counter(relation: str) -> None:
    """With ends of families that the relation allows; a noun in small letters is tried as plain words, too."""
    for row in table("relations", "en"):
        if row["relation"] != relation:
            continue
        pairs = [(one, other) for one in _families(relation, "subject") for other in _families(relation, "object")]
        words = [(pairs[0][0], "words")] if "words" in _families(relation, "object") else []
        proving = next((pair for pair in pairs[:1] + words + pairs if _row(row, "example", *pair).proved), None)
        assert proving, (row["pattern"], row["example"])
        if re.search(r"\[o:[a-z]", row["example"]):
            proving = (proving, *words)
        else:
            proving = (proving,)
        assert not [pair for pair in proving if _row(row, "counter", *pair).proved], (row["pattern"], row["counter"])
