"""`validate` tells in one line a finding: what is wrong and why, the label, the claim, the line in the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.layout import lay_out
from cityGraph.store import read
from support.paths import DATA, FIXTURE, ROOT, article
from support.samples import changed


def test_the_city_that_ships_keeps_its_rules(city: cg.CityGraph) -> None:
    report = cg.validate(city)
    assert report.findings == ()
    assert report.claims == report.unread + report.inferred


def test_the_fixture_city_is_proved_whole(fixture_city: cg.CityGraph, fixture_text: str) -> None:
    report = cg.validate(fixture_city, text=fixture_text)
    assert report.findings == ()
    assert (report.proved, report.unread) == (report.claims - report.inferred, 0)


def test_the_city_that_ships_is_proved_by_the_article_where_that_is_at_hand(city: cg.CityGraph) -> None:
    real = article()
    if real is None:
        return  # the text is not ours to ship; the fixture city carries this test everywhere
    report = cg.validate(city, text=real.read_text("utf-8"))
    assert report.findings == ()
    assert report.proved == report.claims - report.inferred - report.unread


def test_a_finding_names_the_line_on_which_the_claim_begins(tmp_path: Path, fixture_text: str) -> None:
    file, text = changed(tmp_path, r'"60"\^\^xsd:decimal ;\n(\s+cg:status)', r'"61"^^xsd:decimal ;\n\1')
    found = [each for each in cg.validate(cg.open(file), text=fixture_text).findings if each.rule == "value"]
    assert len(found) == 1
    (finding,) = found
    assert finding.line is not None
    assert text.splitlines()[finding.line - 1].startswith(f"<{finding.about}> a cg:Claim")
    assert str(finding).startswith(f"{file}:{finding.line}: {finding.label}: value: «60%以上» says 60, not 61")
    assert "\n" not in str(finding)


def test_prefixes_and_the_order_of_triples_do_not_matter(tmp_path: Path, fixture_text: str) -> None:
    from pyoxigraph import RdfFormat, parse, serialize

    triples = [q.triple for q in parse((FIXTURE / "city.ttl").read_bytes(), format=RdfFormat.TURTLE)]
    prefixes = {"k": "https://w3id.org/citygraph/id/yunbo/claim/", "": "https://w3id.org/citygraph/ontology#"}
    file = tmp_path / "city.ttl"
    file.write_bytes(serialize(reversed(triples), format=RdfFormat.TURTLE, prefixes=prefixes) or b"")
    assert cg.validate(cg.open(file), text=fixture_text).findings == ()
    broken = file.read_text("utf-8").replace('"60"^^', '"61"^^')
    file.write_text(broken, "utf-8")
    lines = [f.line for f in cg.validate(cg.open(file), text=fixture_text).findings if f.rule == "value"]
    assert lines
    assert all(line and broken.splitlines()[line - 1].startswith("k:") for line in lines)


def test_in_other_formats_a_finding_gives_the_iri(tmp_path: Path, fixture_text: str) -> None:
    from pyoxigraph import RdfFormat, parse, serialize

    triples = [q.triple for q in parse((FIXTURE / "city.ttl").read_bytes(), format=RdfFormat.TURTLE)]
    file = tmp_path / "city.nt"
    content = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").replace(b'"60"^^', b'"61"^^')
    file.write_bytes(content)
    found = cg.validate(cg.open(file), text=fixture_text).findings
    assert any(each.rule == "value" and each.line is None and f"<{each.about}>" in str(each) for each in found)


@pytest.mark.parametrize(
    ("pattern", "new", "rule"),
    [
        (r"\n<[^>]+> cg:spearheads <[^>]+> \.", "", "claim-without-plain-triple"),
        (r"cg:status cg:realised ; ", "", "shape:claim"),
        (r"cg:basis cg:stated ;", "cg:basis cg:stated , cg:resolved ;", "shape:claim"),
        (r'cg:anchor "[^"]*"', 'cg:anchor "somewhere"', "anchor"),
        (r'cg:textHash "[0-9a-f]', 'cg:textHash "z', "shape:source"),
        (r'cg:quality "A"', 'cg:quality "C"', "shape:source"),
        (r" ;\n\s+cg:unit cg:percent", "", "unit-out-of-step"),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, fixture_text: str, pattern: str, new: str, rule: str) -> None:
    file, _ = changed(tmp_path, pattern, new)
    assert rule in {finding.rule for finding in cg.validate(cg.open(file), text=fixture_text).findings}


def test_a_text_of_another_source_is_refused(fixture_city: cg.CityGraph) -> None:
    with pytest.raises(cg.BadText, match="none of the sources"):
        cg.validate(fixture_city, text="別的文章\n\n正文")


@pytest.mark.parametrize("file", [DATA, FIXTURE / "city.ttl"], ids=["data", "fixture"])
def test_the_layout_is_canonical(file: Path) -> None:
    assert lay_out(read(str(file))) == file.read_text("utf-8")


def test_the_data_holds_no_long_run_of_the_article() -> None:
    real = article()
    if real is None:
        return  # only who has the text can look for it
    letters = re.sub(r"[\W_]+", "", real.read_text("utf-8"))
    runs = {letters[at : at + 25] for at in range(len(letters) - 24)}
    for folder in ("data", "ontology", "docs", "src", "tests"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".ttl", ".md", ".py", ".rq", ".txt", ".csv"):
                body = re.sub(r"[\W_]+", "", file.read_text("utf-8"))
                copied = [body[at : at + 25] for at in range(len(body) - 24) if body[at : at + 25] in runs]
                assert not copied, file
