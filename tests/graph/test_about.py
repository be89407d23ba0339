"""The verb about: what a graph contains, counted."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg
from support.strange import shipped_city


def test_about_counts_what_the_graph_holds(city: cg.CityGraph) -> None:
    summary = cg.about(city)
    claims = cg.claims(city, inferred=True)
    assert summary.claims == len(claims)
    assert sum(summary.status.values()) == sum(summary.relations.values()) == len(claims)
    assert summary.basis["inferred"] == sum(claim.basis == "inferred" for claim in claims)
    assert summary.triples == len(city.rdf) - city.ontology
    assert summary.entities == sum(summary.kinds.values())
    assert list(summary.kinds.values()) == sorted(summary.kinds.values(), reverse=True)


def test_about_is_the_same_on_every_engine_and_speaks_the_readers_language(engine: str) -> None:
    assert cg.about(cg.open(engine=engine, language="en")) == cg.about(cg.open(language="en"))
    assert "firm" in cg.about(cg.open(engine=engine, language="en")).kinds
    assert "企業" in cg.about(shipped_city(engine)).kinds


def test_an_empty_graph_has_nothing_that_is_counted(tmp_path: object) -> None:
    file = Path(str(tmp_path)) / "empty.ttl"
    file.write_text("", "utf-8")
    summary = cg.about(cg.open(file))
    assert (summary.entities, summary.claims, summary.kinds, summary.status) == (0, 0, {}, {})
    assert summary.triples == 0
