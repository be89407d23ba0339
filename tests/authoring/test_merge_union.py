"""What a thing can have only once, when graphs that say different things of it are put together."""

from __future__ import annotations

import re
from pathlib import Path

import cityGraph as cg
from cityGraph.authoring.merge_union import ONCE
from cityGraph.namespaces import PREFIXES
from support.merging import A, firm, triples, two
from support.ontology import ONTOLOGY

NAME = "甲乙有限公司"


def test_what_the_shapes_allow_once_is_kept_once() -> None:
    """Those of claims and passages are no matter of things."""
    text = "".join((ONTOLOGY / f"{name}.shapes.ttl").read_text("utf-8") for name in ("city", "claims", "targets"))
    shapes = re.split(r"\n(?=cg:\w+ a sh:NodeShape)", text)
    of_things = [s for s in shapes if "cg:Claim ;" not in s and "cg:Passage ;" not in s and "Inferred" not in s]
    found = re.findall(r"sh:path ([\w:]+) ;[^\]]*?(?:sh:maxCount 1\b|sh:uniqueLang)", "".join(of_things))
    iris = {PREFIXES[name.partition(":")[0]] + name.partition(":")[2] for name in found}
    assert iris - {PREFIXES["rdf"] + "type"} <= ONCE


def test_the_value_of_the_first_graph_stays_and_the_answer_says_which_was_left_out(tmp_path: Path) -> None:
    def dated(place: str, day: str) -> str:
        url = "schema:url <https://p.example/1>"
        return f"{place}:p a cg:Source ; skos:prefLabel '报'@zh-Hans ; {url} ; dcterms:date '{day}'^^xsd:date .\n"

    answer = cg.merge(*two(tmp_path, dated("a", "2020-01-01"), dated("b", "2021-01-01")), output=tmp_path / "c.ttl")
    assert [(e.entity.iri, e.relation, e.kept, e.left_out) for e in answer.left_out] == [
        (f"{A}p", "date", "2020-01-01", "2021-01-01")
    ]
    assert len([1 for _, p, _ in triples(tmp_path / "c.ttl") if p.endswith("/date>")]) == 1


def test_what_only_one_knows_is_no_more_unknown(tmp_path: Path) -> None:
    unknown = "a:p a cg:Source ; skos:prefLabel '报'@zh-Hans ; cg:unknown dcterms:date .\n"
    known = "a:p a cg:Source ; skos:prefLabel '报'@zh-Hans ; dcterms:date '2020-01-01'^^xsd:date .\n"
    for files in ((unknown, known), (known, unknown)):
        answer = cg.merge(*two(tmp_path, *files), output=tmp_path / "c.ttl")
        said = {p for _, p, _ in triples(tmp_path / "c.ttl")}
        assert answer.left_out == ()
        assert any(p.endswith("/date>") for p in said)
        assert not any(p.endswith("unknown>") for p in said)


def test_an_alias_that_is_the_main_name_of_the_other_is_no_alias(tmp_path: Path) -> None:
    other = 'b:x a cg:Firm ; skos:altLabel "甲乙有限公司"@zh-Hans , "甲"@zh-Hans .'
    for files in ((firm("a:x", NAME), other), (other.replace("b:", "a:"), firm("b:x", NAME))):
        cg.merge(*two(tmp_path, *files), output=tmp_path / "c.ttl")
        labels = {(p.rpartition("#")[2], o) for s, p, o in triples(tmp_path / "c.ttl") if s == f"<{A}x>"}
        assert {each for each in labels if each[0].endswith("Label>")} == {
            ("prefLabel>", f'"{NAME}"@zh-hans'),
            ("altLabel>", '"甲"@zh-hans'),
        }


def test_a_graph_that_has_two_main_names_keeps_them(tmp_path: Path) -> None:
    odd = 'a:x a cg:Firm , cg:Zone ; skos:prefLabel "甲"@zh-Hans , "乙"@zh-Hans ; skos:altLabel "甲"@zh-Hans .'
    answer = cg.merge(*two(tmp_path, odd, odd), output=tmp_path / "c.ttl")
    assert triples(tmp_path / "c.ttl") == triples(tmp_path / "a.ttl")
    assert answer.left_out == ()


def test_the_kind_of_the_first_graph_stays_within_a_family(tmp_path: Path) -> None:
    (tmp_path / "same.csv").write_text("one,other\na:x,b:x\n", "utf-8")
    files = two(tmp_path, firm("a:x", "甲"), firm("b:x", "乙", kind="LegalEntity"))
    answer = cg.merge(*files, same=tmp_path / "same.csv", output=tmp_path / "c.ttl")
    assert [each.relation for each in answer.left_out] == ["type"]
    assert cg.show(cg.open(tmp_path / "c.ttl"), f"{A}x").entity.kind == "Firm"


def test_plain_triples_and_other_vocabularies_follow_the_iri(tmp_path: Path) -> None:
    other = firm("b:x", NAME, more='schema:slogan "x"') + "b:y schema:knows b:x . b:x schema:knows b:y .\n"
    cg.merge(*two(tmp_path, firm("a:x", NAME), other), output=tmp_path / "c.ttl")
    said = triples(tmp_path / "c.ttl")
    assert {(s, o) for s, p, o in said if p.endswith("/knows>")} == {
        ("<https://example.org/b/y>", f"<{A}x>"),
        (f"<{A}x>", "<https://example.org/b/y>"),
    }
    assert any(p.endswith("/slogan>") and s == f"<{A}x>" for s, p, _ in said)
