"""pyshacl is asked of fewer things, and finds the same."""

from __future__ import annotations

from collections.abc import Iterable

import pyshacl
import pytest
import rdflib

from cityGraph.validation.narrowing import narrowed

HEAD = """
@prefix ex: <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
DATA = """
ex:Branch rdfs:subClassOf ex:Firm . ex:Twig rdfs:subClassOf ex:Branch .
ex:both a ex:Firm ; ex:name "甲"@zh-Hant , "A"@en ; ex:page ex:p ; ex:grade "M" .
ex:page-only a ex:Twig ; ex:name "乙"@zh , "乙"@zh-Hant-TW ; ex:page ex:p .
ex:grade-only a ex:Firm ; ex:name "丙"@ZH-hant ; ex:grade "M" .
ex:neither a ex:Branch ; ex:name "丁" ; ex:grade "A" .
ex:nameless a ex:Firm .
ex:other ex:name "戊"@en .
"""
INVERSE = "[ sh:inversePath ex:name ]"
NODE, PART = "ex:s a sh:NodeShape ; sh:targetClass ex:Firm ;", "ex:s a sh:PropertyShape ;"
LANGUAGE = 'sh:path ex:name ; sh:qualifiedValueShape [ sh:languageIn ( "zh-Hant" ) ] ; sh:qualifiedMinCount'
PAGE = "[ sh:property [ sh:path ex:page ; sh:minCount 1 ] ]"
GRADE = '[ sh:property [ sh:path ex:grade ; sh:hasValue "M" ] ]'
SHAPES = {
    "language": f"{PART} sh:targetSubjectsOf ex:name ; {LANGUAGE} 1 .",
    "language of a class": f"{PART} sh:targetClass ex:Firm ; sh:severity sh:Warning ; {LANGUAGE} 1 .",
    "either": f"{NODE} sh:message 'm'@en ; sh:or ( {GRADE} {PAGE} ) .",
}
# A shape of another form, or of more: all its things are asked.
OTHER_FORMS = {
    "two names": f"{PART} sh:targetSubjectsOf ex:name ; {LANGUAGE} 2 .",
    "more than either": f"{NODE} sh:nodeKind sh:Literal ; sh:or ( {PAGE} {GRADE} ) .",
    "two pages": f"{NODE} sh:or ( {PAGE.replace('1', '2')} ) .",
    "no page": f"{NODE} sh:or ( {PAGE.replace('minCount 1', 'maxCount 0')} ) .",
    "either of two": f"{NODE} sh:or ( [ sh:property "
    '[ sh:path ex:page ; sh:minCount 1 ] , [ sh:path ex:grade ; sh:hasValue "M" ] ] ) .',
    "two alternatives": f"{NODE} sh:or ( {PAGE} ) , ( {GRADE} ) .",
    "inverse": f"{PART} sh:targetClass ex:Firm ; {LANGUAGE.replace('ex:name', INVERSE)} 1 .",
}


def graph(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=HEAD + text, format="turtle")


def found(shapes: rdflib.Graph) -> list[tuple[rdflib.term.Node | None, ...]]:
    """What breaks the shapes: the thing, the value, the constraint and the severity."""
    _, results, _ = pyshacl.validate(graph(DATA), shacl_graph=shapes)
    sh = rdflib.SH
    wanted = (sh.focusNode, sh.value, sh.sourceConstraintComponent, sh.resultSeverity)
    breaches: Iterable[rdflib.term.Node] = results.subjects(rdflib.RDF.type, sh.ValidationResult)
    return sorted((tuple(results.value(each, what) for what in wanted) for each in breaches), key=str)


@pytest.mark.parametrize("name", [*SHAPES, *OTHER_FORMS])
def test_the_same_is_found(name: str) -> None:
    shapes = graph((SHAPES | OTHER_FORMS)[name])
    before = found(shapes)
    assert before
    assert found(narrowed(shapes, graph(DATA))) == before


@pytest.mark.parametrize("name", SHAPES)
def test_what_keeps_a_shape_for_sure_is_not_asked(name: str) -> None:
    shapes, size = graph(SHAPES[name]), len(graph(SHAPES[name]))
    asked = {str(each).rpartition("/")[2] for each in narrowed(shapes, graph(DATA)).objects(None, rdflib.SH.targetNode)}
    assert (
        asked
        == {
            "language": {"page-only", "neither", "other"},
            "language of a class": {"page-only", "neither", "nameless"},
            "either": {"neither", "nameless"},
        }[name]
    )
    assert len(shapes) == size


@pytest.mark.parametrize("name", OTHER_FORMS)
def test_of_a_shape_of_another_form_everything_is_asked(name: str) -> None:
    shapes = graph(OTHER_FORMS[name])
    assert set(narrowed(shapes, graph(DATA))) == set(shapes)
