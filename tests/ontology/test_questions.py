"""What a graph must answer: a question in two languages, a query, and beside it the answer of the packaged city.

``ontology/questions/NN-what-it-asks.rq``, from 100 on with three digits, begins with the question in 繁體 and in
English; the ``.csv`` of its name is the answer, in the order of the query. Any city can answer it: ``{city}`` in the
question and ``$theCity`` in the query stand for the city, and ``tests/fixtures/city/questions`` has the answers of the
fixture city. Questions about the packaged city alone are in ``data/questions``. A parameter is a line
``VALUES ?name { example }`` and nothing else is.
``python tests/ontology/test_questions.py`` writes the answers anew: read the difference before you commit it.
"""

from __future__ import annotations

import csv
import functools
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cityGraph as cg
from cityGraph.namespaces import PREFIXES
from cityGraph.store.query_files import bind
from support.ontology import parsed
from support.paths import FIXTURE
from support.rows import for_each
from support.spelling import CLASSICAL
from support.strange import shipped_city

if TYPE_CHECKING:
    from cityGraph.model.query import Answer, Term

ROOT = Path(__file__).parents[2]
FOLDERS = GENERAL, OWN = ROOT / "ontology" / "questions", ROOT / "data" / "questions"
QUESTIONS = sorted(
    (file for folder in FOLDERS for file in folder.glob("*.rq")), key=lambda file: int(file.stem.partition("-")[0])
)
SHARED = [file for file in QUESTIONS if file.parent == GENERAL]
ELSEWHERE = FIXTURE / "questions"  # the answers of another city
PARAMETER = re.compile(r"^ *VALUES \?(\w+) \{ ([^ {}]+) \}$", re.MULTILINE)
TERMS = """
SELECT DISTINCT ?term WHERE {
  { ?term a owl:Class }
  UNION {
    ?term rdfs:subPropertyOf ?edge .
    FILTER(?edge IN (cg:relation, cg:measure, cg:qualifier, cg:qualifyingThing))
  }
  FILTER(STRSTARTS(STR(?term), STR(cg:)))
}
"""
# The families of kinds, and what the figure of a general relation counts.
OF_ANY_CITY = """
SELECT DISTINCT ?term WHERE {
  { ?term cg:abstract true } UNION { VALUES ?term { cg:quantity } }
}
"""
# Another value of each parameter, and something that its answer then holds.
OTHERWISE = [
    ("which-figures-does-a-work-have", "ty:four-city-road", "cg:travelTime"),
    ("which-places-does-a-route-connect", "ty:guloufang-expressway", "sx:fangshan"),
    ("what-is-said-of-a-thing", "ty:jinko", "claim:jinko-spearheads-new-energy-industry"),
    ("what-names-has-a-thing", "ty:gawc", "全球化與世界城市研究網絡"),
    ("what-does-a-paragraph-say", "27", "claim:taiyuan-sets-target-target-investment"),
    ("what-is-said-with-the-verb-of-a-thing", "ty:taiyuan-xuzhou-shanghai-hsr", "ty:taiyuan-changchun-hsr"),
    ("what-shares-the-purpose-of-a-thing", "ty:housheng", "ty:jinbo"),
    ("which-names-of-one-kind-are-ours", "ty:track-new-energy", "ty:track-low-altitude-economy"),
    ("which-are-the-segments-of-a-chain", "ty:taixin-semiconductors", "ty:seg-epitaxy"),
    ("what-lies-downstream-of-a-segment", "ty:seg-h2-making", "ty:seg-h2-using"),
    ("how-does-a-firm-lead-to-a-positioning", "ty:taizhong", "ty:chain-mining-machinery"),
    ("who-is-in-the-zones-of-a-county", "ty:jiancaoping", "ty:wafer-project"),
    ("what-is-within-a-city", "sx:luliang", "sx:xiaoyi"),
]


STIFF = re.compile("所為何|所为何|何[者時处處年以]|可有|為[何誰]|未盡|皆|憑何|某實體")


def asked(file: Path, city: str = "ty:taiyuan") -> str:
    """The question and its query, about a city."""
    return file.read_text("utf-8").replace("$theCity", city)


def what(file: Path) -> str:
    """``what-it-asks`` of ``NN-what-it-asks.rq``."""
    return file.stem.partition("-")[2]


def cell(term: Term | None, city: cg.CityGraph) -> str:
    if term is None:
        return ""
    return city.shorten(term.value) if term.type == "uri" else term.value


def table(answer: Answer, city: cg.CityGraph | None = None) -> str:
    """An answer as its file has it: a header, and a row a solution; of an ASK its verdict."""
    city = city or shipped_city("oxigraph")
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    if answer.verdict is not None:
        writer.writerows([["answer"], [str(answer.verdict).lower()]])
    else:
        writer.writerow(answer.variables)
        writer.writerows([cell(term, city) for term in row] for row in answer)
    return stream.getvalue()


@functools.cache
def elsewhere(engine: str) -> cg.CityGraph:
    return cg.open(FIXTURE / "city.ttl", engine=engine)


@pytest.fixture(scope="module")
def cities() -> dict[str, cg.CityGraph]:
    return {engine: shipped_city(engine) for engine in ("oxigraph", "rdflib")}


def test_the_numbers_run_from_one_without_a_gap() -> None:
    numbers = [file.stem.partition("-")[0] for file in QUESTIONS]
    assert numbers == [f"{number:02d}" for number in range(1, len(QUESTIONS) + 1)]
    assert len(QUESTIONS) >= 127


def test_each_question_has_its_answer_and_no_answer_is_without_its_question() -> None:
    there = [file for folder in FOLDERS for file in folder.iterdir()]
    assert sorted(there) == sorted([*QUESTIONS, *(file.with_suffix(".csv") for file in QUESTIONS)])
    assert sorted(file.stem for file in ELSEWHERE.iterdir()) == sorted(file.stem for file in SHARED)


def test_most_questions_are_those_that_any_city_can_answer() -> None:
    assert len(SHARED) >= 40
    prefixes = "|".join(name for name in shipped_city("oxigraph").prefixes if name not in PREFIXES)
    for file in SHARED:
        text = file.read_text("utf-8")
        chinese, english, *_ = text.splitlines()
        assert not re.search(rf"\b(?:{prefixes}):|/id/|太原|山西|本文|Taiyuan|Shanxi", text), file.stem
        assert ("$theCity" in text) >= ("{city}" in chinese) >= ("{city}" in english), file.stem
    for file in OWN.glob("*.rq"):
        assert "$theCity" not in file.read_text("utf-8")


@pytest.mark.parametrize("file", SHARED, ids=what)
def test_another_city_answers_from_its_own_data(file: Path, engine: str) -> None:
    city = elsewhere(engine)
    number = int(file.stem.partition("-")[0])
    assert table(cg.ask(city, number), city) == (ELSEWHERE / f"{file.stem}.csv").read_bytes().decode()


def test_another_city_has_much_to_answer_and_no_question_of_the_packaged_one() -> None:
    answers = [file.read_text("utf-8") for file in ELSEWHERE.iterdir()]
    assert sum(text.count("\n") > 1 for text in answers) >= 45
    assert "taiyuan" not in "".join(answers)
    listed = cg.questions(city=elsewhere("oxigraph"))
    assert [question.name for question in listed] == [file.stem for file in SHARED]
    assert not any("{city}" in question.text or "太原" in question.text for question in listed)


def test_no_question_is_asked_twice() -> None:
    for part in (what, lambda file: asked(file).splitlines()[0], lambda file: asked(file).splitlines()[1]):
        assert len({part(file) for file in QUESTIONS}) == len(QUESTIONS)


@for_each("file", QUESTIONS, ids=what)
def test_the_banner_is_the_question_in_two_languages(file: Path) -> None:
    assert re.match(r"[0-9]{2,3}(-[a-z0-9]+)+$", file.stem)
    chinese, english, *query = asked(file).splitlines()
    assert re.fullmatch(r"# .*[\u4e00-\u9fff].*[??]", chinese)
    assert re.fullmatch(r"# [A-Z][^\u4e00-\u9fff]*(\([\u4e00-\u9fff]+\))?\?", english)
    assert not CLASSICAL.search(chinese)
    assert not STIFF.search(chinese)
    assert query[0].startswith(("SELECT", "ASK"))
    assert "#" not in "".join(query)


@pytest.mark.parametrize("file", QUESTIONS, ids=what)
def test_the_answer_is_the_same_on_every_engine_and_as_written(file: Path, cities: dict[str, cg.CityGraph]) -> None:
    written = file.with_suffix(".csv").read_bytes().decode()
    for city in cities.values():
        assert table(cg.query(city, asked(file))) == written


@for_each("file", QUESTIONS, ids=what)
def test_the_order_of_the_rows_is_settled(file: Path) -> None:
    # What is sorted by has no two rows alike, so that no engine may choose.
    text = asked(file)
    found = list(csv.DictReader(io.StringIO(file.with_suffix(".csv").read_text("utf-8"))))
    by = re.findall(r"\?(\w+)", text.rpartition("ORDER BY")[2]) if "ORDER BY" in text else []
    assert found
    assert len({tuple(row[name] for name in by) for row in found}) == len(found)


def test_a_language_is_never_compared_by_its_spelling() -> None:
    # Oxigraph writes zh-hant where rdflib writes zh-Hant.
    for file in QUESTIONS:
        assert not re.search(r"(?<!LCASE\()\bLANG\(\?\w+\)\s*!?=", asked(file)), file.stem


@for_each("file", QUESTIONS, ids=what)
def test_a_values_line_is_a_parameter_with_an_example(file: Path) -> None:
    text = asked(file)
    parameters = dict(PARAMETER.findall(text))
    assert text.count("VALUES") == len(parameters)
    assert bind(text, **{name: [example] for name, example in parameters.items()}) == text


def test_the_parameters_are_bound_otherwise_below() -> None:
    with_parameters = [what(file) for file in QUESTIONS if PARAMETER.search(asked(file))]
    assert sorted(with_parameters) == sorted(name for name, _, _ in OTHERWISE)
    assert len(OTHERWISE) >= 5


@pytest.mark.parametrize(("name", "value", "holds"), OTHERWISE)
def test_a_parameter_takes_another_value(name: str, value: str, holds: str, cities: dict[str, cg.CityGraph]) -> None:
    [text] = [asked(file) for file in QUESTIONS if what(file) == name]
    [(parameter, example)] = PARAMETER.findall(text)
    assert value != example
    one, other = (table(cg.query(city, bind(text, **{parameter: [value]}))) for city in cities.values())
    assert one == other
    assert one != table(cg.query(cities["oxigraph"], text))
    assert holds in {field for row in csv.reader(io.StringIO(one)) for field in row}


# Questions about names, in which a firm's name and its company stand side by side on purpose.
OF_NAMES = {"who-is-controlled-by-whom", "who-holds-what-share-of-whom"}


def test_no_question_lists_a_firm_and_its_company_as_two(city: cg.CityGraph) -> None:
    pairs = {
        (c.subject.label, c.object_text) for c in cg.claims(city, inferred=True) if c.relation.iri.endswith("#refersTo")
    }
    for file in QUESTIONS:
        rows = [
            dict(zip(a.variables, (cell(term, city) for term in row), strict=True))
            for a in [cg.query(city, asked(file))]
            for row in a
        ]
        for column in ("firmLabel", "leaderLabel"):
            if what(file) in OF_NAMES or not rows or column not in rows[0]:
                continue
            # Rows that say the same of the two, but for their names.
            same: dict[tuple[str, ...], set[str]] = {}
            for row in rows:
                rest = tuple(value for name, value in row.items() if name not in (column, column.removesuffix("Label")))
                same.setdefault(rest, set()).add(row[column])
            for names in same.values():
                twice = {(one, other) for one in names for other in names} & pairs
                assert not twice, f"{file.stem}: {twice}"


def test_no_wording_is_classical() -> None:
    for file in QUESTIONS:
        assert not re.search(
            "何者|何日|為何[,,?]|為誰|所為何事|所旨|所載|未載|可有|某實體|各為何", asked(file).splitlines()[0]
        ), file.stem


def test_every_class_relation_measure_and_qualifier_is_asked_for(city: cg.CityGraph) -> None:
    # What any city may say and this one does not is shown by a sentence: see test_terms.
    shown = {city.shorten(term.value) for (term,) in city.rows(OF_ANY_CITY)} | {
        city.shorten(str(term)) for term in parsed(GENERAL.parent / "usage.ttl").subjects()
    }
    terms = {city.shorten(term.value) for (term,) in city.rows(TERMS)}
    used = set(re.findall(r"cg:\w+", " ".join(map(asked, QUESTIONS))))
    assert len(terms) > 80
    assert terms <= used | shown, f"no question uses {sorted(terms - used - shown)}"
    assert used <= terms | TOLD, f"no term of the ontology is {sorted(used - terms - TOLD)}"


# What a question may use besides: the parts of claims, the words of the ontology, single values.
TOLD = {"cg:status", "cg:basis", "cg:evidence", "cg:positions", "cg:anchor", "cg:because", "cg:paragraph", "cg:phrase"}
TOLD |= {"cg:quality", "cg:relation", "cg:measure", "cg:inverseLabel", "cg:expressesIntention", "cg:firmness"}
TOLD |= {"cg:operating", "cg:inUnit", "cg:inferred", "cg:atLeast", "cg:rank", "cg:places", "cg:objectKind"}
TOLD |= {"cg:provincial", "cg:unknown", "cg:translatedInto", "cg:stated", "cg:proof"}


if __name__ == "__main__":
    shipped = cg.open()
    for question in QUESTIONS:
        answer = table(cg.query(shipped, asked(question)))
        question.with_suffix(".csv").write_text(answer, "utf-8", newline="\n")
    other = elsewhere("oxigraph")
    ELSEWHERE.mkdir(exist_ok=True)
    for question in SHARED:
        answer = table(cg.ask(other, int(question.stem.partition("-")[0])), other)
        (ELSEWHERE / f"{question.stem}.csv").write_text(answer, "utf-8", newline="\n")
