"""What English sentences prove, and the near misses that they do not: constructions, one table of short texts each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cityGraph.proof.patterns import ends
from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Amount, Statement, Thing, Verdict
from cityGraph.proof.tables import table
from cityGraph.proof.text import text_of
from support.rows import for_each

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    ("Elmford also has the famous Mill Park.", "Elmford", "hosts", "Mill Park"),
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
        "Mill Park is backed by local partners including Oakline and Harbor Tools.",
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
    (
        "Oakline, one of the largest makers of lamps in the country, announced on Monday "
        "that it will build the Sunfield Plant in Elmford.",
        "Oakline",
        "builds",
        "Sunfield Plant",
        "planned",
    ),
    (
        "Oakline, one of the largest makers of lamps in the country, announced on Monday "
        "that it will build the Sunfield Plant in Elmford.",
        "Sunfield Plant",
        "located-in",
        "Elmford",
        "planned",
    ),
    ("Founded in 1987, Oakline employs more than 3,000 people in Elmford.", "Oakline", "founded-in", "1987"),
    ("Oakline was founded in Elmford in 1987 by Ann Keller.", "Oakline", "founded-in", "1987"),
    ("Ann Keller, who was appointed CEO of Oakline in 2019, spoke.", "Ann Keller", "holds-office", "CEO of Oakline"),
    ("Chief executive Ann Keller said that Oakline grew.", "Ann Keller", "holds-office", "chief executive"),
    (
        "Hill College and Oakline signed a memorandum of understanding to train welders.",
        "Hill College",
        "signed",
        "memorandum of understanding",
    ),
    (
        "Hill College and Oakline signed a memorandum of understanding to train welders.",
        "Oakline",
        "signed",
        "memorandum of understanding",
    ),
    ("Hill College has teamed up with Oakline to train welders.", "Hill College", "cooperates-with", "Oakline"),
    (
        "Port Alder ranks second in the country, with 1.2 million passengers in 2023.",
        "Port Alder",
        "ranks",
        "second in the country",
    ),
    (
        "Port Alder is the second-largest port in the country.",
        "Port Alder",
        "ranks",
        "second-largest port in the country",
    ),
    ("Oakline supplies glass lenses to Harbor Tools.", "Oakline", "supplies", "Harbor Tools"),
    ("Oakline supplies Harbor Tools with glass lenses.", "Oakline", "supplies", "Harbor Tools"),
    ("Oakline is headquartered in Elmford and operates plants in Lakemere.", "Oakline", "located-in", "Elmford"),
    ("Dock Quarter is home to Oakline and Harbor Tools.", "Dock Quarter", "hosts", "Harbor Tools"),
    (
        "Mill Park has been designated a national innovation zone by Elmford Council.",
        "Mill Park",
        "designated-as",
        "national innovation zone",
    ),
    (
        "Mill Park has been designated a national innovation zone by Elmford Council.",
        "Elmford Council",
        "designates",
        "Mill Park",
    ),
    ("Mill Park is part of the Dock Quarter.", "Mill Park", "part-of", "Dock Quarter"),
    ("Oakline has pledged $5 million to support Hill College.", "Oakline", "supports", "Hill College", "planned"),
    (
        "Tom Ruiz, Mayor of Elmford, and Ann Keller, CEO of Oakline, opened the Canal House.",
        "Tom Ruiz",
        "holds-office",
        "Mayor of Elmford",
    ),
    (
        "Tom Ruiz, Mayor of Elmford, and Ann Keller, CEO of Oakline, opened the Canal House.",
        "Ann Keller",
        "holds-office",
        "CEO of Oakline",
    ),
    ("Mill Park is operated by Elmford Council.", "Elmford Council", "administers", "Mill Park"),
    ("The park is owned by Oakline, which also runs Mill Park.", "Oakline", "administers", "Mill Park"),
    (
        "Under the deal, Oakline will supply Harbor Tools with solar panels.",
        "Oakline",
        "supplies",
        "Harbor Tools",
        "planned",
    ),
    ("Oakline has been working with Hill College since 2015.", "Oakline", "cooperates-with", "Hill College"),
    ("Sunfield Plant opened in 2015.", "Sunfield Plant", "founded-in", "2015"),
    ("The Beacon Project is led by Oakline, in partnership with Hill College.", "Oakline", "leads", "Beacon Project"),
    (
        "The Beacon Project is led by Harbor Tools, a firm founded by Oakline.",
        "Harbor Tools",
        "leads",
        "Beacon Project",
    ),
    (
        "The Beacon Project, led by Oakline and funded by Elmford Council, began in 2019.",
        "Elmford Council",
        "supports",
        "Beacon Project",
    ),
    ("Oakline's headquarters are in Elmford.", "Oakline", "located-in", "Elmford"),
    ("Oakline moved its headquarters from Lakemere to Elmford in 2010.", "Oakline", "located-in", "Elmford"),
    ("Oakline owns a 30 percent stake in Harbor Tools.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline bought Harbor Tools for $3 million.", "Oakline", "owns", "Harbor Tools"),
    ("Elmford plans to turn the Dock Quarter into a hub for design.", "Elmford", "develops", "Dock Quarter", "planned"),
    ("The Canal House, built by Oakline in 1903, burned.", "Oakline", "builds", "Canal House"),
    ("Work on the Canal House, which Oakline is building, goes on.", "Oakline", "builds", "Canal House", "planned"),
    (
        "The firm will expand. Oakline will invest $20 million in the Sunfield Plant.",
        "Oakline",
        "invests-in",
        "Sunfield Plant",
        "planned",
    ),
    ("Elmford Council said the Canal House would open in 2026.", "Canal House", "plans", "open in 2026", "planned"),
    (
        "Oakline annual report. We opened the Canal House in 2019. Our investment in Mill Park paid off. Oakline grew.",
        "Oakline",
        "invests-in",
        "Mill Park",
    ),
    (
        "Oakline annual report\n\nWe worked with Hill College on new lamps. Oakline grew.",
        "Oakline",
        "cooperates-with",
        "Hill College",
    ),
    ("The Beacon Project will link Elmford to Lakemere.", "Beacon Project", "connects", "Lakemere", "planned"),
    (
        "The Beacon Project, a joint venture of Oakline and Harbor Tools, began in 2019.",
        "Oakline",
        "owns",
        "Beacon Project",
    ),
    ("Elmford Council leader Tom Ruiz said that the city would fund Mill Park.", "Tom Ruiz", "holds-office", "leader"),
    ("The Dock Quarter houses Oakline, Harbor Tools and Delmar Glass.", "Dock Quarter", "hosts", "Delmar Glass"),
    ("Tenants of Mill Park include Oakline, Harbor Tools and Delmar Glass.", "Mill Park", "hosts", "Harbor Tools"),
    ("Oakline chose Elmford as the site of its Sunfield Plant.", "Sunfield Plant", "located-in", "Elmford"),
    ("Oakline will build its Sunfield Plant in Elmford.", "Oakline", "builds", "Sunfield Plant", "planned"),
    ("The Sunfield Plant will be built by Oakline in Elmford.", "Oakline", "builds", "Sunfield Plant", "planned"),
    ("Oakline said it will build the Sunfield Plant.", "Oakline", "builds", "Sunfield Plant", "planned"),
    ("Oakline said on Tuesday it had acquired Harbor Tools.", "Oakline", "owns", "Harbor Tools"),
    (
        "Ann Keller, Oakline's chief executive, opened the fair.",
        "Ann Keller",
        "holds-office",
        "Oakline's chief executive",
    ),
    ("Oakline, founded by Ann Keller in 1987, grew.", "Oakline", "founded-in", "1987"),
    ("Elmford wants to become a leading port by 2035.", "Elmford", "aims-for", "a leading port", "targeted"),
    (
        "Elmford will become the country's first car-free city.",
        "Elmford",
        "aims-for",
        "country's first car-free city",
        "planned",
    ),
    ("The Beacon Project received $3 million from Elmford Council.", "Elmford Council", "supports", "Beacon Project"),
    ("With support from Elmford Council, Oakline opened the Canal House.", "Elmford Council", "supports", "Oakline"),
    ("With support from Elmford Council, Oakline opened the Canal House.", "Oakline", "builds", "Canal House"),
    ("Harbor Tools is wholly owned by Oakline.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline, parent company of Harbor Tools, grew.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline's subsidiary Harbor Tools makes solar panels.", "Harbor Tools", "produces", "solar panels"),
    ("Oakline's subsidiary Harbor Tools makes solar panels.", "Oakline", "owns", "Harbor Tools"),
    ("Elmford, the largest city in the region, grew.", "Elmford", "ranks", "largest city in the region"),
    ("Elmford was named the greenest city in the country.", "Elmford", "ranks", "greenest city in the country"),
    ("Elmford is located in Northbrook.", "Elmford", "located-in", "Northbrook"),
    ("Oakline has operated the Sunfield Plant since 2003.", "Oakline", "administers", "Sunfield Plant"),
    ("Oakline's Sunfield Plant produces solar panels.", "Sunfield Plant", "produces", "solar panels"),
    ("Oakline's Sunfield Plant produces solar panels.", "Oakline", "owns", "Sunfield Plant"),
    ("Both Oakline and Harbor Tools have invested in Mill Park.", "Oakline", "invests-in", "Mill Park"),
    ("In addition to Oakline, Harbor Tools has invested in Mill Park.", "Harbor Tools", "invests-in", "Mill Park"),
    (
        "Oakline is investing $20 million in the Sunfield Plant to create 45 jobs.",
        "Oakline",
        "invests-in",
        "Sunfield Plant",
        "planned",
    ),
    ("The Sunfield Plant is under construction.", "Sunfield Plant", "has-stage", "under construction", "planned"),
    ("The Sunfield Plant was completed in 2020.", "Sunfield Plant", "has-stage", "completed", "realised", "2020"),
    (
        "Mill Park, which opened in 2004, is managed by Oakline on behalf of Elmford Council.",
        "Oakline",
        "administers",
        "Mill Park",
    ),
    (
        "Mill Park, which opened in 2004, is managed by Oakline on behalf of Elmford Council.",
        "Mill Park",
        "founded-in",
        "2004",
    ),
    (
        "At a cost of $30 million, the Canal House is the largest hall in Elmford.",
        "Canal House",
        "ranks",
        "largest hall in Elmford",
    ),
    ("Oakline (Elmford) makes solar panels.", "Oakline", "located-in", "Elmford"),
    (
        "Oakline has partnered with Hill College and Harbor Tools to test lamps.",
        "Oakline",
        "cooperates-with",
        "Harbor Tools",
    ),
    ("Mill Park hosts more than 45 firms, including Oakline and Harbor Tools.", "Mill Park", "hosts", "Harbor Tools"),
    ("By 2030, Elmford aims to be carbon neutral.", "Elmford", "aims-for", "carbon neutral", "targeted", "2030"),
    (
        "Elmford plans to build 300 homes in the Dock Quarter.",
        "Elmford",
        "plans",
        "build 300 homes in the Dock Quarter",
        "planned",
    ),
    ("Oakline is planning a second plant in Elmford.", "Oakline", "plans", "a second plant", "planned"),
    ("The Dock Quarter, a zone of 40 hectares in Elmford, is growing.", "Dock Quarter", "located-in", "Elmford"),
    ("Mayor Tom Ruiz said Elmford would fund Mill Park.", "Tom Ruiz", "holds-office", "Mayor"),
    ("Mayor Tom Ruiz said Elmford would fund Mill Park.", "Elmford", "supports", "Mill Park", "planned"),
    ("Tom Ruiz, who heads Elmford Council, spoke.", "Tom Ruiz", "leads", "Elmford Council"),
    ("Elmford Council, headed by Tom Ruiz, met.", "Tom Ruiz", "leads", "Elmford Council"),
    ("Tom Ruiz was elected mayor of Elmford in 2019.", "Tom Ruiz", "holds-office", "mayor of Elmford"),
    ("The Beacon Project is jointly run by Oakline and Hill College.", "Hill College", "administers", "Beacon Project"),
    ("Elmford banned heavy trucks from its centre.", "Elmford", "restrains", "heavy trucks"),
    ("Heavy trucks are banned in Elmford.", "Elmford", "restrains", "heavy trucks"),
    ("Oakline is listed on the Northbrook exchange.", "Oakline", "listed-on", "Northbrook exchange"),
    ("The fair was organised by Oakline.", "Oakline", "organises", "fair"),
]

REFUSED = [
    # has is the tense of another verb
    ("Elmford has sold Mill Park.", "Elmford", "hosts", "Mill Park"),
    ("Elmford has recently opened Mill Park.", "Elmford", "hosts", "Mill Park"),
    ("Elmford has never owned Mill Park.", "Elmford", "hosts", "Mill Park"),
    ("They saw Mill Park and the Canal House, a building housing Oakline.", "Mill Park", "hosts", "Oakline"),
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
    ("Oakline supplies glass lenses to Harbor Tools.", "Harbor Tools", "supplies", "Oakline"),
    ("Oakline moved its headquarters from Lakemere to Elmford in 2010.", "Oakline", "located-in", "Lakemere"),
    (
        "Tom Ruiz, Mayor of Elmford, and Ann Keller, CEO of Oakline, opened the Canal House.",
        "Tom Ruiz",
        "holds-office",
        "CEO of Oakline",
    ),
    ("The Beacon Project is led by Harbor Tools, a firm founded by Oakline.", "Oakline", "leads", "Beacon Project"),
    (
        "The Beacon Project, led by Oakline and funded by Elmford Council, began in 2019.",
        "Elmford Council",
        "leads",
        "Beacon Project",
    ),
    (
        "The Beacon Project, led by Oakline and funded by Elmford Council, began in 2019.",
        "Oakline",
        "supports",
        "Beacon Project",
    ),
    ("Oakline is headquartered in Elmford and operates plants in Lakemere.", "Oakline", "located-in", "Northbrook"),
    ("Oakline sold Harbor Tools to Delmar Glass.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline sold Harbor Tools to Delmar Glass.", "Harbor Tools", "owns", "Delmar Glass"),
    ("Oakline decided against buying Harbor Tools.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline failed to acquire Harbor Tools.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline tried to buy Harbor Tools.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline could build the Canal House.", "Oakline", "builds", "Canal House"),
    (
        "Elmford Council rejected a plan by Oakline to redevelop the Dock Quarter.",
        "Oakline",
        "develops",
        "Dock Quarter",
    ),
    (
        "Elmford Council rejected a plan by Oakline to redevelop the Dock Quarter.",
        "Oakline",
        "develops",
        "Dock Quarter",
        "planned",
    ),
    ("Oakline competes with Hill College.", "Oakline", "cooperates-with", "Hill College"),
    ("Elmford asked Oakline to fund the Beacon Project.", "Elmford", "supports", "Beacon Project"),
    ("Elmford asked Oakline to fund the Beacon Project.", "Oakline", "supports", "Beacon Project"),
    ("Oakline makes lamps in a plant near Mill Park.", "Oakline", "located-in", "Mill Park"),
    ("Oakline left Elmford for Lakemere.", "Oakline", "located-in", "Elmford"),
    ("Unlike Oakline, Harbor Tools supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Harbor Tools, not Oakline, supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Harbor Tools, like Oakline before it, owns the Canal House.", "Oakline", "owns", "Canal House"),
    ("The Canal House was sold by Oakline.", "Oakline", "owns", "Canal House"),
    ("Mill Park is next to the Dock Quarter.", "Mill Park", "part-of", "Dock Quarter"),
    ("The Sunfield Plant in Elmford was built by Oakline of Lakemere.", "Sunfield Plant", "located-in", "Lakemere"),
    ("Ann Keller succeeded Tom Ruiz as CEO of Oakline.", "Tom Ruiz", "holds-office", "CEO of Oakline"),
    ("Oakline, whose owner Harbor Tools supports Mill Park, grew.", "Oakline", "supports", "Mill Park"),
    ("Neither Oakline nor Harbor Tools supports Mill Park.", "Harbor Tools", "supports", "Mill Park"),
    ("Oakline hopes Harbor Tools supports Mill Park.", "Oakline", "supports", "Mill Park"),
    ("Critics say Oakline supports Mill Park only on paper.", "Oakline", "supports", "Mill Park"),
    ("Oakline withdrew its support for Mill Park.", "Oakline", "supports", "Mill Park"),
    ("In addition to Oakline, Harbor Tools has invested in Mill Park.", "Harbor Tools", "invests-in", "Oakline"),
    ("Oakline's subsidiary Harbor Tools makes solar panels.", "Oakline", "produces", "solar panels"),
    ("Oakline said on Tuesday that Harbor Tools had acquired Delmar Glass.", "Oakline", "owns", "Delmar Glass"),
    ("With support from Elmford Council, Oakline opened the Canal House.", "Elmford Council", "builds", "Canal House"),
    ("Harbor Tools, the former owner of the Canal House, grew.", "Harbor Tools", "owns", "Canal House"),
    ("Oakline supplies a rival of Harbor Tools.", "Oakline", "supplies", "Harbor Tools"),
    ("Oakline opened a plant in Elmford, and Delmar Glass one in Lakemere.", "Oakline", "located-in", "Lakemere"),
    ("The Sunfield Plant stands near the Dock Quarter.", "Sunfield Plant", "located-in", "Dock Quarter"),
    ("Elmford was once the greenest city in the country.", "Elmford", "ranks", "greenest city in the country"),
    ("Tom Ruiz beat Ann Keller to become mayor of Elmford.", "Ann Keller", "holds-office", "mayor of Elmford"),
    ("Ann Keller, deputy to Tom Ruiz, mayor of Elmford, spoke.", "Ann Keller", "holds-office", "mayor of Elmford"),
    ("Ann Keller will become CEO of Oakline.", "Ann Keller", "holds-office", "CEO of Oakline"),
    ("Ann Keller resigned as CEO of Oakline.", "Ann Keller", "holds-office", "CEO of Oakline"),
    ("Harbor Tools is not owned by Oakline.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline was founded in 1987 and Harbor Tools in 1990.", "Oakline", "founded-in", "1990"),
    ("Oakline was founded in 1987 and Harbor Tools in 1990.", "Harbor Tools", "founded-in", "1987"),
    ("Oakline moved to Elmford in 1990.", "Oakline", "founded-in", "1990"),
    ("The plan to build the Canal House by Oakline was dropped.", "Oakline", "builds", "Canal House", "planned"),
    ("Oakline delayed the Canal House, which Elmford Council had funded.", "Oakline", "supports", "Canal House"),
    ("Oakline wrote to Elmford Council, which runs Mill Park.", "Oakline", "administers", "Mill Park"),
    ("Elmford's rival Lakemere hosts Oakline.", "Elmford", "hosts", "Oakline"),
    ("A report by Hill College says Oakline leads the Beacon Project.", "Hill College", "leads", "Beacon Project"),
    ("Ann Keller of Oakline leads the Beacon Project.", "Oakline", "leads", "Beacon Project"),
    ("Firms in Elmford supply Oakline.", "Elmford", "supplies", "Oakline"),
    ("Oakline may buy Harbor Tools.", "Oakline", "owns", "Harbor Tools"),
    ("Oakline scrapped plans to build the Sunfield Plant.", "Oakline", "builds", "Sunfield Plant", "planned"),
    ("Residents want Oakline to build the Sunfield Plant.", "Oakline", "builds", "Sunfield Plant", "planned"),
    (
        "Mill Park, which opened in 2004, is managed by Oakline on behalf of Elmford Council.",
        "Elmford Council",
        "administers",
        "Mill Park",
    ),
    ("Tom Ruiz was elected mayor of Elmford in 2019.", "Tom Ruiz", "holds-office", "mayor of Lakemere"),
    (
        "The Beacon Project competes with one jointly run by Oakline and Hill College.",
        "Oakline",
        "administers",
        "Beacon Project",
    ),
    ("Oakline partnered with Hill College, but not with Harbor Tools.", "Oakline", "cooperates-with", "Harbor Tools"),
    ("Oakline ended its partnership with Hill College.", "Oakline", "cooperates-with", "Hill College"),
    ("Oakline is in talks to partner with Hill College.", "Oakline", "cooperates-with", "Hill College"),
    ("Mill Park lost 45 firms, including Oakline.", "Mill Park", "hosts", "Oakline"),
    ("Oakline left Mill Park, home to Harbor Tools.", "Mill Park", "hosts", "Oakline"),
    (
        "Oakline is among the critics of the Beacon Project, which Hill College runs.",
        "Oakline",
        "administers",
        "Beacon Project",
    ),
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
        "Oakline reported sales exceeding NT$4 trillion (US$120 billion) in 2024.",
        "Oakline",
        "has-output",
        Amount("120", "billion US dollars", "exceeding", "sales"),
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
    (
        "The $40 million Sunfield Plant, which is expected to open in 2026, will create 250 jobs.",
        "Sunfield Plant",
        "aims-for",
        Amount("250", "jobs", "", "jobs"),
        "targeted",
    ),
    (
        "The $40 million Sunfield Plant, which is expected to open in 2026, will create 250 jobs.",
        "Sunfield Plant",
        "aims-for",
        Amount("40", "million US dollars", "", "investment"),
        "planned",
    ),
    (
        "Founded in 1987, Oakline employs more than 3,000 people in Elmford.",
        "Oakline",
        "has-output",
        Amount("3000", "people", "more than", "employees in Elmford"),
    ),
    (
        "Elmford aims to cut its emissions by 40 percent by 2030.",
        "Elmford",
        "aims-for",
        Amount("40", "percent", "", "cut of emissions"),
        "targeted",
        "2030",
    ),
    (
        "Oakline produced 1.4 million lamps in 2022, up 8 percent from a year earlier.",
        "Oakline",
        "has-output",
        Amount("1.4", "million", "", "lamps produced"),
        "realised",
        "2022",
    ),
    (
        "Oakline's sales rose 8 percent to $1.2 billion in 2022.",
        "Oakline",
        "has-output",
        Amount("1.2", "billion US dollars", "", "sales"),
        "realised",
        "2022",
    ),
    (
        "Oakline's sales rose 8 percent to $1.2 billion in 2022.",
        "Oakline",
        "has-output",
        Amount("8", "percent", "", "growth of sales"),
        "realised",
        "2022",
    ),
    (
        "Oakline has pledged $5 million to support Hill College.",
        "Oakline",
        "aims-for",
        Amount("5", "million US dollars", "", "support"),
        "planned",
    ),
    (
        "Mill Park, home to more than 120 companies, grew.",
        "Mill Park",
        "has-output",
        Amount("120", "companies", "more than", "companies"),
    ),
    (
        "The council cut the ribbon. Sunfield Plant now employs 300 workers.",
        "Sunfield Plant",
        "has-output",
        Amount("300", "workers", "", "workers"),
    ),
    (
        "Oakline employs some 300 people at the Sunfield Plant.",
        "Oakline",
        "has-output",
        Amount("300", "people", "some", "people employed at the Sunfield Plant"),
    ),
    (
        "Oakline's revenue reached $2.4 billion in 2021, up from $2.1 billion in 2020.",
        "Oakline",
        "has-output",
        Amount("2.4", "billion US dollars", "", "revenue"),
        "realised",
        "2021",
    ),
    (
        "Oakline's revenue reached $2.4 billion in 2021, up from $2.1 billion in 2020.",
        "Oakline",
        "has-output",
        Amount("2.1", "billion US dollars", "", "revenue"),
        "realised",
        "2020",
    ),
    (
        "The Dock Quarter will house 40 start-ups.",
        "Dock Quarter",
        "aims-for",
        Amount("40", "start-ups", "", "start-ups"),
        "planned",
    ),
    (
        "Elmford has set a target of 50,000 new homes by 2035.",
        "Elmford",
        "aims-for",
        Amount("50000", "homes", "", "new homes"),
        "targeted",
        "2035",
    ),
    (
        "Mill Park spans 120 hectares and hosts 45 firms.",
        "Mill Park",
        "has-output",
        Amount("45", "firms", "", "firms hosted"),
    ),
    (
        "Mill Park spans 120 hectares and hosts 45 firms.",
        "Mill Park",
        "has-output",
        Amount("120", "hectares", "", "area"),
    ),
    (
        "Oakline is investing $20 million in the Sunfield Plant to create 45 jobs.",
        "Oakline",
        "aims-for",
        Amount("45", "jobs", "", "jobs"),
        "planned",
    ),
    (
        "Elmford Council approved a $12 million grant for Mill Park on Tuesday.",
        "Mill Park",
        "has-output",
        Amount("12", "million US dollars", "", "grant"),
    ),
    (
        "The Sunfield Plant will produce 20,000 tonnes of steel a year once complete.",
        "Sunfield Plant",
        "aims-for",
        Amount("20000", "tonnes", "", "steel a year"),
        "planned",
    ),
    (
        "At a cost of $30 million, the Canal House is the largest hall in Elmford.",
        "Canal House",
        "has-output",
        Amount("30", "million US dollars", "", "cost"),
    ),
    (
        "Oakline employs 300 people in Elmford and 200 in Lakemere.",
        "Oakline",
        "has-output",
        Amount("200", "people", "", "people employed in Lakemere"),
    ),
    (
        "Over the past decade, Elmford Council has spent $40 million on Mill Park.",
        "Elmford Council",
        "has-output",
        Amount("40", "million US dollars", "", "spending on Mill Park"),
    ),
    (
        "Elmford plans to build 300 homes in the Dock Quarter.",
        "Elmford",
        "aims-for",
        Amount("300", "homes", "", "homes in the Dock Quarter"),
        "planned",
    ),
    (
        "Oakline's profit fell by 12 percent to $3 million.",
        "Oakline",
        "has-output",
        Amount("12", "percent", "", "fall of profit"),
    ),
    (
        "Port Alder handled 1.2 million tonnes of cargo in 2021.",
        "Port Alder",
        "has-output",
        Amount("1.2", "million tonnes", "", "cargo handled"),
        "realised",
        "2021",
    ),
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
    (
        "Oakline's sales rose 8 percent to $1.2 billion in 2022.",
        "Oakline",
        "has-output",
        Amount("1.2", "billion US dollars", "", "sales"),
        "realised",
        "2021",
    ),
    ("Oakline has 40 plants, 12 of them in Elmford.", "Oakline", "has-output", Amount("12", "plants", "", "plants")),
    ("Oakline fell from 60 workers to 40.", "Oakline", "has-output", Amount("60", "workers", "", "workers")),
    (
        "Oakline's revenue reached $2.4 billion in 2021, up from $2.1 billion in 2020.",
        "Oakline",
        "has-output",
        Amount("2.1", "billion US dollars", "", "revenue"),
        "realised",
        "2021",
    ),
    (
        "Oakline's revenue reached $2.4 billion in 2021, up from $2.1 billion in 2020.",
        "Oakline",
        "has-output",
        Amount("2.4", "billion US dollars", "", "revenue"),
        "realised",
        "2020",
    ),
    (
        "Mill Park spans 120 hectares and the Dock Quarter hosts 45 firms.",
        "Mill Park",
        "has-output",
        Amount("45", "firms", "", "firms hosted"),
    ),
    (
        "Oakline employs 300 people in Elmford and 200 in Lakemere.",
        "Oakline",
        "has-output",
        Amount("200", "people", "", "people employed in Elmford"),
    ),
    (
        "Oakline employs 300 people in Elmford and 200 in Lakemere.",
        "Oakline",
        "has-output",
        Amount("300", "people", "", "people employed in Lakemere"),
    ),
    (
        "Oakline's profit fell by 12 percent to $3 million.",
        "Oakline",
        "has-output",
        Amount("12", "percent", "", "growth of profit"),
    ),
    (
        "Oakline's profit fell by 12 percent to $3 million.",
        "Oakline",
        "has-output",
        Amount("3", "million US dollars", "", "sales"),
    ),
    (
        "Oakline's profit fell and its costs rose 12 percent.",
        "Oakline",
        "has-output",
        Amount("12", "percent", "", "growth of profit"),
    ),
    (
        "Elmford plans to build 300 homes in the Dock Quarter.",
        "Elmford",
        "has-output",
        Amount("300", "homes", "", "homes"),
    ),
    (
        "Elmford Council approved a $12 million grant for Mill Park on Tuesday.",
        "Elmford Council",
        "has-output",
        Amount("12", "million US dollars", "", "income"),
    ),
    (
        "Nearly half of the 300 people that Oakline employs live in Elmford.",
        "Elmford",
        "has-output",
        Amount("300", "people", "", "people employed"),
    ),
    (
        "Sales rose 12 percent at Oakline and 8 percent at Harbor Tools.",
        "Oakline",
        "has-output",
        Amount("8", "percent", "", "growth of sales"),
    ),
]


@for_each("case", [*PROVED, *MEASURED], ids=lambda case: f"{case[0]}-{case[2]}")
def test_a_sentence_proves_what_it_says(case: tuple[str, ...]) -> None:
    verdict = read(*case)
    assert verdict.proved, verdict.reason


@for_each("case", [*REFUSED, *MISMEASURED], ids=lambda case: f"{case[0]}-{case[1]}-{case[2]}")
def test_a_sentence_proves_nothing_that_it_does_not_say(case: tuple[str, ...]) -> None:
    verdict = read(*case)
    assert not verdict.proved, verdict.positions
    assert verdict.reason


# The rows of the table --------------------------------------------------------------------------------------------


def _families(relation: str, end: str) -> list[str]:
    allowed = ends(relation, end)
    families = [each for each in FAMILIES if each in allowed or "*" in allowed]
    return families + (["words"] if end == "object" and allowed & {"words", "date", "*"} else [])


def _row(row: Mapping[str, str], column: str, subject: str, what: str) -> Verdict:
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
        tried = (proving, *words) if re.search(r"\[o:[a-z]", row["example"]) else (proving,)
        assert not [pair for pair in tried if _row(row, "counter", *pair).proved], (row["pattern"], row["counter"])


@pytest.mark.parametrize("quote", ["Harbor Tools", "Oakline and", "and Delmar Glass"])
def test_the_quote_of_a_partnership_may_name_one_of_the_two(quote: str) -> None:
    text = text_of("Mill Park is supported by a partnership between Harbor Tools and Oakline and Delmar Glass.")
    reading = Reading(text, THINGS.values(), families={each: each for each in FAMILIES}, date="2024-05-16")
    said = Statement(THINGS["Harbor Tools"], "cooperates-with", THINGS["Oakline"], "realised", "", quote)
    # Who is quoted alone, and is neither of the two, is another partner.
    assert prove(said, reading).proved == (quote != "and Delmar Glass")
