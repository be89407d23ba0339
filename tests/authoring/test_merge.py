"""The verb merge on whole graphs: nothing is lost, nothing is merged that a person has to decide."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

import cityGraph as cg
from cityGraph.authoring.layout import with_sources
from cityGraph.exports.tables import written
from cityGraph.namespaces import CG
from cityGraph.render.tables_merged import doubtful_table
from support.merging import A, B, claim, firm, found, graph, triples, two
from support.paths import DATA, FIXTURE
from support.process import LANGUAGES
from support.samples import ONE

CITY = FIXTURE / "city.ttl"
REPLACED = "<http://purl.org/dc/terms/isReplacedBy>"
PAPER = 'cg:quality "B" ; skos:prefLabel "甲报"@zh-Hans ; schema:url <https://paper.example/1>'


def claims_of(file: str | Path) -> int:
    return sum(term == f"<{CG}Claim>" for _, _, term in triples(file))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city of the fixture under other IRIs, as somebody else would have put it in."""
    file = tmp_path_factory.mktemp("merge") / "elsewhere.ttl"
    file.write_text(CITY.read_text("utf-8").replace("/id/yunbo/", "/id/elsewhere/"), "utf-8")
    return file


@pytest.mark.parametrize("file", [CITY, DATA], ids=["fixture", "shipped"])
def test_a_graph_merged_with_itself_is_the_same_to_the_byte(tmp_path: Path, file: Path) -> None:
    answer = cg.merge(file, file, output=tmp_path / "c.ttl")
    assert (tmp_path / "c.ttl").read_bytes() == file.read_bytes()
    assert (answer.united, answer.doubtful, answer.left_out) == ((), (), ())
    assert answer.claims == answer.claims_united == claims_of(file)


def test_the_same_city_under_other_iris_becomes_itself_once_a_person_has_agreed(
    tmp_path: Path, elsewhere: Path
) -> None:
    first = cg.merge(CITY, elsewhere)
    assert len(first.doubtful) > 50
    (tmp_path / "same.csv").write_bytes(b"".join(written(doubtful_table(first, "en"), "csv")))
    answer = cg.merge(CITY, elsewhere, same=tmp_path / "same.csv", output=tmp_path / "c.ttl")
    assert (answer.refused, answer.doubtful) == ((), ())
    merged, alone = triples(tmp_path / "c.ttl"), triples(CITY)
    assert alone <= merged
    assert {predicate for _, predicate, _ in merged - alone} == {REPLACED}
    assert all("/id/elsewhere/" in old and "/id/yunbo/" in now for old, _, now in merged - alone)


def test_no_claim_is_lost_and_none_is_made(tmp_path: Path, elsewhere: Path) -> None:
    answer = cg.merge(CITY, elsewhere, output=tmp_path / "c.ttl")
    whole = claims_of(CITY) + claims_of(elsewhere) - answer.claims_united
    assert claims_of(tmp_path / "c.ttl") == answer.claims == whole

    def said(file: Path) -> set[tuple[str, ...]]:
        city = cg.open(file, language="en")
        found = cg.claims(city, inferred=True)
        return {(c.subject.label, c.relation.iri, getattr(c.object, "label", str(c.object)), c.status) for c in found}

    assert said(tmp_path / "c.ttl") == said(CITY) | said(elsewhere)


def test_the_order_of_the_graphs_chooses_iris_and_nothing_else(tmp_path: Path, elsewhere: Path) -> None:
    one = cg.merge(CITY, elsewhere, output=tmp_path / "c.ttl")
    other = cg.merge(elsewhere, CITY, output=tmp_path / "d.ttl")
    for field in ("triples", "entities", "claims", "sources", "claims_united"):
        assert getattr(one, field) == getattr(other, field), field
    assert {frozenset((p.one.iri, p.other.iri)) for p in one.united} == {
        frozenset((p.one.iri, p.other.iri)) for p in other.united
    }
    assert {frozenset((p.one.iri, p.other.iri)) for p in one.doubtful} == {
        frozenset((p.one.iri, p.other.iri)) for p in other.doubtful
    }


def test_merging_again_changes_nothing(tmp_path: Path, elsewhere: Path) -> None:
    cg.merge(CITY, elsewhere, output=tmp_path / "c.ttl")
    for files in ((tmp_path / "c.ttl", elsewhere), (CITY, tmp_path / "c.ttl"), (CITY, elsewhere, CITY)):
        cg.merge(*files, output=tmp_path / "d.ttl")
        assert (tmp_path / "d.ttl").read_bytes() == (tmp_path / "c.ttl").read_bytes()


def test_two_cities_are_valid_together_but_for_what_is_doubtful(tmp_path: Path) -> None:
    answer = cg.merge(DATA, CITY, output=tmp_path / "c.ttl", language="zh-Hant")
    findings = cg.validate(cg.open(tmp_path / "c.ttl")).findings
    assert {each.rule for each in findings} <= {"thing-named-twice"}
    assert {each.reasons[0].key for each in answer.doubtful} == {"name"}
    assert answer.united == ()


def test_what_is_named_alike_is_listed_and_never_merged(tmp_path: Path) -> None:
    zone = [firm(f"{place}:zone", "高新区", kind="Zone") for place in "ab"]
    united, doubts = found(*two(tmp_path, *zone))
    assert (united, doubts) == (set(), {(f"{A}zone", f"{B}zone", ("name",))})


@pytest.mark.parametrize("kind", ["City", "Person", "Zone", "Chain", "Firm", "Project", "Target"])
def test_a_name_alone_makes_nothing_one_of_whatever_kind(tmp_path: Path, kind: str) -> None:
    united, doubts = found(*two(tmp_path, firm("a:x", "甲乙", kind=kind), firm("b:x", "甲乙", kind=kind)))
    assert (united, [keys for *_, keys in doubts]) == (set(), [("name",)])


def test_the_iri_that_goes_is_replaced_and_its_names_and_claims_stay(tmp_path: Path) -> None:
    one = firm("a:x", "甲乙有限公司", "甲乙") + firm("a:town", "丙市", kind="City")
    other = firm("b:x", "甲乙有限公司", more='skos:prefLabel "Jiayi"@en') + "b:x cg:locatedIn b:town .\n"
    other += firm("b:town", "丁市", kind="City") + f"b:paper a cg:Source ; {PAPER} .\n"
    files = two(tmp_path, one, other + claim("b", "c", "b:x cg:locatedIn b:town", "b:paper", "甲乙在丁市"))
    cg.merge(*files, output=tmp_path / "c.ttl")
    city = cg.open(tmp_path / "c.ttl", language="en")
    assert cg.resolve(city, f"{B}x").iri == f"{A}x"
    assert {name.name for name in cg.show(city, f"{A}x").names} == {"甲乙有限公司", "甲乙", "Jiayi"}
    assert [each.label for each in cg.neighbors(city, f"{A}x")] == ["丁市"]
    assert (f"<{A}x>", f"<{CG}locatedIn>", f"<{B}town>") in triples(tmp_path / "c.ttl")
    assert not [s for s, p, _ in triples(tmp_path / "c.ttl") if s == f"<{B}x>" and p != REPLACED]


def test_a_second_main_name_becomes_an_alias(tmp_path: Path) -> None:
    names = [f'skos:prefLabel "{name}"@en' for name in ("Jiayi", "Jia Yi")]
    files = two(tmp_path, *(firm(f"{p}:x", "甲乙有限公司", more=name) for p, name in zip("ab", names, strict=True)))
    cg.merge(*files, output=tmp_path / "c.ttl")
    named = cg.show(cg.open(tmp_path / "c.ttl", language="en"), f"{A}x").names
    assert [(n.name, n.role) for n in named if n.language == "en"] == [("Jiayi", "prefLabel"), ("Jia Yi", "altLabel")]


@pytest.mark.parametrize("suffix", [".nt", ".nq", ".trig", ".jsonld", ".TTL"])
def test_any_format_of_rdf_holds_the_same_graph(tmp_path: Path, suffix: str) -> None:
    files = two(tmp_path, firm("a:x", "甲乙有限公司"), firm("b:x", "甲乙有限公司", "甲乙"))
    cg.merge(*files, output=tmp_path / "c.ttl")
    cg.merge(*files, output=tmp_path / f"d{suffix}")
    again = cg.merge(tmp_path / "c.ttl", tmp_path / f"d{suffix}", output=tmp_path / "e.ttl")
    assert again.triples == len(triples(tmp_path / "c.ttl")) == len(triples(tmp_path / "e.ttl"))


def test_folders_and_packed_files_are_read_as_by_from(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    graph(tmp_path / "one", firm("a:x", "甲乙"), "x")
    graph(tmp_path / "one", firm("a:y", "丙丁"), "y")
    (tmp_path / "two.nt.gz").write_bytes(gzip.compress(ONE.encode()))
    assert cg.merge(tmp_path / "one", tmp_path / "two.nt.gz").entities == 3


@pytest.mark.parametrize(
    ("output", "why"),
    [("a.ttl", "one of the graphs"), ("c.csv", "Known suffixes: .ttl"), ("c", "Known suffixes"), ("link.ttl", "one")],
)
def test_an_output_that_would_be_lost_or_unknown_is_refused(tmp_path: Path, output: str, why: str) -> None:
    files = two(tmp_path, firm("a:x", "甲"), firm("b:x", "乙"))
    (tmp_path / "link.ttl").symlink_to(tmp_path / "b.ttl")
    before = (tmp_path / "a.ttl").read_bytes()
    with pytest.raises(cg.CityGraphError, match=re.escape(why)):
        cg.merge(*files, output=tmp_path / output)
    assert (tmp_path / "a.ttl").read_bytes() == before


def test_an_output_inside_a_folder_that_is_merged_is_refused(tmp_path: Path) -> None:
    two(tmp_path, firm("a:x", "甲"), firm("b:x", "乙"))
    with pytest.raises(cg.CityGraphError, match="lies in one"):
        cg.merge(tmp_path, tmp_path / "b.ttl", output=tmp_path / "new.ttl")
    assert not (tmp_path / "new.ttl").exists()


def test_what_cannot_be_merged_is_one_line_and_an_older_output_survives(tmp_path: Path) -> None:
    good = graph(tmp_path, firm("a:x", "甲"), "a")
    (tmp_path / "bad.ttl").write_text("<urn:a> a", "utf-8")
    (tmp_path / "c.ttl").write_text("old", "utf-8")
    for files, why in (
        ((good,), "two or more"),
        ((good, tmp_path / "bad.ttl"), r"bad\.ttl:1: not valid RDF"),
        ((good, tmp_path / "none.ttl"), "No such file"),
        ((good, "http://127.0.0.1:9/sparql"), "never read whole"),
    ):
        with pytest.raises(cg.CityGraphError, match=why) as refused:
            cg.merge(*files, output=tmp_path / "c.ttl")
        assert "\n" not in str(refused.value)
    with pytest.raises(cg.CityGraphError, match="No language"):
        cg.merge(good, good, language="fr")
    assert (tmp_path / "c.ttl").read_text("utf-8") == "old"


def test_a_refused_row_leaves_an_older_output_as_it_was(tmp_path: Path) -> None:
    files = two(tmp_path, firm("a:x", "甲"), firm("b:x", "乙"))
    (tmp_path / "c.ttl").write_text("old", "utf-8")
    (tmp_path / "same.csv").write_text("one,other\n甲,丙\n", "utf-8")
    answer = cg.merge(*files, same=tmp_path / "same.csv", output=tmp_path / "c.ttl")
    assert (answer.file, [each.column for each in answer.refused]) == ("", ["other"])
    assert (tmp_path / "c.ttl").read_text("utf-8") == "old"


def test_each_data_set_keeps_its_sources_and_one_without_gets_a_home(tmp_path: Path) -> None:
    sources = [f"{p}:paper a cg:Source ; skos:prefLabel '{p}'@en ; cg:quality 'B' .\n" for p in "abc"]
    sets = [f"<{iri}> a void:Dataset ; dcterms:source {p}:paper .\n" for iri, p in ((A, "a"), (B, "b"))]
    files = two(tmp_path, sources[0] + sets[0], sources[1] + sets[1])
    cg.merge(*files, output=tmp_path / "c.ttl")
    named = {(s, o) for s, p, o in triples(tmp_path / "c.ttl") if p.endswith("/source>")}
    assert named == {(f"<{A}>", f"<{A}paper>"), (f"<{B}>", f"<{B}paper>")}
    quads = parse(path=str(tmp_path / "c.ttl"), format=RdfFormat.TURTLE)
    laid_out = [(quad.subject, quad.predicate, quad.object) for quad in quads]
    assert set(with_sources(laid_out)) == set(laid_out)
    bare = graph(tmp_path, "b:paper a cg:Source ; skos:prefLabel 'b'@en ; cg:quality 'B' .\n", "bare")
    cg.merge(files[0], bare, output=tmp_path / "d.ttl")
    assert (f"<{A}>", "<http://purl.org/dc/terms/source>", f"<{B}paper>") in triples(tmp_path / "d.ttl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_prints_as_in_the_shell(tmp_path: Path, language: str) -> None:
    files = two(tmp_path, firm("a:x", "甲乙有限公司"), firm("b:x", "甲乙有限公司"))
    printed = str(cg.merge(*files, language=language))
    assert {"en": "same registered name", "zh-Hans": "同一注册名称", "zh-Hant": "同一註冊名稱"}[language] in printed


def test_the_answer_has_the_keys_of_its_json(tmp_path: Path) -> None:
    files = two(tmp_path, firm("a:x", "甲乙有限公司"), firm("b:x", "甲乙有限公司"))
    said = cg.merge(*files, output=tmp_path / "c.ttl").as_json()
    counts = {"file", "inputs", "triples", "entities", "claims", "sources", "claims_united"}
    assert set(said) == counts | {"united", "doubtful", "left_out", "refused"}
    assert said["united"][0]["one"] == {"iri": f"{A}x", "label": "甲乙有限公司", "kind": "Firm"}
    assert said["united"][0]["reasons"] == [{"key": "registered", "what": "甲乙有限公司"}]
