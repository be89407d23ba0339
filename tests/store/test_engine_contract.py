"""One contract for every engine, endpoints included: the same answers, the same errors.

A new engine is one file in `store/`, and its name in `ENGINES`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

import networkx
import pytest
import rdflib
from rdflib import XSD, Literal
from rdflib.compare import isomorphic

import cityGraph as cg
from cityGraph.escape import sparql_iri
from cityGraph.model.query import UNBOUND, Answer, Term
from cityGraph.store.engine import ENGINES as FILE_ENGINES
from cityGraph.store.engine import Engine
from cityGraph.store.engine_endpoint import Endpoint
from cityGraph.store.open import load
from cityGraph.store.shipped import data_file, ontology_files
from support.ontology import MODULES, parsed
from support.paths import DATA, FIXTURE, FOREIGN
from support.rows import for_each
from support.servers import has_virtuoso, oxigraph, virtuoso
from support.strange import shipped_city

Server = Callable[..., AbstractContextManager[str]]
# How a server with files in it is started; an engine that reads the files itself has None.
ENGINES: dict[str, Server | None] = {"oxigraph": None, "rdflib": None, "endpoint": oxigraph}
if has_virtuoso():
    ENGINES["virtuoso"] = virtuoso
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
XSD_STRING, XSD_INTEGER = f"{XSD}string", f"{XSD}integer"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
MANY = 450  # more than twice what an endpoint is asked for at once
SMALL = f"""
<urn:a> <{LABEL}> "甲"@ZH-hant , "A"@en-us , "plain" ; <urn:n> 7 ; <urn:knows> <urn:b> , _:c .
<urn:b> <{LABEL}> "甲"@zh-hant ; <urn:knows> <urn:a> .
_:c <{LABEL}> "nameless" ; <urn:self> _:c .
""" + "\n".join(f'<urn:many{at}> <{LABEL}> "{at}" .' for at in range(MANY))
SMALL_SIZE = 10 + MANY


def uri(value: str) -> Term:
    return Term("uri", value)


def text(value: str, language: str | None = None) -> Term:
    return Term("literal", value, LANG_STRING if language else XSD_STRING, language)


@pytest.fixture(scope="module")
def served() -> Iterator[Callable[..., str]]:
    """The URL of a server, by its name, with some files in it; each is started once."""
    with ExitStack() as servers:

        @functools.cache
        def url_of(name: str, *files: Path) -> str:
            start = ENGINES[name]
            assert start
            return servers.enter_context(start(*files))

        yield url_of


@pytest.fixture(scope="module")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("small") / "small.ttl"
    file.write_text(SMALL, "utf-8")
    return file


@pytest.fixture(scope="module")
def small_engines(served: Callable[..., str], small_file: Path) -> Callable[[str], Engine]:
    """Every engine by its name, each with the small graph in it."""

    @functools.cache
    def engine_of(name: str) -> Engine:
        return Endpoint(served(name, small_file)) if ENGINES[name] else load(name, [str(small_file)])

    return engine_of


@pytest.fixture(scope="module")
def cities(served: Callable[..., str]) -> Callable[[str], cg.CityGraph]:
    """The shipped city on every engine, by the name of the engine."""
    files = tuple(map(Path, (*ontology_files(), data_file())))
    return functools.cache(lambda name: cg.open(served(name, *files)) if ENGINES[name] else shipped_city(name))


@pytest.fixture(params=ENGINES)
def small(request: pytest.FixtureRequest, small_engines: Callable[[str], Engine]) -> Engine:
    return small_engines(request.param)


@pytest.fixture(params=[name for name, server in ENGINES.items() if server is None])
def local(request: pytest.FixtureRequest, small_engines: Callable[[str], Engine]) -> Engine:
    """An engine that holds the triples itself."""
    return small_engines(request.param)


@pytest.fixture(params=[name for name, server in ENGINES.items() if server is not None])
def remote(request: pytest.FixtureRequest, small_engines: Callable[[str], Engine]) -> Engine:
    """An endpoint."""
    return small_engines(request.param)


@pytest.fixture(params=ENGINES)
def answering(request: pytest.FixtureRequest, cities: Callable[[str], cg.CityGraph]) -> cg.CityGraph:
    """The shipped city on one engine."""
    return cities(request.param)


def test_the_contract_covers_every_engine_of_the_package() -> None:
    assert {name for name, server in ENGINES.items() if server is None} == FILE_ENGINES.keys()


# Each form of query.


def test_select_answers_with_the_variables_as_asked_and_the_rows_in_order(small: Engine) -> None:
    found = small.answer("SELECT ?who ?n ?of { ?who <urn:knows> ?of . ?of <urn:n> ?n }")
    assert found == Answer(("who", "n", "of"), ((uri("urn:b"), Term("literal", "7", XSD_INTEGER), uri("urn:a")),))
    ordered = small.answer(f"SELECT ?a {{ ?a <{LABEL}> ?l FILTER(STRSTARTS(?l, '44')) }} ORDER BY DESC(?l)")
    assert [row[0] for row in ordered] == [uri(f"urn:many{at}") for at in (*range(449, 439, -1), 44)]


def test_select_without_a_row_still_has_its_variables(small: Engine) -> None:
    assert small.answer("SELECT ?a ?b { ?a <urn:none> ?b }") == Answer(("a", "b"), ())


def test_an_unbound_cell_is_none_and_a_row_of_none_stays_a_row(small: Engine) -> None:
    known = small.answer("SELECT ?a ?n { ?x <urn:knows> ?a FILTER(ISIRI(?a)) OPTIONAL { ?a <urn:n> ?n } } ORDER BY ?a")
    assert known.rows == ((uri("urn:a"), Term("literal", "7", XSD_INTEGER)), (uri("urn:b"), None))
    assert small.answer("SELECT ?x { OPTIONAL { ?s <urn:none> ?x } }").rows == ((None,),)
    assert small.answer("SELECT ?a ?nowhere { ?a <urn:n> 7 }").rows == ((uri("urn:a"), None),)


def test_a_handle_gives_unbound_where_an_engine_gives_none(small: Engine) -> None:
    assert cg.CityGraph(small).rows("SELECT ?a ?nowhere { ?a <urn:n> 7 }") == [(uri("urn:a"), UNBOUND)]


def test_a_blank_node_has_a_name_that_is_the_same_within_one_answer(small: Engine) -> None:
    ((one, other),) = small.answer("SELECT ?a ?b { ?a <urn:self> ?b }").rows
    assert one is not None
    assert one == other == Term("bnode", one.value)


def test_language_tags_have_the_case_of_bcp_47_whatever_the_file_has(small: Engine) -> None:
    labels = {row[0] for row in small.answer(f"SELECT ?l {{ <urn:a> <{LABEL}> ?l }}")}
    assert labels == {text("甲", "zh-Hant"), text("A", "en-US"), text("plain")}
    # The same literal under two spellings of one tag.
    found = small.answer(f"SELECT ?b {{ ?b <{LABEL}> ?l FILTER(LANGMATCHES(LANG(?l), 'zh-Hant')) }} ORDER BY ?b")
    assert [row[0] for row in found] == [uri("urn:a"), uri("urn:b")]


def test_the_columns_of_select_star_are_sorted_on_an_engine_of_ours(local: Engine) -> None:
    found = local.answer("SELECT * { ?z <urn:knows> ?y . ?y <urn:n> ?x }")
    assert found == Answer(("x", "y", "z"), ((Term("literal", "7", XSD_INTEGER), uri("urn:a"), uri("urn:b")),))
    # A star of another kind is none.
    assert local.answer("SELECT ?z (COUNT(*) AS ?a) { ?z <urn:n> ?y } GROUP BY ?z").variables == ("z", "a")
    assert local.answer("SELECT ?z ?a { ?z <urn:n> ?a } # SELECT *").variables == ("z", "a")


def test_the_columns_of_select_star_belong_to_their_cells_on_an_endpoint(remote: Engine) -> None:
    found = remote.answer("SELECT * { ?z <urn:knows> ?y . ?y <urn:n> ?x }")
    (row,) = found.rows
    told = dict(zip(found.variables, row, strict=True))
    assert told == {"x": Term("literal", "7", XSD_INTEGER), "y": uri("urn:a"), "z": uri("urn:b")}


def test_ask_answers_with_a_verdict_alone(small: Engine) -> None:
    assert small.answer("ASK { <urn:a> ?p ?o }") == Answer(verdict=True)
    assert small.answer("ASK { <urn:none> ?p ?o }") == Answer(verdict=False)


def test_construct_answers_with_turtle_that_has_our_prefixes_where_it_uses_them(small: Engine) -> None:
    prologue = "PREFIX cg: <https://w3id.org/citygraph/ontology#>\n"
    found = small.answer(f"CONSTRUCT {{ ?a cg:phrase ?l }} WHERE {{ ?a <urn:n> 7 ; <{LABEL}> ?l }}", prologue)
    assert (found.variables, found.rows, found.verdict) == ((), (), None)
    assert found.turtle is not None
    assert [line for line in found.turtle.splitlines() if line.startswith("@")] == [
        "@prefix cg: <https://w3id.org/citygraph/ontology#> ."
    ]
    assert "cg:phrase" in found.turtle
    graph = rdflib.Graph().parse(data=found.turtle, format="turtle")
    assert {str(label).lower() for label in graph.objects()} == {"甲", "a", "plain"}


def test_describe_answers_with_the_triples_of_a_thing(small: Engine) -> None:
    found = set(rdflib.Graph().parse(data=small.answer("DESCRIBE <urn:b>").turtle, format="turtle"))
    thing = rdflib.URIRef("urn:b")
    assert {(thing, rdflib.URIRef(LABEL)), (thing, rdflib.URIRef("urn:knows"))} <= {triple[:2] for triple in found}
    # A server may add what is said of it as an object.
    assert all(thing in triple for triple in found)
    nothing = small.answer("DESCRIBE <urn:none>").turtle
    assert nothing is not None
    assert nothing.strip() == ""


# What is no query.


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("SELECT ?a\nWHERE { ?a ?b }", 2),
        ("SELECT ?a WHERE {\n\n<urn:a> <urn:n> ?a . ?a . }", 3),
        ("SELECT ?a { ?a <urn:n> <urn:a b> }", 1),
        ("SELECT ?a { ?a <urn:n> <urn:a{b}> }", 1),
    ],
)
def test_a_bad_query_is_bad_query_with_the_line_of_its_author(small: Engine, query: str, line: int) -> None:
    with pytest.raises(cg.BadQuery) as refused:
        small.answer(query, "PREFIX x: <urn:x>\nPREFIX y: <urn:y>\n")
    said = str(refused.value)
    # An engine here says it in our words, an endpoint in its own.
    assert re.search(rf"^line {line}, column \d+: |\b{line}:\d+: |line {line}: ", said), said
    assert "\n" not in said
    assert len(said) < 300


def test_a_bad_query_on_an_engine_of_ours_has_line_and_column_in_front(local: Engine) -> None:
    with pytest.raises(cg.BadQuery, match=r"^line 1, column 21: "):
        local.answer("SELECT * { ?s ?p ?o ", "PREFIX x: <urn:x>\n")
    with pytest.raises(cg.BadQuery, match=r"^line 1, column 1: "):
        local.answer("")


def test_an_update_is_no_query_on_an_engine_of_ours(local: Engine) -> None:
    with pytest.raises(cg.BadQuery):
        local.answer("DELETE WHERE { ?s ?p ?o }")
    assert local.size() == SMALL_SIZE


# Rows of IRIs, and many of them.


@for_each(
    ("query", "rows"),
    [
        ("?a <urn:knows> ?b", {("urn:a", "urn:b"), ("urn:b", "urn:a")}),
        ("?a <urn:knows>|<urn:n> ?b", {("urn:a", "urn:b"), ("urn:b", "urn:a")}),
        ("?a <urn:knows> ?x OPTIONAL { ?x <urn:knows> ?b }", {("urn:a", "urn:a"), ("urn:b", "urn:b")}),
        ("?a <urn:self> ?b", set()),
        ("?a <urn:none> ?b", set()),
    ],
)
def test_rows_and_columns_of_iris_leave_out_rows_with_any_other_cell(
    small: Engine, query: str, rows: set[tuple[str, str]]
) -> None:
    selected = f"SELECT ?a ?b {{ {query} }}"
    found = small.iri_rows(selected)
    assert set(found) == rows
    assert len(found) == len(rows)
    starts, ends = small.columns(selected, 2)
    assert sorted(zip(starts, ends, strict=True)) == sorted(rows)


def test_no_groups_are_no_rows_on_every_engine(answering: cg.CityGraph) -> None:
    grouped = "SELECT ?a (COUNT(?b) AS ?n) { ?a <urn:nothing> ?b } GROUP BY ?a"
    assert answering.rows(grouped) == []
    assert [term.value for (term,) in answering.rows("SELECT (COUNT(?b) AS ?n) { ?a <urn:nothing> ?b }")] == ["0"]


def test_columns_are_select_iris_by_column_on_every_engine(answering: cg.CityGraph, city: cg.CityGraph) -> None:
    columns = answering.columns("edges", 6)
    rows = sorted(zip(*columns, strict=True))
    assert len(rows) > 400
    assert rows == sorted(answering.select_iris("edges")) == sorted(city.select_iris("edges"))


def test_many_things_are_asked_for_in_batches_and_each_is_answered_once(small: Engine) -> None:
    things = [f"urn:many{at}" for at in range(MANY)]
    assert small.batch is None or small.batch < MANY / 2
    found = cg.CityGraph(small).select("labels", entity=map(sparql_iri, things))
    assert sorted((row[0].value, row[2].value) for row in found) == sorted((each, each[8:]) for each in things)


# What an engine holds.


def test_an_engine_of_ours_counts_its_triples_and_nobody_counts_those_of_an_endpoint(small: Engine) -> None:
    assert small.size() == (SMALL_SIZE if small.whole else None)
    assert cg.CityGraph(small).size() == small.size()
    assert cg.CityGraph(small).remote is not small.whole


def test_without_copies_and_leaves_out_things_at_either_end_and_single_triples(local: Engine) -> None:
    several = {
        (uri("urn:a"), uri("urn:n"), Term("literal", "7", XSD_INTEGER)),
        (uri("urn:a"), uri(LABEL), text("甲", "zh-Hant")),
        # Which there are not: that one is in English.
        *((uri("urn:a"), uri(LABEL), text("A", language)) for language in (None, "fr")),
        (uri("urn:none"), uri("urn:n"), uri("urn:none")),
    }
    fewer = local.without({"urn:b"}, several)
    assert type(fewer) is type(local)
    assert fewer.size() == SMALL_SIZE - 3 - 2
    assert fewer.answer("ASK { { <urn:b> ?p ?o } UNION { ?s ?p <urn:b> } UNION { ?s <urn:n> ?o } }").verdict is False
    labels = {row[0] for row in fewer.answer(f"SELECT ?l {{ <urn:a> <{LABEL}> ?l }}")}
    assert labels == {text("A", "en-US"), text("plain")}
    assert local.size() == SMALL_SIZE


def test_as_rdflib_is_a_graph_of_the_same_triples(local: Engine) -> None:
    graph = local.as_rdflib()
    assert len(graph) == SMALL_SIZE
    assert isomorphic(one_spelling(graph), one_spelling(rdflib.Graph().parse(data=SMALL, format="turtle")))


def test_an_endpoint_is_neither_copied_nor_read_whole(remote: Engine) -> None:
    with pytest.raises(cg.CityGraphError, match="cannot be copied"):
        remote.without(set(), set())
    with pytest.raises(cg.CityGraphError, match="never read whole"):
        remote.as_rdflib()


def one_spelling(graph: rdflib.Graph) -> rdflib.Graph:
    """The graph with one spelling of each literal.

    To RDF a language tag is the same in any case: Oxigraph keeps it in lower case, rdflib as written. And a
    plain string is an xsd:string: Oxigraph says so, rdflib leaves it unsaid. rdflib tells all of these apart.
    """
    found = rdflib.Graph()
    for subject, predicate, what in graph:
        if isinstance(what, Literal) and what.language:
            found.add((subject, predicate, Literal(str(what), lang=what.language.lower())))
        elif isinstance(what, Literal) and what.datatype == XSD.string:
            found.add((subject, predicate, Literal(str(what))))
        else:
            found.add((subject, predicate, what))
    return found


def test_the_store_holds_what_the_files_say(engine: str) -> None:
    written = one_spelling(parsed(*MODULES, DATA))
    held = one_spelling(cg.open(engine=engine).rdf)
    assert len(held) == len(written) > 1000
    assert isomorphic(held, written)


@pytest.mark.parametrize("name", ENGINES)
def test_every_question_is_an_error_once_the_handle_is_closed(
    served: Callable[..., str], small_file: Path, name: str
) -> None:
    handle = cg.open(served(name, small_file)) if ENGINES[name] else cg.open(small_file, engine=name)
    assert handle.rows("SELECT ?a { ?a <urn:n> 7 }")
    handle.close()
    handle.close()
    questions: list[Callable[[], object]] = [
        lambda: handle.rows("SELECT ?a { ?a <urn:n> 7 }"),
        lambda: handle.select("has-claims"),
        lambda: handle.select_iris("edges"),
        lambda: handle.columns("edges", 6),
        lambda: handle.size(),
        lambda: handle.rdf,
        lambda: handle.without(set(), set()),
        lambda: cg.query(handle, "ASK {}"),
        lambda: cg.resolve(handle, "A"),
    ]
    for question in questions:
        with pytest.raises(cg.CityGraphError, match=r"This graph is closed\. Open it again"):
            question()


# Every verb gives the same answer.

Case = tuple[str, tuple[Any, ...], dict[str, Any]]
# What an endpoint answers as the files do.
ASKED: list[Case] = [
    *(("neighbors", (name,), {"inferred": True}) for name in ("太鋼", "太钢", "TISCO", "ty:taigang", "陽曲工業園區")),
    *(("neighbors", (name,), {"hops": 2}) for name in ("晶科", "6條優勢賽道")),
    ("neighbors", ("太原",), {"relations": ["支持"]}),
    ("neighbors", ("太原",), {"kinds": ["Firm"], "direction": "out"}),
    ("neighbors", ("太鋼",), {"statuses": ["planned"]}),
    ("neighbors", ("太鋼",), {"statuses": ["规划"]}),
    *(("claims", (name,), {"inferred": True}) for name in ("太原", "太鋼", "6條優勢賽道")),
    ("show", ("太鋼",), {"inferred": True}),
    ("show", ("陽曲工業園區",), {}),
    ("resolve", ("太钢",), {"kind": "企業"}),
    ("paths", ("太鋼", "陽曲工業園區"), {"max_hops": 3}),  # longer ones are looked for where the graph is whole
    ("paths", ("中國寶武", "不銹鋼"), {"top": 1, "plain": True}),
    ("common", ("太鋼", "太重"), {}),
    ("cite", ("太鋼",), {"inferred": True}),
    ("cite", ("claim:taiyuan-supports-taigang",), {}),
    *(("gaps", (), {"kind": kind, "inferred": True}) for kind in (None, "企業")),
    ("dossier", ("太鋼",), {"inferred": True}),
    ("export", ("太鋼",), {}),
    ("diagram", ("太鋼",), {"inferred": True}),
    ("diagram", (), {"path": ("太鋼", "陽曲工業園區")}),
    ("ask", (1,), {}),
    ("query", ("SELECT ?firm ?what WHERE { ?firm cg:spearheads ?what } ORDER BY ?firm",), {}),
    ("query", ("SELECT ?l WHERE { ty:taigang skos:prefLabel|skos:altLabel ?l } ORDER BY STR(?l) LANG(?l)",), {}),
    ("query", ("SELECT ?who ?none WHERE { ?who a cg:Track OPTIONAL { ?who cg:none ?none } } ORDER BY ?who",), {}),
    ("query", ("SELECT ?is ?due WHERE { ?target cg:value ?is ; cg:due ?due } ORDER BY ?target",), {}),
    ("query", ("ASK { ty:taiyuan cg:supports ty:taigang }",), {}),
    ("query", ("ASK { ty:taigang cg:supports ty:taiyuan }",), {}),
    ("query", ("CONSTRUCT { ?a cg:spearheads ?b } WHERE { ?a cg:spearheads ?b }",), {}),
    ("query", ("# a remark: ASK\nPREFIX x: <urn:SELECT> CONSTRUCT { ty:taigang a ?k } WHERE { ty:taigang a ?k }",), {}),
]
# What needs the whole graph, so that an endpoint refuses it.
READ_WHOLE: list[Case] = [
    ("check", ("太鋼生產不銹鋼。太鋼是中國寶武的控股股東。太原地鐵1號線有8座換乘站。",), {}),
    ("claims", (), {"inferred": True}),
    ("according_to", ("article", "中國日報"), {}),
    *(("central", (), {"by": by, "inferred": True}) for by in ("degree", "pagerank", "betweenness", "harmonic")),
    ("communities", (), {}),
    ("bridges", (), {}),
    ("similar", ("太鋼",), {}),
    ("network", (), {"inferred": True}),
    ("export", (), {}),
    *((verb, (name,), {"inferred": True}) for verb in ("targets", "timeline", "projects") for name in ("惠科", None)),
    ("paths", ("太鋼", "陽曲工業園區"), {"avoid_kinds": ["City"]}),
    ("diagram", (), {"view": "chains"}),
    ("schema", (), {}),
    ("schema", ("企業",), {}),
]
# Only whoever holds all names can guess.
GUESSED: list[Case] = [
    ("find", ("太鋼",), {"kind": "企業"}),
    ("reconcile", (("太钢", "tg", "吕梁市", "太刚", "无此物"),), {"top": 3}),
    *(("find", (name,), {"top": None}) for name in ("太鋼", "tg", "tai4gang1", "陽曲", "鋼", "太剛", "stel", "")),
]


def named(case: Case) -> str:
    verb, given, how = case
    return " ".join([verb, *map(str, given), *(f"{name}={value}" for name, value in how.items())])[:60]


def answered(city: cg.CityGraph, case: Case) -> object:
    verb, given, how = case
    return comparable(getattr(cg, verb)(city, *given, **how))


def comparable(answer: Any) -> object:
    """What two engines must have in common."""
    if isinstance(answer, cg.CityGraph):
        return cg.about(answer), cg.claims(answer)
    if isinstance(answer, networkx.MultiDiGraph):
        return dict(answer.nodes(data=True)), sorted(answer.edges(keys=True))
    if isinstance(answer, cg.Export):
        # An endpoint does not know the names of a city's prefixes.
        return answer, sorted(answer.to(".nt").splitlines())
    if isinstance(answer, cg.Answer):
        answer = answer.replace(notes=())  # an endpoint is not searched for them
    if isinstance(answer, cg.Answer) and answer.turtle is not None:
        return set(rdflib.Graph().parse(data=answer.turtle, format="turtle"))
    return answer


@pytest.fixture(scope="module")
def expected(city: cg.CityGraph) -> Callable[[str], object]:
    """The answer to each case on the default engine."""
    cases = {named(case): case for case in (*ASKED, *READ_WHOLE, *GUESSED)}
    return functools.cache(lambda name: answered(city, cases[name]))


OTHERS = [name for name in ENGINES if name != "oxigraph"]
OTHERS_HERE = [name for name in OTHERS if ENGINES[name] is None]
ENDPOINTS = [name for name in OTHERS if ENGINES[name] is not None]


@pytest.mark.parametrize("case", ASKED, ids=named)
@pytest.mark.parametrize("name", OTHERS)
def test_a_verb_has_the_same_answer_on_every_engine(
    cities: Callable[[str], cg.CityGraph], expected: Callable[[str], object], name: str, case: Case
) -> None:
    assert answered(cities(name), case) == expected(named(case))


@pytest.mark.parametrize("case", [*READ_WHOLE, *GUESSED], ids=named)
@pytest.mark.parametrize("name", OTHERS_HERE)
def test_a_verb_on_the_whole_graph_has_the_same_answer_on_every_engine_of_ours(
    cities: Callable[[str], cg.CityGraph], expected: Callable[[str], object], name: str, case: Case
) -> None:
    assert answered(cities(name), case) == expected(named(case))


@pytest.mark.parametrize("case", READ_WHOLE, ids=named)
@pytest.mark.parametrize("name", ENDPOINTS)
def test_a_verb_on_the_whole_graph_is_an_error_on_an_endpoint(
    cities: Callable[[str], cg.CityGraph], name: str, case: Case
) -> None:
    with pytest.raises(cg.CityGraphError, match="never read whole"):
        answered(cities(name), case)


@pytest.mark.parametrize("name", ENDPOINTS)
def test_an_endpoint_guesses_no_names(cities: Callable[[str], cg.CityGraph], city: cg.CityGraph, name: str) -> None:
    assert cg.find(cities(name), "太钢")[0].iri == cg.find(city, "太钢")[0].iri
    assert len(cg.find(cities(name), "太剛")) == 0 < len(cg.find(city, "太剛"))


def test_every_verb_of_the_package_is_compared() -> None:
    compared = {verb for verb, _, _ in (*ASKED, *READ_WHOLE, *GUESSED)} | {"about", "validate"}
    verbs = {name for name in cg.__all__ if callable(getattr(cg, name)) and not isinstance(getattr(cg, name), type)}
    # Those of sheets and files ask no engine of the reader; the tests of the room comparison ask both.
    apart = {"open", "questions", "build", "new", "suggest", "merge", "diff", "compare", "comparison_picture"}
    assert compared == verbs - apart


@pytest.mark.parametrize("name", OTHERS)
def test_validate_finds_the_same_on_every_engine_of_ours(
    cities: Callable[[str], cg.CityGraph], fixture_city: cg.CityGraph, fixture_text: str, name: str
) -> None:
    if ENGINES[name] is None:
        other = cg.open(FIXTURE / "city.ttl", engine=name)
        assert cg.validate(other, text=fixture_text) == cg.validate(fixture_city, text=fixture_text)
    else:
        with pytest.raises(cg.CityGraphError, match="never read whole"):
            cg.validate(cities(name))


def test_a_name_that_nothing_has_is_the_same_error_on_every_engine(answering: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound, match="Nothing in this graph is called '沒有這個'"):
        cg.neighbors(answering, "沒有這個")


def test_a_name_of_two_things_is_an_error_with_both_on_every_engine(small: Engine) -> None:
    with pytest.raises(cg.AmbiguousName) as refused:
        cg.resolve(cg.CityGraph(small, ("small.ttl",)), "甲")
    assert [each.iri for each in refused.value.candidates] == ["urn:a", "urn:b"]


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
@pytest.mark.parametrize("name", OTHERS)
def test_a_graph_without_claims_has_the_same_answers_on_every_engine(
    served: Callable[..., str], name: str, language: str
) -> None:
    file = FOREIGN / "items.nt"
    near = cg.open(file, language=language)
    source, engine = (served(name, file), "oxigraph") if ENGINES[name] else (file, name)
    far = cg.open(source, engine=engine, language=language)
    for who in ("太原市", "Taiyuan", "http://www.wikidata.org/entity/Q72778"):
        assert cg.neighbors(far, who, hops=2).neighbors == cg.neighbors(near, who, hops=2).neighbors
        assert cg.claims(far, who).claims == cg.claims(near, who).claims
    assert cg.paths(far, "Shanxi", "Taiyuan") == cg.paths(near, "Shanxi", "Taiyuan")
