"""Names in English texts: what is one, its kind, and what only has a capital."""

from __future__ import annotations

from pathlib import Path

import pytest

from cityGraph.authoring.suggest_names import heads
from cityGraph.authoring.suggest_names_en import aliases_en, names_en
from cityGraph.authoring.suggest_tables import rows
from cityGraph.proof.text import text_of
from support.suggesting import named


def found(text: str) -> dict[str, str]:
    return {each.name: each.kind for each in names_en(text_of(text))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Shares of Hillview Optics Ltd rose.", "Hillview Optics Ltd", "firm"),
        ("The firm EcoVolt, Inc. moved.", "EcoVolt, Inc.", "firm"),
        ("It lies in Eastlake Park.", "Eastlake Park", "zone"),
        ("The Calder Innovation District opened.", "Calder Innovation District", "zone"),
        ("Students of the University of Calder came.", "University of Calder", "organisation"),
        ("The Ministry of Science and Technology agreed.", "Ministry of Science and Technology", "organisation"),
        ("Last year, Kestrel announced a plan.", "Kestrel", "firm"),
        ("Calder-based Marram, a startup, grew.", "Marram", "firm"),
        ("Mayor Ines Calloway spoke.", "Ines Calloway", "person"),
        ("Premier Su Ying-wen spoke.", "Su Ying-wen", "person"),
        ("Derek Nind, chief executive, spoke.", "Derek Nind", "person"),
        ("A bridge in North Quay was built.", "North Quay", "facility"),
        ("It is made in Brenmouth.", "Brenmouth", "place"),
        ("The Southern Marsh Science Park grows.", "Southern Marsh Science Park", "zone"),
    ],
)
def test_a_name_is_found_with_its_kind(text: str, name: str, kind: str) -> None:
    assert found(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "The park and the university are new.",
        "In May, the firm grew. On Monday it fell.",
        "President Marlow's Investing in Roads agenda began.",
        "Six Core Roads were chosen. It was a Good Year.",
        "City Opens Sixteen New Parks As Mayor Cheers Crowd",
        "This Company is ours. Our Bank is small.",
        "They met in 2021. Revenues rose in Q3.",
    ],
)
def test_a_word_with_a_capital_is_not_yet_a_name(text: str) -> None:
    assert found(text) == {}


def test_a_name_ends_with_its_sentence_and_before_a_possessive() -> None:
    text = "The plan of the State of Calder. Kestrel announced it. Kestrel’s Harbour Hall opened."
    assert {"State of Calder", "Kestrel", "Harbour Hall"} <= found(text).keys()
    assert not [name for name in found(text) if "." in name]


def test_short_forms_become_aliases(tmp_path: Path) -> None:
    text = "Marram Motor Company and the Calder Transit Authority (CTA) met. Marram announced a line. CTA agreed."
    assert named(tmp_path, text, things="Greenford,city,") == {
        "Marram Motor Company": "firm",
        "Marram": "firm",
        "Calder Transit Authority": "organisation",
        "CTA": "organisation",
    }


def test_a_last_name_that_another_has_is_no_alias() -> None:
    text = "Jill Barden, chairwoman, spoke. President Barden agreed. Barden left."
    (name, *_) = names_en(text_of(text))
    assert aliases_en(name, [], text) == []
    assert aliases_en(name, [], "Jill Barden, chairwoman, spoke. Later Barden left.") == ["Barden"]


@pytest.mark.parametrize("head", sorted(heads("en")))
def test_each_head_tells_the_kind_of_its_example(head: str) -> None:
    (row,) = (row for row in rows("suggest-heads") if (row["word"], row["language"]) == (head, "en"))
    assert row["kind"] in found(row["example"].replace("[", "").replace("]", "")).values()
    assert found(row["counter"]) == {}
