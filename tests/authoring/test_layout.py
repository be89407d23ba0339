"""The recipe of CONTRIBUTING.md: five lines at the end of the file, one command, and nothing is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
import rdflib.compare
from rdflib import DCTERMS, URIRef

from cityGraph.authoring.layout import main
from cityGraph.namespaces import CG
from support.paths import DATA, FIXTURE, ROOT
from support.process import environment

TEXT = FIXTURE / "article.txt"

HEAD = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix ex: <https://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
ex:firm a cg:Firm . ex:park a cg:Zone . ex:city a cg:City . ex:page a cg:Source .
ex:c a cg:Claim ; rdf:subject {ends} ; cg:status cg:{status} ; cg:basis cg:{basis} ;
  cg:because "b"@en ; dcterms:source ex:page ; cg:evidence [ oa:hasSource ex:page ; cg:phrase "q" ] .
"""
SITED = "ex:firm ; rdf:predicate cg:sitedIn ; rdf:object ex:park"
SUPPORTS = "ex:city ; rdf:predicate cg:supports ; rdf:object ex:firm"


def layout(file: Path, *text: str) -> subprocess.CompletedProcess[str]:
    """Run the command as `make layout` does."""
    (command,) = re.findall(
        r"\$\(BIN\)/python (-m cityGraph\.authoring\.layout) ", (ROOT / "Makefile").read_text("utf-8")
    )
    return subprocess.run(
        [sys.executable, *command.split(), str(file), *text],
        capture_output=True, encoding="utf-8", env=environment(), check=False,
    )  # fmt: skip


def written(city: str, claim: str) -> tuple[str, int]:
    """Return a city with a claim at its end and nowhere else, and how many claims it had without it."""
    subject, relation, thing = re.findall(r"rdf:\w+ ([\w:-]+)", claim)
    same = f"rdf:subject {subject} ; rdf:predicate {relation} ; rdf:object {thing} ;"
    blocks = [block for block in city.rstrip().split("\n\n") if same not in block]
    return "\n\n".join([*blocks, claim]), sum(" a cg:Claim ;" in block for block in blocks)


def test_what_the_shipped_city_says_is_laid_out_without_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "triples.ttl"
    file.write_bytes(DATA.read_bytes())
    done = layout(file)
    assert (done.returncode, done.stderr) == (0, "")
    assert file.read_bytes() == DATA.read_bytes()


def test_a_claim_of_an_article_needs_no_place(tmp_path: Path) -> None:
    # Take a claim of the fixture, and write it as one that is new: no name, no plain triple, no paragraph, no position.
    whole = (FIXTURE / "city.ttl").read_text("utf-8")
    name = next(n for n in re.findall(r"claim/([\w-]+)> a cg:Claim", whole) if f"passage/{n}> a cg:Passage" in whole)
    blocks = whole.split("\n\n")
    (at,) = (n for n, block in enumerate(blocks) if f"claim/{name}> a cg:Claim" in block)
    quote = re.search(r'cg:phrase "[^"]*"', blocks[at])
    parts = re.search(r"    rdf:subject .*\n    cg:status .*\n", blocks[at])
    assert quote
    assert parts
    article = "<https://w3id.org/citygraph/id/yunbo/article>"
    draft = f"[] a cg:Claim ;\n{parts[0]}    cg:evidence [ oa:hasSource {article} ; {quote[0]} ] .\n"
    file = tmp_path / "city.ttl"
    file.write_text("\n\n".join([*blocks[:at], *blocks[at + 1 :], draft]), "utf-8")
    done = layout(file, "--text", str(TEXT))
    assert (done.returncode, done.stderr) == (0, "")
    assert "; 1 new claim named; 1 plain triple added: " in done.stdout
    assert "; positions added to 1 claim, offsets to 1 quote; " in done.stdout
    assert file.read_text("utf-8") == whole


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["no.ttl"], "Error: no.ttl: No such file or directory\n"),
        ([str(FIXTURE / "city.ttl"), "--text", "no.txt"], "Error: no.txt: No such file or directory\n"),
        ([str(FIXTURE / "city.ttl"), "--text", f"none={TEXT}"], "Error: No source in this graph is called 'none'."),
    ],
)
def test_what_cannot_be_read_is_an_error_of_one_line(arguments: list[str], says: str) -> None:
    done = layout(Path(arguments[0]), *arguments[1:])
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith(says)


@pytest.mark.parametrize(
    ("ends", "status", "basis", "plain"),
    [
        (SITED, "realised", "stated", "sitedIn"),
        (SITED, "planned", "stated", None),
        (SITED, "realised", "inferred", None),
        (SUPPORTS, "planned", "resolved", "supports"),
    ],
)
@pytest.mark.parametrize("given", ["", "ex:firm cg:sitedIn ex:park .", "ex:city cg:supports ex:firm ."])
def test_a_claim_gets_its_plain_triple_and_loses_one_that_it_must_not_have(
    tmp_path: Path, ends: str, status: str, basis: str, plain: str | None, given: str
) -> None:
    file = tmp_path / "city.ttl"
    file.write_text(HEAD.format(ends=ends, status=status, basis=basis) + given, "utf-8")
    main([str(file)])
    quads = list(pyoxigraph.parse(file.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE))
    assert quads
    found = {quad.predicate.value.rsplit("#")[-1] for quad in quads} & {"sitedIn", "supports"}
    assert found == ({plain} if plain else set())


def test_plain_triples_that_come_and_go_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "city.ttl"
    file.write_text(
        HEAD.format(ends=SITED, status="realised", basis="stated") + "ex:city cg:supports ex:firm .", "utf-8"
    )
    main([str(file)])
    said = capsys.readouterr().out.splitlines()[-1]
    assert (
        "; 1 plain triple added: firm sitedIn park; 1 plain triple removed, which no claim says: city supports firm; "
        in said
    )
    main([str(file)])
    assert "plain triple" not in capsys.readouterr().out.splitlines()[-1]


def test_another_file_or_none_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, other = tmp_path / "city.ttl", tmp_path / "other.ttl"
    draft = HEAD.format(ends=SITED, status="realised", basis="stated")
    file.write_text(draft, "utf-8")
    assert main([str(file), "--dry-run"]) == 1
    tried = capsys.readouterr().out
    assert [each.name for each in tmp_path.iterdir()] == ["city.ttl"]
    assert main([str(file), "-o", str(other)]) == 1
    assert file.read_text("utf-8") == draft
    assert capsys.readouterr().out == tried.replace(f"{file} (not written)", str(other)).replace(str(file), str(other))
    main([str(file)])
    assert other.read_bytes() == file.read_bytes()


CITY = """@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.org/> . @prefix void: <http://rdfs.org/ns/void#> .
ex: a void:Dataset ; dcterms:source ex:one , ex:gone .
ex:one a cg:Source . ex:two a cg:Source . ex:thing dcterms:source ex:one .
"""


def laid_out(folder: Path, text: str) -> rdflib.Graph:
    file = folder / "city.ttl"
    file.write_text(text, "utf-8")
    main([str(file)])
    once = file.read_bytes()
    main([str(file)])
    assert file.read_bytes() == once
    return rdflib.Graph().parse(file)


def test_a_data_set_names_every_source_and_no_other(tmp_path: Path) -> None:
    graph = laid_out(tmp_path, CITY)
    ex = rdflib.Namespace("https://example.org/")
    assert set(graph.objects(URIRef(str(ex)), DCTERMS.source)) == {ex.one, ex.two}
    assert set(graph.objects(ex.thing, DCTERMS.source)) == {ex.one}


def test_a_data_set_that_names_no_source_and_a_graph_without_one_stay_as_they_are(tmp_path: Path) -> None:
    for text in (
        CITY.replace("dcterms:source ex:one , ex:gone", "dcterms:title 'x'"),
        CITY.replace("void:Dataset", "cg:Plan"),
    ):
        graph = laid_out(tmp_path, text)
        given = rdflib.Graph().parse(data=text, format="turtle")
        assert rdflib.compare.isomorphic(graph, given)
    assert (None, None, URIRef(CG + "Source")) in graph
