"""The style of the names and the reasons that the data of this project give, as far as a program can see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, SKOS, Literal, URIRef

from cityGraph.namespaces import CG
from support.ontology import local, parsed
from support.paths import DATA, FIXTURE

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph

CITIES = [DATA, FIXTURE / "city.ttl"]
NAMED = {"AdministrativeArea", "City", "Firm", "LegalEntity", "Organisation", "Person", "Place", "Plan", "Zone"}
SMALL = {"and", "at", "for", "from", "in", "of", "on", "the", "to", "with"}
BECAUSE = URIRef(CG + "because")
CLASSICAL = re.compile(r"未[載载]|何者|俱|[無无]一|以[^,;]{1,8}[為为]名|者$|之(?![一間间前後后外內内])")


def half_title(name: str) -> bool:
    """Whether a name begins as a proper name and goes on as a phrase: `Anchor zone of culture`."""
    words = re.findall(r"[^\W\d_][\w’]*", re.sub(r"\([^)]*\)", "", name))
    return bool(words) and words[0][0].isupper() and any(word[0].islower() and word not in SMALL for word in words)


def texts(graph: Graph, language: str, *properties: URIRef) -> list[tuple[str, str]]:
    """List the texts of some properties in a language, each with the thing that has it."""
    return [
        (str(thing), str(text))
        for each in properties
        for thing, text in graph.subject_objects(each)
        if isinstance(text, Literal) and (text.language or "").partition("-")[0] == language
    ]


@pytest.mark.parametrize("file", CITIES, ids=lambda file: file.stem)
def test_english_quotes_are_curly(file: Path) -> None:
    found = texts(parsed(file), "en", SKOS.prefLabel, SKOS.altLabel, BECAUSE)
    assert found
    assert not [each for each in found if re.search(r"[\"'`]", each[1])]


@pytest.mark.parametrize("file", CITIES, ids=lambda file: file.stem)
def test_a_proper_name_has_capitals_throughout(file: Path) -> None:
    graph = parsed(file)
    named = {str(thing) for thing, kind in graph.subject_objects(RDF.type) if local(kind) in NAMED}
    found = [each for each in texts(graph, "en", SKOS.prefLabel) if each[0] in named]
    assert found
    assert not [each for each in found if half_title(each[1])]


@pytest.mark.parametrize("file", CITIES, ids=lambda file: file.stem)
def test_a_reason_is_short_and_modern_chinese(file: Path) -> None:
    found = texts(parsed(file), "zh", BECAUSE)
    assert found
    assert not [each for each in found if len(each[1]) > 40 or CLASSICAL.search(each[1])]


@pytest.mark.parametrize(
    ("name", "half"),
    [
        ("Anchor zone of culture", True),
        ("Anchor Town South railway station", True),
        ("Anchor Town South Railway Station", False),
        ("Party Committee of the Town", False),
        ("specialised anchor park", False),
        ("Anchor Works (once a yard)", False),
    ],
)
def test_a_name_that_is_half_a_title_is_seen(name: str, half: bool) -> None:
    assert half_title(name) is half


@pytest.mark.parametrize(
    ("text", "classical"),
    [("項目主體未載", True), ("兩名俱指北翼", True), ("以船為名", True), ("沒有寫地址", False), ("主體之一", False)],
)
def test_classical_words_are_seen(text: str, classical: bool) -> None:
    assert bool(CLASSICAL.search(text)) is classical
