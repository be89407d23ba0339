"""A finding names its file and line."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from support.paths import FIXTURE
from support.samples import changed


def test_a_finding_names_the_line_on_which_the_claim_begins(tmp_path: Path, fixture_text: str) -> None:
    file, text = changed(tmp_path, r'"60"\^\^xsd:decimal ;\n(\s+cg:status)', r'"61"^^xsd:decimal ;\n\1')
    found = [each for each in cg.validate(cg.open(file), text=fixture_text).findings if each.rule == "value"]
    assert len(found) == 1
    (finding,) = found
    assert finding.line is not None
    assert text.splitlines()[finding.line - 1].startswith(f"<{finding.about}> a cg:Claim")
    assert str(finding).startswith(f"{file}:{finding.line}: error: {finding.label}: value: «60%以上» says 60, not 61")
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
