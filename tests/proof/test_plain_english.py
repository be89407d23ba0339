"""What plain English sentences of towns and firms prove, and what they do not: one line a sentence and a statement.

A statement is "subject; relation; object; status; measure; unit; comparator; period", its empty ends left out.
"""

from __future__ import annotations

from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Amount, Statement, Thing, Verdict
from cityGraph.proof.text import text_of
from support.rows import for_each

NAMES = {
    "firm": "Oakline|Kestrel Motors|Bright Foods",
    "body": "Rivertown Council|Elm University",
    "place": "Greyhaven|Northport|Rivertown|Westshire",
    "zone": "North Park",
    "project": "Old Mill|Port of Greyhaven|Canal Bridge",
    "plan": "Harbour Plan",
    "person": "Ann Keller|Ben Ito",
}
THINGS = {name: Thing(name, family, (name,)) for family, names in NAMES.items() for name in names.split("|")}
FAMILIES = {each: each for each in NAMES} | {"plan": "project"}


def read(text: str, said: str) -> Verdict:
    subject, relation, what, status, measure, unit, comparator, period = (said.split(";") + [""] * 8)[:8]
    named = {name: thing for name, thing in THINGS.items() if name in text or name in said}
    end = Amount(what, unit, comparator, measure) if measure else THINGS.get(what, what)
    reading = Reading(text_of(text), named.values(), families=FAMILIES, date="2024-05-01")
    quote = text if "\n" not in text else ""
    return prove(Statement(THINGS[subject], relation, end, status or "realised", period, quote), reading)


PROVED = [
    ("Oakline and Kestrel Motors announced a partnership in May.", "Oakline;cooperates-with;Kestrel Motors"),
    ("North Park is home to Oakline and 40 other firms.", "North Park;hosts;Oakline"),
    ("North Park is home to more than 40 firms.", "North Park;has-output;40;realised;firms;firms;over"),
    ("Oakline, based at North Park, makes pumps.", "Oakline;located-in;North Park"),
    ("Oakline is set to open a mill in Northport next year.", "Oakline;plans;open a mill in Northport;planned"),
    ("The Old Mill is due to open in 2026.", "Old Mill;plans;open;planned;;;;2026"),
    ("The Old Mill is on track to open in 2026.", "Old Mill;plans;open;planned;;;;2026"),
    ("The Old Mill, owned by Oakline, was empty for years.", "Oakline;owns;Old Mill"),
    ("The Old Mill is part of Rivertown Council's Harbour Plan.", "Old Mill;part-of;Harbour Plan"),
    (
        "Councillor Ann Keller, leader of Rivertown Council, welcomed the news.",
        "Ann Keller;holds-office;leader of Rivertown Council",
    ),
    (
        "Rivertown Council's cabinet member for growth, Ann Keller, welcomed it.",
        "Ann Keller;holds-office;cabinet member for growth",
    ),
    ("Rivertown Council leader Ann Keller welcomed it.", "Ann Keller;holds-office;leader of Rivertown Council"),
    (
        "Ann Keller, the chief executive of Oakline, said the site was ready.",
        "Ann Keller;holds-office;chief executive of Oakline",
    ),
    (
        "Oakline's chief executive, Ann Keller, said the site was ready.",
        "Ann Keller;holds-office;chief executive of Oakline",
    ),
    (
        "Oakline chief executive Ann Keller said the site was ready.",
        "Ann Keller;holds-office;chief executive of Oakline",
    ),
    (
        "Ann Keller, who chairs Oakline, and Ben Ito, mayor of Greyhaven, met.",
        "Ben Ito;holds-office;mayor of Greyhaven",
    ),
    ("Some 300 homes will be built at North Park.", "North Park;aims-for;300;planned;homes;homes;about"),
    (
        "Up to 300 homes will be built at North Park over 12 months.",
        "North Park;aims-for;300;planned;homes;homes;up to",
    ),
    ("More than 1,200 people work at the Old Mill.", "Old Mill;has-output;1200;realised;employees;people;over"),
    ("The Old Mill employs 1,200 people.", "Old Mill;has-output;1200;realised;jobs;jobs"),
    ("The Old Mill will employ between 300 and 400 people.", "Old Mill;aims-for;300-400;planned;jobs;jobs"),
    ("Oakline will invest £20m in the Old Mill.", "Oakline;invests-in;Old Mill;planned"),
    ("Oakline will invest £20m in the Old Mill.", "Oakline;aims-for;20;planned;investment;million pounds"),
    ("The £20m Old Mill opened in 2019.", "Old Mill;has-output;20;realised;cost;million pounds"),
    ("The Old Mill opened in 2019 at a cost of £20m.", "Old Mill;has-output;20;realised;cost;million pounds"),
    ("Oakline reported a turnover of £20m in 2023.", "Oakline;has-output;20;realised;revenue;million pounds;;2023"),
    ("Oakline has a workforce of 500.", "Oakline;has-output;500;realised;employees;people"),
    (
        "The port handles 5 million tonnes of cargo a year. Port of Greyhaven is old.",
        "Port of Greyhaven;has-output;5;realised;cargo a year;million tonnes",
    ),
    (
        "Port of Greyhaven handles 5 million tonnes of cargo a year.",
        "Port of Greyhaven;has-output;5;realised;capacity a year;million tonnes",
    ),
    ("Port of Greyhaven is the largest port in Westshire.", "Port of Greyhaven;located-in;Westshire"),
    ("Port of Greyhaven is the largest port in Westshire.", "Port of Greyhaven;ranks;largest port in Westshire"),
    ("The Canal Bridge links Greyhaven with Northport.", "Canal Bridge;connects;Northport"),
    ("The Canal Bridge, designed by Oakline, opened in 1998.", "Oakline;develops;Canal Bridge"),
    (
        "The Canal Bridge, designed by Oakline and built by Bright Foods, opened in 1998.",
        "Bright Foods;builds;Canal Bridge",
    ),
    ("The Canal Bridge, which was built by Oakline in 1998, reopened.", "Oakline;builds;Canal Bridge"),
    ("Construction of the Canal Bridge was completed in 2019.", "Canal Bridge;has-stage;completed;realised;;;;2019"),
    ("Following the completion of the Canal Bridge, traffic rose.", "Canal Bridge;has-stage;completed"),
    ("The completion of the Canal Bridge is expected in 2026.", "Canal Bridge;has-stage;completed;planned;;;;2026"),
    ("The Old Mill has been demolished.", "Old Mill;has-stage;demolished"),
    ("Elm University has agreed a partnership with Oakline.", "Elm University;cooperates-with;Oakline"),
    ("Elm University, in partnership with Oakline, opened the Old Mill.", "Elm University;cooperates-with;Oakline"),
    ("The project is a joint venture between Oakline and Elm University.", "Oakline;cooperates-with;Elm University"),
    ("North Park is managed by Oakline on behalf of Rivertown Council.", "Oakline;administers;North Park"),
    ("North Park is owned and managed by Oakline.", "Oakline;owns;North Park"),
    ("North Park is owned and managed by Oakline.", "Oakline;administers;North Park"),
    ("Oakline supplies Kestrel Motors with pumps.", "Oakline;supplies;Kestrel Motors"),
    ("Oakline was founded in 1987 by Ann Keller.", "Oakline;founded-in;1987"),
    ("Founded in 1987, Oakline employs 300 people.", "Oakline;founded-in;1987"),
    ("Established in 1987, North Park covers 55 acres.", "North Park;has-output;55;realised;area;acres"),
    ("North Park spans 55 acres and houses 40 companies.", "North Park;has-output;40;realised;companies;companies"),
    ("At 55 acres, North Park is the largest in Westshire.", "North Park;has-output;55;realised;area;acres"),
    ("North Park, a 55-acre site in Westshire, is owned by Oakline.", "North Park;has-output;55;realised;area;acres"),
    ("North Park, a 55-acre site in Westshire, is owned by Oakline.", "North Park;located-in;Westshire"),
    ("Oakline, whose headquarters are in Greyhaven, makes pumps.", "Oakline;located-in;Greyhaven"),
    ("The Greyhaven-based firm Oakline makes pumps.", "Oakline;located-in;Greyhaven"),
    ("The Old Mill in Northport, Westshire, burned.", "Old Mill;located-in;Westshire"),
    ("Rivertown Council has approved Oakline's plans for the Old Mill.", "Oakline;plans;Old Mill;planned"),
    ("Oakline is investing £5m to expand its plant, creating 50 jobs.", "Oakline;aims-for;50;planned;jobs;jobs"),
    ("The expansion of the Old Mill will create 50 jobs.", "Old Mill;aims-for;50;planned;jobs;jobs"),
    ("Oakline bought the Old Mill from Kestrel Motors.", "Oakline;owns;Old Mill"),
    ("300 of the homes in Greyhaven will be built by Oakline.", "Oakline;aims-for;300;planned;homes;homes"),
    ("A total of 15 firms have moved into North Park.", "North Park;has-output;15;realised;firms;firms"),
    ("Oakline is among the firms that have moved into North Park.", "North Park;hosts;Oakline"),
    ("Tenants at North Park include Oakline and Bright Foods.", "North Park;hosts;Bright Foods"),
    ("North Park's tenants include Oakline and Bright Foods.", "North Park;hosts;Bright Foods"),
    ("North Park is located in the heart of Westshire.", "North Park;located-in;Westshire"),
    ("The Old Mill is backed by Rivertown Council.", "Rivertown Council;supports;Old Mill"),
    ("The Old Mill received £5m from Rivertown Council.", "Rivertown Council;supports;Old Mill"),
    ("The Old Mill received £5m of funding from Rivertown Council.", "Rivertown Council;supports;Old Mill"),
    ("Oakline has been appointed to build the Old Mill.", "Oakline;builds;Old Mill;planned"),
    ("Oakline won the contract to build the Canal Bridge.", "Oakline;builds;Canal Bridge;planned"),
    ("Turnover at Oakline rose by 12% to £20m.", "Oakline;has-output;20;realised;turnover;million pounds"),
    ("Turnover at Oakline rose by 12% to £20m.", "Oakline;has-output;12;realised;turnover growth;%"),
    ("Oakline, which employs 300 people in Greyhaven, is moving.", "Oakline;has-output;300;realised;employees;people"),
    ("The firm, Oakline, opened the Old Mill in 2019, creating 40 jobs.", "Oakline;has-output;40;realised;jobs;jobs"),
    ("North Park with 30 firms will open in 2026.", "North Park;has-output;30;realised;firms;firms"),
    ("The Old Mill with 30 rooms will open in 2026.", "Old Mill;aims-for;30;planned;rooms;rooms"),
    ("The council owns the Old Mill. Rivertown Council is old.", "Rivertown Council;owns;Old Mill"),
    ("Oakline said it will move into North Park.", "Oakline;plans;move into North Park;planned"),
    ("Ann Keller met Ben Ito, mayor of Greyhaven.", "Ben Ito;holds-office;mayor of Greyhaven"),
    ("The park was bought by Oakline in 2019. North Park is in Westshire.", "North Park;located-in;Westshire"),
    ("The Old Mill is being built by Oakline for Kestrel Motors.", "Oakline;builds;Old Mill;planned"),
    ("Oakline, a supplier of Kestrel Motors, grew.", "Oakline;supplies;Kestrel Motors"),
    ("The Old Mill was sold by Oakline to Bright Foods.", "Bright Foods;owns;Old Mill"),
    ("After the acquisition of the Old Mill by Oakline, prices rose.", "Oakline;owns;Old Mill"),
    (
        "The Port of Greyhaven handled 4 million tonnes in 2022 and 5 million tonnes in 2023.",
        "Port of Greyhaven;has-output;5;realised;volume handled;million tonnes;;2023",
    ),
    ("The cost of the Old Mill rose from £5m to £8m.", "Old Mill;has-output;8;realised;cost;million pounds"),
    ("Construction of the Old Mill in Northport will cost £8m.", "Old Mill;aims-for;8;planned;cost;million pounds"),
    ("Oakline is responsible for managing North Park.", "Oakline;administers;North Park"),
    ("North Park grew. The new 55-acre park is owned by Oakline.", "North Park;has-output;55;realised;area;acres"),
    (
        "Rivertown Council met. The council's partnership with Oakline grew.",
        "Rivertown Council;cooperates-with;Oakline",
    ),
    (
        "Oakline will move its Greyhaven based staff into North Park. The park grew.",
        "Oakline;plans;move its staff into North Park;planned",
    ),
    (
        "Oakline said it would move its staff into the park. North Park grew.",
        "Oakline;plans;move its staff into North Park;planned",
    ),
    ("The Old Mill will be designed to meet the needs of the town by Oakline.", "Oakline;develops;Old Mill;planned"),
    ("Oakline will use the hall where Kestrel Motors has agreed a lease.", "Kestrel Motors;signed;lease"),
    ("Oakline will operate the hall for 25 years.", "Oakline;aims-for;25;planned;operation of the hall;years"),
    (
        "Works are due to start soon, with the Old Mill reaching 40 rooms by 2026.",
        "Old Mill;aims-for;40;planned;rooms;rooms;;2026",
    ),
    (
        "Oakline is old.\n\nNorth Park grew. The site was sold.\n\nIt rained.\n\nSo be it.\n\nThe site has 55 acres.",
        "North Park;has-output;55;realised;area;acres",
    ),
]
REFUSED = [
    ("Oakline and Kestrel Motors are to build a plant in Greyhaven.", "Oakline;cooperates-with;Kestrel Motors"),
    (
        "Councillor Ann Keller, leader of Rivertown Council, welcomed the news.",
        "Ann Keller;holds-office;deputy leader of Rivertown Council",
    ),
    (
        "Ann Keller, who chairs Oakline, and Ben Ito, mayor of Greyhaven, met.",
        "Ann Keller;holds-office;mayor of Greyhaven",
    ),
    ("The Canal Bridge, designed by Oakline and built by Bright Foods, opened in 1998.", "Oakline;builds;Canal Bridge"),
    ("The completion of the Canal Bridge is expected in 2026.", "Canal Bridge;has-stage;completed"),
    ("Plans for the demolition of the Old Mill were approved.", "Old Mill;has-stage;demolished"),
    ("Oakline has been granted planning permission for the Old Mill.", "Old Mill;has-stage;demolished"),
    ("North Park is managed by Oakline on behalf of Rivertown Council.", "Rivertown Council;administers;North Park"),
    ("North Park, near Greyhaven, is owned by Oakline.", "North Park;located-in;Greyhaven"),
    ("Oakline plans to move from Greyhaven to Northport.", "Oakline;located-in;Northport"),
    ("Rivertown Council has refused Oakline's plans for the Old Mill.", "Rivertown Council;supports;Old Mill"),
    ("The closure of the Old Mill will cost 50 jobs.", "Old Mill;aims-for;50;planned;jobs;jobs"),
    ("The sale of the Old Mill will create 50 jobs in Greyhaven.", "Old Mill;aims-for;50;planned;jobs;jobs"),
    ("Oakline bought the Old Mill from Kestrel Motors.", "Kestrel Motors;owns;Old Mill"),
    ("Oakline sold the Old Mill to Kestrel Motors.", "Oakline;owns;Old Mill"),
    ("The Old Mill has 300 jobs and Northport has 200 homes.", "Old Mill;has-output;200;realised;homes;homes"),
    ("300 jobs were lost at the Old Mill.", "Old Mill;has-output;300;realised;jobs;jobs"),
    ("Oakline cut 300 jobs at the Old Mill.", "Old Mill;has-output;300;realised;jobs;jobs"),
    ("Some 300 homes near North Park will be demolished.", "North Park;aims-for;300;planned;homes;homes"),
    ("North Park lies north of Greyhaven.", "North Park;located-in;Greyhaven"),
    ("The scheme is backed by £5m from Rivertown Council. North Park grew.", "Rivertown Council;supports;North Park"),
    ("Oakline has been appointed to build the Old Mill.", "Oakline;builds;Old Mill"),
    ("The firm will move its 300 staff to North Park. Oakline is old.", "North Park;aims-for;300;planned;staff;people"),
    ("The Old Mill with 30 rooms will open in 2026.", "Old Mill;has-output;30;realised;rooms;rooms"),
    ("Oakline presented a £5m plan for the Old Mill.", "Oakline;has-output;5;realised;cost;million pounds"),
    ("Oakline said it will not move into North Park.", "Oakline;plans;move into North Park;planned"),
    ("Oakline and Bright Foods will open offices at North Park.", "North Park;hosts;Bright Foods"),
    ("North Park, owned by Oakline, houses Bright Foods. Kestrel Motors left.", "Bright Foods;owns;North Park"),
    ("Oakline competes with Kestrel Motors.", "Oakline;cooperates-with;Kestrel Motors"),
    ("Ann Keller, former mayor of Greyhaven, met Ben Ito.", "Ann Keller;holds-office;mayor of Greyhaven"),
    ("Ann Keller met Ben Ito, mayor of Greyhaven.", "Ann Keller;holds-office;mayor of Greyhaven"),
    ("Vice president Ann Keller met Ben Ito.", "Ann Keller;holds-office;president"),
    ("Oakline vice-president Ann Keller met Ben Ito.", "Ann Keller;holds-office;president of Oakline"),
    ("Fewer than 300 homes will be built at North Park.", "North Park;aims-for;300;planned;homes;homes;over"),
    ("300 homes could have been built at North Park.", "North Park;has-output;300;realised;homes;homes"),
    ("300 homes were planned for North Park, but none was built.", "North Park;has-output;300;realised;homes;homes"),
    ("Of the 300 homes in Greyhaven, 40 are at North Park.", "North Park;has-output;300;realised;homes;homes"),
    ("300 people live near the Old Mill.", "Old Mill;has-output;300;realised;employees;people"),
    ("300 people live in Greyhaven.", "Greyhaven;has-output;300;realised;employees;people"),
    ("The Old Mill is being built by Oakline for Kestrel Motors.", "Kestrel Motors;builds;Old Mill;planned"),
    ("Oakline, a supplier of Kestrel Motors, grew.", "Kestrel Motors;supplies;Oakline"),
    ("Oakline's rival Kestrel Motors owns the Old Mill.", "Oakline;owns;Old Mill"),
    ("The Old Mill, next to North Park, is owned by Oakline.", "Oakline;owns;North Park"),
    ("The Old Mill was sold by Oakline to Bright Foods.", "Oakline;owns;Old Mill"),
    ("The acquisition of the Old Mill by Oakline was blocked.", "Oakline;owns;Old Mill"),
    ("Oakline abandoned its plan to build the Old Mill.", "Oakline;builds;Old Mill;planned"),
    ("The proposed expansion of the Old Mill was refused.", "Old Mill;has-stage;expanded"),
    ("North Park lies 5 miles from Greyhaven, in Westshire.", "North Park;located-in;Greyhaven"),
    (
        "The Port of Greyhaven handled 4 million tonnes in 2022 and 5 million tonnes in 2023.",
        "Port of Greyhaven;has-output;5;realised;cargo handled;million tonnes;;2022",
    ),
    ("Elm University is based in Greyhaven and Oakline is based in Northport.", "Elm University;located-in;Northport"),
    (
        "Elm University, which is based in Greyhaven, works with Oakline in Northport.",
        "Elm University;located-in;Northport",
    ),
    ("The building will house Oakline and Bright Foods. The Old Mill was empty.", "Old Mill;hosts;Oakline"),
    ("The new 40-bed hotel will open in May. The Old Mill was sold.", "Old Mill;aims-for;40;planned;beds;beds"),
    ("Oakline was fined £5m by Rivertown Council.", "Rivertown Council;supports;Oakline"),
    ("Oakline received £5m in fines from Rivertown Council.", "Rivertown Council;supports;Oakline"),
    ("The cost of the Old Mill rose from £5m to £8m.", "Old Mill;has-output;5;realised;cost;million pounds"),
    ("Sales of the Oakline group in Greyhaven fell by 8%.", "Greyhaven;has-output;8;realised;sales;%"),
    ("Construction of the Old Mill in Northport will cost £8m.", "Northport;aims-for;8;planned;cost;million pounds"),
    ("Oakline has been chosen to operate North Park.", "Oakline;administers;North Park"),
    ("Rivertown Council met. The council leader owns the Old Mill.", "Rivertown Council;owns;Old Mill"),
    ("The Old Mill was designed for Kestrel Motors and by Oakline was sold.", "Kestrel Motors;develops;Old Mill"),
    ("Ann Keller, and the mayor of Greyhaven, met.", "Ann Keller;holds-office;mayor of Greyhaven"),
    ("Oakline will move its 300 staff.", "Oakline;aims-for;300;planned;staff;staff"),
]


@for_each(("text", "said"), PROVED)
def test_a_sentence_proves(text: str, said: str) -> None:
    verdict = read(text, said)
    assert verdict.proved, verdict


@for_each(("text", "said"), REFUSED)
def test_a_sentence_does_not_prove(text: str, said: str) -> None:
    assert not read(text, said).proved
