"""The tables of the proof by positions: the proof itself takes each example, and does not take the counter."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

import cityGraph as cg
from cityGraph.model.claim import Claim, Entity, Relation, Value
from cityGraph.model.positions import Range
from cityGraph.namespaces import CG, PREFIXES
from cityGraph.proof.context import Context
from cityGraph.proof.mentions import Mentions
from cityGraph.proof.rules_mood import status_marked
from cityGraph.proof.rules_relation import relation_marked
from cityGraph.proof.tables import PRINTED, table
from cityGraph.proof.text import text_of
from cityGraph.proof.wording import Cue, Wording, parse_cue, wording
from support.rows import for_each

CUES, MODALS, CONNECTORS = (table(purpose, PRINTED) for purpose in ("cues", "modals", "connectors"))
MARK = re.compile(r"\[([sor]):([^\]]+)\]")
COLUMNS = ("example", "counter")


@cache
def words() -> Wording:
    return wording(cg.open())


def read(marked: str) -> tuple[str, dict[str, Range]]:
    """A sentence without its marks, and where the words of each mark stand."""
    said, at, places = "", 0, {}
    for mark in MARK.finditer(marked):
        said += marked[at : mark.start()]
        places[mark[1]] = Range(1, len(said), len(said) + len(mark[2]))
        said += mark[2]
        at = mark.end()
    return said + marked[at:], places


def context(relation: str, marked: str, cue: tuple[Range, ...] | None) -> Context:
    """A claim of a relation in a text of one sentence, with the subject and the object that are marked."""
    sentence, places = read(marked)
    declared = words().relations[CG + relation]
    ends = {"urn:s": ("s", declared.subjects)} | ({} if declared.literal else {"urn:o": ("o", declared.objects)})
    known = replace(
        words(),
        names={iri: frozenset({sentence[places[end].start : places[end].end]}) for iri, (end, _) in ends.items()},
        kinds={iri: kinds for iri, (_, kinds) in ends.items()},
        anchors={},
    )
    what = Value("1", PREFIXES["xsd"] + "decimal") if declared.literal else Entity("urn:o", "", "", "")
    claim = Claim("urn:c", Entity("urn:s", "", "", ""), Relation(CG + relation, ""), what, "realised", "stated")
    roles = {"subject": (places["s"],), "object": (places["o"],)} | ({"relation": cue} if cue else {})
    return Context(claim, roles, Mentions(known, text_of(sentence)))


def marks(relation: str, cue: Cue, marked: str) -> bool:
    """Whether the rules on the relation accept a cue in a sentence, at any place where its words stand."""
    sentence, _ = read(marked)
    stands = [
        [Range(1, match.start(), match.end()) for match in re.finditer(re.escape(word), sentence)] for word in cue.words
    ]
    return any(not list(relation_marked(context(relation, marked, places))) for places in product(*stands))


@for_each("row", CUES, ids=lambda row: f"{row['relation']} {row['cue']}")
def test_a_cue_marks_its_relation_in_its_example_and_not_in_its_counter(row: dict[str, str]) -> None:
    cue = parse_cue(row["cue"])
    assert marks(row["relation"], cue, row["example"])
    assert not marks(row["relation"], cue, row["counter"])


@for_each("row", CUES, ids=lambda row: f"{row['relation']} {row['cue']}")
def test_a_cue_shows_where_its_object_stands_and_each_slot_once(row: dict[str, str]) -> None:
    assert row["cue"].count("{o}") == 1
    assert row["cue"].count("{s}") <= 1
    assert not re.search(r"[{}]", row["cue"].replace("{s}", "").replace("{o}", ""))


def test_example_and_counter_of_a_cue_speak_of_the_same_two_things() -> None:
    for row in (*CUES, *MODALS, *CONNECTORS):
        example, counter = (sorted(name for _, name in MARK.findall(row[column])) for column in COLUMNS)
        assert example == counter, row


@pytest.mark.parametrize("row", MODALS, ids=lambda row: row["word"])
def test_a_modal_word_makes_a_plan_of_its_example_and_leaves_its_counter_a_fact(row: dict[str, str]) -> None:
    found = [
        list(status_marked(context("contributesTo", row[column], (read(row[column])[1]["r"],)))) for column in COLUMNS
    ]
    assert found == [[("modal", f"the modal word «{row['word']}» makes the claim {row['status']}")], []]
    assert row["word"] in row["counter"], "a counter shows the word where it governs nothing"


@pytest.mark.parametrize("row", CONNECTORS, ids=lambda row: row["mark"])
def test_a_list_goes_on_through_a_connector_and_ends_where_there_is_none(row: dict[str, str]) -> None:
    went_on = []
    for column in COLUMNS:
        sentence, places = read(row[column])
        mentions = Mentions(replace(words(), names={}), text_of(sentence))
        went_on.append(mentions.continues_list(sentence[places["s"].end : places["o"].start], places["o"]))
    assert went_on == [True, False]
    assert row["role"] in {"between", "open"}
