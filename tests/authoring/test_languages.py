"""Quotes get the tag of their language from their characters and their source; without tags a graph works alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

import cityGraph as cg
from cityGraph.authoring.languages import with_languages
from cityGraph.authoring.layout import main
from cityGraph.namespaces import CG, PREFIXES
from support.paths import DATA, FIXTURE, ROOT

HEAD = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
VERBAL = [(NamedNode(CG + "scope"), NamedNode(CG + "objectKind"), NamedNode(PREFIXES["rdf"] + "langString"))]
ALIKE = (".csv", ".nodes.csv", ".edges.csv", ".graphml", ".gexf", ".json", ".cypher", ".mmd", ".webannotation.jsonld")
QUOTED = r"""phrase>? "[^"\n]*"@zh-Hant|"phrase": \{"@value": "[^"]*", "@language": "zh-Hant"\}"""
TAGGED = (FIXTURE / "city.ttl").read_text("utf-8")
UNTAGGED = re.sub(r'(cg:phrase "[^"]*")@[\w-]+', r"\1", TAGGED)


def tags(body: str) -> dict[str, str | None]:
    """The tag of each text of a file after `with_languages`."""
    triples = [(q.subject, q.predicate, q.object) for q in parse((HEAD + body).encode(), format=RdfFormat.TURTLE)]
    found = with_languages(triples, VERBAL)
    assert len(found) == len(triples)
    return {o.value: o.language for _, _, o in found if isinstance(o, Literal)}


def quotes(*words: str, source: str = "page") -> str:
    shown = (word if word.startswith('"') else f'"{word}"' for word in words)
    return "".join(f"[] oa:hasSource ex:{source} ; cg:phrase {each} .\n" for each in shown)


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("深水裝備產業", "zh-hant"),
        ("深水装备产业", "zh-hans"),
        ("the city supports", "en"),
        ("Yunbo", "en"),
        ("云泊 5G 产业", "zh-hans"),
        ("太原", None),
        ("27.27%", None),
        ("Содружество", None),
    ],
)
def test_the_characters_of_a_quote_tell_its_language(words: str, tag: str | None) -> None:
    assert tags(quotes(words)) == {words: tag}


@pytest.mark.parametrize("words", ["太原", "27.27%", "Micro LED", "TOPCon"])
@pytest.mark.parametrize(("others", "tag"), [("深水裝備產業", "zh-hant"), ("深水装备产业", "zh-hans")])
def test_words_that_tell_nothing_take_the_language_of_the_other_quotes(words: str, others: str, tag: str) -> None:
    assert tags(quotes(others, words) + quotes("a quote of another", source="other"))[words] == tag


def test_one_character_of_the_other_script_is_a_variant_in_a_name() -> None:
    assert set(tags(quotes("深水装备产业", "上海新昇")).values()) == {"zh-hans"}
    # Two are no accident: a source may print both scripts.
    assert tags(quotes("深水装备产业的发展", "裝備產業"))["裝備產業"] == "zh-hant"


def test_a_source_that_names_its_language_decides_unless_the_characters_are_against_it() -> None:
    source = 'ex:page dcterms:language "zh-Hans" .'
    assert tags(source + quotes("太原", "TOPCon", "裝備產業")) == {
        "zh-Hans": None,
        "太原": "zh-hans",
        "TOPCon": "zh-hans",
        "裝備產業": "zh-hant",
    }
    assert tags('ex:page dcterms:language "de" .' + quotes("Die Stadt fördert"))["Die Stadt fördert"] == "de"


def test_letters_do_not_tell_a_language_that_the_names_are_also_in() -> None:
    assert tags('ex:city skos:prefLabel "Die Stadt"@de .' + quotes("die stadt"))["die stadt"] is None


def test_a_tag_is_kept_and_given_to_the_same_quote() -> None:
    body = quotes('"裝備產業"@zh', "裝備產業", source="page")
    triples = [(q.subject, q.predicate, q.object) for q in parse((HEAD + body).encode(), format=RdfFormat.TURTLE)]
    assert {o.language for _, p, o in with_languages(triples, []) if p.value == CG + "phrase"} == {"zh"}


def test_the_words_that_a_claim_gives_as_a_value_are_tagged_with_its_plain_triple() -> None:
    claim = (
        "ex:{0} rdf:subject ex:city ; rdf:predicate cg:{1} ; rdf:object {2} ; cg:evidence [ oa:hasSource ex:page ] ."
    )
    said = (
        claim.format("c", "scope", '"全省"') + 'ex:city cg:scope "全省" .' + claim.format("d", "stockCode", '"000825"')
    )
    triples = [
        (q.subject, q.predicate, q.object)
        for q in parse((HEAD + said + quotes("深水装备产业")).encode(), format=RdfFormat.TURTLE)
    ]
    found = with_languages(triples, VERBAL)
    assert [o.language for _, _, o in found if o.value == "全省"] == ["zh-hans", "zh-hans"]
    assert [o.language for _, _, o in found if o.value == "000825"] == [None]


def test_the_layout_tags_what_has_no_tag(tmp_path: Path) -> None:
    assert UNTAGGED.count("@") == TAGGED.count("@") - TAGGED.count("cg:phrase")
    file = tmp_path / "city.ttl"
    file.write_text(UNTAGGED, "utf-8")
    assert main([str(file)]) == 0
    assert file.read_text("utf-8") == TAGGED


def test_a_graph_without_tags_answers_alike(tmp_path: Path, engine: str) -> None:
    text = (FIXTURE / "article.txt").read_text("utf-8")
    answers = []
    for name, turtle in (("tagged", TAGGED), ("untagged", UNTAGGED)):
        file = tmp_path / f"{name}.ttl"
        file.write_text(turtle, "utf-8")
        city = cg.open(file, engine=engine)
        made = cg.export(city, inferred=True)
        report = cg.validate(city, text=text)
        assert report.proved == report.claims - report.inferred
        said = [each.as_json() for each in cg.claims(city, inferred=True)]
        answers.append((said, [(f.rule, f.message) for f in report.findings], [made.to(each) for each in ALIKE]))
        for form in (".ttl", ".jsonld", ".trig", ".nt", ".rdf12.ttl"):
            tagged = re.findall(QUOTED, made.to(form).decode())
            assert len(tagged) == (TAGGED.count("cg:phrase") if name == "tagged" else 0), form
    assert answers[0] == answers[1]


def test_every_question_gets_the_same_words_without_tags(tmp_path: Path, city: cg.CityGraph) -> None:
    words = r'((?:cg:phrase|cg:scope|cg:standsFor|cg:(?:scope|standsFor) ; rdf:object) "[^"]*")@[\w-]+'
    whole = DATA.read_text("utf-8")
    bare, changed = re.subn(words, r"\1", whole)
    assert changed >= whole.count("cg:phrase")
    file = tmp_path / "city.ttl"
    file.write_text(bare, "utf-8")
    without = cg.open(file)
    for question in sorted(file for of in ("ontology", "data") for file in (ROOT / of / "questions").glob("*.rq")):
        query = question.read_text("utf-8").replace("$theCity", "ty:taiyuan")
        if "\nASK" not in query:
            told, bare_told = (
                [[cell and cell.value for cell in row] for row in cg.query(c, query)] for c in (city, without)
            )
            assert told == bare_told, question.name
