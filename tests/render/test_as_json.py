"""Any answer as JSON: read back as it was, readable, and without what a terminal would obey."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given

import cityGraph as cg
from cityGraph.render.as_json import as_json
from support.process import controls
from support.strange import ANY, STRANGE, quick


@quick
@given(ANY)
@example("".join(STRANGE))
def test_any_text_is_read_back_from_json_that_commands_no_terminal(text: str) -> None:
    written = as_json(cg.Entity("urn:a", text, "Firm", text))
    assert json.loads(written) == {"iri": "urn:a", "label": text, "kind": "Firm"}
    assert written.endswith("}\n")
    assert not controls(written)


def test_json_is_indented_and_its_chinese_is_readable() -> None:
    assert as_json(cg.Relation("urn:r", "位於")) == '{\n  "iri": "urn:r",\n  "label": "位於"\n}\n'


@pytest.mark.parametrize("verb", [cg.neighbors, cg.claims, cg.show, cg.find, cg.targets, cg.cite])
def test_an_answer_keeps_the_shape_that_its_noun_gives(city: cg.CityGraph, verb: object) -> None:
    assert callable(verb)
    answer = verb(city, "太鋼")
    assert json.loads(as_json(answer)) == json.loads(json.dumps(answer.as_json()))
