"""The handle of an open graph: its identity, its end, its notes, and how it asks an engine for many things."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

import cityGraph as cg
from cityGraph.model.query import Answer, Term
from cityGraph.store.engine import Engine
from cityGraph.store.query_files import stored
from support.paths import DATA


class Recorder(Engine):
    """An engine that keeps the queries it is asked, and answers each with one row."""

    def __init__(self, batch: int | None = None) -> None:
        self.name, self.batch, self.closed = "recorder", batch, False
        self.asked: list[str] = []

    def answer(self, text: str, prologue: str = "") -> Answer:
        self.asked.append(prologue + text)
        return Answer(("a",), ((Term("uri", f"urn:{len(self.asked)}"),),))

    def size(self) -> int:
        return 1

    def without(self, things: object, triples: object) -> Recorder:  # noqa: ARG002
        return Recorder(self.batch)

    def as_rdflib(self) -> rdflib.Graph:
        return rdflib.Graph()

    def close(self) -> None:
        assert not self.closed
        self.closed = True

    def given(self, name: str) -> list[list[str]]:
        """What stood in the VALUES line of a parameter, query by query."""
        lines = [text.partition(f"VALUES ?{name} {{")[2].partition("}")[0] for text in self.asked]
        return [line.split() for line in lines]


def test_a_handle_shows_what_it_was_opened_from_and_not_all_that_it_keeps() -> None:
    city = cg.open(language="en")
    cg.claims(city)
    assert repr(city) == f"CityGraph(sources={city.sources!r}, language='en')"


def test_a_handle_gives_an_rdflib_graph_whoever_answers(engine: str) -> None:
    graph = cg.open(DATA, engine=engine).rdf
    asked = graph.query("ASK { <https://w3id.org/citygraph/id/taiyuan/taiyuan> ?p ?o }")
    assert asked.askAnswer
    assert len(graph) > 2000


def test_a_handle_equals_itself_alone_and_is_a_key() -> None:
    one, other = (cg.CityGraph(Recorder(), ("a.ttl",)) for _ in range(2))
    assert one == one
    assert one != other
    assert {one: 1, other: 2}[one] == 1
    assert len({one, other, one}) == 2


def test_a_handle_frees_its_engine_at_the_end_of_with_even_after_an_error() -> None:
    engine = Recorder()
    with cg.CityGraph(engine) as city:
        assert city.engine is engine
        assert not engine.closed
    assert engine.closed
    with pytest.raises(cg.CityGraphError, match=r"This graph is closed\. Open it again"):
        _ = city.engine
    another = Recorder()
    with pytest.raises(ZeroDivisionError), cg.CityGraph(another):
        raise ZeroDivisionError
    assert another.closed


def test_closing_twice_is_closing_once() -> None:
    city = cg.CityGraph(Recorder())
    city.close()
    city.close()  # the engine is not closed again


@pytest.mark.parametrize("batch", [None, 2])
def test_select_asks_nothing_for_an_empty_list(batch: int | None) -> None:
    engine = Recorder(batch)
    city = cg.CityGraph(engine)
    assert city.select("labels", entity=[]) == []
    assert city.select_iris("plain-claims", subject=["<urn:a>"], object=[]) == []
    assert engine.asked == []


@pytest.mark.parametrize("batch", [None, 2])
def test_select_without_a_restriction_asks_once_for_everything(batch: int | None) -> None:
    engine = Recorder(batch)
    assert cg.CityGraph(engine).select("claims", claim=None) == [(Term("uri", "urn:1"),)]
    (asked,) = engine.asked
    assert "VALUES ?claim" in stored("claims")
    assert "VALUES ?claim" not in asked


def test_select_splits_a_list_into_batches_in_order() -> None:
    engine = Recorder(2)
    things = iter(["<urn:a>", "<urn:b>", "<urn:c>", "<urn:d>", "<urn:e>"])
    assert len(cg.CityGraph(engine).select("labels", entity=things)) == 3
    assert engine.given("entity") == [["<urn:a>", "<urn:b>"], ["<urn:c>", "<urn:d>"], ["<urn:e>"]]


def test_select_splits_equal_lists_together() -> None:
    engine = Recorder(2)
    things = ["<urn:a>", "<urn:b>", "<urn:c>"]
    cg.CityGraph(engine).select("plain-claims", subject=things, object=things)
    assert engine.given("subject") == engine.given("object") == [["<urn:a>", "<urn:b>"], ["<urn:c>"]]


def test_select_does_not_split_lists_that_differ() -> None:
    engine = Recorder(2)
    subjects, objects = ["<urn:a>", "<urn:b>", "<urn:c>"], ["<urn:d>"]
    cg.CityGraph(engine).select("plain-claims", subject=subjects, object=objects)
    assert (engine.given("subject"), engine.given("object")) == ([subjects], [objects])


def test_an_engine_that_takes_any_number_is_asked_once() -> None:
    engine = Recorder()
    things = [f"<urn:{at}>" for at in range(1_000)]
    cg.CityGraph(engine).select("labels", entity=things)
    assert engine.given("entity") == [things]


def test_select_limits_each_batch_and_no_query_of_an_engine_without_batches() -> None:
    whole, part = Recorder(), Recorder(1)
    for engine in (whole, part):
        cg.CityGraph(engine).select("labels", 7, entity=["<urn:a>", "<urn:b>"])
    assert ["LIMIT" in text for text in whole.asked] == [False]
    assert [text.endswith("LIMIT 7") for text in part.asked] == [True, True]
    cg.CityGraph(part).select("labels", entity=["<urn:a>"])
    assert "LIMIT" not in part.asked[-1]


def test_notes_are_kept_once_each_in_order() -> None:
    city = cg.CityGraph(Recorder())
    assert not city.notes
    for note in ("two files are left out", "there may be more", "two files are left out"):
        city.note(note)
    assert city.notes == ("two files are left out", "there may be more")


def test_without_keeps_sources_language_and_notes_and_shares_none_of_them() -> None:
    city = cg.CityGraph(Recorder(), ("a.ttl",), "en")
    city.note("two files are left out")
    copy = city.without(set(), set())
    assert (copy.sources, copy.language, copy.notes) == (("a.ttl",), "en", ("two files are left out",))
    assert copy != city
    copy.note("of the copy")
    city.note("of the first")
    assert (copy.notes[1:], city.notes[1:]) == (("of the copy",), ("of the first",))
    copy.close()
    assert city.select("has-claims")


def test_once_makes_a_value_once_for_each_key_and_handle() -> None:
    made: list[str] = []

    def make(what: str) -> str:
        made.append(what)
        return what

    one, other = (cg.CityGraph(Recorder()) for _ in range(2))
    assert [one.once("key", lambda: make("a")), one.once("key", lambda: make("b"))] == ["a", "a"]
    assert one.once(("key", 1), lambda: make("c")) == "c"
    assert other.once("key", lambda: make("d")) == "d"
    assert made == ["a", "c", "d"]
    # A value that is nothing is a value, too.
    assert [one.once("none", lambda: made.append("e")) for _ in range(2)] == [None, None]
    assert made.count("e") == 1


def test_rows_of_a_query_need_no_declaration_of_our_prefixes(tmp_path: Path) -> None:
    engine = Recorder()
    cg.CityGraph(engine).rows("SELECT ?a { ?a a cg:Firm }")
    assert engine.asked == ["PREFIX cg: <https://w3id.org/citygraph/ontology#>\nSELECT ?a { ?a a cg:Firm }"]


def test_a_stored_query_that_lacks_a_parameter_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        cg.CityGraph(Recorder()).select("labels", nothing=["<urn:a>"])


def test_only_an_engine_that_holds_the_triples_is_read_whole() -> None:
    engine = Recorder()
    city = cg.CityGraph(engine, ("http://127.0.0.1/sparql",))
    assert not city.remote
    city.read_here()
    engine.whole = False
    assert city.remote
    with pytest.raises(cg.CityGraphError, match=r"^http://127\.0\.0\.1/sparql: an endpoint is never read whole"):
        city.read_here()


def test_without_leaves_out_of_later_answers_what_it_left_out(engine: str) -> None:
    """The copy answers by itself: nothing that the first handle has read is answered again."""
    city = cg.open(DATA, engine=engine)
    steel = cg.resolve(city, "太鋼")
    copy = city.without({steel.iri}, set())
    with pytest.raises(cg.NameNotFound):
        cg.resolve(copy, "太鋼")
    assert cg.resolve(city, "太鋼") == steel
