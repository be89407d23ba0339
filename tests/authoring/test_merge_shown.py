"""The labels and kinds of merged things, in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from support.merging import firm, two
from support.process import LANGUAGES

LABELS = {"zh-Hant": ("鋼", "企業"), "zh-Hans": ("钢", "企业"), "en": ("Steel", "firm")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_and_kinds_are_in_the_language_asked_for(tmp_path: Path, language: str) -> None:
    names = 'skos:prefLabel "鋼"@zh-Hant , "Steel"@en'
    files = two(tmp_path, firm("a:x", "钢", more=names), firm("b:x", "钢", more=names))
    (pair,) = cg.merge(*files, language=language).doubtful
    assert (pair.one.label, pair.one.kind_label) == (pair.other.label, pair.other.kind_label) == LABELS[language]


def test_kinds_of_a_reason_are_shown_by_their_labels_and_a_nameless_thing_by_its_iri(tmp_path: Path) -> None:
    files = two(tmp_path, firm("a:x", "甲"), firm("b:x", "甲", kind="LegalEntity"))
    (pair,) = cg.merge(*files, language="en").doubtful
    assert pair.reasons[1].what == "firm / company"
    (tmp_path / "same.csv").write_text("one,other\na:y,b:y\n", "utf-8")
    answer = cg.merge(*two(tmp_path, "a:y a cg:Firm .", "b:y a cg:Firm ."), same=tmp_path / "same.csv")
    assert [(each.one.label, each.other.label) for each in answer.united] == [("y", "y")]
