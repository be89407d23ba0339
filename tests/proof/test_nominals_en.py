"""What English nouns of doing say: whose work a sentence speaks of, and what has been done with it."""

from __future__ import annotations

import pytest

from cityGraph.proof.nominals_en import heads, without_noun
from cityGraph.proof.prove import prove
from cityGraph.proof.reading import Reading
from cityGraph.proof.statement import Amount, Statement, Thing
from cityGraph.proof.tables import table
from cityGraph.proof.text import text_of
from support.rows import for_each

THINGS = {
    name: Thing(name, family, (name,))
    for name, family in (
        ("Oakline", "body"),
        ("Canal House", "project"),
        ("Sunfield Mill", "project"),
        ("Dock Plan", "plan"),
    )
}
FAMILIES = {"body": "body", "project": "project", "plan": "project"}


def proved(text: str, subject: str, relation: str, what: str | Amount, status: str) -> bool:
    reading = Reading(text_of(text), THINGS.values(), families=FAMILIES)
    end = what if isinstance(what, Amount) else THINGS.get(what, what)
    return prove(Statement(THINGS[subject], relation, end, status), reading).proved


@pytest.mark.parametrize(
    ("text", "stage", "status", "expected"),
    [
        ("Following the removal of the Canal House, traffic rose.", "removed", "realised", True),
        ("The removal of the Canal House created a square.", "removed", "realised", True),
        ("Work began, including the removal of the Canal House.", "removed", "realised", False),
        ("The removal of the Canal House was proposed.", "removed", "realised", False),
        ("After the opening of the Canal House, traffic rose.", "closed", "realised", False),
        ("After the opening of the Sunfield Mill, the Canal House closed.", "opened", "realised", False),
        ("The completion of the Canal House is expected in June.", "completed", "planned", True),
        ("The completion of the Canal House is expected in June.", "completed", "realised", False),
        ("The plan for the demolition of the Canal House was dropped.", "demolished", "realised", False),
    ],
)
def test_a_noun_says_what_is_done(text: str, stage: str, status: str, expected: bool) -> None:
    assert proved(text, "Canal House", "has-stage", stage, status) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The expansion of the Canal House will create 50 jobs.", True),
        ("The planned expansion of the Canal House will create 50 jobs.", True),
        ("The closure of the Canal House will create 50 jobs.", False),
        ("The sale of the Canal House will create 50 jobs.", False),
        ("The owner of the Canal House will create 50 jobs.", False),
    ],
)
def test_work_on_a_thing_speaks_of_the_thing(text: str, expected: bool) -> None:
    assert proved(text, "Canal House", "aims-for", Amount("50", "jobs", "", "jobs"), "planned") is expected


def test_a_measure_at_a_firm_is_of_the_firm() -> None:
    sum_ = Amount("20", "million pounds", "", "turnover")
    assert proved("Turnover at Oakline rose to £20m.", "Oakline", "has-output", sum_, "realised")


@pytest.mark.parametrize(("status", "expected"), [("planned", True), ("realised", False)])
def test_what_a_plan_creates_is_a_part_to_come(status: str, expected: bool) -> None:
    text = "The Dock Plan includes the creation of the Canal House."
    assert proved(text, "Canal House", "part-of", "Dock Plan", status) is expected


@for_each("row", table("nominals", "en"), ids=lambda row: row["word"])
def test_each_noun_leads_to_a_name_as_its_row_says(row: dict[str, str]) -> None:
    lead = row["example"].split("mill")[0].lower()
    assert heads(lead) is bool(row["subject"])
    assert not heads(row["counter"].split("mill")[0].lower())
    assert bool(without_noun(f" {lead}") == " ") is (bool(row["subject"]) and " of " in lead)
