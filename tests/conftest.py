"""What the tests share: the city that ships, the fixture city with its text, every engine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.proof.lexicon import lexicon
from cityGraph.proof.text import Text, read_text
from cityGraph.store.open import ENGINES

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "tests" / "fixtures" / "city"
DATA = ROOT / "data" / "triples.ttl"


def article() -> Path | None:
    """The real article, which is not ours to ship: named by CITYGRAPH_ARTICLE where it is at hand."""
    named = os.environ.get("CITYGRAPH_ARTICLE")
    return Path(named) if named else None


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
    titles = {source: found.title for source, found in lexicon(fixture_city).sources.items()}
    return read_text(fixture_text, titles)
