"""The tasks of `size.py` as the library does them: its own stored SPARQL, on any of its engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cityGraph.escape import sparql_iri, sparql_string
from cityGraph.store.open import load
from cityGraph.store.query_files import bind, prefixed, stored

if TYPE_CHECKING:
    from cityGraph.model.query import Term
    from cityGraph.store.engine import Engine

    Rows = list[tuple[Term | None, ...]]


def opened(file: str, engine: str) -> Engine:
    """The file in an engine."""
    return load(engine, [file])


def by_name(engine: Engine, spelling: str) -> Rows:
    """Who carries this name, and as what."""
    return _rows(engine, bind(stored("names"), spelling=[sparql_string(spelling)]))


def labels(engine: Engine, things: list[str]) -> Rows:
    """The names and the kind of these things."""
    return _rows(engine, bind(stored("labels"), entity=map(sparql_iri, things)))


def claims(engine: Engine, thing: str) -> Rows:
    """The claims on a thing, each with its evidence: two queries, joined as `neighbors` and `claims` join them."""
    heads = {row[0]: row for row in _rows(engine, bind(stored("claims-on"), entity=[sparql_iri(thing)]))}
    asked = [sparql_iri(claim.value) for claim in heads if claim]
    return [(*heads[row[0]], *row[1:]) for row in _rows(engine, bind(stored("evidence"), claim=asked))]


def around(engine: Engine, things: list[str]) -> list[list[str]]:
    """The edges around these things, column by column, as `paths` reads them."""
    return engine.columns(bind(stored("around"), entity=map(sparql_iri, things)), 6)


def edges(engine: Engine) -> list[list[str]]:
    """All edges, column by column, as the measures of a network read them."""
    return engine.columns(stored("edges"), 6)


def kinds(engine: Engine) -> Rows:
    """How many things there are of each kind."""
    return _rows(engine, stored("count-kinds"))


def claims_counted(engine: Engine) -> Rows:
    """How many claims there are of each relation, status, basis and source."""
    return _rows(engine, stored("count-claims"))


def firms_by_zone(engine: Engine) -> Rows:
    """How many firms are in each zone."""
    text = "SELECT ?zone (COUNT(?firm) AS ?n) WHERE { ?firm cg:sitedIn ?zone } GROUP BY ?zone"
    return _rows(engine, prefixed(text))


def _rows(engine: Engine, text: str) -> Rows:
    return list(engine.answer(text).rows)
