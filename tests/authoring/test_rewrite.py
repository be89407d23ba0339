"""A file is rewritten whole, with its prefixes and without losing a word, or it stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.authoring.rewrite import rewrite
from cityGraph.exports.canonical import write
from support.paths import FIXTURE

WHOLE = (FIXTURE / "city.ttl").read_text("utf-8")
YUNBO = "https://w3id.org/citygraph/id/yunbo/"


def rewritten(tmp_path: Path, text: str) -> str:
    file = tmp_path / "city.ttl"
    file.write_text(text, "utf-8")
    rewrite(str(file), [], lambda _, triples: triples)
    return file.read_text("utf-8")


def test_what_is_laid_out_stays_as_it_is(tmp_path: Path) -> None:
    assert rewritten(tmp_path, WHOLE) == WHOLE


def test_a_prefix_of_the_file_is_kept_and_used(tmp_path: Path) -> None:
    own = rewritten(tmp_path, f"@prefix yb: <{YUNBO}> .\n@prefix idle: <urn:idle/> .\n{WHOLE}")
    assert own.startswith("@prefix cg:")
    assert f"\n@prefix yb: <{YUNBO}> .\n" in own
    assert "\nyb:chain-model a cg:Ambition ;\n" in own
    assert f"<{YUNBO}chain-model>" not in own
    assert "idle" not in own
    assert rewritten(tmp_path, own) == own


@pytest.mark.parametrize(
    "comment",
    ["# a note", "    # inside a claim", "#", "# --- a note", "# ===="],
)
def test_a_comment_that_would_be_lost_is_refused_with_its_line(tmp_path: Path, comment: str) -> None:
    lines = WHOLE.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("    dcterms:publisher"))
    draft = "\n".join([*lines[:at], comment, *lines[at:], "# at the end"]) + "\n"
    with pytest.raises(cg.BadData, match="2 comments would be lost") as error:
        rewritten(tmp_path, draft)
    assert error.value.line == at + 1
    assert (tmp_path / "city.ttl").read_text("utf-8") == draft


def test_a_hash_in_a_text_or_an_iri_is_no_comment(tmp_path: Path) -> None:
    note = '<urn:x#y> <urn:note> "# a", "say \\"#\\" twice", """a "quote" # and\n# more""" .\n'
    assert '"# a"' in rewritten(tmp_path, WHOLE + note)


def test_the_layout_of_the_first_version_has_nothing_to_lose(tmp_path: Path) -> None:
    # Claims that changed have another line above them than the layout would write now.
    changed = WHOLE.replace("cg:status cg:planned", "cg:status cg:realised", 1)
    assert changed != WHOLE
    assert "(realised)" in rewritten(tmp_path, changed)


@pytest.mark.parametrize("broken", ["write", "disk"])
def test_a_file_that_cannot_be_written_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fails(*_: object) -> str:
        raise OSError(28, "No space left on device")

    if broken == "write":
        calls = iter([write])  # the first call writes the temporary file
        monkeypatch.setattr("cityGraph.authoring.rewrite.write", lambda *given: next(calls, fails)(*given))
    else:
        monkeypatch.setattr("os.replace", fails)
    with pytest.raises(OSError, match="No space left"):
        rewritten(tmp_path, f"\n{WHOLE}")
    assert (tmp_path / "city.ttl").read_text("utf-8") == f"\n{WHOLE}"
    assert [file.name for file in tmp_path.iterdir()] == ["city.ttl"]


OWN = """@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix yc: <https://example.org/yunchuan/> .
yc:daily a cg:Source ; skos:prefLabel "日報"@zh-Hant ; dcterms:title "打造新能源之城"@zh-Hant .
yc:yunchuan a cg:City ; skos:prefLabel "雲川"@zh-Hant ; cg:supports yc:qinghe .
yc:qinghe a cg:Firm ; skos:prefLabel "青禾電池"@zh-Hant .
yc:c a cg:Claim ; rdf:subject yc:yunchuan ; rdf:predicate cg:supports ; rdf:object yc:qinghe ;
  cg:status cg:planned ; cg:basis cg:stated ; cg:evidence yc:p .
yc:p a cg:Passage ; oa:hasSource yc:daily ;
  cg:paragraph 2 ; cg:phrase "雲川將重點支持青禾電池" .
"""
TEXTS = [("日報", "打造新能源之城\n\n今年,雲川將重點支持青禾電池。\n")]


@pytest.mark.parametrize("paragraph", ["3", "0"])
def test_a_paragraph_that_the_text_does_not_have_is_refused_with_its_line(tmp_path: Path, paragraph: str) -> None:
    file = tmp_path / "own.ttl"
    draft = OWN.replace("cg:paragraph 2", f"cg:paragraph {paragraph}")
    file.write_text(draft, "utf-8")
    said = f"the passage says paragraph {paragraph}, and the text has 2. Paragraphs are separated by blank lines"
    with pytest.raises(cg.BadData, match=re.escape(said)) as error:
        rewrite(str(file), TEXTS, lambda _, triples: triples)
    assert error.value.line == 10
    assert file.read_text("utf-8") == draft


def test_a_paragraph_counts_in_the_text_at_hand_where_the_graph_has_no_hash(tmp_path: Path) -> None:
    file, other = tmp_path / "own.ttl", tmp_path / "other.ttl"
    file.write_text(OWN, "utf-8")
    done = rewrite(str(file), TEXTS, lambda _, triples: triples, str(other))
    assert (done.file, done.completed and done.completed.positions, done.report.proved) == (str(other), 1, 1)
    assert file.read_text("utf-8") == OWN
    assert cg.validate(cg.open(other), text=TEXTS).proved == 1
