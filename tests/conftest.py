"""The fixtures that the tests share: the city that ships, the fixture city with its text, every engine, servers."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

import cityGraph as cg
from cityGraph.proof.text import Text, read_text
from cityGraph.proof.wording import wording
from cityGraph.store.engine import ENGINES
from support.paths import DATA, FIXTURE, FOREIGN
from support.servers import oxigraph

# Only in test files does pytest say by itself what the two sides of a failed comparison are.
pytest.register_assert_rewrite("support.exports", "support.process", "support.samples")


@pytest.fixture(scope="session")
def city() -> cg.CityGraph:
    return cg.open()


@pytest.fixture(scope="session")
def article_city(city: cg.CityGraph) -> cg.CityGraph:
    """What the article says, and nothing else."""
    return cg.according_to(city, "article")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def fixture_city() -> cg.CityGraph:
    return cg.open(FIXTURE / "city.ttl")


@pytest.fixture(scope="session")
def fixture_text() -> str:
    return (FIXTURE / "article.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def source_and_text(fixture_city: cg.CityGraph, fixture_text: str) -> tuple[str, Text]:
    titles = {source: found.title for source, found in wording(fixture_city).sources.items()}
    return read_text(fixture_text, titles)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of an endpoint that holds the city and a part of Wikidata."""
    with oxigraph(DATA, FOREIGN / "items.nt") as url:
        yield url


@pytest.fixture(scope="session")
def items() -> Iterator[str]:
    """The URL of an endpoint that holds a part of Wikidata."""
    with oxigraph(FOREIGN / "items.nt") as url:
        yield url


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("nothing is fetched")

    monkeypatch.setattr(socket.socket, "connect", refused)
